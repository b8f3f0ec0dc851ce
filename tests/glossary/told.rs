//! What is told to the author: acronyms that nobody explains, that nobody uses, that are explained twice.

use jalon::lang::Lang;

use super::build;

/// Each warning as its code and its place, with the words of its message between « ».
fn told(settings: &str, documents: &[(&str, &str)]) -> Vec<String> {
    let outcome = build(settings, documents);
    let said = outcome.diagnostics.iter().map(|it| {
        let message = it.problem.message(Lang::Fr);
        let word =
            message.split("«\u{a0}").nth(1).and_then(|rest| rest.split("\u{a0}»").next()).unwrap_or_default();
        let text =
            documents.iter().find(|(path, _)| it.path.ends_with(path)).map_or(settings, |(_, text)| text);
        let line = it.span.filter(|_| it.path.ends_with(".md"));
        let line = line.map_or(0, |span| jalon::source::line_and_column(text, span.start).0);
        format!("{} {word} @ {}:{line}", it.problem.code(), it.path.trim_start_matches("content/"))
    });
    said.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told("", &[("a.md", text)]), expected, "{text}");
}

#[test]
fn an_acronym_used_twice_and_explained_nowhere_is_told_once() {
    check("# A\n\nUn texte.\n\nLa MRC, puis\nles MRC et la MRC.\n", &["unknown-acronym MRC @ a.md:5"]);
    check("# A\n\nLa MRC.\n", &[]);
    assert_eq!(
        told("", &[("b.md", "# B\n\nLa MRC.\n"), ("a.md", "# A\n\n- x\n- la MRC\n")]),
        ["unknown-acronym MRC @ a.md:4"]
    );
}

#[test]
fn the_message_tells_how_often_and_what_to_do() {
    let outcome = build("", &[("a.md", "# A\n\nLa MRC, les MRC, une MRC.\n")]);
    insta::assert_snapshot!(outcome.diagnostics[0].problem.message(Lang::Fr), @"le sigle « MRC » sert 3 fois, et rien ne dit ce qu’il veut dire");
    insta::assert_snapshot!(outcome.diagnostics[0].problem.help(Lang::En).unwrap_or_default(), @"add “MRC: …” to content/glossary.md or to the list of acronyms of the document; if everybody knows it, write `ignore = [\"MRC\"]` under `[glossary]` in jalon.toml");
}

#[test]
fn cells_and_items_are_read_as_well() {
    check("# A\n\n| Qui |\n|---|\n| MRC |\n| MRC, CLSC |\n", &["unknown-acronym MRC @ a.md:5"]);
    check("# A\n\n- la **CDC**\n  - sa CDC\n", &["unknown-acronym CDC @ a.md:3"]);
}

#[test]
fn a_text_that_says_it_in_full_explains_it() {
    check("# A\n\nLa coopérative jeunesse de services (CJS). Une CJS, deux CJS.\n", &[]);
    check("# A\n\nUne CJS (coopérative jeunesse de services), deux CJS.\n", &[]);
    check("# A\n\nLe camp de jour (CJS), une CJS.\n", &["unknown-acronym CJS @ a.md:3"]);
}

#[test]
fn numbers_titles_and_shouted_words_are_no_acronyms() {
    check("# A\n\nLe XX, le XX, partie IV et IV, LE PLAN, LE PLAN, L’AN PASSÉ, L’AN PASSÉ.\n", &[]);
    check("# A\n\n## BUDGET\n\nx\n\n## BUDGET\n\n| QUOI |\n|---|\n| a |\n\n| QUOI |\n|---|\n| b |\n", &[]);
    check("# A\n\n**IL FAUT VENIR** et **IL FAUT VENIR**.\n", &[]);
    check("# A\n\nC’est OUI, OUI, et le PDF, le PDF.\n", &[]);
    check("# A\n\nVenez TOUTES les deux : TOUJOURS vrai, TOUJOURS, toujours.\n", &[]);
    check("# A\n\n`MRC` et `MRC`\n\n    MRC\n", &[]);
}

#[test]
fn what_is_known_is_not_asked() {
    let text = ("a.md", "# A\n\nLe CL, le CL. Le CLSC, le CLSC.\n");
    assert_eq!(
        told("[people]\n\"CL\" = \"Comité logement\"\n[glossary]\nignore = [\"CLSC\"]\n", &[text]),
        [""; 0]
    );
}

