//! Titles of a paper: those that only look like some, the one of the document, and how deep each stands.

use super::action_table::level_of;
use super::{holds_actions, place};
use crate::diagnostic::import::ImportProblem;
use crate::glossary;
use crate::import::piece::{Piece, Text};
use crate::kind::mission::topic::{self, Topic};
use crate::kind::plan::numbering;
use crate::lang;

/// The most letters of a line that is taken for a title.
const LONGEST: usize = 140;

/// The level that a paper gives a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub u8);

/// The same pieces, where lines that look like titles are some; a paper that has titles of its own is believed.
pub fn guessed(pieces: Vec<Piece>) -> Vec<Piece> {
    // A row of a table that became a title says nothing of the lines around it.
    let is_told = |at: usize| at.checked_sub(1).is_some_and(|at| matches!(pieces[at], Piece::Remark(_)));
    let is_own = |at: usize| pieces[at].heading().is_some() && !is_told(at);
    if (0..pieces.len()).filter(|at| is_own(*at)).count() > 1 {
        return pieces;
    }
    let looks: Vec<Option<u8>> = (0..pieces.len()).map(|at| level_by_looks(&pieces, at)).collect();
    let looks = without_letterhead(&pieces, looks);
    let has_levels = looks.iter().flatten().any(|level| *level == 2);
    let mut out = Vec::with_capacity(pieces.len());
    for (piece, level) in pieces.into_iter().zip(looks) {
        match (piece, level) {
            (Piece::Paragraph(text), Some(level)) => {
                let title = lang::on_one_line(&text.words());
                out.push(Piece::Remark(ImportProblem::GuessedTitle { title }));
                let level = if has_levels { level } else { 2 };
                out.push(Piece::Heading { level, text: text.without_bold() });
            }
            (piece, _) => out.push(piece),
        }
    }
    out
}

/// The same looks, but for lines in the letterhead of a paper, above all that it says, which follow each other: who,
/// where, when. The first one is the title of the paper, and the last one may be that of what follows.
fn without_letterhead(pieces: &[Piece], mut looks: Vec<Option<u8>>) -> Vec<Option<u8>> {
    let lines: Vec<usize> = (0..pieces.len()).filter(|at| !matches!(pieces[*at], Piece::Remark(_))).collect();
    let is_line =
        |at: &usize| pieces[*at].paragraph().is_some_and(|it| it.words().chars().count() <= LONGEST);
    let n_lines = lines.iter().take_while(|at| is_line(at)).count();
    for pair in lines[..n_lines].windows(2).skip(1) {
        let names_level = |at: usize| {
            let words = pieces[at].paragraph().map(Text::words).unwrap_or_default();
            numbering::read(&words).number.is_some() || is_named_block(&words)
        };
        if looks[pair[1]].is_some() && !names_level(pair[0]) {
            looks[pair[0]] = None;
        }
    }
    looks
}

/// The level of a paragraph that looks like a title.
fn level_by_looks(pieces: &[Piece], at: usize) -> Option<u8> {
    let Piece::Paragraph(text) = &pieces[at] else { return None };
    let words = text.words();
    let words = words.trim();
    let is_short = words.chars().count() <= LONGEST && !words.contains('\n');
    if !is_short || words.ends_with(['.', ';', ',', '!']) || !words.chars().any(char::is_alphabetic) {
        return None;
    }
    let numbered = numbering::read(words);
    let names_level = !numbered.level_word.is_empty() && numbered.number.is_some();
    let is_block = is_named_block(words);
    if names_level || is_block {
        return Some(level_of(words).max(2));
    }
    // A field of a form, « Lieu : salle communautaire », is no title, bold or not.
    let is_field = words.contains(" :") || words.contains("\u{a0}:") || words.contains(": ");
    let is_topic = topic::of_title(words).is_some_and(|topic| topic != Topic::Other) && !is_field;
    let is_capitals = n_capitals(words) >= 4 && words.to_uppercase() == words;
    let next = pieces[at + 1..].iter().find(|piece| !matches!(piece, Piece::Remark(_)));
    let leads_to_table = matches!(next, Some(Piece::Table(_)));
    match () {
        () if numbered.number.is_some() && (leads_to_table || text.is_bold() || is_capitals) => {
            Some(level_of(words))
        }
        () if is_capitals && (!is_field || leads_to_table) => Some(2),
        () if glossary::names_acronyms(words) && words.chars().count() < 60 => Some(2),
        () if is_topic => Some(2),
        () if text.is_bold() && !is_field => Some(3),
        () => None,
    }
}

