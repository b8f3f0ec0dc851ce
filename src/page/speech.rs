//! In which language a page speaks of a plan, and in which its author wrote.

use super::Making;
use super::frame::language_tag;
use crate::kind::plan::Plan;
use crate::kind::plan::foreign::Foreign;
use crate::lang::Lang;
use crate::site::Entry;
use crate::view::foreign::{ForeignView, TranslationView};
use crate::words::Words;

/// A page in one language about a plan of which some words may be in another.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// The words of the page.
    pub words: &'a Words,
    making: &'a Making<'a>,
    /// The code of the language of the page.
    language: &'a str,
    /// The code of the language of the titles of the plan.
    titles: &'a str,
    /// The code of the language of what the author states: timeframes, states, notes.
    stated: &'a str,
}

impl<'a> Speech<'a> {
    /// A page in a language of the site, by its code, about the plan of an entry.
    pub fn new(making: &'a Making<'a>, language: &'a str, entry: &'a Entry, plan: &'a Plan) -> Speech<'a> {
        let titles = entry.written_in();
        let stated = plan.translation.as_ref().map_or(titles, |it| it.language.as_str());
        Speech { words: &making.words[language], making, language, titles, stated }
    }

    /// The code of the language of the page.
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// The words of the author's language, where the page speaks another.
    pub fn author(&self) -> Option<&'a Words> {
        (self.stated != self.language).then(|| &self.making.words[self.stated])
    }

    /// The tag of what the author states, where the page speaks another language.
    pub fn stated_lang(&self) -> Option<String> {
        (self.stated != self.language).then(|| language_tag(self.making.config, self.stated))
    }

    /// The tag of the titles of the plan, where the page speaks another language.
    pub fn title_lang(&self) -> Option<String> {
        (self.titles != self.language).then(|| language_tag(self.making.config, self.titles))
    }

    /// The language of the titles of the plan, and of what stands in its columns.
    pub fn lang_of_titles(&self) -> Lang {
        self.making.words[self.titles].lang
    }

    /// How the page tells that a title is not in its language.
    pub fn title(&self, foreign: Option<&Foreign>) -> Option<ForeignView> {
        let lang = foreign.map(|foreign| foreign.tag.to_string()).or_else(|| self.title_lang())?;
        let only = self.words.say("translation.only", &[("language", &self.name(&lang))]);
        Some(ForeignView { lang, only })
    }

    /// That the notes of the follow-up are in the language of their author, where the page speaks another.
    pub fn notes(&self) -> Option<String> {
        let lang = self.stated_lang()?;
        Some(self.words.say("translation.notes", &[("language", &self.name(&lang))]))
    }

    /// How much of a translated plan is still in the language of its source, when some is.
    pub fn notice(&self, plan: &Plan) -> Option<TranslationView> {
        let translation = plan.translation.as_ref().filter(|translation| translation.n_missing > 0)?;
        let total = crate::lang::number(self.words.lang, translation.n_texts);
        let name = self.name(&translation.foreign.tag);
        let values = [("total", total.as_str()), ("language", name.as_str())];
        let text = self.words.count_with("translation.notice", translation.n_missing, &values);
        Some(TranslationView { title: self.words.say("translation.title", &[]), text })
    }

    /// The name of a language in that of the page: « français », “French”; else the language's own.
    fn name(&self, tag: &str) -> String {
        let code = tag.split(['-', '_']).next().unwrap_or(tag);
        let key = format!("languages.{code}");
        if self.words.entries().contains_key(&key) {
            return self.words.say(&key, &[]);
        }
        let mut languages = self.making.config.languages.iter();
        let known = languages.find(|language| language.tag == tag);
        known.map_or_else(|| tag.to_owned(), |it| self.making.words[&it.code].say("autonym", &[]))
    }
}
