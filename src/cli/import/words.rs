//! What `jalon import` says, in both languages.

#[cfg(not(feature = "import"))]
use crate::diagnostic::Wording;
use crate::lang::Lang;

/// The words of the help.
pub struct OfImport {
    pub about: &'static str,
    pub usage: &'static str,
    pub file: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub date: &'static str,
}

impl OfImport {
    pub fn of(lang: Lang) -> &'static OfImport {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

const FR: OfImport = OfImport {
    about: "Fait un document du site d’un fichier de Word, d’Excel ou d’une page Web, et dit ce qu’il faut y regarder",
    usage: "jalon import <FICHIER> [options]",
    file: "Fichier à lire, sans y toucher : .docx, .xlsx, .ods, .csv, .tsv, .html ou .txt",
    kind: "Genre du document : plan, atelier (ou synthese), mission, nouvelle (ou actualite) ou page; par défaut, ce dont le fichier a l’air",
    title: "Titre du document; par défaut, celui que porte le fichier, sinon son nom",
    date: "Date du document; par défaut, celle que disent ses premières lignes, sinon celle du jour",
};

const EN: OfImport = OfImport {
    about: "Makes a document of the site from a file of Word, of Excel or a web page, and says what to look at in it",
    usage: "jalon import <FILE> [options]",
    file: "File to read, left as it is: .docx, .xlsx, .ods, .csv, .tsv, .html or .txt",
    kind: "Kind of the document: plan, workshop (or synthesis, or summary), mission, news or page; by default, what the file looks like",
    title: "Title of the document; by default, the one that the file bears, else its name",
    date: "Date of the document; by default, the one that its first lines say, else today",
};

/// A program built without what reads papers.
#[cfg(not(feature = "import"))]
pub fn not_built() -> Wording {
    Wording::new(
        "no-import",
        "cette copie de jalon n’importe pas de documents",
        "this copy of jalon does not import documents",
    )
    .help(
        "installez la version complète, ou compilez-la avec l’option `import`",
        "install the full version, or compile it with the feature `import`",
    )
}
