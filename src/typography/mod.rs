//! The typography of a text that is shown: spaces, apostrophes, quotation marks, ellipses.
//!
//! For French, the rules are those of the Office québécois de la langue française (« Espacement
//! avant et après les signes de ponctuation et les symboles »). A space that the author did not
//! type is only added inside « », and what is said is never changed: a form that would need it
//! (« 2ème ») is found by [`Typography::doubts`] and left as it is.

mod french;
pub mod html;
mod quotes;

use std::borrow::Cow;
use std::ops::Range;

/// How the texts of a document are set.
///
/// Setting a text twice gives what setting it once gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typography {
    /// As the author typed it.
    #[default]
    AsTyped,
    French(Spacing),
    English,
}

/// What French sets before `;`, `!` and `?` where the author typed a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// Nothing, as in Québec.
    Closed,
    /// A thin no-break space, as in France, and in Québec where the medium has one.
    Thin,
}

/// A form that would be written otherwise, and that only its author may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What would be written: « 2e », « 13 h 30 », « etc. ».
    pub better: String,
}

impl Typography {
    /// The typography of a language tag: `fr` is the French of Québec, `fr-FR` that of France; a
    /// language that is neither French nor English is left as typed.
    pub fn of_tag(tag: &str) -> Typography {
        let mut parts = tag.split(['-', '_']);
        match parts.next().map(str::to_ascii_lowercase).as_deref() {
            Some("fr") => match parts.next() {
                Some(region) if region.eq_ignore_ascii_case("FR") => Typography::French(Spacing::Thin),
                Some(_) | None => Typography::French(Spacing::Closed),
            },
            Some("en") => Typography::English,
            Some(_) | None => Typography::AsTyped,
        }
    }

    /// A text, or a part of a paragraph between two marks, set as the language asks.
    pub fn set<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self {
            Typography::AsTyped => Cow::Borrowed(text),
            Typography::French(spacing) => french::set(text, *spacing),
            Typography::English => quotes::set_english(text),
        }
    }

    /// The forms of a text that are left to its author.
    pub fn doubts(&self, text: &str) -> Vec<Doubt> {
        match self {
            Typography::AsTyped | Typography::English => Vec::new(),
            Typography::French(_) => french::doubts(text),
        }
    }

    /// The same, of a text without any figure: nearly none has one.
    pub fn doubts_of_words(&self, text: &str) -> Vec<Doubt> {
        if text.contains("etc") { self.doubts(text) } else { Vec::new() }
    }
}
