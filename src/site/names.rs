//! Names of files that say something the site does not do.

use super::Entry;
use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::site::SiteProblem;

/// Documents named for a language the site does not have, and Markdown that is not read.
pub fn oddities(entries: &[Entry], files: &[String]) -> Vec<Diagnostic> {
    let documents = entries.iter().filter_map(|entry| {
        let path = &entry.document.as_ref()?.path;
        let code = language_like(path).filter(|code| *code != entry.written_in())?;
        Some(Diagnostic::warning_of_file(path, SiteProblem::UndeclaredLanguage { code: code.to_owned() }))
    });
    let not_read = files
        .iter()
        .filter(|path| path.starts_with("content/") && is_markdown(path))
        .map(|path| Diagnostic::warning_of_file(path, SiteProblem::NotRead));
    documents.chain(not_read).collect()
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

fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["md", "markdown", "mdown", "mkd"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
