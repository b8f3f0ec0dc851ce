//! Reads the rows of a log into entries, by action.

use std::collections::BTreeMap;

use super::cells;
use super::columns::Columns;
use super::days::{self, Days};
use super::evidence::{self, Link};
use super::faults;
use super::faults::{At, Faults};
use super::logs::{Log, logs};
use super::names::{Named, Names};
use super::titles::Titles;
use super::{Entry, EvidenceLink};
use crate::address;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::follow_up::FollowUpFault;
use crate::diagnostic::follow_up::hint::Hint;
use crate::kind::plan::status::{self, AddedWords, Status, StatusKey, meant};
use crate::kind::plan::timeframe::Calendar;
use crate::kind::plan::{Plan, numbering, percent};
use crate::lang::Lang;
use crate::sheet::{Cell, Row, Sheet};

/// The plan a log is about, and what reading it needs.
pub struct Context<'a> {
    pub plan: &'a Plan,
    pub lang: Lang,
    pub calendar: &'a Calendar,
    pub statuses: &'a AddedWords,
}

/// What the rows of a log say.
pub struct Read {
    /// The entries of each action, in the order of the plan, each in the order of the rows.
    pub histories: Vec<Vec<Entry>>,
    pub links: Vec<EvidenceLink>,
    /// The numbers that only a position gives, of actions the log names by nothing else.
    pub by_position: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the logs among the sheets of a file.
pub fn read(context: &Context<'_>, path: &str, sheets: &[Sheet]) -> Read {
    let mut faults = Faults::in_file(path);
    let mut reader = Reader {
        context,
        names: Names::of(context.plan),
        titles: Titles::of(context.plan),
        named: vec![Naming::default(); context.plan.actions().count()],
        statuses: BTreeMap::new(),
        histories: vec![Vec::new(); context.plan.actions().count()],
        links: Vec::new(),
        seen: BTreeMap::new(),
        repeated: None,
        of_days: BTreeMap::new(),
    };
    let logs = logs(sheets, &mut faults);
    for log in &logs {
        reader.read(log, &mut faults);
    }
    if let Some(Repeated { sheet, row, n_rows, of_row }) = reader.repeated {
        faults.warning(At::Row(sheet, row), FollowUpFault::Repeated { n_rows, of_row });
    }
    let by_position = reader.by_position();
    let Reader { histories, links, .. } = reader;
    Read { histories, links, by_position, diagnostics: faults.into_diagnostics() }
}

/// What reading the rows of a log needs.
pub(super) struct Reader<'a, 's> {
    pub context: &'a Context<'a>,
    names: Names<'a>,
    pub titles: Titles,
    /// How the log names each action, in the order of the plan.
    pub named: Vec<Naming>,
    /// The states read so far, by their words, with the word that was probably meant.
    statuses: BTreeMap<String, (Status, Option<&'static str>)>,
    histories: Vec<Vec<Entry>>,
    links: Vec<EvidenceLink>,
    /// The row of each entry, by action, day and words.
    seen: BTreeMap<(usize, Date, String), usize>,
    repeated: Option<Repeated<'s>>,
    /// The last state said of each action on each day.
    of_days: BTreeMap<(usize, Date), Status>,
}

/// How a log names an action, in all of its rows.
#[derive(Clone, Copy, Default)]
pub(super) struct Naming {
    /// In one of them, by a number that its position gives it.
    pub by_position: bool,
    /// In one of them, by what stays its own: an anchor, a written number, or its title.
    pub for_good: bool,
}

/// The first row that repeats another, and how many do.
struct Repeated<'s> {
    sheet: &'s Sheet,
    row: &'s Row,
    n_rows: usize,
    of_row: usize,
}

impl<'s> Reader<'_, 's> {
    fn read(&mut self, log: &Log<'s>, faults: &mut Faults<'_>) {
        if !log.ignored.is_empty() {
            let titles = log.ignored.iter().map(|cell| cell.text.clone()).collect();
            let at = At::Cell(log.sheet, log.titles, log.ignored[0]);
            faults.warning(at, FollowUpFault::IgnoredColumns { titles });
        }
        for place in log.sheet.uncomputed.iter().filter(|place| place.row > log.titles.number) {
            faults.warning(At::Empty(log.sheet, *place), FollowUpFault::Uncomputed { n_more: 0 });
        }
        let mut days = Days::new(self.context.lang, log.columns.lang, self.context.calendar);
        for row in log.rows.iter().filter(|row| log.columns.says_something(row)) {
            cells::under_no_title(log.sheet, log.titles, row, faults);
            let action = self.action(log, row, faults);
            let day = self.day(&mut days, log, row, faults);
            let said = self.said(log, row, faults);
            let (Some(action), Some(date), Some(said)) = (action, day, said) else { continue };
            let Said { status, percent, note, evidence, words } = said;
            // « Réalisée » says something new below « En cours », even when it stands above as well.
            let last = self.of_days.get(&(action, date));
            let is_last = status.as_ref().zip(last).is_none_or(|(status, last)| status.key == last.key);
            if let Some(of_row) = self.seen.insert((action, date, words), row.number).filter(|_| is_last) {
                let repeated = Repeated { sheet: log.sheet, row, n_rows: 0, of_row };
                self.repeated.get_or_insert(repeated).n_rows += 1;
                continue;
            }
            self.tell_other_state(log, row, (action, date), status.as_ref(), faults);
            self.histories[action].push(Entry { date, status, percent, note, evidence });
        }
    }

