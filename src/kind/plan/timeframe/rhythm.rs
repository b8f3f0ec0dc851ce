//! The grammar of what comes back: « chaque mois », “twice a year”, « 4 régions par mois ».

use super::cursor::Cursor;
use super::lexer::{Token, TokenKind};
use super::sense::{Cycle, Rate, Recurrence, Unit};
use super::vocabulary;

impl Cursor<'_> {
    /// A rhythm, in one word or several.
    pub fn recurrence(&mut self) -> Option<Recurrence> {
        if let Some(rhythm) = self.attempt(|cursor| cursor.word(vocabulary::rhythm)) {
            return Some(rhythm);
        }
        if let Some(rhythm) = self.attempt(Cursor::rhythm_apart) {
            return Some(rhythm);
        }
        self.attempt(Cursor::each).or_else(|| self.attempt(Cursor::times_per_unit))
    }

    /// “Bi-weekly”, “semi annual”: a rhythm whose first syllables stand apart.
    fn rhythm_apart(&mut self) -> Option<Recurrence> {
        let first = self.word(|word| matches!(word, "bi" | "semi").then(|| word.to_owned()))?;
        self.eat(&["-"]);
        self.word(|word| vocabulary::rhythm(&format!("{first}{word}")))
    }

    /// « chaque mois », « tous les 3 ans », “every other year”.
    fn each(&mut self) -> Option<Recurrence> {
        if !self.eat(&["aux"]) {
            self.expect(vocabulary::EACH)?;
        }
        if let Some(season) = self.word(vocabulary::season) {
            return Some(Recurrence::each_season(season));
        }
        let every = if self.eat(&["other"]) {
            2
        } else {
            self.attempt(Cursor::number).or_else(|| self.word(vocabulary::number_in_letters)).unwrap_or(1)
        };
        let unit = self.unit()?;
        (every > 0).then_some(Recurrence::every(every, unit))
    }

    /// « deux fois par année », “once a month”. In figures it is a rate, in letters a rhythm.
    fn times_per_unit(&mut self) -> Option<Recurrence> {
        let times = if self.eat(&["once"]) {
            1
        } else if self.eat(&["twice"]) {
            2
        } else {
            let times = self.word(vocabulary::number_in_letters)?;
            self.expect(&["fois", "times", "time"])?;
            times
        };
        Some(Recurrence { times, every: 1, unit: Cycle::Unit(self.per_unit()?) })
    }

    /// A quantity of something, per unit of time or not; the noun is taken from the text.
    pub fn rate(&mut self, text: &str) -> Option<Rate> {
        let least = self.number()?;
        let most = self.attempt(|cursor| {
            cursor.expect(&["-", "a", "to", "ou", "or"])?;
            cursor.number()
        });
        let nouns = self.rest();
        let n_words =
            nouns.iter().take_while(|token| token.kind == TokenKind::Word && !is_per(token)).count();
        // « 3 mois » is a length of time, and a number before a whole sentence promises nothing.
        let is_length = nouns.first().is_some_and(|noun| vocabulary::unit(&noun.text).is_some());
        if !(1..=4).contains(&n_words) || is_length || is_year(least) {
            return None;
        }
        let noun = match nouns[0].text.as_str() {
            // « 2×/an »
            "x" => "fois",
            _ => &text[nouns[0].start..nouns[n_words - 1].end],
        };
        for _ in 0..n_words {
            self.step();
        }
        let per = if self.is_done() { None } else { Some(self.per_unit()?) };
        Some(Rate { least, most: most.unwrap_or(least).max(least), noun: noun.to_owned(), per })
    }

    /// « 2×/an », “3 times a year”.
    pub fn times_in_figures(&mut self) -> Option<Unit> {
        self.number()?;
        self.expect(&["x", "fois", "times", "time"])?;
        self.per_unit()
    }

    /// « par mois », “a month”, « /an ».
    pub fn per_unit(&mut self) -> Option<Unit> {
        self.expect(PER)?;
        self.unit()
    }

    fn unit(&mut self) -> Option<Unit> {
        let unit = self.word(vocabulary::unit)?;
        if unit == Unit::HalfYear {
            self.eat(&["- year", "year"]);
        }
        Some(unit)
    }
}

const PER: &[&str] = &["par", "/", "a", "an", "per", "each", "every", "chaque"];

/// « 2026 puis au besoin » counts nothing. A round number may: « 2000 dépliants ».
fn is_year(number: u32) -> bool {
    (1990..2100).contains(&number) && !number.is_multiple_of(100)
}

/// Whether a word opens « par mois ».
fn is_per(token: &Token) -> bool {
    PER.contains(&token.text.as_str())
}
