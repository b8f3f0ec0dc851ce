//! Words that come back as a state without being one: « Oui », « OK », « ✓ ».

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::Problems;
use crate::diagnostic::lint::Lint;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, Plan};
use crate::lang;

/// How often a word comes back before it is a habit rather than a note.
const HABIT: usize = 3;

/// How many letters and how many words the name of a state has; what is longer is a text.
const SHORT: (usize, usize) = (20, 2);

/// What such words are likely to mean. Folded.
const LIKELY: &[(&str, StatusKey)] = &[
    ("oui", StatusKey::Done),
    ("yes", StatusKey::Done),
    ("ok", StatusKey::Done),
    ("x", StatusKey::Done),
    ("✓", StatusKey::Done),
    ("✔", StatusKey::Done),
    ("☑", StatusKey::Done),
    ("✅", StatusKey::Done),
    ("vrai", StatusKey::Done),
    ("true", StatusKey::Done),
    ("non", StatusKey::Planned),
    ("no", StatusKey::Planned),
    ("✗", StatusKey::Planned),
    ("✘", StatusKey::Planned),
    ("❌", StatusKey::Planned),
    ("faux", StatusKey::Planned),
    ("false", StatusKey::Planned),
];

/// Said once, of all the words of a plan together.
pub fn words_for_no_status(plan: &Plan, problems: &mut Problems) {
    let mut by_word: BTreeMap<String, (&Action, usize)> = BTreeMap::new();
    for action in plan.actions().filter(|action| is_short_note(action)) {
        by_word.entry(lang::fold(&action.status.text)).or_insert((action, 0)).1 += 1;
    }
    let mut habits: Vec<(String, (&Action, usize))> =
        by_word.into_iter().filter(|(_, (_, n))| *n >= HABIT).collect();
    habits.sort_by_key(|(_, (first, n))| (Reverse(*n), first.span.start));
    let Some((folded, (first, _))) = habits.first() else { return };
    let likely = LIKELY.iter().find(|(word, _)| word == folded);
    let key = likely.map_or(StatusKey::InProgress, |(_, key)| *key).key();
    let words = habits.iter().map(|(_, (first, n))| (first.status.text.clone(), *n)).collect();
    problems.warning(Lint::WordsForNoStatus { words, key }, first.span);
}

fn is_short_note(action: &Action) -> bool {
    let (n_letters, n_words) = SHORT;
    let text = action.status.text.as_str();
    action.status.key == StatusKey::Noted
        && text.chars().count() <= n_letters
        && text.split_whitespace().count() <= n_words
        && !text.contains(|c: char| c.is_ascii_digit())
}
