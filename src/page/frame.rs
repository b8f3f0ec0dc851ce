//! What surrounds a page: menu, breadcrumb, languages, addresses.

use super::Making;
use crate::address::Address;
use crate::config::Config;
use crate::date::Date;
use crate::export;
use crate::lang;
use crate::markdown;
use crate::site::dated;
use crate::site::links::{Target, Use};
use crate::site::plan::{data, method};
use crate::site::{Entry, Role};
use crate::view::{Alternate, DateView, Frame, Link, MenuLink};
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
    pub fn frame(&self, subject: &Subject<'_>) -> Frame {
        let Making { site, config, .. } = self.making;
        let words = self.making.words_of(self.entry);
        let site_title = site_title(config, &self.entry.language);
        let is_home = self.entry.role == Role::Home && subject.is_part == Part::Whole;
        let head_title =
            if is_home { site_title.clone() } else { format!("{} – {site_title}", subject.title) };
        let mut breadcrumb: Vec<Link> = site
            .ancestors(self.entry)
            .iter()
            .map(|above| self.link(&above.address, &self.name(above, words)))
            .collect();
        if subject.is_part == Part::Piece {
            breadcrumb.push(self.link(&self.entry.address, &self.name(self.entry, words)));
        }
        let home = site.home(&self.entry.language).map_or_else(Address::root, |home| home.address.clone());
        let method = method(&home, words.lang);
        let glossary = site.glossary(&self.entry.language).map(|glossary| &glossary.address);
        let glossary = glossary.filter(|address| *address != self.page && site.publishes(address));
        let search = site.search(&self.entry.language).filter(|address| *address != self.page);
        Frame {
            lang: language_tag(config, &self.entry.language),
            site_title,
            head_title,
            title: subject.title.to_owned(),
            description: subject.description.map(str::to_owned),
            home: self.href(&home),
            assets: self.href(&super::assets()),
            canonical: absolute(config, self.page),
            alternates: self.alternates(subject.is_part),
            menu: self.menu(),
            breadcrumb,
            updated: subject.updated.map(|date| date_view(words, date)),
            noindex: false,
            contact: config.contact.clone(),
            feeds: self.feed_of_plan(words).into_iter().chain(self.feeds()).collect(),
            method: site.publishes(&method).then(|| self.href(&method)),
            glossary: glossary.map(|address| self.href(address)),
            search: search.map(|address| self.href(address)),
            generator: concat!("jalon ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
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
        let file = export::feed(self.making.config, self.entry.plan()?)?;
        let title = words.say("data.feed", &[("plan", &self.entry.title)]);
        Some(self.link(&data(&self.entry.address, file), &title))
    }

    /// The home page is called « Accueil » where it is one step among others.
    fn name(&self, entry: &Entry, words: &Words) -> String {
        if entry.role == Role::Home { words.say("home", &[]) } else { entry.title.clone() }
    }

    fn menu(&self) -> Vec<MenuLink> {
        let Making { site, config, .. } = self.making;
        let Some(home) = site.home(&self.entry.language) else { return Vec::new() };
        if config.menu.is_empty() {
            return site.children(home).map(|entry| self.menu_link(&entry.address, &entry.title)).collect();
        }
        let links = config.menu.iter().map(|written| match site.resolve(home, &written.url, Use::Link) {
            Ok(Target::Inside { address, anchor, query }) => {
                let link = self.menu_link(&address, &written.title);
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                MenuLink { href: link.href + &markdown::encoded(&format!("{query}{anchor}")), ..link }
            }
            // What leads nowhere is reported once, by the home page.
            Ok(Target::Outside) | Err(_) => MenuLink {
                href: markdown::encoded(&written.url),
                title: written.title.clone(),
                is_current: false,
                is_open: false,
            },
        });
        links.collect()
    }

    fn menu_link(&self, to: &Address, title: &str) -> MenuLink {
        let is_current = to == self.page;
        let is_open = !is_current && *to != Address::root() && self.page.as_str().starts_with(to.as_str());
        MenuLink { href: self.href(to), title: title.to_owned(), is_current, is_open }
    }

    fn alternates(&self, part: Part) -> Vec<Alternate> {
        match part {
            Part::Whole => self.versions(|entry| Some(entry.address.clone())),
            Part::Piece => Vec::new(),
        }
    }

    /// The same page in every language that has it, itself included: `address` says where the page
    /// stands for the entry in another language, if it does.
    pub fn versions(&self, address: impl Fn(&Entry) -> Option<Address>) -> Vec<Alternate> {
        let Making { site, config, .. } = self.making;
        let versions = config.languages.iter().filter_map(|language| {
            let is_current = language.code == self.entry.language;
            let entry = if is_current {
                self.entry
            } else {
                &site.entries[*self.entry.translations.get(&language.code)?]
            };
            let address = address(entry)?;
            Some(Alternate {
                hreflang: language.tag.clone(),
                url: absolute(config, &address)?,
                href: self.href(&address),
                autonym: self.making.words[&language.code].say("autonym", &[]),
                lang: language.tag.clone(),
                is_current,
            })
        });
        let versions: Vec<Alternate> = versions.collect();
        if versions.len() < 2 { Vec::new() } else { versions }
    }
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

/// A date for people and for machines.
pub fn date_view(words: &Words, date: Date) -> DateView {
    DateView { iso: date.to_string(), words: lang::date_in_words(words.lang, date) }
}
