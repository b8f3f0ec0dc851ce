//! Finds the words of a text that are written as acronyms are.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use memchr::memmem::Finder;

use super::capitals;
use super::mark::{ends_word, starts_word};
use super::spelled::is_spelled_out;
use crate::filled::Filled;
use crate::html::{self, Side, Tag, Token};
use crate::markdown::{Body, Html, Item, Piece, decoded};
use crate::source::Span;

/// How a document uses a word written as acronyms are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Use {
    /// How many times it stands in the document.
    pub n: usize,
    /// How many times it stands as an acronym does: alone in capitals among other words.
    pub n_alone: usize,
    /// The first of these, where a text of known place holds it.
    pub first: Option<Span>,
    /// Whether the text says what it means: « la coopérative jeunesse (CJ) ».
    pub is_spelled_out: bool,
}

/// By word, without the s of a plural.
pub type Uses = BTreeMap<String, Use>;

/// Abbreviations that need no explanation, and words that are often written in capitals to be
/// noticed: nobody looks for them in a glossary.
const EVERYDAY: [&str; 42] = [
    "AM", "ATTN", "CD", "CSV", "DVD", "ET", "ETC", "EXCEL", "FAQ", "FAX", "GPS", "HTML", "ISBN", "ISSN",
    "JSON", "NB", "NON", "NOTE", "OK", "OU", "OUI", "PAS", "PDF", "PM", "PS", "QR", "RSVP", "SMS", "STOP",
    "TEL", "TÉL", "TOUS", "TOUTES", "TV", "URL", "USB", "WEB", "WORD", "YES", "NOT", "AND", "XML",
];

/// The longest and the shortest word that may be asked about.
const LENGTHS: Range<usize> = 2..9;

/// Whether a word could be an acronym that somebody should explain: two to eight capitals that
/// are no Roman number and no everyday abbreviation.
pub fn asks_to_be_explained(word: &str) -> bool {
    LENGTHS.contains(&word.chars().count())
        && word.chars().all(char::is_uppercase)
        && !is_roman(word)
        && !EVERYDAY.contains(&word)
}

/// Whether a name is written as acronyms are: short, in one word, with two capitals or more.
pub fn is_acronym(name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '&' | '-' | '.' | '+' | '\'' | '’' | '/');
    name.chars().count() <= 16
        && name.starts_with(char::is_alphanumeric)
        && name.chars().all(is_part)
        && name.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// Texts and titles, each with where it stands in the source, if that is known.
type Texts<'b> = Vec<(&'b Html, Option<Span>, Place)>;

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    /// A heading, or the title of a column: capitals may be only a way to write titles.
    Title,
}

/// Adds the words of some pieces of a document.
pub fn gather<'b>(uses: &mut Uses, text: &str, pieces: impl Iterator<Item = &'b Piece>) {
    let mut texts = Vec::new();
    pieces.for_each(|piece| texts_of(piece, &mut texts));
    gather_texts(uses, text, &texts);
}

/// Adds the words of footnotes, whose places are not known.
pub fn gather_notes(uses: &mut Uses, text: &str, body: &Body) {
    let texts: Texts<'_> = body.footnotes.iter().map(|note| (&note.html, None, Place::Text)).collect();
    gather_texts(uses, text, &texts);
}

/// Adds the words of a plain text that stands apart from the document: its title, a note.
pub fn gather_plain(uses: &mut Uses, text: &str) {
    let mut found = Vec::new();
    words(text, Place::Title, &mut found);
    for Found { word, .. } in found {
        uses.entry(word).or_default().n += 1;
    }
}

