//! The state of an action, read from the author's words.

mod around;
mod key;
pub mod meant;
pub mod synonyms;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::{measure, percent};
use crate::diagnostic::status::Against;
use crate::lang::{Lang, fold, months};
use around::Doubt;
use synonyms::SYNONYMS;

/// The keys of a state, in the order they are counted and drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusKey {
    Done,
    Partial,
    InProgress,
    Preparing,
    Planned,
    Postponed,
    OnHold,
    Ongoing,
    Noted,
    NotStated,
    Dropped,
}

/// The state of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub key: StatusKey,
    /// Exactly as written; empty when nothing was.
    pub text: String,
    /// What follows the known words: « Réalisée (12 mai) » keeps « 12 mai ».
    pub detail: Option<String>,
    /// « 40 % » keeps 40; never above 100.
    pub percent: Option<u8>,
    /// « 6 régions visitées » keeps 6.
    pub quantity: Option<u32>,
    /// Whether `[statuses]` says what its words mean.
    pub is_declared: bool,
}

/// Words a site or a plan adds: folded words → key.
pub type AddedWords = BTreeMap<String, StatusKey>;

/// Reads a state. The second value is the known word that was probably meant, on a near miss.
///
/// The whole cell must be a known word, alone or before a detail; nothing is looked for inside a
/// text, because « 3 rencontres réalisées » does not say that the action is done.
pub fn read(text: &str, added: &AddedWords, lang: Lang) -> (Status, Option<&'static str>) {
    match understood(text, added, lang) {
        Some(status) => (status, None),
        None => {
            (Status { quantity: quantity(text, lang), ..Status::noted(text) }, meant::near_miss(text, lang))
        }
    }
}

/// The state that known words say, for who does not ask what a text of its own was meant as, which takes
/// ten times longer: nothing where they say none.
pub fn understood(text: &str, added: &AddedWords, lang: Lang) -> Option<Status> {
    let mut status = Status::noted(text);
    if let Some(percent) = percent::marked(text).or_else(|| around::at_percent(text)) {
        return Some(status.at(percent));
    }
    for (head, detail) in readings(text) {
        let Some(key) = known(head, added, lang) else { continue };
        // « ? : à valider » does say something.
        if key == StatusKey::NotStated && detail.is_some() {
            continue;
        }
        let doubt = detail.and_then(|detail| around::doubt(key, detail));
        let (key, percent) = match doubt {
            // « Réalisée : non » is no state that is known.
            Some(Doubt::Denied) => return None,
            Some(Doubt::Partly) => (StatusKey::Partial, None),
            Some(Doubt::At(percent)) => (key, Some(percent)),
            None => (key, detail.and_then(percent::marked)),
        };
        status.is_declared = !added.is_empty() && declared(&compared(head), added).is_some();
        status.detail = detail.map(str::to_owned);
        return Some(status.of(key, percent));
    }
    if let Some((head, percent)) = around::with_percent(text)
        && let Some(key @ (StatusKey::Done | StatusKey::InProgress | StatusKey::Partial)) =
            known(head, added, lang)
    {
        return Some(status.of(key, Some(percent)));
    }
    let (head, to) = around::postponed_to(text)?;
    (known(head, added, lang) == Some(StatusKey::Postponed)).then(|| {
        status.detail = Some(to.to_owned());
        status.of(StatusKey::Postponed, None)
    })
}

/// Whether a text says a known state, and nothing else. Titles are asked, and hardly any does.
pub fn is_alone(text: &str) -> bool {
    let (added, lang) = (AddedWords::new(), Lang::Fr);
    // A percentage is read in all the forms that its sign has.
    let says = match text.contains(['%', '％', '﹪']) {
        true => {
            understood(text, &added, lang).filter(|status| status.detail.is_none()).map(|status| status.key)
        }
        false => {
            let mut wholes = readings(text).into_iter().take_while(|(_, detail)| detail.is_none());
            wholes.find_map(|(head, _)| known(head, &added, lang))
        }
    };
    says.is_some_and(StatusKey::is_stated)
}

