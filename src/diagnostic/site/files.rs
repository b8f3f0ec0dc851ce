//! Files that are not where, or not what, their author thinks: how they are told.

use crate::diagnostic::Wording;

/// A file that stayed on the computer of who wrote the link.
pub(super) fn own_machine(written: &str, line: &str) -> Wording {
    Wording::new(
        "own-machine",
        format!(
            "« {written} » est un fichier d’un ordinateur en particulier : ailleurs, il ne s’ouvrira pas"
        ),
        format!("“{written}” is a file of one computer in particular: anywhere else, it will not open"),
    )
    .help(
        format!("copiez ce fichier à côté du document, puis écrivez son nom seul : `{line}`"),
        format!("copy that file beside the document, then write its name alone: `{line}`"),
    )
}

/// A name that ends twice.
pub(super) fn hidden_end(end: &str, name: &str) -> Wording {
    let (fr, en) = match end {
        ".md.md" => (
            format!("le nom de ce document se termine par « {end} » : le dernier « .md » est de trop"),
            format!("the name of this document ends with “{end}”: the last “.md” is one too many"),
        ),
        end => (
            format!(
                "ce fichier est publié tel quel, sans devenir une page : son nom se termine par « {end} »"
            ),
            format!("this file is published as it is and makes no page: its name ends with “{end}”"),
        ),
    };
    Wording::new("hidden-end", fr, en).help(
        format!("renommez-le `{name}`; pour voir la fin des noms dans Windows : Affichage, puis Extensions de noms de fichiers"),
        format!("rename it `{name}`; to see the ends of names in Windows: View, then File name extensions"),
    )
}

/// What a word processor keeps is no text that can be read.
pub(super) fn word_file(name: &str) -> Wording {
    Wording::new(
        "word-processor-file",
        "ce fichier de traitement de texte est publié tel quel, sans devenir une page, et rien n’y mène",
        "this file of a word processor is published as it is, makes no page, and nothing leads to it",
    )
    .help(
        format!("si c’est le texte d’une page, collez-le dans un fichier de texte seul, nommé `{name}`; s’il est à télécharger, faites un lien vers lui"),
        format!("if it is the text of a page, paste it into a plain text file named `{name}`; if it is to be downloaded, link to it"),
    )
}
