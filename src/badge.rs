//! Badges: a picture (SVG) and an endpoint (JSON, shields' form) that say how far something is.

use serde::Serialize;

use crate::json;

/// What a badge says: a label, a message, and the shape and colour of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// « plan 2025-2026 »
    pub label: String,
    /// « 7 sur 31 »
    pub message: String,
    /// The whole, for who cannot see it: « Plan 2025-2026 : 7 actions réalisées sur 31 ».
    pub title: String,
    pub level: Level,
    /// `fr-CA`
    pub lang: String,
}

/// How far, in four steps, for shape and colour; `Unstated` when no follow-up is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Unstated,
    None,
    Some,
    Most,
    All,
}

/// The endpoint form that shields.io reads.
#[derive(Debug, Clone, Serialize)]
struct Endpoint<'a> {
    #[serde(rename = "schemaVersion")]
    schema_version: u8,
    label: &'a str,
    message: &'a str,
    color: &'a str,
}

const HEIGHT: u32 = 24;
const FONT_SIZE: u32 = 12;
/// Room on each side of a text.
const PADDING: u32 = 8;
/// Room of the shape and of the space after it.
const SHAPE: u32 = 18;

/// Dark on light in both halves, 7:1 or more, and the same on any page it is shown on.
const INK: &str = "#241c15";
const PAPER: &str = "#fbf7f0";
const LINE: &str = "#6f6357";

/// How wide and how high the picture is, in pixels.
pub fn size(badge: &Badge) -> (u32, u32) {
    let (label, message) = (text_width(&badge.label), text_width(&badge.message));
    (label + 2 * PADDING + SHAPE + message + 2 * PADDING, HEIGHT)
}

/// The picture: no font file, no script, no style, no outside reference.
///
/// The widths come from a table of our own and `textLength` holds the text to them, so that it
/// fits whatever sans-serif font the reader has.
pub fn svg(badge: &Badge) -> String {
    let Badge { label, message, title, level, lang } = badge;
    let (label_width, message_width) = (text_width(label), text_width(message));
    let split = label_width + 2 * PADDING;
    let (width, _) = size(badge);
    let (right, right_width) = (split + PADDING + SHAPE, width - split);
    let (tint, shape) = (level.tint(), level.shape());
    let (label, message, title, lang) = (escaped(label), escaped(message), escaped(title), escaped(lang));
    let (inner_width, inner_height) = (width - 1, HEIGHT - 1);
    let shape_x = split + PADDING;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {width} {HEIGHT}\" role=\"img\" aria-label=\"{title}\" lang=\"{lang}\">\n\
         <title>{title}</title>\n\
         <rect width=\"{width}\" height=\"{HEIGHT}\" rx=\"4\" fill=\"{PAPER}\"/>\n\
         <path d=\"M{split} 0h{}a4 4 0 0 1 4 4v{}a4 4 0 0 1-4 4h-{}z\" fill=\"{tint}\"/>\n\
         <rect x=\".5\" y=\".5\" width=\"{inner_width}\" height=\"{inner_height}\" rx=\"3.5\" fill=\"none\" stroke=\"{LINE}\"/>\n\
         <g transform=\"translate({shape_x} 6)\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.5\">{shape}</g>\n\
         <g fill=\"{INK}\" font-family=\"Verdana, 'DejaVu Sans', Arial, sans-serif\" font-size=\"{FONT_SIZE}\">\n\
         <text x=\"{PADDING}\" y=\"16\" textLength=\"{label_width}\" lengthAdjust=\"spacingAndGlyphs\">{label}</text>\n\
         <text x=\"{right}\" y=\"16\" textLength=\"{message_width}\" lengthAdjust=\"spacingAndGlyphs\">{message}</text>\n\
         </g>\n\
         </svg>\n",
        right_width - 4,
        HEIGHT - 8,
        right_width - 4,
    )
}

/// The endpoint.
pub fn json(badge: &Badge) -> String {
    let Badge { label, message, title: _, level, lang: _ } = badge;
    let endpoint = Endpoint { schema_version: 1, label, message, color: level.color() };
    json::on_one_line(&endpoint) + "\n"
}

impl Level {
    /// The pale colour behind the message.
    fn tint(self) -> &'static str {
        match self {
            Level::Unstated => "#eeeae4",
            Level::None => "#f1ece3",
            Level::Some => "#d9e6f5",
            Level::Most => "#d5ebe4",
            Level::All => "#d6ebcb",
        }
    }

    /// A drawing in a square of 12, so that colour is never needed.
    fn shape(self) -> &'static str {
        match self {
            Level::Unstated => "<circle cx=\"6\" cy=\"6\" r=\"5\" stroke-dasharray=\"2 2\"/>",
            Level::None => "<circle cx=\"6\" cy=\"6\" r=\"5\"/>",
            Level::Some => {
                "<circle cx=\"6\" cy=\"6\" r=\"5\"/><path d=\"M6 3a3 3 0 0 1 0 6z\" fill=\"#241c15\" stroke=\"none\"/>"
            }
            Level::Most => {
                "<circle cx=\"6\" cy=\"6\" r=\"5\"/><path d=\"M6 6V3a3 3 0 1 1-3 3z\" fill=\"#241c15\" stroke=\"none\"/>"
            }
            Level::All => {
                "<circle cx=\"6\" cy=\"6\" r=\"5.5\" fill=\"#241c15\"/><path d=\"M3.2 6.2 5.2 8.2 8.8 3.8\" stroke=\"#d6ebcb\"/>"
            }
        }
    }

    /// The strong colour that shields paints; it chooses the colour of the text by itself.
    fn color(self) -> &'static str {
        match self {
            Level::Unstated | Level::None => "6f6357",
            Level::Some => "1d5a94",
            Level::Most => "0e6b57",
            Level::All => "2f6b1f",
        }
    }
}

