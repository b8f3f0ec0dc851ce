//! What a reader would see of a document: entities decoded, no markup within words, no invisible characters.

use crate::html::{self, Token};
use crate::markdown::{self, Html};

/// The attributes whose values are read or followed.
const READ: [&str; 4] = ["alt", "title", "href", "src"];

/// The words that HTML shows, with a blank line between blocks, then those of its attributes.
pub fn words(html: &Html) -> String {
    let (mut shown, mut said) = (String::new(), String::new());
    for token in html::tokens(html.unfilled()) {
        match token {
            Token::Text(text) => shown.push_str(&markdown::decoded(text)),
            Token::Tag(tag) => {
                if !tag.is_inline() {
                    shown.push_str("\n\n");
                }
                for (_, value) in tag.attributes().filter(|(name, _)| READ.contains(name)) {
                    said.extend(["\n\n", &markdown::decoded(value)]);
                }
            }
            Token::Hidden(_) => {}
        }
    }
    shown.push_str(&said);
    shown.retain(|c| !is_invisible(c));
    shown
}

/// Whether a character shows nothing between two letters: a soft hyphen, a space without width.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
