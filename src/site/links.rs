//! Where a link written in a document leads.

use std::collections::BTreeSet;

use super::missing::{meant, missing_anchor, own_machine};
use super::reads::Read;
use super::{Entry, Site};
use crate::address::{self, Address};
use crate::diagnostic::numbers::Shared;
use crate::diagnostic::site::SiteProblem;
use crate::filled::Filled;
use crate::kind::plan::{Action, ObjectivePart, OrientationPart, Plan, PlanPart, numbering};
use crate::kind::synthesis::{SectionPart, Synthesis};
use crate::kind::{Body, Document};
use crate::markdown::{self, Html};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another site, or an address that is no page (`mailto:`).
    Outside,
    /// An address of this site, with what follows it as written: `?…`, `#…`.
    Inside { address: Address, anchor: Option<String>, query: String },
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Link,
    Image,
}

/// A destination in its parts: path, `?query`, anchor.
struct Destination<'d> {
    path: &'d str,
    query: &'d str,
    anchor: Option<&'d str>,
}

impl Site {
    /// Where a destination written in the document of `from` leads.
    pub fn resolve(&self, from: &Entry, written: &str, use_: Use) -> Result<Target, SiteProblem> {
        if let Some(name) = address::on_own_machine(written) {
            return Err(own_machine(written, name, use_));
        }
        if is_beginning_alone(written.trim()) {
            return Err(SiteProblem::NoAddress);
        }
        if let Some(meant) = meant(written) {
            return Err(SiteProblem::Mistyped { written: written.to_owned(), meant });
        }
        if is_outside(written) {
            // Texts were cleaned when they were read; shortcodes, menus and headers come here as typed.
            let scheme = match use_ {
                Use::Link => markdown::scheme_that_runs(written),
                Use::Image => markdown::scheme_that_runs_as_image(written),
            };
            return scheme.map_or(Ok(Target::Outside), |scheme| Err(SiteProblem::RunsProgram { scheme }));
        }
        let destination = split(written);
        let query = destination.query.to_owned();
        let anchor = destination
            .anchor
            .map(|anchor| address::percent_decoded(anchor).into_owned())
            .filter(|anchor| !anchor.is_empty());
        let address = match self.address_of(from, written, &destination, use_) {
            Ok(address) => address,
            // « PV #3.pdf » may be the name of a file, as it is.
            Err(problem) => {
                let address = self.file_named(from, written).ok_or(problem)?;
                return Ok(Target::Inside { address, anchor: None, query: String::new() });
            }
        };
        let address = self.in_language_of(from, &destination, address, anchor.as_deref());
        if let Some(anchor) = &anchor {
            self.check_anchor(&address, anchor)?;
        }
        let anchor = anchor.map(|anchor| self.present(&address, anchor));
        Ok(Target::Inside { address, anchor, query })
    }

    /// The anchor of an action that a link names by a number it had before.
    fn present(&self, address: &Address, anchor: String) -> String {
        let plan = self.position(address).and_then(|at| self.noted(at).plan());
        let had = |action: &&Action| action.former.iter().any(|former| former.value == anchor);
        let moved = plan.and_then(|plan| plan.actions().find(had));
        moved.map_or(anchor, |action| action.id.clone())
    }

    /// The same document in the language of the one that links to it, when it is there and has the
    /// anchor. A file named with its language (`mission.en.md`) is obeyed.
    fn in_language_of(
        &self,
        from: &Entry,
        to: &Destination<'_>,
        address: Address,
        anchor: Option<&str>,
    ) -> Address {
        let Some(at) = self.position(&address).filter(|_| to.path.ends_with(".md")) else { return address };
        let entry = self.placed(at);
        self.note(Read::Around(at));
        let is_named = to.path.ends_with(&format!(".{}.md", entry.language));
        match entry.translations.get(&from.language) {
            Some(twin) if !is_named && anchor.is_none_or(|anchor| self.has_anchor(*twin, anchor)) => {
                self.placed(*twin).address.clone()
            }
            Some(_) | None => address,
        }
    }

    fn has_anchor(&self, at: usize, anchor: &str) -> bool {
        let entry = self.placed(at);
        let document = entry.document.as_deref();
        document.is_some_and(|it| self.anchors[at].get_or_init(|| anchors(it)).contains(anchor))
            || self.explains(&entry.address, anchor)
    }

