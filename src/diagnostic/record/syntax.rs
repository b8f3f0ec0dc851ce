//! What can be wrong with the way TOML or YAML is written, whatever the keys mean.

use super::{Notation, boolean_meant, fr_quoted, toml_text};
use crate::diagnostic::Wording;

/// A place that is not TOML, or not YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxProblem {
    Text(TextFault),
    Line(LineFault),
    Shape(ShapeFault),
}

/// A text and its quotation marks. `key` is there when the text is the whole value of that key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFault {
    /// “ ” or « » where the straight `"` is asked: what word processors write.
    CurlyQuotes { key: Option<String>, text: String },
    /// A text without quotation marks, in TOML.
    Unquoted { key: Option<String>, text: String },
    /// The quotation mark is never closed.
    Unclosed,
    /// `\` before a letter that gives it no meaning: « D:\Plans ».
    Backslash,
    /// `: ` in the middle of a YAML text without quotation marks.
    Colon { key: String, text: String },
    /// A YAML text that starts with a character that has a meaning of its own.
    Start { character: char },
}

/// A line and its key or value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineFault {
    /// `title: Mon titre` in TOML.
    Colon {
        key: String,
        text: String,
    },
    /// No `=` in TOML, no `:` in YAML.
    NoSeparator {
        notation: Notation,
    },
    NoValue {
        key: String,
    },
    /// A TOML key with spaces or accents, outside quotation marks.
    BareKey {
        key: String,
    },
    DuplicateKey {
        key: String,
    },
    /// A value without quotation marks that is not what it looks like.
    Value {
        fault: ValueFault,
        read: String,
    },
    /// Something follows a complete value, often a quotation mark inside a text.
    AfterValue {
        notation: Notation,
    },
}

/// What a value without quotation marks was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueFault {
    /// `oui`, `True`, `vrai`, where only `true` and `false` are known.
    Boolean,
    Date,
    Number,
}

/// Lists, tables, and how lines stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShapeFault {
    UnclosedList,
    /// `{` without `}`.
    UnclosedBraces,
    /// `[plan` without `]`.
    UnclosedTitle,
    /// A comma is missing, or one is in excess.
    Comma,
    /// A tabulation where YAML wants spaces.
    Tab,
    /// A line of YAML that is not aligned with those around it.
    Alignment,
    /// A YAML reference (`&name`, `*name`), refused.
    Reference,
    /// More levels of tables and lists than any site needs.
    TooDeep,
    /// Anything else that is not in the notation.
    Other {
        notation: Notation,
    },
}

impl SyntaxProblem {
    pub(super) fn wording(&self) -> Wording {
        match self {
            SyntaxProblem::Text(fault) => fault.wording(),
            SyntaxProblem::Line(fault) => fault.wording(),
            SyntaxProblem::Shape(fault) => fault.wording(),
        }
    }
}

impl TextFault {
    fn wording(&self) -> Wording {
        match self {
            TextFault::CurlyQuotes { key, text } => Wording::new(
                "curly-quotes",
                format!("les guillemets autour de {} ne sont pas droits", fr_quoted(text)),
                format!("the quotation marks around “{text}” are not straight ones"),
            )
            .write(&toml_pair(key.as_deref(), text)),
            TextFault::Unquoted { key, text } => Wording::new(
                "unquoted-text",
                format!("le texte {} n’est pas entre guillemets droits", fr_quoted(text)),
                format!("the text “{text}” is not between straight quotation marks"),
            )
            .write(&toml_pair(key.as_deref(), text)),
            TextFault::Unclosed => Wording::new(
                "unclosed-text",
                "le guillemet qui ouvre ce texte n’est jamais fermé",
                "the quotation mark that opens this text is never closed",
            )
            .help("ajoutez le même guillemet à la fin du texte", "add the same mark at the end of the text"),
            TextFault::Backslash => Wording::new(
                "backslash",
                "« \\ » a un sens spécial dans un texte entre guillemets doubles",
                "“\\” has a meaning of its own in a text between double quotation marks",
            )
            .help(
                "doublez-le (`\\\\`), ou entourez le texte de guillemets simples",
                "double it (`\\\\`), or put the text between single quotation marks",
            ),
            TextFault::Colon { key, text } => Wording::new(
                "colon-in-text",
                format!("le deux-points coupe en deux le texte {}", fr_quoted(text)),
                format!("the colon cuts the text “{text}” in two"),
            )
            .write(&Notation::Yaml.pair(key, &toml_text(text))),
            TextFault::Start { character } => Wording::new(
                "special-start",
                format!("un texte sans guillemets ne peut pas commencer par « {character} »"),
                format!("a text without quotation marks cannot start with “{character}”"),
            )
            .help("entourez le texte de guillemets droits", "put the text between straight quotation marks"),
        }
    }
}

