//! Dates in figures whose day and month stand in the order of another language.

use super::lexer::{Token, TokenKind};
use crate::date::Date;
use crate::lang::Lang;

/// The first day that the figures of a text make only in the order of the other language:
/// « 05/31/2026 » where the day comes first.
pub(super) fn swapped(tokens: &[Token], lang: Lang) -> Option<Date> {
    tokens.windows(5).find_map(|five| swapped_date(five, lang))
}

fn swapped_date(tokens: &[Token], lang: Lang) -> Option<Date> {
    let [first, mark, second, other, year] = tokens else { return None };
    let is_mark = matches!(mark.text.as_str(), "/" | "-") && mark.text == other.text;
    let small = |token: &Token| token.text.parse::<i8>().ok().filter(|_| token.kind == TokenKind::Number);
    let year = year.text.parse().ok().filter(|_| is_mark && year.text.len() == 4)?;
    let (first, second) = (small(first)?, small(second)?);
    let (day, month) = match lang {
        Lang::Fr => (first, second),
        Lang::En => (second, first),
    };
    match Date::new(year, month, day) {
        Some(_) => None,
        None => Date::new(year, day, month),
    }
}
