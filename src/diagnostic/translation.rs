//! Problems of a translation: what it says that only its source may say.

use super::Wording;

/// What can be wrong between a document and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranslationProblem {
    /// Something that the source does not have.
    NotInSource { level: Level, number: String, nearest: Option<String>, source: At },
    /// Two elements of a translation that give words to the same one.
    Twice { level: Level, number: String, first_line: usize, source: At },
    /// An element that stands elsewhere in the source.
    Moved { level: Level, number: String, here: Place, there: Place, source: At },
    /// A translation that does not say the same as its source.
    Differs { stated: Stated, number: String, read: String, expected: Option<String>, source: At },
    /// Elements without number, fewer than those of the source: nobody can tell which is which.
    WithoutNumber { level: Level, n_here: usize, n_source: usize, source: At },
    /// More or fewer parts of text than the source has at the same place.
    UnequalTexts { n_here: usize, n_source: usize, source: String },
    /// A key of the header that belongs to the source.
    KeyOfSource { key: String, source: String },
    /// A translation that does not say the kind of its source.
    OtherKind { kind: &'static str, source: String },
    /// `suivi.en.csv`: the log is that of the source.
    LogOfTranslation { source: String },
}

/// What holds an element: its level and its number.
pub type Place = (Level, String);

/// A place in the source: the file, and the line counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    pub path: String,
    pub line: usize,
}

/// A level of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Orientation,
    Objective,
    Action,
}

/// What only the source states of an action or an orientation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    Status,
    Timeframe,
    Progress,
    Responsible,
    Partners,
    Axis,
}

impl Level {
    fn fr(self) -> &'static str {
        match self {
            Level::Orientation => "l’orientation",
            Level::Objective => "l’objectif",
            Level::Action => "l’action",
        }
    }

    fn en(self) -> &'static str {
        match self {
            Level::Orientation => "orientation",
            Level::Objective => "objective",
            Level::Action => "action",
        }
    }

    fn fr_plural(self) -> &'static str {
        match self {
            Level::Orientation => "orientations",
            Level::Objective => "objectifs",
            Level::Action => "actions",
        }
    }
}

impl Stated {
    fn fr(self) -> &'static str {
        match self {
            Stated::Status => "état",
            Stated::Timeframe => "échéancier",
            Stated::Progress => "avancement",
            Stated::Responsible => "responsable",
            Stated::Partners => "partenaires",
            Stated::Axis => "axe",
        }
    }

    fn en(self) -> &'static str {
        match self {
            Stated::Status => "status",
            Stated::Timeframe => "timeframe",
            Stated::Progress => "progress",
            Stated::Responsible => "responsible",
            Stated::Partners => "partners",
            Stated::Axis => "axis",
        }
    }
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.path, self.line)
    }
}

