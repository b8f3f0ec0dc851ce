//! The synthesis of a workshop of the sample site: nested ideas, columns, strands, what became of it.

use jalon::view::foreign::ForeignLink;
use jalon::view::sides::ActionLine;
use jalon::view::synthesis::{
    BlockView, ColumnsCell, ColumnsRow, ColumnsView, ContributionView, DeedView, EventFacts, FollowedView,
    GroupView, HeadingView, IdeaView, ListView, OutcomeView, RankedView, RetainedView, SectionPartView,
    SectionView, StrandView, StrandsView, SynthesisPartView, SynthesisView, TitleView,
};
use jalon::view::{Download, Link, StatusView};

use super::plan::ROWS;
use super::{Maker, timeframe, titled, to_value};

fn link(href: &str, title: &str) -> Link {
    Link { href: href.to_owned(), title: title.to_owned() }
}

fn said(id: &str, words: &str, mentions: Option<&str>, items: Vec<ContributionView>) -> ContributionView {
    let mentions = mentions.map(str::to_owned);
    ContributionView { id: id.to_owned(), words: words.to_owned(), mentions, items, details: String::new() }
}

fn title(plain: &str) -> TitleView {
    TitleView { html: plain.to_owned(), plain: plain.to_owned() }
}

fn part() -> SectionPartView {
    SectionPartView::default()
}

impl Maker<'_> {
    pub(super) fn synthesis(&self) -> serde_json::Value {
        let retained_list =
            ListView { items: vec![said("banc", "Des bancs", None, Vec::new())], start: None };
        let retained = BlockView {
            id: "retenu".to_owned(),
            title: "Ce que nous retenons".to_owned(),
            sections: vec![SectionView {
                heading: None,
                moved: None,
                parts: vec![SectionPartView { list: Some(retained_list), ..part() }],
            }],
        };
        to_value(SynthesisView {
            title: "Atelier du printemps".to_owned(),
            description: None,
            authors: None,
            image: None,
            image_alt: String::new(),
            facts: EventFacts {
                event: Some("Corvée du printemps".to_owned()),
                date: Some(self.date()),
                place: Some("Salle du marché".to_owned()),
                facilitator: None,
                participants: Some("40 personnes".to_owned()),
                speakers: vec!["Une voisine, jardinière".to_owned()],
                leads_to: vec![titled("../../plans/2025-2026/", "Plan d’action 2025-2026")],
                names: None,
            },
            introduction: "<p>Quarante voisins, six tables.</p>".to_owned(),
            contents: vec![link("#retenu", "Ce que nous retenons"), link("#bloc-1", "Bloc 1")],
            retained: vec![RetainedView { block: retained, from: Some(link("#bloc-1", "Bloc 1")) }],
            ranking: vec![RankedView {
                mentions: "9 mentions".to_owned(),
                said: link("#cafe", "Un café sans horaire"),
                block: link("#bloc-1", "Bloc 1"),
            }],
            parts: vec![SynthesisPartView { text: None, block: Some(block()) }],
            outcome: Some(self.outcome()),
            footnotes: String::new(),
            downloads: vec![Download {
                href: "synthesis.json".to_owned(),
                title: "Données de la synthèse".to_owned(),
                format: "JSON".to_owned(),
            }],
            tags: Vec::new(),
            previous: None,
            next: None,
        })
    }

    fn outcome(&self) -> OutcomeView {
        let plan = || ForeignLink {
            href: "../../plans/2025-2026/".to_owned(),
            title: "Plan d’action 2025-2026".to_owned(),
            lang: None,
        };
        let action = ActionLine {
            href: "../../plans/2025-2026/#1.1.1".to_owned(),
            number: "1.1.1".to_owned(),
            title: "Ouvrir un café".to_owned(),
            foreign: None,
            timeframe: Some(timeframe("Automne 2025", None)),
            status: Some(StatusView {
                key: "done".to_owned(),
                words: self.say("status.done"),
                text: None,
                lang: None,
                measure: None,
            }),
            percent: None,
            late: None,
            responsible: None,
            note: None,
            lang: None,
            entries: Vec::new(),
        };
        let group = GroupView {
            label: "Objectif 1.1".to_owned(),
            label_lang: None,
            title: "Accueillir".to_owned(),
            lang: None,
            href: "../../plans/2025-2026/#1.1".to_owned(),
            progress: self.progress(ROWS[0], true),
        };
        OutcomeView {
            sentence: "1 idée sur 2 mène à une action".to_owned(),
            rule: self.say("synthesis.rule"),
            followed: vec![FollowedView {
                said: link("#cafe", "Un café sans horaire"),
                mentions: Some("9 mentions".to_owned()),
                deeds: vec![
                    DeedView { plan: plan(), action: Some(action), group: None },
                    DeedView { plan: plan(), action: None, group: Some(group) },
                ],
            }],
            left_title: "Sans lien vers une action jusqu’ici\u{a0}: 1 idée".to_owned(),
            left: vec![link("#banc", "Des bancs")],
        }
    }
}

fn block() -> BlockView {
    let nested = said("the", "du thé", None, vec![said("tisane", "ou une tisane", None, Vec::new())]);
    let cafe = said("cafe", "Un café <em>sans</em> horaire", Some("9 mentions"), vec![nested]);
    let cell = |name: &str, id: &str| ColumnsCell {
        title: name.to_owned(),
        items: vec![said(id, "Le marché", None, Vec::new())],
    };
    let columns = ColumnsView {
        caption: "De quoi avons-nous envie?".to_owned(),
        label: Some("Thème".to_owned()),
        titles: vec![title("Forces"), title("Faiblesses")],
        rows: vec![ColumnsRow {
            label: Some("Le lieu".to_owned()),
            cells: vec![cell("Forces", "marche"), cell("Faiblesses", "marche-1")],
        }],
    };
    let idea = |id: &str, support: Option<&str>, doubt: Option<&str>| IdeaView {
        contribution: said(id, "Un jardin", None, Vec::new()),
        support: support.map(str::to_owned),
        doubt: doubt.map(str::to_owned),
        fields: vec!["2026".to_owned()],
    };
    let strands = StrandsView {
        sentence: "2 idées; 1 soutien à trouver".to_owned(),
        strand: Some(title("Volet")),
        idea: title("Idée"),
        support: title("Soutien"),
        fields: vec![title("Quand")],
        strands: vec![StrandView {
            title: "Verdure".to_owned(),
            n_ideas: 2,
            ideas: vec![
                idea("jardin", Some("La Ville"), None),
                idea("jardin-1", None, Some("Soutien à trouver")),
            ],
        }],
    };
    let heading =
        HeadingView { level: 3, id: Some("envie".to_owned()), title: "De quoi avons-nous envie?".to_owned() };
    let moved = HeadingView { id: None, ..heading.clone() };
    BlockView {
        id: "bloc-1".to_owned(),
        title: "Bloc 1 – Ce qui manque".to_owned(),
        sections: vec![
            SectionView {
                heading: Some(heading),
                moved: None,
                parts: vec![
                    SectionPartView { text: Some("<p>Tour de table.</p>".to_owned()), ..part() },
                    SectionPartView { list: Some(ListView { items: vec![cafe], start: Some(3) }), ..part() },
                    SectionPartView { columns: Some(columns), ..part() },
                    SectionPartView { strands: Some(strands), ..part() },
                ],
            },
            SectionView { heading: Some(moved), moved: Some("#retenu".to_owned()), parts: Vec::new() },
        ],
    }
}
