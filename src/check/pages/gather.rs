//! Each fault told once, where it was written, whatever the number of pages that show it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::follow::Look;
use super::logs::{At, LogFiles};
use super::told::Told;
use super::{Found, Website, address, place};
use crate::config::CONFIG;
use crate::diagnostic::pages::broken::{Broken, Dead};
use crate::diagnostic::pages::unreadable::{HeadingFault, Unreadable};
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::diagnostic::pages::{PageFault, PageProblem};
use crate::diagnostic::{Diagnostic, Severity};

/// The same fault on several pages.
struct Group {
    fault: PageFault,
    path: String,
    at: Option<At>,
    target: Option<String>,
    pages: BTreeSet<String>,
}

/// What makes two faults one: the place, the fault without what pages change in it, the page.
type Key = (Option<(String, At)>, PageFault, Option<String>);

/// Words and places what was found.
pub fn diagnostics(look: &Look<'_>, found: Vec<Found>) -> Vec<Diagnostic> {
    let suggest = |group: &mut Group| {
        let page = group.page().to_owned();
        if let (PageFault::Broken(Broken::Dead { what, written, nearest }), Some(target)) =
            (&mut group.fault, &group.target)
        {
            *nearest = look.nearest(&page, *what, written, target);
        }
    };
    let groups = groups(look.website, found).into_iter().map(|mut group| {
        suggest(&mut group);
        diagnostic(group)
    });
    groups.collect()
}

/// The same for faults that nothing of the site looks like.
pub fn of_pages(website: &Website<'_>, found: Vec<Found>) -> Vec<Diagnostic> {
    groups(website, found).into_iter().map(diagnostic).collect()
}

fn groups(website: &Website<'_>, found: Vec<Found>) -> Vec<Group> {
    let places = Places::of(website);
    let source = |page: &String| website.sources.get(page).map(String::as_str);
    // A fault of a template is on every page, and is looked for in every document.
    let placed: Vec<Option<(String, At)>> =
        found.par_iter().map(|found| places.find(found, source(&found.page))).collect();
    let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
    for (Found { page, fault, target }, place) in found.into_iter().zip(placed) {
        let source = source(&page);
        let (path, at) = match &place {
            Some((path, at)) => (path.clone(), Some(at.clone())),
            // A menu is written in the settings, and they are told when no other file is known.
            None => (source.filter(|it| website.inputs.contains_key(*it)).unwrap_or(CONFIG).to_owned(), None),
        };
        let own = is_own(&fault).then(|| page.clone());
        let key = (place.clone(), same(&fault, &target, place.is_some()), own);
        let group =
            groups.entry(key).or_insert_with(|| Group { fault, path, at, target, pages: BTreeSet::new() });
        group.pages.insert(page);
    }
    let (mut told, untold): (Vec<Group>, Vec<Group>) =
        groups.into_values().partition(|group| group.at.is_some());
    for group in untold {
        // A list shows what a document says: it is told of the document.
        match told.iter_mut().find(|other| !is_own(&group.fault) && is_same(other, &group)) {
            Some(other) => other.pages.extend(group.pages),
            None => told.push(group),
        }
    }
    let before = Told::of(website);
    told.retain(|group| !is_told(&before, website, group));
    told
}

impl Group {
    /// A page that people know says more than the one of lost addresses.
    fn page(&self) -> &str {
        let known = self.pages.iter().find(|page| !page.ends_with("404.html"));
        known.or(self.pages.first()).map(String::as_str).unwrap_or_default()
    }
}

fn diagnostic(group: Group) -> Diagnostic {
    let page = address::shown(group.page());
    let Group { fault, path, at, target: _, pages } = group;
    let severity = match &fault {
        PageFault::Broken(_) => Severity::Error,
        PageFault::Away(_) | PageFault::Program(_) | PageFault::Unreadable(_) | PageFault::Upkeep(_) => {
            Severity::Warning
        }
    };
    let (span, cell) = match at {
        Some(At::Text(span)) => (Some(span), None),
        Some(At::Cell(cell)) => (None, Some(cell)),
        None => (None, None),
    };
    let problem = PageProblem { page, n_others: pages.len().saturating_sub(1), cell, fault };
    Diagnostic { severity, problem: problem.into(), path, span }
}

/// Each page is lost by itself, and each file is heavy by itself.
fn is_own(fault: &PageFault) -> bool {
    matches!(fault, PageFault::Upkeep(_) | PageFault::Program(_))
}

/// The part of a fault that is the same on all pages where one hand made it.
fn same(fault: &PageFault, target: &Option<String>, is_placed: bool) -> PageFault {
    let or_target = |written: &String| target.clone().unwrap_or_else(|| written.clone());
    match fault {
        PageFault::Broken(Broken::Dead { what, written, nearest: _ }) => PageFault::Broken(Broken::Dead {
            what: *what,
            written: match what {
                _ if is_placed => String::new(),
                Dead::Anchor => format!("{}#{}", or_target(written), anchor(written)),
                Dead::Link | Dead::Image | Dead::Asset | Dead::Alternate | Dead::Entry => or_target(written),
            },
            nearest: None,
        }),
        // A template writes a heading with other words, or under other headings, on each page.
        PageFault::Unreadable(Unreadable::Heading(HeadingFault::Skipped { from, to, .. })) => {
            let (words, from) = (String::new(), if is_placed { 0 } else { *from });
            PageFault::Unreadable(Unreadable::Heading(HeadingFault::Skipped { words, from, to: *to }))
        }
        PageFault::Unreadable(Unreadable::ImageWithoutText { .. }) if is_placed => {
            PageFault::Unreadable(Unreadable::ImageWithoutText { written: String::new() })
        }
        PageFault::Unreadable(Unreadable::TableWithoutHeaders { .. }) if !is_placed => {
            PageFault::Unreadable(Unreadable::TableWithoutHeaders { words: String::new() })
        }
        PageFault::Unreadable(Unreadable::EmptyLink { written }) if !is_placed => {
            PageFault::Unreadable(Unreadable::EmptyLink { written: or_target(written) })
        }
        PageFault::Broken(_)
        | PageFault::Away(_)
        | PageFault::Program(_)
        | PageFault::Unreadable(_)
        | PageFault::Upkeep(_) => fault.clone(),
    }
}

