//! French and English, the two languages jalon itself speaks: dates, numbers and lists from its own
//! tables, and what makes two words the same whatever the keyboard.
//!
//! The other languages a site may be in are in `locale`, which leans on these tables first.

mod fold;
mod french;

use serde::Serialize;

use crate::date::Date;

/// A language jalon itself reads and writes: its vocabulary, messages and dates in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Fr,
    En,
}

/// The no-break space that French sets before `:` and `%` and inside « ».
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A text on one line: its white space, no-break included, made single spaces.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Lang {
    /// The language of a tag such as `fr`, `fr-CA` or `en-CA`; any other tag reads as French,
    /// the language of the documents jalon was made for.
    pub fn of_tag(tag: &str) -> Lang {
        match tag.split(['-', '_']).next() {
            Some(code) if code.eq_ignore_ascii_case("en") => Lang::En,
            _ => Lang::Fr,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

/// The names of the months, January first.
pub const fn months(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
}

/// The name of a month counted from 1.
pub fn month(lang: Lang, month: i8) -> &'static str {
    months(lang)[usize::try_from(month - 1).expect("months are counted from 1")]
}

/// A month counted from 1, as short as tables and drawings write it: « juill. », “Jul.”.
pub fn short_month(lang: Lang, month: i8) -> &'static str {
    let months = match lang {
        Lang::Fr => [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
            "déc.",
        ],
        Lang::En => {
            ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
        }
    };
    months[usize::try_from(month - 1).expect("months are counted from 1")]
}

/// A date in words: « 1er octobre 2013 », “October 1, 2013”.
///
/// CLDR writes « 1 octobre »; the Office québécois de la langue française asks for « 1er ».
pub fn date_in_words(lang: Lang, date: Date) -> String {
    // Every card of a list has one.
    let (day, month, year) = (day_of_month(lang, date), month(lang, date.month()), date.year().to_string());
    match lang {
        Lang::Fr => [&day, " ", month, " ", &year].concat(),
        Lang::En => [month, " ", &day, ", ", &year].concat(),
    }
}

/// A day without its year: « 1er octobre », “October 1”.
pub fn day_and_month(lang: Lang, date: Date) -> String {
    let month = month(lang, date.month());
    match lang {
        Lang::Fr => format!("{} {month}", day_of_month(lang, date)),
        Lang::En => format!("{month} {}", day_of_month(lang, date)),
    }
}

/// The day as a date writes it: « 1er » then « 2 », “1” then “2”.
pub fn day_of_month(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Fr if date.day() == 1 => ordinal(lang, 1, Gender::Masculine),
        Lang::Fr | Lang::En => date.day().to_string(),
    }
}

/// A month of a year: « mars 2026 », “March 2026”.
pub fn month_and_year(lang: Lang, date: Date) -> String {
    format!("{} {}", month(lang, date.month()), date.year())
}

/// An hour of the day, from 0 to 23, and its minutes: « 13 h 30 », « 8 h 5 », “1:30 p.m.”.
///
/// In a text, the Office québécois de la langue française writes neither a zero before the minutes
/// nor the minutes of a whole hour.
pub fn hour(lang: Lang, hour: u8, minute: u8) -> String {
    match lang {
        Lang::Fr if minute == 0 => format!("{hour}{NO_BREAK_SPACE}h"),
        Lang::Fr => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute}"),
        Lang::En => {
            let half = if hour < 12 { "a.m." } else { "p.m." };
            format!("{}:{minute:02}{NO_BREAK_SPACE}{half}", (hour + 11) % 12 + 1)
        }
    }
}

/// The gender of what an ordinal counts, which French hears in the first one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// A rank: « 1er », « 1re », « 2e »; “1st”, “2nd”, “11th”.
pub fn ordinal(lang: Lang, n: usize, gender: Gender) -> String {
    let ending = match (lang, gender) {
        (Lang::Fr, Gender::Masculine) if n == 1 => "er",
        (Lang::Fr, Gender::Feminine) if n == 1 => "re",
        (Lang::Fr, _) => "e",
        (Lang::En, _) => match (n % 10, n % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        },
    };
    format!("{}{ending}", number(lang, n))
}

