//! The files of the theme one by one, for those who look at them or take a copy.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Layer;
use super::layers::default_files;
use crate::lang::fold;

/// The folders of a theme, in the order people meet them.
pub const FOLDERS: [&str; 3] = ["templates/", "assets/", "words/"];

/// The folder that a name is nearly that of, when nobody reads the folder of that name: `Templates`, `asset`,
/// and the names that other generators use.
pub fn meant<'f>(name: &str, folders: impl IntoIterator<Item = &'f str>) -> Option<&'f str> {
    let ours = match fold(name).as_str() {
        "layout" | "layouts" => "templates".to_owned(),
        "i18n" | "translations" => "words".to_owned(),
        folded => folded.to_owned(),
    };
    let is_it = |folder: &&str| {
        let folder = folder.trim_end_matches('/');
        // `Word` holds documents of a word processor.
        folder != name && fold(name) != "word" && folder.trim_end_matches('s') == ours.trim_end_matches('s')
    };
    folders.into_iter().find(is_it).map(|folder| folder.trim_end_matches('/'))
}

/// The versions of each file of the theme, by path (`templates/plan.html`), the one in use last.
///
/// A file always has a version. For words, every version has a say, and the last one the final say.
pub type Pieces = BTreeMap<String, Vec<Version>>;

/// A version of a file of the theme.
#[derive(Debug, Clone)]
pub struct Version {
    pub owner: Owner,
    /// From the folder of the site; for the default theme, which is in the program, as messages name it.
    pub path: String,
    pub bytes: Arc<[u8]>,
}

/// Whose a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The theme that comes with jalon.
    Default,
    /// The theme that the site has in `themes/`.
    Theme,
    Site,
}

/// The files of the default theme and of the layers over it, the lowest first.
pub fn pieces(layers: Vec<Layer>) -> Pieces {
    let mut pieces = Pieces::new();
    let mut lay = |owner: Owner, Layer { root, files }: Layer| {
        let of_theme = files.into_iter().filter(|(path, _)| FOLDERS.iter().any(|it| path.starts_with(it)));
        for (name, bytes) in of_theme {
            let path = format!("{root}{name}");
            pieces.entry(name).or_default().push(Version { owner, path, bytes });
        }
    };
    lay(Owner::Default, default_files());
    for layer in layers {
        lay(if layer.root.is_empty() { Owner::Site } else { Owner::Theme }, layer);
    }
    pieces
}
