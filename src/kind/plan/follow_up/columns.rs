//! The titles of a log, recognised in French and in English.

use std::sync::LazyLock;

use crate::lang::{self, Lang};
use crate::sheet::{Cell, Row};

/// What a column of a log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Date,
    /// The number or the anchor of an action.
    Number,
    /// The same; beside a column of numbers, the words of the action.
    Action,
    Status,
    Percent,
    Note,
    Evidence,
    /// The words of the action, which say whether its number is still its own.
    Title,
}

/// Titles by column, in the singular. The language is set where only one has the word.
pub const TITLES: &[(&str, Column, Option<Lang>)] = &[
    ("date", Column::Date, None),
    ("date du suivi", Column::Date, Some(Lang::Fr)),
    ("date de suivi", Column::Date, Some(Lang::Fr)),
    ("date de mise à jour", Column::Date, Some(Lang::Fr)),
    ("mise à jour", Column::Date, Some(Lang::Fr)),
    ("mis à jour", Column::Date, Some(Lang::Fr)),
    ("mis à jour le", Column::Date, Some(Lang::Fr)),
    ("jour", Column::Date, Some(Lang::Fr)),
    ("day", Column::Date, Some(Lang::En)),
    ("updated", Column::Date, Some(Lang::En)),
    ("updated on", Column::Date, Some(Lang::En)),
    ("update date", Column::Date, Some(Lang::En)),
    ("date of update", Column::Date, Some(Lang::En)),
    ("follow-up date", Column::Date, Some(Lang::En)),
    ("numéro", Column::Number, Some(Lang::Fr)),
    ("numéro d’action", Column::Number, Some(Lang::Fr)),
    ("numéro de l’action", Column::Number, Some(Lang::Fr)),
    ("no", Column::Number, None),
    ("no d’action", Column::Number, Some(Lang::Fr)),
    ("no de l’action", Column::Number, Some(Lang::Fr)),
    ("no action", Column::Number, Some(Lang::Fr)),
    ("n°", Column::Number, None),
    ("nº", Column::Number, None),
    ("#", Column::Number, None),
    ("number", Column::Number, Some(Lang::En)),
    ("action number", Column::Number, Some(Lang::En)),
    ("action no", Column::Number, Some(Lang::En)),
    ("action #", Column::Number, None),
    ("# d’action", Column::Number, Some(Lang::Fr)),
    ("n° d’action", Column::Number, Some(Lang::Fr)),
    ("action id", Column::Number, Some(Lang::En)),
    ("id", Column::Number, None),
    ("identifiant", Column::Number, Some(Lang::Fr)),
    ("code", Column::Number, None),
    ("action", Column::Action, None),
    ("activité", Column::Action, Some(Lang::Fr)),
    ("activity", Column::Action, Some(Lang::En)),
    ("mesure", Column::Action, Some(Lang::Fr)),
    ("measure", Column::Action, Some(Lang::En)),
    ("état", Column::Status, Some(Lang::Fr)),
    ("nouvel état", Column::Status, Some(Lang::Fr)),
    ("état actuel", Column::Status, Some(Lang::Fr)),
    ("état d’avancement", Column::Status, Some(Lang::Fr)),
    ("état de réalisation", Column::Status, Some(Lang::Fr)),
    ("statut", Column::Status, Some(Lang::Fr)),
    ("status", Column::Status, Some(Lang::En)),
    ("new status", Column::Status, Some(Lang::En)),
    ("current status", Column::Status, Some(Lang::En)),
    ("state", Column::Status, Some(Lang::En)),
    ("%", Column::Percent, None),
    ("% d’avancement", Column::Percent, Some(Lang::Fr)),
    ("% de réalisation", Column::Percent, Some(Lang::Fr)),
    ("% complete", Column::Percent, Some(Lang::En)),
    ("progression", Column::Percent, Some(Lang::Fr)),
    ("progrès", Column::Percent, Some(Lang::Fr)),
    ("pourcentage", Column::Percent, Some(Lang::Fr)),
    ("avancement", Column::Percent, Some(Lang::Fr)),
    ("taux d’avancement", Column::Percent, Some(Lang::Fr)),
    ("degré d’avancement", Column::Percent, Some(Lang::Fr)),
    ("progress", Column::Percent, Some(Lang::En)),
    ("percent", Column::Percent, Some(Lang::En)),
    ("percentage", Column::Percent, Some(Lang::En)),
    ("percent complete", Column::Percent, Some(Lang::En)),
    ("completion", Column::Percent, Some(Lang::En)),
    ("note", Column::Note, None),
    ("commentaire", Column::Note, Some(Lang::Fr)),
    ("remarque", Column::Note, Some(Lang::Fr)),
    ("detail", Column::Note, None),
    ("précision", Column::Note, Some(Lang::Fr)),
    ("description", Column::Note, None),
    ("comment", Column::Note, Some(Lang::En)),
    ("remark", Column::Note, Some(Lang::En)),
    ("preuve", Column::Evidence, Some(Lang::Fr)),
    ("lien", Column::Evidence, Some(Lang::Fr)),
    ("justificatif", Column::Evidence, Some(Lang::Fr)),
    ("pièce justificative", Column::Evidence, Some(Lang::Fr)),
    ("reference", Column::Evidence, None),
    ("source", Column::Evidence, None),
    ("document", Column::Evidence, None),
    ("evidence", Column::Evidence, Some(Lang::En)),
    ("proof", Column::Evidence, Some(Lang::En)),
    ("link", Column::Evidence, Some(Lang::En)),
    ("url", Column::Evidence, None),
    ("titre", Column::Title, Some(Lang::Fr)),
    ("titre de l’action", Column::Title, Some(Lang::Fr)),
    ("intitulé", Column::Title, Some(Lang::Fr)),
    ("libellé", Column::Title, Some(Lang::Fr)),
    ("title", Column::Title, Some(Lang::En)),
    ("action title", Column::Title, Some(Lang::En)),
];

