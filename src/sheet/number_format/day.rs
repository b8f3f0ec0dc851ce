//! A day and an hour as their format shows them: no more precise than the cell is.

use super::code::{Code, Section, Sign};
use crate::date::Date;
use crate::lang::{self, Lang};

/// A day with its hour.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub year: u16,
    /// From 1 to 12.
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

/// What a letter of a format stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

/// A moment as a format shows it; its year is always in four figures. None when the format is not known here.
pub fn moment(moment: &Moment, code: &Code, lang: Lang) -> Option<String> {
    let section = code.sections.first()?;
    let lang = section.lang.unwrap_or(lang);
    if section.is_system_day {
        return Some(lang::date_in_words(lang, moment.date()?));
    }
    let parts = section.parts();
    let is_halved = section.signs.contains(&Sign::Half);
    let mut shown = String::new();
    for (at, sign) in section.signs.iter().enumerate() {
        match sign {
            Sign::Literal(c) => shown.push(*c),
            Sign::Slash => shown.push('/'),
            Sign::Comma => shown.push(','),
            Sign::Point => shown.push('.'),
            Sign::Half => shown.push_str(if moment.hour < 12 { "AM" } else { "PM" }),
            Sign::Part(_, n) => shown.push_str(&moment.part(parts[at]?, *n, is_halved, lang)?),
            // What a text would show.
            Sign::Text => {}
            Sign::Digit(_) | Sign::Percent | Sign::General | Sign::Elapsed(..) => return None,
        }
    }
    let shown = lang::on_one_line(&shown);
    (!shown.is_empty()).then_some(shown)
}

/// A time that went by, in days, as a format shows it.
pub fn elapsed(days: f64, code: &Code) -> Option<String> {
    let section = code.sections.first()?;
    if !(0.0..1e6).contains(&days) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few years at most, in seconds"
    )]
    let n_seconds = (days * 86_400.0).round() as u64;
    let parts = section.parts();
    let mut shown = String::new();
    for (at, sign) in section.signs.iter().enumerate() {
        match sign {
            Sign::Literal(c) => shown.push(*c),
            Sign::Elapsed(letter, width) => {
                let unit = match letter {
                    'h' => 3600,
                    'm' => 60,
                    _ => 1,
                };
                shown.push_str(&format!("{:0width$}", n_seconds / unit));
            }
            Sign::Part(_, width) => {
                let within = match parts[at]? {
                    Part::Minute => n_seconds / 60 % 60,
                    Part::Second => n_seconds % 60,
                    Part::Hour => n_seconds / 3600 % 24,
                    Part::Year | Part::Month | Part::Day => return None,
                };
                shown.push_str(&format!("{within:0width$}"));
            }
            Sign::Slash
            | Sign::Comma
            | Sign::Point
            | Sign::Half
            | Sign::Text
            | Sign::Digit(_)
            | Sign::Percent
            | Sign::General => return None,
        }
    }
    Some(shown.trim().to_owned())
}

/// What a cell shows of a day, in a form that cannot be read otherwise: its year in four figures, a whole day in
/// figures as `2026-05-15`, no dash around the name of a month, no midnight.
pub fn settled(shown: &str, day: Date) -> String {
    let words: Vec<&str> = shown.split_whitespace().collect();
    let n_before = words.iter().take_while(|word| !word.contains(':')).count();
    let (date, hour) = words.split_at(n_before);
    if date.is_empty() {
        return words.join(" ");
    }
    let is_midnight = hour.iter().all(|word| word.bytes().all(|b| b == b'0' || b == b':'));
    let mut settled = settled_day(&date.join(" "), day);
    for word in hour.iter().filter(|_| !is_midnight) {
        settled.push(' ');
        settled.push_str(word);
    }
    settled
}

