//! Numbers and level words at the start of a title: « Orientation 2 : », « 1.1. », « Axe A – ».

use std::collections::BTreeSet;

use crate::lang;

/// A title with its number and level word taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// As written: « Orientation », « Axe stratégique »; empty when there is none.
    pub level_word: &'a str,
    /// `2`, `1.1`, `A`, `IV`; none when the author wrote none.
    pub number: Option<&'a str>,
    /// What comes before the title, to be taken off: `Orientation 2 : `.
    pub prefix: &'a str,
    pub title: &'a str,
}

/// A level that a word names by itself; « Action » or « Thème » may name any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Orientation,
    Objective,
    Any,
}

/// Words that name a level of a plan, folded, in the singular: « Enjeux et défis » introduces, « Enjeu 1 » orients.
const LEVEL_WORDS: &[(&str, Level)] = &[
    ("orientation", Level::Orientation),
    ("axe", Level::Orientation),
    ("enjeu", Level::Orientation),
    ("volet", Level::Orientation),
    ("champ", Level::Orientation),
    ("priorite", Level::Orientation),
    ("chantier", Level::Orientation),
    ("pilier", Level::Orientation),
    ("goal", Level::Orientation),
    ("priority", Level::Orientation),
    ("axis", Level::Orientation),
    ("pillar", Level::Orientation),
    ("strand", Level::Orientation),
    ("objectif", Level::Objective),
    ("objective", Level::Objective),
    ("but", Level::Any),
    ("action", Level::Any),
    ("activite", Level::Any),
    ("mesure", Level::Any),
    ("theme", Level::Any),
    ("strategie", Level::Any),
    ("direction", Level::Any),
    ("domaine", Level::Any),
    ("strategy", Level::Any),
    ("area", Level::Any),
    ("focus", Level::Any),
    ("activity", Level::Any),
    ("measure", Level::Any),
    ("issue", Level::Any),
];

/// The signs of a number that may touch it, or stand before it with a space.
const SIGNS: [&str; 6] = ["n°", "nº", "no.", "N°", "Nº", "#"];

/// The level that a folded word names.
fn level_of(word: &str) -> Option<Level> {
    LEVEL_WORDS.iter().find(|(known, _)| *known == word).map(|(_, level)| *level)
}

/// The level that the first words of a text name: « Axe », “Strategic Priority”.
pub fn level_named(text: &str) -> Option<Level> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(lang::fold)
        .find(|word| !is_leading(word))
        .and_then(|word| level_of(&word))
}

fn is_leading(word: &str) -> bool {
    LEADING_WORDS.contains(&word)
}

/// Words that say which level an English word names, before it: “Strategic Priority 3”.
const LEADING_WORDS: &[&str] =
    &["strategic", "key", "main", "core", "major", "general", "specific", "overarching", "guiding"];

/// English words that one which names a level may go on with: “Priority Area 1”, “Area of Focus 2”.
const FOLLOWING_WORDS: &[&str] = &[
    "area",
    "of",
    "focus",
    "intervention",
    "action",
    "goal",
    "objective",
    "direction",
    "priority",
    "theme",
    "strategy",
    "pillar",
];

/// Words that may stand between a level word and its number: « Axe stratégique no 2 ».
const FILLER_WORDS: &[&str] = &[
    "strategique",
    "prioritaire",
    "general",
    "generale",
    "specifique",
    "d'intervention",
    "d'action",
    "no",
    "n°",
    "nº",
    "numero",
    "strategic",
    "#",
];

/// Reads the level word and the number at the start of a title.
///
/// A bare number needs a sign that it numbers something: dots inside, or one of `. ) - – — :`
/// after it, or, for one or two digits, a capital after it; « 3 rencontres » and
/// « 2025 en bref » are titles.
pub fn read(text: &str) -> Numbered<'_> {
    with_level_word(text).or_else(|| with_bare_number(text)).unwrap_or(Numbered {
        level_word: "",
        number: None,
        prefix: "",
        title: text,
    })
}

