//! `[mission]` in the header of a mission statement.

use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::mission::MissionProblem;
use crate::record::keys::{Holds, Key, key};
use crate::record::{Fields, Record};

/// The keys of `[mission]`.
pub const KEYS: &[Key] = &[
    key("adopted", Holds::Date, "le jour de l’adoption", "the day it was adopted"),
    key("adopted_by", Holds::FilledText, "qui l’a adoptée", "who adopted it"),
    key("source", Holds::FilledText, "qui répond du texte", "who answers for the text"),
    key(
        "contact",
        Holds::FilledText,
        "l’adresse de courriel où en écrire",
        "the e-mail address to write to about it",
    ),
];

/// What a mission statement says of itself before its body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub adopted: Option<Date>,
    pub adopted_by: Option<String>,
    pub source: Option<String>,
    /// An e-mail address.
    pub contact: Option<String>,
}

/// Reads `[mission]`; an absent table says nothing.
pub fn read(record: Option<&Record>, problems: &mut Problems) -> Settings {
    let Some(record) = record else { return Settings::default() };
    let mut fields = Fields::of(record, KEYS);
    let adopted = fields.date("adopted", problems);
    let adopted_by = fields.filled_text("adopted_by", problems).map(|text| text.value);
    let source = fields.filled_text("source", problems).map(|text| text.value);
    let contact = fields.filled_text("contact", problems).and_then(|contact| {
        let is_email = is_email(&contact.value);
        if !is_email {
            problems.error(MissionProblem::NotAnEmail { read: contact.value.clone() }, contact.span);
        }
        is_email.then_some(contact.value)
    });
    fields.finish(problems);
    Settings { adopted, adopted_by, source, contact }
}

/// Whether a text is one e-mail address.
pub fn is_email(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "+-_.".contains(c));
    text.split_once('@').is_some_and(|(name, domain)| {
        is_part(name)
            && is_part(domain)
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
    })
}
