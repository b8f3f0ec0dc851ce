//! What hosts are told, and pages that need nothing more than it allows.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the test reads the demonstration site")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jalon::date::Date;
use jalon::html::{Side, Tag, Token, tokens};
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

fn built(files: BTreeMap<String, Arc<[u8]>>) -> Outcome {
    let build_day = Date::new(2026, 5, 7).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

fn site(files: &[(&str, &str)]) -> Outcome {
    built(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect())
}

fn demonstration() -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for folder in ["jalon.toml", "content", "static", "templates", "assets", "words"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).into_iter().flatten() {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, fs::read(entry.path()).unwrap().into());
            }
        }
    }
    built(files)
}

fn text(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap()
}

/// What the policy of `_headers` would refuse in a tag.
fn refused(tag: &Tag<'_>) -> Option<String> {
    let attributes = tag.text.split(" ").filter_map(|part| part.split_once('='));
    for (name, value) in attributes {
        let value = value.trim_matches(['"', '>']);
        let is_loaded = matches!(name, "src" | "srcset" | "poster" | "data" | "action");
        let elsewhere = value.contains("//") || (value.contains(':') && !value.starts_with("data:image/"));
        if name == "style" || (name.starts_with("on") && name.len() > 4 && name.is_ascii()) {
            return Some(format!("{name}= in {}", tag.text));
        }
        if (is_loaded && elsewhere) || value.starts_with("javascript:") {
            return Some(format!("{name}={value}"));
        }
    }
    let is_data = tag.text.contains("type=\"application/ld+json\"");
    match tag.name {
        "style" | "object" | "embed" | "base" => Some(tag.text.to_owned()),
        "script" if !is_data && !tag.text.contains(" src=\"") => Some(tag.text.to_owned()),
        "link" if tag.text.contains("rel=\"stylesheet\"") && tag.text.contains("//") => {
            Some(tag.text.to_owned())
        }
        _ => None,
    }
}

fn faults(html: &str) -> Vec<String> {
    let tags = tokens(html).filter_map(|token| match token {
        Token::Tag(tag) if tag.side == Side::Opening => Some(tag),
        Token::Tag(_) | Token::Text(_) | Token::Hidden(_) => None,
    });
    tags.filter_map(|tag| refused(&tag)).collect()
}

#[test]
fn no_page_of_the_demonstration_asks_for_more_than_the_policy_allows() {
    let outcome = demonstration();
    let pages = outcome.files.keys().filter(|path| path.ends_with(".html"));
    let mut n_pages = 0;
    for path in pages {
        assert_eq!(faults(&text(&outcome, path)), [""; 0], "{path}");
        n_pages += 1;
    }
    assert!(n_pages > 100, "only {n_pages} pages were read");
    let css = text(&outcome, "assets/jalon.css");
    assert!(!css.contains("//") && !css.contains("@import"), "the style loads nothing from elsewhere");
}

#[test]
fn what_a_policy_refuses_is_seen() {
    for html in [
        "<p style=\"color: red\">",
        "<style>",
        "<script>",
        "<a onclick=\"x()\">",
        "<img src=\"https://example.org/a.png\">",
        "<script src=\"//example.org/a.js\">",
        "<link rel=\"stylesheet\" href=\"https://example.org/a.css\">",
    ] {
        assert_eq!(faults(html).len(), 1, "{html}");
    }
    for html in [
        "<script type=\"application/ld+json\">{\"url\": \"https://example.org/\"}</script>",
        "<script src=\"assets/search.js\" defer>",
        "<a href=\"https://example.org/\" rel=\"me\">",
        "<img src=\"data:image/png;base64,AA==\">",
    ] {
        assert_eq!(faults(html), [""; 0], "{html}");
    }
}

const HOME: (&str, &str) = ("content/_index.md", "# Accueil\n\nBonjour.\n");

#[test]
fn the_rules_of_hosts_are_written_when_asked() {
    let settings = "title = \"Essai\"\nbase_url = \"https://example.org/asso/\"\n";
    let plain = site(&[("jalon.toml", settings), HOME]);
    assert!(!plain.files.contains_key("_headers") && !plain.files.contains_key(".htaccess"));
    let asked = site(&[("jalon.toml", &format!("{settings}[hosting]\nheaders = true\n")), HOME]);
    assert_eq!(asked.diagnostics, []);
    insta::assert_snapshot!(text(&asked, "_headers"), @"
    /*
      Content-Security-Policy: default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'
      X-Content-Type-Options: nosniff
      Referrer-Policy: strict-origin-when-cross-origin
    /*.ics
      Content-Type: text/calendar; charset=utf-8
    /*.atom
      Content-Type: application/atom+xml; charset=utf-8
    /*.json
      Content-Type: application/json; charset=utf-8
    /*.csv
      Content-Type: text/csv; charset=utf-8
    /*.svg
      Content-Type: image/svg+xml; charset=utf-8
    /*/atom.xml
      Content-Type: application/atom+xml; charset=utf-8
    /atom.xml
      Content-Type: application/atom+xml; charset=utf-8
    /assets/*
      Cache-Control: public, max-age=3600
    ");
    insta::assert_snapshot!(text(&asked, ".htaccess"), @r#"
    ErrorDocument 404 /asso/404.html
    AddDefaultCharset utf-8
    AddType text/calendar .ics
    AddType application/atom+xml .atom
    AddType application/json .json
    AddType text/csv .csv
    AddType image/svg+xml .svg
    AddCharset utf-8 .ics .atom .json .csv .svg .css .js .xml .txt .html
    <Files "atom.xml">
      ForceType "application/atom+xml; charset=utf-8"
    </Files>
    <IfModule mod_headers.c>
      Header set Content-Security-Policy "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
      Header set X-Content-Type-Options "nosniff"
      Header set Referrer-Policy "strict-origin-when-cross-origin"
      <FilesMatch "\.(css|js|woff2|png|jpe?g|gif|webp|avif)$">
        Header set Cache-Control "public, max-age=3600"
      </FilesMatch>
    </IfModule>
    "#);
}

#[test]
fn rules_of_the_site_and_ours_cannot_both_stand() {
    let settings = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n[hosting]\nheaders = true\n";
    let outcome = site(&[("jalon.toml", settings), HOME, ("static/.htaccess", "Deny from all\n")]);
    let said: Vec<String> = outcome
        .diagnostics
        .iter()
        .map(|it| format!("{}: {}", it.path, it.problem.message(Lang::En)))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @"static/.htaccess: the address /.htaccess is already that of jalon (.htaccess)");
}

#[test]
fn the_guide_gives_the_same_policy_to_other_hosts() {
    let guide =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hebergement.md")).unwrap();
    assert!(guide.contains(&format!("\"{}\"", jalon::export::hosting::POLICY)));
}
