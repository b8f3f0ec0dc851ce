//! Problems of themes: templates that do not compile or do not render, and words that no page reads.

use super::Wording;
use crate::lang::{Lang, quoted};

/// What can be wrong with a theme, or with a file that a site lays over it.
///
/// `nearest` is the known word that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeProblem {
    /// The text of a template cannot be read; `detail` is the engine's own sentence.
    Syntax { detail: String },
    /// A template ends inside a tag or a block.
    Unfinished,
    /// A name that means nothing to the engine.
    Unknown { what: TemplateWord, name: String, nearest: Option<String> },
    /// A variable or a field that the page does not have.
    UnknownField { name: String, available: Vec<String>, nearest: Option<String> },
    /// A file replaces another one that gave something, and does not give it any more.
    Lost { what: TemplateWord, name: String, used_by: String },
    /// Two templates define the same component.
    ComponentTwice { name: String, other: String },
    /// Templates that call each other without end.
    Circle { chain: Vec<String> },
    /// Anything else that fails while a page is made; `detail` is the engine's own sentence.
    Render { detail: String },
    /// A key of words that no template and no page reads.
    UnknownWords { key: String, nearest: Option<String> },
    /// The settings name a theme that is not there.
    NoSuchTheme { name: String, nearest: Option<String> },
    /// A key of words that a template reads and no file gives.
    WordsNotGiven { key: String, nearest: Option<String> },
    /// A word of addresses without a letter or a digit.
    EmptyAddressWord { key: &'static str, written: String },
    /// Two words of addresses that would give one address to two pages.
    SameAddressWord { key: &'static str, word: String, other: &'static str },
}

/// What a name in a template can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateWord {
    Filter,
    Test,
    Function,
    Component,
    Template,
    Block,
}

impl Wording {
    /// The way out when nothing nearer is known.
    fn comparing(self) -> Wording {
        self.help(
            "comparez avec le même fichier du thème par défaut",
            "compare with the same file of the default theme",
        )
    }
}

impl ThemeProblem {
    pub fn wording(&self) -> Wording {
        match self {
            ThemeProblem::Syntax { detail } => Wording::new(
                "template-syntax",
                format!("ce gabarit ne peut pas être lu; le moteur dit : {}", quoted(Lang::Fr, detail)),
                format!("this template cannot be read; the engine says: {}", quoted(Lang::En, detail)),
            )
            .comparing(),
            ThemeProblem::EmptyAddressWord { key, written } => Wording::new(
                "empty-address-word",
                format!("« {written} » ne peut pas être le mot « {key} » des adresses : il n’a ni lettre ni chiffre"),
                format!("“{written}” cannot be the word “{key}” of addresses: it has no letter or digit"),
            )
            .help(
                "donnez un mot, ou enlevez la ligne pour garder celui du thème",
                "give a word, or remove the line to keep that of the theme",
            ),
            ThemeProblem::SameAddressWord { key, word, other } => Wording::new(
                "same-address-word",
                format!("deux pages voisines auraient la même adresse : « {key} » et « {other} » donnent « {word} »"),
                format!("two pages side by side would have the same address: “{key}” and “{other}” both give “{word}”"),
            )
            .help("changez l’un des deux mots", "change one of the two words"),
            ThemeProblem::Unfinished => Wording::new(
                "template-syntax",
                "ce gabarit finit avant la fin d’une balise ou d’un bloc",
                "this template ends before a tag or a block does",
            )
            .help(
                "chaque `{{` attend son `}}`; chaque `{% if %}`, `{% for %}` et `{% block %}` attend sa fin",
                "every `{{` needs its `}}`; every `{% if %}`, `{% for %}` and `{% block %}` needs its end",
            ),
            ThemeProblem::Unknown { what, name, nearest } => unknown(*what, name, nearest.as_deref()),
            ThemeProblem::UnknownField { name, available, nearest } => {
                unknown_field(name, available, nearest.as_deref())
            }
            ThemeProblem::Lost { what, name, used_by } => lost(*what, name, used_by),
            ThemeProblem::ComponentTwice { name, other } => Wording::new(
                "template-component-twice",
                format!("le composant {} est aussi défini dans {other}", quoted(Lang::Fr, name)),
                format!("the component {} is also defined in {other}", quoted(Lang::En, name)),
            )
            .help(
                format!("pour le remplacer, donnez à ce fichier le même nom : {other}"),
                format!("to replace it, give this file the same name: {other}"),
            ),
            ThemeProblem::Circle { chain } => Wording::new(
                "template-circle",
                format!("des gabarits s’appellent sans fin : {}", chain.join(" → ")),
                format!("templates call each other without end: {}", chain.join(" → ")),
            )
            .help("enlevez l’un de ces appels", "remove one of these calls"),
            ThemeProblem::Render { detail } => Wording::new(
                "template-render",
                format!("ce gabarit échoue; le moteur dit : {}", quoted(Lang::Fr, detail)),
                format!("this template fails; the engine says: {}", quoted(Lang::En, detail)),
            )
            .comparing(),
            ThemeProblem::UnknownWords { key, nearest } => Wording::new(
                "words-unknown",
                format!("aucune page ne lit les mots {}", quoted(Lang::Fr, key)),
                format!("no page reads the words {}", quoted(Lang::En, key)),
            )
            .help(
                "enlevez la ligne, ou reprenez une clé du thème",
                "remove the line, or use a key of the theme",
            )
            .suggesting(nearest.as_deref()),
            ThemeProblem::NoSuchTheme { name, nearest } => Wording::new(
                "no-such-theme",
                format!(
                    "le thème {} n’existe pas : le dossier themes/{name}/ est vide ou absent",
                    quoted(Lang::Fr, name)
                ),
                format!(
                    "the theme {} does not exist: the folder themes/{name}/ is empty or missing",
                    quoted(Lang::En, name)
                ),
            )
            .help(
                "`jalon theme list` montre les thèmes du site; sans cette ligne, celui de jalon sert",
                "`jalon theme list` shows the themes of the site; without this line, jalon’s own is used",
            )
            .suggesting(nearest.as_deref()),
            ThemeProblem::WordsNotGiven { key, nearest } => Wording::new(
                "words-not-given",
                format!("aucun fichier de mots ne donne {}", quoted(Lang::Fr, key)),
                format!("no file of words gives {}", quoted(Lang::En, key)),
            )
            .help(
                "ajoutez cette clé dans words/fr.toml, et dans celui de chaque autre langue du site",
                "add this key in words/en.toml, and in that of every other language of the site",
            )
            .suggesting(nearest.as_deref()),
        }
    }
}

