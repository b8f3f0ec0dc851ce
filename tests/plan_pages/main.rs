//! What a reader sees on the pages made around a plan: the sheet of an action, the report, the
//! calendar, who answers for what, what changed, and how progress is measured.

mod english;
mod french;
mod list;
mod rules;
mod settings;
mod time;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::config;
use jalon::date::Date;
use jalon::kind::plan::follow_up::Entry;
use jalon::kind::plan::{ObjectivePart, OrientationPart, PlanPart, status};
use jalon::kind::{self, Body};
use jalon::lang::Lang;
use jalon::page::{self, Making, Page};
use jalon::site;
use jalon::source::Source;
use jalon::theme::{Around, SharedWords, Theme};
use jalon::view::shortcodes::ShortcodeView;

/// A site of one plan: its settings, the plan, and its follow-up log.
pub struct Sample {
    pub config: &'static str,
    pub plan: &'static str,
    /// Action, date, state, percentage, note, evidence: empty where there is none.
    pub log: &'static [[&'static str; 6]],
}

/// The pages of a site by address, with their HTML.
pub fn html(sample: &Sample) -> BTreeMap<String, (Page, String)> {
    let config = config::read(&Source::new("jalon.toml", sample.config)).value;
    let source = Source::new("content/plan/index.md", sample.plan);
    let mut plan = kind::read(&source, &config.default_language, &config).value;
    follow(&mut plan.body, sample.log);
    let news = Source::new("content/bus.md", "+++\ntitle = \"Le minibus\"\n+++\n\nIl roule.\n");
    let news = kind::read(&news, &config.default_language, &config).value;
    let files = vec!["content/plan/pv.pdf".to_owned()];
    let documents = vec![Arc::new(news), Arc::new(plan)];
    let theme = Theme::new(Vec::new()).value;
    let words = config.languages.iter().map(|it| (it.code.clone(), theme.words(&it.tag))).collect();
    let linked = site::link(site::Parts {
        config: &config,
        words: &words,
        documents,
        drafts: Vec::new(),
        files_of_drafts: Vec::new(),
        files,
        reserved: Vec::new(),
        plan_files: jalon::export::files,
        synthesis_files: jalon::export::synthesis::files,
    });
    assert_eq!(linked.diagnostics, Vec::new());
    let build_day = Date::new(2030, 1, 1).expect("a day");
    let (site, files) = (&linked.value, &BTreeMap::new());
    let shortcodes = &|template: &str, view: &ShortcodeView, language: &str| {
        theme.render_shortcode(template, view, Around::words(&SharedWords::of(&words[language])))
    };
    let making = Making { site, config: &config, words: &words, today: None, build_day, files, shortcodes };
    let mut pages = Vec::new();
    for batch in page::batches(&making) {
        let made = page::make(&making, &batch);
        assert_eq!(made.diagnostics, Vec::new());
        pages.extend(made.pages);
    }
    let render = |page: Page| {
        let (words, mut room) = (SharedWords::of(&words[&page.language]), Vec::new());
        let html = theme.render(&page.template, &page.frame, &page.view, Around::words(&words), &mut room);
        let html = html.unwrap_or_else(|fault| panic!("{}: {fault:?}", page.address)).to_owned();
        (page.address.to_string(), (page, html))
    };
    pages.into_iter().map(render).collect()
}

/// The words of the main part of a page, a line for each block.
pub fn visible(sample: &Sample, address: &str) -> String {
    let pages = html(sample);
    let (_, html) = pages.get(address).unwrap_or_else(|| panic!("{address} among {:?}", pages.keys()));
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).expect("a main part").1;
    let main = main.split_once("</main>").expect("its end").0;
    let mut text = String::new();
    let mut drawn = 0;
    for piece in main.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').expect("a whole tag");
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        match (name, tag.starts_with('/')) {
            ("svg", is_end) => drawn += if is_end { -1 } else { 1 },
            ("p" | "li" | "div" | "section" | "h1" | "h2" | "h3" | "dt" | "th" | "td" | "nav", _) => {
                text.push('\n')
            }
            _ => {}
        }
        if drawn == 0 {
            text.push_str(&words.replace('\n', " "));
        }
    }
    let lines = text
        .lines()
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

fn follow(body: &mut Body, log: &[[&str; 6]]) {
    let Body::Plan(plan) = body else { panic!("the sample is a plan") };
    let orientations = plan.parts.iter_mut().filter_map(|part| match part {
        PlanPart::Orientation(orientation) => Some(orientation),
        PlanPart::Text(_) => None,
    });
    let objectives =
        orientations.flat_map(|orientation| &mut orientation.parts).filter_map(|part| match part {
            OrientationPart::Objective(objective) => Some(objective),
            OrientationPart::Text(_) => None,
        });
    for part in objectives.flat_map(|objective| &mut objective.parts) {
        let ObjectivePart::Action(action) = part else { continue };
        for [_, date, state, percent, note, evidence] in log.iter().filter(|entry| entry[0] == action.number)
        {
            let status = (!state.is_empty()).then(|| status::read(state, &BTreeMap::new(), Lang::Fr).0);
            if let Some(status) = &status {
                action.status = status.clone();
            }
            action.percent = percent.parse().ok().or(action.percent);
            action.history.push(Entry {
                date: Date::parse(date).expect("a day"),
                status,
                percent: percent.parse().ok(),
                note: (*note).to_owned(),
                evidence: evidence.split('|').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
            });
        }
    }
}
