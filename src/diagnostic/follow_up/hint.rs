//! What may help with an action that is not in the plan.

use crate::diagnostic::{Bilingual, Wording};

/// What may help with an action that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The number that was probably meant.
    Nearest(String),
    /// A number of the plan, to show what they look like.
    Example(String),
    /// The number is that of a part of the plan, which has these actions and `n_more`.
    ActionsOf { part: PartOfPlan, actions: Vec<String>, n_more: usize },
    /// The title of the row, which is that of no action: any number would be that of another.
    Uncalled(String),
    /// The plan has no action at all.
    None,
}

/// What holds actions in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfPlan {
    Orientation,
    Objective,
}

impl Wording {
    pub(super) fn hinting(self, hint: &Hint) -> Wording {
        match hint {
            Hint::Nearest(number) => self.suggesting(Some(number)),
            Hint::Example(number) => self.help(
                format!("les numéros de ce plan s’écrivent comme « {number} »"),
                format!("the numbers of this plan are written like “{number}”"),
            ),
            Hint::ActionsOf { part, actions, n_more } => {
                let Bilingual { fr, en } = actions_of(*part, actions, *n_more);
                self.help(fr, en)
            }
            Hint::Uncalled(title) => self.help(
                format!("aucune action ne s’appelle non plus « {title} » : ajoutez-la au plan (`jalon new action`), ou corrigez ici le numéro et le titre"),
                format!("nor is any action called “{title}”: add it to the plan (`jalon new action`), or correct the number and the title here"),
            ),
            Hint::None => self.help("le plan n’a aucune action", "the plan has no action"),
        }
    }
}

/// What to write for the number of an orientation or of an objective.
fn actions_of(part: PartOfPlan, actions: &[String], n_more: usize) -> Bilingual {
    let (fr, en) = match part {
        PartOfPlan::Orientation => {
            ("c’est le numéro d’une orientation", "it is the number of an orientation")
        }
        PartOfPlan::Objective => ("c’est le numéro d’un objectif", "it is the number of an objective"),
    };
    match (actions, n_more) {
        ([only], 0) => Bilingual::new(
            format!("{fr}, dont la seule action est {only}\u{a0}: écrivez ce numéro"),
            format!("{en}, whose only action is {only}: write that number"),
        ),
        ([before @ .., last], 0) => {
            let list = before.join(", ");
            Bilingual::new(
                format!(
                    "{fr}, dont les actions sont {list} et {last}\u{a0}: donnez une rangée à chacune de celles qui ont bougé"
                ),
                format!("{en}, whose actions are {list} and {last}: give a row to each of those that moved"),
            )
        }
        (all, n_more) => {
            let list = all.join(", ");
            Bilingual::new(
                format!(
                    "{fr}, dont les actions sont {list} et {n_more} de plus\u{a0}: donnez une rangée à chacune de celles qui ont bougé"
                ),
                format!(
                    "{en}, whose actions are {list} and {n_more} more: give a row to each of those that moved"
                ),
            )
        }
    }
}
