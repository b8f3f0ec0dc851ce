//! What is worth telling about documents that are well written: contradictions, omissions, oversights.

pub mod accept;
pub mod acronyms;
pub mod evidence;
pub mod pages;
pub mod plan;
pub mod succession;

mod log;
mod states;
mod tags;
mod timeframes;
