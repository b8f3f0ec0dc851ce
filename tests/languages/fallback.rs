//! Documents shown in a language they have no version in.

use crate::{BILINGUAL, NOTICE, PLAN, build, file, head, said, same, tree};

const HOME: &str = "=== content/_index.md\n# Accueil\n=== content/_index.en.md\n# Welcome\n";
const TEAM: &str = "=== content/equipe.md\n+++\ntitle = \"L’équipe\"\ntags = [\"gens\"]\naliases = [\"nous\"]\n+++\n\nEn place ! Voir [le plan](@/plans/p/index.md#1.1), [la mission](mission.md) et [l’absente](absente.md).\n";
const MISSION: &str = "=== content/mission.md\n# Mission\n=== content/mission.en.md\n# Our mission\n";

#[test]
fn nothing_stands_in_unless_the_site_asks() {
    same(
        &tree(&format!("{BILINGUAL}{HOME}=== content/a.md\n# A\n")),
        "404.html\na/index.html\nen/404.html\nen/index.html\nindex.html",
    );
}

#[test]
fn every_document_has_a_page_where_the_site_asks() {
    same(
        &tree(&format!("{NOTICE}{HOME}{PLAN}")),
        "404.html
        en/404.html
        en/index.html
        en/method/index.html
        en/plans/index.html
        en/plans/p/1.1.1/index.html
        en/plans/p/actions/index.html
        en/plans/p/calendar/index.html
        en/plans/p/changes/index.html
        en/plans/p/index.html
        en/plans/p/orientation-1/index.html
        en/plans/p/report/index.html
        en/plans/p/responsible/index.html
        index.html
        methode/index.html
        plans/index.html
        plans/p/1.1.1/index.html
        plans/p/actions/index.html
        plans/p/bilan/index.html
        plans/p/calendrier/index.html
        plans/p/changements/index.html
        plans/p/index.html
        plans/p/orientation-1/index.html
        plans/p/responsables/index.html",
    );
}

#[test]
fn a_language_without_any_document_of_its_own_stays_empty() {
    same(&tree(&format!("{NOTICE}=== content/a.md\n# A\n")), "404.html\na/index.html\nindex.html");
}