    fn address_of(
        &self,
        from: &Entry,
        written: &str,
        to: &Destination<'_>,
        use_: Use,
    ) -> Result<Address, SiteProblem> {
        let path = address::percent_decoded(to.path);
        if path.is_empty() {
            return Ok(from.address.clone());
        }
        if let Some(source) = path.strip_prefix("@/") {
            return self.document_address(from, written, &format!("content/{source}"));
        }
        if let Some(absolute) = path.strip_prefix('/') {
            self.note(Read::Names);
            return self.published(absolute).ok_or_else(|| self.missing(from, written, (&path, use_)));
        }
        let folder = folder_of(from);
        let outside = || SiteProblem::OutsideSite { written: written.to_owned() };
        let beside = address::normalize(&format!("{folder}/{path}")).ok_or_else(outside)?;
        if self.by_source.contains_key(&beside) || self.drafts.contains(&beside) {
            return self.document_address(from, written, &beside);
        }
        self.note(Read::Names);
        if let Some(address) = self.copied.get(&beside) {
            return Ok(address.clone());
        }
        // As a last resort, an address relative to the page as it will be published.
        address::normalize(&format!("{}{path}", from.address))
            .and_then(|path| self.published(&path))
            .ok_or_else(|| self.missing(from, written, (&beside, use_)))
    }

    /// A file whose whole name is written, signs that have a meaning in addresses included.
    fn file_named(&self, from: &Entry, written: &str) -> Option<Address> {
        self.note(Read::Names);
        if let Some(absolute) = written.strip_prefix('/') {
            return Some(Address::file(absolute)).filter(|file| self.publishes(file));
        }
        let source = match written.strip_prefix("@/") {
            Some(source) => format!("content/{source}"),
            None => format!("{}/{written}", folder_of(from)),
        };
        self.copied.get(&address::normalize(&source)?).cloned()
    }

    fn document_address(&self, from: &Entry, written: &str, source: &str) -> Result<Address, SiteProblem> {
        if let Some(entry) = self.placed_of(source) {
            return Ok(entry.address.clone());
        }
        if self.drafts.contains(source) {
            return Err(SiteProblem::LinkToDraft { written: written.to_owned() });
        }
        if let Some(address) = self.copied.get(source) {
            return Ok(address.clone());
        }
        // A document that exists in the language of the link alone.
        let own = source.strip_suffix(".md").map(|stem| format!("{stem}.{}.md", from.language));
        if let Some(entry) = own.and_then(|own| self.placed_of(&own)) {
            return Ok(entry.address.clone());
        }
        // A folder without _index.md has a page all the same.
        if let Some(address) = source.strip_suffix("/_index.md").and_then(|folder| self.folders.get(folder))
            && self.publishes(address)
        {
            return Ok(address.clone());
        }
        Err(self.missing_document(from, written, source))
    }

    fn placed_of(&self, source: &str) -> Option<&Entry> {
        let at = self.by_source.get(source);
        if at.is_none() {
            self.note(Read::Names);
        }
        at.map(|at| self.placed(*at))
    }

    /// The published address at a path from the root, as a file or as a page.
    fn published(&self, path: &str) -> Option<Address> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let (file, page) = (Address::file(path), Address::page(path));
        if !path.is_empty() && !path.ends_with('/') && self.publishes(&file) {
            return Some(file);
        }
        self.publishes(&page).then_some(page)
    }

    fn check_anchor(&self, address: &Address, anchor: &str) -> Result<(), SiteProblem> {
        let Some(at) = self.position(address) else {
            self.note(Read::Names);
            return Ok(());
        };
        let Some(document) = self.placed(at).document.as_deref() else { return Ok(()) };
        let anchors = self.anchors[at].get_or_init(|| anchors(document));
        if let Body::Plan(plan) = &document.body
            && let Some(shared) = shared(plan, anchor)
        {
            return Err(SiteProblem::SharedNumber(shared));
        }
        if anchors.contains(anchor) || self.explains(address, anchor) {
            return Ok(());
        }
        if let Body::Plan(plan) = &document.body
            && anchor.starts_with(|c: char| c.is_ascii_digit())
        {
            // A number that was left is no longer the one to write.
            let left = plan.actions().flat_map(|it| it.former.iter().map(|former| former.value.clone()));
            let present = anchors - &left.filled::<BTreeSet<String>>();
            // What would hold it is not what was meant: « 2 » is no « 9.9 ».
            let n_levels = |number: &str| number.split('.').count();
            let nearest = numbering::nearest(anchor, &present);
            let nearest = nearest.filter(|it| n_levels(it) == n_levels(anchor)).map(str::to_owned);
            let (number, plan) = (anchor.to_owned(), document.title.clone());
            return Err(SiteProblem::NoSuchNumber { number, plan, nearest });
        }
        Err(missing_anchor(anchor, address, anchors))
    }
}

