//! A preview built again and again shows, to the byte, what a build from nothing would.
//!
//! A small site that has a little of everything is edited at random. After each round, the files and
//! the problems of a build that remembers the ones before are compared with those of one that does not.

mod chance;
mod edits;
mod site;

use std::collections::BTreeMap;
use std::sync::Arc;

use chance::Chance;
use edits::EDITS;
use jalon::date::Date;
use jalon::pipeline::earlier::Extent;
use jalon::pipeline::memory::Memory;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use site::Texts;

/// A site being edited, and what its preview remembers.
struct Session {
    texts: Texts,
    options: Options,
    /// What the last round was built from: a file that did not change keeps its bytes, as in a preview.
    files: BTreeMap<String, Arc<[u8]>>,
    memory: Memory,
    told: Vec<String>,
}

impl Session {
    fn new() -> Session {
        let build_day = Date::parse("2026-03-01").expect("a day");
        let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
        let (files, memory) = (BTreeMap::new(), Memory::default());
        Session { texts: site::texts(), options, files, memory, told: Vec::new() }
    }

    /// Builds with and without memory.
    fn check(&mut self) {
        let known = std::mem::take(&mut self.files);
        let bytes = |path: &String, text: &String| match known.get(path) {
            Some(bytes) if **bytes == *text.as_bytes() => Arc::clone(bytes),
            Some(_) | None => Arc::from(text.as_bytes()),
        };
        self.files = self.texts.iter().map(|(path, text)| (path.clone(), bytes(path, text))).collect();
        let inputs = Inputs { files: self.files.clone(), options: self.options.clone() };
        let warm = pipeline::run_with(&inputs, &mut self.memory, Extent::Whole);
        let cold = pipeline::run(&inputs);
        if let Some(difference) = difference(&warm, &cold) {
            panic!("{difference}\nafter:\n  {}", self.told.join("\n  "));
        }
    }

    /// Some edits, then a build: most saves are of one file.
    fn round(&mut self, chance: &mut Chance) {
        let n_edits = if chance.one_in(5) { 3 } else { 1 };
        for _ in 0..n_edits {
            let edit = chance.pick(EDITS);
            let told = edit(self, chance);
            self.told.push(told);
        }
        self.check();
    }
}

/// The first thing that is not the same.
fn difference(warm: &Outcome, cold: &Outcome) -> Option<String> {
    for (path, file) in &cold.files {
        match warm.files.get(path) {
            None => return Some(format!("{path} is missing")),
            Some(it) if it.role != file.role => return Some(format!("{path} has another role")),
            Some(it) if it.bytes != file.bytes => {
                let (old, new) = (String::from_utf8_lossy(&it.bytes), String::from_utf8_lossy(&file.bytes));
                let pairs = old.lines().zip(new.lines());
                let line = pairs.enumerate().find(|(_, (old, new))| old != new);
                return Some(format!("{path} differs: {line:?}"));
            }
            Some(_) => {}
        }
    }
    if let Some(path) = warm.files.keys().find(|path| !cold.files.contains_key(*path)) {
        return Some(format!("{path} should be gone"));
    }
    if warm.diagnostics != cold.diagnostics {
        let pairs = warm.diagnostics.iter().zip(&cold.diagnostics);
        let first = pairs.into_iter().find(|(warm, cold)| warm != cold);
        let counts = (warm.diagnostics.len(), cold.diagnostics.len());
        return Some(format!("the problems differ ({counts:?}): {first:#?}"));
    }
    let counts = |outcome: &Outcome| (outcome.n_pages, outcome.n_actions, outcome.base_url.clone());
    if counts(warm) != counts(cold) {
        return Some(format!("the counts differ: {:?}, {:?}", counts(warm), counts(cold)));
    }
    let plans = |outcome: &Outcome| -> Vec<String> {
        outcome.plans.iter().map(|plan| format!("{:?}", (&plan.entry, plan.reference))).collect()
    };
    if plans(warm) != plans(cold) {
        return Some("the plans differ".to_owned());
    }
    (warm.sources != cold.sources).then(|| "the sources differ".to_owned())
}

fn check(seed: u64, n_rounds: usize) {
    let (mut session, mut chance) = (Session::new(), Chance::new(seed));
    session.check();
    for _ in 0..n_rounds {
        session.round(&mut chance);
    }
}

#[test]
fn the_site_has_no_error_before_it_is_edited() {
    let mut session = Session::new();
    session.check();
    let inputs = Inputs { files: session.files, options: session.options };
    let outcome = pipeline::run(&inputs);
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|it| it.problem.code()).collect();
    assert_eq!(codes, ["not-in-default-language", "word-processor-file", "numbers-by-position"]);
}

#[test]
fn every_kind_of_edit_is_followed() {
    for (at, edit) in EDITS.iter().enumerate() {
        let (mut session, mut chance) = (Session::new(), Chance::new(at as u64));
        session.check();
        for _ in 0..2 {
            let told = edit(&mut session, &mut chance);
            session.told.push(told);
            session.check();
        }
    }
}

#[test]
fn random_edits_are_followed() {
    check(1, 60);
}

#[test]
fn other_random_edits_are_followed() {
    check(2, 60);
}

/// What settings and `leads_to` say of a plan is told of other files than the plan.
#[test]
fn a_link_of_another_file_into_a_plan_is_followed() {
    let mut session = Session::new();
    let plan = "content/plans/2026/index.md";
    let synthesis = "content/ateliers/2025-11-08-au-bord.md";
    let replace = |session: &mut Session, path: &str, old: &str, new: &str| {
        let text = session.texts.get_mut(path).expect("a file of the site");
        assert!(text.contains(old), "{old} in {path}");
        *text = text.replacen(old, new, 1);
        session.told.push(format!("{old} is {new} in {path}"));
        session.check();
    };
    session.check();
    replace(&mut session, plan, "\n## ", "\n## Contexte\n\nUn texte.\n\n## ");
    let menu = "\n[[menu]]\ntitle = \"Contexte\"\nurl = \"@/plans/2026/index.md#contexte\"\n";
    session.texts.get_mut("jalon.toml").expect("settings").push_str(menu);
    session.check();
    replace(&mut session, synthesis, "index.md\"]", "index.md#contexte\"]");
    replace(&mut session, plan, "## Contexte", "## Situation");
    replace(&mut session, plan, "Un texte", "Un autre texte");
    replace(&mut session, plan, "## Situation", "## Contexte");
}

#[test]
fn two_sections_at_one_address_are_not_taken_for_each_other() {
    check(107, 60);
}

/// `cargo test --release --test incremental -- --ignored`, a few minutes.
#[test]
#[ignore = "long"]
fn thousands_of_random_edits_are_followed() {
    for seed in 100..120 {
        check(seed, 200);
    }
}
