//! What a preview keeps from one build to the next, so that a save makes again only what it changes.
//!
//! Each part is a cache around a pure call, and its key is all that the call is given. What is taken
//! from it is therefore what the call would give again, to the byte; `tests/incremental/` sees to it.

use std::sync::Arc;

use super::dress::Dress;
use super::earlier::{Extent, Made};
use super::linking::Linked;
use super::reading::Readings;
use super::told::Told;

/// What the last build of a site was made of.
///
/// It holds what that build used, and what it replaced until [`Memory::let_go`]: it grows with the site, not with time.
#[derive(Default)]
pub struct Memory {
    readings: Readings,
    dress: Option<Arc<Dress>>,
    linked: Option<Linked>,
    made: Made,
    told: Told,
}

/// The parts of a memory, each lent to the step of a build that takes from it and fills it again; none of them
/// when a build is made once.
#[derive(Default)]
pub(super) struct Lent<'m> {
    pub readings: Option<&'m mut Readings>,
    pub dress: Option<&'m mut Option<Arc<Dress>>>,
    pub linked: Option<&'m mut Option<Linked>>,
    pub made: Option<(&'m mut Made, Extent)>,
    pub told: Option<&'m mut Told>,
}

impl Memory {
    pub(super) fn lend(&mut self, extent: Extent) -> Lent<'_> {
        let Memory { readings, dress, linked, made, told } = self;
        Lent {
            readings: Some(readings),
            dress: Some(dress),
            linked: Some(linked),
            made: Some((made, extent)),
            told: Some(told),
        }
    }

    /// Lets go of what only the build before the last was made of, which takes time: somebody may be waiting for
    /// the last one.
    pub fn let_go(&mut self) {
        self.made.let_go();
    }
}
