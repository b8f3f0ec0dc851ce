//! Which plan a shortcode is about.

use super::{Caller, Wrong};
use crate::diagnostic::asked::AskedProblem;
use crate::kind::plan::{Orientation, Plan};
use crate::lang;
use crate::page::plan::called::Subject;
use crate::record::Spanned;
use crate::shortcode::Key;
use crate::site::Entry;
use crate::view::shortcodes::{ActionsCall, ProgressCall, TimelineCall};

impl<'a> Caller<'a> {
    pub(super) fn progress(&self) -> Result<ProgressCall, Wrong> {
        let form = self.call().text(Key::Form);
        if let Some(form) = form.as_ref().filter(|form| form.value == "bar" && self.in_sentence()) {
            return Err(self.not_in_sentence(form.span));
        }
        let view = self.subject()?.progress(self.page);
        let is_badge = form.as_ref().is_some_and(|form| form.value == "badge");
        let is_short = is_badge || form.is_some_and(|form| form.value == "sentence");
        Ok(ProgressCall {
            in_sentence: self.in_sentence(),
            is_short,
            badge: view.badge.filter(|_| is_badge),
            ..view
        })
    }

    pub(super) fn actions(&self) -> Result<ActionsCall, Wrong> {
        let subject = self.subject()?;
        let filter = self.filter(&subject)?;
        Ok(subject.actions(self.page, &filter))
    }

    pub(super) fn timeline(&self) -> Result<TimelineCall, Wrong> {
        Ok(self.subject()?.timeline(self.page))
    }

    /// The plan that is named, else the one the call stands in; with the orientation, if one is named.
    fn subject(&self) -> Result<Subject<'a>, Wrong> {
        let (entry, plan) = self.plan()?;
        let orientation = match self.call().text(Key::Orientation) {
            Some(written) => Some(orientation(entry, plan, &written)?),
            None => None,
        };
        Ok(Subject::new(self.making, entry, plan, self.making.language_inside(self.entry))
            .of_orientation(orientation))
    }

    fn plan(&self) -> Result<(&'a Entry, &'a Plan), Wrong> {
        let plans = || self.making.site.plans();
        let Some(written) = self.call().text(Key::Plan) else {
            return self.entry.plan().map(|plan| (self.entry, plan)).ok_or_else(|| {
                let mut names = plans().map(|(entry, _)| name(entry));
                let only = names.next().filter(|_| names.next().is_none());
                Wrong::new(AskedProblem::WhichPlan { only }, self.call().name_span)
            });
        };
        let mut found: Vec<(&Entry, &Plan)> =
            plans().filter(|(entry, _)| is_called(entry, written.value)).collect();
        // A plan and its translations have one name: the one that speaks as the text around it is meant, at its
        // address in the language of the page where it has one.
        let (published, spoken) = (self.entry.language.as_str(), self.making.language_inside(self.entry));
        let default = self.making.config.default_language.as_str();
        let is_first = |it: &Entry| it.language == published && it.written_in() == spoken;
        let fits: [&dyn Fn(&Entry) -> bool; 3] =
            [&is_first, &|it| it.language == spoken, &|it| it.language == default];
        for fits in fits {
            if found.iter().any(|(entry, _)| fits(entry)) {
                found.retain(|(entry, _)| fits(entry));
            }
        }
        match found.as_slice() {
            [one] => Ok(*one),
            [] => {
                let names: Vec<(String, &str)> =
                    plans().map(|(entry, _)| (name(entry), entry.title.as_str())).collect();
                let titled = names.iter().find(|(_, title)| lang::fold(title) == lang::fold(written.value));
                let near = || lang::nearest(written.value, names.iter().map(|(name, _)| name.as_str()));
                let nearest = titled.map(|(name, _)| name.as_str()).or_else(near).map(str::to_owned);
                let written_plan = written.value.to_owned();
                Err(Wrong::new(AskedProblem::UnknownPlan { written: written_plan, nearest }, written.span))
            }
            [..] => {
                let paths: Vec<String> = found.iter().map(|(entry, _)| path(entry)).collect();
                let problem =
                    AskedProblem::SeveralPlans { written: written.value.to_owned(), paths: paths.join(", ") };
                Err(Wrong::new(problem, written.span))
            }
        }
    }
}

fn orientation<'p>(entry: &Entry, plan: &'p Plan, written: &Spanned<&str>) -> Result<&'p Orientation, Wrong> {
    let wanted = lang::fold(written.value);
    let is_wanted = |one: &&Orientation| lang::fold(&one.number) == wanted || one.id == written.value;
    let is_titled = |one: &&Orientation| lang::fold(&one.title.plain) == wanted;
    let found = plan.orientations().find(is_wanted).or_else(|| plan.orientations().find(is_titled));
    found.ok_or_else(|| {
        let numbers: Vec<&str> = plan.orientations().map(|one| one.number.as_str()).collect();
        let problem = AskedProblem::UnknownOrientation {
            written: written.value.to_owned(),
            plan: entry.title.clone(),
            known: numbers.join(", "),
        };
        Wrong::new(problem, written.span)
    })
}

/// The last part of its address.
fn name(entry: &Entry) -> String {
    entry.address.as_str().trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
}

/// `@/plans/2025-2026/index.md`
fn path(entry: &Entry) -> String {
    let source = entry.document.as_ref().map_or("", |document| document.path.as_str());
    format!("@/{}", source.strip_prefix("content/").unwrap_or(source))
}

/// Whether a plan is meant by its path, its address, the last part of it, or the name of its folder.
fn is_called(entry: &Entry, written: &str) -> bool {
    let path = path(entry);
    if written.starts_with("@/") {
        return path == written;
    }
    let written = lang::fold(written.trim_matches('/'));
    let folder = path.strip_suffix("/index.md").and_then(|folder| folder.rsplit('/').next());
    let names = [entry.address.as_str().trim_matches('/'), &name(entry), folder.unwrap_or_default()];
    !written.is_empty() && names.iter().any(|name| lang::fold(name) == written)
}
