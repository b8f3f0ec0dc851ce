//! The help and the answers of `jalon theme`, in both languages.

use crate::lang::{Lang, NO_BREAK_SPACE, is_singular, list, number};
use crate::theme;
use crate::theme::about::About;
use crate::theme::pieces::{Owner, Version};

/// The name of the theme that comes with jalon.
pub const DEFAULT: &str = theme::NAME;

/// The words of the help.
pub struct Help {
    pub theme: &'static str,
    pub usage: &'static str,
    pub list: &'static str,
    pub list_usage: &'static str,
    pub eject: &'static str,
    pub eject_usage: &'static str,
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub a_file: &'static str,
    pub a_name: &'static str,
    pub files: &'static str,
    pub name: &'static str,
}

impl Help {
    pub fn of(lang: Lang) -> &'static Help {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

const FR: Help = Help {
    theme: "Montre les fichiers du thème, ou en copie dans le site pour les changer",
    usage: "jalon theme <commande>",
    list: "Montre les thèmes, celui qui sert, et qui donne chacun de ses fichiers",
    list_usage: "jalon theme list [options]",
    eject: "Copie des fichiers du thème dans le site, pour les changer; n’écrase rien",
    eject_usage: "jalon theme eject [options] [fichier]...",
    commands: "Commandes ",
    arguments: "Arguments ",
    options: "Options ",
    a_file: "FICHIER",
    a_name: "NOM",
    files: "Fichiers à copier, par leur nom court ou complet : plan.html, words/fr.toml; par défaut, tout le thème, dans themes/",
    name: "Nom de la copie de tout le thème; par défaut, maison",
};

const EN: Help = Help {
    theme: "Shows the files of the theme, or copies some into the site to change them",
    usage: "jalon theme <command>",
    list: "Shows the themes, the one in use, and who gives each of its files",
    list_usage: "jalon theme list [options]",
    eject: "Copies files of the theme into the site, to change them; overwrites nothing",
    eject_usage: "jalon theme eject [options] [file]...",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    a_file: "FILE",
    a_name: "NAME",
    files: "Files to copy, by their short or full name: plan.html, words/en.toml; by default, the whole theme, into themes/",
    name: "Name of the copy of the whole theme; by default, maison",
};

/// The title of the list of themes.
pub fn themes(lang: Lang) -> &'static str {
    in_lang(lang, "Thèmes", "Themes")
}

/// What the theme that comes with jalon does in a site that names another one, or none.
pub fn default_theme(lang: Lang, used: Option<&str>) -> String {
    let [with_jalon, role] = match (lang, used) {
        (Lang::Fr, None) => ["fourni avec jalon", "utilisé par le site"],
        (Lang::En, None) => ["comes with jalon", "used by the site"],
        (Lang::Fr, Some(name)) => ["fourni avec jalon", &format!("sert là où {name} ne donne rien")],
        (Lang::En, Some(name)) => ["comes with jalon", &format!("used where {name} gives nothing")],
    };
    format!("{with_jalon}, {role}")
}

/// Where a theme of the site is, and whether it serves.
pub fn theme_of_site(lang: Lang, name: &str, is_used: bool) -> String {
    match (lang, is_used) {
        (Lang::Fr, true) => format!("themes/{name}/, utilisé par le site"),
        (Lang::En, true) => format!("themes/{name}/, used by the site"),
        (Lang::Fr | Lang::En, false) => format!("themes/{name}/"),
    }
}

/// What a theme says of itself, a line for what it is and one for where it comes from.
pub fn about(lang: Lang, about: &About) -> Vec<String> {
    let colon = in_lang(lang, "\u{a0}: ", ": ");
    let what = match (&about.name, &about.description) {
        (Some(name), Some(description)) => Some(format!("{name}{colon}{description}")),
        (Some(said), None) | (None, Some(said)) => Some(said.clone()),
        (None, None) => None,
    };
    let authors = (!about.authors.is_empty()).then(|| match lang {
        Lang::Fr => format!("par {}", list(lang, &about.authors)),
        Lang::En => format!("by {}", list(lang, &about.authors)),
    });
    let license =
        about.license.as_ref().map(|it| format!("{}{it}", in_lang(lang, "licence\u{a0}: ", "licence: ")));
    let origin: Vec<String> = authors.into_iter().chain(license).chain(about.homepage.clone()).collect();
    let origin = (!origin.is_empty()).then(|| origin.join("; "));
    what.into_iter().chain(origin).collect()
}

/// A theme that the settings name and that nobody has.
pub fn missing_theme(lang: Lang) -> String {
    in_lang(lang, "nommé dans jalon.toml, mais absent de themes/", "named in jalon.toml, but not in themes/")
        .to_owned()
}

