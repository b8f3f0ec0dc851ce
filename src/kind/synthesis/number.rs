//! The number a block has in its heading: « Bloc 4 – … », « 4. … ».

use crate::lang;

/// Words that may stand before the number of a block, folded.
const LEVEL_WORDS: &[&str] = &[
    "bloc", "partie", "atelier", "theme", "volet", "question", "seance", "etape", "table", "jour", "temps",
    "moment", "exercice", "block", "part", "workshop", "topic", "strand", "session", "step", "day", "round",
];

/// The number of a block, as written; none when its heading has none.
///
/// A bare number needs a mark after it (`.`, `)`, `:` or a dash): « 3 rencontres » and
/// « 2025 en bref » are titles.
pub fn of_title(title: &str) -> Option<&str> {
    let title = title.trim();
    let first_end = title.find(char::is_whitespace).unwrap_or(title.len());
    let (first, rest) = title.split_at(first_end);
    if LEVEL_WORDS.contains(&lang::fold(first).as_str()) {
        let rest = rest.trim_start();
        let rest = ["no ", "no. ", "n° ", "nº ", "n°", "nº", "#"]
            .iter()
            .find_map(|sign| rest.strip_prefix(sign))
            .unwrap_or(rest);
        return number(rest).map(|(number, _)| number);
    }
    let (number, rest) = number(title)?;
    let is_marked = rest.trim_start().starts_with(['.', ')', ':', '-', '–', '—']);
    let is_dotted = number.contains('.') && rest.starts_with(char::is_whitespace);
    let is_small = number.len() <= 2 || number.contains('.');
    // « 9-12 ans » and « 8:30 » are no numbers of a title.
    let glued =
        rest.trim_start_matches(['.', ')', ':', '-', '–', '—']).starts_with(|c: char| c.is_ascii_digit());
    (number.starts_with(|c: char| c.is_ascii_digit()) && is_small && (is_marked || is_dotted) && !glued)
        .then_some(number)
}

/// A number at the start of a text, and what follows it: `4`, `1.2`, `A`, `IV`.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let digits = text[..digits].trim_end_matches('.');
    let letters = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    let letters = &text[..letters];
    let is_roman =
        !letters.is_empty() && letters.len() <= 5 && letters.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let number =
        if digits.starts_with(|c: char| c.is_ascii_digit()) && !digits.contains("..") && digits.len() <= 12 {
            digits
        } else if letters.len() == 1 || is_roman {
            letters
        } else {
            return None;
        };
    let rest = &text[number.len()..];
    (!rest.starts_with(char::is_alphanumeric)).then_some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_block_is_kept_as_written() {
        let check = |title: &str, expected: Option<&str>| assert_eq!(of_title(title), expected, "{title}");
        check("Bloc 4 – Ce qui nous porte", Some("4"));
        check("BLOC 12\u{a0}: Ce qui nous porte", Some("12"));
        check("Bloc no 3", Some("3"));
        check("Atelier A\u{a0}: le logement", Some("A"));
        check("Partie II", Some("II"));
        check("Block 4", Some("4"));
        check("4. Ce qui nous porte", Some("4"));
        check("4) Ce qui nous porte", Some("4"));
        check("4- Ce qui nous porte", Some("4"));
        check("4 – Ce qui nous porte", Some("4"));
        check("1.2 Ce qui nous porte", Some("1.2"));
        check("Synthèse\u{a0}: 4 grands volets", None);
        check("3 rencontres", None);
        check("3e rencontre", None);
        check("2025 – en bref", None);
        check("9-12 ans", None);
        check("8:30 Accueil", None);
        check("Bloc des aînés", None);
        check("À propos", None);
        check("A priori", None);
        check("", None);
    }
}
