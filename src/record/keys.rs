//! The keys that a table written by an author may hold: what `Fields` reads, and what editors are told.
//!
//! A reader names its table of keys when it opens a record, and may ask for none that is not there;
//! the schemas and the reference of the settings are made from the same tables.

/// A key, what it holds and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    pub holds: Holds,
    pub need: Need,
    /// What it is for, in French: half a sentence, without a capital or a final point.
    pub fr: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// Whether a table may go without a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Optional,
    Required,
}

/// What a key may hold.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// A text, maybe an empty one.
    Text,
    /// A text that says something.
    FilledText,
    Integer,
    /// An integer from the first to the second.
    Within(i64, i64),
    /// A count of at least 1.
    Count,
    Boolean,
    /// A date, or a text such as "2013-10-11".
    Date,
    /// A list of texts; a single text is a list of one.
    Texts,
    /// One of a closed set of words, compared without case or accents.
    Word(&'static [&'static str]),
    /// A list of such words; a single word is a list of one.
    Words(&'static [&'static str]),
    /// A table with these keys and no other.
    Table(&'static [Key]),
    /// A series of such tables: `[[menu]]`.
    Tables(&'static [Key]),
    /// A table whose keys the author makes up.
    Named(&'static Holds),
    /// A table with anything in it.
    AnyTable,
    /// The table of a kind of document, whose keys that kind knows.
    KindTable,
    /// Any of these forms.
    Either(&'static [Holds]),
}

/// A key that a table may go without.
pub const fn key(name: &'static str, holds: Holds, fr: &'static str, en: &'static str) -> Key {
    Key { name, holds, need: Need::Optional, fr, en }
}

impl Key {
    /// The same key, which its table may not go without.
    pub const fn required(self) -> Key {
        Key { need: Need::Required, ..self }
    }
}

/// The words of a table of words and their meanings.
pub const fn words<T, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = table[at].0;
        at += 1;
    }
    words
}
