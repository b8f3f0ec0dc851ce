//! What pages say of the trail, and that a synthesis is whole on its page.

use std::collections::BTreeMap;
use std::path::Path;

use crate::{build, build_with, errors, plan, synthesis, text};

#[test]
fn the_state_of_an_action_is_live_on_three_pages() {
    let ideas = "## Besoins\n\n- [Une navette](@/plan.md#1.1.1) (9)\n";
    let pages = |state: &str| {
        let outcome = build(&[
            ("content/plan.md", &plan(&format!("Lancer la navette | {state} |"))),
            ("content/atelier.md", &synthesis("", ideas)),
        ]);
        assert_eq!(errors(&outcome), [""; 0]);
        ["atelier/index.html", "plan/1.1.1/index.html", "plan/index.html"].map(|path| text(&outcome, path))
    };
    for (page, state) in [("En cours", "Réalisée"), ("Réalisée", "En cours")]
        .map(|(state, other)| (pages(state), (state, other)))
    {
        let (state, other) = state;
        for page in page {
            assert!(page.contains(&format!("<span>{state}</span></strong>")), "{state}:\n{page}");
            assert!(!page.contains(&format!("<span>{other}</span></strong>")), "{other}:\n{page}");
        }
    }
}

#[test]
fn an_action_tells_where_it_comes_from_and_who_speaks_of_it() {
    let outcome = build(&[
        ("content/plan.md", &plan("Lancer la navette | |")),
        ("content/atelier.md", &synthesis("", "## Besoins\n\n- [Une navette](@/plan.md#1.1.1) (9)\n")),
        (
            "content/nouvelle.md",
            "+++\nkind = \"news\"\ntitle = \"Départ\"\n+++\n[La navette](@/plan.md#1.1.1) part.\n",
        ),
    ]);
    let sheet = text(&outcome, "plan/1.1.1/index.html");
    let (_, origins) = sheet.split_once("D’où elle vient</h2>").unwrap();
    let (origins, mentions) = origins.split_once("On en parle</h2>").unwrap();
    for words in
        ["Synthèse d’atelier", "10 avril 2025", "<a href=\"../../atelier/#une-navette\">Une navette</a>"]
    {
        assert!(origins.contains(words), "{words}:\n{origins}");
    }
    assert!(mentions.contains("Actualité") && mentions.contains(">La navette part.</a>"), "{mentions}");
    // Rows name the workshop, not those who only speak of the action.
    let row = text(&outcome, "plan/index.html");
    assert!(row.contains("Vient de : <a href=\"../atelier/#une-navette\">Atelier</a></div>"), "{row}");
    assert!(!row.contains("Départ</a></div>"), "{row}");
}

#[test]
fn a_workshop_held_after_the_plan_speaks_of_it_unless_the_plan_names_it() {
    let check = |date: &str, evidence: &str, expected: &str| {
        let plan = plan(&format!("Lancer la navette | | {evidence}")).replacen(
            "title =",
            &format!("date = {date}\ntitle ="),
            1,
        );
        let ideas = "## Besoins\n\n- [Une navette](@/plan.md#1.1.1) (9)\n";
        let outcome = build(&[("content/plan.md", &plan), ("content/atelier.md", &synthesis("", ideas))]);
        assert_eq!(errors(&outcome), [""; 0]);
        let sheet = text(&outcome, "plan/1.1.1/index.html");
        let (title, _) = sheet.rsplit_once("<a href=\"../../atelier/#une-navette\"").unwrap();
        let title = title.rsplit("<h2 ").next().and_then(|rest| rest.split(['>', '<']).nth(1));
        assert_eq!(title, Some(expected), "{date} {evidence}");
        let row = text(&outcome, "plan/index.html");
        assert_eq!(row.contains("Vient de : "), expected == "D’où elle vient", "{date} {evidence}");
        let data: serde_json::Value = serde_json::from_str(&text(&outcome, "plan/plan.json")).unwrap();
        let origin = &data["orientations"][0]["objectives"][0]["actions"][0]["origins"][0];
        assert_eq!(origin["source"], expected == "D’où elle vient", "{date} {evidence}");
    };
    check("2025-06-17", "", "D’où elle vient");
    check("2025-04-10", "", "D’où elle vient");
    check("2025-02-01", "", "On en parle");
    check("2025-02-01", "demandée à [l’atelier](@/atelier.md#une-navette)", "D’où elle vient");
}

