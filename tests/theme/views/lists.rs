//! Lists of the fictional association: a section by year, tags, and what its home page announces.

use jalon::view::StatusView;
use jalon::view::listing::{
    CardGroup, ContactView, CountedLink, HomeChange, SynthesisCard, TagView, TagsView,
};
use jalon::view::lists::{Pager, SectionView};
use jalon::view::search::{KindChoice, SearchView, Shelf};
use jalon::view::sides::{ChangeView, EntryView, NamedAction};

use super::{Maker, link_to, titled, to_value};

impl Maker<'_> {
    pub(super) fn section(&self) -> serde_json::Value {
        to_value(SectionView {
            title: "Actualités".to_owned(),
            part: Some(self.words.say("pager.page", &[("n", "1"), ("total", "1")])),
            description: None,
            content: String::new(),
            plans: Vec::new(),
            groups: vec![
                CardGroup {
                    id: "_2026".to_owned(),
                    title: "2026".to_owned(),
                    pages: vec![self.card("marche/", "Une marche pour connaître ses voisins", true)],
                },
                CardGroup {
                    id: "_pages".to_owned(),
                    title: self.say("section.undated"),
                    pages: vec![self.card("marche/", "Règlement de la marche", false)],
                },
            ],
            sections: Vec::new(),
            pager: Some(Pager {
                words: self.words.say("pager.page", &[("n", "1"), ("total", "1")]),
                previous: None,
                next: Some(link_to("marche/", "")),
            }),
            years: vec![self.counted("./", "2026", 1), self.counted("marche/", "2025", 12)],
            feed: Some(link_to("../atom.xml", "Réseau des voisinages solidaires")),
        })
    }

    pub(super) fn tags(&self) -> serde_json::Value {
        to_value(TagsView {
            title: self.say("tags.title"),
            tags: vec![self.counted("voisinage/", "voisinage", 2)],
        })
    }

    pub(super) fn tag(&self) -> serde_json::Value {
        to_value(TagView {
            title: "voisinage".to_owned(),
            count: self.words.count("section.count", 2),
            pages: vec![self.card("../../actualites/marche/", "Une marche pour connaître ses voisins", true)],
        })
    }

    pub(super) fn search(&self) -> serde_json::Value {
        let choice =
            |key: &str| KindChoice { key: key.to_owned(), title: self.say(&format!("search.kinds.{key}")) };
        let state = |key: &str| StatusView {
            key: key.to_owned(),
            words: self.say(&format!("status.{key}")),
            text: None,
            lang: None,
            measure: None,
        };
        to_value(SearchView {
            title: self.say("search.title"),
            root: "../".to_owned(),
            index: "index/".to_owned(),
            kinds: ["plan", "action", "news"].map(choice).to_vec(),
            states: ["done", "in-progress", "not-stated"].map(state).to_vec(),
            shelves: vec![
                Shelf {
                    id: "_plan".to_owned(),
                    title: self.say("search.kinds.plan"),
                    count: self.words.count("section.count", 1),
                    documents: vec![titled("../plans/2025-2026/", "Plan d’action 2025-2026")],
                    sections: Vec::new(),
                },
                Shelf {
                    id: "_news".to_owned(),
                    title: self.say("search.kinds.news"),
                    count: self.words.count("section.count", 120),
                    documents: Vec::new(),
                    sections: vec![self.counted("../actualites/", "Actualités", 120)],
                },
            ],
        })
    }

    fn counted(&self, href: &str, title: &str, n: usize) -> CountedLink {
        CountedLink {
            href: href.to_owned(),
            title: title.to_owned(),
            lang: None,
            count: self.words.count("section.count", n),
            is_current: href == "./",
        }
    }

    pub(super) fn latest_synthesis(&self) -> SynthesisCard {
        SynthesisCard {
            href: "actualites/marche/".to_owned(),
            title: "Ce que la cour d’école nous a dit".to_owned(),
            event: Some("Atelier de mai".to_owned()),
            date: Some(self.date()),
            description: None,
            retained: vec!["Ouvrir la cour le samedi".to_owned(), "Un banc à l’ombre".to_owned()],
        }
    }

    pub(super) fn changes(&self) -> Vec<HomeChange> {
        let action = NamedAction {
            href: "plans/2025-2026/".to_owned(),
            number: "1.1.1".to_owned(),
            title: "Poser un banc à l’ombre".to_owned(),
            foreign: None,
        };
        let entry = EntryView {
            date: self.date(),
            status: None,
            percent: None,
            note: Some("Le banc est commandé.".to_owned()),
            evidence: Vec::new(),
            lang: None,
        };
        let plan = Some(link_to("plans/2025-2026/", "Plan d’action 2025-2026"));
        vec![HomeChange { plan, change: ChangeView { action, entry } }]
    }
}

/// Where to write to the association.
pub(super) fn contact() -> ContactView {
    ContactView {
        words: "bonjour@asso.example".to_owned(),
        href: Some("mailto:bonjour@asso.example".to_owned()),
    }
}
