//! The view of a synthesis: `synthesis.html`.

use serde::Serialize;

use super::foreign::ForeignLink;
use super::sides::ActionLine;
use super::{DateView, Download, Link, ProgressView};

/// A whole synthesis: `synthesis.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SynthesisView {
    pub title: String,
    pub description: Option<String>,
    /// « A, B et C »
    pub authors: Option<String>,
    /// Relative address.
    pub image: Option<String>,
    /// What the picture shows; empty when it only decorates.
    pub image_alt: String,
    pub facts: EventFacts,
    /// HTML of what stands before its first block.
    pub introduction: String,
    /// What this page holds, in order.
    pub contents: Vec<Link>,
    /// What the workshop retained, taken to the top; its place below only points here.
    pub retained: Vec<RetainedView>,
    /// Contributions with mentions, the most mentioned first.
    pub ranking: Vec<RankedView>,
    /// In order; exactly one of a part's fields is set.
    pub parts: Vec<SynthesisPartView>,
    /// None when it has no contribution.
    pub outcome: Option<OutcomeView>,
    /// HTML of the footnotes, empty when there are none.
    pub footnotes: String,
    pub downloads: Vec<Download>,
    pub tags: Vec<Link>,
    /// Neighbours in the section's order.
    pub previous: Option<ForeignLink>,
    pub next: Option<ForeignLink>,
}

/// The facts of the event, each none when the document does not say it.
#[derive(Debug, Clone, Serialize)]
pub struct EventFacts {
    pub event: Option<String>,
    pub date: Option<DateView>,
    pub place: Option<String>,
    pub facilitator: Option<String>,
    /// « 58 personnes »
    pub participants: Option<String>,
    /// « Camille Roy, directrice »; a hidden name is said so.
    pub speakers: Vec<String>,
    /// What it led to.
    pub leads_to: Vec<ForeignLink>,
    /// Said when personal names were taken out.
    pub names: Option<String>,
}

/// A part of a synthesis: text or block.
#[derive(Debug, Clone, Serialize)]
pub struct SynthesisPartView {
    /// HTML.
    pub text: Option<String>,
    pub block: Option<BlockView>,
}

/// A block.
#[derive(Debug, Clone, Serialize)]
pub struct BlockView {
    pub id: String,
    /// HTML, inline: the whole heading.
    pub title: String,
    pub sections: Vec<SectionView>,
}

/// What was retained: a whole block, or one section of a block.
#[derive(Debug, Clone, Serialize)]
pub struct RetainedView {
    pub block: BlockView,
    /// The block it was taken from, when that one is still below.
    pub from: Option<Link>,
}

/// A section of a block, or what stands right under its heading.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    /// None for what stands right under the heading of the block.
    pub heading: Option<HeadingView>,
    /// The address of its content, when that is at the top of the page.
    pub moved: Option<String>,
    /// In order; exactly one of a part's fields is set.
    pub parts: Vec<SectionPartView>,
}

/// A heading of a section.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// 3 to 6, none skipped.
    pub level: u8,
    /// None when its content stands elsewhere with its anchor.
    pub id: Option<String>,
    /// HTML, inline.
    pub title: String,
}

/// A part of a section.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SectionPartView {
    /// HTML.
    pub text: Option<String>,
    pub list: Option<ListView>,
    pub columns: Option<ColumnsView>,
    pub strands: Option<StrandsView>,
}

/// A list of contributions.
#[derive(Debug, Clone, Serialize)]
pub struct ListView {
    pub items: Vec<ContributionView>,
    /// The first number, when the list is numbered.
    pub start: Option<u64>,
}

/// A contribution.
#[derive(Debug, Clone, Serialize)]
pub struct ContributionView {
    pub id: String,
    /// HTML, inline.
    pub words: String,
    /// « 3 mentions »
    pub mentions: Option<String>,
    /// What is nested under it.
    pub items: Vec<ContributionView>,
    /// HTML of what else stands under it, empty when nothing does.
    pub details: String,
}

/// Columns of contributions that answer each other.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnsView {
    /// What the table is about: the heading above it, in plain text.
    pub caption: String,
    /// The title of the column that names the rows; HTML, inline.
    pub label: Option<String>,
    /// Titles of the other columns.
    pub titles: Vec<TitleView>,
    pub rows: Vec<ColumnsRow>,
}

/// A row of columns.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnsRow {
    /// HTML, inline.
    pub label: Option<String>,
    pub cells: Vec<ColumnsCell>,
}

/// The contributions of a cell.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnsCell {
    /// Plain text, for narrow screens.
    pub title: String,
    pub items: Vec<ContributionView>,
}

/// The title of a column.
#[derive(Debug, Clone, Serialize)]
pub struct TitleView {
    /// HTML, inline.
    pub html: String,
    /// The same in plain text, for narrow screens.
    pub plain: String,
}

/// Strands, ideas, and who supports them.
#[derive(Debug, Clone, Serialize)]
pub struct StrandsView {
    /// « 8 idées; 1 soutien à trouver, 1 à confirmer »
    pub sentence: String,
    /// None when the table names no strand.
    pub strand: Option<TitleView>,
    pub idea: TitleView,
    pub support: TitleView,
    pub fields: Vec<TitleView>,
    pub strands: Vec<StrandView>,
}

/// A strand.
#[derive(Debug, Clone, Serialize)]
pub struct StrandView {
    /// HTML, inline.
    pub title: String,
    /// How many rows it spans.
    pub n_ideas: usize,
    pub ideas: Vec<IdeaView>,
}

/// An idea of a strand.
#[derive(Debug, Clone, Serialize)]
pub struct IdeaView {
    pub contribution: ContributionView,
    /// HTML, inline; none when nobody is named.
    pub support: Option<String>,
    /// « Soutien à trouver », « à confirmer »
    pub doubt: Option<String>,
    /// HTML, inline, in the order of the titles; empty where the row says nothing.
    pub fields: Vec<String>,
}

/// A contribution among the most mentioned.
#[derive(Debug, Clone, Serialize)]
pub struct RankedView {
    /// « 9 mentions »
    pub mentions: String,
    /// Its words in plain text, and its place.
    pub said: Link,
    pub block: Link,
}

/// What became of what was said.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeView {
    /// « 14 idées sur 41 mènent à une action »
    pub sentence: String,
    /// How it is counted, in a sentence.
    pub rule: String,
    /// Contributions that lead to a promise, in the order written.
    pub followed: Vec<FollowedView>,
    /// Those that lead to nothing yet: « Sans lien vers une action jusqu’ici : 27 idées ».
    pub left_title: String,
    pub left: Vec<Link>,
}

/// A contribution and what it led to.
#[derive(Debug, Clone, Serialize)]
pub struct FollowedView {
    pub said: Link,
    /// « 9 mentions »
    pub mentions: Option<String>,
    pub deeds: Vec<DeedView>,
}

/// A promise of a plan; exactly one of `action` and `group` is set.
#[derive(Debug, Clone, Serialize)]
pub struct DeedView {
    pub plan: ForeignLink,
    pub action: Option<ActionLine>,
    pub group: Option<GroupView>,
}

/// An orientation or an objective.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// « Objectif 2.1 », « Orientation 2 »
    pub label: String,
    /// The tag of the language of the label, when it is not the page's.
    pub label_lang: Option<String>,
    pub title: String,
    /// The tag of the language of the title, when it is not the page's.
    pub lang: Option<String>,
    pub href: String,
    pub progress: ProgressView,
}
