//! What a part of a document says, and the fingerprint of it.

use std::collections::BTreeMap;

use crate::front_matter::translation::N_DIGITS;
use crate::html::{Side, Tag, Token, tokens};
use crate::lang;
use crate::markdown::{Filling, Footnote, Hole, Html, Line, decoded, escape};

/// The words of a part.
///
/// Two texts that differ by markup, by the padding of a table, by where lines are cut, by no-break
/// spaces or by the form of an apostrophe have the same words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// For people: markup removed, on one line.
    pub plain: String,
    /// What the fingerprint is made of: the words, then where their links lead and what their
    /// pictures are, since a translation must follow them there.
    hashed: String,
}

impl Words {
    pub fn of_text(text: &str) -> Words {
        let plain = lang::on_one_line(text);
        Words { hashed: normal(&plain), plain }
    }

    pub fn of_line(line: &Line, notes: &Notes<'_>) -> Words {
        Words { plain: lang::on_one_line(&line.plain), ..Words::of_html(&line.html, notes) }
    }

    /// A call of a footnote reads as the footnote itself: its words have no other place.
    pub fn of_html(html: &Html, notes: &Notes<'_>) -> Words {
        let filled = html.fill(&mut |hole| notes.fill(hole));
        let (mut plain, mut targets) = (String::new(), String::new());
        for token in tokens(&filled) {
            match token {
                Token::Text(text) => plain.push_str(text),
                Token::Tag(tag) => {
                    if !tag.is_inline() {
                        plain.push(' ');
                    }
                    take_attributes(&tag, &mut plain, &mut targets);
                }
                Token::Hidden(_) => {}
            }
        }
        let plain = lang::on_one_line(&decoded(&plain));
        let hashed = format!("{}{targets}", normal(&plain));
        Words { plain, hashed }
    }

    /// The same, followed by other words.
    pub fn then(mut self, other: &Words) -> Words {
        if self.is_empty() {
            return other.clone();
        }
        if !other.is_empty() {
            self.plain.push(' ');
            self.plain.push_str(&other.plain);
            self.hashed.push('\n');
            self.hashed.push_str(&other.hashed);
        }
        self
    }

    /// Whether there is nothing to translate.
    pub fn is_empty(&self) -> bool {
        self.hashed.is_empty()
    }

    /// The first digits of the BLAKE3 hash of the words, in hexadecimal.
    pub fn fingerprint(&self) -> String {
        blake3::hash(self.hashed.as_bytes()).to_hex()[..N_DIGITS].to_owned()
    }
}

/// The footnotes of a document, by label.
pub struct Notes<'a>(BTreeMap<&'a str, &'a Html>);

impl<'a> Notes<'a> {
    pub fn of(footnotes: &'a [Footnote]) -> Notes<'a> {
        Notes(footnotes.iter().map(|note| (note.label.as_str(), &note.html)).collect())
    }

    fn fill(&self, hole: &Hole) -> String {
        let inner = |label: &str| match self.0.get(label) {
            // A footnote that calls another one stops there: two may call each other.
            Some(note) => format!("<p>{}</p>", note.fill(&mut |hole| plainly(hole))),
            None => String::new(),
        };
        match &hole.what {
            Filling::FootnoteCall(label) => inner(label),
            Filling::Link(_)
            | Filling::Image(_)
            | Filling::Word(_)
            | Filling::Title
            | Filling::Shortcode(_) => plainly(hole),
        }
    }
}

fn plainly(hole: &Hole) -> String {
    match &hole.what {
        Filling::Link(address) | Filling::Image(address) => escape(address),
        Filling::Shortcode(shortcode) => escape(&shortcode.written),
        Filling::FootnoteCall(_) | Filling::Word(_) | Filling::Title => String::new(),
    }
}

/// A picture is said by its `alt`, a link may be explained by its `title`.
fn take_attributes(tag: &Tag<'_>, plain: &mut String, targets: &mut String) {
    if tag.side == Side::Closing {
        return;
    }
    for name in ["alt", "title"] {
        if let Some(words) = attribute(tag, name) {
            plain.push(' ');
            plain.push_str(words);
            plain.push(' ');
        }
    }
    let target = match tag.name {
        "a" => attribute(tag, "href"),
        "img" => attribute(tag, "src"),
        _ => None,
    };
    if let Some(target) = target {
        targets.push('\n');
        targets.push_str(target);
    }
}

fn attribute<'h>(tag: &Tag<'h>, name: &str) -> Option<&'h str> {
    let (_, value) = tag.text.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// The apostrophe of a keyboard and that of a book are one.
fn normal(plain: &str) -> String {
    plain.replace('’', "'")
}
