//! What is drawn in a paragraph: pictures, boxes with words, figures of Word's own.

use super::pictures::alt;
use super::words::Words;
use super::xml::{self, Node};
use super::{Reading, Refusal};
use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Piece, Text};

/// Reads what is drawn at a place.
pub fn read(reading: &mut Reading<'_>, drawn: Node<'_>, words: &mut Words) -> Result<(), Refusal> {
    let named = drawn.descendants().find(|node| node.name() == "docPr");
    let described = named.and_then(|named| named.attribute("descr")).unwrap_or_default();
    let name = named.and_then(|named| named.attribute("name")).unwrap_or_default();
    inside(reading, drawn, &Figure { name: &name, described: &described }, words)
}

/// What the file says of a figure.
struct Figure<'f> {
    name: &'f str,
    described: &'f str,
}

fn inside(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    figure: &Figure<'_>,
    words: &mut Words,
) -> Result<(), Refusal> {
    for child in node.children() {
        match child.name() {
            // Each picture of a group has words of its own.
            "pic" => {
                let own = child.child("nvPicPr").and_then(|of| of.child("cNvPr"));
                let own = own.and_then(|own| own.attribute("descr")).unwrap_or_default();
                let described = if figure.described.is_empty() { &own } else { figure.described };
                inside(reading, child, &Figure { described, ..*figure }, words)?;
            }
            "blip" => picture(reading, child, figure, words)?,
            "imagedata" => {
                let title = child.attribute("title").unwrap_or_default();
                let described = if figure.described.is_empty() { &title } else { figure.described };
                picture(reading, child, &Figure { described, ..*figure }, words)?;
            }
            "txbxContent" => {
                reading.boxed(child, &mut words.boxed)?;
            }
            "chart" => left(figure.name, words),
            "relIds" => {
                left(figure.name, words);
                diagram(reading, child, words)?;
            }
            "AlternateContent" => {
                if let Some(form) = child.children().next() {
                    inside(reading, form, figure, words)?;
                }
            }
            _ => inside(reading, child, figure, words)?,
        }
    }
    Ok(())
}

/// Keeps a picture, or the one it was made of, when that alone is of a form that browsers show.
fn picture(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    figure: &Figure<'_>,
    words: &mut Words,
) -> Result<(), Refusal> {
    let original = node.descendants().find(|node| node.name() == "svgBlip");
    let codes = [Some(node), original].into_iter().flatten();
    let codes =
        codes.filter_map(|node| node.attribute("embed").or(node.attribute("link")).or(node.attribute("id")));
    let mut lost = None;
    for code in codes {
        let Some(target) = reading.relations.target(&code) else { continue };
        if !target.leads_out
            && let Some(name) = reading.pictures.keep(&mut reading.parts, &target.to)?
        {
            words.pictures.push(Piece::Picture { name, alt: alt(figure.described) });
            return Ok(());
        }
        lost.get_or_insert_with(|| target.to.clone());
    }
    if let Some(path) = lost {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
        left(name, words);
    }
    Ok(())
}

fn left(name: &str, words: &mut Words) {
    words.pictures.push(Piece::Remark(ImportProblem::PictureLeft { name: name.to_owned() }));
}

/// The words of a diagram, which stand in a part of their own.
fn diagram(reading: &mut Reading<'_>, node: Node<'_>, words: &mut Words) -> Result<(), Refusal> {
    let target = node.attribute("dm").and_then(|code| reading.relations.target(&code));
    let Some(path) = target.map(|target| target.to.clone()) else { return Ok(()) };
    let Some(text) = reading.parts.text(&path)? else { return Ok(()) };
    let tree = xml::read(&text)?;
    for paragraph in tree.all().filter(|node| node.name() == "p") {
        let typed = paragraph.descendants().filter(|node| node.name() == "t").map(Node::words);
        let typed: String = typed.collect();
        if !typed.trim().is_empty() {
            words.boxed.push(Piece::Paragraph(Text::plain(typed.trim())));
        }
    }
    Ok(())
}
