//! The pages of a section: its list, a few at a time when it asks for it, and one for each year.

use super::frame::{Framer, Part, Subject};
use super::lists::{card, content, plan_card, tell_image};
use super::{Made, Making, Page, View};
use crate::address::Address;
use crate::site::dated::{self, Year};
use crate::site::{Entry, Role, pager};
use crate::view::listing::{CardGroup, CountedLink};
use crate::view::lists::{Card, SectionView};

/// Makes the pages of a section.
pub fn pages(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let lister = Lister { making, entry, years: making.site.archives(entry) };
    let listed: Vec<&Entry> = making.site.children(entry).filter(|child| pager::is_listed(child)).collect();
    let n_pages = pager::n_pages(entry, listed.len());
    let per_page = pager::per_page(entry).unwrap_or(listed.len());
    tell_image(making, entry, made);
    for n in 1..=n_pages {
        let address = pager::address(entry, &entry.address, n);
        let shown: Vec<&Entry> = listed.iter().skip((n - 1) * per_page).take(per_page).copied().collect();
        let mut view = lister.view(&address);
        view.groups = lister.groups(&shown, &address);
        view.pager = super::pager::view(&making.framer(entry, &address), &entry.address, n, n_pages);
        if n == 1 {
            let framer = making.framer(entry, &address);
            view.description = entry.description().map(str::to_owned);
            view.content = content(making, entry, &entry.address, made);
            view.plans = making.site.children(entry).filter_map(|child| plan_card(child, &framer)).collect();
            view.sections = subsections(making, entry, &framer);
        } else {
            view.part = view.pager.as_ref().map(|pager| pager.words.clone());
        }
        made.pages.push(lister.page(address, view));
    }
    made.pages.extend(lister.years.iter().map(|year| lister.year(year)));
}

/// The sections below an entry, as cards.
pub fn subsections(making: &Making<'_>, entry: &Entry, framer: &Framer<'_>) -> Vec<Card> {
    let sections = making.site.children(entry).filter(|child| child.role == Role::Section);
    sections.map(|section| card(section, framer)).collect()
}

/// Lists the pages of a section.
struct Lister<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    years: Vec<Year>,
}

impl Lister<'_> {
    fn framer<'m>(&'m self, address: &'m Address) -> Framer<'m> {
        self.making.framer(self.entry, address)
    }

    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.making.words_of(self.entry).say(key, values)
    }

    /// What all the pages of the section show.
    fn view(&self, address: &Address) -> SectionView {
        let words = self.making.words_of(self.entry);
        let years = self.years.iter().map(|year| {
            let of_year = dated::year(&self.entry.address, year.year);
            CountedLink {
                href: self.framer(address).href(&of_year),
                title: year.year.to_string(),
                lang: None,
                count: words.count("section.count", year.entries.len()),
                is_current: of_year == *address,
            }
        });
        SectionView {
            title: self.entry.title.clone(),
            part: None,
            description: None,
            content: String::new(),
            plans: Vec::new(),
            groups: Vec::new(),
            sections: Vec::new(),
            pager: None,
            years: years.collect(),
            feed: self.framer(address).feed(self.entry),
        }
    }

    /// The page of a year.
    fn year(&self, year: &Year) -> Page {
        let address = dated::year(&self.entry.address, year.year);
        let shown: Vec<&Entry> = year.entries.iter().map(|at| self.making.site.entry(*at)).collect();
        let count = self.making.words_of(self.entry).count("section.count", shown.len());
        let mut view = self.view(&address);
        view.part = Some(self.say("archives.year", &[("year", &year.year.to_string())]));
        view.groups = vec![self.group("_pages".to_owned(), count, &shown, &address)];
        self.page(address, view)
    }

    /// By year where the section goes by date, pages without date last; else all in one.
    fn groups(&self, shown: &[&Entry], address: &Address) -> Vec<CardGroup> {
        let goes_by_date = self.making.site.goes_by_date(self.entry);
        let year = |entry: &Entry| entry.date.filter(|_| goes_by_date).map(|date| date.year());
        let runs = shown.chunk_by(|one, other| year(one) == year(other));
        let groups = runs.map(|run| match run.first().and_then(|first| year(first)) {
            Some(year) => self.group(format!("_{year}"), year.to_string(), run, address),
            None => {
                let key = if goes_by_date { "section.undated" } else { "section.pages" };
                self.group("_pages".to_owned(), self.say(key, &[]), run, address)
            }
        });
        groups.collect()
    }

    fn group(&self, id: String, title: String, entries: &[&Entry], address: &Address) -> CardGroup {
        let framer = self.framer(address);
        CardGroup { id, title, pages: entries.iter().map(|entry| card(entry, &framer)).collect() }
    }

    /// A page of the section; one that shows a part of it says which in its title.
    fn page(&self, address: Address, view: SectionView) -> Page {
        let (title, description) = match &view.part {
            Some(part) => {
                let title = format!("{} – {part}", self.entry.title);
                let description =
                    self.entry.description().map_or(title.clone(), |words| format!("{title}. {words}"));
                (title, Some(description))
            }
            None => (self.entry.title.clone(), view.description.clone()),
        };
        let subject = Subject {
            title: &title,
            description: description.as_deref(),
            updated: self.entry.updated(),
            is_part: if view.part.is_none() { Part::Whole } else { Part::Piece },
        };
        Page {
            template: super::template(self.entry, "section.html"),
            language: self.entry.language.clone(),
            frame: self.framer(&address).frame(&subject),
            view: View::Section(Box::new(view)),
            source: super::source(self.entry),
            address,
        }
    }
}
