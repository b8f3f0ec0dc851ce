//! Problems of shortcodes: how a call is written.

use super::Wording;

/// What can be wrong with how a shortcode is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShortcodeProblem {
    UnknownName {
        name: String,
        nearest: Option<&'static str>,
        known: String,
    },
    UnknownArgument {
        shortcode: &'static str,
        name: String,
        nearest: Option<&'static str>,
        known: String,
    },
    MissingArgument {
        shortcode: &'static str,
        example: String,
    },
    RepeatedArgument {
        name: &'static str,
    },
    /// `progress("2025-2026")`
    Unnamed {
        written: String,
        meant: Option<&'static str>,
    },
    WrongType {
        name: &'static str,
        written: String,
        expected: Expected,
        fix: Option<String>,
    },
    /// A text that must say something, and is empty.
    EmptyText {
        name: &'static str,
    },
    NotAChoice {
        name: &'static str,
        written: String,
        choices: String,
        nearest: Option<&'static str>,
    },
    /// A character where another was expected.
    Unexpected {
        read: String,
        expected: Sign,
    },
    UnclosedQuote,
    Unclosed {
        name: String,
    },
    /// `plan=“2025-2026”`: understood all the same.
    TypographicQuotes {
        written: String,
        fix: String,
    },
    /// `{ progress() }`: one brace where two are needed.
    OneBrace {
        name: &'static str,
    },
    /// What another generator would have run.
    Foreign(Habit),
}

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Text,
    Number,
    Flag,
}

/// What must come next in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Equals,
    /// A comma before another argument, or the parenthesis that closes the call.
    CommaOrEnd,
    /// The same, right after a quotation mark that was probably meant to be part of a text.
    QuoteInside,
    Value,
    /// An argument; this is one that the shortcode takes.
    Argument(&'static str),
    Braces,
}

/// A way of writing that belongs to another generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// `{{ page.title }}`
    Variable,
    /// `{{< figure >}}`, `{{% note %}}`
    Hugo,
    /// `{% quote() %}…{% end %}`, `{% if %}`
    Block,
}

impl ShortcodeProblem {
    pub fn wording(&self) -> Wording {
        match self {
            ShortcodeProblem::UnknownName { name, nearest, known } => unknown_name(name, *nearest, known),
            ShortcodeProblem::UnknownArgument { shortcode, name, nearest, known } => Wording::new(
                "unknown-argument",
                format!("« {shortcode} » n’a pas d’argument « {name} »"),
                format!("“{shortcode}” has no argument “{name}”"),
            )
            .help(format!("ses arguments sont {known}"), format!("its arguments are {known}"))
            .suggesting(*nearest),
            ShortcodeProblem::MissingArgument { shortcode, example } => Wording::new(
                "missing-argument",
                format!("il manque un argument à « {shortcode} »"),
                format!("“{shortcode}” is missing an argument"),
            )
            .help(format!("ajoutez `{example}`"), format!("add `{example}`")),
            ShortcodeProblem::RepeatedArgument { name } => Wording::new(
                "repeated-argument",
                format!("l’argument « {name} » est donné deux fois"),
                format!("the argument “{name}” is given twice"),
            )
            .help("gardez-en un seul", "keep only one of them"),
            ShortcodeProblem::Unnamed { written, meant } => unnamed(written, *meant),
            ShortcodeProblem::WrongType { name, written, expected, fix } => {
                wrong_type(name, written, *expected, fix.as_deref())
            }
            ShortcodeProblem::EmptyText { name } => Wording::new(
                "empty-argument",
                format!("l’argument « {name} » est vide"),
                format!("the argument “{name}” is empty"),
            )
            .help("écrivez-y un texte, ou enlevez-le", "write a text in it, or remove it"),
            ShortcodeProblem::NotAChoice { name, written, choices, nearest } => Wording::new(
                "not-a-choice",
                format!("« {written} » n’est pas une valeur de « {name} »"),
                format!("“{written}” is not a value of “{name}”"),
            )
            .help(format!("les valeurs sont {choices}"), format!("the values are {choices}"))
            .suggesting(*nearest),
            ShortcodeProblem::Unexpected { read, expected } => unexpected(read, *expected),
            ShortcodeProblem::UnclosedQuote => unclosed_quote(),
            ShortcodeProblem::Unclosed { name } => unclosed(name),
            ShortcodeProblem::TypographicQuotes { written, fix } => Wording::new(
                "typographic-quotes",
                format!("les guillemets de {written} sont ceux d’un traitement de texte"),
                format!("the quotation marks of {written} are those of a word processor"),
            )
            .help(
                format!("écrivez des guillemets droits : `{fix}`"),
                format!("write straight ones: `{fix}`"),
            ),
            ShortcodeProblem::OneBrace { name } => Wording::new(
                "one-brace",
                format!("le composant « {name} » est entre accolades simples : il est publié comme du texte"),
                format!("the shortcode “{name}” is between single braces: it is published as text"),
            )
            .help(
                format!("doublez les accolades : `{{{{ {name}(…) }}}}`"),
                format!("double the braces: `{{{{ {name}(…) }}}}`"),
            ),
            ShortcodeProblem::Foreign(habit) => habit.wording(),
        }
    }
}

