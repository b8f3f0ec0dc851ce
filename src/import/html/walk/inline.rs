//! What stands among words: links, calls of footnotes, pictures, boxes, and what a revision adds or takes out.

use super::super::super::piece::{Look, Mark, Piece, leads_away};
use super::super::picture::Picture;
use super::super::tree::Element;
use super::{Block, Context, Walker};
use crate::address::percent_decoded;
use crate::diagnostic::import::ImportProblem;
use crate::lang;

impl Walker<'_> {
    /// A box before a point, or among words.
    pub(super) fn tick(&mut self, input: &Element) {
        let is_ticked = input.attribute("checked").is_some();
        if let Block::Point { mark, .. } = &mut self.block
            && self.words.is_at_start()
        {
            *mark = Mark::Box { is_ticked };
        } else {
            self.words.push(if is_ticked { "☑ " } else { "☐ " }, Look::default(), None);
        }
    }

    pub(super) fn link(&mut self, at: usize, element: &Element, context: &Context) {
        if let Some(label) = self.notes.call(at) {
            return self.words.call(label);
        }
        if let Some(label) = self.notes.start(at) {
            self.end_block();
            self.block = Block::Note { label: label.to_owned() };
            return;
        }
        let href = element.attribute("href").unwrap_or_default().trim();
        let link = followed(href);
        let is_of_page = href.is_empty() || href.starts_with('#') || href.starts_with("about:");
        if link.is_none() && !is_of_page && self.tree.has_words(at) {
            self.read.links.push(href.to_owned());
        }
        self.children(at, &Context { link, ..context.clone() });
    }

    /// Words that a revision adds or takes out, where nobody has accepted it; any other `<del>` is struck out.
    pub(super) fn revision(&mut self, at: usize, element: &Element, context: &Context) {
        let is_pending = element.attribute("cite").is_some() || element.attribute("datetime").is_some();
        let text = self.tree.words(at);
        let is_told = is_pending && !text.is_empty();
        if is_told && element.name == "del" {
            self.before.push(Piece::Remark(ImportProblem::WordsTakenOut { text }));
        } else {
            if is_told {
                self.before.push(Piece::Remark(ImportProblem::WordsAdded { text }));
            }
            self.children(at, context);
        }
    }

    pub(super) fn picture(&mut self, img: &Element, context: &Context) {
        let alt = img.attribute("alt").unwrap_or_default();
        let alt = lang::on_one_line(alt);
        match self.pictures.take(img) {
            Picture::Kept { name } => self.after.push(Piece::Picture { name, alt }),
            Picture::Odd { name } => {
                self.before.push(Piece::Remark(ImportProblem::PictureLeft { name }));
                self.words.push(&alt, context.look, context.link.as_deref());
            }
            Picture::Elsewhere { name } => {
                self.before.push(Piece::Remark(ImportProblem::PictureElsewhere { name }));
                self.words.push(&alt, context.look, context.link.as_deref());
            }
            Picture::Unseen => self.words.push(&alt, context.look, context.link.as_deref()),
        }
    }
}

/// Where a link leads from any site; Google Docs leads through its own.
fn followed(href: &str) -> Option<String> {
    let through = href.strip_prefix("https://www.google.com/url?");
    if let Some(target) = through.and_then(|query| query.split('&').find_map(|part| part.strip_prefix("q=")))
    {
        // Once: a way that leads to another way is followed by nobody.
        return leads_away(&percent_decoded(target));
    }
    leads_away(href)
}