/// The title of a folder of the theme.
pub fn folder(lang: Lang, folder: &str, n_files: usize, n_touched: usize) -> String {
    let n = number(lang, n_files);
    let files = in_lang(lang, "fichier", "file");
    let s = if is_singular(lang, n_files) { "" } else { "s" };
    let colon = in_lang(lang, "\u{a0}:", ":");
    let touched = match (lang, n_touched) {
        (Lang::Fr | Lang::En, 0) => String::new(),
        (Lang::Fr, n) => format!(
            ", dont {} propre{} à ce site",
            number(lang, n),
            if is_singular(lang, n) { "" } else { "s" }
        ),
        (Lang::En, n) => format!(", {} of this site’s own", number(lang, n)),
    };
    format!("{folder}{colon} {n} {files}{s}{touched}")
}

/// Who gives a file, when the default theme is not alone in it.
pub fn versions(lang: Lang, folder: &str, versions: &[Version]) -> Option<String> {
    let (in_use, below) = versions.split_last().filter(|(in_use, _)| in_use.owner != Owner::Default)?;
    let path = &in_use.path;
    let verb = match (folder, below) {
        (_, []) => in_lang(lang, "ajouté par", "added by"),
        ("words/", [_, ..]) => in_lang(lang, "complété par", "completed by"),
        (_, [_, ..]) => in_lang(lang, "remplacé par", "replaced by"),
    };
    let behind = below.iter().rfind(|version| version.owner == Owner::Theme).map(|version| match lang {
        Lang::Fr => format!(", devant {}", version.path),
        Lang::En => format!(", in front of {}", version.path),
    });
    Some(format!("{verb} {path}{}", behind.unwrap_or_default()))
}

/// The last line of the list.
pub fn how_to_eject(lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Pour changer un de ces fichiers{NO_BREAK_SPACE}: jalon theme eject FICHIER le copie dans le site, où il sert à la place de celui du thème."
        ),
        Lang::En => "To change one of these files: jalon theme eject FILE copies it into the site, where it is used instead of the theme’s.".to_owned(),
    }
}

/// The line of a file that was copied.
pub fn copied(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Copié{NO_BREAK_SPACE}: {name}"),
        Lang::En => format!("Copied: {name}"),
    }
}

/// What changes with a copy, and how to go back.
pub fn what_a_copy_does(lang: Lang, n_files: usize) -> &'static str {
    match (lang, n_files) {
        (Lang::Fr, 1) => {
            "Ce fichier sert maintenant à la place de celui du thème; retirez-le pour revenir au thème."
        }
        (Lang::En, 1) => "This file is now used instead of the theme’s; remove it to go back to the theme.",
        (Lang::Fr, _) => {
            "Ces fichiers servent maintenant à la place de ceux du thème; retirez-les pour revenir au thème."
        }
        (Lang::En, _) => {
            "These files are now used instead of the theme’s; remove them to go back to the theme."
        }
    }
}

/// A whole copy of words would hide those that later versions of jalon reword.
pub fn keep_only_what_changes(lang: Lang) -> &'static str {
    in_lang(
        lang,
        "Dans un fichier de mots, gardez seulement les lignes que vous changez, sous leur titre entre crochets : le reste vient du thème.",
        "In a file of words, keep only the lines you change, under their title in brackets: the rest comes from the theme.",
    )
}

/// What the settings say of themes so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settings {
    Nothing,
    /// A table `[theme]` without a name.
    Table,
    /// Another theme is named.
    NameAnother,
    /// This one is named already.
    Ready,
}

/// What was copied, and the line that puts it in use.
pub fn theme_copied(lang: Lang, name: &str, n_files: usize, settings: Settings) -> String {
    let n = number(lang, n_files);
    let copied = match lang {
        Lang::Fr => format!("Copié{NO_BREAK_SPACE}: themes/{name}/ ({n} fichiers)"),
        Lang::En => format!("Copied: themes/{name}/ ({n} files)"),
    };
    let (fr, en, lines) = match settings {
        Settings::Nothing => (
            "Pour que le site s’en serve, ajoutez à la fin de jalon.toml",
            "For the site to use it, add at the end of jalon.toml",
            format!("\n\n  [theme]\n  name = \"{name}\""),
        ),
        Settings::Table => (
            "Pour que le site s’en serve, ajoutez sous [theme], dans jalon.toml",
            "For the site to use it, add under [theme], in jalon.toml",
            format!("\n\n  name = \"{name}\""),
        ),
        Settings::NameAnother => (
            "Pour que le site s’en serve, remplacez le nom du thème dans jalon.toml par",
            "For the site to use it, replace the name of the theme in jalon.toml with",
            format!(" \"{name}\""),
        ),
        Settings::Ready => {
            return format!(
                "{copied}\n{}\n",
                in_lang(lang, "jalon.toml le nomme déjà.", "jalon.toml names it already.")
            );
        }
    };
    let colon = in_lang(lang, "\u{a0}:", ":");
    format!("{copied}\n{}{colon}{lines}\n", in_lang(lang, fr, en))
}

fn in_lang(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}
