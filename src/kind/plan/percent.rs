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
    fn a_state_is_a_percentage_only_with_its_sign() {
        let check = |text: &str, expected: Option<u8>| assert_eq!(marked(text), expected, "{text}");
        check("40 %.", Some(40));
        check("33,3 %", Some(33));
        check("40", None);
    }
}
