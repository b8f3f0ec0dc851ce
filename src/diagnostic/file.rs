//! Problems of a file as such: its bytes, its name, its rights, its place on the disk.

use std::io;

use super::{Bilingual, Wording};

/// What is wrong with a file before anything is read in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// A NUL byte in a text, shown as the replacement character.
    NulByte,
    /// A byte that is not UTF-8; `guess` is what it would be in Windows-1252.
    NotUtf8 { byte: u8, guess: Option<char> },
    /// The byte order mark of UTF-16, which Notepad calls « Unicode ».
    Utf16,
    /// The system would not give the file, or the list of a folder.
    Unreadable { cause: io::ErrorKind },
    /// A pipe, a socket or a device, from which reading might never end.
    NotAFile,
    /// A file larger than any that belongs in a site; both sizes in mebibytes.
    TooLarge { what: LargeFile, size: u64, limit: u64 },
    /// A name whose bytes are no text, so that no address can be made from it.
    NameNotUnicode,
    /// A name with a line end, a tab or another control character.
    NameWithControl,
    /// Two names that only differ in how their accents are encoded; `twin` as shown to people.
    SameName { twin: String },
    /// A symbolic link that cannot be followed.
    Link(LinkFault),
    /// A name that starts with a dot, which is published only where hosts ask for it.
    Hidden { what: Hidden },
    /// A file of a theme in a form that is not read.
    Unread { what: StrayFile },
    /// A folder that nobody reads, nearly of the name of one that is.
    StrayFolder { meant: String },
    /// What stands in the published folder at the place of a page, and is not ours.
    InTheWay(Obstacle),
    /// A published file that has no reason to stay, but was changed by someone else.
    ChangedByOthers,
}

/// What a hidden name is that of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    File,
    Folder,
}

/// What a file of a theme was to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrayFile {
    Words,
    Style,
}

/// What a file that is too large was to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LargeFile {
    /// Words: a document, settings, a template.
    Text,
    /// A picture, a film, an archive: what is published as it is.
    Other,
}

/// Why a symbolic link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// It leads to nothing.
    Broken,
    /// It leads to a folder that contains the link.
    Loop,
    /// It leads to something that is not part of the site.
    LeavesSite,
    /// It leads into the folder where the site is published.
    IntoOutput,
}

/// What stands in the published folder where something of ours must go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// A file with other bytes, where we publish a file.
    OtherFile,
    /// A folder that holds things that are not ours, where we publish a file.
    Folder,
    /// A file, where we need a folder.
    FileForFolder,
    /// A symbolic link, through which we would write elsewhere.
    Link,
    /// A pipe, a socket or a device.
    Special,
}

impl FileProblem {
    pub fn wording(&self) -> Wording {
        match self {
            FileProblem::NulByte => Wording::new(
                "nul-byte",
                "ce texte contient un caractère invisible (octet nul), affiché « \u{fffd} »",
                "this text holds an invisible character (NUL byte), shown as “\u{fffd}”",
            )
            .help("effacez-le", "delete it"),
            FileProblem::NotUtf8 { byte, guess } => not_utf8(*byte, *guess),
            FileProblem::Utf16 => Wording::new(
                "not-utf8",
                "ce fichier est en UTF-16 (« Unicode » dans le Bloc-notes), et non en UTF-8",
                "this file is UTF-16 (“Unicode” in Notepad), not UTF-8",
            )
            .help("enregistrez-le sous le même nom en UTF-8", "save it under the same name as UTF-8"),
            FileProblem::Unreadable { cause } => unreadable(*cause),
            FileProblem::NotAFile => Wording::new(
                "special-file",
                "ceci n’est pas un fichier ordinaire, mais un canal du système (tube, socket ou périphérique)",
                "this is not an ordinary file but a channel of the system (pipe, socket or device)",
            )
            .help("retirez-le du dossier du site", "move it out of the site’s folder"),
            FileProblem::TooLarge { what, size, limit } => too_large(*what, *size, *limit),
            FileProblem::NameNotUnicode => bad_name(
                "name-not-unicode",
                "ce nom contient des octets qui ne forment aucun caractère",
                "this name contains bytes that make no character",
            ),
            FileProblem::NameWithControl => bad_name(
                "name-with-control",
                "ce nom contient un retour à la ligne ou un autre caractère invisible",
                "this name contains a line end or another invisible character",
            ),
            FileProblem::SameName { twin } => Wording::new(
                "same-name",
                format!("ce nom et « {twin} » s’écrivent de la même façon, mais leurs accents ne sont pas codés pareillement"),
                format!("this name and “{twin}” are spelled the same, but their accents are not coded alike"),
            )
            .help(
                "renommez ou supprimez l’un des deux : ils auraient la même adresse",
                "rename or delete one of them: they would have the same address",
            ),
            FileProblem::Hidden { what } => hidden(*what),
            FileProblem::Unread { what } => unread(*what),
            FileProblem::StrayFolder { meant } => {
                Wording::new("stray-folder", "personne ne lit ce dossier", "nobody reads this folder")
                    .suggesting(Some(meant))
            }
            FileProblem::Link(fault) => fault.wording(),
            FileProblem::InTheWay(obstacle) => obstacle.wording(),
            FileProblem::ChangedByOthers => Wording::new(
                "changed-by-others",
                "ce fichier n’est plus publié, mais il a été modifié à la main : il reste en place",
                "this file is no longer published, but it was edited by hand: it is left in place",
            )
            .help("supprimez-le s’il ne sert plus", "delete it if it is no longer needed"),
        }
    }
}

