//! What the first lines of a paper say of it: what it is, of which day, for which years.

use crate::date::Date;
use crate::front_matter::WrittenKind;
use crate::import::piece::Piece;
use crate::kind::plan::timeframe::{self, Calendar, TimeframeKind};
use crate::lang::{self, Lang};

/// How many lines open a paper, and the most letters of each.
const N_LINES: usize = 6;
const LONGEST: usize = 200;

/// The most letters of a line that names a paper.
const LONGEST_NAME: usize = 100;

/// What papers call themselves, folded; of several, the first one counts: the synthesis of a workshop on a plan.
const NAMES: &[(&str, WrittenKind)] = &[
    ("proces-verbal", WrittenKind::Page),
    ("compte rendu", WrittenKind::Page),
    ("minutes of", WrittenKind::Page),
    ("ordre du jour", WrittenKind::Page),
    ("politique", WrittenKind::Page),
    ("reglement", WrittenKind::Page),
    ("communique", WrittenKind::News),
    ("news release", WrittenKind::News),
    ("press release", WrittenKind::News),
    ("atelier", WrittenKind::Synthesis),
    ("synthese", WrittenKind::Synthesis),
    ("workshop", WrittenKind::Synthesis),
    ("consultation", WrittenKind::Synthesis),
    ("remue-meninges", WrittenKind::Synthesis),
    ("brainstorm", WrittenKind::Synthesis),
    ("plan d'action", WrittenKind::Plan),
    ("plan d’action", WrittenKind::Plan),
    ("plan strategique", WrittenKind::Plan),
    ("action plan", WrittenKind::Plan),
    ("strategic plan", WrittenKind::Plan),
];

/// The first lines of a paper, its title before them.
pub struct Opening {
    lines: Vec<String>,
}

impl Opening {
    pub fn of(title: Option<&str>, pieces: &[Piece]) -> Opening {
        let lines = pieces.iter().filter(|piece| !matches!(piece, Piece::Remark(_))).map_while(|piece| {
            let text = piece.heading().map(|(_, text)| text).or_else(|| piece.paragraph())?;
            Some(text.words())
        });
        let lines = title.map(str::to_owned).into_iter().chain(lines.take(N_LINES));
        Opening { lines: lines.map(|line| line.chars().take(LONGEST).collect()).collect() }
    }

    /// The first day that they name: « Atelier du 20 mai 2026 », “Gaspé, May 20, 2026”.
    pub fn day(&self) -> Option<Date> {
        self.lines.iter().find_map(|line| day_of(line))
    }

    /// The kind of document that they say it is. A long line tells something; it names nothing.
    pub fn announces(&self) -> Option<WrittenKind> {
        let named = |line: &String| {
            let folded = lang::fold(line);
            let kind = NAMES.iter().find(|(name, _)| folded.contains(name)).map(|(_, kind)| *kind);
            kind.filter(|_| line.chars().count() <= LONGEST_NAME)
        };
        self.lines.iter().find_map(named)
    }

    /// The years that they say it is for.
    pub fn years(&self) -> Option<String> {
        self.lines.iter().find_map(|line| years(line))
    }
}

/// Two years written as one period: « 2026-2027 », « 2026 à 2029 »; or the only year of a short line.
pub fn years(line: &str) -> Option<String> {
    let is_year =
        |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1950..2200).contains(&year));
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(is_year).collect();
    match words.as_slice() {
        [first, last] if first < last => Some(format!("{first}-{last}")),
        [year] if line.chars().count() <= LONGEST_NAME && day_of(line).is_none() => Some((*year).to_owned()),
        _ => None,
    }
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
