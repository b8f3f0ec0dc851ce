//! The kinds of documents: one folder each, and their registry.

pub mod article;
pub mod mission;
pub mod plan;
pub mod skeleton;
pub mod synthesis;
pub mod word_files;

use crate::config::Config;
use crate::diagnostic::markdown::{MarkdownProblem, WordsOf};
use crate::diagnostic::record::RecordProblem;
use crate::diagnostic::record::misplaced::Title;
use crate::diagnostic::{Diagnostic, Noted, Problems};
use crate::front_matter::{self, Header, WrittenKind};
use crate::glossary::{self, Subject};
use crate::kind::mission::read::State;
use crate::kind::plan::read::Role;
use crate::kind::synthesis::Names;
use crate::lang::{self, Lang};
use crate::markdown::{self, Piece};
use crate::record::Record;
use crate::record::keys::Key;
use crate::record::misplaced::{self, Level};
use crate::source::Source;
use crate::typography::Typography;

/// One file of content, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The file, relative to the site's root: `content/plans/2025-2026/index.md`.
    pub path: String,
    /// The code of its language, one of the site's.
    pub language: String,
    pub header: Header,
    /// What it is.
    pub kind: WrittenKind,
    /// The title in plain text: the header's, else the first `#` heading, else the file's name.
    pub title: String,
    /// Whether the author gives the title, in the header or as a heading.
    pub is_titled: bool,
    /// The acronyms it explains, and those it uses.
    pub glossary: glossary::Reading,
    /// The files of word processors that it names, as written, with what stands before them.
    pub word_files: Vec<String>,
    pub body: Body,
}

/// What a document holds, by kind. Nearly all documents of a large site are articles: those take no more
/// room because others hold more.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Plan(Box<plan::Plan>),
    Synthesis(Box<synthesis::Synthesis>),
    Mission(Box<mission::Mission>),
    Article(article::Article),
}

impl Document {
    /// How many actions it holds.
    pub fn n_actions(&self) -> usize {
        match &self.body {
            Body::Plan(plan) => plan.actions().count(),
            Body::Synthesis(_) | Body::Mission(_) | Body::Article(_) => 0,
        }
    }
}

/// The keys of the table that a kind of document has in its header; none for a kind without table.
pub fn keys(kind: WrittenKind) -> &'static [Key] {
    match kind {
        WrittenKind::Plan => plan::settings::KEYS,
        WrittenKind::Synthesis => synthesis::settings::KEYS,
        WrittenKind::Mission => mission::settings::KEYS,
        WrittenKind::News | WrittenKind::Page => &[],
    }
}

/// Reads one document written in a language of the site. Never fails.
pub fn read(source: &Source, language: &str, config: &Config) -> Noted<Document> {
    read_version(source, language, config, &[])
}

/// Reads a document written in another language as well, where these names are hidden: they leave this one too.
pub fn read_version(source: &Source, language: &str, config: &Config, hidden: &[String]) -> Noted<Document> {
    read_as(source, language, config, As { role: Role::Source, kind: WrittenKind::Page, hidden })
}

/// Reads a document that gives words to another one of a kind: what it lacks is still to come.
pub fn read_translation(
    source: &Source,
    language: &str,
    config: &Config,
    kind: WrittenKind,
) -> Noted<Document> {
    read_as(source, language, config, As { role: Role::Translation, kind, hidden: &[] })
}

/// The names that a document hides, as its author gave them.
pub fn hidden_names(document: &Document, config: &Config) -> Vec<String> {
    let Body::Synthesis(synthesis) = &document.body else { return Vec::new() };
    match synthesis.names {
        Names::Shown => Vec::new(),
        Names::Hidden { n_hidden: _ } => {
            let (record, lang) =
                (document.header.kind_record.as_ref(), config.language(&document.language).lang);
            // What is wrong with them was told when the document was read.
            let told = &mut Problems::in_file("");
            let settings = synthesis::settings::read(record, lang, &config.people, told);
            settings.hiding.map(|hiding| hiding.names()).unwrap_or_default()
        }
    }
}

/// What a document is read as.
struct As<'n> {
    role: Role,
    /// Its kind, when it says none of its own.
    kind: WrittenKind,
    /// Names that its source hides.
    hidden: &'n [String],
}