    /// Tells that a row says another state than one above it of the same action and day.
    fn tell_other_state(
        &mut self,
        log: &Log<'s>,
        row: &Row,
        of_day: (usize, Date),
        status: Option<&Status>,
        faults: &mut Faults<'_>,
    ) {
        let Some(status) = status else { return };
        let Some(above) = self.of_days.insert(of_day, status.clone()) else { return };
        if above.key != status.key {
            let cell = log.columns.status.and_then(|column| row.cell(column));
            let place = cell.map_or(At::Row(log.sheet, row), |cell| At::Cell(log.sheet, row, cell));
            let fault = FollowUpFault::OtherStateOfDay { read: status.text.clone(), above: above.text };
            faults.warning(place, fault);
        }
    }

    fn action(&mut self, log: &Log<'s>, row: &Row, faults: &mut Faults<'_>) -> Option<usize> {
        let Some(cell) = log.columns.action.and_then(|column| row.cell(column)) else {
            faults.error(At::Row(log.sheet, row), FollowUpFault::NoAction);
            return None;
        };
        let read = cell.text.clone();
        let fault = match self.names.find(cell) {
            Named::Action(found) => return self.with_title(found, log, row, faults),
            Named::Several(actions) => FollowUpFault::AmbiguousAction { read, actions },
            Named::Together => FollowUpFault::SeveralActions { read },
            Named::Day => FollowUpFault::DateForAction { read },
            Named::Unknown(hint) => {
                let said = title(&log.columns, row, &cell.text).map(|(_, title)| title);
                let hint = match (said, said.and_then(|said| self.titles.find(said))) {
                    (_, Some(at)) => Hint::Nearest(self.number(at)),
                    (_, None) if matches!(hint, Hint::ActionsOf { .. }) => hint,
                    // The number nearest to it is that of another action: to write it would say that
                    // this one is done.
                    (Some(said), None) if self.titles.is_nobodys(said) => Hint::Uncalled(said.to_owned()),
                    (_, None) => hint,
                };
                FollowUpFault::UnknownAction { read, hint, n_more: 0 }
            }
        };
        faults.error(At::Cell(log.sheet, row, cell), fault);
        None
    }

    fn day(&self, days: &mut Days<'_>, log: &Log<'_>, row: &Row, faults: &mut Faults<'_>) -> Option<Date> {
        let Some(cell) = log.columns.date.and_then(|column| row.cell(column)) else {
            faults.error(At::Row(log.sheet, row), FollowUpFault::NoDate);
            return None;
        };
        // The titles may be in any language: « status » for « statut » turns no date around.
        let lang = self.context.lang;
        let (day, read) = (days.day(cell), cell.text.clone());
        let fault = match (days::in_other_order(&read, lang), day) {
            (Some(day), _) => FollowUpFault::OtherOrder { read, day, lang, n_more: 0 },
            (None, None) => FollowUpFault::UnknownDate { read, n_more: 0 },
            (None, Some(day)) => {
                let is_titled_otherwise = log.columns.lang.is_some_and(|titled| titled != lang);
                if let Some(other) = days::turned(&read, day).filter(|_| is_titled_otherwise) {
                    let fault = FollowUpFault::UnsureOrder { read, day, other, lang, n_more: 0 };
                    faults.warning(At::Cell(log.sheet, row, cell), fault);
                }
                return Some(day);
            }
        };
        faults.error(At::Cell(log.sheet, row, cell), fault);
        None
    }

    pub(super) fn number(&self, at: usize) -> String {
        self.context.plan.actions().nth(at).map(|action| action.number.clone()).unwrap_or_default()
    }

    /// The actions that the log names by their position and by nothing that stays theirs.
    fn by_position(&self) -> Vec<String> {
        let actions = self.context.plan.actions().zip(&self.named);
        let lost = actions.filter(|(_, named)| named.by_position && !named.for_good);
        lost.map(|(action, _)| action.number.clone()).collect()
    }