/// « Bloc 3 – », “Block 3:”, « Atelier 2 » : a part of a workshop.
fn is_named_block(words: &str) -> bool {
    const PARTS: [&str; 6] = ["bloc", "block", "partie", "part", "section", "question"];
    let folded = lang::fold(words);
    let mut parts = folded.split([' ', ':', '-', '–']).filter(|part| !part.is_empty());
    let named = parts.next().is_some_and(|first| PARTS.contains(&first));
    named && parts.next().is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()) && number.len() < 3)
}

fn n_capitals(words: &str) -> usize {
    words.chars().filter(|c| c.is_uppercase()).count()
}

/// The title of a document, and the pieces without it: the one that the paper gives itself, else its only heading
/// of the highest level, when it comes first.
pub fn taken(
    title: Option<String>,
    mut pieces: Vec<Piece>,
    asked: Option<&str>,
) -> (Option<String>, Vec<Piece>) {
    if let Some(asked) = asked {
        return (None, with_own_title(title, pieces, asked));
    }
    let is_remark = |piece: &Piece| matches!(piece, Piece::Remark(_));
    let first = pieces.iter().position(|piece| !is_remark(piece));
    let said = |piece: &Piece| {
        let text = piece.heading().map(|(_, text)| text).or_else(|| piece.paragraph());
        text.map(|text| lang::on_one_line(&text.words()))
    };
    let opening = first.and_then(|at| said(&pieces[at]));
    if let Some(title) = title {
        // Written at the top as well, it would stand there twice.
        if let Some(at) = first.filter(|_| opening.as_deref().is_some_and(|it| lang::is_alike(it, &title))) {
            cut(&mut pieces, at);
        }
        return (Some(title), pieces);
    }
    let levels: Vec<Place> = pieces.iter().filter_map(place).collect();
    let Some((at, level)) = first.and_then(|at| Some((at, place(&pieces[at])?))) else {
        return match opening_title(&pieces) {
            Some((at, title)) => {
                cut(&mut pieces, at);
                (Some(title), pieces)
            }
            None => (None, pieces),
        };
    };
    let is_highest = levels.iter().filter(|other| **other <= level).count() == 1;
    let is_guessed = at.checked_sub(1).is_some_and(|before| is_guess(&pieces[before]));
    let numbered = opening.as_deref().map(numbering::read);
    let names_level =
        numbered.is_some_and(|numbered| !numbered.level_word.is_empty() && numbered.number.is_some());
    let is_of_table = at.checked_sub(1).is_some_and(|before| is_from_table(&pieces[before]));
    if (!is_highest && !is_guessed) || names_level || is_of_table {
        return (None, pieces);
    }
    cut(&mut pieces, at);
    (opening, pieces)
}

/// The pieces of a paper that gets another title than its own, which stays where it stands.
fn with_own_title(title: Option<String>, mut pieces: Vec<Piece>, asked: &str) -> Vec<Piece> {
    let is_asked = |piece: &Piece| {
        let text = piece.heading().map(|(_, text)| text).or_else(|| piece.paragraph());
        text.is_some_and(|text| lang::is_alike(&lang::on_one_line(&text.words()), asked))
    };
    let first = pieces.iter().position(|piece| !matches!(piece, Piece::Remark(_)));
    if let Some(at) = first.filter(|at| is_asked(&pieces[*at])) {
        cut(&mut pieces, at);
    }
    let own = title.filter(|own| !lang::is_alike(own, asked));
    let is_there = |own: &String| {
        pieces.iter().any(|piece| {
            let text = piece.heading().map(|(_, text)| text).or_else(|| piece.paragraph());
            text.is_some_and(|text| lang::is_alike(&lang::on_one_line(&text.words()), own))
        })
    };
    let own = own.filter(|own| !is_there(own)).map(|own| Piece::Paragraph(Text::plain(own)));
    own.into_iter().chain(pieces).collect()
}

