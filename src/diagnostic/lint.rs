//! What a plan says against itself, or leaves unsaid: warnings an author may read and accept.

use super::Wording;
use crate::date::{Date, Range};
use crate::lang::{Lang, date_in_words};

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
    /// Tags of two actions that differ by case, accents or a plural only.
    NearTags { number: String, read: String, first: String, kept: String },
    /// Actions that nobody answers for, in a plan that names who answers for others.
    NobodyResponsible { numbers: Vec<String>, n_more: usize },
    /// Numbers that are skipped.
    MissingNumber { numbers: Vec<String> },
    /// Short words that come back as a state and are none, with how often.
    WordsForNoStatus { words: Vec<(String, usize)>, key: &'static str },
    /// Actions that the log names by a number which only their position gives them.
    NumbersByPosition { numbers: Vec<String>, n_more: usize },
    /// A state of the document that the log, which is what counts, does not have yet. `log` is its
    /// file, `since` the day of the entry.
    PlanAheadOfLog { number: String, read: String, log: String, logged: String, since: Date },
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
    /// The number of the action it is about, when it is about one.
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
            Lint::NearTags { number, read, first, kept } => Wording::new(
                "near-tags",
                format!("l’étiquette « {read} » de l’action {number} ressemble à « {kept} » de l’action {first}"),
                format!("the tag “{read}” of action {number} looks like “{kept}” of action {first}"),
            )
            .help(
                "si c’est la même, écrivez-la partout de la même façon",
                "if they mean the same, write them the same way everywhere",
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

fn late_without_news(number: &str, read: &str, since: Date, log: Option<&str>) -> Wording {
    let wording = Wording::new(
        "late-without-news",
        format!(
            "l’échéance « {read} » de l’action {number} est passée depuis le {}, et rien n’en a été dit depuis",
            fr(since)
        ),
        format!(
            "the timeframe “{read}” of action {number} ended on {}, and nothing was said of it since",
            en(since)
        ),
    );
    match log {
        Some(log) => wording.help(
            format!("ajoutez à {log} une rangée avec la date et où elle en est : Réalisée, En cours, Reportée, Abandonnée…"),
            format!("add a row to {log} with the date and where it stands: Completed, In progress, Postponed, Dropped…"),
        ),
        None => wording.help(
            "dites où elle en est : Réalisée, En cours, Reportée, Abandonnée…",
            "say where it stands: Completed, In progress, Postponed, Dropped…",
        ),
    }
}

fn entry_to_come(number: &str, log: &str, date: Date) -> Wording {
    Wording::new(
        "entry-to-come",
        format!(
            "une rangée de {log} date une nouvelle de l’action {number} du {}, un jour qui n’est pas encore venu : ce qui sera ajouté d’ici là n’y changera rien",
            fr(date)
        ),
        format!(
            "a row of {log} gives the news of action {number} on {}, a day that has not come yet: what is added until then will not change it",
            en(date)
        ),
    )
    .help(
        "écrivez dans cette rangée le jour où la nouvelle a été notée, comme « 2026-09-30 »",
        "write in this row the day on which the news was noted, such as “2026-09-30”",
    )
}

fn outside_period(number: &str, read: &str, side: Side, period: Range, meant: Option<i16>) -> Wording {
    let (start_fr, end_fr) =
        (period.start.map(fr).unwrap_or_default(), period.end.map(fr).unwrap_or_default());
    let (start_en, end_en) =
        (period.start.map(en).unwrap_or_default(), period.end.map(en).unwrap_or_default());
    let (fr, en) = match side {
        Side::Before => (
            format!("précède le début du plan ({start_fr})"),
            format!("comes before the plan starts ({start_en})"),
        ),
        Side::After => (
            format!("dépasse la fin du plan ({end_fr})"),
            format!("goes beyond the end of the plan ({end_en})"),
        ),
        Side::Both => (
            format!("déborde la période du plan ({start_fr} – {end_fr})"),
            format!("exceeds the period of the plan ({start_en} – {end_en})"),
        ),
    };
    let wording = Wording::new(
        "outside-period",
        format!("l’échéancier « {read} » de l’action {number} {fr}"),
        format!("the timeframe “{read}” of action {number} {en}"),
    );
    match meant {
        Some(year) => wording.help(
            format!("vouliez-vous dire {year}? l’échéancier est publié tel qu’il est écrit"),
            format!("did you mean {year}? the timeframe is published as it is written"),
        ),
        None => wording.help(
            "vérifiez la date, ou la clé `period` du plan; l’échéancier est publié tel qu’il est écrit",
            "check the date, or the key `period` of the plan; the timeframe is published as it is written",
        ),
    }
}

fn done_before_due(number: &str, read: &str, due: Date, said: Date) -> Wording {
    Wording::new(
        "done-before-due",
        format!(
            "l’action {number} est dite réalisée le {}, mais son échéancier « {read} » annonce encore un moment, à partir du {}",
            fr(said),
            fr(due)
        ),
        format!(
            "action {number} is said to be completed on {}, but its timeframe “{read}” still has a moment to come, from {}",
            en(said),
            en(due)
        ),
    )
    .help(
        "si une partie seulement est faite, écrivez « Partiellement réalisée »; sinon, vérifiez la date",
        "if only a part is done, write “Partially completed”; otherwise, check the date",
    )
}

fn nobody_responsible(numbers: &[String], n_more: usize) -> Wording {
    let mut list = numbers.join(", ");
    let (mut fr, mut en) = (list.clone(), std::mem::take(&mut list));
    if n_more > 0 {
        let (fr_s, en_s) = if n_more > 1 { ("autres", "others") } else { ("autre", "other") };
        fr = format!("{fr} et {n_more} {fr_s}");
        en = format!("{en} and {n_more} {en_s}");
    }
    let is_one = numbers.len() + n_more == 1;
    Wording::new(
        "nobody-responsible",
        if is_one {
            format!("personne n’est responsable de l’action {fr}")
        } else {
            format!("personne n’est responsable des actions {fr}")
        },
        if is_one {
            format!("nobody is responsible for action {en}")
        } else {
            format!("nobody is responsible for actions {en}")
        },
    )
    .help("nommez la personne ou l’organisme qui s’en charge", "name the person or organisation in charge")
}

fn numbers_by_position(numbers: &[String], n_more: usize) -> Wording {
    let list = numbers.join(", ");
    let (fr, en) = match n_more {
        0 => (list.clone(), list),
        n => (format!("{list} et {n} de plus"), format!("{list} and {n} more")),
    };
    Wording::new(
        "numbers-by-position",
        format!("le suivi désigne par leur seule place des actions que le plan ne numérote pas ({fr}) : une rangée ajoutée au-dessus donnerait leur suivi à d’autres"),
        format!("the follow-up log names by their place alone actions that the plan does not number ({en}): a row added above would give their follow-up to others"),
    )
    .help(
        "écrivez ces numéros dans le plan, dans une colonne « No », ou le titre de chaque action dans une colonne « titre » du suivi",
        "write these numbers in the plan, in a “No.” column, or the title of each action in a “title” column of the log",
    )
}

fn missing_number(numbers: &[String]) -> Wording {
    let list = numbers.join(", ");
    let (fr, en) = match numbers.len() {
        1 => (
            format!("le numéro {list} manque dans le plan"),
            format!("number {list} is missing from the plan"),
        ),
        _ => (
            format!("les numéros {list} manquent dans le plan"),
            format!("numbers {list} are missing from the plan"),
        ),
    };
    Wording::new("missing-number", fr, en).help(
        "les numéros sont gardés tels quels; si l’élément a été retiré, acceptez l’avertissement : `accept = [\"missing-number\"]`",
        "numbers are kept as they are; if the item was removed, accept the warning: `accept = [\"missing-number\"]`",
    )
}

fn words_for_no_status(words: &[(String, usize)], key: &str) -> Wording {
    let times = |n: &usize, times: &str| if *n > 1 { format!(" ({n}\u{a0}{times})") } else { String::new() };
    let fr: Vec<String> =
        words.iter().map(|(word, n)| format!("«\u{a0}{word}\u{a0}»{}", times(n, "fois"))).collect();
    let en: Vec<String> = words.iter().map(|(word, n)| format!("“{word}”{}", times(n, "times"))).collect();
    let example = words.first().map_or("", |(word, _)| word).replace('"', "\\\"");
    Wording::new(
        "words-for-no-status",
        format!("ces mots servent d’état sans en être un connu\u{a0}: {}", fr.join(", ")),
        format!("these words serve as a status, but are no known one: {}", en.join(", ")),
    )
    .help(
        format!("si l’un d’eux est un état, remplacez-le par un mot connu, comme «\u{a0}En cours\u{a0}», ou écrivez-le sous `[statuses]` dans jalon.toml\u{a0}: `\"{example}\" = \"{key}\"`; avec `\"noted\"`, il reste affiché tel quel"),
        format!("if one of them is a status, replace it with a known word, such as “In progress”, or write it under `[statuses]` in jalon.toml: `\"{example}\" = \"{key}\"`; with `\"noted\"`, it stays shown as it is"),
    )
}

fn fr(date: Date) -> String {
    date_in_words(Lang::Fr, date)
}

fn en(date: Date) -> String {
    date_in_words(Lang::En, date)
}
