//! `jalon import`: papers of an office made into documents.

#[cfg(feature = "import")]
mod command;
#[cfg(feature = "import")]
mod guide;
#[cfg(not(feature = "import"))]
mod missing;
#[cfg(feature = "import")]
mod papers;
#[cfg(feature = "import")]
mod workbooks;
