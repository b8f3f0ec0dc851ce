//! What a paper holds, whatever program wrote it: pieces, in the order of a reader.
//!
//! Every reader of a format (`docx`, `sheet`, `html`, `text`) makes a [`Paper`]; `shape` makes a document of ours
//! of it, and `write` its Markdown. What a reader could not keep, or had to guess, is a piece as well, where it
//! happened: it is told at its place in the document that is written.

use crate::diagnostic::import::ImportProblem;

/// A paper, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paper {
    /// The title that the file gives itself, on one line; never empty.
    pub title: Option<String>,
    pub pieces: Vec<Piece>,
    /// The pictures that the pieces show, by the name each is shown under.
    pub pictures: Vec<PictureFile>,
}

/// A picture of a paper, to stand beside its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// A name of letters, digits, `-` and one `.`, of which no two of a paper are the same.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A title, from the level that the paper gives it: 1 is the highest, there may be holes.
    Heading {
        level: u8,
        text: Text,
    },
    Paragraph(Text),
    Item(Item),
    Table(Table),
    /// A picture by its name, and what it shows in the words of its author, which may be empty.
    Picture {
        name: String,
        alt: String,
    },
    /// A footnote, by the label that a run of text bears.
    Note {
        label: String,
        text: Text,
    },
    /// What its reader could not keep, or guessed, of the piece that follows.
    Remark(ImportProblem),
}

/// A point of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// 0 for a list that stands in no other.
    pub depth: usize,
    pub mark: Mark,
    pub text: Text,
}

/// What stands before a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Bullet,
    /// Its number among the points of its list.
    Number(u32),
    /// A box, ticked or not.
    Box {
        is_ticked: bool,
    },
}

/// A table as its author sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub rows: Vec<Row>,
}

/// A row, from the first column to the last one that holds something.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Whether the file itself says that it holds the titles of the columns.
    pub is_header: bool,
    /// What is told of it, at its place.
    pub remarks: Vec<ImportProblem>,
}

/// A cell. One that a merged cell covers is there, with nothing in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub lines: Vec<Line>,
    /// How many columns it covers, itself counted: 1 but for a merged cell.
    pub n_columns: usize,
    /// How many rows it covers, itself counted.
    pub n_rows: usize,
    /// Whether a merged cell stands over it: from above, or from the left.
    pub is_covered: bool,
}

/// A paragraph of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Whether it is a point of a list.
    pub is_item: bool,
    pub text: Text,
}

/// A text on one or several lines (`\n`), as runs of one look each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    pub runs: Vec<Run>,
}

/// Words of one look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run {
    pub words: String,
    pub look: Look,
    /// Where it leads, as written in the file.
    pub link: Option<String>,
    /// The label of the footnote that is called there; such a run has no words.
    pub note: Option<String>,
}

/// How words look; what is only of fonts and colours is let go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub is_bold: bool,
    pub is_italic: bool,
    pub is_struck: bool,
    pub is_raised: bool,
    pub is_lowered: bool,
}

/// An address that leads somewhere from any site, and runs nothing: the web, a letter, a telephone. What names a file
/// of somebody's computer, or of another site, leads nowhere from ours.
pub fn leads_away(address: &str) -> Option<String> {
    const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];
    let address = address.trim();
    let starts =
        |scheme: &&str| address.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
    SCHEMES.iter().any(starts).then(|| address.to_owned())
}

impl Piece {
    /// The level and the words of a title.
    pub fn heading(&self) -> Option<(u8, &Text)> {
        if let Piece::Heading { level, text } = self { Some((*level, text)) } else { None }
    }

    pub fn paragraph(&self) -> Option<&Text> {
        if let Piece::Paragraph(text) = self { Some(text) } else { None }
    }
}

impl Text {
    /// A text of one look.
    pub fn plain(words: impl Into<String>) -> Text {
        let words = words.into();
        let run = Run { words, ..Run::default() };
        Text { runs: if run.words.is_empty() { Vec::new() } else { vec![run] } }
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }

