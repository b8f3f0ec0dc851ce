//! A plan as large as asked, with its follow-up log: our own words, the same at every run.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{Drafts, Inputs, Options};

const VERBS: [&str; 8] =
    ["Ouvrir", "Relier", "Préparer", "Faire connaître", "Réparer", "Offrir", "Recenser", "Animer"];
const THINGS: [&str; 9] = [
    "une cuisine de quartier",
    "le sentier de la rivière",
    "un prêt d’outils",
    "la trousse des nouveaux voisins",
    "une halte pour les proches",
    "les bancs de la rue principale",
    "un jardin derrière l’école",
    "le bottin des services",
    "une soirée de contes",
];
const PLACES: [&str; 6] = [
    "au village",
    "sur la rive est",
    "à la bibliothèque",
    "avec les écoles",
    "dans chaque rang",
    "au marché",
];
const TIMEFRAMES: [&str; 12] = [
    "Automne 2025",
    "Aut. 25 – Hiver 26",
    "D’ici mars 2027",
    "En continu",
    "3 octobre 2026",
    "Septembre 2025 et mai 2026",
    "2 fois par mois",
    "T2 2026",
    "2026-2027",
    "Sur demande",
    "mi-février 2027",
    "Chaque automne",
];
const STATUSES: [&str; 9] = [
    "En cours",
    "Réalisée",
    "À venir",
    "En continu",
    "Partiellement réalisée : il manque l’affiche",
    "Reportée",
    "6 familles rejointes",
    "En préparation",
    "",
];
const PEOPLE: [&str; 6] =
    ["Comité des rives", "Équipe", "Bibliothèque", "Conseil", "Comité des écoles", "Cercle des aînés"];
const NOTES: [&str; 6] = [
    "Deux rencontres ont suffi.",
    "Il reste à trouver une salle pour l’hiver.",
    "Les voisins ont prêté leurs bras et leur remorque.",
    "Le devis est arrivé : on recommence avec moins.",
    "Quinze personnes sont venues, on en attendait huit.",
    "Rien ce mois-ci.",
];

/// How large a plan is.
#[derive(Clone, Copy)]
pub struct Size {
    pub n_orientations: usize,
    pub n_objectives: usize,
    pub n_actions: usize,
    /// Of each action.
    pub n_entries: usize,
}

/// The size the program promises to build within 3 s of processor time and 300 MB.
pub const LARGE: Size = Size { n_orientations: 20, n_objectives: 10, n_actions: 25, n_entries: 10 };

/// A sequence that looks random and never changes (Knuth’s multiplier).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % n as u64).expect("below a usize")
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

/// The document of a plan.
pub fn plan(size: Size) -> String {
    let mut draw = Draw(2026);
    let mut text = String::from(
        "+++\nkind = \"plan\"\ntitle = \"Grand plan\"\nupdated = 2026-09-30\n\n[plan]\n\
         period = \"juillet 2025 à juin 2028\"\n+++\n\nUn plan bien trop long.\n",
    );
    for orientation in 1..=size.n_orientations {
        write!(text, "\n## Orientation {orientation} : {}\n", draw.one(&THINGS)).expect("a text grows");
        for objective in 1..=size.n_objectives {
            write!(
                text,
                "\n### {orientation}.{objective} {} {}\n\n\
                 | Actions | Échéancier | Responsable | Partenaires | État d’avancement | Indicateur |\n\
                 |---|---|---|---|---|---|\n",
                draw.one(&VERBS),
                draw.one(&PLACES)
            )
            .expect("a text grows");
            for action in 1..=size.n_actions {
                let (verb, thing, place) = (draw.one(&VERBS), draw.one(&THINGS), draw.one(&PLACES));
                let (when, who, with) = (draw.one(&TIMEFRAMES), draw.one(&PEOPLE), draw.one(&PEOPLE));
                let status = draw.one(&STATUSES);
                let n = draw.below(90) + 10;
                writeln!(
                    text,
                    "| {verb} **{thing}** {place}, variante {action} | {when} | {who} | {with} | {status} | {n} familles |"
                )
                .expect("a text grows");
            }
        }
    }
    text
}

/// Its log, oldest entries first.
pub fn log(size: Size) -> String {
    let mut draw = Draw(2025);
    let start = Date::new(2025, 7, 1).expect("a day of the calendar");
    let mut text = String::from("date;action;état;progression;note;preuve\n");
    for entry in 0..size.n_entries {
        for orientation in 1..=size.n_orientations {
            for objective in 1..=size.n_objectives {
                for action in 1..=size.n_actions {
                    let day = i32::try_from(entry * 45 + draw.below(44)).expect("a few years of days");
                    let (date, status, note) = (start.plus_days(day), draw.one(&STATUSES), draw.one(&NOTES));
                    writeln!(text, "{date};{orientation}.{objective}.{action};{status};;{note};")
                        .expect("a text grows");
                }
            }
        }
    }
    text
}

/// A site with that plan alone, by path.
pub fn site(size: Size) -> BTreeMap<String, String> {
    let files = [
        ("jalon.toml", "title = \"Grand site\"\nbase_url = \"https://grand.example.org/\"\n".to_owned()),
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n".to_owned()),
        ("content/plans/grand/index.md", plan(size)),
        ("content/plans/grand/suivi.csv", log(size)),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect()
}

/// That site, ready to be built.
pub fn inputs(size: Size) -> Inputs {
    let files = site(size).into_iter().map(|(path, text)| (path, Arc::from(text.into_bytes()))).collect();
    let build_day = Date::new(2026, 9, 30).expect("a day of the calendar");
    Inputs { files, options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None } }
}
