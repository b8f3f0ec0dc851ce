//! Addresses of other sites: what can be asked of them, and what is told of those that are dead.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Website, gather};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::away::{DeadAway, Silence};

/// Addresses as written, with the published paths of the pages that have them.
pub type Away = BTreeMap<String, BTreeSet<String>>;

/// The address to ask for: none where there is no page to look at (a mailbox, a telephone).
pub fn asked(written: &str) -> Option<String> {
    let written = written.trim();
    let whole = match written.strip_prefix("//") {
        Some(rest) => format!("https://{rest}"),
        None => written.to_owned(),
    };
    let (scheme, rest) = whole.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or(rest);
    let mut address = format!("{scheme}://");
    for byte in rest.bytes() {
        // What an address may not hold is written as browsers send it.
        match byte {
            b' ' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | 0x00..=0x1f | 0x7f.. => {
                address.push_str(&format!("%{byte:02X}"));
            }
            _ => address.push(char::from(byte)),
        }
    }
    Some(address)
}

/// What to tell of the addresses that lead to nothing, each where it was written.
pub fn diagnostics(
    website: &Website<'_>,
    away: &Away,
    silences: &BTreeMap<String, Silence>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (written, pages) in away {
        let Some(silence) = asked(written).and_then(|address| silences.get(&address)) else { continue };
        let fault = DeadAway { written: written.clone(), silence: *silence };
        found.extend(pages.iter().map(|page| Found {
            page: page.clone(),
            fault: PageFault::Away(fault.clone()),
            target: None,
        }));
    }
    gather::of_pages(website, found)
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn an_address_is_asked_as_a_browser_sends_it() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(asked(written).as_deref(), expected, "{written}");
        };
        check("https://example.org/a?b=1#c", Some("https://example.org/a?b=1"));
        check(" HTTP://example.org/été 1 ", Some("http://example.org/%C3%A9t%C3%A9%201"));
        check("//example.org/", Some("https://example.org/"));
        check("mailto:info@example.org", None);
        check("ftp://example.org/a", None);
        check("tel:+14185550123", None);
    }
}
