//! The arguments of a call, each of the type its shortcode asks for.

use super::cursor::Cursor;
use super::table::OTHER_NAMES;
use super::{Accepts, Argument, Call, Key, Name, Need, Note, Parameter, Value, What};
use crate::diagnostic::Severity;
use crate::diagnostic::shortcode::{Expected, ShortcodeProblem, Sign};
use crate::lang;
use crate::source::Span;

/// Reads what follows the parenthesis of a call, up to `}}`.
pub(super) fn call(name: &str, name_span: Span, cursor: Cursor<'_>) -> (What, Vec<Note>) {
    let mut reading = Reading { cursor, notes: Vec::new() };
    let known = Name::ALL.into_iter().find(|known| known.name() == name);
    let Some(known) = known else {
        reading.error(unknown_name(name), name_span);
        return (What::Refused, reading.notes);
    };
    let arguments = reading.arguments(known);
    let is_given = |key: Key| arguments.iter().any(|argument| argument.key == key);
    let is_refused = reading.notes.iter().any(|note| note.severity == Severity::Error);
    if !is_refused {
        for parameter in known.parameters() {
            if parameter.need == Need::Required && !is_given(parameter.key) {
                let (shortcode, example) = (known.name(), parameter.example.to_owned());
                reading.error(ShortcodeProblem::MissingArgument { shortcode, example }, name_span);
            }
        }
    }
    let is_refused = reading.notes.iter().any(|note| note.severity == Severity::Error);
    let what =
        if is_refused { What::Refused } else { What::Call(Call { name: known, name_span, arguments }) };
    (what, reading.notes)
}

fn unknown_name(name: &str) -> ShortcodeProblem {
    let folded = lang::fold(name);
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == folded).map(|(_, meant)| meant.name());
    let nearest = other.or_else(|| lang::nearest(name, Name::ALL.map(Name::name)));
    let known = Name::ALL.map(Name::name).join(", ");
    ShortcodeProblem::UnknownName { name: name.to_owned(), nearest, known }
}

/// A call while it is read.
struct Reading<'t> {
    cursor: Cursor<'t>,
    notes: Vec<Note>,
}

/// A value as written.
struct Written<'t> {
    /// With its quotes.
    whole: &'t str,
    form: Form<'t>,
    span: Span,
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form<'t> {
    /// Between quotes; this is what they hold.
    Quoted(&'t str),
    /// One word without quotes.
    Bare,
}

impl<'t> Reading<'t> {
    /// Reads the arguments and the closing parenthesis; stops at the first sign that means nothing.
    fn arguments(&mut self, name: Name) -> Vec<Argument> {
        let mut arguments: Vec<Argument> = Vec::new();
        let mut given: Vec<&'static str> = Vec::new();
        loop {
            self.cursor.skip_space();
            if self.cursor.eat(')') {
                break;
            }
            let Some((key, key_span, written)) = self.argument(name) else { return arguments };
            match name.parameters().iter().find(|parameter| parameter.key.name() == key) {
                None => self.error(unknown_argument(name, key), key_span),
                Some(parameter) if given.contains(&key) => {
                    let name = parameter.key.name();
                    self.error(ShortcodeProblem::RepeatedArgument { name }, key_span);
                }
                Some(parameter) => {
                    given.push(parameter.key.name());
                    if let Some(value) = self.typed(parameter, &written) {
                        arguments.push(Argument { key: parameter.key, value, span: written.span });
                    }
                }
            }
            let is_text = is_cut(&written, self.cursor.peek());
            self.cursor.skip_space();
            if !self.cursor.eat(',') && self.cursor.peek() != Some(')') {
                self.unexpected(if is_text { Sign::QuoteInside } else { Sign::CommaOrEnd });
                return arguments;
            }
        }
        self.cursor.skip_space();
        self.cursor.eat('-');
        if self.cursor.peek().is_some() {
            self.unexpected(Sign::Braces);
        }
        arguments
    }

    /// `key=value`; none when that is not what stands there, which is noted.
    fn argument(&mut self, name: Name) -> Option<(&'t str, Span, Written<'t>)> {
        let start = self.cursor.at;
        let is_value = self.cursor.closing_quote().is_some()
            || self.cursor.peek().is_some_and(|c| c.is_ascii_digit() || c == '@');
        if is_value {
            let written = self.value()?;
            self.unnamed(name, &written);
            return None;
        }
        let Some(key) = self.cursor.name() else {
            let example = name.parameters().first().map_or("", |parameter| parameter.example);
            self.unexpected(Sign::Argument(example));
            return None;
        };
        let key_span = Span::new(start, self.cursor.at);
        self.cursor.skip_space();
        if !self.cursor.eat('=') {
            self.unexpected(Sign::Equals);
            return None;
        }
        self.cursor.skip_space();
        let written = self.value()?;
        Some((key, key_span, written))
    }

