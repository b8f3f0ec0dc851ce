//! The words a log gives of an action beside its number, against those of the plan: a number made
//! from a position goes to another action once a row is added above it.

use std::collections::{BTreeMap, BTreeSet};

use crate::filled::Filled;
use crate::kind::plan::{Plan, numbering};
use crate::lang;

/// Shorter words, « la » or « the », are in every title and tell none from another.
const MIN_LETTERS: usize = 4;

/// The titles of a plan, as they are compared.
///
/// A log of a great plan has tens of thousands of rows: each is looked for word for word first, and
/// what is nobody's title is compared with the plan once, however many rows say it.
pub struct Titles {
    /// In the order of the plan.
    all: Vec<Title>,
    /// The first action that has these words.
    by_words: BTreeMap<Words, usize>,
    /// The actions that have a word, of the words that tell titles apart.
    with_word: BTreeMap<String, Vec<usize>>,
    /// The actions that words which are no title may be of, in the order of the plan.
    fitting: BTreeMap<Words, Vec<usize>>,
}

struct Title {
    words: Words,
    joined: String,
    n_telling: usize,
    letters: Letters,
}

type Words = Vec<String>;

/// The letters and the digits, then all else.
const N_LETTERS: usize = 37;

/// How many times a text has each letter, those of other alphabets together.
type Letters = [u8; N_LETTERS];

/// Whose the words of a row are, when it names an action by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// That action's and no other's: its title, a part of it, or nearly.
    ItsOwn,
    /// A part of its title, and of others too: « Peindre », where two are painted.
    Shared,
    /// Those of the action at this position, or nearly.
    Another(usize),
    /// A part of the titles of several others.
    Others,
    Nobody,
}

impl Titles {
    pub fn of(plan: &Plan) -> Titles {
        let all: Vec<Title> = plan.actions().map(|action| Title::of(words(&action.title.plain))).collect();
        let mut by_words = BTreeMap::new();
        let mut with_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, title) in all.iter().enumerate() {
            by_words.entry(title.words.clone()).or_insert(at);
            for word in telling(&title.words) {
                with_word.entry(word.to_owned()).or_default().push(at);
            }
        }
        Titles { all, by_words, with_word, fitting: BTreeMap::new() }
    }

    /// Whose words a row gives, beside the number of the action at a position.
    pub fn whose(&mut self, at: usize, title: &str) -> Whose {
        let said = words(title);
        if said.is_empty() || said == self.all[at].words {
            return Whose::ItsOwn;
        }
        if let Some(other) = self.by_words.get(&said) {
            return Whose::Another(*other);
        }
        if !self.fitting.contains_key(&said) {
            let fitting = self.fitting(&said);
            self.fitting.insert(said.clone(), fitting);
        }
        match self.fitting[&said].as_slice() {
            [] => Whose::Nobody,
            [only] if *only == at => Whose::ItsOwn,
            [only] => Whose::Another(*only),
            several if several.contains(&at) => Whose::Shared,
            [_, _, ..] => Whose::Others,
        }
    }

    /// The only action that has these words, or nearly.
    pub fn find(&self, title: &str) -> Option<usize> {
        let said = words(title);
        let same = |at: &&usize| self.all.iter().skip(**at + 1).all(|it| it.words != said);
        match self.by_words.get(&said) {
            _ if said.is_empty() => None,
            Some(at) => Some(at).filter(same).copied(),
            None => match self.fitting(&said).as_slice() {
                [only] => Some(*only),
                [] | [_, _, ..] => None,
            },
        }
    }

    /// Whether these words are those of no action, nor nearly.
    pub fn is_nobodys(&self, title: &str) -> bool {
        let said = words(title);
        !said.is_empty() && !self.by_words.contains_key(&said) && self.fitting(&said).is_empty()
    }

    /// Whether these words are those of an action, or nearly, and of none of the others given.
    pub fn tells(&self, title: &str, at: usize, among: &[usize]) -> bool {
        let said = words(title);
        let exact: Vec<usize> = among.iter().copied().filter(|it| self.all[*it].words == said).collect();
        if !exact.is_empty() {
            return exact == [at];
        }
        let fitting = self.fitting(&said);
        fitting.contains(&at) && among.iter().filter(|it| fitting.contains(it)).count() == 1
    }

    /// The actions whose title was nearly written; else those of which it is a part, or that are a
    /// part of it: « La navette », for « Lancer la navette du mardi ».
    fn fitting(&self, said: &[String]) -> Vec<usize> {
        let said = Title::of(said.to_vec());
        let slips = self.all.iter().enumerate().filter(|(_, title)| is_slip(&said, title));
        let slips: Vec<usize> = slips.map(|(at, _)| at).collect();
        if !slips.is_empty() {
            return slips;
        }
        let mut n_shared = BTreeMap::<usize, usize>::new();
        for at in telling(&said.words).into_iter().filter_map(|word| self.with_word.get(word)).flatten() {
            *n_shared.entry(*at).or_default() += 1;
        }
        let is_part = |(at, n): &(usize, usize)| *n == said.n_telling || *n == self.all[*at].n_telling;
        n_shared.into_iter().filter(is_part).map(|(at, _)| at).collect()
    }
}

impl Title {
    fn of(words: Words) -> Title {
        let joined = words.join(" ");
        let (n_telling, letters) = (telling(&words).len(), letters(&joined));
        Title { words, joined, n_telling, letters }
    }
}

/// The words of a title, without the number that may open it.
fn words(title: &str) -> Words {
    let title = numbering::read(title).title;
    let folded = lang::fold(title);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words that tell a title from others; the 2 of « Atelier 2 » does.
fn telling(words: &[String]) -> BTreeSet<&str> {
    let tells = |word: &&str| word.chars().count() >= MIN_LETTERS || has_digit(word);
    words.iter().map(String::as_str).filter(tells).filled()
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// Whether the pen slipped from a title; « Atelier 3 » is not « Atelier 2 » badly written.
fn is_slip(said: &Title, title: &Title) -> bool {
    // A slip changes two letters at most, one for another: the costly measure is only for the few left.
    let n_apart: u32 = said.letters.iter().zip(&title.letters).map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
    let numbers = |title: &Title| -> Vec<String> {
        title.words.iter().filter(|word| has_digit(word)).cloned().collect()
    };
    n_apart <= 4 && numbers(said) == numbers(title) && lang::slips(&said.joined, &title.joined).is_some()
}

fn letters(text: &str) -> Letters {
    let mut letters: Letters = [0; N_LETTERS];
    for c in text.chars() {
        let at = match c {
            'a'..='z' => c as usize - 'a' as usize,
            '0'..='9' => 26 + c as usize - '0' as usize,
            _ => 36,
        };
        letters[at] = letters[at].saturating_add(1);
    }
    letters
}