fn anchor(written: &str) -> &str {
    written.split_once('#').map_or("", |(_, anchor)| anchor)
}

/// Whether a fault without a place is one that has a place elsewhere.
fn is_same(placed: &Group, other: &Group) -> bool {
    if placed.fault == other.fault {
        return true;
    }
    match (&placed.fault, &other.fault) {
        (
            PageFault::Broken(Broken::Dead { what, written, .. }),
            PageFault::Broken(Broken::Dead { what: other_what, written: other_written, .. }),
        ) => {
            // A feed names what a document writes.
            (what == other_what || (*what, *other_what) == (Dead::Link, Dead::Entry))
                && anchor(written) == anchor(other_written)
                && (written == other_written || (placed.target.is_some() && placed.target == other.target))
        }
        _ => false,
    }
}

/// Whether the documents' own readers already told of it.
fn is_told(told: &Told<'_>, website: &Website<'_>, group: &Group) -> bool {
    match &group.fault {
        PageFault::Broken(Broken::NoAddress { .. }) => told.lacks_address(&group.path),
        // A feed shows what a document says: it is told of the document.
        PageFault::Broken(Broken::Dead { written, .. })
        | PageFault::Unreadable(Unreadable::ImageWithoutText { written })
            if written.is_empty() =>
        {
            told.lacks_any_address()
        }
        PageFault::Broken(Broken::Dead { written, .. }) => {
            // The page of lost addresses writes from the root what others write from where they are.
            let from_root = written.strip_prefix(&website.base_url.path);
            let as_typed = from_root.map(|rest| [rest.to_owned(), format!("/{rest}")]);
            let mut forms = [written.clone()].into_iter().chain(as_typed.into_iter().flatten());
            forms.any(|form| told.quotes(&form))
        }
        PageFault::Broken(Broken::OwnMachine { written }) => told.quotes(written),
        PageFault::Unreadable(Unreadable::ImageWithoutText { written }) => told.has_silent_picture(written),
        PageFault::Upkeep(Upkeep::HeavyImage { .. }) => told.has_picture_of(&group.path),
        PageFault::Broken(_)
        | PageFault::Away(_)
        | PageFault::Program(_)
        | PageFault::Unreadable(_)
        | PageFault::Upkeep(_) => false,
    }
}

/// The files where something may have been written.
struct Places<'a> {
    website: &'a Website<'a>,
    /// The settings, then the templates of the site and of its theme.
    shared: Vec<(&'a str, &'a str)>,
    /// The styles of the site and of its theme: what is published of them is one file.
    styles: Vec<(&'a str, &'a str)>,
    logs: LogFiles<'a>,
}

impl<'a> Places<'a> {
    fn of(website: &'a Website<'a>) -> Places<'a> {
        let text = |path: &'a String| Some((path.as_str(), text_of(website, path)?));
        let is_template = |path: &&String| {
            path.ends_with(".html") && (path.starts_with("templates/") || path.starts_with("themes/"))
        };
        let is_style = |path: &&String| {
            path.ends_with(".css") && (path.starts_with("assets/") || path.starts_with("themes/"))
        };
        let styles = website.inputs.keys().filter(is_style).filter_map(text).collect();
        let settings = website.inputs.keys().filter(|path| *path == CONFIG);
        let shared = settings.chain(website.inputs.keys().filter(is_template)).filter_map(text);
        Places { website, shared: shared.collect(), styles, logs: LogFiles::of(website) }
    }

    /// The document first, then its log, then what all pages share.
    fn find(&self, Found { page, fault, target: _ }: &Found, source: Option<&str>) -> Option<(String, At)> {
        if let PageFault::Upkeep(_) = fault {
            return None;
        }
        let document = source.and_then(|path| Some((path, text_of(self.website, path)?)));
        // Settings have addresses, and no text of a page.
        let is_text = matches!(fault, PageFault::Unreadable(_));
        let shared = self.shared.iter().copied().filter(|(path, _)| !is_text || *path != CONFIG);
        let styles = if page.ends_with(".css") { &*self.styles } else { &[] };
        let written =
            |(path, text): (&str, &str)| Some((path.to_owned(), At::Text(place::find(fault, text)?)));
        let of_log = || source.and_then(|path| self.logs.find(fault, path));
        let in_shared = || styles.iter().copied().chain(shared).find_map(written);
        document.and_then(written).or_else(of_log).or_else(in_shared)
    }
}

fn text_of<'a>(website: &'a Website<'_>, path: &str) -> Option<&'a str> {
    std::str::from_utf8(website.inputs.get(path)?).ok()
}
