//! What a section of a mission statement speaks of, by the words of its title; and the sentences that
//! announce what follows them.

use crate::lang;

/// What a section speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Mission,
    Vision,
    Values,
    Axes,
    /// Anything else: shown as written.
    Other,
}

/// Titles in both languages, folded, in the singular, without « notre ».
const TITLES: &[(&str, Topic)] = &[
    ("mission", Topic::Mission),
    ("enonce de mission", Topic::Mission),
    ("enonce de la mission", Topic::Mission),
    ("raison d'etre", Topic::Mission),
    ("mission statement", Topic::Mission),
    ("purpose", Topic::Mission),
    ("vision", Topic::Vision),
    ("vision d'avenir", Topic::Vision),
    ("enonce de vision", Topic::Vision),
    ("vision statement", Topic::Vision),
    ("valeur", Topic::Values),
    ("valeur fondamentale", Topic::Values),
    ("value", Topic::Values),
    ("core value", Topic::Values),
    ("axe", Topic::Axes),
    ("axe strategique", Topic::Axes),
    ("axe prioritaire", Topic::Axes),
    ("axe d'intervention", Topic::Axes),
    ("axe d'action", Topic::Axes),
    ("axe de developpement", Topic::Axes),
    ("orientation", Topic::Axes),
    ("grande orientation", Topic::Axes),
    ("orientation strategique", Topic::Axes),
    ("priorite", Topic::Axes),
    ("priorite strategique", Topic::Axes),
    ("axis", Topic::Axes),
    ("strategic axis", Topic::Axes),
    ("strategic axe", Topic::Axes),
    ("direction", Topic::Axes),
    ("strategic direction", Topic::Axes),
    ("priority", Topic::Axes),
    ("strategic priority", Topic::Axes),
    ("pilier", Topic::Axes),
    ("pillar", Topic::Axes),
    ("strategic pillar", Topic::Axes),
];

/// Words that make a title ours without changing what it speaks of.
const OURS: &[&str] = &["notre", "nos", "our", "la", "les", "the"];

/// Words for axes in the sentence before their list, folded, in the singular.
const AXIS_WORDS: &[&str] =
    &["axe", "axis", "orientation", "priorite", "priority", "direction", "pilier", "pillar"];

/// What the title of a section says it speaks of; none for a title we do not know.
pub fn of_title(title: &str) -> Option<Topic> {
    let folded = lang::fold(title);
    let words: Vec<String> = words(&folded).collect();
    let words = match words.split_first() {
        Some((first, rest)) if OURS.contains(&first.as_str()) && !rest.is_empty() => rest,
        Some(_) | None => &words,
    };
    let said = words.join(" ");
    TITLES.iter().find(|(title, _)| *title == said).map(|(_, topic)| *topic)
}

/// Whether a paragraph ends by announcing a list of axes: « Ces quatre axes sont : ».
pub fn announces_axes(paragraph: &str) -> bool {
    let folded = lang::fold(paragraph);
    let Some(before) = folded.strip_suffix(':') else { return false };
    let sentence = before.rsplit(['.', '!', '?', '»', '”']).next().unwrap_or(before);
    words(sentence).any(|word| AXIS_WORDS.contains(&word.as_str()))
}

/// Whether a paragraph ends by announcing words to come: « … se décrit comme suit : ».
pub fn announces_words(paragraph: &str) -> bool {
    let folded = lang::fold(paragraph);
    let Some(before) = folded.strip_suffix(':') else { return false };
    let before = before.trim_end();
    ["comme suit", "ainsi", "la suivante", "en ces mots", "en ces termes", "as follows", "the following"]
        .iter()
        .any(|end| before.ends_with(end))
}

/// Whether a paragraph speaks of the mission.
pub fn speaks_of_mission(paragraph: &str) -> bool {
    let folded = lang::fold(paragraph);
    words(&folded).any(|word| word == "mission") || folded.contains("raison d'etre")
}

/// The words of a folded text, in the singular.
fn words(folded: &str) -> impl Iterator<Item = String> + '_ {
    let is_end = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '.' | '(' | ')');
    folded.split(is_end).filter(|word| !word.is_empty()).map(singular)
}

fn singular(word: &str) -> String {
    match word {
        "axis" | "our" => word.to_owned(),
        // Kept as they are: they only stand before a noun.
        "nos" | "les" => word.to_owned(),
        _ => match word.strip_suffix("ies") {
            Some(start) => format!("{start}y"),
            None => word.strip_suffix('s').unwrap_or(word).to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_known_by_its_title() {
        let check = |title: &str, topic: Option<Topic>| assert_eq!(of_title(title), topic, "{title}");
        for title in
            ["Mission", "Notre mission", "MISSION :", "La mission", "Raison d’être", "Mission statement"]
        {
            check(title, Some(Topic::Mission));
        }
        check("Notre vision", Some(Topic::Vision));
        for title in ["Valeurs", "Nos valeurs", "valeur", "Our values", "Core values"] {
            check(title, Some(Topic::Values));
        }
        for title in [
            "Axes",
            "Axe stratégique",
            "Nos axes stratégiques",
            "Orientations stratégiques",
            "ORIENTATIONS STRATEGIQUES",
            "Strategic axes",
            "Strategic directions",
            "Our strategic priorities",
            "Nos piliers",
            "Our pillars",
        ] {
            check(title, Some(Topic::Axes));
        }
        for title in
            ["Mission et vision", "Historique", "Nos missions à l’étranger", "Axe 2 : Se loger", "Les", ""]
        {
            check(title, None);
        }
    }

    #[test]
    fn a_sentence_announces_axes() {
        let check = |paragraph: &str, expected: bool| {
            assert_eq!(announces_axes(paragraph), expected, "{paragraph}");
        };
        check("Elle se décline en trois axes :", true);
        check("« Nous voulons agir. » Ces trois axes sont\u{a0}:", true);
        check("Our three priorities:", true);
        check("Ces trois axes sont importants.", false);
        check("Les axes sont connus. Nos membres :", false);
    }
}
