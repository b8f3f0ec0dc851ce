//! Reads a synthesis: `##` is a block, `###` a question or a theme, a list what people said.

mod cells;
mod ids;
mod items;
mod marks;
mod sides;
mod strands;

use super::settings::Settings;
use super::vocabulary::{self, Column, Lists};
use super::{Block, Form, Part, Section, SectionHeading, SectionPart, Synthesis, number};
use crate::diagnostic::Problems;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::front_matter::Header;
use crate::markdown::{Body, Heading, Html, List, Piece, Table};
use crate::source::Source;
use ids::Ids;

/// What the document of a synthesis gives besides its body.
pub struct Given<'a> {
    pub source: &'a Source,
    /// Without the names, when they are hidden.
    pub header: &'a Header,
    pub settings: Settings,
}

/// Reads a synthesis from its body. Everything in the body is in the result, as text at least.
pub fn read(given: Given<'_>, body: Body, problems: &mut Problems) -> Synthesis {
    let Given { source, header, settings } = given;
    let said = settings.published(&source.path, header, problems);
    let mut reader = Reader { text: &source.text, form: said.form, ids: Ids::beside(&body), problems };
    let parts = reader.parts(body.pieces);
    Synthesis { parts, footnotes: body.footnotes, ..said }
}

/// What reading any part of a synthesis needs.
struct Reader<'a> {
    /// The file, as its author wrote it.
    text: &'a str,
    form: Form,
    ids: Ids,
    problems: &'a mut Problems,
}

/// A heading that says what the lists under it are, until one of its level or above.
struct Scope {
    level: u8,
    lists: Lists,
}

impl Reader<'_> {
    fn parts(&mut self, pieces: Vec<Piece>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut scopes = vec![Scope { level: 0, lists: self.outermost() }];
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            if let (Some(Part::Block(block)), Some(lists)) = (parts.last_mut(), marks::alone(&piece))
                && let Some(list) = pieces.next_if(|next| matches!(next, Piece::List(_) | Piece::Table(_)))
            {
                self.marked(list, lists, block);
                continue;
            }
            match (piece, parts.last_mut()) {
                (Piece::Heading(heading), _) if heading.level <= 2 => {
                    self.enter(&heading, &mut scopes);
                    parts.push(Part::Block(block(heading, lists_of(&scopes))));
                }
                (Piece::Heading(heading), Some(Part::Block(block))) => {
                    self.enter(&heading, &mut scopes);
                    block.sections.push(section(heading, lists_of(&scopes)));
                }
                (piece, Some(Part::Block(block))) => {
                    let section = block.sections.last_mut().expect("a block starts with a section");
                    self.piece(piece, lists_of(&scopes), &mut section.parts);
                }
                (piece, Some(Part::Text(text))) => text.push(&piece.html()),
                (piece, None) => parts.push(Part::Text(piece.html())),
            }
        }
        parts.iter_mut().for_each(marks::end);
        self.tell_missing_block(&parts);
        parts
    }

    fn outermost(&self) -> Lists {
        match self.form {
            Form::Workshop => Lists::Said,
            Form::Talk => Lists::Text,
        }
    }

    fn enter(&mut self, heading: &Heading, scopes: &mut Vec<Scope>) {
        scopes.retain(|scope| scope.level < heading.level);
        for class in &heading.classes {
            if let Some(nearest) = vocabulary::near_mark(class) {
                let problem = SynthesisProblem::NearMark { read: class.clone(), nearest };
                self.problems.warning(problem, heading.span);
            }
        }
        let lists = vocabulary::lists_under(heading).unwrap_or_else(|| lists_of(scopes));
        scopes.push(Scope { level: heading.level, lists });
    }

    fn piece(&mut self, piece: Piece, lists: Lists, parts: &mut Vec<SectionPart>) {
        let said = match (&piece, lists) {
            (Piece::List(list), Lists::Said | Lists::Retained) => self.list(list),
            (Piece::Table(table), Lists::Said | Lists::Retained) => self.table(table),
            (Piece::List(_) | Piece::Table(_), Lists::Text)
            | (Piece::Heading(_) | Piece::Definitions(_) | Piece::Prose(_), _) => None,
        };
        match (said, parts.last_mut()) {
            (Some(said), _) => {
                if let Piece::Table(mut table) = piece
                    && let Some(caption) = table.take_caption()
                {
                    parts.push(SectionPart::Text(caption.html));
                }
                parts.push(said);
            }
            (None, Some(SectionPart::Text(text))) => text.push(&piece.html()),
            (None, _) => parts.push(SectionPart::Text(piece.html())),
        }
    }

    /// A list of contributions; text when none of its items says anything.
    fn list(&mut self, list: &List) -> Option<SectionPart> {
        let items = self.contributions(&list.items);
        (!items.is_empty()).then_some(SectionPart::List(super::Contributions { items, start: list.start }))
    }

    fn table(&mut self, table: &Table) -> Option<SectionPart> {
        self.tell_near_columns(table);
        if strands::is_strands(table) {
            return Some(SectionPart::Strands(self.strands(table)));
        }
        self.tell_counts_apart(table);
        sides::is_columns(table, self.text).then(|| SectionPart::Columns(self.columns(table)))
    }

    fn tell_counts_apart(&mut self, table: &Table) {
        let titles = || table.header.iter().map(cells::title);
        let holds_ideas = titles().any(|title| vocabulary::column(&title.plain) == Column::Idea);
        if let Some(column) = titles().find(|title| holds_ideas && vocabulary::is_count(&title.plain)) {
            let span = column.span;
            self.problems.warning(SynthesisProblem::CountsApart { column: column.plain }, span);
        }
    }

    /// A list or a table outside any block says nothing that is counted.
    fn tell_missing_block(&mut self, parts: &[Part]) {
        let holds_lists = |html: &Html| html.holds_element(&["li", "table"]);
        if let [Part::Text(text)] = parts
            && self.form == Form::Workshop
            && holds_lists(text)
        {
            self.problems.file_warning(SynthesisProblem::NoBlock);
        }
    }
}

fn lists_of(scopes: &[Scope]) -> Lists {
    scopes.last().map_or(Lists::Said, |scope| scope.lists)
}

/// A block with its first section, for what comes right under its heading.
fn block(heading: Heading, lists: Lists) -> Block {
    let Heading { level: _, line, id, id_is_written: _, classes: _, attributes: _, span } = heading;
    let first = Section { heading: None, is_retained: lists == Lists::Retained, parts: Vec::new() };
    let number = number::of_title(&line.plain).map(str::to_owned);
    Block { number, id, title: line, sections: vec![first], span }
}

fn section(heading: Heading, lists: Lists) -> Section {
    let Heading { level, line, id, id_is_written: _, classes: _, attributes: _, span: _ } = heading;
    let heading = SectionHeading { level, id, title: line };
    Section { heading: Some(heading), is_retained: lists == Lists::Retained, parts: Vec::new() }
}
