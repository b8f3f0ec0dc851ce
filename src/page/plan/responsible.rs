//! Who answers for what.

use std::collections::BTreeMap;

use super::Shower;
use crate::address::Address;
use crate::config::plans::Person;
use crate::kind::plan::Action;
use crate::lang;
use crate::markdown;
use crate::page::{Page, View, progress};
use crate::site::plan::Side;
use crate::view::action_list::QueryView;
use crate::view::sides::{ActionLine, ContactView, PersonView, PersonWay, ResponsibleView};

impl Shower<'_> {
    pub(super) fn responsible(&self) -> Page {
        let page = self.side_address(Side::Responsible);
        let queries = self.queries_of_people();
        let nobody: Vec<&Action> =
            self.plan.actions().filter(|action| action.responsible.is_empty()).collect();
        let nobody = (!nobody.is_empty()).then(|| {
            let name = self.words.say("responsible.nobody", &[]);
            self.person(("0", &name), &nobody, queries.get("").cloned(), &page)
        });
        let view = ResponsibleView {
            title: self.side_title(Side::Responsible),
            head: self.head_of_notes(&page, self.plan.actions()),
            responsible: self.words.list(&self.plan.responsible),
            nobody,
            people: self.people(&queries, &page),
        };
        self.side_page(Side::Responsible, page, View::Responsible(Box::new(view)))
    }

    /// Names in the order of a dictionary; a name written in two ways that differ only by accents and
    /// capitals is one, under its first form.
    fn people(&self, queries: &BTreeMap<String, QueryView>, page: &Address) -> Vec<PersonView> {
        let mut people: BTreeMap<String, (&str, Vec<&Action>)> = BTreeMap::new();
        for action in self.plan.actions() {
            for name in &action.responsible {
                let (_, actions) = people.entry(lang::fold(name)).or_insert_with(|| (name, Vec::new()));
                if !actions.last().is_some_and(|last| std::ptr::eq(*last, action)) {
                    actions.push(action);
                }
            }
        }
        let mut people: Vec<(&str, Vec<&Action>)> = people.into_values().collect();
        people.sort_by_cached_key(|(name, _)| self.words.locale.sort_key(name));
        let people = people.into_iter().enumerate();
        let person = |(at, (name, actions)): (usize, (&str, Vec<&Action>))| {
            let query = queries.get(&lang::fold(name)).cloned();
            self.person((&(at + 1).to_string(), name), &actions, query, page)
        };
        people.map(person).collect()
    }

    fn person(
        &self,
        (id, name): (&str, &str),
        actions: &[&Action],
        query: Option<QueryView>,
        page: &Address,
    ) -> PersonView {
        let list = query.map(|query| PersonWay {
            href: self.href(&self.side_address(Side::Actions), page),
            query,
            title: self.words.say("responsible.list", &[("name", name)]),
        });
        PersonView {
            list,
            id: format!("responsable-{id}"),
            name: name.to_owned(),
            contact: self.contact(name),
            progress: progress::progress(self.words, &self.progress(actions.iter().copied())),
            actions: actions.iter().map(|action| self.line_of(action, name, page)).collect(),
        }
    }

    /// Where to write to those that the settings of the site name so, in short or in full.
    fn contact(&self, name: &str) -> Option<ContactView> {
        let (people, folded) = (&self.making.config.people, lang::fold(name));
        let is_named =
            |person: &&Person| [lang::fold(&person.full_name()), lang::fold(&person.name)].contains(&folded);
        let contact = people.values().filter(is_named).find_map(|person| person.contact.clone())?;
        let is_web = contact.starts_with("https://") || contact.starts_with("http://");
        let is_mail = contact.contains('@') && !contact.contains(char::is_whitespace);
        let href = match (is_web, is_mail) {
            (true, _) => Some(markdown::encoded(&contact)),
            (false, true) => Some(markdown::encoded(&format!("mailto:{contact}"))),
            (false, false) => None,
        };
        Some(ContactView { text: contact, href })
    }

    /// An action under a name: the others who answer for it are still named.
    fn line_of(&self, action: &Action, name: &str, page: &Address) -> ActionLine {
        let is_other = |other: &&String| lang::fold(other) != lang::fold(name);
        let others: Vec<&String> = action.responsible.iter().filter(is_other).collect();
        ActionLine { responsible: self.words.list(&others), ..self.line(action, page) }
    }
}
