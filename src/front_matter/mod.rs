//! The header of a document: what stands between `+++` (TOML) or `---` (YAML) lines.

pub mod above;
mod address;
mod fences;
mod foreign;
pub mod keys;
mod settles;
pub mod translation;

use crate::config::languages::is_language;
use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::record::{AddressFault, RecordProblem};
use crate::record::{Fields, Record, Spanned, misplaced, read_toml, read_yaml};
use crate::source::{Source, Span};
use fences::{Fence, Fences, bare_key, comments_above, is_toml, meant_as_fence};

/// The keys of a page or a section, as written. An absent key is `None` or empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    pub title: Option<String>,
    pub description: Option<String>,
    pub date: Option<Date>,
    pub updated: Option<Date>,
    pub weight: Option<i64>,
    pub draft: bool,
    /// The last part of the address, instead of the file's name.
    pub slug: Option<Spanned<String>>,
    /// The whole address, instead of the folders'.
    pub path: Option<Spanned<String>>,
    /// Old addresses that lead here.
    pub aliases: Vec<Alias>,
    pub authors: Vec<String>,
    pub template: Option<Spanned<String>>,
    pub tags: Vec<Spanned<String>>,
    pub image: Option<Spanned<String>>,
    /// What the picture shows, for who does not see it; without it, the picture only decorates.
    pub image_alt: Option<String>,
    /// Whether its texts are set as their language asks, when it says so for itself.
    pub typography: Option<bool>,
    /// The tag of the language of its text, when it is not the one its file's name says: `es`.
    pub lang: Option<String>,
    pub kind: Option<WrittenKind>,
    /// Whether there is a `date`, even one that could not be read.
    pub date_is_written: bool,
    pub extra: Record,
    /// `[plan]`, `[synthesis]`, `[mission]`: read by the kind itself.
    pub kind_record: Option<Record>,
    /// `[translation]`: the state of the source that each part was translated from, in the order written.
    pub translation: Vec<translation::Recorded>,
    /// Section keys.
    pub sort_by: Option<SortBy>,
    pub paginate_by: Option<usize>,
    /// Whether the section has a page for each year.
    pub archives: bool,
}

/// An old address and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    pub address: String,
    pub span: Span,
}

/// `kind`, as the author wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrittenKind {
    Plan,
    Synthesis,
    Mission,
    News,
    Page,
}

/// How a section orders its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    /// Newest first; pages without a date come last, by title.
    Date,
    Title,
    Weight,
}

/// A header and where the body starts, in bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    pub header: Header,
    pub body_start: usize,
}

/// Reads the header of a page, or of a section (`_index.md`, `_index.en.md`).
///
/// A file without header is a page that says nothing of itself. When a header is never closed,
/// no text is left as body: where it would start cannot be known.
pub fn read(source: &Source, problems: &mut Problems) -> Split {
    let text = &source.text;
    let Some(fences) = Fences::find(text) else {
        if let Some(span) = bare_key(text) {
            problems.error(RecordProblem::UnopenedHeader, span);
        } else if let Some(span) = meant_as_fence(text) {
            let read = text[span.start..span.end].to_owned();
            problems.error(RecordProblem::NearFence { read }, span);
        } else if let Some(span) = comments_above(text) {
            problems.error(RecordProblem::CoveredHeader, span);
        }
        return Split { header: Header::default(), body_start: 0 };
    };
    let Some(close) = fences.close else {
        let found = fences.other_fence(text);
        let fence = fences.notation.line();
        problems.error(RecordProblem::UnclosedHeader { fence, found }, fences.open);
        return Split { header: Header::default(), body_start: text.len() };
    };
    let written = &text[fences.inner_start..close.start];
    if fences.notation == Fence::Yaml && is_toml(written) {
        problems.error(RecordProblem::TomlBetweenDashes, fences.open);
        return Split { header: Header::default(), body_start: close.end };
    }
    let record = match fences.notation {
        Fence::Toml => read_toml(written, fences.inner_start, problems),
        Fence::Yaml => read_yaml(written, fences.inner_start, problems),
    };
    let header = match Place::of(&source.path) {
        Place::Section => section(&record, problems),
        Place::Page => page(&record, problems),
    };
    Split { header, body_start: close.end }
}

/// Whether a file is a section or a page, which its name says.
enum Place {
    Section,
    Page,
}

impl Place {
    fn of(path: &str) -> Place {
        let name = path.rsplit('/').next().unwrap_or(path);
        match name.split('.').next() {
            Some("_index") => Place::Section,
            Some(_) | None => Place::Page,
        }
    }
}

const KINDS: [(&str, WrittenKind); 9] = [
    ("plan", WrittenKind::Plan),
    ("synthesis", WrittenKind::Synthesis),
    ("mission", WrittenKind::Mission),
    ("news", WrittenKind::News),
    ("page", WrittenKind::Page),
    ("synthèse", WrittenKind::Synthesis),
    ("atelier", WrittenKind::Synthesis),
    ("actualité", WrittenKind::News),
    ("nouvelle", WrittenKind::News),
];

const ORDERS: [(&str, SortBy); 3] =
    [("date", SortBy::Date), ("title", SortBy::Title), ("weight", SortBy::Weight)];

impl WrittenKind {
    /// The words that ask for this kind.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        KINDS.into_iter().filter(move |(_, kind)| *kind == self).map(|(word, _)| word)
    }

    /// The word of the kind in `kind = "…"`; also the name of its table.
    pub fn key(self) -> &'static str {
        match self {
            WrittenKind::Plan => "plan",
            WrittenKind::Synthesis => "synthesis",
            WrittenKind::Mission => "mission",
            WrittenKind::News => "news",
            WrittenKind::Page => "page",
        }
    }
}

