//! Mission statements: what is recognised in them, what is told of them, and what plans do for their axes.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::config;
use jalon::date::Date;
use jalon::kind::mission::{Mission, Part, SourceLine};
use jalon::kind::{self, Body};
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::{Source, line_and_column};
use proptest::prelude::{ProptestConfig, prop_assert, proptest};

fn read(lang: &str, text: &str) -> (Mission, Vec<String>) {
    let site = format!("title = \"Asso\"\ndefault_language = \"{lang}\"\n[languages.{lang}]\n");
    let config = config::read(&Source::new("jalon.toml", site));
    let noted = kind::read(&Source::new("content/mission.md", text), lang, &config.value);
    let told = noted.diagnostics.iter().map(|it| {
        let line = it.span.map_or(0, |span| line_and_column(text, span.start).0);
        format!("{} @ {}", it.problem.code(), text.lines().nth(line.wrapping_sub(1)).unwrap_or("(the file)"))
    });
    let told = told.collect();
    match noted.value.body {
        Body::Mission(mission) => (*mission, told),
        Body::Plan(_) | Body::Synthesis(_) | Body::Article(_) => panic!("a mission was written"),
    }
}

/// What was understood, part by part.
fn understood(mission: &Mission) -> Vec<String> {
    let mut said = Vec::new();
    for section in &mission.sections {
        if let Some(heading) = &section.heading {
            said.push(format!("{:?}: {}", section.topic, heading.title.plain));
        }
        for part in &section.parts {
            match part {
                Part::Text(html) => said.push(format!("text: {}", html.plain())),
                Part::Statement(statement) => {
                    said.push(format!("{:?}! {}", statement.of, statement.sentence))
                }
                Part::Values(values) => said.extend(
                    values
                        .iter()
                        .map(|value| format!("value: {} | {}", value.name.plain, value.text.plain())),
                ),
                Part::Axes(axes) => said.extend(axes.iter().map(|axis| {
                    let words = format!("axis {} #{}: {}", axis.number, axis.id, axis.title.plain);
                    if axis.text.is_empty() { words } else { format!("{words} | {}", axis.text.plain()) }
                })),
                Part::Separator => said.push("separator".to_owned()),
                Part::Source(source) => said.extend(source.lines.iter().map(|line| match line {
                    SourceLine::Words(html) => format!("source: {}", html.plain()),
                    SourceLine::Email { before, address, after } => {
                        format!("source: {before}<{address}>{after}")
                    }
                })),
            }
        }
    }
    said
}

/// A document in French under the title « Qui nous sommes », what is understood and what is told.
fn check_all(body: &str, expected: &[&str], told: &[&str]) {
    let (mission, said) =
        read("fr", &format!("+++\nkind = \"mission\"\ntitle = \"Qui nous sommes\"\n+++\n{body}\n"));
    assert_eq!(understood(&mission), expected, "{body}");
    assert_eq!(said, told, "{body}");
}

fn check(body: &str, expected: &[&str]) {
    check_all(body, expected, &[]);
}

const MISSION: &str = "## Mission\n\nNourrir le quartier.\n\n";

/// The same under a mission, which is left out of what is expected.
fn check_under(body: &str, expected: &[&str], told: &[&str]) {
    let whole: Vec<&str> =
        ["Mission: Mission", "Mission! Nourrir le quartier."].iter().chain(expected).copied().collect();
    check_all(&format!("{MISSION}{body}"), &whole, told);
}

#[test]
fn sections_are_known_by_their_titles() {
    check(
        "## Notre mission\n\nNourrir le quartier.\n\nDepuis 1998.\n\n### Vision d’avenir\n\nUn quartier sans faim.\n\n\
         ## NOS VALEURS\n\n- Respect\n- Partage\n\n## Orientations stratégiques\n\n1. Semer\n2. Récolter\n\n## Histoire\n\nUn jardin.",
        &[
            "Mission: Notre mission",
            "Mission! Nourrir le quartier.",
            "text: Depuis 1998.",
            "Vision: Vision d’avenir",
            "Vision! Un quartier sans faim.",
            "Values: NOS VALEURS",
            "value: Respect | ",
            "value: Partage | ",
            "Axes: Orientations stratégiques",
            "axis 1 #axe-1: Semer",
            "axis 2 #axe-2: Récolter",
            "Other: Histoire",
            "text: Un jardin.",
        ],
    );
}