fn texts_of<'b>(piece: &'b Piece, texts: &mut Texts<'b>) {
    match piece {
        Piece::Heading(heading) => texts.push((&heading.line.html, Some(heading.span), Place::Title)),
        Piece::Table(table) => {
            texts.extend(table.caption.iter().map(|line| (&line.html, Some(line.span), Place::Text)));
            for (cells, place) in std::iter::once((&table.header, Place::Title))
                .chain(table.rows.iter().map(|row| (row, Place::Text)))
            {
                let lines = cells.iter().flat_map(|cell| &cell.lines);
                texts.extend(lines.map(|line| (&line.html, Some(line.span), place)));
            }
        }
        Piece::List(list) => list.items.iter().for_each(|item| texts_of_item(item, texts)),
        Piece::Definitions(definitions) => {
            texts.push((&definitions.html, Some(definitions.span), Place::Text))
        }
        Piece::Prose(prose) => texts.push((&prose.html, Some(prose.span), Place::Text)),
    }
}

fn texts_of_item<'b>(item: &'b Item, texts: &mut Texts<'b>) {
    texts.push((&item.line.html, Some(item.line.span), Place::Text));
    item.items.iter().for_each(|nested| texts_of_item(nested, texts));
    texts.extend(item.rest.as_ref().map(|rest| (&rest.html, Some(rest.span), Place::Text)));
}

fn gather_texts(uses: &mut Uses, text: &str, texts: &Texts<'_>) {
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Vec::new();
    for (html, span, place) in texts {
        found_in(html.unfilled(), *place, &mut found);
        if found.is_empty() {
            continue;
        }
        for Found { word, is_alone, is_spelled_out } in found.drain(..) {
            if is_alone && !asked.contains_key(&word) && asks_to_be_explained(&word) {
                asked.insert(word.clone(), word.to_lowercase());
            }
            let is_placed = uses.get(&word).is_some_and(|found| found.first.is_some());
            let place = span.filter(|_| is_alone && !is_placed);
            let place = place.map(|span| place_in(text, span, &word));
            let entry = uses.entry(word).or_default();
            entry.n += 1;
            entry.n_alone += usize::from(is_alone);
            entry.is_spelled_out |= is_spelled_out;
            entry.first = entry.first.or(place);
        }
    }
    if !asked.is_empty() {
        forget_words_in_capitals(uses, &asked, text, texts);
    }
}

/// A word that the document also writes in small letters is a word, capitals are for emphasis.
fn forget_words_in_capitals(
    uses: &mut Uses,
    asked: &BTreeMap<String, String>,
    text: &str,
    texts: &Texts<'_>,
) {
    let small: BTreeMap<&str, &String> = asked.iter().map(|(word, small)| (small.as_str(), word)).filled();
    let finders: Vec<Finder<'_>> = small.keys().map(Finder::new).collect();
    let may_hold_one = |text: &str| finders.iter().any(|word| word.find(text.as_bytes()).is_some());
    let mut common: BTreeSet<&String> = BTreeSet::new();
    // Nearly always the document as its author typed it holds none, and no text of it is looked at: but a
    // letter may be typed as an entity, and HTML or a hole within a word may leave it whole.
    let is_typed = memchr::memchr2(b'&', b'<', text.as_bytes()).is_some() || may_hold_one(text);
    for (html, _, _) in texts {
        let may_be_whole = is_typed || !html.holes().is_empty();
        let html = html.unfilled();
        let may_hold_any = may_cut_word(html) || (may_be_whole && may_hold_one(html));
        if !may_hold_any {
            continue;
        }
        blocks(html, Place::Text, &mut |block, _| {
            if !may_hold_one(block) {
                return;
            }
            for range in runs(block) {
                if let Some(word) = small.get(&block[range.clone()])
                    && starts_word(block, range.start)
                    && ends_word(&block[range.end..])
                {
                    common.insert(word);
                }
            }
        });
    }
    for word in common {
        if let Some(found) = uses.get_mut(word) {
            found.n_alone = 0;
        }
    }
}

