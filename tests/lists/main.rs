//! What a site lists: news, tags, years, pages of a list, feeds, and the home page.
//!
//! A site is one text: each file starts with a line `=== path`.

mod feeds;
mod home;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::line_and_column;

const SETTINGS: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n";

const SECTION: &str = "=== content/actualites/_index.md\n+++\ntitle = \"Actualités\"\n";

fn inputs(site: &str) -> Inputs {
    let site = if site.contains("=== jalon.toml") { site.to_owned() } else { format!("{SETTINGS}{site}") };
    let files: BTreeMap<String, Arc<[u8]>> = site
        .split("=== ")
        .skip(1)
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
        .collect();
    let build_day = Date::new(2026, 3, 1).expect("this is a day of the calendar");
    Inputs { files, options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None } }
}

fn run(site: &str) -> Outcome {
    pipeline::run(&inputs(site))
}

/// What a site publishes, without what every site has.
fn published(site: &str) -> Vec<String> {
    const OF_EVERY_SITE: [&str; 5] =
        ["404.html", "index.html", "robots.txt", "sitemap.xml", "methode/index.html"];
    let files = run(site).files.into_keys();
    let is_ours = |path: &String| {
        !path.starts_with("assets/")
            && !path.starts_with("schemas/")
            && !OF_EVERY_SITE.contains(&path.as_str())
    };
    files.filter(is_ours).collect()
}

/// What is said of a site, with places and ways out.
fn said(site: &str) -> String {
    let inputs = inputs(site);
    let said = pipeline::run(&inputs).diagnostics.into_iter().map(|diagnostic| {
        let bytes = inputs.files.get(&diagnostic.path);
        let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        let place = diagnostic.span.map(|span| line_and_column(text, span.start));
        let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let help = diagnostic.problem.help(Lang::Fr).map(|help| format!(" → {help}")).unwrap_or_default();
        format!("{}{place} {}{help}", diagnostic.path, diagnostic.problem.message(Lang::Fr))
    });
    said.collect::<Vec<_>>().join("\n").replace('\u{a0}', "~")
}

fn page(site: &str, path: &str) -> String {
    let outcome = run(site);
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} among {:?}", outcome.files.keys()));
    String::from_utf8(file.bytes.to_vec()).expect("a page is text")
}

/// The headings, the links and the dates of the main part of a page, a line each.
fn outline(html: &str) -> String {
    let main = html
        .split_once("<main")
        .and_then(|(_, rest)| rest.split_once("</main>"))
        .expect("a page has a main")
        .0;
    let mut lines = Vec::new();
    for part in main.split('<').skip(1) {
        let Some((tag, words)) = part.split_once('>') else { continue };
        let words = words.trim();
        match tag.split(' ').next().unwrap_or_default() {
            heading @ ("h1" | "h2" | "h3" | "h4") => lines.push(format!("{heading} {words}")),
            "a" => lines.push(format!("  {} → {words}", attribute(tag, "href"))),
            "time" => lines.push(format!("  {} ({words})", attribute(tag, "datetime"))),
            _ if !words.is_empty() => lines.push(format!("  {words}")),
            _ => {}
        }
    }
    lines.join("\n").replace('\u{a0}', "~")
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let value = tag.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
    value.split('"').next().unwrap_or_default()
}

/// A news item of a day.
fn news(day: &str, title: &str, header: &str) -> String {
    format!(
        "=== content/actualites/{day}-{title}.md\n+++\nkind = \"news\"\n{header}\n+++\n# {title}\n\nLe texte de {title}.\n"
    )
}

