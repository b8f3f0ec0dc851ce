//! Every action of a plan in one table, what its rows can be narrowed by, and the ways that lead
//! there from counts.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Placed;
use super::{FollowUp, Shower};
use crate::address::Address;
use crate::kind::plan::Orientation;
use crate::kind::plan::status::StatusKey;
use crate::lang;
use crate::markdown;
use crate::page::{Page, View, progress};
use crate::site::addresses;
use crate::site::plan::{Side, orientation_key};
use crate::view::ProgressView;
use crate::view::action_list::{ActionListView, ActionRow, ChoiceView, FilterView, TickBoxView};

/// The title of an orientation is cut here in a cell and among choices; its page has all of it.
const TITLE: usize = 60;

/// The words of the addresses that narrow the list, by key.
const BY_STATUS: &str = "by_status";
const BY_RESPONSIBLE: &str = "by_responsible";
const BY_ORIENTATION: &str = "by_orientation";
const BY_LATE: &str = "by_late";

/// What actions can be chosen by.
struct Facet {
    filter: FilterView,
    /// The keys of each action, in the order of the plan, with a space between them.
    keys: Vec<String>,
}

impl Shower<'_> {
    pub(super) fn list(&self) -> Page {
        let page = self.side_address(Side::Actions);
        let placed: Vec<Placed<'_>> = self.placed().collect();
        let facets = [self.by_status(&placed), self.by_responsible(&placed), self.by_orientation(&placed)];
        let facets: Vec<Facet> = facets.into_iter().filter(|it| it.filter.choices.len() > 1).collect();
        let is_late = |placed: &Placed<'_>| placed.action.is_late(self.reference);
        let late = placed.iter().any(is_late).then(|| self.late_box());
        let rows = placed.iter().enumerate().map(|(at, placed)| {
            let mut keys: Vec<&str> = facets.iter().map(|facet| facet.keys[at].as_str()).collect();
            keys.extend(late.as_ref().map(|late| if is_late(placed) { late.key.as_str() } else { "" }));
            ActionRow {
                action: self.line(placed.action, &page),
                orientation: self.brief(placed.orientation),
                lang: self.lang_of(placed.orientation.foreign.as_ref()),
                keys: keys.join("|"),
            }
        });
        let view = ActionListView {
            title: self.side_title(Side::Actions),
            head: self.head(&page),
            count: self.words.count("progress.total", placed.len()),
            total: self.words.locale.number(placed.len()),
            orientation: self.level(),
            rows: rows.collect(),
            filters: facets.into_iter().map(|facet| facet.filter).collect(),
            late,
            words_name: self.query_word("by_words"),
        };
        self.side_page(Side::Actions, page, View::Actions(Box::new(view)))
    }

    /// How far the plan is; each count leads to the actions it counts.
    pub(super) fn plan_progress(&self, page: &Address) -> ProgressView {
        self.leading(progress::progress(self.words, &self.progress(self.plan.actions())), page, "")
    }

    /// The same for an orientation.
    pub(super) fn orientation_progress(&self, orientation: &Orientation, page: &Address) -> ProgressView {
        let counts = progress::progress(self.words, &self.progress(orientation.actions()));
        let within = format!("{}={}&", self.query_word(BY_ORIENTATION), orientation_key(orientation));
        self.leading(counts, page, &within)
    }

    /// Counts with the address of the list narrowed to each: without script, that of the whole list.
    fn leading(&self, counts: ProgressView, page: &Address, within: &str) -> ProgressView {
        let list = self.side_address(Side::Actions).relative_to(page);
        let to = |name: &'static str, key: &str| {
            Some(markdown::encoded(&format!("{list}?{within}{}={key}", self.query_word(name))))
        };
        let mut counts = counts;
        for part in &mut counts.parts {
            part.href = to(BY_STATUS, &part.key);
        }
        counts.late_href = counts.late.as_ref().and_then(|_| to(BY_LATE, &self.yes()));
        counts
    }

    /// The states there are, in the order they are drawn.
    fn by_status(&self, placed: &[Placed<'_>]) -> Facet {
        let is_there = |key: &StatusKey| placed.iter().any(|placed| placed.action.status.key == *key);
        let keys = StatusKey::ALL.into_iter().filter(is_there);
        let choices = keys.filter(|_| self.follows_up == FollowUp::Published).map(|key| ChoiceView {
            key: key.key().to_owned(),
            title: self.words.say(&format!("status.{}", key.key()), &[]),
            lang: None,
        });
        let filter = self.filter(BY_STATUS, self.words.say("action.status", &[]), choices.collect());
        Facet { filter, keys: placed.iter().map(|it| it.action.status.key.key().to_owned()).collect() }
    }

    /// Names in the order of a dictionary after nobody, as on the page of those who answer; a name
    /// written in two ways that differ only by accents and capitals is one.
    fn by_responsible(&self, placed: &[Placed<'_>]) -> Facet {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for name in placed.iter().flat_map(|placed| &placed.action.responsible) {
            names.entry(lang::fold(name)).or_insert(name);
        }
        let mut people: Vec<(&str, &str)> =
            names.iter().map(|(folded, name)| (folded.as_str(), *name)).collect();
        people.sort_by_cached_key(|(_, name)| self.words.locale.sort_key(name));
        let nobody = self.words.say("responsible.nobody", &[]);
        let is_nobody = placed.iter().any(|placed| placed.action.responsible.is_empty());
        let people: Vec<(&str, &str)> =
            is_nobody.then_some(("", nobody.as_str())).into_iter().chain(people).collect();
        let keys = keys_of(&people);
        let choices = people.iter().map(|(folded, name)| ChoiceView {
            key: keys[folded].clone(),
            title: (*name).to_owned(),
            lang: None,
        });
        let choices = if names.is_empty() { Vec::new() } else { choices.collect() };
        let of_action = |placed: &Placed<'_>| match placed.action.responsible.as_slice() {
            [] => keys[""].clone(),
            names => {
                let keys: BTreeSet<&str> =
                    names.iter().map(|name| keys[lang::fold(name).as_str()].as_str()).collect();
                keys.into_iter().collect::<Vec<_>>().join(" ")
            }
        };
        let filter = self.filter(BY_RESPONSIBLE, self.words.say("action.responsible", &[]), choices);
        Facet { filter, keys: placed.iter().map(of_action).collect() }
    }

    fn by_orientation(&self, placed: &[Placed<'_>]) -> Facet {
        let with_actions = self.plan.orientations().filter(|it| it.actions().next().is_some());
        let choices = with_actions.map(|orientation| ChoiceView {
            key: orientation_key(orientation),
            title: self.brief(orientation),
            lang: self.lang_of(orientation.foreign.as_ref()),
        });
        let filter = self.filter(BY_ORIENTATION, self.level(), choices.collect());
        Facet { filter, keys: placed.iter().map(|placed| orientation_key(placed.orientation)).collect() }
    }

    fn filter(&self, by: &'static str, label: String, choices: Vec<ChoiceView>) -> FilterView {
        FilterView { name: self.query_word(by), label, choices }
    }

    fn late_box(&self) -> TickBoxView {
        TickBoxView { name: self.query_word(BY_LATE), key: self.yes() }
    }

    /// « oui », fit for an address.
    fn yes(&self) -> String {
        addresses::fit(&self.words.say("data.yes", &[]))
    }

    fn query_word(&self, key: &'static str) -> String {
        self.entry.words.word(key).to_owned()
    }

    /// The author's word for orientations where all have the same, else ours.
    fn level(&self) -> String {
        let words: BTreeSet<&str> = self.plan.orientations().map(|it| it.level_word.as_str()).collect();
        match words.into_iter().collect::<Vec<_>>().as_slice() {
            [word] if !word.is_empty() => (*word).to_owned(),
            _ => self.words.say("plan.orientation", &[]),
        }
    }

    /// « 2 – Se déplacer »
    fn brief(&self, orientation: &Orientation) -> String {
        format!("{} – {}", orientation.number, progress::shortened(&orientation.title.plain, TITLE))
    }
}

/// The key of each name, by folded name: no two are the same, whatever addresses leave out.
fn keys_of<'n>(names: &[(&'n str, &str)]) -> BTreeMap<&'n str, String> {
    let mut taken = BTreeSet::new();
    let mut keys = BTreeMap::new();
    for (folded, name) in names {
        let slug = addresses::fit(name);
        let numbered = (2..).map(|n| format!("{slug}-{n}"));
        let free =
            std::iter::once(slug.clone()).chain(numbered).find(|key| !key.is_empty() && !taken.contains(key));
        let key = free.expect("numbers do not run out");
        taken.insert(key.clone());
        keys.insert(*folded, key);
    }
    keys
}
