//! What a preview says, in the terminal and over its pages, in both languages.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::cli::entry::Entry;
use crate::cli::words::{colon, problems, severity};
use crate::diagnostic::{Severity, Wording};
use crate::lang::{Lang, NO_BREAK_SPACE, is_singular, number};
use crate::server::notice::{Covers, FileAt, Notice, Problem};
use crate::server::stage::Changed;
use crate::watch::Deaf;

/// How many warnings a page lists: all of them are in the terminal.
const MOST_WARNINGS: usize = 20;

/// What pages are behind the problems of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// The site as it is now.
    Now,
    /// The last site that could be built.
    Before,
    Nothing,
}

/// What is behind the problems of a round that stops or not, when there is a site to show or not.
pub fn behind(stops: bool, has_site: bool) -> Behind {
    match (stops, has_site) {
        (false, _) => Behind::Now,
        (true, true) => Behind::Before,
        (true, false) => Behind::Nothing,
    }
}

/// The address of a preview, as a browser takes it.
pub fn url(mut address: SocketAddr, base_path: &str) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    format!("http://{address}{base_path}")
}

/// « aperçu à http://127.0.0.1:1111/ : 34 pages en 120 ms (Ctrl-C pour arrêter) ».
pub fn preview_at(lang: Lang, url: &str, state: &str) -> String {
    match lang {
        Lang::Fr => format!("aperçu à {url}{}{state} (Ctrl-C pour arrêter)", colon(lang)),
        Lang::En => format!("preview at {url}{}{state} (Ctrl-C to stop)", colon(lang)),
    }
}

/// « 34 pages en 120 ms ».
pub fn ready(lang: Lang, n_pages: usize, took: Duration) -> String {
    let pages = counted(lang, n_pages, ["page", "pages"]);
    match lang {
        Lang::Fr => format!("{pages} en {}", time(lang, took)),
        Lang::En => format!("{pages} in {}", time(lang, took)),
    }
}

/// « 2 erreurs, 1 avertissement à corriger avant de voir le site ».
pub fn to_mend(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let problems = problems(lang, n_errors, n_warnings);
    match lang {
        Lang::Fr => format!("{problems}, à corriger pour voir le site"),
        Lang::En => format!("{problems} to mend before the site can be seen"),
    }
}

/// « l’aperçu montre encore le site d’avant : 2 erreurs ».
pub fn kept(lang: Lang, n_errors: usize, n_warnings: usize) -> String {
    let lead = match lang {
        Lang::Fr => "l’aperçu montre encore le site d’avant",
        Lang::En => "the preview still shows the site as it was",
    };
    format!("{lead}{}{}", colon(lang), problems(lang, n_errors, n_warnings))
}

/// « 3 pages et 1 fichier changés en 41 ms »: what is not a page is called a file.
pub fn changed(lang: Lang, changed: Changed, took: Duration) -> String {
    let Changed { n_pages, n_others } = changed;
    let time = time(lang, took);
    let others = match lang {
        Lang::Fr => counted(lang, n_others, ["fichier", "fichiers"]),
        Lang::En => counted(lang, n_others, ["file", "files"]),
    };
    let pages = counted(lang, n_pages, ["page", "pages"]);
    match (lang, n_pages, n_others) {
        (Lang::Fr, 0, 0) => format!("aucune page changée ({time})"),
        (Lang::En, 0, 0) => format!("no page changed ({time})"),
        (Lang::Fr, 1, 0) => format!("{pages} changée en {time}"),
        (Lang::Fr, _, 0) => format!("{pages} changées en {time}"),
        (Lang::Fr, 0, 1) => format!("{others} changé en {time}"),
        (Lang::Fr, 0, _) => format!("{others} changés en {time}"),
        (Lang::Fr, _, _) => format!("{pages} et {others} changés en {time}"),
        (Lang::En, _, 0) => format!("{pages} changed in {time}"),
        (Lang::En, 0, _) => format!("{others} changed in {time}"),
        (Lang::En, _, _) => format!("{pages} and {others} changed in {time}"),
    }
}

