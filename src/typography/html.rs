//! The texts of a page, set where they stand: what is not a text is not looked at.

use std::borrow::Cow;

use memchr::memmem;

use super::Typography;
use crate::html::{self, Side, Tag, Token};
use crate::source::listed;

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

/// Sets the texts of an HTML page, each in the language of the element it stands in.
///
/// `of_page` is for texts outside any element with a `lang` of its own. Code, attributes and
/// addresses written in full are left as they are. The page is taken to be well formed; where it
/// is not, at worst a text is set as the page's language asks.
pub fn set_page(html: &str, of_page: Typography) -> String {
    set(html, of_page, of_page != Typography::AsTyped)
}

/// The same, of a page whose own language has no typography here: only the passages in another one
/// are set.
pub fn set_passages(html: &str) -> String {
    set(html, Typography::AsTyped, true)
}

fn set(html: &str, of_page: Typography, sets_passages: bool) -> String {
    let set = String::with_capacity(html.len() + html.len() / 64);
    let mut page = Page { html, set, copied: 0, open: Vec::new(), of_page, sets_passages };
    // Few tags have a language: looking for them in the whole page costs less than in each tag.
    let mut languages = memmem::find_iter(html.as_bytes(), LANGUAGE).peekable();
    let mut at = 0;
    for token in html::tokens(html) {
        at += match token {
            Token::Text(text) => {
                page.text(at, at + text.len());
                text.len()
            }
            Token::Tag(tag) => {
                while languages.next_if(|found| *found < at).is_some() {}
                let language = languages.peek().and_then(|found| language(tag.text.get(found - at..)?));
                page.tag(tag, language);
                tag.text.len()
            }
            Token::Hidden(hidden) => hidden.len(),
        };
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
    sets_passages: bool,
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

    fn text(&mut self, start: usize, end: usize) {
        let text = &self.html[start..end];
        if !may_change(text.as_bytes()) || text.contains("://") {
            return;
        }
        let typography = match self.how() {
            Set::Never | Set::In(Typography::AsTyped) => return,
            Set::In(typography) => typography,
        };
        // Templates write these two as entities, and a text has no need of that.
        let plain = match text.contains('&') {
            true => Cow::Owned(text.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"")),
            false => Cow::Borrowed(text),
        };
        self.set.push_str(&self.html[self.copied..start]);
        self.set.push_str(&typography.set(&plain));
        self.copied = end;
    }

    fn tag(&mut self, tag: Tag<'h>, language: Option<&str>) {
        let Tag { text, name, side } = tag;
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

    /// What the language of a tag asks for; nothing inside code, nor where the page is as typed.
    fn asked_by(&self, tag: &str, language: Option<&str>) -> Option<Set> {
        let language = language.filter(|_| self.sets_passages && self.how() != Set::Never)?;
        (!tag.starts_with("<html")).then(|| Set::In(Typography::of_tag(language)))
    }
}

/// Whether a text holds a sign that may be set otherwise. Nearly all texts of a page are short and
/// hold none: this is the only look they get.
fn may_change(text: &[u8]) -> bool {
    let is_changed = |at: usize| match text[at] {
        b'.' => text[at..].starts_with(b"..."),
        digit if digit.is_ascii_digit() => text.get(at + 1) == Some(&b' '),
        _ => true,
    };
    let mut from = 0;
    while let Some(next) = text[from..].iter().position(|byte| SIGNS[usize::from(*byte)]) {
        if is_changed(from + next) {
            return true;
        }
        from += next + 1;
    }
    false
}

/// The bytes at which a text may be set otherwise. A space is looked for from the digit before it,
/// because spaces are everywhere and digits are not.
const SIGNS: [bool; 256] = listed(b":;!?%$'\"&.0123456789\xc2");

/// The start of the attribute that gives what a tag holds a language.
const LANGUAGE: &[u8] = b" lang=\"";

/// The language that an attribute gives; none where it is that of another tag.
fn language(attribute: &str) -> Option<&str> {
    let (language, _) = attribute.get(LANGUAGE.len()..)?.split_once('"')?;
    Some(language)
}
