//! The words of the help and of the last line, in both languages.

use std::time::Duration;

use crate::diagnostic::Severity;
use crate::lang::{Lang, NO_BREAK_SPACE, is_singular, number};

/// The words of the help.
pub struct Help {
    /// How a help page is laid out, for clap.
    pub layout: &'static str,
    pub about: &'static str,
    pub usage: &'static str,
    pub commands: &'static str,
    pub options: &'static str,
    pub everywhere: &'static str,
    pub a_folder: &'static str,
    pub a_file: &'static str,
    pub a_date: &'static str,
    pub an_address: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub root: &'static str,
    pub config: &'static str,
    pub lang: &'static str,
    pub format: &'static str,
    pub strict: &'static str,
    pub build: &'static str,
    pub build_usage: &'static str,
    pub output: &'static str,
    pub base_url: &'static str,
    pub drafts: &'static str,
    pub file_links: &'static str,
    pub today: &'static str,
    pub serve: &'static str,
    pub serve_usage: &'static str,
    pub port: &'static str,
    pub interface: &'static str,
    pub open: &'static str,
    pub navigate: &'static str,
    pub editor: &'static str,
    pub a_program: &'static str,
    pub poll: &'static str,
    pub a_number: &'static str,
    pub a_name: &'static str,
    pub check: &'static str,
    pub check_usage: &'static str,
    pub status: &'static str,
    pub status_usage: &'static str,
    pub late: &'static str,
    pub coming: &'static str,
    pub responsible: &'static str,
    pub plan: &'static str,
    pub json: &'static str,
    pub with_drafts: &'static str,
    pub arguments: &'static str,
    pub init: &'static str,
    pub init_usage: &'static str,
    pub new_folder: &'static str,
    pub title: &'static str,
    pub sample: &'static str,
    pub hosting: &'static str,
    pub a_host: &'static str,
    pub new: &'static str,
    pub new_usage: &'static str,
    pub kind: &'static str,
    pub a_kind: &'static str,
    /// The kinds of documents in the order of `kinds::DOCUMENTS`, then the action, each by the word of the language.
    pub kinds: [&'static str; 6],
    pub title_of_page: &'static str,
    pub a_title: &'static str,
    pub language: &'static str,
    pub date: &'static str,
    pub a_code: &'static str,
    pub a_percentage: &'static str,
    pub a_key: &'static str,
    pub i18n: &'static str,
    pub i18n_usage: &'static str,
    pub i18n_files: &'static str,
    pub i18n_details: &'static str,
    pub i18n_all: &'static str,
    pub i18n_language: &'static str,
    pub threshold: &'static str,
    pub mark: &'static str,
    pub unit: &'static str,
    pub stub: &'static str,
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
    layout: "{about}\n\nUtilisation : {usage}\n\n{all-args}{after-help}",
    about: "Publie sur le Web les plans d’action, les synthèses et la mission d’une association",
    usage: "jalon [options] <commande>",
    // Clap writes its own colon after a heading.
    commands: "Commandes ",
    options: "Options ",
    everywhere: "Options de toutes les commandes ",
    a_folder: "DOSSIER",
    a_file: "FICHIER",
    a_date: "AAAA-MM-JJ",
    an_address: "ADRESSE",
    help: "Affiche cette aide",
    version: "Affiche la version du programme",
    root: "Dossier du site; par défaut, le dossier courant ou le premier dossier parent qui contient jalon.toml",
    config: "Fichier de configuration, à partir du dossier du site; par défaut, jalon.toml",
    lang: "Langue des messages; par défaut, celle du système, sinon celle du site",
    format: "Présentation des problèmes : human (avec un extrait, par défaut), short (une ligne, et une pour l’aide), json ou github",
    strict: "Un avertissement suffit à ne rien publier, comme une erreur",
    build: "Construit le site et le publie dans un dossier",
    build_usage: "jalon build [options]",
    output: "Dossier où publier; par défaut, public/ dans le dossier du site",
    base_url: "Adresse publique du site, à la place de celle de la configuration",
    drafts: "Publie aussi les brouillons",
    file_links: "Nomme le fichier de chaque page dans les liens : le site s’ouvre aussi d’un dossier ou d’une clé USB, sans serveur",
    today: "Date de référence pour les retards; par défaut, la date « updated » de chaque plan, sinon le jour de la construction",
    serve: "Montre le site dans le navigateur, à jour à chaque enregistrement, sans rien publier",
    serve_usage: "jalon serve [options]",
    port: "Port de l’aperçu; par défaut, 1111, ou le premier qui est libre ensuite",
    interface: "Adresse où l’aperçu répond; par défaut, 127.0.0.1, que cet ordinateur est seul à voir",
    open: "Ouvre le navigateur",
    navigate: "Va à la page qui vient de changer",
    editor: "Programme qui ouvre le fichier d’un problème, à sa ligne s’il le peut\u{a0}: code, zed, kate; par défaut, celui du système",
    a_program: "PROGRAMME",
    poll: "Regarde les fichiers plusieurs fois par seconde, pour un lecteur réseau",
    a_number: "NUMÉRO",
    a_name: "NOM",
    check: "Vérifie les documents et chaque page, avec tous ses liens, sans rien publier",
    check_usage: "jalon check [options]",
    status: "Montre où en sont les plans, sans rien publier",
    status_usage: "jalon status [options]",
    late: "Montre les actions en retard",
    coming: "Montre les actions dont l’échéance tombe d’ici 60 jours",
    responsible: "Ne compte que les actions confiées à cette personne ou à cet organisme; une partie du nom suffit",
    plan: "Ne montre que ce plan : son titre, son dossier ou une partie de l’un des deux",
    json: "Donne les mêmes renseignements à un programme, au format JSON",
    with_drafts: "Tient compte aussi des brouillons",
    init: "Crée un site complet, dont il reste à remplacer les textes",
    init_usage: "jalon init <DOSSIER> [options]",
    new_folder: "Dossier du site, nouveau ou vide",
    title: "Nom de l’association",
    sample: "Ce que montre le site : full (un plan, un atelier, une mission et une nouvelle, par défaut) ou minimal (un plan)",
    hosting: "Hébergeur, pour le fichier qui publie le site à chaque changement et chaque jour : github, gitlab, netlify, cloudflare, ftp ou none",
    a_host: "HÉBERGEUR",
    new: "Ajoute un document avec un modèle à remplir, ou une action à un plan",
    new_usage: "jalon new <GENRE> <TITRE> [options]",
    kind: "Genre : plan, atelier (ou synthese), mission, nouvelle (ou actualite), page; ou action, une rangée d’un plan",
    a_kind: "GENRE",
    kinds: ["plan", "atelier", "mission", "nouvelle", "page", "action"],
    title_of_page: "Titre du document ou de l’action",
    a_title: "TITRE",
    language: "Langue du document; par défaut, la première du site",
    date: "Date du document; par défaut, la date du jour",
    arguments: "Arguments ",
    a_code: "CODE",
    a_percentage: "NOMBRE",
    a_key: "CLÉ",
    i18n: "Montre ce qui est traduit, ce qui est à revoir et ce qui reste à traduire",
    i18n_usage: "jalon i18n [options] [fichier]...",
    i18n_files: "Documents ou dossiers en question, originaux ou traductions; par défaut, tout le site",
    i18n_details: "Montre chaque élément qui n’est pas à jour, avec ses lignes dans les deux fichiers; un FICHIER donné le demande déjà",
    i18n_all: "Nomme aussi les documents sans traduction",
    i18n_language: "Ne montre, ou ne note, que cette langue : en",
    threshold: "Échoue (code 1) quand, dans une langue, moins de NOMBRE % des éléments des documents traduits sont à jour; --strict équivaut à 100",
    mark: "Note dans chaque traduction l’état de l’original dont elle vient; avec FICHIER, dit aussi que cette traduction est à jour",
    unit: "Avec --mark FICHIER, ne dit à jour que cet élément : 2.1.3, vision, title; peut être répétée",
    stub: "Crée la traduction de chaque FICHIER dans cette langue, à remplir : les mots de l’original y sont en commentaire; n’écrase rien",
};

const EN: Help = Help {
    layout: "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}",
    about: "Publishes the action plans, syntheses and mission of an association on the Web",
    usage: "jalon [options] <command>",
    commands: "Commands",
    options: "Options",
    everywhere: "Options of all commands",
    a_folder: "FOLDER",
    a_file: "FILE",
    a_date: "YYYY-MM-DD",
    an_address: "ADDRESS",
    help: "Shows this help",
    version: "Shows the version of the program",
    root: "Folder of the site; by default, the current folder or the first parent that holds jalon.toml",
    config: "Configuration file, from the site’s folder; by default, jalon.toml",
    lang: "Language of the messages; by default, the system’s, else the site’s",
    format: "How problems are shown: human (with an excerpt, the default), short (one line, and one for the help), json or github",
    strict: "One warning is enough to publish nothing, as an error is",
    build: "Builds the site and publishes it in a folder",
    build_usage: "jalon build [options]",
    output: "Folder to publish in; by default, public/ in the site’s folder",
    base_url: "Public address of the site, instead of the one in the configuration",
    drafts: "Publishes drafts as well",
    file_links: "Names the file of each page in links: the site also opens from a folder or a USB key, without a server",
    today: "Reference date for what is late; by default, the “updated” date of each plan, else the day of the build",
    serve: "Shows the site in the browser, up to date at each save, publishing nothing",
    serve_usage: "jalon serve [options]",
    port: "Port of the preview; by default 1111, or the next one that is free",
    interface: "Address where the preview answers; by default 127.0.0.1, which only this computer sees",
    open: "Opens the browser",
    navigate: "Goes to the page that has just changed",
    editor: "Program that opens the file of a problem, at its line if it can: code, zed, kate; by default, the system’s",
    a_program: "PROGRAM",
    poll: "Looks at the files several times a second, for a network drive",
    a_number: "NUMBER",
    a_name: "NAME",
    check: "Checks the documents and every page, with all its links, publishing nothing",
    check_usage: "jalon check [options]",
    status: "Shows how far the plans are, publishing nothing",
    status_usage: "jalon status [options]",
    late: "Shows the actions that are late",
    coming: "Shows the actions due within 60 days",
    responsible: "Counts only the actions of this person or organisation; part of the name is enough",
    plan: "Shows only this plan: its title, its folder or part of either",
    json: "Gives the same to a program, as JSON",
    with_drafts: "Takes drafts into account as well",
    init: "Makes a complete site, whose texts are there to be replaced",
    init_usage: "jalon init <FOLDER> [options]",
    new_folder: "Folder of the site, new or empty",
    title: "Name of the association",
    sample: "What the site shows: full (a plan, a workshop, a mission and a news item, the default) or minimal (a plan)",
    hosting: "Host, for the file that publishes the site at each change and each day: github, gitlab, netlify, cloudflare, ftp or none",
    a_host: "HOST",
    new: "Adds a document with a model to fill in, or an action to a plan",
    new_usage: "jalon new <KIND> <TITLE> [options]",
    kind: "Kind: plan, workshop (or synthesis, or summary), mission, news, page; or action, a row of a plan",
    a_kind: "KIND",
    kinds: ["plan", "workshop", "mission", "news", "page", "action"],
    title_of_page: "Title of the document or of the action",
    a_title: "TITLE",
    language: "Language of the document; by default, the site’s first",
    date: "Date of the document; by default, today",
    arguments: "Arguments",
    a_code: "CODE",
    a_percentage: "NUMBER",
    a_key: "KEY",
    i18n: "Shows what is translated, what is to review and what is still to translate",
    i18n_usage: "jalon i18n [options] [file]...",
    i18n_files: "Documents or folders in question, originals or translations; by default, the whole site",
    i18n_details: "Shows each unit that is not up to date, with its lines in both files; giving a FILE already asks for it",
    i18n_all: "Also names the documents without translation",
    i18n_language: "Shows, or records, this language only: en",
    threshold: "Fails (code 1) when, in a language, fewer than NUMBER% of the units of translated documents are up to date; --strict amounts to 100",
    mark: "Records in each translation the state of the original it comes from; with FILE, also says that this translation is up to date",
    unit: "With --mark FILE, says only this unit to be up to date: 2.1.3, vision, title; may be repeated",
    stub: "Makes the translation of each FILE into this language, to fill in: the words of the original stand as comments; overwrites nothing",
};

/// What the last line of a build says.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    pub n_pages: usize,
    pub n_actions: usize,
    /// Documents that are not published yet.
    pub n_drafts: usize,
    pub n_warnings: usize,
    pub n_written: usize,
    pub n_removed: usize,
}

