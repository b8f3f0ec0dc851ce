//! The words that stand in addresses, in the language of the pages: `/etiquettes/`, `/en/tags/`.

use std::collections::BTreeMap;

use crate::words::Words;

/// The words of a language that stand in addresses, made fit for them; a site changes them in
/// its files of words, table `[addresses]`.
///
/// None is empty, and no two that could stand at one place are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressWords {
    words: BTreeMap<&'static str, String>,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Right below the home page.
    Home,
    /// Right below a plan.
    Plan,
    /// In the address of the next pages of a list.
    List,
    /// After the `?` that narrows the list of the actions of a plan.
    Query,
}

/// Every word by its key in `[addresses]`, with the one that serves where a language gives none.
const KNOWN: [(&str, Place, &str); 16] = [
    ("tags", Place::Home, "tags"),
    ("search", Place::Home, "search"),
    ("glossary", Place::Home, "glossary"),
    ("method", Place::Home, "method"),
    ("orientation", Place::Plan, "orientation"),
    ("actions", Place::Plan, "actions"),
    ("report", Place::Plan, "report"),
    ("calendar", Place::Plan, "calendar"),
    ("responsible", Place::Plan, "responsible"),
    ("changes", Place::Plan, "changes"),
    ("page", Place::List, "page"),
    ("by_status", Place::Query, "status"),
    ("by_responsible", Place::Query, "who"),
    ("by_orientation", Place::Query, "orientation"),
    ("by_late", Place::Query, "late"),
    ("by_words", Place::Query, "q"),
];

/// A word that cannot stand in addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has no letter or digit.
    Empty { key: &'static str, written: String },
    /// Another word at the same place is the same.
    Same { key: &'static str, word: String, other: &'static str },
}

impl AddressWords {
    /// The words of a language, and those of them that cannot serve; their keys do then.
    pub fn of(words: &Words) -> (AddressWords, Vec<Fault>) {
        let mut own: BTreeMap<&'static str, String> = BTreeMap::new();
        let mut faults = Vec::new();
        for (nth, (key, place, default)) in KNOWN.into_iter().enumerate() {
            let written = words.entries().get(&format!("addresses.{key}"));
            let word = slug::slugify(written.map_or(default, String::as_str));
            let same = KNOWN[..nth].iter().find(|(other, there, _)| *there == place && own[other] == word);
            let fault = match same {
                _ if word.is_empty() => {
                    Some(Fault::Empty { key, written: written.cloned().unwrap_or_default() })
                }
                Some((other, _, _)) => Some(Fault::Same { key, word: word.clone(), other }),
                None => None,
            };
            // A word that is refused stops the publication; its key keeps it from hiding other troubles.
            own.insert(key, if fault.is_none() { word } else { format!("_{key}") });
            faults.extend(fault);
        }
        (AddressWords { words: own }, faults)
    }

    /// The word of a key, one of those known here.
    pub fn word(&self, key: &'static str) -> &str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// The end of an address below a home page, a section or a plan, in the words of another
    /// language: `etiquettes/logement/` becomes `tags/logement/`.
    pub fn translated(&self, rest: &str, to: &AddressWords) -> String {
        let parts: Vec<&str> = rest.split('/').collect();
        let is_number = |part: Option<&&str>| part.is_some_and(|part| part.parse::<usize>().is_ok());
        let translated = parts.iter().enumerate().map(|(at, part)| {
            if *part == self.word("page") && is_number(parts.get(at + 1)) {
                return to.word("page").to_owned();
            }
            match at {
                0 => self.translated_first(part, to),
                _ => (*part).to_owned(),
            }
        });
        translated.collect::<Vec<String>>().join("/")
    }

    fn translated_first(&self, part: &str, to: &AddressWords) -> String {
        let found = KNOWN.iter().find_map(|(key, place, _)| {
            let rest = part.strip_prefix(self.word(key))?;
            match place {
                Place::List | Place::Query => None,
                // `orientation-2`
                Place::Plan if *key == "orientation" && rest.starts_with('-') => Some((*key, rest)),
                Place::Home | Place::Plan => rest.is_empty().then_some((*key, rest)),
            }
        });
        found.map_or_else(|| part.to_owned(), |(key, rest)| format!("{}{rest}", to.word(key)))
    }
}

/// Words as they may stand in an address: `comite-logement`; empty when none of them may.
pub fn fit(words: &str) -> String {
    slug::slugify(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn words(written: &[(&str, &str)]) -> Words {
        let words = written.iter().map(|(key, word)| (format!("addresses.{key}"), (*word).to_owned()));
        Words::new(Lang::Fr, words.collect())
    }

    #[test]
    fn the_end_of_an_address_is_put_in_the_words_of_another_language() {
        let french =
            [("tags", "Étiquettes"), ("report", "bilan"), ("orientation", "orientation"), ("page", "page")];
        let english =
            [("tags", "tags"), ("report", "report"), ("orientation", "priority"), ("page", "sheet")];
        let (french, english) = (AddressWords::of(&words(&french)).0, AddressWords::of(&words(&english)).0);
        let check = |rest: &str, expected: &str| assert_eq!(french.translated(rest, &english), expected);
        check("etiquettes/", "tags/");
        check("etiquettes/bilan/", "tags/bilan/");
        check("bilan/", "report/");
        check("orientation-2/", "priority-2/");
        check("orientation/", "priority/");
        check("2.1.3/", "2.1.3/");
        check("page/2/", "sheet/2/");
        check("page/deux/", "page/deux/");
        check("404.html", "404.html");
    }

    #[test]
    fn words_that_cannot_serve_are_told() {
        let faults = |written: &[(&str, &str)]| AddressWords::of(&words(written)).1;
        assert_eq!(faults(&[("report", "bilan"), ("page", "bilan")]), [], "they never stand at one place");
        let same = Fault::Same { key: "calendar", word: "bilan".to_owned(), other: "report" };
        assert_eq!(faults(&[("report", "Bilan"), ("calendar", "bilan")]), [same]);
        assert_eq!(faults(&[("tags", "…")]), [Fault::Empty { key: "tags", written: "…".to_owned() }]);
    }
}
