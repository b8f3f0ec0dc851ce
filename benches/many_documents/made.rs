//! As many documents as asked: plans, syntheses and news in two languages, the same at every run.
//!
//! Of three French documents, one is translated. A document is the same whatever the number of
//! others, so that sites of two sizes differ by their size alone.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{Drafts, Inputs, Options};

/// For which program documents are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Every document is a page: the same work as any generator. Hugo reads these files as they are.
    Pages,
    /// Plans, syntheses and news are what they are, with all that jalon publishes of them.
    Kinds,
    /// Pages, tags in a table of their own and links as Zola writes them.
    Zola,
}

/// The parts of the site: its folder, its share of ten documents, and its titles.
const PARTS: [Part; 3] = [
    Part { folder: "plans", share: 2, kind: "plan", titles: ["Plan d’action", "Action plan"] },
    Part { folder: "ateliers", share: 5, kind: "synthesis", titles: ["Atelier", "Workshop"] },
    Part { folder: "actualites", share: 3, kind: "news", titles: ["Nouvelle", "News"] },
];

struct Part {
    folder: &'static str,
    share: usize,
    kind: &'static str,
    titles: [&'static str; 2],
}

const WHO: [[&str; 6]; 2] = [
    [
        "Le comité des rives",
        "La bibliothèque",
        "L’école du rang 4",
        "Le cercle des aînés",
        "Le marché",
        "La fabrique",
    ],
    [
        "The river committee",
        "The library",
        "The school on Range 4",
        "The elders’ circle",
        "The market",
        "The parish",
    ],
];
const DOES: [[&str; 6]; 2] = [
    ["prépare", "**reprend**", "remet à l’automne", "demande de revoir", "offre de partager", "*termine*"],
    [
        "is preparing",
        "**takes up**",
        "puts off until fall",
        "asks to review",
        "offers to share",
        "*completes*",
    ],
];
const WHAT: [[&str; 8]; 2] = [
    [
        "la navette du samedi",
        "le prêt de raquettes",
        "les bancs de la rue principale",
        "le bottin des services",
        "une halte pour les proches",
        "les soirées de contes",
        "le jardin derrière l’église",
        "la trousse des nouveaux voisins",
    ],
    [
        "the Saturday shuttle",
        "the snowshoe library",
        "the benches on Main Street",
        "the directory of services",
        "a rest stop for caregivers",
        "the evenings of tales",
        "the garden behind the church",
        "the new neighbours’ kit",
    ],
];
const HOW: [[&str; 6]; 2] = [
    [
        "avant les neiges",
        "avec deux voisins",
        "sans budget nouveau",
        "à la demande des familles",
        "un mardi sur deux",
        "en trois étapes",
    ],
    [
        "before the snow",
        "with two neighbours",
        "without new money",
        "as families asked",
        "every other Tuesday",
        "in three steps",
    ],
];
const STATES: [[&str; 5]; 2] = [
    ["À venir", "En cours", "Réalisée", "Reportée", "En continu"],
    ["Planned", "In progress", "Completed", "Postponed", "Ongoing"],
];
const WHEN: [[&str; 5]; 2] = [
    ["Automne 2026", "D’ici mars 2027", "En continu", "T2 2027", "2026-2028"],
    ["Fall 2026", "By March 2027", "Ongoing", "Q2 2027", "2026-2028"],
];
const TAGS: [[&str; 6]; 2] = [
    ["logement", "transport", "familles", "culture", "rivière", "école"],
    ["housing", "transit", "families", "culture", "river", "school"],
];
const COLUMNS: [&str; 2] =
    ["| Action | Responsable | Échéancier | État |", "| Action | Lead | Timeframe | Status |"];

/// The two languages, in the order of the words above.
const SUFFIXES: [&str; 2] = ["", ".en"];

/// A sequence that looks random and never changes (Knuth’s multiplier).
struct Draw(u64);

impl Draw {
    fn of(part: usize, nth: usize) -> Draw {
        Draw(u64::try_from(part * 1_000_003 + nth * 7919 + 1).expect("a small number"))
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % n as u64).expect("below a usize")
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

/// A document being written, in one of the two languages.
struct Writer {
    text: String,
    draw: Draw,
    lang: usize,
}

impl Writer {
    fn sentence(&mut self) {
        let (draw, lang) = (&mut self.draw, self.lang);
        let (who, does, what, how) =
            (draw.one(&WHO[lang]), draw.one(&DOES[lang]), draw.one(&WHAT[lang]), draw.one(&HOW[lang]));
        write!(self.text, "{who} {does} {what} {how}. ").expect("a text grows");
    }

    fn paragraph(&mut self, n_sentences: usize) {
        (0..n_sentences).for_each(|_| self.sentence());
        self.text.push_str("\n\n");
    }

    fn plan(&mut self) {
        for orientation in 1..=self.draw.below(3) + 2 {
            let what = self.draw.one(&WHAT[self.lang]);
            write!(self.text, "## Orientation {orientation} : {what}\n\n").expect("a text grows");
            self.paragraph(2);
            for objective in 1..=self.draw.below(3) + 1 {
                let how = self.draw.one(&HOW[self.lang]);
                writeln!(
                    self.text,
                    "### {orientation}.{objective} {how}\n\n{}\n|---|---|---|---|",
                    COLUMNS[self.lang]
                )
                .expect("a text grows");
                (0..self.draw.below(5) + 6).for_each(|_| self.row());
                self.text.push('\n');
            }
        }
    }

