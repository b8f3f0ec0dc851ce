//! What is done to a finished website for the place it will be opened from: a disk, or a host that sends
//! compressed copies.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::File;
use crate::check::pages::address::{Lead, lead};
use crate::config::BaseUrl;
use crate::config::hosting::Packing;
use crate::export::compressed;
use crate::export::hosting::TEXTS;
use crate::html::{Side, Tag, Token, tokens};
use crate::markdown::decoded;

/// Whether a file has compressed copies when they are asked for.
///
/// What hosts read themselves (`_headers`, `CNAME`) has no such end and is not sent to browsers.
pub fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| TEXTS.iter().any(|text| end.eq_ignore_ascii_case(text)))
}

/// The compressed copies that stand beside a text of a website, of all its `paths`. Where the author put
/// a file of that name, it stands.
pub fn copies(
    (path, file): (&str, &File),
    paths: &BTreeSet<String>,
    wanted: &BTreeSet<Packing>,
) -> Vec<(String, File)> {
    let named = wanted.iter().map(|packing| (format!("{path}.{}", packing.end()), *packing));
    let free = named.filter(|(path, _)| !paths.contains(path));
    free.filter_map(|(path, packing)| {
        let bytes = compressed::copy(&file.bytes, packing)?;
        Some((path, File { bytes: bytes.into(), role: file.role }))
    })
    .collect()
}

/// Whether a file is a page whose links may be named.
///
/// The pages of addresses that do not exist, one for each language, stay as they are: hosts show them at
/// any depth, and on a disk nothing leads to them.
pub fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name != "404.html" && (name.ends_with(".html") || name.ends_with(".htm"))
}

/// A page with each link naming the file it leads to, from the page that has it:
/// `../plans/index.html`. It opens from a disk, where a folder has no page of its own. None for what is
/// no text.
pub fn for_disk(
    (path, file): (&str, &File),
    paths: &BTreeSet<String>,
    base_url: &BaseUrl,
) -> Option<(String, File)> {
    let html = Page { path, paths, base_url }.named(std::str::from_utf8(&file.bytes).ok()?);
    Some((path.to_owned(), File { bytes: html.into_bytes().into(), role: file.role }))
}

/// A page whose links are being named.
struct Page<'a> {
    /// Its published path.
    path: &'a str,
    /// Those of the website.
    paths: &'a BTreeSet<String>,
    base_url: &'a BaseUrl,
}

impl Page<'_> {
    fn named(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len() + html.len() / 16);
        for token in tokens(html) {
            match token {
                Token::Tag(tag) if tag.side == Side::Opening => self.write(&tag, &mut out),
                Token::Tag(Tag { text, .. }) | Token::Text(text) | Token::Hidden(text) => out.push_str(text),
            }
        }
        out
    }

    /// Writes a tag; but for the links in it, as it was.
    fn write(&self, tag: &Tag<'_>, out: &mut String) {
        let mut from = 0;
        for (name, value) in tag.attributes() {
            let Some(named) = self.attribute(tag.name, name, &decoded(value)) else { continue };
            let at = tag.place(value);
            out.push_str(&tag.text[from..at]);
            out.push_str(&escaped(&named));
            from = at + value.len();
        }
        out.push_str(&tag.text[from..]);
    }

    /// What an attribute says once its links are named; none when nothing changes.
    fn attribute(&self, tag: &str, name: &str, value: &str) -> Option<String> {
        match (tag, name) {
            (_, "href" | "src" | "poster" | "action" | "formaction" | "data" | "xlink:href") => {
                self.link(value)
            }
            // A page at an old address: `0; url=../plans/`.
            ("meta", "content") => {
                let at = value.find("url=")? + "url=".len();
                self.link(&value[at..]).map(|link| format!("{}{link}", &value[..at]))
            }
            (_, "srcset") if !value.contains("data:") => {
                let candidate = |written: &str| {
                    let (link, width) = written.split_once(' ').unwrap_or((written, ""));
                    let link = self.link(link).unwrap_or_else(|| link.to_owned());
                    format!("{link} {width}").trim_end().to_owned()
                };
                Some(value.split(',').map(|written| candidate(written.trim())).collect::<Vec<_>>().join(", "))
            }
            (_, _) => None,
        }
    }

    /// A link to a page or to the root of the host, naming its file from this page; none when it does
    /// already, or leads away, or to nothing.
    fn link(&self, written: &str) -> Option<String> {
        let (path, tail) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
        let is_whole = path.split('/').next().is_some_and(|start| start.contains(':'));
        if path.is_empty() || is_whole {
            return None;
        }
        let target = match lead(self.path, path, self.base_url) {
            Lead::Inside { path, anchor: _ } => path,
            Lead::Elsewhere | Lead::OwnMachine | Lead::Nothing | Lead::Above => return None,
        };
        let is_folder = !self.paths.contains(&target);
        let page = format!("{}/index.html", target.trim_end_matches('/'));
        if is_folder && !self.paths.contains(&page) {
            return None;
        }
        let from_root = path.starts_with('/');
        let climbed: Cow<'_, str> = match path.get(self.base_url.path.len()..).filter(|_| from_root) {
            Some(inside) => format!("{}{inside}", self.up()).into(),
            None if from_root => self.up().into(),
            None => path.into(),
        };
        let names_page = target.ends_with("index.html") && !path.ends_with("index.html");
        match (is_folder || names_page, from_root) {
            (true, _) => Some(format!("{}/index.html{tail}", climbed.trim_end_matches('/'))),
            (false, true) => Some(format!("{climbed}{tail}")),
            (false, false) => None,
        }
    }

    /// From this page to the root of the site: `../../`, or `./`.
    fn up(&self) -> String {
        match self.path.matches('/').count() {
            0 => "./".to_owned(),
            n_folders => "../".repeat(n_folders),
        }
    }
}

/// A value as it stands between quotes, or without any: nothing that ends it is added to a link.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c => escaped.push(c),
        }
    }
    escaped
}
