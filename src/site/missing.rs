//! What a link that leads nowhere was meant to lead to.

use std::collections::BTreeSet;

use super::links::Use;
use super::reads::Read;
use super::{Entry, Site};
use crate::address::Address;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::site::files::Looked;
use crate::lang;
use crate::picture;

/// Anchors of a page that are named when none is near: enough to recognize the page by.
const MOST_ANCHORS: usize = 6;

/// What a path names, by its end.
enum Named {
    Document,
    Page,
    File,
}

impl Site {
    /// The problem of a link to what is not there. Looked for is its path: from the root of the
    /// website with a `/` before it, or from the folder of the site.
    pub(super) fn missing(&self, from: &Entry, written: &str, to: (&str, Use)) -> SiteProblem {
        self.note(Read::Names);
        let (looked_for, use_) = to;
        let written = written.to_owned();
        if let (Use::Link, Some(beginning)) = (use_, beginning(&written)) {
            return SiteProblem::NoBeginning { written, beginning };
        }
        let looked = if looked_for.starts_with('/') { Looked::AtRoot } else { Looked::Beside };
        match (use_, named(looked_for)) {
            (Use::Image, _) => {
                SiteProblem::NoSuchImage { nearest: self.nearest_file(from, looked_for), looked, written }
            }
            (Use::Link, Named::Document) => self.missing_document(from, &written, looked_for),
            (Use::Link, Named::Page) => {
                SiteProblem::NoSuchPage { nearest: self.nearest_page(from, looked_for), written }
            }
            (Use::Link, Named::File) => {
                SiteProblem::NoSuchFile { nearest: self.nearest_file(from, looked_for), looked, written }
            }
        }
    }

    /// The problem of a link to a document of `content/` that is not there.
    pub(super) fn missing_document(&self, from: &Entry, written: &str, source: &str) -> SiteProblem {
        let known = self.by_own_language(from).filter_map(|entry| {
            let source = below_content(&entry.document.as_ref()?.path);
            // The address has no date, and the words that the author gave.
            Some([(source, source), (entry.address.as_str(), source)])
        });
        let nearest = lang::nearest_path(below_content(source), known.flatten());
        let nearest = nearest.map(|near| match near.strip_prefix(folder(from)) {
            Some(name) if !name.contains('/') && !written.starts_with("@/") => name.to_owned(),
            Some(_) | None => format!("@/{near}"),
        });
        SiteProblem::NoSuchDocument { written: written.to_owned(), nearest }
    }

    /// The address of the page that looks most like a path.
    fn nearest_page(&self, from: &Entry, looked_for: &str) -> Option<String> {
        let known = self.by_own_language(from).map(|entry| (entry.address.as_str(), &entry.address));
        lang::nearest_path(below_content(looked_for), known).map(Address::to_string)
    }

    /// The copied file that looks most like a path: by its name when it is beside, else by its address.
    fn nearest_file(&self, from: &Entry, looked_for: &str) -> Option<String> {
        let known = || self.copies.iter().map(|copy| (below_content(&copy.source), &copy.address));
        let beside = known().filter_map(|(path, _)| path.strip_prefix(folder(from)));
        let beside = beside.filter(|name| !name.contains('/')).map(|name| (name, name));
        let name = looked_for.rsplit('/').next().unwrap_or(looked_for);
        let elsewhere = || lang::nearest_path(below_content(looked_for), known()).map(Address::to_string);
        lang::nearest_path(name, beside).map(str::to_owned).or_else(elsewhere)
    }

    /// Every entry but one, which links: those of its language first.
    fn by_own_language<'s>(&'s self, from: &'s Entry) -> impl Iterator<Item = &'s Entry> {
        let others = || self.entries.iter().filter(|entry| entry.address != from.address);
        let own = others().filter(|entry| entry.language == from.language);
        own.chain(others().filter(|entry| entry.language != from.language))
    }
}

/// The problem of a link to an anchor that a page does not have.
pub(super) fn missing_anchor(anchor: &str, page: &Address, anchors: &BTreeSet<String>) -> SiteProblem {
    let known = anchors.iter().map(String::as_str);
    let nearest = lang::nearest_anchor(anchor, known.clone()).map(str::to_owned);
    let (anchor, page) = (anchor.to_owned(), page.to_string());
    let known = known.take(MOST_ANCHORS).map(|known| format!("#{known}")).collect();
    SiteProblem::NoSuchAnchor { anchor, page, nearest, known }
}

/// The problem of a file that stayed on the computer of who wrote the link, with the link to write.
pub(super) fn own_machine(written: &str, name: &str, use_: Use) -> SiteProblem {
    let (mark, usual) = match use_ {
        Use::Image => ("!", "photo.jpg"),
        Use::Link => ("", "bilan.pdf"),
    };
    let line = match name {
        "" => format!("{mark}[…]({usual})"),
        name if name.contains([' ', '(', ')']) => format!("{mark}[…](<{name}>)"),
        name => format!("{mark}[…]({name})"),
    };
    SiteProblem::OwnMachine { written: written.to_owned(), line }
}

