//! Problems of a follow-up log: its place, its titles, its rows.

mod actions;
pub mod hint;
mod words;

use super::site::SiteProblem;
use super::status::{Against, StateMeant, status_against_percent, unknown_status};
use super::{Bilingual, Wording, numbers};
use crate::date::Date;
use crate::lang::Lang;
use actions::{ambiguous, date_for_action, several, title_of_another, unknown_title};
use hint::Hint;
use words::{
    ignored_columns, more, no_titles, other_order, repeated, too_many_cells, unsure_order, untitled_column,
};

/// What is wrong with a log, and the cell that is when no place in a text can show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpProblem {
    /// None when the place in the file tells, or when the file as a whole is meant.
    pub cell: Option<CellPlace>,
    pub fault: FollowUpFault,
}

/// A cell as the margins of a spreadsheet name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The word on the tab; none where there are no tabs.
    pub sheet: Option<String>,
    /// Counted from 1.
    pub row: usize,
    /// `B`; none when the whole row is meant.
    pub column: Option<String>,
}

/// What can be wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUpFault {
    /// Two logs beside one plan.
    TwoLogs {
        one: String,
        other: String,
    },
    /// A log that stands beside no plan.
    NoPlan,
    /// The titles of a log under another name, beside a plan; `name` is the one it wants.
    OtherName {
        name: Bilingual,
    },
    /// `suivi.xls`, `suivi.tsv`…
    OtherFormat {
        extension: String,
    },
    /// A file in which nothing is written.
    Empty,
    /// No row has the titles of a log.
    NoTitles {
        missing: Missing,
    },
    /// A sheet that looks like a log beside one that is called so.
    SheetLeftOut {
        sheet: String,
        read: String,
    },
    /// Columns of which nothing is kept.
    IgnoredColumns {
        titles: Vec<String>,
    },
    /// An action that is not in the plan; `n_more` rows further down name it too.
    UnknownAction {
        read: String,
        hint: Hint,
        n_more: usize,
    },
    /// A cell holding the number 2.1 where both 2.1 and 2.10 exist.
    AmbiguousAction {
        read: String,
        actions: Vec<String>,
    },
    /// A cell that names several actions, one after the other.
    SeveralActions {
        read: String,
    },
    /// The spreadsheet made a date of « 2.1 ».
    DateForAction {
        read: String,
    },
    /// A row that says something of no action.
    NoAction,
    /// Words that are no day; `n_more` rows further down have them too.
    UnknownDate {
        read: String,
        n_more: usize,
    },
    /// « 09/30/2026 » where the day comes first, or « 30/09/2026 » where the month does; `n_more`
    /// rows further down do the same.
    OtherOrder {
        read: String,
        /// What was probably meant.
        day: Date,
        /// The language whose order the log follows.
        lang: Lang,
        n_more: usize,
    },
    /// « 01/05/2026 », read as its plan has it, under titles in the other language, in which it is
    /// `other`; `n_more` rows further down do the same.
    UnsureOrder {
        read: String,
        day: Date,
        other: Date,
        /// The language of the plan.
        lang: Lang,
        n_more: usize,
    },
    /// « [compte rendu](https://…) » in a note; `n_more` rows further down have one too.
    LinkInNote {
        read: String,
        n_more: usize,
    },
    /// A formula of which the file does not hold the result; `n_more` more do not either.
    Uncomputed {
        n_more: usize,
    },
    /// A row of a text with more cells than the titles: a note was cut by its punctuation.
    TooManyCells {
        n_cells: usize,
        n_titles: usize,
        left_out: Vec<String>,
    },
    /// A cell under no title, in the column with these letters; `n_more` rows further down have one.
    UntitledColumn {
        column: String,
        read: String,
        n_more: usize,
    },
    /// A row that says something, without a day.
    NoDate,
    /// An action and a day, and nothing of them.
    NothingSaid,
    UnknownPercent {
        read: String,
    },
    /// A short state that is no known one, and the one it is nearly, if any, with the key to give it;
    /// `n_more` rows further down have it too.
    UnknownStatus {
        read: String,
        meant: StateMeant,
        key: &'static str,
        n_more: usize,
    },
    /// A state beside a progress that says otherwise.
    StatusAgainstPercent {
        read: String,
        against: Against,
        percent: u8,
    },
    /// Two states of an action on one day.
    OtherStateOfDay {
        read: String,
        above: String,
    },
    /// The number of an action beside the words of another one; `n_more` rows do the same.
    TitleOfAnother {
        number: String,
        read: String,
        other: String,
        /// What gives that number to the action that has it.
        given: Given,
        n_more: usize,
    },
    /// A number that two actions of the plan have, and no words that tell which; `n_more` rows have it too.
    SharedNumber {
        number: String,
        titles: [String; 2],
        n_more: usize,
    },
    /// Words that are not those of the action, beside its number, nor surely another's; `n_more` rows have them too.
    UnknownTitle {
        number: String,
        /// The number of the row, when it is one that the action left.
        former: Option<String>,
        read: String,
        title: String,
        n_more: usize,
    },
    /// Evidence that should be inside the site and is not.
    DeadEvidence(SiteProblem),
    /// Rows that repeat an earlier one word for word.
    Repeated {
        n_rows: usize,
        of_row: usize,
    },
}

