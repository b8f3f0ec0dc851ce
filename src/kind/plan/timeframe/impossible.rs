//! Days that no calendar has: « 31 juin 2026 », “February 29, 2027”.

use super::lexer::{Token, TokenKind};
use super::vocabulary;
use crate::date::Date;
use crate::lang::Lang;

/// The month, and the year where one is written, in which the first of such days was to be.
pub(super) fn day(tokens: &[Token], lang: Lang) -> Option<(i8, Option<i16>)> {
    (0..tokens.len()).find_map(|at| {
        let tokens = &tokens[at..];
        in_words(tokens, lang).or_else(|| in_figures(tokens, lang))
    })
}

/// « 31 juin », “June 31, 2026”.
fn in_words(tokens: &[Token], lang: Lang) -> Option<(i8, Option<i16>)> {
    let [first, second, after @ ..] = tokens else { return None };
    let (day, month) = match (number(first), number(second)) {
        (Some(day), _) => (day, vocabulary::month(&second.text)?.0),
        (None, Some(day)) => {
            let (month, written_in) = vocabulary::month(&first.text)?;
            // « Juin 31 » is a month and its year.
            (day, Some(month).filter(|_| written_in.unwrap_or(lang) == Lang::En)?)
        }
        (None, None) => return None,
    };
    let after = match after {
        [mark, after @ ..] if matches!(mark.text.as_str(), "," | "de") => after,
        _ => after,
    };
    missing(day, month, after.first().and_then(year))
}

/// « 2026-06-31 », « 31/06/2026 ».
fn in_figures(tokens: &[Token], lang: Lang) -> Option<(i8, Option<i16>)> {
    let [first, mark, second, other, third, ..] = tokens else { return None };
    if !matches!(mark.text.as_str(), "/" | "-") || mark.text != other.text {
        return None;
    }
    if let Some(year) = year(first) {
        return missing(number(third)?, number(second)?, Some(year));
    }
    let year = Some(year(third)?);
    let (first, second) = (number(first)?, number(second)?);
    let orders = match lang {
        Lang::Fr => [(first, second), (second, first)],
        Lang::En => [(second, first), (first, second)],
    };
    orders.into_iter().find_map(|(day, month)| missing(day, month, year))
}

/// The month of a day that it does not have; 2000 was a leap year.
fn missing(day: i8, month: i8, year: Option<i16>) -> Option<(i8, Option<i16>)> {
    let is_near = (1..=31).contains(&day) && (1..=12).contains(&month);
    (is_near && Date::new(year.unwrap_or(2000), month, day).is_none()).then_some((month, year))
}

fn number(token: &Token) -> Option<i8> {
    let is_number = matches!(token.kind, TokenKind::Number | TokenKind::Ordinal) && token.text.len() <= 2;
    token.text.parse().ok().filter(|_| is_number)
}

fn year(token: &Token) -> Option<i16> {
    let is_year = token.kind == TokenKind::Number && token.text.len() == 4;
    token.text.parse().ok().filter(|_| is_year)
}