/// That another port was taken.
pub fn other_port(lang: Lang, asked: u16, taken: u16) -> String {
    match lang {
        Lang::Fr => {
            format!("le port {asked} est déjà pris{}l’aperçu est au port {taken}", colon(lang))
        }
        Lang::En => format!("port {asked} is already in use{}the preview is at port {taken}", colon(lang)),
    }
}

/// That other machines may look.
pub fn open_to_all(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "les autres appareils de votre réseau peuvent aussi le voir",
        Lang::En => "the other devices of your network can see it too",
    }
}

/// The last words of a preview.
pub fn stopped(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "aperçu arrêté",
        Lang::En => "preview stopped",
    }
}

/// What pages say until the first build is over.
pub fn being_built(lang: Lang) -> Notice {
    let (title, lead) = match lang {
        Lang::Fr => ("Le site se prépare", "Cette page fera place au site dès qu’il sera prêt."),
        Lang::En => {
            ("The site is being built", "This page will give way to the site as soon as it is ready.")
        }
    };
    Notice { title: title.to_owned(), lead: lead.to_owned(), ..Notice::nothing(lang) }
}

/// The problems of a site for the browser: errors first, all of them, then some warnings. `opens` says which
/// files, as entries name them, may be opened from there.
pub fn notice(lang: Lang, entries: &[Entry], behind: Behind, opens: &dyn Fn(&str) -> bool) -> Notice {
    if entries.is_empty() {
        return Notice::nothing(lang);
    }
    let of = |severity| entries.iter().filter(move |entry| entry.severity == severity);
    let (n_errors, n_warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let told = of(Severity::Error).chain(of(Severity::Warning).take(MOST_WARNINGS));
    let n_more = n_warnings.saturating_sub(MOST_WARNINGS);
    let [lead, close, open, unopened] = match lang {
        Lang::Fr => [behind.in_french(), "Fermer", "Ouvrir ce fichier", "Ce fichier ne s’est pas ouvert."],
        Lang::En => [behind.in_english(), "Close", "Open this file", "This file did not open."],
    };
    Notice {
        lang,
        covers: match behind {
            Behind::Now => Covers::Nothing,
            Behind::Before | Behind::Nothing => Covers::Page,
        },
        title: problems(lang, n_errors, n_warnings),
        lead: lead.to_owned(),
        close: close.to_owned(),
        open,
        unopened,
        problems: told.map(|entry| problem(lang, entry, opens)).collect(),
        rest: (n_more > 0).then(|| match lang {
            Lang::Fr => format!(
                "Le terminal montre aussi {}.",
                counted(lang, n_more, ["autre avertissement", "autres avertissements"])
            ),
            Lang::En => {
                format!("The terminal shows {}.", counted(lang, n_more, ["more warning", "more warnings"]))
            }
        }),
    }
}

impl Behind {
    fn in_french(self) -> &'static str {
        match self {
            Behind::Now => "Les pages sont à jour; ceci mérite un regard.",
            Behind::Before => {
                "Les pages sont celles d’avant. Ce message disparaîtra de lui-même une fois tout corrigé."
            }
            Behind::Nothing => "Cette page fera place au site une fois tout corrigé.",
        }
    }

    fn in_english(self) -> &'static str {
        match self {
            Behind::Now => "The pages are up to date; this is worth a look.",
            Behind::Before => "The pages are as they were. This message will go away once all is mended.",
            Behind::Nothing => "This page will give way to the site once all is mended.",
        }
    }
}

