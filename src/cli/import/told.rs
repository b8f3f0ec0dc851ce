//! What is told of a document that was made of a paper: what it was taken for, and what is left to do.

use crate::cli::words::{self, Forms, colon, counted};
use crate::front_matter::WrittenKind;
use crate::lang::Lang;

/// How the kind of a document was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Asked,
    Guessed,
}

/// How much of a plan was read, for a person to compare with the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanRead {
    pub n_orientations: usize,
    pub n_actions: usize,
}

/// What is told of a document that was written.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    pub kind: WrittenKind,
    pub choice: Choice,
    /// None for another kind than a plan, and for the translation of one.
    pub plan: Option<PlanRead>,
    pub n_errors: usize,
    pub n_warnings: usize,
}

impl Told {
    /// What it was taken for, what is to look at, and what is left to do.
    pub fn lines(&self, lang: Lang) -> [String; 3] {
        let Told { kind, choice, plan, n_errors, n_warnings } = *self;
        [taken_for(lang, kind, choice, plan), to_look_at(lang, n_errors, n_warnings), draft(lang).to_owned()]
    }
}

fn taken_for(lang: Lang, kind: WrittenKind, choice: Choice, plan: Option<PlanRead>) -> String {
    let lead = match (choice, lang) {
        (Choice::Guessed, Lang::Fr) => "pris pour",
        (Choice::Guessed, Lang::En) => "taken for",
        (Choice::Asked, Lang::Fr) => "écrit comme",
        (Choice::Asked, Lang::En) => "written as",
    };
    let read = plan.map(|plan| plan_read(lang, plan)).unwrap_or_default();
    let other = match (choice, lang) {
        (Choice::Asked, _) => "",
        (Choice::Guessed, Lang::Fr) => {
            "; si c’est autre chose, effacez ce document et recommencez en donnant son genre avec `--as`"
        }
        (Choice::Guessed, Lang::En) => {
            "; if it is something else, delete this document and start again, giving its kind with `--as`"
        }
    };
    format!("{lead} {}{read}{other}", a_kind(lang, kind))
}

fn a_kind(lang: Lang, kind: WrittenKind) -> &'static str {
    let (fr, en) = match kind {
        WrittenKind::Plan => ("un plan d’action", "an action plan"),
        WrittenKind::Synthesis => ("une synthèse d’atelier", "a workshop summary"),
        WrittenKind::Mission => ("un énoncé de mission", "a mission statement"),
        WrittenKind::News => ("une nouvelle", "a news item"),
        WrittenKind::Page => ("une page", "a page"),
    };
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

const ORIENTATION: Forms = [["orientation", "orientations"], ["orientation", "orientations"]];
const ACTION: Forms = [["action", "actions"], ["action", "actions"]];

/// How much of a plan was read, after its kind.
fn plan_read(lang: Lang, plan: PlanRead) -> String {
    let PlanRead { n_orientations, n_actions } = plan;
    if n_actions == 0 {
        return match lang {
            Lang::Fr => ", où aucune action n’est lue".to_owned(),
            Lang::En => ", in which no action is read".to_owned(),
        };
    }
    let orientations = counted(lang, n_orientations, &ORIENTATION);
    let actions = counted(lang, n_actions, &ACTION);
    match lang {
        Lang::Fr => format!("{}{orientations} et {actions}, à comparer avec votre fichier", colon(lang)),
        Lang::En => format!("{}{orientations} and {actions}, to be compared with your file", colon(lang)),
    }
}

fn to_look_at(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let problems = words::problems(lang, n_errors, n_warnings);
    let lead = match (n_errors, n_warnings, lang) {
        (0, 0, Lang::Fr) => {
            return "rien à signaler; relisez-le tout de même à côté de votre fichier".to_owned();
        }
        (0, 0, Lang::En) => {
            return "nothing to report; read it over beside your file all the same".to_owned();
        }
        (0, _, Lang::Fr) => "à regarder, ci-dessus",
        (0, _, Lang::En) => "to look at, above",
        (_, _, Lang::Fr) => "à corriger avant de publier, ci-dessus",
        (_, _, Lang::En) => "to correct before publishing, above",
    };
    format!("{lead}{}{problems}", colon(lang))
}

fn draft(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "c’est un brouillon : voyez-le avec `jalon serve --drafts`, puis enlevez la ligne `draft = true` pour le publier"
        }
        Lang::En => {
            "it is a draft: see it with `jalon serve --drafts`, then remove the line `draft = true` to publish it"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, PlanRead, Told};
    use crate::front_matter::WrittenKind;
    use crate::lang::Lang;

    fn check(told: Told, fr: [&str; 2], en: [&str; 2]) {
        for (lang, expected) in [(Lang::Fr, fr), (Lang::En, en)] {
            let lines = told.lines(lang).map(|line| line.replace('\u{a0}', "_"));
            assert_eq!(lines[..2], expected);
            assert!(lines[2].contains("`jalon serve --drafts`"), "{lines:?}");
        }
    }

    #[test]
    fn the_last_lines_say_what_it_is_and_what_to_look_at() {
        let plan = Some(PlanRead { n_orientations: 2, n_actions: 14 });
        check(
            Told { kind: WrittenKind::Plan, choice: Choice::Guessed, plan, n_errors: 0, n_warnings: 3 },
            [
                "pris pour un plan d’action_: 2 orientations et 14 actions, à comparer avec votre fichier; si c’est autre chose, effacez ce document et recommencez en donnant son genre avec `--as`",
                "à regarder, ci-dessus_: 3 avertissements",
            ],
            [
                "taken for an action plan: 2 orientations and 14 actions, to be compared with your file; if it is something else, delete this document and start again, giving its kind with `--as`",
                "to look at, above: 3 warnings",
            ],
        );
        let plan = Some(PlanRead { n_orientations: 0, n_actions: 0 });
        check(
            Told { kind: WrittenKind::Plan, choice: Choice::Asked, plan, n_errors: 1, n_warnings: 1 },
            [
                "écrit comme un plan d’action, où aucune action n’est lue",
                "à corriger avant de publier, ci-dessus_: 1 erreur, 1 avertissement",
            ],
            [
                "written as an action plan, in which no action is read",
                "to correct before publishing, above: 1 error, 1 warning",
            ],
        );
        check(
            Told { kind: WrittenKind::News, choice: Choice::Asked, plan: None, n_errors: 0, n_warnings: 0 },
            ["écrit comme une nouvelle", "rien à signaler; relisez-le tout de même à côté de votre fichier"],
            ["written as a news item", "nothing to report; read it over beside your file all the same"],
        );
    }
}
