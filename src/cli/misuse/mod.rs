//! Answers a command line that was not understood, or that asked for help.

mod near;
mod typed;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::Ending;
use crate::cli::words::Help;
use crate::cli::{arguments, examples, import, kinds, new, report};
use crate::diagnostic::Wording;
use crate::lang::{Lang, fold, list};
use typed::Typed;

/// Shows the help or the version that was asked for, or says what was not understood.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other kind, those to come included, is a mistake")]
pub fn answer(lang: Lang, words: &[OsString], error: &clap::Error) -> Ending {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            report::page(&error.render().ansi().to_string());
            Ending::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            report::page_of_misuse(&error.render().ansi().to_string());
            Ending::CouldNotRun
        }
        _ => {
            report::misuse(lang, wording(words, error));
            Ending::CouldNotRun
        }
    }
}

/// What was not understood in the words that were typed, with the nearest word we know.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap may add kinds at any time")]
pub fn wording(words: &[OsString], error: &clap::Error) -> Wording {
    let (written, typed) = (Written::of(error), Typed::of(words));
    let wording = match error.kind() {
        ErrorKind::UnknownArgument => written.unknown_argument(&typed),
        ErrorKind::InvalidSubcommand => written.unknown_command(&typed),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if written.value.is_empty() => {
            written.missing_value()
        }
        ErrorKind::InvalidValue => written.unknown_value(),
        ErrorKind::ValueValidation => written.impossible_value(),
        ErrorKind::ArgumentConflict => {
            let wording = written.option("repeated-option", ["est donnée deux fois", "is given twice"]);
            wording.help("gardez-la une seule fois", "keep only one of them")
        }
        ErrorKind::TooManyValues => {
            let wording = written.option("unexpected-value", ["ne prend pas de valeur", "takes no value"]);
            let argument = &written.argument;
            wording.help(format!("écrivez `{argument}` seul"), format!("write `{argument}` alone"))
        }
        ErrorKind::MissingRequiredArgument => written.missing_argument(&typed, words),
        ErrorKind::MissingSubcommand => {
            Wording::new("missing-command", "il manque une commande", "a command is missing")
        }
        ErrorKind::InvalidUtf8 => Wording::new(
            "argument-not-unicode",
            "un des arguments contient des octets qui ne forment aucun caractère",
            "one of the arguments contains bytes that make no character",
        ),
        // What is left are forms that none of our arguments takes.
        _ => Wording::new(
            "misuse",
            "la ligne de commande n’est pas comprise",
            "the command line is not understood",
        ),
    };
    match wording.help {
        Some(_) => wording,
        None if !typed.is_program() => wording.help(
            format!("`{} --help` montre ses options", typed.line),
            format!("`{} --help` shows its options", typed.line),
        ),
        None => wording.help(
            "« jalon --help » montre tout ce qui peut être demandé",
            "“jalon --help” shows all that can be asked",
        ),
    }
}

/// What clap tells about a mistake, as plain words.
struct Written {
    /// The option or the argument, without the name of its value.
    argument: String,
    /// The option with the name of its value: `--base-url ADRESSE`.
    whole: String,
    /// All that is missing.
    missing: Vec<String>,
    command: String,
    value: String,
    known: Vec<String>,
}

impl Written {
    fn of(error: &clap::Error) -> Written {
        let words = |kind| match error.get(kind) {
            Some(ContextValue::String(word)) => vec![word.clone()],
            Some(ContextValue::Strings(words)) => words.clone(),
            Some(_) | None => Vec::new(),
        };
        let first = |kind| words(kind).into_iter().next();
        let bare = |argument: &str| argument.replace(['<', '>', '[', ']'], "").replace("...", "");
        let missing: Vec<String> = words(ContextKind::InvalidArg).iter().map(|it| bare(it)).collect();
        let whole = missing.first().cloned().unwrap_or_default();
        Written {
            argument: whole.split(' ').next().unwrap_or_default().to_owned(),
            whole,
            missing,
            command: first(ContextKind::InvalidSubcommand).unwrap_or_default(),
            value: first(ContextKind::InvalidValue).unwrap_or_default(),
            known: words(ContextKind::ValidValue),
        }
    }

    /// Something about the option, said in French and in English.
    fn option(&self, code: &'static str, [fr, en]: [&str; 2]) -> Wording {
        let argument = &self.argument;
        Wording::new(code, format!("l’option {argument} {fr}"), format!("the option {argument} {en}"))
    }

