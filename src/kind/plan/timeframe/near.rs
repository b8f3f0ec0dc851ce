//! Understands a text, and when it cannot, looks for what was probably meant.

use std::sync::LazyLock;

use super::forms::{self, Form, Reading};
use super::impossible;
use super::lexer::{self, Token, TokenKind};
use super::order;
use super::phrases::PHRASES;
use super::resolve::Unresolved;
use super::sense::Horizon;
use super::vocabulary;
use super::{Calendar, Doubt, TimeframeKind};
use crate::date::Date;
use crate::kind::plan::status::{self, AddedWords, StatusKey};
use crate::lang::{self, Lang, fold, months};

/// What a text says, else the doubt to tell its author.
pub(super) fn understand(text: &str, lang: Lang, calendar: &Calendar) -> Result<Reading, Doubt> {
    let tokens = lexer::tokens(text);
    let mut reading = understood(text, without_final_mark(&tokens), lang, calendar)?;
    reading.doubts.extend(order::swapped(&tokens, lang).map(|day| Doubt::SwappedDate { day }));
    Ok(reading)
}

fn understood(text: &str, tokens: &[Token], lang: Lang, calendar: &Calendar) -> Result<Reading, Doubt> {
    let form = Form { text, tokens, lang, calendar };
    let unresolved = match forms::read(&form) {
        Ok(reading) => return Ok(reading),
        Err(unresolved) => unresolved,
    };
    if let Some(tokens) = without_remark(tokens)
        && let Ok(reading) = forms::read(&Form { tokens, ..form })
    {
        return Ok(reading);
    }
    match status::understood(text, &AddedWords::new(), lang).map(|status| status.key) {
        // « En continu (dès septembre) »: the one state that is also a time.
        Some(StatusKey::Ongoing) => return Ok(forms::continuous(&form)),
        // « S. o. », “n/a”: nothing is due, and there is nothing to mend.
        Some(StatusKey::NotStated) if tokens.iter().any(|token| token.kind == TokenKind::Word) => {
            return Ok(forms::without_object());
        }
        Some(key) if key.is_stated() => return Err(Doubt::LooksLikeStatus(key)),
        Some(_) | None => {}
    }
    if let Some((month, year)) = impossible::day(tokens, lang) {
        return Err(Doubt::ImpossibleDay { month, year });
    }
    Err(match unresolved {
        Some(Unresolved::NoYear(why)) => Doubt::YearUnknown(why),
        Some(Unresolved::Backwards { start, end }) => Doubt::Backwards { start, end },
        Some(Unresolved::PeriodUnknown | Unresolved::Impossible) => Doubt::NotUnderstood { meant: None },
        None => match short_date(tokens, lang) {
            Some(day) => Doubt::ShortDate { day },
            None => Doubt::NotUnderstood { meant: meant(text, lang, calendar) },
        },
    })
}

/// Whether a text names one time, whatever its year.
pub(super) fn names_a_time(text: &str, lang: Lang) -> bool {
    let (tokens, calendar) = (lexer::tokens(text), Calendar::default());
    forms::is_time(&Form { text, tokens: &tokens, lang, calendar: &calendar })
}

/// The day of « 12/10/26 » where the year comes last; each of the three may be the year.
fn short_date(tokens: &[Token], lang: Lang) -> Option<Date> {
    let [first, mark, second, other, year] = tokens else { return None };
    let is_mark = |token: &Token| matches!(token.text.as_str(), "/" | "-" | ".");
    if !is_mark(mark) || mark.text != other.text {
        return None;
    }
    let two_digits = |token: &Token| token.text.parse().ok().filter(|_| token.text.len() <= 2);
    let (first, second): (i8, i8) = (two_digits(first)?, two_digits(second)?);
    let year = 2000 + i16::from(two_digits(year)?);
    let (day, month) = match lang {
        Lang::Fr => (first, second),
        Lang::En => (second, first),
    };
    Date::new(year, month, day).or_else(|| Date::new(year, day, month))
}

/// The state a text is, when it is one.
pub(super) fn state(text: &str, lang: Lang) -> Option<StatusKey> {
    status::understood(text, &AddedWords::new(), lang).map(|status| status.key).filter(|key| key.is_stated())
}

