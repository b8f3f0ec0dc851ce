//! Mistakes on the command line, and what is answered in both languages.

use std::ffi::OsString;

use super::wording;
use crate::cli::arguments;
use crate::diagnostic::samples::rules::faults_beside;
use crate::lang::Lang;

fn check(line: &str, fr: &str, en: &str) {
    let words: Vec<OsString> = line.split(' ').map(Into::into).collect();
    let answered = |lang| wording(&words, &arguments::read(lang, words.clone()).expect_err(line));
    let worded = answered(Lang::Fr);
    assert_eq!(faults_beside(&worded, &[]), [""; 0]);
    let said = |lang| {
        let wording = answered(lang);
        let help = wording.help.expect("every mistake has a way out");
        format!("{} | {}", wording.message.words(lang), help.words(lang))
    };
    assert_eq!(said(Lang::Fr), fr);
    assert_eq!(said(Lang::En), en);
}

#[test]
fn a_mistake_is_answered_with_the_nearest_word() {
    check(
        "jalon buil",
        "commande inconnue « buil » | vouliez-vous dire « build »?",
        "unknown command “buil” | did you mean “build”?",
    );
    check(
        "jalon stat",
        "commande inconnue « stat » | vouliez-vous dire « status »?",
        "unknown command “stat” | did you mean “status”?",
    );
    check(
        "jalon build --draft",
        "option inconnue « --draft » | vouliez-vous dire « --drafts »?",
        "unknown option “--draft” | did you mean “--drafts”?",
    );
    check(
        "jalon build --format jsno",
        "valeur « jsno » inconnue pour --format | vouliez-vous dire « json »?",
        "unknown value “jsno” for --format | did you mean “json”?",
    );
}

#[cfg(feature = "serve")]
#[test]
fn an_option_of_a_command_goes_after_it() {
    for (line, option, command, fr, en) in [
        ("jalon -o public build", "-o", "build", "build ou export", "build or export"),
        (
            "jalon --today 2026-10-15 build",
            "--today",
            "build",
            "build, check, serve, status ou export",
            "build, check, serve, status or export",
        ),
        ("jalon build --late", "--late", "status", "status", "status"),
        (
            "jalon status -u x",
            "-u",
            "build",
            "build, check, serve ou export",
            "build, check, serve or export",
        ),
    ] {
        check(
            line,
            &format!(
                "l’option {option} se donne après la commande {fr} | écrivez `jalon {command} {option} …`"
            ),
            &format!("the option {option} goes after the command {en} | write `jalon {command} {option} …`"),
        );
    }
}

#[cfg(feature = "serve")]
#[test]
fn the_port_and_the_interface_of_a_preview_say_what_they_take() {
    check(
        "jalon -p 3000 serve",
        "l’option -p se donne après la commande serve | écrivez `jalon serve -p …`",
        "the option -p goes after the command serve | write `jalon serve -p …`",
    );
    check(
        "jalon serve -p 70000",
        "valeur « 70000 » impossible pour --port | un port est un nombre entre 1 et 65535; 0 prend le premier qui est libre",
        "impossible value “70000” for --port | a port is a number between 1 and 65535; 0 takes any that is free",
    );
    check(
        "jalon serve -i ici",
        "valeur « ici » impossible pour --interface | donnez une adresse comme 127.0.0.1, ou 0.0.0.0 pour tout le réseau",
        "impossible value “ici” for --interface | give an address such as 127.0.0.1, or 0.0.0.0 for the whole network",
    );
}

#[test]
fn a_folder_is_given_with_root() {
    check(
        "jalon build /mon/site",
        "argument inattendu « /mon/site » | `jalon build` prend tout le site du dossier où vous êtes; pour le site d’un autre dossier, écrivez `jalon build --root /mon/site`",
        "unexpected argument “/mon/site” | `jalon build` takes the whole site of the folder you are in; for the site of another folder, write `jalon build --root /mon/site`",
    );
}

