//! Keys that are known, under the title of another table: in TOML, a title takes every line below it.

use super::keys::{Holds, Key};
use super::{Data, Entry, Record, Value};
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::diagnostic::record::misplaced::{Home, Misplaced, Title};
use crate::lang::fold;

/// A table, and the keys it may hold.
#[derive(Debug, Clone)]
pub struct Level {
    pub title: Title,
    pub keys: Vec<&'static [Key]>,
}

/// Takes out of a table the keys that go elsewhere in the file, each told: what remains is read as if they had
/// never been there. The last of the levels is the table itself, after those it stands in.
///
/// A table whose keys are the author’s own words may need a known one as a word: it is left there between
/// quotation marks, and when its value could be nothing but that of a word.
pub fn settle(record: &mut Record, levels: &mut Vec<Level>, problems: &mut Problems) {
    let mut told = Vec::new();
    for entry in &mut record.entries {
        let own = levels.last().and_then(|level| find(&level.keys, &entry.key));
        if let Some(key) = own {
            below(&key.holds, entry, levels, problems);
        } else if let Some(home) = home(entry, levels) {
            told.push(entry.key.clone());
            tell(entry, (levels, home), Words::Known, problems);
        }
    }
    record.entries.retain(|entry| !told.contains(&entry.key));
}

/// Tells the keys of a header or of the settings that stand in `[extra]`, where only templates read them.
pub fn tell_extra(record: &Record, keys: &[&'static [Key]], problems: &mut Problems) {
    let Some(extra) = record.entries.iter().find(|entry| entry.key == "extra") else { return };
    let Data::Record(inside) = &extra.value.data else { return };
    let is_above = |key: &str| record.entries.iter().any(|entry| entry.key == key);
    // A table of the author's own, « [extra.tags] », could not be that key.
    let is_value = |entry: &&Entry| !matches!(entry.value.data, Data::Record(_));
    let misplaced = inside
        .entries
        .iter()
        .filter(is_value)
        .filter(|entry| is_bare(entry) && find(keys, &entry.key).is_some());
    for entry in misplaced.filter(|entry| !is_above(&entry.key)) {
        let problem = RecordProblem::KeyInExtra { key: entry.key.clone(), notation: inside.notation };
        problems.warning(problem, entry.key_span);
    }
}

/// Whose words the keys of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Known,
    Own,
}

/// The tables that a key of this form holds.
fn below(holds: &'static Holds, entry: &mut Entry, levels: &mut Vec<Level>, problems: &mut Problems) {
    let Some(above) = levels.last().map(|level| &level.title) else { return };
    match (holds, &mut entry.value.data) {
        (Holds::Table(keys), Data::Record(record)) => {
            levels.push(Level { title: above.table(&entry.key), keys: vec![*keys] });
            settle(record, levels, problems);
            levels.pop();
        }
        (Holds::Tables(keys), Data::List(items)) => {
            levels.push(Level { title: above.series(&entry.key), keys: vec![*keys] });
            for item in items {
                if let Data::Record(record) = &mut item.data {
                    settle(record, levels, problems);
                }
            }
            levels.pop();
        }
        (Holds::Named(of), Data::Record(record)) => {
            levels.push(Level { title: above.table(&entry.key), keys: Vec::new() });
            own_words(record, of, levels, problems);
            levels.pop();
        }
        (Holds::Either(forms), _) => forms.iter().for_each(|form| below(form, entry, levels, problems)),
        (
            Holds::Text
            | Holds::FilledText
            | Holds::Integer
            | Holds::Within(..)
            | Holds::Count
            | Holds::Boolean
            | Holds::Date
            | Holds::Texts
            | Holds::Word(_)
            | Holds::Words(_)
            | Holds::Table(_)
            | Holds::Tables(_)
            | Holds::Named(_)
            | Holds::AnyTable
            | Holds::KindTable,
            _,
        ) => {}
    }
}

