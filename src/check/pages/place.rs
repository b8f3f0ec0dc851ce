//! Where in the files of a site something seen on a page was written.

use crate::address::percent_decoded;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::away::DeadAway;
use crate::diagnostic::pages::broken::Broken;
use crate::diagnostic::pages::program::Program;
use crate::diagnostic::pages::unreadable::{HeadingFault, Unreadable};
use crate::lang::fold;
use crate::source::Span;

/// Where a text writes what a page shows wrong; none when nothing in it looks like it.
pub fn find(fault: &PageFault, text: &str) -> Option<Span> {
    match fault {
        PageFault::Broken(fault) => match fault {
            Broken::Dead { written, .. } | Broken::OwnMachine { written } => address(written, text),
            Broken::NoAddress { words } => link(words, text),
            Broken::OneSidedAlternate { written: _ } => None,
        },
        PageFault::Unreadable(fault) => match fault {
            Unreadable::DeadReference { attribute, id } => {
                let at = text.find(&format!("{attribute}=\"{id}\""))?;
                Some(Span::new(at, at + attribute.len() + id.len() + 3))
            }
            Unreadable::ImageWithoutText { written } => image(written, text),
            Unreadable::EmptyLink { written } => empty_link(written, text).or_else(|| address(written, text)),
            Unreadable::VagueLink { words } => link(words, text),
            Unreadable::DuplicateId { id } => identifier(id, text),
            Unreadable::TableWithoutHeaders { words } => table(words, text),
            Unreadable::Heading(fault) => match fault {
                HeadingFault::Empty { level } => empty_heading(*level, text),
                HeadingFault::Skipped { words, to, .. } => heading(words, *to, text),
                HeadingFault::SeveralTitles { words } => heading(words, 1, text),
                HeadingFault::NoTitle {} => None,
            },
        },
        PageFault::Away(DeadAway { written, silence: _ }) => away(written, text),
        PageFault::Program(Program { written }) => {
            let at = text.find(written.as_str())?;
            Some(Span::new(at, at + written.len()))
        }
        PageFault::Upkeep(_) => None,
    }
}

/// An address, whole: `plan` is not found in `plans/`. What leads up and down to it is left out
/// when it stands nowhere as the page has it: templates write it for each page.
pub fn address(written: &str, text: &str) -> Option<Span> {
    let bare = bare(written);
    let whole = |needle: &str| {
        let found = text.match_indices(needle).find(|(at, _)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + needle.len()..].chars().next();
            !before.is_some_and(|c| is_part(c) && !(c == '.' && needle.starts_with('/')))
                && !after.is_some_and(is_part)
        });
        found.map(|(at, _)| Span::new(at, at + needle.len()))
    };
    let looks_for = |needle: &str| (needle.len() > 2).then(|| whole(needle)).flatten();
    looks_for(written).or_else(|| looks_for(bare)).or_else(|| end_of_address(written, text))
}

/// An address without what leads up and down to it.
pub fn bare(written: &str) -> &str {
    written.trim_start_matches("../").trim_start_matches("./")
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || "/._-#%?=&@:".contains(c)
}

/// The words that addresses are made of, between their slashes: where [`address`] finds one, the text has all
/// the words of the bare address among its own.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| c == '/' || !is_part(c)).filter(|word| !word.is_empty())
}

/// An address of another site. Markdown may hold it with its accents, or without its scheme.
fn away(written: &str, text: &str) -> Option<Span> {
    let bare = written.split_once("://").map_or(written, |(_, rest)| rest);
    address(written, text)
        .or_else(|| address(&percent_decoded(written), text))
        .or_else(|| address(bare, text))
}

/// The part of an address that a template writes behind a value: `{{ frame.assets }}logo.svg`.
fn end_of_address(written: &str, text: &str) -> Option<Span> {
    let ends = written.match_indices('/').map(|(at, _)| &written[at + 1..]).filter(|end| end.len() > 2);
    ends.into_iter().find_map(|end| {
        let at = text.find(&format!("}}}}{end}"))? + 2;
        Some(Span::new(at, at + end.len()))
    })
}

