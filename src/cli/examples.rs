//! What each command is like on the command line: the examples at the end of its help.

use crate::lang::Lang;

/// A line to type, and what it is for.
struct Example {
    line: &'static str,
    is_for: &'static str,
}

const fn to(is_for: &'static str, line: &'static str) -> Example {
    Example { line, is_for }
}

/// The examples of a command, by its name, under their heading; none for a command that is its own example.
pub fn of(command: &str, lang: Lang) -> Option<String> {
    let (heading, examples) = match lang {
        Lang::Fr => ("Exemples :", FRENCH),
        Lang::En => ("Examples:", ENGLISH),
    };
    let (_, examples) = examples.iter().find(|(name, _)| *name == command)?;
    let there = examples.iter().filter(|example| is_there(example));
    let lines = there.map(|Example { line, is_for }| format!("\n  # {is_for}\n  {line}"));
    Some(format!("{heading}{}", lines.collect::<String>()))
}

/// The first example of a command: a line that can be typed.
pub fn first(command: &str, lang: Lang) -> Option<&'static str> {
    lines(command, lang).next()
}

/// The same, of those that hold a word.
pub fn first_with(command: &str, word: &str, lang: Lang) -> Option<&'static str> {
    lines(command, lang).find(|line| line.split(' ').any(|it| it == word))
}

fn lines(command: &str, lang: Lang) -> impl Iterator<Item = &'static str> + use<'_> {
    let examples = match lang {
        Lang::Fr => FRENCH,
        Lang::En => ENGLISH,
    };
    let of_command = examples.iter().filter(move |(name, _)| *name == command);
    of_command.flat_map(|(_, examples)| *examples).filter(|it| is_there(it)).map(|it| it.line)
}

/// Whether this build of the program has what an example shows.
fn is_there(example: &Example) -> bool {
    let parts = [
        (" serve", cfg!(feature = "serve")),
        ("--external", cfg!(feature = "external")),
        ("jalon import", cfg!(feature = "import")),
        ("xlsx", cfg!(feature = "sheets")),
    ];
    parts.into_iter().all(|(word, is_there)| is_there || !example.line.contains(word))
}

/// The examples in French, by command.
const FRENCH: &[(&str, &[Example])] = &[
    (
        "jalon",
        &[
            to("un site complet, puis le voir", "jalon init mon-site"),
            to("à faire dans le dossier du site", "jalon serve --open"),
        ],
    ),
    (
        "init",
        &[
            to("un site publié par GitHub à chaque changement", "jalon init mon-site --hosting github"),
            to("le plus petit site, en anglais", "jalon init my-site --lang en --sample minimal"),
        ],
    ),
    (
        "new",
        &[
            to("le plan de l’an prochain, dans son dossier", "jalon new plan \"Plan d’action 2027-2028\""),
            to("la traduction d’une nouvelle page", "jalon new page \"Contact us\" --language en"),
            to("une action de plus sous l’objectif 1.1", "jalon new action \"Prêter la salle\" --under 1.1"),
        ],
    ),
    (
        "import",
        &[
            to("un plan écrit dans Word", "jalon import \"Plan d’action.docx\""),
            to(
                "celui d’un classeur, sous un autre titre",
                "jalon import plan.xlsx --title \"Plan d’action 2026-2027\"",
            ),
            to("une page de l’ancien site, où se lit la mission", "jalon import mission.html --as mission"),
        ],
    ),
    (
        "build",
        &[
            to("le site tel qu’il sera sous une autre adresse", "jalon build -u https://exemple.org/asso/"),
            to("les retards tels qu’ils étaient ce jour-là", "jalon build --today 2026-03-31"),
        ],
    ),
    (
        "check",
        &[
            to("refuser aussi les avertissements", "jalon check --strict"),
            to("suivre aussi les liens vers d’autres sites", "jalon check --external"),
        ],
    ),
    (
        "serve",
        &[
            to("l’aperçu dans le navigateur, brouillons compris", "jalon serve --open --drafts"),
            to("le montrer à une autre personne du réseau", "jalon serve --interface 0.0.0.0"),
        ],
    ),
    (
        "status",
        &[
            to("ce qui est en retard et ce qui vient", "jalon status --late --coming"),
            to("les actions d’un comité, dans un plan", "jalon status --plan 2025 --responsible transport"),
        ],
    ),
    (
        "export",
        &[
            to("le classeur de chaque plan, et la feuille où noter le suivi", "jalon export --as xlsx"),
            to(
                "un seul plan, remis au conseil avec ses données",
                "jalon export --plan 2025 -o pour-le-conseil",
            ),
        ],
    ),
    (
        "i18n",
        &[
            to("préparer la traduction d’un document", "jalon i18n --stub en content/mission.md"),
            to("la dire à jour, une fois relue", "jalon i18n --mark content/mission.en.md"),
        ],
    ),
    ("theme", &[to("qui donne chaque fichier du thème", "jalon theme list")]),
    ("eject", &[to("changer le gabarit d’un plan", "jalon theme eject plan.html")]),
    (
        "completions",
        &[to(
            "pour bash, dans un nouveau terminal",
            "jalon completions bash > ~/.local/share/bash-completion/completions/jalon",
        )],
    ),
    ("man", &[to("une page par commande", "jalon man -o man1")]),
    ("schema", &[to("remettre à jour celui du site", "jalon schema settings > .jalon/settings.schema.json")]),
];