/// Among the short lines that open a paper, the one that says what it is, else the first: above a sheet or a letter,
/// the name of the organisation comes before.
fn opening_title(pieces: &[Piece]) -> Option<(usize, String)> {
    let lines = pieces.iter().enumerate().filter(|(_, piece)| !matches!(piece, Piece::Remark(_)));
    let opening: Vec<(usize, String)> = lines
        .map_while(|(at, piece)| Some((at, lang::on_one_line(&piece.paragraph()?.words()))))
        .take_while(|(_, line)| line.chars().count() <= LONGEST && !line.ends_with(['.', ',']))
        .filter(|(at, _)| pieces[*at].paragraph().is_some_and(|text| text.is_plain()))
        .collect();
    let says = |(_, line): &&(usize, String)| names_paper(line);
    opening.iter().find(says).or(opening.first()).cloned()
}

/// Whether a line says what sort of paper it opens.
pub fn names_paper(line: &str) -> bool {
    const NAMES: [&str; 9] = [
        "plan",
        "synthese",
        "atelier",
        "mission",
        "programme",
        "compte rendu",
        "workshop",
        "summary",
        "strategy",
    ];
    let folded = lang::fold(line);
    NAMES.iter().any(|name| folded.contains(name))
}

/// Whether the heading behind a piece was a row or a column of a table.
fn is_from_table(piece: &Piece) -> bool {
    matches!(piece, Piece::Remark(ImportProblem::RowAsTitle { .. } | ImportProblem::ColumnAsTitles { .. }))
}

fn is_guess(piece: &Piece) -> bool {
    matches!(piece, Piece::Remark(ImportProblem::GuessedTitle { .. }))
}

/// Takes a piece out, with what was guessed of it.
fn cut(pieces: &mut Vec<Piece>, at: usize) {
    pieces.remove(at);
    if let Some(before) = at.checked_sub(1).filter(|before| is_guess(&pieces[*before])) {
        pieces.remove(before);
    }
}

/// The same pieces with the levels of a paper made ours, none left out between two: 1 is the title of the whole, when
/// the first heading alone is of the highest level, and 2 what stands below.
pub fn ranked(pieces: Vec<Piece>) -> Vec<Piece> {
    let levels: Vec<Place> = pieces.iter().filter_map(place).collect();
    let highest = levels.iter().min().copied();
    let is_title =
        levels.first().copied() == highest && levels.iter().filter(|it| Some(**it) == highest).count() == 1;
    densely(pieces, if is_title && levels.len() > 1 { 1 } else { 2 })
}

/// The same pieces with headings from level 2 on, none left out between two.
pub fn levelled(pieces: Vec<Piece>) -> Vec<Piece> {
    densely(pieces, 2)
}

fn densely(mut pieces: Vec<Piece>, first: usize) -> Vec<Piece> {
    let mut levels: Vec<Place> = pieces.iter().filter_map(place).collect();
    levels.sort_unstable();
    levels.dedup();
    for piece in &mut pieces {
        if let Piece::Heading { level, text } = piece {
            // A title is bold by its place.
            *text = std::mem::take(text).without_bold();
            let rank = levels.iter().position(|it| it.0 == *level).unwrap_or_default();
            *level = u8::try_from(rank + first).unwrap_or(6).min(6);
        }
    }
    pieces
}

/// The same pieces, where every action stands under a heading that makes an orientation of what it holds.
pub fn above_actions(mut pieces: Vec<Piece>, title: &str) -> Vec<Piece> {
    let Some(at) = pieces.iter().position(holds_actions) else { return pieces };
    let has_heading = pieces[..at].iter().any(|piece| place(piece) == Some(Place(2)));
    if has_heading {
        return pieces;
    }
    // Remarks stay beside what they speak of.
    let start =
        pieces[..at].iter().rposition(|piece| !matches!(piece, Piece::Remark(_))).map_or(0, |at| at + 1);
    pieces.insert(start, Piece::Heading { level: 2, text: Text::plain(title) });
    pieces.insert(start, Piece::Remark(ImportProblem::AddedTitle { title: title.to_owned() }));
    pieces
}