/// The ways to cut a cell into known words and a detail, the longest head first.
fn readings(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut readings = vec![(text, None)];
    for (at, c) in text.char_indices().rev() {
        let separates = match c {
            ':' | ',' | ';' => true,
            // « Réalisé(e) » is one word; « Réalisé(12 mai) » lacks a space.
            '(' => {
                text[..at].ends_with(char::is_whitespace) || text[at..].contains(|c: char| c.is_ascii_digit())
            }
            '-' | '–' | '—' => text[..at].ends_with(char::is_whitespace),
            _ => false,
        };
        if !separates {
            continue;
        }
        let rest = text[at + c.len_utf8()..].trim();
        let rest = match c {
            '(' => rest.trim_end_matches('.').strip_suffix(')').unwrap_or(rest).trim(),
            _ => rest,
        };
        readings.push((&text[..at], (!rest.is_empty()).then_some(rest)));
    }
    readings
}

fn known(head: &str, added: &AddedWords, lang: Lang) -> Option<StatusKey> {
    let written = compared(head);
    if let Some(key) = declared(&written, added) {
        return Some(key);
    }
    if written.is_empty() {
        return Some(StatusKey::NotStated);
    }
    let written = around::without_emphasis(&written);
    find(&written, lang).map(|known| known.key)
}

/// The known words that a compared text is a form of: those of its own language first, for “Continues” is not what
/// « Continues » is.
fn find(written: &str, lang: Lang) -> Option<&'static Known> {
    let mut foreign = None;
    for known in COMPARED.iter().filter(|known| is_form_of(written, &known.compared)) {
        if !known.is_foreign(lang) {
            return Some(known);
        }
        foreign.get_or_insert(known);
    }
    foreign
}

fn declared(written: &str, added: &AddedWords) -> Option<StatusKey> {
    added.iter().find(|(words, _)| is_form_of(written, &compared(words))).map(|(_, key)| *key)
}

/// A known word, ready to be compared.
struct Known {
    key: StatusKey,
    words: &'static str,
    compared: String,
    lang: Option<Lang>,
}

impl Known {
    /// Whether it is a word of the other language alone.
    fn is_foreign(&self, lang: Lang) -> bool {
        self.lang.is_some_and(|own| own != lang)
    }
}

static COMPARED: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |(key, words, lang): &(StatusKey, &'static str, Option<Lang>)| Known {
        key: *key,
        words,
        compared: compared(words),
        lang: *lang,
    };
    SYNONYMS.iter().map(known).collect()
});

/// Whether a text is some known words, each with its ending: é|ée|és|ées, t|te|ts|tes, u|ue|us|ues.
///
/// Endings are added to the known word, never taken from the written one: « Report » and « Début »
/// are no forms of « reporté » and « débuté ».
fn is_form_of(written: &str, known: &str) -> bool {
    // A log of thousands of entries is compared with every known word: most differ at once. An ending has
    // two letters at most, so no form is much more than twice as long.
    if written.as_bytes().first() != known.as_bytes().first() || written.len() > 2 * known.len() + 1 {
        return false;
    }
    let mut written = written.split(' ');
    let all_known = known.split(' ').all(|known| {
        written.next().and_then(|word| word.strip_prefix(known)).is_some_and(|ending| {
            ending.is_empty() || (known.ends_with(['e', 't', 'u']) && ["e", "s", "es"].contains(&ending))
        })
    });
    all_known && written.next().is_none()
}

