//! The files of a theme, each with those that stand behind it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};

use super::{Layer, stray};
use crate::decode;
use crate::diagnostic::file::StrayFile;
use crate::diagnostic::{Diagnostic, Noted};
use crate::source::Source;
use crate::words::{self, Said};

/// The default theme, compiled into the program.
static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

const DEFAULT_ROOT: &str = "themes/default/";

/// All files of all layers.
pub(super) struct Files {
    /// By name (`components/status.html`); the last version of a name is the one in use.
    templates: BTreeMap<String, Vec<TextFile>>,
    /// By path below the folder of assets; only the version in use.
    pub(super) assets: BTreeMap<String, Arc<[u8]>>,
    /// Where those of the site and of its theme are, from the folder of the site.
    pub(super) asset_paths: BTreeMap<String, String>,
    /// By language (`fr`, `fr-CA`); every layer has a say, the last one the final say.
    pub(super) words: BTreeMap<String, Vec<TextFile>>,
}

/// A text of one layer.
#[derive(Debug, Clone)]
pub(super) struct TextFile {
    pub(super) source: Source,
    pub(super) origin: Origin,
    /// What it says, once somebody asked: four questions are answered from each file of words.
    said: OnceLock<Noted<BTreeMap<String, Said>>>,
}

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Default,
    Overlay,
}

impl TextFile {
    /// The words of a file of words, and what is wrong with them.
    pub(super) fn said(&self) -> &Noted<BTreeMap<String, Said>> {
        self.said.get_or_init(|| words::read_one(&self.source))
    }
}

impl Files {
    /// The default theme's files with layers over them. Other files of a layer are none of ours.
    pub(super) fn of(layers: Vec<Layer>) -> (Files, Vec<Diagnostic>) {
        let mut files = Files {
            templates: BTreeMap::new(),
            assets: BTreeMap::new(),
            asset_paths: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        let mut diagnostics = Vec::new();
        files.lay(default_files(), Origin::Default, &mut diagnostics);
        for layer in layers {
            files.lay(layer, Origin::Overlay, &mut diagnostics);
        }
        (files, diagnostics)
    }

    fn lay(&mut self, layer: Layer, origin: Origin, diagnostics: &mut Vec<Diagnostic>) {
        let Layer { root, files } = layer;
        for (path, bytes) in files {
            if let Some(name) = path.strip_prefix("assets/") {
                if stray::is_unread_style(name) {
                    diagnostics.push(stray::unread(format!("{root}{path}"), StrayFile::Style));
                }
                if origin == Origin::Overlay {
                    self.asset_paths.insert(name.to_owned(), format!("{root}{path}"));
                }
                self.assets.insert(name.to_owned(), bytes);
                continue;
            }
            let (place, name) = if let Some(name) = path.strip_prefix("templates/") {
                (&mut self.templates, name.to_owned())
            } else if let Some(language) =
                path.strip_prefix("words/").and_then(|name| name.strip_suffix(".toml"))
            {
                (&mut self.words, language.to_owned())
            } else {
                if path.starts_with("words/") && !path.ends_with(".md") {
                    diagnostics.push(stray::unread(format!("{root}{path}"), StrayFile::Words));
                }
                continue;
            };
            let noted = diagnostics.len();
            let source = decode::source(&format!("{root}{path}"), &bytes, diagnostics);
            if diagnostics.len() == noted {
                place.entry(name).or_default().push(TextFile { source, origin, said: OnceLock::new() });
            }
        }
    }

    /// Reads the files of words.
    pub(super) fn read_words(&self) {
        self.words.values().flatten().for_each(|file| _ = file.said());
    }

    pub(super) fn template_names(&self) -> impl Iterator<Item = &str> {
        self.templates.keys().map(String::as_str)
    }

    /// The version of a template in use.
    pub(super) fn template(&self, name: &str) -> Option<&TextFile> {
        self.templates.get(name).and_then(|versions| versions.last())
    }

    /// The default theme's version of each template, in use or not.
    pub(super) fn default_templates(&self) -> impl Iterator<Item = (&str, &TextFile)> {
        self.templates.iter().filter_map(|(name, versions)| {
            versions.iter().find(|file| file.origin == Origin::Default).map(|file| (name.as_str(), file))
        })
    }

    /// Templates in use, by name.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &TextFile)> {
        self.templates.iter().filter_map(|(name, versions)| Some((name.as_str(), versions.last()?)))
    }

    /// Leaves out the version of a template in use, unless it is the default's. Says what was left out.
    pub(super) fn leave_out(&mut self, name: &str) -> Option<TextFile> {
        let versions = self.templates.get_mut(name)?;
        let left_out = versions.pop_if(|file| file.origin == Origin::Overlay)?;
        if versions.is_empty() {
            self.templates.remove(name);
        }
        Some(left_out)
    }
}

/// The layer at the bottom of all.
pub(super) fn default_files() -> Layer {
    let mut files = BTreeMap::new();
    collect(&DEFAULT, &mut files);
    Layer { root: DEFAULT_ROOT.to_owned(), files }
}

fn collect(folder: &Dir<'static>, into: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        into.insert(path, file.contents().into());
    }
    for folder in folder.dirs() {
        collect(folder, into);
    }
}
