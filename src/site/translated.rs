//! A document that is the translation of another of the same kind, laid over it.
//!
//! For a plan, the source gives everything but the words (`plan::translate`).

use crate::config::Config;
use crate::diagnostic::translation::TranslationProblem;
use crate::diagnostic::{Diagnostic, Noted, Problem, Problems};
use crate::front_matter::{Header, WrittenKind};
use crate::kind::plan::foreign::Foreign;
use crate::kind::plan::read::Role;
use crate::kind::plan::translate::{self, Sides};
use crate::kind::plan::{Plan, calendar, settings};
use crate::kind::{self, Body, Document, plan};
use crate::record::{Data, Record, Value};
use crate::source::{Lines, Source, Span};

/// The document that a file translates.
#[derive(Clone, Copy)]
pub struct Translated<'a> {
    /// Its follow-up is applied.
    pub document: &'a Document,
    pub source: &'a Source,
}

/// Reads the translation of a plan into the plan that is published in its language. Never fails.
///
/// Settings, states and people come from the source, so that what changes there changes in both
/// languages.
pub fn read(source: &Source, language: &str, of: Translated<'_>, config: &Config) -> Noted<Document> {
    let Body::Plan(plan) = &of.document.body else { return kind::read(source, language, config) };
    let Noted { value: mut document, mut diagnostics } =
        kind::read_translation(source, language, config, of.document.kind);
    diagnostics.retain(|it| !matches!(&it.problem, Problem::Plan(problem) if problem.is_of_source()));
    let mut problems = Problems::in_file(&source.path);
    tell_keys(&document.header, of.document, &mut problems);
    if let Body::Plan(translation) = &document.body {
        let plan = laid(translation, (plan, of), (&document, source), config, &mut problems);
        let body = Body::Plan(Box::new(plan));
        document = Document { body, ..document };
    }
    settle_header(&mut document, of.document);
    gather_stated(&mut document);
    diagnostics.extend(problems.into_diagnostics());
    Noted { value: document, diagnostics }
}

fn laid(
    translation: &Plan,
    (plan, of): (&Plan, Translated<'_>),
    (document, source): (&Document, &Source),
    config: &Config,
    problems: &mut Problems,
) -> Plan {
    let language = config.language(&of.document.language);
    let of_site = calendar::of_site(config, &mut Problems::in_file(""));
    let given = plan::read::Given {
        role: Role::Source,
        title: &of.document.title,
        lang: language.lang,
        record: of.document.header.kind_record.as_ref(),
        statuses: &config.statuses,
        calendar: &of_site,
        people: &config.people,
    };
    // What is wrong in the settings was told when the source was read.
    let settings = settings::read(&given, &mut Problems::in_file(""));
    let sides = Sides {
        source: plan,
        translation,
        path: &of.document.path,
        language: &of.document.language,
        foreign: Foreign { tag: language.tag.as_str().into(), lang: language.lang },
        lang: config.language(&document.language).lang,
        calendar: &settings.calendar,
        statuses: &settings.statuses,
        lines: Lines::of(&of.source.text),
        lines_here: Lines::of(&source.text),
    };
    translate::lay(&sides, problems)
}

/// The header of a translation gives its title, its description and its address; the rest is that of
/// the source.
fn settle_header(document: &mut Document, source: &Document) {
    if !document.is_titled {
        document.title.clone_from(&source.title);
    }
    let header = &mut document.header;
    header.updated = source.header.updated;
    header.date = header.date.or(source.header.date);
    header.weight = header.weight.or(source.header.weight);
    header.draft |= source.header.draft;
}

/// The acronyms of what the source states: its translation shows them, and is where they are explained
/// in its language.
fn gather_stated(document: &mut Document) {
    let Body::Plan(plan) = &document.body else { return };
    for action in plan.actions() {
        let names = action.responsible.iter().chain(&action.partners);
        let notes = action.history.iter().map(|entry| &entry.note);
        for text in names.chain(notes).chain([&action.status.text]) {
            document.glossary.gather(text);
        }
    }
}

/// Keys of the source that its translation says otherwise.
fn tell_keys(header: &Header, source: &Document, problems: &mut Problems) {
    let mut tell = |key: &str, span: Option<Span>| {
        let problem = TranslationProblem::KeyOfSource { key: key.to_owned(), source: source.path.clone() };
        match span {
            Some(span) => problems.warning(problem, span),
            None => problems.file_warning(problem),
        }
    };
    if header.updated.is_some() && header.updated != source.header.updated {
        tell("updated", None);
    }
    if header.kind.is_some_and(|kind| kind != WrittenKind::Plan) {
        tell("kind", None);
    }
    let (empty, own) = (Record::default(), header.kind_record.as_ref());
    let known = source.header.kind_record.as_ref().unwrap_or(&empty);
    for entry in own.into_iter().flat_map(|record| &record.entries) {
        let same = known.entries.iter().find(|it| it.key == entry.key);
        if !same.is_some_and(|same| is_same(&same.value, &entry.value)) {
            tell(&entry.key, Some(entry.key_span));
        }
    }
}

/// Whether two values are the same, wherever they are written.
fn is_same(one: &Value, other: &Value) -> bool {
    match (&one.data, &other.data) {
        (Data::List(one), Data::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Data::Record(one), Data::Record(other)) => {
            let same = |it: &crate::record::Entry| {
                other.entries.iter().any(|its| its.key == it.key && is_same(&it.value, &its.value))
            };
            one.entries.len() == other.entries.len() && one.entries.iter().all(same)
        }
        (one, other) => one == other,
    }
}

/// The log that stands beside a translation, named for its language: `suivi.en.csv`.
pub fn log_problem(path: &str, source: &str) -> Diagnostic {
    Diagnostic::warning_of_file(path, TranslationProblem::LogOfTranslation { source: source.to_owned() })
}
