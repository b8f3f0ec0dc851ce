//! The preview as a person meets it: the program runs, a browser asks, files are saved.

#![cfg(feature = "serve")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

mod answers;
mod live;
mod person;
