//! What a second reader tells of a site, taken again where he would read the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::acronyms;
use crate::check::plan::{self, Reading};
use crate::config::Config;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::kind::Document;
use crate::site::Site;

/// What was told of the last build.
#[derive(Default)]
pub struct Told {
    pub acronyms: Option<OfAcronyms>,
    pub plans: OfPlans,
}

/// What was told of acronyms, and of what.
pub struct OfAcronyms {
    site: Site,
    config: Config,
    diagnostics: Vec<Diagnostic>,
}

/// What is worth telling about the acronyms of a site.
pub fn of_acronyms(site: &Site, config: &Config, kept: Option<&mut Option<OfAcronyms>>) -> Vec<Diagnostic> {
    let Some(kept) = kept else { return acronyms::read(site, config) };
    let known = kept.take().filter(|known| site.explains_as(&known.site) && known.config == *config);
    let diagnostics = known.map_or_else(|| acronyms::read(site, config), |known| known.diagnostics);
    let told = OfAcronyms { site: site.clone(), config: config.clone(), diagnostics };
    kept.insert(told).diagnostics.clone()
}

/// What was told of each plan, by the path of its document.
#[derive(Default)]
pub struct OfPlans(BTreeMap<String, OfPlan>);

/// What was told of a plan, and all it was told from.
struct OfPlan {
    document: Arc<Document>,
    days: [Date; 3],
    diagnostics: Vec<Diagnostic>,
}

impl OfPlans {
    /// What is told of the plan of a document.
    pub fn of_plan(
        &mut self,
        document: &Arc<Document>,
        reading: &Reading<'_>,
        before: &mut OfPlans,
    ) -> Vec<Diagnostic> {
        let days = [reading.reference, reading.today, reading.build_day];
        let known = before.0.remove(reading.path);
        let known = known.filter(|known| Arc::ptr_eq(&known.document, document) && known.days == days);
        let diagnostics = known.map_or_else(|| plan::read(reading), |known| known.diagnostics);
        let told = OfPlan { document: Arc::clone(document), days, diagnostics: diagnostics.clone() };
        self.0.insert(reading.path.to_owned(), told);
        diagnostics
    }
}
