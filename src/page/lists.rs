//! Articles, pages that no document makes, and what lists show of a page.

use super::filler::Filler;
use super::frame::{Framer, Part, Subject, absolute, date_view, site_description};
use super::{Made, Making, Page, View, plan, progress, tags};
use crate::address::Address;
use crate::kind::{Body, Document};
use crate::markdown;
use crate::markdown::summary::Said;
use crate::site::{Entry, Redirect, Role, names};
use crate::view::foreign::ForeignLink;
use crate::view::languages::LanguageLink;
use crate::view::lists::{ArticleView, Card, NotFoundView, PlanCard, RedirectView};
use crate::view::{Link, MenuLink};

/// Articles shorter than this many parts need no table of contents.
const PARTS_FOR_CONTENTS: usize = 3;

/// The longest summary made of a text, in characters.
const LONGEST_SUMMARY: usize = 240;

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
        spoken: framer.spoken_by(entry),
        title: entry.title.clone(),
        description: entry.description().map(str::to_owned),
        date: entry.date.map(|date| date_view(words, date)),
        authors: header.and_then(|header| words.list(&header.authors)),
        tags: tags::of_entry(making, entry, address),
        image: image(making, entry, address, made),
        image_alt: image_alt(entry),
        content,
        contents: document.map(contents).unwrap_or_default(),
        previous,
        next,
    };
    made.pages.push(made_of(making, entry, "page.html", View::Article(Box::new(view))));
}

/// The pages for an address that does not exist: `/404.html`, which hosts show, and one in the folder
/// of every other language, for the hosts that look for the nearest.
pub fn not_found<'a>(making: &'a Making<'_>) -> impl Iterator<Item = Page> + 'a {
    let homes = making.site.homes();
    homes.map(|home| not_found_of(making, home))
}

/// Shown at any depth, so its addresses start at the root.
fn not_found_of(making: &Making<'_>, entry: &Entry) -> Page {
    let is_default = entry.language == making.config.default_language;
    let address = if is_default { Address::file("404.html") } else { names::not_found(entry) };
    let words = making.words_around(entry);
    let title = words.say("not_found.title", &[]);
    let subject = Subject { title: &title, description: None, updated: None, is_part: Part::Piece };
    let mut frame = making.framer(entry, &address).frame(&subject);
    let root = |href: &str| rooted(href, &address, &making.config.base_url.path);
    frame.home = root(&frame.home);
    frame.assets = root(&frame.assets);
    frame.logo = frame.logo.map(|href| root(&href));
    frame.favicon = root(&frame.favicon);
    frame.method = frame.method.map(|href| root(&href));
    frame.glossary = frame.glossary.map(|href| root(&href));
    frame.search = frame.search.map(|href| root(&href));
    frame.feeds = frame.feeds.into_iter().map(|feed| Link { href: root(&feed.href), ..feed }).collect();
    frame.menu = frame.menu.into_iter().map(|link| MenuLink { href: root(&link.href), ..link }).collect();
    // No page is lost in one language and found in another: the switch leads home.
    frame.languages = frame
        .languages
        .into_iter()
        .map(|link| LanguageLink { href: root(&link.href), note: None, ..link })
        .collect();
    frame.breadcrumb.clear();
    frame.canonical = None;
    frame.alternates.clear();
    frame.structured = None;
    frame.noindex = true;
    let sections = frame.menu.clone();
    Page {
        template: "404.html".to_owned(),
        language: entry.language.clone(),
        frame,
        view: View::NotFound(NotFoundView { title, sections }),
        source: String::new(),
        address,
    }
}

/// An address relative to a page, from the root of the host. A menu may lead to another site: that
/// address is left as it is.
fn rooted(href: &str, page: &Address, base: &str) -> String {
    if href.contains(':') || href.starts_with('/') {
        return href.to_owned();
    }
    let mut folder: Vec<&str> = page.as_str()[1..].split('/').collect();
    folder.pop();
    let mut rest = href;
    loop {
        if let Some(after) = rest.strip_prefix("../") {
            folder.pop();
            rest = after;
        } else if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else {
            break;
        }
    }
    let folder: String = folder.iter().map(|part| format!("{part}/")).collect();
    format!("{base}{folder}{rest}")
}

/// The page at an old address.
pub fn redirect(making: &Making<'_>, redirect: &Redirect) -> Page {
    let entry = making.site.entry(redirect.to);
    let framer = making.framer(entry, &redirect.from);
    let is_front = redirect.from == Address::root();
    let view = RedirectView {
        href: framer.href(&entry.address),
        canonical: absolute(making.config, &entry.address),
        title: entry.title.clone(),
    };
    let mut page = way(&framer, if is_front { "front.html" } else { "redirect.html" }, view);
    page.frame.title_spoken = framer.spoken_by_title(Part::Whole);
    page
}

/// A page that only leads to where an entry, or a part of it, is.
pub fn way(framer: &Framer<'_>, template: &str, view: RedirectView) -> Page {
    Page {
        address: framer.page.clone(),
        template: template.to_owned(),
        language: framer.entry.language.clone(),
        frame: framer.bare(&view.title),
        view: View::Redirect(view),
        source: super::source(framer.entry),
    }
}

