//! The text of a page, out of its HTML: what is read, and which of it is a heading.

use std::borrow::Cow;

use crate::html::{Side, Tag, Token, tokens};
use crate::markdown;

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
    let Some(start) = html.find("<main") else { return html };
    let main = &html[start..];
    main.rfind("</main>").map_or(main, |end| &main[..end])
}

/// Each text of a piece of HTML, entities decoded, in order. The title of the page (`h1`), its
/// menus and its drawings are left out.
pub fn each<'h>(html: &'h str, mut found: impl FnMut(Rank, Cow<'h, str>)) {
    let mut left_out: Option<&str> = None;
    let mut depth = 0;
    let mut rank = Rank::Text;
    for token in tokens(html) {
        match token {
            Token::Hidden(_) => {}
            Token::Text(text) if left_out.is_none() => found(rank, decoded(text)),
            Token::Text(_) => {}
            Token::Tag(tag) => {
                match (left_out, tag.side) {
                    (None, Side::Opening) if is_left_out(&tag) => {
                        (left_out, depth) = (Some(tag.name), 1);
                    }
                    (Some(name), Side::Opening) if name == tag.name => depth += 1,
                    (Some(name), Side::Closing) if name == tag.name => depth -= 1,
                    (None | Some(_), _) => {}
                }
                if left_out.is_some() && depth == 0 {
                    left_out = None;
                }
                if tag.level().is_some() {
                    rank = if tag.side == Side::Opening { Rank::Heading } else { Rank::Text };
                }
                if !tag.is_inline() && left_out.is_none() {
                    found(rank, Cow::Borrowed(" "));
                }
            }
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
    each(html, |_, text| plain.push_str(&text));
    squeezed(&plain)
}

/// White space made single spaces, no-break ones kept.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains('&') { Cow::Owned(markdown::unescape(text)) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::{Rank, each, main_of};

    #[test]
    fn a_page_gives_its_texts() {
        let check = |html: &str, expected: &str| {
            let (mut headings, mut texts) = (String::new(), String::new());
            each(main_of(html), |rank, text| match rank {
                Rank::Heading => headings.push_str(&text),
                Rank::Text | Rank::Title => texts.push_str(&text),
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
