//! The settings of a site: what is understood, and what their authors are told.

use jalon::config::{self, Config, Written};
use jalon::diagnostic::Noted;
use jalon::lang::Lang;
use jalon::source::{Source, line_and_column};
use jalon::words;
use proptest::{prop_assert, prop_assert_eq, proptest};

fn read(text: &str) -> (Config, String) {
    let Noted { value, diagnostics } = config::read(&Source::new("jalon.toml", text));
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let place = diagnostic.span.map_or("file".to_owned(), |span| {
            let (line, column) = line_and_column(text, span.start);
            let (_, end) = line_and_column(text, span.end);
            format!("{line}:{column}-{end}")
        });
        shown += &format!("{place} {}\n", diagnostic.problem.code());
        for lang in [Lang::Fr, Lang::En] {
            let help = diagnostic.problem.help(lang).map(|help| format!(" → {help}"));
            shown += &format!("  {}{}\n", diagnostic.problem.message(lang), help.unwrap_or_default());
        }
    }
    (value, shown.replace('\u{a0}', " "))
}

fn check(text: &str, expected: &str) {
    let (_, shown) = read(text);
    assert_eq!(shown.trim(), expected.trim(), "\n{shown}");
}

/// The settings of a text without any problem.
fn clean(text: &str) -> Config {
    let (config, problems) = read(text);
    assert_eq!(problems, "");
    config
}

fn languages(config: &Config) -> String {
    let languages = config.languages.iter().map(|language| format!("{} {}", language.code, language.tag));
    languages.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_title_is_enough() {
    let config = clean("title = \"Réseau\"");
    assert_eq!(config.title, "Réseau");
    assert_eq!((config.base_url.origin.as_str(), config.base_url.path.as_str()), ("", "/"));
    assert_eq!(config.default_language, "fr");
    assert_eq!(languages(&config), "fr fr-CA");
}

#[test]
fn addresses_end_with_a_slash() {
    for (written, origin, path) in [
        ("https://exemple.org", "https://exemple.org", "/"),
        ("https://Exemple.org/", "https://exemple.org", "/"),
        ("http://localhost:1111/asso", "http://localhost:1111", "/asso/"),
        ("https://exemple.org/a/b/", "https://exemple.org", "/a/b/"),
    ] {
        let config = clean(&format!("title = \"a\"\nbase_url = \"{written}\""));
        assert_eq!((config.base_url.origin.as_str(), config.base_url.path.as_str()), (origin, path));
        let again = clean("title = \"a\"").with_base_url(written).expect("a good address");
        assert_eq!(again.base_url, config.base_url);
    }
    assert!(clean("title = \"a\"").with_base_url("exemple.org").is_err());
}

#[test]
fn the_default_language_comes_first_and_is_always_there() {
    for (written, expected) in [
        ("[languages.en]\n[languages.fr]", "fr fr-CA, en en-CA"),
        ("[languages.en]\n[languages.es]", "fr fr-CA, en en-CA, es es"),
        ("default_language = \"en\"", "en en-CA"),
        ("default_language = \"en\"\n[languages.fr]\ntag = \"fr-FR\"\n[languages.en]", "en en-CA, fr fr-FR"),
    ] {
        assert_eq!(languages(&clean(&format!("title = \"a\"\n{written}"))), expected);
    }
}

#[test]
fn the_title_may_be_that_of_the_default_language() {
    assert_eq!(clean("[languages.fr]\ntitle = \"Réseau\"").title, "Réseau");
}

#[test]
fn words_of_the_site_stand_for_statuses() {
    let config = clean(
        "title = \"a\"\n[statuses]\n\"Sur  les RAILS\" = \"In-Progress\"\nrompue = \"dropped\"\n\"assemblée\" = \"noted\"",
    );
    let statuses: Vec<_> = config.statuses.iter().map(|(words, key)| format!("{words}: {key}")).collect();
    assert_eq!(statuses, ["assemblee: noted", "rompue: dropped", "sur les rails: in-progress"]);
}

#[test]
fn the_menu_keeps_its_order() {
    let config = clean(
        "title = \"a\"\n[[menu]]\ntitle = \"Plans\"\nurl = \"@/plans/_index.md\"\n[[menu]]\ntitle = \"A\"\nurl = \"/a/\"",
    );
    let titles: Vec<_> = config.menu.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles, ["Plans", "A"]);
}