/// What a path lacks to be an address of another site, or of a person.
fn beginning(written: &str) -> Option<&'static str> {
    let is_host = written.starts_with("www.") || is_named_as_a_site(written);
    let is_mail = written.split_once('@').is_some_and(|(name, host)| {
        let is_host = host.contains('.') && !host.contains('/') && !picture::is_named_as_one(host);
        !name.is_empty() && !name.contains('/') && is_host
    });
    match () {
        () if is_host => Some("https://"),
        () if is_mail => Some("mailto:"),
        () => None,
    }
}

/// The ends of names of sites that no file of an association has.
const SITES: [&str; 16] = [
    "app", "be", "ca", "ch", "com", "coop", "eu", "fr", "info", "io", "net", "org", "quebec", "social", "tv",
    "uk",
];

/// Whether a path starts as the address of a site does: « facebook.com/asso », « youtu.be/x ».
fn is_named_as_a_site(written: &str) -> bool {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let end = host.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    end.is_some_and(|end| SITES.contains(&end.as_str())) && host.split('.').all(is_part)
}

/// The address of another site, or of a person, that was meant by one with a slip in its beginning:
/// « https:/ », « htpps:// », « http// ».
pub(super) fn meant(written: &str) -> Option<String> {
    let (scheme, rest) = written.split_at(written.find(|c: char| !c.is_ascii_alphabetic())?);
    let place = rest.trim_start_matches([':', ';', '/', '\\', ' ']);
    let signs = &rest[..rest.len() - place.len()];
    let scheme = scheme.to_ascii_lowercase();
    let is_slip = |known: &str| scheme != known && lang::slips(&scheme, known).is_some();
    let is_doubled = || ["http://", "https://"].iter().any(|start| place.starts_with(start));
    // « tel » and « ftp » are far enough from all of these.
    let meant = match scheme.as_str() {
        "http" | "https" if signs == "://" && is_doubled() => place.to_owned(),
        "http" | "https" if signs != "://" && signs != "/" => format!("{scheme}://{place}"),
        "http" | "https" => return None,
        "mailto" if signs == ":" => return None,
        "mailto" if place.contains('@') => format!("mailto:{place}"),
        _ if signs == ":" && place.contains('@') && is_slip("mailto") => format!("mailto:{place}"),
        _ if !signs.contains("//") && !signs.starts_with(":/") => return None,
        _ if is_slip("https") => format!("https://{place}"),
        // Too short to bear a slip by itself.
        _ if lang::slips(&format!("{scheme}s"), "https").is_some() => format!("http://{place}"),
        _ => return None,
    };
    (!signs.is_empty() && !place.is_empty()).then_some(meant)
}

fn named(path: &str) -> Named {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
        Some("md") => Named::Document,
        None | Some("html" | "htm" | "php") => Named::Page,
        // « 2.1.9 » is the address of an action.
        Some(end) if end.bytes().all(|byte| byte.is_ascii_digit()) => Named::Page,
        Some(_) => Named::File,
    }
}

/// A path of the site from the folder of its documents, as addresses are.
fn below_content(path: &str) -> &str {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_prefix("content/").unwrap_or(path)
}

/// The folder of the document of an entry, with its `/`, from `content/`.
fn folder(entry: &Entry) -> &str {
    let path = entry.document.as_ref().map_or("", |document| below_content(&document.path));
    path.rfind('/').map_or("", |at| &path[..=at])
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_slip_in_the_beginning_of_an_address_is_seen() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(meant(written).as_deref(), expected, "{written}");
        };
        check("https:/exemple.org", Some("https://exemple.org"));
        check("https///exemple.org/a", Some("https://exemple.org/a"));
        check("http//exemple.org", Some("http://exemple.org"));
        check("https:exemple.org", Some("https://exemple.org"));
        check("https;//exemple.org", Some("https://exemple.org"));
        check("https:\\\\exemple.org", Some("https://exemple.org"));
        check("htpps://exemple.org", Some("https://exemple.org"));
        check("ttps://exemple.org", Some("https://exemple.org"));
        check("htpp://exemple.org", Some("http://exemple.org"));
        check("Https://exemple.org", None);
        check("mailt:info@exemple.org", Some("mailto:info@exemple.org"));
        check("mailto;info@exemple.org", Some("mailto:info@exemple.org"));
        check("htps:/exemple.org", Some("https://exemple.org"));
        check("https://https://exemple.org", Some("https://exemple.org"));
        for fine in
            ["https://exemple.org", "mailto:a@b.org", "tel:+14185551234", "ftp://exemple.org", "http/a.pdf"]
        {
            check(fine, None);
        }
        for path in
            ["", "https", "photo.jpg", "/page/", "#ici", "@/mission.md", "sms:12", "geo:1,2", "https://"]
        {
            check(path, None);
        }
    }
}
