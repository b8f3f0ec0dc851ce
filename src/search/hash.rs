//! Tables of words that are only looked up, with a hash made for short texts.

#![expect(clippy::disallowed_types, reason = "words are looked up; whoever needs an order sorts them")]

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// What is known of each word.
///
/// The words are those of the site's own author, so the hash need not resist someone who would choose
/// them to slow us down; the usual one, which does, took a quarter of the time of the index.
pub type ByWord<W, T> = HashMap<W, T, FxBuildHasher>;
