//! How a language of a site writes dates, numbers and lists, counts and sorts.
//!
//! French and English as they are written in Canada come from the tables of `lang`: what jalon
//! prints in them depends on no other source. Every other language, and these two elsewhere, come
//! from the data of the Unicode consortium (CLDR). This module is the only one that knows ICU.

mod cldr;
mod tag;

use std::fmt;
use std::sync::Arc;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_plurals::{PluralCategory, PluralRules};

use crate::date::{Date, Range};
use crate::lang::{self, Lang};
use cldr::Cldr;

/// A language, and where it is spoken: `fr-CA`, `en-CA`, `pt-BR`.
///
/// Costly to make and cheap to clone: one is made for each language of a site.
#[derive(Clone)]
pub struct Locale(Arc<Tables>);

struct Tables {
    tag: String,
    lang: Option<Lang>,
    writing: Writing,
    plurals: PluralRules,
    collator: CollatorBorrowed<'static>,
}

/// Where dates, numbers and lists come from.
enum Writing {
    Own(Lang),
    Cldr(Box<Cldr>),
}

/// A number to write or to count with, exact to some decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number without its point: 15 for 1.5.
    digits: u64,
    n_decimals: u8,
}

/// What texts are sorted by: the same language makes keys that compare as a dictionary does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

impl Locale {
    /// The locale of a tag such as `fr-CA`; a language that CLDR does not know writes dates and
    /// numbers as every computer reads them, and sorts as most languages do.
    ///
    /// `fr` and `en` alone are those of Canada.
    pub fn of_tag(tag: &str) -> Locale {
        let known = tag::read(tag);
        let writing = match tag::own(tag) {
            Some(lang) => Writing::Own(lang),
            None => Writing::Cldr(Box::new(Cldr::of(&known))),
        };
        let collator = CollatorBorrowed::try_new((&known).into(), CollatorOptions::default());
        Locale(Arc::new(Tables {
            tag: tag.to_owned(),
            lang: tag::lang(tag),
            writing,
            plurals: PluralRules::try_new_cardinal((&known).into()).expect(cldr::COMPILED),
            collator: collator.expect(cldr::COMPILED),
        }))
    }

    /// The tag, as the settings give it.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// The code of the language alone: `fr`.
    pub fn language(&self) -> &str {
        self.tag().split(['-', '_']).next().unwrap_or_default()
    }

    /// The language, when it is one that jalon speaks itself.
    pub fn lang(&self) -> Option<Lang> {
        self.0.lang
    }

    /// A date in words: « 1er octobre 2013 », “October 1, 2013”, “1 de octubre de 2013”.
    pub fn date(&self, date: Date) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::date_in_words(*lang, date),
            Writing::Cldr(cldr) => cldr.date(date),
        }
    }

    /// A day without its year: « 1er octobre », “October 1”.
    pub fn day_and_month(&self, date: Date) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::day_and_month(*lang, date),
            Writing::Cldr(cldr) => cldr.day_and_month(date),
        }
    }

    /// A month of a year: « mars 2026 ».
    pub fn month_and_year(&self, date: Date) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::month_and_year(*lang, date),
            Writing::Cldr(cldr) => cldr.month_and_year(date),
        }
    }

    /// The name of a month counted from 1.
    pub fn month(&self, month: i8) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::month(*lang, month).to_owned(),
            Writing::Cldr(cldr) => cldr.month(month),
        }
    }

    /// A month counted from 1, as short as tables and drawings write it: « juill. ».
    pub fn short_month(&self, month: i8) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::short_month(*lang, month).to_owned(),
            Writing::Cldr(cldr) => cldr.short_month(month),
        }
    }

    /// An hour of the day, from 0 to 23, and its minutes: « 13 h 30 », “1:30 p.m.”.
    pub fn hour(&self, hour: u8, minute: u8) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::hour(*lang, hour, minute),
            Writing::Cldr(cldr) => cldr.hour(hour, minute),
        }
    }

    /// The days of a range without any word, for a language in which jalon has none: its years,
    /// its months or its days, whichever says it exactly. None when an end is open.
    pub fn range(&self, range: Range) -> Option<String> {
        let (start, end) = (range.start?, range.end?);
        let whole_months = start.day() == 1 && end == end.last_of_month();
        let (first, last) = if whole_months && start.month() == 1 && end.month() == 12 {
            (start.year().to_string(), end.year().to_string())
        } else if whole_months {
            (self.month_and_year(start), self.month_and_year(end))
        } else {
            (self.date(start), self.date(end))
        };
        Some(if first == last { first } else { format!("{first} – {last}") })
    }

    /// A number: « 12 345,5 » with no-break spaces, “12,345.5”. French and English leave four
    /// digits closed.
    pub fn number(&self, number: impl Into<Number>) -> String {
        let number = number.into();
        match &self.0.writing {
            Writing::Own(lang) => number.written(*lang),
            Writing::Cldr(cldr) => cldr.number(number),
        }
    }

    /// Things one after the other: « A, B et C », “A, B and C”.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match &self.0.writing {
            Writing::Own(lang) => lang::list(*lang, items),
            Writing::Cldr(cldr) => cldr.list(items),
        }
    }

    /// The form that words take for a number, as words files name it: `one`, `few`, `other`…
    ///
    /// French says « 0 action » and « 1,5 action », English “0 actions”.
    pub fn form(&self, number: impl Into<Number>) -> &'static str {
        name(self.0.plurals.category_for(&number.into().decimal()))
    }

    /// The forms that the language has, `other` always among them.
    pub fn forms(&self) -> Vec<&'static str> {
        self.0.plurals.categories().map(name).collect()
    }

    /// What a text is sorted by. Accents and capitals come second, and numbers count as numbers:
    /// « Objectif 2 » stands before « Objectif 10 ».
    pub fn sort_key(&self, text: &str) -> SortKey {
        let mut key = Vec::with_capacity(text.len() * 2);
        self.0.collator.write_sort_key_to(text, &mut key).expect("a vector takes every byte");
        SortKey(key)
    }
}

/// The names of all plural forms, in words files.
pub const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

impl Number {
    /// A number counted in tenths: 15 is one and a half.
    pub fn tenths(n_tenths: usize) -> Number {
        let digits = u64::try_from(n_tenths).unwrap_or(u64::MAX);
        Number { digits, n_decimals: 1 }
    }

    /// As the tables of French and English write it. Decimals that are nothing are left out.
    fn written(self, lang: Lang) -> String {
        let unit = 10_u64.pow(u32::from(self.n_decimals));
        let whole = lang::number(lang, usize::try_from(self.digits / unit).unwrap_or(usize::MAX));
        let point = match lang {
            Lang::Fr => ',',
            Lang::En => '.',
        };
        match self.digits % unit {
            0 => whole,
            rest => format!("{whole}{point}{rest:0width$}", width = usize::from(self.n_decimals)),
        }
    }
}

impl From<usize> for Number {
    fn from(n: usize) -> Number {
        Number { digits: u64::try_from(n).unwrap_or(u64::MAX), n_decimals: 0 }
    }
}

impl From<u32> for Number {
    fn from(n: u32) -> Number {
        Number { digits: u64::from(n), n_decimals: 0 }
    }
}

/// The language as it is written in Canada.
impl From<Lang> for Locale {
    fn from(lang: Lang) -> Locale {
        Locale::of_tag(lang.code())
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Locale) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Locale {}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}
