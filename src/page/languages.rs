//! A page among the languages of the site: its versions, the switch, and the notice over a document
//! shown in a language it is not written in.

use super::Making;
use super::frame::{Framer, Part, absolute, language_tag};
use crate::address::Address;
use crate::config::languages::{self, Language};
use crate::site::versions::Version;
use crate::site::{Entry, Role};
use crate::view::foreign::ForeignLink;
use crate::view::languages::{Alternate, LanguageLink, NoticeView, Spoken};
use crate::words::Words;

impl<'a> Making<'a> {
    /// The language that the words of an entry are in: its code, or a tag where the site has no such language.
    pub(super) fn language_of<'e>(&self, entry: &'e Entry) -> &'e str
    where
        'a: 'e,
    {
        let Some(tag) = entry.foreign() else { return entry.written_in() };
        let mut languages = self.config.languages.iter();
        languages.find(|it| it.code == tag || it.tag == tag).map_or(tag, |it| it.code.as_str())
    }

    /// The tag of that language, for words that stand in a text in another one.
    pub(super) fn tag_beside(&self, entry: &Entry, language: &str) -> Option<String> {
        let own = self.language_of(entry);
        (own != language).then(|| language_tag(self.config, own))
    }

    /// The language, by its code, of our words inside the text of an entry: its own where the site speaks it.
    pub(super) fn language_inside<'e>(&self, entry: &'e Entry) -> &'e str
    where
        'a: 'e,
    {
        let own = self.language_of(entry);
        if self.words.contains_key(own) { own } else { entry.written_in() }
    }
}

impl Framer<'_> {
    /// The same page in every language that has it, itself included, then `x-default` for the one
    /// in the default language; nothing where there is only one.
    ///
    /// A document shown in a language it is not written in is no version.
    pub fn alternates(&self) -> Vec<Alternate> {
        self.versions(|language| self.making.site.version(self.entry, self.page, language))
    }

    /// The same for a page that an author cannot name: `version` says where it is in a language.
    pub fn versions<'s>(&self, version: impl Fn(&str) -> Option<Version<'s>>) -> Vec<Alternate> {
        let config = self.making.config;
        if self.entry.stands_in_at(self.page) {
            return Vec::new();
        }
        let own = config.languages.iter().filter_map(|language| {
            let version = version(&language.code).filter(Version::is_own)?;
            let url = absolute(config, &version.address)?;
            Some((language, Alternate { hreflang: language.tag.clone(), url }))
        });
        let own: Vec<(&Language, Alternate)> = own.collect();
        if own.len() < 2 {
            return Vec::new();
        }
        let is_default = |language: &Language| language.code == config.default_language;
        let default = own
            .iter()
            .find(|(language, _)| is_default(language))
            .map(|(_, alternate)| Alternate { hreflang: "x-default".to_owned(), url: alternate.url.clone() });
        own.into_iter().map(|(_, alternate)| alternate).chain(default).collect()
    }

    /// The other languages of the site, each with the same page or, failing that, the nearest one;
    /// a language without a page is not there.
    pub fn switch(&self) -> Vec<LanguageLink> {
        let languages = self.making.config.languages.iter();
        languages.filter_map(|language| self.way_to(language)).collect()
    }

    fn way_to(&self, language: &Language) -> Option<LanguageLink> {
        let site = self.making.site;
        if language.code == self.entry.language {
            return None;
        }
        let words = &self.making.words[&language.code];
        let version = site.version(self.entry, self.page, &language.code);
        let (address, note) = match version {
            Some(version) => (version.address, None),
            None => {
                let nearest = site.nearest_version(self.entry, self.page, &language.code)?;
                let title = words.quoted(&self.name(nearest, words));
                (nearest.address.clone(), Some(words.say("switch.absent", &[("page", &title)])))
            }
        };
        Some(LanguageLink {
            href: self.href(&address),
            tag: language.tag.clone(),
            dir: self.dir(language.is_right_to_left()),
            autonym: words.say("autonym", &[]),
            note,
        })
    }

    /// The language a page is written in, when it is not the one it is published in.
    pub fn spoken(&self) -> Option<Spoken> {
        self.entry.stands_in_at(self.page).then(|| self.spoken_in(self.entry.written_in()))
    }

    pub fn spoken_in(&self, code: &str) -> Spoken {
        let language = self.making.config.language(code);
        Spoken {
            code: language.code.clone(),
            tag: language.tag.clone(),
            dir: self.dir(language.is_right_to_left()),
            autonym: self.making.words[&language.code].say("autonym", &[]),
        }
    }

    /// A language that the site may not have, by its tag.
    pub fn spoken_as(&self, tag: &str) -> Spoken {
        let of_site = self.making.config.languages.iter().find(|it| it.code == tag || it.tag == tag);
        if let Some(language) = of_site {
            return self.spoken_in(&language.code);
        }
        let dir = self.dir(languages::is_right_to_left(tag));
        let autonym = languages::autonym(tag).unwrap_or(tag).to_owned();
        Spoken { code: tag.to_owned(), tag: tag.to_owned(), dir, autonym }
    }

    /// The direction of a text, where it is not that of the page.
    fn dir(&self, is_right_to_left: bool) -> Option<&'static str> {
        let of_page = self.making.config.language(&self.entry.language).is_right_to_left();
        (is_right_to_left != of_page).then_some(if is_right_to_left { "rtl" } else { "ltr" })
    }

    /// What is said, in the language of the site there, over a document written in another one.
    pub fn notice(&self) -> Option<NoticeView> {
        let source = self.source()?;
        let words = self.making.words_around(self.entry);
        let spoken = self.spoken_in(self.entry.written_in());
        Some(NoticeView {
            title: words.say("fallback.title", &[]),
            text: words.say("fallback.text", &[]),
            href: self.href(&source),
            link: words.say("fallback.link", &[]),
            spoken,
        })
    }

    /// The page that a document shown as it is comes from.
    pub fn source(&self) -> Option<Address> {
        self.making.site.source_of_page(self.entry, self.page).map(|version| version.address)
    }

    /// The language of an entry, when it is not that of the text of the page.
    pub fn spoken_by(&self, listed: &Entry) -> Option<Spoken> {
        let language = self.making.language_of(listed);
        (language != self.language()).then(|| self.spoken_as(language))
    }

    /// The same, when it is not that of what stands around the text.
    pub fn spoken_around(&self, named: &Entry) -> Option<Spoken> {
        let language = self.making.language_of(named);
        (language != self.entry.language).then(|| self.spoken_as(language))
    }

    /// The language of the title of the page: an author may say that the text is in another one.
    pub fn spoken_by_title(&self, is_part: Part) -> Option<Spoken> {
        match is_part {
            Part::Whole if self.entry.role != Role::Home => self.spoken_around(self.entry),
            Part::Whole | Part::Piece => self.spoken(),
        }
    }

    /// A link to a document under its title, in the text of the page.
    pub fn titled(&self, entry: &Entry) -> ForeignLink {
        let lang = self.making.tag_beside(entry, self.language());
        ForeignLink { href: self.href(&entry.address), title: entry.title.clone(), lang }
    }

    /// The words of the page: in the language of the text it shows.
    pub fn words(&self) -> &Words {
        &self.making.words[self.language()]
    }

    /// The language of what the page shows.
    pub fn language(&self) -> &str {
        match self.entry.stands_in_at(self.page) {
            true => self.entry.written_in(),
            false => &self.entry.language,
        }
    }
}
