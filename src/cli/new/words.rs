//! What `jalon new` says.

use super::Said;
use crate::diagnostic::Wording;
use crate::lang::Lang;
use crate::starter::action::line::Form;

/// The words of the help on the options of `jalon new action`.
pub struct OfAction {
    pub plan: &'static str,
    pub under: &'static str,
    pub a_name: &'static str,
    pub a_number: &'static str,
}

/// What the help says of them in a language.
pub fn of_action(lang: Lang) -> OfAction {
    match lang {
        Lang::Fr => OfAction {
            plan: "Pour une action : le plan où l’ajouter, par son titre ou son dossier; par défaut, le seul en vigueur",
            under: "Pour une action : l’objectif (ou l’orientation) où l’ajouter, par son numéro ou par une partie de son titre",
            a_name: "NOM",
            a_number: "OBJECTIF",
        },
        Lang::En => OfAction {
            plan: "For an action: the plan to add it to, by its title or its folder; by default, the only one in force",
            under: "For an action: the objective (or orientation) to add it under, by its number or by a part of its title",
            a_name: "NAME",
            a_number: "OBJECTIVE",
        },
    }
}

/// What was done, and what is left to do.
pub fn said(lang: Lang, said: &Said) -> String {
    match (said, lang) {
        (Said::Document, Lang::Fr) => "c’est un brouillon : écrivez-y votre texte, voyez-le avec `jalon serve --drafts`, puis enlevez la ligne `draft = true` pour le publier".to_owned(),
        (Said::Document, Lang::En) => "it is a draft: write your text in it, see it with `jalon serve --drafts`, then remove the line `draft = true` to publish it".to_owned(),
        (Said::Action { number, form }, _) => action_added(lang, number, *form),
    }
}

fn action_added(lang: Lang, number: &str, form: Form) -> String {
    match (form, lang) {
        (Form::Row, Lang::Fr) => format!(
            "action {number} ajoutée : écrivez dans les autres cases de sa rangée quand elle se fera et qui en répond"
        ),
        (Form::Row, Lang::En) => format!(
            "action {number} added: write in the other cells of its row when it will be done and who answers for it"
        ),
        (Form::Task, Lang::Fr) => format!(
            "action {number} ajoutée : écrivez sous elle, en retrait, quand elle se fera et qui en répond (`- Échéancier : …`, `- Responsable : …`)"
        ),
        (Form::Task, Lang::En) => format!(
            "action {number} added: write under it, indented, when it will be done and who answers for it (`- Timeframe: …`, `- Responsible: …`)"
        ),
        (Form::LoneCell, Lang::Fr) => format!("action {number} ajoutée"),
        (Form::LoneCell, Lang::En) => format!("action {number} added"),
    }
}

/// An option of actions, given for a document.
pub fn only_of_action(option: &str) -> Wording {
    useless(
        format!("`--{option}` ne sert qu’à ajouter une action"),
        format!("`--{option}` is only for adding an action"),
    )
}

/// An option of documents, given for an action.
pub fn not_of_action(option: &str) -> Wording {
    useless(
        format!("`--{option}` ne sert pas à ajouter une action"),
        format!("`--{option}` is not for adding an action"),
    )
}

fn useless(fr: String, en: String) -> Wording {
    Wording::new("useless-option", fr, en).help("enlevez cette option", "remove this option")
}
