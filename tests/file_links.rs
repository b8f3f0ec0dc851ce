//! A website whose links name files, so that it opens from a disk.

#![expect(clippy::unwrap_used, reason = "the test stops at the first surprise")]

use std::collections::BTreeSet;

use jalon::config::{BaseUrl, Written};
use jalon::pipeline::delivery::{for_disk, is_page};
use jalon::pipeline::{File, Role};
use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};

/// A page of `plans/2026/`, in a site published under `/asso/`.
fn named(path: &str, html: &str) -> String {
    let paths = [
        "index.html",
        "plans/index.html",
        "plans/2026/index.html",
        "plans/2026/plan.json",
        "été 2026/index.html",
        "assets/jalon.css",
        "a:b/index.html",
        path,
    ];
    let paths: BTreeSet<String> = paths.map(str::to_owned).into();
    let base_url = BaseUrl {
        origin: "https://example.org".to_owned(),
        path: "/asso/".to_owned(),
        written: Written::Something,
    };
    if !is_page(path) {
        return html.to_owned();
    }
    let page = File { bytes: html.as_bytes().into(), role: Role::Page };
    let (_, page) = for_disk((path, &page), &paths, &base_url).unwrap();
    String::from_utf8(page.bytes.to_vec()).unwrap()
}

fn check(written: &str, expected: &str) {
    let page = |link: &str| format!("<p><a class=\"k\" href=\"{link}\" hidden>ici</a></p>");
    assert_eq!(named("plans/2026/index.html", &page(written)), page(expected));
}

#[test]
fn a_link_to_a_page_names_its_file() {
    check("../", "../index.html");
    check("..", "../index.html");
    check("./", "./index.html");
    check("../../", "../../index.html");
    check("../../plans", "../../plans/index.html");
    check("../#2.1", "../index.html#2.1");
    check("../?q=a&amp;b#c", "../index.html?q=a&amp;b#c");
    check("../../%C3%A9t%C3%A9%202026/", "../../%C3%A9t%C3%A9%202026/index.html");
}

#[test]
fn an_address_from_the_root_of_the_host_starts_from_the_page() {
    check("/asso/", "../../index.html");
    check("/asso", "../../index.html");
    check("/asso/plans/#2", "../../plans/index.html#2");
    check("/asso/plans/2026/plan.json", "../../plans/2026/plan.json");
}

#[test]
fn every_other_link_stays_as_it_is() {
    for link in [
        "",
        "#2.1",
        "?q=eau",
        "plan.json",
        "../index.html",
        "https://example.org/asso/plans/",
        "https://example.com/",
        "//example.com/",
        "mailto:info@example.org",
        "nulle-part/",
        "/ailleurs/",
        "../../../",
    ] {
        check(link, link);
    }
}

#[test]
fn every_tag_with_an_address_is_read() {
    let check = |html: &str, expected: &str| assert_eq!(named("a/index.html", html), expected);
    check(
        "<form class=search action='../plans/'><input value=\"../plans/\">",
        "<form class=search action='../plans/index.html'><input value=\"../plans/\">",
    );
    check(
        "<meta http-equiv=\"refresh\" content=\"0; url=../plans/\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=../plans/index.html\">",
    );
    check("<a href=../plans/ rel=up>", "<a href=../plans/index.html rel=up>");
    check("<a data-href=\"href\" href=\"../\">", "<a data-href=\"href\" href=\"../index.html\">");
    check("<area href=\"../\"/>", "<area href=\"../index.html\"/>");
    check(
        "<img src=\"/asso/assets/jalon.css\" srcset=\"/asso/assets/jalon.css 2x, b.png 3x\">",
        "<img src=\"../assets/jalon.css\" srcset=\"../assets/jalon.css 2x, b.png 3x\">",
    );
    check(
        "<code>&lt;a href=\"../\"></code> <!-- <a href=\"../\"> -->",
        "<code>&lt;a href=\"../\"></code> <!-- <a href=\"../\"> -->",
    );
    check("<a href=\"../a:b/\">", "<a href=\"../a:b/index.html\">");
}

#[test]
fn the_home_page_leads_to_the_root_by_itself() {
    assert_eq!(named("index.html", "<a href=\"/asso/plans/\">"), "<a href=\"./plans/index.html\">");
    assert_eq!(named("index.html", "<a href=\"./\">"), "<a href=\"./index.html\">");
    assert_eq!(named("index.html", "<a href=\"/asso/a:b/\">"), "<a href=\"./a:b/index.html\">");
}

#[test]
fn the_page_of_missing_addresses_is_for_hosts() {
    let html = "<a href=\"/asso/plans/\">";
    assert_eq!(named("404.html", html), html);
    assert_eq!(named("en/404.html", html), html);
}

/// Pieces of HTML, some of them cut short.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "<a href=\"",
        "<a href=",
        "<img srcset='",
        "<meta content=\"0; url=",
        "../",
        "/asso/",
        "\"",
        ">",
        " ",
        "%",
        "#",
    ];
    let piece = prop_oneof![
        (0..known.len()).prop_map(move |at| known[at].to_owned()),
        any::<char>().prop_map(String::from)
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_link_is_named_where_it_stands() {
    let named = |html: &str| named("plans/2026/index.html", html);
    let with = |link: &str| format!("<a title=\"href=../ ou ../\" href=\"{link}\">");
    assert_eq!(named(&with("../")), with("../index.html"));
    // A quote in a name opens nothing: the second list of this page, cut short, is one value.
    let cut = "<img srcset=''\"<img srcset='<meta content=\"0; url=><a href=\"";
    let once = named(cut);
    assert_eq!(named(&once), once);
}

proptest! {
    #[test]
    fn whatever_the_page_naming_its_links_twice_changes_nothing_more(html in pieces()) {
        let once = named("plans/2026/index.html", &html);
        prop_assert_eq!(named("plans/2026/index.html", &once), once);
    }
}