/// Things one after the other: « A, B et C », “A, B and C”.
pub fn list<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    let and = match lang {
        Lang::Fr => " et ",
        Lang::En => " and ",
    };
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(S::as_ref).collect();
            format!("{}{and}{}", before.join(", "), last.as_ref())
        }
    }
}

/// Whether a count takes the singular: French says « 0 action », English “0 actions”.
pub fn is_singular(lang: Lang, n: usize) -> bool {
    match lang {
        Lang::Fr => n < 2,
        Lang::En => n == 1,
    }
}

/// A whole number as the language writes it: « 12 345 » with no-break spaces, “12,345”.
pub fn number(lang: Lang, n: usize) -> String {
    let digits = n.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let separator = match lang {
        Lang::Fr => NO_BREAK_SPACE,
        Lang::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A word between the quotation marks of the language.
pub fn quoted(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Fr => format!("«{NO_BREAK_SPACE}{word}{NO_BREAK_SPACE}»"),
        Lang::En => format!("“{word}”"),
    }
}

/// Whether a text is what people write for `true` or `false`.
pub fn says_yes_or_no(text: &str) -> bool {
    ["oui", "non", "vrai", "faux", "yes", "no", "true", "false"].contains(&fold(text).as_str())
}

/// Text folded for comparing words: no accents, no case, typographic marks made plain,
/// white space (no-break included) made single spaces, trimmed.
///
/// « Échéancier », « echeancier » and « ÉCHÉANCIER » fold to the same text.
pub fn fold(text: &str) -> String {
    fold::folded(text)
}

/// Whether two texts fold to the same. Most of those that are compared are the same but for the case, or start
/// with another letter.
pub fn is_alike(one: &str, other: &str) -> bool {
    match (one.as_bytes(), other.as_bytes()) {
        ([a, ..], [b, ..]) if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() => {
            a.eq_ignore_ascii_case(b) && (one.eq_ignore_ascii_case(other) || fold(one) == fold(other))
        }
        _ => fold(one) == fold(other),
    }
}

/// How many slips of the pen lie between what was written and a word, when they are few enough
/// for it to be what was meant: a letter added, left out or changed, or two neighbours swapped.
///
/// Short words resemble each other by chance: the longer the word, the more slips it can bear.
/// Both are compared as given; fold them first when accents and case are no slips.
pub fn slips(written: &str, word: &str) -> Option<usize> {
    let n_letters = word.chars().count();
    let n_allowed = match n_letters {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    // Each slip changes the length by one at most, brings one letter at most and takes one away: the costly
    // measure is only for the few left.
    let lacks = |one: u64, other: u64| (one & !other).count_ones() as usize > n_allowed;
    let (read, known) = (letters(written), letters(word));
    if written.chars().count().abs_diff(n_letters) > n_allowed || lacks(read, known) || lacks(known, read) {
        return None;
    }
    Some(strsim::osa_distance(written, word)).filter(|n_slips| *n_slips <= n_allowed)
}

/// Which letters a word has, a bit each; some share one.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}

/// The same, for who writes what they hear: « Relizée » sounds like « réalisée », but is two letters away
/// from it. « Relais » is as near, and does not: its consonants and vowels follow each other otherwise.
pub fn slips_by_ear(written: &str, word: &str) -> Option<usize> {
    let n_allowed = match word.chars().count() {
        0..=5 => 0,
        6..=8 => 2,
        _ => 3,
    };
    if !heard(written).eq(heard(word)) {
        return None;
    }
    Some(strsim::osa_distance(written, word)).filter(|n_slips| *n_slips <= n_allowed)
}

/// A folded text as its consonants, in the order heard, each group of vowels made one. Nothing is kept of
/// it: every state of a large plan is compared with every word, and most differ from the first letter.
fn heard(text: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    let letters = text.chars().filter(|c| *c != 'h').map(|c| match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => '*',
        'z' => 's',
        'k' | 'q' => 'c',
        c => c,
    });
    letters.filter(move |c| last.replace(*c) != Some(*c))
}

/// The known word nearest to what was written, when it is near enough to be what was meant.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = fold(written);
    known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&written, &fold(word)), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, word)| word)
}

