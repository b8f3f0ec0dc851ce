//! The words a synthesis is recognised by, in French and in English.

use std::sync::LazyLock;

use crate::lang;
use crate::markdown::Heading;

/// What the lists under a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// What people said.
    Said,
    /// What the workshop retained of it.
    Retained,
    /// Lists that are only shown: a bibliography, a programme, those who came.
    Text,
}

/// Marks behind a heading, `{.retained}`, with what they say.
const MARKS: &[(&str, Lists)] = &[
    ("retained", Lists::Retained),
    ("retenu", Lists::Retained),
    ("retenus", Lists::Retained),
    ("text", Lists::Text),
    ("texte", Lists::Text),
];

/// Titles of what nobody in the room said; a title may go on after them.
const TEXT_TITLES: &[&str] = &[
    "bibliographie",
    "references",
    "sources",
    "pour aller plus loin",
    "lectures",
    "exercice",
    "consigne",
    "programme",
    "ordre du jour",
    "deroulement",
    "horaire",
    "presences",
    "personnes presentes",
    "participants",
    "participantes",
    "liste des participant",
    "liste des presences",
    "liste des personnes presentes",
    "qui etait la",
    "qui etait present",
    "etaient present",
    "etaient presente",
    "bibliography",
    "further reading",
    "exercise",
    "instructions",
    "agenda",
    "schedule",
    "attendance",
    "attendees",
    "list of participant",
    "list of attendee",
    "list of those present",
    "participant list",
    "attendance list",
    "in attendance",
    "people present",
    "those present",
    "who was there",
    "who was present",
    "who attended",
    "who came",
    "who took part",
    "program of",
    "program for",
];

/// The same, where a title says nothing more: « Présents », but « Présent et avenir » is a question.
const TEXT_TITLES_ALONE: &[&str] =
    &["present", "presente", "absent", "absente", "excuse", "excusee", "regret", "apologies", "program"];

/// Phrases that say that what follows was retained.
const RETAINED_PHRASES: &[&str] = &[
    "a retenir",
    "retenons",
    "qu'on retient",
    "que l'on retient",
    "retained",
    "takeaway",
    "take-away",
    "taking away",
    "selected idea",
    "idea selected",
    "ideas selected",
    "key idea",
    "top idea",
    "what stood out",
    "ideas that stood out",
    "things to remember",
    "points to remember",
    "ideas to remember",
];

/// The same, at the start of a title: “To remember”, but “A day to remember” is not what was retained.
const RETAINED_OPENINGS: &[&str] = &["to remember", "what to remember"];

/// What a heading says of the lists under it; none when it says nothing.
pub fn lists_under(heading: &Heading) -> Option<Lists> {
    let mark = heading.classes.iter().find_map(|class| lists_of_mark(class));
    mark.or_else(|| lists_of_title(&heading.line.plain))
}

/// What a mark says of lists: `retained`, « retenus ».
pub fn lists_of_mark(mark: &str) -> Option<Lists> {
    let mark = lang::fold(mark);
    MARKS.iter().find(|(known, _)| *known == mark).map(|(_, lists)| *lists)
}

/// The known mark that one was probably meant to be: `{.retaned}`.
pub fn near_mark(class: &str) -> Option<&'static str> {
    let class = lang::fold(class);
    let is_known = MARKS.iter().any(|(mark, _)| *mark == class);
    let near = MARKS.iter().map(|(mark, _)| *mark).find(|mark| lang::slips(&class, mark).is_some());
    near.filter(|_| !is_known)
}

fn lists_of_title(title: &str) -> Option<Lists> {
    let folded = lang::fold(title);
    let is_alone = |text: &&str| {
        let bare = folded.split([':', '(', ',']).next().unwrap_or_default().trim();
        bare.strip_suffix('s').unwrap_or(bare) == text.strip_suffix('s').unwrap_or(text)
    };
    if TEXT_TITLES.iter().any(|text| starts_with_word(&folded, text))
        || TEXT_TITLES_ALONE.iter().any(is_alone)
    {
        return Some(Lists::Text);
    }
    is_retained(&folded).then_some(Lists::Retained)
}

/// « Bibliographie », « Exercices », « Exercice 2 »; not « Sourcesafe ».
fn starts_with_word(folded: &str, start: &str) -> bool {
    folded.strip_prefix(start).is_some_and(|rest| {
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !rest.starts_with(char::is_alphanumeric)
    })
}

