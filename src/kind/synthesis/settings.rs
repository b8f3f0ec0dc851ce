//! `[synthesis]` in the header of a synthesis.

use std::collections::BTreeMap;

use super::names::Hiding;
use super::{Form, Names, Speaker, Synthesis};
use crate::config::plans::Person;
use crate::diagnostic::Problems;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::front_matter::Header;
use crate::lang::Lang;
use crate::record::keys::{Holds, Key, key, words};
use crate::record::{Fields, Record, Spanned};

/// What a synthesis says of itself before its body. Names are still in it.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub event: Option<String>,
    pub place: Option<String>,
    pub facilitators: Vec<String>,
    pub participants: Option<u32>,
    pub speakers: Vec<String>,
    pub leads_to: Vec<Spanned<String>>,
    pub form: Form,
    /// The names to take out, when names are hidden.
    pub hiding: Option<Hiding>,
}

#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Shown,
    Hidden,
}

const NAMES: [(&str, Choice); 2] = [("hidden", Choice::Hidden), ("shown", Choice::Shown)];

const FORMS: [(&str, Form); 2] = [("workshop", Form::Workshop), ("talk", Form::Talk)];

/// The keys of `[synthesis]`.
pub const KEYS: &[Key] = &[
    key(
        "event",
        Holds::FilledText,
        "la rencontre\u{a0}: `Atelier du printemps 2025`",
        "the workshop: `Spring workshop 2025`",
    ),
    key("place", Holds::FilledText, "où elle a eu lieu", "where it took place"),
    key(
        "facilitator",
        Holds::Texts,
        "qui l’a animée, une personne ou plusieurs",
        "who led it, one or several",
    ),
    key("participants", Holds::Count, "combien de personnes y étaient", "how many people took part"),
    key(
        "speakers",
        Holds::Texts,
        "qui y a parlé\u{a0}: nom, rôle, organisme",
        "who spoke: name, role, organization",
    ),
    key(
        "leads_to",
        Holds::Texts,
        "les documents où elle a mené\u{a0}: `@/plans/2025-2026/index.md`",
        "the documents it led to: `@/plans/2025-2026/index.md`",
    ),
    key(
        "form",
        Holds::Word(&words(&FORMS)),
        "`workshop` (par défaut), ou `talk` quand les listes sont celles d’une conférence",
        "`workshop` (the default), or `talk` when its lists are those of a speaker",
    ),
    key(
        "names",
        Holds::Word(&words(&NAMES)),
        "`hidden` retire les noms de personnes; `shown` (par défaut) les laisse",
        "`hidden` takes personal names out; `shown` (the default) leaves them",
    ),
    key(
        "people",
        Holds::Texts,
        "les noms à retirer, comme le document les écrit",
        "the names to take out, as written in the document",
    ),
];

/// Reads `[synthesis]`; an absent table is a synthesis that says nothing of itself.
pub fn read(
    record: Option<&Record>,
    lang: Lang,
    people: &BTreeMap<String, Person>,
    problems: &mut Problems,
) -> Settings {
    let empty = Record::default();
    let mut fields = Fields::of(record.unwrap_or(&empty), KEYS);
    let event = fields.filled_text("event", problems).map(|event| event.value);
    let place = fields.filled_text("place", problems).map(|place| place.value);
    let facilitators = fields.texts("facilitator", problems).unwrap_or_default();
    let participants = fields.count("participants", problems).and_then(|count| u32::try_from(count).ok());
    let speakers = fields.texts("speakers", problems).unwrap_or_default();
    let leads_to = fields.spanned_texts("leads_to", problems).unwrap_or_default();
    let form = fields.choice("form", &FORMS, problems).unwrap_or_default();
    let choice = fields.choice("names", &NAMES, problems);
    let names = choice.unwrap_or(Choice::Shown);
    let listed = fields.spanned_texts("people", problems).unwrap_or_default();
    let place_of = |fields: &mut Fields<'_>, key| fields.entry(key).map(|entry| entry.value.span);
    let hiding = match names {
        Choice::Hidden => {
            let span = place_of(&mut fields, "names").unwrap_or_default();
            let declared = facilitators.iter().chain(&speakers).map(String::as_str).collect();
            Some(Hiding::new(Some(span), listed, declared, people.values(), lang))
        }
        Choice::Shown => {
            // A word that is neither has been told already, and nothing is published with it.
            let is_told = choice.is_none() && place_of(&mut fields, "names").is_some();
            if let Some(span) = place_of(&mut fields, "people").filter(|_| !listed.is_empty() && !is_told) {
                problems.warning(SynthesisProblem::PeopleShown, span);
            }
            None
        }
    };
    fields.finish(problems);
    Settings { event, place, facilitators, participants, speakers, leads_to, form, hiding }
}

impl Settings {
    /// Takes out names that the source of a translation hides, whatever the translation asks.
    pub fn hide_also(&mut self, names: &[String], lang: Lang) {
        if !names.is_empty() {
            self.hiding.get_or_insert_with(|| Hiding::of_source(lang)).also(names);
        }
    }

    /// A synthesis without its text; names are out of it when they are hidden.
    pub fn published(self, path: &str, header: &Header, problems: &mut Problems) -> Synthesis {
        let Settings { event, place, facilitators, participants, speakers, leads_to, form, hiding } = self;
        let said = Synthesis { participants, leads_to, form, ..Synthesis::default() };
        let Some(mut hiding) = hiding else {
            let facilitator = joined(facilitators);
            let speakers = speakers.iter().map(|words| speaker(words)).collect();
            return Synthesis { event, place, facilitator, speakers, ..said };
        };
        let event = event.map(|event| hiding.text(&event));
        let place = place.map(|place| hiding.text(&place));
        let facilitators: Vec<String> =
            facilitators.iter().filter_map(|words| hiding.details(words)).collect();
        let speakers = speakers
            .iter()
            .map(|words| Speaker { name: None, details: hiding.details(words).unwrap_or_default() })
            .collect();
        let names = Names::Hidden { n_hidden: hiding.finish(path, header, problems) };
        Synthesis { event, place, facilitator: joined(facilitators), speakers, names, ..said }
    }
}

fn joined(facilitators: Vec<String>) -> Option<String> {
    (!facilitators.is_empty()).then(|| facilitators.join("; "))
}

/// Who spoke: the name stands before the first comma.
fn speaker(words: &str) -> Speaker {
    let (name, details) = words.split_once(',').unwrap_or((words, ""));
    Speaker { name: Some(name.trim().to_owned()), details: details.trim().to_owned() }
}
