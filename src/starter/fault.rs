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
    /// An action for a site without any plan.
    NoPlan,
    /// A plan in another encoding than UTF-8.
    NotUtf8 { path: String },
    /// A plan that the site does not have.
    UnknownPlan { read: String, nearest: Option<String>, known: Vec<String> },
    /// Several plans may be meant.
    SeveralPlans { known: Vec<String> },
    /// A plan without any table or list of actions.
    NoObjective,
    /// A number that no orientation and no objective of the plan has.
    UnknownPlace { read: String, nearest: Option<String>, known: Vec<String> },
    /// Several objectives may be meant.
    SeveralPlaces { known: Vec<String> },
    /// `--plan` or `--under`, and not a word after it.
    NothingAfter { option: &'static str, known: Vec<String> },
    /// An objective without an action to write one beside.
    NoRowBeside { path: String, place: String },
    /// A row whose addition would change something else.
    NotSafe { path: String, beside: String, row: String },
    /// A plan that numbers its actions in a way that does not tell the next number: 1.1.a, 1.1.b.
    NoNextNumber { path: String, beside: String, row: String },
    /// Beside an action that is neither in a row of a table nor in a task.
    OtherForm { path: String, beside: String, title: String },
    /// A title of which a part would be read as something else: a number, a tag.
    TitleReadOtherwise { title: String },
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
            .help(
                "modifiez ce fichier, ou effacez-le et recommencez",
                "edit that file, or delete it and start again",
            ),
            Fault::Taken { path } => taken(path),
            Fault::NoPlan => {
                Wording::new("no-plan", "ce site n’a encore aucun plan", "this site has no plan yet").help(
                    "commencez-en un : `jalon new plan \"Plan d’action 2027-2028\"`",
                    "begin one: `jalon new plan \"Action plan 2027-2028\"`",
                )
            }
            Fault::NotUtf8 { path } => Wording::new(
                "not-utf8",
                format!("{path} n’a pas été touché : ce fichier n’est pas en UTF-8"),
                format!("{path} was left as it is: this file is not UTF-8"),
            )
            .help("enregistrez-le sous le même nom en UTF-8", "save it under the same name as UTF-8"),
            Fault::UnknownPlan { read, nearest, known } => Wording::new(
                "unknown-plan",
                format!("aucun plan ne s’appelle « {read} »"),
                format!("no plan is called “{read}”"),
            )
            .nearest_or_all(nearest, known),
            Fault::SeveralPlans { known } => several(
                "several-plans",
                ["l’action peut aller dans plusieurs plans", "the action may go to several plans"],
                known,
                ["ajoutez `--plan` et l’un de ceux-ci", "add `--plan` and one of these"],
            ),
            Fault::NoObjective => Wording::new(
                "no-table-of-actions",
                "ce plan n’a encore aucune action, donc aucun tableau où en ajouter une",
                "this plan has no action yet, hence no table to add one to",
            )
            .help("écrivez-y un premier tableau d’actions", "write a first table of actions in it"),
            Fault::UnknownPlace { read, nearest, known } => Wording::new(
                "unknown-place",
                format!("le plan n’a ni orientation ni objectif « {read} »"),
                format!("the plan has no orientation and no objective “{read}”"),
            )
            .nearest_or_all(nearest, known),
            Fault::SeveralPlaces { known } => several(
                "several-places",
                ["l’action peut aller sous plusieurs objectifs", "the action may go under several objectives"],
                known,
                ["ajoutez `--under` et le numéro de l’un de ceux-ci", "add `--under` and the number of one of these"],
            ),
            Fault::NothingAfter { option, known } => nothing_after(option, known),
            Fault::NoRowBeside { path, place } => Wording::new(
                "no-row-beside",
                format!("{place} n’a encore aucune action dans {path}"),
                format!("{place} has no action yet in {path}"),
            )
            .help(
                "ouvrez ce fichier et écrivez-y sa première rangée; les suivantes s’ajouteront d’ici",
                "open that file and write its first row; the next ones can be added from here",
            ),
            Fault::NotSafe { path, beside, row } => Wording::new(
                "row-not-added",
                format!("{path} n’a pas été touché : ajouter une rangée après l’action {beside} y changerait autre chose"),
                format!("{path} was left as it is: a row added after action {beside} would change something else in it"),
            )
            .help(
                format!("ouvrez ce fichier et collez-y, à sa place : `{row}`"),
                format!("open that file and paste, where it belongs: `{row}`"),
            ),
            Fault::NoNextNumber { path, beside, row } => no_next_number(path, beside, row),
            Fault::OtherForm { path, beside, title } => Wording::new(
                "row-not-added",
                format!("{path} n’a pas été touché : l’action {beside} n’y est ni dans un tableau, ni dans une tâche"),
                format!("{path} was left as it is: action {beside} is neither in a table nor in a task there"),
            )
            .help(
                format!("ouvrez ce fichier et ajoutez-y « {title} » comme l’action {beside} y est écrite"),
                format!("open that file and add “{title}” the way action {beside} is written in it"),
            ),
            Fault::TitleReadOtherwise { title } => Wording::new(
                "title-read-otherwise",
                format!("le titre « {title} » ne serait pas lu tel quel dans le plan"),
                format!("the title “{title}” would not be read as it is in the plan"),
            )
            .help(
                "enlevez-en le numéro du début et les signes comme `<b>`, `~~` ou `|` : le numéro se donne de lui-même",
                "take away the number that opens it and signs such as `<b>`, `~~` or `|`: the number comes by itself",
            ),
        }
    }
}

