//! `jalon completions`: what a shell must know to complete the commands and their options.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches};
use clap_complete::Shell;

use crate::cli::arguments::program;
use crate::cli::words::Help;
use crate::cli::{Ending, report};
use crate::lang::Lang;

/// The name of the command.
pub const NAME: &str = "completions";

/// The shells, by their names.
const SHELLS: [(&str, Shell); 5] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
    ("elvish", Shell::Elvish),
];

/// What `jalon completions` was asked.
#[derive(Debug)]
pub struct Options {
    pub shell: Shell,
}

/// The option of `jalon completions`, in the language of the help.
pub fn command(lang: Lang) -> clap::Command {
    let [about, shell] = match lang {
        Lang::Fr => [
            "Écrit ce qu’il faut à un interpréteur de commandes pour compléter celles de jalon",
            "Interpréteur : bash, zsh, fish, powershell ou elvish",
        ],
        Lang::En => [
            "Writes what a shell needs to complete the commands of jalon",
            "Shell: bash, zsh, fish, powershell or elvish",
        ],
    };
    let names = PossibleValuesParser::new(SHELLS.map(|(name, _)| name));
    clap::Command::new(NAME).about(about).arg(
        Arg::new("shell")
            .required(true)
            .value_name("SHELL")
            .hide_possible_values(true)
            .value_parser(names.map(|name| named(&name)))
            .help(shell)
            .help_heading(Help::of(lang).arguments),
    )
}

fn named(name: &str) -> Shell {
    SHELLS.into_iter().find(|(known, _)| *known == name).map_or(Shell::Bash, |(_, shell)| shell)
}

/// How the command is written.
pub fn usage(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "jalon completions <SHELL> [options]",
        Lang::En => "jalon completions <SHELL> [options]",
    }
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options { shell: matches.get_one("shell").copied().expect("clap asks for a shell") }
}

/// Writes the script, whose explanations are in the language of the person.
pub fn run(options: &Options, lang: Lang) -> Ending {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut program(lang), "jalon", &mut script);
    report::page(&String::from_utf8_lossy(&script));
    Ending::Clean
}