fn settled_day(shown: &str, day: Date) -> String {
    let figures: Vec<&str> =
        shown.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_figure = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    if !figures.iter().any(|word| word.chars().any(char::is_alphabetic)) {
        return if figures.len() == 3 { day.to_string() } else { shown.to_owned() };
    }
    let short = format!("{:02}", day.year().rem_euclid(100));
    let names_day = |words: &[&str]| words.iter().any(|word| word.parse() == Ok(day.day()));
    let mut text = shown.to_owned();
    if let Some((last, before)) = figures.split_last()
        && *last == short
        && shown.ends_with(short.as_str())
        && (last.parse() != Ok(day.day()) || names_day(before))
    {
        text.truncate(text.len() - short.len());
        text.push_str(&day.year().to_string());
    }
    let is_dashed = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        is_letter(before) || is_letter(after)
    };
    let named = figures.iter().any(|word| !is_figure(word));
    text.char_indices()
        .map(|(at, c)| if named && matches!(c, '-' | '/') && is_dashed(at) { ' ' } else { c })
        .collect()
}

impl Moment {
    fn date(&self) -> Option<Date> {
        Date::new(
            i16::try_from(self.year).ok()?,
            i8::try_from(self.month).ok()?,
            i8::try_from(self.day).ok()?,
        )
    }

    fn part(&self, part: Part, n: usize, is_halved: bool, lang: Lang) -> Option<String> {
        let month = || i8::try_from(self.month).ok().filter(|month| (1..=12).contains(month));
        let figures = |value: u8| if n > 1 { format!("{value:02}") } else { value.to_string() };
        Some(match (part, n) {
            (Part::Year, _) => self.year.to_string(),
            (Part::Month, 1 | 2) => figures(self.month),
            (Part::Month, 3) => short_month(month()?, lang),
            (Part::Month, 4) => lang::month(lang, month()?).to_owned(),
            // The first letter alone.
            (Part::Month, _) => return None,
            (Part::Day, 1 | 2) => figures(self.day),
            (Part::Day, _) => weekday(self.date()?, n, lang),
            (Part::Hour, _) if is_halved => figures((self.hour + 11) % 12 + 1),
            (Part::Hour, _) => figures(self.hour),
            (Part::Minute, _) => figures(self.minute),
            (Part::Second, _) => figures(self.second),
        })
    }
}

/// As spreadsheets cut it: without a point.
fn short_month(month: i8, lang: Lang) -> String {
    match lang {
        Lang::Fr => lang::short_month(lang, month).trim_end_matches('.').to_owned(),
        Lang::En => lang::month(lang, month).chars().take(3).collect(),
    }
}

fn weekday(day: Date, n: usize, lang: Lang) -> String {
    let names = match lang {
        Lang::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    // The first day of 2024 was a Monday.
    let since = Date::new(2024, 1, 1).map_or(0, |monday| monday.days_until(day)).rem_euclid(7);
    let name = usize::try_from(since).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
    if n > 3 { name.to_owned() } else { name.chars().take(3).collect() }
}

impl Section {
    /// What the letter of each sign stands for: an `m` beside hours or seconds is for minutes.
    fn parts(&self) -> Vec<Option<Part>> {
        let letters: Vec<(usize, char)> = self
            .signs
            .iter()
            .enumerate()
            .filter_map(|(at, sign)| {
                if let Sign::Part(letter, _) | Sign::Elapsed(letter, _) = sign {
                    Some((at, *letter))
                } else {
                    None
                }
            })
            .collect();
        let mut parts = vec![None; self.signs.len()];
        for (rank, (at, letter)) in letters.iter().enumerate() {
            let is = |other: Option<&(usize, char)>, letter: char| other.is_some_and(|it| it.1 == letter);
            let follows_hour = rank > 0 && is(letters.get(rank - 1), 'h');
            let is_minute = follows_hour || is(letters.get(rank + 1), 's');
            parts[*at] = match letter {
                'y' => Some(Part::Year),
                'm' if is_minute => Some(Part::Minute),
                'm' => Some(Part::Month),
                'd' => Some(Part::Day),
                'h' => Some(Part::Hour),
                's' => Some(Part::Second),
                _ => None,
            };
        }
        parts
    }
}
