//! The words that a promise comes from, as data.

use serde::Serialize;

use crate::config::Config;
use crate::date::Date;
use crate::front_matter::WrittenKind;
use crate::markdown;
use crate::site::{Entry, Site};

/// Words that a promise comes from, or that speak of it; the order of the fields is that of the file.
#[derive(Serialize)]
pub struct OriginData<'a> {
    title: &'a str,
    /// The language of the title and of the words, when it is not that of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    url: String,
    words: &'a str,
    kind: &'static str,
    date: Option<Date>,
    source: bool,
}

/// The origins of an element of a plan and who speaks of it, workshops first.
pub fn of<'a>(config: &Config, site: &'a Site, plan: &Entry, id: &str) -> Vec<OriginData<'a>> {
    let origins = site.origins_of(plan, id).iter().map(|origin| {
        let entry = site.entry(origin.entry);
        let anchor =
            origin.anchor.as_ref().map(|id| format!("#{}", markdown::encoded(id))).unwrap_or_default();
        let language = entry.foreign().unwrap_or_else(|| entry.written_in());
        OriginData {
            title: &entry.title,
            lang: (language != plan.language).then_some(language),
            url: format!("{}{anchor}", super::url(config, &entry.address)),
            words: &origin.words,
            kind: kind(origin.kind),
            date: entry.date,
            source: origin.is_source(),
        }
    });
    origins.collect()
}

fn kind(kind: WrittenKind) -> &'static str {
    match kind {
        WrittenKind::Synthesis => "synthesis",
        WrittenKind::Mission => "mission",
        WrittenKind::Plan => "plan",
        WrittenKind::News => "news",
        WrittenKind::Page => "page",
    }
}
