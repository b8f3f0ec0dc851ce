//! The texts of a page, set where they stand: what is not a text is not looked at.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::Typography;
use crate::html::{self, Side, Tag, Token};
use crate::source::{eight, equal, listed};

/// Whether the text of an element is shown as typed.
fn is_as_typed(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "pre" | "samp" | "script" | "style" | "textarea" | "var")
}

/// Whether an element holds nothing, and so is never closed.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Someone who reads a page while it is set, so that it is cut once.
pub trait Reader {
    /// A tag that starts at a byte of the page as it was.
    fn tag(&mut self, at: usize, tag: &Tag<'_>);

    /// A text, set.
    fn text(&mut self, text: &str, form: Form);
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Plainly,
    /// With entities, perhaps.
    AsHtml,
}

/// Nobody reads.
struct Nobody;

impl Reader for Nobody {
    fn tag(&mut self, _: usize, _: &Tag<'_>) {}

    fn text(&mut self, _: &str, _: Form) {}
}

/// Sets the texts of an HTML page, each in the language of the element it stands in.
///
/// `of_page` is for texts outside any element with a `lang` of its own; where it is as typed, only the
/// passages in another language are set. Code, attributes and addresses written in full are left as they
/// are. The page is taken to be well formed; where it is not, at worst a text is set as the page's language
/// asks.
pub fn set_page(html: &str, of_page: Typography) -> String {
    set_and_read(html, of_page, &mut Nobody)
}

/// The same, while someone reads.
pub fn set_and_read(html: &str, of_page: Typography, reader: &mut impl Reader) -> String {
    let set = String::with_capacity(html.len() + html.len() / 64);
    let mut page = Page { html, set, copied: 0, open: Vec::new(), of_page };
    // Few tags have a language: looking for them in the whole page costs less than in each tag.
    let mut languages = memmem::find_iter(html.as_bytes(), LANGUAGE);
    let mut next_language = || languages.next().unwrap_or(usize::MAX);
    let (mut at, mut language_at) = (0, next_language());
    let mut tokens = html::tokens(html);
    // Without its space, what follows a `<` alone could make a tag of it.
    let mut is_behind_sign = false;
    loop {
        if let Some((text, form)) = tokens.text(|bytes| match bytes {
            // Half of the texts are the end of a line between two tags.
            [b'\n', b'<', ..] => (1, Form::Plainly),
            _ => look(bytes),
        }) {
            match form {
                Form::Plainly => reader.text(text, form),
                Form::AsHtml if is_behind_sign && text.trim_start().starts_with(['!', '?']) => {
                    reader.text(text, form);
                }
                Form::AsHtml => page.text(at, text, reader),
            }
            at += text.len();
            is_behind_sign = false;
        }
        if let Some(tag) = tokens.tag() {
            let start = at;
            at += tag.text.len();
            while language_at < start {
                language_at = next_language();
            }
            let language = if language_at < at { language(&tag.text[language_at - start..]) } else { None };
            if tag.side == Side::Opening || !page.open.is_empty() {
                page.tag(&tag, language);
            }
            reader.tag(start, &tag);
            continue;
        }
        match tokens.next() {
            None => break,
            // Tags were asked for above.
            Some(Token::Tag(Tag { text, .. }) | Token::Hidden(text)) => at += text.len(),
            // Such a text is a `<` alone.
            Some(Token::Text(text)) => {
                reader.text(text, Form::Plainly);
                at += text.len();
                is_behind_sign = true;
            }
        }
    }
    page.set.push_str(&html[page.copied..]);
    page.set
}

/// The page being set.
struct Page<'h> {
    html: &'h str,
    /// The page up to `copied`, set.
    set: String,
    /// Most of a page is left as it is: it is copied when a text that changes comes.
    copied: usize,
    /// The open elements that change how texts are set, and those of the same name within them.
    open: Vec<(&'h str, Set)>,
    of_page: Typography,
}

/// How the texts of an element are set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    /// As typed, whatever the language of what is inside.
    Never,
    In(Typography),
}

impl<'h> Page<'h> {
    fn how(&self) -> Set {
        self.open.last().map_or(Set::In(self.of_page), |(_, how)| *how)
    }

