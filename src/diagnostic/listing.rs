//! Problems of what is listed: dates of news, tags, archives.

use super::Wording;
use crate::date::Date;
use crate::lang::{Lang, date_in_words};

/// What can be wrong with the lists of a site, or with what they list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListingProblem {
    /// A news item without a date, in its header or its name.
    NewsWithoutDate,
    /// A news item whose day has not come.
    NewsToCome { date: Date },
    /// A page of a day that is more than a year away: the year is probably wrong.
    FarDate { date: Date },
    /// A document that was updated before its own date.
    UpdatedBeforeDate { updated: Date, date: Date },
    /// A tag written in another way than the first document that has it.
    TagSpelling {
        read: String,
        kept: String,
        /// The file that has the spelling kept.
        other: String,
    },
    /// Two tags that differ by a plural only, each with its page.
    NearTags { read: String, kept: String, other: String },
    /// A tag without a letter or a digit to make an address of.
    TagWithoutLetter { read: String },
    /// `archives = true` in a section that lists no dated page.
    ArchivesWithoutDates,
    /// A key for lists, on the home page, which has none.
    NoListAtHome { key: &'static str },
}

impl ListingProblem {
    pub fn wording(&self) -> Wording {
        match self {
            ListingProblem::NewsWithoutDate => Wording::new(
                "news-without-date",
                "cette nouvelle n’a pas de date : elle vient après toutes les autres et n’est pas dans les fils d’actualité",
                "this news item has no date: it comes after all others and is left out of the feeds",
            )
            .help(
                "ajoutez par exemple `date = 2026-03-25`, ou commencez le nom du fichier par la date : `2026-03-25-titre.md`",
                "add for example `date = 2026-03-25`, or start the name of the file with the date: `2026-03-25-title.md`",
            ),
            ListingProblem::NewsToCome { date } => Wording::new(
                "news-to-come",
                format!("cette nouvelle est datée du {}, un jour qui n’est pas encore venu\u{a0}: elle paraît dès maintenant, avant toutes les autres", date_in_words(Lang::Fr, *date)),
                format!("this news item is dated {}, a day that has not come yet: it appears now, before all others", date_in_words(Lang::En, *date)),
            )
            .help(
                "corrigez la date, ou ajoutez `draft = true` jusqu’à ce jour",
                "correct the date, or add `draft = true` until that day",
            ),
            ListingProblem::FarDate { date } => Wording::new(
                "far-date",
                format!("ce document est daté du {}, dans plus d’un an", date_in_words(Lang::Fr, *date)),
                format!("this document is dated {}, more than a year from now", date_in_words(Lang::En, *date)),
            )
            .help(
                "vérifiez l’année, dans `date` ou dans le nom du fichier",
                "check the year, in `date` or in the name of the file",
            ),
            ListingProblem::UpdatedBeforeDate { updated, date } => Wording::new(
                "updated-before-date",
                format!(
                    "ce document est daté du {}, et se dit mis à jour avant, le {} (`updated`)",
                    date_in_words(Lang::Fr, *date),
                    date_in_words(Lang::Fr, *updated)
                ),
                format!(
                    "this document is dated {}, and says it was updated before that, on {} (`updated`)",
                    date_in_words(Lang::En, *date),
                    date_in_words(Lang::En, *updated)
                ),
            )
            .help("corrigez l’une des deux dates", "correct one of the two dates"),
            ListingProblem::TagSpelling { read, kept, other } => Wording::new(
                "tag-spelling",
                format!("« {read} » et « {kept} » ({other}) sont la même étiquette, écrite de deux façons : elle est affichée « {kept} »"),
                format!("“{read}” and “{kept}” ({other}) are the same tag, written in two ways: it is shown as “{kept}”"),
            )
            .help(
                "écrivez-la partout de la même façon, ou choisissez des mots plus différents",
                "write it the same way everywhere, or choose words that differ more",
            ),
            ListingProblem::NearTags { read, kept, other } => Wording::new(
                "near-tags",
                format!("« {read} » et « {kept} » ({other}) sont deux étiquettes, chacune avec sa page"),
                format!("“{read}” and “{kept}” ({other}) are two tags, each with its own page"),
            )
            .help(
                "si c’est la même, écrivez-la partout au singulier ou partout au pluriel",
                "if they mean the same, use the singular everywhere, or the plural everywhere",
            ),
            ListingProblem::TagWithoutLetter { read } => Wording::new(
                "tag-without-letter",
                format!("l’étiquette « {read} » n’a ni lettre ni chiffre : elle n’a pas de page et n’est pas affichée"),
                format!("the tag “{read}” has no letter or digit: it has no page and is not shown"),
            )
            .help("écrivez un mot, ou retirez-la", "write a word, or remove it"),
            ListingProblem::ArchivesWithoutDates => Wording::new(
                "archives-without-dates",
                "« archives » classe les pages par année, mais aucune page de cette section n’a de date",
                "“archives” groups pages by year, but no page of this section has a date",
            )
            .help("donnez une date aux pages, ou retirez la ligne", "give the pages a date, or remove the line"),
            ListingProblem::NoListAtHome { key } => Wording::new(
                "no-list-at-home",
                format!("« {key} » n’a pas d’effet ici : la page d’accueil ne donne pas la liste de ses pages"),
                format!("“{key}” has no effect here: the home page does not list its pages"),
            )
            .help(
                "écrivez cette clé dans le `_index.md` d’un dossier",
                "write this key in the `_index.md` of a folder",
            ),
        }
    }
}
