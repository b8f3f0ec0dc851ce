//! What pages are dressed with: the theme of a site, and the words of each of its languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Inputs, theme_layers, theme_names};
use crate::config::{CONFIG, Config, hosting};
use crate::diagnostic::file::FileProblem;
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::filled::Filled;
use crate::kind::Document;
use crate::lang;
use crate::record::{Record, Spanned};
use crate::theme::about;
use crate::theme::pieces::{FOLDERS, meant};
use crate::theme::{self, Layer, SharedSite, SharedWords, Theme};
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
    /// Whether the site publishes a policy.
    headers: hosting::Asked,
    missing: Option<Diagnostic>,
    /// What is wrong in what the theme says of itself, and its folders that nobody reads.
    of_theme: Vec<Diagnostic>,
}

impl Dress {
    /// The templates that serve nothing. One that cannot be used hides what it calls: they are told once all can.
    pub fn unused<'d>(&self, documents: impl Iterator<Item = &'d Document>) -> Vec<Diagnostic> {
        if self.diagnostics.iter().any(|it| it.severity == Severity::Error) {
            return Vec::new();
        }
        let named = documents.filter_map(|document| document.header.template.as_ref());
        self.theme.unused(&named.map(|template| template.value.as_str()).filled())
    }
}

/// What a site asks of its dress.
pub fn asked(inputs: &Inputs, config: &Config) -> Asked {
    let languages = config.languages.iter();
    let name = config.look.name.as_ref().map(|name| name.value.as_str());
    let about = name.map(|name| about::of_theme(&inputs.files, name)).unwrap_or_default();
    let mut of_theme = about.diagnostics;
    of_theme.extend(name.into_iter().flat_map(|name| stray_folders(inputs, name)));
    Asked {
        layers: theme_layers(&inputs.files, config.look.name.as_ref()),
        languages: languages.map(|language| (language.code.clone(), language.tag.clone())).collect(),
        extra: about::over(&config.extra, &about.value.extra),
        headers: config.hosting.headers,
        missing: no_such_theme(inputs, config),
        of_theme,
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
    diagnostics.extend(asked.of_theme.iter().cloned());
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
    if asked.headers == hosting::Asked::Yes {
        diagnostics.extend(theme.against_policy());
    }
    let site = SharedSite::of(&asked.extra);
    Dress { theme, words, shared, site, diagnostics, asked }
}

/// The theme the settings name, when no folder is called so.
fn no_such_theme(inputs: &Inputs, config: &Config) -> Option<Diagnostic> {
    let Spanned { value: name, span } = config.look.name.as_ref()?;
    let names = theme_names(&inputs.files);
    if names.contains(name.as_str()) || name == theme::NAME {
        return None;
    }
    let nearest = lang::nearest(name, names).map(str::to_owned);
    let problem = ThemeProblem::NoSuchTheme { name: name.clone(), nearest };
    let path = CONFIG.to_owned();
    Some(Diagnostic { severity: Severity::Error, problem: problem.into(), path, span: Some(*span) })
}

/// The folders of the site's theme whose names are nearly those of a theme.
fn stray_folders(inputs: &Inputs, name: &str) -> Vec<Diagnostic> {
    let start = format!("themes/{name}/");
    let inside = inputs.files.range(start.clone()..).map_while(|(path, _)| path.strip_prefix(&start));
    let folders: BTreeSet<&str> = inside.filter_map(|path| Some(path.split_once('/')?.0)).filled();
    let stray = folders.into_iter().filter_map(|folder| {
        let problem = FileProblem::StrayFolder { meant: meant(folder, FOLDERS)?.to_owned() }.into();
        let path = format!("{start}{folder}");
        Some(Diagnostic { severity: Severity::Warning, problem, path, span: None })
    });
    stray.collect()
}
