//! Articles, sections, the home page, and pages that no document makes.

use std::cmp::Reverse;

use super::frame::{Framer, Part, Subject, absolute, date_view};
use super::{Made, Making, Page, View, mission, plan};
use crate::address::Address;
use crate::kind::plan::Stage;
use crate::kind::{Body, Document};
use crate::site::{Entry, Redirect, Role, pager};
use crate::view::lists::{
    ArticleView, Card, HomeView, NotFoundView, Pager, PlanCard, RedirectView, SectionView,
};
use crate::view::{Link, MenuLink};

/// Articles shorter than this many parts need no table of contents.
const PARTS_FOR_CONTENTS: usize = 3;

/// How many dated articles the home page announces.
const LATEST: usize = 3;

/// Makes the page of an article.
pub fn article(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let address = &entry.address;
    let framer = making.framer(entry, address);
    let content = content(making, entry, address, made);
    let document = entry.document.as_deref();
    let header = document.map(|document| &document.header);
    let words = making.words_of(entry);
    let (previous, next) = neighbours(making, entry, &framer);
    let view = ArticleView {
        title: entry.title.clone(),
        description: entry.description().map(str::to_owned),
        date: entry.date.map(|date| date_view(words, date)),
        authors: header.map(|header| header.authors.clone()).unwrap_or_default(),
        tags: header.map(|header| header.tags.clone()).unwrap_or_default(),
        image: image(making, entry, address, made),
        content,
        contents: document.map(contents).unwrap_or_default(),
        previous,
        next,
    };
    made.pages.push(page(making, entry, address, "page.html", View::Article(Box::new(view))));
}

/// Makes the pages of a section: one, or several where it says how many it lists at a time.
pub fn section(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let text = content(making, entry, &entry.address, made);
    let per_page = pager::per_page(entry);
    let listed: Vec<&Entry> = making.site.children(entry).filter(|child| pager::is_listed(child)).collect();
    let n_pages = pager::n_pages(entry, listed.len());
    for n in 1..=n_pages {
        let address = pager::address(entry, n);
        let framer = making.framer(entry, &address);
        let per_page = per_page.unwrap_or(listed.len());
        let shown = listed.iter().skip((n - 1) * per_page).take(per_page);
        let is_first = n == 1;
        let view = SectionView {
            title: entry.title.clone(),
            description: entry.description().map(str::to_owned),
            content: if is_first { text.clone() } else { String::new() },
            plans: if is_first { plans(making, entry, &address) } else { Vec::new() },
            pages: shown.map(|child| card(making, child, &framer)).collect(),
            sections: if is_first { subsections(making, entry, &framer) } else { Vec::new() },
            pager: (n_pages > 1).then(|| pager_view(making, entry, &framer, n, n_pages)),
        };
        made.pages.push(page(making, entry, &address, "section.html", View::Section(view)));
    }
}

/// Makes the home page of a language.
pub fn home(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let address = &entry.address;
    let framer = making.framer(entry, address);
    let same_language = || making.site.entries.iter().filter(|other| other.language == entry.language);
    let mut current: Vec<&Entry> = same_language()
        .filter(|other| {
            other.plan().is_some_and(|plan| matches!(plan.stage, Stage::Adopted | Stage::Proposed))
        })
        .collect();
    let start = |entry: &Entry| {
        entry
            .plan()
            .and_then(|plan| plan.period.as_ref())
            .and_then(|period| period.span())
            .and_then(|range| range.start)
    };
    // Adopted plans are what is being done; proposed ones come after, each newest first.
    let is_proposed = |entry: &Entry| entry.plan().is_some_and(|plan| plan.stage == Stage::Proposed);
    current.sort_by_key(|entry| (is_proposed(entry), Reverse(start(entry)), entry.address.clone()));
    let mut latest: Vec<&Entry> = same_language()
        .filter(|other| other.role == Role::Page && other.plan().is_none() && other.date.is_some())
        .collect();
    latest.sort_by_key(|entry| (Reverse(entry.date), entry.address.clone()));
    let written =
        entry.document.as_ref().filter(|document| document.is_titled).map(|document| &document.title);
    let view = HomeView {
        title: written.cloned().unwrap_or_else(|| super::frame::site_title(making.config, &entry.language)),
        description: entry.description().or(making.config.description.as_deref()).map(str::to_owned),
        mission: mission::brief(making, entry, address),
        content: content(making, entry, address, made),
        plans: current.iter().filter_map(|plan| plan_card(making, plan, address)).collect(),
        latest: latest.iter().take(LATEST).map(|entry| card(making, entry, &framer)).collect(),
        sections: subsections(making, entry, &framer),
    };
    made.pages.push(page(making, entry, address, "home.html", View::Home(view)));
}

