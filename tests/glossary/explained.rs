//! What a document explains, in each of the forms that people write.

use jalon::config;
use jalon::kind;
use jalon::source::Source;
use proptest::prelude::{Strategy, any, prop_assert, prop_oneof, proptest};

fn explained(path: &str, text: &str) -> Vec<String> {
    let config = config::read(&Source::new("jalon.toml", "title = \"Table\"")).value;
    let read = kind::read(&Source::new(path, text), "fr", &config);
    let entries = read.value.glossary.entries.iter();
    let said = entries.map(|entry| format!("{} = {} ({})", entry.name, entry.meaning.plain, entry.line));
    let told = read.diagnostics.iter().map(|it| it.problem.code().to_owned());
    said.chain(told).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(explained("content/a.md", text), expected, "{text}");
}

#[test]
fn a_section_explains_in_a_definition_list_a_table_or_lines() {
    check(
        "# A\n\n## Liste des sigles\n\nAGA\n: Assemblée générale annuelle\n\nCA\n: Conseil\n",
        &["AGA = Assemblée générale annuelle (5)", "CA = Conseil (8)"],
    );
    check(
        "# A\n\n## Annexe 2 : Sigles et acronymes\n\n| Sigle | Sens |\n|---|---|\n| AGA | Assemblée |\n| CA | Conseil |\n",
        &["AGA = Assemblée (7)", "CA = Conseil (8)"],
    );
    check(
        "# A\n\n## Acronyms\n\n- AGM: annual general meeting\n- **CA** – conseil\n",
        &["AGM = annual general meeting (5)", "CA = conseil (6)"],
    );
    check(
        "# A\n\n## Glossaire\n\nAGA\u{a0}: Assemblée\nCA = Conseil\n\nCRÉ — Conférence\n",
        &["AGA = Assemblée (5)", "CA = Conseil (6)", "CRÉ = Conférence (8)"],
    );
}

#[test]
fn a_table_without_titles_explains_from_its_first_row() {
    check(
        "# A\n\n## Sigles\n\n| AGA | Assemblée |\n|---|---|\n| CA | Conseil |\n",
        &["AGA = Assemblée (5)", "CA = Conseil (7)"],
    );
    check("# A\n\n## Sigles\n\n| SIGLE | SENS |\n|---|---|\n| CA | Conseil |\n", &["CA = Conseil (7)"]);
}

#[test]
fn acronyms_that_share_a_meaning_are_each_explained() {
    check(
        "# A\n\n## Sigles\n\n- OBNL ou OSBL : organisme sans but lucratif\n- R&D : recherche\n",
        &[
            "OBNL = organisme sans but lucratif (5)",
            "OSBL = organisme sans but lucratif (5)",
            "R&D = recherche (6)",
        ],
    );
}

#[test]
fn a_section_ends_where_the_next_one_starts() {
    check(
        "# A\n\n## Sigles\n\n### A\n\n- AGA : Assemblée\n\n### C\n\n- CA : Conseil\n\n## Notes\n\n- CRÉ : pas ici\n",
        &["AGA = Assemblée (7)", "CA = Conseil (11)"],
    );
}

#[test]
fn other_sections_explain_nothing() {
    check("# A\n\n## Pourquoi éviter les sigles\n\n- CA : Conseil\n", &[]);
    check("# A\n\nAGA : Assemblée\n", &[]);
}

#[test]
fn text_around_acronyms_is_only_text() {
    check(
        "# A\n\n## Sigles\n\nNote : cette liste est courte.\n\nVoici les sigles : ils sont deux.\n\nCA : Conseil\n",
        &["CA = Conseil (9)"],
    );
}

#[test]
fn a_line_without_meaning_is_told() {
    check(
        "# A\n\n## Sigles\n\n- CA\n- AGA : Assemblée\n",
        &["AGA = Assemblée (6)", "acronym-without-meaning"],
    );
    check("# A\n\n## Sigles\n\n| Sigle | Sens |\n|---|---|\n| CA | |\n", &["acronym-without-meaning"]);
}

#[test]
fn the_glossary_explains_from_end_to_end() {
    for path in [
        "content/glossaire.md",
        "content/glossary.md",
        "content/glossaire/index.md",
        "content/glossary.en.md",
    ] {
        assert_eq!(explained(path, "Bonjour.\n\n- CA : Conseil\n"), ["CA = Conseil (3)"], "{path}");
    }
    for path in ["content/lexique.md", "content/plans/notes.md", "content/glossaire/autre.md"] {
        assert_eq!(explained(path, "Bonjour.\n\n- CA : Conseil\n"), Vec::<String>::new(), "{path}");
    }
    // A document whose title says so, or its file's name, is one section.
    assert_eq!(explained("content/plans/glossaire.md", "- CA : Conseil\n"), ["CA = Conseil (1)"]);
    assert_eq!(explained("content/a.md", "# Liste des sigles\n\n- CA : Conseil\n"), ["CA = Conseil (3)"]);
    assert_eq!(explained("content/glossaire.md", "# Glossaire\n\nÀ venir.\n"), ["empty-glossary"]);
}

fn lines() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        proptest::sample::select(vec![
            "# Sigles\n\n",
            "## Glossaire\n\n",
            "### Suite\n\n",
            "AGA",
            "CRÉ",
            "MRC (",
            "R&D",
            "**CA**",
            " : ",
            ": ",
            "- ",
            " – ",
            "| ",
            "|\n",
            "|---|---|\n",
            "\n",
            "\n\n",
            "<br>",
            "<p>",
            "[x](y)",
            "[^1]",
            "[^1]: n",
            "`",
            "é",
            "&amp;",
            " ou ",
            "/",
            ".",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_is_within_it(text in lines()) {
        for path in ["content/a.md", "content/glossaire.md"] {
            let config = config::read(&Source::new("jalon.toml", "title = \"Table\"")).value;
            let glossary = kind::read(&Source::new(path, text.as_str()), "fr", &config).value.glossary;
            let spans = glossary.entries.iter().map(|entry| entry.span);
            for span in spans.chain(glossary.uses.values().filter_map(|found| found.first)) {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
            for entry in &glossary.entries {
                prop_assert!(!entry.name.is_empty() && !entry.meaning.plain.is_empty());
            }
        }
    }
}
