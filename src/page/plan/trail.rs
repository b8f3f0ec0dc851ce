//! Where the promises of a plan come from, as its pages tell it.

use super::Shower;
use crate::address::Address;
use crate::front_matter::WrittenKind;
use crate::kind::plan::Action;
use crate::markdown;
use crate::page::frame::date_view;
use crate::page::progress;
use crate::site;
use crate::site::Entry;
use crate::site::trail::Origin;
use crate::view::foreign::ForeignLink;
use crate::view::trail::OriginView;

/// Words longer than this are cut: the page they stand on has them all.
const LONGEST: usize = 240;

impl Shower<'_> {
    /// The documents that an element of the plan comes from, each once, with its first words there.
    pub(super) fn sources(&self, id: &str, page: &Address) -> Vec<ForeignLink> {
        let mut last = None;
        let sources = self.origins(id).filter(|origin| origin.is_source());
        let firsts = sources.filter(|origin| last.replace(origin.entry) != Some(origin.entry));
        firsts.map(|origin| self.link_to(origin, self.document_title(origin), page)).collect()
    }

    /// The words an element of the plan comes from, document by document.
    pub(super) fn origin_views(&self, id: &str, page: &Address) -> Vec<OriginView> {
        self.by_document(self.origins(id).filter(|origin| origin.is_source()), page)
    }

    /// Who else speaks of it.
    pub(super) fn mention_views(&self, id: &str, page: &Address) -> Vec<OriginView> {
        self.by_document(self.origins(id).filter(|origin| !origin.is_source()), page)
    }

    /// The syntheses that say they led to the plan.
    pub(super) fn born_of(&self, page: &Address) -> Vec<ForeignLink> {
        let from = self.making.site.led_from(self.entry).into_iter();
        from.map(|entry| self.titled(entry, page)).collect()
    }

    pub(super) fn has_sheet(&self, action: &Action) -> bool {
        site::plan::has_sheet(self.making.site, self.entry, action)
    }

    fn origins(&self, id: &str) -> impl Iterator<Item = &Origin> {
        self.making.site.origins_of(self.entry, id).iter()
    }

    /// Origins of one document follow each other.
    fn by_document<'o>(&self, origins: impl Iterator<Item = &'o Origin>, page: &Address) -> Vec<OriginView> {
        let mut views: Vec<(usize, OriginView)> = Vec::new();
        for origin in origins {
            if views.last().is_none_or(|(entry, _)| *entry != origin.entry) {
                views.push((origin.entry, self.document_view(origin, page)));
            }
            // The title alone says nothing that the document's own link does not.
            if origin.words != self.document_title(origin)
                && let Some((_, view)) = views.last_mut()
            {
                let words = progress::shortened(&origin.words, LONGEST);
                view.words.push(self.link_to(origin, &words, page));
            }
        }
        views.into_iter().map(|(_, view)| view).collect()
    }

    fn document_view(&self, origin: &Origin, page: &Address) -> OriginView {
        let entry = self.making.site.entry(origin.entry);
        let kind = match origin.kind {
            WrittenKind::Synthesis => "origin.kind.synthesis",
            WrittenKind::Mission => "origin.kind.mission",
            WrittenKind::Plan => "origin.kind.plan",
            WrittenKind::News => "origin.kind.news",
            WrittenKind::Page => "origin.kind.page",
        };
        OriginView {
            document: self.titled(entry, page),
            kind: self.words.say(kind, &[]),
            date: entry.date.map(|date| date_view(self.words, date)),
            words: Vec::new(),
        }
    }

    fn document_title(&self, origin: &Origin) -> &str {
        &self.making.site.entry(origin.entry).title
    }

    fn link_to(&self, origin: &Origin, title: &str, page: &Address) -> ForeignLink {
        let entry = self.making.site.entry(origin.entry);
        let address = &entry.address;
        let anchor = origin.anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
        let href = markdown::encoded(&format!("{}{anchor}", address.relative_to(page)));
        ForeignLink { href, title: title.to_owned(), lang: self.foreign(entry) }
    }

    fn titled(&self, entry: &Entry, page: &Address) -> ForeignLink {
        let (href, title) = (self.href(&entry.address, page), entry.title.clone());
        ForeignLink { href, title, lang: self.foreign(entry) }
    }

    /// The tag of the language of a document, when it is not that of the page.
    fn foreign(&self, entry: &Entry) -> Option<String> {
        self.making.tag_beside(entry, self.speech.language())
    }
}