    /// Whether nothing of it is seen.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.words.trim().is_empty() && run.note.is_none())
    }

    /// Whether all that is seen of it is bold; an empty text is not.
    pub fn is_bold(&self) -> bool {
        let mut seen = self.runs.iter().filter(|run| !run.words.trim().is_empty()).peekable();
        seen.peek().is_some() && seen.all(|run| run.look.is_bold)
    }

    /// Whether it holds nothing but words: no link, no call of a note.
    pub fn is_plain(&self) -> bool {
        self.runs.iter().all(|run| run.link.is_none() && run.note.is_none())
    }

    /// The same text without bold, for what is bold by its place (a title).
    pub fn without_bold(mut self) -> Text {
        self.runs.iter_mut().for_each(|run| run.look.is_bold = false);
        self
    }
}

impl Cell {
    /// A cell of its own, of the lines that hold something.
    pub fn of(lines: impl IntoIterator<Item = Line>) -> Cell {
        let lines = lines.into_iter().filter(|line| !line.text.is_empty()).collect();
        Cell { lines, n_columns: 1, n_rows: 1, is_covered: false }
    }

    /// The cells of a text, one line for each of its own.
    pub fn plain(words: &str) -> Cell {
        Cell::of(words.lines().map(|line| Line { is_item: false, text: Text::plain(line.trim()) }))
    }

    /// A cell that another one covers.
    pub fn covered() -> Cell {
        Cell { is_covered: true, ..Cell::of([]) }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Its words, line after line.
    pub fn words(&self) -> String {
        self.lines.iter().map(|line| line.text.words()).collect::<Vec<_>>().join("\n")
    }
}

impl Row {
    /// The cells that hold something, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

impl Table {
    /// How many columns its widest row has.
    pub fn n_columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }
}

/// Pieces as the tests of readers show them, a line for each, with what is told between braces.
#[cfg(test)]
pub(super) fn shown(pieces: &[Piece]) -> String {
    let of_run = |run: &Run| {
        let look = run.look;
        let marks = [
            (look.is_bold, "**"),
            (look.is_italic, "*"),
            (look.is_struck, "~~"),
            (look.is_raised, "^"),
            (look.is_lowered, "_"),
        ];
        let marks: String = marks.iter().filter(|(is_on, _)| *is_on).map(|(_, mark)| *mark).collect();
        let back: String = marks.chars().rev().collect();
        let note = run.note.as_ref().map(|label| format!("[^{label}]")).unwrap_or_default();
        let words = format!("{marks}{}{back}{note}", run.words);
        run.link.as_ref().map_or(words.clone(), |link| format!("[{words}]({link})"))
    };
    let of_text = |text: &Text| text.runs.iter().map(of_run).collect::<String>().replace('\n', "⏎");
    let of_line = |line: &Line| format!("{}{}", if line.is_item { "• " } else { "" }, of_text(&line.text));
    let of_cell = |cell: &Cell| match (cell.is_covered, cell.n_columns, cell.n_rows) {
        (true, _, _) => "<".to_owned(),
        (false, n_columns, n_rows) => {
            let lines = cell.lines.iter().map(of_line).collect::<Vec<_>>().join(" ⏎ ");
            let span =
                if n_columns * n_rows > 1 { format!("{{{n_columns}×{n_rows}}}") } else { String::new() };
            format!("{lines}{span}")
        }
    };
    let of_row = |row: &Row| {
        let cells = row.cells.iter().map(of_cell).collect::<Vec<_>>().join(" | ");
        format!("{} {cells} |", if row.is_header { "|=" } else { "|" })
    };
    let of_piece = |piece: &Piece| match piece {
        Piece::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level)), of_text(text)),
        Piece::Paragraph(text) => of_text(text),
        Piece::Item(Item { depth, mark, text }) => {
            let sign = match mark {
                Mark::Bullet => "-".to_owned(),
                Mark::Number(number) => format!("{number}."),
                Mark::Box { is_ticked } => (if *is_ticked { "[x]" } else { "[ ]" }).to_owned(),
            };
            format!("{}{sign} {}", "  ".repeat(*depth), of_text(text))
        }
        Piece::Table(table) => table.rows.iter().map(of_row).collect::<Vec<_>>().join("\n"),
        Piece::Picture { name, alt } => format!("![{alt}]({name})"),
        Piece::Note { label, text } => format!("[^{label}]: {}", of_text(text)),
        Piece::Remark(problem) => format!("{{{problem:?}}}"),
    };
    pieces.iter().map(of_piece).collect::<Vec<_>>().join("\n")
}