/// The words of a link, between brackets or in an `<a>`.
fn link(words: &str, text: &str) -> Option<Span> {
    let words = fold(words);
    let between = |open: char, close: &'static str| {
        text.match_indices(open).find_map(|(at, _)| {
            let inside = &text[at + 1..];
            let end = inside.find(close)?;
            let inside = inside.get(..end).filter(|inside| inside.len() < 200)?;
            (fold(&inside.replace(['*', '_'], "")) == words).then(|| Span::new(at + 1, at + 1 + end))
        })
    };
    between('[', "](").or_else(|| between('[', "][")).or_else(|| between('>', "</a"))
}

/// `[](…)`, with this address; one inside the site is written otherwise in the document.
fn empty_link(written: &str, text: &str) -> Option<Span> {
    text.match_indices("[](").filter(|(at, _)| !text[..*at].ends_with('!')).find_map(|(at, _)| {
        let end = at + text[at..].find(')')? + 1;
        (!written.contains("://") || text[at..end].contains(written)).then(|| Span::new(at, end))
    })
}

/// A picture of this file name that says nothing: its place in the text.
pub fn image(written: &str, text: &str) -> Option<Span> {
    let name = written.rsplit('/').next().unwrap_or(written);
    let tag = text.match_indices("<img").find_map(|(at, _)| {
        let end = at + text[at..].find('>')? + 1;
        let tag = &text[at..end];
        (tag.contains(name) && !tag.contains("alt=")).then(|| Span::new(at, end))
    });
    tag.or_else(|| silent_image(name, text))
}

/// `![](…)`, of this file name.
pub fn silent_image(name: &str, text: &str) -> Option<Span> {
    text.match_indices("![](").find_map(|(at, _)| {
        let end = at + text[at..].find(')')? + 1;
        text[at..end].contains(name).then(|| Span::new(at, end))
    })
}

fn identifier(id: &str, text: &str) -> Option<Span> {
    let forms = [format!("id=\"{id}\""), format!("{{#{id}}}"), format!("{{#{id} ")];
    let mut places =
        forms.iter().flat_map(|form| text.match_indices(form.as_str()).map(|(at, it)| (at, it.len())));
    // The first one is right: the second is too many.
    let first = places.next()?;
    let (at, length) = places.next().unwrap_or(first);
    Some(Span::new(at, at + length))
}

/// A heading of Markdown or of HTML, by its words; typography may have changed their marks.
fn heading(words: &str, level: u8, text: &str) -> Option<Span> {
    let wanted = letters(words);
    let opening = format!("<h{level}");
    lines(text).find_map(|(at, line)| {
        let is_heading = line.trim_start().starts_with('#') || line.contains(&opening);
        let bare = without_tags(line.split("{#").next().unwrap_or(line));
        (is_heading && letters(&bare) == wanted).then(|| Span::new(at, at + line.len()))
    })
}

fn empty_heading(level: u8, text: &str) -> Option<Span> {
    let opening = format!("<h{level}");
    let found = lines(text).find(|(_, line)| {
        let is_marks = !line.is_empty() && line.trim().chars().all(|c| c == '#');
        is_marks || (line.contains(&opening) && letters(&without_tags(line)).is_empty())
    });
    found.map(|(at, line)| Span::new(at, at + line.len()))
}

/// The table whose first words these are.
fn table(words: &str, text: &str) -> Option<Span> {
    let wanted = letters(words);
    let mut open = None;
    for (at, line) in lines(text) {
        if line.contains("<table") {
            open = Some((at, line));
        }
        let is_row = line.trim_start().starts_with('|') || line.contains("<td") || line.contains("<th");
        let first = without_tags(line);
        let mut cells = first.split('|').map(letters).filter(|cell| !cell.is_empty());
        if is_row && !wanted.is_empty() && cells.next().is_some_and(|cell| cell.starts_with(&wanted)) {
            let (at, line) = open.unwrap_or((at, line));
            return Some(Span::new(at, at + line.len()));
        }
        if line.contains("</table") {
            open = None;
        }
    }
    open.filter(|_| wanted.is_empty()).map(|(at, line)| Span::new(at, at + line.len()))
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end())
    })
}

fn letters(words: &str) -> String {
    fold(words).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn without_tags(line: &str) -> String {
    line.split('<').map(|part| part.split_once('>').map_or(part, |(_, after)| after)).collect()
}