/// « site publié dans public/ : 34 pages, 57 actions, 3 fichiers écrits (0,12 s) ».
pub fn site_published(lang: Lang, folder: &str, tally: &Tally, took: Duration) -> String {
    let Tally { n_pages, n_actions, n_drafts, n_warnings, n_written, n_removed } = *tally;
    let mut parts = vec![counted(lang, n_pages, &PAGE)];
    parts.extend((n_actions > 0).then(|| counted(lang, n_actions, &ACTION)));
    parts.extend((n_drafts > 0).then(|| counted(lang, n_drafts, &DRAFT)));
    parts.extend((n_warnings > 0).then(|| counted(lang, n_warnings, &WARNING)));
    parts.extend((n_written > 0).then(|| counted(lang, n_written, &WRITTEN)));
    parts.extend((n_removed > 0).then(|| match n_written {
        0 => counted(lang, n_removed, &REMOVED_FILE),
        _ => counted(lang, n_removed, &REMOVED),
    }));
    let unchanged = n_written == 0 && n_removed == 0;
    let (lead, nothing) = match lang {
        Lang::Fr => ("site publié dans", "aucun fichier modifié"),
        Lang::En => ("site published in", "no file changed"),
    };
    parts.extend(unchanged.then(|| nothing.to_owned()));
    format!("{lead} {folder}{}{} ({})", colon(lang), parts.join(", "), seconds(lang, took))
}

