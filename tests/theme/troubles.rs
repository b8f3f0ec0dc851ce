//! What is wrong in a site's own templates and words, told with its place and a way out.

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::diagnostic::Diagnostic;
use jalon::lang::Lang;
use jalon::source::line_and_column;
use jalon::theme::{Around, Layer, SharedWords, Theme};

use super::views::Maker;

/// Lays files over the default theme, renders a page with `template`, and tells all that is wrong.
fn check(files: &[(&str, &str)], template: &str) -> String {
    let layer = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
    let noted = Theme::new(vec![Layer::site(layer.collect::<BTreeMap<_, _>>())]);
    let mut told: Vec<String> = noted.diagnostics.iter().map(|diagnostic| tell(diagnostic, files)).collect();
    let words = noted.value.words("fr-CA");
    let page = (Maker { words: &words }).pages().remove(0);
    let (words, mut room) = (SharedWords::of(&words), Vec::new());
    if let Err(diagnostic) =
        noted.value.render(template, &page.frame, &page.view, Around::words(&words), &mut room)
    {
        // What is known of every page is told again of the one where it is met.
        let met = tell(&diagnostic, files);
        if !told.contains(&met) {
            told.push(met);
        }
    }
    told.join("\n").replace('\u{a0}', "~")
}

pub fn tell(diagnostic: &Diagnostic, files: &[(&str, &str)]) -> String {
    let text = files.iter().find(|(path, _)| *path == diagnostic.path).map_or("", |(_, text)| text);
    let place = diagnostic.span.map_or(String::new(), |span| {
        let (line, column) = line_and_column(text, span.start);
        format!(":{line}:{column} `{}`", text.get(span.start..span.end).unwrap_or("?"))
    });
    let help = diagnostic.problem.help(Lang::Fr).map_or(String::new(), |help| format!(" ({help})"));
    format!("{}{place} {}{help}", diagnostic.path, diagnostic.problem.message(Lang::Fr))
}

#[test]
fn a_template_of_the_site_replaces_the_same_of_the_theme() {
    let files = [("templates/home.html", "<p>{{ page.title }}</p>")];
    let told = check(&files, "home.html");
    assert_eq!(told, "");
}

