//! When the machine is in the way: what we were doing, where, and what it answered.

use std::io;
use std::path::{Path, PathBuf};

use super::bulk::Excess;
use crate::diagnostic::file::{Obstacle, cause_in_words};
use crate::diagnostic::{Bilingual, Wording};
use crate::starter::fault::taken;

/// Why the disk could not be read or written.
#[derive(Debug)]
pub enum Error {
    Machine(Trouble),
    Refused(Refusal),
    /// Things that are not ours stand where we must write; nothing was written. Each path is
    /// relative to the published folder.
    InTheWay {
        output: PathBuf,
        obstacles: Vec<(String, Obstacle)>,
    },
}

/// An answer of the system that we did not expect.
#[derive(Debug)]
pub struct Trouble {
    pub doing: Doing,
    pub path: PathBuf,
    pub source: io::Error,
}

/// What we were doing when the system said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Reading,
    Listing,
    Writing,
    MakingFolder,
    Removing,
    Locking,
}

/// A request that we decline before anything is touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    NoRoot {
        root: PathBuf,
    },
    /// A file, most often the settings, where the folder of a site is asked.
    RootIsFile {
        root: PathBuf,
    },
    NoConfig {
        config: PathBuf,
    },
    NoContent {
        content: PathBuf,
    },
    /// A folder where the site cannot be published.
    Output {
        output: PathBuf,
        fault: OutputFault,
    },
    /// Another publication is under way in the same folder.
    Busy {
        output: PathBuf,
    },
    /// A file of the website whose path would leave the published folder.
    OddPath {
        path: String,
    },
    /// A folder that holds something, where a new site is asked. The first names, and how many more.
    Occupied {
        folder: PathBuf,
        names: Vec<String>,
        n_more: usize,
    },
    /// A file where a folder is asked.
    NotAFolder {
        folder: PathBuf,
    },
    /// A new file whose place is taken.
    Exists {
        path: PathBuf,
    },
    /// More than a website can be made of; most of it is in this folder.
    TooMuch {
        excess: Excess,
        folder: String,
    },
    /// A pipe or a device, where a file to read is asked.
    NotAFile {
        path: PathBuf,
    },
    /// A file to read that is larger than any text.
    LargePaper {
        path: PathBuf,
    },
    /// A link where a new file would go through, perhaps out of the site.
    ThroughLink {
        link: PathBuf,
    },
}

/// Why a site cannot be published in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputFault {
    IsRoot,
    HoldsRoot,
    /// It is, or holds, one of the folders the site is made from.
    HoldsSource(&'static str),
    /// It is inside one of them.
    InSource(&'static str),
    NotAFolder,
}

impl Error {
    pub fn reading(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::Reading, path, source)
    }

    pub fn listing(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::Listing, path, source)
    }

    pub fn writing(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::Writing, path, source)
    }

    pub fn making_folder(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::MakingFolder, path, source)
    }

    pub fn removing(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::Removing, path, source)
    }

    pub fn locking(path: impl AsRef<Path>, source: io::Error) -> Error {
        trouble(Doing::Locking, path, source)
    }
}

fn trouble(doing: Doing, path: impl AsRef<Path>, source: io::Error) -> Error {
    Error::Machine(Trouble { doing, path: path.as_ref().to_owned(), source })
}

impl Trouble {
    pub fn wording(&self) -> Wording {
        let path = self.path.display();
        let (fr, en) = match self.doing {
            Doing::Reading => ("de lire", "read"),
            Doing::Listing => ("de parcourir le dossier", "list the folder"),
            Doing::Writing => ("d’écrire", "write"),
            Doing::MakingFolder => ("de créer le dossier", "create the folder"),
            Doing::Removing => ("de supprimer", "remove"),
            Doing::Locking => ("de réserver", "lock"),
        };
        let answer = self.answer();
        Wording::new(
            "machine",
            format!("impossible {fr} {path} : {}", answer.fr),
            format!("cannot {en} {path}: {}", answer.en),
        )
    }

    /// What the system said: in words when we know them, with its own number for a search.
    fn answer(&self) -> Bilingual {
        match (cause_in_words(self.source.kind()), self.source.raw_os_error()) {
            (Some(words), Some(number)) => Bilingual::new(
                format!("{} (erreur système {number})", words.fr),
                format!("{} (system error {number})", words.en),
            ),
            (Some(words), None) => words,
            (None, _) => Bilingual::new(self.source.to_string(), self.source.to_string()),
        }
    }
}