/// The page of an entry itself.
pub fn made_of(making: &Making<'_>, entry: &Entry, template: &str, view: View) -> Page {
    let site = (entry.role == Role::Home).then(|| site_description(making.config, &entry.language)).flatten();
    let description = summary(entry).or(site);
    let subject = Subject {
        title: &entry.title,
        description: description.as_deref(),
        updated: entry.updated(),
        is_part: Part::Whole,
    };
    Page {
        address: entry.address.clone(),
        template: super::template(entry, template),
        language: entry.language.clone(),
        frame: making.framer(entry, &entry.address).frame(&subject),
        view,
        source: super::source(entry),
    }
}

/// What announces an entry: its description, else the first paragraph of a dated article.
pub fn summary(entry: &Entry) -> Option<String> {
    if let Some(description) = entry.description() {
        return Some(description.to_owned());
    }
    match &entry.document.as_ref()?.body {
        Body::Article(article) if entry.date.is_some() => {
            let said = article.html.first_paragraph()?;
            Some(progress::shortened(&plain(&said), LONGEST_SUMMARY))
        }
        Body::Plan(_) | Body::Synthesis(_) | Body::Mission(_) | Body::Article(_) => None,
    }
}

fn plain(passages: &[Said]) -> String {
    passages.iter().map(|passage| passage.words.as_str()).collect()
}

/// The same as HTML, where some of its words are marked as being in another language.
fn spoken_summary(entry: &Entry) -> Option<String> {
    let document = entry.document.as_ref().filter(|it| it.header.description.is_none())?;
    let Body::Article(article) = &document.body else { return None };
    let said = entry.date.and_then(|_| article.html.first_paragraph())?;
    said.iter().find(|passage| passage.lang.is_some())?;
    let (whole, mut html) = (plain(&said), String::new());
    let shown = progress::shortened(&whole, LONGEST_SUMMARY);
    let (mut n_left, end) = match shown.strip_suffix('…').filter(|_| shown != whole) {
        Some(cut) => (cut.len(), "…"),
        None => (shown.len(), ""),
    };
    for Said { lang, words } in &said {
        let kept = markdown::escape(&words[..words.len().min(n_left)]);
        n_left -= words.len().min(n_left);
        match lang.as_deref().filter(|_| !kept.is_empty()) {
            Some(lang) => html.push_str(&format!("<span lang=\"{lang}\">{kept}</span>")),
            None => html.push_str(&kept),
        }
    }
    Some(html + end)
}

/// The text of an article or a section, footnotes included.
pub fn content(making: &Making<'_>, entry: &Entry, page: &Address, made: &mut Made) -> String {
    let Some(document) = &entry.document else { return String::new() };
    let mut filler = making.filler(entry, page);
    let content = text(document, &mut filler);
    made.diagnostics.extend(filler.problems.into_diagnostics());
    content
}

/// The text of a document that is only shown, footnotes included; nothing for a plan.
pub fn text(document: &Document, filler: &mut Filler<'_>) -> String {
    let (mut content, footnotes) = match &document.body {
        Body::Plan(_) | Body::Mission(_) => return String::new(),
        Body::Article(article) => (filler.fill(&article.html), &article.footnotes),
        Body::Synthesis(synthesis) => {
            let content = synthesis.texts().map(|html| filler.fill(html)).collect();
            (content, &synthesis.footnotes)
        }
    };
    content.push_str(&filler.footnotes(footnotes));
    content
}

/// The address of `image` in the header, or nothing when it leads nowhere, which is reported.
pub(super) fn image(making: &Making<'_>, entry: &Entry, page: &Address, made: &mut Made) -> Option<String> {
    let written = entry.document.as_ref()?.header.image.as_ref()?;
    let mut filler = making.filler(entry, page);
    let address = filler.image(&written.value, written.span);
    made.diagnostics.extend(filler.problems.into_diagnostics());
    Some(address)
}

/// Reports the picture of a document whose page shows none, when it leads nowhere: it is that of shared links.
pub(super) fn tell_image(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let _address = image(making, entry, &entry.address, made);
}

/// What that picture shows, as the author says it.
pub(super) fn image_alt(entry: &Entry) -> String {
    let header = entry.document.as_ref().map(|document| &document.header);
    header.and_then(|header| header.image_alt.clone()).unwrap_or_default()
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
pub(super) fn neighbours(
    making: &Making<'_>,
    entry: &Entry,
    framer: &Framer<'_>,
) -> (Option<ForeignLink>, Option<ForeignLink>) {
    let (previous, next) = making.site.neighbours(entry);
    (previous.map(|sibling| framer.titled(sibling)), next.map(|sibling| framer.titled(sibling)))
}

/// The card of a plan; none for any other entry.
pub fn plan_card(entry: &Entry, framer: &Framer<'_>) -> Option<PlanCard> {
    let plan = entry.plan()?;
    let card = plan::card_of_plan(framer, entry, plan);
    Some(PlanCard { spoken: framer.spoken_by(entry), ..card })
}

/// What a list shows of a page or a section.
pub fn card(entry: &Entry, framer: &Framer<'_>) -> Card {
    Card {
        href: framer.href(&entry.address),
        title: entry.title.clone(),
        description: summary(entry),
        spoken_description: spoken_summary(entry),
        date: entry.date.map(|date| date_view(framer.words(), date)),
        kind: None,
        spoken: framer.spoken_by(entry),
    }
}

/// The same, for a list that mixes kinds.
pub fn card_of_kind(entry: &Entry, framer: &Framer<'_>) -> Card {
    let kind = entry
        .document
        .as_ref()
        .map(|document| framer.words().say(&format!("kind.{}", document.kind.key()), &[]));
    Card { kind, ..card(entry, framer) }
}