/// How many words lead to the one that names a level, when a text starts with one: one in “Strategic Goal”.
fn words_before_level(text: &str) -> Option<usize> {
    let mut words = text.split([' ', '\u{a0}', ':', '-', '–']).map(lang::fold).enumerate();
    let (at, word) = words.find(|(_, word)| !is_leading(word))?;
    // “Axis” ends in s in the singular too.
    level_of(&word).or_else(|| level_of(word.trim_end_matches('s'))).map(|_| at)
}

/// The number that a text holds and nothing else: `1.1.2`, « 3. ».
pub fn alone(text: &str) -> Option<&str> {
    let (number, rest) = leading_number(text)?;
    (number.starts_with(|c: char| c.is_ascii_digit()) && after_separator(rest).is_empty()).then_some(number)
}

/// The number that a cell of a column of numbers gives: « 12. », « Action 12 » and « N° 12 » give `12`.
pub fn in_cell(text: &str) -> &str {
    let is_lead = |word: &str| {
        let word = lang::fold(word.trim_end_matches(['.', ':']));
        level_of(&word).is_some() || is_leading(&word) || FILLER_WORDS.contains(&word.as_str())
    };
    let mut number = text.trim();
    while let Some((_, rest)) = number.split_once(char::is_whitespace).filter(|(word, _)| is_lead(word)) {
        number = rest.trim_start();
    }
    number[sign_before(number)..].trim_end_matches(['.', ')', '-', ' '])
}

/// How many bytes the sign of a number takes that it touches: « n°2 ».
fn sign_before(text: &str) -> usize {
    let touches =
        |sign: &&&str| text.strip_prefix(**sign).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    SIGNS.iter().find(touches).map_or(0, |sign| sign.len())
}

/// Whether a text may be an anchor that an author gives.
pub fn is_anchor(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// A number with its parent's: « 2 » under 1.1 is `1.1.2`, and « 1.1.2 » says it already.
pub fn under(parent: &str, number: &str) -> String {
    if number.contains('.') { number.to_owned() } else { format!("{parent}.{number}") }
}

/// The number of a plan that was most likely meant: the nearest one beside it, else the nearest part
/// of the plan that would hold it.
pub fn nearest<'a>(written: &str, numbers: &'a BTreeSet<String>) -> Option<&'a str> {
    let (above, last) = written.rsplit_once('.').unwrap_or(("", written));
    let last: u32 = last.parse().ok()?;
    let beside = numbers.iter().filter_map(|number| {
        let (parent, last_part) = number.rsplit_once('.').unwrap_or(("", number));
        let part: u32 = last_part.parse().ok().filter(|_| parent == above)?;
        Some((part.abs_diff(last), number.as_str()))
    });
    let found = beside.min().map(|(_, number)| number);
    found.or_else(|| numbers.get(above).map(String::as_str)).or_else(|| match above {
        "" => None,
        above => nearest(above, numbers),
    })
}

fn with_level_word(text: &str) -> Option<Numbered<'_>> {
    let n_before = words_before_level(text)?;
    let mut level_end = 0;
    for (at, (start, word)) in words(text).enumerate().take(n_before + 5) {
        // The N of « N° » is no number.
        let found =
            if SIGNS.contains(&word) { None } else { leading_number(&text[start + sign_before(word)..]) };
        let (number, rest) = found.filter(|(number, _)| !is_year(number)).unwrap_or(("", ""));
        // “Area of 2 parks” has none.
        let is_linked = text[..level_end].ends_with(" of");
        // “Goal: 3 new parks” counts, “Goal: 10,000 trees” too; « Axe: 2 – Loger » numbers.
        let counts = text[..start].trim_end().ends_with(':')
            && !rest.is_empty()
            && after_separator(rest).len() == rest.trim_start().len();
        if at > n_before && !number.is_empty() && !is_linked && !counts {
            let title = after_separator(rest);
            // « Orientation 2 » alone is its own title.
            let (prefix, title) =
                if title.is_empty() { ("", text) } else { (&text[..text.len() - title.len()], title) };
            return Some(Numbered { level_word: &text[..level_end], number: Some(number), prefix, title });
        }
        let folded = lang::fold(word.trim_end_matches('.'));
        let is_filler = FILLER_WORDS.contains(&folded.as_str()) || FOLLOWING_WORDS.contains(&folded.as_str());
        if at > n_before && !is_filler {
            break;
        }
        if !matches!(folded.as_str(), "no" | "n°" | "nº" | "numero" | "#") {
            level_end = start + word.trim_end_matches(':').len();
        }
    }
    // « Axe : Le logement » has a level word and no number.
    let rest = text[level_end..].trim_start();
    let title = after_separator(rest);
    (title.len() < rest.len() && !title.is_empty()).then(|| Numbered {
        level_word: &text[..level_end],
        number: None,
        prefix: &text[..text.len() - title.len()],
        title,
    })
}