/// What gives its number to an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    ByPlace,
    InWriting,
    /// It left that number for this one.
    Before {
        now: String,
    },
}

/// Which of the two columns that make a log was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Date,
    Action,
    Both,
}

impl FollowUpProblem {
    pub fn wording(&self) -> Wording {
        match &self.cell {
            Some(cell) => self.fault.wording().in_cell(cell),
            None => self.fault.wording(),
        }
    }
}

impl CellPlace {
    /// « feuille « suivi », rangée 3, colonne B »
    fn words(&self) -> Bilingual {
        let CellPlace { sheet, row, column } = self;
        let (mut fr, mut en) = (format!("rangée {row}"), format!("row {row}"));
        if let Some(sheet) = sheet {
            fr = format!("feuille « {sheet} », {fr}");
            en = format!("sheet “{sheet}”, {en}");
        }
        if let Some(column) = column {
            fr.push_str(&format!(", colonne {column}"));
            en.push_str(&format!(", column {column}"));
        }
        Bilingual::new(fr, en)
    }
}

impl Wording {
    /// The same, of a cell.
    pub(super) fn in_cell(self, cell: &CellPlace) -> Wording {
        let (place, message) = (cell.words(), self.message);
        let message = Bilingual::new(
            format!("{}\u{a0}: {}", place.fr, message.fr),
            format!("{}: {}", place.en, message.en),
        );
        Wording { message, ..self }
    }
}

