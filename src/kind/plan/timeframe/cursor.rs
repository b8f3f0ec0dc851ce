//! Walks along the tokens of a timeframe, stepping back from what does not fit.

use super::lexer::{Token, TokenKind};
use crate::lang::Lang;

/// A place in the tokens, and what reading them depends on.
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
    /// The language of the text; settles « 11/10/2013 » and abbreviations both languages share.
    pub lang: Lang,
    /// The year that two-digit years are the nearest to.
    pub near_year: i16,
    /// What a number alone means after what was just read.
    pub follows: Follows,
}

/// What a number alone means, from what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    Nothing,
    /// “June 1 to 10”: another day of that month.
    DayOf(i8),
    /// « An 1 à 3 »: another year of the plan.
    PlanYear,
}

impl<'a> Cursor<'a> {
    pub fn new(tokens: &'a [Token], lang: Lang, near_year: i16) -> Cursor<'a> {
        Cursor { tokens, at: 0, lang, near_year, follows: Follows::Nothing }
    }

    pub fn is_done(&self) -> bool {
        self.at == self.tokens.len()
    }

    pub fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// What is left to read.
    pub fn rest(&self) -> &'a [Token] {
        &self.tokens[self.at..]
    }

    pub fn step(&mut self) -> Option<&'a Token> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Reads with `read`, or does not move.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let (at, follows) = (self.at, self.follows);
        let value = read(self);
        if value.is_none() {
            (self.at, self.follows) = (at, follows);
        }
        value
    }

    /// Reads to the very end with `read`, or does not move.
    pub fn whole<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.attempt(|cursor| read(cursor).filter(|_| cursor.is_done()))
    }

    /// Passes the longest of these phrases that stands here (tokens separated by spaces).
    pub fn eat(&mut self, phrases: &[&str]) -> bool {
        let longest = phrases.iter().filter_map(|phrase| self.length_of(phrase)).max();
        self.at += longest.unwrap_or(0);
        longest.is_some()
    }

    /// As `eat`; none when nothing fits, for use with `?`.
    pub fn expect(&mut self, phrases: &[&str]) -> Option<()> {
        self.eat(phrases).then_some(())
    }

    pub fn is_at(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.length_of(phrase).is_some())
    }

    fn length_of(&self, phrase: &str) -> Option<usize> {
        let mut tokens = self.rest().iter();
        let mut length = 0;
        for word in phrase.split(' ') {
            if tokens.next()?.text != word {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// Passes the small words that lead to a date and say nothing more: « au cours de l' ».
    pub fn skip_small_words(&mut self) {
        loop {
            if self.eat(WEEKDAYS) {
                self.eat(&[","]);
            } else if !self.eat(SMALL_WORDS) {
                break;
            }
        }
    }

    /// Passes a word and gives what it is.
    pub fn word<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        let value = meaning(&token.text)?;
        self.at += 1;
        Some(value)
    }

    /// A plain number.
    pub fn number(&mut self) -> Option<u32> {
        self.digits(&[TokenKind::Number], 1..=9)
    }

    /// A day of the month: `3`, `1er`, `3rd`.
    pub fn day(&mut self) -> Option<i8> {
        let day = self.digits(&[TokenKind::Number, TokenKind::Ordinal], 1..=2)?;
        i8::try_from(day).ok().filter(|day| (1..=31).contains(day))
    }

    /// A year in four digits, of a century that plans are about.
    pub fn full_year(&mut self) -> Option<i16> {
        let year = self.digits(&[TokenKind::Number], 4..=4)?;
        i16::try_from(year).ok().filter(|year| (1900..2200).contains(year))
    }

    /// A year in two digits, in the century nearest to the plan's period.
    pub fn short_year(&mut self, kinds: &[TokenKind]) -> Option<i16> {
        let year = i16::try_from(self.digits(kinds, 2..=2)?).ok()?;
        [1900, 2000, 2100]
            .into_iter()
            .map(|century| century + year)
            .min_by_key(|year| (year - self.near_year).abs())
    }

    /// A number of one of these kinds, written with so many digits; steps only over what fits.
    pub fn digits(&mut self, kinds: &[TokenKind], n_digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let token = self.peek().filter(|token| kinds.contains(&token.kind))?;
        if !n_digits.contains(&token.text.len()) {
            return None;
        }
        let number = token.text.parse().ok()?;
        self.at += 1;
        Some(number)
    }
}

const SMALL_WORDS: &[&str] = &[
    "en",
    "au",
    "a",
    "l'",
    "le",
    "la",
    "les",
    "d'",
    "de",
    "du",
    "dans",
    "durant",
    "pendant",
    "au cours",
    "courant",
    "cours",
    "vers",
    "pour",
    "mois",
    "in",
    "on",
    "the",
    "of",
    "during",
    "month of",
    "toute",
    "tout au long",
    "throughout",
    "for",
];

/// The days of the week and their usual abbreviations, but for « mar. », which is March in English.
const WEEKDAYS: &[&str] = &[
    "lundi",
    "lun",
    "mardi",
    "mercredi",
    "mer",
    "jeudi",
    "jeu",
    "vendredi",
    "ven",
    "samedi",
    "sam",
    "dimanche",
    "dim",
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
];
