//! What pages are dressed with: the theme of a site, and the words of each of its languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Inputs, theme_layers, theme_names};
use crate::config::{CONFIG, Config};
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang;
use crate::record::{Record, Spanned};
use crate::theme::{Layer, SharedSite, SharedWords, Theme};
use crate::words::Words;

/// A theme and its words, with all that they were made from.
pub struct Dress {
    pub theme: Theme,
    /// By language code.
    pub words: BTreeMap<String, Words>,
    /// The same, as templates read them.
    pub shared: BTreeMap<String, SharedWords>,
    /// What the settings add for templates.
    pub site: SharedSite,
    /// What is wrong with its files.
    pub diagnostics: Vec<Diagnostic>,
    asked: Asked,
}

/// What a dress is made from.
#[derive(PartialEq)]
pub struct Asked {
    layers: Vec<Layer>,
    /// Codes and tags.
    languages: Vec<(String, String)>,
    extra: Record,
    missing: Option<Diagnostic>,
}

/// What a site asks of its dress.
pub fn asked(inputs: &Inputs, config: &Config) -> Asked {
    let languages = config.languages.iter();
    Asked {
        layers: theme_layers(&inputs.files, config.look.name.as_ref()),
        languages: languages.map(|language| (language.code.clone(), language.tag.clone())).collect(),
        extra: config.extra.clone(),
        missing: no_such_theme(inputs, config),
    }
}

/// The dress that is asked for: the one that is kept, when it would be made the same.
pub fn of(asked: Asked, kept: Option<&mut Option<Arc<Dress>>>) -> Arc<Dress> {
    let Some(kept) = kept else { return Arc::new(made(asked)) };
    match kept {
        Some(dress) if dress.asked == asked => Arc::clone(dress),
        Some(_) | None => Arc::clone(kept.insert(Arc::new(made(asked)))),
    }
}

fn made(asked: Asked) -> Dress {
    let mut diagnostics: Vec<Diagnostic> = asked.missing.iter().cloned().collect();
    let noted = Theme::new(asked.layers.clone());
    diagnostics.extend(noted.diagnostics);
    let theme = noted.value;
    let tags: Vec<&str> = asked.languages.iter().map(|(_, tag)| tag.as_str()).collect();
    diagnostics.extend(theme.words_problems(&tags));
    let (mut words, mut shared) = (BTreeMap::new(), BTreeMap::new());
    for (code, tag) in &asked.languages {
        let own = theme.words(tag);
        diagnostics.extend(theme.address_problems(tag, &own));
        shared.insert(code.clone(), SharedWords::of(&own));
        words.insert(code.clone(), own);
    }
    let site = SharedSite::of(&asked.extra);
    Dress { theme, words, shared, site, diagnostics, asked }
}

/// The theme the settings name, when no folder is called so.
fn no_such_theme(inputs: &Inputs, config: &Config) -> Option<Diagnostic> {
    let Spanned { value: name, span } = config.look.name.as_ref()?;
    let names = theme_names(&inputs.files);
    if names.contains(name.as_str()) {
        return None;
    }
    let nearest = lang::nearest(name, names).map(str::to_owned);
    let problem = ThemeProblem::NoSuchTheme { name: name.clone(), nearest };
    let path = CONFIG.to_owned();
    Some(Diagnostic { severity: Severity::Error, problem: problem.into(), path, span: Some(*span) })
}
