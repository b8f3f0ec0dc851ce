//! The columns of an action table, recognised by their titles in French and in English.

use std::sync::LazyLock;

use crate::lang;

/// What a column of an action table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Number,
    Objective,
    Activity,
    Action,
    Timeframe,
    Status,
    Progress,
    Responsible,
    Partners,
    /// A year or a quarter, where a mark (X, ✓, ●) says that the action takes place.
    Marks,
    /// Resources, indicator, target, result, priority, note, and what we do not know: kept with its title.
    Field,
}

/// Titles by column. Adding a word is one line.
///
/// The order matters only for titles that begin with a known word: « Action prioritaire ».
pub const TITLES: &[(&str, Column)] = &[
    ("no", Column::Number),
    ("no.", Column::Number),
    ("n°", Column::Number),
    ("nº", Column::Number),
    ("nos", Column::Number),
    ("#", Column::Number),
    ("numéro", Column::Number),
    ("number", Column::Number),
    ("id", Column::Number),
    ("code", Column::Number),
    ("objectif", Column::Objective),
    ("objectif spécifique", Column::Objective),
    ("sous-objectif", Column::Objective),
    ("objective", Column::Objective),
    ("goal", Column::Objective),
    ("activité", Column::Activity),
    ("activity", Column::Activity),
    ("activities", Column::Activity),
    ("action", Column::Action),
    ("mesure", Column::Action),
    ("moyen", Column::Action),
    ("moyen d’action", Column::Action),
    ("tâche", Column::Action),
    ("projet", Column::Action),
    ("initiative", Column::Action),
    ("engagement", Column::Action),
    ("démarche", Column::Action),
    ("measure", Column::Action),
    ("task", Column::Action),
    ("project", Column::Action),
    ("commitment", Column::Action),
    ("step", Column::Action),
    ("échéancier", Column::Timeframe),
    ("échéance", Column::Timeframe),
    ("calendrier", Column::Timeframe),
    ("période", Column::Timeframe),
    ("date", Column::Timeframe),
    ("date limite", Column::Timeframe),
    ("date prévue", Column::Timeframe),
    ("délai", Column::Timeframe),
    ("éch.", Column::Timeframe),
    ("quand", Column::Timeframe),
    ("pour quand", Column::Timeframe),
    ("d’ici quand", Column::Timeframe),
    ("by when", Column::Timeframe),
    ("horizon", Column::Timeframe),
    ("timeframe", Column::Timeframe),
    ("timeline", Column::Timeframe),
    ("schedule", Column::Timeframe),
    ("deadline", Column::Timeframe),
    ("due", Column::Timeframe),
    ("due date", Column::Timeframe),
    ("target date", Column::Timeframe),
    ("when", Column::Timeframe),
    ("état", Column::Status),
    ("état d’avancement", Column::Status),
    ("état de réalisation", Column::Status),
    ("état de situation", Column::Status),
    ("état actuel", Column::Status),
    ("statut", Column::Status),
    ("suivi", Column::Status),
    ("où en est-on", Column::Status),
    ("où en sommes-nous", Column::Status),
    ("où on en est", Column::Status),
    ("où c’est rendu", Column::Status),
    ("rendu où", Column::Status),
    ("situation", Column::Status),
    ("réalisation", Column::Status),
    ("status", Column::Status),
    ("state", Column::Status),
    ("follow-up", Column::Status),
    ("avancement", Column::Progress),
    ("degré d’avancement", Column::Progress),
    ("taux d’avancement", Column::Progress),
    ("progression", Column::Progress),
    ("progrès", Column::Progress),
    ("pourcentage", Column::Progress),
    ("% d’avancement", Column::Progress),
    ("%", Column::Progress),
    ("progress", Column::Progress),
    ("percent complete", Column::Progress),
    ("completion", Column::Progress),
    ("responsable", Column::Responsible),
    ("responsabilité", Column::Responsible),
    ("organisme responsable", Column::Responsible),
    ("organisation responsable", Column::Responsible),
    ("personne responsable", Column::Responsible),
    ("service responsable", Column::Responsible),
    ("porteur", Column::Responsible),
    ("qui", Column::Responsible),
    ("resp", Column::Responsible),
    ("resp.", Column::Responsible),
    ("pilote", Column::Responsible),
    ("responsible", Column::Responsible),
    ("owner", Column::Responsible),
    ("lead", Column::Responsible),
    ("who", Column::Responsible),
    ("partenaire", Column::Partners),
    ("collaborateur", Column::Partners),
    ("collaboration", Column::Partners),
    ("partner", Column::Partners),
    ("ressource", Column::Field),
    ("budget", Column::Field),
    ("coût", Column::Field),
    ("financement", Column::Field),
    ("resource", Column::Field),
    ("cost", Column::Field),
    ("indicateur", Column::Field),
    ("indicator", Column::Field),
    ("cible", Column::Field),
    ("target", Column::Field),
    ("résultat", Column::Field),
    ("résultat attendu", Column::Field),
    ("livrable", Column::Field),
    ("result", Column::Field),
    ("deliverable", Column::Field),
    ("outcome", Column::Field),
    ("priorité", Column::Field),
    ("priority", Column::Field),
    ("priorities", Column::Field),
    ("note", Column::Field),
    ("remarque", Column::Field),
    ("commentaire", Column::Field),
    ("comment", Column::Field),
];

