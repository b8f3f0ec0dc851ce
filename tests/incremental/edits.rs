//! What people do to a site: each edit changes its texts and says what it did.

use jalon::date::Date;
use jalon::pipeline::Drafts;

use crate::Session;
use crate::chance::Chance;
use crate::site;

/// An edit at random places; a sentence on what it did.
pub type Edit = fn(&mut Session, &mut Chance) -> String;

/// Every kind of edit. Those that people do most are there several times.
pub const EDITS: &[Edit] = &[
    body,
    body,
    body,
    title,
    title,
    status,
    status,
    log,
    header,
    header,
    heading,
    translation,
    template,
    words,
    config,
    asset,
    add,
    add_plan,
    rename,
    delete,
    break_it,
    mend,
    mend,
    mend,
    glossary,
    day,
    link,
    idea,
    leads,
    nothing,
];

const WORDS: &[&str] =
    &["rive", "écluse", "l’OBV", "la MRC", "le CISSS", "« halage »", "12 h 30", "saule", "OBV !"];

const STATES: &[&str] =
    &["En cours", "Réalisé", "À faire", "Reporté", "Abandonné", "sur les rails", "En cour"];

const DESTINATIONS: &[&str] = &[
    "@/plans/2026/index.md",
    "@/plans/2026/index.md#1.1.1",
    "@/plans/2026/index.md#2.2",
    "@/plans/2026/index.md#2",
    "@/actualites/2026-02-11-fete.md",
    "@/actualites/2026-02-11-fete.md#le-programme",
    "@/mission.md",
    "@/ateliers/2025-11-08-au-bord.md",
    "@/plans/2024.md#1.1.1",
    "@/nulle-part.md",
    "/etiquettes/rives/",
    "@/actualites/_index.md",
    "/robots-humains.txt",
    "/lettre.docx",
    "#le-programme",
    "@/nouveau-1.md",
    "https://example.net/",
];

fn documents(session: &Session) -> Vec<String> {
    session.texts.keys().filter(|path| path.ends_with(".md")).cloned().collect()
}

fn any_document(session: &Session, chance: &mut Chance) -> Option<String> {
    let documents = documents(session);
    (!documents.is_empty()).then(|| chance.pick(&documents).clone())
}

/// Changes the text of a document, when there is one that can be changed so.
fn change(
    session: &mut Session,
    chance: &mut Chance,
    told: &str,
    how: impl FnOnce(&str, &mut Chance) -> String,
) -> String {
    let Some(path) = any_document(session, chance) else { return format!("{told}: nothing left") };
    let text = how(&session.texts[&path], chance);
    session.texts.insert(path.clone(), text);
    format!("{told}: {path}")
}

fn body(session: &mut Session, chance: &mut Chance) -> String {
    change(session, chance, "body", |text, chance| {
        let words: Vec<&str> = (0..6).map(|_| *chance.pick(WORDS)).collect();
        format!("{text}\nUne phrase de plus sur {}.\n", words.join(" et "))
    })
}

fn link(session: &mut Session, chance: &mut Chance) -> String {
    change(session, chance, "link", |text, chance| {
        format!("{text}\nVoir aussi [ceci]({}).\n", chance.pick(DESTINATIONS))
    })
}

fn heading(session: &mut Session, chance: &mut Chance) -> String {
    change(session, chance, "heading", |text, chance| {
        if text.contains("## Le programme") {
            text.replace("## Le programme", "## La soirée")
        } else {
            format!("{text}\n## Le programme {}\n\nPlus tard.\n", chance.below(3))
        }
    })
}

fn title(session: &mut Session, chance: &mut Chance) -> String {
    change(session, chance, "title", |text, chance| {
        with_key(text, "title", &format!("\"Titre {} sur {}\"", chance.below(90), chance.pick(WORDS)))
    })
}

