//! How the longer of these warnings are said.

use super::Side;
use crate::date::{Date, Range};
use crate::diagnostic::Wording;
use crate::lang::{Lang, date_in_words};

pub(super) fn late_without_news(number: &str, read: &str, since: Date, log: Option<&str>) -> Wording {
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

pub(super) fn entry_to_come(number: &str, log: &str, date: Date) -> Wording {
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

pub(super) fn near_previous(number: &str, title: &str, before: &str, link: &str) -> Wording {
    Wording::new(
        "near-previous",
        format!(
            "l’action {number} «\u{a0}{title}\u{a0}» ressemble à «\u{a0}{before}\u{a0}» du plan précédent, qui est comptée parmi les actions non reprises"
        ),
        format!(
            "action {number} “{title}” looks like “{before}” of the previous plan, which is counted among the actions that were not carried over"
        ),
    )
    .help(
        format!("si c’en est la suite, ajoutez ce lien à l’action\u{a0}: `[suite du plan précédent]({link})`"),
        format!("if it continues that one, add this link to the action: `[continued from the previous plan]({link})`"),
    )
}

pub(super) fn percent_beside_status(number: &str, log: &str, percent: u8, read: &str) -> Wording {
    Wording::new(
        "percent-beside-status",
        format!("l’action {number} en est à {percent}\u{a0}%, et son état est «\u{a0}{read}\u{a0}»\u{a0}: {log} a changé l’un sans l’autre"),
        format!("action {number} stands at {percent}%, and its status is “{read}”: {log} changed one without the other"),
    )
    .help(
        "dites les deux dans une rangée du suivi",
        "say both in one row of the log",
    )
}

pub(super) fn outside_period(
    number: &str,
    read: &str,
    side: Side,
    period: Range,
    meant: Option<i16>,
) -> Wording {
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

pub(super) fn done_before_due(number: &str, read: &str, due: Date, said: Date) -> Wording {
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

pub(super) fn nobody_responsible(numbers: &[String], n_more: usize) -> Wording {
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

pub(super) fn numbers_by_position(numbers: &[String], n_more: usize) -> Wording {
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

pub(super) fn missing_number(numbers: &[String]) -> Wording {
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

pub(super) fn words_for_no_status(words: &[(String, usize)], key: &str) -> Wording {
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

pub(super) fn fr(date: Date) -> String {
    date_in_words(Lang::Fr, date)
}

pub(super) fn en(date: Date) -> String {
    date_in_words(Lang::En, date)
}
