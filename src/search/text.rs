//! The text of a page, out of its HTML: what is read, and which of it is a heading.

use std::ops::Range;

use memchr::{memchr, memchr2, memmem};

use crate::html::{Side, Tag, Token, tokens};
use crate::markdown;
use crate::source::listed;
use crate::typography::html::{Form, Reader};

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
pub fn each(html: &str, found: &mut dyn FnMut(Rank, &str)) {
    let mut place = Place::START;
    let mut tokens = tokens(html);
    loop {
        if let Some((text, form)) = tokens.text(look) {
            place.text(text, form, found);
        }
        if let Some(tag) = tokens.tag() {
            place.tag(&tag);
            continue;
        }
        match tokens.next() {
            None => break,
            Some(Token::Tag(tag)) => place.tag(&tag),
            // A `<` alone.
            Some(Token::Text(text)) => place.text(text, Form::Plainly, found),
            Some(Token::Hidden(_)) => {}
        }
    }
}

/// Where the text ends that starts here, and how it is written.
fn look(bytes: &[u8]) -> (usize, Form) {
    match memchr2(b'<', b'&', bytes) {
        Some(at) if bytes[at] == b'&' => (memchr(b'<', bytes).unwrap_or(bytes.len()), Form::AsHtml),
        end => (end.unwrap_or(bytes.len()), Form::Plainly),
    }
}

/// Where a text stands in its page.
#[derive(Debug)]
struct Place {
    /// The element that is left out, and how many of its name are open.
    left_out: Option<(&'static str, usize)>,
    rank: Rank,
    /// Whether a space is due before the next text.
    is_parted: bool,
}

impl Place {
    const START: Place = Place { left_out: None, rank: Rank::Text, is_parted: false };

    #[inline]
    fn text(&mut self, text: &str, form: Form, found: &mut (impl FnMut(Rank, &str) + ?Sized)) {
        if self.left_out.is_some() {
            return;
        }
        // Half of the texts are the end of a line between two tags.
        if text == "\n" {
            self.is_parted = true;
            return;
        }
        if std::mem::take(&mut self.is_parted) {
            found(self.rank, " ");
        }
        match form {
            Form::AsHtml => found(self.rank, &markdown::decoded(text)),
            Form::Plainly => found(self.rank, text),
        }
    }

    #[inline]
    fn tag(&mut self, tag: &Tag<'_>) {
        match (&mut self.left_out, tag.side) {
            (None, Side::Opening) => self.left_out = left_out(tag).map(|name| (name, 1)),
            (Some((name, depth)), Side::Opening) if *name == tag.name => *depth += 1,
            (Some((name, 1)), Side::Closing) if *name == tag.name => self.left_out = None,
            (Some((name, depth)), Side::Closing) if *name == tag.name => *depth -= 1,
            (None | Some(_), _) => {}
        }
        if tag.level().is_some() {
            self.rank = if tag.side == Side::Opening { Rank::Heading } else { Rank::Text };
        }
        self.is_parted = self.is_parted || (self.left_out.is_none() && !tag.is_inline());
    }
}

/// The name of an element that is left out.
fn left_out(tag: &Tag<'_>) -> Option<&'static str> {
    // What leads elsewhere, or is not read.
    let name = match tag.name {
        "nav" => "nav",
        "svg" => "svg",
        "h1" => "h1",
        "sup" if tag.text.contains(CALL) => "sup",
        _ => return None,
    };
    (!tag.text.ends_with("/>")).then_some(name)
}

/// What is read of a page.
#[derive(Debug, Default)]
pub struct Texts {
    text: String,
    /// The rank of each part of the text, and where it starts; neighbours differ in rank.
    parts: Vec<(Rank, usize)>,
}

impl Texts {
    #[inline]
    pub fn add(&mut self, rank: Rank, text: &str) {
        if self.parts.last().is_none_or(|(same, _)| *same != rank) {
            self.parts.push((rank, self.text.len()));
        }
        self.text.push_str(text);
    }

    /// What a page says, its texts already set.
    pub fn of_page(html: &str) -> Texts {
        let main = main_of(html);
        let mut texts = Texts { text: String::with_capacity(main.len()), parts: Vec::new() };
        each(main, &mut |rank, text| texts.add(rank, text));
        texts
    }

    /// The parts of the text, in order.
    pub fn parts(&self) -> impl Iterator<Item = (Rank, &str)> {
        let starts = self.parts.iter().map(|(_, start)| *start);
        let ends = starts.skip(1).chain([self.text.len()]);
        self.parts.iter().zip(ends).map(|((rank, start), end)| (*rank, &self.text[*start..end]))
    }
}

/// The main part of a page, read while the page is set.
#[derive(Debug)]
pub struct PageReader {
    /// Where the main part stands in the page as it was.
    main: Range<usize>,
    stage: Stage,
    place: Place,
    texts: Texts,
}

/// How far a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Above,
    Inside,
    Below,
}

impl PageReader {
    /// Of a page that is not set yet.
    pub fn new(html: &str) -> PageReader {
        let main = main_of(html);
        let start = main.as_ptr().addr() - html.as_ptr().addr();
        let end = start + main.len();
        PageReader {
            main: start..if end < html.len() { end } else { usize::MAX },
            stage: Stage::Above,
            place: Place::START,
            texts: Texts { text: String::with_capacity(main.len()), parts: Vec::new() },
        }
    }

