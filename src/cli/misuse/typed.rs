//! The command that a line asks for, as far as it is understood, and how it is written.

use std::ffi::OsString;

use crate::cli::arguments;
use crate::cli::examples;
use crate::lang::Lang;

/// The command that a line asks for, in both languages.
pub struct Typed {
    fr: clap::Command,
    en: clap::Command,
    /// What is typed before its arguments: `jalon theme eject`.
    pub line: String,
}

impl Typed {
    /// The innermost command that is known. The first word is the name of the program.
    pub fn of(words: &[OsString]) -> Typed {
        let program = Typed {
            fr: arguments::program(Lang::Fr),
            en: arguments::program(Lang::En),
            line: "jalon".to_owned(),
        };
        let from = arguments::first_command(words).unwrap_or(words.len());
        words[from..].iter().filter_map(|word| word.to_str()).fold(program, Typed::then)
    }

    fn then(self, word: &str) -> Typed {
        match (self.fr.find_subcommand(word), self.en.find_subcommand(word)) {
            (Some(fr), Some(en)) => {
                Typed { fr: fr.clone(), en: en.clone(), line: format!("{} {word}", self.line) }
            }
            (Some(_) | None, _) => self,
        }
    }

    /// Whether it is the program itself: no command was understood.
    pub fn is_program(&self) -> bool {
        self.fr.get_name() == "jalon"
    }

    /// The commands that may follow.
    pub fn commands(&self) -> Vec<&str> {
        let shown = self.fr.get_subcommands().filter(|command| !command.is_hide_set());
        shown.map(clap::Command::get_name).collect()
    }

    /// The long names of its options, those of every command included.
    pub fn options(&self) -> Vec<String> {
        let program = arguments::program(Lang::Fr);
        let longs = self.fr.get_arguments().chain(program.get_arguments()).filter_map(clap::Arg::get_long);
        longs.map(str::to_owned).collect()
    }

    /// `jalon new GENRE TITRE`: the line with what it cannot do without.
    pub fn whole(&self, lang: Lang) -> String {
        let needed = self.command(lang).get_positionals().filter(|argument| argument.is_required_set());
        let names = needed.flat_map(|argument| argument.get_value_names().unwrap_or_default());
        names.fold(self.line.clone(), |line, name| format!("{line} {name}"))
    }

    /// Whether it takes something that is not an option.
    pub fn takes_words(&self) -> bool {
        self.fr.get_positionals().next().is_some()
    }

    /// A line that works.
    pub fn example(&self, lang: Lang) -> Option<&'static str> {
        examples::first(self.fr.get_name(), lang)
    }

    fn command(&self, lang: Lang) -> &clap::Command {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
