//! A table: every row, merged cells as they are seen, what stands in a cell as lines.

use super::paragraph::numbered;
use super::xml::Node;
use super::{Reading, Refusal, on_one_line};
use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Cell, Item, Line, Mark, Piece, Row, Run, Table, Text};

/// How many columns a table may have: Word stops at 63.
const MAX_COLUMNS: usize = 200;

/// How many cells merged cells may cover in the whole document: a short file can cover cells without end.
const MAX_COVERED: usize = 1_000_000;

/// A table while it is read.
#[derive(Default)]
struct Drawn {
    table: Table,
    /// For each column, the place of the cell that may go on below.
    above: Vec<Option<(usize, usize)>>,
    remarks: Vec<Piece>,
    /// What cannot stand in a table: it follows.
    behind: Vec<Piece>,
}

impl Reading<'_> {
    pub(super) fn table(&mut self, node: Node<'_>, into: &mut Vec<Piece>) -> Result<(), Refusal> {
        let mut rows = Vec::new();
        within(node, "tr", &mut rows);
        let mut drawn = Drawn::default();
        for row in rows {
            self.row(row, &mut drawn)?;
        }
        let Drawn { table, remarks, behind, .. } = drawn;
        self.place.lists.clear();
        self.place.is_at_title = false;
        into.extend(remarks);
        if table.rows.iter().any(|row| row.filled().next().is_some()) {
            into.push(Piece::Table(table));
        }
        into.extend(behind);
        Ok(())
    }

    fn row(&mut self, node: Node<'_>, drawn: &mut Drawn) -> Result<(), Refusal> {
        let properties = node.child("trPr");
        if properties.is_some_and(|properties| properties.child("del").is_some()) {
            let text = on_one_line(&words_of_row(node));
            drawn.remarks.push(Piece::Remark(ImportProblem::WordsTakenOut { text }));
            return Ok(());
        }
        let skipped = properties.and_then(|properties| properties.value_of("gridBefore")?.parse().ok());
        let is_header = properties.and_then(|properties| properties.switch("tblHeader")).unwrap_or(false);
        let mut cells = Vec::new();
        within(node, "tc", &mut cells);
        let skipped = skipped.unwrap_or(0).min(MAX_COLUMNS);
        self.n_covered += skipped;
        let mut row = Row { cells: vec![Cell::of([]); skipped], is_header, ..Row::default() };
        let mut owner = None;
        for cell in cells {
            let form = CellForm::of(cell);
            if form.goes_left
                && let Some(at) = owner
            {
                widen(&mut row, at, form.n_columns);
                continue;
            }
            owner = Some(row.cells.len());
            self.cell(cell, &form, &mut row, drawn)?;
        }
        self.n_covered += row.cells.iter().filter(|cell| cell.is_covered).count();
        if self.n_covered > MAX_COVERED {
            return Err(Refusal::TooLarge);
        }
        drawn.table.rows.push(row);
        Ok(())
    }

    fn cell(
        &mut self,
        node: Node<'_>,
        form: &CellForm,
        row: &mut Row,
        drawn: &mut Drawn,
    ) -> Result<(), Refusal> {
        let column = row.cells.len();
        let n_columns = form.n_columns.min(MAX_COLUMNS.saturating_sub(column)).max(1);
        let place = (drawn.table.rows.len(), column);
        drawn.above.resize((column + n_columns).max(drawn.above.len()), None);
        let owner = drawn.above[column].filter(|_| form.goes_up);
        let owned = owner.and_then(|(above, column)| drawn.table.rows.get_mut(above)?.cells.get_mut(column));
        match owned.filter(|owner| owner.n_columns == n_columns) {
            // Word shows nothing of what such a cell holds.
            Some(owner) => {
                owner.n_rows = place.0 + 1 - drawn.above[column].map_or(place.0, |(row, _)| row);
                row.cells.extend(std::iter::repeat_n(Cell::covered(), n_columns));
            }
            None => {
                let cell = self.content(node, drawn)?;
                row.cells.push(Cell { n_columns, ..cell });
                row.cells.extend(std::iter::repeat_n(Cell::covered(), n_columns - 1));
                drawn.above[column..column + n_columns].fill(None);
                drawn.above[column] = Some(place).filter(|_| form.goes_down);
            }
        }
        Ok(())
    }

    /// What stands in a cell.
    fn content(&mut self, node: Node<'_>, drawn: &mut Drawn) -> Result<Cell, Refusal> {
        let mut pieces = Vec::new();
        let labels = self.boxed(node, &mut pieces)?;
        let is_list = labels.len() > 1;
        let mut labels = labels.into_iter();
        let mut lines = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Paragraph(text) | Piece::Heading { text, .. } => {
                    lines.push(Line { is_item: false, text })
                }
                Piece::Item(Item { mark, text, .. }) => {
                    let label = if matches!(mark, Mark::Number(_)) { labels.next() } else { None };
                    match label.filter(|_| !is_list) {
                        // One number in a cell goes on from that of the row above.
                        Some(label) => {
                            self.count_aloud(&label, &mut drawn.remarks);
                            lines.push(Line { is_item: false, text: numbered(&label, text) });
                        }
                        None => lines.push(Line { is_item: true, text: boxed_again(mark, text) }),
                    }
                }
                Piece::Table(table) => {
                    drawn.remarks.push(Piece::Remark(ImportProblem::NestedTable));
                    lines.extend(self::lines(&table).into_iter().map(|text| Line { is_item: false, text }));
                }
                Piece::Picture { .. } | Piece::Remark(ImportProblem::PictureLeft { .. }) => {
                    drawn.behind.push(piece)
                }
                Piece::Remark(_) | Piece::Note { .. } => drawn.remarks.push(piece),
            }
        }
        Ok(Cell::of(lines))
    }
}

