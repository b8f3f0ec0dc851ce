//! Problems of named values: `jalon.toml`, the header of a document, the words of a theme.

mod address;
mod day;
mod header;
mod language;
mod names;
pub mod misplaced;
mod tables;
pub mod syntax;
mod translation;
mod wrong_type;

use super::{Bilingual, Wording};
use crate::lang::{Lang, fold, quoted};
use syntax::SyntaxProblem;

/// What can be wrong with named values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordProblem {
    Syntax(SyntaxProblem),
    /// A header opened by `fence` and never closed; `found` is the other fence, met instead.
    UnclosedHeader {
        fence: &'static str,
        found: Option<&'static str>,
    },
    /// Keys at the top of a file, and no line before them that opens a header.
    UnopenedHeader,
    /// « ++++ » over keys.
    NearFence {
        read: String,
    },
    /// Comments over a header.
    CoveredHeader,
    /// Keys written with `=`, as between `+++` lines, but between `---` lines.
    TomlBetweenDashes,
    UnknownKey {
        key: String,
        nearest: Option<String>,
    },
    /// A key of another generator; the advice says what to write here.
    ForeignKey {
        key: String,
        advice: Bilingual,
    },
    WrongType {
        key: String,
        expected: Expected,
        read: Read,
        notation: Notation,
    },
    EmptyText {
        key: String,
    },
    /// A word outside the closed set of a key.
    UnknownWord {
        key: String,
        read: String,
        known: Vec<&'static str>,
        nearest: Option<String>,
    },
    TooSmall {
        key: String,
        read: i64,
        least: i64,
    },
    /// `[plan]` in a document that is not a plan; `kind` is the document's, as written.
    OtherKindsTable {
        table: &'static str,
        kind: Option<&'static str>,
    },
    /// A key of the table of the document’s kind, in the header itself; `line` is how to write it.
    AboveTable {
        key: &'static str,
        table: &'static str,
        line: String,
        notation: Notation,
    },
    Misplaced(misplaced::Misplaced),
    /// `draft` in `[extra]`.
    KeyInExtra {
        key: String,
        notation: Notation,
    },
    /// A key of `_index.md` in a page.
    SectionKey {
        key: String,
    },
    /// A key of a page in `_index.md`.
    PageKey {
        key: String,
    },
    /// Two names of one table that differ by case or accents only.
    SameName {
        read: String,
        first: String,
    },
    /// `date` and `period` for one event.
    DateAndPeriod,
    /// `image_alt` without `image`.
    NoImageToDescribe,
    /// An address, or a part of one, that cannot be published.
    BadAddress {
        key: String,
        read: String,
        fault: AddressFault,
    },
    /// `languages` as a word or a list of words.
    LanguagesInLine {
        read: Read,
    },
    MissingKey {
        key: &'static str,
        example: &'static str,
    },
    BadLanguage {
        read: String,
    },
    /// `lang` in the header of a kind whose language is that of its file.
    LanguageOfKind {
        kind: &'static str,
    },
    /// `fallback` in the table of the default language.
    DefaultFallback {
        language: String,
    },
    /// `[[menu]]` and `[[languages.fr.menu]]`, where `fr` is the default language.
    TwoMenus {
        language: String,
    },
    /// What stands in `[translation]` beside a part is not what `jalon i18n --mark` writes.
    BadFingerprint {
        key: String,
        read: Read,
    },
    /// `[translation]` in a document of the site's first language, which is translated from nothing.
    TranslationOfSource,
}

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    Empty,
    /// `.` or `..`, which climb out of the site.
    Dots,
    Backslash,
    /// A character that would have to be encoded, or that cuts an address.
    Character(char),
    /// A `/` in what is only the last part of an address.
    Slash,
    /// The address of a site that does not start with `https://` or `http://`.
    NotHttp,
    /// No name of a site after `https://`.
    NoHost,
    /// A whole address where a path of the site is asked.
    OtherSite,
}

