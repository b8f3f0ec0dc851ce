//! The units of documents, their fingerprints, and translations beside their sources.

use insta::assert_snapshot;
use jalon::config::{self, Config};
use jalon::kind;
use jalon::lang::Lang;
use jalon::source::Source;
use jalon::translations::compare::{Comparison, compare};
use jalon::translations::mark::{Vouched, mark};
use jalon::translations::stub::{Given, stub};
use jalon::translations::units::{Reading, Unit, read};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

fn site() -> Config {
    config::read(&Source::new("jalon.toml", "title = \"Essai\"\n[languages.en]\n")).value
}

fn source(text: &str) -> Reading {
    read(&Source::new("content/doc.md", text), "fr", &site())
}

fn translation(text: &str) -> Reading {
    read(&Source::new("content/doc.en.md", text), "en", &site())
}

fn units(text: &str) -> String {
    let line = |unit: &Unit| format!("{}:{} {}", unit.line, unit.key, unit.words());
    source(text).units.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The state of each unit, then what is left over.
fn states(fr: &str, en: &str) -> String {
    let Comparison { units, leftovers, alone } = compare(&source(fr), &translation(en));
    let mut lines: Vec<String> =
        units.iter().map(|unit| format!("{} {}", unit.key, unit.state.key())).collect();
    lines.extend(leftovers.iter().map(|it| format!("+ {} {}", it.key.as_deref().unwrap_or("?"), it.words)));
    if alone.n_source + alone.n_translation > 0 {
        lines.push(format!("alone: {} and {}", alone.n_source, alone.n_translation));
    }
    lines.join("\n")
}

/// The translation once its owner says that all of it is up to date.
#[track_caller]
fn vouched(fr: &str, en: &str) -> String {
    mark(&source(fr), &translation(en), &Vouched::All).expect("the header is sound").text
}

const PLAN: &str = "+++
kind = \"plan\"
title = \"Plan d’action\"
+++

Une page d’introduction.

## Comment lire ce plan

Les dates sont celles des comités.

## Orientation 1 : Se loger

Le logement manque.

| Objectifs | Activités | Actions | Échéancier | État |
|---|---|---|---|---|
| Savoir | Portrait | Faire le portrait | Automne 2025 | En cours |
| | Registre | Tenir un registre | En continu | |
| Bâtir | Immeuble | Monter le dossier<br>Trouver un terrain | 2026 | |

Voir le guide.

## Orientation 2 : Se déplacer

- [ ] Lancer la navette
  - Échéancier : hiver 2026
- [x] Marcher
";

const MISSION: &str = "+++
kind = \"mission\"
title = \"Notre mission\"
description = \"Pourquoi nous sommes là.\"
+++

Pour que chacun puisse rester.

## Vision

En 2034, tout le monde traverse.

## Valeurs

- L’entraide
- La franchise
";

const MISSION_EN: &str = "+++
kind = \"mission\"
title = \"Our mission\"
description = \"Why we are here.\"
+++

So that everyone can stay.

## What we see

In 2034, everybody crosses.

## What we hold dear

- Helping each other
- Candour
";

#[test]
fn a_plan_is_cut_by_its_numbers() {
    assert_snapshot!(units(PLAN), @"
    3:title Plan d’action
    6:text Une page d’introduction.
    8:#comment-lire-ce-plan Comment lire ce plan
    12:#1 Se loger
    14:#1.text Le logement manque.
    18:#1.1 Savoir
    18:#1.1.1 Portrait Faire le portrait
    19:#1.1.2 Registre Tenir un registre
    20:#1.2 Bâtir
    20:#1.2.1 Immeuble Monter le dossier / Trouver un terrain
    22:#1.text-2 Voir le guide.
    24:#2 Se déplacer
    26:#2.1 Lancer la navette
    28:#2.2 Marcher
    ");
}

#[test]
fn any_other_document_is_cut_by_its_headings() {
    assert_snapshot!(units(MISSION), @"
    3:title Notre mission
    4:description Pourquoi nous sommes là.
    7:text Pour que chacun puisse rester.
    9:#vision Vision
    13:#valeurs Valeurs
    ");
    assert_snapshot!(units("# Le titre\n\nUn mot.\n\n## Une partie\n\n### Sa suite\n\nLa fin.[^a]\n\n[^a]: La note.\n"), @"
    1:title Le titre
    3:text Un mot.
    5:#une-partie Une partie
    7:#sa-suite Sa suite
    ");
    assert_snapshot!(units("Un mot.\n"), @"1:text Un mot.");
}

#[track_caller]
fn fingerprints(text: &str) -> Vec<String> {
    source(text).units.iter().map(Unit::fingerprint).collect()
}

#[test]
fn only_the_words_of_a_unit_count() {
    let same = |a: &str, b: &str| assert_eq!(fingerprints(a), fingerprints(b), "{a}\n{b}");
    let differ = |a: &str, b: &str| assert_ne!(fingerprints(a), fingerprints(b), "{a}\n{b}");
    same("Un mot, deux mots.\n", "Un mot,\ndeux   **mots**.\n");
    same("L'été : ici\n", "L’été\u{a0}: ici\n");
    same("C’est ici\u{a0}!\n", "C’est ici&nbsp;!\n");
    same("<p>L’été est ici&nbsp;!</p>\n", "<p>L&rsquo;&eacute;t&eacute; est ici !</p>\n");
    same("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a   |  b |\n|:-|---:|\n| 1|2 |\n");
    same("## Un titre\n\n- a\n- b\n", "Un titre\n--------\n\n* a\n* b\n");
    same("## Vision {.retained}\n\nIci.\n", "## Vision\n\nIci.\n");
    differ("Un mot.\n", "Deux mots.\n");
    differ("Un mot.\n", "un mot.\n");
    differ("Un mot[^a].\n\n[^a]: Ceci.\n", "Un mot[^a].\n\n[^a]: Cela.\n");
    differ("[Un mot](@/a.md).\n", "[Un mot](@/b.md).\n");
    differ("![Un mot](a.jpg)\n", "![Deux mots](a.jpg)\n");
    differ("{{ progress(plan=\"a\") }}\n", "{{ progress(plan=\"b\") }}\n");
    // In a plan, facts come from the source whatever the language.
    same(PLAN, &PLAN.replace("En cours", "Réalisée").replace("Automne 2025", "Hiver 2026"));
    same(PLAN, &PLAN.replace("hiver 2026", "printemps 2026").replace("- [ ]", "- [x]"));
    same(PLAN, &PLAN.replace("| Échéancier ", "| Échéancier   "));
    differ(PLAN, &PLAN.replace("Monter le dossier", "Déposer le dossier"));
    differ(PLAN, &PLAN.replace("Voir le guide", "Lire le guide"));
}

#[test]
fn a_fingerprint_stays_the_same_from_version_to_version() {
    assert_snapshot!(fingerprints(MISSION).join(" "), @"6e83125b5078 ccbd539007af a8a80fcc9a24 cb691004ebe7 f204a91aed5b");
}

#[test]
fn a_plan_is_followed_number_by_number() {
    let en = "+++
kind = \"plan\"
title = \"Action plan\"
+++

## Orientation 1: Housing

### 1.1 <!-- Savoir -->

| No | Activity | Action |
|---|---|---|
| 1.1.1 | Portrait | Draw the portrait |
| 1.1.2 | <!-- Registre --> | |
| 1.1.7 | Nothing | Of the kind |

## Orientation 2: <!-- Se déplacer -->

| No | Action |
|---|---|
| 2.2 | Walk |
";
    assert_snapshot!(states(PLAN, en), @"
    title unmarked
    text missing
    #comment-lire-ce-plan missing
    #1 unmarked
    #1.text missing
    #1.1 missing
    #1.1.1 unmarked
    #1.1.2 missing
    #1.2 missing
    #1.2.1 missing
    #1.text-2 missing
    #2 missing
    #2.1 missing
    #2.2 unmarked
    + #1.1.7 Nothing Of the kind
    ");
    let marked = vouched(PLAN, en);
    assert_snapshot!(states(&PLAN.replace("| Portrait |", "| Inventaire |"), &marked), @"
    title done
    text missing
    #comment-lire-ce-plan missing
    #1 done
    #1.text missing
    #1.1 missing
    #1.1.1 stale
    #1.1.2 missing
    #1.2 missing
    #1.2.1 missing
    #1.text-2 missing
    #2 missing
    #2.1 missing
    #2.2 done
    + #1.1.7 Nothing Of the kind
    ");
    assert_snapshot!(marked.split("\n## ").next().expect("a header"), @r##"
    +++
    kind = "plan"
    title = "Action plan"

    [translation]
    title = "719bdc68ad89"
    "#1" = "2c3c6e7ea5fb"
    "#1.1.1" = "3ebe090593a6"
    "#2.2" = "bfa7fc6dd933"
    +++
    "##);
}

#[test]
fn the_other_columns_of_an_action_are_followed() {
    let fr = "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Un\n\n| Action | Indicateur | État |\n|---|---|---|\n\
              | Semer | dix rangs | En cours |\n| Cueillir | une tonne | |\n";
    let en = "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## One\n\n| No | Action | Indicator |\n|---|---|---|\n\
              | 1.1 | Sow | ten rows |\n| 1.2 | Reap | |\n";
    assert_snapshot!(states(&fr.replace("dix", "vingt").replace("une tonne", "deux"), &vouched(fr, en)), @"
    title done
    #1 done
    #1.1 done
    #1.1.fields stale
    #1.2 done
    #1.2.fields missing
    ");
    let two = |text: &str, more: &str| {
        text.replace("| Indic", &format!("| {more} | Indic")).replace("|---|---|---|", "|---|---|---|---|")
    };
    let fr = two(fr, "Cible").replace("| dix", "| un champ | dix").replace("| une", "| | une");
    let en = two(en, "Target").replace("| ten", "| a field | ten").replace("| Reap |", "| Reap | |");
    assert_snapshot!(states(&fr, &vouched(&fr, &en.replace("a field", ""))), @"
    title done
    #1 done
    #1.1 done
    #1.1.fields missing
    #1.2 done
    #1.2.fields missing
    ");
}

#[test]
fn a_translation_that_was_never_recorded_is_not_said_to_be_up_to_date() {
    assert_snapshot!(states(MISSION, MISSION_EN), @"
    title unmarked
    description unmarked
    text unmarked
    #vision unmarked
    #valeurs unmarked
    ");
}

#[test]
fn a_section_that_changes_is_stale_and_the_others_are_not() {
    let marked = vouched(MISSION, MISSION_EN);
    assert_snapshot!(states(MISSION, &marked), @"
    title done
    description done
    text done
    #vision done
    #valeurs done
    ");
    assert_snapshot!(states(&MISSION.replace("traverse", "revient"), &marked), @"
    title done
    description done
    text done
    #vision stale
    #valeurs done
    ");
    assert_snapshot!(states(&MISSION.replace("## Vision", "## Notre vision {#vision}"), &marked), @"
    title done
    description done
    text done
    #vision stale
    #valeurs done
    ");
}

#[test]
fn a_section_that_is_added_is_missing_wherever_it_stands() {
    let marked = vouched(MISSION, MISSION_EN);
    let more = MISSION.replace("## Vision", "## Histoire\n\nDepuis 2009.\n\n## Vision");
    assert_snapshot!(states(&more, &marked), @"
    title done
    description done
    text done
    #histoire missing
    #vision done
    #valeurs done
    ");
    let followed = marked.replace("## What we see", "## History\n\nSince 2009.\n\n## What we see");
    assert_snapshot!(states(&more, &followed), @"
    title done
    description done
    text done
    #histoire unmarked
    #vision done
    #valeurs done
    ");
    assert_snapshot!(states(&more, &vouched(&more, &followed)), @"
    title done
    description done
    text done
    #histoire done
    #vision done
    #valeurs done
    ");
}

#[test]
fn a_section_that_is_removed_leaves_its_translation_over() {
    let marked = vouched(MISSION, MISSION_EN);
    let less = MISSION.replace("## Vision\n\nEn 2034, tout le monde traverse.\n\n", "");
    assert_snapshot!(states(&less, &marked), @"
    title done
    description done
    text done
    #valeurs done
    + #vision What we see
    ");
    // Said again to be up to date, the rest is still paired as it was.
    assert_snapshot!(states(&less, &vouched(&less, &marked)), @"
    title done
    description done
    text done
    #valeurs done
    + #vision What we see
    ");
    let removed = marked.replace("## What we see\n\nIn 2034, everybody crosses.\n\n", "");
    assert_snapshot!(states(&less, &removed), @"
    title done
    description done
    text done
    #valeurs done
    + #vision
    ");
    assert_snapshot!(states(&less, &vouched(&less, &removed)), @"
    title done
    description done
    text done
    #valeurs done
    ");
}

#[test]
fn headings_are_paired_by_anchor_by_order_or_not_at_all() {
    let fr = "## Un\n\na\n\n## Deux\n\nb\n\n## Trois\n\nc\n";
    assert_snapshot!(states(fr, "## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc\n"), @"
    #un unmarked
    #deux unmarked
    #trois unmarked
    ");
    assert_snapshot!(states(fr, "## Three {#trois}\n\nc\n\n## One\n\na\n\n## Two\n\nb\n"), @"
    #un unmarked
    #deux unmarked
    #trois unmarked
    ");
    assert_snapshot!(states(fr, "## One\n\na\n\n## Two\n\nb\n"), @"
    #un unpaired
    #deux unpaired
    #trois unpaired
    + ? One
    + ? Two
    alone: 3 and 2
    ");
    assert_snapshot!(states(fr, "## Two {#deux}\n\nb\n"), @"
    #un missing
    #deux unmarked
    #trois missing
    ");
    assert_snapshot!(states(fr, "## One\n\na\n\n## Two\n\n<!-- b -->\n\n## Three\n\nc\n"), @"
    #un unmarked
    #deux missing
    #trois unmarked
    ");
}

#[test]
fn a_record_is_all_that_changes_in_a_file() {
    let fr = "# Un\n\nDeux.\n";
    let check = |en: &str, expected: &str| {
        let marked = vouched(fr, en);
        assert_eq!(marked, expected);
        assert_eq!(vouched(fr, &marked), marked, "twice is once");
    };
    let [title, text] = [&fingerprints(fr)[0], &fingerprints(fr)[1]];
    let toml = format!("[translation]\ntitle = \"{title}\"\ntext = \"{text}\"\n");
    let yaml = format!("translation:\n  title: \"{title}\"\n  text: \"{text}\"\n");
    check("# One\n\nTwo.\n", &format!("+++\n{toml}+++\n\n# One\n\nTwo.\n"));
    check("+++\n+++\n# One\n\nTwo.\n", &format!("+++\n{toml}+++\n# One\n\nTwo.\n"));
    check(
        "+++\ntitle = \"One\" # so\n[extra]\na = 1\n+++\nTwo.",
        &format!("+++\ntitle = \"One\" # so\n[extra]\na = 1\n\n{toml}+++\nTwo."),
    );
    check(
        "+++\ntitle = \"One\"\n\n[translation] # ours\ntitle = \"000000000000\"\n\"#un\" = \"000000000000\"\n\n# theirs\n[extra]\na = 1\n+++\nTwo.",
        &format!("+++\ntitle = \"One\"\n\n{toml}\n# theirs\n[extra]\na = 1\n+++\nTwo."),
    );
    check("---\ntitle: One\n---\nTwo.\n", &format!("---\ntitle: One\n{yaml}---\nTwo.\n"));
    check(
        "---\ntranslation:\n  title: \"000000000000\"\ntitle: One\n---\nTwo.\n",
        &format!("---\n{yaml}title: One\n---\nTwo.\n"),
    );
    let crlf = |text: &str| text.replace('\n', "\r\n");
    check(
        "+++\r\ntitle = \"One\"\r\n+++\r\nTwo.\r\n",
        &crlf(&format!("+++\ntitle = \"One\"\n\n{toml}+++\nTwo.\n")),
    );
    check("# One\r\n\r\nTwo.\r\n", &crlf(&format!("+++\n{toml}+++\n\n# One\n\nTwo.\n")));
    check("---\r\ntitle: One\r\n---\r\nTwo.\r\n", &crlf(&format!("---\ntitle: One\n{yaml}---\nTwo.\n")));
}

#[test]
fn a_header_that_could_be_broken_is_left_as_it_is() {
    let check = |en: &str, refused: &str| {
        let said = mark(&source("# Un\n\nDeux.\n"), &translation(en), &Vouched::All);
        assert_eq!(said.map_err(|refused| format!("{refused:?}")), Err(refused.to_owned()), "{en}");
    };
    check("+++\ntitle = \"One\"\nTwo.\n", "BrokenHeader");
    check("+++\ntitle = One two\n+++\nTwo.\n", "BrokenHeader");
    check("+++\ntitle = \"One\"\ntranslation = { title = \"000000000000\" }\n+++\nTwo.\n", "OtherForm");
    check("+++\ntitle = \"One\"\ntranslation.title = \"000000000000\"\n+++\nTwo.\n", "OtherForm");
    check("+++\ntitle = \"One\"\nextra.a = '''\n[translation]\n'''\n+++\nTwo.\n", "OtherForm");
    check("---\ntitle: One\ntranslation: {title: \"000000000000\"}\n---\nTwo.\n", "OtherForm");
}

#[test]
fn only_what_is_vouched_for_is_recorded() {
    let changed = MISSION.replace("traverse", "revient").replace("Pourquoi", "À quoi");
    let never_recorded = format!("title = \"{}\"\n", fingerprints(MISSION)[0]);
    let en = vouched(MISSION, MISSION_EN).replace(&never_recorded, "");
    let check = |vouched: Vouched, expected: &str| {
        let marked = mark(&source(&changed), &translation(&en), &vouched).expect("the header is sound");
        let [new, renewed, still] =
            [marked.new, marked.renewed, marked.still_stale].map(|keys| keys.join(" "));
        assert_eq!(format!("new: {new}; renewed: {renewed}; still stale: {still}"), expected);
    };
    check(Vouched::NewOnly, "new: title; renewed: ; still stale: description #vision");
    check(Vouched::All, "new: title; renewed: description #vision; still stale: ");
    check(Vouched::Only(vec!["vision".to_owned()]), "new: ; renewed: #vision; still stale: description");
}

fn stub_of(text: &str) -> String {
    let source = Source::new("content/doc.md", text);
    let config = site();
    stub(&Given { source: &source, language: "fr", into: "en-CA", config: &config, speaks: Lang::En })
}

#[test]
fn the_stub_of_a_plan_has_its_numbers_and_its_words_in_comments() {
    assert_snapshot!(stub_of(PLAN), @r#"
    +++
    kind = "plan"
    # Draft: remove these two lines when the translation may be published.
    draft = true
    # title = "Plan d’action"
    +++

    <!--
    Une page d’introduction.
    -->

    <!--
    ## Comment lire ce plan {#comment-lire-ce-plan}

    Les dates sont celles des comités.
    -->

    ## Orientation 1: <!-- Se loger -->

    <!--
    Le logement manque.
    -->

    ### 1.1. <!-- Savoir -->

    | No | Activity | Action |
    |---|---|---|
    | 1.1.1 | <!-- Portrait --> | <!-- Faire le portrait --> |
    | 1.1.2 | <!-- Registre --> | <!-- Tenir un registre --> |

    ### 1.2. <!-- Bâtir -->

    | No | Activity | Action |
    |---|---|---|
    | 1.2.1 | <!-- Immeuble --> | <!-- Monter le dossier<br>Trouver un terrain --> |

    <!--
    Voir le guide.
    -->

    ## Orientation 2: <!-- Se déplacer -->

    | No | Action |
    |---|---|
    | 2.1 | <!-- Lancer la navette --> |
    | 2.2 | <!-- Marcher --> |
    "#);
    assert_snapshot!(states(PLAN, &stub_of(PLAN)), @"
    title missing
    text missing
    #comment-lire-ce-plan missing
    #1 missing
    #1.text missing
    #1.1 missing
    #1.1.1 missing
    #1.1.2 missing
    #1.2 missing
    #1.2.1 missing
    #1.text-2 missing
    #2 missing
    #2.1 missing
    #2.2 missing
    ");
}

#[test]
fn numbers_with_gaps_are_those_of_the_source() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## 3. Se loger\n\n### 3.4 Bâtir\n\n\
                | No | Action |\n|---|---|\n| 2 | Creuser |\n| 7 | Couler |\n\n\
                ## Axe B : Bouger {#bouger}\n\n| Action |\n|---|\n| Marcher \\| courir -- vite |\n";
    assert_snapshot!(stub_of(plan), @r#"
    +++
    kind = "plan"
    # Draft: remove these two lines when the translation may be published.
    draft = true
    # title = "Plan"
    +++

    ## 3. <!-- Se loger -->

    ### 3.4. <!-- Bâtir -->

    | No | Action |
    |---|---|
    | 2 | <!-- Creuser --> |
    | 7 | <!-- Couler --> |

    ## Axis B: <!-- Bouger --> {#bouger}

    | No | Action |
    |---|---|
    | B.1 | <!-- Marcher \| courir -\- vite --> |
    "#);
    let words = stub_of(plan).replace("<!-- ", "").replace(" -->", "");
    assert_snapshot!(states(plan, &words), @"
    title missing
    #3 unmarked
    #3.4 unmarked
    #3.4.2 unmarked
    #3.4.7 unmarked
    #bouger unmarked
    #B.1 unmarked
    ");
}

#[test]
fn the_stub_of_a_plan_has_the_columns_of_its_author() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Se loger\n\n\
                | Action | Échéancier | Indicateur | Ce qu’on vise |\n|---|---|---|---|\n\
                | Creuser | 2026 | Dix trous | |\n| Couler | 2026 | | Un plancher |\n";
    let stub = stub_of(plan);
    assert_snapshot!(stub.split_once("draft = true\n").expect("a draft").1, @r#"
    # title = "Plan"
    +++

    ## 1. <!-- Se loger -->

    | No | Action | <!-- Indicateur --> | <!-- Ce qu’on vise --> |
    |---|---|---|---|
    | 1.1 | <!-- Creuser --> | <!-- Dix trous --> |  |
    | 1.2 | <!-- Couler --> |  | <!-- Un plancher --> |
    "#);
    assert_snapshot!(states(plan, &stub), @"
    title missing
    #1 missing
    #1.1 missing
    #1.1.fields missing
    #1.2 missing
    #1.2.fields missing
    ");
    assert_snapshot!(states(plan, &stub.replace("<!-- ", "").replace(" -->", "")), @"
    title missing
    #1 unmarked
    #1.1 unmarked
    #1.1.fields unmarked
    #1.2 unmarked
    #1.2.fields unmarked
    ");
}

#[test]
fn the_stub_of_any_other_document_has_its_headings() {
    let fr = "+++
kind = \"mission\"
path = \"/mission/\"
aliases = [
  \"/vieux/\",
]
title = \"Notre \\\"mission\\\"\"
weight = 2

[mission]
contact = \"info@example.org\"
+++

Un mot --> ici.

## Ce qui est retenu {.retained}

| a | b |
|---|---|
| 1 | 2 |

---

## Vision **claire**
";
    assert_snapshot!(stub_of(fr), @r#"
    +++
    # Draft: remove these two lines when the translation may be published.
    draft = true
    # title = "Notre \"mission\""
    kind = "mission"
    weight = 2

    [mission]
    contact = "info@example.org"
    +++

    <!--
    Un mot -\-> ici.
    -->

    ## <!-- Ce qui est retenu --> {#ce-qui-est-retenu .retained}

    <!--
    | a | b |
    |-|-|
    | 1 | 2 |

    ***
    -->

    ## <!-- Vision **claire** --> {#vision-claire}
    "#);
    assert_snapshot!(states(fr, &stub_of(fr)), @"
    title missing
    text missing
    #ce-qui-est-retenu missing
    #vision-claire missing
    ");
    assert_snapshot!(stub_of("---\ntitle: Le titre\ndraft: false\ndate: 2026-01-01\n---\nUn mot.\n"), @r#"
    ---
    # Draft: remove these two lines when the translation may be published.
    draft: true
    # title: "Le titre"
    date: 2026-01-01
    ---

    <!--
    Un mot.
    -->
    "#);
    assert_snapshot!(stub_of("# Le titre\n\nUn mot.\n"), @"
    +++
    # Draft: remove these two lines when the translation may be published.
    draft = true
    +++

    # <!-- Le titre --> {#le-titre}

    <!--
    Un mot.
    -->
    ");
}

#[test]
fn a_stub_that_is_filled_in_is_wholly_translated() {
    let filled = |fr: &str| {
        stub_of(fr)
            .replace("<!--", "")
            .replace("-->", "")
            .replace("\n# title", "\ntitle")
            .replace("\n# description", "\ndescription")
    };
    let check = |fr: &str| {
        let states = states(fr, &vouched(fr, &filled(fr)));
        assert!(states.lines().all(|line| line.ends_with(" done")), "{states}\n{}", filled(fr));
    };
    check(MISSION);
    check("# Le titre\n\nUn mot.\n\n## Une partie\n\nSa fin.\n");
    check(&PLAN.replace("\nVoir le guide.\n", ""));
}

#[test]
fn a_record_in_a_document_that_is_no_translation_is_told() {
    let codes = |path: &str, language: &str| {
        let source = Source::new(path, "+++\ntitle = \"A\"\n[translation]\ntitle = \"0f3a9c51d2b7\"\n+++\n");
        let found = kind::read(&source, language, &site()).diagnostics;
        found.iter().map(|diagnostic| diagnostic.problem.code()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes("content/a.md", "fr"), "translation-of-source");
    assert_eq!(codes("content/a.en.md", "en"), "");
}

proptest! {
    #[test]
    fn whatever_the_texts_a_record_is_made_once_and_changes_nothing_else(
        fr in "(#{1,3} [a-c]{1,3}( \\{#[a-c]\\})?\n|[a-c *]{0,5}\n|\n|\\| a \\| b \\|\n\\|---\\|---\\|\n){0,9}",
        en in "(#{1,3} [a-c]{1,3}( \\{#[a-c]\\})?\n|[a-c *]{0,5}\n|\n|<!-- a -->\n){0,9}",
    ) {
        let header = "+++\ntitle = \"T\"\n";
        let (fr, en) = (format!("{header}+++\n{fr}"), format!("{header}+++\n{en}"));
        let once = vouched(&fr, &en);
        prop_assert!(once.starts_with(header) && once.ends_with(&en[header.len()..]));
        prop_assert_eq!(&vouched(&fr, &once), &once);
        let states = states(&fr, &once);
        prop_assert!(!states.contains("unmarked") && !states.contains("stale"), "{}", states);
    }

    #[test]
    fn whatever_the_text_its_stub_can_be_filled_in(
        body in "(#{1,3} [a-c]{0,3}(-->)?\n|[a-c*>-]{0,6}\n|\n|- \\[ \\] [a-c]\n|\\| No \\| Action \\|\n\\|---\\|---\\|\n\\| 1 \\| a \\|\n){0,9}",
        kind in "plan|page",
    ) {
        let fr = format!("+++\ntitle = \"T\"\nkind = \"{kind}\"\n+++\n{body}");
        let states = states(&fr, &stub_of(&fr));
        prop_assert!(states.lines().all(|line| line.ends_with(" missing")), "{}\n{}", states, stub_of(&fr));
    }
}