#[test]
fn a_command_is_known_by_its_slips_its_beginning_and_its_other_names() {
    for (written, command) in [
        ("chek", "check"),
        ("them", "theme"),
        ("srv", "serve"),
        ("buildd", "build"),
        ("verifier", "check"),
        ("vérifier", "check"),
        ("verifie", "check"),
        ("construit", "build"),
        ("déployer", "build"),
        ("publier", "build"),
        ("aperçu", "serve"),
        ("aide", "help"),
        ("impor", "import"),
        ("theme ejet", "eject"),
    ] {
        let last = written.rsplit(' ').next().unwrap_or(written);
        check(
            &format!("jalon {written}"),
            &format!("commande inconnue « {last} » | vouliez-vous dire « {command} »?"),
            &format!("unknown command “{last}” | did you mean “{command}”?"),
        );
    }
    check(
        "jalon theme danser",
        "commande inconnue « danser » | les commandes sont list et eject; `jalon theme --help` dit ce que fait chacune",
        "unknown command “danser” | the commands are list and eject; `jalon theme --help` says what each does",
    );
}

#[test]
fn a_kind_is_known_by_any_of_its_names() {
    check(
        "jalon new ateliers x",
        "valeur « ateliers » inconnue pour GENRE | vouliez-vous dire « atelier »?",
        "unknown value “ateliers” for KIND | did you mean “atelier”?",
    );
}

#[test]
fn an_option_is_known_by_its_slips() {
    for (written, option) in [
        ("build --base-urll", "--base-url"),
        ("build --formt", "--format"),
        ("i18n --marc", "--mark"),
        ("check --drafs", "--drafts"),
        ("status --retard", "--late"),
        ("status --en-retard", "--late"),
        ("build --brouillons", "--drafts"),
        ("build --sortie", "--output-dir"),
        ("build --aide", "--help"),
        ("build --langue", "--lang"),
        ("new page x --langue", "--language"),
        ("import a.csv --genre", "--as"),
    ] {
        let wrong = written.rsplit(' ').next().unwrap_or(written);
        check(
            &format!("jalon {written}"),
            &format!("option inconnue « {wrong} » | vouliez-vous dire « {option} »?"),
            &format!("unknown option “{wrong}” | did you mean “{option}”?"),
        );
    }
}

#[test]
fn what_is_missing_is_shown_in_its_place() {
    check(
        "jalon new action",
        "il manque TITRE | écrivez `jalon new action TITRE`, par exemple `jalon new action \"Prêter la salle\" --under 1.1`",
        "missing: TITLE | write `jalon new action TITLE`, for example `jalon new action \"Lend the hall\" --under 1.1`",
    );
    check(
        "jalon new atelier",
        "il manque TITRE | écrivez `jalon new atelier TITRE`",
        "missing: TITLE | write `jalon new atelier TITLE`",
    );
    check(
        "jalon new",
        "il manque GENRE et TITRE | écrivez `jalon new GENRE TITRE`, par exemple `jalon new plan \"Plan d’action 2027-2028\"`",
        "missing: KIND and TITLE | write `jalon new KIND TITLE`, for example `jalon new plan \"Action plan 2027-2028\"`",
    );
    check(
        "jalon init",
        "il manque DOSSIER | écrivez `jalon init DOSSIER`, par exemple `jalon init mon-site --hosting github`",
        "missing: FOLDER | write `jalon init FOLDER`, for example `jalon init my-site --hosting github`",
    );
    check(
        "jalon build -o",
        "l’option --output-dir attend une valeur | écrivez `--output-dir DOSSIER`",
        "the option --output-dir needs a value | write `--output-dir FOLDER`",
    );
    check(
        "jalon build --today=",
        "l’option --today attend une valeur | écrivez `--today AAAA-MM-JJ`",
        "the option --today needs a value | write `--today YYYY-MM-DD`",
    );
    check(
        "jalon build --lang",
        "l’option --lang attend une valeur | les valeurs possibles sont fr, en",
        "the option --lang needs a value | the values are fr, en",
    );
}

