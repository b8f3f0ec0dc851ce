//! Speaks to the person at the keyboard: the only place that prints.
//!
//! Problems go to the standard error, the last line to the standard output. Colours are left
//! to `anstream`, which drops them when nobody would see them or when `NO_COLOR` is set.

use std::io::Write;

use crate::cli::arguments::Format;
use crate::cli::entry::Entry;
use crate::cli::format::told;
use crate::diagnostic::{Severity, Wording};
use crate::lang::Lang;

/// Tells problems in one language and one format.
pub struct Reporter {
    pub lang: Lang,
    format: Format,
}

impl Reporter {
    pub fn new(lang: Lang, format: Format) -> Reporter {
        Reporter { lang, format }
    }

    pub fn problems(&self, entries: &[Entry]) {
        for entry in entries {
            to_stderr(&told(self.lang, self.format, entry));
        }
    }

    /// What a person waits for; programs that read the problems have no use for it.
    #[cfg(feature = "external")]
    pub fn waiting(&self, line: &str) {
        match self.format {
            Format::Human => aside(line),
            Format::Short | Format::Json | Format::Github => {}
        }
    }

    /// The one line that sums a command up.
    pub fn last_line(&self, line: &str) {
        to_stdout(&format!("{line}\n"));
    }
}

/// A line beside what was asked for, such as a reminder.
pub fn aside(line: &str) {
    to_stderr(&format!("{line}\n"));
}

/// A command line that was not understood, before any format is known.
pub fn misuse(lang: Lang, wording: Wording) {
    let entry = Entry::new(lang, Severity::Error, None, wording);
    Reporter::new(lang, Format::Short).problems(&[entry]);
}

/// A page that was asked for.
pub fn page(text: &str) {
    to_stdout(text);
}

/// A page shown instead of what was asked for.
pub fn page_of_misuse(text: &str) {
    to_stderr(text);
}

// When the reader is gone (`jalon build | head -1`), there is nobody left to tell: what could
// not be said is dropped, and the work goes on to its usual end.

fn to_stdout(text: &str) {
    let mut stdout = anstream::stdout().lock();
    let _nobody_left = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
}

fn to_stderr(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _nobody_left = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