/// How the values are written; examples follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notation {
    #[default]
    Toml,
    Yaml,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Text,
    Integer,
    Number,
    Boolean,
    Date,
    Texts,
    Record,
    Records,
}

/// What was found instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    Words(String),
    List,
    Record,
}

impl Notation {
    pub fn name(self) -> &'static str {
        match self {
            Notation::Toml => "TOML",
            Notation::Yaml => "YAML",
        }
    }

    pub fn separator(self) -> char {
        match self {
            Notation::Toml => '=',
            Notation::Yaml => ':',
        }
    }

    /// A key as the notation writes it: TOML would make tables of a number, not of `status.done`, a path.
    pub fn key(self, key: &str) -> String {
        let is_usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let is_bare = |key: &str| !key.is_empty() && key.chars().all(is_usual);
        let is_word = |part: &str| is_bare(part) && part.starts_with(|c: char| c.is_ascii_alphabetic());
        match self {
            Notation::Toml if !is_bare(key) && !key.split('.').all(is_word) => toml_text(key),
            Notation::Toml | Notation::Yaml => key.to_owned(),
        }
    }

    /// A key with its value, as the notation writes them.
    pub fn pair(self, key: &str, value: &str) -> String {
        match self {
            Notation::Toml => format!("{key} = {value}"),
            Notation::Yaml => format!("{key}: {value}"),
        }
    }
}

impl RecordProblem {
    pub fn wording(&self) -> Wording {
        match self {
            RecordProblem::Syntax(problem) => problem.wording(),
            RecordProblem::UnclosedHeader { fence, found } => header::unclosed(fence, *found),
            RecordProblem::UnopenedHeader => header::unopened(),
            RecordProblem::NearFence { read } => header::near_fence(read),
            RecordProblem::CoveredHeader => header::covered(),
            RecordProblem::TomlBetweenDashes => header::toml_between_dashes(),
            RecordProblem::UnknownKey { key, nearest } => Wording::new(
                "unknown-key",
                format!("clé inconnue {}", fr_quoted(key)),
                format!("unknown key “{key}”"),
            )
            .help(
                "vérifiez comment elle s’écrit, ou enlevez la ligne; vos propres clés vont sous `[extra]`",
                "check how it is written, or remove the line; your own keys go under `[extra]`",
            )
            .suggesting(nearest.as_deref()),
            RecordProblem::ForeignKey { key, advice } => Wording::new(
                "foreign-key",
                format!("{} n’est pas une clé de jalon", fr_quoted(key)),
                format!("“{key}” is not a key of jalon"),
            )
            .help(advice.fr.as_str(), advice.en.as_str()),
            RecordProblem::WrongType { key, expected, read, notation } => {
                wrong_type::wrong_type(key, *expected, read, *notation)
            }
            RecordProblem::EmptyText { key } => Wording::new(
                "empty-text",
                format!("{} est vide", fr_quoted(key)),
                format!("“{key}” is empty"),
            )
            .help("écrivez un texte, ou enlevez la ligne", "write a text, or remove the line"),
            RecordProblem::UnknownWord { key, read, known, nearest } => {
                tables::unknown_word(key, read, known, nearest.as_deref())
            }
            RecordProblem::TooSmall { key, read, least } => Wording::new(
                "too-small",
                format!("{} doit valoir au moins {least}, et non {read}", fr_quoted(key)),
                format!("“{key}” must be at least {least}, not {read}"),
            )
            .help(format!("écrivez {least} ou plus"), format!("write {least} or more")),
            RecordProblem::OtherKindsTable { table, kind } => tables::other_kinds(table, *kind),
            RecordProblem::AboveTable { key, table, line, notation } => {
                tables::above(key, table, line, *notation)
            }
            RecordProblem::Misplaced(it) => misplaced::misplaced(it),
            RecordProblem::KeyInExtra { key, notation } => misplaced::in_extra(key, *notation),
            RecordProblem::SectionKey { key } => Wording::new(
                "section-key",
                format!("{} règle une section, et ceci est une page", fr_quoted(key)),
                format!("“{key}” configures a section, and this is a page"),
            )
            .help(
                "écrivez cette clé dans le fichier `_index.md` du dossier",
                "write this key in the file `_index.md` of the folder",
            ),
            RecordProblem::PageKey { key } => Wording::new(
                "page-key",
                format!("{} décrit une page, et `_index.md` est une section", fr_quoted(key)),
                format!("“{key}” describes a page, and `_index.md` is a section"),
            )
            .help(
                "écrivez cette clé dans une page, par exemple `index.md` d’un dossier à elle",
                "write this key in a page, for example `index.md` in a folder of its own",
            ),
            RecordProblem::SameName { read, first } => names::same(read, first),
            RecordProblem::DateAndPeriod => names::date_and_period(),
            RecordProblem::NoImageToDescribe => Wording::new(
                "no-image",
                "« image_alt » dit ce que montre l’image, et ce document n’en nomme pas",
                "“image_alt” says what the picture shows, and this document names none",
            )
            .help(
                "ajoutez `image = \"…\"`, ou enlevez cette ligne",
                "add `image = \"…\"`, or remove this line",
            ),
            RecordProblem::BadAddress { key, read, fault } => address::bad_address(key, read, *fault),
            RecordProblem::LanguagesInLine { read } => wrong_type::languages_in_line(read),
            RecordProblem::MissingKey { key, example } => Wording::new(
                "missing-key",
                format!("il manque la clé {}", fr_quoted(key)),
                format!("the key “{key}” is missing"),
            )
            .write(example),
            RecordProblem::BadLanguage { read } => Wording::new(
                "bad-language",
                format!("{} n’est pas un code de langue", fr_quoted(read)),
                format!("“{read}” is not a language code"),
            )
            .help("par exemple fr, en, es ou fr-CA", "for example fr, en, es or fr-CA"),
            RecordProblem::LanguageOfKind { kind } => language::of_kind(kind),
            RecordProblem::DefaultFallback { language } => language::default_fallback(language),
            RecordProblem::TwoMenus { language } => language::two_menus(language),
            RecordProblem::BadFingerprint { key, read } => translation::bad_fingerprint(key, read),
            RecordProblem::TranslationOfSource => translation::of_source(),
        }
    }
}

