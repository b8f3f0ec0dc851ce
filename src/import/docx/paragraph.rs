//! A paragraph into pieces: a title, a point of a list, or plain text.

use super::numbering::{Counted, Number};
use super::signs;
use super::styles::{self, Role};
use super::words::{self, Words};
use super::xml::Node;
use super::{Reading, Refusal, on_one_line};
use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Item, Look, Mark, Piece, Run, Text};

/// What a paragraph is, by its style and by what it says of itself.
struct Form {
    role: Role,
    /// The code of its list, and its level in it.
    list: Option<(String, usize)>,
    look: Look,
}

impl Reading<'_> {
    pub(super) fn paragraph(&mut self, node: Node<'_>, into: &mut Vec<Piece>) -> Result<(), Refusal> {
        let Form { role, list, look } = self.form(node);
        let was_in_contents = self.fields.is_in_contents();
        let words = words::read(self, node, look)?;
        let is_in_contents = was_in_contents || self.fields.is_in_contents();
        let Words { text, added, taken_out, comments, pictures, boxed, .. } = words;
        if role == Role::Contents || (is_in_contents && ends_with_page(&text)) {
            if !text.is_empty() {
                self.leave_contents(into);
            }
            let comments = comments.into_iter().map(|text| ImportProblem::CommentLeft { text });
            into.extend(comments.map(Piece::Remark));
            into.extend(pictures);
            into.extend(boxed);
            return Ok(());
        }
        tell(ImportProblem::WordsTakenOut { text: on_one_line(&taken_out) }, &taken_out, into);
        tell(ImportProblem::WordsAdded { text: on_one_line(&added) }, &added, into);
        for comment in comments {
            into.push(Piece::Remark(ImportProblem::CommentLeft { text: comment }));
        }
        let is_gone = text.is_empty() && !taken_out.trim().is_empty();
        let counted = list.as_ref().filter(|_| !is_gone);
        let counted = counted.and_then(|(id, level)| self.numbering.count(id, *level, &self.styles));
        let level = list.map_or(0, |(_, level)| level);
        if text.is_empty() {
            self.empty(counted, into);
        } else {
            self.filled(role, counted, level, text, into);
        }
        into.extend(pictures);
        into.extend(boxed);
        Ok(())
    }

    /// What a paragraph is.
    fn form(&self, node: Node<'_>) -> Form {
        let own = styles::said(node);
        let properties = node.child("pPr");
        let style = properties.and_then(|properties| properties.value_of("pStyle"));
        let style = style.as_deref().unwrap_or(self.styles.of_paragraphs());
        let says = self.styles.says(style);
        let role = match (self.styles.role(style), own.outline.or(says.outline)) {
            (role @ (Role::Title | Role::Subtitle | Role::Contents), _) => role,
            (_, Some(outline @ 0..=8)) => Role::Heading { level: outline + 1 },
            (Role::Heading { .. }, Some(_)) => Role::Plain,
            (role, _) => role,
        };
        let of_style = || {
            says.numbering.clone().map(|id| {
                let level = says.level.or_else(|| self.numbering.level_of_style(&id, style));
                (id, level.unwrap_or(0))
            })
        };
        // A paragraph may change its level alone, in the list of its style.
        let list = match (own.numbering, own.level) {
            (Some(id), level) => Some((id, level.unwrap_or(0))),
            (None, Some(level)) => of_style().map(|(id, _)| (id, level)),
            (None, None) => of_style(),
        };
        let list = list.filter(|(id, _)| id != "0");
        // Titles are bold by their place.
        let is_title = matches!(role, Role::Title | Role::Subtitle | Role::Heading { .. });
        let look = if is_title { Look::default() } else { says.look.over(Look::default()) };
        Form { role, list, look }
    }

    /// Takes note of a paragraph without words. In a cell, a number alone is what people see there.
    fn empty(&mut self, counted: Option<Counted>, into: &mut Vec<Piece>) {
        if let (true, Some(Counted::Number(number))) = (self.place.is_inside, counted) {
            self.count_aloud(&number.label, into);
            into.push(Piece::Paragraph(Text::plain(number.label)));
        }
    }

    fn filled(
        &mut self,
        role: Role,
        counted: Option<Counted>,
        level: usize,
        text: Text,
        into: &mut Vec<Piece>,
    ) {
        let was_at_title = std::mem::replace(&mut self.place.is_at_title, false);
        match (role, counted) {
            (Role::Title, _) if self.takes_title(was_at_title, &text, into) => self.place.is_at_title = true,
            (Role::Title, counted) => self.heading(1, counted, text, into),
            (Role::Heading { level }, counted) => self.heading(level, counted, text, into),
            (Role::Point { depth, .. }, Some(counted)) => self.point(level.max(depth), counted, text, into),
            (_, Some(counted)) => self.point(level, counted, text, into),
            (Role::Point { is_numbered, depth }, None) => {
                let (depth, n_before) = self.depth(depth);
                let own = n_before.saturating_add(1);
                let mark = if is_numbered { Mark::Number(own) } else { Mark::Bullet };
                if is_numbered {
                    self.place.labels.push(format!("{own}."));
                }
                self.item(depth, mark, text, into);
            }
            (Role::Subtitle | Role::Contents | Role::Plain, None) => self.plain(text, into),
        }
    }

    /// Whether a title becomes that of the document: nothing but pictures stands before it.
    fn takes_title(&mut self, was_at_title: bool, text: &Text, into: &[Piece]) -> bool {
        let is_first = into.iter().all(|piece| matches!(piece, Piece::Remark(_) | Piece::Picture { .. }));
        // The call of a note has no place in a title of ours.
        let is_plain = text.runs.iter().all(|run| run.note.is_none());
        if self.place.is_inside || !is_first || !is_plain || (self.title.is_some() && !was_at_title) {
            return false;
        }
        let words = on_one_line(&text.words());
        self.title = Some(match self.title.take() {
            // A title on two lines is often two paragraphs.
            Some(title) => format!("{title} {words}"),
            None => words,
        });
        true
    }

    fn heading(&mut self, level: usize, counted: Option<Counted>, text: Text, into: &mut Vec<Piece>) {
        let text = if text.is_bold() { text.without_bold() } else { text };
        let text = match counted {
            Some(Counted::Number(Number { label, .. })) => self.with_number(&label, text, into),
            Some(Counted::Bullet) | None => text,
        };
        self.place.lists.clear();
        into.push(Piece::Heading { level: u8::try_from(level).unwrap_or(9), text });
    }

    fn point(&mut self, level: usize, counted: Counted, text: Text, into: &mut Vec<Piece>) {
        let (depth, _) = self.depth(level);
        match counted {
            Counted::Bullet => match signs::typed_box(&text) {
                Some((mark, text)) => self.item(depth, mark, text, into),
                None => self.item(depth, Mark::Bullet, text, into),
            },
            // « 1.2 » below a title « 1 », « Article 3 »: a list of ours has no such numbers.
            Counted::Number(Number { label, says_more: true, .. }) if depth == 0 => {
                let text = self.with_number(&label, text, into);
                self.plain(text, into);
            }
            Counted::Number(Number { own, label, .. }) => {
                self.place.labels.push(label);
                self.item(depth, Mark::Number(own), text, into);
            }
        }
    }

    fn item(&mut self, depth: usize, mark: Mark, text: Text, into: &mut Vec<Piece>) {
        if let Some((_, n_numbered)) = self.place.lists.last_mut() {
            *n_numbered = if matches!(mark, Mark::Number(_)) { n_numbered.saturating_add(1) } else { 0 };
        }
        into.push(Piece::Item(Item { depth, mark, text }));
    }

    /// How deep a point of a level stands among the lists that are open, and how many
    /// numbered ones stand before it in its own.
    fn depth(&mut self, level: usize) -> (usize, u32) {
        let lists = &mut self.place.lists;
        while lists.last().is_some_and(|(open, _)| *open > level) {
            lists.pop();
        }
        if lists.last().is_none_or(|(open, _)| *open < level) {
            lists.push((level, 0));
        }
        (lists.len() - 1, lists.last().map_or(0, |(_, n_numbered)| *n_numbered))
    }

    /// A paragraph, or the points that its lines are by their first signs.
    fn plain(&mut self, text: Text, into: &mut Vec<Piece>) {
        for line in signs::lines(text) {
            match signs::typed_point(&line) {
                Some((mark, text)) => {
                    let (depth, _) = self.depth(0);
                    self.item(depth, mark, text, into);
                }
                None => {
                    self.place.lists.clear();
                    into.push(Piece::Paragraph(line));
                }
            }
        }
    }

    /// A text with the number that Word counts before it.
    fn with_number(&mut self, label: &str, text: Text, into: &mut Vec<Piece>) -> Text {
        if signs::says_number(&text, label) {
            return text;
        }
        self.count_aloud(label, into);
        numbered(label, text)
    }

    /// Tells, once, that numbers are written which Word counts.
    pub(super) fn count_aloud(&mut self, label: &str, into: &mut Vec<Piece>) {
        if !std::mem::replace(&mut self.has_counted, true) {
            let first = label.trim_end_matches('.').to_owned();
            into.push(Piece::Remark(ImportProblem::CountedNumbers { first }));
        }
    }
}

/// A text with a number before it.
pub(super) fn numbered(label: &str, mut text: Text) -> Text {
    let number = format!("{label} ");
    match text
        .runs
        .first_mut()
        .filter(|run| run.look == Look::default() && run.link.is_none() && run.note.is_none())
    {
        Some(first) => first.words.insert_str(0, &number),
        None => text.runs.insert(0, Run { words: number, ..Run::default() }),
    }
    text
}

fn tell(problem: ImportProblem, words: &str, into: &mut Vec<Piece>) {
    if !words.trim().is_empty() {
        into.push(Piece::Remark(problem));
    }
}

/// Whether a line ends with the number of a page, as those of a table of contents do.
fn ends_with_page(text: &Text) -> bool {
    text.words().ends_with(|c: char| c.is_ascii_digit())
}
