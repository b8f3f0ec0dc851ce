//! The state of translations for programs: one JSON object, schema `jalon/i18n/1`.
//!
//! ```text
//! schema     « jalon/i18n/1 »
//! problems   errors: how many the files and their headers have
//! language   the code of the language of the originals
//! languages  one for each other language in question:
//!   code
//!   documents  how many are translated and counted
//!   drafts     how many are drafts, and not counted (none with --drafts)
//!   counts     units of those: total, done, unmarked, stale, missing, unpaired
//!   percent    the share of units that are done, rounded down; null when nothing is translated
//! documents  one for each document in question, by path:
//!   source        path, title; null for a document without original
//!   kind          plan, synthesis, mission, news or page
//!   untranslated  codes of the languages it has no translation in
//!   translations  one for each language it is translated in:
//!     language, path, draft, counts, percent
//!     alone       headings that nothing pairs: source, translation; both 0 when all are paired
//!     units       key, part (title, description, orientation, objective, action, fields, section, text),
//!                 state (done, unmarked, stale, missing, unpaired), words, fingerprint, recorded
//!                 (null when it never was), source and translation (path, line; null without)
//!     leftovers   what has no original: key (or null), words, line in the translation
//! ```

use serde_json::{Value, json};

use super::look::{Chosen, OfLanguage, View};
use crate::translations::compare::{Compared, Counts, State};
use crate::translations::survey::Translation;
use crate::translations::units::{Part, Reading};

/// The whole answer, with its final line end.
pub fn json(view: &View<'_>, n_errors: usize) -> String {
    let View { first, languages, documents } = view;
    let answer = json!({
        "schema": "jalon/i18n/1",
        "problems": { "errors": n_errors },
        "language": first,
        "languages": languages.iter().map(language).collect::<Vec<Value>>(),
        "documents": documents.iter().map(|chosen| document(chosen, languages)).collect::<Vec<Value>>(),
    });
    format!("{answer:#}\n")
}

fn language(of_language: &OfLanguage<'_>) -> Value {
    json!({
        "code": of_language.language.code,
        "documents": of_language.n_counted,
        "drafts": of_language.translated.len() - of_language.n_counted,
        "counts": counts(of_language.counts),
        "percent": of_language.counts.percent_done(),
    })
}

fn counts(counts: Counts) -> Value {
    let mut said = json!({ "total": counts.total() });
    for state in State::ALL {
        said[state.key()] = counts.count(state).into();
    }
    said
}

fn document(chosen: &Chosen<'_>, languages: &[OfLanguage<'_>]) -> Value {
    let source = chosen.followed.source.as_ref();
    let codes = languages.iter().map(|it| it.language.code.as_str());
    let translations: Vec<&Translation> = codes.clone().filter_map(|code| chosen.translation(code)).collect();
    let untranslated: Vec<&str> = codes.filter(|code| chosen.translation(code).is_none()).collect();
    let any = source.or(translations.first().map(|translation| &translation.reading));
    json!({
        "source": source.map(|source| json!({ "path": source.source.path, "title": source.title })),
        "kind": any.map(|reading| reading.kind.key()),
        "untranslated": untranslated,
        "translations": translations.iter().map(|it| translation(source, it)).collect::<Vec<Value>>(),
    })
}

fn translation(source: Option<&Reading>, translation: &Translation) -> Value {
    let path = translation.reading.source.path.as_str();
    let of_translation = translation.counts();
    let comparison = translation.comparison.as_ref();
    let units = comparison.iter().flat_map(|it| &it.units).map(|it| unit(source, path, it));
    let leftovers = comparison.iter().flat_map(|it| &it.leftovers);
    let leftovers = leftovers.map(|it| json!({ "key": it.key, "words": it.words, "line": it.line }));
    json!({
        "language": translation.language,
        "path": path,
        "draft": translation.reading.is_draft,
        "counts": counts(of_translation),
        "percent": of_translation.percent_done(),
        "alone": {
            "source": comparison.map_or(0, |it| it.alone.n_source),
            "translation": comparison.map_or(0, |it| it.alone.n_translation),
        },
        "units": units.collect::<Vec<Value>>(),
        "leftovers": leftovers.collect::<Vec<Value>>(),
    })
}

fn unit(source: Option<&Reading>, path: &str, unit: &Compared) -> Value {
    json!({
        "key": unit.key,
        "part": part(unit.part),
        "state": unit.state.key(),
        "words": unit.words,
        "fingerprint": unit.fingerprint,
        "recorded": unit.recorded,
        "source": source.map(|source| json!({ "path": source.source.path, "line": unit.line })),
        "translation": unit.translated_line.map(|line| json!({ "path": path, "line": line })),
    })
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Title => "title",
        Part::Description => "description",
        Part::Orientation => "orientation",
        Part::Objective => "objective",
        Part::Action => "action",
        Part::Fields => "fields",
        Part::Section => "section",
        Part::Text => "text",
    }
}