impl FollowUpFault {
    fn wording(&self) -> Wording {
        match self {
            FollowUpFault::TwoLogs { one, other } => Wording::new(
                "two-follow-ups",
                format!("ce plan a deux suivis : « {one} » et « {other} »; aucun n’est lu"),
                format!("this plan has two follow-up logs: “{one}” and “{other}”; neither is read"),
            )
            .help(
                "réunissez leurs rangées dans un seul fichier, et retirez l’autre",
                "bring their rows together in one file, and remove the other",
            ),
            FollowUpFault::NoPlan => Wording::new(
                "follow-up-without-plan",
                "ce fichier porte le nom d’un suivi, mais aucun plan ne l’attend là : il est publié tel quel",
                "this file has the name of a follow-up log, but no plan expects it there: it is published as it is",
            )
            .help(
                "un suivi se range dans le dossier de l’index.md du plan; celui de plan.md s’appelle plan.suivi.csv",
                "a log goes in the folder of the plan’s index.md; that of plan.md is called plan.follow-up.csv",
            ),
            FollowUpFault::OtherName { name } => Wording::new(
                "follow-up-name",
                "ce fichier a les titres d’un suivi, mais pas son nom : il est publié tel quel, sans être lu",
                "this file has the titles of a follow-up log, but not its name: it is published as it is, and not read",
            )
            .help(format!("renommez-le `{}`", name.fr), format!("rename it `{}`", name.en)),
            FollowUpFault::OtherFormat { extension } => Wording::new(
                "follow-up-format",
                format!("ce suivi au format .{extension} n’est pas lu : il est publié tel quel"),
                format!("this follow-up log in the .{extension} format is not read: it is published as it is"),
            )
            .help("enregistrez-le au format .xlsx, .ods ou .csv", "save it in the .xlsx, .ods or .csv format"),
            FollowUpFault::Empty => Wording::new("follow-up-empty", "ce suivi est vide", "this follow-up log is empty")
                .help(
                    "écrivez les titres sur la première rangée : date, action, état, progression, note, preuve",
                    "write the titles on the first row: date, action, status, progress, note, evidence",
                ),
            FollowUpFault::NoTitles { missing } => no_titles(*missing),
            FollowUpFault::SheetLeftOut { sheet, read } => words::sheet_left_out(sheet, read),
            FollowUpFault::IgnoredColumns { titles } => ignored_columns(titles),
            FollowUpFault::UnknownAction { read, hint, n_more } => Wording::new(
                "unknown-action",
                format!("aucune action du plan n’a le numéro « {read} »{}", more(*n_more).fr),
                format!("no action of the plan has the number “{read}”{}", more(*n_more).en),
            )
            .hinting(hint),
            FollowUpFault::AmbiguousAction { read, actions } => ambiguous(read, actions),
            FollowUpFault::SeveralActions { read } => several(read),
            FollowUpFault::DateForAction { read } => date_for_action(read),
            FollowUpFault::NoAction => Wording::new(
                "entry-without-action",
                "cette rangée ne dit pas de quelle action elle parle",
                "this row does not say which action it is about",
            )
            .help("écrivez le numéro de l’action, comme « 2.1.3 »", "write the number of the action, such as “2.1.3”"),
            FollowUpFault::UnknownDate { read, n_more } => Wording::new(
                "unknown-date",
                format!("« {read} » n’est pas un jour{}", more(*n_more).fr),
                format!("“{read}” is not a day{}", more(*n_more).en),
            )
            .help(
                "écrivez un jour, un mois et une année : « 2013-10-11 » ou « 11 octobre 2013 »",
                "write a day, a month and a year: “2013-10-11” or “October 11, 2013”",
            ),
            FollowUpFault::OtherOrder { read, day, lang, n_more } => other_order(read, *day, *lang, *n_more),
            FollowUpFault::UnsureOrder { read, day, other, lang, n_more } => {
                unsure_order(read, [*day, *other], *lang, *n_more)
            }
            FollowUpFault::LinkInNote { read, n_more } => words::link_in_note(read, *n_more),
            FollowUpFault::Uncomputed { n_more } => words::uncomputed(*n_more),
            FollowUpFault::TooManyCells { n_cells, n_titles, left_out } => {
                too_many_cells(*n_cells, *n_titles, left_out)
            }
            FollowUpFault::UntitledColumn { column, read, n_more } => untitled_column(column, read, *n_more),
            FollowUpFault::NoDate => {
                Wording::new("entry-without-date", "cette rangée n’a pas de date", "this row has no date").help(
                    "écrivez le jour du suivi, comme « 2013-10-11 », même s’il est celui de la rangée du dessus",
                    "write the day of the entry, such as “2013-10-11”, even when it is that of the row above",
                )
            }
            FollowUpFault::NothingSaid => Wording::new(
                "entry-says-nothing",
                "cette rangée n’a ni état, ni progression, ni note, ni preuve : elle n’est pas retenue",
                "this row has no status, no progress, no note and no evidence: it is left out",
            )
            .help("écrivez ce qui a été fait, ou effacez la rangée", "write what was done, or delete the row"),
            FollowUpFault::UnknownPercent { read } => Wording::new(
                "unknown-percent",
                format!("« {read} » n’est pas un pourcentage"),
                format!("“{read}” is not a percentage"),
            )
            .help(
                "écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note",
                "write a number from 0 to 100, such as “35%”, or move these words to the note column",
            ),
            FollowUpFault::UnknownStatus { read, meant, key, n_more } => {
                unknown_status(read, meant, key, &more(*n_more))
            }
            FollowUpFault::StatusAgainstPercent { read, against, percent } => {
                status_against_percent(read, *against, *percent)
            }
            FollowUpFault::OtherStateOfDay { read, above } => words::other_state_of_day(read, above),
            FollowUpFault::TitleOfAnother { number, read, other, given, n_more } => {
                title_of_another([number, read, other], given, *n_more)
            }
            FollowUpFault::SharedNumber { number, titles, n_more } => {
                numbers::shared_in_log(number, titles, &more(*n_more))
            }
            FollowUpFault::UnknownTitle { number, former, read, title, n_more } => {
                unknown_title([number, read, title], former.as_deref(), *n_more)
            }
            FollowUpFault::DeadEvidence(problem) => problem.wording(),
            FollowUpFault::Repeated { n_rows, of_row } => repeated(*n_rows, *of_row),
        }
    }
}
