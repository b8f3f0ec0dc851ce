//! What CLDR knows of a language, through ICU.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::{M, MD, T, YM, YMD};
use icu_datetime::input::Time;
use icu_datetime::pattern::FixedCalendarDateTimeNames;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;

use super::Number;
use crate::date::Date;
use crate::lang::{self, Gender, Lang};

/// Why ICU never refuses a language.
pub(super) const COMPILED: &str =
    "the data of every language is compiled in, with one that stands for the rest";

/// Dates, numbers and lists of a language.
pub(super) struct Cldr {
    dates: Dates,
    hours: NoCalendarFormatter<T>,
    numbers: DecimalFormatter,
    lists: ListFormatter,
}

/// Days are those of the civil calendar in every country: they are those of the documents.
type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// What writes some fields of a date. The figures of the language are loaded whatever its pattern
/// says: for a month of a year in Brazil, icu_datetime 2.4 forgets them.
macro_rules! formatter {
    ($locale:expr, $fields:expr) => {{
        let formatter = Formatter::try_new($locale.into(), $fields).expect(COMPILED);
        let mut names = FixedCalendarDateTimeNames::from_formatter($locale.into(), formatter);
        names.include_decimal_formatter().expect(COMPILED);
        let formatter = names.try_into_formatter($fields);
        formatter.map_err(|(error, _)| error).expect(COMPILED)
    }};
}

enum Dates {
    Named(Box<Named>),
    /// CLDR has no names for the months: a date is written `2013-10-01`.
    Iso,
}

struct Named {
    is_french: bool,
    day: Formatter<YMD>,
    day_and_month: Formatter<MD>,
    month_and_year: Formatter<YM>,
    month: Formatter<M>,
    short_month: Formatter<M>,
}

impl Cldr {
    pub(super) fn of(locale: &icu_locale_core::Locale) -> Cldr {
        let lists = ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default());
        Cldr {
            dates: Dates::of(locale),
            hours: NoCalendarFormatter::try_new(locale.into(), T::hm()).expect(COMPILED),
            numbers: DecimalFormatter::try_new(locale.into(), Default::default()).expect(COMPILED),
            lists: lists.expect(COMPILED),
        }
    }

    pub(super) fn date(&self, date: Date) -> String {
        match &self.dates {
            Dates::Named(named) => named.first(date, named.day.format(&civil(date)).to_string()),
            Dates::Iso => date.to_string(),
        }
    }

    pub(super) fn day_and_month(&self, date: Date) -> String {
        match &self.dates {
            Dates::Named(named) => named.first(date, named.day_and_month.format(&civil(date)).to_string()),
            Dates::Iso => format!("{:02}-{:02}", date.month(), date.day()),
        }
    }

    pub(super) fn month_and_year(&self, date: Date) -> String {
        match &self.dates {
            Dates::Named(named) => named.month_and_year.format(&civil(date)).to_string(),
            Dates::Iso => format!("{:04}-{:02}", date.year(), date.month()),
        }
    }

    pub(super) fn month(&self, month: i8) -> String {
        match &self.dates {
            Dates::Named(named) => named.month.format(&in_month(month)).to_string(),
            Dates::Iso => format!("{month:02}"),
        }
    }

    pub(super) fn short_month(&self, month: i8) -> String {
        match &self.dates {
            Dates::Named(named) => named.short_month.format(&in_month(month)).to_string(),
            Dates::Iso => format!("{month:02}"),
        }
    }

    pub(super) fn hour(&self, hour: u8, minute: u8) -> String {
        let time = Time::try_new(hour, minute, 0, 0).expect("an hour of the day");
        self.hours.format(&time).to_string()
    }

    pub(super) fn number(&self, number: Number) -> String {
        self.numbers.format(&number.decimal()).to_string()
    }

    pub(super) fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.lists.format(items.iter().map(S::as_ref)).to_string()
    }
}

impl Dates {
    fn of(locale: &icu_locale_core::Locale) -> Dates {
        let month = formatter!(locale, M::long());
        // What stands for the languages without data calls January “M01”.
        if month.format(&in_month(1)).to_string() == "M01" {
            return Dates::Iso;
        }
        Dates::Named(Box::new(Named {
            is_french: locale.id.language.as_str() == Lang::Fr.code(),
            day: formatter!(locale, YMD::long()),
            day_and_month: formatter!(locale, MD::long()),
            month_and_year: formatter!(locale, YM::long()),
            month,
            short_month: formatter!(locale, M::medium()),
        }))
    }
}

impl Named {
    /// CLDR writes « 1 octobre » in every French; French grammar asks for « 1er octobre ».
    fn first(&self, date: Date, words: String) -> String {
        match words.strip_prefix("1 ") {
            Some(rest) if self.is_french && date.day() == 1 => {
                format!("{} {rest}", lang::ordinal(Lang::Fr, 1, Gender::Masculine))
            }
            Some(_) | None => words,
        }
    }
}

impl Number {
    pub(super) fn decimal(self) -> Decimal {
        let mut decimal = Decimal::from(self.digits);
        decimal.multiply_pow10(-i16::from(self.n_decimals));
        decimal.trim_end();
        decimal
    }
}

fn in_month(month: i8) -> IcuDate<Gregorian> {
    civil(Date::new(2000, month, 1).expect("months are counted from 1"))
}

fn civil(date: Date) -> IcuDate<Gregorian> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_gregorian(i32::from(date.year()), month, day).expect("a day of the civil calendar")
}
