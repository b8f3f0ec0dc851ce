//! Takes personal names out of a document before it is read, so that no page and no data can hold
//! one.
//!
//! The names are those listed in `people`, those of the facilitator and of the speakers (what comes
//! before the first comma), and those of `[people]` of the site that have a role or an
//! organisation. Each is looked for as it is written, whatever its capitals, accents and spaces. A
//! name that nobody gave, a first name alone, a nickname or a face in a picture cannot be found:
//! taking them out is up to the author.

mod find;
mod shown;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::config::plans::Person;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::filled::Filled;
use crate::front_matter::Header;
use crate::lang::{self, Lang};
use crate::markdown::{self, Body};
use crate::record::Spanned;
use crate::source::{Source, Span};
use find::{Name, Names};
use shown::Shown;

/// The names to take out of a document, and how many times each was.
#[derive(Debug, Clone)]
pub struct Hiding {
    lang: Lang,
    /// Where the document asks for it; none when it is its source that does.
    span: Option<Span>,
    /// The longest first: « Anne Roy-Caron » is not « Anne Roy » and a rest.
    names: Names,
    /// For each of them.
    counts: Vec<Count>,
}

/// How many times a name was taken out.
#[derive(Debug, Clone, Copy)]
struct Count {
    /// Where the name is listed, when it is.
    listed: Option<Span>,
    n_found: usize,
}

/// A text without its names, and where each stood.
struct Hidden {
    text: String,
    /// The bytes of each replacement, with those of the name in the text as written.
    edits: Vec<(Range<usize>, Range<usize>)>,
}