fn is_retained(folded: &str) -> bool {
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_denied = |at: usize| {
        words[..at]
            .iter()
            .rev()
            .take(2)
            .any(|word| matches!(*word, "non" | "pas" | "not" | "jamais" | "never"))
    };
    let by_word = words.iter().enumerate().any(|(at, word)| match *word {
        "retenu" | "retenus" => !is_denied(at),
        // « Retenues d’eau », « retenue à la source » are things.
        "retenue" | "retenues" => {
            !is_denied(at) && !matches!(words.get(at + 1), Some(&("d" | "de" | "des" | "du" | "a")))
        }
        _ => false,
    });
    let by_phrase = RETAINED_PHRASES.iter().any(|phrase| {
        folded.find(phrase).is_some_and(|at| {
            let before = &folded[..at];
            let n_words = before.split_whitespace().count();
            !before.ends_with(char::is_alphanumeric)
                && !before
                    .split_whitespace()
                    .skip(n_words.saturating_sub(2))
                    .any(|word| matches!(word, "non" | "pas" | "not" | "rien" | "nothing" | "never"))
        })
    });
    by_word || by_phrase || RETAINED_OPENINGS.iter().any(|opening| starts_with_word(folded, opening))
}

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Strand,
    Idea,
    Support,
    /// One side of a question: « Positifs », « Négatifs ».
    Side,
    /// Kept with its title.
    Other,
}

/// Titles by column, in the singular. Adding a word is one line.
const TITLES: &[(&str, Column)] = &[
    ("volet", Column::Strand),
    ("thème", Column::Strand),
    ("thématique", Column::Strand),
    ("axe", Column::Strand),
    ("enjeu", Column::Strand),
    ("chantier", Column::Strand),
    ("orientation", Column::Strand),
    ("strand", Column::Strand),
    ("theme", Column::Strand),
    ("topic", Column::Strand),
    ("pillar", Column::Strand),
    ("idée", Column::Idea),
    ("piste", Column::Idea),
    ("proposition", Column::Idea),
    ("suggestion", Column::Idea),
    ("solution", Column::Idea),
    ("recommandation", Column::Idea),
    ("action", Column::Idea),
    ("idea", Column::Idea),
    ("proposal", Column::Idea),
    ("recommendation", Column::Idea),
    ("soutien", Column::Support),
    ("appui", Column::Support),
    ("porteur", Column::Support),
    ("porteuse", Column::Support),
    ("responsable", Column::Support),
    ("porté par", Column::Support),
    ("soutenu par", Column::Support),
    ("allié", Column::Support),
    ("partenaire", Column::Support),
    ("support", Column::Support),
    ("supported by", Column::Support),
    ("supporter", Column::Support),
    ("lead", Column::Support),
    ("owner", Column::Support),
    ("partner", Column::Support),
    ("positif", Column::Side),
    ("négatif", Column::Side),
    ("point positif", Column::Side),
    ("point négatif", Column::Side),
    ("point fort", Column::Side),
    ("point faible", Column::Side),
    ("pour", Column::Side),
    ("contre", Column::Side),
    ("avantage", Column::Side),
    ("inconvénient", Column::Side),
    ("force", Column::Side),
    ("faiblesse", Column::Side),
    ("opportunité", Column::Side),
    ("menace", Column::Side),
    ("positive", Column::Side),
    ("negative", Column::Side),
    ("pro", Column::Side),
    ("con", Column::Side),
    ("strength", Column::Side),
    ("weakness", Column::Side),
    ("weaknesse", Column::Side),
    ("opportunity", Column::Side),
    ("opportunitie", Column::Side),
    ("threat", Column::Side),
];

/// The titles folded: each table of each synthesis is compared with all of them.
static FOLDED: LazyLock<Vec<String>> =
    LazyLock::new(|| TITLES.iter().map(|(title, _)| lang::fold(title)).collect());

/// Titles with their folded form.
fn titles() -> impl Iterator<Item = (&'static str, &'static str, Column)> {
    TITLES.iter().zip(&*FOLDED).map(|((title, column), folded)| (*title, folded.as_str(), *column))
}

/// What a column holds, from its title: the whole title, else its first word.
pub fn column(title: &str) -> Column {
    let written = singular(title);
    let find = |words: &str| titles().find(|(_, known, _)| *known == words).map(|(_, _, column)| column);
    // « Fondamentaux positifs » says its side last.
    let side = written.rsplit(' ').next().and_then(find).filter(|last| *last == Column::Side);
    find(&written)
        .or_else(|| written.split([' ', '/', ':', '(']).next().and_then(find))
        .or(side)
        .unwrap_or(Column::Other)
}

/// Titles of a column that counts how many times an idea was said, folded, in the singular.
const COUNTS: &[&str] = &["mention", "fois", "nombre", "nb", "vote", "point", "count", "time", "number"];

/// Whether a column counts how many times each idea was said: « Mentions », « Nombre de fois ».
pub fn is_count(title: &str) -> bool {
    let written = singular(title);
    let first = written.split([' ', '/', ':', '(', '.']).next().unwrap_or_default();
    COUNTS.contains(&first.trim_end_matches('s'))
}

