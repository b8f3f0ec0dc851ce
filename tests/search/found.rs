//! Which words find which pages.

use crate::{Search, build};

const PLAN: (&str, &str) = (
    "plans/2026.md",
    "+++\ntitle = \"Plan 2026\"\nkind = \"plan\"\nupdated = 2026-03-01\n[plan]\nperiod = \"2026-2027\"\n+++\n\n\
     Pour que la rivière reste à tous.\n\n\
     ## Orientation 1 : Garder l’eau claire\n\nLa source est fragile.\n\n### 1.1 Les berges\n\n\
     | Activité | Échéancier | État | Responsable |\n|---|---|---|---|\n\
     | Planter des saules | Automne 2026 | En cours | Comité des rives |\n\
     | Curer le ponceau | Février 2026 | À faire | Voirie |\n\n\
     ### 1.2 Les puits\n\n- [x] Analyser les puits\n\n  Vingt échantillons par village.\n",
);

#[test]
fn a_word_finds_the_pages_that_hold_it_or_one_of_its_stem() {
    let articles = [
        (
            "actualites/fete.md",
            "+++\ntitle = \"La fête des voisins\"\nkind = \"news\"\ndate = 2026-02-01\n+++\n\n## Les œufs\n\nOn a chanté, on chantera.\n",
        ),
        (
            "a-propos.md",
            "+++\ntitle = \"À propos\"\n+++\n\nUn voisin, l’État, l'école. Le 2.1.3 aussi, et **chan**ter.\n",
        ),
    ];
    let outcome = build("", &articles);
    let search = Search::of(&outcome, "recherche/");
    let check = |word: &str, expected: &[&str]| assert_eq!(search.find(word), expected.join("\n"), "{word}");
    let fete = |rank: &str| format!("news: La fête des voisins (actualites/fete/) {rank}");
    let about = "page: À propos (a-propos/) text";
    check("voisin", &[&fete("title"), about]);
    check("voisins", &[&fete("title"), about]);
    check("fete", &[&fete("title")]);
    check("oeufs", &[&fete("heading")]);
    check("chanter", &[&fete("text"), about]);
    check("etat", &[about]);
    check("ecole", &[about]);
    check("2.1.3", &[about]);
    check("propos", &["page: À propos (a-propos/) title"]);
    // Words that say nothing, letters alone, and what is nowhere.
    check("les", &[]);
    check("l", &[]);
    check("navette", &[]);
}

#[test]
fn each_action_is_found_where_it_is_read() {
    let outcome = build("", &[PLAN]);
    let search = Search::of(&outcome, "recherche/");
    let check = |word: &str, expected: &[&str]| assert_eq!(search.find(word), expected.join("\n"), "{word}");
    check("riviere", &["plan: Plan 2026 (plans/2026/) text"]);
    let orientation = "orientation: Orientation 1\u{a0}: Garder l’eau claire (plans/2026/orientation-1/)";
    check("eau", &[&format!("{orientation} title")]);
    check("berges", &[&format!("{orientation} heading")]);
    check("source", &[&format!("{orientation} text")]);
    check("saules", &["action: 1.1.1 Planter des saules (plans/2026/orientation-1/#1.1.1) title"]);
    check("1.1.2", &["action: 1.1.2 Curer le ponceau (plans/2026/orientation-1/#1.1.2) title"]);
    check("voirie", &["action: 1.1.2 Curer le ponceau (plans/2026/orientation-1/#1.1.2) text"]);
    // It has more to tell than a row: it leads to its sheet.
    check("echantillons", &["action: 1.2.1 Analyser les puits (plans/2026/1.2.1/) text"]);
}

#[test]
fn a_result_says_where_it_stands_and_how_far_it_is() {
    let outcome = build("", &[PLAN]);
    let search = Search::of(&outcome, "recherche/");
    let place = "Plan 2026 | Orientation 1\u{a0}: Garder l’eau claire";
    let context = "Plan 2026 – Orientation 1\u{a0}: Garder l’eau claire";
    let check = |word: &str, expected: String| assert_eq!(search.show(word), expected, "{word}");
    check(
        "saules",
        format!(
            "{context} | Automne 2026 | Responsable\u{a0}: Comité des rives. |  | in-progress |  | 2026-2027 | {place}"
        ),
    );
    check(
        "ponceau",
        format!(
            "{context} | Février 2026 | Responsable\u{a0}: Voirie. | late | planned |  | 2026-2027 | {place}"
        ),
    );
    check(
        "echantillons",
        format!("{context} |  | Vingt échantillons par village. |  | done |  | 2026-2027 | {place}"),
    );
    let text = "Pour que la rivière reste à tous.";
    check("riviere", format!(" | 2026-2027 | {text} |  |  |  | 2026-2027 | Plan 2026 | "));
}

#[test]
fn what_no_page_shows_is_not_found() {
    let documents = [
        ("brouillon.md", "+++\ntitle = \"Brouillon\"\ndraft = true\n+++\n\nSecret.\n"),
        ("ancien.md", "+++\ntitle = \"Nouveau\"\naliases = [\"/vieux/\"]\n+++\n\nTexte.\n"),
        (
            "ateliers/2026-02-03-bilan.md",
            "+++\ntitle = \"Bilan\"\nkind = \"synthesis\"\n[synthesis]\nnames = \"hidden\"\npeople = [\"Zénobie Tanguay\"]\n+++\n\n\
             ## Bloc 1\n\n- Une navette (Zénobie Tanguay, directrice)\n",
        ),
    ];
    let outcome = build("", &documents);
    let search = Search::of(&outcome, "recherche/");
    let check = |word: &str, expected: &str| assert_eq!(search.find(word), expected, "{word}");
    check("secret", "");
    check("vieux", "");
    check("zenobie", "");
    check("introuvable", "");
    check("navette", "synthesis: Bilan (ateliers/bilan/) text");
    check("nouveau", "page: Nouveau (ancien/) title");
}

#[test]
fn each_language_has_its_own_index() {
    let documents = [
        ("eau.md", "+++\ntitle = \"L’eau\"\n+++\n\nDes rivières propres.\n"),
        ("eau.en.md", "+++\ntitle = \"Water\"\n+++\n\nClean rivers.\n"),
    ];
    let outcome = build("[languages.en]\n", &documents);
    let (french, english) = (Search::of(&outcome, "recherche/"), Search::of(&outcome, "en/search/"));
    assert_eq!(french.find("riviere"), "page: L’eau (eau/) text");
    assert_eq!(french.find("rivers"), "");
    assert_eq!(english.find("riviere"), "");
    assert_eq!(english.find("river"), "page: Water (en/eau/) text");
}
