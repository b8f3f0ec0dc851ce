//! HTML of the author on its way into a draft: what is not kept is dropped and told.

use super::Filling;
use super::address::{self, Use};
use super::draft::{Draft, HOLE_END, HOLE_START};
use super::entities::decoded;
use super::ids::Ids;
use super::notes::Notes;
use super::scan::{self, Attribute, Token};
use crate::diagnostic::markdown::MarkdownProblem;
use crate::diagnostic::picture::PictureProblem;
use crate::source::Span;

/// A block of HTML as the parser gives it, line by line, with the place of each line.
#[derive(Default)]
pub(super) struct RawBlock {
    pub text: String,
    /// Where a line starts in `text`, and in the file.
    lines: Vec<(usize, usize)>,
}

impl RawBlock {
    pub fn line(&mut self, text: &str, at: usize) {
        self.lines.push((self.text.len(), at));
        self.text.push_str(text);
    }

    /// The byte of the block that stands at a byte of the file.
    pub fn offset(&self, place: usize) -> Option<usize> {
        let line = self.lines.partition_point(|(_, at)| *at <= place).checked_sub(1)?;
        let (from, at) = self.lines[line];
        let offset = from + (place - at);
        (offset < self.text.len()).then_some(offset)
    }

    /// The place in the file of bytes of the block.
    pub fn span(&self, start: usize, end: usize, limit: usize) -> Span {
        let place = |at: usize| {
            let line = self.lines.partition_point(|(from, _)| *from <= at).saturating_sub(1);
            self.lines.get(line).map_or(limit, |(from, place)| (place + at - from).min(limit))
        };
        Span::new(place(start), if end > start { place(end - 1) + 1 } else { place(start) })
    }
}

/// What is dropped or noted while HTML is let in.
pub(super) struct Gate<'n> {
    pub notes: &'n mut Notes,
    pub ids: &'n mut Ids,
}

impl Gate<'_> {
    /// Writes an opening tag whose element is kept. `place` tells where bytes of the HTML stand.
    pub fn open(
        &mut self,
        out: &mut Draft,
        name: &str,
        attributes: &[Attribute],
        place: &dyn Fn(usize, usize) -> Span,
    ) {
        out.raw_follows();
        out.markup("<");
        out.markup(name);
        // Here an empty `alt` is written on purpose.
        if name == "img" && !attributes.iter().any(|attribute| attribute.name == "alt") {
            self.without_words(attributes, place);
        }
        for attribute in attributes {
            let span = place(attribute.at, attribute.end);
            if !scan::is_kept_attribute(name, &attribute.name) {
                let problem = MarkdownProblem::RemovedAttribute {
                    element: name.to_owned(),
                    name: shown(&attribute.name),
                };
                self.notes.warning(problem, span);
                continue;
            }
            match (name, attribute.name.as_str()) {
                ("a", "href") => self.address(out, attribute, Use::Link, span),
                ("img", "src") => self.address(out, attribute, Use::Image, span),
                (_, kept) => {
                    if kept == "id" && !self.ids.reserve(attribute.value) {
                        self.notes
                            .warning(MarkdownProblem::RepeatedId { id: attribute.value.to_owned() }, span);
                        continue;
                    }
                    write_value(out, kept, attribute.value);
                }
            }
        }
        out.markup(">");
    }

    fn without_words(&mut self, attributes: &[Attribute], place: &dyn Fn(usize, usize) -> Span) {
        let Some(source) = attributes.iter().find(|attribute| attribute.name == "src") else { return };
        let address = shown(source.value);
        self.notes.warning(PictureProblem::NoAlt { address }, place(source.at, source.end));
    }

    fn address(&mut self, out: &mut Draft, attribute: &Attribute, used: Use, span: Span) {
        let address = decoded(attribute.value);
        let filling = self.checked(address.trim(), used, span);
        out.markup(" ");
        out.markup(&attribute.name);
        out.markup("=\"");
        out.hole(filling, span);
        out.markup("\"");
    }

    /// What fills an address: a dangerous one is replaced by `#` and told.
    pub fn checked(&mut self, address: &str, used: Use, span: Span) -> Filling {
        let address = match address::dangerous_scheme(address, used) {
            Some(scheme) => {
                self.notes.warning(MarkdownProblem::DangerousAddress { scheme }, span);
                "#"
            }
            None => address,
        };
        match used {
            Use::Link => Filling::Link(address.to_owned()),
            Use::Image => Filling::Image(address.to_owned()),
        }
    }

    pub fn too_deep(&mut self, span: Span) {
        self.notes.warning_once(MarkdownProblem::HtmlTooDeep { deepest: DEEPEST }, span);
    }

    pub fn removed(&mut self, name: &str, span: Span) {
        self.notes.warning(MarkdownProblem::RemovedElement { name: shown(name) }, span);
    }
}