#[test]
fn an_english_statement_reads_the_same() {
    let text = "+++\nkind = \"mission\"\n+++\n# About us\n\n## Our mission\n\nFeeding the neighbourhood.\n\n\
                ## Core values\n\n- **Respect**: we knock first.\n\n## Strategic priorities\n\n### Priority 1: Sow\n\nIn spring.\n";
    let (mission, told) = read("en", text);
    assert_eq!(
        understood(&mission),
        [
            "Mission: Our mission",
            "Mission! Feeding the neighbourhood.",
            "Values: Core values",
            "value: Respect | we knock first.",
            "Axes: Strategic priorities",
            "axis 1 #axis-1: Sow | In spring.",
        ]
    );
    assert_eq!(told, [""; 0]);
}

#[test]
fn the_mission_is_what_a_sentence_announces() {
    check(
        "Réunis en mai, les membres ont revu la mission du Potager. Elle se lit comme suit :\n\n> Nourrir le quartier,\n> à pied.\n\n## Vision\n\nDemain.",
        &[
            "text: Réunis en mai, les membres ont revu la mission du Potager. Elle se lit comme suit :",
            "Mission! Nourrir le quartier, à pied.",
            "Vision: Vision",
            "Vision! Demain.",
        ],
    );
    check(
        "## Mission\n\nAdoptée en mai, elle est la suivante\u{a0}:\n\nNourrir le quartier.",
        &[
            "Mission: Mission",
            "text: Adoptée en mai, elle est la suivante\u{a0}:",
            "Mission! Nourrir le quartier.",
        ],
    );
    check(
        "## Mission\n\nLe Potager a pour mission de :\n\n- semer;\n- récolter\n\nDepuis 1998.",
        &[
            "Mission: Mission",
            "Mission! Le Potager a pour mission de : semer; récolter.",
            "text: Depuis 1998.",
        ],
    );
}

#[test]
fn a_mission_that_cannot_be_told_is_shown_as_written() {
    check_all("Nourrir le quartier.", &["text: Nourrir le quartier."], &["no-mission @ (the file)"]);
    check_all(
        "Le nom se lit ainsi :\n\nLe Potager.\n\nLe but se lit comme suit :\n\nNourrir.",
        &["text: Le nom se lit ainsi : Le Potager. Le but se lit comme suit : Nourrir."],
        &["unclear-mission @ (the file)"],
    );
    // Of two, the one that speaks of the mission.
    check(
        "Le nom se lit ainsi :\n\nLe Potager.\n\nSa mission se lit comme suit :\n\nNourrir.",
        &["text: Le nom se lit ainsi : Le Potager. Sa mission se lit comme suit :", "Mission! Nourrir."],
    );
}

#[test]
fn under_a_title_that_says_it_the_first_paragraph_is_the_mission() {
    let (mission, told) =
        read("fr", "+++\nkind = \"mission\"\n+++\n# Notre mission\n\nNourrir.\n\nDepuis 1998.\n");
    assert_eq!(understood(&mission), ["Mission! Nourrir.", "text: Depuis 1998."]);
    assert_eq!(told, [""; 0]);
}

#[test]
fn values_come_as_lists_definitions_or_headings() {
    check_under(
        "## Valeurs\n\nNous tenons à ceci.\n\n- **Partage** : une part pour qui passe\n- Patience – rien ne pousse en un jour\n- Joie",
        &[
            "Values: Valeurs",
            "text: Nous tenons à ceci.",
            "value: Partage | une part pour qui passe",
            "value: Patience | rien ne pousse en un jour",
            "value: Joie | ",
        ],
        &[],
    );
    check_under(
        "## Valeurs\n\nPartage\n: Une part pour qui passe.",
        &["Values: Valeurs", "value: Partage | Une part pour qui passe."],
        &[],
    );
    check_under(
        "## Valeurs\n\n### Partage\n\nUne part pour qui passe.\n\n- un panier\n\n### Joie",
        &["Values: Valeurs", "value: Partage | Une part pour qui passe. un panier", "value: Joie | "],
        &[],
    );
}