/// The same in English.
const ENGLISH: &[(&str, &[Example])] = &[
    (
        "jalon",
        &[
            to("a whole site, then see it", "jalon init my-site"),
            to("in the folder of the site", "jalon serve --open"),
        ],
    ),
    (
        "init",
        &[
            to("a site that GitHub publishes at each change", "jalon init my-site --hosting github"),
            to("the smallest site, in French", "jalon init mon-site --lang fr --sample minimal"),
        ],
    ),
    (
        "new",
        &[
            to("next year’s plan, in its folder", "jalon new plan \"Action plan 2027-2028\""),
            to("a page in another language of the site", "jalon new page \"Nous joindre\" --language fr"),
            to("one more action under objective 1.1", "jalon new action \"Lend the hall\" --under 1.1"),
        ],
    ),
    (
        "import",
        &[
            to("a plan written in Word", "jalon import \"Action plan.docx\""),
            to(
                "that of a workbook, under another title",
                "jalon import plan.xlsx --title \"Action plan 2026-2027\"",
            ),
            to("a page of the old site, where the mission is read", "jalon import mission.html --as mission"),
        ],
    ),
    (
        "build",
        &[
            to("the site as it will be at another address", "jalon build -u https://example.org/asso/"),
            to("what was late on that day", "jalon build --today 2026-03-31"),
        ],
    ),
    (
        "check",
        &[
            to("refuse warnings as well", "jalon check --strict"),
            to("follow links to other sites as well", "jalon check --external"),
        ],
    ),
    (
        "serve",
        &[
            to("the preview in the browser, with drafts", "jalon serve --open --drafts"),
            to("show it to someone else on the network", "jalon serve --interface 0.0.0.0"),
        ],
    ),
    (
        "status",
        &[
            to("what is late and what comes next", "jalon status --late --coming"),
            to("the actions of a committee, in one plan", "jalon status --plan 2025 --responsible transport"),
        ],
    ),
    (
        "export",
        &[
            to("the workbook of each plan, with a sheet to note what is done", "jalon export --as xlsx"),
            to("one plan, given to the board with its data", "jalon export --plan 2025 -o for-the-board"),
        ],
    ),
    (
        "i18n",
        &[
            to("prepare the translation of a document", "jalon i18n --stub en content/mission.md"),
            to("say that it is up to date, once reviewed", "jalon i18n --mark content/mission.en.md"),
        ],
    ),
    ("theme", &[to("who gives each file of the theme", "jalon theme list")]),
    ("eject", &[to("change the template of a plan", "jalon theme eject plan.html")]),
    (
        "completions",
        &[to(
            "for bash, in a new terminal",
            "jalon completions bash > ~/.local/share/bash-completion/completions/jalon",
        )],
    ),
    ("man", &[to("a page for each command", "jalon man -o man1")]),
    (
        "schema",
        &[to("bring that of the site up to date", "jalon schema settings > .jalon/settings.schema.json")],
    ),
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH};
    use crate::cli::arguments::read;
    use crate::lang::Lang;

    #[test]
    fn every_example_can_be_typed() {
        for (lang, examples) in [(Lang::Fr, FRENCH), (Lang::En, ENGLISH)] {
            let all = examples.iter().flat_map(|(_, examples)| *examples);
            for example in all.filter(|example| super::is_there(example)) {
                // What is redirected is not for the program.
                let typed =
                    example.line.split(" > ").next().and_then(shlex::split).expect("a line of a shell");
                let read = read(lang, typed.into_iter().map(Into::into).collect());
                assert!(read.is_ok(), "{}: {:?}", example.line, read.err());
            }
        }
    }

    #[test]
    fn both_languages_have_examples_of_the_same_commands() {
        let shape = |examples: &[(&'static str, &[super::Example])]| {
            examples.iter().map(|(name, examples)| (*name, examples.len())).collect::<Vec<_>>()
        };
        assert_eq!(shape(FRENCH), shape(ENGLISH));
    }

    #[test]
    fn every_command_has_examples() {
        let program = crate::cli::arguments::program(Lang::Fr);
        for command in program.get_subcommands() {
            assert!(super::of(command.get_name(), Lang::Fr).is_some(), "{}", command.get_name());
        }
    }
}
