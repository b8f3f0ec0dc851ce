//! The columns of an action table, recognised by their titles in French and in English.

pub mod titles;

use std::sync::LazyLock;

use crate::lang::{self, Lang};
use titles::TITLES;

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

/// How plainly a title says what its column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plainly {
    /// Its first word is known, and may stand for another: “Action area”.
    Perhaps,
    /// The noun is known, and the other words say which: « Actions prioritaires », “Project lead”.
    Noun,
    /// It is a known title.
    Whole,
}

/// A known title, ready to be compared: a large plan recognises the same ones table after table.
struct Known {
    written: &'static str,
    compared: String,
    column: Column,
    lang: Option<Lang>,
}

static COMPARED: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |(written, column, lang): &(&'static str, Column, Option<Lang>)| Known {
        written,
        compared: singular(written),
        column: *column,
        lang: *lang,
    };
    TITLES.iter().map(known).collect()
});

fn known(words: &str) -> Option<&'static Known> {
    COMPARED.iter().find(|known| known.compared == words)
}

/// What a column holds, from its title: the whole title, else its noun.
///
/// « Actions », « Action(s) » and « Actions proposées » are action columns, and “Project lead” says
/// who leads; a title that says nothing known is a field, kept and shown under its own title.
pub fn recognise(title: &str) -> Column {
    understood(title).0
}

/// What each column of a table holds. Of several that may hold the same, it is the one whose title says so most
/// plainly, then the first; the others are kept as fields: “Project area” beside “Actions”.
pub fn of_titles<'t>(titles: impl IntoIterator<Item = &'t str>) -> Vec<Column> {
    let read: Vec<(Column, Plainly)> = titles.into_iter().map(understood).collect();
    let is_first = |at: usize| {
        let (column, plainly) = read[at];
        let same = |(other, (sort, _)): &(usize, &(Column, Plainly))| *sort == column && *other != at;
        let mut others = read.iter().enumerate().filter(same);
        others.all(|(other, (_, theirs))| *theirs < plainly || (*theirs == plainly && at < other))
    };
    let may_repeat = |column| matches!(column, Column::Marks | Column::Field);
    let column = |at: usize| if may_repeat(read[at].0) || is_first(at) { read[at].0 } else { Column::Field };
    (0..read.len()).map(column).collect()
}

fn understood(title: &str) -> (Column, Plainly) {
    let folded = singular(title);
    if is_year_or_quarter(&folded) {
        return (Column::Marks, Plainly::Whole);
    }
    // « Responsable(s) / partenaires », « État (mai) »
    let named = folded.split(['/', ':', '(', ',', ';']).next().unwrap_or_default().trim();
    match known(&folded).or_else(|| known(named)) {
        // An objective may be cut into others, each in a column: the first one holds the rest.
        Some(Known { column: Column::Objective, .. }) => (Column::Objective, Plainly::Noun),
        Some(known) => (known.column, Plainly::Whole),
        None => noun(title, named).unwrap_or((Column::Field, Plainly::Perhaps)),
    }
}

/// Words behind which an English title says no more than which: “Date of completion”, “Actions to take”.
const LINKS: &[&str] = &[
    "of", "for", "to", "in", "at", "by", "on", "as", "from", "with", "per", "until", "within", "between",
    "that", "which", "and", "or", "&", "-",
];

/// What the noun of a title says: French names it first, « Date d’achèvement », and English last, “Completion date”.
fn noun(title: &str, named: &str) -> Option<(Column, Plainly)> {
    let words: Vec<&str> = named.split(' ').filter(|word| !word.is_empty()).collect();
    let n_words = words.iter().skip(1).position(|word| LINKS.contains(word)).map_or(words.len(), |at| at + 1);
    let first = words.first().and_then(|word| known(word));
    let last = words.get(n_words.max(1) - 1).filter(|_| n_words > 1).and_then(|word| known(word));
    if let Some(last) = last.filter(|last| is_noun(first, last)) {
        return Some((last.column, Plainly::Noun));
    }
    let first = first.filter(|first| !says_something_else(first, &words))?;
    // “Action area” has its noun last; « Actions prioritaires » is of no such kind, for what comes first there is
    // in the singular.
    let is_plural = title.split_whitespace().next().is_some_and(|word| word.ends_with(['s', 'S']));
    let is_noun = n_words == 1 || first.lang == Some(Lang::Fr) || is_plural;
    Some((first.column, if is_noun { Plainly::Noun } else { Plainly::Perhaps }))
}