/// A header with a key that has another value.
fn with_key(text: &str, key: &str, value: &str) -> String {
    let start = format!("{key} = ");
    let has_key = text.lines().any(|line| line.starts_with(&start));
    let lines = text.lines().enumerate().map(|(at, line)| {
        if line.starts_with(&start) {
            format!("{start}{value}")
        } else if at == 0 && !has_key {
            format!("{line}\n{start}{value}")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn header(session: &mut Session, chance: &mut Chance) -> String {
    const KEYS: &[(&str, &[&str])] = &[
        ("tags", &["[\"rives\"]", "[\"été\", \"rives\"]", "[]"]),
        ("date", &["2026-01-31", "2025-06-01"]),
        ("updated", &["2026-02-28", "2026-01-01"]),
        ("weight", &["1", "20"]),
        ("draft", &["true", "false"]),
        ("slug", &["\"autrement\"", "\"encore\""]),
        ("aliases", &["[\"/vieux/\"]", "[\"/ancien/chemin/\"]"]),
        ("description", &["\"En deux mots.\"", "\"En trois mots, OBV.\""]),
        ("template", &["\"page.html\"", "\"absent.html\""]),
        ("image", &["\"plans/2026/carte.svg\"", "\"absente.png\""]),
        ("authors", &["[\"Le comité\"]"]),
        ("typography", &["false", "true"]),
        ("lang", &["\"es\""]),
        ("extra", &["{ lieu = \"au quai\" }", "{ lieu = \"à l’écluse\" }"]),
    ];
    change(session, chance, "header", |text, chance| {
        let (key, values) = chance.pick(KEYS);
        with_key(text, key, chance.pick::<&str>(values))
    })
}

fn status(session: &mut Session, chance: &mut Chance) -> String {
    let plans: Vec<String> =
        documents(session).into_iter().filter(|path| session.texts[path].contains("\"plan\"")).collect();
    if plans.is_empty() {
        return "status: no plan left".to_owned();
    }
    let path = chance.pick(&plans).clone();
    let text = &session.texts[&path];
    let written: Vec<&str> =
        STATES.iter().copied().filter(|state| text.contains(&format!("| {state} |"))).collect();
    if written.is_empty() {
        return format!("status: none in {path}");
    }
    let (old, new) = (chance.pick(&written), chance.pick(STATES));
    let text = text.replacen(&format!("| {old} |"), &format!("| {new} |"), 1);
    session.texts.insert(path.clone(), text);
    format!("status: {old} is {new} in {path}")
}

fn log(session: &mut Session, chance: &mut Chance) -> String {
    let (path, other) = ("content/plans/2026/suivi.csv", "content/plans/2024.suivi.csv");
    let start = "Date,Action,État,Note\n";
    match chance.below(5) {
        0 => {
            session.texts.remove(path);
            "log: gone".to_owned()
        }
        1 => {
            session.texts.insert(other.to_owned(), format!("{start}2024-12-01,1.1.2,Reporté,Trop d’eau.\n"));
            "log: another".to_owned()
        }
        2 => {
            session.texts.insert("content/plans/2026/notes.csv".to_owned(), start.to_owned());
            "log: astray".to_owned()
        }
        _ => {
            let text = session.texts.entry(path.to_owned()).or_insert_with(|| start.to_owned());
            let (day, action) = (chance.below(28) + 1, chance.pick(&["1.1.1", "1.1.2", "2.1", "9.9.9"]));
            text.push_str(&format!("2026-02-{day:02},{action},{},Noté par l’OBV.\n", chance.pick(STATES)));
            "log: a row".to_owned()
        }
    }
}

fn translation(session: &mut Session, chance: &mut Chance) -> String {
    let path = "content/plans/2026/index.en.md";
    match chance.below(4) {
        0 => {
            session.texts.remove(path);
            "translation: gone".to_owned()
        }
        1 => {
            let other = "content/actualites/2026-02-11-fete.en.md".to_owned();
            session.texts.insert(other, "+++\ntitle = \"The party\"\n+++\n\nPancakes.\n".to_owned());
            "translation: of an article".to_owned()
        }
        _ => {
            let words = chance.pick(&["Clear the reach", "Clean the reach"]);
            let text = site::texts()[path].replace("Clear the reach", words);
            session.texts.insert(path.to_owned(), text);
            "translation: words".to_owned()
        }
    }
}

fn template(session: &mut Session, chance: &mut Chance) -> String {
    let path = "templates/page.html".to_owned();
    let text = match chance.below(4) {
        0 => None,
        1 => Some("{% if %}".to_owned()),
        2 => Some(site::TEMPLATE.replace("h1", "h1 class=\"ours\"")),
        _ => Some(site::TEMPLATE.to_owned()),
    };
    match text {
        Some(text) => drop(session.texts.insert(path, text)),
        None => drop(session.texts.remove(&path)),
    }
    "template".to_owned()
}

fn words(session: &mut Session, chance: &mut Chance) -> String {
    let text = chance.pick(&[
        "home = \"Départ\"\n",
        "home = \"Accueil\"\n",
        "[addresses]\ntags = \"mots\"\n",
        "nul = \n",
    ]);
    session.texts.insert("words/fr.toml".to_owned(), (*text).to_owned());
    format!("words: {text:?}")
}

fn config(session: &mut Session, chance: &mut Chance) -> String {
    const CHANGES: &[(&str, &str)] = &[
        ("title = \"Les amis du canal\"", "title = \"Le canal\""),
        ("contact = \"bonjour@example.org\"", "search = false"),
        ("contact = \"bonjour@example.org\"", "contact = \"allo@example.org\""),
        ("fallback = \"notice\"", "fallback = \"none\""),
        ("base_url = \"https://example.org/canal/\"", "base_url = \"https://canal.example.org/\""),
        ("base_url = \"https://example.org/canal/\"\n", ""),
        ("\"Comité des loisirs\"", "\"Comité des fêtes\""),
        ("\"in-progress\"", "\"done\""),
        ("[people]", "[theme]\naccent = \"#1a5d8f\"\n[people]"),
        ("[people]", "[[menu]]\ntitle = \"Le plan\"\nurl = \"@/plans/2026/index.md\"\n[people]"),
        ("[people]", "[glossary]\nignore = [\"CISSS\"]\n[people]"),
        ("[people]", "[calendar]\nfiscal_year = \"avril\"\n[people]"),
        ("[people]", "= cassé\n[people]"),
        ("[people]", "[extra]\nsous_titre = \"Au fil de l’eau\"\n[people]"),
        ("[languages.en]", "[languages.de]"),
    ];
    let (from, to) = chance.pick(CHANGES);
    session.texts.insert("jalon.toml".to_owned(), site::CONFIG.replace(from, to));
    format!("config: {to:?}")
}

fn asset(session: &mut Session, chance: &mut Chance) -> String {
    let n = chance.below(4) + 1;
    let (path, text) = match chance.below(4) {
        0 => ("assets/site.css", format!("h1 {{ color: #12345{n}; }}\n")),
        1 => ("static/robots-humains.txt", "Bonjour! ".repeat(n)),
        2 => ("static/nouveau.txt", "Du nouveau.\n".to_owned()),
        _ => {
            let size =
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{n}0\" height=\"30\"></svg>\n");
            ("content/plans/2026/carte.svg", size + &" ".repeat(n * 700))
        }
    };
    session.texts.insert(path.to_owned(), text);
    format!("asset: {path}")
}

fn add(session: &mut Session, chance: &mut Chance) -> String {
    const PLACES: &[&str] = &[
        "content/nouveau-1.md",
        "content/nouveau-2.en.md",
        "content/actualites/2026-02-25-neige.md",
        "content/sans-titre/page.md",
        "content/actualites/2026-02-26-vent.md",
        "content/actualites/2026-02-11-fete.en.md",
        "content/README.md",
    ];
    let path = (*chance.pick(PLACES)).to_owned();
    let text = format!(
        "+++\ntitle = \"Nouveau {}\"\ntags = [\"rives\"]\n+++\n\nVoir [ceci]({}).\n",
        chance.below(9),
        chance.pick(DESTINATIONS)
    );
    session.texts.insert(path.clone(), text);
    format!("add: {path}")
}

fn add_plan(session: &mut Session, chance: &mut Chance) -> String {
    let path = format!("content/plans/202{}.md", chance.below(3) + 7);
    let text =
        site::texts()["content/plans/2024.md"].replace("Plan 2024", &format!("Plan {}", chance.below(9)));
    session.texts.insert(path.clone(), text);
    format!("add: {path}")
}

fn rename(session: &mut Session, chance: &mut Chance) -> String {
    let paths: Vec<String> =
        session.texts.keys().filter(|path| path.starts_with("content/")).cloned().collect();
    let Some(path) = (!paths.is_empty()).then(|| chance.pick(&paths).clone()) else {
        return "rename: nothing left".to_owned();
    };
    let (folder, name) = path.rsplit_once('/').expect("in a folder");
    let new = match chance.below(3) {
        0 => format!("content/plans/{name}"),
        1 => format!("{folder}/re-{name}"),
        _ => format!("content/actualites/{name}"),
    };
    let text = session.texts.remove(&path).expect("it is there");
    session.texts.insert(new.clone(), text);
    format!("rename: {path} is {new}")
}

fn delete(session: &mut Session, chance: &mut Chance) -> String {
    let paths: Vec<String> = session.texts.keys().cloned().collect();
    let path = chance.pick(&paths).clone();
    session.texts.remove(&path);
    session.texts.entry("jalon.toml".to_owned()).or_insert_with(|| site::CONFIG.to_owned());
    format!("delete: {path}")
}

fn break_it(session: &mut Session, chance: &mut Chance) -> String {
    change(session, chance, "break", |text, chance| match chance.below(4) {
        0 => text.replacen("+++", "++", 1),
        1 => with_key(text, "lastmod", "2026-01-01"),
        2 => format!("{text}\n{{{{ progress(plan=\"absent\") }}}}\n"),
        _ => format!("{text}\n![](absente.png) [vide](@/absent.md)\n"),
    })
}

/// Puts a file back as it was.
fn mend(session: &mut Session, chance: &mut Chance) -> String {
    let texts = site::texts();
    let changed: Vec<&String> = texts
        .iter()
        .filter(|(path, text)| session.texts.get(*path) != Some(*text))
        .map(|(path, _)| path)
        .collect();
    if changed.is_empty() {
        return "mend: nothing".to_owned();
    }
    let path = (*chance.pick(&changed)).clone();
    session.texts.insert(path.clone(), texts[&path].clone());
    format!("mend: {path}")
}

fn glossary(session: &mut Session, chance: &mut Chance) -> String {
    let path = "content/glossaire.md";
    if chance.one_in(2)
        && let Some(text) = session.texts.get_mut(path)
    {
        let n = chance.below(90);
        let line = |line: &str| match line.starts_with("OBV :") {
            true => format!("OBV : organisme numéro {n}"),
            false => line.to_owned(),
        };
        *text = text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n";
        return format!("glossary: OBV is {n}");
    }
    const LINES: &[&str] = &["CISSS : centre intégré", "OBV : un autre sens", "MRC : ma rivière claire"];
    let line = chance.pick(LINES);
    if chance.one_in(3) {
        let told =
            change(session, chance, "glossary", |text, _| format!("{text}\n## Liste des sigles\n\n{line}\n"));
        return told;
    }
    let text = session.texts.entry(path.to_owned()).or_default();
    text.push_str(&format!("\n{line}\n"));
    format!("glossary: {line}")
}

fn idea(session: &mut Session, chance: &mut Chance) -> String {
    let path = "content/ateliers/2025-11-08-au-bord.md";
    let Some(text) = session.texts.get_mut(path) else { return "idea: no synthesis".to_owned() };
    let line = format!("- Une idée ({}) [pour plus tard]({})", chance.below(9), chance.pick(DESTINATIONS));
    *text = text.replacen("### Que garder?\n", &format!("### Que garder?\n\n{line}"), 1);
    "idea".to_owned()
}

fn leads(session: &mut Session, chance: &mut Chance) -> String {
    const TO: &[&str] = &["@/plans/2024.md", "@/plans/2026/index.md", "@/a-propos.md", "@/absent.md"];
    let path = "content/ateliers/2025-11-08-au-bord.md";
    let Some(text) = session.texts.get_mut(path) else { return "leads: no synthesis".to_owned() };
    let to = chance.pick(TO);
    let line = |line: &str| match line.starts_with("leads_to") {
        true => format!("leads_to = [\"{to}\"]"),
        false => line.to_owned(),
    };
    *text = text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n";
    format!("leads: {to}")
}

fn day(session: &mut Session, chance: &mut Chance) -> String {
    let day = chance.pick(&["2026-03-01", "2026-03-02", "2026-09-01"]);
    session.options.build_day = Date::parse(day).expect("a day");
    session.options.drafts = if chance.one_in(2) { Drafts::Included } else { Drafts::LeftOut };
    session.options.base_url = chance.one_in(3).then(|| "https://essai.example.org/".to_owned());
    format!("day: {day}, drafts: {:?}", session.options.drafts)
}

fn nothing(_session: &mut Session, _chance: &mut Chance) -> String {
    "nothing".to_owned()
}