impl Refusal {
    pub fn wording(&self) -> Wording {
        match self {
            Refusal::NoRoot { root } => Wording::new(
                "no-root",
                format!("le dossier {} n’existe pas", root.display()),
                format!("the folder {} does not exist", root.display()),
            )
            .help("donnez à --root le dossier d’un site", "give --root the folder of a site"),
            Refusal::RootIsFile { root } => root_is_file(root),
            Refusal::NoConfig { config } => Wording::new(
                "no-config",
                format!("le fichier de configuration {} n’existe pas", config.display()),
                format!("the configuration file {} does not exist", config.display()),
            )
            .help(
                "le chemin donné à --config part du dossier du site",
                "the path given to --config starts from the site’s folder",
            ),
            Refusal::NoContent { content } => no_content(content),
            Refusal::Output { output, fault } => fault.wording(output),
            Refusal::Busy { output } => Wording::new(
                "busy",
                format!("une autre publication est en cours dans {}", output.display()),
                format!("another publication is under way in {}", output.display()),
            )
            .help("attendez qu’elle se termine, puis recommencez", "wait until it ends, then try again"),
            Refusal::OddPath { path } => Wording::new(
                "odd-path",
                format!("rien ne peut être publié à l’adresse « {path} »"),
                format!("nothing can be published at the address “{path}”"),
            )
            .help("changez le nom du fichier ou son adresse", "change the name of the file or its address"),
            Refusal::Occupied { folder, names, n_more } => occupied(folder, names, *n_more),
            Refusal::NotAFolder { folder } => Wording::new(
                "not-a-folder",
                format!("{} n’est pas un dossier", folder.display()),
                format!("{} is not a folder", folder.display()),
            )
            .help("donnez un autre nom", "give another name"),
            Refusal::Exists { path } => taken(&path.display().to_string()),
            Refusal::TooMuch { excess, folder } => excess.wording(folder),
            Refusal::NotAFile { path } => Wording::new(
                "not-a-file",
                format!("{} n’est pas un fichier", path.display()),
                format!("{} is not a file", path.display()),
            )
            .help(
                "donnez le nom d’un fichier enregistré sur le disque",
                "give the name of a file saved on the disk",
            ),
            Refusal::LargePaper { path } => large_paper(path),
            Refusal::ThroughLink { link } => Wording::new(
                "through-link",
                format!("{} est un lien vers un autre dossier : rien n’y a été écrit", link.display()),
                format!("{} is a link to another folder: nothing was written there", link.display()),
            )
            .help("remplacez-le par un vrai dossier", "replace it with a real folder"),
        }
    }
}

impl OutputFault {
    fn wording(self, output: &Path) -> Wording {
        let output = output.display();
        let (code, fr, en) = match self {
            OutputFault::IsRoot => (
                "output-is-root",
                format!("{output} est le dossier du site : il ne peut pas aussi le recevoir"),
                format!("{output} is the site’s own folder: the site cannot be published over it"),
            ),
            OutputFault::HoldsRoot => (
                "output-holds-root",
                format!("{output} contient le dossier du site : il ne peut pas aussi le recevoir"),
                format!("{output} holds the site’s folder: the site cannot be published over it"),
            ),
            OutputFault::HoldsSource(folder) => (
                "output-is-source",
                format!("{output} contient {folder}/, dont le site est fait"),
                format!("{output} holds {folder}/, which the site is made from"),
            ),
            OutputFault::InSource(folder) => (
                "output-in-source",
                format!(
                    "{output} est dans {folder}/, dont le site est fait\u{a0}: la construction suivante le publierait à son tour"
                ),
                format!(
                    "{output} is in {folder}/, which the site is made from: the next build would publish it in turn"
                ),
            ),
            OutputFault::NotAFolder => (
                "output-is-file",
                format!("{output} n’est pas un dossier"),
                format!("{output} is not a folder"),
            ),
        };
        Wording::new(code, fr, en).help(
            "choisissez un autre dossier avec -o; sans -o, jalon en a un à lui dans le dossier du site",
            "choose another folder with -o; without -o, jalon has one of its own in the site’s folder",
        )
    }
}

fn root_is_file(root: &Path) -> Wording {
    let wording = Wording::new(
        "root-is-file",
        format!("{} est un fichier, et --root attend un dossier", root.display()),
        format!("{} is a file, and --root expects a folder", root.display()),
    );
    let folder = match root.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.display().to_string(),
        Some(_) | None => ".".to_owned(),
    };
    wording.help(
        format!("donnez son dossier : `--root {folder}`"),
        format!("give its folder: `--root {folder}`"),
    )
}