#[test]
fn values_without_a_value_are_shown_as_written() {
    check_under(
        "## Valeurs\n\n- > Partage\n- # Joie",
        &["Values: Valeurs", "text: Partage Joie"],
        &["no-mission-value @ ## Valeurs"],
    );
    check_under(
        "## Valeurs\n\n« Le jardin nous ressemble », dit la présidente.",
        &["Values: Valeurs", "text: « Le jardin nous ressemble », dit la présidente."],
        &["no-mission-value @ ## Valeurs"],
    );
    check_under(
        "## Valeurs\n\n« Il fallait choisir », dit la présidente. Voici nos deux axes :\n\n- Semer, toute l’année ;\n- Récolter.",
        &[
            "Values: Valeurs",
            "text: « Il fallait choisir », dit la présidente. Voici nos deux axes :",
            "axis 1 #axe-1: Semer, toute l’année ;",
            "axis 2 #axe-2: Récolter.",
        ],
        &["no-mission-value @ ## Valeurs"],
    );
}

#[test]
fn axes_keep_their_numbers_and_their_anchors() {
    check_under(
        "## Axes\n\n3. Semer\n4. Récolter {#moisson}",
        &["Axes: Axes", "axis 3 #axe-3: Semer", "axis 4 #moisson: Récolter"],
        &[],
    );
    check_under(
        "## Axes\n\n1. Semer\n3. Récolter\n3. Vendre",
        &["Axes: Axes", "axis 1 #axe-1: Semer", "axis 3 #axe-3: Récolter", "axis 4 #axe-4: Vendre"],
        &[],
    );
    check_under(
        "## Axes\n\n0. Semer\n1. Récolter",
        &["Axes: Axes", "axis 0 #axe-0: Semer", "axis 1 #axe-1: Récolter"],
        &[],
    );
    check_under(
        "## Axes\n\n- 1. Semer\n- 2. Récolter",
        &["Axes: Axes", "axis 1 #axe-1: Semer", "axis 2 #axe-2: Récolter"],
        &[],
    );
    check_under(
        "## Axes\n\n- Axe 2 : Semer\n- Axe 5 – Récolter\n- Vendre",
        &["Axes: Axes", "axis 2 #axe-2: Semer", "axis 5 #axe-5: Récolter", "axis 3 #axe-3: Vendre"],
        &[],
    );
    check_under(
        "## Axe 1 : Semer {#semis}\n\nAu printemps.\n\n### Où\n\nPartout.\n\n## Axe 2 : Récolter\n\n## Histoire\n\nUn jardin.",
        &[
            "axis 1 #semis: Semer | Au printemps. Où Partout.",
            "axis 2 #axe-2: Récolter",
            "Other: Histoire",
            "text: Un jardin.",
        ],
        &[],
    );
    check_under(
        "## Axes\n\n1. Semer\n   - au printemps\n   - en pot",
        &["Axes: Axes", "axis 1 #axe-1: Semer | au printemps en pot"],
        &[],
    );
    // Headings after the list say more of its axes: they are none themselves.
    check_under(
        "## Axes\n\n- Semer\n- Récolter\n\n### Pourquoi semer\n\nPour manger.",
        &[
            "Axes: Axes",
            "axis 1 #axe-1: Semer",
            "axis 2 #axe-2: Récolter",
            "text: Pourquoi semer Pour manger.",
        ],
        &[],
    );
}

#[test]
fn a_title_in_data_ends_without_its_sign() {
    let (mission, _) =
        read("fr", &format!("+++\nkind = \"mission\"\n+++\n{MISSION}## Axes\n\n- Semer ;\n- Récolter.\n"));
    let names: Vec<&str> = mission.axes().map(|axis| axis.name()).collect();
    assert_eq!(names, ["Semer", "Récolter"]);
    assert_eq!(
        mission.axes().map(|axis| axis.title.plain.as_str()).collect::<Vec<_>>(),
        ["Semer ;", "Récolter."]
    );
}

