//! The specimen of the theme (`docs/specimen/`): it builds without a word, and shows all that the theme draws.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the specimen and the theme, and stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jalon::date::Date;
use jalon::kind::plan::status::StatusKey;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use serde_json::Value;

/// Every file of a folder of the project, by path inside it.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let walk = walkdir::WalkDir::new(&root).into_iter().map(|entry| entry.unwrap());
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The specimen, with templates laid over those of the theme.
fn build(templates: &BTreeMap<String, String>) -> Outcome {
    let laid = templates.iter().map(|(path, text)| (format!("templates/{path}"), text.clone().into_bytes()));
    let files: BTreeMap<String, Arc<[u8]>> =
        files("docs/specimen").into_iter().chain(laid).map(|(path, bytes)| (path, bytes.into())).collect();
    let build_day = Date::new(2026, 2, 20).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

fn said(outcome: &Outcome) -> Vec<String> {
    outcome.diagnostics.iter().map(|it| format!("{}: {}", it.path, it.problem.message(Lang::Fr))).collect()
}

fn text(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap()
}

/// The templates of the theme, each piece saying its name where it is written.
struct Marked {
    templates: BTreeMap<String, String>,
    names: BTreeSet<String>,
}

impl Marked {
    fn theme() -> Marked {
        let mut marked = Marked { templates: BTreeMap::new(), names: BTreeSet::new() };
        for (path, bytes) in files("themes/default/templates") {
            let template = String::from_utf8(bytes).unwrap();
            let template = marked.mark(&path, &template);
            marked.templates.insert(path, template);
        }
        marked
    }

    /// A file of components says the name of each; a page, that of its file inside its body.
    fn mark(&mut self, path: &str, template: &str) -> String {
        if template.contains("{% component ") {
            return self.mark_components(template);
        }
        let mark = self.named(path);
        for opening in ["<body>\n", "{% block main %}"] {
            if let Some((before, after)) = template.split_once(opening) {
                return format!("{before}{opening}{mark}{after}");
            }
        }
        format!("{mark}{template}")
    }

    fn mark_components(&mut self, template: &str) -> String {
        let mut pieces = template.split("{% component ");
        let mut written = pieces.next().unwrap().to_owned();
        for piece in pieces {
            let (opening, body) = piece.split_once("%}").unwrap();
            let (name, _) = opening.split_once('(').unwrap();
            let mark = self.named(name);
            written.push_str(&format!("{{% component {opening}%}}{mark}{body}"));
        }
        written
    }

    /// Signs that no text of the specimen holds, and that may stand in a tag as well.
    fn named(&mut self, name: &str) -> String {
        self.names.insert(name.to_owned());
        format!("⟦{name}⟧")
    }

    /// The pieces that no page of the specimen shows.
    fn absent(self) -> Vec<String> {
        let outcome = build(&self.templates);
        assert_eq!(said(&outcome), Vec::<String>::new(), "marks change nothing that is read");
        let pages: Vec<String> = outcome
            .files
            .keys()
            .filter(|path| path.ends_with(".html"))
            .map(|path| text(&outcome, path))
            .collect();
        let is_shown = |name: &String| pages.iter().any(|page| page.contains(&format!("⟦{name}⟧")));
        self.names.into_iter().filter(|name| !is_shown(name)).collect()
    }
}

#[test]
fn the_specimen_builds_without_a_word() {
    assert_eq!(said(&build(&BTreeMap::new())), Vec::<String>::new());
}

#[test]
fn every_template_and_component_of_the_theme_is_shown() {
    assert_eq!(Marked::theme().absent(), Vec::<String>::new(), "give these a place in docs/specimen/");
}

#[test]
fn a_component_that_no_page_shows_is_told() {
    let mut marked = Marked::theme();
    let text = marked.templates["components/text.html"].clone();
    let text = marked.mark(
        "components/text.html",
        &(text + "{% component forgotten() -%}<p>Oublié</p>{%- endcomponent forgotten %}\n"),
    );
    marked.templates.insert("components/text.html".to_owned(), text);
    assert_eq!(marked.absent(), ["forgotten"]);
}

#[test]
fn every_state_is_shown_in_both_languages() {
    let outcome = build(&BTreeMap::new());
    for page in ["fr/plans/etats/index.html", "en/plans/etats/index.html"] {
        let html = text(&outcome, page);
        for key in StatusKey::ALL.map(StatusKey::key) {
            for class in [format!("\"tag tag-{key}\""), format!("\"segment segment-{key}\"")] {
                assert!(html.contains(&class), "{page}: no {class}");
            }
        }
        assert!(html.contains("tag-late"), "{page}");
    }
}

#[test]
fn a_plan_is_shown_at_every_stage() {
    let outcome = build(&BTreeMap::new());
    for (plan, banner) in [("projet", "proposed"), ("clos", "closed"), ("remplace", "replaced")] {
        let html = text(&outcome, &format!("fr/plans/{plan}/index.html"));
        assert!(html.contains(&format!("banner-{banner}")), "{plan}");
    }
    assert!(!text(&outcome, "fr/plans/etats/index.html").contains("banner-"));
}

/// The forms of a timeframe, as the code names them.
fn forms() -> BTreeSet<String> {
    let source =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/kind/plan/timeframe/mod.rs"))
            .unwrap();
    let (_, after) = source.split_once("pub enum TimeframeKind {\n").unwrap();
    let (variants, _) = after.split_once("\n}").unwrap();
    let variants = variants.lines().map(|line| line.trim().trim_end_matches(','));
    variants.filter(|line| !line.starts_with("//")).map(kebab).collect()
}

/// `fiscal-year` for `FiscalYear`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(letter.to_lowercase());
    }
    kebab
}

#[test]
fn every_form_of_timeframe_is_shown() {
    let outcome = build(&BTreeMap::new());
    let plan: Value = serde_json::from_slice(&outcome.files["fr/plans/etats/plan.json"].bytes).unwrap();
    let objectives = plan["orientations"].as_array().unwrap().iter();
    let objectives = objectives.flat_map(|it| it["objectives"].as_array().unwrap());
    let actions = objectives.flat_map(|it| it["actions"].as_array().unwrap());
    let shown: BTreeSet<String> =
        actions.filter_map(|it| it["timeframe"]["kind"].as_str()).map(str::to_owned).collect();
    assert_eq!(shown, forms());
}