/// What a column holds, from its title: the whole title, else its first word.
///
/// « Actions », « Action(s) » and « Actions proposées » are action columns; a title that says
/// nothing known is a field, kept and shown under its own title.
pub fn recognise(title: &str) -> Column {
    let folded = singular(title);
    if is_year_or_quarter(&folded) {
        return Column::Marks;
    }
    let find = |words: &str| COMPARED.iter().find(|(known, _)| known == words).map(|(_, column)| *column);
    find(&folded)
        .or_else(|| folded.split([' ', '/', ':', '(']).next().and_then(find))
        .unwrap_or(Column::Field)
}

/// The known title a column was probably meant to have, when a slip of the pen explains what is
/// written: « Échénacier » is near « échéancier ».
pub fn nearest(title: &str) -> Option<&'static str> {
    let written = singular(title);
    TITLES
        .iter()
        .zip(COMPARED.iter())
        .filter_map(|((known, _), (compared, _))| Some((lang::slips(&written, compared)?, *known)))
        .min()
        .filter(|(n_slips, _)| *n_slips > 0)
        .map(|(_, known)| known)
}

/// Whether a field says what is aimed at: « Cible », « Cibles 2026 », “Target”.
pub fn is_target(title: &str) -> bool {
    let folded = singular(title);
    matches!(folded.split([' ', '/', ':', '(']).next(), Some("cible" | "target"))
}

/// Whether a title asks if the action is done, which a mark answers: « Fait? », “Done”.
pub fn asks_if_done(title: &str) -> bool {
    const ASKED: &[&str] = &["fait", "faite", "realise", "realisee", "complete", "completee", "termine"];
    const ASKED_EN: &[&str] = &["done", "completed", "finished"];
    let folded = singular(title);
    ASKED.iter().chain(ASKED_EN).any(|asked| *asked == folded)
}

/// Whether a cell is no more than « Oui », « X » or ✓ : an answer to what the title asks, which need
/// not be whether the action is done.
pub fn is_a_few_signs(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).count() < 4
}

/// What the fields we know by name hold: words of one row mean the same, in either language.
const FIELDS: &[&[&str]] = &[
    &["ressource", "resource", "budget", "coût", "financement", "cost"],
    &["indicateur", "indicator"],
    &["cible", "target"],
    &["résultat", "livrable", "result", "deliverable", "outcome"],
    &["priorité", "priority", "priorities"],
    &["note", "remarque", "commentaire", "comment"],
];

/// Which of the fields we know by name a title is, so that « Résultats attendus » and “Expected
/// results” are the same column; none for a field of the author's own.
pub fn sort_of_field(title: &str) -> Option<usize> {
    let folded = singular(title);
    let holds = |sort: &&[&str]| {
        folded.split([' ', '/', ':', '(']).any(|word| sort.iter().any(|it| singular(it) == word))
    };
    FIELDS.iter().position(holds)
}

/// The known titles, ready to be compared: a large plan recognises the same ones table after table.
static COMPARED: LazyLock<Vec<(String, Column)>> =
    LazyLock::new(|| TITLES.iter().map(|(known, column)| (singular(known), *column)).collect());

