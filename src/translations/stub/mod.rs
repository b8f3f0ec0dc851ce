//! A translation to fill in: the words of the source as comments, each where its translation goes.
//!
//! A stub is a draft: nothing of it is published before somebody takes the `draft` line off its header.

mod article;
mod comment;
mod plan;

use crate::config::Config;
use crate::diagnostic::Problems;
use crate::front_matter;
use crate::kind::{self, Body};
use crate::lang::{self, Lang};
use crate::markdown;
use crate::source::Source;

/// What a stub is made from.
pub struct Given<'a> {
    pub source: &'a Source,
    /// The code of the source's language.
    pub language: &'a str,
    /// The tag of the language to translate into: `en-CA`.
    pub into: &'a str,
    pub config: &'a Config,
    /// The language of whoever asks, for the notes that guide them.
    pub speaks: Lang,
}

/// The text of a new translation of a document.
pub fn stub(given: &Given<'_>) -> String {
    let Given { source, language, into: _, config, speaks } = *given;
    let mut unheard = Problems::in_file(&source.path);
    let split = front_matter::read(source, &mut unheard);
    let lang = config.language(language).lang;
    let body = markdown::read(source, split.body_start, lang, &mut unheard);
    match kind::read(source, language, config).value.body {
        Body::Plan(read) => plan::stub(given, &read, &body),
        Body::Synthesis(_) | Body::Mission(_) | Body::Article(_) => {
            article::stub(&source.text, split.body_start, &body.pieces, speaks)
        }
    }
}

/// The line that keeps a stub from being published, under what to do about it.
fn draft_lines(speaks: Lang) -> String {
    let note = match speaks {
        Lang::Fr => "Brouillon : enlevez ces deux lignes quand la traduction peut être publiée.",
        Lang::En => "Draft: remove these two lines when the translation may be published.",
    };
    format!("# {note}\ndraft = true\n")
}

/// A key of the header to translate, as a comment: `# title = "Notre mission"`.
fn words_line(key: &str, words: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"");
    let words = lang::on_one_line(&words);
    format!("# {key} = \"{words}\"\n")
}