#[test]
fn an_entry_of_ignore_that_serves_no_more_is_told() {
    let explained = ("a.md", "# A\n\nUne AGA.\n\n## Sigles\n\nAGA : Assemblée\n");
    let settings = "[glossary]\nignore = [\"AGA\", \"CLSC\"]\n";
    assert_eq!(
        told(settings, &[explained]),
        ["unused-ignore AGA @ jalon.toml:0", "unused-ignore CLSC @ jalon.toml:0"]
    );
    // Used once, it may be used again.
    assert_eq!(told("[glossary]\nignore = [\"CLSC\"]\n", &[("a.md", "# A\n\nUn CLSC.\n")]), [""; 0]);
}

#[test]
fn an_acronym_explained_for_no_text_is_told() {
    check("# A\n\n## Sigles\n\nAGA : Assemblée\n", &["unused-acronym AGA @ a.md:5"]);
    assert_eq!(
        told(
            "",
            &[
                ("glossaire.md", "# Glossaire\n\n- AGA : Assemblée\n- Table : un meuble\n"),
                ("a.md", "# A\n\nx\n")
            ]
        ),
        ["unused-acronym AGA @ glossaire.md:3"]
    );
    // A title, a description or a link is a use.
    assert_eq!(
        told(
            "",
            &[
                ("glossaire.md", "# Glossaire\n\n- AGA : Assemblée\n- CA : Conseil\n"),
                ("a.md", "+++\ndescription = \"Avant l’AGA\"\n+++\n# Notre CA\n\nx\n")
            ]
        ),
        [""; 0]
    );
}

#[test]
fn two_meanings_are_told_with_both_places() {
    let documents = [
        ("glossaire.md", "# Glossaire\n\n- CA : Conseil d’administration\n"),
        ("a.md", "# A\n\nLe CA.\n\n## Sigles\n\nCA : Comité d’accueil\n"),
        ("b.md", "# B\n\nLe CA.\n\n## Sigles\n\nCA : conseil d'administration.\n"),
    ];
    let outcome = build("", &documents);
    let said: Vec<String> = outcome.diagnostics.iter().map(|it| it.problem.message(Lang::Fr)).collect();
    insta::assert_snapshot!(said.join("\n"), @"« CA » veut dire « Comité d’accueil » ici, et « Conseil d’administration » dans content/glossaire.md, ligne 3");
    assert_eq!(told("", &documents), ["acronym-twice CA @ a.md:7"]);
}

#[test]
fn an_acronym_explained_in_another_language_only_is_told() {
    let documents = [
        ("glossaire.md", "# Glossaire\n\n- MRC : Municipalité\n"),
        ("a.md", "# A\n\nLa MRC.\n"),
        ("a.en.md", "# A\n\nThe MRC, our MRC.\n"),
    ];
    let outcome = build("[languages.fr]\n[languages.en]\n", &documents);
    assert_eq!(outcome.diagnostics.len(), 1);
    let help = outcome.diagnostics[0].problem.help(Lang::Fr).unwrap_or_default();
    assert!(help.contains("content/glossaire.md, ligne 3"), "{help}");
}

#[test]
fn an_acronym_without_its_accent_is_recognised() {
    let text = "# A\n\nLa CRE, la CRE, la CRÉ.\n\n## Sigles\n\nCRÉ : Conférence\n";
    let outcome = build("", &[("a.md", text)]);
    let help: Vec<String> = outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::Fr)).collect();
    assert_eq!(help, ["vouliez-vous dire «\u{a0}CRÉ\u{a0}»?"]);
}

#[test]
fn a_plan_may_accept_what_is_told_of_it() {
    let plan = |accept: &str| {
        format!(
            "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-03-27\n[plan]\n{accept}\n+++\n\n## Orientation 1 : Agir\n\n| Actions |\n|---|\n| Voir la MRC |\n| Avec la MRC |\n"
        )
    };
    let codes = |accept: &str| -> Vec<&str> {
        let outcome = build("", &[("plan.md", &plan(accept))]);
        outcome.diagnostics.iter().map(|it| it.problem.code()).collect()
    };
    assert_eq!(codes(""), ["unknown-acronym"]);
    assert_eq!(codes("accept = [\"unknown-acronym\"]"), [""; 0]);
}

#[test]
fn an_unknown_key_of_the_settings_is_told() {
    assert_eq!(
        told("[glossary]\nignores = [\"CLSC\"]\n", &[("a.md", "# A\n")]),
        ["unknown-key ignores @ jalon.toml:0"]
    );
}
