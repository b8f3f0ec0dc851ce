//! What may help with an action that is not in the plan.

use crate::diagnostic::Wording;

/// What may help with an action that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The number that was probably meant.
    Nearest(String),
    /// A number of the plan, to show what they look like.
    Example(String),
    /// The title of the row, which is that of no action: any number would be that of another.
    Uncalled(String),
    /// The plan has no action at all.
    None,
}

impl Wording {
    pub(super) fn hinting(self, hint: &Hint) -> Wording {
        match hint {
            Hint::Nearest(number) => self.suggesting(Some(number)),
            Hint::Example(number) => self.help(
                format!("les numéros de ce plan s’écrivent comme « {number} »"),
                format!("the numbers of this plan are written like “{number}”"),
            ),
            Hint::Uncalled(title) => self.help(
                format!("aucune action ne s’appelle non plus « {title} » : ajoutez-la au plan (`jalon new action`), ou corrigez ici le numéro et le titre"),
                format!("nor is any action called “{title}”: add it to the plan (`jalon new action`), or correct the number and the title here"),
            ),
            Hint::None => self.help("le plan n’a aucune action", "the plan has no action"),
        }
    }
}
