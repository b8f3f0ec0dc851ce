//! The words of numbers that two actions of a plan have.

use super::{Bilingual, Wording};

/// A number that stands for two actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub number: String,
    pub titles: [String; 2],
    /// The anchor of the second, which is not the number.
    pub second: String,
}

/// A link by a number that stands for two actions.
pub(super) fn shared(Shared { number, titles, second }: &Shared) -> Wording {
    two_actions(
        number,
        titles,
        &Bilingual::new("rien ne dit à laquelle mène ce lien", "nothing says to which this link leads"),
    )
    .help(
        format!(
            "donnez à la seconde un autre numéro dans le plan; en attendant, elle se lie par `#{second}`"
        ),
        format!("give the second one another number in the plan; until then, it is linked by `#{second}`"),
    )
}

/// A row of a log with a number that stands for two actions.
pub(super) fn shared_in_log(number: &str, titles: &[String; 2], more: &Bilingual) -> Wording {
    let fr = format!("rien ne dit de laquelle parle cette rangée{}", more.fr);
    let en = format!("nothing says which this row is about{}", more.en);
    two_actions(number, titles, &Bilingual::new(fr, en)).help(
        "donnez à l’une d’elles un autre numéro dans le plan, ou ajoutez au suivi une colonne «\u{a0}titre\u{a0}» avec les mots de l’action",
        "give one of them another number in the plan, or add to the log a “title” column with the words of the action",
    )
}

fn two_actions(number: &str, [one, other]: &[String; 2], unsaid: &Bilingual) -> Wording {
    Wording::new(
        "shared-number",
        format!(
            "deux actions du plan portent le numéro {number}\u{a0}: «\u{a0}{one}\u{a0}» et «\u{a0}{other}\u{a0}»; {}",
            unsaid.fr
        ),
        format!("two actions of the plan have the number {number}: “{one}” and “{other}”; {}", unsaid.en),
    )
}
