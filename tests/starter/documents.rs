//! Skeletons of documents: where each goes, and that it builds.

use std::fs;
use std::path::Path;

use jalon::front_matter::WrittenKind;
use jalon::kind::skeleton::SENTENCES;
use jalon::lang::Lang;
use jalon::pipeline::Drafts;
use jalon::starter::document::{Wish, draft};
use jalon::starter::site::{self, Hosting, Sample};

use crate::{Files, build, day, said};

const KINDS: [WrittenKind; 5] =
    [WrittenKind::Plan, WrittenKind::Synthesis, WrittenKind::Mission, WrittenKind::News, WrittenKind::Page];

fn files(written: &[(&str, &str)]) -> Files {
    written.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

fn wish(kind: WrittenKind, title: &str) -> Wish {
    Wish { kind, title: title.to_owned(), language: None, date: day("2026-03-09") }
}

/// The path of a new document, or why there is none.
fn path(files: &Files, wish: &Wish) -> String {
    match draft(wish, files) {
        Ok(draft) => draft.path,
        Err(fault) => fault.wording().message.words(Lang::En),
    }
}

#[test]
fn a_document_goes_to_its_usual_place_in_an_empty_site() {
    let check = |kind, title: &str, fr: &str, en: &str| {
        let site = |settings| files(&[("jalon.toml", settings)]);
        assert_eq!(path(&site(""), &wish(kind, title)), fr);
        assert_eq!(path(&site("default_language = \"en\"\n"), &wish(kind, title)), en);
    };
    let both = "content/plans/2026-2027/index.md";
    check(WrittenKind::Plan, "Plan d’action 2026-2027", both, both);
    check(WrittenKind::Plan, "Action plan 2026-2027", both, both);
    let named = "content/plans/plan-logement/index.md";
    check(WrittenKind::Plan, "Plan logement", named, named);
    check(
        WrittenKind::Synthesis,
        "Où va l’été?",
        "content/ateliers/2026-03-09-ou-va-l-ete.md",
        "content/workshops/2026-03-09-ou-va-l-ete.md",
    );
    check(
        WrittenKind::News,
        "Ça y est!",
        "content/actualites/2026-03-09-ca-y-est.md",
        "content/news/2026-03-09-ca-y-est.md",
    );
    check(WrittenKind::Mission, "Qui nous sommes", "content/mission.md", "content/mission.md");
    check(WrittenKind::Page, "Nous joindre", "content/nous-joindre.md", "content/nous-joindre.md");
}

#[test]
fn a_document_goes_beside_its_own_kind() {
    let check = |there: &[&str], kind: WrittenKind, name: &str, expected: &str| {
        let text = format!("+++\nkind = \"{name}\"\ntitle = \"A\"\n+++\n");
        let there: Vec<(&str, &str)> = there.iter().map(|path| (*path, text.as_str())).collect();
        assert_eq!(path(&files(&there), &wish(kind, "Autre 2026")), expected);
    };
    check(&["content/blogue/a.md"], WrittenKind::News, "news", "content/blogue/2026-03-09-autre-2026.md");
    check(
        &["content/blogue/a.md", "content/infos/b.md", "content/infos/c.md"],
        WrittenKind::News,
        "actualite",
        "content/infos/2026-03-09-autre-2026.md",
    );
    check(
        &["content/nouvelles/2024/a.md", "content/nouvelles/2025/b.md"],
        WrittenKind::News,
        "news",
        "content/nouvelles/2026/2026-03-09-autre-2026.md",
    );
    check(&["content/plans/2025.md"], WrittenKind::Plan, "plan", "content/plans/autre-2026.md");
    check(
        &["content/nos-plans/2025/index.md"],
        WrittenKind::Plan,
        "plan",
        "content/nos-plans/autre-2026/index.md",
    );
    check(
        &["content/rencontres/hiver/index.md"],
        WrittenKind::Synthesis,
        "atelier",
        "content/rencontres/2026-03-09-autre-2026/index.md",
    );
    check(
        &["content/nouvelles/a.md"],
        WrittenKind::News,
        "page",
        "content/nouvelles/2026-03-09-autre-2026.md",
    );
}

#[test]
fn another_language_is_in_the_name_of_the_file() {
    let site = files(&[
        ("jalon.toml", "[languages.fr]\n[languages.en]\n"),
        ("content/mission.md", "+++\nkind = \"mission\"\n+++\n"),
    ]);
    let check = |kind, language: &str, expected: &str| {
        let wish = Wish { language: Some(language.to_owned()), ..wish(kind, "Our story") };
        assert_eq!(path(&site, &wish), expected);
    };
    check(WrittenKind::Page, "en", "content/our-story.en.md");
    check(WrittenKind::Page, "fr", "content/our-story.md");
    check(WrittenKind::Plan, "en", "content/plans/our-story/index.en.md");
    check(WrittenKind::News, "en", "content/actualites/2026-03-09-our-story.en.md");
    check(WrittenKind::Mission, "en", "content/mission.en.md");
    check(WrittenKind::Mission, "fr", "the site already has its mission statement, in content/mission.md");
    check(WrittenKind::Page, "es", "“es” is not a language of this site");
    let wish = Wish { language: Some("en".to_owned()), ..wish(WrittenKind::Page, "Our story") };
    assert!(draft(&wish, &site).unwrap().text.contains("Replace these lines"));
}

#[test]
fn what_is_there_is_never_overwritten() {
    let check = |there: &str, kind: WrittenKind, title: &str| {
        let expected = format!("{there} already exists and was left as it is");
        assert_eq!(path(&files(&[(there, "Bonjour.\n")]), &wish(kind, title)), expected);
    };
    check("content/nous-joindre.md", WrittenKind::Page, "Nous joindre");
    check("content/nous-joindre/index.md", WrittenKind::Page, "Nous joindre");
    check("content/plans/2026.md", WrittenKind::Plan, "Plan 2026");
    check("content/actualites/2026-03-09-a.md", WrittenKind::News, "À!");
}

#[test]
fn a_title_without_a_letter_is_refused() {
    for title in ["", "  ", "???", "—"] {
        let said = path(&files(&[]), &wish(WrittenKind::Page, title));
        assert!(said.ends_with("has no letter to make an address from"), "{title}: {said}");
    }
}

/// Adds a document of each kind to a site, in each of its languages.
fn with_one_of_each(mut site: Files, title: &str, languages: &[&str]) -> Files {
    for kind in KINDS {
        for language in languages {
            let wish = Wish { language: Some((*language).to_owned()), ..wish(kind, title) };
            // The sample already has its mission.
            if let Ok(draft) = draft(&wish, &site) {
                site.insert(draft.path, draft.text.into_bytes().into());
            }
        }
    }
    site
}

#[test]
fn skeletons_build_without_a_word_as_drafts_and_are_told_when_published() {
    let settings = |language: &str| {
        format!("title = \"A\"\nbase_url = \"https://example.org/\"\ndefault_language = \"{language}\"\n")
    };
    for language in ["fr", "en"] {
        for title in ["Printemps 2026-2027", "Les \"beaux\" jours \\ d’été", "2027"] {
            let settings = settings(language);
            let home = ("content/_index.md", "+++\ntitle = \"A\"\n+++\n\nBonjour.\n");
            let site = with_one_of_each(files(&[("jalon.toml", &settings), home]), title, &[language]);
            assert_eq!(site.len(), 7);
            for drafts in [Drafts::LeftOut, Drafts::Included] {
                assert_eq!(said(&build(&site, day("2026-03-09"), drafts)), [""; 0], "{title}");
            }
            let published: Files = site
                .into_iter()
                .map(|(path, bytes)| {
                    let text = String::from_utf8(bytes.to_vec()).unwrap().replace("draft = true\n", "");
                    (path, text.into_bytes().into())
                })
                .collect();
            let outcome = build(&published, day("2026-03-09"), Drafts::LeftOut);
            // Each is told of once, and of nothing else.
            let told = outcome.diagnostics.iter();
            let told: Vec<(&str, &str)> = told.map(|it| (it.problem.code(), it.path.as_str())).collect();
            let documents =
                published.keys().filter(|path| !path.ends_with("_index.md") && path.ends_with(".md"));
            let expected: Vec<(&str, &str)> =
                documents.map(|path| ("skeleton-text", path.as_str())).collect();
            assert_eq!(told, expected, "{title}");
            assert_eq!(outcome.n_actions, 2);
        }
    }
}

#[test]
fn every_sentence_that_is_told_is_of_a_skeleton() {
    let site = files(&[("jalon.toml", "[languages.fr]\n[languages.en]\n")]);
    let site = with_one_of_each(site, "Printemps 2026", &["fr", "en"]);
    let skeletons: String = site.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    let skeletons = skeletons.replace('\u{a0}', " ");
    let missing: Vec<&&str> = SENTENCES.iter().filter(|sentence| !skeletons.contains(**sentence)).collect();
    assert_eq!(missing, [&""; 0]);
}

#[test]
fn skeletons_build_in_the_sample_site() {
    for lang in [Lang::Fr, Lang::En] {
        let wish = site::Wish {
            title: None,
            lang,
            sample: Sample::Full,
            hosting: Hosting::None,
            today: day("2026-03-09"),
        };
        let files = site::files(&wish);
        let of_site =
            files.into_iter().filter(|(path, _)| path == "jalon.toml" || path.starts_with("content/"));
        let site: Files = of_site.map(|(path, text)| (path, text.into_bytes().into())).collect();
        let n_before = site.len();
        let site = with_one_of_each(site, "Printemps 2028", &[lang.code()]);
        assert_eq!(site.len(), n_before + 4);
        assert_eq!(said(&build(&site, day("2026-03-09"), Drafts::Included)), [""; 0]);
    }
}

/// What jalon reads of the demonstration site.
fn demonstration() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = ["jalon.toml", "content", "static", "templates", "assets", "words"]
        .into_iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).into_iter().flatten());
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap().into())
        })
        .collect()
}

#[test]
fn documents_of_each_kind_go_beside_those_of_the_demonstration() {
    let site = demonstration();
    let check = |kind, expected: &str| assert_eq!(path(&site, &wish(kind, "Printemps 2028")), expected);
    check(WrittenKind::Plan, "content/plans/printemps-2028/index.md");
    check(WrittenKind::Synthesis, "content/ateliers/2026-03-09-printemps-2028.md");
    check(WrittenKind::News, "content/actualites/2026-03-09-printemps-2028.md");
    check(WrittenKind::Page, "content/printemps-2028.md");
    check(WrittenKind::Mission, "the site already has its mission statement, in content/mission.md");
    let before = said(&build(&site, day("2026-05-07"), Drafts::Included));
    let site = with_one_of_each(site, "Printemps 2028", &["fr"]);
    assert_eq!(said(&build(&site, day("2026-05-07"), Drafts::Included)), before);
}
