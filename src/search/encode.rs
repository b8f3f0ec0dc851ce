//! Numbers and values as the script of the search page reads them.

use serde::Serialize;

use crate::json;

/// Where the digits that end a number start among the characters, and those that go on. There are
/// 32 of each, and no character that a script must escape is among them.
const LAST: u8 = b']';
const MORE: u8 = b':';

/// Adds a number: its digits in base 32, the last one from another alphabet, so that numbers need
/// nothing between them. Most take one character.
#[inline]
pub fn number(out: &mut String, n: u32) {
    if n >= 32 {
        more(out, n >> 5);
    }
    out.push(char::from(LAST + low(n)));
}

/// Adds the digits that come before the last one.
fn more(out: &mut String, n: u32) {
    if n >= 32 {
        more(out, n >> 5);
    }
    out.push(char::from(MORE + low(n)));
}

fn low(n: u32) -> u8 {
    u8::try_from(n & 31).expect("five bits")
}

/// Values in a row, each followed by how many times it comes: a column of a table in order.
pub fn runs(values: impl IntoIterator<Item = u32>) -> String {
    let mut out = String::new();
    let mut run: Option<(u32, u32)> = None;
    for value in values {
        run = match run {
            Some((same, n)) if same == value => Some((same, n + 1)),
            ended => {
                add_run(&mut out, ended);
                Some((value, 1))
            }
        };
    }
    add_run(&mut out, run);
    out
}

fn add_run(out: &mut String, run: Option<(u32, u32)>) {
    if let Some((value, n)) = run {
        number(out, value);
        number(out, n);
    }
}

/// A script that hands a value over.
pub fn script(name: &str, value: &impl Serialize) -> String {
    let json = json::on_one_line(value);
    format!("jalonSearch(\"{name}\",{json})\n")
}

/// The same for texts people read: addresses to write to are hidden from the simplest robots, as
/// they are on pages.
pub fn script_of_texts(name: &str, value: &impl Serialize) -> String {
    script(name, value).replace('@', "\\u0040")
}

/// A mark that changes with the texts it has seen, so that a browser does not mix an old file with new ones.
pub struct Mark(u64);

impl Mark {
    pub fn new() -> Mark {
        Mark(0xcbf2_9ce4_8422_2325)
    }

    pub fn see(&mut self, text: &str) {
        // FNV-1a, 64 bits: no secret is at stake.
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    pub fn written(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, number, runs};

    #[test]
    fn a_number_takes_as_few_characters_as_it_can() {
        let check = |n: u32, expected: &str| {
            let mut out = String::new();
            number(&mut out, n);
            assert_eq!(out, expected, "{n}");
        };
        check(0, "]");
        check(31, "|");
        check(32, ";]");
        check(1_023, "Y|");
        check(1_024, ";:]");
        check(u32::MAX, "=YYYYY|");
    }

    #[test]
    fn a_column_is_cut_into_runs() {
        assert_eq!(runs([]), "");
        assert_eq!(runs([0, 0, 0, 2, 2, 0]), "]`__]^");
    }

    #[test]
    fn a_mark_changes_with_the_text() {
        let mark = |texts: &[&str]| {
            let mut mark = Mark::new();
            texts.iter().for_each(|text| mark.see(text));
            mark.written()
        };
        assert_ne!(mark(&["a"]), mark(&["b"]));
        assert_eq!(mark(&["ab", "c"]), mark(&["a", "bc"]));
    }
}