/// The page for an address that does not exist: shown at any depth, so its addresses start at the root.
pub fn not_found(making: &Making<'_>) -> Page {
    let entry = making.site.home(&making.config.default_language).expect("a site has a home page");
    let address = Address::file("404.html");
    let words = making.words_of(entry);
    let title = words.say("not_found.title", &[]);
    let subject = Subject { title: &title, description: None, updated: None, is_part: Part::Piece };
    let mut frame = making.framer(entry, &address).frame(&subject);
    let root = |href: &str| format!("{}{}", making.config.base_url.path, href.trim_start_matches("./"));
    frame.home = root(&frame.home);
    frame.assets = root(&frame.assets);
    frame.method = frame.method.map(|href| root(&href));
    frame.glossary = frame.glossary.map(|href| root(&href));
    frame.menu =
        frame.menu.into_iter().map(|link| MenuLink { href: rooted(&link.href, &root), ..link }).collect();
    frame.breadcrumb.clear();
    frame.canonical = None;
    frame.noindex = true;
    let sections =
        frame.menu.iter().map(|link| Link { href: link.href.clone(), title: link.title.clone() }).collect();
    Page {
        template: "404.html".to_owned(),
        language: entry.language.clone(),
        frame,
        view: View::NotFound(NotFoundView { title, sections }),
        source: String::new(),
        address,
    }
}

/// A menu may lead to another site: only relative addresses are rooted.
fn rooted(href: &str, root: &dyn Fn(&str) -> String) -> String {
    let is_absolute = href.contains(':') || href.starts_with('/');
    if is_absolute { href.to_owned() } else { root(href) }
}

/// The page at an old address.
pub fn redirect(making: &Making<'_>, redirect: &Redirect) -> Page {
    let entry = &making.site.entries[redirect.to];
    let framer = making.framer(entry, &redirect.from);
    let subject = Subject { title: &entry.title, description: None, updated: None, is_part: Part::Whole };
    let mut frame = framer.frame(&subject);
    frame.noindex = true;
    let view = RedirectView {
        href: framer.href(&entry.address),
        canonical: absolute(making.config, &entry.address),
        title: entry.title.clone(),
    };
    Page {
        address: redirect.from.clone(),
        template: "redirect.html".to_owned(),
        language: entry.language.clone(),
        frame,
        view: View::Redirect(view),
        source: super::source(entry),
    }
}

fn page(making: &Making<'_>, entry: &Entry, address: &Address, template: &str, view: View) -> Page {
    let description = entry.description();
    let site = (entry.role == Role::Home).then_some(making.config.description.as_deref()).flatten();
    let subject = Subject {
        title: &entry.title,
        description: description.or(site),
        updated: entry.updated(),
        is_part: if *address == entry.address { Part::Whole } else { Part::Piece },
    };
    Page {
        address: address.clone(),
        template: super::template(entry, template),
        language: entry.language.clone(),
        frame: making.framer(entry, address).frame(&subject),
        view,
        source: super::source(entry),
    }
}

