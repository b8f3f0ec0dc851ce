//! The words of a language that jalon does not speak: what its file must give, how it counts, and
//! what is told of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::theme::{Layer, Theme};

use super::troubles::tell;

/// French, as it would be copied to start a translation.
const START: &str = include_str!("../../themes/default/words/fr.toml");

fn theme(files: &[(&str, &str)]) -> (Theme, Vec<jalon::diagnostic::Diagnostic>) {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes())));
    let noted = Theme::new(vec![Layer::site(files.collect::<BTreeMap<_, _>>())]);
    (noted.value, noted.diagnostics)
}

/// All that is told of the files of a site in these languages, errors marked `!`.
fn told(tags: &[&str], files: &[(&str, &str)]) -> String {
    let (theme, mut diagnostics) = theme(files);
    diagnostics.extend(theme.words_problems(tags));
    let told = diagnostics.iter().map(|diagnostic| {
        let mark = if diagnostic.severity == Severity::Error { "! " } else { "" };
        format!("{mark}{}", tell(diagnostic, files))
    });
    told.collect::<Vec<_>>().join("\n").replace('\u{a0}', "~")
}

#[test]
fn french_and_english_need_no_file() {
    assert_eq!(told(&["fr-CA", "en-CA", "fr-FR", "en"], &[]), "");
}

#[test]
fn a_language_without_a_file_tells_how_to_start_one() {
    let told = told(&["fr-CA", "es"], &[]);
    let n_words = told.split(", ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    assert!(n_words.parse::<usize>().is_ok_and(|n| n > 200), "{n_words}");
    assert_snapshot!(told.replace(n_words, "N"), @"! words/es.toml ce fichier manque~: il donne les mots des pages en «~es~», N en tout, et jalon n’a que ceux du français et de l’anglais (`jalon theme eject words/fr.toml` copie ceux du français~: renommez la copie words/es.toml, puis traduisez ce qui est entre guillemets droits)");
}

#[test]
fn a_translation_begun_lacks_the_rest_in_one_error() {
    let whole = START.replace("home = \"Accueil\"\n", "").replace("[kind]\n", "[kind]\n# ");
    assert_snapshot!(told(&["es"], &[("words/es.toml", &whole)]), @"! words/es.toml il manque 2 clés aux mots de la langue «~es~»~: «~home~» et «~kind.plan~» (`jalon theme eject words/fr.toml` copie ceux du français~: reprenez-y ces clés et traduisez-les, puis retirez la copie)");
    let half = &START[..START.find("[plan]").expect("a table")];
    let told = told(&["es"], &[("words/es.toml", half)]);
    assert_eq!(told.matches('!').count(), 1, "{told}");
}

#[test]
fn a_translation_needs_one_form_for_what_counts_and_may_have_those_of_its_language() {
    let single = |text: &str| {
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("one = ")).collect();
        lines.join("\n")
    };
    assert_eq!(told(&["es"], &[("words/es.toml", &single(START))]), "");
    let polish = START.replace("[progress.done]\n", "[progress.done]\nfew = \"{n} f\"\nmany = \"{n} m\"\n");
    assert_eq!(told(&["pl"], &[("words/pl.toml", &polish)]), "");
    assert_snapshot!(told(&["es"], &[("words/es.toml", &polish)]), @"words/es.toml cette langue n’a pas la forme «~few~»~: ces mots ne seront jamais affichés (pour les mots qui comptent, elle a~: «~one~», «~many~» et «~other~»)");
}

#[test]
fn a_variant_holds_only_what_differs() {
    let variant = "home = \"Casa\"\n[progress.done]\nother = \"{n} prontas\"\n";
    let files = [("words/pt.toml", START), ("words/pt-BR.toml", variant)];
    assert_eq!(told(&["pt-BR"], &files), "");
    let (theme, _) = theme(&files);
    let words = theme.words("pt-BR");
    assert_eq!(
        (words.say("home", &[]).as_str(), words.say("skip", &[]).as_str()),
        ("Casa", "Passer au contenu")
    );
    let alone = told(&["pt-BR"], &[("words/pt-BR.toml", variant)]);
    assert!(alone.starts_with("! words/pt-BR.toml il manque "), "{alone}");
}

#[test]
fn a_number_takes_the_form_of_the_language_or_the_one_for_all() {
    let arabic = "[progress.done]\nzero = \"z{n}\"\ntwo = \"t{n}\"\nother = \"o{n}\"\n";
    let (theme, _) = theme(&[("words/ar.toml", arabic)]);
    let words = theme.words("ar");
    let said = [0, 1, 2, 3, 12_345].map(|n| words.count("progress.done", n));
    assert_eq!(said.join(" "), "z0 o1 t2 o3 o12,345");
    // What the file does not say is said in French, with the plurals of French words.
    assert_eq!(words.count("progress.late", 3), "3 en retard");
}

