//! A number as its format shows it: figures, thousands, decimals, and what stands around them.

use super::code::{Code, Condition, Section, Sign};
use super::decimal::Decimal;
use super::fraction;
use crate::lang::Lang;

const NO_BREAK_SPACE: char = '\u{a0}';

/// The most decimals that a format shows.
const MAX_DECIMALS: usize = 30;

/// Numbers from here on have more figures than anybody wrote.
const LARGEST: f64 = 1e21;

/// A number as a format shows it, which may be nothing; none for what is not known here.
pub fn number(number: f64, code: &Code, lang: Lang) -> Option<String> {
    if !number.is_finite() || number.abs() >= LARGEST {
        return None;
    }
    if code.is_general() {
        return Some(general(number, lang));
    }
    let (section, is_signed) = section(number, code)?;
    let shown = section.shown(number.abs(), lang)?;
    let sign =
        if is_signed && number < 0.0 && shown.contains(|c: char| matches!(c, '1'..='9')) { "-" } else { "" };
    Some(tidy(&format!("{sign}{shown}"), lang))
}

/// A number in no format: its figures, ten of them when it has more behind its mark.
fn general(number: f64, lang: Lang) -> String {
    let is_whole = number.fract() == 0.0;
    // A spreadsheet keeps fifteen figures; none of those before the mark is let go.
    let n_behind = if number.abs() < 1e9 { 9 } else { 14 };
    let kept = if is_whole { number } else { format!("{number:.n_behind$e}").parse().unwrap_or(number) };
    kept.to_string().replace('.', mark(lang))
}

/// The section that is for a number, and whether the minus sign is left for us to write.
fn section(number: f64, code: &Code) -> Option<(&Section, bool)> {
    let numeric = &code.sections[..code.sections.len().min(3)];
    if numeric.iter().any(|section| section.condition.is_some()) {
        let is_for = |section: &&Section| section.condition.is_none_or(|condition| condition.holds(number));
        // What is only for numbers below zero writes their sign itself.
        let is_below = |condition: Condition| {
            condition.is_below && (condition.limit < 0.0 || (condition.limit == 0.0 && !condition.is_equal))
        };
        return numeric
            .iter()
            .find(is_for)
            .map(|section| (section, !section.condition.is_some_and(is_below)));
    }
    match numeric {
        [only] => Some((only, true)),
        [_, below, ..] if number < 0.0 => Some((below, false)),
        [_, _, zero] if number == 0.0 => Some((zero, false)),
        [above, ..] => Some((above, false)),
        [] => None,
    }
}

/// The decimal mark.
fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => ",",
        Lang::En => ".",
    }
}

/// Spaces that only set a number in its column are let go; those before a sign do not break.
fn tidy(shown: &str, lang: Lang) -> String {
    let mut text = shown.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if lang == Lang::Fr {
        for sign in ["$", "€", "£", "%"] {
            text = text.replace(&format!(" {sign}"), &format!("{NO_BREAK_SPACE}{sign}"));
        }
    }
    text.trim().to_owned()
}

