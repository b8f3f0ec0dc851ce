//! The status for people: titles, bars and lists, in lines of 80 columns.

use super::look::{Counts, Due, View, When};
use super::width::{clean, columns, fitted, flowed, wrapped};
use super::words as say;
use crate::kind::plan::Orientation;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::StatusKey;
use crate::lang::{self, date_in_words, fold};
use crate::page::progress::sentence;
use crate::words::Words;

/// The width of a terminal nobody has widened.
const WIDTH: usize = 80;

/// The cells of a bar.
const BAR: usize = 10;

/// What stands between two parts of a line.
const GAP: &str = "  ";

/// What bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    Blocks,
    Ascii,
}

/// Tells plans in one language.
pub struct Teller<'a> {
    /// The words of the default theme, so that the terminal counts as the pages do.
    pub words: &'a Words,
    pub drawn: Trait,
}

/// The line of an orientation, before its columns are aligned.
struct Row {
    number: String,
    title: String,
    /// Empty where there is nothing to rate.
    bar: String,
    counts: String,
    late: String,
    soon: String,
}

impl Teller<'_> {
    pub fn tell(&self, views: &[View<'_>]) -> String {
        let lang = self.words.lang;
        if views.is_empty() {
            return format!("{}\n", say::no_plan(lang));
        }
        let plans: Vec<String> = views.iter().map(|view| self.plan(view)).collect();
        let mut told = plans.join("\n");
        if views.iter().any(|view| view.counts.progress.states_something()) {
            let legend: Vec<String> = self
                .traits()
                .iter()
                .zip(say::legend(lang))
                .map(|(cell, words)| format!("{cell} {words}"))
                .collect();
            told.push_str(&format!("\n{}\n", legend.join(GAP)));
        }
        told
    }

    fn plan(&self, view: &View<'_>) -> String {
        let lang = self.words.lang;
        let mut lines: Vec<String> =
            wrapped(&clean(&view.dated.entry.title), WIDTH).iter().map(|line| bold(line)).collect();
        let period = view.plan.period.as_ref().map(|period| clean(&period.text));
        let standing = [say::stage(lang, view.plan.stage).to_owned(), say::as_of(lang, view.dated.reference)];
        lines.extend(flowed(period.into_iter().chain(standing), WIDTH));
        lines.extend(
            view.responsible.iter().flat_map(|names| wrapped(&clean(&say::trusted_to(lang, names)), WIDTH)),
        );
        lines.extend(flowed(self.counts(&view.counts), WIDTH));
        lines.push(String::new());
        lines.extend(self.rows(view));
        let lists =
            [(say::late_title(lang), &view.lists.late), (say::coming_title(lang), &view.lists.coming)];
        for (title, list) in lists {
            lines.extend(list.iter().flat_map(|list| self.list(&title, list)));
        }
        if view.lists.tells_all {
            lines.extend(self.list(say::ALL_TITLE, &view.lists.all));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// « 37 actions : 10 sur 30 réalisées; 6 en continu », « 3 en retard »
    fn counts(&self, counts: &Counts) -> Vec<String> {
        let Counts { progress, n_coming } = counts;
        let total = self.words.count("progress.total", progress.total());
        let sentence = sentence(self.words, progress);
        let lead = match (progress.total(), progress.states_something()) {
            (0, _) => vec![sentence],
            (_, true) => vec![self.words.say("plan.labelled", &[("label", &total), ("title", &sentence)])],
            (_, false) => vec![total, sentence],
        };
        let late = (progress.n_late > 0).then(|| self.words.count("progress.late", progress.n_late));
        let coming = (*n_coming > 0).then(|| say::coming(self.words.lang, *n_coming));
        lead.into_iter().chain(late).chain(coming).collect()
    }

    fn rows(&self, view: &View<'_>) -> Vec<String> {
        let rows: Vec<Row> =
            view.orientations.iter().map(|(orientation, counts)| self.row(orientation, counts)).collect();
        let widest = |part: fn(&Row) -> &String| rows.iter().map(|row| columns(part(row))).max().unwrap_or(0);
        let number = widest(|row| &row.number).min(WIDTH / 4);
        let parts: [fn(&Row) -> &String; 4] =
            [|row| &row.bar, |row| &row.counts, |row| &row.late, |row| &row.soon];
        let parts = parts.map(|part| (part, widest(part)));
        let parts = || parts.iter().filter(|(_, width)| *width > 0);
        let taken: usize = number + GAP.len() + parts().map(|(_, width)| width + GAP.len()).sum::<usize>();
        let title = widest(|row| &row.title).min(WIDTH.saturating_sub(taken).max(WIDTH / 5));
        rows.iter()
            .map(|row| {
                let lead = [fitted(&row.number, number), fitted(&row.title, title)];
                let rest = parts().map(|(part, width)| fitted(part(row), *width));
                let line: Vec<String> = lead.into_iter().chain(rest).collect();
                line.join(GAP).trim_end().to_owned()
            })
            .collect()
    }

    fn row(&self, orientation: &Orientation, counts: &Counts) -> Row {
        let Counts { progress, n_coming } = counts;
        let rated = progress.n_rated();
        let is_rated = progress.states_something() && rated > 0;
        let counted = match is_rated {
            true => {
                let rated = self.words.locale.number(rated);
                self.words.count_with("badge.of", progress.count(StatusKey::Done), &[("total", &rated)])
            }
            false => self.words.count("progress.total", progress.total()),
        };
        let late = match progress.n_late {
            0 => String::new(),
            n => self.words.count("progress.late", n),
        };
        Row {
            number: clean(&orientation.number),
            title: clean(&orientation.title.plain),
            bar: if is_rated { self.bar(progress) } else { String::new() },
            counts: counted,
            late,
            soon: if *n_coming > 0 { say::soon(self.words.lang, *n_coming) } else { String::new() },
        }
    }

    /// The share of rated actions that are done, then that are begun.
    fn bar(&self, progress: &Progress) -> String {
        let rated = progress.n_rated();
        let begun = [StatusKey::Partial, StatusKey::InProgress, StatusKey::Preparing];
        let done = progress.count(StatusKey::Done);
        let begun: usize = begun.into_iter().map(|key| progress.count(key)).sum();
        let (done, after) = (cells(done, rated), cells(done + begun, rated));
        let [full, half, empty] = self.traits();
        [full.repeat(done), half.repeat(after - done), empty.repeat(BAR - after)].concat()
    }

    fn traits(&self) -> [&'static str; 3] {
        match self.drawn {
            Trait::Blocks => ["█", "▒", "░"],
            Trait::Ascii => ["#", "=", "."],
        }
    }

    fn list(&self, title: &str, list: &[Due<'_>]) -> Vec<String> {
        let title = say::counted_title(self.words.lang, title, list.len());
        let width = list.iter().map(|due| columns(&due.action.number)).max().unwrap_or(0).min(WIDTH / 4);
        let mut lines = vec![String::new(), bold(&title)];
        lines.extend(list.iter().flat_map(|due| self.action(due, width)));
        lines
    }

    /// The number and the title, then what is due, what is done and by whom.
    fn action(&self, due: &Due<'_>, number: usize) -> Vec<String> {
        let lang = self.words.lang;
        let action = due.action;
        let responsible = match action.responsible.is_empty() {
            true => say::nobody(lang).to_owned(),
            false => clean(&lang::list(lang, &action.responsible)),
        };
        let title = wrapped(&clean(&action.title.plain), WIDTH - number - GAP.len() - 1);
        let facts = [self.deadline(due), self.state(due), responsible];
        let facts = flowed(facts, WIDTH - number - GAP.len() - 1);
        let blank = " ".repeat(number);
        let lead = std::iter::once(fitted(&clean(&action.number), number));
        lead.chain(std::iter::repeat(blank))
            .zip(title.into_iter().chain(facts))
            .map(|(lead, line)| format!(" {lead}{GAP}{line}"))
            .collect()
    }

    /// The author's words, the day they lead to when they do not name it, and how far that is.
    fn deadline(&self, due: &Due<'_>) -> String {
        let lang = self.words.lang;
        let Some(timeframe) = &due.action.timeframe else { return say::no_deadline(lang).to_owned() };
        let written = clean(&timeframe.text);
        let day = due.deadline.map(|day| date_in_words(lang, day)).filter(|day| fold(day) != fold(&written));
        let distance = match due.when {
            When::Late(days) => Some(say::days_late(lang, days)),
            When::Coming(days) => Some(say::days_left(lang, days)),
            When::Elsewhere => None,
        };
        let aside: Vec<String> = day.into_iter().chain(distance).collect();
        if aside.is_empty() { written } else { format!("{written} ({})", aside.join(", ")) }
    }

    /// The state in our words, or the author's when they are of no known state.
    fn state(&self, due: &Due<'_>) -> String {
        let status = &due.action.status;
        let label = match status.key == StatusKey::Noted && !status.text.is_empty() {
            true => clean(&status.text),
            false => self.words.say(status.key.label_key(), &[]),
        };
        let share = due.action.percent.map(|share| self.words.percent(u32::from(share)));
        [label].into_iter().chain(share).collect::<Vec<String>>().join(" ")
    }
}

/// Cells for a share: none for nothing, all for everything, and neither for anything between.
fn cells(part: usize, whole: usize) -> usize {
    let rounded = (part * BAR + whole / 2) / whole;
    if part == 0 || part == whole { rounded } else { rounded.clamp(1, BAR - 1) }
}

/// Bold where there are colours, plain elsewhere.
fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}
