//! Closes the holes of HTML for the page that shows it: addresses, footnotes, words.

use std::collections::{BTreeMap, BTreeSet};

use super::Making;
use super::absolute::absolute;
use super::frame::language_tag;
use super::shortcode::Caller;
use crate::address::{self, Address};
use crate::config::Config;
use crate::diagnostic::Problems;
use crate::diagnostic::asked::AskedProblem;
use crate::filled::Filled;
use crate::markdown::{self, Filling, Footnote, Hole, Html, Place, Shortcode};
use crate::shortcode::Name;
use crate::site::Entry;
use crate::site::links::{Target, Use};
use crate::source::Span;
use crate::words::Words;

/// Fills the HTML of one document for one page, and keeps count of the page's footnotes.
pub struct Filler<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    page: &'a Address,
    /// Anchors of the document that stand on this page; none means all of them.
    local: Option<BTreeSet<String>>,
    /// Labels of the footnotes called so far, in order, with how often.
    calls: Vec<(String, usize)>,
    /// Where each label stands among them.
    called: BTreeMap<String, usize>,
    links: Links,
    pub problems: Problems,
}

/// How links inside the site are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Links {
    /// From the page that shows the HTML.
    Relative,
    /// From anywhere, for what is read away from the site.
    Absolute,
}