fn nothing_after(option: &str, known: &[String]) -> Wording {
    let known = known.join("; ");
    let wording = Wording::new(
        "nothing-after-option",
        format!("rien n’est écrit après `--{option}`"),
        format!("nothing is written after `--{option}`"),
    );
    match known.as_str() {
        "" => wording,
        known => wording
            .help(format!("écrivez-y l’un de ceux-ci : {known}"), format!("write one of these: {known}")),
    }
}

fn no_next_number(path: &str, beside: &str, row: &str) -> Wording {
    Wording::new(
        "no-next-number",
        format!("{path} n’a pas été touché : le numéro qui vient après {beside} ne se devine pas"),
        format!("{path} was left as it is: the number that comes after {beside} cannot be guessed"),
    )
    .help(
        format!("ouvrez ce fichier, collez-y à sa place `{row}` et donnez-lui son numéro"),
        format!("open that file, paste `{row}` where it belongs and give it its number"),
    )
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

impl Wording {
    /// The nearest name, else all of them.
    fn nearest_or_all(self, nearest: &Option<String>, known: &[String]) -> Wording {
        match nearest {
            Some(_) => self.suggesting(nearest.as_deref()),
            None => {
                let known = known.join("; ");
                self.help(format!("il y a : {known}"), format!("there is: {known}"))
            }
        }
    }
}

fn several(
    code: &'static str,
    [fr, en]: [&'static str; 2],
    known: &[String],
    [way_fr, way_en]: [&'static str; 2],
) -> Wording {
    let known = known.join("; ");
    Wording::new(code, fr, en).help(format!("{way_fr} : {known}"), format!("{way_en}: {known}"))
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
            Fault::NoPlan,
            Fault::NotUtf8 { path: "content/a.md".into() },
            Fault::UnknownPlan { read: "2030".into(), nearest: None, known: vec!["2026".into()] },
            Fault::UnknownPlan { read: "2027".into(), nearest: Some("2026".into()), known: Vec::new() },
            Fault::SeveralPlans { known: vec!["2026".into(), "2027".into()] },
            Fault::NoObjective,
            Fault::UnknownPlace { read: "9".into(), nearest: None, known: vec!["1.1 Bouger".into()] },
            Fault::SeveralPlaces { known: vec!["1.1 Bouger".into(), "1.2 Manger".into()] },
            Fault::NoRowBeside { path: "content/a.md".into(), place: "1.2".into() },
            Fault::NotSafe { path: "content/a.md".into(), beside: "1.2".into(), row: "| Nager |".into() },
            Fault::NothingAfter { option: "plan", known: vec!["2026".into()] },
            Fault::NoNextNumber {
                path: "content/a.md".into(),
                beside: "1.a".into(),
                row: "| | Nager |".into(),
            },
            Fault::OtherForm { path: "content/a.md".into(), beside: "1.2".into(), title: "Nager".into() },
            Fault::TitleReadOtherwise { title: "1.2 Nager".into() },
        ];
        let values = ["???", "es", "content/mission.md", "content/a.md"].map(str::to_owned);
        let said: Vec<String> = faults.iter().flat_map(|it| faults_beside(&it.wording(), &values)).collect();
        assert_eq!(said, [""; 0]);
    }
}
