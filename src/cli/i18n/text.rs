//! The state of translations for people: a line for each document, then each unit that asks for work.

use super::Detail;
use super::look::{OfLanguage, View};
use super::words as say;
use crate::cli::status::width::{clean, columns, fitted, flowed, wrapped};
use crate::lang::Lang;
use crate::translations::compare::{Comparison, Counts, State};
use crate::translations::survey::Translation;
use crate::translations::units::Reading;

/// The width of a terminal nobody has widened.
const WIDTH: usize = 80;

/// What stands between two parts of a line.
const GAP: &str = "  ";

/// The whole answer, with its final line end.
pub fn tell(view: &View<'_>, detail: Detail, lang: Lang) -> String {
    if view.languages.is_empty() {
        return wrapped(&say::one_language(lang, view.first), WIDTH).join("\n") + "\n";
    }
    let told = view.languages.iter().map(|language| of_language(view, language, detail, lang).join("\n"));
    told.collect::<Vec<String>>().join("\n\n") + "\n"
}

fn of_language(view: &View<'_>, of: &OfLanguage<'_>, detail: Detail, lang: Lang) -> Vec<String> {
    let mut lines = vec![bold(&say::language(lang, of.language)), say::summary(lang, of)];
    if !of.translated.is_empty() {
        lines.push(String::new());
        lines.extend(rows(of, lang));
    }
    if detail == Detail::Units {
        for (source, translation) in &of.translated {
            lines.extend(units(source, translation, lang));
        }
    }
    lines.extend(list(&say::alone_title(lang, view.first), of.alone.iter().map(|it| &it.reading)));
    match (detail, of.untranslated.len()) {
        (_, 0) => {}
        (Detail::AllDocuments, _) => {
            lines.extend(list(say::untranslated_title(lang), of.untranslated.iter().copied()));
        }
        (Detail::Documents | Detail::Units, n) => {
            lines.push(String::new());
            lines.extend(wrapped(&say::untranslated(lang, n), WIDTH));
        }
    }
    lines
}

/// The title of a document, then how far its translation is.
fn rows(of: &OfLanguage<'_>, lang: Lang) -> Vec<String> {
    let facts: Vec<(String, Vec<String>)> =
        of.translated.iter().map(|(_, translation)| facts(translation, lang)).collect();
    let widest = facts.iter().map(|(done, _)| columns(done)).max().unwrap_or(0);
    let titles: Vec<String> = of.translated.iter().map(|(source, _)| clean(name(source))).collect();
    let title = titles.iter().map(|title| columns(title)).max().unwrap_or(0).min(WIDTH / 2 - 4);
    let rest = WIDTH - title - widest - 2 * GAP.len();
    let mut lines = Vec::new();
    for (name, (done, parts)) in titles.iter().zip(facts) {
        let mut parts = flowed(parts, rest).into_iter();
        let lead = format!("{}{GAP}{}", fitted(name, title), fitted(&done, widest));
        lines.push(format!("{lead}{GAP}{}", parts.next().unwrap_or_default()).trim_end().to_owned());
        let blank = " ".repeat(columns(&lead) + GAP.len());
        lines.extend(parts.map(|part| format!("{blank}{part}")));
    }
    lines
}

/// « 6 sur 9 à jour », then what asks for work.
fn facts(translation: &Translation, lang: Lang) -> (String, Vec<String>) {
    let counts: Counts = translation.counts();
    let states = [State::Stale, State::Missing, State::Unpaired, State::Unmarked];
    let parts = states.into_iter().filter(|state| counts.count(*state) > 0);
    let mut parts: Vec<String> = parts.map(|state| say::counted(lang, state, counts.count(state))).collect();
    parts.extend(translation.reading.is_draft.then(|| say::draft(lang).to_owned()));
    (say::done(lang, counts), parts)
}

/// Each unit of a translation that is not up to date, under its state.
fn units(source: &Reading, translation: &Translation, lang: Lang) -> Vec<String> {
    let Some(Comparison { units, leftovers, alone }) = &translation.comparison else { return Vec::new() };
    let (from, to) = (source.source.path.as_str(), translation.reading.source.path.as_str());
    let mut lines = vec![String::new(), bold(&clean(name(source))), format!("{from} → {to}")];
    let counts = translation.counts();
    if counts.n_done == counts.total() && leftovers.is_empty() {
        lines.push(format!("{GAP}{}", say::done(lang, counts)));
    }
    for state in [State::Stale, State::Missing, State::Unpaired, State::Unmarked] {
        let in_state: Vec<_> = units.iter().filter(|unit| unit.state == state).collect();
        if in_state.is_empty() {
            continue;
        }
        lines.push(titled(say::state(lang, state), in_state.len()));
        for unit in in_state {
            let original = Some(format!("{from}:{}", unit.line));
            let translated = unit.translated_line.map(|line| format!("{to}:{line}"));
            lines.extend(entry(&unit.key, &unit.words, original.into_iter().chain(translated)));
        }
        if state == State::Unpaired {
            lines.extend(
                wrapped(&say::alone(lang, *alone), WIDTH - 4).iter().map(|line| format!("    {line}")),
            );
        }
    }
    if !leftovers.is_empty() {
        lines.push(titled(say::leftovers_title(lang), leftovers.len()));
        for leftover in leftovers {
            let key = leftover.key.as_deref().unwrap_or("?");
            lines.extend(entry(key, &leftover.words, [format!("{to}:{}", leftover.line)]));
        }
    }
    lines
}

fn titled(title: &str, n: usize) -> String {
    format!("{GAP}{title} ({n})")
}

/// A key and its first words, then where it stands.
fn entry(key: &str, words: &str, places: impl IntoIterator<Item = String>) -> Vec<String> {
    let key = clean(key);
    let words = clean(words);
    let lead = format!("    {key}{GAP}");
    let rest = WIDTH.saturating_sub(columns(&lead)).max(WIDTH / 4);
    let first = format!("{lead}{}", fitted(&words, rest)).trim_end().to_owned();
    let places = flowed(places, WIDTH - 6).into_iter().map(|place| format!("      {place}"));
    std::iter::once(first).chain(places).collect()
}

/// A title, then a document a line.
fn list<'r>(title: &str, readings: impl Iterator<Item = &'r Reading>) -> Vec<String> {
    let mut lines: Vec<String> =
        readings.map(|reading| format!("{GAP}{}", clean(&reading.source.path))).collect();
    if !lines.is_empty() {
        lines.splice(0..0, [String::new(), title.to_owned()]);
    }
    lines
}

/// The title of a document, else its file.
fn name(reading: &Reading) -> &str {
    if reading.title.is_empty() { &reading.source.path } else { &reading.title }
}

/// Bold where there are colours, plain elsewhere.
fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}