impl Hiding {
    /// `declared` are facilitators and speakers: « Camille Roy, directrice, Table de la Cendrée ».
    pub fn new<'p>(
        span: Option<Span>,
        listed: Vec<Spanned<String>>,
        declared: Vec<&str>,
        people: impl Iterator<Item = &'p Person>,
        lang: Lang,
    ) -> Hiding {
        // A short name without role nor organisation is most often that of a committee.
        let people = people.filter(|person| person.role.is_some() || person.organisation.is_some());
        let declared = declared.into_iter().flat_map(names_declared).map(|name| (name, None));
        let names = listed
            .into_iter()
            .map(|name| (name.value, Some(name.span)))
            .chain(declared)
            .chain(people.map(|person| (person.name.clone(), None)));
        let mut hiding = Hiding { lang, span, ..Hiding::of_source(lang) };
        hiding.add(names);
        hiding
    }

    /// For a document that asks for nothing, and translates one that does.
    pub fn of_source(lang: Lang) -> Hiding {
        Hiding { lang, span: None, names: Names::default(), counts: Vec::new() }
    }

    /// Takes out these names as well, which may stand nowhere.
    pub fn also(&mut self, names: &[String]) {
        self.add(names.iter().map(|name| (name.clone(), None)));
    }

    /// The names, as they were given.
    pub fn names(&self) -> Vec<String> {
        self.names.iter().map(|name| name.written.clone()).collect()
    }

    fn add(&mut self, names: impl Iterator<Item = (String, Option<Span>)>) {
        let mut all: Vec<(Name, Count)> = self.names.iter().cloned().zip(self.counts.drain(..)).collect();
        let mut known: BTreeSet<Vec<String>> = all.iter().map(|(name, _)| name.folded()).filled();
        for (written, listed) in names {
            let Some(name) = Name::of(&written) else { continue };
            if known.insert(name.folded()) {
                all.push((name, Count { listed, n_found: 0 }));
            }
        }
        all.sort_by_key(|(name, _)| std::cmp::Reverse(name.n_words()));
        let (names, counts) = all.into_iter().unzip();
        (self.names, self.counts) = (Names::of(names), counts);
    }

    /// A text without the names.
    pub fn text(&mut self, text: &str) -> String {
        self.hide(text, 0).text
    }

    /// What is left of « Camille Roy, directrice, Table » without its name; none when nothing is.
    pub fn details(&mut self, declared: &str) -> Option<String> {
        let at = end_of_name(declared);
        self.text(&declared[..at]);
        let details = declared[at..].trim_start_matches(|c: char| c.is_whitespace() || ",;–—-".contains(c));
        let details = details.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(details);
        (!details.is_empty()).then(|| self.text(details))
    }

    /// Takes the names out of what a header says to readers.
    pub fn header(&mut self, header: &mut Header) {
        let texts = header.title.iter_mut().chain(header.description.iter_mut()).chain(&mut header.image_alt);
        for text in
            texts.chain(header.authors.iter_mut()).chain(header.tags.iter_mut().map(|tag| &mut tag.value))
        {
            *text = self.text(text);
        }
    }

    /// Reads the body without the names. Its places are those of the author's file.
    pub fn body(&mut self, source: &Source, body_start: usize, problems: &mut Problems) -> Body {
        let hidden = self.hide(&source.text, body_start);
        let read = Source::new(source.path.as_str(), hidden.text.as_str());
        let mut noted = Problems::in_file(source.path.as_str());
        let body = markdown::read(&read, body_start, self.lang, &mut noted);
        let mut still_there = self.still_there(&hidden.text, body_start);
        still_there.extend(self.still_shown(&body, &still_there));
        for (name, read, place) in self.surnames_left(&hidden.text, body_start) {
            if !still_there.iter().any(|(_, whole)| whole.start <= place.start && place.start < whole.end) {
                noted.warning(SynthesisProblem::SurnameLeft { name, read }, place);
            }
        }
        for (read, place) in still_there {
            noted.error(SynthesisProblem::NameStillThere { read }, place);
        }
        let place = |span: Span| hidden.place(span);
        for diagnostic in noted.into_diagnostics() {
            let span = diagnostic.span.map(place);
            problems.add(Diagnostic { span, ..diagnostic });
        }
        body.placed(&place)
    }

    /// Tells names that stand in the address of the page, and names that were nowhere.
    pub fn finish(self, path: &str, header: &Header, problems: &mut Problems) -> usize {
        let written = [&header.slug, &header.path, &header.image].into_iter().flatten();
        let written = written.map(|it| (&it.value, it.span));
        for (address, span) in written.chain(header.aliases.iter().map(|it| (&it.address, it.span))) {
            for (read, _) in self.still_there(address, 0) {
                problems.error(SynthesisProblem::NameStillThere { read }, span);
            }
        }
        for (read, _) in self.still_there(path, 0) {
            problems.file_error(SynthesisProblem::NameStillThere { read });
        }
        let n_hidden = self.counts.iter().map(|count| count.n_found).sum();
        if let Some(span) = self.span.filter(|_| n_hidden == 0) {
            problems.warning(SynthesisProblem::HidesNobody, span);
        }
        for (name, Count { listed, n_found }) in self.names.iter().zip(self.counts) {
            if let Some(span) = listed.filter(|_| n_found == 0 && n_hidden > 0) {
                problems.warning(SynthesisProblem::AbsentName { name: name.written.clone() }, span);
            }
        }
        n_hidden
    }

    fn hide(&mut self, text: &str, from: usize) -> Hidden {
        let mut hidden = Hidden { text: String::with_capacity(text.len()), edits: Vec::new() };
        let mut at = 0;
        for (number, place) in self.names.as_written(text, from) {
            hidden.text.push_str(&text[at..place.start]);
            let start = hidden.text.len();
            hidden.text.push_str(instead(self.lang));
            at = place.end;
            hidden.edits.push((start..hidden.text.len(), place));
            self.counts[number].n_found += 1;
        }
        hidden.text.push_str(&text[at..]);
        hidden
    }

    /// Names whose last word a text gives alone (« Mme Lanctôt »), with that word at its first place.
    fn surnames_left(&self, text: &str, from: usize) -> Vec<(String, String, Span)> {
        let (whole, surnames): (Vec<&Name>, Vec<Name>) =
            self.names.iter().filter_map(|name| Some((name, name.surname()?))).unzip();
        let places = Names::of(surnames).first_places(text, from);
        let left = whole.into_iter().zip(places).filter_map(|(name, place)| {
            let place = place?;
            Some((name.written.clone(), text[place.clone()].to_owned(), Span::from(place)))
        });
        left.collect()
    }

    /// Names that readers would see in what becomes of the text, where none was found in the text as written:
    /// formatting within a word, a letter written as an entity.
    fn still_shown(&self, body: &Body, found: &[(String, Span)]) -> Vec<(String, Span)> {
        let pieces = body.pieces.iter().map(|piece| (piece.html(), piece.span()));
        let notes = body.footnotes.iter().map(|note| (note.html.clone(), self.span.unwrap_or_default()));
        let is_known = |span: &Span| found.iter().any(|(_, at)| span.start <= at.start && at.end <= span.end);
        let unknown = pieces.chain(notes).filter(|(_, span)| !is_known(span));
        let seen = unknown.flat_map(|(html, span)| {
            let Shown { text, attributes } = shown::of(&html);
            let in_text = self.names.as_written(&text, 0).into_iter();
            let in_text = in_text.map(|(_, place)| text[place].to_owned());
            let said = self.names.through_marks(&attributes, 0).into_iter();
            let said = said.map(|place| attributes[place].to_owned());
            in_text.chain(said).map(|read| (lang::on_one_line(&read), span)).collect::<Vec<_>>()
        });
        let mut seen: Vec<(String, Span)> = seen.collect();
        seen.dedup();
        seen
    }

    /// Names that can still be read in a text, in an address or through formatting.
    fn still_there(&self, text: &str, from: usize) -> Vec<(String, Span)> {
        let found = self.names.through_marks(text, from);
        found.into_iter().map(|place| (lang::on_one_line(&text[place.clone()]), Span::from(place))).collect()
    }
}

