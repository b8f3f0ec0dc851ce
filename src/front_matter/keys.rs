//! The keys of the header of a document: those of every document, of a page, of a section.

use super::{KINDS, ORDERS};
use crate::record::keys::{Holds, Key, key, words};

/// What a page and a section may both say.
pub const COMMON: &[Key] = &[
    key(
        "title",
        Holds::FilledText,
        "le titre; sans lui, c’est celui de la première ligne `# Titre`",
        "the title; without it, the one of the first line `# Title`",
    ),
    key(
        "description",
        Holds::Text,
        "une phrase pour les listes, les moteurs de recherche et les partages",
        "a sentence for lists, search engines and shared links",
    ),
    key(
        "updated",
        Holds::Date,
        "la date de la dernière mise à jour; pour un plan, le jour où l’on juge des retards",
        "the date of the last update; for a plan, the day on which lateness is judged",
    ),
    key(
        "weight",
        Holds::Integer,
        "le rang dans une section triée par `weight`\u{a0}: les plus petits d’abord",
        "the rank in a section sorted by `weight`: the smallest first",
    ),
    key(
        "draft",
        Holds::Boolean,
        "`true` pour un brouillon, qui n’est pas publié; un `index.md` l’est avec les fichiers de son dossier, une section avec tout ce qu’elle contient",
        "`true` for a draft, not published; an `index.md` is one with the files of its folder, a section with all that it holds",
    ),
    key(
        "slug",
        Holds::FilledText,
        "la dernière partie de l’adresse, à la place du nom du fichier",
        "the last part of the address, instead of the name of the file",
    ),
    key(
        "path",
        Holds::FilledText,
        "l’adresse entière, à la place des dossiers",
        "the whole address, instead of the folders",
    ),
    key(
        "aliases",
        Holds::Texts,
        "les anciennes adresses, qui mènent ici",
        "the old addresses, which lead here",
    ),
    key("template", Holds::FilledText, "le gabarit de la page", "the template of the page"),
    key(
        "image",
        Holds::FilledText,
        "l’image des listes et des partages",
        "the picture of lists and shared links",
    ),
    key(
        "image_alt",
        Holds::Text,
        "ce que montre cette image, pour qui ne la voit pas",
        "what this picture shows, for who does not see it",
    ),
    key(
        "typography",
        Holds::Boolean,
        "`false` montre les textes de ce document tels que tapés",
        "`false` shows the texts of this document as typed",
    ),
    key(
        "translation",
        Holds::Named(&Holds::Text),
        "d’où chaque partie est traduite; `jalon i18n --mark` écrit cette table",
        "what each part is translated from; `jalon i18n --mark` writes this table",
    ),
    key(
        "extra",
        Holds::AnyTable,
        "tout ce que demandent vos gabarits, qui le lisent sous `page.extra`",
        "anything your templates ask for, which read it as `page.extra`",
    ),
];

/// What only a page may say.
pub const PAGE: &[Key] = &[
    key(
        "kind",
        Holds::Word(&words(&KINDS)),
        "la sorte de document; sans elle, une page",
        "the kind of document; without it, a page",
    ),
    key(
        "lang",
        Holds::FilledText,
        "la langue du texte, quand ce n’est pas celle du nom du fichier\u{a0}: `es`",
        "the language of the text, when it is not that of the file’s name: `es`",
    ),
    key("date", Holds::Date, "la date du document", "the date of the document"),
    key("authors", Holds::Texts, "qui a écrit", "who wrote"),
    key("tags", Holds::Texts, "les mots-clés", "the tags"),
    key("plan", Holds::KindTable, "ce que le plan dit de lui-même", "what the plan says of itself"),
    key(
        "synthesis",
        Holds::KindTable,
        "ce que la synthèse dit de la rencontre",
        "what the synthesis says of the workshop",
    ),
    key(
        "mission",
        Holds::KindTable,
        "ce que la mission dit de son adoption",
        "what the mission says of its adoption",
    ),
];

/// What only a section may say.
pub const SECTION: &[Key] = &[
    key(
        "sort_by",
        Holds::Word(&words(&ORDERS)),
        "l’ordre des pages\u{a0}: `date` (les plus récentes d’abord), `title` ou `weight`",
        "the order of the pages: `date` (newest first), `title` or `weight`",
    ),
    key("paginate_by", Holds::Count, "combien de pages par liste", "how many pages in a list"),
    key("archives", Holds::Boolean, "`true` pour une page par année", "`true` for a page for each year"),
];
