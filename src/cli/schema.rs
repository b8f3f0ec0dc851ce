//! `jalon schema`: what an editor must know to complete and check settings and headers.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches};

use crate::cli::words::Help;
use crate::cli::{Ending, report};
use crate::lang::Lang;
use crate::schema::{self, Subject};

/// The name of the command.
pub const NAME: &str = "schema";

const SUBJECTS: [(&str, Subject); 3] =
    [("settings", Subject::Settings), ("page", Subject::Page), ("section", Subject::Section)];

/// What `jalon schema` was asked.
#[derive(Debug)]
pub struct Options {
    pub subject: Subject,
}

/// The option of `jalon schema`, in the language of the help.
pub fn command(lang: Lang) -> clap::Command {
    let [about, name, subject] = match lang {
        Lang::Fr => [
            "Écrit le schéma JSON des réglages ou des en-têtes, pour un éditeur de texte",
            "SUJET",
            "Ce que décrit le schéma : settings (jalon.toml), page ou section (l’en-tête des documents)",
        ],
        Lang::En => [
            "Writes the JSON Schema of settings or headers, for a text editor",
            "SUBJECT",
            "What the schema describes: settings (jalon.toml), page or section (the header of documents)",
        ],
    };
    let names = PossibleValuesParser::new(SUBJECTS.map(|(name, _)| name));
    clap::Command::new(NAME).about(about).arg(
        Arg::new("subject")
            .required(true)
            .value_name(name)
            .hide_possible_values(true)
            .value_parser(names.map(|name| named(&name)))
            .help(subject)
            .help_heading(Help::of(lang).arguments),
    )
}

fn named(name: &str) -> Subject {
    SUBJECTS.into_iter().find(|(known, _)| *known == name).map_or(Subject::Settings, |(_, subject)| subject)
}

/// How the command is written.
pub fn usage(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "jalon schema <SUJET> [options]",
        Lang::En => "jalon schema <SUBJECT> [options]",
    }
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options { subject: matches.get_one("subject").copied().expect("clap asks for a subject") }
}

/// Writes the schema, whose descriptions are in the language of the person.
pub fn run(options: &Options, lang: Lang) -> Ending {
    report::page(&schema::text(options.subject, lang));
    Ending::Clean
}
