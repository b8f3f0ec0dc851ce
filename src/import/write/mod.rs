//! Pieces into Markdown that says the same, and nothing else: no sign of a text is taken for a mark.

mod inline;

use super::piece::{Cell, Item, Line, Mark, Piece, Row, Table, Text};
use crate::diagnostic::import::ImportProblem;
use inline::{Place, inline, label_of};

/// Markdown, and what is told of it.
pub struct Written {
    pub markdown: String,
    /// Each at the byte of the Markdown where it happened, in order.
    pub remarks: Vec<(usize, ImportProblem)>,
}

/// Writes pieces. The names of pictures get `stem` before them.
pub fn markdown(pieces: &[Piece], stem: &str) -> Written {
    let mut writer = Writer { stem, ..Writer::default() };
    pieces.iter().for_each(|piece| writer.piece(piece));
    let end = writer.out.len();
    writer.tell_at(end.saturating_sub(1));
    Written { markdown: writer.out, remarks: writer.remarks }
}

#[derive(Default)]
struct Writer<'s> {
    stem: &'s str,
    out: String,
    remarks: Vec<(usize, ImportProblem)>,
    /// What is to be told of the next piece.
    pending: Vec<ImportProblem>,
    /// The lists that are open, the outermost first; none when the last piece was no item.
    lists: Vec<Open>,
}

/// A list that is being written.
struct Open {
    /// How far its points are set in.
    indent: usize,
    mark: Mark,
    /// What stands behind its numbers: another one makes another list.
    sign: char,
    /// How far the text of its last point is set in.
    inside: usize,
}

impl Writer<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Remark(problem) => self.pending.push(problem.clone()),
            Piece::Item(item) => self.item(item),
            Piece::Heading { level, text } => {
                let line = inline(text, Place::Title);
                self.block(&format!("{} {line}", "#".repeat(usize::from(*level).clamp(1, 6))));
            }
            Piece::Paragraph(text) => self.block(&inline(text, Place::Block)),
            Piece::Table(table) => self.table(table),
            Piece::Picture { name, alt } => {
                let alt = inline(&Text::plain(alt), Place::Title);
                self.block(&format!("![{alt}]({}{name})", self.stem));
            }
            Piece::Note { label, text } => {
                let text = inline(text, Place::Block).replace('\n', "\n    ");
                self.block(&format!("[^{}]: {text}", label_of(label)));
            }
        }
    }

    /// A block of its own, with a blank line before it.
    fn block(&mut self, text: &str) {
        self.lists.clear();
        if text.is_empty() {
            return;
        }
        self.out.push('\n');
        self.tell_at(self.out.len());
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A table: its first row holds the titles of its columns; when none of its rows does, that row is empty.
    fn table(&mut self, table: &Table) {
        let n_columns = table.n_columns();
        let mut rows = table.rows.iter().peekable();
        let header = rows.next_if(|row| row.is_header).cloned().unwrap_or_default();
        self.pending.extend(header.remarks.iter().cloned());
        self.block(&of_row(&header, n_columns));
        self.out.push_str(&format!("|{}\n", "---|".repeat(n_columns)));
        for row in rows {
            self.pending.extend(row.remarks.iter().cloned());
            self.tell_at(self.out.len());
            self.out.push_str(&format!("{}\n", of_row(row, n_columns)));
        }
    }

    fn tell_at(&mut self, at: usize) {
        self.remarks.extend(self.pending.drain(..).map(|problem| (at, problem)));
    }

    fn item(&mut self, item: &Item) {
        let is_first = self.lists.is_empty();
        self.lists.truncate(item.depth + 1);
        // A point that goes deeper than the one above by two goes by one: nothing stands between.
        let is_deeper = item.depth >= self.lists.len();
        let indent = if is_deeper {
            self.lists.last().map_or(0, |above| above.inside)
        } else {
            self.lists.last().map_or(0, |same| same.indent)
        };
        let same = self.lists.pop_if(|_| !is_deeper);
        let (sign, is_new_list) = sign(same.as_ref(), item.mark);
        let start = match item.mark {
            Mark::Bullet => format!("{sign} "),
            Mark::Number(number) => format!("{number}{sign} "),
            Mark::Box { is_ticked } => format!("{sign} [{}] ", if is_ticked { 'x' } else { ' ' }),
        };
        let inside = indent + if matches!(item.mark, Mark::Number(_)) { start.len() } else { 2 };
        let text = inline(&item.text, Place::Block);
        // Inside a point, only a list that starts at 1 needs no blank line before it.
        let starts_late = is_deeper && matches!(item.mark, Mark::Number(number) if number != 1);
        if is_first || (is_new_list && indent == 0) || starts_late {
            self.out.push('\n');
        }
        self.tell_at(self.out.len() + indent);
        let text = text.replace('\n', &format!("\n{}", " ".repeat(inside)));
        self.out.push_str(&format!("{}{start}{text}\n", " ".repeat(indent)));
        self.lists.push(Open { indent, mark: item.mark, sign, inside });
    }
}

/// The sign of a point, and whether it opens a list: Markdown goes on counting by itself, so that a number which
/// does not follow the one above opens another list.
fn sign(same: Option<&Open>, mark: Mark) -> (char, bool) {
    let usual = if matches!(mark, Mark::Number(_)) { '.' } else { '-' };
    let other = |sign: char| match sign {
        '.' => ')',
        ')' => '.',
        '-' => '*',
        _ => '-',
    };
    match (same.map(|open| (open.mark, open.sign)), mark) {
        (None, _) => (usual, false),
        (Some((Mark::Number(above), sign)), Mark::Number(number)) => {
            if above.checked_add(1) == Some(number) {
                (sign, false)
            } else {
                (other(sign), true)
            }
        }
        (Some((Mark::Number(_), _)), _) | (Some(_), Mark::Number(_)) => (usual, true),
        (Some((_, sign)), _) => (sign, false),
    }
}