#[test]
fn a_page_that_stands_in_is_marked_and_kept_out_of_search_engines() {
    let outcome = build(&format!("{NOTICE}{HOME}{TEAM}{MISSION}{PLAN}"));
    same(
        &head(&outcome, "en/equipe/index.html"),
        r#"
        <html lang="en-CA">
        <meta name="robots" content="noindex">
        "canonical" "…/equipe/">
        <main id="_main" tabindex="-1" class="article" lang="fr-CA">
        <li><a href="../../equipe/" lang="fr-CA" hreflang="fr-CA">Français</a></li>
        "#,
    );
    let html = file(&outcome, "en/equipe/index.html");
    for words in [
        "This page is not translated.",
        "Original page: <a href=\"../../equipe/\" hreflang=\"fr-CA\" lang=\"fr-CA\">Français</a>",
        "aria-label=\"Main menu\"",
        "<span aria-current=\"page\" lang=\"fr-CA\">L’équipe</span>",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    same(
        &head(&outcome, "equipe/index.html"),
        r#"
        <html lang="fr-CA">
        "canonical" "…/equipe/">
        <li><a href="../en/equipe/" lang="en-CA" hreflang="en-CA">English</a></li>
        "#,
    );
}

#[test]
fn every_page_of_a_plan_that_stands_in_leads_search_engines_to_its_source() {
    let outcome = build(&format!("{NOTICE}{HOME}{PLAN}"));
    for (page, source) in [
        ("", ""),
        ("report/", "bilan/"),
        ("orientation-1/", "orientation-1/"),
        ("1.1.1/", "1.1.1/"),
        ("changes/", "changements/"),
    ] {
        let head = head(&outcome, &format!("en/plans/p/{page}index.html"));
        assert!(head.contains("noindex"), "{head}");
        assert!(head.contains(&format!("\"canonical\" \"…/plans/p/{source}\"")), "{head}");
        assert!(!head.contains("alternate"), "{head}");
        assert!(head.contains("<main") && head.contains("lang=\"fr-CA\""), "{head}");
    }
}

#[test]
fn the_text_is_set_and_labelled_in_its_own_language() {
    let outcome = build(&format!("{NOTICE}{HOME}{PLAN}{TEAM}{MISSION}"));
    let plan = file(&outcome, "en/plans/p/index.html");
    let (around, inside) = plan.split_once("<main").expect("a page has a main");
    assert!(inside.contains("Acheter l’huile!") && inside.contains("En cours"), "{inside}");
    assert!(around.contains("Skip to content") && !around.contains("Accueil"), "{around}");
    let (_, footer) = inside.split_once("</main>").expect("a main ends");
    assert!(footer.contains("How we measure"), "{footer}");
}

#[test]
fn what_a_shortcode_says_is_in_the_language_of_the_text_around_it() {
    let translated = "=== content/plans/p/index.en.md\n+++\ntitle = \"The plan\"\n+++\n\n## Goal 1: Light\n\n### 1.1 Find oil\n\n\
                      | No | Action |\n|---|---|\n| 1.1.1 | Buy oil |\n";
    let page = "=== content/a.md\n# Nouvelle\n\n{{ progress(plan=\"p\") }}\n\n{{ actions(plan=\"p\") }}\n";
    for plan in [PLAN.to_owned(), format!("{PLAN}{translated}")] {
        let html = file(&build(&format!("{NOTICE}{HOME}{plan}{page}")), "en/a/index.html");
        let (_, inside) = html.split_once("<main").expect("a page has a main");
        assert!(inside.contains("Acheter l’huile") && inside.contains("En cours"), "{inside}");
        assert!(!inside.contains("In progress") && !inside.contains("Buy oil"), "{inside}");
    }
}

#[test]
fn a_translation_says_the_kind_of_its_source() {
    let site = |header: &str| {
        format!(
            "{BILINGUAL}{HOME}=== content/mission.md\n+++\nkind = \"mission\"\n+++\n\n## Mission\n\nÉclairer.\n=== content/mission.en.md\n+++\ntitle = \"Mission\"\n{header}+++\n\n## Mission\n\nLight.\n"
        )
    };
    let told = said(&build(&site("")));
    assert!(
        told.iter().any(|it| it.contains("traduit content/mission.md, mais n’est pas du même genre")),
        "{told:?}"
    );
    let told = said(&build(&site("kind = \"mission\"\n")));
    assert!(!told.iter().any(|it| it.contains("genre")), "{told:?}");
}

#[test]
fn the_text_keeps_its_direction_and_typography_in_any_language() {
    let settings = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n[languages.fr]\n[languages.ar]\nfallback = \"notice\"\n";
    let site = format!("{settings}=== content/_index.md\n# Accueil\n=== content/_index.ar.md\n# أهلا\n{PLAN}");
    let plan = file(&build(&site), "ar/plans/p/index.html");
    let (around, inside) = plan.split_once("<main").expect("a page has a main");
    assert!(around.contains("<html lang=\"ar\" dir=\"rtl\">"), "{around}");
    let (start, _) = inside.split_once('>').expect("a tag ends");
    assert!(start.ends_with("lang=\"fr-CA\" dir=\"ltr\""), "{start}");
    assert!(inside.contains("Acheter l’huile!"), "{inside}");
    let as_typed = site.replace("[languages.fr]", "typography = false\n[languages.fr]");
    assert!(file(&build(&as_typed), "ar/plans/p/index.html").contains("Acheter l’huile !"));
}

#[test]
fn links_of_a_page_that_stands_in_stay_in_the_language_of_the_visitor() {
    let outcome = build(&format!("{NOTICE}{HOME}{PLAN}{TEAM}{MISSION}"));
    let html = file(&outcome, "en/equipe/index.html");
    assert!(html.contains("href=\"../plans/p/#1.1\"") && html.contains("href=\"../mission/\""), "{html}");
    let said = said(&outcome);
    assert_eq!(said.len(), 1, "what is wrong is told once: {said:?}");
}

#[test]
fn what_stands_in_is_in_no_feed_no_tag_and_no_sitemap() {
    let news = "=== content/nouvelles/2026-01-05-fete.md\n+++\ntitle = \"Fête\"\ntags = [\"mer\"]\n+++\n\nUn soir.\n\
                === content/nouvelles/2026-01-06-nuit.md\n+++\ntitle = \"Nuit\"\ntags = [\"mer\"]\n+++\n=== content/nouvelles/2026-01-06-nuit.en.md\n+++\ntitle = \"Night\"\ntags = [\"mer\"]\n+++\n";
    let outcome = build(&format!("{NOTICE}{HOME}{news}"));
    assert!(outcome.files.contains_key("en/nouvelles/fete/index.html"));
    for (path, absent) in
        [("en/atom.xml", "Fête"), ("sitemap.xml", "/en/nouvelles/fete/"), ("en/tags/mer/index.html", "Fête")]
    {
        let text = file(&outcome, path);
        assert!(!text.contains(absent), "{absent} in {path}: {text}");
    }
    assert!(file(&outcome, "en/atom.xml").contains("Night"));
}

#[test]
fn lists_mark_what_stands_in() {
    let news = "=== content/nouvelles/_index.md\n# Nouvelles\n=== content/nouvelles/_index.en.md\n# News\n\
                === content/nouvelles/2026-01-05-fete.md\n# Fête\n\nUn soir.\n=== content/nouvelles/2026-01-06-nuit.md\n# Nuit\n=== content/nouvelles/2026-01-06-nuit.en.md\n# Night\n";
    let outcome = build(&format!("{NOTICE}{HOME}{news}{PLAN}"));
    for page in ["en/nouvelles/index.html", "en/index.html"] {
        let html = file(&outcome, page);
        assert!(html.contains("<span class=\"tag tag-stage\" lang=\"fr-CA\">Français</span>"), "{html}");
        assert!(html.contains("lang=\"fr-CA\">Fête</a>") && html.contains(">Night</a>"), "{html}");
    }
    let home = file(&outcome, "en/index.html");
    assert!(
        home.contains("lang=\"fr-CA\">Le plan</a>") && !home.contains("What has changed in our plans"),
        "{home}"
    );
}

#[test]
fn an_old_address_leads_to_the_source_alone() {
    let outcome = build(&format!("{NOTICE}{HOME}{TEAM}{MISSION}{PLAN}"));
    assert!(file(&outcome, "nous/index.html").contains("url=../equipe/"));
    assert!(!outcome.files.contains_key("en/nous/index.html"));
}