/// Where each thing stands in a log, columns counted from 0.
#[derive(Debug, Default)]
pub struct Columns {
    pub date: Option<usize>,
    pub action: Option<usize>,
    pub status: Option<usize>,
    pub percent: Option<usize>,
    pub notes: Vec<usize>,
    pub evidence: Vec<usize>,
    /// The words of the action, beside its number.
    pub titles: Vec<usize>,
    /// The language of most of the titles; none when they are the same in both.
    pub lang: Option<Lang>,
}

impl Columns {
    /// Those of neither notes nor evidence.
    pub fn others(&self) -> Vec<usize> {
        let Columns { date, action, status, percent, notes: _, evidence: _, titles, lang: _ } = self;
        [date, action, status, percent].into_iter().flatten().chain(titles).copied().collect()
    }

    /// What the titles of a row say, and the cells that are no known title.
    pub fn of(row: &Row) -> (Columns, Vec<&Cell>) {
        let mut columns = Columns::default();
        let mut unknown = Vec::new();
        let (mut number, mut action) = (None, None);
        let (mut n_french, mut n_english) = (0, 0);
        for cell in &row.cells {
            let Some((column, lang)) = recognise(&cell.text) else {
                unknown.push(cell);
                continue;
            };
            match lang {
                Some(Lang::Fr) => n_french += 1,
                Some(Lang::En) => n_english += 1,
                None => {}
            }
            // A second column of dates, of states… would contradict the first: it is not read.
            let only = match column {
                Column::Date => &mut columns.date,
                Column::Number => &mut number,
                Column::Action => &mut action,
                Column::Status => &mut columns.status,
                Column::Percent => &mut columns.percent,
                Column::Note => {
                    columns.notes.push(cell.column);
                    continue;
                }
                Column::Evidence => {
                    columns.evidence.push(cell.column);
                    continue;
                }
                Column::Title => {
                    columns.titles.push(cell.column);
                    continue;
                }
            };
            if only.is_none() { *only = Some(cell.column) } else { unknown.push(cell) }
        }
        columns.titles.extend(number.and(action));
        columns.action = number.or(action);
        columns.lang = match n_french.cmp(&n_english) {
            std::cmp::Ordering::Greater => Some(Lang::Fr),
            std::cmp::Ordering::Less => Some(Lang::En),
            std::cmp::Ordering::Equal => None,
        };
        (columns, unknown)
    }

    /// Whether a row says anything besides which action it is about: a form that is not filled in
    /// yet does not.
    pub fn says_something(&self, row: &Row) -> bool {
        let single = [self.date, self.status, self.percent].into_iter().flatten();
        single
            .chain(self.notes.iter().copied())
            .chain(self.evidence.iter().copied())
            .any(|it| row.cell(it).is_some())
    }
}

/// The known titles, ready to be compared.
static COMPARED: LazyLock<Vec<(String, Column, Option<Lang>)>> = LazyLock::new(|| {
    TITLES.iter().map(|(known, column, lang)| (lang::fold(known), *column, *lang)).collect()
});

fn recognise(title: &str) -> Option<(Column, Option<Lang>)> {
    let folded = lang::fold(title);
    // « Date (aaaa-mm-jj) », « État : »
    let bare = folded.split('(').next().unwrap_or(&folded).trim_end_matches([' ', ':', '*', '.']).trim();
    let bare = if bare.is_empty() { folded.as_str() } else { bare };
    let find = |words: &str| {
        COMPARED.iter().find(|(known, ..)| *known == words).map(|(_, column, lang)| (*column, *lang))
    };
    find(bare).or_else(|| {
        let singular: Vec<&str> =
            bare.split(' ').map(|word| word.strip_suffix('s').unwrap_or(word)).collect();
        find(&singular.join(" "))
    })
}