fn problem(lang: Lang, entry: &Entry, opens: &dyn Fn(&str) -> bool) -> Problem {
    let Entry { severity: level, code: _, path, place, message, help } = entry;
    Problem {
        kind: match level {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        severity: format!("{}{}", severity(lang, *level), colon(lang).trim_end_matches(' ')),
        message: message.clone(),
        place: path.as_ref().map(|path| match place {
            Some(place) => format!("{path}:{}:{}", place.line, place.column),
            None => path.clone(),
        }),
        file: path.as_ref().filter(|path| opens(path)).map(|path| {
            let (line, column) = place.as_ref().map_or((1, 1), |place| (place.line, place.column));
            FileAt { path: path.clone(), line, column }
        }),
        excerpt: place.as_ref().map(|place| {
            let (text, marked) = (&place.text, &place.marked);
            [&text[..marked.start], &text[marked.clone()], &text[marked.end..]].map(str::to_owned)
        }),
        help: help.as_ref().map(|help| format!("{}{}{help}", crate::cli::words::help(lang), colon(lang))),
    }
}

/// Why no port can be served from.
pub fn no_port(interface: IpAddr, port: u16, error: &io::Error) -> Wording {
    Wording::new(
        "no-port",
        format!("l’aperçu ne peut pas s’ouvrir à {interface}, port {port} : {error}"),
        format!("the preview cannot open at {interface}, port {port}: {error}"),
    )
    .help(
        "choisissez un autre port avec -p, ou laissez -i de côté",
        "choose another port with -p, or leave -i out",
    )
}

/// Why what a preview needs of the system cannot be had.
pub fn no_signal(error: &str) -> Wording {
    Wording::new(
        "no-preview",
        format!("le système ne laisse pas l’aperçu démarrer : {error}"),
        format!("the system does not let the preview start: {error}"),
    )
}

/// Why no browser opened.
pub fn no_browser(error: &io::Error) -> Wording {
    Wording::new(
        "no-browser",
        format!("le navigateur ne s’est pas ouvert : {error}"),
        format!("the browser did not open: {error}"),
    )
    .help(
        "copiez l’adresse de l’aperçu dans le navigateur",
        "copy the address of the preview into the browser",
    )
}

/// Why files are looked at instead of listened to.
pub fn deaf(deaf: &Deaf) -> Wording {
    match deaf {
        Deaf::TooMany => Wording::new(
            "watch-limit",
            "le système ne laisse pas surveiller plus de dossiers : les fichiers sont regardés plusieurs fois par seconde",
            "the system lets no more folders be watched: the files are looked at several times a second",
        )
        .help(
            "fermez d’autres programmes qui surveillent des fichiers, ou demandez à la personne qui gère l’ordinateur de relever « fs.inotify.max_user_watches » et « fs.inotify.max_user_instances »",
            "close other programs that watch files, or ask whoever runs the computer to raise “fs.inotify.max_user_watches” and “fs.inotify.max_user_instances”",
        ),
        Deaf::Refused(answer) => Wording::new(
            "no-watch",
            format!("le système ne dit pas ce qui change ({answer}) : les fichiers sont regardés plusieurs fois par seconde"),
            format!("the system does not tell what changes ({answer}): the files are looked at several times a second"),
        ),
    }
}

fn counted(lang: Lang, n: usize, [singular, plural]: [&str; 2]) -> String {
    let form = if is_singular(lang, n) { singular } else { plural };
    format!("{} {form}", number(lang, n))
}

/// « 41 ms », « 1,2 s ».
fn time(lang: Lang, took: Duration) -> String {
    let (space, comma) = match lang {
        Lang::Fr => (NO_BREAK_SPACE, ","),
        Lang::En => (' ', "."),
    };
    match took.as_millis() {
        n_millis @ 0..1_000 => format!("{n_millis}{space}ms"),
        _ => format!("{}{space}s", format!("{:.1}", took.as_secs_f64()).replace('.', comma)),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::changed;
    use crate::lang::{Lang, NO_BREAK_SPACE};
    use crate::server::stage::Changed;

    fn check(n_pages: usize, n_others: usize, n_millis: u64, fr: &str, en: &str) {
        let said = |lang| {
            let took = Duration::from_millis(n_millis);
            changed(lang, Changed { n_pages, n_others }, took).replace(NO_BREAK_SPACE, " ")
        };
        assert_eq!((said(Lang::Fr).as_str(), said(Lang::En).as_str()), (fr, en));
    }

    #[test]
    fn a_save_is_told_in_plain_words() {
        check(3, 0, 41, "3 pages changées en 41 ms", "3 pages changed in 41 ms");
        check(1, 0, 9, "1 page changée en 9 ms", "1 page changed in 9 ms");
        check(0, 1, 9, "1 fichier changé en 9 ms", "1 file changed in 9 ms");
        check(2, 5, 1_240, "2 pages et 5 fichiers changés en 1,2 s", "2 pages and 5 files changed in 1.2 s");
        check(0, 0, 12, "aucune page changée (12 ms)", "no page changed (12 ms)");
    }
}
