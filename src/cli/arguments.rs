//! What can be asked on the command line, and what was.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::build;
use crate::cli::check;
use crate::cli::completions;
use crate::cli::examples;
use crate::cli::export;
use crate::cli::i18n;
use crate::cli::import;
use crate::cli::init;
use crate::cli::man;
use crate::cli::new;
use crate::cli::schema;
#[cfg(feature = "serve")]
use crate::cli::serve;
use crate::cli::status;
use crate::cli::theme;
use crate::cli::words::Help;
use crate::config::CONFIG;
use crate::lang::Lang;

/// A command and what goes for every command.
#[derive(Debug)]
pub struct Asked {
    pub common: Common,
    pub command: Command,
}

/// One command each; its options are its own.
#[derive(Debug)]
pub enum Command {
    Build(build::Options),
    Check(check::Options),
    Export(export::Options),
    Init(init::Options),
    New(new::Options),
    Import(import::Options),
    I18n(i18n::Options),
    #[cfg(feature = "serve")]
    Serve(serve::Options),
    Status(status::Options),
    Completions(completions::Options),
    Man(man::Options),
    Schema(schema::Options),
    Theme(theme::Options),
}

/// What goes for every command.
#[derive(Debug)]
pub struct Common {
    pub root: Option<PathBuf>,
    pub config: PathBuf,
    pub format: Format,
    pub strictness: Strictness,
}

/// How problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With an excerpt of the file.
    Human,
    /// One line, and one more for the way out.
    Short,
    /// One JSON object per line.
    Json,
    /// Commands that GitHub shows beside the lines of the files.
    Github,
}

/// What warnings do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    Usual,
    /// Warnings stop the publication, as errors do.
    Strict,
}

/// Reads the arguments, the name of the program first.
pub fn read(lang: Lang, words: Vec<OsString>) -> Result<Asked, clap::Error> {
    let matches = program(lang).try_get_matches_from(asking_for_help(words))?;
    let command = match matches.subcommand() {
        Some((build::NAME, matches)) => Command::Build(build::options(matches)),
        Some((check::NAME, matches)) => Command::Check(check::options(matches)),
        Some((export::NAME, matches)) => Command::Export(export::options(matches)),
        Some((init::NAME, matches)) => Command::Init(init::options(matches)),
        Some((new::NAME, matches)) => Command::New(new::options(matches)),
        Some((import::NAME, matches)) => Command::Import(import::options(matches)),
        Some((i18n::NAME, matches)) => Command::I18n(i18n::options(matches)),
        #[cfg(feature = "serve")]
        Some((serve::NAME, matches)) => Command::Serve(serve::options(matches)),
        Some((status::NAME, matches)) => Command::Status(status::options(matches)),
        Some((theme::NAME, matches)) => Command::Theme(theme::options(matches)),
        Some((completions::NAME, matches)) => Command::Completions(completions::options(matches)),
        Some((man::NAME, matches)) => Command::Man(man::options(matches)),
        Some((schema::NAME, matches)) => Command::Schema(schema::options(matches)),
        Some(_) | None => unreachable!("clap asks for one of the commands of `program`"),
    };
    let mut innermost = &matches;
    while let Some((_, matches)) = innermost.subcommand() {
        innermost = matches;
    }
    let common = common(innermost);
    Ok(Asked { common, command })
}

/// `jalon help build` as `jalon build --help`: clap's own command would speak English.
fn asking_for_help(mut words: Vec<OsString>) -> Vec<OsString> {
    if let Some(at) = first_command(&words).filter(|at| words[*at] == "help") {
        words.remove(at);
        words.push("--help".into());
    }
    words
}

/// Where the name of a command stands: after the options of all commands and their values.
pub fn first_command(words: &[OsString]) -> Option<usize> {
    let takes_a_value = ["--root", "--config", "--lang", "--format"];
    let mut at = 1;
    while let Some(word) = words.get(at).and_then(|word| word.to_str()) {
        match word {
            word if takes_a_value.contains(&word) => at += 2,
            word if word.starts_with('-') => at += 1,
            _ => return Some(at),
        }
    }
    None
}

/// The program as clap knows it, worded in one language.
pub fn program(lang: Lang) -> clap::Command {
    let help = Help::of(lang);
    let program = worded(clap::Command::new("jalon"), lang, help.usage)
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.about)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(help.commands)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(help.version)
                .help_heading(help.options),
        )
        .subcommand(worded(init::command(help), lang, help.init_usage))
        .subcommand(worded(new::command(lang, help), lang, help.new_usage))
        .subcommand(worded(import::command(lang, help), lang, import::usage(lang)))
        .subcommand(worded(build::command(help), lang, help.build_usage))
        .subcommand(worded(check::command(lang, help), lang, help.check_usage));
    #[cfg(feature = "serve")]
    let program = program.subcommand(worded(serve::command(help), lang, help.serve_usage));
    let program = program
        .subcommand(worded(status::command(help), lang, help.status_usage))
        .subcommand(worded(export::command(lang, help), lang, export::usage(lang)))
        .subcommand(worded(i18n::command(help), lang, help.i18n_usage))
        .subcommand(worded(
            theme::command(lang, |command, usage| worded(command, lang, usage)),
            lang,
            theme::usage(lang),
        ))
        .subcommand(worded(completions::command(lang), lang, completions::usage(lang)))
        .subcommand(worded(man::command(lang), lang, man::usage(lang)))
        .subcommand(worded(schema::command(lang), lang, schema::usage(lang)));
    common_arguments(help).into_iter().fold(program, clap::Command::arg)
}

