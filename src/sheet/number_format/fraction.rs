//! A number as a fraction: « 3 1/4 ».

use super::code::Sign;

/// A number that is not below zero, as these signs show it; none when they show more than a fraction.
pub fn shown(number: f64, signs: &[Sign]) -> Option<String> {
    let slash = signs.iter().position(|sign| *sign == Sign::Slash)?;
    let (before, after) = (&signs[..slash], &signs[slash + 1..]);
    let is_digit = |sign: &Sign| matches!(sign, Sign::Digit(_));
    let is_space = |sign: &Sign| *sign == Sign::Literal(' ');
    let n_above = before.iter().rev().take_while(|sign| is_digit(sign)).count();
    let whole = &before[..before.len() - n_above];
    if n_above == 0 || !whole.iter().all(|sign| is_digit(sign) || is_space(sign)) {
        return None;
    }
    let below = Below::read(after)?;
    let has_whole = whole.iter().any(is_digit);
    let units = if has_whole { number.trunc() } else { 0.0 };
    let (above, below) = below.nearest(number - units);
    let (units, above) =
        if has_whole && above == u64::from(below) { (units + 1.0, 0) } else { (units, above) };
    Some(match (has_whole, above) {
        (true, 0) => format!("{units}"),
        (true, _) if units > 0.0 => format!("{units} {above}/{below}"),
        _ => format!("{above}/{below}"),
    })
}

/// What stands under the line.
enum Below {
    Is(u32),
    AtMost(u32),
}

impl Below {
    fn read(signs: &[Sign]) -> Option<Below> {
        let text: Option<String> = signs
            .iter()
            .map(|sign| if let Sign::Digit(c) | Sign::Literal(c) = sign { Some(*c) } else { None })
            .collect();
        let text = text?;
        match text.trim() {
            "?" | "#" | "0" => Some(Below::AtMost(9)),
            "??" | "##" | "00" => Some(Below::AtMost(99)),
            "???" | "###" | "000" => Some(Below::AtMost(999)),
            fixed if fixed.len() <= 4 => fixed.parse().ok().filter(|below| *below > 0).map(Below::Is),
            _ => None,
        }
    }

    /// The fraction nearest to a number, the smallest of those that are as near.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float stops at the bounds of its type"
    )]
    fn nearest(&self, number: f64) -> (u64, u32) {
        let of = |below: u32| {
            let above = (number * f64::from(below)).round();
            ((above / f64::from(below) - number).abs(), above as u64, below)
        };
        let closer = |one: (f64, u64, u32), other: (f64, u64, u32)| {
            if other.0 < one.0 - 1e-12 { other } else { one }
        };
        let (_, above, below) = match self {
            Below::Is(below) => of(*below),
            Below::AtMost(most) => (2..=*most).map(of).fold(of(1), closer),
        };
        (above, below)
    }
}
