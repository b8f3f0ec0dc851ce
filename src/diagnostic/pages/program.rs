//! Programs in files that are published as they are.

use crate::diagnostic::Wording;

/// A file that a visitor may open by its address, and that then runs a program on the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Program {
    /// `<script`, or the attribute that runs it.
    pub written: String,
}

impl Program {
    pub(super) fn wording(&self) -> Wording {
        let written = &self.written;
        Wording::new(
            "program-in-file",
            format!("ce fichier contient un programme (`{written}`), qui s’exécutera chez qui l’ouvre par son adresse"),
            format!("this file holds a program (`{written}`), which will run for whoever opens it by its address"),
        )
        .help(
            "retirez-le du fichier, ou retirez le fichier si vous ne savez pas d’où il vient",
            "remove it from the file, or remove the file if you do not know where it comes from",
        )
    }
}
