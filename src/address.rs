//! Addresses inside the site, and how one page points to another.

use std::borrow::Cow;
use std::fmt;

use crate::diagnostic::record::AddressFault;

/// An address from the root of the site, whatever the path it is published under.
///
/// It starts with `/`; that of a page ends with `/`, that of a file does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The home page of the default language.
    pub fn root() -> Address {
        Address("/".to_owned())
    }

    /// The address of a page; empty parts and outer slashes do not matter: `plans/2025-2026`.
    pub fn page(path: &str) -> Address {
        Address::root().child(path)
    }

    /// The address of a file: `plans/2025-2026/plan.json`.
    pub fn file(path: &str) -> Address {
        Address(format!("/{}", path.trim_start_matches('/')))
    }

    /// The address of a page below this one.
    pub fn child(&self, path: &str) -> Address {
        let mut address = self.folder().to_owned();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            address.push_str(part);
            address.push('/');
        }
        Address(address)
    }

    /// The address of a file beside this page.
    pub fn beside(&self, file: &str) -> Address {
        Address([self.folder(), file].concat())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as links write it, where the name of a file may hold what has a meaning of its own there.
    pub fn written(&self) -> Cow<'_, str> {
        written(&self.0)
    }

    /// The file published for this address: `plans/index.html` for `/plans/`.
    pub fn output(&self) -> String {
        let path = &self.0[1..];
        if self.0.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() }
    }

    /// How a page at `from` points to this address, always by folders up and down, so that the
    /// site works under any path: `../../actualites/`.
    pub fn relative_to(&self, from: &Address) -> String {
        const UP: &str = "../";
        let (here, there) = (from.folder().as_bytes(), self.0.as_bytes());
        // A page has twenty links: the folders they have in common are found in one loop.
        let (mut common, mut at) = (0, 0);
        while at < here.len() && at < there.len() && here[at] == there[at] {
            at += 1;
            if here[at - 1] == b'/' {
                common = at;
            }
        }
        let n_up = here[common..].iter().filter(|byte| **byte == b'/').count();
        let down = &self.0[common..];
        let mut first = down.bytes().take_while(|byte| *byte != b'/');
        let mut way = String::with_capacity(UP.len() * n_up.max(1) + down.len());
        // A first part with a colon would read as a scheme.
        if n_up == 0 && (down.is_empty() || first.any(|byte| byte == b':')) {
            way.push_str("./");
        }
        for _ in 0..n_up {
            way.push_str(UP);
        }
        way.push_str(&written(down));
        way
    }

    /// The page above this one; none above the root.
    pub fn parent(&self) -> Option<Address> {
        let path = self.0.trim_end_matches('/');
        path.rfind('/').map(|at| Address(path[..=at].to_owned()))
    }

    /// The folder this address stands in, ending with `/`.
    fn folder(&self) -> &str {
        let end = self.0.rfind('/').map_or(0, |at| at + 1);
        &self.0[..end]
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text written by an author can stand between two `/` of an address; `also` is a
/// character that this kind of address takes besides the usual ones.
pub fn check_part(part: &str, also: char) -> Result<(), AddressFault> {
    match part {
        "" => return Err(AddressFault::Empty),
        "." | ".." => return Err(AddressFault::Dots),
        _ => {}
    }
    let is_usual = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '+');
    match part.chars().find(|c| !is_usual(*c) && *c != also) {
        None => Ok(()),
        Some('\\') => Err(AddressFault::Backslash),
        Some(c) => Err(AddressFault::Character(c)),
    }
}