/// The sentence that counts the ideas of a synthesis, and those it says are left.
fn check_count(body: &str, sentence: &str, left: &[&str]) {
    let rows = "Lancer la navette | Réalisée |\nPlanter | À venir |";
    let outcome = build(&[("content/plan.md", &plan(rows)), ("content/atelier.md", &synthesis("", body))]);
    let page = text(&outcome, "atelier/index.html");
    let outcome = page.split_once("id=\"_outcome\"").and_then(|(_, rest)| rest.split_once("</section>"));
    let outcome = outcome.map_or("", |(outcome, _)| outcome);
    let said = outcome.split_once("<p class=\"sentence\">").and_then(|(_, rest)| rest.split_once("</p>"));
    assert_eq!(said.map_or("", |(said, _)| said), sentence, "{body}");
    let listed = outcome.split_once("<h3>").map_or("", |(_, rest)| rest).split("<li>").skip(1);
    let listed: Vec<&str> =
        listed.filter_map(|item| item.split_once('>')?.1.split_once('<').map(|(words, _)| words)).collect();
    assert_eq!(listed, left, "{body}");
}

#[test]
fn every_idea_is_counted_once() {
    check_count(
        "## Besoins\n\n- [Une navette](@/plan.md#1.1.1)\n- Un sentier\n- Un banc\n",
        "1 idée sur 3 mène à une action",
        &["Un sentier", "Un banc"],
    );
    // What is retained in the same words is the same idea, and leads where either leads.
    check_count(
        "## Ce que nous retenons {.retained}\n\n- [Un sentier](@/plan.md#1.1.2)\n- Une navette\n\n\
         ## Besoins\n\n- [Une navette](@/plan.md#1.1.1) (4)\n- Un sentier (2)\n- Un banc\n",
        "2 idées sur 3 mènent à une action",
        &["Un banc"],
    );
    // An objective and an orientation are promises too; a page is none.
    check_count(
        "## Besoins\n\n- [Un pont](@/plan.md#1.1)\n- [Un gué](@/plan.md#1)\n- [Le plan](@/plan.md)\n",
        "2 idées sur 3 mènent à une action",
        &["Le plan"],
    );
    // An idea leads where what is nested under it leads.
    check_count(
        "## Besoins\n\n- Bouger\n  - [Une navette](@/plan.md#1.1.1)\n- Un banc\n",
        "2 idées sur 3 mènent à une action",
        &["Un banc"],
    );
}

#[test]
fn where_nothing_leads_anywhere_the_page_says_so_once() {
    check_count(
        "## Besoins\n\n- Une navette\n- Un banc\n",
        "Aucune des 2 idées ne mène encore à une action",
        &[],
    );
    check_count("## Besoins\n\nRien n’a été noté.\n", "", &[]);
}