#[test]
fn what_is_too_much_is_told_what_to_do_with() {
    check(
        "jalon init mon site",
        "argument inattendu « site » | un nom de plusieurs mots se met entre guillemets droits : `jalon init \"Deux mots\"`",
        "unexpected argument “site” | a name of several words goes between straight quotes: `jalon init \"Two words\"`",
    );
    check(
        "jalon check build",
        "argument inattendu « build » | une commande à la fois : `jalon check`, puis `jalon build`",
        "unexpected argument “build” | one command at a time: `jalon check`, then `jalon build`",
    );
    check(
        "jalon build --drafts=oui",
        "l’option --drafts ne prend pas de valeur | écrivez `--drafts` seul",
        "the option --drafts takes no value | write `--drafts` alone",
    );
}

// A program that imports nothing does not lead there.
#[cfg(feature = "import")]
#[test]
fn a_paper_is_for_the_command_that_reads_it() {
    check(
        "jalon plan.docx",
        "commande inconnue « plan.docx » | `jalon import plan.docx` fait de ce fichier un document du site",
        "unknown command “plan.docx” | `jalon import plan.docx` makes a document of the site from this file",
    );
    check(
        "jalon build /mes/L’été.XLSX",
        "argument inattendu « /mes/L’été.XLSX » | `jalon import \"/mes/L’été.XLSX\"` fait de ce fichier un document du site",
        "unexpected argument “/mes/L’été.XLSX” | `jalon import \"/mes/L’été.XLSX\"` makes a document of the site from this file",
    );
    check(
        "jalon import un.docx deux.docx",
        "argument inattendu « deux.docx » | un fichier à la fois; un nom de plusieurs mots se met entre guillemets droits : `jalon import \"Deux mots.html\"`",
        "unexpected argument “deux.docx” | one file at a time; a name of several words goes between straight quotes: `jalon import \"Two words.html\"`",
    );
    check(
        "jalon import -",
        "valeur « - » impossible pour FICHIER | enregistrez d’abord le document sur le disque, puis donnez le nom de ce fichier",
        "impossible value “-” for FILE | save the document on the disk first, then give the name of that file",
    );
    check(
        "jalon import a.csv --as ateliers",
        "valeur « ateliers » inconnue pour --as | vouliez-vous dire « atelier »?",
        "unknown value “ateliers” for --as | did you mean “atelier”?",
    );
    check(
        "jalon import a.csv --as action",
        "valeur « action » inconnue pour --as | les valeurs possibles sont plan, atelier, mission, nouvelle, page",
        "unknown value “action” for --as | the values are plan, workshop, mission, news, page",
    );
    for word in ["importer", "convertir", "convert"] {
        check(
            &format!("jalon {word} plan.docx"),
            &format!("commande inconnue « {word} » | vouliez-vous dire « import »?"),
            &format!("unknown command “{word}” | did you mean “import”?"),
        );
    }
}

#[test]
fn a_mistake_without_a_near_word_shows_what_is_possible() {
    for option in ["--zzz", "--foo"] {
        check(
            &format!("jalon build {option}"),
            &format!("option inconnue « {option} » | `jalon build --help` montre ses options"),
            &format!("unknown option “{option}” | `jalon build --help` shows its options"),
        );
    }
    check(
        "jalon --strict",
        "il manque une commande | « jalon --help » montre tout ce qui peut être demandé",
        "a command is missing | “jalon --help” shows all that can be asked",
    );
    #[cfg(feature = "serve")]
    check(
        "jalon danser",
        "commande inconnue « danser » | les commandes sont init, new, import, build, check, serve, status, export, i18n, theme, completions et schema; `jalon --help` dit ce que fait chacune",
        "unknown command “danser” | the commands are init, new, import, build, check, serve, status, export, i18n, theme, completions and schema; `jalon --help` says what each does",
    );
    check(
        "jalon build -o a -o b",
        "l’option --output-dir est donnée deux fois | gardez-la une seule fois",
        "the option --output-dir is given twice | keep only one of them",
    );
    check(
        "jalon build --lang klingon",
        "valeur « klingon » inconnue pour --lang | les valeurs possibles sont fr, en",
        "unknown value “klingon” for --lang | the values are fr, en",
    );
    check(
        "jalon build --today 2013-02-30",
        "valeur « 2013-02-30 » impossible pour --today | écrivez un jour du calendrier : année, mois et jour, comme 2013-10-11",
        "impossible value “2013-02-30” for --today | write a day of the calendar: year, month and day, as in 2013-10-11",
    );
}