/// A path with its `.` and `..` parts resolved; none when it climbs above the root.
pub fn normalize(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The name of the file, when an address leads to one computer alone: `C:\…`, `file:…`, `\\server\…`.
/// Markdown takes one of the two first backslashes away.
pub fn on_own_machine(written: &str) -> Option<&str> {
    let written = written.trim();
    let is_drive = |scheme: &str| scheme.len() == 1 && scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
    let scheme = written.split_once(':').map(|(scheme, _)| scheme);
    let is_own = written.starts_with('\\')
        || scheme.is_some_and(|scheme| is_drive(scheme) || scheme.eq_ignore_ascii_case("file"));
    is_own.then(|| written.rsplit(['/', '\\', ':']).next().unwrap_or_default())
}

/// A path as links write it: `PV %233.pdf` for `PV #3.pdf`, which would lead to a place in `PV `.
///
/// Everything else that an address cannot hold is left to who writes it.
pub fn written(path: &str) -> Cow<'_, str> {
    let n_plain = path.bytes().take_while(|byte| !matches!(byte, b'%' | b'#' | b'?')).count();
    if n_plain == path.len() {
        return Cow::Borrowed(path);
    }
    let (plain, rest) = path.split_at(n_plain);
    let rest = rest.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    Cow::Owned([plain, &rest].concat())
}

/// What comes before `:` when that makes an address absolute: `https`, `mailto`, `C`.
pub fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// A text with its `%C3%A9` made letters again; as written when that makes no text.
pub fn percent_decoded(written: &str) -> Cow<'_, str> {
    if !written.contains('%') {
        return Cow::Borrowed(written);
    }
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let encoded = match (first, after) {
            (b'%', [high, low, after @ ..]) => value(*high).zip(value(*low)).map(|digits| (digits, after)),
            _ => None,
        };
        let (byte, after) = match encoded {
            Some(((high, low), after)) => (high << 4 | low, after),
            None => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(written), Cow::Owned)
}

/// A text in which all bytes but the kept ones are written with their number: `%C3%A9`.
pub fn percent_encoded(text: &str, is_kept: &[bool; 256]) -> String {
    let digit = |of: u8| char::from(b"0123456789ABCDEF"[usize::from(of)]);
    let bytes = text.as_bytes();
    let mut first = 0;
    while first < bytes.len() && is_kept[usize::from(bytes[first])] {
        first += 1;
    }
    if first == bytes.len() {
        return text.to_owned();
    }
    let mut encoded = String::with_capacity(2 * text.len());
    encoded.push_str(&text[..first]);
    // What is kept is ASCII: between two bytes that are written otherwise there is text.
    let mut from = first;
    for (at, &byte) in bytes.iter().enumerate().skip(first) {
        if is_kept[usize::from(byte)] {
            continue;
        }
        if from < at {
            encoded.push_str(&text[from..at]);
        }
        encoded.push('%');
        encoded.push(digit(byte >> 4));
        encoded.push(digit(byte & 15));
        from = at + 1;
    }
    encoded.push_str(&text[from..]);
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_points_to_another_by_folders() {
        let check = |from: &str, to: &str, expected: &str| {
            assert_eq!(
                Address(to.to_owned()).relative_to(&Address(from.to_owned())),
                expected,
                "{from} → {to}"
            );
        };
        check("/", "/", "./");
        check("/", "/plans/", "plans/");
        check("/plans/", "/", "../");
        check("/plans/2025-2026/", "/plans/2025-2026/", "./");
        check("/plans/2025-2026/", "/plans/2025/", "../2025/");
        check("/plans/2025-2026/orientation-2/", "/plans/2025-2026/badge.svg", "../badge.svg");
        check("/actualites/fete/", "/plans/2025-2026/", "../../plans/2025-2026/");
        check("/", "/a:b/", "./a:b/");
        check("/404.html", "/jalon.css", "jalon.css");
        check("/plans/", "/PV #3, 50%?.pdf", "../PV %233, 50%25%3F.pdf");
    }

    #[test]
    fn letters_written_with_their_numbers_are_letters_again() {
        let check = |written: &str, expected: &str| assert_eq!(percent_decoded(written), expected);
        check("bilan.pdf", "bilan.pdf");
        check("caf%C3%A9%20%2f", "café /");
        check("100 %+1 %é% %4", "100 %+1 %é% %4");
        check("%E9t%E9", "%E9t%E9");
    }

    #[test]
    fn a_path_never_climbs_above_the_root() {
        assert_eq!(normalize("content/plans/../a.md").as_deref(), Some("content/a.md"));
        assert_eq!(normalize("content/../../a.md"), None);
    }
}