#[test]
fn words_are_laid_over_one_another_by_dotted_key() {
    let theme = Source::new("fr.toml", "[status]\ndone = \"Réalisée\"\nlate = \"En retard\"");
    let site = Source::new("words/fr.toml", "status.done = \"Accomplie\"\nn = 3");
    let read = words::read(&[&theme, &site], Lang::Fr);
    assert_eq!(read.value.say("status.done", &[]), "Accomplie");
    assert_eq!(read.value.say("status.late", &[]), "En retard");
    let said: Vec<_> = read.diagnostics.iter().map(|d| (d.path.as_str(), d.problem.code())).collect();
    assert_eq!(said, [("words/fr.toml", "wrong-type")]);
}

proptest! {
    #[test]
    fn any_settings_are_read_without_a_panic(
        lines in proptest::collection::vec(
            "(title|base_url|\\[languages\\.[a-zé]{1,3}\\]|\\[statuses\\]|\\[\\[menu\\]\\]|languages|menu|tag)( = )?(\"[^\"]{0,9}\"|\\[|\\{|1|“a”|\\PC{0,5})?",
            0..8,
        ),
    ) {
        let text = lines.join("\n");
        let Noted { value, diagnostics } = config::read(&Source::new("jalon.toml", text.as_str()));
        prop_assert_eq!(&value.languages[0].code, &value.default_language);
        for span in diagnostics.iter().filter_map(|diagnostic| diagnostic.span) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}

#[test]
fn a_site_without_title() {
    check(
        r#""#,
        r#"
file missing-key
  il manque la clé « title » → écrivez `title = "Le nom de votre association"`
  the key “title” is missing → write `title = "Le nom de votre association"`
"#,
    );
}

#[test]
fn an_empty_title() {
    check(
        r#"title = " ""#,
        r#"
1:9-12 empty-text
  « title » est vide → écrivez un texte, ou enlevez la ligne
  “title” is empty → write a text, or remove the line
"#,
    );
}

#[test]
fn a_setting_with_a_slip() {
    check(
        r#"title = "a"
base_ulr = "https://exemple.org""#,
        r#"
2:1-9 unknown-key
  clé inconnue « base_ulr » → vouliez-vous dire « base_url »?
  unknown key “base_ulr” → did you mean “base_url”?
"#,
    );
}

#[test]
fn settings_of_other_generators() {
    check(
        r#"title = "a"
baseURL = "https://exemple.org"
compile_sass = true
[languages.en]
locale = "en"
[params]
a = 1"#,
        r#"
5:1-7 foreign-key
  « locale » n’est pas une clé de jalon → écrivez plutôt `tag = "en"`
  “locale” is not a key of jalon → write `tag = "en"` instead
2:1-8 foreign-key
  « baseURL » n’est pas une clé de jalon → écrivez plutôt `base_url = "https://exemple.org"`
  “baseURL” is not a key of jalon → write `base_url = "https://exemple.org"` instead
3:1-13 foreign-key
  « compile_sass » n’est pas une clé de jalon → enlevez la ligne; le thème est en CSS
  “compile_sass” is not a key of jalon → remove the line; the theme is in CSS
6:2-8 foreign-key
  « params » n’est pas une clé de jalon → écrivez plutôt `[extra]`
  “params” is not a key of jalon → write `[extra]` instead
"#,
    );
}

#[test]
fn an_address_without_https() {
    check(
        r#"title = "a"
base_url = "exemple.org""#,
        r#"
2:12-25 bad-address
  l’adresse « exemple.org » de « base_url » n’est pas valide : elle doit commencer par https:// ou http:// → par exemple `https://exemple.org/asso/`
  the address “exemple.org” of “base_url” is not valid: it must start with https:// or http:// → for example `https://exemple.org/asso/`
"#,
    );
}

#[test]
fn an_address_without_host() {
    check(
        r#"title = "a"
base_url = "https:///asso""#,
        r#"
2:12-27 bad-address
  l’adresse « https:///asso » de « base_url » n’est pas valide : il manque le nom du site → par exemple `https://exemple.org/asso/`
  the address “https:///asso” of “base_url” is not valid: the name of the site is missing → for example `https://exemple.org/asso/`
"#,
    );
}

#[test]
fn an_address_with_a_question() {
    check(
        r#"title = "a"
base_url = "https://exemple.org/asso?x""#,
        r#"
2:12-40 bad-address
  l’adresse « https://exemple.org/asso?x » de « base_url » n’est pas valide : le caractère « ? » est interdit → par exemple `https://exemple.org/asso/`
  the address “https://exemple.org/asso?x” of “base_url” is not valid: the character “?” is forbidden → for example `https://exemple.org/asso/`
"#,
    );
}

#[test]
fn a_language_that_is_no_code() {
    check(
        r#"title = "a"
default_language = "français"
[languages.French]
[languages]
en = "English""#,
        r#"
2:20-30 bad-language
  « français » n’est pas un code de langue → par exemple fr, en, es ou fr-CA
  “français” is not a language code → for example fr, en, es or fr-CA
3:12-18 bad-language
  « French » n’est pas un code de langue → par exemple fr, en, es ou fr-CA
  “French” is not a language code → for example fr, en, es or fr-CA
5:6-15 wrong-type
  « languages.en » attend une table, et non « English » → écrivez `[languages.en]` seul sur une ligne, et ses clés en dessous
  “languages.en” expects a table, not “English” → write `[languages.en]` alone on a line, and its keys below it
"#,
    );
}

#[test]
fn a_status_with_a_slip() {
    check(
        r#"title = "a"
[statuses]
"sur les rails" = "in-progres"
"rompue" = "cassée"
"tenue" = 3"#,
        r#"
3:19-31 unknown-word
  « sur les rails » n’a pas de valeur « in-progres » → vouliez-vous dire « in-progress »?
  “sur les rails” has no value “in-progres” → did you mean “in-progress”?
4:12-20 unknown-word
  « rompue » n’a pas de valeur « cassée » → valeurs possibles : planned, preparing, in-progress, ongoing, partial, done, postponed, on-hold, dropped, noted, not-stated
  “rompue” has no value “cassée” → possible values: planned, preparing, in-progress, ongoing, partial, done, postponed, on-hold, dropped, noted, not-stated
5:11-12 wrong-type
  « tenue » attend un texte, et non « 3 » → écrivez `tenue = "3"`
  “tenue” expects a text, not “3” → write `tenue = "3"`
"#,
    );
}

#[test]
fn a_menu_entry_without_address() {
    check(
        r#"title = "a"
[[menu]]
title = "Plans"
[[menu]]
titel = "b"
url = """#,
        r#"
2:1-9 missing-key
  il manque la clé « url » → écrivez `url = "@/plans/_index.md"`
  the key “url” is missing → write `url = "@/plans/_index.md"`
4:1-9 missing-key
  il manque la clé « title » → écrivez `title = "Nos plans"`
  the key “title” is missing → write `title = "Nos plans"`
6:7-9 empty-text
  « url » est vide → écrivez un texte, ou enlevez la ligne
  “url” is empty → write a text, or remove the line
5:1-6 unknown-key
  clé inconnue « titel » → vouliez-vous dire « title »?
  unknown key “titel” → did you mean “title”?
"#,
    );
}

#[test]
fn a_menu_that_is_one_table() {
    check(
        r#"title = "a"
[menu]
title = "Plans""#,
        r#"
2:1-7 wrong-type
  « menu » attend trois lignes par lien, et non une table → écrivez, à la fin du fichier, pour chaque lien : `[[menu]]`, puis `title = "Nos plans"`, puis `url = "@/plans/_index.md"`
  “menu” expects three lines for each link, not a table → write, at the end of the file, for each link: `[[menu]]`, then `title = "Our plans"`, then `url = "@/plans/_index.md"`
"#,
    );
}

#[test]
fn a_status_named_in_words_has_its_key_told() {
    let told = |word: &str| read(&format!("title = \"a\"\n[statuses]\n\"ça roule\" = \"{word}\"")).1;
    for (word, key) in
        [("en cours", "in-progress"), ("Réalisée", "done"), ("Abandonné", "dropped"), ("On hold", "on-hold")]
    {
        let told = told(word);
        assert!(told.contains(&format!("vouliez-vous dire « {key} »?")), "{told}");
    }
}

#[test]
fn a_status_word_without_quotes() {
    check(
        r#"title = "a"
[statuses]
à l'étude = "planned""#,
        r#"
3:1-22 bare-key
  « à l'étude » a besoin de guillemets pour servir de clé → écrivez `"à l'étude" = …`
  “à l'étude” needs quotation marks to be a key → write `"à l'étude" = …`
"#,
    );
}

#[test]
fn everyday_words_for_settings() {
    check(
        r#"nom = "Réseau"
title = "a"
adresse = "https://exemple.org"
langue = "fr"
[[menu]]
titre = "Plans"
lien = "/plans/"
title = "Plans"
url = "/plans/""#,
        r#"
6:1-6 foreign-key
  « titre » n’est pas une clé de jalon → écrivez plutôt `title = "Plans"`
  “titre” is not a key of jalon → write `title = "Plans"` instead
7:1-5 foreign-key
  « lien » n’est pas une clé de jalon → écrivez plutôt `url = "/plans/"`
  “lien” is not a key of jalon → write `url = "/plans/"` instead
1:1-4 foreign-key
  « nom » n’est pas une clé de jalon → écrivez plutôt `title = "Réseau"`
  “nom” is not a key of jalon → write `title = "Réseau"` instead
3:1-8 foreign-key
  « adresse » n’est pas une clé de jalon → écrivez plutôt `base_url = "https://exemple.org"`
  “adresse” is not a key of jalon → write `base_url = "https://exemple.org"` instead
4:1-7 foreign-key
  « langue » n’est pas une clé de jalon → écrivez plutôt `default_language = "fr"`
  “langue” is not a key of jalon → write `default_language = "fr"` instead
"#,
    );
}

#[test]
fn languages_on_one_line() {
    check(
        r#"title = "a"
languages = "fr""#,
        r#"
2:13-17 wrong-type
  « languages » attend une ligne par langue, et non « fr » → écrivez `default_language = "fr"`, et à la fin du fichier une ligne par autre langue : `[languages.en]`
  “languages” expects one line for each language, not “fr” → write `default_language = "fr"`, and at the end of the file one line for each other language: `[languages.en]`
"#,
    );
}

#[test]
fn a_menu_that_is_a_list_of_words_is_one_mistake() {
    check(
        r#"title = "a"
menu = ["Accueil", "Plans"]"#,
        r#"
2:8-28 wrong-type
  « menu » attend trois lignes par lien, et non une liste → écrivez, à la fin du fichier, pour chaque lien : `[[menu]]`, puis `title = "Nos plans"`, puis `url = "@/plans/_index.md"`
  “menu” expects three lines for each link, not a list → write, at the end of the file, for each link: `[[menu]]`, then `title = "Our plans"`, then `url = "@/plans/_index.md"`
"#,
    );
}

#[test]
fn an_address_that_is_wrong_is_still_written() {
    assert_eq!(clean("title = \"a\"").base_url.written, Written::Nothing);
    for wrong in ["base_url = \"exemple.org\"", "base_url = 3", "base_url = https://exemple.org"] {
        assert_eq!(read(wrong).0.base_url.written, Written::Something, "{wrong}");
    }
}

#[test]
fn the_typography_is_true_false_or_a_word() {
    check(
        "title = \"a\"\ntypography = \"non\"",
        "2:14-19 wrong-type
  « typography » attend true ou false, et non « non » → écrivez `typography = false`
  “typography” expects true or false, not “non” → write `typography = false`",
    );
    check(
        "title = \"a\"\ntypography = \"fine\"",
        "2:14-20 unknown-word
  « typography » n’a pas de valeur « fine » → valeurs possibles : true, false, thin
  “typography” has no value “fine” → possible values: true, false, thin",
    );
}