/// The form under which words are compared: folded, without emphasis, inclusive endings nor final
/// punctuation.
fn compared(text: &str) -> String {
    let folded = fold(text);
    let bare = folded
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '`'))
        .trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | '!' | ';' | ',' | ':' | '…' | '*' | '_')
        });
    if bare.chars().all(|c| c == '-') {
        return String::new();
    }
    let plain = without_inclusive_endings(bare);
    if !plain.contains('-') {
        return plain;
    }
    plain.split([' ', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// « réalisé(e)s », « réalisé·e·s » and « réalisé.e » as « réalisé ».
fn without_inclusive_endings(folded: &str) -> String {
    let mut plain = folded.to_owned();
    // Most words have none, and each ending is long to look for; « · » ends with this byte.
    if !folded.bytes().any(|byte| matches!(byte, b'(' | b'.' | 0xb7)) {
        return plain;
    }
    for ending in ["(e)s", "(es)", "(e)", "(s)", "·e·s", "·es", "·e", ".e.s", ".es", ".e"] {
        let mut from = 0;
        while let Some(found) = plain[from..].find(ending) {
            let (at, end) = (from + found, from + found + ending.len());
            let inside =
                plain[..at].ends_with(char::is_alphabetic) && !plain[end..].starts_with(char::is_alphabetic);
            if inside {
                plain.replace_range(at..end, "");
                from = at;
            } else {
                from = end;
            }
        }
    }
    plain
}

/// The number that opens a text when a noun follows it.
fn quantity(text: &str, lang: Lang) -> Option<u32> {
    let folded = fold(text);
    let folded = measure::without_commas(&folded, lang);
    let words: Vec<&str> = folded.trim_start_matches(['*', '_']).split(' ').collect();
    // « 2 000 personnes »: thousands stand in groups of three.
    let digits = |word: &&&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let n_groups = words.iter().take_while(digits).count();
    let grouped = n_groups > 0 && words[1..n_groups].iter().all(|group| group.len() == 3);
    let noun = words.get(n_groups)?;
    if !grouped || !noun.starts_with(char::is_alphabetic) || MONTHS.iter().any(|month| month == noun) {
        return None;
    }
    words[..n_groups].concat().parse().ok()
}

/// The names of the months in both languages, folded.
static MONTHS: LazyLock<Vec<String>> =
    LazyLock::new(|| [Lang::Fr, Lang::En].into_iter().flat_map(months).map(fold).collect());

/// How many letters and how many words the name of a state has; what is longer is a text.
const SHORT: (usize, usize) = (24, 4);

fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT.0 && text.split_whitespace().count() <= SHORT.1
}

/// Whether there is an acronym among its words: « AGA de juin » names a meeting.
fn names_something(text: &str) -> bool {
    let is_acronym = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    text.split_whitespace().any(is_acronym) && text.contains(char::is_lowercase)
}

impl Status {
    /// Words that say no known state.
    fn noted(text: &str) -> Status {
        Status {
            key: StatusKey::Noted,
            text: text.to_owned(),
            detail: None,
            percent: None,
            quantity: None,
            is_declared: false,
        }
    }

    /// Whether it is short enough to be meant as a state, and is no known one: « En rédaction ».
    pub fn is_short_note(&self) -> bool {
        self.key == StatusKey::Noted
            && !self.is_declared
            && is_short(&self.text)
            && !self.text.contains(|c: char| c.is_ascii_digit())
            && !names_something(&self.text)
    }

    /// What it says of the action, where a progress beside it says otherwise.
    pub fn against(&self, percent: u8) -> Option<Against> {
        match (self.key, percent) {
            (StatusKey::Done, ..100) => Some(Against::Completed),
            // One percent may be the least of one that was rounded.
            (StatusKey::Planned, 2..) => Some(Against::NotBegun),
            _ => None,
        }
    }

    /// The same words, understood as a state and a percentage; « Complété (80 %) » is on its way.
    fn of(self, key: StatusKey, percent: Option<u8>) -> Status {
        match percent {
            Some(percent) if key == StatusKey::Done => self.at(percent),
            percent => Status { key, percent, ..self },
        }
    }

    /// The same words, understood as a percentage.
    pub fn at(self, percent: u8) -> Status {
        let key = match percent {
            0 => StatusKey::Planned,
            100 => StatusKey::Done,
            _ => StatusKey::InProgress,
        };
        Status { key, percent: Some(percent), ..self }
    }
}
