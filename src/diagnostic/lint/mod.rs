//! What a plan says against itself, or leaves unsaid: warnings an author may read and accept.

mod words;

use super::Wording;
use crate::date::{Date, Range};
use words::{
    done_before_due, en, entry_to_come, fr, late_without_news, missing_number, near_previous,
    nobody_responsible, numbers_by_position, outside_period, percent_beside_status, words_for_no_status,
};

/// What a second reader would ask about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lint {
    /// A timeframe that is not within the plan's period. `meant` is the year that would be.
    OutsidePeriod { number: String, read: String, side: Side, period: Range, meant: Option<i16> },
    /// Done, although one of its moments starts after the day that was said.
    DoneBeforeDue { number: String, read: String, due: Date, said: Date },
    /// Over, and nothing was said of it since. `log` is the file that would say it, when there is one.
    LateWithoutNews { number: String, read: String, since: Date, log: Option<String> },
    /// An entry of the log, dated after the day of the build: whatever is added meanwhile is older.
    EntryToCome { number: String, log: String, date: Date },
    /// The day of the document's last change has not come.
    UpdatedToCome { updated: Date },
    /// The day of the document's last change is long before the plan starts.
    UpdatedBeforePlan { updated: Date, start: Date },
    /// A plan in force whose last news is old.
    StaleFollowUp { news: Date },
    /// « En cours » where the action goes.
    StatusAsAction { number: String, read: String },
    /// « Reporté à l'automne » in the timeframe, and no state.
    PostponedWithoutStatus { number: String, read: String },
    /// The same words as another action.
    SameActionTwice { number: String, first: String, title: String },
    /// An action that has nearly the words of one of the plan before, which is not carried over. `link` is how
    /// to say that it is.
    NearPrevious { number: String, title: String, before: String, link: String },
    /// Tags of two actions that differ by case, accents or a plural only.
    NearTags { number: String, read: String, first: String, kept: String },
    /// Actions that nobody answers for, in a plan that names who answers for others.
    NobodyResponsible { numbers: Vec<String>, n_more: usize },
    /// An orientation that is only a heading, in a plan where others hold actions.
    EmptyOrientation { number: String, title: String },
    /// Numbers that are skipped.
    MissingNumber { numbers: Vec<String> },
    /// Short words that come back as a state and are none, with how often.
    WordsForNoStatus { words: Vec<(String, usize)>, key: &'static str },
    /// Actions that the log names by a number which only their position gives them.
    NumbersByPosition { numbers: Vec<String>, n_more: usize },
    /// A state of the document that the log, which is what counts, does not have yet. `log` is its
    /// file, `since` the day of the entry.
    PlanAheadOfLog { number: String, read: String, log: String, logged: String, since: Date },
    /// A progress that one row of the log gives, and a state that another row or the plan does.
    PercentBesideStatus { number: String, log: String, percent: u8, read: String },
    /// `bold` is given a meaning and nothing is in bold.
    BoldWithoutBold { key: &'static str },
    /// An entry of `accept` that silences nothing.
    UnusedAccept { written: String },
    /// An entry of `accept` that is no code.
    UnknownAccept { written: String, nearest: Option<String> },
}

/// On which side of a period a timeframe leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
    Both,
}

impl Lint {
    /// The number of the action or of the orientation it is about, when it is about one.
    pub fn number(&self) -> Option<&str> {
        match self {
            Lint::OutsidePeriod { number, .. }
            | Lint::DoneBeforeDue { number, .. }
            | Lint::LateWithoutNews { number, .. }
            | Lint::EntryToCome { number, .. }
            | Lint::StatusAsAction { number, .. }
            | Lint::PostponedWithoutStatus { number, .. }
            | Lint::SameActionTwice { number, .. }
            | Lint::PlanAheadOfLog { number, .. }
            | Lint::PercentBesideStatus { number, .. }
            | Lint::EmptyOrientation { number, .. }
            | Lint::NearPrevious { number, .. }
            | Lint::NearTags { number, .. } => Some(number),
            Lint::StaleFollowUp { .. }
            | Lint::UpdatedToCome { .. }
            | Lint::UpdatedBeforePlan { .. }
            | Lint::NobodyResponsible { .. }
            | Lint::MissingNumber { .. }
            | Lint::WordsForNoStatus { .. }
            | Lint::NumbersByPosition { .. }
            | Lint::BoldWithoutBold { .. }
            | Lint::UnusedAccept { .. }
            | Lint::UnknownAccept { .. } => None,
        }
    }