fn page(record: &Record, problems: &mut Problems) -> Header {
    let mut fields = Fields::of(record, keys::COMMON).and(keys::PAGE);
    let common = common(&mut fields, problems);
    let kind = fields.choice("kind", &KINDS, problems);
    let header = Header {
        date_is_written: fields.entry("date").is_some(),
        date: fields.date("date", problems),
        authors: fields.texts("authors", problems).unwrap_or_default(),
        tags: fields.spanned_texts("tags", problems).unwrap_or_default(),
        kind,
        kind_record: kind_record(&mut fields, kind, problems),
        lang: lang(&mut fields, kind, problems),
        ..common
    };
    misplaced::tell_extra(record, &[keys::COMMON, keys::PAGE], problems);
    kind.into_iter().for_each(|kind| above::tell(&mut fields, kind, problems));
    for key in keys::SECTION {
        if let Some(entry) = fields.elsewhere(key.name) {
            problems.error(RecordProblem::SectionKey { key: key.name.to_owned() }, entry.key_span);
        }
    }
    fields.finish_knowing(&[foreign::KEYS], problems);
    header
}

fn section(record: &Record, problems: &mut Problems) -> Header {
    let mut fields = Fields::of(record, keys::COMMON).and(keys::SECTION);
    let common = common(&mut fields, problems);
    let header = Header {
        sort_by: fields.choice("sort_by", &ORDERS, problems),
        paginate_by: fields.count("paginate_by", problems),
        archives: fields.boolean("archives", problems).unwrap_or(false),
        ..common
    };
    misplaced::tell_extra(record, &[keys::COMMON, keys::SECTION], problems);
    for key in keys::PAGE {
        if let Some(entry) = fields.elsewhere(key.name) {
            problems.error(RecordProblem::PageKey { key: key.name.to_owned() }, entry.key_span);
        }
    }
    fields.finish_knowing(&[foreign::KEYS], problems);
    header
}

/// The keys that pages and sections share.
fn common(fields: &mut Fields<'_>, problems: &mut Problems) -> Header {
    Header {
        title: fields.filled_text("title", problems).map(|title| title.value),
        description: fields.text("description", problems),
        updated: fields.date("updated", problems),
        weight: fields.integer("weight", problems),
        draft: fields.boolean("draft", problems).unwrap_or(false),
        slug: address(fields, "slug", address::check_slug, problems),
        path: address(fields, "path", address::check_path, problems),
        aliases: aliases(fields, problems),
        template: fields.filled_text("template", problems),
        image: fields.filled_text("image", problems),
        image_alt: image_alt(fields, problems),
        typography: fields.boolean("typography", problems),
        translation: translation::read(fields, problems),
        extra: fields.record("extra", problems).cloned().unwrap_or_default(),
        ..Header::default()
    }
}

/// What the picture shows; words for a picture that is not there would be read by nobody.
fn image_alt(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<String> {
    let Spanned { value, span } = fields.spanned_text("image_alt", problems)?;
    if fields.entry("image").is_none() {
        problems.warning(RecordProblem::NoImageToDescribe, span);
    }
    Some(value)
}

/// The language of the text. A plan, a synthesis and a mission are read and shown in words of their
/// own, which must be those of the file's language.
fn lang(fields: &mut Fields<'_>, kind: Option<WrittenKind>, problems: &mut Problems) -> Option<String> {
    let Spanned { value, span } = fields.filled_text("lang", problems)?;
    match kind {
        None | Some(WrittenKind::Page | WrittenKind::News) if is_language(&value) => Some(value),
        None | Some(WrittenKind::Page | WrittenKind::News) => {
            problems.error(RecordProblem::BadLanguage { read: value }, span);
            None
        }
        Some(kind @ (WrittenKind::Plan | WrittenKind::Synthesis | WrittenKind::Mission)) => {
            problems.error(RecordProblem::LanguageOfKind { kind: kind.key() }, span);
            None
        }
    }
}

/// The table of the document's kind; another kind's table is noted.
///
/// A kind that is written but not understood is already noted: nothing more is said of its table.
fn kind_record(
    fields: &mut Fields<'_>,
    kind: Option<WrittenKind>,
    problems: &mut Problems,
) -> Option<Record> {
    let is_written = fields.entry("kind").is_some();
    let mut own = None;
    for table in [WrittenKind::Plan, WrittenKind::Synthesis, WrittenKind::Mission] {
        let key = table.key();
        let Some(entry) = fields.entry(key) else { continue };
        if kind == Some(table) {
            own = fields.record(key, problems).cloned();
        } else if kind.is_some() || !is_written {
            let kind = kind.map(WrittenKind::key);
            problems.error(RecordProblem::OtherKindsTable { table: key, kind }, entry.key_span);
        }
    }
    own
}

fn address(
    fields: &mut Fields<'_>,
    key: &'static str,
    check: fn(&str) -> Result<(), AddressFault>,
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    let address = fields.filled_text(key, problems)?;
    is_good(key, &address, check, problems).then_some(address)
}

fn aliases(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for alias in fields.spanned_texts("aliases", problems).unwrap_or_default() {
        if is_good("aliases", &alias, address::check_path, problems) {
            aliases.push(Alias { address: alias.value, span: alias.span });
        }
    }
    aliases
}

fn is_good(
    key: &str,
    address: &Spanned<String>,
    check: fn(&str) -> Result<(), AddressFault>,
    problems: &mut Problems,
) -> bool {
    let Err(fault) = check(&address.value) else { return true };
    let problem = RecordProblem::BadAddress { key: key.to_owned(), read: address.value.clone(), fault };
    problems.error(problem, address.span);
    false
}
