//! Texts in another language than the page that shows them.

use crate::{BILINGUAL, build, file, said};

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
