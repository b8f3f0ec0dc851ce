//! Whether a text says what an acronym means where it uses it: « la coopérative jeunesse (CJ) ».

use std::ops::Range;

use crate::lang::fold;

/// How far parentheses that explain a word may close, in characters.
const REACH: usize = 160;

/// Whether the words before its parentheses, or within those after it, start with its letters.
pub(super) fn is_spelled_out(block: &str, run: &Range<usize>, word: &str) -> bool {
    let n_words = 2 * word.chars().count() + 2;
    let before = block[..run.start].strip_suffix('(').filter(|_| block[run.end..].starts_with(')'));
    if let Some(before) = before {
        let mut words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).rev().take(n_words).collect();
        words.reverse();
        return spells(&words, word);
    }
    let after = &block[run.end..];
    if !after.trim_start().starts_with('(') {
        return false;
    }
    let after: String = after.chars().take(REACH).collect();
    let within = after.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    within.is_some_and(|(within, _)| {
        let words: Vec<&str> = within.split(|c: char| !c.is_alphanumeric()).take(n_words).collect();
        spells(&words, word)
    })
}

fn spells(words: &[&str], acronym: &str) -> bool {
    let letters = fold(acronym);
    let mut letters = letters.chars().peekable();
    for word in words {
        let initial = fold(word).chars().next();
        if initial.is_some() && initial == letters.peek().copied() {
            letters.next();
        }
    }
    letters.peek().is_none()
}
