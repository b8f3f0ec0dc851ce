//! What templates may read: plain fields, words already chosen, addresses relative to the page.
//!
//! These types are the documented interface of themes. A field whose comment says HTML is safe
//! to write as is (`| safe`); all others are text, escaped by default, addresses included.

pub mod action_list;
pub mod badge;
pub mod extra;
pub mod foreign;
pub mod glossary;
pub mod history;
pub mod languages;
pub mod listing;
pub mod lists;
pub mod mission;
pub mod search;
pub mod shortcodes;
pub mod sides;
pub mod succession;
pub mod synthesis;
pub mod trail;

use languages::{Alternate, LanguageLink, NoticeView, Spoken};
use listing::ContactView;
use serde::Serialize;

use badge::BadgeView;
use foreign::{ForeignLink, ForeignView, TranslationView};

/// What surrounds every page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The tag of the page's language, for `<html lang>`: `fr-CA`.
    pub lang: String,
    /// Whether that language is written from right to left, for `<html dir>`.
    pub is_right_to_left: bool,
    /// `fr_CA`, as shared links write it; none for a tag without a region.
    pub og_locale: Option<String>,
    /// The language of what this page shows, when it is a document without version in the page's
    /// language; `words` are in it inside `<main>`.
    pub spoken: Option<Spoken>,
    /// What is said of it, in the language of the page.
    pub notice: Option<NoticeView>,
    pub site_title: String,
    /// The tag of the language of the name of the site, when it is not that of the page.
    pub site_title_lang: Option<String>,
    /// The title of the browser's tab.
    pub head_title: String,
    /// The title of this page in plain text, the last step of the breadcrumb.
    pub title: String,
    pub description: Option<String>,
    /// The language of the title and of the description, when it is not that of the page.
    pub title_spoken: Option<Spoken>,
    /// Relative address of the home page in this language.
    pub home: String,
    /// Relative address of the picture before the name of the site, if it has one.
    pub logo: Option<String>,
    /// Relative address of the picture in the tab of the browser.
    pub favicon: String,
    /// A line of the association at the bottom of every page.
    pub footer: Option<String>,
    /// The tag of the language of that line, when it is not that of the page.
    pub footer_lang: Option<String>,
    /// Pages of the association on other sites, by absolute address.
    pub social: Vec<Link>,
    /// Relative address of the folder of assets, ending with `/`.
    pub assets: String,
    /// Absolute address of this page, when the site knows its own.
    pub canonical: Option<String>,
    /// Address of a message that shares this page: its title and its address, to nobody yet. None
    /// when the site does not know its own address.
    pub mail: Option<String>,
    /// The same page in every language that has it, itself included, then `x-default`; empty when
    /// there is only one.
    pub alternates: Vec<Alternate>,
    /// The switch: every other language that has pages.
    pub languages: Vec<LanguageLink>,
    pub menu: Vec<MenuLink>,
    /// From the home page to the parent of this page; the page itself is not in it.
    pub breadcrumb: Vec<Step>,
    /// When the content was last changed, as the author says.
    pub updated: Option<DateView>,
    /// Whether search engines are asked to stay away: the page for lost visitors, and a document
    /// that is shown in another language than its own.
    pub noindex: bool,
    /// What the page says of itself to search engines, in JSON-LD without a `<`; written as is in
    /// a `<script>`. None for a part of a document.
    pub structured: Option<String>,
    /// Absolute address of the picture shown where the page is shared.
    pub share_image: Option<String>,
    /// Where to write to the association.
    pub contact: Option<ContactView>,
    /// Feeds of what is new here: relative addresses, and the names feed readers show.
    pub feeds: Vec<Link>,
    /// Relative address of the page that tells how progress is measured, where there are plans.
    pub method: Option<String>,
    /// Relative address of the glossary, where something is explained and this page is not it.
    pub glossary: Option<String>,
    /// Relative address of the page where visitors search, unless the site does without or this
    /// page is it.
    pub search: Option<String>,
    /// « jalon 0.1.0 »
    pub generator: String,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub href: String,
    pub title: String,
}