/// A command with its layout and its `--help` in the language of the person.
fn worded(command: clap::Command, lang: Lang, usage: &'static str) -> clap::Command {
    let help = Help::of(lang);
    let command = match examples::of(command.get_name(), lang) {
        Some(examples) => command.after_help(examples),
        None => command,
    };
    command
        .help_template(help.layout)
        .override_usage(usage)
        .disable_help_flag(true)
        .next_help_heading(help.options)
        .max_term_width(100)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(help.help)
                .help_heading(help.options)
                .display_order(100),
        )
}

fn common_arguments(help: &'static Help) -> [Arg; 5] {
    let global = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).global(true).help(words).help_heading(help.everywhere)
    };
    // Clap’s own « [possible values: …] » would stay in English: the words of the help say it.
    let quiet = |arg: Arg| arg.hide_possible_values(true);
    let formats = PossibleValuesParser::new(["human", "short", "json", "github"]);
    [
        global("root", help.root).value_name(help.a_folder).value_parser(value_parser!(PathBuf)),
        global("config", help.config).value_name(help.a_file).value_parser(value_parser!(PathBuf)),
        quiet(global("lang", help.lang)).value_name("fr|en").value_parser(["fr", "en"]),
        quiet(global("format", help.format))
            .value_name("FORMAT")
            .value_parser(formats.map(|name| format_named(&name))),
        global("strict", help.strict).action(ArgAction::SetTrue),
    ]
}

fn common(matches: &ArgMatches) -> Common {
    let one = |name| matches.get_one::<PathBuf>(name).cloned();
    Common {
        root: one("root"),
        config: one("config").unwrap_or_else(|| CONFIG.into()),
        format: matches.get_one("format").copied().unwrap_or(Format::Human),
        strictness: match matches.get_flag("strict") {
            true => Strictness::Strict,
            false => Strictness::Usual,
        },
    }
}

fn format_named(name: &str) -> Format {
    match name {
        "short" => Format::Short,
        "json" => Format::Json,
        "github" => Format::Github,
        _ => Format::Human,
    }
}

#[cfg(test)]
mod tests {
    use super::{program, read};
    use crate::lang::Lang;

    /// What clap would write by itself, in English.
    const OF_CLAP: [&str; 9] = [
        "Print help",
        "Print version",
        "Usage:",
        "Options:",
        "Commands:",
        "Arguments:",
        "error:",
        "[default:",
        "[possible values:",
    ];

    /// The command and each of its options, by what one types, with the words of the help.
    fn helps(command: &clap::Command) -> Vec<(String, String)> {
        let name = command.get_name().to_owned();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let options = command.get_arguments().map(|option| {
            let words = option.get_help().map(ToString::to_string).unwrap_or_default();
            (format!("{name} {}", option.get_id()), words)
        });
        std::iter::once((name.clone(), about)).chain(options.collect::<Vec<_>>()).collect()
    }

    fn all_helps(lang: Lang) -> Vec<(String, String)> {
        let program = program(lang);
        let commands = program
            .get_subcommands()
            .flat_map(|command| helps(command).into_iter().chain(command.get_subcommands().flat_map(helps)));
        helps(&program).into_iter().chain(commands).collect()
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages() {
        let (fr, en) = (all_helps(Lang::Fr), all_helps(Lang::En));
        assert_eq!(fr.len(), en.len());
        for ((name, fr), (_, en)) in fr.iter().zip(&en) {
            assert!(!fr.is_empty() && !en.is_empty() && fr != en, "{name}: {fr:?}, {en:?}");
            for said in [fr, en] {
                assert!(said.starts_with(char::is_uppercase) && !said.ends_with('.'), "{name}: {said:?}");
            }
            let is_english = |word: &str| ["the", "of", "and", "by", "with", "to"].contains(&word);
            assert!(!fr.split([' ', ',']).any(is_english), "{name}: {fr:?}");
            assert!(!fr.contains(" :") && !fr.contains(" ;") && !fr.contains('\''), "{name}: {fr:?}");
        }
    }

    #[test]
    fn the_french_help_holds_no_english() {
        let mut french = program(Lang::Fr);
        french.build();
        let names: Vec<String> = french.get_subcommands().map(|it| it.get_name().to_owned()).collect();
        let pages = names.iter().map(|name| vec!["jalon", name.as_str(), "--help"]);
        let others = [
            vec!["jalon", "--help"],
            vec!["jalon"],
            vec!["jalon", "theme"],
            vec!["jalon", "theme", "list", "--help"],
            vec!["jalon", "help", "theme", "eject"],
        ];
        for words in pages.chain(others) {
            let page = read(Lang::Fr, words.iter().map(Into::into).collect()).expect_err("a page of help");
            let page = page.render().to_string();
            let english = OF_CLAP.into_iter().find(|english| page.contains(english));
            assert_eq!(english, None, "{words:?}: {page}");
        }
    }

    #[test]
    fn help_may_be_asked_after_the_language() {
        for line in ["jalon help", "jalon --lang fr help", "jalon --strict --lang=fr help build"] {
            let page = read(Lang::Fr, line.split(' ').map(Into::into).collect()).expect_err("a page of help");
            assert!(page.render().to_string().contains("Utilisation"), "{line}: {page}");
        }
    }
}
