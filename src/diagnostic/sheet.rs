//! Problems of a spreadsheet as a file: what it is, whether it opens, how much it holds.

use super::Wording;
use crate::lang::{Lang, number};

/// What keeps a spreadsheet from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetProblem {
    /// A program built without its spreadsheets.
    NotBuilt,
    /// A workbook locked by a password.
    Password,
    /// A workbook in the form Excel wrote before 2007.
    OldWorkbook,
    /// Neither a workbook nor what its name says.
    NotAWorkbook,
    /// A workbook of which a part is missing or broken.
    Damaged,
    /// A `.csv` whose bytes are no text.
    NotText,
    /// A quotation mark that opens a cell and is never closed.
    UnclosedQuote,
    /// More rows than a log holds.
    TooManyRows { limit: usize },
    /// More cells, or more bytes once unpacked, than a log holds.
    TooLarge,
}

impl SheetProblem {
    pub fn wording(self) -> Wording {
        match self {
            SheetProblem::NotBuilt => Wording::new(
                "no-spreadsheets",
                "cette copie de jalon ne lit pas les feuilles de calcul",
                "this copy of jalon does not read spreadsheets",
            )
            .help(
                "installez la version complète, ou compilez-la avec l’option `sheets`",
                "install the full version, or compile it with the feature `sheets`",
            ),
            SheetProblem::Password => Wording::new(
                "workbook-locked",
                "ce classeur est protégé par un mot de passe",
                "this workbook is locked by a password",
            )
            .help(
                "enregistrez-en une copie sans mot de passe (dans Excel : Fichier, Informations, Protéger le classeur)",
                "save a copy of it without a password (in Excel: File, Info, Protect Workbook)",
            ),
            SheetProblem::OldWorkbook => Wording::new(
                "workbook-old",
                "ce classeur est au format d’avant 2007 (.xls), qui n’est pas lu",
                "this workbook is in the format from before 2007 (.xls), which is not read",
            )
            .help(
                "ouvrez-le, puis enregistrez-le au format .xlsx ou .csv",
                "open it, then save it in the .xlsx or .csv format",
            ),
            SheetProblem::NotAWorkbook => Wording::new(
                "workbook-unknown",
                "ce fichier n’est pas un classeur, malgré son nom",
                "this file is not a workbook, in spite of its name",
            )
            .help(
                "ouvrez-le, puis enregistrez-le au format .xlsx, .ods ou .csv",
                "open it, then save it in the .xlsx, .ods or .csv format",
            ),
            SheetProblem::Damaged => Wording::new(
                "workbook-damaged",
                "ce classeur est endommagé : il n’a pas pu être lu jusqu’au bout",
                "this workbook is damaged: it could not be read to its end",
            )
            .help(
                "ouvrez-le et enregistrez-le de nouveau, ou reprenez une copie plus ancienne",
                "open it and save it again, or go back to an older copy",
            ),
            SheetProblem::NotText => Wording::new(
                "csv-not-text",
                "ce fichier .csv n’est pas du texte",
                "this .csv file is not text",
            )
            .help(
                "enregistrez-le de nouveau, au format « CSV UTF-8 »",
                "save it again, in the “CSV UTF-8” format",
            ),
            SheetProblem::UnclosedQuote => Wording::new(
                "csv-unclosed-quote",
                "ce guillemet ouvre une cellule qui n’est jamais refermée : rien de ce qui suit n’est lu",
                "this quotation mark opens a cell that is never closed: nothing that follows is read",
            )
            .help(
                "ajoutez le guillemet `\"` qui la ferme; à l’intérieur d’une cellule, un guillemet s’écrit deux fois : `\"\"`",
                "add the quotation mark `\"` that closes it; inside a cell, a quotation mark is written twice: `\"\"`",
            ),
            SheetProblem::TooManyRows { limit } => Wording::new(
                "sheet-too-long",
                format!("cette feuille a plus de {} rangées remplies", number(Lang::Fr, limit)),
                format!("this sheet has more than {} filled rows", number(Lang::En, limit)),
            )
            .help(
                "gardez-y seulement le suivi du plan",
                "keep only the follow-up of the plan in it",
            ),
            SheetProblem::TooLarge => Wording::new(
                "sheet-too-large",
                "ce classeur est trop volumineux pour être un suivi",
                "this workbook is too large to be a follow-up log",
            )
            .help(
                "gardez-y seulement le suivi du plan, dans un fichier à part",
                "keep only the follow-up of the plan in it, in a file of its own",
            ),
        }
    }
}
