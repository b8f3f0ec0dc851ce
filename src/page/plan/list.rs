//! Every action of a plan in one table, what its rows can be narrowed by, and the ways that lead
//! there from counts.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Placed;
use super::{FollowUp, Shower};
use crate::address::Address;
use crate::filled::Filled;
use crate::kind::plan::Orientation;
use crate::kind::plan::status::StatusKey;
use crate::lang;
use crate::page::{Page, View, progress};
use crate::site::addresses::{self, AddressWords};
use crate::site::plan::{Side, orientation_key};
use crate::view::ProgressView;
use crate::view::action_list::{
    ActionListView, ActionRow, ChoiceView, FilterView, LateView, ListWay, QueryView,
};
use crate::words::Words;

/// The title of an orientation is cut here in a cell and among choices; its page has all of it.
const TITLE: usize = 60;

/// The words of the addresses that narrow the list, by key.
const BY_STATUS: &str = "by_status";
const BY_RESPONSIBLE: &str = "by_responsible";
const BY_ORIENTATION: &str = "by_orientation";
const BY_LATE: &str = "by_late";
const BY_WORDS: &str = "by_words";

/// What actions can be chosen by.
struct Facet {
    filter: FilterView,
    /// The keys of each action, in the order of the plan, with a space between them.
    keys: Vec<String>,
}

/// One of the choices of a facet.
struct Choice {
    key: String,
    /// The same in other languages.
    also: String,
    title: String,
    lang: Option<String>,
}

/// The words of the plan, and those of every language of the site.
struct Tongues<'a> {
    own: (&'a Words, &'a AddressWords),
    all: Vec<(&'a Words, AddressWords)>,
}

impl Tongues<'_> {
    /// What the other languages of the site say in the place of the plan's, each once, with spaces between.
    fn elsewhere(&self, say: impl Fn(&Words, &AddressWords) -> String) -> String {
        let own = say(self.own.0, self.own.1);
        let others = self.all.iter().map(|(words, addresses)| say(words, addresses));
        let others: BTreeSet<String> = others.filter(|other| *other != own).filled();
        others.into_iter().collect::<Vec<_>>().join(" ")
    }
}