    pub fn wording(&self) -> Wording {
        match self {
            Lint::OutsidePeriod { number, read, side, period, meant } => {
                outside_period(number, read, *side, *period, *meant)
            }
            Lint::DoneBeforeDue { number, read, due, said } => done_before_due(number, read, *due, *said),
            Lint::LateWithoutNews { number, read, since, log } => {
                late_without_news(number, read, *since, log.as_deref())
            }
            Lint::PercentBesideStatus { number, log, percent, read } => {
                percent_beside_status(number, log, *percent, read)
            }
            Lint::EntryToCome { number, log, date } => entry_to_come(number, log, *date),
            Lint::UpdatedToCome { updated } => Wording::new(
                "updated-to-come",
                format!("ce plan se dit mis à jour le {} (`updated`), un jour qui n’est pas encore venu", fr(*updated)),
                format!("this plan says it was updated on {} (`updated`), a day that has not come yet", en(*updated)),
            )
            .help(
                "écrivez le jour de la dernière mise à jour, comme `updated = 2026-09-30`",
                "write the day of the last update, such as `updated = 2026-09-30`",
            ),
            Lint::UpdatedBeforePlan { updated, start } => Wording::new(
                "updated-before-plan",
                format!("ce plan se dit mis à jour le {} (`updated`), bien avant de commencer, le {}", fr(*updated), fr(*start)),
                format!("this plan says it was updated on {} (`updated`), long before it starts, on {}", en(*updated), en(*start)),
            )
            .help(
                "vérifiez l’année de `updated`, et la clé `period` du plan",
                "check the year of `updated`, and the key `period` of the plan",
            ),
            Lint::StaleFollowUp { news } => Wording::new(
                "stale-follow-up",
                format!("ce plan est en vigueur, mais ses dernières nouvelles datent du {}", fr(*news)),
                format!("this plan is in force, but its latest news is from {}", en(*news)),
            )
            .help(
                "mettez les états à jour et changez la date `updated`; si le plan est terminé, écrivez `stage = \"terminé\"`",
                "update the statuses and the date `updated`; if the plan is over, write `stage = \"closed\"`",
            ),
            Lint::StatusAsAction { number, read } => Wording::new(
                "status-as-action",
                format!("l’action {number} s’appelle « {read} », ce qui est un état"),
                format!("action {number} is called “{read}”, which is a status"),
            )
            .help(
                "déplacez ce mot dans la colonne de l’état d’avancement, et nommez l’action ici",
                "move this word to the status column, and name the action here",
            ),
            Lint::PostponedWithoutStatus { number, read } => Wording::new(
                "postponed-without-status",
                format!("l’échéancier « {read} » de l’action {number} a été revu, mais aucun état ne le dit"),
                format!("the timeframe “{read}” of action {number} was revised, but no status says so"),
            )
            .help("écrivez « Reportée » comme état d’avancement", "write “Postponed” as its status"),
            Lint::SameActionTwice { number, first, title } => Wording::new(
                "same-action-twice",
                format!("l’action {number} a les mêmes mots que l’action {first} : « {title} »"),
                format!("action {number} has the same words as action {first}: “{title}”"),
            )
            .help(
                "dites ce qui les distingue, ou n’en gardez qu’une; les deux sont comptées",
                "say how they differ, or keep only one; both are counted",
            ),
            Lint::NearPrevious { number, title, before, link } => near_previous(number, title, before, link),
            Lint::NearTags { number, read, first, kept } => Wording::new(
                "near-tags",
                format!("l’étiquette « {read} » de l’action {number} ressemble à « {kept} » de l’action {first}"),
                format!("the tag “{read}” of action {number} looks like “{kept}” of action {first}"),
            )
            .help(
                "si c’est la même, écrivez-la partout de la même façon",
                "if they mean the same, write them the same way everywhere",
            ),
            Lint::EmptyOrientation { number: _, title } => Wording::new(
                "empty-orientation",
                format!("«\u{a0}{title}\u{a0}» n’a ni action ni texte\u{a0}: sa page est vide"),
                format!("“{title}” has no action and no text: its page is empty"),
            )
            .help(
                "ajoutez ses actions, dans un tableau ou une liste, ou enlevez ce titre",
                "add its actions, in a table or a list, or remove this heading",
            ),
            Lint::NobodyResponsible { numbers, n_more } => nobody_responsible(numbers, *n_more),
            Lint::MissingNumber { numbers } => missing_number(numbers),
            Lint::WordsForNoStatus { words, key } => words_for_no_status(words, key),
            Lint::NumbersByPosition { numbers, n_more } => numbers_by_position(numbers, *n_more),
            Lint::PlanAheadOfLog { number, read, log, logged, since } => Wording::new(
                "plan-ahead-of-log",
                format!(
                    "le plan dit de l’action {number} « {read} », mais son suivi dit « {logged} » le {}, et c’est le suivi qui est publié",
                    fr(*since)
                ),
                format!(
                    "the plan says “{read}” of action {number}, but its follow-up log says “{logged}” on {}, and the log is what is published",
                    en(*since)
                ),
            )
            .help(
                format!("ajoutez à {log} une rangée avec la date et ce nouvel état; si c’est le plan qui se trompe, corrigez-y la case"),
                format!("add a row to {log} with the date and this new status; if the plan is wrong, correct its cell"),
            ),
            Lint::BoldWithoutBold { key } => Wording::new(
                "bold-without-bold",
                format!("le gras devrait dire « {key} », mais aucune action n’est en gras"),
                format!("bold should mean “{key}”, but no action is in bold"),
            )
            .help(
                "mettez en gras (**ainsi**) les actions dont c’est l’état, ou enlevez la clé `bold`",
                "put the actions in that state in bold (**like this**), or remove the key `bold`",
            ),
            Lint::UnusedAccept { written } => Wording::new(
                "unused-accept",
                format!("« {written} » ne correspond à aucun avertissement de ce plan"),
                format!("“{written}” matches no warning of this plan"),
            )
            .help("enlevez-le de la liste `accept`", "remove it from the list `accept`"),
            Lint::UnknownAccept { written, nearest } => {
                let wording = Wording::new(
                    "unknown-accept",
                    format!("« {written} » n’est le code d’aucun avertissement d’un plan"),
                    format!("“{written}” is not the code of any warning of a plan"),
                );
                match nearest {
                    Some(_) => wording.suggesting(nearest.as_deref()),
                    None => wording.help(
                        "écrivez le code affiché avec l’avertissement, seul ou suivi du numéro de l’action : `\"same-action-twice:2.1.3\"`",
                        "write the code shown with the warning, alone or with the number of the action: `\"same-action-twice:2.1.3\"`",
                    ),
                }
            }
        }
    }
}
