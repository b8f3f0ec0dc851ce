//! Feeds, read back by an XML reader: what RFC 4287 asks, and what a feed reader shows.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::{SECTION, news, page, published};

/// An element, its attributes and its text; those inside it follow, one level deeper.
#[derive(Debug)]
struct Element {
    depth: usize,
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

/// The elements of a document, in order; panics where the XML is wrong.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let (mut elements, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {xml}")) {
            Event::Start(start) => {
                open.push(elements.len());
                elements.push(element(&start, open.len() - 1));
            }
            Event::Empty(start) => elements.push(element(&start, open.len())),
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    elements[*at].text += &text.xml10_content();
                }
            }
            Event::GeneralRef(entity) => {
                let name = entity.xml10_content();
                let character = match entity.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    Ok(None) | Err(_) => quick_xml::escape::resolve_xml_entity(&name)
                        .unwrap_or_else(|| panic!("&{name}; is no entity of XML"))
                        .to_owned(),
                };
                elements[*open.last().expect("an entity stands in an element")].text += &character;
            }
            Event::Eof => return elements,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn element(start: &quick_xml::events::BytesStart<'_>, depth: usize) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute is well formed");
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    Element {
        depth,
        name: start.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        text: String::new(),
    }
}

fn shown(xml: &str) -> String {
    let lines = elements(xml).into_iter().map(|element| {
        let attributes: String =
            element.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        let indent = "  ".repeat(element.depth);
        format!("{indent}{}{attributes}: {}", element.name, element.text.trim().replace('\n', "⏎"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn small_site() -> String {
    [
        format!("{SECTION}+++\n"),
        news("2026-01-05", "fete", "updated = 2026-01-09\nauthors = [\"Ana & Béa\"]\ntags = [\"Plan d’action\"]"),
        "=== content/ateliers/2025-05-01-pont.md\n+++\nkind = \"synthesis\"\ntitle = \"Le pont <1>\"\ndescription = \"Ce qui fut dit.\"\n+++\n".to_owned(),
        "=== content/page.md\n# Sans date\n".to_owned(),
    ]
    .concat()
}

#[test]
fn the_feed_of_the_site_announces_every_dated_page() {
    assert_snapshot!(shown(&page(&small_site(), "atom.xml")), @"
    feed xmlns=http://www.w3.org/2005/Atom xml:lang=fr-CA: 
      title: Le Phare
      id: https://example.org/asso/atom.xml
      link rel=self type=application/atom+xml href=https://example.org/asso/atom.xml: 
      link rel=alternate type=text/html href=https://example.org/asso/: 
      updated: 2026-01-09T12:00:00Z
      author: 
        name: Le Phare
      entry: 
        title: fete
        id: https://example.org/asso/actualites/fete/
        link rel=alternate type=text/html href=https://example.org/asso/actualites/fete/: 
        published: 2026-01-05T12:00:00Z
        updated: 2026-01-09T12:00:00Z
        author: 
          name: Ana & Béa
        category term=plan-d-action label=Plan d’action: 
        summary: Le texte de fete.
        content type=html: <p>Le texte de fete.</p>
      entry: 
        title: Le pont <1>
        id: https://example.org/asso/ateliers/pont/
        link rel=alternate type=text/html href=https://example.org/asso/ateliers/pont/: 
        published: 2025-05-01T12:00:00Z
        updated: 2025-05-01T12:00:00Z
        summary: Ce qui fut dit.
    ");
}

#[test]
fn a_section_has_its_own_feed_and_a_section_without_dates_has_none() {
    let feeds: Vec<String> =
        published(&small_site()).into_iter().filter(|path| path.ends_with("atom.xml")).collect();
    assert_eq!(feeds, ["actualites/atom.xml", "ateliers/atom.xml", "atom.xml"]);
    let titles = |path: &str| {
        let elements = elements(&page(&small_site(), path));
        let titles = elements.into_iter().filter(|element| element.name == "title");
        titles.map(|title| title.text).collect::<Vec<_>>()
    };
    assert_eq!(titles("actualites/atom.xml"), ["Actualités – Le Phare", "fete"]);
    assert_eq!(titles("ateliers/atom.xml"), ["Ateliers – Le Phare", "Le pont <1>"]);
}

#[test]
fn what_a_feed_shows_has_absolute_links_alone() {
    let site = "=== content/actualites/2026-01-05-fete.md\n# Fête\n\n## Le soir\n\n[plan](../page.md) [ici](#le-soir) [ailleurs](https://example.com/?a=1&b=2)\n\
                [fichier](menu%20du%20soir.pdf) ![Feu](feu.png)[^1]\n\n[^1]: Une note.\n\
                === content/page.md\n# Page\n=== content/actualites/menu du soir.pdf\nPDF\n=== content/actualites/feu.png\nPNG\n";
    let xml = page(site, "atom.xml");
    let content = elements(&xml)
        .into_iter()
        .find(|element| element.name == "content")
        .expect("an article is whole")
        .text;
    let addresses: BTreeSet<&str> = ["href=\"", "src=\""]
        .iter()
        .flat_map(|attribute| content.split(attribute).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_snapshot!(addresses.into_iter().collect::<Vec<_>>().join("\n"), @"
    https://example.com/?a=1&amp;b=2
    https://example.org/asso/actualites/fete/#_fn-1
    https://example.org/asso/actualites/fete/#_fnref-1
    https://example.org/asso/actualites/fete/#le-soir
    https://example.org/asso/actualites/feu.png
    https://example.org/asso/actualites/menu%20du%20soir.pdf
    https://example.org/asso/page/
    ");
}

#[test]
fn what_a_shortcode_shows_in_a_feed_has_absolute_links_too() {
    let site = "=== content/actualites/2026-01-05-fete.md\n# Fête\n\n{{ progress(plan=\"plan\") }}\n\n{{ figure(src=\"feu.png\", alt=\"Feu\") }}\n\n\
                {{ download(file=\"../horaire.pdf\") }}\n\nÉcrire à {{ contact(email=\"info@example.org\") }}\n\
                === content/plan.md\n+++\nkind = \"plan\"\n+++\n# Plan\n\n## Axe 1\n\n- [x] Danser\n\
                === content/horaire.pdf\nPDF\n=== content/actualites/feu.png\nPNG\n";
    let addresses = |text: &str| {
        let found = ["href=\"", "src=\""].iter().flat_map(|attribute| text.split(attribute).skip(1));
        let found: BTreeSet<&str> = found.filter_map(|rest| rest.split('"').next()).collect();
        let (written, coded): (Vec<&str>, Vec<&str>) = found.into_iter().partition(|it| !it.contains("&#"));
        (written.join("\n"), coded.len())
    };
    let xml = page(site, "atom.xml");
    let content = elements(&xml).into_iter().find(|element| element.name == "content");
    let content = content.expect("an article is whole").text;
    let (written, n_coded) = addresses(&content);
    assert_snapshot!(written, @"
    https://example.org/asso/actualites/feu.png
    https://example.org/asso/horaire.pdf
    https://example.org/asso/plan/
    ");
    assert_eq!(n_coded, 1, "the address of e-mail stays as it was");
}

#[test]
fn feeds_are_what_the_standard_asks() {
    for path in ["atom.xml", "actualites/atom.xml", "ateliers/atom.xml"] {
        let elements = elements(&page(&small_site(), path));
        let of = |name: &str, depth: usize| {
            let found = elements.iter().filter(|element| element.name == name && element.depth == depth);
            found.collect::<Vec<_>>()
        };
        // RFC 4287, 4.1.1 and 4.1.2: exactly one of each in the feed and in each entry.
        let n_entries = of("entry", 1).len();
        assert!(n_entries > 0, "{path}");
        for name in ["id", "title", "updated"] {
            assert_eq!(of(name, 1).len(), 1, "{name} of {path}");
            assert_eq!(of(name, 2).len(), n_entries, "{name} of the entries of {path}");
        }
        assert_eq!(of("author", 1).len(), 1, "{path}");
        let ids: BTreeSet<&str> = of("id", 2).iter().map(|id| id.text.as_str()).collect();
        assert_eq!(ids.len(), n_entries, "{path}");
        assert!(ids.iter().all(|id| id.starts_with("https://example.org/asso/")), "{ids:?}");
        for moment in [of("updated", 1), of("updated", 2), of("published", 2)].concat() {
            assert!(moment.text.len() == 20 && moment.text.ends_with("T12:00:00Z"), "{}", moment.text);
        }
        let own =
            of("link", 1).into_iter().find(|link| link.attributes.iter().any(|(_, value)| value == "self"));
        let own = own.expect("a feed names its own address");
        assert!(
            own.attributes.contains(&("href".to_owned(), format!("https://example.org/asso/{path}"))),
            "{own:?}"
        );
    }
}

#[test]
fn pages_lead_feed_readers_to_the_feeds_around_them() {
    let feeds = |path: &str| {
        let html = page(&small_site(), path);
        let links =
            html.lines().filter(|line| line.contains("rel=\"alternate\" type=\"application/atom+xml\""));
        links.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(feeds("actualites/fete/index.html"), @r#"
    <link rel="alternate" type="application/atom+xml" title="Le Phare" href="../../atom.xml">
    <link rel="alternate" type="application/atom+xml" title="Actualités – Le Phare" href="../atom.xml">
    "#);
    assert_snapshot!(feeds("page/index.html"), @r#"<link rel="alternate" type="application/atom+xml" title="Le Phare" href="../atom.xml">"#);
    assert_snapshot!(feeds("404.html"), @r#"<link rel="alternate" type="application/atom+xml" title="Le Phare" href="/asso/atom.xml">"#);
    assert!(
        page(&small_site(), "actualites/index.html")
            .contains("<a href=\"atom.xml\" type=\"application/atom+xml\">")
    );
}

#[test]
fn a_site_without_an_address_has_no_feed() {
    let site = format!("=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"\"\n{}", small_site());
    assert!(!published(&site).iter().any(|path| path.ends_with("atom.xml")));
    assert!(!page(&site, "actualites/index.html").contains("atom"));
}

#[test]
fn each_language_has_its_feed() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n[languages.fr]\n[languages.en]\ntitle = \"The Lighthouse\"\n\
                === content/a.md\n+++\ntitle = \"A\"\ndate = 2026-01-01\n+++\n\
                === content/a.en.md\n+++\ntitle = \"B\"\ndate = 2026-01-01\n+++\n";
    let titles = |path: &str| {
        let xml = elements(&page(site, path));
        let titles = xml.iter().filter(|element| element.name == "title").map(|title| title.text.clone());
        (xml[0].attributes[1].1.clone(), titles.collect::<Vec<_>>())
    };
    assert_eq!(titles("atom.xml"), ("fr-CA".to_owned(), vec!["Le Phare".to_owned(), "A".to_owned()]));
    assert_eq!(
        titles("en/atom.xml"),
        ("en-CA".to_owned(), vec!["The Lighthouse".to_owned(), "B".to_owned()])
    );
}
