//! Which actions a shortcode asks for.

use super::{Caller, Wrong};
use crate::diagnostic::asked::AskedProblem;
use crate::kind::plan::status::{self, AddedWords, StatusKey};
use crate::kind::plan::tags::tags;
use crate::lang;
use crate::page::plan::called::{Filter, Lateness, Subject};
use crate::record::Spanned;
use crate::shortcode::Key;

impl Caller<'_> {
    /// What is asked for, each word known to the site or to the plan.
    pub(super) fn filter(&self, subject: &Subject<'_>) -> Result<Filter, Wrong> {
        let call = self.call();
        let statuses = call.text(Key::Status).map(|written| self.statuses(&written)).transpose()?;
        let responsible = call.text(Key::Responsible);
        let tag = call.text(Key::Tag);
        Ok(Filter {
            statuses: statuses.unwrap_or_default(),
            responsible: responsible.map(|written| self.responsible(subject, &written)).transpose()?,
            tag: tag.map(|written| known_tag(subject, &written)).transpose()?,
            lateness: call.flag(Key::Late).map(|late| if late { Lateness::Late } else { Lateness::OnTime }),
            limit: call.number(Key::Limit),
        })
    }

    /// States by key or in words, with commas between them.
    fn statuses(&self, written: &Spanned<&str>) -> Result<Vec<StatusKey>, Wrong> {
        let added: AddedWords = self
            .making
            .config
            .statuses
            .iter()
            .filter_map(|(words, key)| Some((words.clone(), StatusKey::from_key(key)?)))
            .collect();
        let mut keys = Vec::new();
        for word in written.value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let label = |key: &StatusKey| self.words.say(key.label_key(), &[]);
            let is_label = |key: &StatusKey| lang::fold(&label(key)) == lang::fold(word);
            let own = StatusKey::from_key(word).or_else(|| StatusKey::ALL.into_iter().find(is_label));
            let (read, meant) = status::read(word, &added, self.words.lang);
            match own.or(Some(read.key).filter(|key| *key != StatusKey::Noted)) {
                Some(key) => keys.push(key),
                None if is_late(word) => {
                    return Err(Wrong::new(
                        AskedProblem::LateAsStatus { written: word.to_owned() },
                        written.span,
                    ));
                }
                None => {
                    let labels: Vec<String> = StatusKey::ALL.iter().map(label).collect();
                    let near = || lang::nearest(word, labels.iter().map(String::as_str));
                    let nearest = meant.or_else(near).map(str::to_owned);
                    let known = labels.join(", ");
                    let problem = AskedProblem::UnknownStatus { written: word.to_owned(), nearest, known };
                    return Err(Wrong::new(problem, written.span));
                }
            }
        }
        Ok(keys)
    }

    /// A name as the plan has it: in full, without what follows in parentheses, or by its short form.
    fn responsible(&self, subject: &Subject<'_>, written: &Spanned<&str>) -> Result<String, Wrong> {
        let wanted = lang::fold(written.value);
        let names: Vec<&str> =
            subject.all_actions().flat_map(|action| &action.responsible).map(String::as_str).collect();
        let person = self.making.config.people.get(&wanted).map(|person| lang::fold(&person.full_name()));
        let is_wanted = |name: &str| {
            let (folded, bare) = (lang::fold(name), name.split(" (").next().unwrap_or(name));
            folded == wanted || lang::fold(bare) == wanted || person.as_ref() == Some(&folded)
        };
        names.iter().find(|name| is_wanted(name)).map(|name| (*name).to_owned()).ok_or_else(|| {
            let problem = AskedProblem::UnknownPerson {
                written: written.value.to_owned(),
                plan: subject.plan_title().to_owned(),
                nearest: lang::nearest(written.value, names.iter().copied()).map(str::to_owned),
            };
            Wrong::new(problem, written.span)
        })
    }
}

/// Whether what is asked for is not a state but to be late, which has an argument of its own.
fn is_late(word: &str) -> bool {
    ["en retard", "retard", "late", "overdue"].contains(&lang::fold(word).as_str())
}

fn known_tag(subject: &Subject<'_>, written: &Spanned<&str>) -> Result<String, Wrong> {
    let known: Vec<&str> = subject.all_actions().flat_map(tags).collect();
    let wanted = lang::fold(written.value);
    known.iter().find(|tag| lang::fold(tag) == wanted).map(|tag| (*tag).to_owned()).ok_or_else(|| {
        let problem = AskedProblem::UnknownTag {
            written: written.value.to_owned(),
            plan: subject.plan_title().to_owned(),
            nearest: lang::nearest(written.value, known.iter().copied()).map(str::to_owned),
        };
        Wrong::new(problem, written.span)
    })
}
