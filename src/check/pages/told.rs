//! What was already told of the documents, looked up once for each fault of the pages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Website, place};
use crate::address::percent_decoded;
use crate::diagnostic::picture::PictureProblem;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Problem};

/// What is longer than this is no address.
const LONGEST_QUOTATION: usize = 1_000;

/// What the documents' own readers told of addresses and pictures.
#[derive(Default)]
pub struct Told<'a> {
    /// What they quote, with its accents and spaces decoded.
    quotations: Vec<Cow<'a, str>>,
    /// The quotations that have a word, by it. A site that was moved has thousands of dead links, and going
    /// through all that was told for each of them took longer than all the rest of a check.
    by_word: BTreeMap<String, Vec<usize>>,
    /// The quotations where a template writes a value: what follows it may be the end of any address.
    of_templates: Vec<usize>,
    /// The documents of which a link or a picture was told to have no address.
    lack_address: BTreeSet<&'a str>,
    /// The file names of pictures that no word speaks for.
    silent_pictures: BTreeSet<&'a str>,
    /// The files of which a picture was told something.
    of_pictures: BTreeSet<&'a str>,
}

impl<'a> Told<'a> {
    pub fn of(website: &Website<'a>) -> Told<'a> {
        let mut all = Told::default();
        for told in website.told {
            if let Some(quoted) = quotation(told, website.inputs) {
                all.keep(percent_decoded(quoted));
            }
            if let Problem::Site(SiteProblem::NoAddress) = &told.problem {
                all.lack_address.insert(&told.path);
            }
            if let Problem::Picture(problem) = &told.problem {
                all.of_pictures.insert(&told.path);
                if let PictureProblem::NoWords { address } | PictureProblem::NoAlt { address } = problem {
                    all.silent_pictures.insert(file_name(address));
                }
            }
        }
        all
    }

    /// Whether an address of a page was quoted. The page has it with its accents and spaces encoded, which its
    /// author did not write so.
    pub fn quotes(&self, written: &str) -> bool {
        let written = percent_decoded(written);
        let with_word = |word| self.by_word.get(word).map(Vec::as_slice).unwrap_or_default();
        let rarest = place::words_of(place::bare(&written)).map(with_word).min_by_key(|places| places.len());
        let mut likely = rarest.unwrap_or_default().iter().chain(&self.of_templates);
        likely.any(|at| place::address(&written, &self.quotations[*at]).is_some())
    }

    pub fn lacks_address(&self, path: &str) -> bool {
        self.lack_address.contains(path)
    }

    pub fn lacks_any_address(&self) -> bool {
        !self.lack_address.is_empty()
    }

    /// Whether a picture of this file name was told to be without words.
    pub fn has_silent_picture(&self, address: &str) -> bool {
        self.silent_pictures.contains(file_name(address))
    }

    pub fn has_picture_of(&self, path: &str) -> bool {
        self.of_pictures.contains(path)
    }

    fn keep(&mut self, quoted: Cow<'a, str>) {
        let at = self.quotations.len();
        for word in place::words_of(&quoted) {
            let places = self.by_word.entry(word.to_owned()).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
        if quoted.contains("}}") {
            self.of_templates.push(at);
        }
        self.quotations.push(quoted);
    }
}

/// The place that something was told of, as its author wrote it.
fn quotation<'a>(told: &Diagnostic, inputs: &'a BTreeMap<String, Arc<[u8]>>) -> Option<&'a str> {
    let (span, bytes) = (told.span?, inputs.get(&told.path)?);
    let quoted = bytes.get(span.start..span.end).filter(|quoted| quoted.len() < LONGEST_QUOTATION)?;
    std::str::from_utf8(quoted).ok()
}

fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::{Told, percent_decoded};

    fn check(quoted: &str, written: &str, expected: bool) {
        let mut told = Told::default();
        told.keep(percent_decoded(quoted));
        assert_eq!(told.quotes(written), expected, "{written} in {quoted}");
    }

    #[test]
    fn an_address_is_quoted_as_its_author_wrote_it() {
        check("[bilan](plans/bilan.md)", "plans/bilan.md", true);
        check("[bilan](plans/bilan.md)", "bilan.md", false);
        check("[bilan](bilan.md)", "../../bilan.md", true);
        check("[bilan](../plans/)", "/plans/", true);
        check("[bilan](<Rapport de l’été.pdf>)", "Rapport%20de%20l%E2%80%99%C3%A9t%C3%A9.pdf", true);
        check("{{ frame.root }}plans/perdu/", "../plans/perdu/", true);
        check("[plan](plans/2026/)", "plans/2025/", false);
    }
}
