//! What an entry is made of, by kind.

use super::Entry;
use crate::date::Date;
use crate::kind::Body;
use crate::kind::mission::Mission;
use crate::kind::plan::Plan;
use crate::kind::synthesis::Synthesis;
use crate::record::Record;

impl Entry {
    pub fn plan(&self) -> Option<&Plan> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Plan(plan)) => Some(plan),
            Some(Body::Synthesis(_) | Body::Mission(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn synthesis(&self) -> Option<&Synthesis> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Synthesis(synthesis)) => Some(synthesis),
            Some(Body::Plan(_) | Body::Mission(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn mission(&self) -> Option<&Mission> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Mission(mission)) => Some(mission),
            Some(Body::Synthesis(_) | Body::Plan(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn description(&self) -> Option<&str> {
        self.document.as_ref().and_then(|document| document.header.description.as_deref())
    }

    /// What its author adds for templates.
    pub fn extra(&self) -> Option<&Record> {
        self.document.as_ref().map(|document| &document.header.extra)
    }

    /// When the author last changed it, else its date.
    pub fn updated(&self) -> Option<Date> {
        self.document.as_ref().and_then(|document| document.header.updated).or(self.date)
    }
}
