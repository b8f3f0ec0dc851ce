//! Every action of a plan in one table, and what its rows can be narrowed by.

use serde::Serialize;

use super::sides::{ActionLine, PlanHead};

/// The list of all the actions of a plan: `actions.html`.
///
/// It is whole as it stands; the script of the page hides the rows that a visitor does not ask for.
#[derive(Debug, Clone, Serialize)]
pub struct ActionListView {
    pub title: String,
    pub head: PlanHead,
    /// « 43 actions »
    pub count: String,
    /// « 43 », for the sentences that say how many of them are shown.
    pub total: String,
    /// The title of the column of orientations: the author's word for the level, else ours.
    pub orientation: String,
    /// What leaves a choice: the state, who is responsible, the orientation.
    pub filters: Vec<FilterView>,
    /// None when no action is late.
    pub late: Option<TickBoxView>,
    /// The name, in the address, of the words looked for in titles.
    pub words_name: String,
    /// In the order of the plan.
    pub rows: Vec<ActionRow>,
}

/// Something actions can be chosen by, of which the plan has at least two.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Its name in the address: `etat`.
    pub name: String,
    /// « État »
    pub label: String,
    pub choices: Vec<ChoiceView>,
}

/// One of the choices of a filter.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceView {
    /// Its name in the address, and in the keys of rows: `in-progress`, `comite-logement`.
    pub key: String,
    /// « En cours »
    pub title: String,
    /// The tag of the language of the title, when it is not the page's.
    pub lang: Option<String>,
}

/// A box to tick.
#[derive(Debug, Clone, Serialize)]
pub struct TickBoxView {
    /// Its name in the address: `retard`.
    pub name: String,
    /// What stands in the address when it is ticked: `oui`.
    pub key: String,
}

/// An action of the list.
#[derive(Debug, Clone, Serialize)]
pub struct ActionRow {
    pub action: ActionLine,
    /// « 2 – Se déplacer », cut between words where it is long.
    pub orientation: String,
    /// The tag of the language of the orientation, when it is not the page's.
    pub lang: Option<String>,
    /// What it answers to, for the script: a part for each filter in their order, then one for
    /// late actions, with `|` between parts and a space between the keys of one.
    pub keys: String,
}
