//! How large a picture is, from the first bytes of its file.

use imagesize::{Compression, ImageType};

use super::{Kind, Size};
use crate::html::{self, Side, Tag, Token};

/// The size of a picture made of points, turned as its camera was held.
pub(super) fn of_photograph(bytes: &[u8]) -> Kind {
    match imagesize::image_type(bytes) {
        // What telephones keep (HEIC), under the name of something else.
        Ok(ImageType::Heif(compression)) if compression != Compression::Av1 => return Kind::Unknown,
        Ok(_) => {}
        Err(_) => return Kind::Unknown,
    }
    let Ok(size) = imagesize::blob_size(bytes) else { return Kind::Unknown };
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
        return Kind::Unknown;
    };
    Kind::Known(Some(if lies_on_its_side(bytes) {
        Size { width: height, height: width }
    } else {
        Size { width, height }
    }))
}

/// The size of a drawing: its own `width` and `height` in pixels, else those of its `viewBox`.
pub(super) fn of_drawing(bytes: &[u8]) -> Kind {
    let text = String::from_utf8_lossy(bytes);
    let root = html::tokens(&text).find_map(|token| match token {
        Token::Tag(Tag { name, side: Side::Opening, text }) => (name == "svg").then_some(text),
        Token::Tag(_) | Token::Text(_) | Token::Hidden(_) => None,
    });
    let Some(root) = root else { return Kind::Unknown };
    let of_attributes = || Some((pixels(attribute(root, "width")?)?, pixels(attribute(root, "height")?)?));
    let of_box = || {
        let numbers = attribute(root, "viewBox")?.split([' ', ',']).filter(|part| !part.is_empty());
        match numbers.map(str::parse).collect::<Result<Vec<f64>, _>>().ok()?.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    };
    let size = of_attributes().or_else(of_box).and_then(|(width, height)| {
        let whole = |n: f64| (n.is_finite() && (0.5..1e6).contains(&n)).then(|| n.round() as u32);
        Some(Size { width: whole(width)?, height: whole(height)? })
    });
    Kind::Known(size)
}

/// `24`, `24px`; a share of the page is no size.
fn pixels(value: &str) -> Option<f64> {
    value.trim().trim_end_matches("px").parse().ok()
}

/// The value of an attribute of a tag, quoted one way or the other.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut starts = tag.match_indices(name).map(|(at, _)| (at, at + name.len()));
    starts.find_map(|(at, after)| {
        let is_start = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let value = tag[after..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| is_start && matches!(c, '"' | '\''))?;
        value[1..].split_once(quote).map(|(value, _)| value)
    })
}

/// Whether the camera says (Exif, tag 0x0112, values 5 to 8) that the picture is shown a quarter
/// turn from how its points are kept: browsers turn it.
fn lies_on_its_side(bytes: &[u8]) -> bool {
    orientation(bytes).is_some_and(|turn| (5..=8).contains(&turn))
}

fn orientation(bytes: &[u8]) -> Option<u16> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    // The parts before the picture: 0xff, a letter, a length that counts itself.
    loop {
        let [0xff, letter, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let part = rest.get(4..2 + length)?;
        if letter == 0xe1
            && let Some(exif) = part.strip_prefix(b"Exif\0\0")
        {
            return of_exif(exif);
        }
        if letter == 0xda {
            return None;
        }
        rest = &rest[2 + length..];
    }
}

fn of_exif(exif: &[u8]) -> Option<u16> {
    let is_little = exif.starts_with(b"II");
    let two = |at: usize| -> Option<u16> {
        let bytes: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| -> Option<usize> {
        let bytes: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let n = if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(n).ok()
    };
    let first = four(4)?;
    let n_entries = usize::from(two(first)?);
    let entries = (0..n_entries).map(|nth| first.saturating_add(2 + 12 * nth));
    entries.take_while(|at| two(*at).is_some()).find(|at| two(*at) == Some(0x0112)).and_then(|at| two(at + 8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, proptest};

    use super::{of_drawing, of_photograph};
    use crate::picture::{Kind, Size};

    fn said(kind: Kind) -> String {
        match kind {
            Kind::Known(Some(Size { width, height })) => format!("{width} × {height}"),
            Kind::Known(None) => "no size".to_owned(),
            Kind::Unknown => "unknown".to_owned(),
        }
    }

    fn check(svg: &str, expected: &str) {
        assert_eq!(said(of_drawing(svg.as_bytes())), expected, "{svg}");
    }

    #[test]
    fn a_drawing_says_its_size_or_its_box() {
        check("<svg width=\"24\" height=\"12\" viewBox=\"0 0 240 120\">", "24 × 12");
        check(
            "<?xml version=\"1.0\"?><!-- <svg width='1'> --><svg\nheight='12px' width='24.4px'>",
            "24 × 12",
        );
        check("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 640 360\">", "640 × 360");
        check("<svg viewBox=\"-10,-10, 20 10\"/>", "20 × 10");
        check("<svg stroke-width=\"2\" height=\"5\">", "no size");
        check("<svg viewBox=\"0 0 0 10\">", "no size");
        check("<svg viewBox=\"0 0 inf 10\">", "no size");
        check("<html>", "unknown");
        check("", "unknown");
    }

    /// A JPEG with a frame of this size, its camera held this way.
    fn photograph(width: u16, height: u16, turn: u8) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1, 0, 34];
        bytes.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
        bytes.extend([turn, 0, 0, 0, 0, 0, 0]);
        bytes.extend([0xff, 0xc0, 0, 11, 8]);
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 1, 0x11, 0, 0xff, 0xd9]);
        bytes
    }

    #[test]
    fn a_photograph_is_measured_as_it_is_shown() {
        assert_eq!(said(of_photograph(&photograph(4000, 3000, 1))), "4000 × 3000");
        assert_eq!(said(of_photograph(&photograph(4000, 3000, 3))), "4000 × 3000");
        assert_eq!(said(of_photograph(&photograph(4000, 3000, 6))), "3000 × 4000");
        assert_eq!(said(of_photograph(b"GIF89a\x03\0\x02\0\0\0\0\0\0")), "3 × 2");
    }

    #[test]
    fn what_browsers_do_not_show_is_unknown() {
        assert_eq!(said(of_photograph(b"")), "unknown");
        assert_eq!(said(of_photograph(b"<html>")), "unknown");
        assert_eq!(said(of_photograph(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")), "unknown");
    }

    proptest! {
        #[test]
        fn no_file_stops_the_program(
            start in prop::sample::select(vec![
                &b""[..], b"\xff\xd8\xff\xe1\0\x22Exif\0\0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ",
                b"\0\0\0\x18ftypavif", b"<svg ",
            ]),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [start, &rest].concat();
            let _size = (of_photograph(&bytes), of_drawing(&bytes));
        }
    }
}
