//! What a preview keeps from one build to the next, so that a save makes again only what it changes.
//!
//! Each part is a cache around a pure call, and its key is all that the call is given. What is taken
//! from it is therefore what the call would give again, to the byte; `tests/incremental/` sees to it.

use std::sync::Arc;

use super::dress::Dress;
use super::earlier::Made;
use super::linking::Linked;
use super::reading::Readings;
use super::told::Told;

/// What the last build of a site was made of.
///
/// It holds what that build used, and what it replaced until [`Memory::let_go`]: it grows with the site, not with time.
#[derive(Default)]
pub struct Memory {
    pub(super) readings: Readings,
    pub(super) dress: Option<Arc<Dress>>,
    pub(super) linked: Option<Linked>,
    pub(super) made: Made,
    pub(super) told: Told,
}

impl Memory {
    /// Lets go of what only the build before the last was made of, which takes time: somebody may be waiting for
    /// the last one.
    pub fn let_go(&mut self) {
        self.made.let_go();
    }
}
