//! What other sites answered lately, so that they are not asked again at each check.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::visit::Answer;

/// The first line of the file, which says what the others are.
const FIRST_LINE: &str = "jalon-links 1";

/// How many days an answer is good for.
pub const N_DAYS: i32 = 7;

/// Answers by address, each with its day. A dead link is never kept: once mended, it is seen to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    answers: BTreeMap<String, (Date, Answer)>,
}

impl Memory {
    /// Reads a file of answers; lines that are none are left out, as if nothing had been asked.
    pub fn parse(text: &str) -> Memory {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Memory::default();
        }
        let answer = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let day = Date::parse(parts.next()?)?;
            let answer = match parts.next()? {
                "ok" => Answer::Stands,
                status => Answer::Refuses(status.parse().ok()?),
            };
            Some((parts.next()?.to_owned(), (day, answer)))
        };
        Memory { answers: lines.filter_map(answer).collect() }
    }

    pub fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\n");
        for (address, (day, answer)) in &self.answers {
            match answer {
                Answer::Stands => text.push_str(&format!("{day} ok {address}\n")),
                Answer::Refuses(status) => text.push_str(&format!("{day} {status} {address}\n")),
                Answer::Dead(_) => {}
            }
        }
        text
    }

    /// The answer for an address, unless it has grown old.
    pub fn of(&self, address: &str, today: Date) -> Option<Answer> {
        let (day, answer) = self.answers.get(address)?;
        is_fresh(*day, today).then_some(*answer)
    }

    pub fn keep(&mut self, address: &str, answer: Answer, today: Date) {
        match answer {
            Answer::Stands | Answer::Refuses(_) => {
                self.answers.insert(address.to_owned(), (today, answer));
            }
            Answer::Dead(_) => {
                self.answers.remove(address);
            }
        }
    }

    /// Lets go of what has grown old.
    pub fn forget(&mut self, today: Date) {
        self.answers.retain(|_, (day, _)| is_fresh(*day, today));
    }
}

/// A day after today is that of a clock that was put right since.
fn is_fresh(day: Date, today: Date) -> bool {
    (0..N_DAYS).contains(&day.days_until(today))
}

#[cfg(test)]
mod tests {
    use super::Memory;
    use crate::date::Date;
    use crate::diagnostic::pages::away::Silence;
    use crate::visit::Answer;

    #[test]
    fn an_answer_is_good_for_a_week_and_a_dead_link_is_asked_again() {
        let day = |day| Date::new(2026, 5, day).expect("a day of the calendar");
        let mut memory = Memory::default();
        memory.keep("https://a.example/", Answer::Stands, day(7));
        memory.keep("https://b.example/x y", Answer::Refuses(403), day(8));
        memory.keep("https://c.example/", Answer::Dead(Silence::NoAnswer), day(8));
        let text = "jalon-links 1\n2026-05-07 ok https://a.example/\n2026-05-08 403 https://b.example/x y\n";
        assert_eq!(memory.to_text(), text);
        assert_eq!(Memory::parse(text), memory);
        let of = |address, today| memory.of(address, today);
        assert_eq!(of("https://a.example/", day(13)), Some(Answer::Stands));
        assert_eq!(of("https://a.example/", day(14)), None);
        assert_eq!(of("https://a.example/", day(6)), None);
        assert_eq!(of("https://c.example/", day(8)), None);
        memory.forget(day(14));
        assert_eq!(memory.to_text(), "jalon-links 1\n2026-05-08 403 https://b.example/x y\n");
        assert_eq!(Memory::parse("autre chose\n2026-05-07 ok https://a.example/\n"), Memory::default());
    }
}
