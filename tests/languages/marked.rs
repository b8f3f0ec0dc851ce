//! Words of one language stand in an element of that language, whatever shows them.
//!
//! Every word of a small site carries the mark of its language: those of its documents, of its
//! settings, and those of the theme.

use jalon::html::{Side, Tag, Token, tokens};

use crate::{build, file, same};

/// What ends the words of each language.
const MARKS: [(&str, &str); 2] = [("fr", "frx"), ("en", "enx")];

/// Keys of sentences made of the words of an author: they take their language.
const MADE_OF_OTHERS: [&str; 3] = ["written", "labelled", "of"];

/// Elements that hold nothing.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// The words of the theme in a language, each with its mark; words of addresses and of formats are left.
fn marked_words(language: &str, mark: &str) -> String {
    let words = match language {
        "fr" => include_str!("../../themes/default/words/fr.toml"),
        _ => include_str!("../../themes/default/words/en.toml"),
    };
    let mut table = String::new();
    let marked = words.lines().map(|line| {
        if line.starts_with('[') {
            table = line.to_owned();
        }
        let (key, said) = line.split_once(" = \"").unwrap_or_default();
        let is_left = ["[addresses]", "[format]"].contains(&table.as_str())
            || MADE_OF_OTHERS.contains(&key)
            || key == "separator"
            || said.trim_end_matches('"').trim().is_empty();
        if is_left {
            return line.to_owned();
        }
        let said = said.strip_suffix('"').expect("words are on one line");
        let end = if said.ends_with([' ', '\u{a0}']) { " " } else { "" };
        format!("{key} = \"{} {mark}{end}\"", said.trim_end())
    });
    marked.collect::<Vec<_>>().join("\n")
}

/// A site whose first language is one of the two; the mission is in the first alone, or in the other.
fn site(first: &str, second: &str, mission: &str, fallback: &str) -> String {
    let mark = |language: &str| MARKS.iter().find(|(code, _)| *code == language).expect("two languages").1;
    let mut site = format!(
        "=== jalon.toml\ntitle = \"Table §\"\nbase_url = \"https://example.org/\"\ndefault_language = \"{first}\"\n\
         [theme]\nfooter = \"Depuis §\"\n[languages.{first}]\n[languages.{second}]\nfallback = \"{fallback}\"\n\
         [[menu]]\ntitle = \"Nouvelles §\"\nurl = \"@/nouvelles/_index.md\"\n[[menu]]\ntitle = \"Fête §\"\nurl = \"@/nouvelles/2026-03-01-fete.md\"\n"
    )
    .replace('§', mark(first));
    for (language, mark) in MARKS {
        site += &format!("=== words/{language}.toml\n{}\n", marked_words(language, mark));
    }
    let mut add = |path: &str, language: &str, text: &str| {
        let path = if language == first { format!("{path}.md") } else { format!("{path}.{language}.md") };
        site += &format!("=== content/{path}\n{}", text.replace('§', mark(language)));
    };
    for language in [first, second] {
        add("_index", language, "+++\ntitle = \"Accueil §\"\n+++\n\nBonjour §.\n");
        add("nouvelles/_index", language, "+++\ntitle = \"Nouvelles §\"\n+++\n");
        let name = format!("ateliers/2026-05-01-{language}");
        add(&name, language, SYNTHESIS);
        add(&format!("nouvelles/2026-02-01-{language}"), language, NEWS);
        let other = if language == first { second } else { first };
        let foreign =
            NEWS.replace("§", mark(other)).replace("+++\ntitle", &format!("+++\nlang = \"{other}\"\ntitle"));
        let name = if language == first { "fete" } else { "party" };
        add(&format!("nouvelles/2026-03-01-{name}"), language, &foreign);
        add(&format!("plans/ancien-{language}"), language, OLD_PLAN);
    }
    add("mission", mission, MISSION);
    add("plans/p/index", first, PLAN);
    add("plans/p/index", second, TRANSLATION);
    site
}

const MISSION: &str = "+++\nkind = \"mission\"\ntitle = \"Mission §\"\n+++\n\n## Axes\n\n1. Bouger §\n2. Manger §\n3. Dormir §\n";

const PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Plan §\"\ndescription = \"Promesses §\"\nupdated = 2026-02-01\n[plan]\nperiod = \"2026\"\n+++\n\n\
     ## Priorité 1 : Se déplacer § {axe=1}\n\n### 1.1 Relier §\n\n| No | Action | Échéancier | État | Indicateur § |\n|---|---|---|---|---|\n\
     | 1.1.1 | Une navette § | Automne 2026 | Réalisée | Dix §  |\n| 1.1.2 | Un sentier § | Mars 2026 | À venir | |\n\n\
     ## Priorité 2 : Manger § {axe=2}\n\n### 2.1 Semer §\n\n| No | Action | État |\n|---|---|---|\n| 2.1.1 | Un jardin § | En cours |\n";

