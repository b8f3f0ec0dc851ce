//! What is worth telling about documents that are well written: contradictions, omissions, oversights.

pub mod accept;
pub mod acronyms;
pub mod plan;

mod timeframes;
