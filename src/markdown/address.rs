//! Addresses: which are dangerous, and how one is written in an attribute.

use crate::address::percent_encoded;
use crate::source::listed;

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Link,
    Image,
}

/// The scheme of an address that would run a program in the reader's browser.
///
/// Browsers drop control characters and white space before they look for the scheme, so these
/// are dropped here as well, along with characters nobody sees.
pub(super) fn dangerous_scheme(address: &str, used: Use) -> Option<&'static str> {
    let seen: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(*c))
        .take(24)
        .collect::<String>()
        .to_ascii_lowercase();
    let (scheme, rest) = seen.split_once(':')?;
    match scheme {
        "javascript" => Some("javascript"),
        "vbscript" => Some("vbscript"),
        "livescript" => Some("livescript"),
        "data" if used == Use::Image && is_picture(rest) => None,
        "data" => Some("data"),
        _ => None,
    }
}

/// Pictures made of dots only: an SVG is a document.
fn is_picture(media: &str) -> bool {
    ["image/png", "image/gif", "image/jpeg", "image/webp", "image/avif"]
        .iter()
        .any(|picture| media.starts_with(picture))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// An address escaped for an attribute: bytes an address cannot hold are percent-encoded,
/// `&` and quotes become entities.
pub(super) fn href(address: &str) -> String {
    encoded(address).replace('&', "&amp;").replace('\'', "&#x27;")
}

/// An address as it is, bytes it cannot hold percent-encoded.
pub(super) fn encoded(address: &str) -> String {
    percent_encoded(address, &IS_KEPT)
}

const IS_KEPT: [bool; 256] =
    listed(b"&'-_.+!*(),%#@?=;:/$~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