const TRANSLATION: &str = "+++\ntitle = \"Plan §\"\n+++\n\n## Priority 1: Move §\n\n### 1.1 Link §\n\n| No | Action |\n|---|---|\n| 1.1.1 | A shuttle § |\n";

const OLD_PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Ancien §\"\nupdated = 2025-12-01\n[plan]\nstage = \"closed\"\n+++\n\n\
     ## Marcher § {axe=1}\n\n| Action | État |\n|---|---|\n| Un pas § | Réalisée |\n";

const SYNTHESIS: &str = "+++\nkind = \"synthesis\"\ntitle = \"Entendu §\"\ndescription = \"Un soir §\"\n[synthesis]\nevent = \"Soirée §\"\nleads_to = [\"@/plans/p/index.md\"]\n+++\n\n\
     ## Idées § {.retained}\n\n- [Une navette §](@/plans/p/index.md#1.1.1) (4)\n- [Un jardin §](@/plans/p/index.md#2.1.1)\n- [Manger §](@/plans/p/index.md#2)\n";

const NEWS: &str = "+++\ntitle = \"Nouvelle §\"\n+++\n\nDu neuf § pour [le plan §](@/plans/p/index.md#1.1.1).\n\n\
     {{ progress(plan=\"p\") }}\n\n{{ actions(plan=\"p\") }}\n\n{{ timeline(plan=\"p\") }}\n";

/// The texts of a page that stand in an element of another language, with that language.
fn misplaced(html: &str) -> Vec<String> {
    let mut open: Vec<(&str, String)> = Vec::new();
    let mut found = Vec::new();
    for token in tokens(html) {
        let lang = open.last().map(|(_, lang)| lang.clone()).unwrap_or_default();
        match token {
            Token::Tag(Tag { name, side: Side::Opening, text })
                if !EMPTY.contains(&name) && !text.ends_with("/>") =>
            {
                let own = text.split_once(" lang=\"").and_then(|(_, rest)| rest.split_once('"'));
                open.push((name, own.map_or(lang, |(own, _)| own.to_owned())));
            }
            Token::Tag(Tag { name, side: Side::Closing, .. }) => {
                if let Some(at) = open.iter().rposition(|(it, _)| *it == name) {
                    open.truncate(at);
                }
            }
            Token::Text(text) => {
                // The title of a tab, and what is to be copied, are made of both.
                let is_mixed = open.iter().any(|(name, _)| ["title", "code"].contains(name));
                let strange = MARKS.iter().any(|(code, mark)| !lang.starts_with(code) && text.contains(mark));
                if strange && !is_mixed {
                    found.push(format!("{lang}: {}", text.trim()));
                }
            }
            Token::Tag(_) | Token::Hidden(_) => {}
        }
    }
    found
}

fn check(first: &str, second: &str, mission: &str, fallback: &str) {
    let outcome = build(&site(first, second, mission, fallback));
    let pages: Vec<&String> = outcome.files.keys().filter(|path| path.ends_with(".html")).collect();
    assert!(pages.len() > 40, "{pages:?}");
    let mut found = Vec::new();
    for page in pages {
        found.extend(misplaced(&file(&outcome, page)).into_iter().map(|text| format!("{page} {text}")));
    }
    same(&found.join("\n"), "");
}

#[test]
fn words_of_a_site_first_in_french_stand_in_their_language() {
    check("fr", "en", "fr", "notice");
    check("fr", "en", "fr", "none");
}

#[test]
fn words_of_a_site_first_in_english_stand_in_their_language() {
    check("en", "fr", "en", "notice");
    check("en", "fr", "en", "none");
}

#[test]
fn the_label_of_an_orientation_takes_the_language_of_its_plan() {
    let outcome = build(&site("fr", "en", "fr", "notice"));
    let mission = file(&outcome, "en/mission/index.html");
    for words in [
        "<span class=\"label\" lang=\"en-CA\">Priority 1</span> <span lang=\"en-CA\">Move enx</span>",
        "<span lang=\"en-CA\">Plan enx</span>",
        "<time datetime=\"2026-02-01\">1er février 2026</time>",
    ] {
        assert!(mission.contains(words), "{words} in {mission}");
    }
}