    /// What was read of a page, once it is set. It is read for itself if it was not while it was set, or if
    /// its theme writes « <main » where no tag starts.
    pub fn texts(self, html: &str) -> Texts {
        match self.stage {
            Stage::Below => self.texts,
            Stage::Inside if self.main.end == usize::MAX => self.texts,
            Stage::Above | Stage::Inside => Texts::of_page(html),
        }
    }
}

impl Reader for PageReader {
    #[inline]
    fn tag(&mut self, at: usize, tag: &Tag<'_>) {
        match self.stage {
            Stage::Above if at == self.main.start => self.stage = Stage::Inside,
            Stage::Inside if at == self.main.end => self.stage = Stage::Below,
            Stage::Above | Stage::Inside | Stage::Below => {}
        }
        if self.stage == Stage::Inside {
            self.place.tag(tag);
        }
    }

    #[inline]
    fn text(&mut self, text: &str, form: Form) {
        let texts = &mut self.texts;
        if self.stage == Stage::Inside {
            self.place.text(text, form, &mut |rank, text| texts.add(rank, text));
        }
    }
}

/// The words of a line of HTML.
pub fn plain(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    each(html, &mut |_, text| plain.push_str(text));
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
    use super::{PageReader, Rank, Texts, each, main_of};
    use crate::typography::html::set_and_read;
    use crate::typography::{Spacing, Typography};

    proptest::proptest! {
        #[test]
        fn a_page_read_while_it_is_set_says_what_it_says_once_set(
            html in "(</?(main|p|nav|h1|h2|b|sup class=\"footnote-call\"|code|script)>|<!--|-->|&amp;|&quot;|[a ?:'\n<]){0,24}",
        ) {
            let mut reader = PageReader::new(&html);
            let set = set_and_read(&html, Typography::French(Spacing::Closed), &mut reader);
            let said = |texts: Texts| -> Vec<(Rank, String)> {
                texts.parts().map(|(rank, text)| (rank, text.to_owned())).collect()
            };
            assert_eq!(said(reader.texts(&set)), said(Texts::of_page(&set)), "{html}");
        }
    }

    #[test]
    fn a_sign_that_is_no_tag_stays_none_once_set() {
        let html = "<main>1 < ? et 2 <\n!</main>";
        assert_eq!(set_and_read(html, Typography::French(Spacing::Closed), &mut PageReader::new(html)), html);
    }

    #[test]
    fn a_page_gives_its_texts() {
        let check = |html: &str, expected: &str| {
            let (mut headings, mut texts) = (String::new(), String::new());
            each(main_of(html), &mut |rank, text| match rank {
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
