//! The words a log gives of an action beside its number, against those of the plan: a number made
//! from a position goes to another action once a row is added above it.

use std::collections::BTreeMap;

use crate::kind::plan::{Plan, numbering};
use crate::lang;

/// The titles of a plan, as they are compared.
pub struct Titles {
    /// In the order of the plan.
    all: Vec<Words>,
    /// The first action that has these words.
    by_words: BTreeMap<Words, usize>,
}

type Words = Vec<String>;

/// Whose the words of a row are, when it names an action by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// That action's: its title, a part of it, or nearly.
    ItsOwn,
    /// Word for word those of the action at this position.
    Another(usize),
    Nobody,
}

impl Titles {
    pub fn of(plan: &Plan) -> Titles {
        let all: Vec<Words> = plan.actions().map(|action| words(&action.title.plain)).collect();
        let mut by_words = BTreeMap::new();
        for (at, words) in all.iter().enumerate() {
            by_words.entry(words.clone()).or_insert(at);
        }
        Titles { all, by_words }
    }

    /// Whose words a row gives, beside the number of the action at a position.
    pub fn whose(&self, at: usize, title: &str) -> Whose {
        let (said, own) = (words(title), &self.all[at]);
        if said.is_empty() || said == *own {
            return Whose::ItsOwn;
        }
        match self.by_words.get(&said) {
            Some(other) => Whose::Another(*other),
            // « La navette », for « Lancer la navette du mardi ».
            None if is_within(&said, own) || is_within(own, &said) || is_slip(&said, own) => Whose::ItsOwn,
            None => Whose::Nobody,
        }
    }

    /// The action that has these words.
    pub fn find(&self, title: &str) -> Option<usize> {
        self.by_words.get(&words(title)).copied()
    }
}

/// The words of a title, without the number that may open it.
fn words(title: &str) -> Words {
    let title = numbering::read(title).title;
    let folded = lang::fold(title);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_within(some: &[String], all: &[String]) -> bool {
    !some.is_empty() && some.iter().all(|word| all.contains(word))
}

fn is_slip(said: &[String], own: &[String]) -> bool {
    lang::slips(&said.join(" "), &own.join(" ")).is_some()
}
