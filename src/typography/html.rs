//! The texts of a page, set where they stand: what is not a text is not looked at.

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
    let mut page =
        Page { set: String::with_capacity(html.len() + html.len() / 64), open: Vec::new(), of_page };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.text(&rest[..at]);
        rest = &rest[at..];
        let end = tag_end(rest);
        page.tag(&rest[..end]);
        rest = &rest[end..];
        rest = page.raw(rest);
    }
    page.text(rest);
    page.set
}

/// The page being set.
struct Page<'h> {
    set: String,
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

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let typography = match self.how() {
            Set::Never | Set::In(Typography::AsTyped) => return self.set.push_str(text),
            Set::In(_) if text.contains("://") => return self.set.push_str(text),
            Set::In(typography) => typography,
        };
        if text.contains("&#") || text.contains("&quot;") {
            // Templates write these two as entities, and a text has no need of that.
            let plain = text.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"");
            return self.set.push_str(&typography.set(&plain));
        }
        self.set.push_str(&typography.set(text));
    }

    fn tag(&mut self, tag: &'h str) {
        self.set.push_str(tag);
        if let Some(name) = tag.strip_prefix("</") {
            let name = element(name);
            if let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) {
                self.open.truncate(at);
            }
            return;
        }
        let name = element(&tag[1..]);
        if name.is_empty() || VOID.contains(&name) || tag.ends_with("/>") {
            return;
        }
        let asked = if AS_TYPED.contains(&name) { Some(Set::Never) } else { self.asked_by(tag) };
        match asked {
            Some(how) => self.open.push((name, how)),
            // An element of the same name inside has an end of its own.
            None if self.open.iter().any(|(open, _)| *open == name) => self.open.push((name, self.how())),
            None => {}
        }
    }

    /// What the language of a tag asks for; nothing inside code, nor where the page is as typed.
    fn asked_by(&self, tag: &str) -> Option<Set> {
        let is_asked = self.of_page != Typography::AsTyped && self.how() != Set::Never;
        let is_page = tag.starts_with("<html");
        language(tag).filter(|_| is_asked && !is_page).map(|language| Set::In(Typography::of_tag(language)))
    }

    /// What a script or a style holds may look like tags.
    fn raw(&mut self, rest: &'h str) -> &'h str {
        match self.open.last() {
            Some((name @ ("script" | "style"), _)) => {
                let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
                self.set.push_str(&rest[..end]);
                &rest[end..]
            }
            Some(_) | None => rest,
        }
    }
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
