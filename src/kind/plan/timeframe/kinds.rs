//! Which form dates have, from the points they are made of.

use super::TimeframeKind;
use super::dates::Item;
use super::points::{Named, Point};
use super::sense::Sense;

/// What the dates are said by, where that is not only dates.
pub(super) fn sense_of(items: &[Item]) -> Option<Sense> {
    let ends = |item: &Item| match item {
        Item::Point(point) => Some((point.named, point.named)),
        Item::Span(first, last) => Some((first.named, last.named)),
        Item::Years { .. } => None,
    };
    let (first, last) = (ends(items.first()?)?.0, ends(items.last()?)?.1);
    // « Court et moyen terme » is said as a whole; other lists are said by their dates.
    if let (Named::Horizon(first), Named::Horizon(last)) = (first, last) {
        return Some(Sense::Horizon { first, last });
    }
    if items.len() > 1 {
        None
    } else if let (Named::PlanYear(first), Named::PlanYear(last)) = (first, last) {
        Some(Sense::PlanYears { first, last })
    } else if let (Named::YearsFromStart { from, .. }, Named::YearsFromStart { to, .. }) = (first, last) {
        Some(Sense::YearsFromStart { from, to })
    } else {
        None
    }
}

/// The form of a list of entries, as data files name it.
pub(super) fn kind_of(items: &[Item]) -> TimeframeKind {
    let item = match items {
        [item] => item,
        [..] if matches!(sense_of(items), Some(Sense::Horizon { .. })) => return TimeframeKind::Horizon,
        [..] => return TimeframeKind::List,
    };
    match item {
        Item::Years { .. } => TimeframeKind::Years,
        Item::Point(point) if point.part.is_some() => TimeframeKind::Part,
        Item::Point(point) => kind_of_point(point.named),
        Item::Span(first, last) => kind_of_span(*first, *last),
    }
}

fn kind_of_span(first: Point, last: Point) -> TimeframeKind {
    if first.part.is_some() || last.part.is_some() {
        return TimeframeKind::Range;
    }
    match [first, last].map(|point| kind_of_point(point.named)) {
        [TimeframeKind::Year, TimeframeKind::Year] => TimeframeKind::Years,
        [TimeframeKind::RelativeYear, TimeframeKind::RelativeYear] => TimeframeKind::RelativeYear,
        [TimeframeKind::Horizon, TimeframeKind::Horizon] => TimeframeKind::Horizon,
        [_, _] => TimeframeKind::Range,
    }
}

fn kind_of_point(named: Named) -> TimeframeKind {
    match named {
        Named::Day { .. } => TimeframeKind::Day,
        Named::Month(_) => TimeframeKind::Month,
        Named::Season(_) | Named::WinterOverNewYear => TimeframeKind::Season,
        Named::Fraction { months: 6, .. } => TimeframeKind::HalfYear,
        Named::Fraction { .. } => TimeframeKind::Quarter,
        Named::Year => TimeframeKind::Year,
        Named::FiscalYear { .. } => TimeframeKind::FiscalYear,
        Named::PlanYear(_) => TimeframeKind::RelativeYear,
        Named::Horizon(_) | Named::YearsFromStart { .. } => TimeframeKind::Horizon,
    }
}
