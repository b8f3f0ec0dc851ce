//! How text becomes HTML where jalon says more than the specifications.

use super::{html, problems, read};
use jalon::markdown::Filling;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(html(text), expected);
}

#[test]
fn superscripts_stand_between_carets_also_within_a_word() {
    check("1^er^ juin, x^2^, 3^e\n", "<p>1<sup>er</sup> juin, x<sup>2</sup>, 3^e</p>\n");
    check("`1^er^` \\^a^ ^a b^ ^^\n", "<p><code>1^er^</code> ^a^ ^a b^ ^^</p>\n");
    check("M^me^ B. et M^gr^ C.\n", "<p>M<sup>me</sup> B. et M<sup>gr</sup> C.</p>\n");
}

#[test]
fn the_source_of_a_quotation_is_set_apart_from_its_words() {
    let check = |text: &str, inside: &str| check(text, &format!("<blockquote>\n{inside}</blockquote>\n"));
    let apart = "<p>Bâtir.</p>\n<p class=\"small\">— Carnet du Gué</p>\n";
    check("> Bâtir.\n> — Carnet du Gué\n", apart);
    check("> Bâtir.  \n> — Carnet du Gué\n", apart);
    check("> Bâtir.\n>\n> — Carnet du Gué\n", apart);
    check(
        "> *Bâtir.*\n> – *Carnet* du Gué\n",
        "<p><em>Bâtir.</em></p>\n<p class=\"small\">– <em>Carnet</em> du Gué</p>\n",
    );
    check(
        "> Bâtir.[^1]\n> — [Gué](https://a.ca)\n",
        "<p>Bâtir.[^1]</p>\n<p class=\"small\">— <a href=\"https://a.ca\">Gué</a></p>\n",
    );
    check("> Bâtir, — Carnet du Gué\n", "<p>Bâtir, — Carnet du Gué</p>\n");
    check("> *Bâtir\n> — tout de suite*\n", "<p><em>Bâtir\n— tout de suite</em></p>\n");
    check("> Bâtir.\n> —\n", "<p>Bâtir.\n—</p>\n");
}

#[test]
fn bare_addresses_are_links_without_the_marks_around_them() {
    let link = |address: &str| format!("<a href=\"{address}\">{address}</a>");
    check("« https://a.ca »\n", &format!("<p>« {} »</p>\n", link("https://a.ca")));
    check("«\u{a0}https://a.ca\u{a0}»\n", &format!("<p>«\u{a0}{}\u{a0}»</p>\n", link("https://a.ca")));
    check(
        "https://a.ca/x_y_z, *https://b.ca*\n",
        &format!("<p>{}, <em>{}</em></p>\n", link("https://a.ca/x_y_z"), link("https://b.ca")),
    );
    check(
        "[https://a.ca](b) `https://a.ca` xhttps://a.ca\n",
        "<p><a href=\"b\">https://a.ca</a> <code>https://a.ca</code> xhttps://a.ca</p>\n",
    );
    check(
        "Écrire à info@réseau.ca ou info@reseau.ca.\n",
        "<p>Écrire à info@réseau.ca ou <a href=\"mailto:info@reseau.ca\">info@reseau.ca</a>.</p>\n",
    );
    check(
        "http://localhost www.a_b.c http://\n",
        &format!("<p>{} www.a_b.c http://</p>\n", link("http://localhost")),
    );
}

#[test]
fn an_alert_has_a_title_in_the_language_of_the_page() {
    check(
        "> [!NOTE]\n> Texte.\n",
        "<div class=\"alert alert--note\" role=\"note\">\n<p class=\"alert__title\">alert.note</p>\n<p>Texte.</p>\n</div>\n",
    );
    check("> [!AUTRE]\n", "<blockquote>\n<p>[!AUTRE]</p>\n</blockquote>\n");
}

#[test]
fn a_task_says_whether_it_is_done() {
    check(
        "- [x] a\n- [ ] b\n- c\n",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"task.done\"> a</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"task.todo\"> b</li>\n<li>c</li>\n</ul>\n",
    );
}

