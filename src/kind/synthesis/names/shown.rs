//! What a reader would see of a document: entities decoded, no markup within words, no invisible characters.

use crate::html::{self, Token};
use crate::markdown::{self, Filling, Html};

/// The attributes whose values are read; what links follow is in holes.
const READ: [&str; 4] = ["alt", "title", "href", "src"];

/// What a reader sees of HTML.
pub struct Shown {
    /// Its words, with a blank line between blocks.
    pub text: String,
    /// What its attributes say, each after a blank line: addresses, what pictures show.
    pub attributes: String,
}

/// What a reader sees of a piece of a document.
pub fn of(html: &Html) -> Shown {
    let (mut text, mut attributes) = (String::new(), String::new());
    for token in html::tokens(html.unfilled()) {
        match token {
            Token::Text(words) => text.push_str(&markdown::decoded(words)),
            Token::Tag(tag) => {
                match tag.name {
                    // A name goes on to the next line, or is one word that may be cut there.
                    "br" => text.push(' '),
                    "wbr" | "data" | "img" | "ruby" | "samp" | "time" | "var" => {}
                    _ if tag.is_inline() => {}
                    _ => text.push_str("\n\n"),
                }
                for (_, value) in tag.attributes().filter(|(name, _)| READ.contains(name)) {
                    attributes.extend(["\n\n", &markdown::decoded(value)]);
                }
            }
            Token::Hidden(_) => {}
        }
    }
    for hole in html.holes() {
        match &hole.what {
            Filling::Link(address) | Filling::Image(address) => attributes.extend(["\n\n", address]),
            Filling::FootnoteCall(_) | Filling::Word(_) | Filling::Title | Filling::Shortcode(_) => {}
        }
    }
    text.retain(|c| !is_invisible(c));
    attributes.retain(|c| !is_invisible(c));
    Shown { text, attributes }
}

/// Whether a character shows nothing between two letters: a soft hyphen, a space without width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