/// A table whose keys are the author’s own words.
fn own_words(record: &mut Record, of: &'static Holds, levels: &mut Vec<Level>, problems: &mut Problems) {
    let mut told = Vec::new();
    for entry in &mut record.entries {
        let may_be_known = is_bare(entry) && !is_meant(of, &entry.value);
        match may_be_known.then(|| home(entry, levels)).flatten() {
            Some(home) => {
                told.push(entry.key.clone());
                tell(entry, (levels, home), Words::Own, problems);
            }
            None => below(of, entry, levels, problems),
        }
    }
    record.entries.retain(|entry| !told.contains(&entry.key));
}

fn tell(entry: &Entry, (levels, home): (&[Level], Home), words: Words, problems: &mut Problems) {
    let Some(Level { title: under, .. }) = levels.last() else { return };
    let misplaced =
        Misplaced { key: entry.key.clone(), under: under.clone(), home, may_be_own: words == Words::Own };
    problems.error(RecordProblem::Misplaced(misplaced), entry.key_span);
}

/// Where a key that its table does not know goes: in a table around it, else in the only other one that has it.
fn home(entry: &Entry, levels: &[Level]) -> Option<Home> {
    around(entry, levels).or_else(|| {
        let mut found = Vec::new();
        for level in levels {
            search(&level.keys, &level.title, entry, &mut found);
        }
        found.dedup();
        let [title] = &found[..] else { return None };
        Some(Home::Elsewhere(title.clone()))
    })
}

/// The nearest table around that has a key.
fn around(entry: &Entry, levels: &[Level]) -> Option<Home> {
    let (_, around) = levels.split_last()?;
    let level = around.iter().rev().find(|level| find(&level.keys, &entry.key).is_some())?;
    Some(Home::Around(level.title.clone()))
}

/// The titles of the tables with a name that have a key, below the one with these keys. A table of the author’s
/// own words has the key when its value is one of those that such words stand for.
fn search(keys: &[&'static [Key]], above: &Title, entry: &Entry, found: &mut Vec<Title>) {
    for key in keys.iter().copied().flatten() {
        search_form(&key.holds, key.name, above, entry, found);
    }
}

fn search_form(holds: &'static Holds, name: &str, above: &Title, entry: &Entry, found: &mut Vec<Title>) {
    match holds {
        Holds::Table(keys) | Holds::Tables(keys) => {
            let is_series = matches!(holds, Holds::Tables(_));
            let title = if is_series { above.series(name) } else { above.table(name) };
            if find(&[keys], &entry.key).is_some() {
                found.push(title.clone());
            }
            search(&[keys], &title, entry, found);
        }
        Holds::Named(of) if is_meant(of, &entry.value) => found.push(above.table(name)),
        Holds::Either(forms) => {
            forms.iter().for_each(|form| search_form(form, name, above, entry, found));
        }
        Holds::Text
        | Holds::FilledText
        | Holds::Integer
        | Holds::Within(..)
        | Holds::Count
        | Holds::Boolean
        | Holds::Date
        | Holds::Texts
        | Holds::Word(_)
        | Holds::Words(_)
        | Holds::Named(_)
        | Holds::AnyTable
        | Holds::KindTable => {}
    }
}

fn find(keys: &[&'static [Key]], name: &str) -> Option<&'static Key> {
    keys.iter().copied().flatten().find(|key| key.name == name)
}

/// Whether a key stands as it is, and not between quotation marks, which say that it is a word.
fn is_bare(entry: &Entry) -> bool {
    entry.key_span.end - entry.key_span.start == entry.key.len()
}

/// Whether a value can only be that of one of the author’s words: the key of a status, a table of its own.
fn is_meant(of: &Holds, value: &Value) -> bool {
    match (of, &value.data) {
        (Holds::Word(words), Data::Text(text)) => words.iter().any(|word| fold(word) == fold(text)),
        (Holds::Table(_), Data::Record(_)) => true,
        (Holds::Either(forms), _) => forms.iter().any(|form| is_meant(form, value)),
        (
            Holds::Text
            | Holds::FilledText
            | Holds::Integer
            | Holds::Within(..)
            | Holds::Count
            | Holds::Boolean
            | Holds::Date
            | Holds::Texts
            | Holds::Word(_)
            | Holds::Words(_)
            | Holds::Table(_)
            | Holds::Tables(_)
            | Holds::Named(_)
            | Holds::AnyTable
            | Holds::KindTable,
            _,
        ) => false,
    }
}
