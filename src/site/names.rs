//! Names of files that say something the site does not do.

use super::Entry;
use crate::address::{Address, percent_decoded};
use crate::config::Config;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::document_path::is_readme;
use crate::kind::word_files;
use crate::lang;

/// Documents named for a language the site does not have, and texts of pages that are not read.
pub fn oddities(config: &Config, entries: &[Entry], files: &[String]) -> Vec<Diagnostic> {
    let documents = entries.iter().filter_map(|entry| {
        let path = &entry.document.as_ref()?.path;
        if let Some(stem) = path.strip_suffix(".md.md") {
            let problem = SiteProblem::HiddenEnd { end: ".md.md", name: named(stem) };
            return Some(Diagnostic::warning_of_file(path, problem));
        }
        let code = language_like(path).filter(|code| *code != entry.written_in())?;
        Some(Diagnostic::warning_of_file(path, SiteProblem::UndeclaredLanguage { code: code.to_owned() }))
    });
    let of_content = || files.iter().filter(|path| path.starts_with("content/"));
    let not_read = of_content().filter_map(|path| Some(Diagnostic::warning_of_file(path, not_read(path)?)));
    let word_files = of_content().filter(|path| word_files::is_one(path) && !is_readme(path));
    let word_files = word_files.filter(|path| !is_offered(path, config, entries)).map(|path| {
        let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
        let name = named(stem.strip_suffix(".md").unwrap_or(stem));
        Diagnostic::warning_of_file(path, SiteProblem::WordFile { name })
    });
    documents.chain(not_read).chain(word_files).collect()
}

/// Addresses given by documents that start with the path of the site: « /asso/vieille/ » in a site at
/// `https://example.org/asso/` would be at « /asso/asso/vieille/ ».
pub fn paths_twice(config: &Config, entries: &[Entry]) -> Vec<Diagnostic> {
    let path = config.base_url.path.as_str();
    if path == "/" {
        return Vec::new();
    }
    let mut diagnostics = Vec::new();
    for document in entries.iter().filter(|it| !it.stands_in()).filter_map(|entry| entry.document.as_ref()) {
        let header = &document.header;
        let aliases = header.aliases.iter().map(|alias| (&alias.address, alias.span));
        let own = header.path.iter().map(|own| (&own.value, own.span));
        let mut problems = Problems::in_file(&document.path);
        for (written, span) in aliases.chain(own) {
            let Some(rest) = written.strip_prefix(path) else { continue };
            let (path, meant) = (path.to_owned(), format!("/{rest}"));
            problems.warning(SiteProblem::PathTwice { written: written.clone(), path, meant }, span);
        }
        diagnostics.extend(problems.into_diagnostics());
    }
    diagnostics
}

/// What keeps a file from being read, when it can only be the text of a page.
fn not_read(path: &str) -> Option<SiteProblem> {
    let (stem, end) = path.rsplit_once('.').filter(|_| !is_readme(path))?;
    let is_page = stem.ends_with(".md") || matches!(stem.rsplit('/').next(), Some("index" | "_index"));
    let end = end.to_ascii_lowercase();
    let name = || named(stem.strip_suffix(".md").unwrap_or(stem));
    match end.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Some(SiteProblem::NotRead),
        "txt" if stem.ends_with(".md") => Some(SiteProblem::HiddenEnd { end: ".md.txt", name: name() }),
        "txt" if is_page => Some(SiteProblem::HiddenEnd { end: ".txt", name: name() }),
        _ => None,
    }
}

/// Whether a document, a log or the menu names a file: it is there to be downloaded.
fn is_offered(path: &str, config: &Config, entries: &[Entry]) -> bool {
    let name = lang::fold(path.rsplit('/').next().unwrap_or(path));
    let documents = entries.iter().filter_map(|entry| entry.document.as_ref());
    let of_languages = config.languages.iter().flat_map(|language| &language.menu);
    let menus = config.menu.iter().chain(of_languages).map(|link| &link.url);
    let written = documents.flat_map(|document| &document.word_files).chain(menus);
    written.into_iter().any(|written| {
        let written = lang::fold(&percent_decoded(written));
        // « bilan.docx » is no part of « grand-bilan.docx ».
        let before = written.strip_suffix(&name).map(|before| before.chars().next_back());
        before.is_some_and(|last| last.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.')))
    })
}

/// The name that the file of a page has: `fete.md` for `content/fete`.
fn named(stem: &str) -> String {
    format!("{}.md", stem.rsplit('/').next().unwrap_or(stem))
}

/// The page for lost visitors of a language that is not the default one: `/en/404.html`.
pub fn not_found(home: &Entry) -> Address {
    home.address.beside("404.html")
}

/// `en` in `content/a.en.md`.
fn language_like(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, code) = name.strip_suffix(".md")?.rsplit_once('.')?;
    let language = code.split('-').next().unwrap_or(code);
    let is_code = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_code && code.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')).then_some(code)
}
