//! Where an address written on a published page leads.

use std::borrow::Cow;

use crate::address::{percent_decoded, scheme};
use crate::config::BaseUrl;

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Lead<'w> {
    /// To another site, a mailbox, a telephone.
    Elsewhere,
    /// To the computer of who wrote it.
    OwnMachine,
    Nothing,
    /// Out of the folder of the site.
    Above,
    /// To a published path, decoded; a folder is its `index.html`.
    Inside {
        path: String,
        anchor: Option<Cow<'w, str>>,
    },
}

/// Follows an address from the page at a published path.
pub fn lead<'w>(from: &str, written: &'w str, base_url: &BaseUrl) -> Lead<'w> {
    if written.is_empty() || written == "#" {
        return Lead::Nothing;
    }
    let inside = match scheme(written) {
        Some(scheme) if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") => return Lead::OwnMachine,
        Some(_) => match on_this_site(written, base_url) {
            Some(inside) => inside,
            None if is_own_server(written) => return Lead::OwnMachine,
            None => return Lead::Elsewhere,
        },
        None if written.starts_with("//") => return Lead::Elsewhere,
        None => written,
    };
    let (inside, anchor) = match inside.split_once('#') {
        Some((path, anchor)) => (path, Some(percent_decoded(anchor))),
        None => (inside, None),
    };
    let path = percent_decoded(inside.split('?').next().unwrap_or(inside));
    let path = match path.strip_prefix('/') {
        _ if path.is_empty() => Some(from.to_owned()),
        Some(_) if base_url.path == "/" => published("", &path),
        Some(_) => match format!("{path}/").strip_prefix(&base_url.path) {
            Some(_) => published("", path.get(base_url.path.len()..).unwrap_or_default()),
            None => None,
        },
        None => published(from.rsplit_once('/').map_or("", |(folder, _)| folder), &path),
    };
    path.map_or(Lead::Above, |path| Lead::Inside { path, anchor })
}

/// The published path that a path leads to from a folder; none above the root.
fn published(folder: &str, path: &str) -> Option<String> {
    let mut whole = String::with_capacity(folder.len() + path.len() + "/index.html".len() + 1);
    whole.push_str(folder);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if whole.is_empty() => return None,
            ".." => whole.truncate(whole.rfind('/').unwrap_or(0)),
            part => {
                if !whole.is_empty() {
                    whole.push('/');
                }
                whole.push_str(part);
            }
        }
    }
    if matches!(path.rsplit('/').next(), None | Some("" | "." | "..")) {
        whole.push_str(if whole.is_empty() { "index.html" } else { "/index.html" });
    }
    Some(whole)
}

/// A published path as an address from the root: `/plans/` for `plans/index.html`.
pub fn shown(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        Some(_) | None => format!("/{path}"),
    }
}

/// The path, from the root of the host, of an absolute address of the site itself.
fn on_this_site<'w>(written: &'w str, base_url: &BaseUrl) -> Option<&'w str> {
    let origin = &base_url.origin;
    let start = written
        .get(..origin.len())
        .filter(|start| !origin.is_empty() && start.eq_ignore_ascii_case(origin))?;
    let rest = &written[start.len()..];
    match rest.starts_with('/') {
        // A neighbour on the same host is another site.
        true => format!("{rest}/").starts_with(&base_url.path).then_some(rest),
        false => (rest.is_empty() && base_url.path == "/").then_some("/"),
    }
}

fn is_own_server(written: &str) -> bool {
    let host = written.split_once("://").map_or("", |(_, rest)| rest);
    let host = host.split(['/', ':', '?', '#']).next().unwrap_or_default();
    matches!(host, "localhost" | "127.0.0.1" | "0.0.0.0")
}

#[cfg(test)]
mod tests {
    use super::{Lead, lead};
    use crate::config::{BaseUrl, Written};

    fn check(written: &str, expected: &str) {
        let base_url = BaseUrl {
            origin: "https://example.org".to_owned(),
            path: "/asso/".to_owned(),
            written: Written::Something,
        };
        let shown = match lead("plans/2026/index.html", written, &base_url) {
            Lead::Inside { path, anchor: None } => path,
            Lead::Inside { path, anchor: Some(anchor) } => format!("{path} at {anchor}"),
            other @ (Lead::Elsewhere | Lead::OwnMachine | Lead::Nothing | Lead::Above) => {
                format!("{other:?}")
            }
        };
        assert_eq!(shown, expected, "{written}");
    }

    #[test]
    fn an_address_is_followed_as_a_browser_does() {
        check("", "Nothing");
        check("#", "Nothing");
        check("#2.1", "plans/2026/index.html at 2.1");
        check("./", "plans/2026/index.html");
        check("..", "plans/index.html");
        check("../../", "index.html");
        check("../../../", "Above");
        check("bilan%20annuel.pdf?v=2", "plans/2026/bilan annuel.pdf");
        check("../#caf%C3%A9", "plans/index.html at café");
        check("/asso/plans/", "plans/index.html");
        check("/asso", "index.html");
        check("/plans/", "Above");
        check("https://example.org/asso/a/", "a/index.html");
        check("https://EXAMPLE.org/asso/", "index.html");
        check("https://example.org/autre/", "Elsewhere");
        check("https://example.com/asso/", "Elsewhere");
        check("//example.com/", "Elsewhere");
        check("mailto:info@example.org", "Elsewhere");
        check("file:///C:/bilan.pdf", "OwnMachine");
        check("C:\\Plans\\bilan.pdf", "OwnMachine");
        check("http://localhost:1111/plans/", "OwnMachine");
        check("https://localhost.example.com/", "Elsewhere");
    }
}
