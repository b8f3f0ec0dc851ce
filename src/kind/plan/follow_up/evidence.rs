//! What shows that an entry is true: an address of the Web, a document of the site, or words.

use crate::markdown;

/// Names of files end so; « 3.1 » and « exemple.org » do not.
const EXTENSIONS: &[&str] = &[
    "pdf", "doc", "docx", "odt", "rtf", "txt", "md", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
    "html", "htm", "jpg", "jpeg", "png", "gif", "webp", "svg", "zip", "mp3", "mp4", "ics",
];

/// A piece of evidence in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The author's words; empty when an address stands alone.
    pub words: &'a str,
    /// None for words alone.
    pub link: Option<Link<'a>>,
}

/// Where a piece of evidence can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link<'a> {
    Web(&'a str),
    /// An address inside the site, as a link of a document writes it.
    Inside(&'a str),
}

/// Reads « Compte rendu : https://… », « [compte rendu](@/…) », an address alone, or words.
pub fn read(written: &str) -> Evidence<'_> {
    let marked = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    if let Some((words, address)) = marked.and_then(|rest| rest.split_once("](")) {
        let link = web(address).unwrap_or(Link::Inside(address));
        return Evidence { words: words.trim(), link: Some(link) };
    }
    if let Some(link) = web(written).or_else(|| inside(written)) {
        return Evidence { words: "", link: Some(link) };
    }
    let last = written.rsplit(char::is_whitespace).next().unwrap_or_default();
    let link = web(last).or_else(|| last.starts_with("@/").then_some(Link::Inside(last)));
    let words = match link {
        Some(_) => written[..written.len() - last.len()]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ',')),
        None => written,
    };
    Evidence { words, link }
}

/// The first link in the way of Markdown, « [compte rendu](https://…) », in a text of several words.
pub(super) fn marked_link(text: &str) -> Option<&str> {
    text.match_indices("](").find_map(|(at, _)| {
        let start = text[..at].rfind('[')?;
        let end = at + text[at..].find(')')? + 1;
        let address = &text[at + 2..end - 1];
        (web(address).is_some() || inside(address).is_some()).then(|| &text[start..end])
    })
}

fn web(written: &str) -> Option<Link<'_>> {
    let is_web = ["https://", "http://"].iter().any(|scheme| written.starts_with(scheme));
    (is_web && !written.contains(char::is_whitespace)).then_some(Link::Web(written))
}

/// An address is meant where words would not be written so; a file's name has no spaces.
fn inside(written: &str) -> Option<Link<'_>> {
    let is_file = || {
        let path = written.split(['#', '?']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, end)| end);
        let is_known = |end: &str| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known));
        extension.is_some_and(is_known) && !written.contains(|c: char| c.is_whitespace() || c == ':')
    };
    (is_path(written) || is_file()).then_some(Link::Inside(written))
}

/// Whether a text can only be an address; « photo.jpg » may be the name of what is kept elsewhere.
pub fn is_path(written: &str) -> bool {
    ["@/", "/", "./", "../"].iter().any(|start| written.starts_with(start))
}

/// What a cell gives as evidence, and where it leads when its text does not say so: behind its only words, or
/// after all of them.
pub(super) fn with_link(mut told: Vec<String>, link: Option<&str>, text: &str) -> Vec<String> {
    let is_said = |link: &str| markdown::encoded(text).contains(link.trim_end_matches('/'));
    let is_mail = |link: &str| link.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    let Some(link) = link.filter(|link| !is_mail(link) && !is_said(link)) else { return told };
    match told.as_mut_slice() {
        [words] if read(words).link.is_none() => *words = format!("[{words}]({link})"),
        _ => told.push(link.to_owned()),
    }
    told
}

/// The pieces of evidence of a cell: one a line, or separated by a semicolon and a space, or
/// addresses side by side.
pub(super) fn separated(text: &str) -> Vec<String> {
    let is_address = |word: &str| word.starts_with("https://") || word.starts_with("http://");
    let parts = text.split('\n').flat_map(|line| line.split("; ")).map(str::trim);
    let parts = parts.flat_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        if words.len() > 1 && words.iter().all(|word| is_address(word)) { words } else { vec![part] }
    });
    parts.filter(|part| !part.is_empty()).map(|part| part.trim_end_matches(';').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_an_address_a_document_or_words() {
        let check = |written: &str, words: &str, link: Option<Link<'_>>| {
            assert_eq!(read(written), Evidence { words, link }, "{written}");
        };
        check("https://exemple.org/a", "", Some(Link::Web("https://exemple.org/a")));
        check("Entente : https://exemple.org/a", "Entente", Some(Link::Web("https://exemple.org/a")));
        check("[L’entente](https://exemple.org/a)", "L’entente", Some(Link::Web("https://exemple.org/a")));
        check("@/actualites/bus.md#suite", "", Some(Link::Inside("@/actualites/bus.md#suite")));
        check("Le bus, @/actualites/bus.md", "Le bus", Some(Link::Inside("@/actualites/bus.md")));
        check("[Le bus](bus.md)", "Le bus", Some(Link::Inside("bus.md")));
        check("photos/marche.JPG", "", Some(Link::Inside("photos/marche.JPG")));
        check("../bilan.pdf", "", Some(Link::Inside("../bilan.pdf")));
        check("Procès-verbal, 3 nov. 2025", "Procès-verbal, 3 nov. 2025", None);
        check("Résolution 3.1", "Résolution 3.1", None);
        check("exemple.org", "exemple.org", None);
        check("Facture 12.pdf", "Facture 12.pdf", None);
        check("oui/non", "oui/non", None);
        check("", "", None);
    }
}
