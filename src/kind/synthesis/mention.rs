//! How many times something was said: the `(3)` at the end of a line.

use crate::lang;
use crate::markdown::Line;

/// What may follow the digits.
const SAID: &[&str] = &["", "x", "×", "fois", "mention", "mentions", "time", "times"];

/// A line and the count it carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub line: Line,
    /// Never 0.
    pub mentions: Option<u32>,
    pub place: Place,
}

/// Where the count stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the end, or before the links that end the line, and taken off it; or nowhere.
    End,
    /// Between ideas on one line; the words are left as written.
    Middle,
}

/// Takes the count off the end of a line.
///
/// One to three digits between parentheses, « fois » or « mentions » after them or not: « (2016) »
/// is a year and « (FQM) » a name. The words
/// before it may touch it, and links may follow it: they say where it is told of. A count followed by a dash and more words belongs to the first of
/// several ideas on one line; it is the only count known of that line.
pub fn take(line: Line) -> Counted {
    if let Some((end, mentions)) = at_end(&line.plain) {
        let n_bytes = line.plain.len();
        let line = line.clone().without_end(end);
        if line.plain.len() < n_bytes {
            return Counted { line, mentions: Some(mentions), place: Place::End };
        }
    }
    if let Some((words, mentions)) = line.before_links().as_deref().and_then(at_end) {
        let n_bytes = line.plain.len();
        let line = line.clone().without_before_links(words);
        if line.plain.len() < n_bytes {
            return Counted { line, mentions: Some(mentions), place: Place::End };
        }
    }
    let mentions = in_the_middle(&line.plain);
    let place = if mentions.is_some() { Place::Middle } else { Place::End };
    Counted { line, mentions, place }
}

/// The count with the punctuation after it: `(3)`, `(3);`.
fn at_end(plain: &str) -> Option<(&str, u32)> {
    let counted = plain.trim_end_matches([';', ',', '.', ' ', '\u{a0}']);
    let open = counted.rfind('(')?;
    let mentions = count(counted[open..].strip_prefix('(')?.strip_suffix(')')?)?;
    // A count alone counts nothing.
    plain[..open].contains(char::is_alphanumeric).then_some((&plain[open..], mentions))
}

/// « 3 », « 3 fois », « x3 »: what stands between the parentheses.
fn count(words: &str) -> Option<u32> {
    let words = words.trim().trim_start_matches(['x', '×']);
    let said = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.strip_suffix(said).unwrap_or(words);
    if !SAID.contains(&lang::fold(said).as_str()) {
        return None;
    }
    let is_count = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|count| is_count && !digits.starts_with('0') && *count > 0)
}

/// The only count of a line, when a dash and another idea follow it.
fn in_the_middle(plain: &str) -> Option<u32> {
    let mut found = None;
    for (open, _) in plain.match_indices('(') {
        let Some(length) = plain[open..].find(')') else { break };
        let Some(mentions) = count(&plain[open + 1..open + length]) else { continue };
        let rest = plain[open + length + 1..].trim_start();
        let dash = rest.strip_prefix(['-', '–', '—', '•']).unwrap_or_default();
        let is_glued = dash.starts_with(char::is_whitespace) && plain[..open].contains(char::is_alphanumeric);
        if !is_glued || found.replace(mentions).is_some() {
            return None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_count_ends_the_line() {
        let check = |text: &str, words: &str, mentions: Option<u32>| {
            let counted = take(Line::of_text(text, Span::default()));
            assert_eq!((counted.line.plain.as_str(), counted.mentions), (words, mentions), "{text}");
        };
        check("Le marché du samedi (3)", "Le marché du samedi", Some(3));
        check("Le marché(2)", "Le marché", Some(2));
        check("Le marché. (3)", "Le marché.", Some(3));
        check("Le marché (2);", "Le marché", Some(2));
        check("Le marché (120)", "Le marché", Some(120));
        check("Depuis la 3e (2)", "Depuis la 3e", Some(2));
        check("Le marché (3 fois)", "Le marché", Some(3));
        check("Le marché (1 mention)", "Le marché", Some(1));
        check("Le marché (x3)", "Le marché", Some(3));
        check("Le marché (3×)", "Le marché", Some(3));
        check("Le marché (3 samedis)", "Le marché (3 samedis)", None);
        check("Le marché (x)", "Le marché (x)", None);
        check("La clinique (CLSC)", "La clinique (CLSC)", None);
        check("Le bilan (2016)", "Le bilan (2016)", None);
        check("Le marché (03)", "Le marché (03)", None);
        check("Le marché (0)", "Le marché (0)", None);
        check("(3)", "(3)", None);
        check("Le (3) marché", "Le (3) marché", None);
        check("Le marché (3) (2)", "Le marché (3)", Some(2));
        check("Savoir & faire <ensemble> (4)", "Savoir & faire <ensemble>", Some(4));
    }

    #[test]
    fn a_count_between_ideas_is_that_of_the_line_and_stays_in_its_words() {
        let check = |text: &str, mentions: Option<u32>| {
            let Counted { line, mentions: found, place } = take(Line::of_text(text, Span::default()));
            let middle = if mentions.is_some() { Place::Middle } else { Place::End };
            assert_eq!((line.plain.as_str(), found, place), (text, mentions, middle), "{text}");
        };
        check("Entraide entre voisins(2) - Être visibles - Durer", Some(2));
        check("Entraide (2) – Être visibles", Some(2));
        check("Entraide (2) - Être visibles (3) - Durer", None);
        check("Les 9 (2) villages", None);
        check("Bilan (2016) - suite", None);
    }
}