    fn row(&mut self) {
        let (draw, lang) = (&mut self.draw, self.lang);
        let (what, how, who) = (draw.one(&WHAT[lang]), draw.one(&HOW[lang]), draw.one(&WHO[lang]));
        let (when, state) = (draw.one(&WHEN[lang]), draw.one(&STATES[lang]));
        writeln!(self.text, "| {what} {how} | {who} | {when} | {state} |").expect("a text grows");
    }

    fn synthesis(&mut self) {
        for block in 1..=7 {
            let what = self.draw.one(&WHAT[self.lang]);
            write!(self.text, "## Bloc {block} – {what}\n\n").expect("a text grows");
            self.paragraph(4);
            if self.draw.below(3) == 0 {
                self.text.push_str("> ");
                self.paragraph(1);
                continue;
            }
            for _ in 0..self.draw.below(4) + 3 {
                self.text.push_str("- ");
                self.sentence();
                self.text.push('\n');
            }
            self.text.push('\n');
        }
        self.sentence();
        self.text.push_str("[^1]\n\n[^1]: ");
        self.paragraph(1);
    }

    fn news(&mut self) {
        for _ in 0..self.draw.below(3) + 1 {
            let what = self.draw.one(&WHAT[self.lang]);
            write!(self.text, "## {what}\n\n").expect("a text grows");
            self.paragraph(5);
            self.paragraph(3);
        }
    }
}

/// The files of a site with that many French documents and a third as many translations, by path.
pub fn site(n_documents: usize, dialect: Dialect) -> BTreeMap<String, String> {
    let settings = "title = \"Grand site\"\nbase_url = \"https://grand.example.org/\"\n\n[languages.fr]\n[languages.en]\n";
    let mut files = BTreeMap::from([("jalon.toml".to_owned(), settings.to_owned())]);
    for (lang, suffix) in SUFFIXES.iter().enumerate() {
        let home = ["Accueil", "Home"][lang];
        files.insert(format!("content/_index{suffix}.md"), format!("+++\ntitle = \"{home}\"\n+++\n"));
        for Part { folder, titles, .. } in &PARTS {
            let section = format!("+++\ntitle = \"{}\"\nsort_by = \"date\"\n+++\n", titles[lang]);
            files.insert(format!("content/{folder}/_index{suffix}.md"), section);
        }
    }
    for (at, part) in PARTS.iter().enumerate() {
        for nth in 1..=n_documents * part.share / 10 {
            // A plan is never translated: a translation carries words only, and these are drawn apart.
            let is_translated = nth % 3 == 0 && (part.kind != "plan" || dialect != Dialect::Kinds);
            for (lang, suffix) in SUFFIXES.iter().enumerate().take(1 + usize::from(is_translated)) {
                let path = format!("content/{}/document-{nth:05}{suffix}.md", part.folder);
                files.insert(path, document(part, (at, nth), lang, dialect));
            }
        }
    }
    files
}

fn document(part: &Part, (at, nth): (usize, usize), lang: usize, dialect: Dialect) -> String {
    let mut draw = Draw::of(at, nth);
    let (year, month, day) = (2016 + draw.below(10), draw.below(12) + 1, draw.below(28) + 1);
    let (tag, other) = (draw.one(&TAGS[lang]), draw.one(&TAGS[lang]));
    let tags = if tag == other { format!("[\"{tag}\"]") } else { format!("[\"{tag}\", \"{other}\"]") };
    let tags = match dialect {
        Dialect::Pages => format!("tags = {tags}"),
        Dialect::Kinds => format!("tags = {tags}\nkind = \"{}\"", part.kind),
        Dialect::Zola => format!("[taxonomies]\ntags = {tags}"),
    };
    let text = format!(
        "+++\ntitle = \"{} {nth} – {}\"\ndate = {year}-{month:02}-{day:02}\ndescription = \"{}\"\n{tags}\n+++\n\n",
        part.titles[lang],
        draw.one(&WHAT[lang]),
        draw.one(&HOW[lang]),
    );
    let mut writer = Writer { text, draw, lang };
    writer.paragraph(3);
    match part.kind {
        "plan" => writer.plan(),
        "synthesis" => writer.synthesis(),
        _ => writer.news(),
    }
    let first = match dialect {
        Dialect::Pages | Dialect::Kinds => "../actualites/document-00001.md",
        Dialect::Zola => "@/actualites/document-00001.md",
    };
    writeln!(writer.text, "[{}]({first})", PARTS[2].titles[lang]).expect("a text grows");
    writer.text
}

/// A site ready to be built.
pub fn inputs(n_documents: usize, dialect: Dialect) -> Inputs {
    let files = site(n_documents, dialect).into_iter();
    let files = files.map(|(path, text)| (path, Arc::from(text.into_bytes()))).collect();
    let build_day = Date::new(2026, 9, 30).expect("a day of the calendar");
    Inputs { files, options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None } }
}
