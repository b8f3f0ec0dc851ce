//! What a body is made of: headings, tables and their cells, lists, definitions, prose; and where.

use super::{fill, html, problems, read};
use jalon::markdown::{Cell, Item, Line, Piece, Table};
use jalon::source::line_and_column;

/// The pieces in short, one a line.
fn outline(text: &str) -> String {
    let pieces = read(text).pieces;
    pieces.iter().map(|piece| in_short(text, piece)).collect::<Vec<_>>().join("\n")
}

fn in_short(text: &str, piece: &Piece) -> String {
    match piece {
        Piece::Heading(heading) => {
            let mark = "#".repeat(heading.level.into());
            format!(
                "{mark} {} #{} {:?} {:?}",
                heading.line.plain, heading.id, heading.classes, heading.attributes
            )
        }
        Piece::Table(table) => format!("table {} x {}", table.header.len(), table.rows.len()),
        Piece::List(list) => format!("list {:?} {}", list.start, items(&list.items)),
        Piece::Definitions(definitions) => {
            let entries = definitions.entries.iter().map(|(term, definitions)| {
                format!(
                    "{} = {}",
                    term.plain,
                    definitions.iter().map(|line| &*line.plain).collect::<Vec<_>>().join(" | ")
                )
            });
            format!("definitions {}", entries.collect::<Vec<_>>().join("; "))
        }
        Piece::Prose(prose) => format!("prose {:?}", &text[prose.span.start..prose.span.end]),
    }
}

fn items(items: &[Item]) -> String {
    let items = items.iter().map(|item| {
        let task = match item.task {
            None => "",
            Some(false) => "☐ ",
            Some(true) => "☑ ",
        };
        let nested =
            if item.items.is_empty() { String::new() } else { format!(" {}", self::items(&item.items)) };
        let rest =
            item.rest.as_ref().map_or(String::new(), |rest| format!(" + {:?}", rest.html.fill(&mut fill)));
        format!("{task}{}{nested}{rest}", item.line.plain)
    });
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(outline(text), expected);
}

#[test]
fn a_body_is_cut_in_pieces_and_neighbouring_prose_is_one() {
    check(
        "Un.\n\n> Deux.\n\n## Trois\n\nQuatre.\n\n- cinq\n\nSix.\n",
        "prose \"Un.\\n\\n> Deux.\"\n## Trois #trois [] []\nprose \"Quatre.\"\nlist None [cinq]\nprose \"Six.\"",
    );
}

#[test]
fn a_footnote_or_a_link_definition_does_not_cut_prose() {
    check(
        "Un.[^1]\n\n[^1]: Note.\n\n[a]: b\n\nDeux.\n",
        "prose \"Un.[^1]\\n\\n[^1]: Note.\\n\\n[a]: b\\n\\nDeux.\"",
    );
}

#[test]
fn a_lone_comment_is_no_piece() {
    check("# A\n\n<!-- à revoir -->\n\n- b\n", "# A #a [] []\nlist None [b]");
}

#[test]
fn a_heading_keeps_its_attributes_without_quotes() {
    check("## Été {#ete .retained axe=2}", "## Été #ete [\"retained\"] [(\"axe\", \"2\")]");
    check("## Été {axe=\"2\"}", "## Été #ete [] [(\"axe\", \"2\")]");
    // Words are words, wherever they stand.
    check("## Été {à confirmer}", "## Été {à confirmer} #ete-a-confirmer [] []");
    check("## Été {#ete à confirmer}", "## Été #ete [] [(\"à\", \"\"), (\"confirmer\", \"\")]");
    check("## Été **chaud**{12 $} ##", "## Été chaud{12 $} #ete-chaud-12 [] []");
    check("## Été {échéance=\"automne 2025\"}", "## Été #ete [] [(\"échéance\", \"automne 2025\")]");
}

#[test]
fn headings_have_unique_ids_and_the_authors_come_first() {
    check("# A\n\n# A\n\n# A\n", "# A #a [] []\n# A #a-1 [] []\n# A #a-2 [] []");
    check("# A b\n\n# C {#a-b}\n", "# A b #a-b-1 [] []\n# C #a-b [] []");
    check("#\n", "#  #section [] []");
    check("# Valeurs — équité & œuvre\n", "# Valeurs — équité & œuvre #valeurs-equite-oeuvre [] []");
    assert_eq!(
        html("> # A\n\n# A\n"),
        "<blockquote>\n<h1 id=\"a\">A</h1>\n</blockquote>\n<h1 id=\"a-1\">A</h1>\n"
    );
}

