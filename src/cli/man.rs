//! `jalon man`: the help of the program and of its commands as pages of the manual of Unix.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};
use clap_mangen::Man;

use crate::cli::Ending;
use crate::cli::arguments::program;
use crate::cli::build::stopped;
use crate::cli::report::{self, Reporter};
use crate::cli::words::Help;
use crate::disk;
use crate::lang::Lang;

/// The name of the command.
pub const NAME: &str = "man";

/// What `jalon man` was asked.
#[derive(Debug)]
pub struct Options {
    /// Where to write a page for each command; none shows that of the program.
    pub folder: Option<PathBuf>,
}

/// The sections that the generator titles in English, in French and as we say them in English.
const TITLES: [(&str, [&str; 2]); 3] = [
    ("NAME", ["NOM", "NAME"]),
    ("SUBCOMMANDS", ["COMMANDES", "COMMANDS"]),
    ("EXTRA", ["EXEMPLES", "EXAMPLES"]),
];

/// The option of `jalon man`, in the language of the help.
pub fn command(lang: Lang) -> clap::Command {
    let help = Help::of(lang);
    let [about, folder] = match lang {
        Lang::Fr => [
            "Montre la page de manuel de jalon, au format roff",
            "Dossier où écrire cette page et celle de chaque commande; n’écrase rien",
        ],
        Lang::En => [
            "Shows the manual page of jalon, as roff",
            "Folder to write this page in, and that of each command; overwrites nothing",
        ],
    };
    clap::Command::new(NAME).hide(true).about(about).arg(
        Arg::new("pages")
            .short('o')
            .long("output-dir")
            .value_name(help.a_folder)
            .value_parser(value_parser!(PathBuf))
            .help(folder)
            .help_heading(help.options),
    )
}

/// How the command is written.
pub fn usage(_lang: Lang) -> &'static str {
    "jalon man [options]"
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options { folder: matches.get_one("pages").cloned() }
}

/// Shows the page of the program, or writes all of them.
pub fn run(options: &Options, reporter: &Reporter) -> Ending {
    let mut pages = pages(reporter.lang);
    let Some(folder) = &options.folder else {
        report::page(&pages.remove("jalon.1").unwrap_or_default());
        return Ending::Clean;
    };
    if let Err(error) = disk::create::beside(folder, &pages) {
        return stopped(reporter, error);
    }
    let (n, folder) = (pages.len(), folder.display());
    reporter.last_line(&match reporter.lang {
        Lang::Fr => format!("{n} pages de manuel écrites dans {folder}"),
        Lang::En => format!("{n} manual pages written in {folder}"),
    });
    Ending::Clean
}

/// Every page by the name of its file: `jalon.1`, `jalon-build.1`.
fn pages(lang: Lang) -> BTreeMap<String, String> {
    let mut program = program(lang);
    program.build();
    let mut pages = BTreeMap::new();
    gather(&program, "jalon".to_owned(), lang, &mut pages);
    pages
}

fn gather(command: &clap::Command, name: String, lang: Lang, pages: &mut BTreeMap<String, String>) {
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        gather(inner, format!("{name}-{}", inner.get_name()), lang, pages);
    }
    let mut page = Vec::new();
    let man = Man::new(command.clone()).title(name.clone()).date("");
    // Writing in memory does not fail.
    let _never_fails = man.render(&mut page);
    pages.insert(format!("{name}.1"), titled(&String::from_utf8_lossy(&page), lang));
}

/// A page whose sections have titles in one language, in capitals as manuals have them.
fn titled(page: &str, lang: Lang) -> String {
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(title) => format!(".SH \"{}\"\n", section(title, lang)),
        None => format!("{line}\n"),
    });
    lines.collect()
}

fn section(title: &str, lang: Lang) -> String {
    // The headings of the help end with the no-break space that French has before a colon.
    let title = title.trim_matches(|c: char| c == '"' || c.is_whitespace()).to_uppercase();
    match (TITLES.iter().find(|(english, _)| *english == title), lang) {
        (Some((_, [fr, _])), Lang::Fr) => (*fr).to_owned(),
        (Some((_, [_, en])), Lang::En) => (*en).to_owned(),
        (None, _) => title,
    }
}

#[cfg(test)]
mod tests {
    use super::pages;
    use crate::lang::Lang;

    #[test]
    fn each_command_that_is_shown_has_its_page_in_one_language() {
        let (fr, en) = (pages(Lang::Fr), pages(Lang::En));
        assert!(fr.keys().eq(en.keys()), "{:?}", fr.keys());
        for name in ["jalon.1", "jalon-build.1", "jalon-theme-eject.1"] {
            assert!(fr.contains_key(name), "{:?}", fr.keys());
        }
        for (name, page) in &fr {
            let titles: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
            assert!(titles.contains(&"\"NOM\"") && !titles.contains(&"\"EXTRA\""), "{name}: {titles:?}");
            let english = ["Examples", "[possible values", "[default", "Print help", "SUBCOMMANDS"];
            assert_eq!(english.into_iter().find(|english| page.contains(english)), None, "{name}");
        }
    }
}
