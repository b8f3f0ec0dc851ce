//! The code of a format, as files hold it: `#,##0.00 [$$-C0C];[Red]-0`, cut into what each section shows.

use crate::lang::Lang;

/// The longest code that is read: spreadsheets stop at 255 letters.
const LONGEST: usize = 1000;

/// The code of a format: up to four sections, for what is above zero, below it, zero, and text.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    pub(super) sections: Vec<Section>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    /// Which numbers it is for, when it says so itself.
    pub condition: Option<Condition>,
    /// The language of its words, when it says so itself.
    pub lang: Option<Lang>,
    /// Whether the day is shown in full as the system of each reader does.
    pub is_system_day: bool,
    pub signs: Vec<Sign>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    pub is_below: bool,
    pub is_above: bool,
    pub is_equal: bool,
    pub limit: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sign {
    /// What is shown as it is.
    Literal(char),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    Slash,
    /// The number as it is, `General`.
    General,
    /// `y`, `m`, `d`, `h` or `s`, so many times.
    Part(char, usize),
    /// `h`, `m` or `s` between brackets: all that went by.
    Elapsed(char, usize),
    /// `AM/PM`.
    Half,
    /// `@`: the text of the cell.
    Text,
}

impl Condition {
    pub fn holds(self, number: f64) -> bool {
        (self.is_below && number < self.limit)
            || (self.is_above && number > self.limit)
            || (self.is_equal && number == self.limit)
    }

    fn read(written: &str) -> Option<Condition> {
        let rest = written.trim_start_matches(['<', '>', '=']);
        let signs = &written[..written.len() - rest.len()];
        let has = |sign: char| signs.contains(sign);
        let limit = rest.trim().parse().ok()?;
        Some(Condition { is_below: has('<'), is_above: has('>'), is_equal: has('='), limit })
    }
}

impl Code {
    /// None for a code with something that is not known here.
    pub fn read(code: &str) -> Option<Code> {
        if code.len() > LONGEST {
            return None;
        }
        let mut sections = vec![Section::default()];
        let mut rest = code;
        while let Some(c) = rest.chars().next() {
            let behind = &rest[c.len_utf8()..];
            let section = sections.last_mut()?;
            rest = match c {
                ';' => {
                    sections.push(Section::default());
                    behind
                }
                '"' => {
                    // Excel closes what is left open.
                    let (words, behind) = behind.split_once('"').unwrap_or((behind, ""));
                    section.signs.extend(words.chars().map(Sign::Literal));
                    behind
                }
                '[' => {
                    let (words, behind) = behind.split_once(']')?;
                    section.bracket(words)?;
                    behind
                }
                '\\' => {
                    let shown = behind.chars().next()?;
                    section.signs.push(Sign::Literal(shown));
                    &behind[shown.len_utf8()..]
                }
                // As much room as a letter takes.
                '_' => {
                    section.signs.push(Sign::Literal(' '));
                    after_one(behind)
                }
                // A sign that fills the cell.
                '*' => after_one(behind),
                _ => section.sign(rest)?,
            };
        }
        Some(Code { sections })
    }

    /// Whether it shows a day, a month or a year; `m` alone may be minutes.
    pub fn shows_day(&self) -> bool {
        let mut signs = self.sections.iter().flat_map(|section| &section.signs);
        signs.any(|sign| matches!(sign, Sign::Part('y' | 'd', _) | Sign::Part('m', 3..)))
    }

    pub(super) fn is_general(&self) -> bool {
        matches!(self.sections.as_slice(), [section] if matches!(section.signs.as_slice(), [Sign::General | Sign::Text] | []))
    }
}

fn after_one(text: &str) -> &str {
    text.chars().next().map_or("", |c| &text[c.len_utf8()..])
}

impl Section {
    fn bracket(&mut self, words: &str) -> Option<()> {
        let lower = words.to_ascii_lowercase();
        if let Some(currency) = words.strip_prefix('$') {
            let (sign, place) = currency.split_once('-').unwrap_or((currency, ""));
            self.signs.extend(sign.chars().map(Sign::Literal));
            let place = place.to_ascii_lowercase();
            self.is_system_day = matches!(place.as_str(), "f800" | "x-sysdate");
            self.lang = match place.split('-').next() {
                // Newer files name a language by its tag, older ones by its number.
                Some("en") => Some(Lang::En),
                Some("fr") => Some(Lang::Fr),
                _ => u32::from_str_radix(&place, 16).ok().and_then(|code| match code & 0x3ff {
                    0x09 => Some(Lang::En),
                    0x0c => Some(Lang::Fr),
                    _ => None,
                }),
            };
            return Some(());
        }
        if let Some(condition) = words.starts_with(['<', '>', '=']).then(|| Condition::read(words)) {
            self.condition = Some(condition?);
            return Some(());
        }
        if let Some(letter) = lower.chars().next().filter(|letter| matches!(letter, 'h' | 'm' | 's'))
            && lower.chars().all(|other| other == letter)
        {
            self.signs.push(Sign::Elapsed(letter, lower.len()));
            return Some(());
        }
        const COLOURS: [&str; 8] = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];
        (COLOURS.contains(&lower.as_str()) || lower.starts_with("color")).then_some(())
    }

    /// Reads the sign that opens a text, and gives what is behind it.
    fn sign<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        for (word, sign) in [("General", Sign::General), ("AM/PM", Sign::Half)] {
            if text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
                self.signs.push(sign);
                return text.get(word.len()..);
            }
        }
        let c = text.chars().next()?;
        let letter = c.to_ascii_lowercase();
        if matches!(letter, 'y' | 'm' | 'd' | 'h' | 's') {
            let rest = text.trim_start_matches(|other: char| other.eq_ignore_ascii_case(&letter));
            self.signs.push(Sign::Part(letter, text.len() - rest.len()));
            return Some(rest);
        }
        self.signs.push(match c {
            '0' | '#' | '?' => Sign::Digit(c),
            '.' => Sign::Point,
            ',' => Sign::Comma,
            '%' => Sign::Percent,
            '/' => Sign::Slash,
            '@' => Sign::Text,
            // Any other letter means something: an exponent, the years of an emperor.
            _ if c.is_ascii_alphabetic() => return None,
            _ => Sign::Literal(c),
        });
        text.get(c.len_utf8()..)
    }
}
