//! Mistakes on the command line, and what is answered in both languages.

use super::wording;
use crate::cli::arguments;
use crate::diagnostic::samples::rules::faults_beside;
use crate::lang::Lang;

fn check(line: &str, fr: &str, en: &str) {
    let words = line.split(' ').map(Into::into).collect();
    let worded = wording(&arguments::read(Lang::Fr, words).expect_err(line));
    assert_eq!(faults_beside(&worded, &[]), [""; 0]);
    let said = |lang| {
        let words = line.split(' ').map(Into::into).collect();
        let wording = wording(&arguments::read(lang, words).expect_err(line));
        let help = wording.help.expect("every mistake has a way out");
        format!("{} | {}", wording.message.words(lang), help.words(lang)).replace('\u{a0}', " ")
    };
    assert_eq!(said(Lang::Fr), fr);
    assert_eq!(said(Lang::En), en);
}

#[test]
fn a_mistake_is_answered_with_the_nearest_word() {
    check(
        "jalon buil",
        "commande inconnue « buil » | vouliez-vous dire « build »?",
        "unknown command “buil” | did you mean “build”?",
    );
    check(
        "jalon stat",
        "commande inconnue « stat » | vouliez-vous dire « status »?",
        "unknown command “stat” | did you mean “status”?",
    );
    check(
        "jalon build --draft",
        "option inconnue « --draft » | vouliez-vous dire « --drafts »?",
        "unknown option “--draft” | did you mean “--drafts”?",
    );
    check(
        "jalon build --format jsno",
        "valeur « jsno » inconnue pour --format | vouliez-vous dire « json »?",
        "unknown value “jsno” for --format | did you mean “json”?",
    );
}

#[cfg(feature = "serve")]
#[test]
fn an_option_of_a_command_goes_after_it() {
    for (line, option, command, fr, en) in [
        ("jalon -o public build", "-o", "build", "build", "build"),
        (
            "jalon --today 2026-10-15 build",
            "--today",
            "build",
            "build, check, serve ou status",
            "build, check, serve or status",
        ),
        ("jalon build --late", "--late", "status", "status", "status"),
        ("jalon status -u x", "-u", "build", "build, check ou serve", "build, check or serve"),
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
        "valeur « 70000 » impossible pour --port | un port est un nombre entre 1 et 65535; 0 prend le premier qui est libre",
        "impossible value “70000” for --port | a port is a number between 1 and 65535; 0 takes any that is free",
    );
    check(
        "jalon serve -i ici",
        "valeur « ici » impossible pour --interface | donnez une adresse comme 127.0.0.1, ou 0.0.0.0 pour tout le réseau",
        "impossible value “ici” for --interface | give an address such as 127.0.0.1, or 0.0.0.0 for the whole network",
    );
}

#[test]
fn a_folder_is_given_with_root() {
    check(
        "jalon build /mon/site",
        "argument inattendu « /mon/site » | pour un site dans un autre dossier, écrivez `--root /mon/site`",
        "unexpected argument “/mon/site” | for a site in another folder, write `--root /mon/site`",
    );
}

#[test]
fn a_mistake_without_a_near_word_shows_what_is_possible() {
    let (fr, en) = (
        "« jalon --help » montre tout ce qui peut être demandé",
        "“jalon --help” shows all that can be asked",
    );
    let cases = [
        ("jalon build --zzz", "option inconnue « --zzz »", "unknown option “--zzz”"),
        ("jalon build --foo", "option inconnue « --foo »", "unknown option “--foo”"),
        ("jalon publier", "commande inconnue « publier »", "unknown command “publier”"),
        ("jalon --strict", "il manque une commande", "a command is missing"),
        (
            "jalon build -o",
            "l’option --output-dir attend une valeur",
            "the option --output-dir needs a value",
        ),
        ("jalon build --today=", "l’option --today attend une valeur", "the option --today needs a value"),
        (
            "jalon build --drafts=oui",
            "l’option --drafts ne prend pas de valeur",
            "the option --drafts takes no value",
        ),
    ];
    for (line, says_fr, says_en) in cases {
        check(line, &format!("{says_fr} | {fr}"), &format!("{says_en} | {en}"));
    }
    check(
        "jalon build -o a -o b",
        "l’option --output-dir est donnée deux fois | gardez-la une seule fois",
        "the option --output-dir is given twice | keep only one of them",
    );
    check(
        "jalon build --lang klingon",
        "valeur « klingon » inconnue pour --lang | les valeurs possibles sont fr, en",
        "unknown value “klingon” for --lang | the values are fr, en",
    );
    check(
        "jalon build --today 2013-02-30",
        "valeur « 2013-02-30 » impossible pour --today | écrivez un jour du calendrier : année, mois et jour, comme 2013-10-11",
        "impossible value “2013-02-30” for --today | write a day of the calendar: year, month and day, as in 2013-10-11",
    );
}
