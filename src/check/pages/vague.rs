//! Words of links that say nothing once they are read away from their sentence.

use crate::lang::fold;

/// In French and in English, folded: a list of links is read aloud without what stands around them.
const VAGUE: &[&str] = &[
    "ce lien",
    "cet article",
    "cette page",
    "clic",
    "clique ici",
    "cliquer",
    "cliquer ici",
    "cliquez",
    "cliquez ici",
    "cliquez la",
    "continuer",
    "details",
    "en savoir davantage",
    "en savoir plus",
    "ici",
    "la",
    "la suite",
    "le lien",
    "lien",
    "lire",
    "lire davantage",
    "lire la suite",
    "lire plus",
    "lisez la suite",
    "par ici",
    "plus",
    "plus d'info",
    "plus d'infos",
    "plus d'information",
    "plus d'informations",
    "plus de details",
    "savoir plus",
    "suite",
    "suivez ce lien",
    "sur ce lien",
    "voir",
    "voir ici",
    "voir la suite",
    "voir plus",
    "click",
    "click here",
    "click this link",
    "continue",
    "continue reading",
    "find out more",
    "go",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more info",
    "more information",
    "read",
    "read more",
    "see here",
    "see more",
    "the link",
    "this",
    "this link",
    "this page",
    "view",
    "view more",
];

/// More letters than any of these has, however they are written.
const MANY: usize = 40;

/// Whether the words of a link do not say where it leads.
pub fn is_vague(words: &str) -> bool {
    // Most links are said in full, and a page has a hundred of them: those are not folded.
    if words.chars().filter(|c| !c.is_whitespace()).nth(MANY).is_some() {
        return false;
    }
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    VAGUE.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::is_vague;

    #[test]
    fn words_that_say_nothing_are_known_in_both_languages() {
        for words in
            ["ici", "Cliquez ici!", "« Lire la suite »", "En savoir plus…", "Click here", "read more →", "là"]
        {
            assert!(is_vague(words), "{words}");
        }
        for words in ["Bilan de l’automne", "Plan 2025-2026", "Voir le plan", "2", "→", "", "here to stay"]
        {
            assert!(!is_vague(words), "{words}");
        }
    }
}
