//! Tables of words that are only looked up, with a hash made for short texts.

#![expect(clippy::disallowed_types, reason = "words are looked up; whoever needs an order sorts them")]

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of each word.
pub type ByWord<W, T> = HashMap<W, T, BuildHasherDefault<Quick>>;

/// A hash that multiplies eight bytes at a time.
///
/// The words are those of the site's own author, so the hash need not resist someone who would choose
/// them to slow us down; the usual one, which does, took a quarter of the time of the index.
#[derive(Debug, Clone, Copy, Default)]
pub struct Quick(u64);

/// An odd number whose bits are well spread: the one of the compiler's own tables.
const SPREAD: u64 = 0x517c_c1b7_2722_0a95;

impl Quick {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(SPREAD);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for eight in whole {
            self.add(u64::from_le_bytes(*eight));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(last));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    /// A product has its best bits at the top, and a table looks at those at the bottom.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