/// Whether a cell of a year or quarter column is ticked.
pub fn is_mark(cell: &str) -> bool {
    // A sign drawn as a picture is followed by one that is not seen.
    matches!(
        lang::fold(cell).trim_end_matches('\u{fe0f}'),
        "x" | "✓" | "✔" | "☑" | "✅" | "●" | "•" | "■" | "*" | "oui" | "yes"
    )
}

/// Whether a cell is ticked with a reserve, « X* » or « (X) », which a note elsewhere explains.
pub fn is_mark_with_reserve(cell: &str) -> bool {
    let cell = cell.trim();
    let inside = match cell.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')) {
        Some(inside) => inside,
        None => cell.trim_end_matches('*'),
    };
    inside != cell && is_mark(inside)
}

/// A title folded, each word in the singular, inclusive endings (« (s) », « ·e·s ») and the
/// question mark left out.
fn singular(title: &str) -> String {
    let mut folded = lang::fold(title);
    if folded.contains(['(', '·', '.']) {
        for ending in ["(s)", "(e)s", "(e)", "(es)", "(trice)s", "·s", "·e·s", "·e", ".e.s", ".e"] {
            folded = folded.replace(ending, "");
        }
    }
    // Both sides lose their final s: « progrès » and “status” end in s in the singular too.
    let words: Vec<&str> = folded
        .trim_end_matches(['?', ' '])
        .split(' ')
        .map(|word| if word.len() > 3 { word.trim_end_matches('s') } else { word })
        .collect();
    words.join(" ")
}

/// `2025`, `2025-2026`, `T1`, `Q3 2026`, `An 2`.
fn is_year_or_quarter(folded: &str) -> bool {
    let is_year =
        |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    let mut words = folded.split([' ', '-', '/']);
    let Some(first) = words.next() else { return false };
    let is_quarter = matches!(first, "t1" | "t2" | "t3" | "t4" | "q1" | "q2" | "q3" | "q4" | "s1" | "s2");
    let is_plan_year = matches!(first, "an" | "annee" | "year");
    (is_quarter || is_year(first) || is_plan_year)
        && words.all(|word| is_year(word) || word.bytes().all(|b| b.is_ascii_digit()))
        && (!is_plan_year || folded.len() > first.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_recognised_in_both_languages() {
        let check = |title: &str, expected: Column| assert_eq!(recognise(title), expected, "{title}");
        check("Actions", Column::Action);
        check("Action(s)", Column::Action);
        check("ACTIONS PROPOSÉES", Column::Action);
        check("Mesures", Column::Action);
        check("Activités", Column::Activity);
        check("Activities", Column::Activity);
        check("Objectifs", Column::Objective);
        check("Échéancier", Column::Timeframe);
        check("Echeance", Column::Timeframe);
        check("Due date", Column::Timeframe);
        check("Éch.", Column::Timeframe);
        check("Pour quand?", Column::Timeframe);
        check("Où on en est", Column::Status);
        check("Rendu où", Column::Status);
        check("Resp.", Column::Responsible);
        check("Qui?", Column::Responsible);
        check("$", Column::Field);
        check("État d’avancement", Column::Status);
        check("Statut", Column::Status);
        check("Status", Column::Status);
        check("Progrès", Column::Progress);
        check("% d’avancement", Column::Progress);
        check("Responsable(s)", Column::Responsible);
        check("Responsables de l’action", Column::Responsible);
        check("Partenaires", Column::Partners);
        check("2025", Column::Marks);
        check("T1", Column::Marks);
        check("Q3 2026", Column::Marks);
        check("An 2", Column::Marks);
        check("No", Column::Number);
        check("No.", Column::Number);
        check("Indicateurs", Column::Field);
        check("Obstacles", Column::Field);
        check("Année", Column::Field);
    }

    #[test]
    fn marks_are_seen_in_all_their_forms() {
        for mark in ["X", "x", "✓", "✔️", "☑", "☑️", "●", "*", "oui"] {
            assert!(is_mark(mark) && !is_mark_with_reserve(mark), "{mark}");
        }
        for mark in ["X*", "x **", "(X)", "( ✓ )"] {
            assert!(is_mark_with_reserve(mark) && !is_mark(mark), "{mark}");
        }
        for text in ["", "()", "**", "(X) ou Y", "peut-être", "X, Y"] {
            assert!(!is_mark(text) && !is_mark_with_reserve(text), "{text}");
        }
    }
}
