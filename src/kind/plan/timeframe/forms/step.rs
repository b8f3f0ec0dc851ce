//! A step of the author's and when it is due: « Bases au printemps 2014 ».

use super::bounds::Limit;
use super::{Attempt, Form, Reading};
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::cursor::Cursor;
use crate::kind::plan::timeframe::lexer::{Token, TokenKind};
use crate::kind::plan::timeframe::points::CONNECTORS;
use crate::kind::plan::timeframe::resolve::{self, Unresolved};
use crate::kind::plan::timeframe::sense::Sense;
use crate::kind::plan::timeframe::vocabulary::{AFTER, BEFORE, FROM, LEADS_TO_DATES, NEGATIONS, OR, UP_TO};
use crate::kind::plan::timeframe::{Doubt, TimeframeKind, near};

/// A label of more words than this is a sentence, left as it is.
const LONGEST_LABEL: usize = 5;

/// What was made of a step, but for its label.
struct Step {
    read: Result<Reading, Unresolved>,
    kind: TimeframeKind,
    sense: Sense,
    /// None where the dates are no deadline.
    limit: Option<Limit>,
}

impl Form<'_> {
    /// « Bases au printemps 2014 »: a few words of the author, then dates.
    pub(super) fn step(&self) -> Attempt {
        (1..self.tokens.len().min(LONGEST_LABEL + 1)).find_map(|n_words| self.step_after(n_words))
    }

    fn step_after(&self, n_words: usize) -> Attempt {
        let (words, rest) = self.tokens.split_at(n_words);
        let is_label = words.iter().all(|token| token.kind == TokenKind::Word);
        if !is_label || self.is_cut_short(words, &self.cursor_at(rest)) {
            return None;
        }
        let label = self.text[words[0].start..words[n_words - 1].end].to_owned();
        let due = self.step_by(rest, &label).or_else(|| self.step_on(rest, &label))?;
        let state = near::state(&label, self.lang);
        let takes_back = words.iter().any(|word| NEGATIONS.contains(&word.text.as_str()));
        if takes_back && matches!(state, None | Some(StatusKey::Planned)) {
            return None;
        }
        let Step { read, kind, sense, limit } = due;
        let Some(state) = state else {
            return Some(read.map(|reading| Reading { kind, sense, ..reading }));
        };
        // « Prévu au printemps » and “complete by June” are how people talk of dates; « réalisé en mai »
        // belongs elsewhere.
        let is_due = limit == Some(Limit::Included);
        let is_aim = state == StatusKey::Planned || (state == StatusKey::Done && is_due);
        let doubt = (!is_aim).then_some(Doubt::LooksLikeStatus(state));
        Some(read.map(|mut reading| {
            reading.doubts.extend(doubt);
            reading
        }))
    }

    /// What follows the label of « Bases au printemps 2014 ».
    fn step_on(&self, tokens: &[Token], label: &str) -> Option<Step> {
        let mut cursor = self.cursor_at(tokens);
        if !cursor.is_at(LEADS_TO_DATES) {
            return None;
        }
        cursor.eat(&[":", "-"]);
        let dates = cursor.whole(Cursor::dates)?;
        let precision = resolve::precision(&dates.items);
        let sense = Sense::Step { label: label.to_owned(), precision };
        Some(Step { read: self.dated(&dates), kind: TimeframeKind::Milestone, sense, limit: None })
    }

    /// What follows the label of « Rapport d’ici le 30 juin 2026 ». What is open until a day is not
    /// due by then.
    fn step_by(&self, tokens: &[Token], label: &str) -> Option<Step> {
        let mut cursor = self.cursor_at(tokens);
        cursor.eat(&[":", "-"]);
        if cursor.is_at(&["jusqu'", "until", "till", "up to"]) {
            return None;
        }
        let (point, limit) = cursor.whole(Cursor::limited)?;
        let sense = Sense::StepBy { label: label.to_owned() };
        let read = self.by(point, limit);
        Some(Step { read, kind: TimeframeKind::Deadline, sense, limit: Some(limit) })
    }

    /// Whether words are part of the dates that follow them: « Juin » of « Juin - 2026-2027 », the
    /// last of « Rencontres de janvier à juin 2026 », of « Rapport avant le 1er juin » and of « le ou
    /// avant le 1er juin », « Début » of « Début ou fin 2027 ».
    fn is_cut_short(&self, words: &[Token], dates: &Cursor<'_>) -> bool {
        let is_date = |words: &[Token]| self.cursor_at(words).whole(Cursor::point).is_some();
        let leads_on = |words: &[Token]| {
            let mut cursor = self.cursor_at(words);
            [BEFORE, UP_TO, FROM, AFTER]
                .iter()
                .any(|forms| cursor.whole(|cursor| cursor.expect(forms)).is_some())
        };
        let last = &words[words.len() - 1..];
        let names_part = self.cursor_at(last).whole(Cursor::part).is_some();
        is_date(words)
            || self.cursor_at(last).is_at(OR)
            || self.cursor_at(last).is_at(CONNECTORS)
            || (names_part && !dates.is_at(&[":"]))
            || (dates.is_at(CONNECTORS) && is_date(last))
            || (0..words.len()).any(|at| leads_on(&words[at..]))
            || words.last().is_some_and(|word| word.text.ends_with('\''))
    }
}
