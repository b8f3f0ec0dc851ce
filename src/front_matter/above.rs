//! Keys of a kind’s own table, written in the header itself: above the line they go under.

use super::WrittenKind;
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::record::Fields;

/// The keys of the table of a kind that nothing else in a header is called by.
pub const fn keys(kind: WrittenKind) -> &'static [&'static str] {
    match kind {
        WrittenKind::Plan => &[
            "period",
            "stage",
            "bold",
            "responsible",
            "report",
            "previous",
            "accept",
            "renumbered",
            "calendar",
            "horizons",
            "events",
            "statuses",
        ],
        WrittenKind::Synthesis => &[
            "event",
            "place",
            "facilitator",
            "participants",
            "speakers",
            "leads_to",
            "form",
            "names",
            "people",
        ],
        WrittenKind::Mission => &["adopted", "adopted_by", "source", "contact"],
        WrittenKind::News | WrittenKind::Page => &[],
    }
}

/// Tells those that a header has, each with the line to write.
pub(super) fn tell(fields: &mut Fields<'_>, kind: WrittenKind, problems: &mut Problems) {
    for key in keys(kind) {
        let Some(entry) = fields.elsewhere(key) else { continue };
        let (table, notation) = (kind.key(), fields.notation());
        let line = entry.line_of(table, notation);
        problems.error(RecordProblem::AboveTable { key, table, line, notation }, entry.key_span);
    }
}