    fn missing_value(&self) -> Wording {
        let wording = self.option("missing-value", ["attend une valeur", "needs a value"]);
        match self.known.as_slice() {
            [] => wording.help(format!("écrivez `{}`", self.whole), format!("write `{}`", self.whole)),
            known => wording.help(
                format!("les valeurs possibles sont {}", known.join(", ")),
                format!("the values are {}", known.join(", ")),
            ),
        }
    }

    fn missing_argument(&self, typed: &Typed, words: &[OsString]) -> Wording {
        // `jalon new action`: what is left to write is of this kind.
        let kind = new::kind_typed(words).filter(|_| typed.line == "jalon new");
        let said = |lang| {
            let whole = typed.whole(lang);
            let (whole, example) = match kind {
                Some(kind) => {
                    (whole.replace(Help::of(lang).a_kind, kind), examples::first_with(new::NAME, kind, lang))
                }
                None => (whole, typed.example(lang)),
            };
            example.map_or(format!("`{whole}`"), |example| match lang {
                Lang::Fr => format!("`{whole}`, par exemple `{example}`"),
                Lang::En => format!("`{whole}`, for example `{example}`"),
            })
        };
        let missing = |lang| list(lang, &self.missing);
        Wording::new(
            "missing-argument",
            format!("il manque {}", missing(Lang::Fr)),
            format!("missing: {}", missing(Lang::En)),
        )
        .help(format!("écrivez {}", said(Lang::Fr)), format!("write {}", said(Lang::En)))
    }

    fn unknown_command(&self, typed: &Typed) -> Wording {
        let (command, known) = (&self.command, typed.commands());
        let wording = Wording::new(
            "unknown-command",
            format!("commande inconnue «\u{a0}{command}\u{a0}»"),
            format!("unknown command “{command}”"),
        );
        if cfg!(feature = "import") && typed.is_program() && import::is_paper(command) {
            return to_import(wording, command);
        }
        // `help` is ours, not one that clap knows.
        let near = near::command(command, &[&known[..], &["help"]].concat());
        match near {
            Some(near) => wording.suggesting(Some(near)),
            None => wording.help(
                format!(
                    "les commandes sont {}; `{} --help` dit ce que fait chacune",
                    list(Lang::Fr, &known),
                    typed.line
                ),
                format!(
                    "the commands are {}; `{} --help` says what each does",
                    list(Lang::En, &known),
                    typed.line
                ),
            ),
        }
    }

    fn unknown_argument(&self, typed: &Typed) -> Wording {
        let argument = &self.argument;
        if !argument.starts_with('-') {
            return self.unexpected_word(typed);
        }
        let commands = commands_with(argument);
        if !commands.is_empty() {
            return misplaced(argument, &commands);
        }
        let wording = Wording::new(
            "unknown-argument",
            format!("option inconnue «\u{a0}{argument}\u{a0}»"),
            format!("unknown option “{argument}”"),
        );
        let options = typed.options();
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let written = argument.trim_start_matches('-').split('=').next().unwrap_or_default();
        let near = near::option(written, &options).map(|near| format!("--{near}"));
        wording.suggesting(near.as_deref())
    }

    /// A word too many.
    fn unexpected_word(&self, typed: &Typed) -> Wording {
        let (argument, line) = (&self.argument, &typed.line);
        let wording = Wording::new(
            "unknown-argument",
            format!("argument inattendu «\u{a0}{argument}\u{a0}»"),
            format!("unexpected argument “{argument}”"),
        );
        let is_command = arguments::program(Lang::Fr).find_subcommand(argument).is_some();
        match () {
            () if *line == format!("jalon {}", import::NAME) => wording.help(
                format!(
                    "un fichier à la fois; un nom de plusieurs mots se met entre guillemets droits\u{a0}: `{line} \"Deux mots.html\"`"
                ),
                format!(
                    "one file at a time; a name of several words goes between straight quotes: `{line} \"Two words.html\"`"
                ),
            ),
            () if cfg!(feature = "import") && import::is_paper(argument) => to_import(wording, argument),
            () if typed.takes_words() => wording.help(
                format!(
                    "un nom de plusieurs mots se met entre guillemets droits\u{a0}: `{line} \"Deux mots\"`"
                ),
                format!("a name of several words goes between straight quotes: `{line} \"Two words\"`"),
            ),
            () if is_command => wording.help(
                format!("une commande à la fois\u{a0}: `{line}`, puis `jalon {argument}`"),
                format!("one command at a time: `{line}`, then `jalon {argument}`"),
            ),
            () => wording.help(
                format!("`{line}` prend tout le site du dossier où vous êtes; pour le site d’un autre dossier, écrivez `{line} --root {argument}`"),
                format!("`{line}` takes the whole site of the folder you are in; for the site of another folder, write `{line} --root {argument}`"),
            ),
        }
    }

