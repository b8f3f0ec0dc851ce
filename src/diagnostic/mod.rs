//! What jalon has to say about a document: where, how serious, and what to do about it.
//!
//! A problem is kept as typed fields and worded last, in the language of the person at the
//! keyboard. Each topic has its own file; a wording holds both languages, so a translation
//! that is missing does not compile.

pub mod asked;
pub mod file;
pub mod follow_up;
pub mod glossary;
pub mod hosting;
pub mod import;
pub mod lint;
pub mod listing;
pub mod look;
pub mod markdown;
pub mod mission;
pub mod numbers;
pub mod pages;
pub mod picture;
pub mod plan;
pub mod record;
pub mod sheet;
pub mod shortcode;
pub mod site;
pub mod status;
pub mod synthesis;
pub mod theme;
pub mod words;
pub mod translation;

use crate::lang::Lang;
use crate::source::Span;

/// Something worth telling the author, at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub problem: Problem,
    /// The file, relative to the site's root.
    pub path: String,
    /// The place in the file; none when the problem is the file itself.
    pub span: Option<Span>,
}

impl Diagnostic {
    /// A warning about a file as a whole.
    pub fn warning_of_file(path: &str, problem: impl Into<Problem>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, problem: problem.into(), path: path.to_owned(), span: None }
    }
}

/// How serious a problem is: errors stop the publication, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// What is wrong, by topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    File(file::FileProblem),
    Record(record::RecordProblem),
    Markdown(markdown::MarkdownProblem),
    Plan(plan::PlanProblem),
    Mission(mission::MissionProblem),
    Pages(pages::PageProblem),
    Sheet(sheet::SheetProblem),
    FollowUp(follow_up::FollowUpProblem),
    Glossary(glossary::GlossaryProblem),
    Hosting(hosting::HostingProblem),
    Import(import::ImportProblem),
    Lint(lint::Lint),
    Listing(listing::ListingProblem),
    Look(look::LookProblem),
    Site(site::SiteProblem),
    Synthesis(synthesis::SynthesisProblem),
    Shortcode(shortcode::ShortcodeProblem),
    Asked(asked::AskedProblem),
    Theme(theme::ThemeProblem),
    Picture(picture::PictureProblem),
    Words(words::WordsProblem),
    Translation(translation::TranslationProblem),
}

/// A sentence in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    pub fr: String,
    pub en: String,
}

impl Bilingual {
    pub fn new(fr: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { fr: fr.into(), en: en.into() }
    }