/// Whether the last word of a title is the noun that an English title ends with: “Project lead”, “Key actions”.
///
/// « Responsable action » starts with a French word, whose noun is that one.
fn is_noun(first: Option<&Known>, last: &Known) -> bool {
    // “Success measures” are no actions, “Next steps” are not what was promised, and an “Amount due” is no day.
    const OTHERWISE: &[&str] = &["measure", "step", "due", "state", "who", "when"];
    let of_action =
        |known: &&Known| matches!(known.column, Column::Action | Column::Activity | Column::Objective);
    let is_english = match (first.map(|first| first.lang), last.lang) {
        (_, Some(Lang::Fr)) | (Some(Some(Lang::Fr)), _) => false,
        // “Action date” and « Date action »: what both languages say of an action.
        (Some(None), None) => last.column != Column::Action,
        (_, _) => true,
    };
    let may_end = match last.column {
        // “Phone number” and “Postal code” number no action.
        Column::Number => first.is_some_and(|first| of_action(&first) || first.column == Column::Number),
        // “Budget %” is a part of it.
        Column::Progress => match last.compared.as_str() {
            "%" | "percent" | "percentage" => first.is_some_and(|first| first.column != Column::Field),
            _ => true,
        },
        Column::Objective
        | Column::Activity
        | Column::Action
        | Column::Timeframe
        | Column::Status
        | Column::Responsible
        | Column::Partners
        | Column::Marks
        | Column::Field => true,
    };
    is_english && may_end && !OTHERWISE.contains(&last.compared.as_str())
}

/// Whether the words behind the first one of a title turn it into something else: “Number of participants”,
/// “Measures of success”, “Who benefits”.
fn says_something_else(first: &Known, words: &[&str]) -> bool {
    const SERVED: &[&str] = &[
        "benefit",
        "affected",
        "served",
        "reached",
        "targeted",
        "concerned",
        "for",
        "profite",
        "beneficie",
        "touche",
        "touchee",
        "vise",
        "visee",
        "concerne",
        "concernee",
        "rejoint",
        "rejointe",
    ];
    let next = words.get(1).copied();
    match first.compared.as_str() {
        "who" | "qui" => words.iter().any(|word| SERVED.contains(word)),
        "measure" => next == Some("of"),
        // “# people”
        "#" => next.is_some_and(|next| {
            let is_named = known(next)
                .is_some_and(|it| matches!(it.column, Column::Action | Column::Activity | Column::Objective));
            !is_named && next != "de" && !next.starts_with("d'")
        }),
        _ => first.column == Column::Number && next == Some("of"),
    }
}

/// The known title a column was probably meant to have, when a slip of the pen explains what is
/// written: « Échénacier » is near « échéancier ».
///
/// It is a title in the language of the document; one in the other language, when it is a letter away from it.
pub fn nearest(title: &str, lang: Lang) -> Option<&'static str> {
    let written = singular(title);
    if known(&written).is_some() {
        return None;
    }
    let near = |known: &'static Known| {
        let n_slips = lang::slips(&written, &known.compared)?;
        let is_foreign = known.lang.is_some_and(|own| own != lang);
        (!is_foreign || n_slips < 2).then_some((is_foreign, n_slips, known.written))
    };
    COMPARED.iter().filter_map(near).min().map(|(.., known)| known)
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

