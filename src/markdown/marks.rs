//! What is written between braces behind a heading: its anchor, its marks, its language.

use pulldown_cmark::CowStr;

use super::Heading;
use super::read::Reader;
use crate::diagnostic::markdown::MarkdownProblem;
use crate::lang;
use crate::source::Span;

/// What the author wrote between `{` and `}` behind a heading.
#[derive(Default)]
pub(super) struct HeadingMarks {
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub attributes: Vec<(String, String)>,
    /// Words, « {à confirmer} », and where they stand: they belong to the heading.
    pub words: Option<(String, Span)>,
}

/// The names that a heading knows.
const KNOWN: [&str; 3] = ["axe", "axis", "lang"];

impl Reader<'_> {
    pub fn heading_marks(
        &mut self,
        id: Option<CowStr<'_>>,
        classes: &[CowStr<'_>],
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        heading: Span,
    ) -> HeadingMarks {
        // « {à confirmer} » has no value: these are words. « {axe = 2} » is a mark with a slip.
        let is_word =
            |(name, value): &(CowStr<'_>, Option<CowStr<'_>>)| value.is_none() && !Heading::is_axis(name);
        if id.is_none() && classes.is_empty() && !attributes.is_empty() && attributes.iter().all(is_word) {
            return HeadingMarks { words: self.braces(heading), ..HeadingMarks::default() };
        }
        let attributes = attributes.iter().map(|(name, value)| (&**name, value.as_deref().unwrap_or("")));
        let attributes = unquoted(attributes);
        self.tell_unknown_marks(&attributes, heading);
        HeadingMarks {
            id: id.map(|id| id.to_string()),
            classes: classes.iter().map(ToString::to_string).collect(),
            attributes,
            words: None,
        }
    }

    /// Tells what nobody reads: « {échéancier=2026} ».
    fn tell_unknown_marks(&mut self, attributes: &[(String, String)], heading: Span) {
        // « {axe = 2} » is told where the axes of the mission are known.
        let has_slip = attributes.iter().any(|(name, value)| Heading::is_axis(name) && value.is_empty());
        let is_known = |(name, value): &&(String, String)| {
            name == "lang" || Heading::is_axis(name) || (has_slip && value.is_empty())
        };
        let written = |name: &str, value: &str| match value {
            "" => name.to_owned(),
            value => format!("{name}={value}"),
        };
        let unknown: Vec<_> = attributes.iter().filter(|mark| !is_known(mark)).collect();
        let nearest = unknown.iter().find_map(|(name, value)| {
            let nearest = lang::nearest(name, KNOWN).filter(|_| !value.is_empty())?;
            Some(format!("{{{}}}", written(nearest, value)))
        });
        let Some((words, place)) = self.braces(heading).filter(|_| !unknown.is_empty()) else { return };
        let read = unknown.iter().map(|(name, value)| written(name, value)).collect::<Vec<_>>().join(" ");
        let place = Span::new(place.end - words.trim_start().len(), place.end);
        self.notes.warning(MarkdownProblem::UnknownMark { read, nearest }, place);
    }

    /// What stands between the last braces of a heading, themselves included, with the space before them.
    fn braces(&self, heading: Span) -> Option<(String, Span)> {
        let text = &self.source[heading.start..heading.end];
        let (start, end) = (text.rfind('{')?, text.rfind('}')? + 1);
        let before = text[..start].trim_end().len();
        let words = text.get(before..end)?.to_owned();
        Some((words, Span::new(heading.start + before, heading.start + end)))
    }
}

/// Names and values without quotes. The parser cuts values at spaces, quoted or not, so the parts
/// of a quoted value are joined again.
fn unquoted<'a>(attributes: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let mut joined: Vec<(String, String)> = Vec::new();
    let mut quote: Option<char> = None;
    for (name, value) in attributes {
        match (quote, joined.last_mut()) {
            (Some(open), Some((_, so_far))) => {
                so_far.push(' ');
                so_far.push_str(name.trim_end_matches(open));
                if name.ends_with(open) {
                    quote = None;
                }
            }
            _ => {
                let open = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                let inside = open.map_or(value, |open| &value[open.len_utf8()..]);
                let is_closed = open.is_none_or(|open| inside.ends_with(open));
                let inside = open.map_or(inside, |open| inside.strip_suffix(open).unwrap_or(inside));
                quote = open.filter(|_| !is_closed);
                joined.push((name.to_owned(), inside.to_owned()));
            }
        }
    }
    joined
}
