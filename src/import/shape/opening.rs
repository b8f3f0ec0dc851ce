//! What the first lines of a paper say of it: which day, and whether it tells of a workshop.

use crate::date::Date;
use crate::import::piece::Piece;
use crate::kind::plan::timeframe::{self, Calendar, TimeframeKind};
use crate::lang::{self, Lang};

/// How many lines open a paper, and the most letters of each.
const N_LINES: usize = 6;
const LONGEST: usize = 200;

/// Words that name a workshop or what came out of one, folded.
const WORKSHOPS: [&str; 6] =
    ["atelier", "synthese", "workshop", "consultation", "remue-meninges", "brainstorm"];

/// The first day that those lines name: « Atelier du 20 mai 2026 », “Gaspé, May 20, 2026”.
pub fn day(pieces: &[Piece]) -> Option<Date> {
    lines(pieces).iter().find_map(|line| day_of(line))
}

/// Whether those lines announce a workshop.
pub fn announces_workshop(pieces: &[Piece]) -> bool {
    lines(pieces).iter().any(|line| {
        let folded = lang::fold(line);
        WORKSHOPS.iter().any(|word| folded.contains(word))
    })
}

/// The lines that open a paper, titles or not.
fn lines(pieces: &[Piece]) -> Vec<String> {
    let lines = pieces.iter().filter(|piece| !matches!(piece, Piece::Remark(_))).map_while(|piece| {
        let text = piece.heading().map(|(_, text)| text).or_else(|| piece.paragraph())?;
        Some(text.words())
    });
    lines.take(N_LINES).map(|line| line.chars().take(LONGEST).collect()).collect()
}

fn day_of(line: &str) -> Option<Date> {
    let is_around = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = line.split_whitespace().collect();
    let groups = (1..=4).rev().flat_map(|n| words.windows(n));
    groups.map(|group| group.join(" ")).find_map(|group| {
        let words = group.trim_matches(is_around);
        [Lang::Fr, Lang::En].into_iter().find_map(|lang| {
            let (read, _) = timeframe::read(words, lang, &Calendar::default());
            match (read.kind, read.ranges.as_slice()) {
                (TimeframeKind::Day, [day]) if words.contains(|c: char| c.is_ascii_digit()) => day.start,
                _ => None,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn a_day_is_found_within_a_line() {
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(day_of(line).map(|day| day.to_string()).as_deref(), expected, "{line}");
        };
        check("ATELIER DES MEMBRES - 20 MAI 2026", Some("2026-05-20"));
        check("Gaspé, le 3 juin 2026 – Une nouvelle", Some("2026-06-03"));
        check("Workshop, May 20, 2026 (Gaspé)", Some("2026-05-20"));
        check("Mise à jour : 2026-10-11", Some("2026-10-11"));
        check("Plan d’action 2026-2027", None);
        check("Printemps 2026", None);
    }
}
