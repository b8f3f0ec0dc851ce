//! The text of a page, out of its HTML: what is read, and which of it is a heading.

use memchr::{memchr, memchr2, memmem};

use crate::html::{Side, Tag, Token, tokens};
use crate::markdown;
use crate::source::listed;

/// How much a word counts where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Text,
    Heading,
    Title,
}

/// The class of the call of a footnote: its number is no part of the word before it.
const CALL: &str = "footnote-call";

/// The main part of a page.
pub fn main_of(html: &str) -> &str {
    let Some(start) = memmem::find(html.as_bytes(), b"<main") else { return html };
    let main = &html[start..];
    memmem::rfind(main.as_bytes(), b"</main>").map_or(main, |end| &main[..end])
}

/// Each text of a piece of HTML, entities decoded, in order. The title of the page (`h1`), its
/// menus and its drawings are left out.
pub fn each(html: &str, mut found: impl FnMut(Rank, &str)) {
    let mut place = Place { left_out: None, rank: Rank::Text };
    // Whether a space is due before the next text.
    let mut is_parted = false;
    let mut say = |rank: Rank, is_parted: &mut bool, text: &str| {
        if std::mem::take(is_parted) {
            found(rank, " ");
        }
        found(rank, text);
    };
    let mut tokens = tokens(html);
    loop {
        let text = tokens.text(look).filter(|_| place.left_out.is_none());
        match text {
            None => {}
            // Half of the texts are the end of a line between two tags.
            Some(("\n", _)) => is_parted = true,
            Some((text, Written::Plainly)) => say(place.rank, &mut is_parted, text),
            Some((text, Written::WithEntities)) => {
                say(place.rank, &mut is_parted, &markdown::unescape(text));
            }
        }
        match tokens.next() {
            None => break,
            Some(Token::Tag(tag)) => {
                place.pass(&tag);
                is_parted |= place.left_out.is_none() && !tag.is_inline();
            }
            // A `<` alone.
            Some(Token::Text(text)) if place.left_out.is_none() => say(place.rank, &mut is_parted, text),
            Some(Token::Text(_) | Token::Hidden(_)) => {}
        }
    }
}

/// How a text is written.
enum Written {
    Plainly,
    WithEntities,
}

/// Where the text ends that starts here, and how it is written.
fn look(bytes: &[u8]) -> (usize, Written) {
    if bytes.starts_with(b"\n<") {
        return (1, Written::Plainly);
    }
    match memchr2(b'<', b'&', bytes) {
        Some(at) if bytes[at] == b'&' => (memchr(b'<', bytes).unwrap_or(bytes.len()), Written::WithEntities),
        end => (end.unwrap_or(bytes.len()), Written::Plainly),
    }
}

/// Where a text stands in its page.
struct Place<'h> {
    /// The element that is left out, and how many of its name are open.
    left_out: Option<(&'h str, usize)>,
    rank: Rank,
}

impl<'h> Place<'h> {
    /// Goes past a tag.
    fn pass(&mut self, tag: &Tag<'h>) {
        match (&mut self.left_out, tag.side) {
            (None, Side::Opening) if is_left_out(tag) => self.left_out = Some((tag.name, 1)),
            (Some((name, depth)), Side::Opening) if *name == tag.name => *depth += 1,
            (Some((name, 1)), Side::Closing) if *name == tag.name => self.left_out = None,
            (Some((name, depth)), Side::Closing) if *name == tag.name => *depth -= 1,
            (None | Some(_), _) => {}
        }
        if tag.level().is_some() {
            self.rank = if tag.side == Side::Opening { Rank::Heading } else { Rank::Text };
        }
    }
}

fn is_left_out(tag: &Tag<'_>) -> bool {
    // What leads elsewhere, or is not read.
    let is_aside = match tag.name {
        "nav" | "svg" | "h1" => true,
        "sup" => tag.text.contains(CALL),
        _ => false,
    };
    is_aside && !tag.text.ends_with("/>")
}

/// The words of a line of HTML.
pub fn plain(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    each(html, |_, text| plain.push_str(text));
    squeezed(&plain)
}

/// What stands between white space, no-break spaces aside. It passes over a text at a look for each byte.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let word = rest.trim_ascii_start();
        let end = word.bytes().position(|byte| IS_SPACE[usize::from(byte)]).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        rest = after;
        (end > 0).then_some(word)
    })
}

/// The white space of ASCII.
const IS_SPACE: [bool; 256] = listed(b" \t\n\x0c\r");

/// White space made single spaces, no-break ones kept.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in split(text) {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::{Rank, each, main_of};

    #[test]
    fn a_page_gives_its_texts() {
        let check = |html: &str, expected: &str| {
            let (mut headings, mut texts) = (String::new(), String::new());
            each(main_of(html), |rank, text| match rank {
                Rank::Heading => headings.push_str(text),
                Rank::Text | Rank::Title => texts.push_str(text),
            });
            let found = format!("{} / {}", super::squeezed(&headings), super::squeezed(&texts));
            assert_eq!(found, expected, "{html}");
        };
        check("<p>avant<main><p>Un <b>mot</b></p><p>deux</main>après", " / Un mot deux");
        check("<main><h1>Titre</h1><h2>Le parc &amp; l’eau</h2><p>Texte</main>", "Le parc & l’eau / Texte");
        check("<main><nav><ul><li>Suivant</ul></nav>Ici<svg><text>dessin</text></svg></main>", " / Ici");
        check("<main><ul><li>un<li>deux</ul><p>mi<em>eux</em></main>", " / un deux mieux");
        check("<main>2 &lt; 3 &eacute;t&eacute;</main>", " / 2 < 3 été");
    }
}
