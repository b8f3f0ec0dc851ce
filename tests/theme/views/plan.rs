//! Plans as views: one with every state, and the same without follow-up.

use jalon::view::action_list::{ListWay, QueryView};
use jalon::view::badge::BadgeView;
use jalon::view::foreign::{ForeignLink, ForeignView, TranslationView};
use jalon::view::history::ElapsedView;
use jalon::view::succession::{PreviousPlanView, SuccessionView};
use jalon::view::{
    ActionView, Download, FieldView, Link, ObjectivePartView, ObjectiveView, OrientationCard,
    OrientationPageView, OrientationPartView, OrientationView, PlanPartView, PlanView, ProgressPart,
    ProgressView, StageView, StatusView,
};

use super::{Maker, SITE, timeframe, titled, to_value};

/// Number, title, timeframe, what was understood, state, the author's words, late.
pub type Row = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static str,
    Option<&'static str>,
    bool,
);

pub const ROWS: [&[Row]; 4] = [
    &[
        (
            "1.1.1",
            "Tenir une rencontre d’accueil dans chacun des quatre quartiers",
            "Automne 2025",
            Some("septembre à décembre 2025"),
            "done",
            None,
            false,
        ),
        (
            "1.1.2",
            "Publier le guide <em>Vivre ici</em>",
            "D’ici mars 2026",
            Some("au plus tard le 31 mars 2026"),
            "partial",
            Some("français prêt"),
            false,
        ),
        ("1.1.3", "Former vingt bénévoles", "En continu", None, "ongoing", None, false),
    ],
    &[
        (
            "1.2.1",
            "Ouvrir la halte-garderie du samedi, avec le soutien de la Ville et de la caisse, pour les parents qui suivent un cours de français",
            "Aut.25 - Hiver 26",
            Some("septembre 2025 à mars 2026"),
            "in-progress",
            None,
            true,
        ),
        ("1.2.2", "Signer une entente avec la bibliothèque", "2026", None, "preparing", None, false),
    ],
    &[
        ("2.1.1", "Refaire le site", "Juin 2026", None, "planned", None, false),
        (
            "2.1.2",
            "Sonder les membres",
            "Novembre 2025",
            None,
            "postponed",
            Some("reporté à l’automne"),
            false,
        ),
        ("2.1.3", "Demander un local", "Sur invitation", None, "on-hold", None, false),
    ],
    &[
        ("2.2.1", "Tournée des régions", "2025-2026", Some("juillet 2025 à juin 2026"), "noted", None, false),
        ("2.2.2", "Bulletin mensuel", "Mensuel", None, "not-stated", None, false),
        (
            "2.2.3",
            "Fête des voisins",
            "Été 2025",
            Some("juillet et août 2025"),
            "dropped",
            Some("annulé, pluie"),
            false,
        ),
        ("2.2.4", "Adopter une politique de communication", "3 octobre 2025", None, "done", None, false),
    ],
];

const ORDER: [&str; 11] = [
    "done",
    "partial",
    "in-progress",
    "preparing",
    "planned",
    "postponed",
    "on-hold",
    "ongoing",
    "noted",
    "not-stated",
    "dropped",
];

const TITLES: [&str; 2] = [
    "Accueillir celles et ceux qui arrivent",
    "Faire connaître le réseau auprès des municipalités, des organismes et de toute personne qui voudrait y prendre part",
];

