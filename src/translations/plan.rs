//! The units of a plan: its orientations, its objectives, its actions, and the texts around them.

use std::collections::BTreeMap;

use super::units::{Part, TEXT, Unit, of_heading, of_text};
use super::words::{Notes, Words};
use crate::kind::plan::read::table::is_action_table;
use crate::kind::plan::{Action, Plan, numbering};
use crate::markdown::{Heading, Html, Item, Line, List, Piece, Table};
use crate::source::Span;

/// The units, in the order of the document, those without a word included.
///
/// A text belongs to the orientation or the objective whose heading stands above it, and is known
/// by its rank there: an action that is added moves no text. A section that is no orientation is
/// known by its anchor, as in any document.
pub fn units(plan: &Plan, pieces: &[Piece], notes: &Notes<'_>) -> Vec<Unit> {
    let mut cutter = Cutter {
        notes,
        headings: headings(plan),
        cells: cells(plan),
        units: Vec::new(),
        parent: String::new(),
        ranks: BTreeMap::new(),
        slot: Slot::Closed,
    };
    for piece in pieces {
        cutter.piece(piece);
    }
    cutter.units
}

/// What a heading of the document became.
type Headings<'p> = BTreeMap<Span, (Part, &'p str, &'p Line)>;

fn headings(plan: &Plan) -> Headings<'_> {
    let mut headings = Headings::new();
    for orientation in plan.orientations() {
        headings.insert(orientation.span, (Part::Orientation, &orientation.id, &orientation.title));
        for objective in orientation.objectives() {
            if let Some(title) = &objective.title {
                headings.insert(objective.span, (Part::Objective, &objective.id, title));
            }
        }
    }
    headings
}

/// What stands in a table or a list, by the byte it starts at; an objective comes before the
/// action it also is.
type Cells<'p> = BTreeMap<usize, Vec<Cell<'p>>>;

enum Cell<'p> {
    Objective(&'p str, &'p Line, Span),
    Action(&'p Action),
}

fn cells(plan: &Plan) -> Cells<'_> {
    let mut cells = Cells::new();
    for objective in plan.orientations().flat_map(|orientation| orientation.objectives()) {
        if let Some(title) = &objective.title {
            let cell = Cell::Objective(&objective.id, title, objective.span);
            cells.entry(objective.span.start).or_default().push(cell);
        }
        for action in objective.actions() {
            cells.entry(action.span.start).or_default().push(Cell::Action(action));
        }
    }
    cells
}

/// Whether a text is being gathered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Open,
    Closed,
}

struct Cutter<'a> {
    notes: &'a Notes<'a>,
    headings: Headings<'a>,
    cells: Cells<'a>,
    units: Vec<Unit>,
    /// The key of the heading above; empty outside any orientation.
    parent: String,
    /// How many texts each heading has so far.
    ranks: BTreeMap<String, usize>,
    slot: Slot,
}

impl Cutter<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading(heading) if self.headings.contains_key(&heading.span) => self.element(heading),
            Piece::Heading(heading) if heading.level <= 2 => {
                self.parent.clear();
                let unit = of_heading(&format!("#{}", heading.id), Part::Section, heading);
                self.units.push(Unit { lead: Words::of_line(&heading.line, self.notes), ..unit });
                self.slot = Slot::Open;
            }
            Piece::Table(table) if is_action_table(table) => self.table(table),
            Piece::List(list) if self.holds(list.span) => self.list(list),
            Piece::Heading(_)
            | Piece::Table(_)
            | Piece::List(_)
            | Piece::Definitions(_)
            | Piece::Prose(_) => self.text(&piece.html(), piece.span()),
        }
    }

    fn element(&mut self, heading: &Heading) {
        let (part, id, title) = self.headings[&heading.span];
        let key = format!("#{id}");
        self.slot = Slot::Closed;
        self.parent.clone_from(&key);
        self.units.push(Unit { lead: title_words(title, self.notes), ..of_heading(&key, part, heading) });
    }

    fn holds(&self, span: Span) -> bool {
        self.cells.range(span.start..span.end.max(span.start + 1)).next().is_some()
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.text(&caption.html, caption.span);
        }
        self.cells(table.span);
    }

    /// The tasks of a list; an item that is no task is a text.
    fn list(&mut self, list: &List) {
        let (tasks, others): (Vec<&Item>, Vec<&Item>) =
            list.items.iter().partition(|item| self.holds(item.span));
        for task in tasks {
            self.cells(task.span);
        }
        for item in others {
            self.text(&Html::of_items(std::slice::from_ref(item)), item.span);
        }
    }

    fn cells(&mut self, span: Span) {
        self.slot = Slot::Closed;
        let units = self.cells.range(span.start..span.end.max(span.start + 1)).flat_map(|(_, cells)| cells);
        for cell in units {
            match cell {
                Cell::Objective(id, title, span) => {
                    let lead = title_words(title, self.notes);
                    let unit = of_text(format!("#{id}"), *span);
                    self.units.push(Unit { part: Part::Objective, lead, ..unit });
                }
                Cell::Action(action) => {
                    self.units.extend([of_action(action, self.notes), fields_of(action, self.notes)]);
                }
            }
        }
    }

    fn text(&mut self, html: &Html, span: Span) {
        if self.slot == Slot::Closed {
            let rank = self.ranks.entry(self.parent.clone()).or_default();
            *rank += 1;
            let name = if *rank == 1 { TEXT.to_owned() } else { format!("{TEXT}-{rank}") };
            let key = if self.parent.is_empty() { name } else { format!("{}.{name}", self.parent) };
            self.units.push(of_text(key, span));
            self.slot = Slot::Open;
        }
        let words = Words::of_html(html, self.notes);
        let slot = self.units.last_mut().expect("a text was just opened");
        slot.text = std::mem::take(&mut slot.text).then(&words);
        slot.span = Span::new(slot.span.start, span.end);
    }
}

/// The words of an action: its title, what is to be done, and what stands under it. Its timeframe,
/// its state and who answers for it are facts, which a translation takes from its source.
fn of_action(action: &Action, notes: &Notes<'_>) -> Unit {
    let intent = action.intent.as_ref().map(|intent| Words::of_line(intent, notes)).unwrap_or_default();
    let lead = title_words(&action.title, notes).then(&intent).then(&Words::of_html(&action.details, notes));
    Unit { part: Part::Action, lead, ..of_text(format!("#{}", action.id), action.span) }
}

fn fields_of(action: &Action, notes: &Notes<'_>) -> Unit {
    let filled = || action.fields.iter().filter(|(_, line)| !line.plain.is_empty());
    let words = filled().map(|(title, line)| Words::of_text(title).then(&Words::of_line(line, notes)));
    let text = words.fold(Words::default(), |words, field| words.then(&field));
    Unit {
        part: Part::Fields,
        text,
        n_columns: filled().count(),
        ..of_text(format!("#{}.fields", action.id), action.span)
    }
}

/// The words of a title; a number alone, or a level word with its number, says nothing to translate.
fn title_words(title: &Line, notes: &Notes<'_>) -> Words {
    let numbered = numbering::read(&title.plain);
    let is_number_alone = numbered.number.is_some() && numbered.prefix.is_empty();
    let says_something = title.plain.chars().any(char::is_alphabetic);
    match says_something && !is_number_alone {
        true => Words::of_line(title, notes),
        false => Words::default(),
    }
}
