//! A plan with a log, made for the tests.

use std::sync::Arc;

use jalon::config::{self, Config};
use jalon::date::Date;
use jalon::export::{self, Subject};
use jalon::kind::plan::follow_up::Entry;
use jalon::kind::plan::status::{self, AddedWords};
use jalon::kind::plan::{ObjectivePart, OrientationPart, PlanPart};
use jalon::kind::{self, Body, Document};
use jalon::lang::Lang;
use jalon::site::{self, Parts, Site};
use jalon::source::Source;
use jalon::theme::Theme;

/// The settings of a site published at an address.
pub const SETTINGS: &str = "title = \"Réseau & cie\"\nbase_url = \"https://exemple.org/asso/\"\n";

/// A plan of three actions, one of which has hostile words.
pub const PLAN: &str = "\
+++
kind = \"plan\"
title = \"Plan, 2025; \\\"A\\\" & <B>\\nsuite\"
updated = 2026-01-15
[plan]
period = \"juillet 2025 à juin 2026\"
+++
## Orientation 2 : Rencontrer

### 2.1 Aller au-devant

| Action | Échéancier | État | Indicateur |
|---|---|---|---|
| Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler | Automne 2025 | En cours | =1+1 |
| =HYPERLINK(\"x\"), ou presque; *enfin* | D’ici mars 2026 | | |
| Tenir le café | En continu | En continu | |
| Fêter | Juin 2026 | Réalisée | |
";

/// A document read, its log laid over it: (number of the action, date, state, percent, note, evidence).
pub type Noted<'a> = (&'a str, &'a str, &'a str, Option<u8>, &'a str, &'a [&'a str]);

pub const LOG: &[Noted<'_>] = &[
    ("2.1.1", "2025-10-01", "En cours", Some(20), "Deux visites", &["https://exemple.org/a?b=1&c=2"]),
    ("2.1.1", "2026-01-10", "", Some(40), "Quatre visites;\n« bientôt » la cinquième", &[]),
    ("2.1.1", "2026-01-10", "6 municipalités visitées", None, "", &["Procès-verbal", "photo.jpg"]),
    ("2.1.4", "2025-12-01", "Réalisée", None, "=SUM(A1)", &[]),
];

pub fn document(text: &str, log: &[Noted<'_>], config: &Config) -> Document {
    let source = Source::new("content/plans/essai/index.md", text);
    let mut document = kind::read(&source, "fr", config).value;
    let Body::Plan(plan) = &mut document.body else { panic!("not a plan") };
    for orientation in plan.parts.iter_mut().filter_map(|part| match part {
        PlanPart::Orientation(orientation) => Some(orientation),
        PlanPart::Text(_) => None,
    }) {
        for objective in orientation.parts.iter_mut().filter_map(|part| match part {
            OrientationPart::Objective(objective) => Some(objective),
            OrientationPart::Text(_) => None,
        }) {
            for action in objective.parts.iter_mut().filter_map(|part| match part {
                ObjectivePart::Action(action) => Some(action),
                ObjectivePart::Text(_) => None,
            }) {
                action.history = log.iter().filter(|noted| noted.0 == action.number).map(entry).collect();
            }
        }
    }
    document
}

fn entry(noted: &Noted<'_>) -> Entry {
    let (_, date, state, percent, note, evidence) = *noted;
    Entry {
        date: Date::parse(date).unwrap(),
        status: (!state.is_empty()).then(|| status::read(state, &AddedWords::new(), Lang::Fr).0),
        percent,
        note: note.to_owned(),
        evidence: evidence.iter().map(|&it| it.to_owned()).collect(),
    }
}

/// The files of a plan, by name.
pub fn files(settings: &str, text: &str, log: &[Noted<'_>]) -> Vec<(&'static str, Vec<u8>)> {
    let config = config::read(&Source::new("jalon.toml", settings)).value;
    let site = linked(&config, document(text, log, &config));
    let words = Theme::new(Vec::new()).value.words(&config.language("fr").tag);
    let entry = site.entries().iter().find(|entry| entry.plan().is_some()).unwrap();
    let plan = entry.plan().unwrap();
    let reference = Date::new(2026, 1, 15).unwrap();
    let subject = Subject { config: &config, site: &site, words: &words, entry, plan, reference };
    let formats = export::formats(&config, plan);
    formats.map(|format| (format.file, format.write(&subject).unwrap())).collect()
}

/// One file of the plan with hostile words and its log.
pub fn file(name: &str) -> Vec<u8> {
    let files = files(SETTINGS, PLAN, LOG);
    files.into_iter().find(|(file, _)| *file == name).unwrap().1
}

fn linked(config: &Config, document: Document) -> Site {
    let theme = Theme::new(Vec::new()).value;
    let words = config.languages.iter().map(|it| (it.code.clone(), theme.words(&it.tag))).collect();
    let parts = Parts {
        config,
        words: &words,
        documents: vec![Arc::new(document)],
        drafts: Vec::new(),
        files_of_drafts: Vec::new(),
        files: Vec::new(),
        reserved: Vec::new(),
        plan_files: export::files,
        synthesis_files: export::synthesis::files,
    };
    site::link(parts).value
}
