//! A web page into pieces: what Word, Google Docs or LibreOffice save as HTML, and pages of an old site.
//!
//! The page is made well-formed as browsers do it (`tree`), then walked from its first element to its last
//! (`walk`): a paragraph ends where a browser would start another line.

mod look;
mod notes;
mod office;
mod outside;
mod picture;
mod table;
mod tree;
mod walk;
mod words;

use super::piece::{Line, Paper, Piece};
use crate::diagnostic::import::ImportProblem;
use look::Styles;
use notes::Notes;
use tree::Tree;
use walk::Walker;

/// Reads a page.
pub fn read(html: &str) -> Paper {
    let (tree, styles) = (Tree::of(html), Styles::of(html));
    let notes = Notes::of(&tree);
    let mut walker = Walker::new(&tree, &styles, &notes);
    let mut names = Vec::new();
    let body = outside::body(&tree);
    if body > 0 {
        outside::left(&tree, body, &mut names);
    }
    walker.page(body);
    let named = tree.elements().find(|(at, element)| {
        element.name == "title" && !tree.above(*at).any(|above| tree.name(above) == "svg")
    });
    let own = named.map(|(at, _)| tree.words(at)).filter(|title| !title.is_empty());
    let read = walker.finish();
    for name in read.left {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut pieces = Vec::new();
    if !names.is_empty() {
        pieces.push(Piece::Remark(ImportProblem::ElementsLeft { names: names.join(", ") }));
    }
    if let Some(first) = read.links.first().cloned() {
        let n_links = read.links.len();
        pieces.push(Piece::Remark(ImportProblem::LinksLeft { n_links, first }));
    }
    pieces.extend(read.pieces);
    Paper { title: read.title.or(own), pieces, pictures: read.pictures }
}

/// The pieces of a bit of HTML that stands in another text.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    part(html, |walker| walker.page(0))
}

/// The lines of a cell that holds a bit of HTML.
pub(super) fn lines(html: &str) -> Vec<Line> {
    table::into_lines(part(html, |walker| walker.cell(0))).lines
}