impl From<SyntaxProblem> for super::Problem {
    fn from(problem: SyntaxProblem) -> super::Problem {
        RecordProblem::Syntax(problem).into()
    }
}

impl Wording {
    /// The same problem with what to write instead.
    fn write(self, example: &str) -> Wording {
        self.help(format!("écrivez `{example}`"), format!("write `{example}`"))
    }

    /// What to write when the words read say it, an example when they do not.
    fn offering(self, expected: Expected, example: &str) -> Wording {
        match expected {
            Expected::Date | Expected::Texts => self.such_as(example),
            Expected::Text
            | Expected::Integer
            | Expected::Number
            | Expected::Boolean
            | Expected::Record
            | Expected::Records => self.write(example),
        }
    }

    /// The same problem with the form asked for, in words that are not the author's.
    fn such_as(self, example: &str) -> Wording {
        self.help(format!("par exemple `{example}`"), format!("for example `{example}`"))
    }

    /// The same problem with a title as the notation writes it.
    fn such_as_title(self, notation: Notation) -> Wording {
        let [fr, en] = ["\"Mon titre\"", "\"My title\""].map(|title| notation.pair("title", title));
        self.help(format!("par exemple `{fr}`"), format!("for example `{en}`"))
    }
}

/// A word between French quotation marks.
fn fr_quoted(word: &str) -> String {
    quoted(Lang::Fr, word)
}

/// Text between straight quotation marks, as TOML and YAML both read it.
fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `true` or `false`, from a word that says so in French or English; `true` when it does not.
fn boolean_meant(read: &str) -> &'static str {
    match fold(read).as_str() {
        "non" | "no" | "n" | "faux" | "false" | "0" | "off" => "false",
        _ => "true",
    }
}
