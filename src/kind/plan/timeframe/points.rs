//! The grammar of one point in time: a day, a month, a season, a year, and their parts.

mod fiscal;

use super::cursor::{Cursor, Follows};
use super::dates::{CLOSE_LINKS, LOOSE_LINKS, PARTING_LINKS};
use super::lexer::TokenKind;
use super::sense::{Horizon, Season};
use super::vocabulary;
use crate::date::Date;
use crate::lang::Lang;

/// A point in time as written, its year perhaps to be taken from what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub part: Option<Part>,
    pub named: Named,
    /// The civil year; for a fiscal year, the one it begins in, or the one that it is called by.
    pub year: Option<i16>,
}

/// What a point is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The month may stand further right: « 3 et 4 octobre ».
    Day {
        day: i8,
        month: Option<i8>,
    },
    Month(i8),
    Season(Season),
    /// « Hiver 2013-2014 »: one winter, over two years.
    WinterOverNewYear,
    /// The n-th run of so many months, counted from 1: a quarter, a half-year.
    Fraction {
        nth: i32,
        months: i32,
        of: YearKind,
    },
    Year,
    /// `first_month` when the text says it: « 2013-2014 (juillet à juin) ».
    FiscalYear {
        first_month: Option<i8>,
        called: Called,
    },
    PlanYear(i32),
    Horizon(Horizon),
    /// « 0-2 ans »
    YearsFromStart {
        from: i32,
        to: i32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearKind {
    Civil,
    Fiscal(Called),
}

/// The years that a fiscal year is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// « 2026-2027 »
    ByBoth,
    /// “FY2027”, « exercice 2027 »: the year that it ends in.
    ByLast,
}

/// « début », « mi- », « fin »
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Beginning,
    Middle,
    End,
}

const SEPARATORS: &[&str] = &["-", "/", "|"];
const YEAR_WORDS: &[&str] = &["annee", "annees", "an", "ans", "year", "years"];

impl Named {
    fn alone(self) -> Point {
        Point { part: None, named: self, year: None }
    }

    fn in_year(self, year: Option<i16>) -> Point {
        Point { part: None, named: self, year }
    }
}

