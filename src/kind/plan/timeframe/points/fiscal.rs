//! The grammar of fiscal years, and of quarters and half-years, which may be those of a fiscal year.

use super::{CONNECTORS, Called, Named, Point, SEPARATORS, YEAR_WORDS, YearKind};
use crate::kind::plan::timeframe::cursor::{Cursor, Follows};
use crate::kind::plan::timeframe::lexer::TokenKind;
use crate::kind::plan::timeframe::vocabulary;

const FISCAL_WORDS: &[&str] =
    &["exercice", "exercice financier", "annee financiere", "fy", "fiscal year", "fiscal", "financial year"];

impl Cursor<'_> {
    /// « T1 2024 », « 2e semestre », “Q3 2024”, « 1er trimestre de l'exercice 2024-2025 ».
    pub(super) fn fraction(&mut self) -> Option<Point> {
        let (nth, months) =
            self.attempt(Cursor::fraction_code).or_else(|| self.attempt(Cursor::fraction_in_words))?;
        if nth < 1 || nth * months > 12 {
            return None;
        }
        self.follows = Follows::Nothing;
        let fiscal = self.attempt(|cursor| {
            cursor.eat(&[","]);
            cursor.skip_small_words();
            cursor.fiscal_name()
        });
        if let Some((year, called)) = fiscal {
            return Some(Named::Fraction { nth, months, of: YearKind::Fiscal(called) }.in_year(Some(year)));
        }
        let year = self.year_after(&[TokenKind::Apostrophed]);
        Some(Named::Fraction { nth, months, of: YearKind::Civil }.in_year(year))
    }

    fn fraction_code(&mut self) -> Option<(i32, i32)> {
        let months = self.word(|word| match word {
            "t" | "q" | "trimestre" | "quarter" => Some(3),
            "s" | "h" | "semestre" => Some(6),
            _ => None,
        })?;
        let nth = self.digits(&[TokenKind::Number], 1..=1)?;
        Some((i32::try_from(nth).ok()?, months))
    }

    fn fraction_in_words(&mut self) -> Option<(i32, i32)> {
        let nth = self.ordinal()?;
        let months = self.word(|word| match word {
            "trimestre" | "quarter" => Some(3),
            "semestre" | "half" | "moitie" => Some(6),
            _ => None,
        })?;
        Some((nth, months))
    }

    pub(super) fn ordinal(&mut self) -> Option<i32> {
        let nth = self
            .digits(&[TokenKind::Ordinal], 1..=2)
            .or_else(|| self.word(vocabulary::ordinal_in_letters))?;
        i32::try_from(nth).ok()
    }

    /// « 2013-2014 », « 2013-14 », « exercice 2013/2014 », « 2013-2014 (juillet à juin) », “FY2014”.
    pub(super) fn fiscal_year(&mut self) -> Option<Point> {
        let (year, called) = self.fiscal_name()?;
        let first_month = self.attempt(|cursor| {
            cursor.expect(&["("])?;
            cursor.eat(&["de", "d'"]);
            let (first, _) = cursor.word(vocabulary::month)?;
            cursor.expect(CONNECTORS)?;
            let (last, _) = cursor.word(vocabulary::month)?;
            cursor.expect(&[")"])?;
            (first == last % 12 + 1).then_some(first)
        });
        Some(Named::FiscalYear { first_month, called }.in_year(Some(year)))
    }

    /// The years of a fiscal year. One year alone, or years in two digits, must be said to be fiscal.
    pub fn fiscal_name(&mut self) -> Option<(i16, Called)> {
        let is_said = self.eat(FISCAL_WORDS);
        self.eat(YEAR_WORDS);
        if let Some(first) = self.attempt(Cursor::pair) {
            return Some((first, Called::ByBoth));
        }
        let short = &[TokenKind::Apostrophed, TokenKind::Number];
        let short_pair = |cursor: &mut Self| {
            let first = cursor.short_year(short)?;
            cursor.expect(SEPARATORS)?;
            (cursor.short_year(short)? == first + 1).then_some(first)
        };
        if !is_said {
            return None;
        }
        if let Some(first) = self.attempt(short_pair) {
            return Some((first, Called::ByBoth));
        }
        let last = self.attempt(Cursor::full_year).or_else(|| self.short_year(short))?;
        Some((last, Called::ByLast))
    }

    /// Two years that follow each other; gives the first.
    pub(super) fn pair(&mut self) -> Option<i16> {
        let first = self.full_year()?;
        self.expect(SEPARATORS)?;
        let follows = match self.attempt(Cursor::full_year) {
            Some(second) => second == first + 1,
            None => self.digits(&[TokenKind::Number], 2..=2)? == u32::try_from(first + 1).ok()? % 100,
        };
        follows.then_some(first)
    }
}