impl Section {
    /// A number that is not below zero.
    fn shown(&self, number: f64, lang: Lang) -> Option<String> {
        let signs = self.signs.as_slice();
        if signs
            .iter()
            .any(|sign| matches!(sign, Sign::Part(..) | Sign::Elapsed(..) | Sign::Half | Sign::Text))
        {
            return None;
        }
        if signs.contains(&Sign::Slash) {
            return fraction::shown(number, signs);
        }
        let is_digit = |sign: &Sign| matches!(sign, Sign::Digit(_));
        let point = signs.iter().position(|sign| *sign == Sign::Point).unwrap_or(signs.len());
        let (whole, decimals) = signs.split_at(point);
        let n_decimals = decimals.iter().filter(|sign| is_digit(sign)).count();
        let n_percents = signs.iter().filter(|sign| **sign == Sign::Percent).count();
        if n_decimals > MAX_DECIMALS
            || n_percents > 2
            || decimals.iter().skip(1).any(|sign| *sign == Sign::Point)
        {
            return None;
        }
        let last = whole.iter().rposition(is_digit);
        let behind = last.map_or(&[][..], |last| &whole[last + 1..]);
        let n_thousands = behind.iter().take_while(|sign| **sign == Sign::Comma).count()
            + decimals.iter().filter(|sign| **sign == Sign::Comma).count();
        let exponent = 2 * i32::try_from(n_percents).ok()? - 3 * i32::try_from(n_thousands).ok()?;
        let decimal = Decimal::rounded(number * 10_f64.powi(exponent), n_decimals);
        let is_grouped = last.is_some_and(|last| whole[..last].contains(&Sign::Comma));
        let mut shown = of_whole(whole, number, &decimal, is_grouped, lang);
        shown.push_str(&of_decimals(decimals, &decimal.decimals, lang));
        Some(shown)
    }
}

/// The signs up to the decimal point. Figures take the places of digits from the right; the first one takes the rest.
fn of_whole(signs: &[Sign], number: f64, decimal: &Decimal, is_grouped: bool, lang: Lang) -> String {
    // `#` alone shows no zero.
    let figures = decimal.whole.trim_start_matches('0');
    let mut figures: Vec<char> = figures.chars().collect();
    let first = signs.iter().position(|sign| matches!(sign, Sign::Digit(_)));
    let mut shown: Vec<char> = Vec::new();
    let mut n_written = 0;
    let mut put = |figure: char, shown: &mut Vec<char>| {
        if is_grouped && n_written > 0 && n_written % 3 == 0 {
            shown.push(if lang == Lang::Fr { NO_BREAK_SPACE } else { ',' });
        }
        shown.push(figure);
        n_written += 1;
    };
    for (at, sign) in signs.iter().enumerate().rev() {
        if let Sign::Digit(kind) = sign {
            match figures.pop() {
                Some(figure) => put(figure, &mut shown),
                None if *kind == '0' => put('0', &mut shown),
                None => {}
            }
            while first == Some(at)
                && let Some(figure) = figures.pop()
            {
                put(figure, &mut shown);
            }
        } else if *sign == Sign::General {
            shown.extend(general(number, lang).chars().rev());
        } else {
            shown.extend(around(sign, lang).chars().rev());
        }
    }
    shown.iter().rev().collect()
}

fn of_decimals(signs: &[Sign], decimals: &str, lang: Lang) -> String {
    // Only `0` shows the zeros behind the last figure.
    let n_asked = signs.iter().filter(|sign| matches!(sign, Sign::Digit(_))).enumerate();
    let asked = n_asked.filter(|(_, sign)| **sign == Sign::Digit('0')).last().map_or(0, |(at, _)| at + 1);
    let kept = asked.max(decimals.trim_end_matches('0').len());
    // « 1200.- »: a mark with no figure behind it was asked.
    let has_figures = signs.iter().any(|sign| matches!(sign, Sign::Digit(_)));
    let mut figures = decimals.chars().take(kept);
    let mut shown = String::new();
    for sign in signs {
        if *sign == Sign::Point && (kept > 0 || !has_figures) {
            shown.push_str(mark(lang));
        } else if matches!(sign, Sign::Digit(_)) {
            shown.extend(figures.next());
        } else {
            shown.push_str(&around(sign, lang));
        }
    }
    shown
}

/// What stands around figures.
fn around(sign: &Sign, lang: Lang) -> String {
    match sign {
        Sign::Literal(c) => c.to_string(),
        Sign::Percent if lang == Lang::Fr => " %".to_owned(),
        Sign::Percent => "%".to_owned(),
        Sign::Digit(_)
        | Sign::Point
        | Sign::Comma
        | Sign::Slash
        | Sign::General
        | Sign::Part(..)
        | Sign::Elapsed(..)
        | Sign::Half
        | Sign::Text => String::new(),
    }
}
