//! `jalon import`: papers of an office made into documents.

#[cfg(feature = "sheets")]
mod command;
#[cfg(feature = "sheets")]
mod guide;
mod papers;
