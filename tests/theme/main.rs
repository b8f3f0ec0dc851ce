//! The default theme renders every page, in both languages, as the norms ask; and what is wrong
//! in a site's own files is told with its place. `JALON_PREVIEW=folder` writes the pages to look at.

#![expect(
    clippy::disallowed_methods,
    reason = "the test reads the files of the theme, and writes pages when asked"
)]

mod languages;
mod troubles;
mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jalon::theme::{Around, SharedWords, Theme};
use views::{Maker, Page};

fn default_theme() -> Theme {
    let noted = Theme::new(Vec::new());
    assert_eq!(noted.diagnostics, Vec::new());
    noted.value
}

/// Every page of the sample site, with its HTML.
fn rendered() -> Vec<(Page, String)> {
    let theme = default_theme();
    let mut rendered = Vec::new();
    for tag in ["fr-CA", "en-CA"] {
        let words = theme.words(tag);
        let shared = SharedWords::of(&words);
        for page in (Maker { words: &words }).pages() {
            let mut room = Vec::new();
            let html = theme
                .render(page.template, &page.frame, &page.view, Around::words(&shared), &mut room)
                .unwrap_or_else(|fault| panic!("{}: {fault:?}", page.url))
                .to_owned();
            rendered.push((page, html));
        }
    }
    rendered
}

#[test]
fn every_page_renders_in_both_languages() {
    let pages = rendered();
    let templates: BTreeSet<&str> = pages.iter().map(|(page, _)| page.template).collect();
    assert_eq!(
        templates.into_iter().collect::<Vec<_>>(),
        [
            "404.html",
            "home.html",
            "orientation.html",
            "page.html",
            "plan.html",
            "search.html",
            "section.html",
            "synthesis.html",
            "tag.html",
            "tags.html"
        ]
    );
    if let Some(folder) = std::env::var_os("JALON_PREVIEW") {
        preview(Path::new(&folder), &pages);
    }
}

/// What a strict content security policy refuses, and what visitors must never see.
#[test]
fn no_page_needs_a_script_or_an_inline_style() {
    for (page, html) in rendered() {
        // The page of the search loads a script of the site.
        let script = format!("<script src=\"{}search.js\" defer></script>", page.frame.assets);
        let html = if page.template == "search.html" { html.replacen(&script, "", 1) } else { html };
        for banned in ["style=", "<style", "<script", " onclick", "javascript:", "{{", "{%", "words."] {
            assert!(!html.contains(banned), "{banned} in {}", page.url);
        }
    }
}

#[test]
fn every_page_has_the_skeleton_of_the_norms() {
    for (page, html) in rendered() {
        let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} missing in {}", page.url));
        assert_eq!(html.matches("<h1").count(), 1, "{}", page.url);
        assert_eq!(html.matches("<main").count(), 1, "{}", page.url);
        assert!(at("<body>\n<a class=\"skip\" href=\"#_main\">") < at("<header"));
        assert!(at("<header") < at("<main id=\"_main\" tabindex=\"-1\""));
        assert!(at("<main") < at("<h1"));
        assert!(at("</main>") < at("<footer"));
        assert!(at("<meta charset=\"utf-8\">") < at("<title>"));
    }
}

#[test]
fn ids_are_unique_on_a_page() {
    for (page, html) in rendered() {
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.url);
    }
}