fn unknown_name(name: &str, nearest: Option<&str>, known: &str) -> Wording {
    Wording::new(
        "unknown-shortcode",
        format!("composant inconnu « {name} »"),
        format!("unknown shortcode “{name}”"),
    )
    .help(
        format!("les composants sont {known}; pour écrire ces accolades comme du texte : `\\{{{{`"),
        format!("the shortcodes are {known}; to write these braces as text: `\\{{{{`"),
    )
    .suggesting(nearest)
}

fn unnamed(written: &str, meant: Option<&str>) -> Wording {
    let wording = Wording::new(
        "unnamed-argument",
        format!("la valeur `{written}` n’a pas de nom"),
        format!("the value `{written}` has no name"),
    );
    match meant {
        Some(name) => {
            wording.help(format!("écrivez `{name}={written}`"), format!("write `{name}={written}`"))
        }
        None => wording.help(
            "chaque valeur suit le nom de son argument et le signe =",
            "each value comes after the name of its argument and the sign =",
        ),
    }
}

fn wrong_type(name: &str, written: &str, expected: Expected, fix: Option<&str>) -> Wording {
    let (fr, en) = match expected {
        Expected::Text => ("un texte entre guillemets droits", "a text between straight quotation marks"),
        Expected::Number => ("un nombre entier, 1 ou plus", "a whole number, 1 or more"),
        Expected::Flag => ("true ou false", "true or false"),
    };
    let wording = Wording::new(
        "wrong-argument-type",
        format!("« {name} » attend {fr}, et non `{written}`"),
        format!("“{name}” expects {en}, not `{written}`"),
    );
    match fix {
        Some(fix) => wording.help(format!("écrivez `{fix}`"), format!("write `{fix}`")),
        None => {
            let value = match expected {
                Expected::Text => "\"…\"",
                Expected::Number => "2",
                Expected::Flag => "true",
            };
            wording.help(format!("par exemple `{name}={value}`"), format!("for example `{name}={value}`"))
        }
    }
}

fn unexpected(read: &str, expected: Sign) -> Wording {
    let (fr, en) = match expected {
        Sign::Equals => ("le signe = et une valeur".to_owned(), "the sign = and a value".to_owned()),
        Sign::CommaOrEnd => {
            ("une virgule, ou `) }}` pour finir".to_owned(), "a comma, or `) }}` to end".to_owned())
        }
        Sign::QuoteInside => {
            let fr = "une virgule, ou `) }}` pour finir; dans un texte, un guillemet droit s’écrit `\\\"`";
            let en = "a comma, or `) }}` to end; inside a text, a straight quotation mark is written `\\\"`";
            (fr.to_owned(), en.to_owned())
        }
        Sign::Value => ("une valeur, comme `\"…\"`".to_owned(), "a value, such as `\"…\"`".to_owned()),
        Sign::Argument(example) => {
            (format!("un argument, comme `{example}`"), format!("an argument, such as `{example}`"))
        }
        Sign::Braces => ("deux accolades : `}}`".to_owned(), "two braces: `}}`".to_owned()),
    };
    Wording::new(
        "shortcode-syntax",
        format!("« {read} » n’est pas attendu ici"),
        format!("“{read}” is not expected here"),
    )
    .help(format!("il faut ici {fr}"), format!("what goes here is {en}"))
}

fn unclosed_quote() -> Wording {
    Wording::new(
        "unclosed-quote",
        "le guillemet qui ouvre ce texte n’est jamais fermé",
        "the quotation mark that opens this text is never closed",
    )
    .help(
        "ajoutez le même guillemet à la fin du texte; à l’intérieur, un guillemet droit s’écrit `\\\"`",
        "add the same mark at the end of the text; inside it, a straight quotation mark is written `\\\"`",
    )
}

fn unclosed(name: &str) -> Wording {
    Wording::new(
        "unclosed-shortcode",
        format!("le composant « {name} » n’est jamais fermé"),
        format!("the shortcode “{name}” is never closed"),
    )
    .help(
        "terminez-le par `) }}`, sans ligne vide avant la fin",
        "end it with `) }}`, without a blank line before the end",
    )
}

impl Habit {
    fn wording(self) -> Wording {
        let code = "foreign-template";
        match self {
            Habit::Variable => Wording::new(
                code,
                "ces accolades n’appellent rien : elles sont publiées comme du texte",
                "these braces call nothing: they are published as text",
            )
            .help(
                "un composant a des parenthèses, comme `{{ progress() }}`; pour écrire ces accolades exprès : `\\{{`",
                "a shortcode has parentheses, such as `{{ progress() }}`; to write these braces on purpose: `\\{{`",
            ),
            Habit::Hugo => Wording::new(
                code,
                "cette forme est celle de Hugo : elle est publiée comme du texte",
                "this form is Hugo’s: it is published as text",
            )
            .help(
                "ici, un composant s’écrit `{{ figure(src=\"…\", alt=\"…\") }}`",
                "here a shortcode is written `{{ figure(src=\"…\", alt=\"…\") }}`",
            ),
            Habit::Block => Wording::new(
                code,
                "un contenu n’est jamais exécuté comme un gabarit : ceci est publié comme du texte",
                "content is never run as a template: this is published as text",
            )
            .help(
                "un composant tient en un seul appel, comme `{{ quote(text=\"…\") }}`",
                "a shortcode is a single call, such as `{{ quote(text=\"…\") }}`",
            ),
        }
    }
}
