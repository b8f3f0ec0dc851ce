//! `docs/theme-reference.md`, written from the code and compared with what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::templates::{blocks, components, tokens, words};
use super::views::{self, View, holders, in_words};

const PATH: &str = "docs/theme-reference.md";

/// Beyond that, a view is found nearly everywhere.
const MOST_PLACES: usize = 12;

const OPENING: &str = "\
# Ce qu’un thème peut lire

Cette page est tirée du code de jalon par un test; le mode d’emploi est dans [theme.md](theme.md).
Les commentaires des champs sont ceux du code, en anglais.
Un champ dont le commentaire dit « HTML » s’écrit tel quel, avec `| safe`; tous les autres sont du texte, que le moteur protège.
Les adresses sont relatives à la page, sauf quand le commentaire dit le contraire.

- [Les gabarits et ce qu’ils lisent](#les-gabarits-et-ce-quils-lisent)
- [Les vues](#les-vues)
- [Les composants](#les-composants)
- [Les blocs](#les-blocs)
- [Les variables du style](#les-variables-du-style)
- [Les mots](#les-mots)
";

const NAMES_OF_PAGES: &str = "`page`, `frame`, `site`, `words`";

const EXTRA: &str = "
`page.extra` donne ce que l’en-tête du document range sous `[extra]`, et `site.extra` ce que `jalon.toml` y range\u{a0}: textes, nombres, listes et tables, tels qu’écrits; une date est un texte, `2026-05-20`.
Toutes les pages d’un document ont le même `page.extra`, celles d’un plan aussi; il est vide pour une page qu’aucun document ne fait.
";

const MAIN_WORDS: &str = "
Une page dont le document n’existe que dans une autre langue a deux langues\u{a0}: `words` est celle du site, `main_words` celle du document.
`base.html` met `main_words` à la place de `words` dans `<main>`; un gabarit qui ne le prolonge pas choisit lui-même.
Ailleurs, `main_words` et `words` sont les mêmes.
";

fn reference() -> String {
    let views = views::read();
    let parts =
        [of_templates(&views), of_views(&views), of_components(), of_blocks(), of_tokens(), of_words()];
    format!("{OPENING}{}", parts.concat())
}

/// Text for a cell of a table: nothing in it is HTML, and code stays as it is.
fn cell(text: &str) -> String {
    let text = text.replace('|', "\\|");
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { part.replace('<', "\\<") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn table(titles: &str, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let n_columns = titles.split(" | ").count();
    let mut table = format!("\n| {titles} |\n|{}\n", "---|".repeat(n_columns));
    for row in rows {
        assert_eq!(row.len(), n_columns, "{row:?}");
        writeln!(table, "| {} |", row.join(" | ").trim_end()).unwrap();
    }
    table
}

/// The views a template reads itself, by the name of the template.
fn by_template(views: &[View]) -> BTreeMap<String, &View> {
    let folder = |view: &View| if view.module == "shortcodes" { "shortcodes/" } else { "" };
    views
        .iter()
        .flat_map(|view| {
            view.templates().into_iter().map(move |name| (format!("{}{name}", folder(view)), view))
        })
        .collect()
}

fn of_templates(views: &[View]) -> String {
    let rows = by_template(views).into_iter().map(|(template, view)| {
        let title = view.title(views);
        let names = if view.module == "shortcodes" { "`shortcode`, `site`, `words`" } else { NAMES_OF_PAGES };
        vec![format!("`{template}`"), format!("[`{title}`](#{})", views::anchor(&title)), names.to_owned()]
    });
    format!(
        "\n## Les gabarits et ce qu’ils lisent\n\nUn gabarit de page lit `page`, la vue de sa ligne; `frame`, la vue [`Frame`](#frame), la même pour toutes les pages; `site`, ce que les réglages ajoutent; et `words`, les [mots](#les-mots) de sa langue.\nUn composant de texte (`{{{{ figure(…) }}}}`) lit `shortcode`, `site` et `words`.\nLes autres fichiers de `templates/` sont appelés par ceux-là.\n{EXTRA}{MAIN_WORDS}{}",
        table("Gabarit | Vue | Noms", rows)
    )
}

fn of_views(views: &[View]) -> String {
    let (holders, roots) = (holders(views), by_template(views));
    let mut text = "\n## Les vues\n".to_owned();
    for view in views {
        let title = view.title(views);
        let mut places: Vec<String> = roots
            .iter()
            .filter(|(_, root)| root.title(views) == title)
            .map(|(template, _)| format!("le gabarit `{template}`"))
            .collect();
        if title == "Frame" {
            places.push("tous les gabarits de page, sous le nom `frame`".to_owned());
        }
        places.extend(holders.get(&title).into_iter().flatten().cloned());
        assert!(!places.is_empty(), "no template reads {title}: name it in the comment of the view");
        let rows = view.fields.iter().map(|field| {
            let contains = in_words(views, &view.module, &field.kind);
            vec![format!("`{}`", field.name), contains, cell(&field.comment)]
        });
        let comment = cell(&view.comment);
        let n_more = places.len().saturating_sub(MOST_PLACES);
        places.truncate(MOST_PLACES);
        let more = if n_more > 0 { format!(" et {n_more} autres champs") } else { String::new() };
        let places = format!("{}{more}", places.join(", "));
        write!(
            text,
            "\n### {title}\n\n{comment}\n\nSe lit dans\u{a0}: {places}.\n{}",
            table("Champ | Contient | Commentaire", rows)
        )
        .unwrap();
    }
    text
}

fn of_components() -> String {
    let rows = components().into_iter().map(|it| {
        let parameters: Vec<String> =
            it.parameters.iter().map(|parameter| format!("`{parameter}`")).collect();
        vec![format!("`{}`", it.name), parameters.join(", "), format!("`{}`", it.file), cell(&it.comment)]
    });
    format!(
        "\n## Les composants\n\nUn composant s’appelle de n’importe quel gabarit\u{a0}: `{{{{ <dated sentence={{words.footer.updated}} date={{frame.updated}} /> }}}}`.\nUn paramètre suivi de `=` peut manquer; `@words` vient tout seul.\n{}",
        table("Composant | Paramètres | Fichier | Commentaire", rows)
    )
}

fn of_blocks() -> String {
    let rows = blocks().into_iter().map(|(name, givers)| {
        let givers: Vec<String> = givers.iter().map(|file| format!("`{file}`")).collect();
        vec![format!("`{name}`"), givers.join(", ")]
    });
    format!(
        "\n## Les blocs\n\nUn gabarit qui commence par `{{% extends \"base.html\" %}}` remplit ces blocs de `base.html`, dans cet ordre; ceux qu’il ne nomme pas restent comme ils sont.\n{}",
        table("Bloc | Gabarits qui le remplissent", rows)
    )
}

fn of_tokens() -> String {
    let rows = tokens().into_iter().map(|(name, light, dark)| {
        let dark = dark.map(|dark| format!("`{dark}`")).unwrap_or_default();
        vec![format!("`{name}`"), format!("`{light}`"), dark]
    });
    format!(
        "\n## Les variables du style\n\nElles sont au début de `jalon.css`; `assets/site.css` les change.\nSans valeur pour le mode sombre, c’est la même dans les deux.\n{}",
        table("Variable | Valeur | En mode sombre", rows)
    )
}

fn of_words() -> String {
    let english: BTreeMap<String, String> = words("en").into_iter().collect();
    let rows = words("fr").into_iter().map(|(key, fr)| {
        let en = english.get(&key).unwrap_or_else(|| panic!("no English for {key}"));
        vec![format!("`{key}`"), cell(&fr), cell(en)]
    });
    format!(
        "\n## Les mots\n\nUn gabarit les lit par leur clé\u{a0}: `words.footer.contact`.\nCe qui est entre accolades est remplacé par jalon; une clé qui compte a une forme par nombre (`one`, `other`).\n{}",
        table("Clé | Français | Anglais", rows)
    )
}

#[test]
fn the_reference_says_what_the_code_says() {
    let written = reference();
    if std::env::var_os("JALON_WRITE").is_some() {
        std::fs::write(super::root().join(PATH), &written).unwrap();
    }
    let there = super::read(PATH);
    let differs = there.lines().zip(written.lines()).find(|(there, written)| there != written);
    assert!(there == written, "run with JALON_WRITE=1, then read {PATH}: {differs:?}");
}

const FIELDS: &str = "src/theme/fields.rs";

/// The fields that each name of a template can have: those of every view that a template reads itself.
fn fields(views: &[View]) -> String {
    let of = |keeps: &dyn Fn(&View) -> bool, more: &[&str]| -> BTreeSet<String> {
        let named = views.iter().filter(|view| keeps(view)).flat_map(|view| &view.fields);
        named.map(|field| field.name.clone()).chain(more.iter().map(|it| (*it).to_owned())).collect()
    };
    let is_root = |view: &View| !view.templates().is_empty();
    let tables = [
        ("FRAME", of(&|view| view.name == "Frame", &[])),
        ("PAGE", of(&|view| is_root(view) && view.module != "shortcodes", &["extra"])),
        ("SHORTCODE", of(&|view| view.module == "shortcodes", &[])),
        ("SITE", of(&|_| false, &["extra"])),
    ];
    let mut text =
        "//! The fields that templates may read, of pages of any kind: written from `src/view/` by a test.\n"
            .to_owned();
    for (name, fields) in tables {
        let quoted: Vec<String> = fields.iter().map(|field| format!("\"{field}\"")).collect();
        let list = match quoted.as_slice() {
            [only] => format!("[{only}]"),
            several => format!("[\n    {},\n]", several.join(",\n    ")),
        };
        write!(text, "\npub(super) const {name}: [&str; {}] = {list};\n", quoted.len()).unwrap();
    }
    text
}

#[test]
fn the_fields_that_templates_may_name_are_those_of_the_views() {
    let written = fields(&views::read());
    if std::env::var_os("JALON_WRITE").is_some() {
        std::fs::write(super::root().join(FIELDS), &written).unwrap();
    }
    assert!(super::read(FIELDS) == written, "run with JALON_WRITE=1, then read {FIELDS}");
}

#[test]
fn every_template_of_a_page_has_its_view() {
    let views = views::read();
    let named: BTreeSet<String> = by_template(&views).into_keys().collect();
    let parts = ["base.html", "header.html", "footer.html"];
    let there = crate::files("themes/default/templates").into_keys();
    let there: BTreeSet<String> =
        there.filter(|file| !file.starts_with("components/") && !parts.contains(&file.as_str())).collect();
    assert_eq!(named, there);
}

#[test]
fn every_view_has_its_comment_and_its_fields() {
    for view in views::read() {
        assert!(view.comment.ends_with('.') && !view.fields.is_empty(), "{}", view.name);
    }
    let names: Vec<String> = components().into_iter().map(|component| component.name).collect();
    assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len(), "{names:?}");
    assert!(tokens().iter().any(|(name, light, dark)| name == "--paper" && Some(light) != dark.as_ref()));
}
