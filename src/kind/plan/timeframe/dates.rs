//! The grammar of dates: points, spans from one to another, and lists of them.

use super::cursor::{Cursor, Follows};
use super::points::{CONNECTORS, Named, Point, YearKind};
use super::years::{self, Entry, Link};

/// Dates as written, before their years are settled.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dates {
    pub items: Vec<Item>,
    /// Whether two entries stood side by side with nothing between them.
    pub unseparated: bool,
}

/// An entry of a list of dates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Item {
    Point(Point),
    Span(Point, Point),
    /// « 2013-2014-2015 »
    Years {
        first: i16,
        last: i16,
        in_a_row: InARow,
    },
}

/// Whether listed years follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InARow {
    Yes,
    No,
}

impl Cursor<'_> {
    /// One or more entries, up to what is no date.
    pub fn dates(&mut self) -> Option<Dates> {
        if let Some(point) = self.whole(Cursor::year_first) {
            return Some(Dates { items: vec![Item::Point(point)], unseparated: false });
        }
        let mut entries = vec![Entry { link: Link::None, item: self.item()? }];
        let mut unseparated = false;
        loop {
            let next = self.attempt(|cursor| Some(Entry { link: cursor.link()?, item: cursor.item()? }));
            if let Some(entry) = next.or_else(|| self.attempt(|cursor| cursor.horizon_after(&entries))) {
                entries.push(entry);
            } else if let Some(item) = self.attempt(Cursor::unseparated_item) {
                entries.push(Entry { link: Link::None, item });
                unseparated = true;
            } else {
                years::make_fiscal(&mut entries);
                return Some(Dates { items: years::shared(&entries)?, unseparated });
            }
        }
    }

    /// « 2027, printemps », « 2026 T1 », « 2026-2027, T1 »: a year, then what lies in it and has no other.
    fn year_first(&mut self) -> Option<Point> {
        if let Some(quarter) = self.attempt(Cursor::fiscal_year_first) {
            return Some(quarter);
        }
        let year = self.full_year()?;
        self.eat(&[",", ":", "-", "/"]);
        let point = self.point()?;
        let lies_in_year = match point.named {
            Named::Month(_) | Named::Season(_) | Named::Fraction { of: YearKind::Civil, .. } => true,
            Named::Day { .. }
            | Named::WinterOverNewYear
            | Named::Fraction { of: YearKind::Fiscal(_), .. }
            | Named::Year
            | Named::FiscalYear { .. }
            | Named::PlanYear(_)
            | Named::Horizon(_)
            | Named::YearsFromStart { .. } => false,
        };
        (lies_in_year && point.year.is_none()).then_some(Point { year: Some(year), ..point })
    }

    fn fiscal_year_first(&mut self) -> Option<Point> {
        let (year, called) = self.fiscal_name()?;
        self.eat(&[",", ":", "-", "/"]);
        years::in_fiscal_year(self.point()?, year, called)
    }

    /// « Court-moyen terme » is « court et moyen terme ».
    fn horizon_after(&mut self, entries: &[Entry]) -> Option<Entry> {
        let item = entries.last()?.item;
        self.expect(&["-"])?;
        let next = self.point()?;
        (is_horizon(item) && matches!(next.named, Named::Horizon(_)))
            .then_some(Entry { link: Link::Close, item: Item::Point(next) })
    }

    /// What stands between the entries of a list.
    fn link(&mut self) -> Option<Link> {
        if self.eat(CLOSE_LINKS) {
            Some(Link::Close)
        } else if self.eat(LOOSE_LINKS) {
            Some(Link::Loose)
        } else if self.eat(PARTING_LINKS) {
            Some(Link::Apart)
        } else {
            None
        }
    }

    /// « Novembre 2013 Mai 2014 »: line breaks lost in a cell. A number alone could be anything,
    /// so only what is named counts.
    fn unseparated_item(&mut self) -> Option<Item> {
        self.follows = Follows::Nothing;
        let item = self.item()?;
        let (Item::Point(first) | Item::Span(first, _)) = item else { return None };
        let is_named = match first.named {
            Named::Day { month, .. } => month.is_some(),
            Named::Month(_) | Named::Season(_) | Named::WinterOverNewYear | Named::Fraction { .. } => true,
            Named::Year
            | Named::FiscalYear { .. }
            | Named::PlanYear(_)
            | Named::Horizon(_)
            | Named::YearsFromStart { .. } => false,
        };
        is_named.then_some(item)
    }

    fn item(&mut self) -> Option<Item> {
        self.attempt(Cursor::listed_years)
            .or_else(|| self.attempt(Cursor::between))
            .or_else(|| self.attempt(Cursor::span))
    }

    /// Three years or more: « 2013-2014-2015 ».
    fn listed_years(&mut self) -> Option<Item> {
        let mut years = vec![self.full_year()?];
        while let Some(year) = self.attempt(|cursor| {
            cursor.expect(&["-", "/", "|"])?;
            cursor.full_year()
        }) {
            years.push(year);
        }
        if years.len() < 3 {
            return None;
        }
        let in_a_row =
            if years.windows(2).all(|two| two[1] == two[0] + 1) { InARow::Yes } else { InARow::No };
        Some(Item::Years { first: *years.iter().min()?, last: *years.iter().max()?, in_a_row })
    }

    /// « Entre juin et août 2014 ».
    fn between(&mut self) -> Option<Item> {
        self.expect(&["entre", "between"])?;
        let first = self.point()?;
        self.expect(&["et", "and"])?;
        Some(Item::Span(first, self.point()?))
    }

    /// A point, or a span from one point to another; “from” must be followed by the latter.
    fn span(&mut self) -> Option<Item> {
        let from = self.eat(&["from"]);
        if let Some((first, last)) = self.attempt(Cursor::parts) {
            return Some(Item::Span(first, last));
        }
        let first = self.point()?;
        let last = self.attempt(|cursor| {
            let dash = cursor.is_at(&["-"]);
            cursor.expect(CONNECTORS)?;
            let last = years::fiscal_after(first, cursor.point()?);
            // « Printemps 2013-2014 » is neither one spring nor two years.
            let is_year = |point: Point| point.named == Named::Year;
            (!dash || is_year(first) == is_year(last) && !is_horizon(Item::Point(first))).then_some(last)
        });
        match last {
            Some(last) => Some(Item::Span(first, last)),
            None => (!from).then_some(Item::Point(first)),
        }
    }
}

fn is_horizon(item: Item) -> bool {
    matches!(item, Item::Point(Point { named: Named::Horizon(_), .. }))
}

// What stands between the entries of a list, as tokens.
pub(super) const CLOSE_LINKS: &[&str] = &["et", ", et", "and", ", and", "ou", "or", "&", "+"];
pub(super) const LOOSE_LINKS: &[&str] = &[",", "/", "puis", ", puis", "then"];
pub(super) const PARTING_LINKS: &[&str] = &[";", "|"];