    fn value(&mut self) -> Option<Written<'t>> {
        let start = self.cursor.at;
        let form = match self.cursor.quoted() {
            Some(inside) => Form::Quoted(inside),
            None => {
                let word = self.cursor.skip_while(|c| !matches!(c, ',' | ')' | '=') && !c.is_whitespace());
                if word.is_empty() {
                    self.unexpected(Sign::Value);
                    return None;
                }
                Form::Bare
            }
        };
        let span = Span::new(start, self.cursor.at);
        Some(Written { whole: &self.cursor.text[start..span.end], form, span })
    }

    /// The value as the argument wants it; none when it is not, which is noted.
    fn typed(&mut self, parameter: &Parameter, written: &Written<'_>) -> Option<Value> {
        let name = parameter.key.name();
        let number = || written.whole.parse::<usize>().ok();
        let problem = match (parameter.accepts, written.form) {
            (accepts, Form::Quoted(inside)) if accepts.takes_text() => {
                let text = self.unquoted(name, written, inside);
                match accepts {
                    Accepts::Choice(choices) if !choices.contains(&text.as_str()) => {
                        not_a_choice(name, &text, choices)
                    }
                    Accepts::Text | Accepts::Label if text.is_empty() => ShortcodeProblem::EmptyText { name },
                    Accepts::Text
                    | Accepts::AnyText
                    | Accepts::Label
                    | Accepts::Number
                    | Accepts::Flag
                    | Accepts::Choice(_) => return Some(Value::Text(text)),
                }
            }
            (Accepts::Label, Form::Bare) if number().is_some() => {
                return Some(Value::Text(written.whole.to_owned()));
            }
            (Accepts::Number, Form::Bare) if number().is_some_and(|number| number > 0) => {
                return number().map(Value::Number);
            }
            (Accepts::Flag, Form::Bare) if matches!(written.whole, "true" | "false") => {
                return Some(Value::Flag(written.whole == "true"));
            }
            (accepts, form) => wrong_type(name, accepts, written.whole, form),
        };
        self.error(problem, written.span);
        None
    }

    /// The text between quotes, its backslashes resolved; the quotes of a word processor are told.
    fn unquoted(&mut self, name: &str, written: &Written<'_>, inside: &str) -> String {
        if !written.whole.starts_with(['"', '\'']) {
            let inside = inside.trim();
            let fix = format!("{name}=\"{}\"", inside.replace('"', "\\\""));
            let problem = ShortcodeProblem::TypographicQuotes { written: written.whole.to_owned(), fix };
            self.notes.push(Note { severity: Severity::Warning, problem, span: written.span });
        }
        let mut text = String::with_capacity(inside.len());
        let mut signs = inside.trim().chars();
        while let Some(c) = signs.next() {
            match (c, signs.clone().next()) {
                ('\\', Some(next @ ('"' | '\'' | '\\' | '|'))) => {
                    signs.next();
                    text.push(next);
                }
                // A text may go over several lines.
                (c, _) if c.is_whitespace() && c != lang::NO_BREAK_SPACE => {
                    if !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
                (c, _) => text.push(c),
            }
        }
        text
    }

    fn unnamed(&mut self, name: Name, written: &Written<'_>) {
        // The first argument is the one that most calls have.
        let meant = name.parameters().first().map(|parameter| parameter.key.name());
        let problem = ShortcodeProblem::Unnamed { written: written.whole.to_owned(), meant };
        self.error(problem, written.span);
    }

    fn unexpected(&mut self, expected: Sign) {
        let rest = self.cursor.rest().trim_start();
        let at = self.cursor.end - rest.len();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match rest.chars().next() {
            Some(c) if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            Some(c) => c.len_utf8(),
            None => 0,
        };
        let read = if length == 0 { "}}" } else { &rest[..length] };
        let problem = ShortcodeProblem::Unexpected { read: read.to_owned(), expected };
        self.error(problem, Span::new(at, at + read.len()));
    }

    fn error(&mut self, problem: ShortcodeProblem, span: Span) {
        self.notes.push(Note { severity: Severity::Error, problem, span });
    }
}

/// Whether a word touches the quotation mark that closes a text, and was thus meant to be in it.
fn is_cut(written: &Written<'_>, next: Option<char>) -> bool {
    matches!(written.form, Form::Quoted(_)) && next.is_some_and(char::is_alphanumeric)
}

fn unknown_argument(shortcode: Name, written: &str) -> ShortcodeProblem {
    let names: Vec<&'static str> =
        shortcode.parameters().iter().map(|parameter| parameter.key.name()).collect();
    let nearest = lang::nearest(written, names.iter().copied());
    let known = names.join(", ");
    ShortcodeProblem::UnknownArgument {
        shortcode: shortcode.name(),
        name: written.to_owned(),
        nearest,
        known,
    }
}

fn not_a_choice(name: &'static str, written: &str, choices: &[&'static str]) -> ShortcodeProblem {
    let nearest = lang::nearest(written, choices.iter().copied());
    ShortcodeProblem::NotAChoice { name, written: written.to_owned(), choices: choices.join(", "), nearest }
}

fn wrong_type(name: &'static str, accepts: Accepts, written: &str, form: Form<'_>) -> ShortcodeProblem {
    let inside = match form {
        Form::Quoted(inside) => inside.trim(),
        Form::Bare => written,
    };
    let (expected, fix) = match accepts {
        Accepts::Text | Accepts::AnyText | Accepts::Label | Accepts::Choice(_) => {
            (Expected::Text, Some(format!("{name}=\"{inside}\"")))
        }
        Accepts::Number => {
            let number = inside.parse::<usize>().ok().filter(|number| *number > 0);
            (Expected::Number, number.map(|number| format!("{name}={number}")))
        }
        Accepts::Flag => {
            let meant = match lang::fold(inside).as_str() {
                "true" | "vrai" | "oui" | "yes" | "1" => Some("true"),
                "false" | "faux" | "non" | "no" | "0" => Some("false"),
                _ => None,
            };
            (Expected::Flag, meant.map(|meant| format!("{name}={meant}")))
        }
    };
    ShortcodeProblem::WrongType { name, written: written.to_owned(), expected, fix }
}