impl Maker<'_> {
    pub(super) fn plan(&self, title: &str, follow_up: bool) -> serde_json::Value {
        let text = |html: &str| PlanPartView { text: Some(html.to_owned()), orientation: None };
        let orientation = |n| PlanPartView {
            text: None,
            orientation: Some(self.orientation(n, follow_up, &format!("orientation-{n}/"))),
        };
        to_value(PlanView {
            title: title.to_owned(),
            description: follow_up.then(|| "Accueillir, écouter, tenir parole.".to_owned()),
            stage: (!follow_up).then(|| StageView {
                key: "closed".to_owned(),
                title: self.say("stage.closed.title"),
                text: self.say("stage.closed.text"),
            }),
            translation: (!follow_up).then(|| self.notice()),
            period: Some(timeframe("2025-2026", Some("juillet 2025 à juin 2026"))),
            responsible: vec!["Conseil d’administration".to_owned()],
            reference_date: self.date(),
            updated: Some(self.date()),
            bold_legend: follow_up.then(|| "Les actions en gras sont en cours.".to_owned()),
            progress: self.progress(&ROWS.concat(), follow_up),
            elapsed: follow_up.then(|| ElapsedView {
                sentence: "71 % du temps écoulé; 2 actions sur 9 réalisées".to_owned(),
                dates: "Période : juillet 2025 – juin 2026. État au 27 mars 2026.".to_owned(),
                width: 710,
            }),
            parts: vec![
                text(
                    "<h2 id=\"mot\">Mot de la présidence</h2><p>Ce plan est né de trois soirées. Le voici, tel qu’adopté.</p>",
                ),
                orientation(1),
                orientation(2),
            ],
            orientations: self.cards("", follow_up),
            footnotes: String::new(),
            downloads: vec![Download {
                href: "plan.json".to_owned(),
                title: "Données du plan".to_owned(),
                format: "JSON".to_owned(),
            }],
            badge: self.badge("badge"),
            tags: Vec::new(),
            born_of: vec![self.workshop("../../ateliers/printemps/")],
            succession: SuccessionView {
                previous: Some(PreviousPlanView {
                    plan: titled("../2022-2025/", "Plan 2022-2025"),
                    counts: vec!["3 actions reprises ici".to_owned()],
                }),
                followed_by: None,
            },
            sides: Vec::new(),
        })
    }

    pub(super) fn orientation_page(&self, title: &str, n: usize, follow_up: bool) -> serde_json::Value {
        let neighbour = |other: usize| {
            (n != other).then(|| self.orientation_card(other, &format!("../orientation-{other}/"), follow_up))
        };
        to_value(OrientationPageView {
            plan: Link { href: "../".to_owned(), title: title.to_owned() },
            stage: None,
            translation: Some(self.notice()),
            period: Some(timeframe("juillet 2025 à juin 2026", None)),
            reference_date: self.date(),
            bold_legend: None,
            orientation: self.orientation(n, follow_up, ""),
            footnotes: String::new(),
            previous: neighbour(1),
            next: neighbour(2),
            badge: self.badge("badge"),
        })
    }

    fn workshop(&self, href: &str) -> ForeignLink {
        let title = "Atelier du printemps".to_owned();
        ForeignLink { href: href.to_owned(), title, lang: Some("fr-CA".to_owned()) }
    }

    fn notice(&self) -> TranslationView {
        let text = "2 titres ou textes sur 9 ne sont pas encore traduits.".to_owned();
        TranslationView { title: self.say("translation.title"), text }
    }

    /// The mark of what is not translated.
    fn foreign(&self) -> ForeignView {
        ForeignView { lang: "fr-CA".to_owned(), only: self.say("translation.only") }
    }

    pub(super) fn cards(&self, at: &str, follow_up: bool) -> Vec<OrientationCard> {
        [1, 2].map(|n| self.orientation_card(n, &format!("{at}orientation-{n}/"), follow_up)).into()
    }

    fn orientation_card(&self, n: usize, href: &str, follow_up: bool) -> OrientationCard {
        OrientationCard {
            href: href.to_owned(),
            number: n.to_string(),
            label: format!("Orientation {n}"),
            label_lang: None,
            title: TITLES[n - 1].to_owned(),
            foreign: (n == 2).then(|| self.foreign()),
            progress: self.progress(&ROWS[2 * n - 2..2 * n].concat(), follow_up),
        }
    }

    fn orientation(&self, n: usize, follow_up: bool, href: &str) -> OrientationView {
        let objective =
            |k: usize| OrientationPartView { text: None, objective: Some(self.objective(n, k, follow_up)) };
        let text = "<p>Les nouveaux voisins arrivent souvent en hiver.</p>".to_owned();
        OrientationView {
            number: n.to_string(),
            id: n.to_string(),
            label: format!("Orientation {n}"),
            title: TITLES[n - 1].to_owned(),
            foreign: (n == 2).then(|| self.foreign()),
            href: href.to_owned(),
            contributes: None,
            progress: self.progress(&ROWS[2 * n - 2..2 * n].concat(), follow_up),
            sources: vec![self.workshop("https://exemple.org/atelier")],
            parts: vec![
                OrientationPartView { text: Some(text), objective: None },
                objective(1),
                objective(2),
            ],
        }
    }

    fn objective(&self, n: usize, k: usize, follow_up: bool) -> ObjectiveView {
        let rows = ROWS[2 * n + k - 3];
        ObjectiveView {
            number: format!("{n}.{k}"),
            id: format!("{n}.{k}"),
            title: Some("Accueillir en personne, dans la langue <em>de chacun</em>".to_owned()),
            foreign: (k == 2).then(|| self.foreign()),
            timeframe: (k == 1).then(|| timeframe("Automne 2025", Some("septembre à décembre 2025"))),
            progress: self.progress(rows, follow_up),
            badge: Some(self.badge(&format!("badge-{n}.{k}"))),
            sources: Vec::new(),
            parts: vec![ObjectivePartView {
                text: None,
                actions: Some(rows.iter().map(|row| self.action(row, follow_up)).collect()),
            }],
        }
    }

    fn action(&self, row: &Row, follow_up: bool) -> ActionView {
        let (number, title, when, meaning, key, text, late) = *row;
        let words = if key == "noted" {
            "6 régions visitées".to_owned()
        } else {
            self.say(&format!("status.{key}"))
        };
        ActionView {
            number: number.to_owned(),
            id: number.to_owned(),
            former: vec![],
            title: title.to_owned(),
            foreign: (key == "noted").then(|| self.foreign()),
            intent: (key == "noted").then(|| "Aller voir, plutôt que faire venir.".to_owned()),
            timeframe: Some(timeframe(when, meaning)),
            status: follow_up.then(|| StatusView {
                key: key.to_owned(),
                words,
                text: text.map(str::to_owned),
                lang: Some("fr-CA".to_owned()),
                measure: None,
            }),
            percent: (follow_up && key == "in-progress").then(|| self.words.percent(40)),
            late: (follow_up && late).then(|| self.say("action.late")),
            responsible: if number.ends_with('1') {
                vec!["Coordination".to_owned(), "Comité accueil".to_owned()]
            } else {
                vec!["Équipe".to_owned()]
            },
            partners: if number.starts_with('1') {
                vec!["Ville du Vieux-Moulin".to_owned()]
            } else {
                Vec::new()
            },
            details: None,
            lineage: Vec::new(),
            sources: vec![self.workshop("https://exemple.org/atelier#cafe")],
            fields: if number.starts_with("2.1") {
                vec![FieldView {
                    name: "Indicateur".to_owned(),
                    lang: Some("fr-CA".to_owned()),
                    value: "Nombre de <abbr title=\"organismes\">org.</abbr>".to_owned(),
                }]
            } else {
                Vec::new()
            },
            sheet: None,
        }
    }

    fn badge(&self, name: &str) -> BadgeView {
        BadgeView {
            svg: format!("{name}.svg"),
            json: format!("{name}.json"),
            alt: format!("Plan 2025-2026\u{a0}: 2 actions réalisées sur 10 ({name})"),
            width: 180,
            height: 24,
            markdown: Some(format!(
                "[![2 sur 10]({SITE}plans/2025-2026/{name}.svg)]({SITE}plans/2025-2026/)"
            )),
        }
    }

    /// Counts by state, drawn and said as the pages of a site do.
    pub(super) fn progress(&self, rows: &[Row], follow_up: bool) -> ProgressView {
        let count = |key: &str| rows.iter().filter(|row| row.4 == key).count();
        let (done, rated) = (count("done"), rows.len() - count("dropped") - count("ongoing"));
        let total = self.words.count("progress.total", rows.len());
        if !follow_up {
            let sentence = self.say("progress.none");
            return ProgressView {
                stated: false,
                sentence,
                total,
                rate: None,
                late: None,
                parts: Vec::new(),
                list: None,
            };
        }
        let mut sentence = self.words.count("progress.of", done).replace("{total}", &rated.to_string());
        if count("ongoing") > 0 {
            sentence += &self.say("progress.separator");
            sentence += &self.words.count("progress.ongoing", count("ongoing"));
        }
        let mut x = 0;
        let mut parts = Vec::new();
        for key in ORDER.into_iter().filter(|key| count(key) > 0) {
            let width = u32::try_from(count(key) * 1000 / rows.len()).expect("small");
            parts.push(ProgressPart {
                key: key.to_owned(),
                label: self.say(&format!("status.{key}")),
                count: count(key).to_string(),
                x,
                width,
            });
            x += width;
        }
        let n_late = rows.iter().filter(|row| row.6).count();
        let rate = u32::try_from(done * 100 / rated).expect("small");
        ProgressView {
            stated: true,
            sentence,
            total,
            rate: Some(self.words.percent(rate)),
            late: (n_late > 0).then(|| self.words.count("progress.late", n_late)),
            parts,
            list: Some(Box::new(ListWay {
                href: "actions/".to_owned(),
                within: None,
                by_status: "etat".to_owned(),
                late: QueryView { name: "retard".to_owned(), key: "oui".to_owned() },
            })),
        }
    }
}