/// A name as a message quotes it: what the author wrote, cut when it is no name at all.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(30).collect()
}

fn write_value(out: &mut Draft, name: &str, value: &str) {
    out.markup(" ");
    out.markup(name);
    out.markup("=\"");
    write_text(out, &value.replace('"', "&quot;"));
    out.markup("\"");
}

/// Writes text of HTML, in which entities stay as written.
pub(super) fn write_text(out: &mut Draft, text: &str) {
    for part in text.split([HOLE_START, HOLE_END]) {
        out.markup(part);
    }
}

/// How many elements may be open at once; further ones are left out, their text stays. Browsers
/// stop nesting at 512, and a sanitiser takes ever longer.
pub(super) const DEEPEST: usize = 256;

/// Writes a block of HTML; elements that stay open or are closed are told to `balance`.
pub(super) fn block(
    out: &mut Draft,
    html: &str,
    gate: &mut Gate,
    place: &dyn Fn(usize, usize) -> Span,
    balance: &mut Vec<String>,
) {
    out.raw_follows();
    let mut dropping: Option<String> = None;
    let tokens = scan::tokens(html);
    if let (Some(Token::Other), Some(at)) = (tokens.last(), html.rfind("<!--"))
        && !html[at..].contains("-->")
    {
        gate.notes.warning(MarkdownProblem::UnclosedComment, place(at, at + 4));
    }
    for token in tokens {
        if let Some(dropped) = &dropping {
            if matches!(&token, Token::Close { name } if name == dropped) {
                dropping = None;
            }
            continue;
        }
        match token {
            Token::Text("<") => out.markup("&lt;"),
            Token::Text(text) => write_text(out, text),
            Token::Open { name, at, end, .. } if scan::is_kept(&name) && balance.len() >= DEEPEST => {
                gate.too_deep(place(at, end));
            }
            Token::Open { name, attributes, at, end } => {
                if scan::is_kept(&name) {
                    gate.open(out, &name, &attributes, place);
                    if !scan::is_void(&name) {
                        balance.push(name);
                    }
                } else {
                    gate.removed(&name, place(at, end));
                    dropping = scan::WITH_CONTENT.contains(&name.as_str()).then_some(name);
                }
            }
            Token::Close { name } => {
                if scan::is_kept(&name) {
                    close(out, &name);
                    if let Some(open) = balance.iter().rposition(|open| *open == name) {
                        balance.truncate(open);
                    }
                }
            }
            Token::Other => {}
        }
    }
}

pub(super) fn close(out: &mut Draft, name: &str) {
    out.raw_follows();
    out.markup("</");
    out.markup(name);
    out.markup(">");
}

/// Writes HTML that stands in no file.
pub(super) fn fragment(out: &mut Draft, html: &str) {
    let mut gate = Gate { notes: &mut Notes::default(), ids: &mut Ids::default() };
    block(out, html, &mut gate, &|_, _| Span::default(), &mut Vec::new());
}
