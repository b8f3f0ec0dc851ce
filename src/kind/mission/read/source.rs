//! The end of a news release: a dash alone, then « Source : », a name, a role and an address.

use super::sections::Unit;
use crate::kind::mission::settings::is_email;
use crate::kind::mission::{Part, Source, SourceLine};
use crate::lang;
use crate::markdown::{Filling, Html};

/// How many paragraphs a source may run over, and how long each may be.
const MOST_PARAGRAPHS: usize = 4;
const LONGEST_LINE: usize = 120;

/// The separator and the source that the first unit opens, with how many units they take.
pub fn parts(units: &[Unit]) -> Option<(Vec<Part>, usize)> {
    let mut lines = lines(units.first()?)?;
    let mut parts = Vec::new();
    if is_dash(&lines.first()?.plain()) {
        lines.remove(0);
        parts.push(Part::Separator);
    }
    let Some(first) = lines.first() else { return Some((parts, 1)) };
    if !opens(&first.plain()) {
        return None;
    }
    let n_taken = n_taken(units);
    lines.extend(units[1..n_taken].iter().filter_map(self::lines).flatten());
    parts.push(Part::Source(Source { lines: lines.into_iter().map(line).collect() }));
    Some((parts, n_taken))
}

fn opens(line: &str) -> bool {
    let folded = lang::fold(line);
    let rest = folded.strip_prefix("source").or_else(|| folded.strip_prefix("information"));
    rest.is_some_and(|rest| rest.trim_start_matches('s').trim_start().starts_with(':'))
}

/// Up to the paragraph that holds an address; else those that only say a name.
fn n_taken(units: &[Unit]) -> usize {
    let is_line = |unit: &Unit| {
        lines(unit).is_some_and(|lines| lines.iter().all(|line| line.plain().chars().count() <= LONGEST_LINE))
    };
    let near = units.iter().take(MOST_PARAGRAPHS);
    let n_lines = 1 + near.clone().skip(1).take_while(|unit| is_line(unit)).count();
    let email = near.take(n_lines).position(|unit| email(&unit.plain()).is_some());
    let is_alone = units[0].plain().trim_end().ends_with(':');
    match email {
        Some(at) => at + 1,
        None if is_alone && n_lines > 1 => 2,
        None => 1,
    }
}

fn lines(unit: &Unit) -> Option<Vec<Html>> {
    match unit {
        Unit::Block(html, _) if html.element() == "p" => Some(html.lines()),
        Unit::Block(..) | Unit::List(_) | Unit::Definitions(_) | Unit::Titled(_) | Unit::Shown(_) => None,
    }
}

/// A line keeps its markup, but for one that leads nowhere else than to its own e-mail address.
fn line(html: Html) -> SourceLine {
    let plain = html.plain();
    let leads_elsewhere = html.holes().iter().any(|hole| match &hole.what {
        Filling::Link(written) => !written.starts_with("mailto:"),
        Filling::Image(_)
        | Filling::FootnoteCall(_)
        | Filling::Word(_)
        | Filling::Title
        | Filling::Shortcode(_) => true,
    });
    match email(&plain).filter(|_| !leads_elsewhere) {
        Some(address) => {
            let (before, after) = plain.split_once(address).unwrap_or((&plain, ""));
            let (before, after) = (before.to_owned(), after.to_owned());
            SourceLine::Email { before, address: address.to_owned(), after }
        }
        None => SourceLine::Words(html),
    }
}

fn email(text: &str) -> Option<&str> {
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | ':'));
    words.map(|word| word.trim_matches('.')).find(|word| is_email(word))
}

fn is_dash(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| matches!(c, '–' | '—' | '-' | ' '))
}