/// A step of the breadcrumb.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    pub href: String,
    pub title: String,
    /// The language of the title, when it is not that of the page.
    pub spoken: Option<Spoken>,
}

/// A link of the menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuLink {
    pub href: String,
    pub title: String,
    /// The tag of the title's language, when it is not that of the page.
    pub lang: Option<String>,
    /// Whether it leads to this page.
    pub is_current: bool,
    /// Whether this page is below it.
    pub is_open: bool,
}

/// A date for machines and for people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DateView {
    /// `2013-10-11`
    pub iso: String,
    /// « 11 octobre 2013 »
    pub words: String,
}

/// A whole plan: `plan.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    pub title: String,
    pub description: Option<String>,
    pub stage: Option<StageView>,
    /// None when it is wholly translated, or no translation.
    pub translation: Option<TranslationView>,
    pub period: Option<TimeframeView>,
    pub responsible: Vec<String>,
    pub reference_date: DateView,
    pub updated: Option<DateView>,
    /// What an action in bold means, in a sentence, when some action is in bold.
    pub bold_legend: Option<String>,
    pub progress: ProgressView,
    /// None when its period is not known, it is not followed, or it is over.
    pub elapsed: Option<history::ElapsedView>,
    /// In order; exactly one of a part's fields is set.
    pub parts: Vec<PlanPartView>,
    /// The orientations at a glance.
    pub orientations: Vec<OrientationCard>,
    /// HTML of the footnotes, empty when there are none.
    pub footnotes: String,
    pub downloads: Vec<Download>,
    pub badge: BadgeView,
    /// The plan and its other sides (report, calendar…); empty when there is only the plan.
    pub sides: Vec<MenuLink>,
    pub tags: Vec<Link>,
    /// The workshops that say they led to it, oldest first.
    pub born_of: Vec<ForeignLink>,
    /// The plans before and after this one.
    pub succession: succession::SuccessionView,
}

/// A part of a plan: text or orientation.
#[derive(Debug, Clone, Serialize)]
pub struct PlanPartView {
    /// HTML.
    pub text: Option<String>,
    pub orientation: Option<OrientationView>,
}

/// Something said at the top of a plan that is not simply in force.
#[derive(Debug, Clone, Serialize)]
pub struct StageView {
    /// `proposed`, `closed`, `replaced`, or `over` for a plan in force whose period has ended.
    pub key: String,
    /// « Projet »
    pub title: String,
    /// A sentence.
    pub text: String,
}

/// An orientation at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct OrientationCard {
    pub href: String,
    pub number: String,
    /// « Orientation 2 »
    pub label: String,
    /// The tag of the language of the label, when it is not the page's.
    pub label_lang: Option<String>,
    pub title: String,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
    pub progress: ProgressView,
}

/// The page of an orientation: `orientation.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OrientationPageView {
    pub plan: Link,
    pub stage: Option<StageView>,
    /// None when the plan is wholly translated, or no translation.
    pub translation: Option<TranslationView>,
    pub period: Option<TimeframeView>,
    pub reference_date: DateView,
    pub bold_legend: Option<String>,
    pub orientation: OrientationView,
    /// HTML of the footnotes, empty when there are none.
    pub footnotes: String,
    pub previous: Option<OrientationCard>,
    pub next: Option<OrientationCard>,
    pub badge: BadgeView,
}

/// An orientation and all it holds.
#[derive(Debug, Clone, Serialize)]
pub struct OrientationView {
    pub number: String,
    pub id: String,
    /// « Orientation 2 »
    pub label: String,
    /// HTML, inline.
    pub title: String,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
    /// Relative address of its own page.
    pub href: String,
    /// The axis of the mission it contributes to.
    pub contributes: Option<mission::ContributesView>,
    pub progress: ProgressView,
    /// The documents it comes from.
    pub sources: Vec<ForeignLink>,
    /// In order; exactly one of a part's fields is set.
    pub parts: Vec<OrientationPartView>,
}

/// A part of an orientation: text or objective.
#[derive(Debug, Clone, Serialize)]
pub struct OrientationPartView {
    /// HTML.
    pub text: Option<String>,
    pub objective: Option<ObjectiveView>,
}