/// The width of a text in the picture, rounded up: near Verdana, the widest of common fonts.
fn text_width(text: &str) -> u32 {
    let tenths: u32 = text.chars().map(tenths_of_pixel).sum();
    tenths.div_ceil(10)
}

fn tenths_of_pixel(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'I' | 'î' | 'ï' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 37,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | ' ' | '\u{a0}' | '-' => 46,
        'm' | 'w' | 'M' | 'W' | '%' | 'œ' | 'Œ' | 'æ' | 'Æ' | '—' | '…' => 115,
        c if c.is_uppercase() => 86,
        c if c.is_ascii() || c.is_alphabetic() => 76,
        _ => 90,
    }
}

/// Text as XML allows it, in content and between quotes: marks escaped, control characters dropped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn badge(label: &str, message: &str, level: Level) -> Badge {
        Badge {
            label: label.to_owned(),
            message: message.to_owned(),
            title: format!("{label}\u{a0}: {message}"),
            level,
            lang: "fr-CA".to_owned(),
        }
    }

    #[test]
    fn the_size_told_to_pages_is_that_of_the_picture() {
        for badge in [badge("Plan", "7 sur 31", Level::Some), badge("", "", Level::None)] {
            let (width, height) = size(&badge);
            assert!(svg(&badge).contains(&format!(" width=\"{width}\" height=\"{height}\" ")));
        }
    }

    /// A picture is well formed when every element that opens closes, in order, and quotes match.
    fn check_well_formed(svg: &str) {
        let mut open: Vec<&str> = Vec::new();
        for tag in svg.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').expect("a tag ends");
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            for part in text.split('&').skip(1) {
                let name = part.split_once(';').expect("an entity ends").0;
                assert!(["amp", "lt", "gt", "quot"].contains(&name), "{name}");
            }
            match (tag.strip_prefix('/'), tag.ends_with('/')) {
                (Some(name), _) => assert_eq!(open.pop(), Some(name)),
                (None, true) => {}
                (None, false) => open.push(tag.split([' ', '\n']).next().expect("a tag has a name")),
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    #[test]
    fn every_level_is_well_formed_and_needs_nothing_outside() {
        for level in [Level::Unstated, Level::None, Level::Some, Level::Most, Level::All] {
            let svg = svg(&badge("Plan d’action", "7 sur 31", level));
            check_well_formed(&svg);
            for banned in ["<style", "style=", "<script", "href", "url(", "@import"] {
                assert!(!svg.contains(banned), "{banned} in {svg}");
            }
        }
    }

    #[test]
    fn levels_differ_by_shape_and_not_only_by_colour() {
        let levels = [Level::Unstated, Level::None, Level::Some, Level::Most, Level::All];
        for (n, level) in levels.iter().enumerate() {
            for other in &levels[n + 1..] {
                assert_ne!(level.shape(), other.shape());
            }
        }
    }

    #[test]
    fn what_the_author_wrote_cannot_become_markup() {
        let svg = svg(&badge("A < B & \"C\"", "<script>\u{7}alert(1)</script>", Level::Some));
        check_well_formed(&svg);
        assert!(svg.contains(
            "<title>A &lt; B &amp; &quot;C&quot;\u{a0}: &lt;script&gt; alert(1)&lt;/script&gt;</title>"
        ));
        assert!(!svg.contains("<script"));
    }

    #[test]
    fn the_whole_is_said_to_who_cannot_see_it() {
        let svg = svg(&badge("Plan", "7 sur 31", Level::Some));
        assert!(svg.contains("role=\"img\" aria-label=\"Plan\u{a0}: 7 sur 31\" lang=\"fr-CA\""));
        assert!(svg.contains("<title>Plan\u{a0}: 7 sur 31</title>"));
    }

    #[test]
    fn a_longer_text_makes_a_wider_picture() {
        let width = |message: &str| text_width(message);
        assert!(width("31 sur 31 réalisées") > width("7 sur 31"));
        assert_eq!(width(""), 0);
        check_well_formed(&svg(&badge("", "", Level::None)));
    }

    #[test]
    fn dark_text_stands_out_on_every_tint() {
        for background in [Level::Unstated, Level::None, Level::Some, Level::Most, Level::All]
            .map(Level::tint)
            .into_iter()
            .chain([PAPER])
        {
            let contrast = (luminance(background) + 0.05) / (luminance(INK) + 0.05);
            assert!(contrast >= 7.0, "{background}: {contrast:.1}");
        }
    }

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).expect("two digits")) / 255.0;
            if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn the_endpoint_has_the_form_that_shields_reads() {
        assert_eq!(
            json(&badge("Plan \"A\"", "7 sur 31", Level::All)),
            "{\"schemaVersion\":1,\"label\":\"Plan \\\"A\\\"\",\"message\":\"7 sur 31\",\"color\":\"2f6b1f\"}\n"
        );
    }
}