fn unread(what: StrayFile) -> Wording {
    match what {
        StrayFile::Words => Wording::new(
            "unread-file",
            "personne ne lit ce fichier\u{a0}: les mots du thème s’écrivent en TOML",
            "nobody reads this file: the words of the theme are written in TOML",
        )
        .help("écrivez-les dans `words/fr.toml`", "write them in `words/en.toml`"),
        StrayFile::Style => Wording::new(
            "unread-file",
            "les navigateurs ne lisent pas ce style\u{a0}: ils ne connaissent que le CSS",
            "browsers do not read this style: they know CSS alone",
        )
        .help("écrivez-le dans `assets/site.css`", "write it in `assets/site.css`"),
    }
}

fn hidden(what: Hidden) -> Wording {
    let (fr, en) = match what {
        Hidden::File => ("ce fichier n’est pas publié", "this file is not published"),
        Hidden::Folder => ("ce dossier n’est pas publié", "this folder is not published"),
    };
    Wording::new(
        "hidden-file",
        format!("{fr}\u{a0}: son nom commence par un point"),
        format!("{en}: its name starts with a dot"),
    )
    .help(
        "donnez-lui un autre nom, ou sortez-le d’ici; seuls le sont, dans static/, `.domains`, `.htaccess`, `.nojekyll` et `.well-known/`",
        "give it another name, or move it out of here; only `.domains`, `.htaccess`, `.nojekyll` and `.well-known/` are, in static/",
    )
}

impl LinkFault {
    fn wording(self) -> Wording {
        match self {
            LinkFault::Broken => Wording::new(
                "link-broken",
                "ce lien symbolique ne mène nulle part",
                "this symbolic link leads nowhere",
            )
            .help("supprimez-le ou corrigez sa cible", "delete it or correct its target"),
            LinkFault::Loop => Wording::new(
                "link-loop",
                "ce lien symbolique mène à un dossier qui le contient",
                "this symbolic link leads to a folder that contains it",
            )
            .help("supprimez-le : le site n’aurait pas de fin", "delete it: the site would have no end"),
            LinkFault::LeavesSite => Wording::new(
                "link-leaves-site",
                "ce lien symbolique sort du dossier du site",
                "this symbolic link leaves the site’s folder",
            )
            .help(
                "remplacez-le par une copie : ce qui est publié doit se trouver dans le dossier du site",
                "replace it with a copy: what is published must be inside the site’s folder",
            ),
            LinkFault::IntoOutput => Wording::new(
                "link-into-output",
                "ce lien symbolique mène au dossier de publication",
                "this symbolic link leads into the output folder",
            )
            .help(
                "supprimez-le : le site se publierait lui-même",
                "delete it: the site would publish itself",
            ),
        }
    }
}

impl Obstacle {
    fn wording(self) -> Wording {
        let (fr, en) = match self {
            Obstacle::OtherFile => (
                "ce fichier ne vient pas de jalon, et une partie du site doit prendre sa place",
                "this file does not come from jalon, and part of the site must take its place",
            ),
            Obstacle::Folder => (
                "ce dossier contient autre chose que le site, et un fichier doit prendre sa place",
                "this folder holds more than the site, and a file must take its place",
            ),
            Obstacle::FileForFolder => (
                "ce fichier ne vient pas de jalon, et un dossier du site doit prendre sa place",
                "this file does not come from jalon, and a folder of the site must take its place",
            ),
            Obstacle::Link => (
                "un lien symbolique se trouve à la place d’une partie du site",
                "a symbolic link stands where part of the site must go",
            ),
            Obstacle::Special => (
                "un tube, un socket ou un périphérique se trouve à la place d’un fichier du site",
                "a pipe, a socket or a device stands where a file of the site must go",
            ),
        };
        Wording::new("in-the-way", fr, en).help(
            "déplacez-le, ou publiez dans un autre dossier avec l’option `-o`",
            "move it, or publish into another folder with the option `-o`",
        )
    }
}

