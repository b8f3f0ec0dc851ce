//! Pages of a fictional association, as views: every state, a plan without follow-up, long titles.

mod lists;
mod plan;
mod synthesis;

use jalon::lang::{Lang, date_in_words};
use jalon::view::foreign::ForeignLink;
use jalon::view::languages::{Alternate, LanguageLink};
use jalon::view::lists::{ArticleView, Card, HomeView, NotFoundView, PlanCard};
use jalon::view::mission::MissionBrief;
use jalon::view::{DateView, Frame, Link, MenuLink, Step, TimeframeView};
use jalon::words::Words;
use plan::ROWS;

/// A page to render: its address from the root of the site, its template, its frame and its view.
pub struct Page {
    pub url: String,
    pub template: &'static str,
    pub frame: Frame,
    pub view: serde_json::Value,
}

/// Makes the pages of one language.
pub struct Maker<'a> {
    pub words: &'a Words,
}

const SITE: &str = "https://asso.example/";

impl Maker<'_> {
    /// The pages of a small site.
    pub fn pages(&self) -> Vec<Page> {
        let mut pages = vec![
            self.page("", "home.html", "Réseau des voisinages", &[], |_| self.home()),
            self.page("actualites/", "section.html", "Actualités", &[], |_| self.section()),
            self.page("actualites/marche/", "page.html", "Une marche", &["actualites/"], |_| self.article()),
            self.page("etiquettes/", "tags.html", "Étiquettes", &[], |_| self.tags()),
            self.page("etiquettes/voisinage/", "tag.html", "voisinage", &["etiquettes/"], |_| self.tag()),
            self.page("ateliers/printemps/", "synthesis.html", "Atelier du printemps", &[], |_| {
                self.synthesis()
            }),
            self.page("recherche/", "search.html", "Recherche", &[], |_| self.search()),
            self.page("404.html", "404.html", "Introuvable", &[], |_| self.not_found()),
        ];
        for (plan, title, follow_up) in [
            ("plans/2025-2026/", "Plan d’action 2025-2026", true),
            (
                "plans/2013-2014/",
                "Plan d’action de la Table de concertation des organismes communautaires et municipaux du territoire 2013-2014",
                false,
            ),
        ] {
            pages.push(self.page(plan, "plan.html", title, &[], |_| self.plan(title, follow_up)));
            for n in [1, 2] {
                let url = format!("{plan}orientation-{n}/");
                pages.push(self.page(
                    &url,
                    "orientation.html",
                    &format!("Orientation {n}, {title}"),
                    &[plan],
                    |_| self.orientation_page(title, n, follow_up),
                ));
            }
        }
        pages
    }

    fn prefix(&self) -> &'static str {
        match self.words.lang {
            Lang::Fr => "",
            Lang::En => "en/",
        }
    }

    fn page(
        &self,
        path: &str,
        template: &'static str,
        title: &str,
        above: &[&str],
        view: impl Fn(&Self) -> serde_json::Value,
    ) -> Page {
        let url = format!("{}{path}", self.prefix());
        let is_404 = template == "404.html";
        let root = if is_404 { "/".to_owned() } else { "../".repeat(url.matches('/').count()) };
        let here = |path: &str| match format!("{root}{}{path}", self.prefix()) {
            empty if empty.is_empty() => "./".to_owned(),
            address => address,
        };
        let languages = [("fr-CA", "", "Français"), ("en-CA", "en/", "English")];
        let switch = languages.iter().filter(|(_, prefix, _)| *prefix != self.prefix());
        let switch = switch.map(|(tag, prefix, autonym)| LanguageLink {
            href: match format!("{root}{prefix}{path}") {
                empty if empty.is_empty() => "./".to_owned(),
                href => href,
            },
            tag: (*tag).to_owned(),
            dir: None,
            autonym: (*autonym).to_owned(),
            note: is_404.then(|| "page not translated".to_owned()),
        });
        let mut alternates: Vec<Alternate> = languages
            .iter()
            .map(|(lang, prefix, _)| Alternate {
                hreflang: (*lang).to_owned(),
                url: format!("{SITE}{prefix}{path}"),
            })
            .collect();
        alternates.push(Alternate { hreflang: "x-default".to_owned(), url: format!("{SITE}{path}") });
        let link = |path: &str, title: &str| Step { href: here(path), title: title.to_owned(), spoken: None };
        let mut breadcrumb = Vec::new();
        if !path.is_empty() && !is_404 {
            breadcrumb.push(link("", &self.say("home")));
            breadcrumb.extend(above.iter().map(|above| link(above, "Plan d’action")));
        }
        let menu = [
            ("plans/2025-2026/", "Plan d’action"),
            ("plans/2013-2014/", "Archives"),
            ("actualites/", "Actualités"),
        ]
        .map(|(to, title)| MenuLink {
            href: here(to),
            title: title.to_owned(),
            lang: None,
            is_current: to == path,
            is_open: path.starts_with(to),
        });
        let frame = Frame {
            lang: languages[usize::from(self.words.lang == Lang::En)].0.to_owned(),
            is_right_to_left: false,
            og_locale: Some(languages[usize::from(self.words.lang == Lang::En)].0.replace('-', "_")),
            spoken: None,
            notice: None,
            title: title.to_owned(),
            title_spoken: None,
            site_title_lang: None,
            site_title: "Réseau des voisinages solidaires".to_owned(),
            head_title: format!(
                "{title} | {}",
                if self.words.lang == Lang::Fr { "Réseau" } else { "Network" }
            ),
            description: Some(format!("Ce que le réseau a promis, et où il en est\u{a0}: {title}, {url}")),
            home: here(""),
            logo: None,
            favicon: format!("{root}assets/favicon.svg"),
            footer: None,
            footer_lang: None,
            social: Vec::new(),
            assets: format!("{root}assets/"),
            mail: (!is_404).then(|| format!("mailto:?body={SITE}{url}")),
            canonical: (!is_404).then(|| format!("{SITE}{url}")),
            alternates: if is_404 { Vec::new() } else { alternates },
            languages: switch.collect(),
            menu: menu.into(),
            breadcrumb,
            updated: Some(self.date()),
            noindex: is_404,
            structured: None,
            share_image: None,
            contact: Some(lists::contact()),
            feeds: vec![Link {
                href: here("atom.xml"),
                title: "Réseau des voisinages solidaires".to_owned(),
            }],
            method: None,
            glossary: None,
            search: Some("recherche/".to_owned()),
            generator: "jalon 0.1.0".to_owned(),
        };
        Page { url, template, frame, view: view(self) }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    pub(super) fn date(&self) -> DateView {
        let date = jalon::date::Date::new(2026, 2, 1).expect("a day");
        DateView { iso: date.to_string(), words: date_in_words(self.words.lang, date) }
    }

    fn home(&self) -> serde_json::Value {
        let card = |title: &str, follow_up: bool, stage: Option<&str>, at: &str| PlanCard {
            href: at.to_owned(),
            title: title.to_owned(),
            description: Some("Accueillir, écouter, tenir parole.".to_owned()),
            stage: stage.map(str::to_owned),
            period: Some(timeframe("juillet 2025 à juin 2026", None)),
            reference_date: self.date(),
            progress: self.progress(&ROWS.concat(), follow_up),
            orientations: self.cards(at, follow_up),
            spoken: None,
        };
        to_value(HomeView {
            title: "Réseau des voisinages solidaires".to_owned(),
            description: Some("Que chaque personne qui arrive trouve, à dix minutes de marche, quelqu’un qui l’attend.".to_owned()),
            parts: vec!["plans", "synthesis", "news", "changes", "sections", "contact"],
            mission: Some(MissionBrief {
                sentence: "Que personne ne soit sans voisin.".to_owned(),
                link: Link { href: "mission/".to_owned(), title: "Notre mission".to_owned() },
            }),
            content: "<p>Nous réunissons <strong>trente-deux organismes</strong> et quatre municipalités. Voici ce que nous avons promis, et où nous en sommes.</p>".to_owned(),
            plans: vec![
                card("Plan d’action 2025-2026", true, None, "plans/2025-2026/"),
                card("Plan d’action 2013-2014", false, Some(&self.say("stage.proposed.title")), "plans/2013-2014/"),
            ],
            synthesis: Some(self.latest_synthesis()),
            latest: vec![self.card("actualites/marche/", "Une marche pour connaître ses voisins", true)],
            changes: self.changes(),
            all_changes: vec![link_to("plans/2025-2026/changements/", "Ce qui a changé")],
            sections: vec![self.card("actualites/", "Actualités", false)],
            feed: Some(link_to("atom.xml", "Réseau des voisinages solidaires")),
            contact: Some(lists::contact()),
        })
    }

    fn card(&self, href: &str, title: &str, dated: bool) -> Card {
        Card {
            href: href.to_owned(),
            title: title.to_owned(),
            description: Some("Quatre quartiers, un samedi, des bottes de pluie.".to_owned()),
            spoken_description: None,
            date: dated.then(|| self.date()),
            kind: dated.then(|| self.say("kind.news")),
            spoken: None,
        }
    }

    fn article(&self) -> serde_json::Value {
        let content = "<h2 id=\"pourquoi\">Pourquoi marcher</h2><p>Parce qu’on se salue <em>à pied</em>. Voir <a href=\"https://exemple.org/marche\">le parcours</a>.</p>\
            <blockquote><p>On a marché deux heures; j’ai appris cinq prénoms.</p></blockquote>\
            <h2 id=\"quand\">Quand</h2><table><caption>Départs</caption><thead><tr><th scope=\"col\">Quartier</th><th scope=\"col\">Heure</th></tr></thead>\
            <tbody><tr><td>Vieux-Moulin</td><td>13 h 30</td></tr></tbody></table><ul><li>des bottes</li><li>de l’eau</li></ul>";
        to_value(ArticleView {
            spoken: None,
            title: "Une marche pour connaître ses voisins".to_owned(),
            description: Some("Quatre quartiers, un samedi, des bottes de pluie.".to_owned()),
            date: Some(self.date()),
            authors: Some("L’équipe et Le comité marche".to_owned()),
            tags: vec![link_to("../../etiquettes/voisinage/", "voisinage")],
            image: None,
            image_alt: String::new(),
            content: content.replace(" h ", "\u{a0}h\u{a0}"),
            contents: vec![
                Link { href: "#pourquoi".to_owned(), title: "Pourquoi marcher".to_owned() },
                Link { href: "#quand".to_owned(), title: "Quand".to_owned() },
            ],
            previous: Some(titled("../../plans/2013-2014/", "Le plan de 2013")),
            next: Some(titled("../../plans/2025-2026/", "Le plan de 2025")),
        })
    }

    fn not_found(&self) -> serde_json::Value {
        to_value(NotFoundView {
            title: self.say("not_found.title"),
            sections: vec![MenuLink {
                href: format!("/{}actualites/", self.prefix()),
                title: "Actualités".to_owned(),
                lang: None,
                is_current: false,
                is_open: false,
            }],
        })
    }
}

fn link_to(href: &str, title: &str) -> Link {
    Link { href: href.to_owned(), title: title.to_owned() }
}

fn titled(href: &str, title: &str) -> ForeignLink {
    ForeignLink { href: href.to_owned(), title: title.to_owned(), lang: None }
}

fn timeframe(text: &str, meaning: Option<&str>) -> TimeframeView {
    TimeframeView { text: text.to_owned(), lang: None, meaning: meaning.map(str::to_owned) }
}

fn to_value(view: impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(view).expect("a view serializes")
}