/// What stands beside the mark of a cell: « juin » in « X (juin) » and « X : juin », « avec la MRC » in
/// « ✓ avec la MRC ».
pub fn beside_mark(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    let at = cell.find(|c: char| matches!(c, '(' | ':' | '-' | '–' | '—' | '/') || c.is_whitespace())?;
    let (mark, rest) = cell.split_at(at);
    let rest = rest.trim_start();
    let is_tick = || mark.starts_with(['✓', '✔', '☑', '✅']);
    let beside = match rest.chars().next()? {
        '(' => rest[1..].strip_suffix(')')?,
        c @ (':' | '-' | '–' | '—' | '/') => &rest[c.len_utf8()..],
        // « X ou Y » may mean anything; no word starts with a tick.
        _ if is_tick() => rest,
        _ => return None,
    };
    Some(beside.trim()).filter(|beside| is_mark(mark) && !beside.is_empty())
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
    fn the_noun_of_a_title_says_what_it_is() {
        let check = |titles: &str, expected: Column| {
            for title in titles.split(", ") {
                assert_eq!(recognise(title), expected, "{title}");
            }
        };
        check(
            "Actions to take, Proposed actions, Key initiatives, Action items, Measures to take",
            Column::Action,
        );
        check("Actions prioritaires, Mesures d’atténuation, Action proposée, Projet pilote", Column::Action);
        check(
            "Project lead, Action lead, Initiative lead, Task owner, Lead agency, Lead partner",
            Column::Responsible,
        );
        check(
            "Who?, Who is responsible, Qui fait quoi, Responsable action, Responsible party",
            Column::Responsible,
        );
        check(
            "Responsibility, Responsibilities, Person responsible, Department responsible",
            Column::Responsible,
        );
        check(
            "Completion date, Date of completion, Action date, Date action, Time frame, Period",
            Column::Timeframe,
        );
        check("Expected completion date, Estimated completion, Date d’achèvement", Column::Timeframe);
        check("Project status, Current status, Where are we?, Follow up, Completion status", Column::Status);
        check(
            "Percentage, Percent, Completion, Percent complete, Completion %, % complete",
            Column::Progress,
        );
        check("Specific objective, Sub-objectives, Long-term goals", Column::Objective);
        check("Collaborators, Community partners, Partners involved", Column::Partners);
        check("Action #, Action no., Action number, No action, No de l’action, # d’action", Column::Number);
        check("Number of participants, No. of people, # people, Phone number, Postal code", Column::Field);
        check("Who benefits, Who is it for?, Qui en bénéficie, Personnes touchées", Column::Field);
        check("Project cost, Lead indicator, Budget %, Amount due, Next steps", Column::Field);
        check("Measures of success, Success measures, Performance measure, Mesures de succès", Column::Field);
    }

    #[test]
    fn the_plainest_title_of_a_table_wins() {
        let check = |titles: &str, at: usize, column: Column| {
            let read = of_titles(titles.split(" | "));
            assert_eq!(read.iter().position(|it| *it == column), Some(at), "{titles}");
            assert_eq!(read.iter().filter(|it| **it == column).count(), 1, "{titles}");
        };
        check("Project area | Actions | Lead", 1, Column::Action);
        check("Mesures du succès | Actions", 1, Column::Action);
        check("Project manager | Task | Owner", 1, Column::Action);
        check("Action | Mesures", 0, Column::Action);
        check("Actions prioritaires | Mesures de suivi", 0, Column::Action);
        check("Date de début | Échéance", 1, Column::Timeframe);
        check("État (janvier) | État (mai)", 0, Column::Status);
        check("Who leads | Responsible", 1, Column::Responsible);
        check("Objectifs stratégiques | Objectifs spécifiques | Actions", 0, Column::Objective);
        check("Goal area | Objective | Actions", 1, Column::Objective);
    }

    #[test]
    fn a_title_with_a_slip_is_near_one_of_its_language() {
        let check = |title: &str, lang: Lang, expected: Option<&str>| {
            assert_eq!(nearest(title, lang), expected, "{title}");
        };
        check("Échénacier", Lang::Fr, Some("échéancier"));
        check("Responsibilty", Lang::En, Some("responsibility"));
        check("Responsabilty", Lang::En, Some("responsibility"));
        check("Responsabilité", Lang::En, None);
        check("Responsble", Lang::Fr, Some("responsable"));
        check("Deadlin", Lang::Fr, Some("deadline"));
    }

    #[test]
    fn marks_are_seen_in_all_their_forms() {
        for mark in ["X", "x", "✓", "✔️", "☑", "☑️", "●", "*", "oui"] {
            assert!(is_mark(mark) && !is_mark_with_reserve(mark), "{mark}");
        }
        for mark in ["X*", "x **", "(X)", "( ✓ )"] {
            assert!(is_mark_with_reserve(mark) && !is_mark(mark), "{mark}");
        }
        for text in ["", "()", "**", "(X) ou Y", "peut-être", "X, Y", "X ou Y", "X ()", "• Planter"] {
            assert!(!is_mark(text) && !is_mark_with_reserve(text), "{text}");
            assert_eq!(beside_mark(text), None, "{text}");
        }
        for text in ["X (juin)", "x(juin)", "✓ juin", "● – juin", "X: juin", "oui\u{a0}: juin", "X / juin"]
        {
            assert_eq!(beside_mark(text), Some("juin"), "{text}");
        }
    }
}
