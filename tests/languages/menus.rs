//! The menu of each language.

use crate::{build, file, same, tree};

const SETTINGS: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n\
     menu = [{ title = \"Qui nous sommes\", url = \"@/equipe.md\" }, { title = \"Nouvelles\", url = \"@/nouvelles/_index.md\" }, \
     { title = \"Statuts\", url = \"/statuts.pdf\" }, { title = \"Dons\", url = \"https://example.com/\" }]\n[languages.fr]\n[languages.en]\n";

const PAGES: &str = "=== content/equipe.md\n# L’équipe\n=== content/equipe.en.md\n# Our team\n\
     === content/nouvelles/a.md\n# A\n=== static/statuts.pdf\nPDF\n";

fn menu(site: &str, page: &str) -> String {
    let html = file(&build(site), page);
    let (_, menu) = html.split_once("<nav class=\"menu\"").expect("there is a menu");
    let (menu, _) = menu.split_once("</ul>").expect("a list ends");
    menu.lines().filter(|line| line.starts_with("<li>")).collect::<Vec<_>>().join("\n")
}

#[test]
fn without_its_own_menu_a_language_has_the_pages_that_exist_there() {
    same(
        &menu(&format!("{SETTINGS}{PAGES}"), "en/equipe/index.html"),
        r#"
        <li><a href="./" aria-current="page">Our team</a></li>
        <li><a href="../../statuts.pdf" lang="fr-CA">Statuts</a></li>
        <li><a href="https://example.com/" lang="fr-CA">Dons</a></li>
        "#,
    );
}

#[test]
fn a_language_may_have_its_own_menu() {
    let own = "[[languages.en.menu]]\ntitle = \"Who we are\"\nurl = \"@/equipe.en.md\"\n[[languages.en.menu]]\ntitle = \"Give\"\nurl = \"https://example.com/en\"\n";
    let site = format!("{SETTINGS}{own}{PAGES}");
    same(
        &menu(&site, "en/index.html"),
        "<li><a href=\"equipe/\">Who we are</a></li>\n<li><a href=\"https://example.com/en\">Give</a></li>",
    );
    assert!(menu(&site, "index.html").contains("Qui nous sommes"));
}

#[test]
fn words_of_a_menu_are_in_the_language_of_the_menu() {
    let own =
        "fallback = \"notice\"\n[[languages.en.menu]]\ntitle = \"What is new\"\nurl = \"@/nouvelles/a.md\"\n";
    let page = "en/equipe/index.html";
    same(
        &menu(&format!("{SETTINGS}{own}{PAGES}"), page),
        "<li><a href=\"../nouvelles/a/\">What is new</a></li>",
    );
}

#[test]
fn a_wrong_link_of_a_menu_is_told_where_it_is_written() {
    let own = "[[languages.en.menu]]\ntitle = \"Who we are\"\nurl = \"@/equpe.en.md\"\n";
    let tree = tree(&format!("{SETTINGS}{own}{PAGES}"));
    assert!(
        tree.contains("! jalon.toml le lien «~@/equpe.en.md~» ne mène à aucun document de content/"),
        "{tree}"
    );
}

#[test]
fn a_menu_of_which_nothing_is_translated_gives_way_to_the_sections() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nmenu = [{ title = \"A\", url = \"@/a.md\" }]\n[languages.en]\n\
                === content/a.md\n# A\n=== content/b.en.md\n# B\n";
    same(&menu(site, "en/index.html"), "<li><a href=\"b/\">B</a></li>");
}
