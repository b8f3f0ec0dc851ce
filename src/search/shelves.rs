//! Words put in files small enough to be loaded as a visitor types.

use super::encode::number;
use super::text::Rank;
use super::vocabulary::{Group, Use};

/// How large a file of words grows before the next one starts, in bytes. A search loads one or
/// two of them a word.
const SHELF: usize = 20_000;

/// Words from one to the next in order, and who uses them.
#[derive(Debug, PartialEq, Eq)]
pub struct Shelf {
    /// What is on it stands from this word on.
    pub first: String,
    /// A line for a group: its words, then who uses them, after an exclamation mark, which no number holds. A line with `>` sends a word
    /// to the first of its group, which stands on another shelf.
    pub lines: String,
}

/// The groups in order, on shelves.
pub fn shelves(groups: &[Group]) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = Vec::new();
    let mut last = None;
    for group in groups {
        let first = &group.forms[0];
        // Two groups may start with one word: they stay together.
        let is_full = shelves.last().is_none_or(|shelf| shelf.lines.len() > SHELF);
        if is_full && last != Some(first) {
            shelves.push(Shelf { first: first.clone(), lines: String::new() });
        }
        let shelf = shelves.last_mut().expect("the first group opens a shelf");
        shelf.lines.push_str(&group.forms.join(" "));
        shelf.lines.push('!');
        add_uses(&mut shelf.lines, &group.uses);
        shelf.lines.push('\n');
        last = Some(first);
    }
    send(groups, &mut shelves);
    shelves
}

/// Sends the words that stand on another shelf than their group to it.
fn send(groups: &[Group], shelves: &mut [Shelf]) {
    for group in groups {
        let home = shelf_of(shelves, &group.forms[0]);
        for form in &group.forms[1..] {
            let at = shelf_of(shelves, form);
            if at != home {
                shelves[at].lines.push_str(&format!("{form}>{}\n", group.forms[0]));
            }
        }
    }
}

fn shelf_of(shelves: &[Shelf], word: &str) -> usize {
    shelves.partition_point(|shelf| shelf.first.as_str() <= word).saturating_sub(1)
}

/// Each use is how far it is from the one before, and its rank.
fn add_uses(out: &mut String, uses: &[Use]) {
    let mut next = 0;
    for one in uses {
        let at = one.at();
        let rank = match one.rank() {
            Rank::Text => 0,
            Rank::Heading => 1,
            Rank::Title => 2,
        };
        number(out, (at - next) * 3 + rank);
        next = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Group, Rank, SHELF, Shelf, Use, shelves};

    fn group(forms: &[&str], uses: &[(u32, Rank)]) -> Group {
        let uses = uses.iter().map(|(at, rank)| Use::new(*at, *rank)).collect();
        Group { forms: forms.iter().map(|form| (*form).to_owned()).collect(), uses }
    }

    #[test]
    fn a_group_is_a_line() {
        let groups = [
            group(&["eau", "eaux"], &[(0, Rank::Title), (1, Rank::Text), (40, Rank::Heading)]),
            group(&["parc"], &[(2, Rank::Text)]),
        ];
        let lines = "eau eaux!_]=p\nparc!c\n".to_owned();
        assert_eq!(shelves(&groups), [Shelf { first: "eau".to_owned(), lines }]);
    }

    #[test]
    fn a_word_away_from_its_group_leads_to_it() {
        let many: Vec<(u32, Rank)> =
            (0..u32::try_from(SHELF).expect("small") + 2).map(|at| (at, Rank::Text)).collect();
        let shelves = shelves(&[group(&["aller", "vais"], &many), group(&["bois"], &[(0, Rank::Text)])]);
        let firsts: Vec<&str> = shelves.iter().map(|shelf| shelf.first.as_str()).collect();
        assert_eq!(firsts, ["aller", "bois"]);
        assert_eq!(shelves[1].lines, "bois!]\nvais>aller\n");
    }
}