    /// Sets a text that may change and starts at a byte of the page.
    fn text(&mut self, start: usize, text: &str, reader: &mut impl Reader) {
        let typography = match self.how() {
            Set::Never | Set::In(Typography::AsTyped) => return reader.text(text, Form::AsHtml),
            Set::In(typography) => typography,
        };
        // Templates write these two as entities, and a text has no need of that.
        let plain = match memchr(b'&', text.as_bytes()) {
            Some(_) => Cow::Owned(text.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"")),
            None => Cow::Borrowed(text),
        };
        let set = typography.set(&plain);
        if *set == *text || text.contains("://") {
            return reader.text(text, Form::AsHtml);
        }
        reader.text(&set, Form::AsHtml);
        self.set.push_str(&self.html[self.copied..start]);
        self.set.push_str(&set);
        self.copied = start + text.len();
    }

    fn tag(&mut self, tag: &Tag<'h>, language: Option<&str>) {
        let Tag { text, name, side } = *tag;
        if side == Side::Closing {
            if let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) {
                self.open.truncate(at);
            }
            return;
        }
        let asked = if is_as_typed(name) { Some(Set::Never) } else { self.asked_by(text, language) };
        let how = match asked {
            Some(how) => how,
            // An element of the same name inside has an end of its own.
            None if self.open.iter().any(|(open, _)| *open == name) => self.how(),
            None => return,
        };
        if !is_void(name) && !text.ends_with("/>") {
            self.open.push((name, how));
        }
    }

    /// What the language of a tag asks for; nothing inside code.
    fn asked_by(&self, tag: &str, language: Option<&str>) -> Option<Set> {
        let language = language.filter(|_| self.how() != Set::Never)?;
        (!tag.starts_with("<html")).then(|| Set::In(Typography::of_tag(language)))
    }
}

/// Where the text ends that starts here, and whether it holds a sign that may be set otherwise, or an entity.
/// Nearly all texts of a page are short and hold none: this is the only look they get.
fn look(bytes: &[u8]) -> (usize, Form) {
    let mut at = 0;
    while at < bytes.len() {
        let n_letters = n_letters(eight(bytes, at));
        at += n_letters;
        match bytes.get(at) {
            _ if n_letters == 8 => {}
            Some(b'<') => return (at, Form::Plainly),
            Some(byte) if STOPS[usize::from(*byte)] && is_changed(bytes, at) => {
                return (memchr(b'<', bytes).unwrap_or(bytes.len()), Form::AsHtml);
            }
            Some(_) | None => at += 1,
        }
    }
    (bytes.len(), Form::Plainly)
}

/// How many of eight bytes are spaces and letters up to a sign: what stands from `!` to `?`, or may be a
/// guillemet.
#[inline]
fn n_letters(eight: u64) -> usize {
    // No sum goes beyond its byte: the high bits are left out, and then asked for.
    let low = eight & 0x7f7f_7f7f_7f7f_7f7f;
    let is_from_exclamation = low + 0x5f5f_5f5f_5f5f_5f5f;
    let is_after_question = low + 0x4040_4040_4040_4040;
    let signs = is_from_exclamation & !is_after_question & !eight & 0x8080_8080_8080_8080;
    (signs | equal(eight, 0xc2)).trailing_zeros() as usize / 8
}

/// Whether a text may be set otherwise at a sign.
#[inline]
fn is_changed(text: &[u8], at: usize) -> bool {
    match text[at] {
        b'.' => text.get(at + 1) == Some(&b'.'),
        digit if digit.is_ascii_digit() => {
            matches!(text.get(at + 1..at + 3), Some([b' ', b'h' | b'0'..=b'9']))
        }
        b':' | b';' | b'!' | b'?' | b'%' | b'$' => at > 0 && text[at - 1] == b' ',
        _ => true,
    }
}

/// The bytes at which a text may be set otherwise. A space is looked at from the sign beside it, because
/// spaces are everywhere and signs are not.
const STOPS: [bool; 256] = listed(b":;!?%$'\"&.0123456789\xc2");

/// The start of the attribute that gives what a tag holds a language.
const LANGUAGE: &[u8] = b" lang=\"";

/// The language that an attribute gives; none where it is that of another tag.
fn language(attribute: &str) -> Option<&str> {
    let (language, _) = attribute.get(LANGUAGE.len()..)?.split_once('"')?;
    Some(language)
}
