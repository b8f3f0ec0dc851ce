//! What `jalon i18n` refuses to do, and why, in both languages.

use crate::diagnostic::Wording;
use crate::front_matter::translation::Refused;
use crate::lang::{self, Lang, quoted};

/// A document that the site does not have.
pub fn unknown_document(asked: &str, known: &[&str]) -> Wording {
    let wording = Wording::new(
        "unknown-document",
        format!("aucun document ne s’appelle {}", quoted(Lang::Fr, asked)),
        format!("no document is called “{asked}”"),
    );
    let names = known.iter().filter_map(|path| path.rsplit('/').next());
    match lang::nearest(asked, known.iter().copied().chain(names)) {
        Some(nearest) => wording.suggesting(Some(nearest)),
        None => wording.help(
            "donnez le chemin du fichier ou du dossier, comme content/mission.md",
            "give the path of the file or the folder, such as content/mission.md",
        ),
    }
}

/// A path that ends as several do.
pub fn several_documents(asked: &str, paths: &[&str]) -> Wording {
    let paths = paths.join(", ");
    Wording::new(
        "several-documents",
        format!("plusieurs documents s’appellent {}", quoted(Lang::Fr, asked)),
        format!("several documents are called “{asked}”"),
    )
    .help(format!("donnez un chemin plus long : {paths}"), format!("give a longer path: {paths}"))
}

/// A language that the site does not have.
pub fn unknown_language(code: &str, known: &[&str]) -> Wording {
    let wording = Wording::new(
        "unknown-language",
        format!("ce site n’a pas la langue {}", quoted(Lang::Fr, code)),
        format!("this site has no language “{code}”"),
    );
    match known {
        [] => wording.help(
            format!("ajoutez la ligne [languages.{code}] à jalon.toml"),
            format!("add the line [languages.{code}] to jalon.toml"),
        ),
        [..] => {
            let known = known.join(", ");
            wording.help(
                format!("ses langues : {known}; une autre s’ajoute dans jalon.toml, [languages.{code}]"),
                format!("its languages: {known}; another is added in jalon.toml, [languages.{code}]"),
            )
        }
    }
}

/// The language that documents are translated from.
pub fn first_language(code: &str) -> Wording {
    Wording::new(
        "first-language",
        format!("{} est la langue des originaux : on traduit vers une autre", quoted(Lang::Fr, code)),
        format!("“{code}” is the language of the originals: one translates into another"),
    )
}

/// A unit that no document in question has.
pub fn unknown_unit(asked: &str, known: &[&str]) -> Wording {
    let wording = Wording::new(
        "unknown-unit",
        format!("aucun élément ne s’appelle {}", quoted(Lang::Fr, asked)),
        format!("no unit is called “{asked}”"),
    );
    match lang::nearest(asked, known.iter().copied()) {
        Some(nearest) => wording.suggesting(Some(nearest)),
        None => wording.help(
            "« jalon i18n FICHIER » montre le nom de chaque élément",
            "“jalon i18n FILE” shows the name of each unit",
        ),
    }
}

/// An option that only changes what is marked.
pub fn unit_without_mark() -> Wording {
    Wording::new("unit-without-mark", "--unit ne sert qu’avec --mark", "--unit only goes with --mark")
}

/// A unit of which document?
pub fn unit_without_file() -> Wording {
    Wording::new(
        "unit-without-file",
        "--unit demande aussi le fichier de la traduction",
        "--unit also needs the file of the translation",
    )
    .help(
        "par exemple « jalon i18n --mark content/mission.en.md --unit vision »",
        "for example “jalon i18n --mark content/mission.en.md --unit vision”",
    )
}

/// An option of the answer, where files are changed.
pub fn not_together(option: &str) -> Wording {
    Wording::new(
        "not-together",
        format!("{option} ne va pas avec --mark ni --stub, qui changent des fichiers"),
        format!("{option} does not go with --mark or --stub, which change files"),
    )
}

/// No translation to record anything in.
pub fn nothing_to_mark() -> Wording {
    Wording::new("nothing-to-mark", "aucune traduction à noter", "no translation to record")
        .help("« jalon i18n --all » montre ce qui est traduit", "“jalon i18n --all” shows what is translated")
}

/// A stub of nothing in particular.
pub fn stub_of_what(code: &str) -> Wording {
    Wording::new(
        "stub-of-what",
        "--stub demande les documents à traduire",
        "--stub needs the documents to translate",
    )
    .help(
        format!("par exemple « jalon i18n --stub {code} content/mission.md »"),
        format!("for example “jalon i18n --stub {code} content/mission.md”"),
    )
}

/// A translation that stands where a stub would go.
pub fn already_there() -> Wording {
    Wording::new(
        "already-there",
        "cette traduction existe déjà : elle est laissée telle quelle",
        "this translation already exists: it is left as it is",
    )
    .help("« jalon i18n FICHIER » montre ce qui y manque", "“jalon i18n FILE” shows what it lacks")
}

/// A document that the language of the site does not have.
pub fn no_source(first: &str) -> Wording {
    Wording::new(
        "no-original",
        format!("ce document n’existe pas dans la langue des originaux, {}", quoted(Lang::Fr, first)),
        format!("this document does not exist in the language of the originals, “{first}”"),
    )
}

/// A file in another encoding: what would be written in it could not be read back.
pub fn not_utf8(path: &str) -> Wording {
    Wording::new(
        "not-utf-8",
        format!("{path} n’est pas enregistré en UTF-8 : rien n’y est changé, ni fait d’après lui"),
        format!("{path} is not saved as UTF-8: nothing in it is changed, or made from it"),
    )
    .help("enregistrez-le en UTF-8, puis recommencez", "save it as UTF-8, then try again")
}

/// A header in which nothing can be recorded.
pub fn refused(refused: Refused) -> Wording {
    match refused {
        Refused::BrokenHeader => Wording::new(
            "broken-header",
            "l’en-tête contient des erreurs : rien n’y est noté",
            "the header has errors: nothing is recorded in it",
        )
        .help("« jalon build » les montre; corrigez-les d’abord", "“jalon build” shows them; mend them first"),
        Refused::OtherForm => Wording::new(
            "other-form",
            "la table [translation] de l’en-tête n’a pas la forme que jalon lui donne : rien n’y est noté",
            "the table [translation] of the header is not in the form jalon gives it: nothing is recorded in it",
        )
        .help("enlevez-la, puis recommencez", "remove it, then try again"),
    }
}