impl TranslationProblem {
    pub fn wording(&self) -> Wording {
        match self {
            TranslationProblem::NotInSource { level, number, nearest, source } => {
                not_in_source(*level, number, nearest.as_deref(), source)
            }
            TranslationProblem::Twice { level, number, first_line, source } => Wording::new(
                "translated-twice",
                format!("{} {number} ({source}) a deux traductions : celle-ci et une autre à la ligne {first_line}", level.fr()),
                format!("{} {number} ({source}) has two translations: this one and another at line {first_line}", level.en()),
            )
            .help(
                "effacez l’une des deux, ou corrigez son numéro",
                "delete one of the two, or correct its number",
            ),
            TranslationProblem::Moved { level, number, here, there, source } => Wording::new(
                "moved-in-translation",
                format!("{} {number} se trouve ici sous {} {}, mais sous {} {} dans la source ({source})", level.fr(), here.0.fr(), here.1, there.0.fr(), there.1),
                format!("{} {number} stands under {} {} here, but under {} {} in the source ({source})", level.en(), here.0.en(), here.1, there.0.en(), there.1),
            )
            .help(
                "remettez ce texte à sa place, ou faites d’abord le changement dans la source : une traduction ne porte que les mots",
                "put it back in its place, or move it in the source first: a translation carries words only",
            ),
            TranslationProblem::Differs { stated, number, read, expected, source } => {
                differs(*stated, number, (read, expected.as_deref()), source)
            }
            TranslationProblem::WithoutNumber { level, n_here, n_source, source } => Wording::new(
                "translation-without-numbers",
                format!("{n_source} {} dans la source ({source}), mais {n_here} ici, sans numéro : rien ne dit à quoi correspond chaque texte, et ces textes restent dans la langue de la source", level.fr_plural()),
                format!("{n_source} {}s in the source ({source}), but {n_here} here, without a number: nothing tells which is which, and these texts stay in the language of the source", level.en()),
            )
            .help(
                "écrivez le numéro devant chaque texte traduit (« 1.2.3 »), ou gardez une rangée ou un élément vide pour ce qui n’est pas traduit",
                "write the number before each translated text (“1.2.3”), or keep an empty row or item for what is not translated",
            ),
            TranslationProblem::UnequalTexts { n_here, n_source, source } => Wording::new(
                "unequal-texts",
                format!("{n_here} parties de texte ici, {n_source} au même endroit de la source ({source}) : elles sont appariées dans l’ordre"),
                format!("{n_here} parts of text here, {n_source} at the same place of the source ({source}): they are paired in order"),
            )
            .help(
                "gardez les titres de toutes les parties, même sans leur texte, ou donnez la même ancre aux deux titres : {#contexte}",
                "keep the headings of all the parts, even without their text, or give both headings the same anchor: {#context}",
            ),
            TranslationProblem::KeyOfSource { key, source } => Wording::new(
                "key-of-source",
                format!("« {key} » se lit dans la source seulement ({source})"),
                format!("“{key}” is read in the source only ({source})"),
            )
            .help(
                "effacez cette ligne : la traduction suit toujours la source",
                "delete this line: the translation always follows the source",
            ),
            TranslationProblem::OtherKind { kind, source } => Wording::new(
                "translation-of-other-kind",
                format!("ce document traduit {source}, mais n’est pas du même genre\u{a0}: il est publié comme une page ordinaire"),
                format!("this document translates {source}, but is not of the same kind: it is published as an ordinary page"),
            )
            .help(
                format!("ajoutez `kind = \"{kind}\"` à son en-tête"),
                format!("add `kind = \"{kind}\"` to its header"),
            ),
            TranslationProblem::LogOfTranslation { source } => Wording::new(
                "log-of-translation",
                "ce suivi n’est pas lu : le suivi d’un plan vaut pour toutes ses langues",
                "this follow-up log is not read: the log of a plan holds for all its languages",
            )
            .help(
                format!("ajoutez ses lignes au suivi placé à côté de {source}, puis effacez ce fichier"),
                format!("add its rows to the log beside {source}, then delete this file"),
            ),
        }
    }
}

fn not_in_source(level: Level, number: &str, nearest: Option<&str>, source: &At) -> Wording {
    let wording = Wording::new(
        "not-in-source",
        format!("{} {number} n’est pas dans la source ({source})", level.fr()),
        format!("{} {number} is not in the source ({source})", level.en()),
    );
    match nearest {
        Some(nearest) => wording.help(
            format!(
                "le numéro le plus proche y est {nearest}; ce qui est nouveau s’ajoute d’abord dans la source"
            ),
            format!("the nearest number there is {nearest}; what is new is added to the source first"),
        ),
        None => wording.help(
            "ce qui est nouveau s’ajoute d’abord dans la source : une traduction ne porte que les mots",
            "what is new is added to the source first: a translation carries words only",
        ),
    }
}

fn differs(stated: Stated, number: &str, (read, expected): (&str, Option<&str>), source: &At) -> Wording {
    let (fr, en) = match expected {
        Some(expected) => (format!("mais « {expected} »"), format!("but “{expected}”")),
        None => ("mais rien".to_owned(), "but nothing".to_owned()),
    };
    Wording::new(
        "differs-from-source",
        format!("{} de {number} : « {read} » ici, {fr} dans la source ({source})", stated.fr()),
        format!("{} of {number}: “{read}” here, {en} in the source ({source})", stated.en()),
    )
    .help(
        "effacez-le ici : la source seule le dit, et le site l’affiche dans la langue de la page",
        "delete it here: only the source states it, and the site shows it in the language of the page",
    )
}
