//! The words of rows that name no action of the plan, several, or one by the title of another.

use super::Given;
use super::words::more;
use crate::diagnostic::Wording;

/// The number of an action beside the title of another one: its number, that title, and the other number.
pub(super) fn title_of_another([number, read, other]: [&String; 3], given: &Given, n_more: usize) -> Wording {
    let wording = Wording::new(
        "title-of-another-action",
        format!(
            "cette rangée{} porte le numéro {number}, mais «\u{a0}{read}\u{a0}» est l’action {other}",
            more(n_more).fr
        ),
        format!("this row{} has the number {number}, but “{read}” is action {other}", more(n_more).en),
    );
    match given {
        Given::ByPlace => wording.help(
            format!("si le plan a gagné ou perdu une rangée, remettez à l’action son numéro {number} dans une colonne «\u{a0}No\u{a0}» du plan; sinon, corrigez le numéro ou le titre ici"),
            format!("if the plan gained or lost a row, give the action its number {number} again in a “No.” column of the plan; otherwise, correct the number or the title here"),
        ),
        // To write that number again would give it to two actions.
        Given::InWriting | Given::Before { .. } => {
            let now = if let Given::Before { now } = given { now } else { number };
            wording.help(
                format!("écrivez ici le numéro {other}, ou le titre de l’action {now}"),
                format!("write the number {other} here, or the title of action {now}"),
            )
        }
    }
}

/// A number, the title of its row, and the title of the action that has it, or had it.
pub(super) fn unknown_title(
    [number, read, title]: [&String; 3],
    former: Option<&str>,
    n_more: usize,
) -> Wording {
    let was = |was: &str| former.map_or(String::new(), |former| format!(" ({was} {former})"));
    Wording::new(
        "unknown-title",
        format!(
            "l’action {number}{} s’appelle «\u{a0}{title}\u{a0}» dans le plan, et «\u{a0}{read}\u{a0}» dans cette rangée{}",
            was("autrefois"),
            more(n_more).fr
        ),
        format!(
            "action {number}{} is called “{title}” in the plan, and “{read}” in this row{}",
            was("formerly"),
            more(n_more).en
        ),
    )
    .help(
        "si c’est la même action, écrivez ici son titre d’aujourd’hui; sinon, corrigez le numéro",
        "if it is the same action, write its present title here; otherwise, correct the number",
    )
}

/// A number that has lost its zeros.
pub(super) fn ambiguous(read: &str, actions: &[String]) -> Wording {
    Wording::new(
        "ambiguous-action",
        format!("le nombre {read} peut désigner plusieurs actions\u{a0}: {}", actions.join(", ")),
        format!("the number {read} may stand for several actions: {}", actions.join(", ")),
    )
    .help(
        "le tableur a effacé le zéro final; donnez à la colonne le format Texte, puis récrivez le numéro",
        "the spreadsheet dropped the final zero; give the column the Text format, then write the number again",
    )
}

pub(super) fn several(read: &str) -> Wording {
    Wording::new(
        "several-actions",
        format!("«\u{a0}{read}\u{a0}» nomme plusieurs actions"),
        format!("“{read}” names several actions"),
    )
    .help(
        "donnez à chacune sa rangée\u{a0}: copiez celle-ci, et ne laissez qu’un numéro dans chaque copie",
        "give each its own row: copy this one, and leave a single number in each copy",
    )
}

pub(super) fn date_for_action(read: &str) -> Wording {
    Wording::new(
        "date-for-action",
        format!("cette cellule contient la date {read}, où le numéro d’une action était attendu"),
        format!("this cell holds the date {read}, where the number of an action was expected"),
    )
    .help(
        "le tableur a pris le numéro pour une date; donnez à la colonne le format Texte, puis récrivez le numéro",
        "the spreadsheet took the number for a date; give the column the Text format, then write the number again",
    )
}