impl LineFault {
    fn wording(&self) -> Wording {
        match self {
            LineFault::Colon { key, text } => Wording::new(
                "colon-for-equals",
                format!("{} est suivi de « : », alors qu’il faut « = »", fr_quoted(key)),
                format!("“{key}” is followed by “:”, where “=” is needed"),
            )
            .write(&toml_pair(Some(key), text)),
            LineFault::NoSeparator { notation } => no_separator(*notation),
            LineFault::NoValue { key } => Wording::new(
                "no-value",
                format!("{} n’a pas de valeur", fr_quoted(key)),
                format!("“{key}” has no value"),
            )
            .help(
                format!("écrivez-en une, `{key} = \"…\"`, ou enlevez la ligne"),
                format!("write one, `{key} = \"…\"`, or remove the line"),
            ),
            LineFault::BareKey { key } => Wording::new(
                "bare-key",
                format!("{} a besoin de guillemets pour servir de clé", fr_quoted(key)),
                format!("“{key}” needs quotation marks to be a key"),
            )
            .write(&format!("{} = …", toml_text(key))),
            LineFault::DuplicateKey { key } => Wording::new(
                "duplicate-key",
                format!("{} est déjà écrit plus haut", fr_quoted(key)),
                format!("“{key}” is already written above"),
            )
            .help("gardez un seul des deux", "keep one of the two"),
            LineFault::Value { fault, read } => fault.wording(read),
            LineFault::AfterValue { notation } => Wording::new(
                "after-value",
                "il y a quelque chose de trop après la valeur",
                "something stands after the value that should not be there",
            )
            .help(
                format!(
                    "une seule valeur par ligne; dans un texte, préférez l’apostrophe ’ et les guillemets « » : `{}`",
                    notation.pair("title", "\"L’eau, dite « bleue »\"")
                ),
                format!(
                    "one value per line; inside a text, prefer the marks ’ and “ ”: `{}`",
                    notation.pair("title", "\"The river’s “blue” year\"")
                ),
            ),
        }
    }
}

impl ValueFault {
    fn wording(self, read: &str) -> Wording {
        match self {
            ValueFault::Boolean => Wording::new(
                "wrong-type",
                format!("on attend true ou false, et non {}", fr_quoted(read)),
                format!("true or false is expected, not “{read}”"),
            )
            .write(boolean_meant(read)),
            ValueFault::Date => Wording::new(
                "bad-date",
                format!("{} n’est pas une date du calendrier écrite année-mois-jour", fr_quoted(read)),
                format!("“{read}” is not a date of the calendar written year-month-day"),
            )
            .such_as("2013-10-11"),
            ValueFault::Number => Wording::new(
                "bad-number",
                format!("{} n’est pas un nombre", fr_quoted(read)),
                format!("“{read}” is not a number"),
            )
            .help(
                "un nombre s’écrit sans espace, sans virgule et sans zéro devant; un texte, entre guillemets",
                "a number has no space, no comma and no leading zero; a text is between quotation marks",
            ),
        }
    }
}