fn part(html: &str, read: impl FnOnce(&mut Walker<'_>)) -> Vec<Piece> {
    let (tree, styles, notes) = (Tree::of(html), Styles::default(), Notes::default());
    let mut walker = Walker::new(&tree, &styles, &notes);
    read(&mut walker);
    walker.finish().pieces
}

#[cfg(test)]
mod tests {
    use super::super::piece::shown;
    use super::read;

    fn check(html: &str, expected: &str) {
        assert_eq!(shown(&read(html).pieces), expected, "{html}");
    }

    #[test]
    fn titles_and_paragraphs_are_told_apart() {
        check(
            "<title>x</title><h1>Plan\n  2026</h1><div>Un <p>deux<br>trois</p> quatre</div><hr><H4>Cinq",
            "# Plan 2026\nUn\ndeux⏎trois\nquatre\n#### Cinq",
        );
        check("<p>Un<br><br>deux<br>\n<br>&nbsp;<br>trois<br></p><p>&nbsp;</p>", "Un\ndeux\ntrois");
        check("<center>Bienvenue</center><blockquote><p>Ici</p></blockquote>", "Bienvenue\nIci");
        check(
            "<pre>un\n  deux</pre><dl><dt>MRC<dd>municipalité régionale</dl>",
            "un⏎  deux\n**MRC**\nmunicipalité régionale",
        );
        check(
            "<section><header><h2>Un</h2></header></section><figure><figcaption>Deux</figcaption></figure>",
            "## Un\nDeux",
        );
    }

    #[test]
    fn words_look_as_a_browser_shows_them() {
        check("<p>a <b>b </b>c<i><b>d</b></i>", "a **b** c***d***");
        check("<p><s>a</s><del>b</del> 3<sup>e</sup> H<sub>2</sub>O <ins>c</ins>", "~~ab~~ 3^e^ H_2_O c");
        check("<p><span style='font-weight:700;font-style:italic'>a</span> b", "***a*** b");
        check("<b style='font-weight:normal'><p>a <span style='font-weight:700'>b</span></p></b>", "a **b**");
        check("<b><p>a</p></b><p style='display:none'>b", "**a**");
        check(
            "<p>caf&eacute; &amp; th&#233;&nbsp;: 1&nbsp;000 $ &nbsp; &nbsp;!",
            "café & thé\u{a0}: 1\u{a0}000 $ !",
        );
    }

    #[test]
    fn looks_written_in_the_styles_of_the_page_are_read() {
        check(
            "<style type='text/css'>/* c0 */ @page{margin:1in} .c1{font-weight:700;color:#000} p.c2,li.c3{font-style:italic}
             </style><p class='c0'><span class='c1'>a</span> b</p><p class=c2>c",
            "**a** b\n*c*",
        );
    }

    #[test]
    fn links_that_lead_somewhere_are_kept() {
        check(
            "<p><a href=' https://exemple.org/a?b=1&amp;c '>un</a> <a href='#deux'>deux</a> <a href='javascript:x()'>3</a> <a href=MAILTO:a@exemple.org>4</a>",
            "[un](https://exemple.org/a?b=1&c) deux 3 [4](MAILTO:a@exemple.org)",
        );
        check(
            "<p><a href='bilan.pdf'>un</a> <a href='../b.htm'>deux</a>",
            "{LinksLeft { n_links: 2, first: \"bilan.pdf\" }}\nun deux",
        );
        check(
            "<a href='https://www.google.com/url?q=https://exemple.org/a%3Fb&amp;sa=D'>un</a>",
            "[un](https://exemple.org/a?b)",
        );
    }

    #[test]
    fn lists_keep_their_depth_their_numbers_and_their_boxes() {
        check(
            "<ul><li>un<ul><li>deux</ul><li><p>trois</p><p>quatre</p></ul>cinq",
            "- un\n  - deux\n- trois⏎quatre\ncinq",
        );
        check("<ul><li>un</li><ul><li>deux</li></ul></ul>", "- un\n  - deux");
        check("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n7. b\n8. c");
        check(
            "<ul><li><input type=checkbox checked> a<li><input type='checkbox'>b<li>☐ c</ul>",
            "[x] a\n[ ] b\n[ ] c",
        );
        check(
            "<ul class='c1 lst-kix_a-0 start'><li>a</li></ul><ul class='lst-kix_a-1'><li>b</li></ul>",
            "- a\n  - b",
        );
        check("<p>Ordre :<br>- un<br>- deux</p><p>•&nbsp;&nbsp; trois</p>", "Ordre :\n- un\n- deux\n- trois");
    }

    #[test]
    fn points_of_word_lose_their_sign_and_keep_their_level() {
        check(
            "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>\
             <span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; \
             </span></span><![endif]>Un</p><p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>\
             <!--[if !supportLists]--><span style='font-family:\"Courier New\"'><span style='mso-list:Ignore'>o<span \
             style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span><!--[endif]-->Deux</p>",
            "- Un\n  - Deux",
        );
        check(
            "<p class=MsoListParagraph>2.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span>Un</p>\
             <p class=MsoListParagraph style='margin-left:2.54cm'>a)<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span>Deux</p>\
             <p class=MsoListParagraph>Trois</p><h1>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span>Quatre</h1>",
            "2. Un\n  - a) Deux\nTrois\n# 1. Quatre",
        );
    }

    #[test]
    fn tables_keep_their_titles_and_their_merged_cells() {
        check(
            "<table><caption>Suivi</caption><thead><tr><td>A<td>B</thead><tr><td rowspan=2>1<br>2<td>b<tr><td><p>c</p><p>&nbsp;</p></table>",
            "Suivi\n|= A | B |\n| 1 ⏎ 2{1×2} | b |\n| < | c |",
        );
        check(
            "<table><tr><th>A<th>B<th>C<tr><td colspan=2>a<td>c<tr><td>d</table>",
            "|= A | B | C |\n| a{2×1} | < | c |\n| d |  |  |",
        );
        check(
            "<table><tr><td colspan=3>a<td>- b - f<tr><td colspan=3>c<td><ul><li>d<li>e</ul></table>",
            "| a | • b ⏎ • f |\n| c | • d ⏎ • e |",
        );
        check("<table><tr><th colspan=2>Axe 1<tr><th>a<td>b</table>", "| Axe 1{2×1} | < |\n| a | b |");
    }

    #[test]
    fn tables_that_lay_a_page_out_are_no_tables() {
        check("<table><tr><td><h2>Un</h2><p>deux</table>", "## Un\ndeux");
        check("<table><tr><td><h2>Un</h2><td><ul><li>deux</ul></table>", "## Un\n- deux");
        check("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\nb\nc\nd");
        check(
            "<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>d<td>e<tr><td>f<td>g</table></table>",
            "{NestedTable}\n| a | b |\n| c | d – e ⏎ f – g |",
        );
    }

    #[test]
    fn what_a_document_cannot_hold_is_told_once() {
        check(
            "<header>Site</header><nav><a href=/>Accueil</a></nav><p>Un<form>Nom <input></form><iframe src='https://exemple.org'></iframe>\
             <script>x</script><nav></nav><form>b</form>",
            "{ElementsLeft { names: \"header, nav, form, iframe\" }}\nUn",
        );
        check(
            "<a href='#ici'>Aller au contenu</a><header>Site</header><div><p>Ici</p><div><main><h1>Un</h1></main></div></div><footer></footer>",
            "{ElementsLeft { names: \"header, p\" }}\n# Un",
        );
        check("<form><h1>Un</h1><input type=hidden><p>deux</form>", "# Un\ndeux");
    }

    #[test]
    fn pictures_of_the_page_are_kept() {
        let html = "<p>Un <img src='data:image/png;base64,YWJj' alt='La\n carte'> deux<img src='a/b%20c.png?1' alt=b>\
                    <img src='data:image/x-emf;base64,YQ=='><img src=x.gif width=1 height=1>";
        let paper = read(html);
        assert_eq!(
            shown(&paper.pieces),
            "{PictureElsewhere { name: \"b c.png\" }}\n{PictureLeft { name: \"image-2.x-emf\" }}\nUn deuxb\n![La carte](image-1.png)"
        );
        let kept: Vec<(&str, &[u8])> =
            paper.pictures.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
        assert_eq!(kept, [("image-1.png", "abc".as_bytes())]);
    }

    #[test]
    fn revisions_nobody_accepted_are_told() {
        check(
            "<p>Un <del cite='mailto:a' datetime='2026-01-02T10:00'>deux</del><ins cite='mailto:a'>trois</ins>",
            "{WordsTakenOut { text: \"deux\" }}\n{WordsAdded { text: \"trois\" }}\nUn trois",
        );
    }

    #[test]
    fn footnotes_are_those_that_lead_back() {
        check(
            "<p>Un<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>.</p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> \
             deux</p></div><p>trois</p>",
            "Un[^1].\n[^1]: deux\ntrois",
        );
        check(
            "<a href='#b' id=a>Un titre</a><h2><a href='#a' id=b>Un titre</a></h2>",
            "Un titre\n## Un titre",
        );
    }

    #[test]
    fn the_title_of_a_page_is_its_own_or_that_of_word() {
        let check = |html: &str, expected: Option<&str>| {
            assert_eq!(read(html).title.as_deref(), expected, "{html}");
        };
        check(
            "<html><head><title> Plan\n d&rsquo;action </title></head><body><svg><title>x</title></svg>a",
            Some("Plan d’action"),
        );
        check("<title></title><h1>a", None);
        check("<title>Document1</title><p class=MsoTitle><b>Plan</b> 2026</p>", Some("Plan 2026"));
        check("<p class='c5 title'><span class=c1>Plan</span></p>", Some("Plan"));
        check("<title>x</title><h1 class=title>Plan</h1>", Some("Plan"));
        check("<p class='lead title'>Plan</p>", None);
    }

    #[test]
    fn what_stands_on_each_page_of_libreoffice_is_told() {
        check("<div title='header'><p>MRC</p></div><p>Un", "{PageMargin { text: \"MRC\" }}\nUn");
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(
            html in "(</?(p|b|ul|ol|li|table|tr|td|th|h2|a|br|main|form|div|pre|dl|dt|svg|ins|title)( (colspan|rowspan|href|id|style|class)=(3|'#a'|a|MsoList|'font-weight:700'))?>|[a-c•1&;\n -]|\\PC){0,40}",
        ) {
            let _ = read(&html);
        }
    }
}
