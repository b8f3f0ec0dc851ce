//! The texts of a page, set where they stand: what is not a text is not looked at.

use std::borrow::Cow;

use super::Typography;

/// Elements whose text is shown as typed.
const AS_TYPED: &[&str] = &["code", "kbd", "pre", "samp", "script", "style", "textarea", "var"];

/// Elements that hold nothing, and so are never closed.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

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
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        page.text(at, at + found);
        at += found;
        let end = at + tag_end(&html[at..]);
        page.tag(&html[at..end]);
        at = page.after_raw(end);
    }
    page.text(at, html.len());
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

    fn tag(&mut self, tag: &'h str) {
        if let Some(name) = tag.strip_prefix("</") {
            if !self.open.is_empty() {
                let name = element(name);
                if let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) {
                    self.open.truncate(at);
                }
            }
            return;
        }
        let name = element(&tag[1..]);
        let asked = if AS_TYPED.contains(&name) { Some(Set::Never) } else { self.asked_by(tag) };
        let how = match asked {
            Some(how) => how,
            // An element of the same name inside has an end of its own.
            None if self.open.iter().any(|(open, _)| *open == name) => self.how(),
            None => return,
        };
        if !name.is_empty() && !VOID.contains(&name) && !tag.ends_with("/>") {
            self.open.push((name, how));
        }
    }

    /// What the language of a tag asks for; nothing inside code, nor where the page is as typed.
    fn asked_by(&self, tag: &str) -> Option<Set> {
        let is_asked = self.sets_passages && self.how() != Set::Never;
        let is_page = tag.starts_with("<html");
        language(tag).filter(|_| is_asked && !is_page).map(|language| Set::In(Typography::of_tag(language)))
    }

    /// Where what a script or a style holds ends, which may look like tags.
    fn after_raw(&self, at: usize) -> usize {
        match self.open.last() {
            Some((name @ ("script" | "style"), _)) => {
                self.html[at..].find(&format!("</{name}")).map_or(self.html.len(), |end| at + end)
            }
            Some(_) | None => at,
        }
    }
}

/// Whether a text holds a sign that may be set otherwise. Nearly all texts of a page are short and
/// hold none: this is the only look they get.
fn may_change(text: &[u8]) -> bool {
    text.iter().enumerate().any(|(at, byte)| match byte {
        b':' | b';' | b'!' | b'?' | b'%' | b'$' | b'\'' | b'"' | b'&' | 0xc2 => true,
        b'.' => text[at..].starts_with(b"..."),
        b' ' => at > 0 && text[at - 1].is_ascii_digit(),
        _ => false,
    })
}

/// Where a tag that starts a text ends: at its `>`, outside the values of its attributes.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |end| end + 3);
    }
    if !text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return 1;
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            (None, _) => {}
        }
    }
    text.len()
}

/// The name an element starts with.
fn element(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len());
    &tag[..end]
}

/// The language a tag gives to what it holds.
fn language(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" lang=\"")?;
    value.split_once('"').map(|(language, _)| language)
}
