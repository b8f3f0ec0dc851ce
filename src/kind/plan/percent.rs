//! Percentages as authors write them: « 40 % », « 33,3 % », « 40 ».

use crate::lang;

/// A percentage, with its sign or without.
///
/// A number without a sign must be whole: « 0,4 » may be 40 % or less than one, so it is neither.
pub fn read(text: &str) -> Option<u8> {
    let folded = lang::fold(text);
    let number = folded.strip_suffix('%').unwrap_or(&folded).trim_end();
    let is_marked = number.len() < folded.len();
    let (whole, decimals) = parts(number)?;
    if is_marked || is_zero(decimals) { rounded(whole, decimals) } else { None }
}

/// A percentage with its sign, and nothing else.
pub fn marked(text: &str) -> Option<u8> {
    let folded = lang::fold(text);
    let (whole, decimals) = parts(folded.trim_end_matches('.').strip_suffix('%')?.trim())?;
    rounded(whole, decimals)
}

/// Whether a text is nothing but numbers and signs: when it is no percentage, it was meant as one.
pub fn is_meant(text: &str) -> bool {
    let folded = lang::fold(text);
    folded.contains(|c: char| c.is_ascii_digit())
        && folded.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | '-' | '+' | ' '))
}

/// The percentage that a number alone probably is: a spreadsheet keeps « 75 % » as 75 or 0.75, and
/// « 3/4 » is a part. None for what is no such number.
pub fn unsigned(text: &str) -> Option<u8> {
    let folded = lang::fold(text);
    if let Some((part, whole)) = folded.split_once('/') {
        let (part, whole): (u32, u32) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
        let is_part = part <= whole && (2..=100).contains(&whole);
        return if is_part { u8::try_from(part * 100 / whole).ok() } else { None };
    }
    match parts(&folded)? {
        ("0", decimals) if !is_zero(decimals) => {
            let tens: String = decimals.chars().chain("0".chars()).take(2).collect();
            tens.parse().ok()
        }
        (whole, decimals) => rounded(whole, decimals),
    }
}

/// The digits before the decimal mark, and those after it.
fn parts(number: &str) -> Option<(&str, &str)> {
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(decimals)).then_some((whole, decimals))
}

/// To the nearest unit, but all or nothing only when it is exactly so: « 99,9 % » is 99.
fn rounded(whole: &str, decimals: &str) -> Option<u8> {
    let whole: u8 = whole.parse().ok()?;
    if is_zero(decimals) {
        return Some(whole).filter(|percent| *percent <= 100);
    }
    let above = u8::from(decimals.as_bytes()[0] >= b'5');
    (whole < 100).then(|| (whole + above).clamp(1, 99))
}

fn is_zero(decimals: &str) -> bool {
    decimals.bytes().all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_a_whole_number_from_0_to_100() {
        let check = |text: &str, expected: Option<u8>| assert_eq!(read(text), expected, "{text}");
        check("40 %", Some(40));
        check("40\u{a0}%", Some(40));
        check("40", Some(40));
        check("0", Some(0));
        check("100,0 %", Some(100));
        check("33,3 %", Some(33));
        check("66.7%", Some(67));
        check("99,9 %", Some(99));
        check("0,4 %", Some(1));
        check("0,4", None);
        check("100,5 %", None);
        check("101", None);
        check("300 %", None);
        check("-5 %", None);
        check("12,5,5 %", None);
        check("%", None);
        check("presque", None);
        check("", None);
    }

    #[test]
    fn a_number_alone_is_probably_a_percentage() {
        let check = |text: &str, expected: Option<u8>| assert_eq!(unsigned(text), expected, "{text}");
        check("100", Some(100));
        check("75", Some(75));
        check("0", Some(0));
        check("0,5", Some(50));
        check("0.75", Some(75));
        check("3/4", Some(75));
        check("2/3", Some(66));
        check("5/4", None);
        check("99999999999/2", None);
        check("2/1000", None);
        check("300", None);
        check("2026-05-12", None);
        check("12/05/2026", None);
        check("12 familles", None);
        check("40 %", None);
    }

    #[test]
    fn a_state_is_a_percentage_only_with_its_sign() {
        let check = |text: &str, expected: Option<u8>| assert_eq!(marked(text), expected, "{text}");
        check("40 %.", Some(40));
        check("33,3 %", Some(33));
        check("40", None);
    }
}
