//! What a text that is no known state was probably meant as.

use super::{AddedWords, COMPARED, Known, Status, StatusKey, around, compared, is_short, known, readings};
use crate::diagnostic::status::StateMeant;
use crate::kind::plan::percent;
use crate::lang::{self, Lang};

/// A known state that opens a text which says more, and where it ends: « C’est fait à moitié »,
/// « Adopté par le comité le 3 mai », « Prévu en 2027 ».
///
/// After other words than those of what is done, a number alone tells that the state is dated:
/// « En cours d’année » is a moment.
pub(super) fn opening(text: &str, lang: Lang) -> Option<(&'static Known, usize)> {
    // No state has more words.
    let ends = text.match_indices(char::is_whitespace).map(|(at, _)| at).take(8);
    let opening = |at: usize| {
        let (first, rest) = (around::without_emphasis(&compared(&text[..at])), text[at..].trim());
        let known = super::find(&first, lang)?;
        let is_dated = || is_short(rest) && rest.contains(|c: char| c.is_ascii_digit());
        let is_state = match known.key == StatusKey::Done {
            true => !rest.is_empty(),
            false => known.key.is_stated() && is_dated(),
        };
        is_state.then_some((known, at))
    };
    ends.filter_map(opening).last()
}

/// The known word that a whole text almost is, or that it may stand for. A text of its own is left
/// alone, and a digit is never a slip of a word.
///
/// It is a word in the language of the document; one of the other language, when it is a letter away from it.
pub(super) fn near_miss(text: &str, lang: Lang) -> Option<&'static str> {
    let bare = around::without_emphasis(&compared(text));
    let is_done = |rest: &str| known(rest, &AddedWords::new(), lang) == Some(StatusKey::Done);
    if let Some(meant) = around::denied(&bare, is_done) {
        return Some(meant);
    }
    // « Réalisée : non »
    let denied = readings(text).into_iter().find_map(|(head, detail)| {
        let detail = detail?;
        let doubt = around::doubt(known(head, &AddedWords::new(), lang)?, detail)?;
        (doubt == around::Doubt::Denied).then(|| lang::fold(detail))
    });
    if let Some(said) = denied {
        let is_english = ["no", "not yet", "never", "false"].contains(&said.as_str());
        return Some(if is_english { "To do" } else { "À faire" });
    }
    if let Some((opening, _)) = opening(text, lang) {
        return Some(opening.words);
    }
    let written = bare.split(' ').map(masculine_singular).collect::<Vec<_>>().join(" ");
    if written.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    COMPARED
        .iter()
        .filter(|known| known.key != StatusKey::NotStated)
        .filter_map(|known| {
            let n_slips = lang::slips(&written, &known.compared);
            let n_slips = n_slips.or_else(|| lang::slips_by_ear(&written, &known.compared));
            // « Finni »: too short to bear another slip, a word may have a letter twice.
            let is_doubled =
                || known.compared.len() >= 4 && undoubled(&written).eq(undoubled(&known.compared));
            let n_slips = n_slips.or_else(|| is_doubled().then_some(1))?;
            let is_foreign = known.is_foreign(lang);
            let is_meant = (!is_foreign || n_slips < 2) && !around::turns(&written, &known.compared);
            is_meant.then_some((is_foreign, n_slips, known.words))
        })
        .min_by_key(|(is_foreign, n_slips, _)| (*is_foreign, *n_slips))
        .map(|(.., words)| words)
}

/// The letters of a word, each that is written twice in a row once.
fn undoubled(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.chars().filter(move |c| last.replace(*c) != Some(*c))
}

/// A word without its ending, as far as a misspelt word can tell.
///
/// Other plurals are left alone: « En cour » is a slip to report, not the singular of « En cours ».
fn masculine_singular(word: &str) -> &str {
    let singular = match word.strip_suffix('s') {
        Some(singular) if singular.ends_with(['e', 't', 'u']) => singular,
        _ => word,
    };
    match singular.strip_suffix('e') {
        Some(masculine) if masculine.ends_with(['e', 't', 'u']) => masculine,
        _ => singular,
    }
}

/// What to propose for a number that stands alone as a state, and the key to give it: « 75 » may be
/// 75 %, and « 120 % » is nothing known.
pub fn of_number(status: &Status) -> Option<(StateMeant, StatusKey)> {
    let Status { key, text, is_declared, .. } = status;
    if *key != StatusKey::Noted || *is_declared {
        return None;
    }
    match percent::unsigned(text) {
        Some(percent) => {
            Some((StateMeant::Near(format!("{percent}\u{a0}%")), status.clone().at(percent).key))
        }
        None if text.contains('%') && percent::is_meant(text) => {
            Some((StateMeant::Unknown, around::likely(text)))
        }
        None => None,
    }
}

/// What to propose for a text, of which `near` is the known word that was probably meant, and the
/// key to give it. « Fait à moitié » opens with a word that says more than the whole does.
pub fn of(text: &str, near: Option<&str>, lang: Lang) -> (StateMeant, StatusKey) {
    let Some(near) = near else { return (StateMeant::Unknown, around::likely(text)) };
    match opening(text, lang).filter(|(known, _)| known.words == near) {
        Some((known, at)) => {
            let (first, rest) = text.split_at(at);
            let key = if known.key == StatusKey::Done { StatusKey::Partial } else { known.key };
            let (first, rest) = (first.trim().to_owned(), rest.trim().to_owned());
            (StateMeant::Opens { state: near.to_owned(), first, rest }, key)
        }
        None => {
            let key = known(near, &AddedWords::new(), lang).unwrap_or_else(|| around::likely(text));
            (StateMeant::Near(near.to_owned()), key)
        }
    }
}
