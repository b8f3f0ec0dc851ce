//! Every action of a plan in one table, and what its rows can be narrowed by.

use serde::Serialize;

use super::Download;
use super::sides::{ActionLine, PlanHead};

/// All the actions of a plan, whole as it stands; the script of the page hides the rows that a
/// visitor does not ask for: `actions.html`.
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
    pub late: Option<LateView>,
    /// The name, in the address, of the words looked for in numbers and titles.
    pub words_name: String,
    /// The same in other languages.
    pub words_also: String,
    pub downloads: Vec<Download>,
    /// In the order of the plan.
    pub rows: Vec<ActionRow>,
}

/// Something actions can be chosen by, of which the plan has at least two.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Its name in the address: `etat`.
    pub name: String,
    /// Its names in the addresses of other languages, with spaces between: the switch keeps the choice.
    pub also: String,
    /// « État »
    pub label: String,
    pub choices: Vec<ChoiceView>,
}

/// One of the choices of a filter.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceView {
    /// Its name in the address, and in the keys of rows: `in-progress`, `comite-logement`.
    pub key: String,
    /// Its names in those of other languages, where they differ.
    pub also: String,
    /// « En cours »
    pub title: String,
    /// « En cours (12) »
    pub counted: String,
    /// The tag of the language of the title, when it is not the page's.
    pub lang: Option<String>,
}

/// The box that leaves late actions alone.
#[derive(Debug, Clone, Serialize)]
pub struct LateView {
    pub query: QueryView,
    /// Its names and keys in the addresses of other languages, as for other filters.
    pub also: String,
    pub also_key: String,
    /// « 3 »
    pub count: String,
}

/// What an address asks of the list after its `?`.
#[derive(Debug, Clone, Serialize)]
pub struct QueryView {
    /// `retard`
    pub name: String,
    /// `oui`
    pub key: String,
}

/// How counts lead to the actions they count: a form of buttons, so that an engine that follows
/// links does not take every choice for a page.
#[derive(Debug, Clone, Serialize)]
pub struct ListWay {
    /// Relative address of the list.
    pub href: String,
    /// The orientation that is counted; none for the whole plan.
    pub within: Option<QueryView>,
    /// The name of a state in the address: `etat`.
    pub by_status: String,
    /// What asks for late actions.
    pub late: QueryView,
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
