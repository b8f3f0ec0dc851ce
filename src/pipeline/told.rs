//! What is told of the acronyms of a site, taken again when no document says anything else of them.

use crate::check::acronyms;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::site::Site;

/// What was told, and of what.
pub struct Told {
    site: Site,
    config: Config,
    diagnostics: Vec<Diagnostic>,
}

/// What is worth telling about the acronyms of a site.
pub fn of_acronyms(site: &Site, config: &Config, kept: Option<&mut Option<Told>>) -> Vec<Diagnostic> {
    let Some(kept) = kept else { return acronyms::read(site, config) };
    let known = kept.take().filter(|known| site.explains_as(&known.site) && known.config == *config);
    let diagnostics = known.map_or_else(|| acronyms::read(site, config), |known| known.diagnostics);
    let told = Told { site: site.clone(), config: config.clone(), diagnostics };
    kept.insert(told).diagnostics.clone()
}