#[test]
fn an_id_written_twice_is_an_error_that_names_both_lines() {
    assert_eq!(
        problems("# A {#x}\n\ntexte\n\n# B {#x}\n"),
        "5:1 error: the anchor “x” is written twice: on line 1 and on line 5"
    );
    check("# A {#x}\n\n# B {#x}\n", "# A #x [] []\n# B #x-1 [] []");
}

#[test]
fn a_list_keeps_its_structure() {
    check("- a\n- b\n  - c\n    1. d\n- e\n", "list None [a, b [c [d]], e]");
    check("3. a\n4. b\n", "list Some(3) [a, b]");
    check("- [ ] a\n- [x] b\n  - Échéancier : 2025\n", "list None [☐ a, ☑ b [Échéancier : 2025]]");
    check("- [x] a\n\n- [ ] b\n", "list None [☑ a, ☐ b]");
}

#[test]
fn what_follows_the_first_paragraph_of_an_item_is_its_rest() {
    check("- a\n\n  b\n\n  - c\n\n  d\n", "list None [a [c] + \"<p>b</p>\\n<p>d</p>\"]");
    check(
        "- a\n  ```\n  b\n  ```\n  c\n",
        "list None [a + \"<pre tabindex=\\\"0\\\"><code>b\\n</code></pre>\\nc\"]",
    );
    check("- > a\n", "list None [ + \"<blockquote>\\n<p>a</p>\\n</blockquote>\"]");
    check("- \n- b\n", "list None [, b]");
}

#[test]
fn a_definition_list_keeps_terms_and_definitions() {
    check("RQDS\n: Réseau\n: Autre\n\nCA\n: Conseil\n", "definitions RQDS = Réseau | Autre; CA = Conseil");
}

fn table(text: &str) -> Table {
    match read(text).pieces.into_iter().next() {
        Some(Piece::Table(table)) => table,
        other => panic!("no table but {other:?}"),
    }
}

/// The lines of the only cell of a table's only row.
fn cell(content: &str) -> Cell {
    table(&format!("| A |\n|---|\n| {content} |\n")).rows[0][0].clone()
}

#[track_caller]
fn check_cell(content: &str, plain: &[&str], html: &[&str]) {
    let cell = cell(content);
    assert_eq!(cell.lines.iter().map(|line| &*line.plain).collect::<Vec<_>>(), plain);
    assert_eq!(cell.lines.iter().map(|line| line.html.fill(&mut fill)).collect::<Vec<_>>(), html);
}

#[test]
fn a_cell_is_cut_in_lines_at_breaks() {
    check_cell("a<br>b", &["a", "b"], &["a", "b"]);
    check_cell("a <BR/> b<br />c", &["a", "b", "c"], &["a", "b", "c"]);
    check_cell("<br>En préparation", &["", "En préparation"], &["", "En préparation"]);
    check_cell("En continu<br>", &["En continu", ""], &["En continu", ""]);
    check_cell("", &[], &[]);
    check_cell("a<br><br>b", &["a", "", "b"], &["a", "", "b"]);
}

#[test]
fn paragraphs_and_items_written_in_a_cell_are_lines() {
    check_cell("<p>a</p><p>b</p>", &["a", "b"], &["a", "b"]);
    check_cell("<ul><li>a</li><li>b</li></ul>", &["a", "b"], &["a", "b"]);
    check_cell("<ul style=\"list-style-type: none\"><li>- a<li>- b", &["- a", "- b"], &["- a", "- b"]);
    check_cell("<li>a</li><br><li>b</li>", &["a", "b"], &["a", "b"]);
    check_cell("a<p>b", &["a", "b"], &["a", "b"]);
}

#[test]
fn what_is_open_across_a_break_is_closed_and_opened_again() {
    check_cell("**a<br>b**", &["a", "b"], &["<strong>a</strong>", "<strong>b</strong>"]);
    check_cell("[a<br>b](c.md)", &["a", "b"], &["<a href=\"c.md\">a</a>", "<a href=\"c.md\">b</a>"]);
    check_cell("<i>a<br>b</i>", &["a", "b"], &["<i>a</i>", "<i>b</i>"]);
    check_cell("**a<br>**", &["a", ""], &["<strong>a</strong>", ""]);
}