impl<'a> Filler<'a> {
    pub fn new(making: &'a Making<'a>, entry: &'a Entry, page: &'a Address) -> Filler<'a> {
        let path = super::source(entry);
        let problems = Problems::in_file(path);
        let (calls, called) = (Vec::new(), BTreeMap::new());
        Filler { making, entry, page, local: None, calls, called, links: Links::Relative, problems }
    }

    /// For a page that shows a part of the document: links to other parts lead to the whole.
    pub fn with_anchors(self, local: BTreeSet<String>) -> Filler<'a> {
        Filler { local: Some(local), ..self }
    }

    /// For what is read away from the site: every link is absolute.
    pub fn with_absolute_links(self) -> Filler<'a> {
        Filler { links: Links::Absolute, ..self }
    }

    pub fn fill(&mut self, html: &Html) -> String {
        html.fill(&mut |hole| self.filling(hole))
    }

    /// The address of an image, for a template.
    pub fn image(&mut self, written: &str, span: Span) -> String {
        markdown::encoded(&self.destination(written, Some(span), Use::Image))
    }

    /// The list of the footnotes called on this page, empty when there are none.
    pub fn footnotes(&mut self, footnotes: &[Footnote]) -> String {
        if self.calls.is_empty() {
            return String::new();
        }
        let by_label: BTreeMap<&str, &Footnote> =
            footnotes.iter().map(|footnote| (footnote.label.as_str(), footnote)).filled();
        let mut items = String::new();
        let mut next = 0;
        // A footnote may call another: the list grows while it is written.
        while next < self.calls.len() {
            let label = self.calls[next].0.clone();
            next += 1;
            if let Some(footnote) = by_label.get(label.as_str()) {
                let text = self.fill(&footnote.html);
                let back = self.back_links(next);
                items.push_str(&format!("<li id=\"_fn-{next}\">{}</li>\n", with_back_links(&text, &back)));
            }
        }
        if items.is_empty() {
            return items;
        }
        let title = markdown::escape(&self.words().say("footnotes.title", &[]));
        format!(
            "<section class=\"footnotes\" aria-labelledby=\"_footnotes\">\n\
             <h2 id=\"_footnotes\">{title}</h2>\n<ol>\n{items}</ol>\n</section>\n"
        )
    }

    /// Our words among those of the document.
    fn words(&self) -> &'a Words {
        &self.making.words[self.making.language_inside(self.entry)]
    }

    fn filling(&mut self, hole: &Hole) -> String {
        match &hole.what {
            Filling::Link(written) => markdown::href(&self.destination(written, hole.span, Use::Link)),
            Filling::Image(written) => markdown::href(&self.destination(written, hole.span, Use::Image)),
            Filling::FootnoteCall(label) => self.call(label),
            Filling::Word(key) => markdown::escape(&self.words().say(key, &[])),
            Filling::Title => markdown::escape(&self.entry.title),
            Filling::Shortcode(shortcode) => self.shortcode(shortcode, hole.span),
        }
    }

    /// What cannot be answered or written is reported, and shown as typed.
    fn shortcode(&mut self, shortcode: &Shortcode, span: Option<Span>) -> String {
        let Filler { making, entry, page, .. } = *self;
        let caller = Caller { making, entry, page, words: self.words(), shortcode };
        let view = match caller.view() {
            Ok(view) => view,
            Err(wrong) => {
                if span.is_some() {
                    self.problems.error(*wrong.problem, wrong.span);
                }
                return markdown::escape(&shortcode.written);
            }
        };
        let template = format!("shortcodes/{}.html", shortcode.call.name.name());
        match (making.shortcodes)(&template, &view, making.language_inside(entry)) {
            Ok(html) => {
                let html = self.spoken(shortcode, html);
                match self.links {
                    Links::Relative => html,
                    Links::Absolute => absolute(&html, page, &making.config.base_url),
                }
            }
            Err(diagnostic) => {
                self.problems.elsewhere(*diagnostic);
                markdown::escape(&shortcode.written)
            }
        }
    }

    /// What is told of plans, in an element of its language where that is not the language of the text.
    fn spoken(&self, shortcode: &Shortcode, html: String) -> String {
        let Filler { making, entry, .. } = *self;
        let language = making.language_inside(entry);
        let is_ours = matches!(shortcode.call.name, Name::Progress | Name::Actions | Name::Timeline);
        if !is_ours || language == making.language_of(entry) {
            return html;
        }
        let element = if shortcode.place == Place::Sentence { "span" } else { "div" };
        format!("<{element} lang=\"{}\">{html}</{element}>", language_tag(making.config, language))
    }

    /// Words that a translation borrows may lead to an anchor that only their own page has.
    fn destination(&mut self, written: &str, span: Option<Span>, use_: Use) -> String {
        let site = self.making.site;
        let own = site.resolve(self.entry, written, use_);
        let found = match (own, span, site.source_of(self.entry)) {
            (Err(problem), None, Some(source)) => site.resolve(source, written, use_).map_err(|_| problem),
            (found, _, _) => found,
        };
        match found {
            Ok(Target::Outside) => {
                if let Some(span) = span.filter(|_| use_ == Use::Image && self.asks_another_site(written)) {
                    self.problems.error(AskedProblem::OutsidePicture { written: written.to_owned() }, span);
                }
                written.to_owned()
            }
            Ok(Target::Inside { address, anchor, query }) => self.inside(&address, anchor.as_deref(), &query),
            Err(problem) => {
                if let Some(span) = span {
                    self.problems.error(problem, span);
                }
                written.to_owned()
            }
        }
    }

    /// Whether a browser that shows a picture asks another site for it: `data:` holds its own.
    fn asks_another_site(&self, written: &str) -> bool {
        let host = |address: &str| {
            let behind = address.split_once("//").map_or(address, |(_, behind)| behind);
            let host = behind.split(['/', '?', '#']).next().unwrap_or(behind).to_ascii_lowercase();
            host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
        };
        let Config { base_url, usual_origin, .. } = self.making.config;
        let own = [&base_url.origin, usual_origin];
        let is_own = || own.iter().any(|origin| !origin.is_empty() && host(origin) == host(written));
        let scheme = address::scheme(written).map(str::to_ascii_lowercase);
        let is_asked =
            written.starts_with("//") || matches!(scheme.as_deref(), Some("http" | "https" | "ftp"));
        is_asked && !is_own()
    }

    fn inside(&self, address: &Address, anchor: Option<&str>, query: &str) -> String {
        let shown_here = |anchor: &str| self.local.as_ref().is_none_or(|local| local.contains(anchor));
        let fragment = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        if self.links == Links::Absolute {
            return format!("{}{query}{fragment}", self.making.config.base_url.join(address));
        }
        if *address == self.entry.address && query.is_empty() && anchor.is_some_and(shown_here) {
            return fragment;
        }
        format!("{}{query}{fragment}", address.relative_to(self.page))
    }

    fn call(&mut self, label: &str) -> String {
        let known = self.called.get(label).copied();
        let at = known.unwrap_or(self.calls.len());
        if known.is_none() {
            self.called.insert(label.to_owned(), at);
            self.calls.push((label.to_owned(), 0));
        }
        self.calls[at].1 += 1;
        let (number, id) = (at + 1, call_id(at + 1, self.calls[at].1));
        let words = self.making.words_of(self.entry);
        let name = markdown::escape(&words.say("footnotes.call", &[("n", &number.to_string())]));
        let here = self.here();
        format!(
            "<sup class=\"footnote-call\"><a id=\"{id}\" href=\"{here}#_fn-{number}\" role=\"doc-noteref\" \
             aria-label=\"{name}\">{number}</a></sup>"
        )
    }

    /// What comes before `#` in a link to this very page.
    fn here(&self) -> String {
        match self.links {
            Links::Relative => String::new(),
            Links::Absolute => markdown::href(&self.making.config.base_url.join(self.page)),
        }
    }

    fn back_links(&self, number: usize) -> String {
        let words = self.words();
        let name = markdown::escape(&words.say("footnotes.back", &[("n", &number.to_string())]));
        let mut links = String::new();
        for nth in 1..=self.calls[number - 1].1 {
            let id = call_id(number, nth);
            let here = self.here();
            links.push_str(&format!(
                " <a class=\"footnote-back\" href=\"{here}#{id}\" role=\"doc-backlink\" aria-label=\"{name}\">↩</a>"
            ));
        }
        links
    }
}

/// The theme's own anchors start with `_`, which no anchor made from words does.
fn call_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("_fnref-{number}") } else { format!("_fnref-{number}-{nth}") }
}

/// The way back goes inside the last paragraph, where the eye stops.
fn with_back_links(text: &str, links: &str) -> String {
    match text.trim_end().strip_suffix("</p>") {
        Some(text) => format!("{text}{links}</p>"),
        None => format!("{text}{links}"),
    }
}