/// « rien n’a été publié : 2 erreurs, 1 avertissement ». Warnings alone stop a publication only
/// because `--strict` asks for it, which is said.
pub fn nothing_published(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let (lead, strict) = match lang {
        Lang::Fr => ("rien n’a été publié", ", et --strict n’en permet aucun"),
        Lang::En => ("nothing was published", ", and --strict allows none"),
    };
    let why = if n_errors == 0 { strict } else { "" };
    format!("{lead}{}{}{why}", colon(lang), problems(lang, n_errors, n_warnings))
}

/// « 2 erreurs, 1 avertissement ».
pub fn problems(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let mut parts = Vec::new();
    parts.extend((n_errors > 0).then(|| counted(lang, n_errors, &ERROR)));
    parts.extend((n_warnings > 0).then(|| counted(lang, n_warnings, &WARNING)));
    parts.join(", ")
}

/// The reminder that the content has problems, for a command that tells something else.
pub fn problems_in_content(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let counted = problems(lang, n_errors, n_warnings);
    match lang {
        Lang::Fr => format!("{counted} dans le contenu\u{a0}: «\u{a0}jalon build\u{a0}» donne les détails"),
        Lang::En => format!("{counted} in the content: “jalon build” gives the details"),
    }
}

/// The name of a severity, as it opens a message.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match (lang, severity) {
        (Lang::Fr, Severity::Error) => "erreur",
        (Lang::Fr, Severity::Warning) => "attention",
        (Lang::En, Severity::Error) => "error",
        (Lang::En, Severity::Warning) => "warning",
    }
}

