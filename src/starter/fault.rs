//! Why a document cannot be added to a site, in the words of both languages.

use crate::diagnostic::Wording;

/// What keeps a document from being added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A title without a letter nor a digit: no address can be made from it.
    NoLetter { title: String },
    /// A language that the site does not have.
    UnknownLanguage { read: String, known: Vec<String> },
    /// A site says its mission once in each language.
    MissionExists { path: String },
    /// A document already has this address, in this file.
    Taken { path: String },
}

impl Fault {
    pub fn wording(&self) -> Wording {
        match self {
            Fault::NoLetter { title } => Wording::new(
                "title-without-letter",
                format!("le titre « {title} » n’a aucune lettre dont faire une adresse"),
                format!("the title “{title}” has no letter to make an address from"),
            )
            .help("donnez un titre d’au moins un mot", "give a title of at least one word"),
            Fault::UnknownLanguage { read, known } => unknown_language(read, known),
            Fault::MissionExists { path } => Wording::new(
                "mission-exists",
                format!("le site a déjà son énoncé de mission, dans {path}"),
                format!("the site already has its mission statement, in {path}"),
            )
            .help("modifiez ce fichier", "edit that file"),
            Fault::Taken { path } => taken(path),
        }
    }
}

/// A file of that name is there, and stays as it is.
pub fn taken(path: &str) -> Wording {
    Wording::new(
        "file-exists",
        format!("{path} existe déjà et n’a pas été touché"),
        format!("{path} already exists and was left as it is"),
    )
    .help("choisissez un autre titre, ou modifiez ce fichier", "choose another title, or edit that file")
}

fn unknown_language(read: &str, known: &[String]) -> Wording {
    let list = known.join(", ");
    Wording::new(
        "language-not-of-site",
        format!("« {read} » n’est pas une langue de ce site"),
        format!("“{read}” is not a language of this site"),
    )
    .help(
        format!("ses langues sont dans jalon.toml : {list}"),
        format!("its languages are in jalon.toml: {list}"),
    )
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use crate::diagnostic::samples::rules::faults_beside;

    #[test]
    fn every_fault_is_well_written_in_both_languages() {
        let faults = [
            Fault::NoLetter { title: "???".into() },
            Fault::UnknownLanguage { read: "es".into(), known: vec!["fr".into(), "en".into()] },
            Fault::MissionExists { path: "content/mission.md".into() },
            Fault::Taken { path: "content/a.md".into() },
        ];
        let values = ["???", "es", "content/mission.md", "content/a.md"].map(str::to_owned);
        let said: Vec<String> = faults.iter().flat_map(|it| faults_beside(&it.wording(), &values)).collect();
        assert_eq!(said, [""; 0]);
    }
}