/// The known path nearest to what was written, by its last name: what was meant is often the right
/// name in the wrong folder, and a folder is shared by many. Of two that are as near, the one whose
/// folder is, then the first. What stands in a folder of that name comes after.
///
/// A path never means the folder it is said to be in. How a page is named does not count: `mission/`,
/// `mission.md` and `mission/index.html` are one.
pub fn nearest_path<'a, T>(written: &str, known: impl IntoIterator<Item = (&'a str, T)>) -> Option<T> {
    let written = bare_path(written);
    let parts = |path: &str| {
        path.rsplit_once('/')
            .map_or((String::new(), path.to_owned()), |(folder, name)| (folder.to_owned(), name.to_owned()))
    };
    let (written_folder, written_name) = parts(&written);
    let mut best = None;
    for (path, named) in known {
        let path = bare_path(path);
        if written.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('/')) {
            continue;
        }
        let (folder, name) = parts(&path);
        let by_name = strsim::jaro_winkler(&written_name, &name);
        let of_folders = folder.split('/').map(|part| strsim::jaro_winkler(&written_name, part) - 0.1);
        let likeness = of_folders.fold(by_name, f64::max);
        let found = (likeness, strsim::jaro_winkler(&written_folder, &folder));
        if likeness > 0.85 && best.as_ref().is_none_or(|(most, _)| found > *most) {
            best = Some((found, named));
        }
    }
    best.map(|(_, named)| named)
}

fn bare_path(path: &str) -> String {
    let folded = fold(path.trim_matches('/'));
    let (folder, name) = folded.rsplit_once('/').unwrap_or(("", &folded));
    let is_of_page = |(_, end): &(&str, &str)| ["md", "html", "htm", "php"].contains(end);
    let stem = name.rsplit_once('.').filter(is_of_page).map_or(name, |(stem, _)| stem);
    match (stem, folder) {
        ("index" | "_index", _) => folder.to_owned(),
        (_, "") => stem.to_owned(),
        (_, _) => format!("{folder}/{stem}"),
    }
}

/// The known anchor nearest to what was written, by the whole or by one of its words:
/// `#valeur` means `#nos-valeurs`.
pub fn nearest_anchor<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(written, known.clone()).or_else(|| {
        let words = known.flat_map(|anchor| anchor.split('-').map(move |word| (word, anchor)));
        // Small words resemble each other by chance.
        nearest_path(written, words.filter(|(word, _)| word.len() > 3))
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, is_alike, on_one_line};
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_text_on_one_line() {
        assert_eq!(on_one_line(" La\n  Ruche\u{a0}!\t"), "La Ruche !");
        assert_eq!(on_one_line(" \n"), "");
    }

    #[test]
    fn accents_case_spaces_and_typographic_marks_do_not_matter() {
        let check = |text: &str, folded: &str| assert_eq!(fold(text), folded, "{text}");
        check("  ÉCHÉANCIER\u{a0}:  d’ici – là ", "echeancier : d'ici - la");
        // An accent typed after its letter, and two of them in either order.
        check("e\u{301}te\u{301}", "ete");
        check("a\u{323}\u{302}x a\u{302}\u{323}x", "ax ax");
        check("Œuvre ½ n\u{ad}o\u{200b}n", "oeuvre 1⁄2 non");
    }

    proptest! {
        #[test]
        fn texts_are_alike_when_they_fold_to_the_same(one in "[aAbéÉ1 ’'\u{301}]{0,3}", other in "[aAbéÉ1 ’'\u{301}]{0,3}") {
            prop_assert_eq!(is_alike(&one, &other), fold(&one) == fold(&other));
        }

        #[test]
        fn a_text_folds_like_its_decomposed_form(text in any::<String>(), marks in "[a éÀçŒ’«»–\u{a0}\u{301}\u{323}\u{5b0}\u{5c1}ﬁ]{0,12}") {
            for text in [text, marks] {
                prop_assert_eq!(fold(&text), fold(&text.nfkd().collect::<String>()));
            }
        }
    }
}