impl Cursor<'_> {
    pub fn point(&mut self) -> Option<Point> {
        self.attempt(|cursor| {
            cursor.skip_small_words();
            let part = cursor.part();
            if part.is_some() {
                cursor.eat(&["-"]);
                cursor.skip_small_words();
            }
            let named = cursor.named()?;
            let is_divisible = !matches!(named.named, Named::Day { .. });
            (is_divisible || part.is_none()).then_some(Point { part, ..named })
        })
    }

    /// « Début à mi-2027 », “mid to late June 2027”: from one part to another of the same time.
    pub fn parts(&mut self) -> Option<(Point, Point)> {
        self.skip_small_words();
        let first = self.part()?;
        let is_dashed = self.eat(&["-"]);
        let is_led = self.eat(CONNECTORS);
        self.skip_small_words();
        let last = self.part().filter(|last| (is_dashed || is_led) && first < *last)?;
        self.eat(&["-"]);
        self.skip_small_words();
        let named = self.named().filter(|named| !matches!(named.named, Named::Day { .. }))?;
        Some((Point { part: Some(first), ..named }, Point { part: Some(last), ..named }))
    }

    pub fn part(&mut self) -> Option<Part> {
        if self.eat(&["debut", "early", "beginning of", "start of"]) {
            Some(Part::Beginning)
        } else if self.eat(&["mi", "milieu", "mid", "middle of"]) {
            Some(Part::Middle)
        } else if self.eat(&["fin", "late", "end of"]) {
            Some(Part::End)
        } else {
            None
        }
    }

    fn named(&mut self) -> Option<Point> {
        const FORMS: &[fn(&mut Cursor<'_>) -> Option<Point>] = &[
            |cursor| cursor.iso_date(),
            |cursor| cursor.numeric_date(),
            |cursor| cursor.day_then_month(),
            |cursor| cursor.month(),
            |cursor| cursor.season(),
            |cursor| cursor.fraction(),
            |cursor| cursor.fiscal_year(),
            |cursor| cursor.year(),
            |cursor| cursor.plan_year(),
            |cursor| cursor.years_from_start(),
            |cursor| cursor.horizon(),
            |cursor| cursor.number_alone(),
        ];
        FORMS.iter().find_map(|form| self.attempt(|cursor| form(cursor)))
    }

    /// « 2013-10-11 », « 2013-11 », « 2026-3-5 »; « 2013-14 » and « 2011-12 » are two years.
    fn iso_date(&mut self) -> Option<Point> {
        let year = self.full_year()?;
        self.expect(&["-", "/"])?;
        let is_short = self.peek()?.text.len() == 1;
        let month = self.digits(&[TokenKind::Number], 1..=2)?;
        let follows_year = month == (u32::try_from(year).ok()? + 1) % 100;
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let day = self.attempt(|cursor| {
            cursor.expect(&["-", "/"])?;
            cursor.digits(&[TokenKind::Number], 1..=2)
        });
        let Some(day) = day else {
            return (!follows_year && !is_short).then_some(Named::Month(month).in_year(Some(year)));
        };
        self.day_of(i8::try_from(day).ok()?, month, Some(year))
    }

    /// « 11/10/2013 »: the day first in French, the month first in English, unless only one order
    /// makes a date. « 10/2013 » is a month.
    fn numeric_date(&mut self) -> Option<Point> {
        let small = |cursor: &mut Self| i8::try_from(cursor.digits(&[TokenKind::Number], 1..=2)?).ok();
        let first = small(self)?;
        self.expect(&["/", "-"])?;
        if let Some(year) = self.attempt(Cursor::full_year) {
            return (1..=12).contains(&first).then_some(Named::Month(first).in_year(Some(year)));
        }
        let second = small(self)?;
        self.expect(&["/", "-"])?;
        let year = Some(self.full_year()?);
        let day_first = match self.lang {
            Lang::Fr => second <= 12,
            Lang::En => first > 12,
        };
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        self.day_of(day, month, year)
    }

    /// « 3 octobre 2013 », “3 Oct. 2013”, « 1er juin ».
    fn day_then_month(&mut self) -> Option<Point> {
        let day = self.day().or_else(|| self.word(|word| (word == "premier").then_some(1)))?;
        self.eat(&["of", "de", "d'"]);
        let (month, _) = self.word(vocabulary::month)?;
        let year = self.year_after(&[TokenKind::Apostrophed, TokenKind::Number]);
        self.day_of(day, month, year)
    }

    /// « Novembre 2013 », « Juin 13 », “June 2013”, “June '13”, and “June 13”, which is a day.
    fn month(&mut self) -> Option<Point> {
        let (month, lang) = self.word(vocabulary::month)?;
        match lang.unwrap_or(self.lang) {
            Lang::Fr => {
                let year = self.year_after(&[TokenKind::Apostrophed, TokenKind::Number]);
                Some(Named::Month(month).in_year(year))
            }
            Lang::En => {
                if let Some(day) = self.attempt(Cursor::day) {
                    let year = self.year_after(&[TokenKind::Apostrophed]);
                    self.follows = Follows::DayOf(month);
                    return self.day_of(day, month, year);
                }
                let year = self.year_after(&[TokenKind::Apostrophed]);
                Some(Named::Month(month).in_year(year))
            }
        }
    }

    /// A day that some calendar has; 2000 was a leap year.
    fn day_of(&mut self, day: i8, month: i8, year: Option<i16>) -> Option<Point> {
        Date::new(year.unwrap_or(2000), month, day)?;
        Some(Named::Day { day, month: Some(month) }.in_year(year))
    }

    fn season(&mut self) -> Option<Point> {
        let season = self.word(vocabulary::season)?;
        if season == Season::Winter
            && let Some(first_year) = self.attempt(Cursor::pair)
        {
            return Some(Named::WinterOverNewYear.in_year(Some(first_year)));
        }
        let year = self.year_after(&[TokenKind::Apostrophed, TokenKind::Number]);
        Some(Named::Season(season).in_year(year))
    }

    /// « 2014 », « année 2014 ».
    fn year(&mut self) -> Option<Point> {
        self.eat(YEAR_WORDS);
        self.skip_small_words();
        let year = self.full_year()?;
        Some(Named::Year.in_year(Some(year)))
    }

    /// « An 1 », « 1re année », “Year 1 of the plan”.
    fn plan_year(&mut self) -> Option<Point> {
        let nth = match self.attempt(Cursor::ordinal) {
            Some(nth) => {
                self.expect(YEAR_WORDS)?;
                nth
            }
            None => {
                self.expect(YEAR_WORDS)?;
                self.nth_year()?
            }
        };
        self.eat(&["du plan", "of the plan"]);
        self.follows = Follows::PlanYear;
        (nth > 0).then_some(Named::PlanYear(nth).alone())
    }

    /// The 1 of « an 1 », the “one” of “year one”.
    fn nth_year(&mut self) -> Option<i32> {
        let nth =
            self.digits(&[TokenKind::Number], 1..=2).or_else(|| self.word(vocabulary::number_in_letters))?;
        i32::try_from(nth).ok()
    }

    /// « 0-2 ans » from the start of the plan.
    fn years_from_start(&mut self) -> Option<Point> {
        let small = |cursor: &mut Self| i32::try_from(cursor.digits(&[TokenKind::Number], 1..=2)?).ok();
        let from = small(self)?;
        self.expect(CONNECTORS)?;
        let to = small(self)?;
        self.expect(YEAR_WORDS)?;
        (from < to).then_some(Named::YearsFromStart { from, to }.alone())
    }

    /// « Court terme », « court et moyen terme », « CT », « long terme (5-10 ans) ».
    fn horizon(&mut self) -> Option<Point> {
        let code = self.peek()?.text.len() == 2;
        let horizon = self.word(vocabulary::horizon)?;
        let said = self.eat(&["terme", "term", "- terme", "- term"]);
        let said_later = || self.rest().iter().any(|token| token.text == "terme" || token.text == "term");
        if !(code || said || said_later()) {
            return None;
        }
        let years = self.attempt(|cursor| {
            cursor.expect(&["("])?;
            let years = cursor.years_from_start()?;
            cursor.expect(&[")"])?;
            Some(years)
        });
        Some(years.unwrap_or(Named::Horizon(horizon).alone()))
    }

    /// A number whose meaning comes from its neighbours: « 3 et 4 octobre », “June 1 to 10”,
    /// « an 1 à 3 ».
    fn number_alone(&mut self) -> Option<Point> {
        match self.follows {
            Follows::PlanYear => {
                self.eat(YEAR_WORDS);
                let nth = self.nth_year().filter(|nth| *nth > 0)?;
                self.eat(&["du plan", "of the plan"]);
                Some(Named::PlanYear(nth).alone())
            }
            Follows::DayOf(month) => {
                let day = self.day()?;
                let year = self.year_after(&[TokenKind::Apostrophed]);
                self.day_of(day, month, year)
            }
            Follows::Nothing => {
                let day = self.day()?;
                let leads_on =
                    [CONNECTORS, CLOSE_LINKS, LOOSE_LINKS, PARTING_LINKS].iter().any(|it| self.is_at(it));
                leads_on.then_some(Named::Day { day, month: None }.alone())
            }
        }
    }

    /// The year after a month or a season: four digits, or two of the given kinds.
    fn year_after(&mut self, short: &[TokenKind]) -> Option<i16> {
        let full = self.attempt(|cursor| {
            cursor.eat(&[","]);
            cursor.eat(&["de", "of", "d'", "en", "in"]);
            cursor.full_year()
        });
        // « Juin – 2026 », « Juin/2026 »
        let apart = |cursor: &mut Self| {
            cursor.attempt(|cursor| {
                cursor.expect(SEPARATORS)?;
                cursor.full_year()
            })
        };
        full.or_else(|| apart(self)).or_else(|| self.attempt(|cursor| cursor.short_year(short)))
    }
}

/// What stands between the two ends of a span.
pub(super) const CONNECTORS: &[&str] = &[
    "-",
    "a",
    "au",
    "aux",
    "jusqu'",
    "jusqu' a",
    "jusqu' au",
    "jusqu' en",
    "to",
    "through",
    "until",
    "till",
];
