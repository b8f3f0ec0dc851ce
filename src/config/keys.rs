//! The keys of `jalon.toml`, in the order in which they are explained.

use super::{STATUSES, hosting, languages, look, menu, plans, typesetting};
use crate::record::keys::{Holds, Key, key};

/// The keys of the settings.
pub const KEYS: &[Key] = &[
    key("title", Holds::FilledText, "le nom du site", "the name of the site"),
    key(
        "base_url",
        Holds::Text,
        "l’adresse publique du site\u{a0}: `https://exemple.org/asso/`",
        "the public address of the site: `https://example.org/asso/`",
    ),
    key(
        "description",
        Holds::Text,
        "une phrase pour les moteurs de recherche, les partages et les fils d’actualité",
        "a sentence for search engines, shared links and feeds",
    ),
    key(
        "default_language",
        Holds::FilledText,
        "la langue des fichiers sans code de langue dans leur nom, à la racine du site\u{a0}: `fr`",
        "the language of files without a language code in their name, at the root of the site: `fr`",
    ),
    key(
        "prefix_default_language",
        Holds::Boolean,
        "`true` met cette langue aussi sous une adresse à elle (`/fr/`); `/` y mène alors",
        "`true` has that language under an address of its own too (`/fr/`); `/` then leads to it",
    ),
    key(
        "languages",
        Holds::Named(&Holds::Table(languages::KEYS)),
        "les langues du site, une table pour chacune\u{a0}: `[languages.en]`",
        "the languages of the site, a table for each: `[languages.en]`",
    ),
    key(
        "theme",
        Holds::Either(&[Holds::FilledText, Holds::Table(look::KEYS)]),
        "l’allure du site\u{a0}: le nom d’un dossier de themes/, ou la table `[theme]`",
        "the look of the site: the name of a folder of themes/, or the table `[theme]`",
    ),
    key(
        "statuses",
        Holds::Named(&Holds::Word(&STATUSES)),
        "vos mots pour l’état d’une action, et la clé de chacun\u{a0}: `\"sur les rails\" = \"in-progress\"`",
        "your words for the status of an action, and the key of each: `\"on the rails\" = \"in-progress\"`",
    ),
    key(
        "events",
        Holds::Tables(plans::EVENT_KEYS),
        "vos rendez-vous, pour qu’un échéancier comme « AGA 2026 » ait sa date",
        "your events, so that a timeframe such as “AGM 2026” has its date",
    ),
    key(
        "calendar",
        Holds::Table(plans::CALENDAR_KEYS),
        "comment vos années se découpent",
        "how your years are cut",
    ),
    key(
        "people",
        Holds::Named(&Holds::Either(&[Holds::FilledText, Holds::Table(plans::PERSON_KEYS)])),
        "des noms courts, et le nom au long affiché à leur place",
        "short names, and the full name shown instead",
    ),
    key(
        "menu",
        Holds::Tables(menu::KEYS),
        "les liens du menu, dans l’ordre",
        "the links of the menu, in order",
    ),
    key(
        "typography",
        Holds::Either(&[Holds::Boolean, Holds::Word(&typesetting::WORDS)]),
        "`false` montre les textes tels que tapés; `thin` met une espace fine devant `;`, `!` et `?`",
        "`false` shows texts as typed; `thin` puts a thin space before `;`, `!` and `?` in French",
    ),
    key("glossary", Holds::Table(GLOSSARY_KEYS), "ce qui touche aux sigles", "what is about acronyms"),
    key("search", Holds::Boolean, "`false` pour un site sans recherche", "`false` for a site without search"),
    key("contact", Holds::Text, "où écrire à l’association", "where to write to the association"),
    key(
        "hosting",
        Holds::Table(hosting::KEYS),
        "ce qui est écrit pour l’hébergeur",
        "what is written for the host",
    ),
    key(
        "extra",
        Holds::AnyTable,
        "tout ce que demandent vos gabarits, qui le lisent sous `site.extra`",
        "anything your templates ask for, which read it as `site.extra`",
    ),
];

/// The keys of `[glossary]`.
pub const GLOSSARY_KEYS: &[Key] = &[key(
    "ignore",
    Holds::Texts,
    "les sigles qui n’ont pas à être expliqués",
    "acronyms that need no explanation",
)];
