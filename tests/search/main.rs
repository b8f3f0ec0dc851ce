//! The search of visitors: which words find what, as the script of the page looks them up.

mod found;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use serde_json::Value;

/// A site of a few documents, by path below `content/`.
pub fn build(settings: &str, documents: &[(&str, &str)]) -> Outcome {
    let config = format!("title = \"Table\"\nbase_url = \"https://example.org/\"\n{settings}");
    let mut files: BTreeMap<String, Arc<[u8]>> =
        BTreeMap::from([("jalon.toml".to_owned(), Arc::from(config.as_bytes()))]);
    for (path, text) in documents {
        files.insert(format!("content/{path}"), Arc::from(text.as_bytes()));
    }
    let build_day = Date::new(2026, 3, 27).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

/// A published file.
pub fn text<'o>(outcome: &'o Outcome, path: &str) -> &'o str {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", outcome.files.keys()));
    std::str::from_utf8(&file.bytes).expect("a text")
}

/// An index, read as the script of the page reads it.
pub struct Search<'o> {
    outcome: &'o Outcome,
    folder: String,
    top: Value,
}

/// The numbers of a text: digits in base 32, the last one of each from another alphabet.
fn numbers(text: &str) -> Vec<usize> {
    let (mut numbers, mut n) = (Vec::new(), 0);
    for byte in text.bytes().map(usize::from) {
        n = n * 32 + byte - if byte < 93 { 58 } else { 93 };
        if byte >= 93 {
            numbers.push(std::mem::take(&mut n));
        }
    }
    numbers
}

impl<'o> Search<'o> {
    /// The search whose page stands in a folder.
    pub fn of(outcome: &'o Outcome, page: &str) -> Search<'o> {
        let mut search = Search { outcome, folder: format!("{page}index/"), top: Value::Null };
        search.top = search.load("index");
        search
    }

    fn load(&self, name: &str) -> Value {
        let script = text(self.outcome, &format!("{}{name}.js", self.folder));
        let value =
            script.strip_prefix(&format!("jalonSearch(\"{name}\",")).expect("a script that hands over");
        serde_json::from_str(value.strip_suffix(")\n").expect("one value")).expect("a value")
    }

    fn shown(&self, at: usize) -> Value {
        let step = usize::try_from(self.top["step"].as_u64().expect("a number")).expect("small");
        self.load(&format!("d{}", at / step))[at % step].clone()
    }

    /// The value of a column for a result.
    fn column(&self, name: &str, at: usize) -> usize {
        let runs = numbers(self.top[name].as_str().expect("a column"));
        let values = runs.chunks(2).flat_map(|run| std::iter::repeat_n(run[0], run[1]));
        values.into_iter().nth(at).expect("a value for each result")
    }

    fn kind(&self, at: usize) -> String {
        let kinds = self.top["kinds"].as_array().expect("a list").iter();
        let mut kinds = kinds.flat_map(|kind| {
            let n = usize::try_from(kind[1].as_u64().expect("a number")).expect("small");
            std::iter::repeat_n(kind[0].as_str().expect("a name"), n)
        });
        kinds.nth(at).expect("each result has a kind").to_owned()
    }

    /// The places of the results that have a word, one of its stem or one that starts with it, each
    /// with its rank.
    fn places(&self, word: &str) -> BTreeSet<(usize, usize)> {
        let n_shelves = self.top["words"].as_array().expect("a list").len();
        let lines: Vec<String> = (0..n_shelves)
            .flat_map(|n| {
                let shelf = self.load(&format!("w{n}"));
                shelf.as_str().expect("lines").lines().map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        let groups = lines.iter().filter_map(|line| line.split_once('!'));
        let is_meant = |form: &str| form == word || (word.len() > 2 && form.starts_with(word));
        let groups = groups.filter(|(forms, _)| forms.split(' ').any(is_meant));
        groups
            .flat_map(|(_, uses)| {
                let mut next = 0;
                numbers(uses).into_iter().map(move |n| {
                    let at = next + n / 3;
                    next = at + 1;
                    (at, n % 3)
                })
            })
            .collect()
    }

    /// What a word finds, a line a result: its kind, its title, its address, and where the word stands.
    pub fn find(&self, word: &str) -> String {
        let ranks = ["text", "heading", "title"];
        let lines = self.places(word).into_iter().map(|(at, rank)| {
            let shown = self.shown(at);
            let text = |n: usize| shown[n].as_str().expect("a text");
            format!("{}: {} ({}) {}", self.kind(at), text(0), text(1), ranks[rank])
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What is shown of the one result a word finds: context, when, text, lateness, state and years.
    pub fn show(&self, word: &str) -> String {
        let places: Vec<usize> = self.places(word).into_iter().map(|(at, _)| at).collect();
        let [at] = places[..] else { panic!("{word} finds {} results", places.len()) };
        let shown = self.shown(at);
        let state = match self.column("state", at) {
            0 => "",
            n => self.top["states"][n - 1].as_str().expect("a key"),
        };
        let late = if shown[5] == 1 { "late" } else { "" };
        let years = format!("{}-{}", self.column("first", at), self.column("last", at));
        let place = |name: &str| match self.column(name, at) {
            0 => String::new(),
            n => self.shown(n - 1)[0].as_str().expect("a title").to_owned(),
        };
        let text = |n: usize| shown[n].as_str().expect("a text").to_owned();
        [
            text(2),
            text(3),
            text(4),
            late.to_owned(),
            state.to_owned(),
            text(6),
            years,
            place("plan"),
            place("part"),
        ]
        .join(" | ")
    }
}