impl Shower<'_> {
    pub(super) fn list(&self) -> Page {
        let page = self.side_address(Side::Actions);
        let placed: Vec<Placed<'_>> = self.placed().collect();
        let all = self.making.words.values().map(|words| (words, AddressWords::of(words).0));
        let tongues = Tongues { own: (self.words, &self.entry.words), all: all.collect() };
        let facets = [
            self.by_status(&placed, &tongues),
            self.by_responsible(&placed, &tongues),
            self.by_orientation(&placed, &tongues),
        ];
        let facets: Vec<Facet> = facets.into_iter().filter(|it| it.filter.choices.len() > 1).collect();
        let is_late = |placed: &Placed<'_>| placed.action.is_late(self.reference);
        let n_late = placed.iter().filter(|placed| is_late(placed)).count();
        let late = (n_late > 0).then(|| LateView {
            query: self.late_query(),
            also: tongues.elsewhere(|_, addresses| addresses.word(BY_LATE).to_owned()),
            also_key: tongues.elsewhere(|words, _| addresses::fit(&words.say("data.yes", &[]))),
            count: self.words.locale.number(n_late),
        });
        let rows = placed.iter().enumerate().map(|(at, placed)| {
            let mut keys: Vec<&str> = facets.iter().map(|facet| facet.keys[at].as_str()).collect();
            keys.extend(late.as_ref().map(|late| if is_late(placed) { late.query.key.as_str() } else { "" }));
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
            words_name: self.query_word(BY_WORDS),
            words_also: tongues.elsewhere(|_, addresses| addresses.word(BY_WORDS).to_owned()),
            downloads: self.downloads(&page),
        };
        self.side_page(Side::Actions, page, View::Actions(Box::new(view)))
    }

    /// How far the plan is; each count leads to the actions it counts.
    pub(super) fn plan_progress(&self, page: &Address) -> ProgressView {
        let counts = progress::progress(self.words, &self.progress(self.plan.actions()));
        ProgressView { list: Some(Box::new(self.way(page, None))), ..counts }
    }

    /// The same for an orientation.
    pub(super) fn orientation_progress(&self, orientation: &Orientation, page: &Address) -> ProgressView {
        let counts = progress::progress(self.words, &self.progress(orientation.actions()));
        let within = self.query(BY_ORIENTATION, orientation_key(orientation));
        ProgressView { list: Some(Box::new(self.way(page, Some(within)))), ..counts }
    }

    fn way(&self, page: &Address, within: Option<QueryView>) -> ListWay {
        ListWay {
            href: self.href(&self.side_address(Side::Actions), page),
            within,
            by_status: self.query_word(BY_STATUS),
            late: self.late_query(),
        }
    }

    /// The states there are, in the order they are drawn; none where the plan follows nothing up.
    fn by_status(&self, placed: &[Placed<'_>], tongues: &Tongues<'_>) -> Facet {
        let keys = placed.iter().map(|placed| placed.action.status.key.key().to_owned()).collect();
        let choices = match self.follows_up {
            FollowUp::Published => StatusKey::ALL.to_vec(),
            FollowUp::Unpublished => Vec::new(),
        };
        let choices = choices.into_iter().map(|key| {
            let title = self.words.say(key.label_key(), &[]);
            Choice { key: key.key().to_owned(), also: String::new(), title, lang: None }
        });
        let label = self.words.say("action.status", &[]);
        self.facet((BY_STATUS, label), choices, keys, tongues)
    }

    /// Names in the order of a dictionary after nobody, as on the page of those who answer; a name
    /// written in two ways that differ only by accents and capitals is one.
    fn by_responsible(&self, placed: &[Placed<'_>], tongues: &Tongues<'_>) -> Facet {
        let people = self.people_by_name();
        let keys = keys_of(&people);
        let also = tongues.elsewhere(|words, _| addresses::fit(&words.say("responsible.nobody", &[])));
        let choices = people.iter().map(|(folded, name)| Choice {
            key: keys[folded].clone(),
            also: if folded.is_empty() { also.clone() } else { String::new() },
            title: name.clone(),
            lang: None,
        });
        let of_action = |placed: &Placed<'_>| {
            let names = placed.action.responsible.iter().map(|name| keys[&lang::fold(name)].as_str());
            let keys_of_names: BTreeSet<&str> = names.filled();
            match keys_of_names.is_empty() {
                true => keys[""].clone(),
                false => keys_of_names.into_iter().collect::<Vec<_>>().join(" "),
            }
        };
        let of_actions = placed.iter().map(of_action).collect();
        let label = self.words.say("action.responsible", &[]);
        self.facet((BY_RESPONSIBLE, label), choices, of_actions, tongues)
    }

    /// Every name once, by what it folds to, after nobody.
    fn people_by_name(&self) -> Vec<(String, String)> {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for name in self.plan.actions().flat_map(|action| &action.responsible) {
            names.entry(lang::fold(name)).or_insert(name);
        }
        let mut people: Vec<(String, String)> =
            names.into_iter().map(|(folded, name)| (folded, name.to_owned())).collect();
        people.sort_by_cached_key(|(_, name)| self.words.locale.sort_key(name));
        // What no name folds to stands for the absence of names.
        people.insert(0, (String::new(), self.words.say("responsible.nobody", &[])));
        people
    }

    /// What narrows the list to each name, by what it folds to; nobody is the empty name. Nothing
    /// where the list has no such choice.
    pub(super) fn queries_of_people(&self) -> BTreeMap<String, QueryView> {
        let people = self.people_by_name();
        let unanswered = self.plan.actions().any(|action| action.responsible.is_empty());
        // As the list has it: one choice is no choice.
        if !self.sides.contains(&Side::Actions) || people.len() - 1 + usize::from(unanswered) < 2 {
            return BTreeMap::new();
        }
        let queries = keys_of(&people).into_iter();
        queries.map(|(folded, key)| (folded, self.query(BY_RESPONSIBLE, key))).filled()
    }

    fn by_orientation(&self, placed: &[Placed<'_>], tongues: &Tongues<'_>) -> Facet {
        let keys = placed.iter().map(|placed| orientation_key(placed.orientation)).collect();
        let choices = self.plan.orientations().map(|orientation| Choice {
            key: orientation_key(orientation),
            also: String::new(),
            title: self.brief(orientation),
            lang: self.lang_of(orientation.foreign.as_ref()),
        });
        self.facet((BY_ORIENTATION, self.level()), choices, keys, tongues)
    }

    /// What can be chosen, without the choices that no action answers to.
    fn facet(
        &self,
        (by, label): (&'static str, String),
        choices: impl Iterator<Item = Choice>,
        keys: Vec<String>,
        tongues: &Tongues<'_>,
    ) -> Facet {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for key in keys.iter().flat_map(|keys| keys.split(' ')) {
            *counts.entry(key).or_default() += 1;
        }
        let choices = choices.filter_map(|Choice { key, also, title, lang }| {
            let n = *counts.get(key.as_str())?;
            Some(ChoiceView { counted: self.counted(&title, n), key, also, title, lang })
        });
        let also = tongues.elsewhere(|_, addresses| addresses.word(by).to_owned());
        let filter = FilterView { name: self.query_word(by), also, label, choices: choices.collect() };
        Facet { filter, keys }
    }

    fn late_query(&self) -> QueryView {
        self.query(BY_LATE, addresses::fit(&self.words.say("data.yes", &[])))
    }

    fn query(&self, by: &'static str, key: String) -> QueryView {
        QueryView { name: self.query_word(by), key }
    }

    /// « En cours (12) »
    fn counted(&self, title: &str, n: usize) -> String {
        self.words.say("search.of", &[("title", title), ("n", &self.words.locale.number(n))])
    }

    fn query_word(&self, key: &'static str) -> String {
        self.entry.words.word(key).to_owned()
    }

    /// The author's word for orientations where all have the same, else ours.
    fn level(&self) -> String {
        let words: BTreeSet<&str> = self.plan.orientations().map(|it| it.level_word.as_str()).filled();
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
fn keys_of(names: &[(String, String)]) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::new();
    let mut keys = BTreeMap::new();
    for (folded, name) in names {
        let slug = addresses::fit(name);
        let numbered = (2..).map(|n| format!("{slug}-{n}"));
        let mut candidates = std::iter::once(slug.clone()).chain(numbered);
        let free = candidates.find(|key| !key.is_empty() && !taken.contains(key));
        let key = free.expect("numbers do not run out");
        taken.insert(key.clone());
        keys.insert(folded.clone(), key);
    }
    keys
}