#[test]
fn a_dash_and_a_source_end_a_release() {
    check_under(
        "## Suite\n\nRimouski, le 4 mai 2021 – Le Potager a une mission.\n\n–\n\nSource :\nÉlise Bouvreuil, adjointe\npotager@example.org",
        &[
            "Other: Suite",
            "text: Rimouski, le 4 mai 2021 – Le Potager a une mission.",
            "separator",
            "source: Source :",
            "source: Élise Bouvreuil, adjointe",
            "source: <potager@example.org>",
        ],
        &[],
    );
    check_under(
        "## Suite\n\n–\nSource :\n\nÉlise Bouvreuil, adjointe\n\nCourriel : potager@example.org\n\nMerci.",
        &[
            "Other: Suite",
            "separator",
            "source: Source :",
            "source: Élise Bouvreuil, adjointe",
            "source: Courriel : <potager@example.org>",
            "text: Merci.",
        ],
        &[],
    );
    check_under("## Suite\n\nLa source du ruisseau.", &["Other: Suite", "text: La source du ruisseau."], &[]);
}

#[test]
fn what_is_odd_is_told_where_it_is() {
    let check = |body: &str, told: &[&str]| {
        let (_, said) = read("fr", &format!("+++\nkind = \"mission\"\n+++\n# A\n\n{MISSION}{body}\n"));
        assert_eq!(said, told, "{body}");
    };
    check("## Vision\n\n## Axes\n\nPlus tard.", &["nothing-under @ ## Vision", "no-axis @ ## Axes"]);
    check("## Raison d’être\n\nNourrir.", &["said-twice @ ## Raison d’être"]);
    check("La Vision, plus tard\nVision\nDemain.", &["not-a-title @ Vision"]);
    check("Depuis 1998.\n\n**Vision**\n\nDemain.", &["not-a-title @ **Vision**"]);
    check("## Axes\n\n- Axe 1 : Semer\n- Axe 1 : Récolter", &["axis-twice @ - Axe 1 : Récolter"]);
    check("## Axes\n\n- Semer {#a}\n- Récolter {#a}", &["anchor-twice @ - Récolter {#a}"]);
}

#[test]
fn settings_are_read_or_told() {
    let check = |settings: &str, told: &[&str]| {
        let (_, said) =
            read("fr", &format!("+++\nkind = \"mission\"\n[mission]\n{settings}\n+++\n# A\n\n{MISSION}"));
        assert_eq!(said, told, "{settings}");
    };
    check("adopted = 2024-06-18\nadopted_by = \"AGA\"\nsource = \"CA\"\ncontact = \"a@b.example\"", &[]);
    check("adopté = 2024-06-18", &["unknown-key @ adopté = 2024-06-18"]);
    check("contact = \"418 555-0100\"", &["not-an-email @ contact = \"418 555-0100\""]);
    check("adopted = \"en mai\"", &["wrong-type @ adopted = \"en mai\""]);
}

/// Pieces of documents, each with words of its own.
const PIECES: &[&str] = &[
    "Avant tout.",
    "Sa mission se lit comme suit :",
    "## Mission",
    "Nourrir.",
    "## Vision",
    "### Notre mission",
    "## Valeurs",
    "- sept : huit\n  - neuf",
    "- 1. vingt\n- - trente\n- > quarante\n- # cinquante",
    "Cinq\n: six",
    "## Axes",
    "### Axe 3 : Cueillir",
    "## Axe 4 : Vanner",
    "1. onze ;\n\n   douze\n2. treize",
    "Ces axes sont :",
    "#### Quatorze",
    "## Histoire",
    "| Un | Deux |\n|---|---|\n| trois | quatre |",
    "***",
    "–",
    "–\nSource :\nseize, adjointe",
    "Source :",
    "<div>dix-huit</div>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every word of a document is on its page, in whatever order it comes and whatever was understood of it.
    #[test]
    fn no_word_is_lost(chosen in proptest::collection::vec(0..PIECES.len(), 0..12)) {
        let body: Vec<&str> = chosen.iter().map(|at| PIECES[*at]).collect();
        let body = body.join("\n\n");
        let outcome = build(&[("content/mission.md", &format!("+++\nkind = \"mission\"\ntitle = \"M\"\n+++\n{body}\n"))]);
        let page = text(&outcome, "mission/index.html");
        let main = &page[page.find("<main").unwrap()..page.find("</main>").unwrap()];
        let mut rest = words(main);
        for word in words(&body) {
            let at = rest.iter().position(|shown| *shown == word);
            prop_assert!(at.is_some(), "{} is missing from {}", word, main);
            rest.swap_remove(at.unwrap());
        }
    }
}