/// “Strategy 2030” aims at a year.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

fn with_bare_number(text: &str) -> Option<Numbered<'_>> {
    let (number, rest) = leading_number(text)?;
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let title = after_separator(rest);
    let separated = title.len() < rest.trim_start().len();
    if title.is_empty() && (number.contains('.') || rest.starts_with(['.', ')'])) {
        // « 1.1. » alone numbers something whose words are still to come.
        return Some(Numbered { level_word: "", number: Some(number), prefix: "", title: text });
    }
    let capital_follows = number.len() <= 2 && title.starts_with(char::is_uppercase) && rest != title;
    let dotted = number.contains('.') && rest.starts_with(char::is_whitespace);
    // « 2025-2026 » and « 11:30 » are no numbers of a title.
    let glued = !rest.starts_with(char::is_whitespace) && title.starts_with(|c: char| c.is_ascii_digit());
    ((separated || capital_follows || dotted) && !glued && !title.is_empty()).then(|| Numbered {
        level_word: "",
        number: Some(number),
        prefix: &text[..text.len() - title.len()],
        title,
    })
}

/// A number at the start of a text, and what follows it: `1.1`, `12`, `A`, `IV`.
fn leading_number(text: &str) -> Option<(&str, &str)> {
    let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..digits].trim_end_matches('.');
    if number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains("..") && number.len() <= 12 {
        let rest = &text[number.len()..];
        // « 3e rencontre » and « 1er avril » are ordinals.
        return is_end(rest).then_some((number, rest));
    }
    let letters = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    let (number, rest) = text.split_at(letters);
    let roman = !number.is_empty() && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    ((number.len() == 1 || (roman && number.len() <= 5)) && is_end(rest)).then_some((number, rest))
}

/// A text without the signs that separate a number from a title, at its start.
fn after_separator(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '-' | '–' | '—' | ':'))
}