#[test]
fn code_can_be_scrolled_and_names_its_language() {
    check(
        "```rust ignore\n<a>\n```\n",
        "<pre tabindex=\"0\"><code class=\"language-rust\">&lt;a&gt;\n</code></pre>\n",
    );
}

#[test]
fn a_language_ends_at_a_comma() {
    check("```js,linenos\na\n```\n", "<pre tabindex=\"0\"><code class=\"language-js\">a\n</code></pre>\n");
}

#[test]
fn the_words_of_a_picture_are_plain() {
    check("![*a* b](c.png \"d\")\n", "<p><img src=\"c.png\" alt=\"a b\" title=\"d\"></p>\n");
}

#[test]
fn addresses_are_holes_with_their_place() {
    let text = "[é](@/plans/a&amp;b.md#2.1 \"t\") ![x](<y z.png>) <a href=\"../k\">k</a>\n";
    let html = read(text).html();
    let holes: Vec<_> = html
        .holes()
        .iter()
        .filter_map(|hole| Some((&hole.what, &text[hole.span?.start..hole.span?.end])))
        .collect();
    assert_eq!(
        holes,
        [
            (&Filling::Link("@/plans/a&b.md#2.1".to_owned()), "[é](@/plans/a&amp;b.md#2.1 \"t\")"),
            (&Filling::Image("y z.png".to_owned()), "y z.png"),
            (&Filling::Link("../k".to_owned()), "href=\"../k\""),
        ]
    );
}

#[test]
fn holes_go_through_the_sanitiser() {
    check(
        "<div>\n\n- [x] [a](b.md)[^n]\n\n> [!TIP]\n> c\n\n</div>\n\n[^n]: d\n",
        "<div>\n<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"task.done\"> \
         <a href=\"b.md\">a</a><sup>n</sup></li>\n</ul>\n<div class=\"alert alert--tip\" role=\"note\">\n\
         <p class=\"alert__title\">alert.tip</p>\n<p>c</p>\n</div>\n</div>\n",
    );
}

#[test]
fn html_of_the_author_stays_coherent_around_markdown() {
    check(
        "<details>\n<summary>Plus</summary>\n\nTexte.\n\n- a\n\n</details>\n\nFin.\n",
        "<details>\n<summary>Plus</summary>\n<p>Texte.</p>\n<ul>\n<li>a</li>\n</ul>\n</details>\n<p>Fin.</p>\n",
    );
    check("<div>\n\nJamais fermé.\n", "<div>\n<p>Jamais fermé.</p>\n</div>");
}

#[test]
fn an_element_left_open_ends_with_its_paragraph() {
    check("a <b>b\n\nc\n", "<p>a <b>b</b></p>\n<p>c</p>\n");
}

#[test]
fn footnotes_come_in_the_order_of_their_first_call() {
    let text = "A[^b] B[^A] C[^b]\n\n[^a]: Un[^c]\n[^b]: Deux\n[^c]: Trois\n";
    let labels: Vec<_> = read(text).footnotes.into_iter().map(|footnote| footnote.label).collect();
    assert_eq!(labels, ["b", "A", "c"]);
    assert_eq!(problems(text), "");
    assert_eq!(html(text), "<p>A<sup>b</sup> B<sup>A</sup> C<sup>b</sup></p>\n");
}

#[test]
fn footnotes_without_text_or_call_are_told() {
    assert_eq!(
        problems("Été[^sourse] `[^code]` \\[^non]\n\n[^source]: Ici.\n\n[^source]: Encore.\n"),
        "1:4 warning: the footnote “sourse” is called here but is written nowhere\n\
         3:1 warning: the footnote “source” is called nowhere: it will not be published\n\
         5:1 warning: the footnote “source” is already written on line 3: only the first will be published"
    );
}

#[test]
fn addresses_are_escaped_once() {
    let href = jalon::markdown::href;
    assert_eq!(href("/é?a=1&b=%20 c"), "/%C3%A9?a=1&amp;b=%20%20c");
    assert_eq!(href("\"'<>[]"), "%22&#x27;%3C%3E%5B%5D");
}
