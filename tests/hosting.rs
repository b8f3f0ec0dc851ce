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

#[test]
fn what_a_theme_asks_against_the_policy_is_told_in_its_file() {
    let files = |headers: &str| {
        let settings = format!(
            "title = \"Essai\"\nbase_url = \"https://example.org/\"\n[hosting]\nheaders = {headers}\n"
        );
        let outcome = site(&[
            ("jalon.toml", &settings),
            HOME,
            (
                "templates/footer.html",
                "<footer>\n<script>x()</script>\n<p style=\"color: red\">{{ frame.site_title }}</p>\n</footer>\n",
            ),
            ("assets/site.css", "@import url(https://a.example/x.css);\n"),
        ]);
        let said = outcome.diagnostics.iter().map(|it| {
            let (message, help) =
                (it.problem.message(Lang::Fr), it.problem.help(Lang::Fr).unwrap_or_default());
            format!("{} {message} → {help}\n", it.path).replace('\u{a0}', "~")
        });
        said.collect::<String>()
    };
    insta::assert_snapshot!(files("true"), @r#"
    assets/site.css les navigateurs ne demanderont rien à `https://a.example/x.css`~: les règles que ce site donne à son hébergeur l’interdisent → copiez ce fichier dans le site, ou menez-y par un lien; pour vous passer de ces règles, enlevez `headers`, sous `[hosting]`
    templates/footer.html les navigateurs n’exécuteront pas `<script>`~: les règles que ce site donne à son hébergeur l’interdisent → mettez ce programme dans un fichier de `assets/`, et appelez-le par `<script src="{{ frame.assets }}menu.js" defer></script>`
    templates/footer.html les navigateurs ne suivront pas `style=`~: les règles que ce site donne à son hébergeur l’interdisent → mettez ce style dans `assets/site.css`, sous une classe
    "#);
    assert_eq!(files("false"), "");
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
    /*.webmanifest
      Content-Type: application/manifest+json; charset=utf-8
    /*/atom.xml
      Content-Type: application/atom+xml; charset=utf-8
    /asso/atom.xml
      Content-Type: application/atom+xml; charset=utf-8
    /asso/assets/*
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
    AddType application/manifest+json .webmanifest
    AddCharset utf-8 .ics .atom .json .csv .svg .webmanifest .css .js .xml .txt .html
    <FilesMatch "^atom\.xml(\.(gz|br))?$">
      ForceType "application/atom+xml; charset=utf-8"
    </FilesMatch>
    <IfModule mod_headers.c>
      Header set Content-Security-Policy "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
      Header set X-Content-Type-Options "nosniff"
      Header set Referrer-Policy "strict-origin-when-cross-origin"
      <FilesMatch "\.(css|js|woff2|png|jpe?g|gif|webp|avif)(\.(gz|br))?$">
        Header set Cache-Control "public, max-age=3600"
      </FilesMatch>
    </IfModule>
    <IfModule mod_rewrite.c>
      RewriteEngine On
      RewriteRule "(^|/)\.jalon-" - [R=404,L]
      RewriteCond %{REQUEST_FILENAME} -d
      RewriteCond %{REQUEST_FILENAME}/index.html !-f
      RewriteCond %{REQUEST_FILENAME}/index.htm !-f
      RewriteCond %{REQUEST_FILENAME}/index.php !-f
      RewriteRule "^" - [R=404,L]
    </IfModule>
    "#);
}

const SETTINGS: &str = "title = \"Essai\"\nbase_url = \"https://example.org/asso/\"\n[hosting]\n";

/// A site with these lines in `[hosting]`, and a page that had other addresses.
fn hosted(lines: &str) -> Outcome {
    let moved =
        "+++\ntitle = \"Fête\"\naliases = [\"/ancienne-fête/\", \"2019/fete+.html\"]\n+++\n\nBienvenue.\n";
    site(&[("jalon.toml", &format!("{SETTINGS}{lines}\n")), HOME, ("content/fete.md", moved)])
}

/// The files that only hosts read.
fn for_hosts(outcome: &Outcome) -> Vec<&str> {
    let names = outcome.files.keys().map(String::as_str);
    names.filter(|name| !name.contains('/') && (name.starts_with(['.', '_']) || *name == "CNAME")).collect()
}

#[test]
fn each_file_of_hosts_is_written_only_when_asked() {
    let check = |lines: &str, expected: &[&str]| {
        let outcome = hosted(lines);
        assert_eq!(outcome.diagnostics, [], "{lines}");
        assert_eq!(for_hosts(&outcome), expected, "{lines}");
    };
    check("", &[]);
    check("headers = false\nredirects = false\nnojekyll = false\nprecompress = false", &[]);
    check("headers = true", &[".htaccess", "_headers"]);
    check("redirects = true", &[".htaccess", "_redirects"]);
    check("nojekyll = true", &[".nojekyll"]);
}

#[test]
fn old_addresses_are_told_to_hosts() {
    let outcome = hosted("redirects = true");
    insta::assert_snapshot!(text(&outcome, "_redirects"), @"
    /asso/2019/fete+.html /asso/fete/ 301
    /asso/ancienne-f%C3%AAte/ /asso/fete/ 301
    ");
    insta::assert_snapshot!(text(&outcome, ".htaccess"), @r#"
    <IfModule mod_rewrite.c>
      RewriteEngine On
      RewriteRule "(^|/)\.jalon-" - [R=404,L]
      RewriteRule "^2019/fete\+\.html$" "/asso/fete/" [R=301,L]
      RewriteRule "^ancienne-fête(/(index\.html)?)?$" "/asso/fete/" [R=301,L]
    </IfModule>
    "#);
    // Hosts that read neither have the page.
    assert!(text(&outcome, "ancienne-fête/index.html").contains("0; url=../fete/"));
}

#[test]
fn the_address_of_a_number_that_is_gone_leads_to_the_plan() {
    let settings = format!("{SETTINGS}redirects = true\n");
    let plan = "+++\nkind = \"plan\"\naliases = [\"/plan/1.1.9/\"]\n+++\n\n# Plan\n\n## Orientation 1\n\n| Action |\n|---|\n| Planter |\n";
    let outcome = site(&[("jalon.toml", &settings), HOME, ("content/plan.md", plan)]);
    assert_eq!(text(&outcome, "_redirects"), "/asso/plan/1.1.9/ /asso/plan/ 301\n");
}

#[test]
fn the_front_page_of_languages_is_no_old_address() {
    let settings = format!("prefix_default_language = true\n{SETTINGS}redirects = true\n");
    let outcome = site(&[("jalon.toml", &settings), HOME]);
    assert_eq!(text(&outcome, "_redirects"), "");
    assert_eq!(
        text(&outcome, ".htaccess").matches("Rewrite").count(),
        2,
        "what jalon keeps for itself is hidden"
    );
}

#[test]
fn compressed_copies_are_sent_by_apache() {
    let outcome = hosted("headers = true\nprecompress = [\"gz\"]");
    let rules = text(&outcome, ".htaccess");
    let (_, sent) = rules.split_once("  RewriteCond %{HTTP:Accept-Encoding}").unwrap();
    insta::assert_snapshot!(sent, @r#"
     \bgzip\b
      RewriteCond %{REQUEST_FILENAME}.gz -f
      RewriteRule "^(.+\.(html|htm|css|js|mjs|json|csv|tsv|svg|ics|xml|atom|txt|md|vtt|webmanifest|map))$" "$1.gz" [L]
    </IfModule>
    <FilesMatch "\.(html|htm|css|js|mjs|json|csv|tsv|svg|ics|xml|atom|txt|md|vtt|webmanifest|map)\.gz$">
      RemoveType .gz
      RemoveLanguage .gz
      AddEncoding gzip .gz
    </FilesMatch>
    <IfModule mod_headers.c>
      <FilesMatch "\.(html|htm|css|js|mjs|json|csv|tsv|svg|ics|xml|atom|txt|md|vtt|webmanifest|map)(\.(gz))?$">
        Header merge Vary Accept-Encoding
      </FilesMatch>
    </IfModule>
    "#);
}

#[test]
fn the_domain_is_written_alone() {
    let settings = "title = \"Essai\"\nbase_url = \"https://Asso.example.org/\"\n[hosting]\ncname = \"asso.Example.org\"\n";
    let outcome = site(&[("jalon.toml", settings), HOME]);
    assert_eq!(outcome.diagnostics, []);
    assert_eq!(text(&outcome, "CNAME"), "asso.example.org\n");
}

/// What is told of a domain, when the public address is this one.
fn told(base_url: &str, domain: &str) -> String {
    let settings = format!("title = \"Essai\"\nbase_url = \"{base_url}\"\n[hosting]\ncname = \"{domain}\"\n");
    let outcome = site(&[("jalon.toml", &settings), HOME]);
    assert!(!outcome.files.contains_key("CNAME"), "{domain}");
    let said = outcome.diagnostics.iter().map(|it| {
        let help = it.problem.help(Lang::Fr).unwrap_or_default();
        format!(
            "{}: {}\n  {}\n  {help}\n",
            it.problem.code(),
            it.problem.message(Lang::Fr),
            it.problem.message(Lang::En)
        )
    });
    said.collect::<String>().replace('\u{a0}', "_")
}

#[test]
fn a_domain_is_that_of_the_public_address() {
    insta::assert_snapshot!(told("https://example.org/", "asso.example.org"), @"
    other-domain: «_cname_» donne le domaine «_asso.example.org_», mais «_base_url_» donne «_example.org_»
      “cname” gives the domain “asso.example.org”, but “base_url” gives “example.org”
      écrivez le même nom aux deux endroits_: celui que les gens tapent pour venir au site
    ");
    insta::assert_snapshot!(told("https://example.org/asso/", "example.org"), @r#"
    domain-below-path: «_cname_» donne au site tout le domaine «_example.org_», mais «_base_url_» le place dans le dossier «_/asso/_»
      “cname” gives the site the whole domain “example.org”, but “base_url” puts it in the folder “/asso/”
      écrivez `base_url = "https://example.org/"`, ou enlevez «_cname_»
    "#);
    insta::assert_snapshot!(told("https://example.org/", "https://example.org/"), @r#"
    not-a-domain: «_https://example.org/_» n’est pas un nom de domaine
      “https://example.org/” is not the name of a domain
      écrivez le nom seul, sans https:// ni barre oblique_: `cname = "example.org"`
    "#);
    for domain in ["exemple", "a..org", "-a.org", "a.org:8080", "127.0.0.1", "a b.org"] {
        assert!(told("https://example.org/", domain).starts_with("not-a-domain: "), "{domain}");
    }
}

#[cfg(feature = "precompress")]
mod precompress {
    use std::collections::{BTreeMap, BTreeSet};
    use std::io::Read;

    use jalon::lang::Lang;
    use jalon::pipeline::{File, Outcome, delivery};

    use super::{HOME, SETTINGS, hosted, site};

    fn copies(outcome: &Outcome) -> BTreeMap<String, File> {
        let paths = outcome.files.keys().cloned().collect();
        let texts = outcome.files.iter().filter(|(path, _)| delivery::is_text(path));
        let copies = |(path, file): (&String, &File)| {
            delivery::copies((path, file), &paths, &outcome.hosting.precompress)
        };
        texts.flat_map(copies).collect()
    }

    fn ends(outcome: &Outcome) -> BTreeSet<String> {
        let end = |path: &String| path.rsplit('.').next().unwrap().to_owned();
        copies(outcome).keys().map(end).collect()
    }

    #[test]
    fn the_copies_asked_for_are_made() {
        let check = |lines: &str, expected: &[&str]| {
            let outcome = hosted(lines);
            assert_eq!(outcome.diagnostics, [], "{lines}");
            assert_eq!(ends(&outcome).iter().collect::<Vec<_>>(), expected, "{lines}");
        };
        check("", &[]);
        check("precompress = \"GZ\"", &["gz"]);
        check("precompress = [\"gz\"]", &["gz"]);
        check("precompress = []", &[]);
    }

    #[test]
    fn a_compression_that_is_not_known_is_told_with_those_that_are() {
        let all = "`true` (gz and br), `false`, `\"gz\"`, `\"br\"`, `[\"gz\", \"br\"]`";
        for (written, meant) in [
            ("\"oui\"", "write `precompress = true`; "),
            ("\"gzip\"", "write `precompress = \"gz\"`; "),
            ("[\"zip\"]", ""),
        ] {
            let outcome = hosted(&format!("precompress = {written}"));
            let help: Vec<String> =
                outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect();
            assert_eq!(help, [format!("{meant}possible values: {all}")], "{written}");
        }
    }

    #[cfg(feature = "brotli")]
    #[test]
    fn every_copy_asked_for_is_made() {
        for (lines, expected) in [("true", &["br", "gz"][..]), ("[\"br\"]", &["br"])] {
            let outcome = hosted(&format!("precompress = {lines}"));
            assert_eq!(outcome.diagnostics, [], "{lines}");
            assert_eq!(ends(&outcome).iter().collect::<Vec<_>>(), expected, "{lines}");
        }
    }

    #[cfg(not(feature = "brotli"))]
    #[test]
    fn a_copy_this_program_cannot_make_is_told() {
        let check = |lines: &str, expected: &[&str]| {
            let outcome = hosted(&format!("precompress = {lines}"));
            let said: Vec<String> =
                outcome.diagnostics.iter().map(|it| it.problem.message(Lang::En)).collect();
            let told = "this program was compiled without the compression “br”: no “.br” copy is published";
            assert_eq!(said, [told], "{lines}");
            assert_eq!(ends(&outcome).iter().collect::<Vec<_>>(), expected, "{lines}");
        };
        check("true", &["gz"]);
        check("[\"br\"]", &[]);
    }

    #[test]
    fn an_unknown_compression_is_told() {
        let outcome = hosted("precompress = [\"gz\", \"gzip\"]");
        let said: Vec<String> = outcome.diagnostics.iter().map(|it| it.problem.message(Lang::En)).collect();
        insta::assert_snapshot!(said.join("\n"), @"“precompress” has no value “gzip”");
    }

    #[test]
    fn a_copy_holds_the_text_and_is_smaller() {
        let outcome = hosted("precompress = true");
        let made = copies(&outcome);
        assert!(made.contains_key("index.html.gz") && made.contains_key("assets/jalon.css.gz"));
        assert_eq!(made.contains_key("index.html.br"), cfg!(feature = "brotli"));
        for (path, copy) in &made {
            let (text, end) = path.rsplit_once('.').unwrap();
            let (text, mut read) = (&outcome.files[text], Vec::new());
            match end {
                "gz" => flate2::read::GzDecoder::new(&copy.bytes[..]).read_to_end(&mut read).unwrap(),
                #[cfg(feature = "brotli")]
                "br" => brotli::Decompressor::new(&copy.bytes[..], 4096).read_to_end(&mut read).unwrap(),
                _ => panic!("{path}"),
            };
            assert_eq!(read, *text.bytes, "{path}");
            assert!(copy.bytes.len() < text.bytes.len() && text.bytes.len() >= 1024, "{path}");
            assert_eq!(copy.role, text.role, "{path}");
        }
        assert_eq!(made, copies(&hosted("precompress = true")), "the same bytes");
    }

    #[test]
    fn pictures_and_what_hosts_read_have_no_copy() {
        let settings = format!("{SETTINGS}headers = true\nprecompress = true\n");
        let photo = "\u{ff}".repeat(4096);
        let outcome = site(&[("jalon.toml", &settings), HOME, ("static/photo.jpg", &photo)]);
        let copies = copies(&outcome);
        assert!(copies.contains_key("index.html.gz"));
        for path in ["photo.jpg", "_headers", ".htaccess", "robots.txt"] {
            assert!(!copies.contains_key(&format!("{path}.gz")), "{path}");
        }
    }

    #[test]
    fn a_copy_of_the_author_stands() {
        let settings = format!("{SETTINGS}precompress = true\n");
        let long = "Été comme hiver. ".repeat(100);
        let files =
            [("jalon.toml", settings.as_str()), HOME, ("static/a.txt", &long), ("static/a.txt.gz", "à moi")];
        let copies = copies(&site(&files));
        assert!(copies.contains_key("index.html.gz") && !copies.contains_key("a.txt.gz"));
        assert_eq!(copies.contains_key("a.txt.br"), cfg!(feature = "brotli"));
    }
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