#[test]
fn french_has_a_form_for_millions_that_nobody_needs() {
    let (theme, _) = theme(&[("words/fr.toml", "[progress.total]\nmany = \"{n} d’actions\"\n")]);
    let words = theme.words("fr-CA");
    let said = words.count("progress.total", 2_000_000).replace('\u{a0}', "~");
    assert_eq!(said, "2~000~000 d’actions");
    assert_eq!(words.count("progress.done", 2_000_000).replace('\u{a0}', "~"), "2~000~000 réalisées");
    assert_eq!(words.count("progress.total", 0), "0 action");
}

#[test]
fn words_that_no_page_reads_are_told() {
    let files = [
        ("words/fr.toml", "hom = \"Maison\"\n[status]\nlate = \"\"\n"),
        ("words/de.toml", "home = \"Start\"\n"),
    ];
    assert_snapshot!(told(&["fr-CA"], &files), @"
    ! words/fr.toml:1:1 `hom` aucune page ne lit les mots «~hom~» (vouliez-vous dire «~home~»?)
    ! words/fr.toml:3:1 `late` aucune page ne lit les mots «~status.late~» (vouliez-vous dire «~status.planned~»?)
    words/de.toml personne ne lit ces mots~: «~de~» n’est pas une langue du site (déclarez-la dans jalon.toml avec [languages.de], ou retirez ce fichier)
    ");
}

#[test]
fn a_value_that_words_are_not_given_is_told() {
    let text = "[footer]\nupdated = \"Le {jour}\"\n[progress.done]\none = \"{n} faite\"\nother = \"{nombre} faites\"\n[feed]\nfollow = \"{n} fils\"\n";
    assert_snapshot!(told(&["fr-CA"], &[("words/fr.toml", text)]), @"
    ! words/fr.toml:7:1 `follow` rien ne remplace `{n}` dans les mots «~feed.follow~»~: les visiteurs le liraient tel quel (enlevez-le~: ces mots n’ont pas de valeur à montrer)
    ! words/fr.toml:2:1 `updated` rien ne remplace `{jour}` dans les mots «~footer.updated~»~: les visiteurs le liraient tel quel (ces mots peuvent montrer `{date}`)
    ! words/fr.toml:5:1 `other` rien ne remplace `{nombre}` dans les mots «~progress.done.other~»~: les visiteurs le liraient tel quel (ces mots peuvent montrer `{n}`)
    ");
}

#[test]
fn a_template_asks_only_for_words_that_some_file_gives() {
    let asks =
        ("templates/page.html", "{{ words.merci.tous }} {{ words.merci.vous }} {{ words.hom }} words.x");
    assert_snapshot!(told(&["fr-CA"], &[asks]), @"
    ! templates/page.html:1:4 `words.merci.tous` aucun fichier de mots ne donne «~merci.tous~» (ajoutez cette clé dans words/fr.toml, et dans celui de chaque autre langue du site)
    ! templates/page.html:1:27 `words.merci.vous` aucun fichier de mots ne donne «~merci.vous~» (ajoutez cette clé dans words/fr.toml, et dans celui de chaque autre langue du site)
    ! templates/page.html:1:50 `words.hom` aucun fichier de mots ne donne «~hom~» (vouliez-vous dire «~home~»?)
    ");
    let gives = ("words/fr.toml", "hom = \"h\"\nmerci.tous = \"Merci\"\nmerci.vous = \"Merci\"\n");
    assert_eq!(told(&["fr-CA"], &[asks, gives]), "");
    assert_snapshot!(told(&["fr-CA", "en-CA"], &[asks, gives]), @"! words/en.toml il manque 3 clés aux mots de la langue «~en~»~: «~hom~», «~merci.tous~» et «~merci.vous~» (`jalon theme eject words/fr.toml` copie ceux du français~: reprenez-y ces clés et traduisez-les, puis retirez la copie)");
}

#[test]
fn messages_about_words_are_in_english_too() {
    let (theme, _) = theme(&[("words/es.toml", "home = \"Inicio\"\n")]);
    let told = theme.words_problems(&["es", "de"]);
    let told: Vec<String> = told.iter().map(|it| it.problem.message(Lang::En)).collect();
    let shown: String = told.join("\n").chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    assert_snapshot!(shown, @"
    the words of the language “es” lack ### keys: “action.late”, “action.measure”, “action.note”, “action.partners” and ### more
    this file is missing: it gives the words of pages in “de”, ### in all, and jalon has only those of French and English
    ");
}