/// The folder that links of a document start from.
fn folder_of(from: &Entry) -> &str {
    let source = from.document.as_ref().map_or("content/_index.md", |document| document.path.as_str());
    source.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The first two actions that have a number, when it is the anchor of the first: it may be that of
/// an objective instead.
fn shared(plan: &Plan, number: &str) -> Option<Shared> {
    let mut with_number = plan.actions().filter(|action| action.number == number);
    let one = with_number.next().filter(|one| one.id == number)?;
    let other = with_number.next()?;
    let titles = [one, other].map(|it| it.title.plain.clone());
    Some(Shared { number: number.to_owned(), titles, second: other.id.clone() })
}

/// Every anchor of a document's page.
pub fn anchors(document: &Document) -> BTreeSet<String> {
    match &document.body {
        Body::Article(article) => article.html.ids().collect(),
        Body::Mission(mission) => mission.anchors(),
        Body::Synthesis(synthesis) => synthesis_anchors(synthesis),
        Body::Plan(plan) => plan_anchors(plan),
    }
}

fn synthesis_anchors(synthesis: &Synthesis) -> BTreeSet<String> {
    let mut anchors: BTreeSet<String> = synthesis.texts().flat_map(Html::ids).filled();
    anchors.extend(synthesis.blocks().map(|block| block.id.clone()));
    for (_, section) in synthesis.sections() {
        anchors.extend(section.heading.as_ref().map(|heading| heading.id.clone()));
        for said in section.contributions() {
            anchors.insert(said.id.clone());
            anchors.extend(said.details.ids());
        }
        for part in &section.parts {
            match part {
                SectionPart::Text(html) => anchors.extend(html.ids()),
                SectionPart::List(_) | SectionPart::Columns(_) | SectionPart::Strands(_) => {}
            }
        }
    }
    anchors
}

pub(super) fn plan_anchors(plan: &Plan) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for part in &plan.parts {
        match part {
            PlanPart::Text(html) => anchors.extend(html.ids()),
            PlanPart::Orientation(orientation) => anchors.extend(orientation_anchors(orientation)),
        }
    }
    anchors
}

/// The anchors of an orientation and of all it holds.
pub fn orientation_anchors(orientation: &crate::kind::plan::Orientation) -> BTreeSet<String> {
    let mut anchors = BTreeSet::from([orientation.id.clone()]);
    let mut texts: Vec<&Html> = Vec::new();
    for part in &orientation.parts {
        match part {
            OrientationPart::Text(html) => texts.push(html),
            OrientationPart::Objective(objective) => {
                anchors.insert(objective.id.clone());
                for part in &objective.parts {
                    match part {
                        ObjectivePart::Text(html) => texts.push(html),
                        ObjectivePart::Action(action) => {
                            anchors.insert(action.id.clone());
                            anchors.extend(action.other_anchors().cloned());
                        }
                    }
                }
            }
        }
    }
    anchors.extend(texts.into_iter().flat_map(Html::ids));
    anchors
}

/// Whether nothing was written, or nothing after « https:// ».
fn is_beginning_alone(written: &str) -> bool {
    let scheme = written.trim_end_matches([':', '/']);
    let is_cut = written.contains(':') || written.ends_with("//");
    let is_scheme = || ["http", "https", "mailto", "tel"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    written.is_empty() || (is_cut && is_scheme())
}

/// Whether a destination leaves the site: it has a scheme, or names a host.
fn is_outside(written: &str) -> bool {
    written.starts_with("//") || address::scheme(written).is_some()
}

fn split(written: &str) -> Destination<'_> {
    let (rest, anchor) = match written.split_once('#') {
        Some((rest, anchor)) => (rest, Some(anchor)),
        None => (written, None),
    };
    let at = rest.find('?').unwrap_or(rest.len());
    Destination { path: &rest[..at], query: &rest[at..], anchor }
}