fn too_large(what: LargeFile, size: u64, limit: u64) -> Wording {
    let wording = Wording::new(
        "file-too-large",
        format!("ce fichier fait {size} Mo; la limite est de {limit} Mo"),
        format!("this file is {size} MB; the limit is {limit} MB"),
    );
    match what {
        LargeFile::Text => wording.help(
            "un document Markdown ne contient que du texte : placez les images et les données à côté",
            "a Markdown document holds text only: put images and data beside it",
        ),
        LargeFile::Other => wording.help(
            "réduisez-le, ou déposez-le chez un service fait pour cela et faites-y un lien",
            "make it smaller, or leave it with a service made for that and link to it",
        ),
    }
}

fn not_utf8(byte: u8, guess: Option<char>) -> Wording {
    let wording = Wording::new(
        "not-utf8",
        format!("ce fichier n’est pas en UTF-8 : octet 0x{byte:02X}"),
        format!("this file is not UTF-8: byte 0x{byte:02X}"),
    );
    match guess {
        Some(guess) => wording.help(
            format!("en Windows-1252, cet octet serait « {guess} »; enregistrez le fichier en UTF-8"),
            format!("in Windows-1252 this byte would be “{guess}”; save the file as UTF-8"),
        ),
        None => wording.help("enregistrez le fichier en UTF-8", "save the file as UTF-8"),
    }
}

fn unreadable(cause: io::ErrorKind) -> Wording {
    let (fr, en) = match cause_in_words(cause) {
        Some(words) => (format!(" : {}", words.fr), format!(": {}", words.en)),
        None => (String::new(), String::new()),
    };
    let wording =
        Wording::new("unreadable", format!("lecture impossible{fr}"), format!("cannot be read{en}"));
    if cause == io::ErrorKind::InvalidFilename {
        return wording.help(
            "raccourcissez son nom et ceux des dossiers où il se trouve",
            "shorten its name and those of the folders that it is in",
        );
    }
    wording.help(
        "donnez-vous le droit de le lire, ou retirez-le du dossier du site",
        "give yourself permission to read it, or move it out of the site’s folder",
    )
}

fn bad_name(code: &'static str, fr: &str, en: &str) -> Wording {
    Wording::new(code, fr, en).help(
        "renommez-le avec des lettres, des chiffres et des tirets",
        "rename it with letters, digits and hyphens",
    )
}

/// What the system answered, in words; none when the kind says nothing a person could use.
#[expect(clippy::wildcard_enum_match_arm, reason = "the standard library may add kinds at any time")]
pub fn cause_in_words(kind: io::ErrorKind) -> Option<Bilingual> {
    use io::ErrorKind as Kind;
    let (fr, en) = match kind {
        Kind::PermissionDenied => ("permission refusée", "permission denied"),
        Kind::NotFound => ("fichier ou dossier introuvable", "no such file or folder"),
        Kind::AlreadyExists => ("ce nom existe déjà", "this name already exists"),
        Kind::NotADirectory => ("ce n’est pas un dossier", "this is not a folder"),
        Kind::IsADirectory => ("c’est un dossier", "this is a folder"),
        Kind::DirectoryNotEmpty => ("le dossier n’est pas vide", "the folder is not empty"),
        Kind::StorageFull => ("le disque est plein", "the disk is full"),
        Kind::QuotaExceeded => ("votre espace disque est épuisé", "your disk quota is used up"),
        Kind::FileTooLarge => {
            ("le fichier est trop grand pour ce disque", "the file is too large for this disk")
        }
        Kind::ReadOnlyFilesystem => ("le disque est en lecture seule", "the disk is read-only"),
        Kind::InvalidFilename => {
            ("nom trop long ou refusé par le système", "name too long or refused by the system")
        }
        Kind::CrossesDevices => {
            ("les deux dossiers sont sur deux disques", "the two folders are on two disks")
        }
        Kind::ResourceBusy | Kind::ExecutableFileBusy => {
            ("un autre programme s’en sert", "another program is using it")
        }
        Kind::TimedOut => ("le disque ne répond pas", "the disk does not answer"),
        _ => return None,
    };
    Some(Bilingual::new(fr, en))
}
