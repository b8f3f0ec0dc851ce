//! The menu of a page: the one written for its language, else that of the default language with the
//! pages that exist in this one, else the sections of the site.

use super::frame::Framer;
use crate::address::Address;
use crate::config::menu::MenuEntry;
use crate::markdown;
use crate::site::links::{Target, Use};
use crate::site::{Entry, Role};
use crate::view::MenuLink;

impl Framer<'_> {
    pub fn menu(&self) -> Vec<MenuLink> {
        let (site, config) = (self.making.site, self.making.config);
        let Some(home) = site.home(&self.entry.language) else { return Vec::new() };
        let own = &config.language(&home.language).menu;
        let links: Vec<MenuLink> = if home.language == config.default_language {
            config.menu.iter().map(|written| self.written(home, written)).collect()
        } else if !own.is_empty() {
            own.iter().map(|written| self.written(home, written)).collect()
        } else {
            config.menu.iter().filter_map(|written| self.translated(home, written)).collect()
        };
        if links.is_empty() {
            return site.children(home).map(|entry| self.menu_title(entry, entry.title.clone())).collect();
        }
        links
    }

    fn written(&self, home: &Entry, written: &MenuEntry) -> MenuLink {
        match self.making.site.resolve(home, &written.url, Use::Link) {
            Ok(Target::Inside { address, anchor, query }) => {
                let link = self.menu_link(&address, written.title.clone());
                let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                MenuLink { href: link.href + &markdown::encoded(&format!("{query}{anchor}")), ..link }
            }
            // What leads nowhere is reported once, by the home page.
            Ok(Target::Outside) | Err(_) => elsewhere(written),
        }
    }

    /// A link of the default language, to the version of its page in the language of a home page and
    /// under that version's title. A link to another site or to a file is left as it is.
    fn translated(&self, home: &Entry, written: &MenuEntry) -> Option<MenuLink> {
        let (site, config) = (self.making.site, self.making.config);
        let default = site.home(&config.default_language)?;
        let of_default = |link: MenuLink| MenuLink {
            lang: Some(config.language(&config.default_language).tag.clone()),
            ..link
        };
        let Ok(Target::Inside { address, .. }) = site.resolve(default, &written.url, Use::Link) else {
            return Some(of_default(elsewhere(written)));
        };
        let version = match site.entry_at(&address) {
            Some(target) if target.language == home.language => return Some(self.written(home, written)),
            Some(target) => site.version(target, &address, &home.language)?,
            None if address.as_str().ends_with('/') => site.version(default, &address, &home.language)?,
            None => return Some(of_default(self.written(home, written))),
        };
        let words = self.making.words_around(home);
        Some(match version.address == version.entry.address {
            true => self.menu_title(version.entry, self.name(version.entry, words)),
            // A page of ours: the list of tags, the method.
            false => of_default(self.menu_link(&version.address, written.title.clone())),
        })
    }

    /// A link to a document under its own title; that of a home page is said in our words.
    fn menu_title(&self, entry: &Entry, title: String) -> MenuLink {
        let lang = match entry.role {
            Role::Home => None,
            Role::Section | Role::Page => self.spoken_around(entry).map(|spoken| spoken.tag),
        };
        MenuLink { lang, ..self.menu_link(&entry.address, title) }
    }

    /// A link under the words of a menu.
    fn menu_link(&self, to: &Address, title: String) -> MenuLink {
        let site = self.making.site;
        let is_current = to == self.page;
        let is_home = site.home(&self.entry.language).is_some_and(|home| home.address == *to);
        let is_open = !is_current && !is_home && self.page.as_str().starts_with(to.as_str());
        MenuLink { href: self.href(to), title, lang: None, is_current, is_open }
    }
}

fn elsewhere(written: &MenuEntry) -> MenuLink {
    MenuLink {
        href: markdown::encoded(&written.url),
        title: written.title.clone(),
        lang: None,
        is_current: false,
        is_open: false,
    }
}