/// The known title a column was probably meant to have.
pub fn nearest_column(title: &str) -> Option<&'static str> {
    let written = singular(title);
    titles().find(|(_, known, _)| lang::slips(&written, known).is_some()).map(|(title, _, _)| title)
}

/// A title folded, each word in the singular, inclusive endings left out.
fn singular(title: &str) -> String {
    let mut folded = lang::fold(title);
    for ending in ["(s)", "(es)", "·s", "·e·s", "·e"] {
        folded = folded.replace(ending, "");
    }
    let words = folded.trim_end_matches([':', '.', ' ']).split(' ');
    let words: Vec<&str> =
        words.map(|word| if word.len() > 3 { word.trim_end_matches(['s', 'x']) } else { word }).collect();
    words.join(" ")
}

/// The mark that starts an item in a cell: `- `, « • ».
pub fn bullet(words: &str) -> Option<&str> {
    let mark = words.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '•' | '·' | '*' | '‣' | '▪'))?;
    let rest = &words[mark.len_utf8()..];
    // « -Simplifier » and « -? » are items; « -5 °C » and « --- » are not.
    let starts =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic() || c == '?');
    starts.then(|| &words[..words.len() - rest.trim_start().len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_what_its_lists_are() {
        let check =
            |title: &str, expected: Option<Lists>| assert_eq!(lists_of_title(title), expected, "{title}");
        let (retained, text) = (Some(Lists::Retained), Some(Lists::Text));
        check("Les incontournables retenus (les plus nommés)\u{a0}:", retained);
        check("RETENU", retained);
        check("Idées retenues", retained);
        check("Ce que nous retenons", retained);
        check("Ce que le groupe a retenu de la journée", retained);
        check("À retenir", retained);
        check("Key takeaways", retained);
        check("What was retained", retained);
        check("Idées non retenues", None);
        check("Ce qui n’a pas été retenu", None);
        check("Key ideas", retained);
        check("The key ideas of the evening", retained);
        check("What we are taking away", retained);
        check("Selected ideas", retained);
        check("Ideas selected", retained);
        check("Top ideas", retained);
        check("What stood out", retained);
        check("To remember", retained);
        check("A day to remember", None);
        check("Unselected ideas", None);
        check("Ideas not selected", None);
        check("Not retained", None);
        check("Rien à retenir", None);
        check("Les retenues d’eau", None);
        check("Qu’est-ce qui nous retient?", None);
        check("Bibliographie", text);
        check("Exercices", text);
        check("Exercice 2\u{a0}: la ligne du temps", text);
        check("Ordre du jour", text);
        check("Liste des participants", text);
        check("Présents", text);
        check("Absentes :", text);
        check("Étaient présentes", text);
        check("Qui était là?", text);
        check("Présent et avenir", None);
        check("List of participants", text);
        check("In attendance", text);
        check("Present", text);
        check("Present: 12 people", text);
        check("Who was there", text);
        check("Regrets", text);
        check("Program", text);
        check("Program of the day", text);
        check("Programs and services", None);
        check("Present challenges", None);
        check("Presentation", None);
        check("Regrets about the past", None);
        check("Sourcesafe", None);
        check("Comment mieux nous parler?", None);
    }

    #[test]
    fn columns_are_known_by_their_titles_in_both_languages() {
        let check = |title: &str, expected: Column| assert_eq!(column(title), expected, "{title}");
        check("Volet", Column::Strand);
        check("THÈMES", Column::Strand);
        check("Axes de travail", Column::Strand);
        check("Strand", Column::Strand);
        check("Idées", Column::Idea);
        check("Pistes d’action", Column::Idea);
        check("Enjeux", Column::Strand);
        check("Proposals", Column::Idea);
        check("Soutien(s)", Column::Support);
        check("Appui", Column::Support);
        check("Porteur·e·s", Column::Support);
        check("Supported by", Column::Support);
        check("Éléments positifs", Column::Side);
        check("Négatifs", Column::Side);
        check("Strengths", Column::Side);
        check("Weaknesses", Column::Side);
        check("Heure", Column::Other);
        check("", Column::Other);
    }

    #[test]
    fn an_item_of_a_cell_starts_with_a_mark() {
        let check = |words: &str, expected: Option<&str>| assert_eq!(bullet(words), expected, "{words}");
        check("- Simplifier", Some("- "));
        check("-Simplifier", Some("-"));
        check("–\u{a0}Simplifier", Some("–\u{a0}"));
        check("•Simplifier", Some("•"));
        check("-", Some("-"));
        check("-5 °C", None);
        check("---", None);
        check("Simplifier - clarifier", None);
    }
}
