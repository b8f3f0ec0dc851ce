//! What is translated in each document, and what has changed in its source since.
//!
//! A document is cut into units: its title, its description, and what stands under each anchor. A
//! unit of a translation answers to one of its source; the header of the translation records the
//! fingerprint of the source's words when it was last said to be up to date.

pub mod compare;
pub mod mark;
pub mod pair;
mod plan;
pub mod stub;
pub mod survey;
pub mod units;
pub mod words;
