//! The look a site asks for in its settings: what is refused, and what its pages become.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::config;
use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::Source;

/// What the settings say, and what their author is told of it.
fn check(theme: &str, expected: &str) {
    let text = format!("title = \"Réseau\"\n{theme}\n");
    let noted = config::read(&Source::new("jalon.toml", text.as_str()));
    let told = noted.diagnostics.iter().map(|diagnostic| {
        let help = diagnostic.problem.help(Lang::Fr).map(|help| format!(" → {help}"));
        let said = format!("{}{}", diagnostic.problem.message(Lang::Fr), help.unwrap_or_default());
        said.replace('\u{a0}', " ")
    });
    assert_eq!(told.collect::<Vec<_>>().join("\n"), expected, "{theme}");
}

#[test]
fn a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can() {
    check("[theme]\naccent = \"#1a5d8f\"", "");
    check("[theme]\naccent = \"navy\"", "");
    check(
        "[theme]\naccent = \"#f0a030\"",
        "la couleur « #f0a030 » ne se lit pas assez bien sur le fond clair : contraste de 1,9, alors qu’il en faut 4,5 → la nuance la plus proche qui convient est `\"#a55a00\"`",
    );
    check(
        "[theme]\naccent = \"#1a5d8f\"\naccent_dark = \"#1a5d8f\"",
        "la couleur « #1a5d8f » ne se lit pas assez bien sur le fond sombre : contraste de 2,4, alors qu’il en faut 4,5 → la nuance la plus proche qui convient est `\"#4a8abf\"`",
    );
    check(
        "[theme]\naccent = \"bleu marine\"",
        "`accent` : « bleu marine » n’est pas une couleur → écrivez un croisillon et six signes, comme `\"#80300f\"`; Word et les outils de dessin donnent ce code dans « Autres couleurs »",
    );
}

#[test]
fn a_file_of_another_kind_or_of_another_site_is_refused() {
    check(
        "[theme]\nlogo = \"/logo.docx\"",
        "`logo` : « /logo.docx » ne se termine pas par un de ces suffixes : .svg, .png, .jpg, .jpeg, .webp, .avif → choisissez un autre fichier, ou enregistrez-le dans un de ces formats",
    );
    check(
        "[theme]\nlogo = \"https://exemple.org/logo.png\"",
        "« https://exemple.org/logo.png » est sur un autre site : rien ne doit y être demandé quand on visite le vôtre → copiez le fichier dans le dossier static/ et donnez son nom, comme `\"/logo.svg\"`",
    );
}

#[test]
fn the_parts_of_the_home_page_are_known_words() {
    check("[theme]\nhome = [\"nouvelles\", \"plans\", \"synthèse\"]", "");
    check(
        "[theme]\nhome = [\"plans\", \"plans\"]",
        "« plans » est nommé deux fois dans l’ordre de la page d’accueil → retirez une des deux mentions",
    );
}

fn site(theme: &str) -> Outcome {
    let settings = format!("title = \"Réseau\"\nbase_url = \"https://exemple.org/\"\n{theme}\n");
    let files = [
        ("jalon.toml", settings.as_str()),
        ("content/_index.md", "Bonjour.\n"),
        ("content/actualites/2026-01-10-pont.md", "+++\nkind = \"news\"\n+++\n# Le pont\n\nIl rouvre.\n"),
        (
            "content/plan.md",
            "+++\nkind = \"plan\"\n+++\n# Plan\n\n## 1. Agir\n\n| Action | État |\n|---|---|\n| Tenir | En cours |\n",
        ),
        ("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("static/polices/nom.woff2", "wOF2"),
    ];
    let files: BTreeMap<String, Arc<[u8]>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().into())).collect();
    let build_day = Date::new(2026, 3, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

fn file(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.files[path].bytes.to_vec()).expect("text")
}

#[test]
fn the_accent_and_the_fonts_end_the_style() {
    let outcome = site("[theme]\naccent = \"#1a5d8f\"\nfont = \"/polices/nom.woff2\"");
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    let style = file(&outcome, "assets/jalon.css");
    let (_, asked) = style.split_once("/* jalon.toml: [theme] */\n").expect("what the settings ask");
    insta::assert_snapshot!(asked, @r#"
    @font-face { font-family: site-text; src: url("../polices/nom.woff2") format("woff2"); font-weight: 100 900; font-display: swap; }
    :root { --text: site-text, system-ui, sans-serif; --accent: #1a5d8f; --stage-tint: #dfe7e9; --stage-ink: #014d7e; }
    @media screen and (prefers-color-scheme: dark) { :root { --accent: #6daee5; --stage-tint: #23292d; --stage-ink: #78b9f1; } }
    "#);
}

#[test]
fn a_site_that_asks_for_nothing_has_the_style_of_the_theme() {
    let theme = include_str!("../themes/default/assets/jalon.css");
    assert_eq!(file(&site(""), "assets/jalon.css"), theme);
}

#[test]
fn the_logo_the_footer_and_other_sites_are_on_every_page() {
    let look = "[theme]\nlogo = \"/logo.svg\"\nfavicon = \"/logo.svg\"\nfooter = \"OBNL depuis 1998\"\n\
                [[theme.social]]\ntitle = \"Mastodon\"\nurl = \"https://exemple.social/@asso\"";
    let outcome = site(look);
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    for (page, root) in [("index.html", ""), ("plan/index.html", "../"), ("404.html", "/")] {
        let page = file(&outcome, page);
        assert!(page.contains(&format!("<img class=\"logo\" src=\"{root}logo.svg\" alt=\"\">")), "{page}");
        assert!(page.contains(&format!("<link rel=\"icon\" href=\"{root}logo.svg\">")), "{page}");
        assert!(page.contains("<p>OBNL depuis 1998</p>"), "{page}");
        assert!(page.contains("<a rel=\"me\" href=\"https://exemple.social/@asso\">Mastodon</a>"), "{page}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told_with_its_place() {
    let outcome = site("[theme]\nlogo = \"/logos.svg\"");
    let told: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect();
    assert_eq!(told, ["no-such-image"]);
    assert_eq!(outcome.diagnostics[0].path, "jalon.toml");
}

#[test]
fn the_home_page_has_the_parts_asked_for_in_order() {
    let parts = |theme: &str| {
        let home = file(&site(theme), "index.html");
        let ids = home.split(" id=\"_").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id);
        ids.filter(|id| ["plans", "latest", "sections"].contains(id)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(parts(""), ["plans", "latest", "sections"]);
    assert_eq!(parts("[theme]\nhome = [\"sections\", \"nouvelles\"]"), ["sections", "latest"]);
}
