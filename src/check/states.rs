//! Words that stand as a state without being one: « Oui », « OK », « En rédaction ».

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::Problems;
use crate::diagnostic::lint::Lint;
use crate::kind::plan::status::{self, AddedWords, meant};
use crate::kind::plan::{Action, Plan};
use crate::lang::{self, Lang};

/// Said once, of all the words of a plan together.
pub fn words_for_no_status(plan: &Plan, lang: Lang, problems: &mut Problems) {
    let mut by_word: BTreeMap<String, (&Action, usize)> = BTreeMap::new();
    // What the log says anew is on no page any more; it tells its own words.
    for action in plan.actions().filter(|action| action.before_log.is_none()) {
        let said = &action.status;
        // What is nearly a known word is told where it stands.
        if said.is_short_note() && status::read(&said.text, &AddedWords::new(), lang).1.is_none() {
            by_word.entry(lang::fold(&said.text)).or_insert((action, 0)).1 += 1;
        }
    }
    let mut all: Vec<(&Action, usize)> = by_word.into_values().collect();
    all.sort_by_key(|(first, n)| (Reverse(*n), first.span.start));
    let Some((first, _)) = all.first() else { return };
    let key = meant::of(&first.status.text, None, lang).1.key();
    let words = all.iter().map(|(first, n)| (first.status.text.clone(), *n)).collect();
    problems.warning(Lint::WordsForNoStatus { words, key }, first.stated_at);
}
