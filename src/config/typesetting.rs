//! `typography`: how the texts of the site are set.

use super::Language;
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::lang::{fold, nearest, says_yes_or_no};
use crate::record::keys::words;
use crate::record::{Data, Fields, short};
use crate::typography::{Spacing, Typography};

/// What a site asks of the typography of its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typesetting {
    /// As the language of each page asks.
    #[default]
    Set,
    /// The same, with a thin space before `;`, `!` and `?` in French.
    Thin,
    /// As typed.
    AsTyped,
}

/// What may be asked in a word.
const ASKED: [(&str, Typesetting); 1] = [("thin", Typesetting::Thin)];

/// The words of that.
pub const WORDS: [&str; 1] = words(&ASKED);

/// Reads `typography = true`, `false` or `"thin"`.
pub fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Typesetting {
    // « non » between quotation marks means `false`, which is told.
    if let Some(entry) = fields.entry("typography")
        && let Data::Text(read) = &entry.value.data
        && !says_yes_or_no(read)
    {
        let found = ASKED.into_iter().find(|(word, _)| *word == fold(read)).map(|(_, asked)| asked);
        if found.is_none() {
            let nearest = nearest(read, WORDS).map(str::to_owned);
            let known = ["true", "false"].into_iter().chain(WORDS).collect();
            let key = "typography".to_owned();
            let problem = RecordProblem::UnknownWord { key, read: short(read), known, nearest };
            problems.error_instead(problem, entry.value.span);
        }
        return found.unwrap_or_default();
    }
    match fields.boolean("typography", problems) {
        Some(true) | None => Typesetting::Set,
        Some(false) => Typesetting::AsTyped,
    }
}

impl Typesetting {
    /// Whether the author wants the texts as typed, whatever their language.
    pub fn is_off(self, of_document: Option<bool>) -> bool {
        of_document.map_or(self == Typesetting::AsTyped, |is_on| !is_on)
    }

    /// How a text in a language of the site is set. `of_document` is what its document asks.
    pub fn of(self, language: &Language, of_document: Option<bool>) -> Typography {
        let usual = Typography::of_tag(&language.tag);
        match (self, of_document) {
            (_, Some(false)) | (Typesetting::AsTyped, None) => Typography::AsTyped,
            (Typesetting::Thin, _) => match usual {
                Typography::French(_) => Typography::French(Spacing::Thin),
                Typography::English | Typography::AsTyped => usual,
            },
            (Typesetting::Set | Typesetting::AsTyped, _) => usual,
        }
    }
}
