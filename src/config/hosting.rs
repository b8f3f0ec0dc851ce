//! `[hosting]`: what is written for the machine that serves the site.

use crate::diagnostic::Problems;
use crate::record::Fields;
use crate::record::keys::{Holds, Key, key};

/// The keys of `[hosting]`.
pub const KEYS: &[Key] = &[key(
    "headers",
    Holds::Boolean,
    "`true` publie les règles que lisent les hébergeurs : `_headers` et `.htaccess`",
    "`true` publishes the rules that hosts read: `_headers` and `.htaccess`",
)];

/// What a site asks for its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hosting {
    pub headers: Headers,
}

/// Whether the rules that hosts read are published: `_headers` and `.htaccess`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headers {
    /// The host has its own, or reads none.
    #[default]
    LeftToHost,
    Written,
}

/// Reads the table `[hosting]`.
pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Hosting {
    let Some(record) = fields.record("hosting", problems) else { return Hosting::default() };
    let mut fields = Fields::of(record, KEYS);
    let headers = match fields.boolean("headers", problems) {
        Some(true) => Headers::Written,
        Some(false) | None => Headers::LeftToHost,
    };
    fields.finish(problems);
    Hosting { headers }
}
