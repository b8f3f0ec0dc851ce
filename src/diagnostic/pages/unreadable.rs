//! What keeps some people from reading a page: those who listen to it, above all.
//!
//! The rules are those of WCAG 2.2, as the Web standard of Québec (SGQRI 008 3.0) asks for them.

use crate::diagnostic::Wording;

/// A fault of accessibility in what authors and templates write.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unreadable {
    /// `aria-labelledby` or another attribute names an element that the page does not have.
    DeadReference {
        attribute: String,
        id: String,
    },
    ImageWithoutText {
        written: String,
    },
    EmptyLink {
        written: String,
    },
    VagueLink {
        words: String,
    },
    DuplicateId {
        id: String,
    },
    /// `words` are those of the first row.
    TableWithoutHeaders {
        words: String,
    },
    Heading(HeadingFault),
}

/// A fault of the headings, by which those who listen to a page move in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingFault {
    Empty {
        level: u8,
    },
    Skipped {
        words: String,
        from: u8,
        to: u8,
    },
    NoTitle {},
    /// `words` are those of the second one.
    SeveralTitles {
        words: String,
    },
}

impl Unreadable {
    pub(super) fn wording(&self) -> Wording {
        match self {
            Unreadable::DeadReference { attribute, id } => Wording::new(
                "dead-reference",
                format!("l’attribut « {attribute} » nomme « {id} », qu’aucun élément de la page ne porte"),
                format!("the attribute “{attribute}” names “{id}”, which no element of the page has"),
            )
            .help(
                "donnez cet identifiant à l’élément voulu, ou retirez l’attribut",
                "give this identifier to the element that is meant, or remove the attribute",
            ),
            Unreadable::ImageWithoutText { written } => Wording::new(
                "image-without-text",
                format!("l’image « {written} » n’a pas de texte de remplacement : qui écoute la page n’en saura rien"),
                format!("the image “{written}” has no alternative text: who listens to the page will know nothing of it"),
            )
            .help(
                "dites entre les crochets ce qu’elle montre : `![Trois voisines au jardin](jardin.jpg)`",
                "say between the brackets what it shows: `![Three neighbours in the garden](garden.jpg)`",
            ),
            Unreadable::EmptyLink { written } => Wording::new(
                "empty-link",
                format!("le lien vers « {written} » n’a pas de mots : personne ne peut le lire ni le dire"),
                format!("the link to “{written}” has no words: nobody can read it or say it"),
            )
            .help(
                "écrivez entre les crochets où il mène : `[Bilan de l’automne](bilan.pdf)`",
                "write between the brackets where it leads: `[Autumn report](report.pdf)`",
            ),
            Unreadable::VagueLink { words } => Wording::new(
                "vague-link",
                format!("les mots du lien « {words} » ne disent pas où il mène"),
                format!("the words of the link “{words}” do not say where it leads"),
            )
            .help(
                "mettez le lien sur les mots qui nomment ce qu’on y trouve : `le [bilan de l’automne](bilan.pdf)`",
                "put the link on the words that name what is there: `the [autumn report](report.pdf)`",
            ),
            Unreadable::DuplicateId { id } => Wording::new(
                "repeated-anchor",
                format!("l’identifiant « {id} » est porté par deux éléments de la page : un lien ne trouvera que le premier"),
                format!("the identifier “{id}” is that of two elements of the page: a link will only find the first"),
            )
            .help("changez l’un des deux", "change one of them"),
            Unreadable::TableWithoutHeaders { words } => Wording::new(
                "table-without-headers",
                format!("le tableau qui commence par « {words} » n’a pas de titres de colonnes"),
                format!("the table that starts with “{words}” has no column titles"),
            )
            .help(
                "donnez un titre à chaque colonne, dans la première rangée : sans eux, qui écoute le tableau s’y perd",
                "give each column a title, in the first row: without them, who listens to the table is lost",
            ),
            Unreadable::Heading(fault) => fault.wording(),
        }
    }
}

impl HeadingFault {
    fn wording(&self) -> Wording {
        match self {
            HeadingFault::Empty { level } => Wording::new(
                "empty-heading",
                format!("un titre de niveau {level} n’a pas de mots"),
                format!("a heading of level {level} has no words"),
            )
            .help("écrivez ce titre, ou retirez-le", "write this heading, or remove it"),
            HeadingFault::Skipped { words, from, to } => Wording::new(
                "skipped-heading",
                format!("le titre « {words} » est de niveau {to}, sous un titre de niveau {from} : un niveau est sauté"),
                format!("the heading “{words}” is of level {to}, under one of level {from}: a level is skipped"),
            )
            .help(
                "ôtez un `#` au titre, ou ajoutez le titre qui manque au-dessus : on choisit un niveau pour l’ordre des idées, non pour la taille",
                "take a `#` off the heading, or add the missing one above: a level is chosen for the order of ideas, not for the size",
            ),
            HeadingFault::NoTitle {} => Wording::new(
                "page-without-title",
                "la page n’a pas de titre principal",
                "the page has no main title",
            )
            .help("son gabarit devrait montrer le titre de la page dans un `<h1>`", "its template should show the title of the page in an `<h1>`"),
            HeadingFault::SeveralTitles { words } => Wording::new(
                "several-titles",
                format!("la page a déjà un titre principal quand vient « {words} »"),
                format!("the page already has a main title when “{words}” comes"),
            )
            .help("écrivez celui-ci avec un `#` de plus", "write this one with one more `#`"),
        }
    }
}