#[test]
fn an_unknown_field_names_the_nearest() {
    let files = [("templates/home.html", "<p>été {{ page.titel }}</p>")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:16 `titel` cette page n’a pas de champ «~titel~» (vouliez-vous dire «~title~»?)");
}

#[test]
fn an_unknown_field_is_told_wherever_it_is_read() {
    let text = "{% if page.descripton == \"x\" %}{% endif %}{% if not page.titel %}{% endif %}{{ page.zzz | default(value=\"z\") }}";
    let files = [("templates/home.html", text), ("templates/mine.html", "{% if frame.logoo %}{% endif %}")];
    assert_snapshot!(check(&files, "home.html"), @"
    templates/home.html:1:12 `descripton` cette page n’a pas de champ «~descripton~» (vouliez-vous dire «~description~»?)
    templates/home.html:1:58 `titel` cette page n’a pas de champ «~titel~» (vouliez-vous dire «~title~»?)
    templates/home.html:1:85 `zzz` cette page n’a pas de champ «~zzz~» (enlevez-le de ce gabarit)
    templates/mine.html:1:13 `logoo` cette page n’a pas de champ «~logoo~» (vouliez-vous dire «~logo~»?)
    ");
}

#[test]
fn what_a_template_names_itself_is_no_field_of_the_page() {
    let files = [
        (
            "templates/home.html",
            "{% for page in page.sections %}{{ page.zzz | default(value=\"\") }}{% endfor %}",
        ),
        (
            "templates/base.html.txt",
            "{% raw %}{{ page.zzz }}{% endraw %}{# {{ page.zzz }} #} page.zzz {{ \"page.zzz\" }}",
        ),
        (
            "templates/all.html",
            "{% if page.period %}{% endif %}{% if page.extra.zzz %}{% endif %}{{ site.extra.zzz }}",
        ),
    ];
    assert_snapshot!(check(&files, "home.html"), @"");
}

#[test]
fn a_loop_through_what_is_not_there_names_the_nearest() {
    let files = [("templates/home.html", "{% for it in frame.socials %}{% endfor %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:20 `socials` cette page n’a pas de champ «~socials~» (vouliez-vous dire «~social~»?)");
    let files = [(
        "templates/home.html",
        "{% for it in page.sections %}{% for x in it.spokn %}{% endfor %}{% endfor %}",
    )];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:45 `spokn` cette page n’a pas de champ «~spokn~» (enlevez-le de ce gabarit)");
}

#[test]
fn what_a_page_lacks_is_said_to_be_empty() {
    let files = [("templates/home.html", "été {{ frame.notice.title }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:21 `title` `frame.notice` est vide ici (entourez ce passage de `{% if frame.notice %}` et de `{% endif %}`)");
    let files = [("templates/home.html", "{% for it in frame.notice %}{% endfor %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:14 `frame.notice` `frame.notice` est vide ici (entourez ce passage de `{% if frame.notice %}` et de `{% endif %}`)");
    let files = [("templates/home.html", "{% for it in page.sections %}{{ it.date.words }}{% endfor %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:41 `words` cette page n’a pas de champ «~words~» (si `it.date` peut être vide, entourez ce passage de `{% if it.date %}` et de `{% endif %}`; sinon, enlevez-le)");
    let files = [("templates/home.html", "{{ page.title.words }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:15 `words` cette page n’a pas de champ «~words~» (enlevez-le de ce gabarit)");
}

#[test]
fn an_unknown_word_names_the_nearest() {
    let files = [("templates/home.html", "{{ words.home_page.plan }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:4 `words.home_page.plan` aucun fichier de mots ne donne «~home_page.plan~» (vouliez-vous dire «~home_page.plans~»?)");
}

#[test]
fn an_unknown_variable_lists_those_that_exist() {
    let files = [("templates/home.html", "{{ xyz }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:4 `xyz` cette page n’a pas de champ «~xyz~» (les champs qui existent ici~: frame, main_words, page, words)");
}

#[test]
fn an_unknown_filter_names_the_nearest() {
    let files = [("templates/home.html", "é {{ page.title | uper }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:19 `uper` filtre inconnu~: «~uper~» (vouliez-vous dire «~upper~»?)");
}

#[test]
fn an_unknown_component_names_the_nearest() {
    let files = [("templates/home.html", "\n\n{{ <progres_line progress={page.title} /> }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:3:5 `progres_line` composant inconnu~: «~progres_line~» (vouliez-vous dire «~progress_line~»?)");
}

#[test]
fn an_unknown_included_template_names_the_nearest() {
    let files = [("templates/home.html", "{% include \"heeder.html\" %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:13 `heeder.html` gabarit inconnu~: «~heeder.html~» (vouliez-vous dire «~header.html~»?)");
}

#[test]
fn an_unknown_parent_names_the_nearest() {
    let files = [("templates/home.html", "{% extends \"bsae.html\" %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:13 `bsae.html` gabarit inconnu~: «~bsae.html~» (vouliez-vous dire «~base.html~»?)");
}

#[test]
fn an_unknown_block_names_the_nearest() {
    let files = [("templates/home.html", "{% extends \"base.html\" %}{% block mian %}{% endblock %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:35 `mian` bloc inconnu~: «~mian~» (vouliez-vous dire «~main~»?)");
}

#[test]
fn a_syntax_error_is_told_even_in_a_template_that_no_page_uses() {
    let files = [
        ("templates/brouillon.html", "<p>{{ page.title }</p>"),
        ("templates/fin.html", "{% if page.title %}"),
    ];
    assert_snapshot!(check(&files, "home.html"), @"
    templates/brouillon.html:1:18 `}` ce gabarit ne peut pas être lu; le moteur dit~: «~Found `}` but expected }}.~» (comparez avec le même fichier du thème par défaut)
    templates/fin.html:1:18 `%}` ce gabarit finit avant la fin d’une balise ou d’un bloc (chaque `{{` attend son `}}`; chaque `{% if %}`, `{% for %}` et `{% block %}` attend sa fin)
    ");
}

#[test]
fn a_template_that_a_page_names_must_exist() {
    assert_snapshot!(check(&[], "hom.html"), @"templates/hom.html gabarit inconnu~: «~hom.html~» (vouliez-vous dire «~home.html~»?)");
}

#[test]
fn a_component_lost_by_a_replacement_is_told_of_the_replacement() {
    let files =
        [("templates/components/text.html", "{% component dated(sentence, date) %}{% endcomponent %}")];
    assert_snapshot!(check(&files, "home.html"), @"
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~only~» y manque (themes/default/templates/action.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~stage_banner~» y manque (themes/default/templates/action.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~translation_banner~» y manque (themes/default/templates/action.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~timeframe~» y manque (themes/default/templates/action.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~names~» y manque (themes/default/templates/action.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~downloads~» y manque (themes/default/templates/actions.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~spoken~» y manque (themes/default/templates/changes.html en a besoin)
    templates/components/text.html ce fichier remplace celui du thème, mais le composant «~badge_snippet~» y manque (themes/default/templates/orientation.html en a besoin)
    ");
}

#[test]
fn a_block_lost_by_a_replacement_is_told_of_the_replacement() {
    let files = [("templates/base.html", "<main>{% block main %}{% endblock %}</main>")];
    assert_snapshot!(check(&files, "home.html"), @"
    templates/base.html ce fichier remplace celui du thème, mais le bloc «~kind~» y manque (themes/default/templates/404.html en a besoin)
    templates/base.html ce fichier remplace celui du thème, mais le bloc «~breadcrumb~» y manque (themes/default/templates/404.html en a besoin)
    templates/base.html ce fichier remplace celui du thème, mais le bloc «~share_kind~» y manque (themes/default/templates/page.html en a besoin)
    ");
}

#[test]
fn a_component_defined_twice_names_the_other_file() {
    let files = [("templates/components/mine.html", "{% component shape(key) %}{% endcomponent %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/components/mine.html:1:14 `shape` le composant «~shape~» est aussi défini dans components/status.html (pour le remplacer, donnez à ce fichier le même nom~: components/status.html)");
}

#[test]
fn templates_that_call_each_other_are_told_once() {
    let files =
        [("templates/a.html", "{% include \"b.html\" %}"), ("templates/b.html", "{% include \"a.html\" %}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/a.html des gabarits s’appellent sans fin~: a.html → b.html → a.html (enlevez l’un de ces appels)");
}

#[test]
fn a_circle_is_told_without_what_leads_to_it() {
    let files = [
        ("templates/page.html", "{% include \"x.html\" %}"),
        ("templates/x.html", "{% include \"y.html\" %}"),
        ("templates/y.html", "{% include \"x.html\" %}"),
    ];
    assert_snapshot!(check(&files, "home.html"), @"templates/x.html des gabarits s’appellent sans fin~: x.html → y.html → x.html (enlevez l’un de ces appels)");
}

#[test]
fn what_fails_otherwise_keeps_the_words_of_the_engine() {
    let files = [("templates/home.html", "{% for x in page.title %}{% endfor %}{{ 1 + page.title }}")];
    assert_snapshot!(check(&files, "home.html"), @"templates/home.html:1:41 `1 + page` ce gabarit échoue; le moteur dit~: «~`+` requires both operands to be numbers, found `i64` and `string`~» (comparez avec le même fichier du thème par défaut)");
}

#[test]
fn several_faults_are_all_told() {
    let files = [
        ("templates/home.html", "{% extends \"bsae.html\" %}"),
        ("templates/page.html", "{{ page.title | uper }}{{ page.title | lowr }}"),
        ("templates/plan.html", "{% if %}"),
    ];
    assert_snapshot!(check(&files, "home.html"), @"
    templates/plan.html:1:7 `%}` ce gabarit ne peut pas être lu; le moteur dit~: «~Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`~» (comparez avec le même fichier du thème par défaut)
    templates/home.html:1:13 `bsae.html` gabarit inconnu~: «~bsae.html~» (vouliez-vous dire «~base.html~»?)
    templates/page.html:1:17 `uper` filtre inconnu~: «~uper~» (vouliez-vous dire «~upper~»?)
    templates/page.html:1:40 `lowr` filtre inconnu~: «~lowr~» (vouliez-vous dire «~lower~»?)
    ");
}

#[test]
fn words_of_the_site_replace_those_of_the_theme() {
    let files = BTreeMap::from([
        ("words/fr.toml".to_owned(), b"[plan]\norientations = \"Nos axes\"\n"[..].into()),
        ("words/fr-CA.toml".to_owned(), b"home = \"Maison\"\n"[..].into()),
    ]);
    let theme = Theme::new(vec![Layer::site(files)]).value;
    assert_eq!(theme.words("fr-CA").say("plan.orientations", &[]), "Nos axes");
    assert_eq!(theme.words("fr-CA").say("home", &[]), "Maison");
    assert_eq!(theme.words("fr").say("home", &[]), "Accueil");
    assert_eq!(theme.words("en-CA").say("home", &[]), "Home");
}

#[test]
fn words_that_cannot_be_used_are_told() {
    let files =
        [("words/fr.toml", "[status]\ndoone = \"Faite\"\ndone = 3\n"), ("words/en.toml", "home = Start")];
    assert_snapshot!(check(&files, "home.html"), @r#"
    words/en.toml:1:8 `Start` le texte «~Start~» n’est pas entre guillemets droits (écrivez `home = "Start"`)
    words/fr.toml:3:8 `3` «~status.done~» attend un texte, et non «~3~» (écrivez `status.done = "3"`)
    words/fr.toml:2:1 `doone` aucune page ne lit les mots «~status.doone~» (vouliez-vous dire «~status.done~»?)
    "#);
}

#[test]
fn the_site_stands_in_front_of_its_theme_and_the_theme_in_front_of_the_default() {
    let file = |path: &str, text: &str| (path.to_owned(), Arc::from(text.as_bytes()));
    let theme = Layer::theme(
        "ville",
        BTreeMap::from([
            file("templates/home.html", "theme"),
            file("templates/page.html", "theme {{ x | uper }}"),
            file("templates/plan.html", "theme"),
            file("assets/jalon.css", "theme"),
            file("assets/logo.svg", "theme"),
        ]),
    );
    let site = Layer::site(BTreeMap::from([
        file("templates/home.html", "site"),
        file("assets/logo.svg", "site"),
        file("content/_index.md", "not ours"),
    ]));
    let noted = Theme::new(vec![theme, site]);
    assert_snapshot!(noted.diagnostics.iter().map(|diagnostic| tell(diagnostic, &[])).collect::<String>(), @"themes/ville/templates/page.html:1:1 `?` filtre inconnu : « uper » (vouliez-vous dire « upper »?)");
    let words = noted.value.words("fr-CA");
    let page = (Maker { words: &words }).pages().remove(0);
    let (words, mut room) = (SharedWords::of(&words), Vec::new());
    let mut render = |template| {
        let text = noted.value.render(template, &page.frame, &page.view, Around::words(&words), &mut room);
        text.expect("it renders").to_owned()
    };
    assert_eq!(render("home.html"), "site");
    assert_eq!(render("plan.html"), "theme");
    assert_eq!(noted.value.assets()["jalon.css"][..], *b"theme");
    assert_eq!(noted.value.assets()["logo.svg"][..], *b"site");
    assert!(noted.value.assets().contains_key("favicon.svg"));
}

#[test]
fn a_template_that_is_not_utf8_is_told() {
    let files = BTreeMap::from([("templates/home.html".to_owned(), b"<p>\xe9t\xe9</p>"[..].into())]);
    let noted = Theme::new(vec![Layer::site(files)]);
    assert_snapshot!(noted.diagnostics.iter().map(|diagnostic| tell(diagnostic, &[])).collect::<String>(), @"templates/home.html:1:1 `?` ce fichier n’est pas en UTF-8 : octet 0xE9 (en Windows-1252, cet octet serait « é »; enregistrez le fichier en UTF-8)");
}
