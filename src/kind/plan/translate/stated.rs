//! What a translation says again of an action, compared with its source: the source alone states it.

use super::Sides;
use crate::diagnostic::Problems;
use crate::diagnostic::translation::{Stated, TranslationProblem};
use crate::kind::plan::status::{self, Status, StatusKey};
use crate::kind::plan::timeframe::{self, Timeframe, TimeframeKind};
use crate::kind::plan::{Action, Orientation};
use crate::lang;
use crate::source::Span;

/// An element of a translation and where both stand.
struct Told<'a> {
    number: &'a str,
    here: Span,
    source: Span,
}

/// Tells what an action of a translation states that its source does not.
pub fn action(sides: &Sides<'_>, source: &Action, here: &Action, problems: &mut Problems) {
    let told = Told { number: &source.number, here: here.span, source: source.span };
    let mut differs = |stated, read: &str, expected: Option<&str>| {
        problems.error(problem(sides, &told, (stated, read, expected)), told.here);
    };
    if let Some(read) = stated_status(sides, here)
        && !says_status(sides, source, &read)
    {
        differs(Stated::Status, shown(&read), Some(shown(&source.status)).filter(|it| !it.is_empty()));
    }
    if let Some(read) = &here.timeframe
        && !source.timeframe.as_ref().is_some_and(|it| is_same_timeframe(sides, it, read))
    {
        differs(Stated::Timeframe, &read.text, source.timeframe.as_ref().map(|it| it.text.as_str()));
    }
    let percent = here.percent.filter(|percent| {
        let before = source.before_log.as_ref().and_then(|status| status.percent);
        source.percent != Some(*percent) && before != Some(*percent)
    });
    if let Some(percent) = percent {
        let expected = source.percent.map(|percent| percent.to_string());
        differs(Stated::Progress, &percent.to_string(), expected.as_deref());
    }
    let people = [
        (Stated::Responsible, &here.responsible, &source.responsible),
        (Stated::Partners, &here.partners, &source.partners),
    ];
    for (stated, read, expected) in people {
        let folded = |names: &[String]| names.iter().map(|name| lang::fold(name)).collect::<Vec<_>>();
        if !read.is_empty() && folded(read) != folded(expected) {
            let expected = expected.join(", ");
            differs(stated, &read.join(", "), Some(expected.as_str()).filter(|it| !it.is_empty()));
        }
    }
}

/// Tells an axis that the source does not give to an orientation.
pub fn orientation(sides: &Sides<'_>, source: &Orientation, here: &Orientation, problems: &mut Problems) {
    if let Some(read) = here.axis.as_deref().filter(|read| source.axis.as_deref() != Some(read)) {
        let told = Told { number: &source.number, here: here.span, source: source.span };
        problems.error(problem(sides, &told, (Stated::Axis, read, source.axis.as_deref())), told.here);
    }
}

fn problem(
    sides: &Sides<'_>,
    told: &Told<'_>,
    (stated, read, expected): (Stated, &str, Option<&str>),
) -> TranslationProblem {
    TranslationProblem::Differs {
        stated,
        number: told.number.to_owned(),
        read: read.to_owned(),
        expected: expected.map(str::to_owned),
        source: sides.at(told.source),
    }
}

/// What a translation says of the state of an action, read with the words of the source.
fn stated_status(sides: &Sides<'_>, here: &Action) -> Option<Status> {
    let read = match here.status.text.as_str() {
        "" => here.status.clone(),
        text => status::read(text, sides.statuses, sides.lang).0,
    };
    let bold = sides.source.bold.filter(|_| here.is_bold && here.status.text.is_empty());
    match (read.key, bold) {
        (StatusKey::NotStated, None) => None,
        (StatusKey::NotStated, Some(key)) => Some(Status { key, ..read }),
        (_, _) => Some(read),
    }
}

/// Whether a state is the one of the source: the current one, or the one its document states.
fn says_status(sides: &Sides<'_>, source: &Action, read: &Status) -> bool {
    let bold = sides.source.bold.filter(|_| source.is_bold);
    let is_bold_alone = read.text.is_empty() && bold == Some(read.key);
    let own = [Some(&source.status), source.before_log.as_deref()];
    is_bold_alone || own.into_iter().flatten().any(|it| is_same_status(it, read))
}

fn is_same_status(source: &Status, read: &Status) -> bool {
    let is_same_note = lang::fold(&source.text) == lang::fold(&read.text)
        || (source.quantity.is_some() && source.quantity == read.quantity);
    match read.key {
        StatusKey::Noted => source.key == StatusKey::Noted && is_same_note,
        StatusKey::Planned
        | StatusKey::Preparing
        | StatusKey::InProgress
        | StatusKey::Ongoing
        | StatusKey::Partial
        | StatusKey::Done
        | StatusKey::Postponed
        | StatusKey::OnHold
        | StatusKey::Dropped
        | StatusKey::NotStated => source.key == read.key,
    }
}

fn shown(status: &Status) -> &str {
    if status.text.is_empty() && status.key != StatusKey::NotStated { status.key.key() } else { &status.text }
}

/// Whether two timeframes cover the same days, or say the same of what has none.
fn is_same_timeframe(sides: &Sides<'_>, source: &Timeframe, read: &Timeframe) -> bool {
    if lang::fold(&source.text) == lang::fold(&read.text) {
        return true;
    }
    // A translation has no period of its own to settle the years it leaves out.
    let (read, _) = timeframe::read(&read.text, sides.lang, sides.calendar);
    let is_understood = read.kind != TimeframeKind::Opaque;
    is_understood && read.ranges == source.ranges && (!read.ranges.is_empty() || read.kind == source.kind)
}