    pub fn words(self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

/// How a problem is said: a stable code, what is wrong, and the way out when there is one.
pub struct Wording {
    pub code: &'static str,
    pub message: Bilingual,
    pub help: Option<Bilingual>,
}

impl Wording {
    /// A problem said in French and in English. Messages start in lower case and have no final period.
    pub fn new(code: &'static str, fr: impl Into<String>, en: impl Into<String>) -> Wording {
        Wording { code, message: Bilingual::new(fr, en), help: None }
    }

    /// The same problem with its way out, a short sentence without a final period.
    pub fn help(self, fr: impl Into<String>, en: impl Into<String>) -> Wording {
        Wording { help: Some(Bilingual::new(fr, en)), ..self }
    }

    /// The same problem with “did you mean …?” when a known word is near.
    pub fn suggesting(self, nearest: Option<&str>) -> Wording {
        match nearest {
            Some(word) => {
                self.help(format!("vouliez-vous dire « {word} »?"), format!("did you mean “{word}”?"))
            }
            None => self,
        }
    }
}

impl Problem {
    pub fn wording(&self) -> Wording {
        match self {
            Problem::File(problem) => problem.wording(),
            Problem::Record(problem) => problem.wording(),
            Problem::Markdown(problem) => problem.wording(),
            Problem::Plan(problem) => problem.wording(),
            Problem::Mission(problem) => problem.wording(),
            Problem::Pages(problem) => problem.wording(),
            Problem::Sheet(problem) => problem.wording(),
            Problem::FollowUp(problem) => problem.wording(),
            Problem::Glossary(problem) => problem.wording(),
            Problem::Hosting(problem) => problem.wording(),
            Problem::Import(problem) => problem.wording(),
            Problem::Lint(lint) => lint.wording(),
            Problem::Listing(problem) => problem.wording(),
            Problem::Look(problem) => problem.wording(),
            Problem::Site(problem) => problem.wording(),
            Problem::Synthesis(problem) => problem.wording(),
            Problem::Shortcode(problem) => problem.wording(),
            Problem::Asked(problem) => problem.wording(),
            Problem::Theme(problem) => problem.wording(),
            Problem::Picture(problem) => problem.wording(),
            Problem::Words(problem) => problem.wording(),
            Problem::Translation(problem) => problem.wording(),
        }
    }

    /// A stable name for the kind of problem, in kebab case.
    pub fn code(&self) -> &'static str {
        self.wording().code
    }

    pub fn message(&self, lang: Lang) -> String {
        self.wording().message.words(lang)
    }

    pub fn help(&self, lang: Lang) -> Option<String> {
        self.wording().help.map(|help| help.words(lang))
    }
}

macro_rules! problem_from {
    ($($topic:ident($problem:path)),* $(,)?) => {$(
        impl From<$problem> for Problem {
            fn from(problem: $problem) -> Problem {
                Problem::$topic(problem)
            }
        }
    )*};
}

problem_from! {
    File(file::FileProblem),
    Record(record::RecordProblem),
    Markdown(markdown::MarkdownProblem),
    Plan(plan::PlanProblem),
    Mission(mission::MissionProblem),
    Pages(pages::PageProblem),
    Sheet(sheet::SheetProblem),
    FollowUp(follow_up::FollowUpProblem),
    Glossary(glossary::GlossaryProblem),
    Hosting(hosting::HostingProblem),
    Import(import::ImportProblem),
    Lint(lint::Lint),
    Listing(listing::ListingProblem),
    Look(look::LookProblem),
    Site(site::SiteProblem),
    Synthesis(synthesis::SynthesisProblem),
    Shortcode(shortcode::ShortcodeProblem),
    Asked(asked::AskedProblem),
    Theme(theme::ThemeProblem),
    Picture(picture::PictureProblem),
    Words(words::WordsProblem),
    Translation(translation::TranslationProblem),
}

/// The problems noted while one file is read.
#[derive(Debug, Clone)]
pub struct Problems {
    path: String,
    found: Vec<Diagnostic>,
}

impl Problems {
    pub fn in_file(path: impl Into<String>) -> Problems {
        Problems { path: path.into(), found: Vec::new() }
    }

    pub fn error(&mut self, problem: impl Into<Problem>, span: Span) {
        self.note(Severity::Error, problem.into(), Some(span));
    }

    /// An error that says more than what was already noted at the same place, and takes its place.
    pub fn error_instead(&mut self, problem: impl Into<Problem>, span: Span) {
        self.found.retain(|noted| noted.span != Some(span));
        self.error(problem, span);
    }

    pub fn warning(&mut self, problem: impl Into<Problem>, span: Span) {
        self.note(Severity::Warning, problem.into(), Some(span));
    }

    /// A problem already told of another file (a template of the theme).
    pub fn elsewhere(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// An error of the file as a whole.
    pub fn file_error(&mut self, problem: impl Into<Problem>) {
        self.note(Severity::Error, problem.into(), None);
    }

    /// A warning about the file as a whole.
    pub fn file_warning(&mut self, problem: impl Into<Problem>) {
        self.note(Severity::Warning, problem.into(), None);
    }

    /// Whether something was noted at this very place.
    pub fn has_told(&self, span: Span) -> bool {
        self.found.iter().any(|noted| noted.span == Some(span))
    }

    /// How many were noted so far.
    pub fn n_noted(&self) -> usize {
        self.found.len()
    }

    /// What was already noted, its place made right.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }

    fn note(&mut self, severity: Severity, problem: Problem, span: Option<Span>) {
        self.found.push(Diagnostic { severity, problem, path: self.path.clone(), span });
    }
}

/// A value together with what was noted while it was made: parsing never gives up.
#[derive(Debug, Clone, Default)]
pub struct Noted<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

#[cfg(test)]
pub(crate) mod samples;
