//! Pages that nobody will find, and files that are slow to come.

use crate::diagnostic::Wording;
use crate::lang::NO_BREAK_SPACE;

/// What a site gathers with time and should be looked after.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Upkeep {
    /// No link leads there from the home page.
    Orphan {},
    /// A plain text that makes no page, and that no page offers; with the name to give it.
    TextWithoutLink {
        name: String,
    },
    HeavyPage {
        n_bytes: usize,
    },
    HeavyImage {
        n_bytes: usize,
    },
}

impl Upkeep {
    pub(super) fn wording(&self) -> Wording {
        match self {
            Upkeep::Orphan {} => Wording::new(
                "orphan",
                "aucun lien ne mène à cette page à partir de l’accueil",
                "no link leads to this page from the home page",
            )
            .help(
                "ajoutez-la au menu (`[[menu]]` dans jalon.toml) ou faites un lien depuis une autre page",
                "add it to the menu (`[[menu]]` in jalon.toml) or link to it from another page",
            ),
            Upkeep::TextWithoutLink { name } => Wording::new(
                "text-without-link",
                "ce fichier est publié tel quel, sans devenir une page, et aucun lien n’y mène",
                "this file is published as it is, makes no page, and no link leads to it",
            )
            .help(
                format!("si c’est le texte d’une page, renommez-le `{name}`; sinon, faites un lien vers lui"),
                format!("if it is the text of a page, rename it `{name}`; otherwise, link to it"),
            ),
            Upkeep::HeavyPage { n_bytes } => Wording::new(
                "heavy-page",
                format!(
                    "cette page pèse {}{NO_BREAK_SPACE}Ko : elle est lente à venir sur un téléphone",
                    n_bytes / 1000
                ),
                format!("this page weighs {} KB: it is slow to come on a phone", n_bytes / 1000),
            )
            .help(
                "répartissez son contenu en plusieurs documents",
                "spread its content over several documents",
            ),
            Upkeep::HeavyImage { n_bytes } => {
                let (fr, en) = megabytes(*n_bytes);
                Wording::new(
                    "heavy-image",
                    format!(
                        "cette image pèse {fr}{NO_BREAK_SPACE}Mo : elle est lente à venir sur un téléphone"
                    ),
                    format!("this image weighs {en} MB: it is slow to come on a phone"),
                )
                .help(
                    "réduisez-la : 1 600 pixels de large suffisent pour une page",
                    "make it smaller: 1,600 pixels across are enough for a page",
                )
            }
        }
    }
}

fn megabytes(n_bytes: usize) -> (String, String) {
    let tenths = n_bytes / 100_000;
    (format!("{},{}", tenths / 10, tenths % 10), format!("{}.{}", tenths / 10, tenths % 10))
}
