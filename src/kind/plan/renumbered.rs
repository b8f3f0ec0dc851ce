//! `[plan.renumbered]`: the numbers that actions left. Who has one of them, in a minute, a bookmark or
//! the log, still finds the action.

use super::{Action, Plan, numbering};
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::record::{Data, Record, Spanned, fields, short};
use crate::source::Span;

/// A number that an action left, and the one it took, or its anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    pub from: Spanned<String>,
    pub to: String,
    /// Where the new one is written.
    pub span: Span,
}

/// Reads the table of a plan.
pub fn read(record: &Record, problems: &mut Problems) -> Vec<Renumbered> {
    let mut all: Vec<Renumbered> = Vec::new();
    for entry in &record.entries {
        if let Data::Record(below) = &entry.value.data {
            tell_unquoted(&entry.key, below, problems);
            continue;
        }
        let Some(to) = fields::text_of(entry, problems) else { continue };
        let from = Spanned { value: bare(&entry.key), span: entry.key_span };
        let is_same = |other: &Renumbered| is_same(&other.from.value, &from.value);
        if !is_number(&from.value) {
            problems.error(PlanProblem::NotANumber { read: short(&entry.key) }, from.span);
        } else if all.iter().any(is_same) {
            problems.error(PlanProblem::NumberLeftTwice { number: from.value }, from.span);
        } else {
            all.push(Renumbered { from, to: bare(to), span: entry.value.span });
        }
    }
    all
}

/// Tells numbers without quotation marks, which TOML cuts into tables of tables at their points.
fn tell_unquoted(above: &str, record: &Record, problems: &mut Problems) {
    for entry in &record.entries {
        let number = format!("{above}.{}", entry.key);
        if let Data::Record(below) = &entry.value.data {
            tell_unquoted(&number, below, problems);
            continue;
        }
        let to = if let Data::Text(to) = &entry.value.data { short(to) } else { "…".to_owned() };
        let line = format!("\"{number}\" = \"{to}\"");
        problems.error_instead(PlanProblem::UnquotedNumber { number, line }, entry.key_span);
    }
}

/// A number without what stands around it: « #2.1.3 », « 2.1.3. ».
fn bare(number: &str) -> String {
    number.trim().trim_start_matches('#').trim_end_matches('.').to_owned()
}

/// Whether a number, or an anchor, can be an address too: a file whose name starts with a dot is hidden.
fn is_number(from: &str) -> bool {
    numbering::is_anchor(from) && !from.starts_with('.')
}

/// Whether two numbers are one address: many computers do not tell capitals from small letters.
fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Gives each action the numbers it had. One that something of the plan has now would lead to two
/// places: it is an error. One whose action has left the plan leads nowhere, as it did.
pub fn apply(plan: &mut Plan, all: &[Renumbered], problems: &mut Problems) {
    for Renumbered { from, to, span } in all {
        if let Some(title) = title_of(plan, &from.value) {
            let (number, title) = (from.value.clone(), title.to_owned());
            problems.error(PlanProblem::NumberStillUsed { number, title }, from.span);
            continue;
        }
        let to = last(all, to);
        if let Some(action) = plan.actions_mut().find(|action| action.number == to || action.id == to) {
            action.former.push(from.clone());
            continue;
        }
        let numbers = plan.actions().map(|action| action.number.clone()).collect();
        let nearest = numbering::nearest(to, &numbers).map(str::to_owned);
        problems.warning(PlanProblem::RenumberedToNothing { read: to.to_owned(), nearest }, *span);
    }
}

/// The number at the end of a chain: an action may have moved more than once.
fn last<'r>(all: &'r [Renumbered], to: &'r str) -> &'r str {
    let mut to = to;
    // A number that comes back to itself leads nowhere after as many steps as there are.
    for _ in all {
        match all.iter().find(|it| it.from.value == to) {
            Some(next) => to = &next.to,
            None => return to,
        }
    }
    to
}

/// The title of what has a number or an anchor now.
fn title_of<'p>(plan: &'p Plan, number: &str) -> Option<&'p str> {
    let of_action = |it: &'p Action| (it.number.as_str(), it.id.as_str(), it.title.plain.as_str());
    let mut above = plan.orientations().flat_map(|orientation| {
        let own = (orientation.number.as_str(), orientation.id.as_str(), orientation.title.plain.as_str());
        let objectives = orientation
            .objectives()
            .filter_map(|it| Some((it.number.as_str(), it.id.as_str(), it.title.as_ref()?.plain.as_str())));
        std::iter::once(own).chain(objectives)
    });
    let is = |(own, id, _): &(&str, &str, &str)| is_same(own, number) || is_same(id, number);
    let found = above.find(is).or_else(|| plan.actions().map(of_action).find(is));
    found.map(|(_, _, title)| title)
}
