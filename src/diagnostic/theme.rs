//! Problems of themes: templates that do not compile or do not render, and words that no page reads.

use super::{Diagnostic, Problem, Wording};
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
    /// A variable or a field that the page does not have; `parent` is what it was read of, where that may
    /// only be empty.
    UnknownField { name: String, parent: Option<String>, available: Vec<String>, nearest: Option<String> },
    /// Something that a page may lack, read as if it were always there: the first page that lacks it, and how
    /// many others do.
    EmptyField { path: String, of: Option<String>, n_more: usize },
    /// A file replaces another one that gave something, and does not give it any more.
    Lost { what: TemplateWord, name: String, used_by: String },
    /// Two templates define the same component.
    ComponentTwice { name: String, other: String },
    /// Templates that call each other without end.
    Circle { chain: Vec<String> },
    /// Anything else that fails while a page is made; `detail` is the engine's own sentence.
    Render { detail: String },
    /// Something that browsers refuse under the policy that the site publishes.
    AgainstPolicy { refused: Refused, written: String },
    /// A template that no page is made with.
    UnusedTemplate { nearest: Option<String>, is_shortcode: bool },
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

/// What a policy refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A program written in the page.
    Program,
    /// A style written in the page.
    Style,
    /// Something of another site, that the page shows, runs or writes to by itself.
    Elsewhere,
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

impl Diagnostic {
    /// The same, met while this page was made.
    pub fn of_page(mut self, page: &str) -> Diagnostic {
        if let Problem::Theme(ThemeProblem::EmptyField { of, .. }) = &mut self.problem {
            *of = Some(page.to_owned());
        }
        self
    }

    /// Whether this says all that another says. A template that fails in the same place for many pages is
    /// told once, of the first of them; what is known of all pages, as it is of the one where it was met.
    pub fn holds(&mut self, other: &Diagnostic) -> bool {
        if self.path == other.path
            && self.span == other.span
            && let (Problem::Theme(ours), Problem::Theme(theirs)) = (&mut self.problem, &other.problem)
            && ours.holds(theirs)
        {
            return true;
        }
        self == other
    }
}

impl ThemeProblem {
    fn holds(&mut self, other: &ThemeProblem) -> bool {
        match (&mut *self, other) {
            (
                ThemeProblem::EmptyField { path, of, n_more },
                ThemeProblem::EmptyField { path: other, of: of_other, n_more: _ },
            ) if path == other => {
                *n_more += usize::from(of != of_other);
                true
            }
            (
                ThemeProblem::UnknownField { name, available, .. },
                ThemeProblem::UnknownField { name: other_name, .. },
            ) if name == other_name => {
                if available.is_empty() {
                    *self = other.clone();
                }
                true
            }
            (_, _) => false,
        }
    }

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
            ThemeProblem::UnknownField { name, parent, available, nearest } => {
                unknown_field(name, parent.as_deref(), available, nearest.as_deref())
            }
            ThemeProblem::EmptyField { path, of, n_more } => empty_field(path, of.as_deref(), *n_more),
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
            ThemeProblem::AgainstPolicy { refused, written } => against_policy(*refused, written),
            ThemeProblem::UnusedTemplate { nearest, is_shortcode } => {
                unused_template(nearest.as_deref(), *is_shortcode)
            }
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

fn unused_template(nearest: Option<&str>, is_shortcode: bool) -> Wording {
    let wording =
        Wording::new("unused-template", "aucune page ne se sert de ce gabarit", "no page uses this template");
    match (nearest, is_shortcode) {
        (Some(_), _) => wording.suggesting(nearest),
        (None, true) => wording.help(
            "un texte n’appelle que les composants de jalon, et aucun n’a ce nom",
            "a text calls the components of jalon alone, and none has this name",
        ),
        (None, false) => wording.help(
            "nommez-le dans l’en-tête d’un document, avec `template`, ou enlevez-le",
            "name it in the header of a document, with `template`, or remove it",
        ),
    }
}

fn against_policy(refused: Refused, written: &str) -> Wording {
    let wording = |fr: &str, en: &str| {
        Wording::new(
            "against-policy",
            format!("{fr} `{written}`\u{a0}: les règles que ce site donne à son hébergeur l’interdisent"),
            format!("{en} `{written}`: the rules that this site gives to its host forbid it"),
        )
    };
    match refused {
        Refused::Program => {
            wording("les navigateurs n’exécuteront pas", "browsers will not run").help(
                "mettez ce programme dans un fichier de `assets/`, et appelez-le par `<script src=\"{{ frame.assets }}menu.js\" defer></script>`",
                "put this program in a file of `assets/`, and call it with `<script src=\"{{ frame.assets }}menu.js\" defer></script>`",
            )
        }
        Refused::Style => wording("les navigateurs ne suivront pas", "browsers will not follow").help(
            "mettez ce style dans `assets/site.css`, sous une classe",
            "put this style in `assets/site.css`, under a class",
        ),
        Refused::Elsewhere => wording("les navigateurs ne demanderont rien à", "browsers will ask nothing of").help(
            "copiez ce fichier dans le site, ou menez-y par un lien; pour vous passer de ces règles, enlevez `headers`, sous `[hosting]`",
            "copy this file into the site, or lead to it with a link; to do without these rules, remove `headers`, under `[hosting]`",
        ),
    }
}

fn empty_field(path: &str, of: Option<&str>, n_more: usize) -> Wording {
    let (of_fr, of_en) = match of {
        Some(of) => (format!("pour {of}"), format!("for {of}")),
        None => ("ici".to_owned(), "here".to_owned()),
    };
    let (more_fr, more_en) = match n_more {
        0 => (String::new(), String::new()),
        1 => (" et une autre page".to_owned(), " and another page".to_owned()),
        n => (format!(" et {n} autres pages"), format!(" and {n} other pages")),
    };
    Wording::new(
        "template-empty-field",
        format!("`{path}` est vide {of_fr}{more_fr}"),
        format!("`{path}` is empty {of_en}{more_en}"),
    )
    .help(
        format!("entourez ce passage de `{{% if {path} %}}` et de `{{% endif %}}`"),
        format!("put `{{% if {path} %}}` and `{{% endif %}}` around this passage"),
    )
}

fn unknown_field(name: &str, parent: Option<&str>, available: &[String], nearest: Option<&str>) -> Wording {
    let wording = Wording::new(
        "template-unknown-field",
        format!("cette page n’a pas de champ {}", quoted(Lang::Fr, name)),
        format!("this page has no field {}", quoted(Lang::En, name)),
    );
    match (nearest, parent) {
        (Some(_), _) => wording.suggesting(nearest),
        (None, Some(parent)) => wording.help(
            format!("si `{parent}` peut être vide, entourez ce passage de `{{% if {parent} %}}` et de `{{% endif %}}`; sinon, enlevez-le"),
            format!("if `{parent}` may be empty, put `{{% if {parent} %}}` and `{{% endif %}}` around this passage; if not, remove it"),
        ),
        (None, None) if available.is_empty() => {
            wording.help("enlevez-le de ce gabarit", "remove it from this template")
        }
        (None, None) => wording.help(
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
