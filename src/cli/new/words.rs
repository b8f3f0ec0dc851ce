//! What `jalon new` says.

use super::Said;
use crate::diagnostic::Wording;
use crate::lang::Lang;

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
            under: "Pour une action : le numéro de l’objectif (ou de l’orientation) où l’ajouter",
            a_name: "NOM",
            a_number: "NUMÉRO",
        },
        Lang::En => OfAction {
            plan: "For an action: the plan to add it to, by its title or its folder; by default, the only one in force",
            under: "For an action: the number of the objective (or orientation) to add it under",
            a_name: "NAME",
            a_number: "NUMBER",
        },
    }
}

/// What was done, and what is left to do.
pub fn said(lang: Lang, said: &Said) -> String {
    match (said, lang) {
        (Said::Document, Lang::Fr) => "c’est un brouillon : écrivez-y votre texte, voyez-le avec `jalon serve --drafts`, puis enlevez la ligne `draft = true` pour le publier".to_owned(),
        (Said::Document, Lang::En) => "it is a draft: write your text in it, see it with `jalon serve --drafts`, then remove the line `draft = true` to publish it".to_owned(),
        (Said::Action { number }, Lang::Fr) => format!("action {number} ajoutée : écrivez dans les autres cases de sa rangée quand elle se fera et qui en répond"),
        (Said::Action { number }, Lang::En) => format!("action {number} added: write in the other cells of its row when it will be done and who answers for it"),
    }
}

/// An option that what is added has no use for.
pub fn useless(option: &str, kind: &str) -> Wording {
    Wording::new(
        "useless-option",
        format!("`--{option}` ne sert pas à ajouter : {kind}"),
        format!("`--{option}` is of no use to add: {kind}"),
    )
    .help("enlevez cette option", "remove this option")
}