#[test]
fn a_line_is_bold_when_every_word_is() {
    let bold = |content: &str| cell(content).lines.iter().map(|line| line.bold).collect::<Vec<_>>();
    assert_eq!(bold("**a**"), [true]);
    assert_eq!(bold("**a** b"), [false]);
    assert_eq!(bold("**a**."), [true]);
    assert_eq!(bold("<b>a</b><br>b"), [true, false]);
    assert_eq!(bold("**a *b***"), [true]);
    assert_eq!(bold("<br>**a**"), [false, true]);
}

#[test]
fn places_in_a_table_are_exact_with_accents() {
    let text = "# Été\n\n| Activité | État |\n|---|---|\n| Évaluer  |  bientôt  |\n| é<br> à | x |\n";
    let Some(Piece::Table(table)) = read(text).pieces.into_iter().nth(1) else { panic!("a table") };
    let place = |line: &Line| (line_and_column(text, line.span.start), &text[line.span.start..line.span.end]);
    assert_eq!(place(&table.header[1].lines[0]), ((3, 14), "État"));
    assert_eq!(place(&table.rows[0][1].lines[0]), ((5, 15), "bientôt"));
    assert_eq!(place(&table.rows[1][0].lines[1]), ((6, 9), "à"));
    let span = table.rows[0][1].span;
    assert_eq!(&text[span.start..span.end], "bientôt");
}

#[test]
fn rows_are_as_long_as_the_header_and_what_is_beyond_is_told() {
    let text = "| A | B |\n|---|---|\n| c |\n| d | e | perdu |\n";
    assert!(table(text).rows.iter().all(|row| row.len() == 2));
    assert_eq!(
        problems(text),
        "4:11 warning: this row has more cells than the table has columns (2): “perdu” will not be published"
    );
    assert_eq!(problems("| A | B |\n|---|---|\n| c | d |\n| | |\n| e \\| f | g\n"), "");
}

#[test]
fn a_table_names_its_columns_and_aligns_by_class() {
    let table = table("| A | B |\n|:-:|--:|\n| c<br>d | |\n");
    assert_eq!(
        Piece::Table(table.clone()).html().fill(&mut fill),
        "<div class=\"table-box\" tabindex=\"0\">\n<table aria-label=\"the title\">\n<thead>\n<tr>\n\
         <th scope=\"col\" class=\"align-center\">A</th>\n<th scope=\"col\" class=\"align-right\">B</th>\n</tr>\n</thead>\n\
         <tbody>\n<tr>\n<td class=\"align-center\">c<br>d</td>\n<td class=\"align-right\"></td>\n</tr>\n</tbody>\n\
         </table>\n</div>\n"
    );
}

/// The name of the only table of a text, then the text around it.
#[track_caller]
fn check_name(text: &str, name: &str, around: &str) {
    let html = html(text);
    let (before, table) = html.split_once("<div class=\"table-box\"").expect("a table");
    let (table, after) = table.split_once("</div>\n").expect("the end of the table");
    let start = table.split("<thead>").next().unwrap_or_default();
    assert_eq!((start.trim(), format!("{before}{after}").as_str()), (name, around), "{text}");
}

const CELLS: &str = "| A |\n|---|\n| b |\n";

#[test]
fn a_paragraph_that_announces_a_table_is_its_caption() {
    check_name(
        &format!("Avant.\n\nTableau 2 : les *arrêts*\n\n{CELLS}\nAprès."),
        "tabindex=\"0\" role=\"region\" aria-label=\"Tableau 2 : les arrêts\">\n<table>\n\
         <caption>Tableau 2 : les <em>arrêts</em></caption>",
        "<p>Avant.</p>\n<p>Après.</p>\n",
    );
    check_name(
        &format!("**Table: stops, [by hour](h.md)**\n\n{CELLS}"),
        "tabindex=\"0\" role=\"region\" aria-label=\"Table: stops, by hour\">\n<table>\n\
         <caption><strong>Table: stops, <a href=\"h.md\">by hour</a></strong></caption>",
        "",
    );
}

