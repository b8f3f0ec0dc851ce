//! The pictures of a page: those it holds itself, and the names of those that stand beside it.

use super::super::piece::PictureFile;
use super::tree::Element;
use crate::address::percent_decoded;

/// What there is of a picture.
#[derive(Debug, PartialEq)]
pub(super) enum Picture {
    /// Kept, under this name.
    Kept { name: String },
    /// Of a form that browsers do not show.
    Odd { name: String },
    /// Not in the page, by the name of its file.
    Elsewhere { name: String },
    /// A dot that counts readers or pushes words further: nothing is seen of it.
    Unseen,
}

/// The pictures that a page holds itself.
#[derive(Default)]
pub(super) struct Pictures {
    pub files: Vec<PictureFile>,
}

impl Pictures {
    /// Takes the picture of an `<img>`.
    pub fn take(&mut self, img: &Element) -> Picture {
        let is_dot =
            |side: &str| img.attribute(side).is_some_and(|size| matches!(size.trim(), "0" | "1" | "1px"));
        if is_dot("width") || is_dot("height") {
            return Picture::Unseen;
        }
        let Some(address) = img.attribute("src").map(str::trim).filter(|src| !src.is_empty()) else {
            return Picture::Unseen;
        };
        let Some(data) = address.get(..5).filter(|start| start.eq_ignore_ascii_case("data:")) else {
            return Picture::Elsewhere { name: file_name(address) };
        };
        let (kind, written) = address[data.len()..].split_once(',').unwrap_or_default();
        let form = kind.split(';').next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        let form = form.split('+').next().unwrap_or_default().to_lowercase();
        let end = match form.as_str() {
            "png" | "gif" | "webp" => Some(form.as_str()),
            "jpeg" | "jpg" | "pjpeg" => Some("jpg"),
            _ => None,
        };
        let bytes = if kind.ends_with(";base64") { from_base64(&percent_decoded(written)) } else { None };
        match (end, bytes) {
            (Some(end), Some(bytes)) if !bytes.is_empty() => self.keep(end, bytes),
            _ => Picture::Odd { name: format!("image-{}.{form}", self.files.len() + 1) },
        }
    }

    /// Keeps a picture, once however often the page shows it.
    fn keep(&mut self, end: &str, bytes: Vec<u8>) -> Picture {
        if let Some(same) = self.files.iter().find(|file| file.bytes == bytes) {
            return Picture::Kept { name: same.name.clone() };
        }
        let name = format!("image-{}.{end}", self.files.len() + 1);
        self.files.push(PictureFile { name: name.clone(), bytes });
        Picture::Kept { name }
    }
}

/// The name of the file that an address leads to.
fn file_name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    percent_decoded(path.rsplit(['/', '\\']).next().unwrap_or(path)).into_owned()
}

/// The bytes that letters of base 64 stand for; none when they are broken.
fn from_base64(written: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(written.len() / 4 * 3);
    let (mut held, mut n_bits) = (0u32, 0);
    for byte in written.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => return None,
        };
        held = (held << 6) | u32::from(six);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.extend(u8::try_from((held >> n_bits) & 0xff));
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{file_name, from_base64};

    #[test]
    fn letters_of_base_64_are_bytes() {
        let check = |written: &str, expected: Option<&str>| {
            let bytes = from_base64(written).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            assert_eq!(bytes.as_deref(), expected, "{written}");
        };
        check("", Some(""));
        check("YQ==", Some("a"));
        check("YWI=", Some("ab"));
        check("YWJj", Some("abc"));
        check("YW\nJjZA", Some("abcd"));
        check("a b é", None);
    }

    #[test]
    fn a_picture_is_named_as_its_file() {
        let check = |address: &str, expected: &str| assert_eq!(file_name(address), expected);
        check("plan_fichiers/image001.png", "image001.png");
        check("https://exemple.org/a/la%20carte.jpg?v=2", "la carte.jpg");
        check("file:///C:\\photos\\b.bmp", "b.bmp");
    }
}
