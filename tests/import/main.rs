//! `jalon import`: papers of an office made into documents.

mod papers;
