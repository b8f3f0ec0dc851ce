//! Documents as Word writes them, cut to what each case needs, and what they become.

mod around;
mod tables;
mod titles_and_lists;
mod words;

use super::read;
use crate::import::piece::{Cell, Item, Mark, Paper, Piece, Row, Table, Text};
use crate::sheet::archive::tests::packed;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A document of which only what differs is given.
#[derive(Default)]
struct Docx<'a> {
    body: &'a str,
    styles: &'a str,
    numbering: &'a str,
    footnotes: &'a str,
    comments: &'a str,
    /// What the document leads to, besides the parts above.
    relations: &'a str,
    core: &'a str,
    others: &'a [(&'a str, &'a [u8])],
}

impl Docx<'_> {
    fn bytes(&self) -> Vec<u8> {
        const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation =
            |id: &str, to: &str| format!(r#"<Relationship Id="{id}" Type="{RELATION}/{id}" Target="{to}"/>"#);
        let parts = [
            ("styles", "styles", self.styles),
            ("numbering", "numbering", self.numbering),
            ("footnotes", "footnotes", self.footnotes),
            ("comments", "comments", self.comments),
        ];
        let mut relations = self.relations.replace("REL/", &format!("{RELATION}/"));
        let mut files = Vec::new();
        for (name, root, content) in parts.into_iter().filter(|(_, _, content)| !content.is_empty()) {
            relations.push_str(&relation(name, &format!("{name}.xml")));
            files.push((format!("word/{name}.xml"), format!("<w:{root} xmlns:w='w'>{content}</w:{root}>")));
        }
        let document = format!(
            "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{}</w:body></w:document>",
            self.body
        );
        let core = format!("<cp:coreProperties><dc:title>{}</dc:title></cp:coreProperties>", self.core);
        files.push(("word/document.xml".into(), document));
        files.push(("docProps/core.xml".into(), core));
        files.push((
            "word/_rels/document.xml.rels".into(),
            format!("<Relationships>{relations}</Relationships>"),
        ));
        let whole = relation("officeDocument", "word/document.xml")
            + &relation("core-properties", "docProps/core.xml");
        files.push(("_rels/.rels".into(), format!("<Relationships>{whole}</Relationships>")));
        let mut all: Vec<(&str, &[u8])> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        all.extend(self.others);
        packed(&all)
    }
}

fn shown(paper: &Paper) -> String {
    let mut lines: Vec<String> = paper.title.iter().map(|title| format!("title: {title}")).collect();
    for piece in &paper.pieces {
        match piece {
            Piece::Heading { level, text } => {
                lines.push(format!("{} {}", "#".repeat((*level).into()), runs(text)))
            }
            Piece::Paragraph(text) => lines.push(format!("p: {}", runs(text))),
            Piece::Item(Item { depth, mark, text }) => {
                let mark = match mark {
                    Mark::Bullet => "-".to_owned(),
                    Mark::Number(number) => format!("{number}."),
                    Mark::Box { is_ticked } => format!("[{}]", if *is_ticked { "x" } else { " " }),
                };
                lines.push(format!("{}{mark} {}", "  ".repeat(*depth), runs(text)));
            }
            Piece::Table(Table { rows }) => lines.extend(rows.iter().map(row)),
            Piece::Picture { name, alt } => lines.push(format!("picture: {name} {alt:?}")),
            Piece::Note { label, text } => lines.push(format!("note {label}: {}", runs(text))),
            Piece::Remark(problem) => lines.push(format!("! {problem:?}")),
        }
    }
    lines.join("\n")
}

fn row(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    format!("{} {}", if row.is_header { "|=" } else { "|" }, cells.join(" | "))
}

fn cell(cell: &Cell) -> String {
    if cell.is_covered {
        return "^".to_owned();
    }
    let sign = |is_item: bool| if is_item { "- " } else { "" };
    let lines = cell.lines.iter().map(|line| format!("{}{}", sign(line.is_item), runs(&line.text)));
    let lines = lines.collect::<Vec<_>>().join(" / ");
    match (cell.n_columns, cell.n_rows) {
        (1, 1) => lines,
        (n_columns, n_rows) => format!("({n_columns}x{n_rows}) {lines}"),
    }
}

fn runs(text: &Text) -> String {
    let mut shown = String::new();
    for run in &text.runs {
        let look = run.look;
        let signs = [
            (look.is_bold, "**"),
            (look.is_italic, "_"),
            (look.is_struck, "~"),
            (look.is_raised, "^"),
            (look.is_lowered, ","),
        ];
        let signs: String = signs.into_iter().filter(|(is_so, _)| *is_so).map(|(_, sign)| sign).collect();
        let words = run.words.replace('\n', "⏎").replace('\u{a0}', "_");
        let words = run.note.as_ref().map_or(words, |label| format!("[^{label}]"));
        let words = format!("{signs}{words}{signs}");
        shown.push_str(&run.link.as_ref().map_or(words.clone(), |to| format!("[{words}]({to})")));
    }
    shown
}

/// Reads a document, and shows what it becomes.
fn check(docx: &Docx<'_>, expected: &str) {
    let paper = read(&docx.bytes()).expect("a document");
    let expected: Vec<&str> =
        expected.lines().map(|line| line.strip_prefix("        ").unwrap_or(line)).collect();
    assert_eq!(shown(&paper), expected.join("\n").trim());
}

/// A paragraph of a style, of a list or of none.
fn p(style: &str, list: &str, words: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val='{style}'/>") };
    let list = match list.split_once('.') {
        Some((id, level)) => format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr>"),
        None => String::new(),
    };
    let run = if words.starts_with('<') || words.is_empty() { words.to_owned() } else { r(words) };
    format!("<w:p><w:pPr>{style}{list}</w:pPr>{run}</w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>")
}

/// The levels of a list, each of a format and a text.
fn form(id: &str, levels: &[(&str, &str)]) -> String {
    let level = |(at, (format, text)): (usize, &(&str, &str))| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!("<w:abstractNum w:abstractNumId='{id}'>{levels}</w:abstractNum>")
}

fn list(id: &str, form: &str, more: &str) -> String {
    format!("<w:num w:numId='{id}'><w:abstractNumId w:val='{form}'/>{more}</w:num>")
}

const STYLES: &str = "
<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>
<w:style w:type='paragraph' w:styleId='Titre'><w:name w:val='Title'/></w:style>
<w:style w:type='paragraph' w:styleId='Soustitre'><w:name w:val='Subtitle'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='Titre1'><w:name w:val='heading 1'/>
  <w:pPr><w:numPr><w:numId w:val='7'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type='paragraph' w:styleId='Titre2'><w:name w:val='heading 2'/>
  <w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='Objectif'><w:name w:val='Objectif'/><w:basedOn w:val='Titre2'/></w:style>
<w:style w:type='paragraph' w:styleId='Encadre'><w:name w:val='Encadré'/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type='character' w:styleId='lev'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type='paragraph' w:styleId='TM1'><w:name w:val='toc 1'/></w:style>
";

fn tc(properties: &str, content: &str) -> String {
    let content = if content.starts_with('<') { content.to_owned() } else { p("", "", content) };
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn table(rows: &[&[String]]) -> String {
    let rows: String = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    format!("<w:tbl>{rows}</w:tbl>")
}