fn of_row(row: &Row, n_columns: usize) -> String {
    let mut line = String::from("|");
    for at in 0..n_columns {
        let cell = row.cells.get(at).map_or(String::new(), of_cell);
        line.push_str(&if cell.is_empty() { " |".to_owned() } else { format!(" {cell} |") });
    }
    line
}

fn of_cell(cell: &Cell) -> String {
    let line = |Line { is_item, text }: &Line| {
        let mark = if *is_item { "- " } else { "" };
        format!("{mark}{}", inline(text, Place::Cell))
    };
    cell.lines.iter().map(line).collect::<Vec<_>>().join("<br>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problems;
    use crate::import::piece::{Look, Run};
    use crate::lang::{self, Lang};
    use crate::markdown as read;
    use crate::source::Source;

    fn item(depth: usize, mark: Mark, words: &str) -> Piece {
        Piece::Item(Item { depth, mark, text: Text::plain(words) })
    }

    fn check(pieces: &[Piece], expected: &str) {
        assert_eq!(markdown(pieces, "").markdown, expected, "{pieces:?}");
    }

    #[test]
    fn lists_keep_their_depth_and_their_numbers() {
        use Mark::{Bullet, Number};
        check(
            &[
                item(0, Bullet, "un"),
                item(2, Bullet, "deux"),
                item(0, Number(1), "a"),
                item(1, Bullet, "b\nc"),
                item(0, Number(2), "d"),
                item(0, Number(5), "e"),
                Piece::Paragraph(Text::plain("fin")),
            ],
            "\n- un\n  - deux\n\n1. a\n   - b\\\n     c\n2. d\n\n5) e\n\nfin\n",
        );
        check(&[item(0, Mark::Box { is_ticked: true }, "fait")], "\n- [x] fait\n");
    }

    #[test]
    fn tables_without_titles_have_an_empty_first_row() {
        let row = |words: &[&str], is_header| Row {
            cells: words.iter().map(|words| Cell::plain(words)).collect(),
            is_header,
            ..Row::default()
        };
        let table = |rows| Piece::Table(Table { rows });
        check(
            &[table(vec![row(&["A", "B"], true), row(&["un | deux\ntrois"], false)])],
            "\n| A | B |\n|---|---|\n| un \\| deux<br>trois | |\n",
        );
        check(&[table(vec![row(&["un", "deux"], false)])], "\n| | |\n|---|---|\n| un | deux |\n");
    }

    #[test]
    fn a_remark_is_told_where_its_piece_starts() {
        let remark = Piece::Remark(ImportProblem::MergedCells);
        let written = markdown(
            &[
                Piece::Paragraph(Text::plain("un")),
                remark.clone(),
                Piece::Paragraph(Text::plain("deux")),
                remark,
            ],
            "",
        );
        let told: Vec<usize> = written.remarks.into_iter().map(|(at, _)| at).collect();
        assert_eq!(told, ["\nun\n\n".len(), "\nun\n\ndeux".len()]);
    }

    /// What a document says in its first piece: the words of a point, of a title, or of the cells of a row.
    fn read_back(written: &str) -> Vec<String> {
        let mut problems = Problems::in_file("a.md");
        let body = read::read(&Source::new("a.md", written), 0, Lang::Fr, &mut problems);
        assert_eq!(body.pieces.len(), 1, "{written}");
        let line = |line: &read::Line| lang::on_one_line(&line.plain);
        match &body.pieces[0] {
            read::Piece::Heading(heading) => vec![line(&heading.line)],
            read::Piece::List(list) => {
                assert!(list.items.iter().all(|it| it.items.is_empty() && it.rest.is_none()), "{written}");
                list.items.iter().map(|item| line(&item.line)).collect()
            }
            read::Piece::Table(table) => {
                let cells = table.rows.iter().flatten();
                cells.map(|cell| cell.lines.iter().map(line).collect::<Vec<_>>().join(" ")).collect()
            }
            other @ (read::Piece::Definitions(_) | read::Piece::Prose(_)) => panic!("{written}: {other:?}"),
        }
    }

    proptest::proptest! {
        #[test]
        fn words_are_read_back_as_they_were(
            words in "(a|é|1| |\n|[-+*_#>~`|=:.)({}<&;!?/\\\\\\[\\]]|&amp;|</b>|<i>){1,16}z",
            look in 0_u8..8,
        ) {
            let look = Look {
                is_bold: look & 1 > 0,
                is_italic: look & 2 > 0,
                is_raised: look & 4 > 0,
                ..Look::default()
            };
            let run = |words: &str, look| Run { words: words.to_owned(), look, ..Run::default() };
            let text = Text { runs: vec![run("a", Look::default()), run(&words, look), run("b", Look::default())] };
            let expected = lang::on_one_line(&text.words());
            let point = Piece::Item(Item { depth: 0, mark: Mark::Bullet, text: Text::plain(words.clone()) });
            assert_eq!(read_back(&markdown(&[point], "").markdown), [lang::on_one_line(&words)]);
            let title = Piece::Heading { level: 2, text: text.clone() };
            assert_eq!(read_back(&markdown(&[title], "").markdown), std::slice::from_ref(&expected));
            let cell = |text: &Text| Cell::of([Line { is_item: false, text: text.clone() }]);
            let rows = [Text::plain("A"), text].map(|text| Row { cells: vec![cell(&text)], is_header: true, ..Row::default() });
            assert_eq!(read_back(&markdown(&[Piece::Table(Table { rows: rows.into() })], "").markdown), [expected]);
        }
    }
}