fn read_as(source: &Source, language: &str, config: &Config, read_as: As<'_>) -> Noted<Document> {
    let As { role, kind, hidden } = read_as;
    let mut problems = Problems::in_file(&source.path);
    let split = front_matter::read(source, &mut problems);
    let mut header = split.header;
    settle_keys(&mut header, &mut problems);
    let lang = header.lang.as_deref().map_or(config.language(language).lang, Lang::of_tag);
    let kind = match role {
        Role::Source => header.kind.unwrap_or(kind),
        Role::Translation => kind,
    };
    if let Some(first) = header.translation.first().filter(|_| language == config.default_language) {
        problems.warning(RecordProblem::TranslationOfSource, first.span);
    }
    if !header.draft {
        skeleton::tell(source, split.body_start, &mut problems);
    }
    let mut settings = settings_of_synthesis(kind, &header, lang, config, &mut problems);
    settings.hide_also(hidden, lang);
    let mut body = match &mut settings.hiding {
        Some(hiding) => {
            hiding.header(&mut header);
            hiding.body(source, split.body_start, &mut problems)
        }
        None => markdown::read(source, split.body_start, lang, &mut problems),
    };
    // A synthesis says how many names left it; a page that translates one does not.
    if kind != WrittenKind::Synthesis
        && let Some(hiding) = settings.hiding.take()
    {
        hiding.finish(&source.path, &header, &mut problems);
    }
    if config.typesetting.of(config.language(language), header.typography) != Typography::AsTyped {
        tell_doubts(source, &body, &mut problems);
    }
    let title = take_title(&header, &mut body, &mut problems);
    let is_titled = title.is_some();
    let title = title.unwrap_or_else(|| title_of_path(&source.path));
    let is_glossary = kind == WrittenKind::Page && glossary::is_glossary(&source.path);
    let subject = if is_glossary { Subject::Acronyms } else { Subject::Anything };
    let given = glossary::Given { source, title: &title, subject };
    let mut glossary = glossary::read(given, &mut body, &mut problems);
    glossary.gather(header.description.as_deref().unwrap_or_default());
    let words = Titled { source, header: &header, title: &title, lang };
    let body = words.body((role, kind), settings, config, body, &mut problems);
    let document = Document {
        path: source.path.clone(),
        language: language.to_owned(),
        header,
        kind,
        title,
        is_titled,
        glossary,
        word_files: word_files::named(&source.text),
        body,
    };
    Noted { value: document, diagnostics: problems.into_diagnostics() }
}

/// Takes out of the table of a kind the keys that go above it, or in another of its tables.
fn settle_keys(header: &mut Header, problems: &mut Problems) {
    let (Some(kind), Some(record)) = (header.kind, &mut header.kind_record) else { return };
    let top = Level {
        title: Title::top(record.notation),
        keys: vec![front_matter::keys::COMMON, front_matter::keys::PAGE],
    };
    let own = Level { title: top.title.table(kind.key()), keys: vec![keys(kind)] };
    misplaced::settle(record, &mut vec![top, own], problems);
}

/// A document whose header and title are read, and whose body is still to be.
struct Titled<'a> {
    source: &'a Source,
    header: &'a Header,
    title: &'a str,
    lang: Lang,
}

impl Titled<'_> {
    /// The body, read as that of a document of its kind.
    fn body(
        &self,
        (role, kind): (Role, WrittenKind),
        settings: synthesis::settings::Settings,
        config: &Config,
        body: markdown::Body,
        problems: &mut Problems,
    ) -> Body {
        let Titled { source, header, title, lang } = *self;
        match kind {
            WrittenKind::Plan => {
                // The settings of a translation are those of its source.
                let record = header.kind_record.as_ref().filter(|_| role == Role::Source);
                plan::read::bold::tell_titles(source, &body, problems);
                plan::read::pasted::tell_tables(source, &body, problems);
                let of_plan = OfPlan { role, title, lang, record };
                Body::Plan(Box::new(read_plan(of_plan, config, body, problems)))
            }
            WrittenKind::Synthesis => {
                let given = synthesis::read::Given { source, header, settings };
                Body::Synthesis(Box::new(synthesis::read::read(given, body, problems)))
            }
            WrittenKind::Mission => {
                let record = header.kind_record.as_ref();
                let state = if header.draft { State::Draft } else { State::Written };
                let given = mission::read::Given { title, lang, record, state, text: &source.text };
                Body::Mission(Box::new(mission::read::read(&given, body, problems)))
            }
            WrittenKind::News | WrittenKind::Page => Body::Article(article::read(body)),
        }
    }
}