/// The text of an article or a section, footnotes included.
fn content(making: &Making<'_>, entry: &Entry, page: &Address, made: &mut Made) -> String {
    let Some(document) = &entry.document else { return String::new() };
    let mut filler = making.filler(entry, page);
    let mut content = String::new();
    let footnotes = match &document.body {
        Body::Plan(_) | Body::Mission(_) => return String::new(),
        Body::Article(article) => {
            content.push_str(&filler.fill(&article.html));
            &article.footnotes
        }
        Body::Synthesis(synthesis) => {
            for html in synthesis.texts() {
                content.push_str(&filler.fill(html));
            }
            &synthesis.footnotes
        }
    };
    content.push_str(&filler.footnotes(footnotes));
    made.diagnostics.extend(filler.problems.into_diagnostics());
    content
}

/// The address of `image` in the header, or nothing when it leads nowhere, which is reported.
fn image(making: &Making<'_>, entry: &Entry, page: &Address, made: &mut Made) -> Option<String> {
    let written = entry.document.as_ref()?.header.image.as_ref()?;
    let mut filler = making.filler(entry, page);
    let address = filler.image(&written.value, written.span);
    made.diagnostics.extend(filler.problems.into_diagnostics());
    Some(address)
}

fn contents(document: &Document) -> Vec<Link> {
    let Body::Article(article) = &document.body else { return Vec::new() };
    let parts = article.headings.iter().filter(|heading| heading.level == 2);
    let links: Vec<Link> = parts
        .map(|heading| Link { href: format!("#{}", heading.id), title: heading.words.clone() })
        .collect();
    if links.len() < PARTS_FOR_CONTENTS { Vec::new() } else { links }
}

/// The pages before and after this one among the listed pages of its section.
fn neighbours(making: &Making<'_>, entry: &Entry, framer: &Framer<'_>) -> (Option<Link>, Option<Link>) {
    let Some(section) = entry.parent.map(|at| &making.site.entries[at]) else { return (None, None) };
    if section.role == Role::Home {
        return (None, None);
    }
    let siblings: Vec<&Entry> =
        making.site.children(section).filter(|child| pager::is_listed(child)).collect();
    let Some(at) = siblings.iter().position(|sibling| sibling.address == entry.address) else {
        return (None, None);
    };
    let link = |at: Option<usize>| {
        at.and_then(|at| siblings.get(at)).map(|sibling| framer.link(&sibling.address, &sibling.title))
    };
    (link(at.checked_sub(1)), link(Some(at + 1)))
}

fn subsections(making: &Making<'_>, entry: &Entry, framer: &Framer<'_>) -> Vec<Card> {
    let sections = making.site.children(entry).filter(|child| child.role == Role::Section);
    sections.map(|section| card(making, section, framer)).collect()
}

fn plans(making: &Making<'_>, entry: &Entry, page: &Address) -> Vec<PlanCard> {
    making.site.children(entry).filter_map(|child| plan_card(making, child, page)).collect()
}

fn plan_card(making: &Making<'_>, entry: &Entry, page: &Address) -> Option<PlanCard> {
    entry.plan().map(|plan| plan::card_of_plan(making, entry, plan, page))
}

fn card(making: &Making<'_>, entry: &Entry, framer: &Framer<'_>) -> Card {
    Card {
        href: framer.href(&entry.address),
        title: entry.title.clone(),
        description: entry.description().map(str::to_owned),
        date: entry.date.map(|date| date_view(making.words_of(entry), date)),
    }
}

fn pager_view(making: &Making<'_>, entry: &Entry, framer: &Framer<'_>, n: usize, n_pages: usize) -> Pager {
    let words = making.words_of(entry);
    let link = |n: usize, key: &str| framer.link(&pager::address(entry, n), &words.say(key, &[]));
    Pager {
        words: words.say("pager.page", &[("n", &n.to_string()), ("total", &n_pages.to_string())]),
        previous: (n > 1).then(|| link(n - 1, "pager.previous")),
        next: (n < n_pages).then(|| link(n + 1, "pager.next")),
    }
}