/// An objective.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectiveView {
    pub number: String,
    pub id: String,
    /// HTML, inline; none when the plan has no such level.
    pub title: Option<String>,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
    pub timeframe: Option<TimeframeView>,
    pub progress: ProgressView,
    /// None when the objective has no title.
    pub badge: Option<BadgeView>,
    /// The documents it comes from.
    pub sources: Vec<ForeignLink>,
    /// In order; exactly one of a part's fields is set; neighbouring actions are together.
    pub parts: Vec<ObjectivePartView>,
}

/// A part of an objective: text or actions.
#[derive(Debug, Clone, Serialize)]
pub struct ObjectivePartView {
    /// HTML.
    pub text: Option<String>,
    pub actions: Option<Vec<ActionView>>,
}

/// An action.
#[derive(Debug, Clone, Serialize)]
pub struct ActionView {
    pub number: String,
    pub id: String,
    /// The numbers it had before, and its number where its anchor says more, each an anchor that leads to it.
    pub former: Vec<String>,
    /// HTML, inline.
    pub title: String,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
    /// HTML, inline.
    pub intent: Option<String>,
    pub timeframe: Option<TimeframeView>,
    /// None when the plan publishes no follow-up at all.
    pub status: Option<StatusView>,
    /// « 40 % »
    pub percent: Option<String>,
    /// « En retard », when it is.
    pub late: Option<String>,
    pub responsible: Vec<String>,
    pub partners: Vec<String>,
    pub fields: Vec<FieldView>,
    /// HTML of what else stands under the action.
    pub details: Option<String>,
    /// Relative address of its own sheet, when it has one and this page is not it.
    pub sheet: Option<String>,
    /// The action of another plan that this one takes up, and the one that takes this one up.
    pub lineage: Vec<succession::LineageView>,
    /// The documents it comes from, when this page is not its sheet.
    pub sources: Vec<ForeignLink>,
}

/// A column the author added.
#[derive(Debug, Clone, Serialize)]
pub struct FieldView {
    pub name: String,
    /// The tag of the language of the name, when it is not the page's.
    pub lang: Option<String>,
    /// HTML, inline.
    pub value: String,
}

/// A timeframe as written, and what was understood.
#[derive(Debug, Clone, Serialize)]
pub struct TimeframeView {
    pub text: String,
    /// The tag of the language of the text, when it is not the page's.
    pub lang: Option<String>,
    /// None when it would only repeat the text.
    pub meaning: Option<String>,
}

/// A state: word, shape and colour.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusView {
    /// `in-progress`: the class and the shape.
    pub key: String,
    /// « En cours », or the author's words for a noted state.
    pub words: String,
    /// The author's words, when they differ from `words`.
    pub text: Option<String>,
    /// The tag of the language of the author's words, when it is not the page's.
    pub lang: Option<String>,
    /// « 6 sur 14 », when the state counts something and the action has a target.
    pub measure: Option<String>,
}

/// Counts by state.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressView {
    /// Whether anything is stated; when not, only `sentence` and `total` are meant to be shown.
    pub stated: bool,
    /// « 7 sur 31 réalisées; 6 en continu », or « Ce plan ne publie pas de suivi ».
    pub sentence: String,
    /// « 43 actions »
    pub total: String,
    /// « 23 % »
    pub rate: Option<String>,
    /// « 2 en retard »
    pub late: Option<String>,
    /// Counts that are not zero, in the order they are drawn.
    pub parts: Vec<ProgressPart>,
    /// Where each count leads, from the page of a plan or of an orientation.
    pub list: Option<Box<action_list::ListWay>>,
}

/// One count of a progress line, with its segment in a drawing 1000 units wide.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressPart {
    pub key: String,
    /// « En cours »
    pub label: String,
    /// « 12 »
    pub count: String,
    pub x: u32,
    pub width: u32,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub struct Download {
    pub href: String,
    /// « Données du plan »
    pub title: String,
    /// « JSON »
    pub format: String,
}
