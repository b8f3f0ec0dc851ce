//! What stands above and below each page: told, and left out.

use std::collections::BTreeSet;

use super::words;
use super::xml::{self, Node, Tree};
use super::{Reading, Refusal, on_one_line};
use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Look, Piece};
use crate::import::signs;

/// Tells each header and footer that says more than which page it is.
pub fn read(
    reading: &mut Reading<'_>,
    document: &Tree<'_>,
    path: &str,
    into: &mut Vec<Piece>,
) -> Result<(), Refusal> {
    let relations = reading.parts.relations(path)?;
    let settings = relations.part("settings").map(|path| reading.parts.text(path)).transpose()?.flatten();
    let has_even = settings.is_some_and(|settings| settings.contains("evenAndOddHeaders"));
    let mut told = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for section in document.all().filter(|node| node.name() == "sectPr") {
        let has_first = section.switch("titlePg") == Some(true);
        for reference in section.children() {
            let is_margin = matches!(reference.name(), "headerReference" | "footerReference");
            let is_shown = match reference.attribute("type").as_deref() {
                Some("first") => has_first,
                Some("even") => has_even,
                Some(_) | None => true,
            };
            let target = reference.attribute("id").and_then(|code| relations.target(&code));
            let Some(target) = target.filter(|_| is_margin && is_shown) else { continue };
            if !seen.insert(target.to.clone()) {
                continue;
            }
            let text = text_of(reading, &target.to)?;
            if signs::says_more_than_pages(&text) && told.insert(text.clone()) {
                into.push(Piece::Remark(ImportProblem::PageMargin { text }));
            }
        }
    }
    Ok(())
}

/// The words of a header or footer, on one line.
fn text_of(reading: &mut Reading<'_>, path: &str) -> Result<String, Refusal> {
    let Some(text) = reading.parts.text(path)? else { return Ok(String::new()) };
    reading.relations = reading.parts.relations(path)?;
    let tree = xml::read(&text)?;
    let mut lines = Vec::new();
    if let Some(root) = tree.root() {
        paragraphs(reading, root, &mut lines)?;
    }
    Ok(lines.join(" – "))
}

fn paragraphs(reading: &mut Reading<'_>, node: Node<'_>, lines: &mut Vec<String>) -> Result<(), Refusal> {
    for child in node.children() {
        if child.name() != "p" {
            paragraphs(reading, child, lines)?;
            continue;
        }
        let words = words::read(reading, child, Look::default())?;
        let boxed = words.boxed.iter().map(|piece| match piece {
            Piece::Paragraph(text) | Piece::Heading { text, .. } => text.words(),
            Piece::Item(item) => item.text.words(),
            Piece::Table(table) => {
                let lines = super::table::lines(table);
                lines.iter().map(|line| line.words()).collect::<Vec<_>>().join(" ")
            }
            Piece::Picture { .. } | Piece::Note { .. } | Piece::Remark(_) => String::new(),
        });
        let all = std::iter::once(words.text.words()).chain(boxed).map(|words| on_one_line(&words));
        lines.extend(all.filter(|line| !line.is_empty()));
    }
    Ok(())
}
