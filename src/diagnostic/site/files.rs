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

/// Where a file that is not there is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// From the document that names it.
    Beside,
    /// From the root of the website, where `static/` goes: so are the paths of the settings.
    AtRoot,
}

pub(super) fn no_such_file(written: &str, looked: Looked, nearest: Option<&str>) -> Wording {
    Wording::new(
        "no-such-file",
        format!("le lien «\u{a0}{written}\u{a0}» mène à un fichier introuvable"),
        format!("the link “{written}” leads to a file that is not there"),
    )
    .looked_for(looked)
    .suggesting(nearest)
}

pub(super) fn no_such_image(written: &str, looked: Looked, nearest: Option<&str>) -> Wording {
    Wording::new(
        "no-such-image",
        format!("l’image «\u{a0}{written}\u{a0}» est introuvable"),
        format!("the image “{written}” is not there"),
    )
    .looked_for(looked)
    .suggesting(nearest)
}

impl Wording {
    /// The way out when a file is not where it is looked for.
    fn looked_for(self, looked: Looked) -> Wording {
        match looked {
            Looked::Beside => self.help(
                "placez le fichier à côté de ce document, ou corrigez son nom, accents et majuscules compris",
                "put the file beside this document, or correct its name, accents and capitals included",
            ),
            Looked::AtRoot => self.help(
                "déposez le fichier dans le dossier static/, ou corrigez son nom, accents et majuscules compris",
                "put the file in the folder static/, or correct its name, accents and capitals included",
            ),
        }
    }
}

/// A template of jalon that asks for what a document of another kind does not have.
pub(super) fn unfit_template(written: &str) -> Wording {
    Wording::new(
        "unfit-template",
        format!("le gabarit «\u{a0}{written}\u{a0}» n’est pas fait pour cette sorte de document"),
        format!("the template “{written}” is not made for this kind of document"),
    )
    .help(
        "enlevez cette ligne\u{a0}: la clé `kind` donne à chaque document le gabarit de sa sorte",
        "remove this line: the key `kind` gives each document the template of its kind",
    )
}