fn unknown(what: TemplateWord, name: &str, nearest: Option<&str>) -> Wording {
    let (fr, en) = what.words();
    let agreed = match what {
        TemplateWord::Function => "inconnue",
        TemplateWord::Filter
        | TemplateWord::Test
        | TemplateWord::Component
        | TemplateWord::Template
        | TemplateWord::Block => "inconnu",
    };
    Wording::new(
        what.code(),
        format!("{fr} {agreed} : {}", quoted(Lang::Fr, name)),
        format!("unknown {en}: {}", quoted(Lang::En, name)),
    )
    .comparing()
    .suggesting(nearest)
}

fn unknown_field(name: &str, available: &[String], nearest: Option<&str>) -> Wording {
    let wording = Wording::new(
        "template-unknown-field",
        format!("cette page n’a pas de champ {}", quoted(Lang::Fr, name)),
        format!("this page has no field {}", quoted(Lang::En, name)),
    );
    match nearest {
        Some(_) => wording.suggesting(nearest),
        None if available.is_empty() => {
            wording.help("enlevez-le de ce gabarit", "remove it from this template")
        }
        None => wording.help(
            format!("les champs qui existent ici : {}", available.join(", ")),
            format!("the fields that exist here: {}", available.join(", ")),
        ),
    }
}

fn lost(what: TemplateWord, name: &str, used_by: &str) -> Wording {
    let (fr, en) = what.words();
    let the = match what {
        TemplateWord::Function => "la",
        TemplateWord::Filter
        | TemplateWord::Test
        | TemplateWord::Component
        | TemplateWord::Template
        | TemplateWord::Block => "le",
    };
    Wording::new(
        "template-lost",
        format!("ce fichier remplace celui du thème, mais {the} {fr} {} y manque", quoted(Lang::Fr, name)),
        format!("this file replaces the theme’s, but the {en} {} is missing from it", quoted(Lang::En, name)),
    )
    .help(format!("{used_by} en a besoin"), format!("{used_by} needs it"))
}

impl TemplateWord {
    /// In French and in English.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            TemplateWord::Filter => ("filtre", "filter"),
            TemplateWord::Test => ("test", "test"),
            TemplateWord::Function => ("fonction", "function"),
            TemplateWord::Component => ("composant", "component"),
            TemplateWord::Template => ("gabarit", "template"),
            TemplateWord::Block => ("bloc", "block"),
        }
    }

    fn code(self) -> &'static str {
        match self {
            TemplateWord::Filter => "template-unknown-filter",
            TemplateWord::Test => "template-unknown-test",
            TemplateWord::Function => "template-unknown-function",
            TemplateWord::Component => "template-unknown-component",
            TemplateWord::Template => "template-unknown-template",
            TemplateWord::Block => "template-unknown-block",
        }
    }
}