/// Whether a tag may stand within a word: between two letters, or what may be letters. A `>` in a value is
/// written as an entity, so the first one ends the tag.
fn may_cut_word(html: &str) -> bool {
    let bytes = html.as_bytes();
    let may_be_letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    memchr::memchr_iter(b'<', bytes).any(|start| {
        // The apostrophe, and other punctuation beyond ASCII, is no letter.
        let is_behind_letter = match &bytes[..start] {
            [.., 0xe2, 0x80, _] => false,
            before => before.last().is_some_and(may_be_letter),
        };
        let after = || bytes[start..].iter().skip_while(|byte| **byte != b'>').nth(1);
        is_behind_letter && after().is_some_and(|byte| may_be_letter(byte) || *byte == b'<')
    })
}

/// Where a word stands within a text, else where that text starts.
fn place_in(text: &str, span: Span, word: &str) -> Span {
    let within = text.get(span.start..span.end).unwrap_or_default();
    let is_whole = |at: &usize| {
        let rest = &within[at + word.len()..];
        starts_word(within, *at) && (ends_word(rest) || rest.strip_prefix('s').is_some_and(ends_word))
    };
    // A word written with entities is not found as it is read.
    match within.match_indices(word).map(|(at, _)| at).find(is_whole) {
        Some(at) => Span::new(span.start + at, span.start + at + word.len()),
        None => Span::new(span.start, span.start),
    }
}

/// A word written as acronyms are.
struct Found {
    word: String,
    is_alone: bool,
    is_spelled_out: bool,
}

fn found_in(html: &str, place: Place, found: &mut Vec<Found>) {
    if capitals::may_stand_together(html) {
        blocks(html, place, &mut |block, place| words(block, place, found));
    }
}

/// Reads HTML block by block, as text; code is left out.
fn blocks(html: &str, place: Place, read: &mut dyn FnMut(&str, Place)) {
    // Nearly all blocks are one text, which is read where it stands.
    let mut block = Cow::Borrowed("");
    let mut place_of_block = place;
    let mut code: Option<(&str, usize)> = None;
    for token in html::tokens(html) {
        match token {
            Token::Hidden(_) => {}
            Token::Text(text) if code.is_none() => match (block.is_empty(), decoded(text)) {
                (true, text) => block = text,
                (false, text) => block.to_mut().push_str(&text),
            },
            Token::Text(_) => {}
            Token::Tag(tag) => {
                if !tag.is_inline() {
                    read(&block, place_of_block);
                    block = Cow::Borrowed("");
                    let is_title = tag.side == Side::Opening && (tag.level().is_some() || tag.name == "th");
                    place_of_block = if is_title { Place::Title } else { place };
                }
                within_code(tag, &mut code);
            }
        }
    }
    read(&block, place_of_block);
}

fn within_code<'h>(tag: Tag<'h>, code: &mut Option<(&'h str, usize)>) {
    match (code.as_mut(), tag.side) {
        (Some((name, depth)), side) if *name == tag.name => {
            match side {
                Side::Opening => *depth += 1,
                Side::Closing => *depth -= 1,
            }
            if *depth == 0 {
                *code = None;
            }
        }
        (None, Side::Opening) if ["code", "pre", "kbd", "samp", "var"].contains(&tag.name) => {
            *code = Some((tag.name, 1));
        }
        (Some(_) | None, Side::Opening | Side::Closing) => {}
    }
}

/// The runs of letters and digits of a text.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| start + end);
        at = end;
        Some(start..end)
    })
}

/// The words of a block that are written as acronyms are, compound ones as a whole as well.
fn words(block: &str, place: Place, found: &mut Vec<Found>) {
    // What follows a `<` may be a tag that somebody writes about.
    if block.contains('<') && !capitals::may_stand_together(block) {
        return;
    }
    // Most blocks have no spot: their words are not even cut.
    for spot in capitals::spots(block) {
        let start = spot.start;
        let runs: Vec<_> = runs(&block[spot]).map(|run| start + run.start..start + run.end).collect();
        words_of(block, &runs, place, found);
    }
}