/// The name of the way out, as it opens a help.
pub fn help(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "aide",
        Lang::En => "help",
    }
}

/// A colon and its spaces.
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "\u{a0}: ",
        Lang::En => ": ",
    }
}

/// One and several, in French then in English.
pub type Forms = [[&'static str; 2]; 2];

/// Published pages.
pub const PAGE: Forms = [["page", "pages"], ["page", "pages"]];
const ACTION: Forms = [["action", "actions"], ["action", "actions"]];
const ERROR: Forms = [["erreur", "erreurs"], ["error", "errors"]];
const WARNING: Forms = [["avertissement", "avertissements"], ["warning", "warnings"]];
const DRAFT: Forms =
    [["brouillon laissé de côté", "brouillons laissés de côté"], ["draft left out", "drafts left out"]];
const WRITTEN: Forms = [["fichier écrit", "fichiers écrits"], ["file written", "files written"]];
const REMOVED: Forms = [["retiré", "retirés"], ["removed", "removed"]];
const REMOVED_FILE: Forms = [["fichier retiré", "fichiers retirés"], ["file removed", "files removed"]];

/// « 121 pages ».
pub fn counted(lang: Lang, n: usize, forms: &Forms) -> String {
    let [singular, plural] = match lang {
        Lang::Fr => forms[0],
        Lang::En => forms[1],
    };
    let form = if is_singular(lang, n) { singular } else { plural };
    format!("{} {form}", number(lang, n))
}

fn seconds(lang: Lang, took: Duration) -> String {
    let seconds = format!("{:.2}", took.as_secs_f64());
    match lang {
        Lang::Fr => format!("{}{NO_BREAK_SPACE}s", seconds.replace('.', ",")),
        Lang::En => format!("{seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Tally, nothing_published, site_published};
    use crate::lang::{Lang, NO_BREAK_SPACE};

    fn check(tally: Tally, fr: &str, en: &str) {
        let took = Duration::from_millis(1_234);
        let shown = |lang| site_published(lang, "public/", &tally, took).replace(NO_BREAK_SPACE, "_");
        assert_eq!(shown(Lang::Fr), fr);
        assert_eq!(shown(Lang::En), en);
    }

    #[test]
    fn the_last_line_counts_with_the_plurals_of_each_language() {
        check(
            Tally { n_pages: 34, n_actions: 57, n_drafts: 1, n_warnings: 2, n_written: 3, n_removed: 1 },
            "site publié dans public/_: 34 pages, 57 actions, 1 brouillon laissé de côté, 2 avertissements, 3 fichiers écrits, 1 retiré (1,23_s)",
            "site published in public/: 34 pages, 57 actions, 1 draft left out, 2 warnings, 3 files written, 1 removed (1.23 s)",
        );
        check(
            Tally { n_pages: 12_345, n_removed: 2, ..Tally::default() },
            "site publié dans public/_: 12_345 pages, 2 fichiers retirés (1,23_s)",
            "site published in public/: 12,345 pages, 2 files removed (1.23 s)",
        );
        check(
            Tally::default(),
            "site publié dans public/_: 0 page, aucun fichier modifié (1,23_s)",
            "site published in public/: 0 pages, no file changed (1.23 s)",
        );
    }

    #[test]
    fn what_stopped_the_publication_is_counted() {
        assert_eq!(
            nothing_published(Lang::Fr, 2, 1),
            "rien n’a été publié\u{a0}: 2 erreurs, 1 avertissement"
        );
        assert_eq!(
            nothing_published(Lang::En, 0, 1),
            "nothing was published: 1 warning, and --strict allows none"
        );
    }
}
