//! A step of the author's and when it is due: « Bases au printemps 2014 ».

use super::{Attempt, Form, Reading};
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::cursor::Cursor;
use crate::kind::plan::timeframe::lexer::{Token, TokenKind};
use crate::kind::plan::timeframe::points::CONNECTORS;
use crate::kind::plan::timeframe::resolve;
use crate::kind::plan::timeframe::sense::Sense;
use crate::kind::plan::timeframe::vocabulary::{BEFORE, FROM, LEADS_TO_DATES, NEGATIONS, UP_TO};
use crate::kind::plan::timeframe::{Doubt, TimeframeKind, near};

/// A label of more words than this is a sentence, left as it is.
const LONGEST_LABEL: usize = 5;

impl Form<'_> {
    /// « Bases au printemps 2014 »: a few words of the author, then dates.
    pub(super) fn step(&self) -> Attempt {
        (1..self.tokens.len().min(LONGEST_LABEL + 1)).find_map(|n_words| self.step_after(n_words))
    }

    fn step_after(&self, n_words: usize) -> Attempt {
        let (words, rest) = self.tokens.split_at(n_words);
        if !words.iter().all(|token| token.kind == TokenKind::Word) {
            return None;
        }
        let mut cursor = self.cursor_at(rest);
        if self.is_cut_short(words, &cursor) || !cursor.is_at(LEADS_TO_DATES) {
            return None;
        }
        cursor.eat(&[":", "-"]);
        let dates = cursor.whole(Cursor::dates)?;
        let label = self.text[words[0].start..words[n_words - 1].end].to_owned();
        let state = near::state(&label);
        let takes_back = words.iter().any(|word| NEGATIONS.contains(&word.text.as_str()));
        if takes_back && matches!(state, None | Some(StatusKey::Planned)) {
            return None;
        }
        if let Some(state) = state {
            // « Prévu au printemps » is how people talk of dates; « réalisé en mai » belongs elsewhere.
            let doubt = (state != StatusKey::Planned).then_some(Doubt::LooksLikeStatus(state));
            return Some(self.dated(&dates).map(|mut reading| {
                reading.doubts.extend(doubt);
                reading
            }));
        }
        let precision = resolve::precision(&dates.items);
        Some(self.dated(&dates).map(|reading| Reading {
            kind: TimeframeKind::Milestone,
            sense: Sense::Step { label, precision },
            ..reading
        }))
    }

    /// Whether words are part of the dates that follow them: « Juin » of « Juin - 2026-2027 », the
    /// last of « Rencontres de janvier à juin 2026 » and of « Rapport avant le 1er juin ».
    fn is_cut_short(&self, words: &[Token], dates: &Cursor<'_>) -> bool {
        let is_date = |words: &[Token]| self.cursor_at(words).whole(Cursor::point).is_some();
        let leads_on = |words: &[Token]| {
            let mut cursor = self.cursor_at(words);
            [BEFORE, UP_TO, FROM].iter().any(|forms| cursor.whole(|cursor| cursor.expect(forms)).is_some())
        };
        is_date(words)
            || (dates.is_at(CONNECTORS) && is_date(&words[words.len() - 1..]))
            || (0..words.len()).any(|at| leads_on(&words[at..]))
            || words.last().is_some_and(|word| word.text.ends_with('\''))
    }
}