    /// What a row says of its action; none when it says nothing.
    fn said(&mut self, log: &Log<'s>, row: &Row, faults: &mut Faults<'_>) -> Option<Said> {
        let columns = &log.columns;
        let mut status = columns.status.and_then(|column| row.cell(column));
        let mut percent = None;
        if let Some(cell) = columns.percent.and_then(|column| row.cell(column)) {
            percent = percent::read(&cell.text);
            let as_state = status::understood(&cell.text, self.context.statuses, self.context.lang);
            let key = as_state.map_or(StatusKey::Noted, |it| it.key);
            let is_other = percent.is_none() && key != StatusKey::NotStated;
            if is_other && status.is_none() && key != StatusKey::Noted {
                // « Avancement » heads a column of percentages as often as one of states.
                status = Some(cell);
            } else if is_other {
                let read = cell.text.clone();
                faults.error(At::Cell(log.sheet, row, cell), FollowUpFault::UnknownPercent { read });
                return None;
            }
        }
        let stated = status;
        let status = status.and_then(|cell| self.status(log, row, cell, faults));
        let percent = percent.or(status.as_ref().and_then(|status| status.percent));
        if let (Some(status), Some(percent), Some(cell)) = (&status, percent, stated)
            && let Some(against) = status.against(percent)
        {
            let fault = FollowUpFault::StatusAgainstPercent { read: status.text.clone(), against, percent };
            faults.warning(At::Cell(log.sheet, row, cell), fault);
        }
        let texts = |columns: &[usize]| -> Vec<String> {
            columns.iter().filter_map(|column| row.cell(*column)).map(|cell| cell.text.clone()).collect()
        };
        let note = texts(&columns.notes).join("\n");
        Self::tell_link(log, row, faults);
        let evidence = self.evidence(log, row);
        if status.is_none() && percent.is_none() && note.is_empty() && evidence.is_empty() {
            faults.warning(At::Row(log.sheet, row), FollowUpFault::NothingSaid);
            return None;
        }
        let state = status.as_ref().map_or("", |status| status.text.as_str());
        let words = format!("{state}\0{percent:?}\0{note}\0{}", evidence.join("\0"));
        Some(Said { status, percent, note, evidence, words })
    }

    /// Tells a link in the way of Markdown in a note, which is plain text: it leads nowhere.
    fn tell_link(log: &Log<'s>, row: &Row, faults: &mut Faults<'_>) {
        for cell in log.columns.notes.iter().filter_map(|column| row.cell(*column)) {
            if let Some(read) = evidence::marked_link(&cell.text) {
                let fault = FollowUpFault::LinkInNote { read: read.to_owned(), n_more: 0 };
                faults.warning(At::Cell(log.sheet, row, cell), fault);
            }
        }
    }

    /// The evidence of a row; what should be inside the site is kept with its place.
    fn evidence(&mut self, log: &Log<'s>, row: &Row) -> Vec<String> {
        let mut all = Vec::new();
        let cells = |columns: &[usize]| -> Vec<&Cell> {
            columns.iter().filter_map(|column| row.cell(*column)).collect()
        };
        let others = cells(&log.columns.others());
        let others = others.into_iter().filter(|cell| cell.link.is_some());
        let notes = cells(&log.columns.notes).into_iter().chain(others).map(|cell| (cell, Vec::new()));
        let told =
            cells(&log.columns.evidence).into_iter().map(|cell| (cell, evidence::separated(&cell.text)));
        for (cell, told) in told.chain(notes) {
            let (place, span) = faults::place(At::Cell(log.sheet, row, cell));
            let mut follow = |address: &str| {
                self.links.push(EvidenceLink { address: address.to_owned(), cell: place.clone(), span });
            };
            // A file of one computer is told, and nobody else is shown where it is.
            let link = cell.link.as_deref();
            let own = link.filter(|link| address::on_own_machine(link).is_some());
            own.into_iter().for_each(&mut follow);
            for written in evidence::with_link(told, link.filter(|_| own.is_none()), &cell.text) {
                if let Some(Link::Inside(address)) = evidence::read(&written).link {
                    follow(address);
                }
                all.push(written);
            }
        }
        all
    }

    /// The state of a cell; « — » and « s. o. » leave it as it was.
    fn status(&mut self, log: &Log<'s>, row: &Row, cell: &Cell, faults: &mut Faults<'_>) -> Option<Status> {
        if !self.statuses.contains_key(&cell.text) {
            self.statuses.insert(
                cell.text.clone(),
                status::read(&cell.text, self.context.statuses, self.context.lang),
            );
        }
        let (status, near) = &self.statuses[&cell.text];
        let is_told = near.is_some() || status.is_short_note();
        let meant = meant::of_number(status)
            .or_else(|| is_told.then(|| meant::of(&cell.text, *near, self.context.lang)));
        if let Some((meant, key)) = meant {
            let (read, key) = (cell.text.clone(), key.key());
            let fault = FollowUpFault::UnknownStatus { read, meant, key, n_more: 0 };
            faults.warning(At::Cell(log.sheet, row, cell), fault);
        }
        (status.key != StatusKey::NotStated).then(|| status.clone())
    }
}

/// What a row says of its action.
struct Said {
    status: Option<Status>,
    percent: Option<u8>,
    note: String,
    evidence: Vec<String>,
    /// All of it, to be compared.
    words: String,
}

/// The words a row gives of its action, in a cell of their own or after its number: « 2.1.3 Lancer la
/// navette ».
pub(super) fn title<'r>(
    columns: &Columns,
    row: &'r Row,
    name: &'r str,
) -> Option<(Option<&'r Cell>, &'r str)> {
    let own = columns.titles.iter().find_map(|column| row.cell(*column));
    let after = || Some(numbering::read(name)).filter(|read| !read.prefix.is_empty()).map(|read| read.title);
    own.map(|cell| (Some(cell), cell.text.as_str())).or_else(|| after().map(|title| (None, title)))
}
