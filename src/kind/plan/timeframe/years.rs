//! Years that stand alone after what they belong to: « printemps 2026 et 2027 » is two springs.

use super::dates::Item;
use super::points::{Called, Named, Point, YearKind};
use super::sense::Season;

/// An entry of a list as written, and how it is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entry {
    pub link: Link,
    pub item: Item,
}

/// What stands between two entries of a list, by how closely it joins them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing, as before the first entry.
    None,
    /// « et », “or”, &
    Close,
    /// A comma, a bar, « puis »: what stands behind may share the words before, or not.
    Loose,
    /// A semicolon: each entry stands by itself.
    Apart,
}

/// What a year alone means behind an entry.
enum Behind {
    /// « printemps 2026 et 2027 »: the same time of that year.
    Same,
    /// « 2026 et 2027 »: that year.
    Year,
    /// « Fin 2026 et 2027 » may be either.
    Unclear,
}

/// The entries, each with its own year where a list of years follows; none when a year alone could
/// be all of that year as well as the same time of it.
pub(super) fn shared(entries: &[Entry]) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let entries = with_seasons_joined(entries);
    let mut rest = entries.as_slice();
    while let Some((entry, others)) = rest.split_first() {
        let is_year = |entry: &&Entry| entry.link != Link::Apart && year_alone(entry.item).is_some();
        let n_years = rest.iter().take_while(is_year).count();
        match items.last().map(|before| behind(*before)) {
            Some(Behind::Same) if n_years > 0 => {
                let (years, others) = rest.split_at(n_years);
                let group = group(&items);
                // « Automne 2026, 2027 » may be an autumn, then a year; « T1 2026, T2 2026 et 2027 »
                // may be one quarter of 2027, or two.
                if years.last()?.link != Link::Close || group.len() < items.len() {
                    return None;
                }
                let repeated = years.iter().filter_map(|entry| year_alone(entry.item));
                items.extend(repeated.flat_map(|year| in_year(&group, year)));
                rest = others;
            }
            Some(Behind::Unclear) if n_years > 0 => return None,
            Some(Behind::Same | Behind::Year | Behind::Unclear) | None => {
                items.push(entry.item);
                rest = others;
            }
        }
    }
    if may_be_of_a_year_before(&items) { None } else { Some(items) }
}

/// Gives quarters and half-years the fiscal year that stands at their right: « T1 et T2 2026-2027 »;
/// and makes a year fiscal as the one before it: “FY2027 and 2028”.
pub(super) fn make_fiscal(entries: &mut [Entry]) {
    let mut of_right = None;
    for entry in entries.iter_mut().rev() {
        match &mut entry.item {
            Item::Point(point) => of_right = share_fiscal_year(point, of_right),
            Item::Span(first, last) => {
                of_right = share_fiscal_year(last, of_right);
                of_right = share_fiscal_year(first, of_right);
            }
            Item::Years { .. } => of_right = None,
        }
    }
    for at in 1..entries.len() {
        if let (Item::Point(before) | Item::Span(_, before), Item::Point(year)) =
            (entries[at - 1].item, entries[at].item)
        {
            entries[at].item = Item::Point(fiscal_after(before, year));
        }
    }
}

/// The fiscal year that a point gives to those at its left, once it was given that of its right.
fn share_fiscal_year(point: &mut Point, of_right: Option<(i16, Called)>) -> Option<(i16, Called)> {
    if let Some((year, called)) = of_right
        && let Some(shared) = in_fiscal_year(*point, year, called)
    {
        *point = shared;
    }
    match (point.named, point.year) {
        (Named::Fraction { of: YearKind::Fiscal(called), .. }, Some(year)) => Some((year, called)),
        (_, _) => None,
    }
}

/// A quarter or a half-year that has no year of its own, in a fiscal year.
pub(super) fn in_fiscal_year(point: Point, year: i16, called: Called) -> Option<Point> {
    let Named::Fraction { nth, months, of: YearKind::Civil } = point.named else { return None };
    let named = Named::Fraction { nth, months, of: YearKind::Fiscal(called) };
    point.year.is_none().then_some(Point { named, year: Some(year), ..point })
}

