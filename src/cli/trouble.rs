//! What keeps a command from its work, when it is not the content that is wrong.

use crate::cli::Ending;
use crate::cli::build::stopped;
use crate::cli::entry::Entry;
use crate::cli::report::Reporter;
use crate::diagnostic::{Severity, Wording};
use crate::disk::error::Error;

/// Why a command could not do its work.
pub enum Trouble {
    /// The site cannot be read or written.
    Site(Error),
    /// What was asked makes no sense, or is not in the site.
    Asked(Wording),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble::Site(error)
    }
}

impl Trouble {
    /// Says what it is.
    pub fn tell(self, reporter: &Reporter) -> Ending {
        match self {
            Trouble::Site(error) => stopped(reporter, error),
            Trouble::Asked(wording) => {
                reporter.problems(&[Entry::new(reporter.lang, Severity::Error, None, wording)]);
                Ending::CouldNotRun
            }
        }
    }
}