#[test]
fn a_table_without_caption_is_named_by_what_stands_above() {
    let named = |name: &str| format!("tabindex=\"0\">\n<table aria-label=\"{name}\">");
    check_name(CELLS, &named("the title"), "");
    check_name(
        &format!("## Les arrêts & l’*horaire*\n\n{CELLS}"),
        &named("Les arrêts &amp; l’horaire"),
        "<h2 id=\"les-arrets-l-horaire\">Les arrêts &amp; l’<em>horaire</em></h2>\n",
    );
    check_name(
        &format!("## Un\n\nTableau : plus haut.\n\nUn mot.\n\n{CELLS}"),
        &named("Un"),
        "<h2 id=\"un\">Un</h2>\n<p>Tableau : plus haut.</p>\n<p>Un mot.</p>\n",
    );
}

#[test]
fn the_place_of_text_before_a_caption_ends_before_it() {
    check(&format!("Avant.\n\nTableau : b\n\n{CELLS}"), "prose \"Avant.\"\ntable 1 x 1");
    check(&format!("Tableau : b\n\n{CELLS}"), "table 1 x 1");
}

#[test]
fn the_words_of_a_line_are_as_typed() {
    let plain = |text: &str| match read(text).pieces.remove(0) {
        Piece::Heading(heading) => heading.line.plain,
        other @ (Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_)) => {
            panic!("no heading but {other:?}")
        }
    };
    assert_eq!(plain("# Été &amp; *hiver*&nbsp;: `2025`"), "Été & hiver\u{a0}: 2025");
    assert_eq!(plain("# a<br>b ![c](d) [e](f)[^1]"), "a b c e[^1]");
    assert_eq!(plain("# 1^er^ juin, 3^e"), "1er juin, 3^e");
    assert_eq!(plain("# a <script>x</script>b"), "a b");
    assert_eq!(plain("a\nb\n==="), "a b");
}

#[test]
fn a_start_is_taken_off_a_line() {
    let without = |content: &str, start: &str| {
        let line = cell(content).lines[0].clone().without_start(start);
        (line.plain, line.html.fill(&mut fill), line.span.end - line.span.start)
    };
    let s = str::to_owned;
    assert_eq!(without("\\- été", "- "), (s("été"), s("été"), 5));
    assert_eq!(without("**- a** b", "- "), (s("a b"), s("<strong>a</strong> b"), 7));
    assert_eq!(without("• a", "• "), (s("a"), s("a"), 1));
    assert_eq!(without("&amp; [a](b)", "& "), (s("a"), s("<a href=\"b\">a</a>"), 10));
    assert_eq!(without("a", "- "), (s("a"), s("a"), 1));
}

#[test]
fn bullets_indented_by_one_space_are_told_once_a_list() {
    assert_eq!(
        problems("- a\n - b\n - c\n- d\n\ntexte\n\n* e\n  * f\n"),
        "2:2 warning: this bullet is indented, but not enough to belong to the one above: it stays on the same level"
    );
}

/// Asserts that every place is in the text and on character limits.
pub fn assert_places(text: &str, pieces: &[Piece]) {
    let mut spans = Vec::new();
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Heading(heading) => {
                spans.push(heading.span);
                lines.push(&heading.line);
            }
            Piece::Table(table) => {
                spans.push(table.span);
                for cell in table.header.iter().chain(table.rows.iter().flatten()) {
                    spans.push(cell.span);
                    lines.extend(&cell.lines);
                }
            }
            Piece::List(list) => {
                spans.push(list.span);
                let mut items: Vec<&Item> = list.items.iter().collect();
                while let Some(item) = items.pop() {
                    spans.push(item.span);
                    spans.extend(item.rest.as_ref().map(|rest| rest.span));
                    lines.push(&item.line);
                    items.extend(&item.items);
                }
            }
            Piece::Definitions(definitions) => {
                spans.push(definitions.span);
                for (term, definitions) in &definitions.entries {
                    lines.push(term);
                    lines.extend(definitions);
                }
            }
            Piece::Prose(prose) => spans.push(prose.span),
        }
    }
    for line in lines {
        spans.push(line.span);
        spans.extend(line.html.holes().iter().filter_map(|hole| hole.span));
    }
    for span in spans {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
    }
}
