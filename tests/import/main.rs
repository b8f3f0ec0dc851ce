//! `jalon import`: papers of an office made into documents.

#[cfg(feature = "sheets")]
mod command;
mod papers;