#[test]
fn ideas_are_ranked_by_mentions() {
    let body = "## Bloc 1 – Hier\n\n- Un banc (2)\n- Un sentier\n\n## Bloc 2 – Demain\n\n- Une navette (9)\n- Un café (2)\n";
    let outcome = build(&[("content/atelier.md", &synthesis("", body))]);
    let page = text(&outcome, "atelier/index.html");
    let (_, ranking) = page.split_once("id=\"_ranking\"").unwrap();
    let (ranking, _) = ranking.split_once("</section>").unwrap();
    let said: Vec<&str> = ranking
        .split("<a href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split_once('>')?.1.split('<').next())
        .collect();
    assert_eq!(
        said,
        ["Une navette", "Bloc 2 – Demain", "Un banc", "Bloc 1 – Hier", "Un café", "Bloc 2 – Demain"]
    );
}

#[test]
fn supports_are_counted_honestly() {
    let body = "## Suites\n\n| Volet | Idée | Soutien |\n|---|---|---|\n| Rives | Une navette | La MRC |\n| | Un bac | ? |\n| | Un gué | |\n| Haltes | Un banc | Les scouts? |\n";
    let outcome = build(&[("content/atelier.md", &synthesis("", body))]);
    let page = text(&outcome, "atelier/index.html");
    assert!(
        page.contains("<caption>4 idées; 2 soutiens à trouver; 1 soutien à confirmer</caption>"),
        "{page}"
    );
    assert!(page.contains("<th scope=\"rowgroup\" rowspan=\"3\">Rives</th>"), "{page}");
}

/// The words of a text and how often each stands in it.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// The words of a body of Markdown as its author sees them: no destination of a link, no attribute.
fn written(body: &str) -> BTreeMap<String, usize> {
    let mut seen = String::new();
    for line in body.lines() {
        let line = line.trim_start();
        // « 3. » numbers an item; the page numbers it too, without a word.
        let line = match line.split_once(". ") {
            Some((number, rest)) if number.parse::<u32>().is_ok() => rest,
            Some(_) | None => line,
        };
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("](") {
            seen.push_str(before);
            rest = after.split_once(')').map_or("", |(_, rest)| rest);
        }
        let rest = if line.starts_with('#') { rest.split('{').next().unwrap() } else { rest };
        seen.push_str(rest);
        seen.push('\n');
    }
    words(&seen.replace("<br>", "\n"))
}

/// The words a visitor sees in a page.
fn shown(page: &str) -> BTreeMap<String, usize> {
    let mut seen = String::new();
    for piece in page.split_once("<main").unwrap().1.split('<').skip(1) {
        seen.push(' ');
        seen.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    words(&seen.replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'"))
}

fn check_whole(document: &str, page: &str) {
    let body = document.splitn(3, "+++").nth(2).unwrap();
    let shown = shown(page);
    let lost: Vec<String> = written(body)
        .into_iter()
        .filter(|(word, n)| shown.get(word).is_none_or(|shown| shown < n))
        .map(|(word, n)| format!("{word} ×{n}"))
        .collect();
    assert_eq!(lost, [""; 0], "{document}");
}

#[test]
fn every_word_of_a_synthesis_is_on_its_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, String)> = Vec::new();
    let settings = std::fs::read_to_string(root.join("jalon.toml")).unwrap();
    files.push(("jalon.toml".to_owned(), settings));
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().flatten() {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        if path.ends_with(".md") {
            files.push((path, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let outcome = build_with(&borrowed);
    let syntheses = files.iter().filter(|(_, text)| text.contains("kind = \"synthesis\""));
    let mut n_checked = 0;
    for (path, document) in syntheses {
        let slug = document.lines().find_map(|line| line.strip_prefix("slug = \"")?.strip_suffix('"'));
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".md");
        let address = match path.ends_with(".en.md") {
            true => format!("en/workshops/{}", slug.unwrap()),
            false => format!("ateliers/{}", name.get(11..).unwrap_or(name)),
        };
        check_whole(document, &text(&outcome, &format!("{address}/index.html")));
        n_checked += 1;
    }
    assert!(n_checked > 0);
}

#[test]
fn every_shape_of_a_synthesis_is_on_its_page() {
    let body = "Bienvenue à toutes.\n\n## Bloc 1 – Le marché\n\nTour de table, à voix haute.\n\n\
        | Ce qui va | Ce qui cloche |\n|---|---|\n| - Le pain (3)<br>- Les gens | - Le froid |\n| | - La pluie<br>- Le bruit |\n\n\
        ### Ce que nous retenons\n\nPar ordre d’arrivée :\n\n- Le pain\n- L’abri\n\n\
        #### Et encore\n\n- Un four\n  - à bois\n  - ou à gaz (2)\n\n\
        ## Bloc 4 – Pour finir\n\n> On reviendra.\n>\n> — Une voisine\n\n\
        | Volet | Idée | Soutien | Quand |\n|---|---|---|---|\n| Bâtir | Un abri | ? | mai |\n| | Un mur | Les scouts? | |\n\n\
        1. Balayer\n2. Peindre\n";
    let document = synthesis("", body);
    let outcome = build(&[("content/atelier.md", &document)]);
    check_whole(&document, &text(&outcome, "atelier/index.html"));
}

#[test]
fn ideas_nested_deeper_than_templates_go_are_on_the_page_with_their_mentions() {
    let nested: String =
        (1..=20).map(|level| format!("{}- Idée{level} ({level})\n", "  ".repeat(level - 1))).collect();
    let document = synthesis("", &format!("## Idées\n\n{nested}"));
    let outcome = build(&[("content/atelier.md", &document)]);
    assert_eq!(errors(&outcome), [""; 0]);
    let page = text(&outcome, "atelier/index.html");
    check_whole(&document, &page);
    for level in [2, 6, 7, 20] {
        let said =
            format!("<li id=\"idee{level}\">Idée{level} <span class=\"count\">{level} mentions</span>");
        assert!(page.contains(&said), "{said} in {page}");
    }
}
