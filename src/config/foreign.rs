//! Settings of other generators, or in everyday words, met in `jalon.toml`: what to write instead.

use crate::record::{ForeignKey, foreign_key as key, needless_key as advice};

/// Settings of other generators, one line each.
pub(super) const KEYS: &[ForeignKey] = &[
    key("baseURL", "base_url"),
    key("baseurl", "base_url"),
    key("url", "base_url"),
    key("languageCode", "default_language"),
    key("locale", "default_language"),
    key("defaultContentLanguage", "default_language"),
    key("menus", "[[menu]]"),
    key("params", "[extra]"),
    key("author", "contact"),
    key("email", "contact"),
    key("nom", "title"),
    key("name", "title"),
    key("titre", "title"),
    key("adresse", "base_url"),
    key("address", "base_url"),
    key("site", "base_url"),
    key("lien", "base_url"),
    key("langue", "default_language"),
    key("language", "default_language"),
    key("lang", "default_language"),
    key("langues", "[languages.en]"),
    key("résumé", "description"),
    key("courriel", "contact"),
    key("thème", "theme"),
    key("états", "[statuses]"),
    advice("compile_sass", "enlevez la ligne; le thème est en CSS", "remove the line; the theme is in CSS"),
    advice(
        "build_search_index",
        "enlevez la ligne; la recherche est là, sauf avec `search = false`",
        "remove the line; search is there, unless `search = false`",
    ),
    advice(
        "generate_feeds",
        "enlevez la ligne; les fils d’actualité sont toujours produits",
        "remove the line; feeds are always made",
    ),
    advice(
        "generate_feed",
        "enlevez la ligne; les fils d’actualité sont toujours produits",
        "remove the line; feeds are always made",
    ),
    advice(
        "generate_sitemap",
        "enlevez la ligne; le plan du site est toujours produit",
        "remove the line; the sitemap is always made",
    ),
    advice("minify_html", "enlevez la ligne", "remove the line"),
    advice(
        "taxonomies",
        "enlevez la table; les mots de `tags` suffisent",
        "remove the table; the words of `tags` are enough",
    ),
    advice("translations", "écrivez les mots dans `words/fr.toml`", "write the words in `words/fr.toml`"),
    advice("markdown", "enlevez la table", "remove the table"),
    advice("markup", "enlevez la table", "remove the table"),
    advice(
        "slugify",
        "enlevez la table; `slug` règle l’adresse d’une page",
        "remove the table; `slug` settles the address of a page",
    ),
    advice(
        "permalinks",
        "enlevez la table; `path` règle l’adresse d’une page",
        "remove the table; `path` settles the address of a page",
    ),
    advice(
        "output_dir",
        "donnez le dossier à la commande : `jalon build -o DOSSIER`",
        "give the folder to the command: `jalon build -o FOLDER`",
    ),
    advice(
        "publishDir",
        "donnez le dossier à la commande : `jalon build -o DOSSIER`",
        "give the folder to the command: `jalon build -o FOLDER`",
    ),
    advice(
        "paginate",
        "écrivez `paginate_by` dans le `_index.md` de la section",
        "write `paginate_by` in the `_index.md` of the section",
    ),
    advice(
        "drafts",
        "donnez l’option à la commande : `jalon build --drafts`",
        "give the option to the command: `jalon build --drafts`",
    ),
    advice(
        "buildDrafts",
        "donnez l’option à la commande : `jalon build --drafts`",
        "give the option to the command: `jalon build --drafts`",
    ),
];

/// Everyday words for the keys of a link of the menu.
pub(super) const MENU_KEYS: &[ForeignKey] = &[
    key("nom", "title"),
    key("name", "title"),
    key("titre", "title"),
    key("lien", "url"),
    key("link", "url"),
    key("adresse", "url"),
    key("address", "url"),
    key("page", "url"),
];

/// Everyday words for the keys of the look.
pub(super) const THEME_KEYS: &[ForeignKey] = &[
    key("nom", "name"),
    key("couleur", "accent"),
    key("color", "accent"),
    key("colour", "accent"),
    key("primary", "accent"),
    key("couleur_sombre", "accent_dark"),
    key("icon", "favicon"),
    key("icone", "favicon"),
    key("police", "font"),
    key("fonts", "font"),
    key("pied", "footer"),
    key("accueil", "home"),
    key("sociaux", "[[theme.social]]"),
    key("menu", "[[menu]]"),
];

/// Keys of a language in other generators.
pub(super) const LANGUAGE_KEYS: &[ForeignKey] = &[
    key("locale", "tag"),
    key("languageCode", "tag"),
    key("languageTag", "tag"),
    key("languageName", "title"),
    key("nom", "title"),
    key("titre", "title"),
    advice(
        "weight",
        "enlevez la ligne; les langues gardent l’ordre écrit",
        "remove the line; languages keep the order written",
    ),
    advice("translations", "écrivez les mots dans `words/en.toml`", "write the words in `words/en.toml`"),
    advice(
        "generate_feeds",
        "enlevez la ligne; les fils d’actualité sont toujours produits",
        "remove the line; feeds are always made",
    ),
    advice(
        "build_search_index",
        "enlevez la ligne; la recherche est là, sauf avec `search = false`",
        "remove the line; search is there, unless `search = false`",
    ),
];
