//! What a plan is taken away as: every file says the same as the page, and can be read back.
#![cfg(all(feature = "sheets", feature = "ics"))]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the tests read the demonstration site, and stop at the first surprise"
)]

mod counts;
mod files;
mod log;
mod made;