/// The words of a text with the byte each starts at.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let at = start;
        start += piece.len();
        let word = piece.trim_end();
        (!word.is_empty()).then_some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_its_number_and_level_word() {
        let check = |text: &str, expected: &str| {
            let Numbered { level_word, number, prefix, title } = read(text);
            assert_eq!(format!("{prefix}{title}"), text);
            assert_eq!(format!("{level_word}|{}|{title}", number.unwrap_or("-")), expected);
        };
        check("Orientation 1 : Assurer la représentation", "Orientation|1|Assurer la représentation");
        check("Orientation\u{a0}2\u{a0}: Outiller", "Orientation|2|Outiller");
        check("ORIENTATION 3 – RÉSEAUTER", "ORIENTATION|3|RÉSEAUTER");
        check("Axe stratégique no 4 : Le logement", "Axe stratégique|4|Le logement");
        check("Axe A – Le logement", "Axe|A|Le logement");
        check("Orientation n°2 : Outiller", "Orientation|2|Outiller");
        check("Objectif N°\u{a0}1 – Outiller", "Objectif|1|Outiller");
        check("Axe no. 4 – Loger", "Axe|4|Loger");
        check("Axe #4 – Loger", "Axe|4|Loger");
        check("Volet IV. Le transport", "Volet|IV|Le transport");
        check("Goal 2: Housing", "Goal|2|Housing");
        check("Objectif 1.1 Soutenir", "Objectif|1.1|Soutenir");
        check("Axis 3: Housing", "Axis|3|Housing");
        check("Axe : Le logement", "Axe|-|Le logement");
        check("Champ d’intervention 2 : Loger", "Champ d’intervention|2|Loger");
        check("Enjeu prioritaire 3 – Loger", "Enjeu prioritaire|3|Loger");
        check("Stratégie 1 : Loger", "Stratégie|1|Loger");
        check("Pilier 2 – Loger", "Pilier|2|Loger");
        check("Priority Area 1: Transit", "Priority Area|1|Transit");
        check("Strategic Priority 3 – Transit", "Strategic Priority|3|Transit");
        check("STRATEGIC GOAL 2: TRANSIT", "STRATEGIC GOAL|2|TRANSIT");
        check("Focus Area #2: Transit", "Focus Area|2|Transit");
        check("Strategic Direction B. Transit", "Strategic Direction|B|Transit");
        check("Key Priority IV – Transit", "Key Priority|IV|Transit");
        check("Goal Area 2: Transit", "Goal Area|2|Transit");
        check("Theme Area no. 2: Transit", "Theme Area|2|Transit");
        check("Area of Focus 2: Transit", "Area of Focus|2|Transit");
        check("Strategic Objective 1.2 Transit", "Strategic Objective|1.2|Transit");
        check("Strategy 1: Transit", "Strategy|1|Transit");
        check("Axe: 2 – Loger", "Axe|2|Loger");
        check("Strategic goal: 3 new parks", "Strategic goal|-|3 new parks");
        check("Goal: 10,000 trees", "Goal|-|10,000 trees");
        check("Pillar 2: Transit", "Pillar|2|Transit");
        check("Strategic Goal: Transit", "Strategic Goal|-|Transit");
        check("Strategy 2030: Transit", "|-|Strategy 2030: Transit");
        check("Strategic plan 2: Transit", "|-|Strategic plan 2: Transit");
        check("Key results", "|-|Key results");
        check("Area of 2 parks", "|-|Area of 2 parks");
        check("Goal: Housing", "Goal|-|Housing");
        check("Priorité", "|-|Priorité");
        check("1- Informer", "|1|Informer");
        check("1.1. Informer", "|1.1|Informer");
        check("1.2 informer", "|1.2|informer");
        check("1.1.1 – Informer", "|1.1.1|Informer");
        check("2 Informer", "|2|Informer");
        check("3 rencontres par année", "|-|3 rencontres par année");
        check("3e rencontre", "|-|3e rencontre");
        check("1er avril", "|-|1er avril");
        check("2025 en bref", "|-|2025 en bref");
        check("2025-2026", "|-|2025-2026");
        check("À propos", "|-|À propos");
        check("A priori", "|-|A priori");
        check("Action communautaire", "|-|Action communautaire");
        check("", "|-|");
    }

    #[test]
    fn a_cell_gives_its_number_without_what_announces_it() {
        for (cell, number) in [
            ("12", "12"),
            ("1.1.2.", "1.1.2"),
            ("Action 12", "12"),
            ("Action no 12 -", "12"),
            ("N°\u{a0}3", "3"),
            ("N°3", "3"),
            ("#4", "4"),
            ("No. 5", "5"),
            ("3 bis", "3 bis"),
            ("A-1)", "A-1"),
            ("Strategic Goal 4", "4"),
            ("Action", "Action"),
            ("#", "#"),
        ] {
            assert_eq!(in_cell(cell), number, "{cell}");
        }
    }

    #[test]
    fn a_number_alone_is_the_title() {
        let check = |text: &str, number: Option<&str>| {
            let numbered = read(text);
            assert_eq!((numbered.number, numbered.prefix, numbered.title), (number, "", text));
        };
        check("Orientation 2", Some("2"));
        check("Orientation 2:", Some("2"));
        check("2.", Some("2"));
        check("2.1", Some("2.1"));
        check("2.1.", Some("2.1"));
        check("2025", None);
        check("2", None);
    }
}
