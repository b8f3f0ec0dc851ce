//! Shortcodes: the small closed set of calls that a text may hold, `{{ progress(plan="2025-2026") }}`.
//!
//! Content is data: a call is read into a value with typed arguments, and is never run.

mod cursor;
mod find;
mod read;
mod table;

use crate::diagnostic::Severity;
use crate::diagnostic::shortcode::ShortcodeProblem;
use crate::record::Spanned;
use crate::source::Span;

/// A shortcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// How far a plan or an orientation is.
    Progress,
    /// Actions of a plan, all of them or some.
    Actions,
    /// Actions of a plan by the day they end.
    Timeline,
    /// A picture with its caption and its credit.
    Figure,
    /// Somebody's words.
    Quote,
    /// How to reach somebody.
    Contact,
    /// A file of the site.
    Download,
    /// A video, as a plain link.
    Video,
}

/// The name of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Alt,
    Author,
    Caption,
    Credit,
    Email,
    File,
    Form,
    Late,
    Limit,
    Name,
    Orientation,
    Phone,
    Plan,
    Poster,
    Responsible,
    Role,
    Src,
    Status,
    Tag,
    Text,
    Title,
    Url,
}

/// An argument that a shortcode takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    pub key: Key,
    pub accepts: Accepts,
    pub need: Need,
    /// As an author may write it: `limit=5`.
    pub example: &'static str,
}

/// The values of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepts {
    /// A text that says something.
    Text,
    /// A text, which may be empty.
    AnyText,
    /// A text, or a whole number that stands for itself.
    Label,
    /// A whole number, 1 or more.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Whether a shortcode can do without an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// A call that was understood: what is required is there, nothing is there twice, and each value
/// is of the type its argument accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub name: Name,
    pub name_span: Span,
    arguments: Vec<Argument>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Argument {
    key: Key,
    value: Value,
    /// Its value, quotes included.
    span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    Number(usize),
    Flag(bool),
}

/// Braces found in a text, and what is to be told of them if they are not in code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub span: Span,
    pub what: What,
    pub notes: Vec<Note>,
}

/// What braces turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Call(Call),
    /// A whole call that could not be understood: it is shown as typed.
    Refused,
    /// No call: text as any other.
    Text,
}

/// A problem of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub severity: Severity,
    pub problem: ShortcodeProblem,
    pub span: Span,
}

/// Everything in a text, from a byte on, that is or looks like a shortcode, in order.
pub fn find(text: &str, start: usize) -> Vec<Found> {
    find::all(text, start)
}

impl Call {
    /// The text of an argument, when it is given.
    pub fn text(&self, key: Key) -> Option<Spanned<&str>> {
        self.arguments.iter().find(|argument| argument.key == key).and_then(|argument| {
            match &argument.value {
                Value::Text(text) => Some(Spanned { value: text.as_str(), span: argument.span }),
                Value::Number(_) | Value::Flag(_) => None,
            }
        })
    }

    /// The number of an argument, when it is given.
    pub fn number(&self, key: Key) -> Option<usize> {
        self.arguments.iter().find(|argument| argument.key == key).and_then(|argument| match argument.value {
            Value::Number(number) => Some(number),
            Value::Text(_) | Value::Flag(_) => None,
        })
    }

    /// Whether an argument is true or false, when it is given.
    pub fn flag(&self, key: Key) -> Option<bool> {
        self.arguments.iter().find(|argument| argument.key == key).and_then(|argument| match argument.value {
            Value::Flag(flag) => Some(flag),
            Value::Text(_) | Value::Number(_) => None,
        })
    }

    /// The words that stand for it where there is only plain text (a title, a spreadsheet): those
    /// the author gives; none for what is counted, which changes.
    pub fn words(&self) -> &str {
        let keys: &[Key] = match self.name {
            Name::Progress | Name::Actions | Name::Timeline => &[],
            Name::Figure => &[Key::Caption, Key::Alt],
            Name::Quote => &[Key::Text],
            Name::Contact => &[Key::Name, Key::Email, Key::Phone],
            Name::Download => &[Key::Title, Key::File],
            Name::Video => &[Key::Title],
        };
        keys.iter().find_map(|key| self.text(*key)).map_or("", |text| text.value)
    }
}

impl Name {
    /// Whether it makes a link wherever it stands, so that it cannot be within another.
    pub fn makes_link(self) -> bool {
        match self {
            Name::Contact | Name::Download | Name::Video => true,
            Name::Progress | Name::Actions | Name::Timeline | Name::Figure | Name::Quote => false,
        }
    }

    /// Whether it can stand in a sentence; those that cannot make a block of their own.
    pub fn fits_in_sentence(self) -> bool {
        match self {
            Name::Progress | Name::Contact | Name::Download | Name::Video => true,
            Name::Actions | Name::Timeline | Name::Figure | Name::Quote => false,
        }
    }
}

impl Accepts {
    /// Whether a text is one of its values.
    fn takes_text(self) -> bool {
        match self {
            Accepts::Text | Accepts::AnyText | Accepts::Label | Accepts::Choice(_) => true,
            Accepts::Number | Accepts::Flag => false,
        }
    }
}
