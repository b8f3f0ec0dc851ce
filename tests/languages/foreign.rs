//! Texts in another language than the page that shows them.

use crate::{BILINGUAL, PLAN, build, file, said};

#[test]
fn a_page_may_be_written_in_another_language_than_its_file_says() {
    let outcome = build(&format!(
        "{BILINGUAL}=== content/nouvelles/letter.md\n+++\ntitle = \"A letter: from \\\"Boston\\\"\"\ndescription = \"Who: us.\"\ndate = 2026-01-02\nlang = \"en-US\"\n+++\n\nWe wrote : \"hello\".\n"
    ));
    let html = file(&outcome, "nouvelles/letter/index.html");
    for words in [
        "<html lang=\"fr-CA\">",
        "<h1 lang=\"en-US\">A letter: from “Boston”</h1>",
        "<p class=\"lead\" lang=\"en-US\">",
        "<div class=\"prose\" lang=\"en-US\"><p>We wrote : “hello”.</p>",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    let list = file(&outcome, "nouvelles/index.html");
    assert!(list.contains("lang=\"en-US\">English</span>"), "{list}");
    assert_eq!(said(&outcome), [""; 0]);
}

#[test]
fn the_title_of_a_page_keeps_the_language_of_its_text() {
    let outcome = build(&format!(
        "{BILINGUAL}=== content/_index.md\n# Accueil\n=== content/a.md\n# A\n=== content/letter.md\n+++\ntitle = \"A letter: ours!\"\nkind = \"news\"\ndate = 2026-01-02\nlang = \"en\"\n+++\n\nWe wrote.\n"
    ));
    let html = file(&outcome, "letter/index.html");
    for words in [
        "<title lang=\"en-CA\">A letter: ours! – Le Phare</title>",
        "<meta name=\"description\" lang=\"en-CA\" content=\"We wrote.\">",
        "<span aria-current=\"page\" lang=\"en-CA\">A letter: ours!</span>",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    let menu = "<li><a href=\"../letter/\" lang=\"en-CA\">A letter: ours!</a></li>";
    let other = file(&outcome, "a/index.html");
    assert!(other.contains(menu), "{menu} in {other}");
    let feed = file(&outcome, "atom.xml");
    assert!(feed.contains("<entry xml:lang=\"en-CA\">\n    <title>A letter: ours!</title>"), "{feed}");
}

#[test]
fn what_is_told_of_a_plan_inside_a_foreign_text_keeps_its_language() {
    let calls = "{{ progress(plan=\"p\", form=\"sentence\") }}\n\nHoy: {{ progress(plan=\"p\") }}.\n\n{{ quote(text=\"Juntos\") }}\n";
    let site = |lang: &str| {
        build(&format!(
            "{BILINGUAL}{PLAN}=== content/a.md\n+++\ntitle = \"A\"\nlang = \"{lang}\"\n+++\n\n{calls}"
        ))
    };
    let html = file(&site("es"), "a/index.html");
    for words in [
        "<div lang=\"fr-CA\"><p>0 sur 1 réalisée</p>",
        "Hoy: <span lang=\"fr-CA\">0 sur 1 réalisée</span>.",
        "<figure class=\"quoted\">\n<blockquote><p>Juntos</p>",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    let html = file(&site("en"), "a/index.html");
    for words in ["<div class=\"prose\" lang=\"en-CA\"><p>0 of 1 completed</p>", "Hoy: 0 of 1 completed."] {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[test]
fn a_card_keeps_the_language_of_a_passage() {
    let outcome = build(&format!(
        "{BILINGUAL}=== content/n/a.md\n+++\ntitle = \"A\"\ndate = 2026-01-02\n+++\n\nOn dit <span lang=\"en\">\"strong; together!\"</span> & ici.\n\
         === content/n/b.md\n+++\ntitle = \"B\"\ndate = 2026-01-01\n+++\n\n{}<span lang=\"en\">strong together</span> ici.\n",
        "encore ".repeat(33)
    ));
    let list = file(&outcome, "n/index.html");
    for words in [
        "<p>On dit <span lang=\"en\">“strong; together!”</span> &amp; ici.</p>",
        "encore <span lang=\"en\">strong</span>…</p>",
    ] {
        assert!(list.contains(words), "{words} in {list}");
    }
    assert!(file(&outcome, "n/a/index.html").contains("name=\"description\" content=\"On dit «\u{a0}strong"));
}

#[test]
fn a_passage_keeps_its_language() {
    let outcome = build(&format!(
        "{BILINGUAL}=== content/a.md\n# A\n\n## Strong together! {{lang=en}}\n\nOn dit <span lang=\"en\">\"strong together\"</span> ici.\n\n\
         <blockquote lang=\"ar\" dir=\"rtl\">\n\nسلام\n\n</blockquote>\n"
    ));
    let html = file(&outcome, "a/index.html");
    for words in [
        "lang=\"en\">Strong together!",
        "<span lang=\"en\">“strong together”</span>",
        "<blockquote lang=\"ar\" dir=\"rtl\">",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[test]
fn the_language_of_a_plan_is_that_of_its_file() {
    let outcome = build(&format!(
        "{BILINGUAL}=== content/p.md\n+++\nkind = \"plan\"\ntitle = \"P\"\nlang = \"en\"\n+++\n=== content/q.md\n+++\ntitle = \"Q\"\nlang = \"anglais\"\n+++\n"
    ));
    let said = said(&outcome).into_iter().filter(|said| said.contains("lang")).collect::<Vec<_>>();
    assert_eq!(
        said,
        [
            "! content/p.md «~lang~» ne sert que dans une page ou une actualité, et ceci est de la sorte «~plan~»",
            "! content/q.md «~anglais~» n’est pas un code de langue",
        ]
    );
}