/// A year after another: “FY2027 to 2029” goes on in fiscal years.
pub(super) fn fiscal_after(before: Point, point: Point) -> Point {
    match (before.named, point.named) {
        (Named::FiscalYear { called: Called::ByLast, .. }, Named::Year) => {
            Point { named: Named::FiscalYear { first_month: None, called: Called::ByLast }, ..point }
        }
        (_, _) => point,
    }
}

/// « 2026, juin et décembre »: that year, and months of it or of another.
fn may_be_of_a_year_before(items: &[Item]) -> bool {
    let is_bare = |item: &Item| {
        matches!(item, Item::Point(Point { named: Named::Year | Named::FiscalYear { .. }, .. }))
    };
    items.last().is_some_and(|last| needs_year_at_right(*last)) && items.iter().any(is_bare)
}

/// « Automne/hiver 2026 » is « automne-hiver 2026 »: a time that goes over New Year, not two.
fn with_seasons_joined(entries: &[Entry]) -> Vec<Entry> {
    let mut joined: Vec<Entry> = Vec::new();
    for entry in entries {
        match (joined.last_mut(), entry.item) {
            (Some(before), Item::Point(last)) => match before.item {
                Item::Point(first) if is_autumn_alone(first) && is_winter(last) => {
                    before.item = Item::Span(first, last);
                }
                Item::Point(_) | Item::Span(_, _) | Item::Years { .. } => joined.push(*entry),
            },
            (Some(_) | None, _) => joined.push(*entry),
        }
    }
    joined
}

fn is_autumn_alone(point: Point) -> bool {
    point == Point { part: None, named: Named::Season(Season::Autumn), year: None }
}

fn is_winter(point: Point) -> bool {
    let is_winter = matches!(point.named, Named::Season(Season::Winter) | Named::WinterOverNewYear);
    is_winter && point.part.is_none()
}

fn year_alone(item: Item) -> Option<i16> {
    match item {
        Item::Point(Point { part: None, named: Named::Year, year }) => year,
        Item::Point(_) | Item::Span(_, _) | Item::Years { .. } => None,
    }
}

fn behind(item: Item) -> Behind {
    match item {
        Item::Point(point) => behind_point(point),
        // « juin 2026 à mai 2027 et 2028 » has two years already.
        Item::Span(first, last) if first.year.is_some() && is_dated(last) => Behind::Unclear,
        Item::Span(_, last) => behind_point(last),
        Item::Years { .. } => Behind::Year,
    }
}

fn is_dated(point: Point) -> bool {
    matches!(behind_point(point), Behind::Same)
}

fn behind_point(point: Point) -> Behind {
    match point.named {
        Named::Day { .. }
        | Named::Month(_)
        | Named::Season(_)
        | Named::Fraction { of: YearKind::Civil, .. }
            if point.year.is_some() =>
        {
            Behind::Same
        }
        Named::Year if point.part.is_none() => Behind::Year,
        Named::FiscalYear { .. } | Named::PlanYear(_) | Named::Horizon(_) | Named::YearsFromStart { .. } => {
            Behind::Year
        }
        Named::Day { .. }
        | Named::Month(_)
        | Named::Season(_)
        | Named::WinterOverNewYear
        | Named::Fraction { .. }
        | Named::Year => Behind::Unclear,
    }
}

/// The last entries, those that share the year of the very last: « mai et juin 2026 ».
fn group(items: &[Item]) -> Vec<Item> {
    let Some((_, before)) = items.split_last() else { return Vec::new() };
    let n_sharing = before.iter().rev().take_while(|item| needs_year_at_right(**item)).count();
    items[before.len() - n_sharing..].to_vec()
}

/// Whether an entry has no year of its own, but lacks one.
fn needs_year_at_right(item: Item) -> bool {
    match item {
        Item::Point(point) | Item::Span(_, point) => {
            point.year.is_none() && matches!(behind_point(point), Behind::Unclear)
        }
        Item::Years { .. } => false,
    }
}

/// The same entries, the last of them in that year.
fn in_year(group: &[Item], year: i16) -> Vec<Item> {
    let year = Some(year);
    let mut group = group.to_vec();
    if let Some(Item::Point(last) | Item::Span(_, last)) = group.last_mut() {
        last.year = year;
    }
    group
}
