//! Problems of a plan: its settings, its tables, its words.

mod dates;
mod lost;
mod tasks;

use super::status::{Against, StateMeant, status_against_percent, unknown_status};
use super::{Bilingual, Wording};
use crate::date::Date;
use crate::lang::Lang;

/// What separates the columns of a table that Markdown takes for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    Tabs,
    Spaces,
    /// Bars, behind four spaces.
    Indented,
    /// Tags.
    Html,
}

/// Why nothing settles the year of a date that is written without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoYear {
    /// The plan has no period.
    NoPeriod,
    /// The period holds the date in several years.
    Several,
    /// The period holds it in no year.
    Outside,
    /// It goes over New Year, and says one year: « Automne-hiver 2026 ».
    Crossing,
}

/// What can be wrong in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanProblem {
    /// A state that is nearly a known one, or a number.
    NearStatus { read: String, meant: StateMeant, key: &'static str },
    /// A state beside a progress that says otherwise.
    StatusAgainstPercent { read: String, against: Against, percent: u8 },
    /// A state, a name or a date that is struck through.
    Struck { read: String },
    /// A progress that is no percentage; shown as written.
    UnknownPercent { read: String },
    /// A timeframe we give no dates to; shown as written.
    UnknownTimeframe { read: String, nearest: Option<String> },
    /// « mars 2027 à janvier 2026 »: its first day, and its last.
    Backwards { read: String, start: Date, end: Date },
    /// « 31 juin 2026 »: its month, and its year where it is written.
    ImpossibleDay { read: String, month: i8, year: Option<i16> },
    /// « 12/10/26 », and the day it may be.
    ShortDate { read: String, day: Date },
    /// « 05/31/2026 » in a language that has the day first, and the day it is understood as.
    SwappedDate { read: String, day: Date, lang: Lang },
    /// « avant le 1er juin » where the plan's period does not say the year.
    YearUnknown { read: String, why: NoYear },
    /// « Novembre 2013 Mai 2014 »
    GluedTimeframe { read: String },
    /// « 2019-2024-2034 »
    YearsWithGaps { read: String },
    /// « Complété » where a timeframe goes.
    StatusAsTimeframe { read: String },
    /// « Mai 2026 » where the names of those who answer go.
    DateAsResponsible { read: String },
    /// Two actions in a cell, three timeframes in another.
    UnequalLists { column: String, n_actions: usize, n_entries: usize },
    /// A column whose title is nearly a known one; shown under its own title.
    NearColumn { read: String, nearest: String },
    /// « Échéancer : mai 2026 » under an action.
    NearField { read: String, nearest: String },
    /// A table that follows up something, but in which no title says that it is actions.
    UncountedTable { known: Vec<String>, n_rows: usize, likely: Option<String> },
    /// A table whose row of titles is empty, its titles in the first row below.
    EmptyTitles { n_rows: usize },
    /// The titles of a table whose columns no bars separate, or which is set off as code.
    PastedTable { titles: Vec<String>, apart: Apart },
    /// A column of states under a title that does not say so.
    UnnamedStatuses { column: String, read: String },
    /// A second column of states or of timeframes.
    RepeatedColumn { read: String, counted: String },
    /// « En cours » in a row that is marked under « Fait » too.
    SeveralStates { read: Vec<String> },
    /// « Total »: a row that sums up the others.
    TotalRow { read: String },
    /// « 50 % dès juin » in a column of marks, « En cours ».
    NoMark { column: String, read: String },
    /// « **Communication** » alone in its row: it counts as an action. `marks` are those of a heading.
    TitleRow { read: String, marks: &'static str },
    /// « Note : voir l’annexe » alone in its row: it counts as an action.
    NoteRow { read: String },
    /// A row that says something of no action.
    RowWithoutAction { column: String, read: String },
    /// A box followed by nothing.
    EmptyTask,
    /// An item without a box among tasks: shown as text, counted as no action.
    ItemWithoutBox { read: String },
    /// « [] Planter »
    NearBox { read: String },
    /// A task under a task: shown there, counted as no action.
    NestedTask { read: String },
    /// « 1,3 » in the column of numbers.
    UnusableNumber { read: String },
    /// The same number twice; the second is still published, under another anchor.
    NumberTwice { number: String, title: String },
    /// A number said to be left that is neither a number nor an anchor.
    NotANumber { read: String },
    /// A number said to be left, without quotation marks; `line` is how to write it.
    UnquotedNumber { number: String, line: String },
    /// A number said to be left on two lines.
    NumberLeftTwice { number: String },
    /// A number said to be left, which something of the plan has.
    NumberStillUsed { number: String, title: String },
    /// A number said to be taken, which no action has.
    RenumberedToNothing { read: String, nearest: Option<String> },
    /// « **Orientation 2 : Se déplacer** », where a heading goes.
    BoldTitle { read: String, marks: &'static str },
    /// Actions before any orientation.
    NoOrientation,
    /// A plan in which no action was found.
    NoAction,
    /// `period` says no dates.
    UnknownPeriod { read: String },
    /// A status key that does not exist.
    UnknownStatusKey { read: String, nearest: Option<String>, known: String },
}

impl PlanProblem {
    /// Whether it is about what only the source of a translation states: there it is told, and a
    /// translation that says something else is told otherwise.
    pub fn is_of_source(&self) -> bool {
        match self {
            PlanProblem::NearStatus { .. }
            | PlanProblem::StatusAgainstPercent { .. }
            | PlanProblem::Struck { .. }
            | PlanProblem::Backwards { .. }
            | PlanProblem::ImpossibleDay { .. }
            | PlanProblem::ShortDate { .. }
            | PlanProblem::SwappedDate { .. }
            | PlanProblem::UnknownPercent { .. }
            | PlanProblem::UnknownTimeframe { .. }
            | PlanProblem::YearUnknown { .. }
            | PlanProblem::GluedTimeframe { .. }
            | PlanProblem::YearsWithGaps { .. }
            | PlanProblem::StatusAsTimeframe { .. }
            | PlanProblem::DateAsResponsible { .. }
            | PlanProblem::UnnamedStatuses { .. }
            | PlanProblem::TitleRow { .. }
            | PlanProblem::NoteRow { .. }
            | PlanProblem::NoMark { .. }
            | PlanProblem::SeveralStates { .. }
            | PlanProblem::RepeatedColumn { .. }
            | PlanProblem::UnusableNumber { .. }
            | PlanProblem::NestedTask { .. }
            | PlanProblem::NumberTwice { .. }
            | PlanProblem::NotANumber { .. }
            | PlanProblem::UnquotedNumber { .. }
            | PlanProblem::NumberLeftTwice { .. }
            | PlanProblem::NumberStillUsed { .. }
            | PlanProblem::RenumberedToNothing { .. }
            | PlanProblem::NoOrientation
            | PlanProblem::NoAction
            | PlanProblem::UnknownPeriod { .. }
            | PlanProblem::UnknownStatusKey { .. } => true,
            PlanProblem::UnequalLists { .. }
            | PlanProblem::NearColumn { .. }
            | PlanProblem::NearField { .. }
            | PlanProblem::EmptyTitles { .. }
            | PlanProblem::UncountedTable { .. }
            | PlanProblem::PastedTable { .. }
            | PlanProblem::BoldTitle { .. }
            | PlanProblem::TotalRow { .. }
            | PlanProblem::RowWithoutAction { .. }
            | PlanProblem::EmptyTask
            | PlanProblem::NearBox { .. }
            | PlanProblem::ItemWithoutBox { .. } => false,
        }
    }

    pub fn wording(&self) -> Wording {
        match self {
            PlanProblem::NearStatus { read, meant, key } => {
                unknown_status(read, meant, key, &Bilingual::new("", ""))
            }
            PlanProblem::Struck { read } => lost::struck(read),
            PlanProblem::StatusAgainstPercent { read, against, percent } => {
                status_against_percent(read, *against, *percent)
            }
            PlanProblem::Backwards { read, start, end } => dates::backwards(read, *start, *end),
            PlanProblem::ImpossibleDay { read, month, year } => dates::impossible(read, *month, *year),
            PlanProblem::ShortDate { read, day } => dates::short(read, *day),
            PlanProblem::SwappedDate { read, day, lang } => dates::swapped(read, *day, *lang),
            PlanProblem::UnknownPercent { read } => Wording::new(
                "unknown-percent",
                format!("« {read} » n’est pas un pourcentage : ces mots sont affichés tels quels"),
                format!("“{read}” is not a percentage: these words are shown as they are"),
            )
            .help(
                "écrivez un nombre de 0 à 100, comme « 35 % »",
                "write a number from 0 to 100, such as “35%”",
            ),
            PlanProblem::UnknownTimeframe { read, nearest } => {
                let wording = Wording::new(
                    "unknown-timeframe",
                    format!("l’échéancier « {read} » est affiché tel quel : aucune date n’y a été comprise"),
                    format!("the timeframe “{read}” is shown as it is: no date was understood in it"),
                );
                match nearest {
                    Some(near) => wording.help(
                        format!("forme connue la plus proche : « {near} »"),
                        format!("nearest known form: “{near}”"),
                    ),
                    None => wording.help(
                        "formes connues : « 3 octobre 2025 », « Automne 2025 », « D’ici mars 2026 », « En continu »",
                        "known forms: “October 3, 2025”, “Fall 2025”, “By March 2026”, “Ongoing”",
                    ),
                }
            }
            PlanProblem::YearUnknown { read, why } => dates::without_year(read, *why),
            PlanProblem::GluedTimeframe { read } => Wording::new(
                "glued-timeframe",
                format!("l’échéancier « {read} » est compris comme plusieurs moments, mais rien ne les sépare"),
                format!("the timeframe “{read}” is understood as several moments, but nothing separates them"),
            )
            .help("séparez-les : « Novembre 2013 et mai 2014 »", "separate them: “November 2013 and May 2014”"),
            PlanProblem::YearsWithGaps { read } => Wording::new(
                "years-with-gaps",
                format!("les années de « {read} » ne se suivent pas"),
                format!("the years of “{read}” do not follow one another"),
            )
            .help(
                "compris de la première à la dernière; pour des années isolées, écrivez « 2019, 2024 et 2034 »",
                "understood as the first to the last; for separate years, write “2019, 2024 and 2034”",
            ),
            PlanProblem::StatusAsTimeframe { read } => Wording::new(
                "status-as-timeframe",
                format!("« {read} » est un état, mais se trouve dans la colonne de l’échéancier"),
                format!("“{read}” is a status, but stands in the timeframe column"),
            )
            .help("déplacez-le dans la colonne de l’état d’avancement", "move it to the status column"),
            PlanProblem::DateAsResponsible { read } => Wording::new(
                "date-as-responsible",
                format!("«\u{a0}{read}\u{a0}» est un échéancier, mais se trouve dans la colonne des responsables"),
                format!("“{read}” is a timeframe, but stands in the column of those responsible"),
            )
            .help(
                "comptez les barres de la rangée\u{a0}: il y manque peut-être une cellule; une cellule vide s’écrit `| |`",
                "count the bars of the row: a cell may be missing; an empty cell is written `| |`",
            ),
            PlanProblem::UnequalLists { column, n_actions, n_entries } => Wording::new(
                "unequal-lists",
                format!("{n_actions} actions dans la rangée, mais {n_entries} entrées dans « {column} »"),
                format!("{n_actions} actions in the row, but {n_entries} entries in “{column}”"),
            )
            .help(
                format!("écrivez une seule entrée pour toutes, ou {n_actions} entrées séparées par <br> (une entrée peut être vide)"),
                format!("write one entry for all, or {n_actions} entries separated by <br> (an entry may be empty)"),
            ),
            PlanProblem::NearColumn { read, nearest } => Wording::new(
                "near-column",
                format!("la colonne « {read} » n’est pas reconnue; elle est publiée sous ce titre, sans plus"),
                format!("the column “{read}” is not recognised; it is published under this title, and no more"),
            )
            .suggesting(Some(nearest)),
            PlanProblem::EmptyTitles { n_rows } => lost::empty_titles(*n_rows),
            PlanProblem::UnusableNumber { read } => lost::unusable_number(read),
            PlanProblem::NearField { read, nearest } => lost::near_field(read, nearest),
            PlanProblem::UncountedTable { known, n_rows, likely } => {
                lost::uncounted_table(known, *n_rows, likely.as_deref())
            }
            PlanProblem::PastedTable { titles, apart } => lost::pasted_table(titles, *apart),
            PlanProblem::UnnamedStatuses { column, read } => lost::unnamed_statuses(column, read),
            PlanProblem::TotalRow { read } => lost::total_row(read),
            PlanProblem::RepeatedColumn { read, counted } => lost::repeated_column(read, counted),
            PlanProblem::SeveralStates { read } => lost::several_states(read),
            PlanProblem::NoMark { column, read } => lost::no_mark(column, read),
            PlanProblem::TitleRow { read, marks } => lost::title_row(read, marks),
            PlanProblem::NoteRow { read } => lost::note_row(read),
            PlanProblem::RowWithoutAction { column, read } => Wording::new(
                "row-without-action",
                format!("cette rangée n’a pas d’action, mais « {column} » contient « {read} »"),
                format!("this row has no action, but “{column}” holds “{read}”"),
            )
            .help(
                "écrivez l’action de la rangée, ou joignez ce texte à la rangée précédente avec <br>",
                "write the row’s action, or add this text to the row above with <br>",
            ),
            PlanProblem::EmptyTask => tasks::empty_task(),
            PlanProblem::NearBox { read } => tasks::near_box(read),
            PlanProblem::ItemWithoutBox { read } => tasks::item_without_box(read),
            PlanProblem::NestedTask { read } => tasks::nested_task(read),
            PlanProblem::UnquotedNumber { number, line } => Wording::new(
                "unquoted-number",
                format!("le numéro « {number} » n’est pas entre guillemets droits"),
                format!("the number “{number}” is not between straight quotation marks"),
            )
            .help(format!("écrivez `{line}`"), format!("write `{line}`")),
            PlanProblem::NotANumber { read } => match read.trim() {
                "" => Wording::new(
                    "not-a-number",
                    "à gauche du signe =, aucun numéro n’est écrit",
                    "on the left of the sign =, no number is written",
                ),
                read => Wording::new(
                    "not-a-number",
                    format!("«\u{a0}{read}\u{a0}» n’est pas un numéro ni une ancre"),
                    format!("“{read}” is neither a number nor an anchor"),
                ),
            }
            .help(
                "à gauche du signe =, écrivez le numéro que l’action portait\u{a0}: des lettres, des chiffres, et «\u{a0}-\u{a0}», «\u{a0}_\u{a0}» ou «\u{a0}.\u{a0}» entre eux",
                "on the left of the sign =, write the number that the action had: letters, digits, and “-”, “_” or “.” between them",
            ),
            PlanProblem::NumberLeftTwice { number } => Wording::new(
                "number-left-twice",
                format!("le numéro {number} a déjà été laissé plus haut"),
                format!("number {number} was already left above"),
            )
            .help(
                "gardez une seule des deux lignes\u{a0}: une adresse mène à une seule action",
                "keep one of the two lines: an address leads to one action",
            ),
            PlanProblem::NumberStillUsed { number, title } => Wording::new(
                "number-still-used",
                format!("le numéro {number} a été laissé, mais « {title} » le porte"),
                format!("number {number} was left, but “{title}” has it"),
            )
            .help(
                "donnez-lui un autre numéro, écrit dans le plan, ou enlevez cette ligne : une adresse mène à une seule action",
                "give it another number, written in the plan, or remove this line: an address leads to one action",
            ),
            PlanProblem::RenumberedToNothing { read, nearest } => {
                let wording = Wording::new(
                    "renumbered-to-nothing",
                    format!("aucune action n’a pris le numéro « {read} »"),
                    format!("no action took number “{read}”"),
                );
                match nearest {
                    Some(_) => wording.suggesting(nearest.as_deref()),
                    None => wording.help(
                        "à droite du signe =, écrivez le numéro que l’action porte maintenant dans le plan",
                        "on the right of the sign =, write the number that the action now has in the plan",
                    ),
                }
            }
            PlanProblem::NumberTwice { number, title } => Wording::new(
                "number-twice",
                format!("l’adresse #{number} sert deux fois; elle désigne déjà « {title} »"),
                format!("the address #{number} is used twice; it already stands for “{title}”"),
            )
            .help(
                format!("la seconde fois, ce sera #{number}-2; corrigez le numéro, ou donnez une adresse avec `{{#mon-adresse}}`"),
                format!("the second time, it is #{number}-2; correct the number, or give an address with `{{#my-address}}`"),
            ),
            PlanProblem::BoldTitle { read, marks } => Wording::new(
                "bold-title",
                format!("«\u{a0}{read}\u{a0}» est en gras, mais n’est pas un titre\u{a0}: les actions qui suivent vont sous le titre d’avant"),
                format!("“{read}” is in bold but is no heading: the actions below it go under the heading before"),
            )
            .help(format!("écrivez `{marks} {read}`"), format!("write `{marks} {read}`")),
            PlanProblem::NoOrientation => Wording::new(
                "no-orientation",
                "ces actions ne sont sous aucune orientation; elles sont publiées sous le titre du plan",
                "these actions stand under no orientation; they are published under the title of the plan",
            )
            .help("ajoutez un titre avant le tableau : « ## Orientation 1 : … »", "add a heading before the table: “## Goal 1: …”"),
            PlanProblem::NoAction => Wording::new(
                "no-action",
                "aucune action n’a été trouvée dans ce plan",
                "no action was found in this plan",
            )
            .help(
                "une action est une rangée d’un tableau dont une colonne s’appelle « Actions », ou un élément « - [ ] »",
                "an action is a row of a table with a column called “Actions”, or a “- [ ]” item",
            ),
            PlanProblem::UnknownPeriod { read } => Wording::new(
                "unknown-period",
                format!("aucune date n’a été comprise dans la période « {read} »"),
                format!("no date was understood in the period “{read}”"),
            )
            .help("par exemple `period = \"juillet 2025 à juin 2026\"`", "for example `period = \"July 2025 to June 2026\"`"),
            PlanProblem::UnknownStatusKey { read, nearest, known } => Wording::new(
                "unknown-status-key",
                format!("« {read} » n’est pas une clé d’état"),
                format!("“{read}” is not a status key"),
            )
            .help(format!("les clés sont {known}"), format!("the keys are {known}"))
            .suggesting(nearest.as_deref()),
        }
    }
}
