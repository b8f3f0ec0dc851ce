//! The command line: what was asked, in French or in English, and how it ended.

pub mod arguments;
pub mod build;
pub mod check;
pub mod completions;
pub mod entry;
pub mod examples;
pub mod excerpt;
pub mod export;
pub mod format;
pub mod init;
pub mod i18n;
pub mod import;
pub mod kinds;
mod language;
pub mod man;
pub mod misuse;
pub mod new;
pub mod plans;
pub mod report;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod status;
pub mod theme;
pub mod trouble;
pub mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::cli::arguments::{Asked, Command};
use crate::cli::report::Reporter;

/// How a command ended, for the shell: 0, 1 or 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Clean,
    /// Something is wrong in the content, and was said.
    Problems,
    /// The command could not do its work.
    CouldNotRun,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        ExitCode::from(match ending {
            Ending::Clean => 0,
            Ending::Problems => 1,
            Ending::CouldNotRun => 2,
        })
    }
}

/// Runs the program on the arguments it was called with.
#[expect(clippy::disallowed_methods, reason = "the command line is read here")]
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let lang = language::of(&words);
    let ending = match arguments::read(lang, words.clone()) {
        Ok(Asked { common, command }) => {
            let reporter = Reporter::new(lang, common.format);
            match command {
                Command::Build(options) => build::run(&common, &options, &reporter),
                Command::Check(options) => check::run(&common, &options, &reporter),
                Command::Completions(options) => completions::run(&options, lang),
                Command::Export(options) => export::run(&common, &options, &reporter),
                Command::Init(options) => init::run(&options, &reporter),
                Command::Import(options) => import::run(&common, &options, &reporter),
                Command::New(options) => new::run(&common, &options, &reporter),
                Command::Man(options) => man::run(&options, &reporter),
                Command::Schema(options) => schema::run(&options, lang),
                Command::I18n(options) => i18n::run(&common, &options, &reporter),
                #[cfg(feature = "serve")]
                Command::Serve(options) => serve::run(&common, &options, &reporter),
                Command::Status(options) => status::run(&common, &options, &reporter),
                Command::Theme(options) => theme::run(&common, &options, &reporter),
            }
        }
        Err(error) => misuse::answer(lang, &words, &error),
    };
    ending.into()
}
