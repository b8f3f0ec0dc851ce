//! Whole sites: what each page marks, and the page of the glossary.

use super::{build, main_of, marks};

const GLOSSARY: &str = "# Nos sigles\n\nDemandez-nous les autres.\n\n## A\n\n- AGA : Assemblée [générale](@/a.md) annuelle\n\n## C\n\n- CA : Conseil d’administration\n- Table : là où l’on s’assoit\n\n## Sources\n\nUn dictionnaire.\n";

#[test]
fn each_page_marks_the_first_use() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Le CA et l’AGA\n\nLe CA veille.\n\n\
                | Actions | Note |\n|---|---|\n| Tenir l’AGA du CA | L’AGA de juin |\n\n## Sigles\n\nAGA\n: Assemblée\n\nCA\n: Conseil\n";
    let site = build("", &[("plan.md", plan), ("a.md", "# A\n\nUn [CA](@/plan.md), un CA, des CAs.\n")]);
    assert_eq!(site.diagnostics, []);
    assert_eq!(marks(&site, "plan/index.html"), ["CA = Conseil", "AGA = Assemblée"]);
    assert_eq!(marks(&site, "plan/orientation-1/index.html"), ["CA = Conseil", "AGA = Assemblée"]);
    assert_eq!(marks(&site, "a/index.html"), ["CA = Conseil"]);
    assert_eq!(marks(&site, "glossaire/index.html"), [""; 0]);
    let data = &site.files["plan/plan.json"].bytes;
    assert!(!String::from_utf8_lossy(data).contains("abbr"), "data holds plain text");
}

#[test]
fn the_glossary_shows_every_acronym_and_who_uses_it() {
    let section = "# Bilan\n\nLe CA et la MRC.\n\n## Sigles\n\n- MRC : Municipalité\n- CA : Comité d’accueil\n- ÉTÉ : École d’été\n";
    let site = build(
        "",
        &[("glossaire.md", GLOSSARY), ("a.md", "# A\n\nL’AGA du CA. L’ÉTÉ!\n"), ("bilan.md", section)],
    );
    insta::assert_snapshot!(text(&main_of(&site, "glossaire/index.html")), @r"
    Nos sigles
    Ce que veulent dire les sigles employés sur ce site.
    Demandez-nous les autres.
    #sources Sources
    Un dictionnaire.
    Les sigles
    #aga AGA
    Assemblée (../a/) générale annuelle
    Employé dans
    (../a/) A
    #ca CA
    Conseil d’administration – (./) Nos sigles
    Comité d’accueil – (../bilan/) Bilan
    Employé dans
    (../a/) A
    (../bilan/) Bilan
    #ete ÉTÉ
    École d’été
    Employé dans
    (../a/) A
    #mrc MRC
    Municipalité
    Employé dans
    (../bilan/) Bilan
    #table Table
    là où l’on s’assoit
    ");
    assert_eq!(
        marks(&site, "a/index.html"),
        ["AGA = Assemblée générale annuelle", "CA = Conseil d’administration", "ÉTÉ = École d’été",]
    );
    assert_eq!(marks(&site, "bilan/index.html"), ["CA = Comité d’accueil", "MRC = Municipalité"]);
}

#[test]
fn each_language_has_its_glossary() {
    let site = build(
        "[languages.fr]\n[languages.en]\n",
        &[
            ("glossaire.md", "# Glossaire\n\n- AGA : Assemblée\n"),
            ("a.md", "# A\n\nUne AGA.\n"),
            ("a.en.md", "# A\n\nThe AGM; no AGA.\n\n## Acronyms\n\nAGM: annual general meeting\n"),
        ],
    );
    assert_eq!(marks(&site, "a/index.html"), ["AGA = Assemblée"]);
    assert_eq!(marks(&site, "en/a/index.html"), ["AGM = annual general meeting"]);
    let (fr, en) = (page(&site, "glossaire/index.html"), page(&site, "en/glossary/index.html"));
    assert!(fr.contains("hreflang=\"en-CA\" href=\"https://example.org/en/glossary/\""), "{fr}");
    assert!(en.contains("hreflang=\"fr-CA\" href=\"https://example.org/glossaire/\""), "{en}");
    assert!(page(&site, "en/a/index.html").contains("href=\"../glossary/\">Acronyms explained"));
    assert!(page(&site, "404.html").contains("href=\"/glossaire/\""));
}

#[test]
fn a_site_that_explains_nothing_has_no_glossary() {
    let site = build("", &[("a.md", "# A\n\nUne AGA.\n")]);
    assert!(!site.files.contains_key("glossaire/index.html"));
    assert!(!page(&site, "a/index.html").contains("glossaire"));
}

#[test]
fn a_link_may_lead_to_an_acronym() {
    let documents = |anchor: &str| {
        let text = format!("# A\n\nVoir [ce mot](@/glossaire.md#{anchor}). L’AGA, le CA.\n");
        build("", &[("glossaire.md", GLOSSARY), ("a.md", text.as_str())]).diagnostics
    };
    assert_eq!(documents("aga"), []);
    assert_eq!(documents("agi")[0].problem.code(), "no-such-anchor");
}

#[test]
fn a_page_of_the_author_keeps_the_address_of_the_glossary() {
    let own = "+++\npath = \"glossaire\"\n+++\n# Autre chose\n\nUne AGA.\n";
    let site = build("", &[("x.md", own), ("a.md", "# A\n\n## Sigles\n\nAGA : Assemblée\n")]);
    assert_eq!(site.diagnostics, []);
    assert!(page(&site, "glossaire/index.html").contains("Autre chose"));
}

#[test]
fn the_words_of_a_site_name_the_address() {
    let site = build(
        "",
        &[
            ("a.md", "# A\n\nUne AGA.\n\n## Sigles\n\nAGA : Assemblée\n"),
            ("words/fr.toml", "[addresses]\nglossary = \"Nos sigles\"\n"),
        ],
    );
    assert!(site.files.contains_key("nos-sigles/index.html"), "{:?}", site.files.keys());
}

fn page(site: &jalon::pipeline::Outcome, path: &str) -> String {
    String::from_utf8(site.files[path].bytes.to_vec()).expect("a page is text")
}

/// What the lines of a page say, with the addresses of its links and its anchors.
fn text(html: &str) -> String {
    let mut said = String::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let value = |name: &str| tag.split_once(name).and_then(|(_, rest)| rest.split('"').next());
        if let Some(id) = value(" id=\"") {
            said.push_str(&format!("#{id} "));
        }
        if let Some(href) = value(" href=\"") {
            said.push_str(&format!("({href}) "));
        }
        said.push_str(text);
    }
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_translated_plan_explains_the_acronyms_of_what_its_source_states() {
    let settings = "[languages.en]\n";
    let french = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Bouger\n\n\
        | Actions | Échéancier | Responsable | État |\n|---|---|---|---|\n| Marcher | Mai 2026 | CPE | AGA de juin |\n\n\
        ## Sigles\n\nAGA\n: Assemblée\n\nCPE\n: Centre\n";
    let english = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Priority 1: Moving\n\n\
        | Actions |\n|---|\n| 1.1 Walk |\n\n## Acronyms\n\nAGA\n: General meeting\n\nCPE\n: Childcare centre\n";
    let site = build(settings, &[("plan.md", french), ("plan.en.md", english)]);
    assert_eq!(site.diagnostics, []);
    assert_eq!(marks(&site, "en/plan/index.html"), ["AGA = General meeting", "CPE = Childcare centre"]);
}
