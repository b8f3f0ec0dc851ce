//! Addresses on a page that lead to nothing.

use crate::diagnostic::Wording;

/// An address that leads to nothing. It is shown as the page has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Broken {
    /// Inside the site, and not published; `nearest` is the published address it looks most like.
    Dead { what: Dead, written: String, nearest: Option<String> },
    /// A page names its version in another language, which does not name it back.
    OneSidedAlternate { written: String },
    /// A link to a file or a server of one machine.
    OwnMachine { written: String },
    /// A link with an empty address, or `#` alone.
    NoAddress { words: String },
}

/// What an address was to lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dead {
    /// A page or a file to open.
    Link,
    /// A place of a page that is there.
    Anchor,
    Image,
    /// A style, a script, a font, a sound.
    Asset,
    /// A version in another language, a feed, the address that a page gives itself.
    Alternate,
    /// What the sitemap, a feed or `robots.txt` names.
    Entry,
}

impl Broken {
    pub(super) fn wording(&self) -> Wording {
        match self {
            Broken::Dead { what, written, nearest } => {
                let wording = dead(*what, written);
                match nearest {
                    Some(_) => wording.suggesting(nearest.as_deref()),
                    None => wording.help(
                        "corrigez l’adresse dans le document, le menu ou le gabarit qui l’écrit, ou retirez-la",
                        "correct the address in the document, the menu or the template that writes it, or remove it",
                    ),
                }
            }
            Broken::OneSidedAlternate { written } => Wording::new(
                "one-sided-alternate",
                format!("la page annonce sa version « {written} », qui n’annonce pas celle-ci en retour"),
                format!("the page announces its version “{written}”, which does not announce this one in return"),
            )
            .help(
                "sans ce retour, les moteurs de recherche n’en tiennent pas compte : voyez les balises `hreflang` du gabarit",
                "without it, search engines take no account of it: look at the `hreflang` tags of the template",
            ),
            Broken::OwnMachine { written } => Wording::new(
                "own-machine",
                format!("le lien « {written} » mène à un ordinateur en particulier : ailleurs, il ne s’ouvrira pas"),
                format!("the link “{written}” leads to one computer in particular: anywhere else, it will not open"),
            )
            .help(
                "placez le fichier à côté du document et écrivez son nom seul, comme `bilan.pdf`",
                "put the file beside the document and write its name alone, such as `bilan.pdf`",
            ),
            Broken::NoAddress { words } => Wording::new(
                "no-address",
                format!("le lien « {words} » n’a pas d’adresse : il ne mène nulle part"),
                format!("the link “{words}” has no address: it leads nowhere"),
            )
            .help(
                "donnez-lui une adresse, ou gardez ses mots sans lien",
                "give it an address, or keep its words without a link",
            ),
        }
    }
}

fn dead(what: Dead, written: &str) -> Wording {
    match what {
        Dead::Link => Wording::new(
            "dead-link",
            format!("le lien « {written} » ne mène à aucune page et à aucun fichier du site"),
            format!("the link “{written}” leads to no page or file of the site"),
        ),
        Dead::Anchor => Wording::new(
            "dead-anchor",
            format!("le lien « {written} » mène à une page qui existe, mais qui n’a pas cette ancre"),
            format!("the link “{written}” leads to a page that is there, but that does not have this anchor"),
        ),
        Dead::Image => Wording::new(
            "dead-image",
            format!("l’image « {written} » n’est pas dans le site publié"),
            format!("the image “{written}” is not in the published site"),
        ),
        Dead::Asset => Wording::new(
            "dead-asset",
            format!("le fichier « {written} », demandé ici, n’est pas dans le site publié"),
            format!("the file “{written}”, asked for here, is not in the published site"),
        ),
        Dead::Alternate => Wording::new(
            "dead-alternate",
            format!("l’en-tête de la page annonce « {written} », qui n’est pas dans le site publié"),
            format!("the head of the page announces “{written}”, which is not in the published site"),
        ),
        Dead::Entry => Wording::new(
            "dead-entry",
            format!("ce fichier annonce « {written} », qui n’est pas dans le site publié"),
            format!("this file announces “{written}”, which is not in the published site"),
        ),
    }
}
