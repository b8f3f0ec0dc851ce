//! Workshop syntheses as authors write them: what is read in each, and what is said of it.

#![expect(clippy::unwrap_used, reason = "the test stops at the first surprise")]

mod data;
mod names;
mod outline;
mod reading;
mod tables;
mod words;