fn occupied(folder: &Path, names: &[String], n_more: usize) -> Wording {
    let folder = folder.display();
    let list = |quote: fn(&str) -> String, more: &str| {
        let names: Vec<String> = names.iter().map(|name| quote(name)).collect();
        let rest = if n_more > 0 { more.replace("{n}", &n_more.to_string()) } else { String::new() };
        format!("{}{rest}", names.join(", "))
    };
    Wording::new(
        "folder-not-empty",
        format!(
            "le dossier {folder} n’est pas vide : il contient {}",
            list(|name| format!("« {name} »"), " et {n} de plus")
        ),
        format!(
            "the folder {folder} is not empty: it holds {}",
            list(|name| format!("“{name}”"), " and {n} more")
        ),
    )
    .help(
        "donnez le nom d’un dossier nouveau ou vide; rien n’a été écrit",
        "give the name of a new or empty folder; nothing was written",
    )
}

fn large_paper(path: &Path) -> Wording {
    let limit = super::paper::LIMIT >> 20;
    Wording::new(
        "paper-too-large",
        format!("{} pèse plus de {limit} Mo; c’est la limite", path.display()),
        format!("{} weighs more than {limit} MB; that is the limit", path.display()),
    )
    .help(
        "enlevez-en les images, ou coupez-le en plusieurs fichiers",
        "take the pictures out of it, or cut it into several files",
    )
}

fn no_content(content: &Path) -> Wording {
    let place = std::path::absolute(content).unwrap_or_else(|_| content.to_owned());
    Wording::new(
        "no-content",
        format!("aucun site ici : le dossier {} n’existe pas", place.display()),
        format!("no site here: the folder {} does not exist", place.display()),
    )
    .help(
        "pour un nouveau site, écrivez `jalon init mon-site`; pour un site qui existe, placez-vous dans son dossier ou désignez-le avec `--root`",
        "for a new site, write `jalon init my-site`; for a site that exists, go to its folder or point to it with `--root`",
    )
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{Doing, Excess, OutputFault, Refusal, Trouble};
    use crate::diagnostic::Wording;
    use crate::diagnostic::samples::rules::faults_beside;

    /// One of each; a new variant is asked for here by the compiler, then added to the lists.
    fn every_wording() -> Vec<Wording> {
        let _every_refusal = |it: &Refusal| match it {
            Refusal::NoRoot { .. } | Refusal::RootIsFile { .. } | Refusal::NoConfig { .. } => (),
            Refusal::NoContent { .. } | Refusal::Output { .. } | Refusal::Busy { .. } => (),
            Refusal::OddPath { .. } | Refusal::Occupied { .. } | Refusal::NotAFolder { .. } => (),
            Refusal::Exists { .. } | Refusal::ThroughLink { .. } | Refusal::TooMuch { .. } => (),
            Refusal::NotAFile { .. } | Refusal::LargePaper { .. } => (),
        };
        let refusals = [
            Refusal::NoRoot { root: "site".into() },
            Refusal::RootIsFile { root: "site/jalon.toml".into() },
            Refusal::NoConfig { config: "site/autre.toml".into() },
            Refusal::NoContent { content: "site/content".into() },
            Refusal::Busy { output: "public".into() },
            Refusal::OddPath { path: "../a".into() },
            Refusal::Occupied { folder: "site".into(), names: vec!["photos".into()], n_more: 2 },
            Refusal::NotAFolder { folder: "site".into() },
            Refusal::Exists { path: "content/a.md".into() },
            Refusal::ThroughLink { link: "content/a".into() },
            Refusal::NotAFile { path: "plan.docx".into() },
            Refusal::LargePaper { path: "plan.docx".into() },
            Refusal::TooMuch { excess: Excess::Bytes, folder: "static/films/".into() },
            Refusal::TooMuch { excess: Excess::Files, folder: "static/photos/".into() },
        ];
        let faults = [
            OutputFault::IsRoot,
            OutputFault::HoldsRoot,
            OutputFault::HoldsSource("content"),
            OutputFault::InSource("content"),
            OutputFault::NotAFolder,
        ];
        let outputs = faults.map(|fault| Refusal::Output { output: "public".into(), fault });
        let doings = [
            Doing::Reading,
            Doing::Listing,
            Doing::Writing,
            Doing::MakingFolder,
            Doing::Removing,
            Doing::Locking,
        ];
        let troubles = doings.map(|doing| {
            let source = io::Error::from(io::ErrorKind::PermissionDenied);
            Trouble { doing, path: "public".into(), source }.wording()
        });
        refusals.iter().chain(&outputs).map(Refusal::wording).chain(troubles).collect()
    }

    #[test]
    fn every_refusal_is_well_written_in_both_languages() {
        let faults: Vec<String> = every_wording().iter().flat_map(|it| faults_beside(it, &[])).collect();
        assert_eq!(faults, [""; 0]);
    }
}
