//! A number in figures, rounded as spreadsheets do: on the fifteen figures that they keep.

/// The figures of a number that is not below zero.
pub struct Decimal {
    /// At least one.
    pub whole: String,
    /// As many as were asked.
    pub decimals: String,
}

impl Decimal {
    /// A number with so many decimals.
    pub fn rounded(number: f64, n_decimals: usize) -> Decimal {
        let written = format!("{number:.14e}");
        let (figures, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let figures: Vec<u8> =
            figures.bytes().filter(u8::is_ascii_digit).map(|figure| figure - b'0').collect();
        // The figure of each rank: 0 is that of the units, 1 that of the tens.
        let at = |rank: i32| {
            usize::try_from(exponent - rank).ok().and_then(|at| figures.get(at)).copied().unwrap_or(0)
        };
        let last = -i32::try_from(n_decimals).unwrap_or(0);
        let first = exponent.max(0);
        let mut kept: Vec<u8> = (last..=first).rev().map(at).collect();
        if at(last - 1) >= 5 {
            let n_nines = kept.iter().rev().take_while(|figure| **figure == 9).count();
            let start = kept.len() - n_nines;
            kept[start..].fill(0);
            match start.checked_sub(1) {
                Some(before) => kept[before] += 1,
                None => kept.insert(0, 1),
            }
        }
        let decimals = kept.split_off(kept.len() - n_decimals);
        let text = |figures: Vec<u8>| figures.into_iter().map(|figure| char::from(b'0' + figure)).collect();
        Decimal { whole: text(kept), decimals: text(decimals) }
    }
}