#[test]
fn a_page_that_moved_leads_to_its_new_address() {
    let theme = default_theme();
    let words = theme.words("fr-CA");
    let page = (Maker { words: &words }).pages().remove(0);
    let moved = jalon::view::lists::RedirectView {
        href: "../plans/".to_owned(),
        canonical: Some("https://asso.example/plans/".to_owned()),
        title: "Nos plans".to_owned(),
    };
    let (words, mut room) = (SharedWords::of(&words), Vec::new());
    let html = theme
        .render("redirect.html", &page.frame, &moved, Around::words(&words), &mut room)
        .expect("it renders");
    for wanted in [
        "<meta http-equiv=\"refresh\" content=\"0; url=../plans/\">",
        "<link rel=\"canonical\" href=\"https://asso.example/plans/\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<a href=\"../plans/\">Nos plans</a>",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
}

#[test]
fn every_number_of_the_plan_is_an_anchor() {
    for (page, html) in rendered().iter().filter(|(page, _)| page.template == "plan.html") {
        for id in ["1", "1.1", "1.1.1", "2.2", "2.2.4"] {
            assert!(html.contains(&format!(" id=\"{id}\"")), "{id} in {}", page.url);
        }
    }
}

#[test]
fn a_plan_without_follow_up_says_so_once_and_draws_nothing() {
    let pages = rendered();
    let (_, html) = pages.iter().find(|(page, _)| page.url == "plans/2013-2014/").expect("the page");
    assert_eq!(html.matches("Ce plan ne publie pas de suivi").count(), 1);
    for banned in
        ["class=\"bar\"", "class=\"legend\"", "badge.svg", "État non précisé", "data-label=\"État\""]
    {
        assert!(!html.contains(banned), "{banned}");
    }
}

#[test]
fn a_column_stands_only_when_an_action_fills_it() {
    let pages = rendered();
    let html = |url: &str| &pages.iter().find(|(page, _)| page.url == url).expect("the page").1;
    assert!(html("plans/2025-2026/orientation-1/").contains("data-label=\"Partenaires\""));
    assert!(!html("plans/2025-2026/orientation-2/").contains("data-label=\"Partenaires\""));
    assert!(html("plans/2025-2026/orientation-2/").contains("data-label=\"Indicateur\""));
}

#[test]
fn what_is_text_is_escaped_and_what_is_html_is_not() {
    let theme = default_theme();
    let words = theme.words("fr-CA");
    let mut page = (Maker { words: &words }).pages().remove(2);
    page.view["title"] = "A < B & « C »".into();
    page.view["content"] = "<p>déjà <em>propre</em></p>".into();
    let (words, mut room) = (SharedWords::of(&words), Vec::new());
    let html = theme
        .render(page.template, &page.frame, &page.view, Around::words(&words), &mut room)
        .expect("it renders");
    assert!(html.contains("<h1>A &lt; B &amp; « C »</h1>"));
    assert!(html.contains("<p>déjà <em>propre</em></p>"));
}

#[test]
fn french_and_english_have_the_same_words() {
    let theme = default_theme();
    let (fr, en) = (theme.words("fr"), theme.words("en"));
    let keys = |words: &jalon::words::Words| words.entries().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&fr), keys(&en));
    for (key, french) in fr.entries() {
        let values = |text: &str| -> BTreeSet<String> {
            text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect()
        };
        assert_eq!(values(french), values(&en.entries()[key]), "{key}");
    }
}

#[test]
fn the_french_words_follow_the_typography_of_quebec() {
    for (key, words) in default_theme().words("fr").entries() {
        for banned in [" :", " ;", " !", " ?", "'", "« ", " »", "..."] {
            assert!(!words.contains(banned), "{key}: {words}");
        }
    }
}

#[test]
fn every_word_that_templates_read_exists() {
    let words = default_theme().words("fr");
    for (path, text) in theme_files("templates") {
        for rest in text.split("words.").skip(1) {
            let key: String = rest.chars().take_while(|c| c.is_alphanumeric() || "_.".contains(*c)).collect();
            let key = key.trim_end_matches('.');
            assert!(key == "html" || words.entries().contains_key(key), "words.{key} in {path}");
        }
    }
}

#[test]
fn the_stylesheet_is_light_and_the_assets_are_there() {
    let theme = default_theme();
    let assets: Vec<&str> = theme.assets().keys().map(String::as_str).collect();
    assert_eq!(assets, ["favicon.svg", "filter.js", "jalon.css", "search.js"]);
    let css = std::str::from_utf8(&theme.assets()["jalon.css"]).expect("text");
    for banned in ["url(", "@import", "http:", "https:", "!important"] {
        assert!(!css.contains(banned), "{banned}");
    }
    // About 4 KiB and 2 KiB once compressed.
    for (name, most) in [("search.js", 12_000), ("filter.js", 5_000)] {
        let script = std::str::from_utf8(&theme.assets()[name]).expect("text");
        for banned in ["http:", "https:", "innerHTML", "eval(", "fetch(", "localStorage", "cookie"] {
            assert!(!script.contains(banned), "{banned} in {name}");
        }
        assert!(script.len() < most, "{name}: {}", script.len());
    }
}

fn theme_files(folder: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.display().to_string(), std::fs::read_to_string(&path).expect("text"));
            }
        }
    }
    files
}

/// Writes the sample site, with its assets and badges, to look at it in a browser.
fn preview(folder: &Path, pages: &[(Page, String)]) {
    let write = |path: String, bytes: &[u8]| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, bytes).expect("a file is written");
    };
    for (page, html) in pages {
        let path =
            if page.url.ends_with(".html") { page.url.clone() } else { format!("{}index.html", page.url) };
        write(path, html.as_bytes());
        if ["plan.html", "orientation.html"].contains(&page.template) {
            let badge = jalon::badge::Badge {
                label: "plan 2025-2026".to_owned(),
                message: "2 sur 10".to_owned(),
                title: "Plan 2025-2026\u{a0}: 2 actions réalisées sur 10".to_owned(),
                level: jalon::badge::Level::Some,
                lang: page.frame.lang.clone(),
            };
            for name in ["badge", "badge-1.1", "badge-1.2", "badge-2.1", "badge-2.2"] {
                write(format!("{}{name}.svg", page.url), jalon::badge::svg(&badge).as_bytes());
                write(format!("{}{name}.json", page.url), jalon::badge::json(&badge).as_bytes());
            }
            write(format!("{}plan.json", page.url), b"{}");
        }
    }
    for (path, bytes) in default_theme().assets() {
        write(format!("assets/{path}"), bytes);
    }
}