impl ShapeFault {
    fn wording(&self) -> Wording {
        match self {
            ShapeFault::UnclosedList => {
                unclosed("la liste n’est jamais fermée", "the list is never closed", ']')
            }
            ShapeFault::UnclosedBraces => {
                unclosed("l’accolade n’est jamais fermée", "the brace is never closed", '}')
            }
            ShapeFault::UnclosedTitle => {
                unclosed("le crochet n’est jamais fermé", "the bracket is never closed", ']')
            }
            ShapeFault::Comma => Wording::new(
                "comma",
                "les valeurs d’une liste sont séparées par une virgule, et une seule",
                "the values of a list are separated by one comma, and only one",
            )
            .help("par exemple `tags = [\"eau\", \"air\"]`", "for example `tags = [\"water\", \"air\"]`"),
            ShapeFault::Tab => Wording::new(
                "tab",
                "il y a une tabulation, que YAML ne permet pas ici",
                "there is a tab, which YAML does not allow here",
            )
            .help("mettez deux espaces à sa place", "put two spaces in its place"),
            ShapeFault::Alignment => Wording::new(
                "alignment",
                "cette ligne n’est pas alignée avec les autres, ou contient quelque chose de trop",
                "this line is not aligned with the others, or holds something extra",
            )
            .help(
                "les clés d’un même niveau commencent à la même colonne",
                "keys of one level start at the same column",
            ),
            ShapeFault::Reference => Wording::new(
                "yaml-reference",
                "les renvois de YAML (« & » et « * ») ne sont pas permis",
                "references of YAML (“&” and “*”) are not allowed",
            )
            .help(
                "répétez la valeur, ou mettez le texte entre guillemets",
                "repeat the value, or put the text between quotation marks",
            ),
            ShapeFault::TooDeep => Wording::new(
                "too-deep",
                "il y a trop de niveaux les uns dans les autres",
                "there are too many levels inside one another",
            )
            .help(
                "sortez des valeurs de leurs crochets ou de leurs accolades",
                "take values out of their brackets or braces",
            ),
            ShapeFault::Other { notation } => Wording::new(
                "bad-syntax",
                format!(
                    "cette ligne n’est pas du {} : on attend une clé, « {} » et une valeur",
                    notation.name(),
                    notation.separator()
                ),
                format!(
                    "this line is not {}: a key, “{}” and a value are expected",
                    notation.name(),
                    notation.separator()
                ),
            )
            .such_as_title(*notation),
        }
    }
}

fn no_separator(notation: Notation) -> Wording {
    let mark = notation.separator();
    Wording::new(
        "no-separator",
        format!("cette ligne n’a pas de « {mark} » entre une clé et sa valeur"),
        format!("this line has no “{mark}” between a key and its value"),
    )
    .such_as_title(notation)
}

fn unclosed(fr: &str, en: &str, close: char) -> Wording {
    Wording::new("unclosed", fr, en).help(format!("ajoutez « {close} »"), format!("add “{close}”"))
}

fn toml_pair(key: Option<&str>, text: &str) -> String {
    match key {
        // A number is cut at its points when it is a key as it stands.
        Some(key) if key.starts_with(|c: char| c.is_ascii_digit()) => {
            Notation::Toml.pair(&toml_text(key), &toml_text(text))
        }
        Some(key) => Notation::Toml.pair(key, &toml_text(text)),
        None => toml_text(text),
    }
}

impl From<TextFault> for SyntaxProblem {
    fn from(fault: TextFault) -> SyntaxProblem {
        SyntaxProblem::Text(fault)
    }
}

impl From<LineFault> for SyntaxProblem {
    fn from(fault: LineFault) -> SyntaxProblem {
        SyntaxProblem::Line(fault)
    }
}

impl From<ShapeFault> for SyntaxProblem {
    fn from(fault: ShapeFault) -> SyntaxProblem {
        SyntaxProblem::Shape(fault)
    }
}
