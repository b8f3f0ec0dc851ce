//! What `jalon theme eject` declines, in both languages, before anything is written.

use crate::diagnostic::Wording;
use crate::lang::{Lang, quoted};

pub(super) fn no_such_file(written: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "no-such-theme-file",
        format!("le thème n’a pas de fichier {}", quoted(Lang::Fr, written)),
        format!("the theme has no file {}", quoted(Lang::En, written)),
    )
    .help("`jalon theme list` montre tous les fichiers", "`jalon theme list` shows all files")
    .suggesting(nearest)
}

pub(super) fn several(written: &str, found: &[&str]) -> Wording {
    let found = found.join(", ");
    Wording::new(
        "several-theme-files",
        format!("plusieurs fichiers du thème s’appellent {}", quoted(Lang::Fr, written)),
        format!("several files of the theme are called {}", quoted(Lang::En, written)),
    )
    .help(format!("écrivez le nom au complet : {found}"), format!("write the full name: {found}"))
}

pub(super) fn already_there(path: &str) -> Wording {
    Wording::new(
        "already-in-site",
        format!("{path} est déjà dans le site : rien n’a été copié"),
        format!("{path} is already in the site: nothing was copied"),
    )
    .help(
        "ouvrez ce fichier pour le changer; pour repartir de celui du thème, renommez-le d’abord",
        "open this file to change it; to start again from the theme’s, rename it first",
    )
}

pub(super) fn theme_there(name: &str) -> Wording {
    Wording::new(
        "theme-there",
        format!("le dossier themes/{name} existe déjà : rien n’a été copié"),
        format!("the folder themes/{name} already exists: nothing was copied"),
    )
    .help("choisissez un autre nom avec --name", "choose another name with --name")
}

pub(super) fn bad_name(name: &str) -> Wording {
    Wording::new(
        "bad-theme-name",
        format!("un thème ne peut pas s’appeler {}", quoted(Lang::Fr, name)),
        format!("a theme cannot be called {}", quoted(Lang::En, name)),
    )
    .help(
        "prenez des lettres, des chiffres et des traits d’union; « default » est le nom du thème de jalon",
        "use letters, digits and hyphens; “default” is the name of jalon’s own theme",
    )
}

pub(super) fn name_with_files() -> Wording {
    Wording::new(
        "name-with-files",
        "l’option --name est pour une copie de tout le thème, et des fichiers sont nommés",
        "the option --name is for a copy of the whole theme, and files are named",
    )
    .help(
        "enlevez --name pour copier ces fichiers dans le site, ou les fichiers pour copier tout le thème",
        "remove --name to copy these files into the site, or the files to copy the whole theme",
    )
}

#[cfg(test)]
mod tests {
    use super::{already_there, bad_name, name_with_files, no_such_file, several, theme_there};
    use crate::diagnostic::samples::rules::faults_beside;

    #[test]
    fn every_refusal_is_well_written_in_both_languages() {
        let all = [
            no_such_file("plans.html", None),
            no_such_file("plans.html", Some("templates/plan.html")),
            several("logo", &["assets/logo.svg", "assets/logo.png"]),
            already_there("templates/plan.html"),
            theme_there("maison"),
            bad_name("a/b"),
            name_with_files(),
        ];
        let faults: Vec<String> = all.iter().flat_map(|wording| faults_beside(wording, &[])).collect();
        assert_eq!(faults, [""; 0]);
    }
}
