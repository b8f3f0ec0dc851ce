//! Level words and numbers at the start of the title of an axis: « Axe stratégique 2 : ».

use crate::lang;

/// The start of a title taken off it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<'t> {
    /// « Axe », « Axe stratégique »; empty when none was written.
    pub level_word: &'t str,
    pub number: Option<&'t str>,
    /// What stands before the title.
    pub prefix: &'t str,
}

const LEVEL_WORDS: &[&str] =
    &["axe", "axis", "orientation", "priorite", "priority", "direction", "pilier", "pillar", "enjeu", "goal"];

/// Reads the level word and the number at the start of the title of an axis.
///
/// A bare number needs a sign after it: « 2. Se loger », but « 2 logements par année » is a title.
pub fn read(title: &str) -> Numbered<'_> {
    let none = Numbered { level_word: "", number: None, prefix: "" };
    let level_word = level_word(title);
    let after = title[level_word.len()..].trim_start();
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '.' | ')' | '-' | '–' | '—' | ':');
    let number = number(after);
    let rest = &after[number.len()..];
    let words = rest.trim_start_matches(is_sign);
    let is_separated = rest.trim_start().starts_with(|c: char| !c.is_whitespace() && is_sign(c));
    if words.is_empty() {
        // « Axe 2 » alone is its own title.
        let number = (!level_word.is_empty() && !number.is_empty()).then_some(number);
        return Numbered { level_word, number, prefix: "" };
    }
    let is_numbered =
        !number.is_empty() && (is_separated || (!level_word.is_empty() && words.len() < rest.len()));
    let prefix = &title[..title.len() - words.len()];
    match is_numbered {
        true => Numbered { level_word, number: Some(number), prefix },
        // « Axe : Se loger »
        false if !level_word.is_empty() && number.is_empty() && is_separated => {
            Numbered { level_word, number: None, prefix }
        }
        false => none,
    }
}

/// The words that name the level: « Axe stratégique », “Strategic Priority”, “Priority Area”.
fn level_word(title: &str) -> &str {
    let (mut end, mut names_level) = (0, false);
    for word in title.split_inclusive(char::is_whitespace).take(3) {
        let folded = lang::fold(word);
        let goes_on = matches!(folded.as_str(), "strategique" | "prioritaire" | "area");
        match names_level {
            false if LEVEL_WORDS.contains(&folded.as_str()) => names_level = true,
            false if matches!(folded.as_str(), "strategic" | "key") => {}
            true if goes_on || LEVEL_WORDS.contains(&folded.as_str()) => {}
            _ => break,
        }
        end += word.len();
    }
    if names_level { title[..end].trim_end() } else { "" }
}

/// Digits or one capital at the start of a text.
fn number(text: &str) -> &str {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let length = match digits {
        0 if text.starts_with(|c: char| c.is_ascii_uppercase()) => 1,
        digits => digits,
    };
    let is_whole = !text[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    if is_whole && length <= 3 { &text[..length] } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_its_number_and_level_word() {
        let check = |title: &str, expected: &str| {
            let Numbered { level_word, number, prefix } = read(title);
            let said = format!("{level_word}|{}|{}", number.unwrap_or("-"), &title[prefix.len()..]);
            assert_eq!(said, expected, "{title}");
        };
        check("Axe 2 : Se loger", "Axe|2|Se loger");
        check("Axe stratégique 2 – Se loger", "Axe stratégique|2|Se loger");
        check("AXE B. Se loger", "AXE|B|Se loger");
        check("Priority 3: Housing", "Priority|3|Housing");
        check("Strategic Priority 3: Housing", "Strategic Priority|3|Housing");
        check("Priority Area 3 – Housing", "Priority Area|3|Housing");
        check("Strategic Direction B. Housing", "Strategic Direction|B|Housing");
        check("Strategic housing", "|-|Strategic housing");
        check("Axe 2", "Axe|2|Axe 2");
        check("Axe : Se loger", "Axe|-|Se loger");
        check("2. Se loger", "|2|Se loger");
        check("2) Se loger", "|2|Se loger");
        check("2 logements par année", "|-|2 logements par année");
        check("A priori", "|-|A priori");
        check("L’entraide", "|-|L’entraide");
        check("Orientation des jeunes", "|-|Orientation des jeunes");
        check("", "|-|");
    }
}
