//! What a follow-up log gives as evidence and that the site should hold.

use crate::diagnostic::follow_up::{FollowUpFault, FollowUpProblem};
use crate::diagnostic::{Diagnostic, Severity};
use crate::kind::plan::follow_up::evidence;
use crate::site::links::Use;
use crate::site::{Entry, Site};

/// The evidence of a plan's log that leads nowhere, each with its row.
pub fn read(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let Some(log) = entry.plan().and_then(|plan| plan.log.as_ref()) else { return Vec::new() };
    let dead = log.links.iter().filter_map(|link| {
        let problem = site.resolve(entry, &link.address, Use::Link).err()?;
        let (cell, fault) = (link.cell.clone(), FollowUpFault::DeadEvidence(problem));
        // A file that is not beside the plan is told, and its name is shown as it is.
        let severity = if evidence::is_path(&link.address) { Severity::Error } else { Severity::Warning };
        Some(Diagnostic {
            severity,
            problem: FollowUpProblem { cell, fault }.into(),
            path: log.path.clone(),
            span: link.span,
        })
    });
    dead.collect()
}