#[test]
fn a_news_item_says_when_who_and_about_what() {
    let site = news("2026-01-05", "fete", "authors = [\"Le comité\", \"Ana\"]\ntags = [\"voisins\"]");
    assert_snapshot!(outline(&page(&site, "actualites/fete/index.html")), @"
    h1 fete
      2026-01-05 (5 janvier 2026)
      Par Le comité et Ana
      Le texte de fete.
      Étiquettes
      ../../etiquettes/voisins/ → voisins
    ");
}

#[test]
fn news_without_a_date_is_told() {
    assert_snapshot!(said("=== content/actualites/fete.md\n+++\nkind = \"news\"\ntitle = \"Fête\"\n+++\n"), @"content/actualites/fete.md cette nouvelle n’a pas de date~: elle vient après toutes les autres et n’est pas dans les fils d’actualité → ajoutez par exemple `date = 2026-03-25`, ou commencez le nom du fichier par la date~: `2026-03-25-titre.md`");
    assert_eq!(said(&news("2026-01-05", "fete", "")), "");
    assert_eq!(
        said("=== content/fete.md\n+++\nkind = \"news\"\ntitle = \"Fête\"\ndate = 2026-01-05\n+++\n"),
        ""
    );
}

#[test]
fn a_section_lists_its_pages_by_year_with_the_first_words_of_each() {
    let site = [
        news("2025-11-02", "bal", "description = \"On danse.\""),
        news("2026-01-05", "fete", ""),
        news("2026-02-01", "repas", ""),
        "=== content/actualites/reglement.md\n# Règlement\n".to_owned(),
    ]
    .concat();
    assert_snapshot!(outline(&page(&site, "actualites/index.html")), @"
    h1 Actualites
    h2 2026
      2026-02-01 (1er février 2026)
    h3 
      repas/ → repas
      Le texte de repas.
      2026-01-05 (5 janvier 2026)
    h3 
      fete/ → fete
      Le texte de fete.
    h2 2025
      2025-11-02 (2 novembre 2025)
    h3 
      bal/ → bal
      On danse.
    h2 Autres pages
    h3 
      reglement/ → Règlement
      atom.xml → Suivre les nouveautés dans un lecteur de fils de nouvelles (Atom)
    ");
}

#[test]
fn a_section_in_another_order_is_one_list() {
    let site = format!(
        "{SECTION}sort_by = \"title\"\n+++\n{}{}",
        news("2025-11-02", "bal", ""),
        news("2026-01-05", "fete", "")
    );
    let html = page(&site, "actualites/index.html");
    assert!(html.contains(">Pages</h2>") && !html.contains(">2025</h2>"), "{html}");
}

#[test]
fn from_one_news_item_to_the_next_is_from_the_older_to_the_newer() {
    let site =
        [news("2025-11-02", "bal", ""), news("2026-01-05", "fete", ""), news("2026-02-01", "repas", "")]
            .concat();
    let html = page(&site, "actualites/fete/index.html");
    assert!(
        html.contains("rel=\"prev\" href=\"../bal/\"") && html.contains("rel=\"next\" href=\"../repas/\""),
        "{html}"
    );
}

#[test]
fn a_tag_gathers_documents_of_every_kind_newest_first() {
    let site = "=== content/plan.md\n+++\nkind = \"plan\"\ntitle = \"Plan\"\ndate = 2026-02-01\ntags = [\"Économie sociale\"]\n+++\n\n## Orientation 1 : Faire\n\n- [ ] Agir\n\
                === content/atelier.md\n+++\nkind = \"synthesis\"\ntitle = \"Atelier\"\ndate = 2025-05-01\ntags = [\"économie sociale\"]\n+++\n\
                === content/page.md\n+++\ntitle = \"Page\"\ntags = [\"économie sociale\", \"bénévoles\"]\n+++\n\
                === content/nouvelle.md\n+++\nkind = \"news\"\ntitle = \"Nouvelle\"\ndate = 2026-01-01\ntags = [\"économie sociale\"]\n+++\n";
    assert_eq!(said(site), "");
    assert_snapshot!(outline(&page(site, "etiquettes/economie-sociale/index.html")), @"
    h1 
      Étiquette
      économie sociale
    h2 4 pages
      Plan d’action
      2026-02-01 (1er février 2026)
    h3 
      ../../plan/ → Plan
      Actualité
      2026-01-01 (1er janvier 2026)
    h3 
      ../../nouvelle/ → Nouvelle
      Synthèse
      2025-05-01 (1er mai 2025)
    h3 
      ../../atelier/ → Atelier
      Page
    h3 
      ../../page/ → Page
    ");
    assert_snapshot!(outline(&page(site, "etiquettes/index.html")), @"
    h1 Étiquettes
      benevoles/ → bénévoles
      1 page
      economie-sociale/ → économie sociale
      4 pages
    ");
    assert!(
        page(site, "plan/index.html")
            .contains("href=\"../etiquettes/economie-sociale/\">économie sociale</a>")
    );
    assert!(page(site, "index.html").contains("href=\"etiquettes/\""));
}

#[test]
fn without_a_tag_nothing_speaks_of_tags() {
    let site = "=== content/page.md\n# Page\n";
    assert_eq!(published(site), ["page/index.html"]);
    for path in ["index.html", "page/index.html"] {
        let html = page(site, path);
        assert!(!html.contains("tiquette"), "{html}");
    }
}

#[test]
fn two_spellings_of_a_tag_are_one_and_told_when_they_are_no_matter_of_typing() {
    let tagged = |name: &str, tag: &str| {
        format!("=== content/{name}.md\n+++\ntitle = \"{name}\"\ntags = [\"{tag}\"]\n+++\n")
    };
    let typed =
        [tagged("a", "Plan d’action"), tagged("b", "plan d'action"), tagged("c", "PLAN D’ACTION")].concat();
    assert_eq!(said(&typed), "");
    assert!(published(&typed).contains(&"etiquettes/plan-d-action/index.html".to_owned()));
    assert!(page(&typed, "c/index.html").contains(">Plan d’action</a>"));
    assert_snapshot!(said(&[tagged("a", "économie"), tagged("b", "economie"), tagged("c", "!?")].concat()), @"
    content/b.md:3:9 «~economie~» et «~économie~» (content/a.md) sont la même étiquette, écrite de deux façons~: elle est affichée «~économie~» → écrivez-la partout de la même façon, ou choisissez des mots plus différents
    content/c.md:3:9 l’étiquette «~!?~» n’a ni lettre ni chiffre~: elle n’a pas de page et n’est pas affichée → écrivez un mot, ou retirez-la
    ");
}

#[test]
fn tags_of_each_language_have_their_own_addresses_and_a_site_may_rename_them() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n[languages.fr]\n[languages.en]\n\
                === words/fr.toml\naddresses.tags = \"Mots clés\"\n\
                === content/a.md\n+++\ntitle = \"A\"\ntags = [\"logement\"]\n+++\n\
                === content/a.en.md\n+++\ntitle = \"A\"\ntags = [\"housing\"]\n+++\n";
    assert_eq!(
        published(site),
        [
            "a/index.html",
            "en/404.html",
            "en/a/index.html",
            "en/index.html",
            "en/tags/housing/index.html",
            "en/tags/index.html",
            "mots-cles/index.html",
            "mots-cles/logement/index.html",
        ]
    );
    // The list of tags has a twin; a tag, whose words differ, has none.
    assert!(page(site, "mots-cles/index.html").contains("<a href=\"../en/tags/\" lang=\"en-CA\""));
    assert!(!page(site, "mots-cles/logement/index.html").contains("alternate\" hreflang"));
}

#[test]
fn the_address_of_a_tag_a_year_or_a_feed_that_is_taken_is_told() {
    let archives = format!("{SECTION}archives = true\n+++\n");
    let site = [
        archives,
        news("2025-11-02", "bal", "tags = [\"fête\"]"),
        news("2026-01-05", "repas", ""),
        "=== content/etiquettes/fete.md\n# Fête\n".to_owned(),
        "=== content/actualites/2025.md\n# Toute l’année\n".to_owned(),
        "=== static/actualites/atom.xml\nFil\n".to_owned(),
    ]
    .concat();
    assert_snapshot!(said(&site), @"
    content/actualites/2025-11-02-bal.md:3:9 l’adresse /etiquettes/ est déjà celle de content/etiquettes/ → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    content/actualites/2025-11-02-bal.md:3:9 l’adresse /etiquettes/fete/ est déjà celle de content/etiquettes/fete.md → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    content/actualites/2025.md l’adresse /actualites/2025/ est déjà celle de content/actualites/_index.md → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    static/actualites/atom.xml l’adresse /actualites/atom.xml est déjà celle de content/actualites/_index.md → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    ");
}

#[test]
fn a_list_takes_the_pages_it_needs_and_each_has_its_title() {
    let check = |n_news: usize, expected: &[&str]| {
        let of_day = |day: usize| news(&format!("2026-01-{day:02}"), &format!("n{day}"), "");
        let site = format!("{SECTION}paginate_by = 2\n+++\n{}", (1..=n_news).map(of_day).collect::<String>());
        let paths: Vec<String> = published(&site)
            .into_iter()
            .filter(|path| path.starts_with("actualites/page/") || path == "actualites/index.html")
            .collect();
        let titles: BTreeSet<String> = paths.iter().map(|path| title(&page(&site, path))).collect();
        assert_eq!(titles.into_iter().collect::<Vec<_>>(), expected, "{n_news} news");
        assert_eq!(paths.len(), expected.len());
        // From the first page to the last by « next », and back by « prev ».
        let rels = |path: &String| {
            let html = page(&site, path);
            let pager =
                html.split_once("class=\"pager\"").map(|(_, pager)| pager.to_owned()).unwrap_or_default();
            (pager.contains("rel=\"prev\""), pager.contains("rel=\"next\""))
        };
        for (at, path) in paths.iter().enumerate() {
            assert_eq!(rels(path), (at > 0, at + 1 < paths.len()), "{path} of {n_news} news");
        }
    };
    let one = "Actualités – Le Phare";
    check(0, &[one]);
    check(1, &[one]);
    check(2, &[one]);
    check(3, &[one, "Actualités – Page 2 de 2 – Le Phare"]);
    check(4, &[one, "Actualités – Page 2 de 2 – Le Phare"]);
    check(5, &[one, "Actualités – Page 2 de 3 – Le Phare", "Actualités – Page 3 de 3 – Le Phare"]);
}

fn title(html: &str) -> String {
    html.split_once("<title>")
        .and_then(|(_, rest)| rest.split_once("</title>"))
        .expect("a page has a title")
        .0
        .to_owned()
}

#[test]
fn a_section_that_asks_for_archives_has_a_page_for_each_year() {
    let site = [
        format!("{SECTION}archives = true\npaginate_by = 2\n+++\n"),
        news("2024-05-01", "marche", ""),
        news("2025-11-02", "bal", ""),
        news("2026-01-05", "fete", ""),
        news("2026-02-01", "repas", ""),
    ]
    .concat();
    assert_snapshot!(outline(&page(&site, "actualites/2026/index.html")), @"
    h1 
      Année 2026
      Actualités
    h2 2 pages
      2026-02-01 (1er février 2026)
    h3 
      ../repas/ → repas
      Le texte de repas.
      2026-01-05 (5 janvier 2026)
    h3 
      ../fete/ → fete
      Le texte de fete.
      Archives par année
      ./ → 2026
      2 pages
      ../2025/ → 2025
      1 page
      ../2024/ → 2024
      1 page
      ../atom.xml → Suivre les nouveautés dans un lecteur de fils de nouvelles (Atom)
    ");
    assert_eq!(title(&page(&site, "actualites/2024/index.html")), "Actualités – Année 2024 – Le Phare");
    assert!(page(&site, "actualites/page/2/index.html").contains("href=\"../../2024/\""));
}

#[test]
fn archives_wait_for_a_second_year() {
    let site = format!("{SECTION}archives = true\n+++\n{}", news("2026-01-05", "fete", ""));
    assert_eq!(said(&site), "");
    assert_eq!(
        published(&site),
        ["actualites/atom.xml", "actualites/fete/index.html", "actualites/index.html", "atom.xml"]
    );
}

#[test]
fn keys_of_lists_that_have_nothing_to_list_are_told() {
    let site = format!(
        "{SECTION}archives = true\n+++\n=== content/actualites/a.md\n# A\n\
         === content/_index.md\n+++\ntitle = \"Accueil\"\npaginate_by = 5\narchives = true\n+++\n"
    );
    assert_snapshot!(said(&site), @"
    content/_index.md «~paginate_by~» n’a pas d’effet ici~: la page d’accueil ne donne pas la liste de ses pages → écrivez cette clé dans le `_index.md` d’un dossier
    content/_index.md «~archives~» n’a pas d’effet ici~: la page d’accueil ne donne pas la liste de ses pages → écrivez cette clé dans le `_index.md` d’un dossier
    content/actualites/_index.md «~archives~» classe les pages par année, mais aucune page de cette section n’a de date → donnez une date aux pages, ou retirez la ligne
    ");
}

#[test]
fn no_heading_is_skipped_on_the_pages_of_lists() {
    let site = [
        format!("{SECTION}archives = true\npaginate_by = 2\n+++\n"),
        news("2024-05-01", "marche", "tags = [\"fête\"]"),
        news("2025-11-02", "bal", "tags = [\"fête\"]"),
        news("2026-01-05", "fete", ""),
        "=== content/_index.md\n# Accueil\n".to_owned(),
    ]
    .concat();
    for path in published(&site).iter().filter(|path| path.ends_with(".html")) {
        let html = page(&site, path);
        let levels: Vec<u8> = html
            .match_indices("<h")
            .filter_map(|(at, _)| html.as_bytes().get(at + 2).filter(|level| level.is_ascii_digit()))
            .map(|level| level - b'0')
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    }
}