    fn unknown_value(&self) -> Wording {
        let Written { argument, value, known, .. } = self;
        let wording = Wording::new(
            "unknown-value",
            format!("valeur « {value} » inconnue pour {argument}"),
            format!("unknown value “{value}” for {argument}"),
        );
        let is_kind = [Lang::Fr, Lang::En].iter().any(|lang| argument == Help::of(*lang).a_kind);
        let mut words: Vec<&str> = known.iter().map(String::as_str).collect();
        // One by one: `extend` would ask of `known` that it live as long as the program.
        match argument.as_str() {
            "--as" => kinds::document_words().for_each(|word| words.push(word)),
            _ if is_kind => kinds::words().for_each(|word| words.push(word)),
            _ => {}
        }
        match near::word(&fold(value), &words) {
            Some(near) => wording.suggesting(Some(near)),
            None => {
                let known = known.join(", ");
                wording.help(format!("les valeurs possibles sont {known}"), format!("the values are {known}"))
            }
        }
    }

    fn impossible_value(&self) -> Wording {
        let Written { argument, value, .. } = self;
        let wording = Wording::new(
            "impossible-value",
            format!("valeur « {value} » impossible pour {argument}"),
            format!("impossible value “{value}” for {argument}"),
        );
        match argument.as_str() {
            "--today" | "--date" => wording.help(
                "écrivez un jour du calendrier : année, mois et jour, comme 2013-10-11",
                "write a day of the calendar: year, month and day, as in 2013-10-11",
            ),
            "--title" => wording.help(
                "donnez le nom de l’association : au moins un mot",
                "give the name of the association: at least one word",
            ),
            "--threshold" => {
                wording.help("écrivez un nombre entier de 0 à 100", "write a whole number from 0 to 100")
            }
            "FICHIER" | "FILE" => wording.help(
                "enregistrez d’abord le document sur le disque, puis donnez le nom de ce fichier",
                "save the document on the disk first, then give the name of that file",
            ),
            "--port" => wording.help(
                "un port est un nombre entre 1 et 65535; 0 prend le premier qui est libre",
                "a port is a number between 1 and 65535; 0 takes any that is free",
            ),
            "--interface" => wording.help(
                "donnez une adresse comme 127.0.0.1, ou 0.0.0.0 pour tout le réseau",
                "give an address such as 127.0.0.1, or 0.0.0.0 for the whole network",
            ),
            _ => wording,
        }
    }
}

/// The name of a paper, where it is not expected.
fn to_import(wording: Wording, paper: &str) -> Wording {
    let line = import::line(paper);
    wording.help(
        format!("`{line}` fait de ce fichier un document du site"),
        format!("`{line}` makes a document of the site from this file"),
    )
}

/// The commands after which an option that is not known here is known.
fn commands_with(argument: &str) -> Vec<String> {
    let name = argument.split('=').next().unwrap_or_default();
    let is_it = |option: &clap::Arg| {
        let long = option.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long));
        let short =
            option.get_short().is_some_and(|short| name.strip_prefix('-') == Some(&short.to_string()));
        long || short
    };
    let program = arguments::program(Lang::Fr);
    let shown = program.get_subcommands().filter(|command| !command.is_hide_set());
    let commands = shown.filter(|command| command.get_arguments().any(is_it));
    commands.map(|command| command.get_name().to_owned()).collect()
}

/// « build, serve ou status »
fn one_of(names: &[String], or: &str) -> String {
    match names {
        [names @ .., last] if !names.is_empty() => format!("{} {or} {last}", names.join(", ")),
        names => names.concat(),
    }
}

fn misplaced(argument: &str, commands: &[String]) -> Wording {
    Wording::new(
        "misplaced-option",
        format!("l’option {argument} se donne après la commande {}", one_of(commands, "ou")),
        format!("the option {argument} goes after the command {}", one_of(commands, "or")),
    )
    .help(
        format!("écrivez `jalon {} {argument} …`", commands[0]),
        format!("write `jalon {} {argument} …`", commands[0]),
    )
}

#[cfg(test)]
mod tests;
