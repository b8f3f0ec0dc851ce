//! How what is wrong with a list of tasks is told.

use crate::diagnostic::Wording;

pub(super) fn empty_task() -> Wording {
    Wording::new(
        "empty-task",
        "aucun texte ne suit cette case\u{a0}: ce n’est pas une action",
        "no text follows this box: it is not an action",
    )
    .help(
        "écrivez l’action à droite de la case, ou supprimez la case",
        "write the action to the right of the box, or delete the box",
    )
}

/// An item without a box among tasks.
pub(super) fn item_without_box(read: &str) -> Wording {
    Wording::new(
        "item-without-box",
        format!("«\u{a0}{read}\u{a0}» n’a pas de case, à la différence d’autres éléments de la liste\u{a0}: ce texte ne compte pas comme une action"),
        format!("“{read}” has no box, unlike other items of the list: this text does not count as an action"),
    )
    .help(
        "ajoutez «\u{a0}[ ]\u{a0}» après le tiret pour en faire une action",
        "add “[ ]” after the dash to make it an action",
    )
}

/// A task under another item.
pub(super) fn nested_task(read: &str) -> Wording {
    Wording::new(
        "nested-task",
        format!(
            "«\u{a0}{read}\u{a0}» est sous un autre élément\u{a0}: cette case ne compte pas comme une action"
        ),
        format!("“{read}” stands under another item: this box does not count as an action"),
    )
    .help("alignez-la sur les autres cases pour la compter", "align it with the other boxes to count it")
}

/// A box that Markdown takes for a text.
pub(super) fn near_box(read: &str) -> Wording {
    Wording::new(
        "near-box",
        format!("la case de «\u{a0}{read}\u{a0}» est mal écrite\u{a0}: ce texte ne compte pas comme une action"),
        format!("the box of “{read}” is not written as boxes are: this text does not count as an action"),
    )
    .help(
        "écrivez `- [ ] ` devant ce qui est à faire et `- [x] ` devant ce qui est fait, les espaces comprises",
        "write `- [ ] ` before what is to be done and `- [x] ` before what is done, with their spaces",
    )
}