/// « Automne 2013, »: a mark at the end says nothing; alone, a dash says « to be determined ».
fn without_final_mark(tokens: &[Token]) -> &[Token] {
    match tokens {
        [rest @ .., last] if !rest.is_empty() && matches!(last.text.as_str(), ";" | "," | ":" | "!") => rest,
        _ => tokens,
    }
}

/// « Automne 2013 (à confirmer) » without its remark. A remark with figures or a season could
/// change the dates: it is left out only when it repeats a rhythm, « biannuel (2×/an) ».
fn without_remark(tokens: &[Token]) -> Option<&[Token]> {
    let (last, rest) = tokens.split_last()?;
    if last.text != ")" {
        return None;
    }
    let opening = rest.iter().rposition(|token| token.text == "(").filter(|at| *at > 0)?;
    let (kept, remark) = (&rest[..opening], &rest[opening + 1..]);
    let is_date = |word: &str| vocabulary::month(word).is_some() || vocabulary::season(word).is_some();
    let says_no_date = remark.iter().all(|token| match token.kind {
        TokenKind::Word => !is_date(&token.text),
        TokenKind::Mark => true,
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Apostrophed => false,
    });
    let calendar = Calendar::default();
    let repeats = || {
        let form = Form { text: "", tokens: remark, lang: Lang::Fr, calendar: &calendar };
        forms::says_a_rhythm(&form)
    };
    (says_no_date || repeats()).then_some(kept)
}

/// The usual horizon that a name of the plan's own list stands for.
pub(super) fn horizon_named(name: &str) -> Option<Horizon> {
    horizon_of(&lexer::tokens(name))
}

/// The usual horizon that a whole text names.
pub(super) fn horizon_of(tokens: &[Token]) -> Option<Horizon> {
    let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    match words.as_slice() {
        [size, "terme" | "term"] | [size, "-", "terme" | "term"] | ["a", size, "terme"] => {
            vocabulary::horizon(size)
        }
        [code] if code.len() == 2 => vocabulary::horizon(code),
        _ => None,
    }
}

/// The text with its slips mended, if that makes it understood.
fn meant(text: &str, lang: Lang, calendar: &Calendar) -> Option<String> {
    let folded = fold(text);
    let phrase = PHRASES
        .iter()
        .zip(FOLDED_PHRASES.iter())
        .filter_map(|((phrase, _), known)| Some((lang::slips(&folded, known)?, *phrase)))
        .min_by_key(|(n_slips, _)| *n_slips);
    if let Some((_, phrase)) = phrase {
        return Some(phrase.to_owned());
    }
    let mended = with_words_mended(text)?;
    let tokens = lexer::tokens(&mended);
    let reading = forms::read(&Form { text: &mended, tokens: &tokens, lang, calendar }).ok()?;
    (reading.kind != TimeframeKind::Milestone).then_some(mended)
}

/// The text with each word that is almost a month or a season replaced by it.
fn with_words_mended(text: &str) -> Option<String> {
    let mut mended = text.to_owned();
    for token in lexer::tokens(text).iter().rev().filter(|token| token.kind == TokenKind::Word) {
        let is_known = vocabulary::month(&token.text).is_some() || vocabulary::season(&token.text).is_some();
        if is_known || token.text.len() < 4 {
            continue;
        }
        let nearest = FOLDED_NAMES
            .iter()
            .filter_map(|(known, name)| Some((lang::slips(&token.text, known)?, *name)))
            .filter(|(n_slips, _)| *n_slips > 0)
            .min_by_key(|(n_slips, _)| *n_slips);
        if let Some((_, name)) = nearest {
            mended.replace_range(token.start..token.end, &with_case_of(&text[token.start..token.end], name));
        }
    }
    (mended != text).then_some(mended)
}

// A plan may hold thousands of texts that are no timeframe: what they are compared with is folded once.
static FOLDED_PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| PHRASES.iter().map(|(phrase, _)| fold(phrase)).collect());

/// The names of months and seasons, after their folded form.
static FOLDED_NAMES: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let names = months(Lang::Fr).into_iter().chain(months(Lang::En)).chain(SEASON_NAMES.iter().copied());
    names.map(|name| (fold(name), name)).collect()
});

const SEASON_NAMES: &[&str] = &["hiver", "printemps", "automne", "winter", "spring", "summer", "autumn"];

fn with_case_of(written: &str, name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
