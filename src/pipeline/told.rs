//! What a second reader tells of a site, taken again where he would read the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Inputs;
use crate::check::plan::{self, Reading};
use crate::check::{accept, acronyms, evidence, succession};
use crate::config::Config;
use crate::date::Date;
use crate::decode;
use crate::diagnostic::Diagnostic;
use crate::kind::Document;
use crate::page::Making;
use crate::site::{Site, dated};

/// What was told of the last build.
#[derive(Default)]
pub struct Told {
    acronyms: Option<OfAcronyms>,
    plans: OfPlans,
}

/// What was told of acronyms, and of what.
struct OfAcronyms {
    site: Site,
    config: Config,
    diagnostics: Vec<Diagnostic>,
}

/// Tells what a second reader would of a site, then puts all that was told in order, each once.
pub fn tell(
    inputs: &Inputs,
    making: &Making<'_>,
    kept: Option<&mut Told>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (acronyms, plans) = kept.map(|Told { acronyms, plans }| (acronyms, plans)).unzip();
    diagnostics.extend(of_acronyms(making.site, making.config, acronyms));
    // A plan may be looked at on a day that is past; what is published is so today.
    let today = making.today.map_or(making.build_day, |day| day.max(making.build_day));
    diagnostics.extend(dated::to_come(making.site.entries(), today));
    of_plans(inputs, making, plans, diagnostics);
    diagnostics.sort_by(|a, b| {
        (&a.path, a.span, a.severity, a.problem.code()).cmp(&(&b.path, b.span, b.severity, b.problem.code()))
    });
    diagnostics.dedup_by(|later, first| first.holds(later));
}

/// What is worth telling about the acronyms of a site.
fn of_acronyms(site: &Site, config: &Config, kept: Option<&mut Option<OfAcronyms>>) -> Vec<Diagnostic> {
    let Some(kept) = kept else { return acronyms::read(site, config) };
    let known = kept.take().filter(|known| site.explains_as(&known.site) && known.config == *config);
    let diagnostics = known.map_or_else(|| acronyms::read(site, config), |known| known.diagnostics);
    let told = OfAcronyms { site: site.clone(), config: config.clone(), diagnostics };
    kept.insert(told).diagnostics.clone()
}

/// What a second reader would say of each plan, but for what its author accepts.
fn of_plans(
    inputs: &Inputs,
    making: &Making<'_>,
    mut kept: Option<&mut OfPlans>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut before = kept.as_deref_mut().map(std::mem::take).unwrap_or_default();
    for entry in making.site.entries().iter().filter(|entry| !entry.stands_in()) {
        let (Some(document), Some(plan)) = (&entry.document, entry.plan()) else { continue };
        // What is told of the source is not told again of its translation.
        if plan.translation.is_some() {
            continue;
        }
        let path = document.path.as_str();
        let reading = Reading {
            path,
            plan,
            lang: making.config.language(&document.language).lang,
            updated: document.header.updated,
            reference: making.reference_date(entry),
            today: making.today.unwrap_or(making.build_day),
            build_day: making.build_day,
        };
        match kept.as_deref_mut() {
            Some(kept) => diagnostics.extend(kept.of_plan(document, &reading, &mut before)),
            None => diagnostics.extend(plan::read(&reading)),
        }
        diagnostics.extend(evidence::read(making.site, entry));
        diagnostics.extend(succession::read(making.site, entry));
        if !plan.accept.is_empty() {
            // What is wrong with the bytes was told when the document was read.
            let source = decode::source(path, &inputs.files[path], &mut Vec::new());
            accept::apply(&source, plan, diagnostics);
        }
    }
}

/// What was told of each plan, by the path of its document.
#[derive(Default)]
struct OfPlans(BTreeMap<String, OfPlan>);

/// What was told of a plan, and all it was told from.
struct OfPlan {
    document: Arc<Document>,
    days: [Date; 3],
    diagnostics: Vec<Diagnostic>,
}

impl OfPlans {
    /// What is told of the plan of a document.
    fn of_plan(
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