/// How a cell is merged with others.
struct CellForm {
    n_columns: usize,
    /// Whether those below may be the rest of it.
    goes_down: bool,
    /// Whether it is the rest of the cell above it.
    goes_up: bool,
    /// Whether it is the rest of the cell before it, as old programs write.
    goes_left: bool,
}

impl CellForm {
    fn of(node: Node<'_>) -> CellForm {
        let properties = node.child("tcPr");
        let n_columns = properties.and_then(|properties| properties.value_of("gridSpan")?.parse().ok());
        let merged = |name: &str| properties.and_then(|properties| properties.child(name));
        let goes_on =
            |name: &str| merged(name).is_some_and(|merged| merged.value().as_deref() != Some("restart"));
        CellForm {
            n_columns: n_columns.unwrap_or(1),
            goes_down: merged("vMerge").is_some(),
            goes_up: goes_on("vMerge"),
            goes_left: goes_on("hMerge"),
        }
    }
}

/// Gives a cell of a row more columns.
fn widen(row: &mut Row, at: usize, n_columns: usize) {
    let n_columns = n_columns.min(MAX_COLUMNS.saturating_sub(row.cells.len())).max(1);
    row.cells.extend(std::iter::repeat_n(Cell::covered(), n_columns));
    if let Some(owner) = row.cells.get_mut(at) {
        owner.n_columns += n_columns;
    }
}

/// The rows of a table or the cells of a row, also those that a control of a form wraps.
fn within<'t>(node: Node<'t>, name: &str, into: &mut Vec<Node<'t>>) {
    for child in node.children() {
        if child.name() == name {
            into.push(child);
        } else if matches!(child.name(), "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") {
            within(child, name, into);
        }
    }
}

fn words_of_row(row: Node<'_>) -> String {
    let words = row.descendants().filter(|node| matches!(node.name(), "t" | "delText")).map(Node::words);
    words.collect::<Vec<_>>().join(" ")
}

/// The text of a point with its box, which a line of a cell has no other place for.
fn boxed_again(mark: Mark, mut text: Text) -> Text {
    let sign = match mark {
        Mark::Box { is_ticked: true } => "☒ ",
        Mark::Box { is_ticked: false } => "☐ ",
        Mark::Bullet | Mark::Number(_) => return text,
    };
    text.runs.insert(0, Run { words: sign.to_owned(), ..Run::default() });
    text
}

/// The rows of a table as lines, a dash between the cells.
pub fn lines(table: &Table) -> Vec<Text> {
    let line = |row: &Row| {
        let mut text = Text::default();
        for (n_before, (_, cell)) in row.filled().enumerate() {
            for (at, line) in cell.lines.iter().enumerate() {
                let between = match (n_before, at) {
                    (0, 0) => "",
                    (_, 0) => " – ",
                    _ => " ",
                };
                if !between.is_empty() {
                    text.runs.push(Run { words: between.to_owned(), ..Run::default() });
                }
                text.runs.extend(line.text.runs.iter().cloned());
            }
        }
        text
    };
    table.rows.iter().map(line).filter(|text| !text.is_empty()).collect()
}
