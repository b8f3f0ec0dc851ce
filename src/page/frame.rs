//! What surrounds a page: menu, breadcrumb, languages, addresses.

use super::{Making, mail};
use crate::address::Address;
use crate::config::Config;
use crate::config::look::Social;
use crate::date::Date;
use crate::export;
use crate::export::structured::{self, Described, Named};
use crate::markdown;
use crate::record::Spanned;
use crate::site::dated;
use crate::site::links::{Target, Use};
use crate::site::plan::{data, method};
use crate::site::{Entry, Role};
use crate::view::listing::ContactView;
use crate::view::{DateView, Frame, Link, Step};
use crate::words::Words;

/// Makes the frame of a page of an entry.
pub struct Framer<'a> {
    pub making: &'a Making<'a>,
    pub entry: &'a Entry,
    pub page: &'a Address,
}

/// What a page says of itself to its frame.
pub struct Subject<'a> {
    pub title: &'a str,
    pub description: Option<&'a str>,
    pub updated: Option<Date>,
    /// Whether the page is a part of its entry (an orientation of a plan).
    pub is_part: Part,
}

/// How a page relates to the entry it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    Piece,
}

impl Framer<'_> {
    /// The frame of a page that visitors only pass through: nothing in it leads elsewhere but home, and search
    /// engines are asked to stay away.
    pub fn bare(&self, title: &str) -> Frame {
        let Making { site, config, .. } = self.making;
        let site_title = site_title(config, &self.entry.language);
        let language = config.language(&self.entry.language);
        let home = site.home(&self.entry.language).unwrap_or(self.entry);
        let assets = super::assets();
        let favicon = config.look.favicon.as_ref().and_then(|icon| self.file(icon));
        Frame {
            lang: language.tag.clone(),
            is_right_to_left: language.is_right_to_left(),
            og_locale: None,
            spoken: self.spoken(),
            notice: None,
            head_title: format!("{title} – {site_title}"),
            site_title,
            site_title_lang: language.title.is_none().then(|| self.tag_of_settings()).flatten(),
            title: title.to_owned(),
            description: None,
            title_spoken: self.spoken(),
            home: self.href(&home.address),
            logo: None,
            favicon: favicon.unwrap_or_else(|| self.href(&assets.beside("favicon.svg"))),
            footer: None,
            footer_lang: None,
            social: Vec::new(),
            assets: self.href(&assets),
            canonical: None,
            mail: None,
            alternates: Vec::new(),
            languages: Vec::new(),
            menu: Vec::new(),
            breadcrumb: Vec::new(),
            updated: None,
            noindex: true,
            structured: None,
            share_image: None,
            contact: None,
            feeds: Vec::new(),
            method: None,
            glossary: None,
            search: None,
            generator: concat!("jalon ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }

    pub fn frame(&self, subject: &Subject<'_>) -> Frame {
        let Making { site, config, .. } = self.making;
        let title = self.making.set(self.entry, subject.title);
        let description = subject.description.map(|text| self.making.set(self.entry, text));
        let subject = &Subject { title: &title, description: description.as_deref(), ..*subject };
        let words = self.making.words_around(self.entry);
        let look = &config.look;
        let bare = self.bare(subject.title);
        let is_home = self.entry.role == Role::Home && subject.is_part == Part::Whole;
        let head_title = if is_home { bare.site_title.clone() } else { bare.head_title };
        let mut breadcrumb: Vec<Step> =
            site.ancestors(self.entry).iter().map(|above| self.step(above)).collect();
        if subject.is_part == Part::Piece {
            breadcrumb.push(self.step(self.entry));
        }
        let home = site.home(&self.entry.language).unwrap_or(self.entry);
        let method = method(home);
        let glossary = site.glossary_page(&self.entry.language);
        let glossary = glossary.filter(|address| *address != self.page && site.publishes(address));
        let search = site.search(&self.entry.language).filter(|address| *address != self.page);
        let canonical = absolute(config, self.source().as_ref().unwrap_or(self.page));
        let mail = canonical.as_ref().map(|address| mail::sharing(&head_title, address));
        Frame {
            og_locale: bare.lang.split_once('-').map(|_| bare.lang.replace('-', "_")),
            notice: self.notice(),
            head_title,
            description: subject.description.map(str::to_owned),
            title_spoken: self.spoken_by_title(subject.is_part),
            logo: look.logo.as_ref().and_then(|logo| self.file(logo)),
            footer: look.footer.clone(),
            footer_lang: look.footer.as_ref().and_then(|_| self.tag_of_settings()),
            social: look.social.iter().map(social).collect(),
            mail,
            canonical,
            alternates: self.alternates(),
            languages: self.switch(),
            menu: self.menu(),
            breadcrumb,
            updated: subject.updated.map(|date| date_view(words, date)),
            noindex: self.entry.stands_in_at(self.page),
            structured: self.structured(subject, &bare.site_title),
            share_image: self.share_image(),
            contact: config.contact.as_deref().map(contact),
            feeds: self.feed_of_plan(words).into_iter().chain(self.feeds()).collect(),
            method: site.publishes(&method).then(|| self.href(&method)),
            glossary: glossary.map(|address| self.href(address)),
            search: search.map(|address| self.href(address)),
            lang: bare.lang,
            is_right_to_left: bare.is_right_to_left,
            spoken: bare.spoken,
            site_title: bare.site_title,
            site_title_lang: bare.site_title_lang,
            title: bare.title,
            home: bare.home,
            favicon: bare.favicon,
            assets: bare.assets,
            generator: bare.generator,
        }
    }

    /// The tag of the language of what the settings say once for all languages, when it is not the page's.
    fn tag_of_settings(&self) -> Option<String> {
        let config = self.making.config;
        (self.entry.language != config.default_language)
            .then(|| language_tag(config, &config.default_language))
    }

    /// What the page says of itself to search engines: a part of a document leaves it to the whole.
    fn structured(&self, subject: &Subject<'_>, site_title: &str) -> Option<String> {
        let Making { site, config, .. } = self.making;
        if subject.is_part == Part::Piece || self.entry.stands_in() {
            return None;
        }
        let named = |entry: &Entry, name: &str| {
            let url = absolute(config, &entry.address)?;
            Some(Named { kind: "WebPage", name: name.to_owned(), url })
        };
        let home = site.home(&self.entry.language)?;
        let words = self.making.words_of(self.entry);
        let above = site.ancestors(self.entry).into_iter();
        let logo = config.look.logo.as_ref().and_then(|logo| site.file_of_look(config, logo).ok());
        Some(structured::page(&Described {
            config,
            entry: self.entry,
            url: &absolute(config, self.page)?,
            lang: &language_tag(config, self.making.language_of(self.entry)),
            title: subject.title,
            description: subject.description,
            site: named(home, site_title)?,
            logo: logo.and_then(|logo| absolute(config, &logo)),
            image: self.share_image(),
            above: above.filter_map(|above| named(above, &self.name(above, words))).collect(),
        }))
    }

    /// The picture of the document. One that is not there is reported where the page shows it.
    fn share_image(&self) -> Option<String> {
        let Making { site, config, .. } = self.making;
        let written = self.entry.document.as_ref()?.header.image.as_ref()?;
        match site.resolve(self.entry, &written.value, Use::Image) {
            Ok(Target::Inside { address, .. }) => absolute(config, &address),
            Ok(Target::Outside) | Err(_) => None,
        }
    }

    /// A file the settings name. One that is not there is reported by the site.
    fn file(&self, written: &Spanned<String>) -> Option<String> {
        self.making.site.file_of_look(self.making.config, written).ok().map(|address| self.href(&address))
    }

    /// The feeds of the home page and of the sections around this page, the widest first.
    fn feeds(&self) -> Vec<Link> {
        let site = self.making.site;
        let around = site.ancestors(self.entry).into_iter().chain([self.entry]);
        around.filter_map(|holder| self.feed(holder)).collect()
    }

    /// The feed of a home page or a section, when it has one.
    pub fn feed(&self, holder: &Entry) -> Option<Link> {
        let Making { site, config, .. } = self.making;
        let site_title = site_title(config, &holder.language);
        let title = match holder.role {
            Role::Home => site_title,
            Role::Section | Role::Page => format!("{} – {site_title}", holder.title),
        };
        site.has_feed(holder).then(|| self.link(&dated::feed(&holder.address), &title))
    }

    pub fn href(&self, to: &Address) -> String {
        markdown::encoded(&to.relative_to(self.page))
    }

    pub fn link(&self, to: &Address, title: &str) -> Link {
        Link { href: self.href(to), title: title.to_owned() }
    }

    /// The feed of a plan, on each of its pages.
    fn feed_of_plan(&self, words: &Words) -> Option<Link> {
        // A plan shown in another language is followed in its own.
        if self.entry.stands_in() {
            return None;
        }
        let file = export::feed(self.making.config, self.entry.plan()?)?;
        let title = words.say("data.feed", &[("plan", &self.entry.title)]);
        Some(self.link(&data(&self.entry.address, file), &title))
    }

    fn step(&self, entry: &Entry) -> Step {
        let Link { href, title } =
            self.link(&entry.address, &self.name(entry, self.making.words_around(self.entry)));
        let spoken = if entry.role == Role::Home { None } else { self.spoken_around(entry) };
        Step { href, title, spoken }
    }

    /// The home page is called « Accueil » where it is one step among others.
    pub fn name(&self, entry: &Entry, words: &Words) -> String {
        if entry.role == Role::Home { words.say("home", &[]) } else { entry.title.clone() }
    }
}

fn social(social: &Social) -> Link {
    Link { href: social.url.clone(), title: social.title.clone() }
}

/// The absolute address of a page, when the site knows its own.
pub fn absolute(config: &Config, address: &Address) -> Option<String> {
    let base = &config.base_url;
    (!base.origin.is_empty()).then(|| markdown::encoded(&base.join(address)))
}

/// The tag of a language of the site, for `<html lang>`.
pub fn language_tag(config: &Config, code: &str) -> String {
    config
        .languages
        .iter()
        .find(|language| language.code == code)
        .map_or(code, |language| &language.tag)
        .to_owned()
}

/// The name of the site in a language.
pub fn site_title(config: &Config, code: &str) -> String {
    let language = config.languages.iter().find(|language| language.code == code);
    language.and_then(|language| language.title.clone()).unwrap_or_else(|| config.title.clone())
}

/// What the site says of itself in a language: what is said in the default one speaks for no other.
pub fn site_description(config: &Config, code: &str) -> Option<String> {
    let own = config.language(code).description.clone();
    own.or_else(|| config.description.clone().filter(|_| code == config.default_language))
}

/// A date for people and for machines.
pub fn date_view(words: &Words, date: Date) -> DateView {
    DateView { iso: date.to_string(), words: words.locale.date(date) }
}

/// An address one can write to or open is a link; anything else is only words.
pub fn contact(words: &str) -> ContactView {
    let is_one_word = !words.contains(char::is_whitespace);
    let href = if is_one_word && (words.starts_with("https://") || words.starts_with("http://")) {
        Some(markdown::encoded(words))
    } else if is_one_word && words.contains('@') {
        Some(format!("mailto:{}", markdown::encoded(words)))
    } else {
        None
    };
    ContactView { words: words.to_owned(), href }
}
