//! The way from one page of a list to the next.

use super::frame::Framer;
use crate::address::Address;
use crate::site::pager::address;
use crate::view::lists::Pager;

/// Where the n-th page of a list stands among them, from 1; none when the list has one page.
pub fn view(framer: &Framer<'_>, first: &Address, n: usize, n_pages: usize) -> Option<Pager> {
    let words = framer.making.words_of(framer.entry);
    let link = |n: usize, key: &str| framer.link(&address(framer.entry, first, n), &words.say(key, &[]));
    (n_pages > 1).then(|| Pager {
        words: words.say("pager.page", &[("n", &n.to_string()), ("total", &n_pages.to_string())]),
        previous: (n > 1).then(|| link(n - 1, "pager.previous")),
        next: (n < n_pages).then(|| link(n + 1, "pager.next")),
    })
}