/// The same, among runs of a block that no space parts.
fn words_of(block: &str, runs: &[Range<usize>], place: Place, found: &mut Vec<Found>) {
    let is_capital = |c: char| c.is_uppercase();
    let is_title_in_capitals = place == Place::Title && !block.contains(char::is_lowercase);
    for (at, run) in runs.iter().enumerate() {
        let word = &block[run.clone()];
        if let Some(whole) = compound(block, &runs[at..]) {
            found.push(Found { word: whole.to_owned(), is_alone: false, is_spelled_out: false });
        }
        if word.chars().filter(|c| is_capital(*c)).nth(1).is_none() {
            continue;
        }
        if !starts_word(block, run.start) || !ends_word(&block[run.end..]) {
            continue;
        }
        let singular = word.strip_suffix('s').filter(|singular| singular.chars().all(is_capital));
        let word = singular.unwrap_or(word);
        let shouts = is_title_in_capitals || is_shouted(block, run);
        found.push(Found {
            word: word.to_owned(),
            is_alone: !shouts,
            is_spelled_out: is_spelled_out(block, run, word),
        });
    }
}

/// No acronym has more parts than this.
const PARTS: usize = 8;

/// « R&D », « A.G.A. »: what starts here and goes on behind a mark.
fn compound<'t>(block: &'t str, runs: &[Range<usize>]) -> Option<&'t str> {
    let first = runs.first()?;
    let joined = |pair: &[Range<usize>]| {
        matches!(&block[pair[0].end..pair[1].start], "&" | "-" | "." | "+" | "/" | "'" | "’")
    };
    let n_more = runs.windows(2).take(PARTS).take_while(|pair| joined(pair)).count();
    let whole = &block[first.start..runs.get(n_more)?.end];
    (n_more > 0 && is_acronym(whole)).then_some(whole)
}

/// Whether a word in capitals is followed or led by another: « PLAN D’ACTION ».
fn is_shouted(block: &str, run: &Range<usize>) -> bool {
    let in_capitals = |run: &Range<usize>| block[run.clone()].chars().all(char::is_uppercase);
    let are_joined = |before: &Range<usize>, after: &Range<usize>| {
        block[before.end..after.start].chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’'))
    };
    if !in_capitals(run) {
        return false;
    }
    let after = runs(&block[run.end..]).next().map(|after| run.end + after.start..run.end + after.end);
    let after = after.filter(|after| in_capitals(after) && are_joined(run, after));
    // « l’AGA », « L’AGA »: one capital and an apostrophe is an article.
    let is_word = |run: &Range<usize>| block[run.clone()].chars().count() > 1;
    let before = last_run(&block[..run.start]);
    let before = before.filter(|before| in_capitals(before) && are_joined(before, run)).filter(is_word);
    after.is_some() || before.is_some()
}

/// The last run of letters and digits of a text.
fn last_run(text: &str) -> Option<Range<usize>> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = text.trim_end_matches(char::is_alphanumeric).len();
    (start < text.len()).then_some(start..text.len())
}

fn is_roman(word: &str) -> bool {
    let mut rest = word;
    for (ten, five, one) in [("", "", "M"), ("CM", "CD", "C"), ("XC", "XL", "X"), ("IX", "IV", "I")] {
        let half = match one {
            "C" => "D",
            "X" => "L",
            "I" => "V",
            _ => "",
        };
        if let Some(after) = rest.strip_prefix(ten).filter(|_| !ten.is_empty()) {
            rest = after;
        } else if let Some(after) = rest.strip_prefix(five).filter(|_| !five.is_empty()) {
            rest = after;
        } else {
            rest = rest.strip_prefix(half).unwrap_or(rest);
            for _ in 0..3 {
                rest = rest.strip_prefix(one).unwrap_or(rest);
            }
        }
    }
    rest.is_empty()
}
