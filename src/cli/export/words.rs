//! What `jalon export` says, in both languages.

use crate::cli::words::{self, Forms, counted};
use crate::diagnostic::Wording;
use crate::lang::Lang;

/// The words of the help.
pub struct OfExport {
    pub about: &'static str,
    pub usage: &'static str,
    pub formats: &'static str,
    pub plan: &'static str,
    pub output: &'static str,
    pub replace: &'static str,
}

impl OfExport {
    pub fn of(lang: Lang) -> &'static OfExport {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

const FR: OfExport = OfExport {
    about: "Écrit dans un dossier les données des plans et des ateliers, sans rien publier",
    usage: "jalon export [options]",
    formats: "Seulement ce format : xlsx, csv, ics, atom ou json; peut être répétée",
    plan: "Seulement ce plan : son titre, son dossier ou une partie de l’un d’eux",
    output: "Dossier où écrire; par défaut, export/ dans le dossier du site",
    replace: "Remplace les fichiers qui sont déjà là et qui disent autre chose",
};

const EN: OfExport = OfExport {
    about: "Writes the data of plans and workshops in a folder, publishing nothing",
    usage: "jalon export [options]",
    formats: "Only this format: xlsx, csv, ics, atom or json; may be repeated",
    plan: "Only this plan: its title, its folder or part of either",
    output: "Folder to write in; by default, export/ in the site’s folder",
    replace: "Replaces files that are already there and say something else",
};

const FILE: Forms = [["fichier", "fichiers"], ["file", "files"]];
const WRITTEN: Forms = [["écrit", "écrits"], ["written", "written"]];

/// « 12 fichiers, 3 écrits »
pub fn exported(lang: Lang, n_files: usize, n_written: usize) -> String {
    let files = counted(lang, n_files, &FILE);
    match (n_written, lang) {
        (0, Lang::Fr) => format!("{files}, aucun n’a changé"),
        (0, Lang::En) => format!("{files}, none has changed"),
        _ => format!("{files}, {}", counted(lang, n_written, &WRITTEN)),
    }
}

/// « rien n’a été exporté : 2 erreurs, 1 avertissement »
pub fn nothing_exported(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let problems = words::problems(lang, n_errors, n_warnings);
    match (lang, n_errors) {
        (Lang::Fr, 0) => format!("rien n’a été exporté\u{a0}: {problems}, et --strict n’en permet aucun"),
        (Lang::Fr, _) => format!("rien n’a été exporté\u{a0}: {problems}"),
        (Lang::En, 0) => format!("nothing was exported: {problems}, and --strict allows none"),
        (Lang::En, _) => format!("nothing was exported: {problems}"),
    }
}

/// A file that a person may have filled in.
pub fn in_the_way() -> Wording {
    Wording::new(
        "export-in-the-way",
        "ce fichier est déjà là et dit autre chose\u{a0}: rien n’a été écrit",
        "this file is already there and says something else: nothing was written",
    )
    .help(
        "gardez-le ailleurs si vous l’avez rempli, puis ajoutez `--replace`; ou donnez un autre dossier avec `-o`",
        "keep it elsewhere if you filled it in, then add `--replace`; or give another folder with `-o`",
    )
}

/// A folder whose files are those of the published site.
pub fn in_website(output: &str) -> Wording {
    Wording::new(
        "export-in-website",
        format!("{output} est le dossier d’un site publié\u{a0}: rien n’a été écrit"),
        format!("{output} is the folder of a published site: nothing was written"),
    )
    .help(
        "choisissez un autre dossier avec `-o`; les données que le site publie y sont déjà",
        "choose another folder with `-o`; the data that the site publishes is there already",
    )
}

/// A site without data, or without that of the format in question.
pub fn nothing_to_export(n_drafts: usize, has_formats: bool) -> Wording {
    let wording = Wording::new(
        "nothing-to-export",
        "le site n’a pas de données de ce genre\u{a0}: rien n’a été écrit",
        "the site has no data of this kind: nothing was written",
    );
    match n_drafts {
        0 if has_formats => wording.help(
            "`jalon export` sans `--as` donne tous les formats que le site a; les nouvelles d’un plan (`atom`) viennent de son suivi",
            "`jalon export` without `--as` gives every format the site has; the news of a plan (`atom`) come from its follow-up log",
        ),
        0 => wording.help(
            "les données viennent des plans et des ateliers\u{a0}: `jalon new plan \"Plan d’action\"` en commence un",
            "data comes from plans and workshops: `jalon new plan \"Action plan\"` starts one",
        ),
        _ => wording.help(
            "s’il s’agit d’un brouillon, `--drafts` en tient compte",
            "if it is a draft, `--drafts` takes it into account",
        ),
    }
}