/// What stands where a name stood: it reads well after « M. » and in a list of supports.
fn instead(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "(nom retiré)",
        Lang::En => "(name withheld)",
    }
}

/// « Camille Roy et Sam Côté, Table de la Cendrée » declares two names.
fn names_declared(declared: &str) -> Vec<String> {
    let names = declared[..end_of_name(declared)].replace(" and ", " et ").replace(" & ", " et ");
    names.split(" et ").map(|name| name.trim().to_owned()).collect()
}

fn end_of_name(declared: &str) -> usize {
    let ends = [",", "(", ";", " – ", " — ", " - "].iter().filter_map(|mark| declared.find(mark));
    ends.min().unwrap_or(declared.len())
}

impl Hidden {
    /// Where a place of the text without names is in the text as written.
    fn place(&self, span: Span) -> Span {
        let start = self.origin(span.start, |written| written.start);
        let end = if span.end == span.start { start } else { self.origin(span.end, |written| written.end) };
        Span::new(start, end)
    }

    fn origin(&self, at: usize, inside: impl Fn(&Range<usize>) -> usize) -> usize {
        let n_before = self.edits.partition_point(|(replaced, _)| replaced.start < at);
        match n_before.checked_sub(1).map(|before| &self.edits[before]) {
            None => at,
            Some((replaced, written)) if at < replaced.end => inside(written),
            Some((replaced, written)) => written.end + (at - replaced.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hiding(names: &[&str]) -> Hiding {
        let listed = names.iter().map(|name| Spanned { value: (*name).to_owned(), span: Span::default() });
        Hiding::new(Some(Span::default()), listed.collect(), Vec::new(), std::iter::empty(), Lang::Fr)
    }

    #[test]
    fn a_name_leaves_however_it_is_written() {
        let check = |name: &str, text: &str, expected: &str| {
            assert_eq!(hiding(&[name]).text(text), expected, "{name} in {text}");
        };
        check("Zoé Lanctôt", "Merci à Zoé Lanctôt, du comité", "Merci à (nom retiré), du comité");
        check("Zoé Lanctôt", "ZOE LANCTOT et Zoé\u{a0}Lanctôt", "(nom retiré) et (nom retiré)");
        check("Zoé Lanctôt", "Zoé\nLanctôt propose", "(nom retiré) propose");
        check("Zoé Lanctôt", "Zoé\n\nLanctôt propose", "Zoé\n\nLanctôt propose");
        check("Zoé Lanctôt", "Zoélie Lanctôt", "Zoélie Lanctôt");
        check("Marie-Ève D’Anjou", "Marie-Ève D'Anjou, Marie Eve D’Anjou", "(nom retiré), (nom retiré)");
        check("J. P. Roy", "J. P. Roy et J.P. Roy", "(nom retiré) et J.P. Roy");
        check("Rose", "Rose aime le rose", "(nom retiré) aime le rose");
        check("", "Rien", "Rien");
    }

    #[test]
    fn a_place_is_that_of_the_file_as_written() {
        let text = "a Zoé Lanctôt b Zoé Lanctôt c";
        let hidden = hiding(&["Zoé Lanctôt"]).hide(text, 0);
        for word in ["a", "b", "c"] {
            let at = |text: &str| text.find(word).map(|at| Span::new(at, at + 1)).unwrap_or_default();
            let (found, expected) = (at(&hidden.text), text.rfind(word).unwrap_or_default());
            if word != "a" {
                assert_eq!(hidden.place(found), Span::new(expected, expected + 1), "{word}");
            }
        }
        let whole = hidden.place(Span::new(0, hidden.text.len()));
        assert_eq!(whole, Span::new(0, text.len()));
    }
}
