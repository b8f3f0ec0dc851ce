//! Where an acronym is marked, and where it is left alone.

use std::collections::BTreeSet;

use jalon::glossary::mark::Marker;
use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

fn marker() -> Marker {
    Marker::new([
        ("AGA", "assemblée générale annuelle"),
        ("CRÉ", "conférence régionale des élus"),
        ("MRC", "municipalité régionale de comté"),
        ("CLSC", "centre local"),
        ("CISSS", "centre intégré"),
        ("CISSS-MO", "centre intégré de l’Ouest"),
        ("R&D", "recherche & « développement »"),
    ])
}

fn mark(html: &str) -> String {
    marker().mark(html, &BTreeSet::from(["sigles".to_owned()])).into_owned()
}

/// The text with its marks written `[AGA]`.
#[track_caller]
fn check(html: &str, expected: &str) {
    let marked = mark(html);
    let mut shown = String::new();
    for (at, part) in marked.split("<abbr title=\"").enumerate() {
        match part.split_once("\">").and_then(|(_, rest)| rest.split_once("</abbr>")) {
            Some((word, rest)) if at > 0 => shown.push_str(&format!("[{word}]{rest}")),
            Some(_) | None => shown.push_str(part),
        }
    }
    assert_eq!(shown, expected);
    assert_eq!(mark(&marked), marked, "marking twice changes nothing");
}

#[track_caller]
fn untouched(html: &str) {
    check(html, html);
}

#[test]
fn the_meaning_is_told_where_the_acronym_stands() {
    assert_eq!(mark("<p>La CRÉ.</p>"), "<p>La <abbr title=\"conférence régionale des élus\">CRÉ</abbr>.</p>");
    assert_eq!(
        mark("<p>En R&amp;D.</p>"),
        "<p>En <abbr title=\"recherche &amp; « développement »\">R&amp;D</abbr>.</p>"
    );
}

#[test]
fn only_the_first_use_of_a_page_is_marked() {
    check("<p>L’AGA</p><p>suit l’AGA de la MRC.</p>", "<p>L’[AGA]</p><p>suit l’AGA de la [MRC].</p>");
}

#[test]
fn an_article_a_plural_and_a_mark_are_no_part_of_the_word() {
    check("<p>d'AGA</p>", "<p>d'[AGA]</p>");
    check("<p>d&#x27;AGA</p>", "<p>d&#x27;[AGA]</p>");
    check("<p>les CRÉs, les MRC</p>", "<p>les [CRÉs], les [MRC]</p>");
    check("<p>MRC–CLSC</p>", "<p>[MRC]–[CLSC]</p>");
    check("<p>MRC/CLSC</p>", "<p>[MRC]/[CLSC]</p>");
    check("<p>(AGA) «\u{a0}MRC\u{a0}»</p>", "<p>([AGA]) «\u{a0}[MRC]\u{a0}»</p>");
    check("<p>À l’AGA.</p>", "<p>À l’[AGA].</p>");
}

#[test]
fn a_part_of_another_word_is_left_alone() {
    untouched("<p>AGAR, MAGA, CRÉER, CRÉss, AGA2, 2AGA</p>");
    untouched("<p>aga, Aga, cré</p>");
    untouched("<p>CRE</p>");
    // An accent written apart from its letter makes it another letter.
    untouched("<p>AGA\u{301}</p>");
    untouched("<p>AGA@example.org, www.AGA.example, http://AGA, AGA_2</p>");
}

#[test]
fn the_longest_acronym_is_the_one_meant() {
    check("<p>Le CISSS-MO et le CISSS</p>", "<p>Le [CISSS-MO] et le [CISSS]</p>");
    check("<p>Le CISSS-MOL</p>", "<p>Le [CISSS]-MOL</p>");
}

#[test]
fn links_titles_and_code_are_left_alone() {
    untouched("<h2>AGA</h2>");
    untouched("<p><a href=\"x\">l’<em>AGA</em></a></p>");
    untouched("<code>AGA</code><pre>AGA</pre><kbd>AGA</kbd>");
    untouched("<nav><ul><li>AGA</li></ul></nav>");
    untouched("<svg><title>AGA</title><text>AGA</text></svg>");
    untouched("<img alt=\"AGA\" title=\"a > AGA\"><!-- AGA > AGA -->");
    untouched("<script>\"</p>AGA\"</script><style>AGA</style><textarea><b>AGA</textarea>");
    check("<h2>AGA</h2><p>AGA</p>", "<h2>AGA</h2><p>[AGA]</p>");
    check("<th scope=\"row\"><strong>AGA</strong></th>", "<th scope=\"row\"><strong>[AGA]</strong></th>");
}

#[test]
fn what_the_author_explained_is_not_explained_again() {
    let own = "<p><abbr lang=\"fr\">AGA</abbr> puis AGA</p>";
    untouched(own);
}

#[test]
fn the_section_that_explains_is_left_alone() {
    let section = "<h2 id=\"sigles\">Sigles</h2><p>AGA : …</p><h3>A</h3><p>AGA</p>";
    untouched(section);
    check(&format!("{section}<h2>Suite</h2><p>AGA</p>"), &format!("{section}<h2>Suite</h2><p>[AGA]</p>"));
    check("<div id=\"sigles\"><div>AGA</div></div>AGA", "<div id=\"sigles\"><div>AGA</div></div>[AGA]");
}

#[test]
fn only_the_main_part_of_a_page_is_marked() {
    check(
        "<body><header>AGA</header><main id=\"m\">AGA</main><footer>MRC</footer></body>",
        "<body><header>AGA</header><main id=\"m\">[AGA]</main><footer>MRC</footer></body>",
    );
}

#[test]
fn without_acronyms_nothing_is_copied() {
    let nothing = Marker::new([]);
    assert!(matches!(nothing.mark("<p>AGA</p>", &BTreeSet::new()), std::borrow::Cow::Borrowed(_)));
}

fn html() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        proptest::sample::select(vec![
            "AGA",
            "CRÉ",
            "CRÉs",
            "R&amp;D",
            "CISSS-MO",
            "<p>",
            "</p>",
            "<a href=\"AGA\">",
            "</a>",
            "<h2>",
            "</h2>",
            "<h2 id=\"sigles\">",
            "<abbr title=\"x\">",
            "</abbr>",
            "<code>",
            "</code>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<",
            ">",
            "\"",
            "'",
            " ",
            ".",
            "/",
            "é",
            "<main>",
            "</main>",
            "\u{301}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    proptest::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn marking_any_text_only_adds_marks_and_only_once(html in html()) {
        let marked = mark(&html);
        prop_assert_eq!(mark(&marked), marked.clone());
        let n_opened = marked.matches("<abbr title=\"").count() - html.matches("<abbr title=\"").count();
        let n_closed = marked.matches("</abbr>").count() - html.matches("</abbr>").count();
        prop_assert_eq!(n_opened, n_closed);
        let added: usize = ["assemblée générale annuelle", "conférence régionale des élus", "municipalité régionale de comté",
            "centre local", "centre intégré\"", "centre intégré de l’Ouest", "recherche &amp; « développement »"]
            .iter().map(|meaning| marked.matches(&format!("<abbr title=\"{}\">", meaning.trim_end_matches('"'))).count()).sum();
        prop_assert_eq!(added, n_opened);
    }
}
