//! What the path of a document says: that it is one, its folder, its name, its language.

use crate::config::Config;

/// The path of a document in its parts: `content/plans/2025/index.en.md`, in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts<'p> {
    /// `content/plans/2025`
    pub folder: &'p str,
    /// The name of the file without its ending nor its language: `index`.
    pub name: &'p str,
}

impl<'p> Parts<'p> {
    /// The parts of a path, whose document is in this language.
    pub fn of(path: &'p str, language: &str) -> Parts<'p> {
        let stem = without_language(path, language);
        let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
        Parts { folder, name }
    }
}

/// Whether a path is that of a document: a Markdown file of `content/` that is no README.
pub fn is_document(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md") && !is_readme(path)
}

/// Whether a file is for those who write the site, in whatever language: `README.md`, `README.en.md`.
pub fn is_readme(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().is_some_and(|stem| stem.eq_ignore_ascii_case("README"))
}

/// The path of a document without its ending nor its language: `content/mission` for
/// `content/mission.en.md`, which is in English.
pub fn without_language<'p>(path: &'p str, language: &str) -> &'p str {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    stem.strip_suffix(language).and_then(|stem| stem.strip_suffix('.')).unwrap_or(stem)
}

/// The language of a document, from its file's name: `plan.en.md` when `en` is a language of the site.
pub fn language_of<'c>(path: &str, config: &'c Config) -> &'c str {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let suffix = stem.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, suffix)| suffix);
    config
        .languages
        .iter()
        .map(|language| language.code.as_str())
        .find(|code| Some(*code) == suffix)
        .unwrap_or(&config.default_language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_a_folder_and_a_name_without_language() {
        let parts = |path: &'static str| {
            let Parts { folder, name } = Parts::of(path, "en");
            (folder, name)
        };
        assert_eq!(parts("content/plans/2025/index.en.md"), ("content/plans/2025", "index"));
        assert_eq!(parts("content/plans/2025.md"), ("content/plans", "2025"));
        assert_eq!(parts("content/green.md"), ("content", "green"));
        assert_eq!(parts("mission.fr.md"), ("", "mission.fr"));
        assert_eq!(parts("content/en.md"), ("content", "en"));
    }
}
