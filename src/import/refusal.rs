//! Why no document was made of a file: what it is, and what to do about it.

use crate::diagnostic::Wording;
use crate::lang::{Lang, quoted};
use crate::sheet;
use crate::starter::fault::Fault;

/// Why no document was made of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// Of no format that is read, by the end of its name, which may be empty.
    UnknownFormat { end: String },
    /// A document as Word wrote them before 2007.
    OldWord,
    /// A document locked by a password.
    Locked,
    /// A document of which a part is missing or broken.
    Damaged,
    /// A document that takes more memory, once unpacked, than any paper does.
    TooLarge,
    /// A spreadsheet that cannot be read.
    Sheet(sheet::Refusal),
    /// A file that holds no word.
    NoWords,
    /// A file whose name says that it is a text, and whose bytes are none.
    NotText,
    /// What was asked does not fit the site.
    Asked(Fault),
}

impl From<sheet::Refusal> for Refusal {
    fn from(refusal: sheet::Refusal) -> Refusal {
        Refusal::Sheet(refusal)
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Asked(fault)
    }
}

impl Refusal {
    pub fn wording(&self) -> Wording {
        match self {
            Refusal::UnknownFormat { end } => unknown_format(end),
            Refusal::OldWord => Wording::new(
                "word-old",
                "ce document est au format d’avant 2007 (.doc), qui n’est pas lu",
                "this document is in the format from before 2007 (.doc), which is not read",
            )
            .help(
                "ouvrez-le, puis enregistrez-le au format .docx",
                "open it, then save it in the .docx format",
            ),
            Refusal::Locked => Wording::new(
                "word-locked",
                "ce document est protégé par un mot de passe",
                "this document is locked by a password",
            )
            .help("enregistrez-en une copie sans mot de passe", "save a copy of it without a password"),
            Refusal::Damaged => Wording::new(
                "word-damaged",
                "ce document est endommagé : il n’a pas pu être lu jusqu’au bout",
                "this document is damaged: it could not be read to its end",
            )
            .help(
                "ouvrez-le et enregistrez-le de nouveau, ou reprenez une copie plus ancienne",
                "open it and save it again, or go back to an older copy",
            ),
            Refusal::TooLarge => Wording::new(
                "word-too-large",
                "ce document est trop volumineux pour être importé",
                "this document is too large to be imported",
            )
            .help(
                "réduisez ses images, ou divisez-le en plusieurs documents",
                "make its pictures smaller, or divide it into several documents",
            ),
            Refusal::Sheet(refusal) => refusal.problem.wording(),
            Refusal::NoWords => Wording::new(
                "nothing-to-import",
                "ce fichier ne contient aucun mot",
                "this file holds no word",
            )
            .help(
                "si c’est un document numérisé, il faut d’abord en tirer le texte",
                "if it is a scanned document, its text must be drawn from it first",
            ),
            Refusal::NotText => Wording::new(
                "import-not-text",
                "ce fichier n’est pas du texte, malgré son nom",
                "this file is not text, in spite of its name",
            )
            .help(
                "rendez-lui la fin de nom de son programme, comme .docx ou .xlsx",
                "give it back the end of name of its program, such as .docx or .xlsx",
            ),
            Refusal::Asked(fault) => fault.wording(),
        }
    }
}

/// What is read of each format that is not, as their programs name it.
fn unknown_format(end: &str) -> Wording {
    let (help_fr, help_en) = match end {
        "pdf" => (
            "demandez le fichier d’où vient le PDF (Word, Excel), ou copiez son texte dans un fichier .txt",
            "ask for the file that the PDF comes from (Word, Excel), or copy its text into a .txt file",
        ),
        "odt" | "rtf" | "pages" => (
            "ouvrez-le, puis enregistrez-le au format .docx ou .html",
            "open it, then save it in the .docx or .html format",
        ),
        "md" | "markdown" => (
            "déposez-le tel quel dans le dossier content : c’est la forme que jalon publie",
            "put it as it is in the folder content: it is the form that jalon publishes",
        ),
        _ => (
            "les formats lus sont .docx, .xlsx, .ods, .csv, .tsv, .html et .txt",
            "the formats that are read are .docx, .xlsx, .ods, .csv, .tsv, .html and .txt",
        ),
    };
    let named = format!(".{end}");
    let (fr, en) = match end {
        "" => (
            "le nom de ce fichier ne dit pas quel est son format".to_owned(),
            "the name of this file does not say what its format is".to_owned(),
        ),
        _ => (
            format!("le format {} n’est pas lu", quoted(Lang::Fr, &named)),
            format!("the format {} is not read", quoted(Lang::En, &named)),
        ),
    };
    Wording::new("import-format", fr, en).help(help_fr, help_en)
}

#[cfg(test)]
mod tests {
    use super::Refusal;
    use crate::diagnostic::samples::rules::faults_beside;
    use crate::diagnostic::sheet::SheetProblem;
    use crate::starter::fault::Fault;

    #[test]
    fn every_refusal_is_well_written_in_both_languages() {
        let ends = ["", "pdf", "odt", "md", "jpg"];
        let unknown = ends.map(|end| Refusal::UnknownFormat { end: end.to_owned() });
        let others = [
            Refusal::OldWord,
            Refusal::Locked,
            Refusal::Damaged,
            Refusal::TooLarge,
            Refusal::Sheet(SheetProblem::Password.into()),
            Refusal::NoWords,
            Refusal::NotText,
            Refusal::Asked(Fault::NoLetter { title: "a".to_owned() }),
        ];
        let values = ["a".to_owned()];
        let all = unknown.iter().chain(&others);
        let said: Vec<String> = all.flat_map(|it| faults_beside(&it.wording(), &values)).collect();
        assert_eq!(said, [""; 0]);
    }
}
