//! What goes on or comes back, within bounds: « Mensuel jusqu’en juin 2026 », « En continu dès 2026 ».

use super::{Attempt, Form, Limit, MEANINGS, Reading, phrase_key};
use crate::date::Range;
use crate::diagnostic::plan::NoYear;
use crate::kind::plan::timeframe::TimeframeKind;
use crate::kind::plan::timeframe::cursor::Cursor;
use crate::kind::plan::timeframe::lexer::Token;
use crate::kind::plan::timeframe::resolve::{self, Unresolved};
use crate::kind::plan::timeframe::sense::{Bounds, Meaning, Sense};
use crate::kind::plan::timeframe::vocabulary::{FROM, UNTIL};

/// In tokens; a sentence need not be looked through.
const LONGEST_PHRASE: usize = 8;

impl Form<'_> {
    pub(super) fn lasting(&self) -> Attempt {
        let (meaning, rest) = self.lasting_head()?;
        if let [opening, inside @ .., closing] = rest
            && (opening.text.as_str(), closing.text.as_str()) == ("(", ")")
        {
            return self.lasting_until(meaning, inside);
        }
        let mut cursor = self.cursor_at(rest);
        cursor.eat(&[",", ":", "-"]);
        let rest = cursor.rest();
        let during = || self.lasting_during(meaning, rest);
        let until = || self.lasting_until(meaning, rest);
        during().or_else(until).or_else(|| self.lasting_from(meaning, rest))
    }

    /// The words that say it goes on or comes back, and what follows them.
    fn lasting_head(&self) -> Option<(Meaning, &[Token])> {
        let goes_on = (1..self.tokens.len().min(LONGEST_PHRASE + 1)).rev().find(|n_words| {
            MEANINGS.get(&phrase_key(&self.tokens[..*n_words])) == Some(&Meaning::Continuous)
        });
        if let Some(n_words) = goes_on {
            return Some((Meaning::Continuous, &self.tokens[n_words..]));
        }
        let mut cursor = self.cursor();
        let recurrence = cursor.recurrence()?;
        Some((Meaning::Recurring(recurrence), &self.tokens[self.tokens.len() - cursor.rest().len()..]))
    }

    /// « Mensuel de janvier à juin 2026 ». Dates whose year nothing settles are those of every year:
    /// « Mensuel, de juin à août ».
    fn lasting_during(&self, meaning: Meaning, tokens: &[Token]) -> Attempt {
        let dates = self.cursor_at(tokens).whole(Cursor::dates)?;
        let sense = Sense::Lasting { meaning, bounds: Bounds::During(resolve::precision(&dates.items)) };
        match self.dated(&dates) {
            Err(Unresolved::NoYear(NoYear::Several | NoYear::NoPeriod))
                if matches!(meaning, Meaning::Recurring(_)) =>
            {
                self.at_times(meaning, tokens)
            }
            Err(Unresolved::NoYear(_)) => None,
            read => Some(read.map(|reading| Reading { sense, ..reading })),
        }
    }

    fn lasting_until(&self, meaning: Meaning, tokens: &[Token]) -> Attempt {
        let mut cursor = self.cursor_at(tokens);
        cursor.expect(UNTIL)?;
        let point = cursor.whole(Cursor::point)?;
        let sense = Sense::Lasting { meaning, bounds: Bounds::Until };
        let range = self.until(point, Limit::Included);
        Some(range.map(|range| Reading::new(TimeframeKind::Range, sense, vec![range])))
    }

    fn lasting_from(&self, meaning: Meaning, tokens: &[Token]) -> Attempt {
        let mut cursor = self.cursor_at(tokens);
        cursor.expect(FROM)?;
        let point = cursor.whole(Cursor::point)?;
        let sense = Sense::Lasting { meaning, bounds: Bounds::From };
        Some(self.days_of(point).map(|days| {
            let range = Range { start: Some(days.0), end: None };
            Reading::new(TimeframeKind::Open, sense, vec![range])
        }))
    }
}
