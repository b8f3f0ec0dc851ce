//! What visitors find: an index for each language, cut in files that a page loads as they search.
//!
//! An index holds what pages show, read from the pages themselves, so that what is hidden there
//! (the names of a synthesis, a draft) is not found either. It is made of scripts that hand over
//! data: they load from any host, below any path, and from a folder on a disk, where a page may
//! load a script but read no file.
//!
//! - `index.js` tells what there is: how many results of each kind, their states, years and plans,
//!   the words that are not looked up, and the first word of each of the next files;
//! - `w0.js`, `w1.js`… hold the words in order, those of one stem together, and who uses them;
//! - `d0.js`, `d1.js`… hold what is shown of the results.
//!
//! Words are reduced to their stem here alone: the page looks up the words as typed, accents aside,
//! among those that are written, and takes all that share their stem. So it needs no stemmer.

mod encode;
mod index;
mod lexicon;
mod shelves;
pub mod text;
pub mod unit;
mod vocabulary;
mod words;

use crate::address::Address;
use crate::page::{Making, Page};
use crate::site::search::folder;
use crate::typography::Typography;
use index::Index;
use text::{PageReader, Texts};
use unit::Unit;

/// What reads a page while it is set, when all that it says is to be found.
pub fn reader(making: &Making<'_>, page: &Page, html: &str) -> Option<PageReader> {
    (unit::is_whole(&page.view) && is_found(making, page)).then(|| PageReader::new(html))
}

/// What a page gives to find, with what was read of it.
pub fn units(making: &Making<'_>, page: &Page, typography: Typography, read: Option<Texts>) -> Vec<Unit> {
    if !is_found(making, page) {
        return Vec::new();
    }
    unit::of_page(making, page, typography, read.unwrap_or_default())
}

/// Whether a page gives anything to find: not one that search engines are asked not to show.
fn is_found(making: &Making<'_>, page: &Page) -> bool {
    !page.frame.noindex && making.site.search(&page.language).is_some()
}

/// Hands over the files of the index of a language, given by its tag, each by its address; `page` is where
/// visitors search.
pub fn write_index(page: &Address, tag: &str, units: Vec<Unit>, put: &mut dyn FnMut(Address, String)) {
    let folder = folder(page);
    Index::new(tag, units).write(&mut |name, text| put(folder.beside(name), text));
}