/// The words of a text or a page, tags left out.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, piece) in text.split('<').enumerate() {
        let said = piece.split_once('>').filter(|_| at > 0).map_or(piece, |(_, said)| said);
        words.extend(
            said.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1).map(str::to_owned),
        );
    }
    words
}

fn build(files: &[(&str, &str)]) -> Outcome {
    let settings = ("jalon.toml", "title = \"Asso\"\nbase_url = \"https://example.org/\"\n");
    let files: BTreeMap<String, Arc<[u8]>> = files
        .iter()
        .chain([&settings])
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()))
        .collect();
    let build_day = Date::new(2026, 1, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

fn text(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap().replace('\u{a0}', " ")
}

const POTAGER: &str = "+++\nkind = \"mission\"\ntitle = \"Notre mission\"\n+++\n## Mission\n\nNourrir le quartier.\n\n## Axes\n\n1. Semer ;\n2. Récolter.\n";

/// A plan with one orientation, its heading's attribute, and the states of its actions.
fn plan(stage: &str, title: &str, axis: &str, states: &[&str]) -> String {
    let rows: String =
        states.iter().enumerate().map(|(n, state)| format!("| Agir {n} fois | {state} |\n")).collect();
    format!(
        "+++\nkind = \"plan\"\ntitle = \"{title}\"\nupdated = 2026-01-01\n[plan]\nstage = \"{stage}\"\n+++\n\
         ## Orientation 1 : De {title} {axis}\n\n| Actions | État |\n|---|---|\n{rows}"
    )
}

fn told(outcome: &Outcome) -> Vec<String> {
    outcome
        .diagnostics
        .iter()
        .map(|it| {
            format!("{}: {} {}", it.path, it.problem.code(), it.problem.help(Lang::Fr).unwrap_or_default())
        })
        .collect()
}

#[test]
fn each_axis_shows_what_plans_do_for_it() {
    let outcome = build(&[
        ("content/mission.md", POTAGER),
        ("content/a.md", &plan("adopted", "A", "{axe=1}", &["Réalisée", "En cours"])),
        ("content/b.md", &plan("adopted", "B", "{axe=1}", &["Réalisée", "Réalisée", "En continu"])),
        ("content/c.md", &plan("proposed", "C", "{axe=1}", &["À venir"])),
        ("content/d.md", &plan("closed", "D", "{axe=1}", &["Réalisée"])),
    ]);
    assert_eq!(told(&outcome), [""; 0]);
    let page = text(&outcome, "mission/index.html");
    let (first, second) = page.split_at(page.find("id=\"axe-2\"").unwrap());
    // What is only proposed, or over, is shown and not counted.
    for words in [
        "3 sur 4 réalisées; 1 en continu",
        "1 sur 2 réalisée",
        "2 sur 2 réalisées; 1 en continu",
        "De C",
        "Projet",
        "De D",
        "1 sur 1 réalisée",
    ] {
        assert!(first.contains(words), "{words} is not in {first}");
    }
    assert!(second.contains("Aucune orientation d’un plan en cours ne contribue à cet axe"), "{second}");
    assert!(second.contains("Récolter."), "the axis is shown as written");
}

#[test]
fn an_orientation_leads_to_its_axis() {
    let outcome = build(&[
        ("content/mission.md", POTAGER),
        ("content/a.md", &plan("adopted", "A", "{axe=1}", &["En cours"])),
    ]);
    for path in ["a/index.html", "a/orientation-1/index.html"] {
        let page = text(&outcome, path);
        let up = if path.contains("orientation") { "../../" } else { "../" };
        let link = format!("Contribue à l’axe 1 : <a href=\"{up}mission/#axe-1\">Semer</a>");
        assert!(page.contains(&link), "{path}: {page}");
    }
    let data = text(&outcome, "a/plan.json");
    assert!(data.contains("\"axis\": \"1\""), "{data}");
}

#[test]
fn the_home_page_says_the_mission_in_one_sentence() {
    let home = text(&build(&[("content/mission.md", POTAGER)]), "index.html");
    assert!(home.contains("Nourrir le quartier."), "{home}");
    assert!(home.contains("<a href=\"mission/\">"), "{home}");
    let home = text(&build(&[("content/_index.md", "Bonjour.")]), "index.html");
    assert!(!home.contains("statement"), "{home}");
}

#[test]
fn an_axis_that_is_not_there_is_told() {
    let with = |mission: &str, axis: &str| {
        let files =
            [("content/mission.md", mission), ("content/a.md", &plan("adopted", "A", axis, &["En cours"]))];
        told(&build(&files))
    };
    assert_eq!(with(POTAGER, "{axe=2}"), [""; 0]);
    assert_eq!(with(POTAGER, "{axis=axe-2}"), [""; 0]);
    assert_eq!(
        with(POTAGER, "{axe=4}"),
        ["content/a.md: unknown-axis ses axes sont 1 (Semer), 2 (Récolter)"]
    );
    assert_eq!(
        with(POTAGER, "{axes=3}"),
        ["content/a.md: unknown-axis ses axes sont 1 (Semer), 2 (Récolter)"]
    );
    assert_eq!(
        with(POTAGER, "{axe = 2}"),
        ["content/a.md: unknown-axis écrivez le numéro sans espace\u{a0}: `{axe=2}`"]
    );
    assert_eq!(
        with(POTAGER, "{axe=1,2}"),
        ["content/a.md: unknown-axis gardez celui qui compte le plus\u{a0}: `{axe=2}`"]
    );
    assert_eq!(
        with("# Une page\n", "{axe=2}"),
        [
            "content/a.md: axis-without-mission ajoutez content/mission.md avec `kind = \"mission\"`, ou retirez l’axe du titre"
        ]
    );
}

#[test]
fn a_second_mission_is_told() {
    let outcome = build(&[("content/a.md", POTAGER), ("content/b.md", POTAGER)]);
    let codes: Vec<String> =
        outcome.diagnostics.iter().map(|it| format!("{}: {}", it.path, it.problem.code())).collect();
    assert_eq!(codes, ["content/b.md: several-missions"]);
}

#[test]
fn an_address_is_written_as_entities() {
    let body = format!("{POTAGER}\nSource :\npotager@example.org\n")
        .replace("title =", "[mission]\ncontact = \"jardin@example.org\"\n#");
    let page = text(&build(&[("content/mission.md", &body)]), "mission/index.html");
    for address in ["potager@", "jardin@"] {
        assert!(!page.contains(address), "{address}");
    }
    assert!(page.contains("href=\"mailto:&#106;&#97;"), "{page}");
}

/// The two examples of the guide, published together.
#[test]
fn the_example_of_the_guide_works() {
    let guide = include_str!("../docs/mission.md");
    let mut examples = guide.split("```markdown\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    let (mission, orientation) = (examples.next().unwrap(), examples.next().unwrap());
    let plan = format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2025-12-01\n+++\n{orientation}\n- [x] Fermer la rue le samedi\n- [ ] Peindre un jeu\n"
    );
    let outcome = build(&[("content/mission.md", mission), ("content/plan.md", &plan)]);
    assert_eq!(told(&outcome), [""; 0]);
    let page = text(&outcome, "mission/index.html");
    for words in
        ["12 mai 2026", "Assemblée générale", "Ralentir la rue", "Des rues où jouer", "1 sur 2 réalisée"]
    {
        assert!(page.contains(words), "{words} is not in {page}");
    }
}