/// Takes back what was told of the states of a plan that its log says anew: no page shows them.
pub fn take_back(document: &Document, told: &mut Vec<Diagnostic>) {
    match &document.body {
        Body::Plan(plan) => plan::follow_up::take_back(plan, told),
        Body::Synthesis(_) | Body::Mission(_) | Body::Article(_) => {}
    }
}

/// Reads the follow-up log of a plan into its actions; any other document has none.
pub fn follow(document: &mut Document, config: &Config, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let Body::Plan(plan) = &mut document.body else { return Vec::new() };
    let calendar = plan::calendar::of_site(config, &mut Problems::in_file(""));
    let given = plan::read::Given {
        role: Role::Source,
        title: &document.title,
        lang: config.language(&document.language).lang,
        record: document.header.kind_record.as_ref(),
        statuses: &config.statuses,
        calendar: &calendar,
        people: &config.people,
    };
    let diagnostics = plan::follow_up::follow(plan, &given, path, bytes);
    let evidence = plan.log.iter().flat_map(|log| &log.links);
    document.word_files.extend(evidence.flat_map(|link| word_files::named(&link.address)));
    for entry in plan.actions().flat_map(|action| &action.history) {
        document.glossary.gather(&entry.note);
    }
    diagnostics
}

/// The forms better written otherwise are told once for the whole document: the way out is the same.
fn tell_doubts(source: &Source, body: &markdown::Body, problems: &mut Problems) {
    let Some((span, doubt)) = body.doubts.first() else { return };
    let read = source.text.get(span.start..span.end).unwrap_or_default().to_owned();
    let problem =
        MarkdownProblem::FrenchForm { read, better: doubt.better.clone(), count: body.doubts.len() };
    problems.warning(problem, *span);
}

/// What a document says of the plan it is.
struct OfPlan<'a> {
    role: Role,
    title: &'a str,
    lang: Lang,
    /// `[plan]`
    record: Option<&'a Record>,
}

fn read_plan(of: OfPlan<'_>, config: &Config, body: markdown::Body, problems: &mut Problems) -> plan::Plan {
    let OfPlan { role, title, lang, record } = of;
    // What is wrong with the site's own calendar is told once, about its settings.
    let calendar = plan::calendar::of_site(config, &mut Problems::in_file(""));
    let (statuses, people) = (&config.statuses, &config.people);
    let given = plan::read::Given { role, title, lang, record, statuses, calendar: &calendar, people };
    plan::read::read(&given, body, problems)
}

/// `[synthesis]`, read before the body: it may ask for names to be taken out of it.
fn settings_of_synthesis(
    kind: WrittenKind,
    header: &Header,
    lang: Lang,
    config: &Config,
    problems: &mut Problems,
) -> synthesis::settings::Settings {
    match kind {
        WrittenKind::Synthesis => {
            synthesis::settings::read(header.kind_record.as_ref(), lang, &config.people, problems)
        }
        WrittenKind::Plan | WrittenKind::Mission | WrittenKind::News | WrittenKind::Page => {
            synthesis::settings::Settings::default()
        }
    }
}

/// The title of a document. A first `#` heading that gives it, or repeats it, leaves the body: the
/// page shows the title once, and of the heading its words alone.
fn take_title(header: &Header, body: &mut markdown::Body, problems: &mut Problems) -> Option<String> {
    let first =
        body.pieces.iter().position(|piece| matches!(piece, Piece::Heading(heading) if heading.level == 1));
    let heading = first.and_then(|at| match &body.pieces[at] {
        Piece::Heading(heading) => Some((at, heading.line.clone())),
        Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_) => None,
    });
    let gives =
        |words: &str| header.title.as_ref().is_none_or(|title| lang::fold(title) == lang::fold(words));
    let taken = heading.filter(|(_, line)| gives(&line.plain)).map(|(at, line)| {
        body.take_out(at);
        markdown::tell_unshown(&line, WordsOf::Title, problems);
        line.plain
    });
    header.title.clone().or(taken)
}

/// The words in a file's name: « 2025-10-03-grande-fete.md » is « Grande fete ».
fn title_of_path(path: &str) -> String {
    let mut parts = path.trim_end_matches(".md").rsplit('/');
    let name = match parts.next() {
        Some("index" | "_index") | None => parts.next().unwrap_or("index"),
        Some(name) => name,
    };
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
