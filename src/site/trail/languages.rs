//! The trail across languages: a promise and its translation come from the same words, and each page
//! leads to what is in its own language where there is some.

use std::collections::BTreeMap;

use super::{Origin, Place, Targets, Trail};
use crate::site::reads::Read;
use crate::site::{Entry, Site};

/// Gives a plan and its translations the same origins, and each contribution its outcomes in the
/// language of its document.
pub fn share(site: &Site, targets: &Targets<'_>, trail: &mut Trail) {
    let mut shared: BTreeMap<Place, Vec<Origin>> = BTreeMap::new();
    for (place, origins) in &trail.origins {
        for twin in twins(site, targets, place) {
            shared.entry(twin).or_default().extend(origins.iter().cloned());
        }
    }
    for (place, origins) in shared {
        let own = trail.origins.entry(place.clone()).or_default();
        for origin in origins {
            let is_known = own.iter().any(|it| (it.entry, &it.anchor) == (origin.entry, &origin.anchor));
            if !is_known && origin.entry != place.entry && !is_twin(site, origin.entry, place.entry) {
                own.push(origin);
            }
        }
    }
    for (from, places) in &mut trail.outcomes {
        let language = &site.entries[from.entry].language;
        let mut own: Vec<Place> = Vec::new();
        for place in places.drain(..) {
            let twin =
                twins(site, targets, &place).find(|twin| site.entries[twin.entry].language == *language);
            let place = twin.unwrap_or(place);
            if !own.contains(&place) {
                own.push(place);
            }
        }
        *places = own;
    }
}

/// The same promise in other languages.
fn twins<'s>(site: &'s Site, targets: &'s Targets<'_>, place: &'s Place) -> impl Iterator<Item = Place> {
    let is_promise = targets.promises.contains(place);
    let others = site.entries[place.entry].translations.values().filter(move |_| is_promise);
    let places = others.map(|entry| Place { entry: *entry, id: place.id.clone() });
    places.filter(|place| targets.promises.contains(place))
}

fn is_twin(site: &Site, one: usize, other: usize) -> bool {
    site.entries[one].translations.values().any(|twin| *twin == other)
}

impl Site {
    /// The documents that a synthesis led to, each in its language where it is translated.
    pub fn led_to(&self, entry: &Entry) -> Vec<&Entry> {
        self.note(Read::Trail);
        let Some(at) = self.position(&entry.address) else { return Vec::new() };
        let led = self.trail.led.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to);
        self.in_language(led.collect(), &entry.language)
    }

    /// The syntheses that led to a document or to its source, oldest first.
    pub fn led_from(&self, entry: &Entry) -> Vec<&Entry> {
        self.note(Read::Trail);
        self.note_around(entry);
        let Some(at) = self.position(&entry.address) else { return Vec::new() };
        let from = self.trail.led.iter().filter(|(_, to)| *to == at || is_twin(self, at, *to));
        let mut from = self.in_language(from.map(|(from, _)| *from).collect(), &entry.language);
        from.sort_by_key(|entry| (entry.date, entry.address.clone()));
        from
    }

    /// Each of these entries once, in a language where it is translated.
    fn in_language(&self, entries: Vec<usize>, language: &str) -> Vec<&Entry> {
        let mut own: Vec<usize> = Vec::new();
        for at in entries {
            self.note(Read::Around(at));
            let twin = self.entries[at].translations.get(language).copied().unwrap_or(at);
            if !own.contains(&twin) {
                own.push(twin);
            }
        }
        own.into_iter().map(|at| self.noted(at)).collect()
    }
}
