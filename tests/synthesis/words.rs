//! No word of a synthesis is lost, whatever its shape.

use std::collections::BTreeMap;

use jalon::kind::synthesis::{Contribution, Part, SectionPart, Support, Synthesis};
use jalon::markdown::Line;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use crate::outline::{document, plain, synthesis};

/// Every text of a synthesis, each once.
fn texts(synthesis: &Synthesis) -> Vec<String> {
    let mut texts = Vec::new();
    for part in &synthesis.parts {
        match part {
            Part::Text(html) => texts.push(plain(html)),
            Part::Block(block) => {
                texts.push(words_of(&block.title));
                for section in &block.sections {
                    texts.extend(section.heading.iter().map(|heading| words_of(&heading.title)));
                    section.parts.iter().for_each(|part| of_part(part, &mut texts));
                }
            }
        }
    }
    texts.extend(synthesis.footnotes.iter().map(|footnote| plain(&footnote.html)));
    texts
}

/// A line is read twice, as HTML and as words: they must agree.
fn words_of(line: &Line) -> String {
    let (shown, said) = (words(&plain(&line.html)), words(&line.plain));
    assert_eq!(shown, said, "{line:?}");
    line.plain.clone()
}

fn of_part(part: &SectionPart, texts: &mut Vec<String>) {
    match part {
        SectionPart::Text(html) => texts.push(plain(html)),
        SectionPart::List(list) => list.items.iter().for_each(|item| of_contribution(item, texts)),
        SectionPart::Columns(columns) => {
            texts.extend(columns.titles.iter().map(words_of));
            if let Some(labels) = &columns.labels {
                texts.push(words_of(&labels.title));
                texts.extend(labels.rows.iter().map(words_of));
            }
            columns.rows.iter().flatten().flatten().for_each(|item| of_contribution(item, texts));
        }
        SectionPart::Strands(strands) => {
            texts.extend(strands.titles.iter().map(words_of));
            for strand in &strands.strands {
                texts.push(words_of(&strand.title));
                for idea in &strand.ideas {
                    of_contribution(&idea.contribution, texts);
                    texts.extend(idea.fields.iter().map(|(_, line)| words_of(line)));
                    if let Support::Named { words, .. } = &idea.support {
                        texts.push(words_of(words));
                    }
                }
            }
        }
    }
}

fn of_contribution(contribution: &Contribution, texts: &mut Vec<String>) {
    let Contribution { id: _, line, mentions, items, details, span: _ } = contribution;
    texts.push(words_of(line));
    // A count in the middle of a line is still among its words.
    let is_inside = mentions.is_some_and(|n| line.plain.contains(&format!("({n})")));
    texts.extend(mentions.filter(|_| !is_inside).map(|n| n.to_string()));
    texts.push(plain(details));
    items.iter().for_each(|item| of_contribution(item, texts));
}

/// The words of a text, and how many times it has each.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_insert(0) += 1;
    }
    counts
}

/// The words of a body that are in no part of what was read of it.
fn lost(body: &str, is_markup: impl Fn(&str) -> bool) -> Vec<String> {
    let (document, _, _) = document("", body);
    let read = words(&texts(synthesis(&document)).join(" "));
    let written = words(body).into_iter().filter(|(word, _)| !is_markup(word));
    written
        .filter(|(word, n)| read.get(word).copied().unwrap_or(0) < *n)
        .map(|(word, n)| format!("{word} ×{n}, found {}", read.get(&word).copied().unwrap_or(0)))
        .collect()
}

#[test]
fn no_word_of_the_demonstration_is_lost() {
    let text = include_str!("../../content/ateliers/2025-04-10-passer-le-pont.md");
    let body = text.split("+++\n").nth(2).unwrap();
    // What is not said: addresses of links, a mark, and the numbers of a list.
    let body = without_addresses(body);
    assert_eq!(
        lost(&body, |word| matches!(word, "retained" | "1" | "2" | "3" | "4" | "5")),
        Vec::<String>::new()
    );
}

/// A text without the addresses of its links.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + "]" + part.split_once(')').map_or("", |(_, after)| after))
}

/// A few words, each its own, so that losing one shows.
fn some_words() -> impl Strategy<Value = String> {
    prop::collection::vec(("[a-zéèçœ]{1,9}", any::<u16>()), 1..5).prop_map(|words| {
        words.into_iter().map(|(word, n)| format!("{word}{n}")).collect::<Vec<_>>().join(" ")
    })
}

/// A contribution as people write one: with a count, a link, bold, or several glued on a line.
fn said() -> impl Strategy<Value = String> {
    let count = prop_oneof![
        4 => Just(String::new()),
        1 => (1..999u32).prop_map(|n| format!(" ({n})")),
        1 => (1..99u32).prop_map(|n| format!("({n})")),
        1 => (1..99u32).prop_map(|n| format!(" ({n});")),
        1 => (1..99u32).prop_map(|n| format!("({n}) - ensemble")),
        1 => (1990..2030u32).prop_map(|n| format!(" ({n})")),
        1 => Just(" (CLSC)".to_owned()),
        1 => Just(" ?".to_owned()),
    ];
    (some_words(), some_words(), 0..4u8, count).prop_map(|(first, second, shape, count)| match shape {
        0 => format!("{first}{count}"),
        1 => format!("**{first}** {second}{count}"),
        2 => format!("*{first}{count}*"),
        _ => format!("{first} & < {second} >{count}"),
    })
}

fn cell() -> impl Strategy<Value = String> {
    let list = |mark: &'static str| {
        prop::collection::vec(said(), 1..4).prop_map(move |items| {
            items.iter().map(|item| format!("{mark}{item}")).collect::<Vec<_>>().join("<br>")
        })
    };
    prop_oneof![
        1 => Just(String::new()),
        2 => said(),
        3 => list("- "),
        1 => list("• "),
        1 => list(""),
        1 => (said(), list("- ")).prop_map(|(first, rest)| format!("{first}<br>{rest}")),
    ]
}

fn table() -> impl Strategy<Value = String> {
    let titles = prop_oneof![
        Just(["Gauche", "Droite", "Milieu"]),
        Just(["Positifs", "Négatifs", "Note"]),
        Just(["Question", "Réponses", "Suites"]),
        Just(["Volet", "Idée", "Soutien"]),
        Just(["Thème", "Soutien", "Échéance"]),
        Just(["Idée", "Coût", "Appui"]),
    ];
    (titles, prop::collection::vec([cell(), cell(), cell()], 1..4)).prop_map(|(titles, rows)| {
        let rows: String = rows.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect();
        format!("| {} |\n|---|---|---|\n{rows}", titles.join(" | "))
    })
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => some_words().prop_map(|words| format!("## Bloc {words}\n")),
        2 => some_words().prop_map(|words| format!("### {words}\n")),
        1 => some_words().prop_map(|words| format!("#### {words} retenus\n")),
        1 => some_words().prop_map(|words| format!("### Bibliographie {words}\n")),
        2 => some_words(),
        1 => some_words().prop_map(|words| format!("> {words}\n> – {words}x\n")),
        3 => prop::collection::vec(said(), 1..5).prop_map(|items| items.iter().map(|item| format!("- {item}\n")).collect()),
        1 => [said(), said()].prop_map(|[above, below]| format!("- {above}\n  - {below}\n\n    {below}suite\n")),
        3 => table(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_any_synthesis_is_lost(pieces in prop::collection::vec(piece(), 1..8)) {
        let body = format!("\n{}", pieces.join("\n\n"));
        let (document, diagnostics, _) = document("", &body);
        // A row that cannot be read is an error, and nothing is published.
        let is_published = diagnostics.iter().all(|it| it.severity == jalon::diagnostic::Severity::Warning);
        let lost = if is_published { lost(&body, |word| word == "br") } else { Vec::new() };
        assert!(lost.is_empty(), "{lost:?} in {body} read as {:#?}", synthesis(&document));
    }

    #[test]
    fn any_text_is_read_and_every_anchor_is_its_own(body in "(## |### |- |\\| |\n|a|\\(2\\)| |<br>|é|\\{|\\}|>|---\\|---\n|Idée|Soutien){0,60}") {
        let (document, _, _) = document("names = \"hidden\"\npeople = [\"a é\"]\n", &body);
        let mut ids: Vec<String> = Vec::new();
        for (block, section) in synthesis(&document).sections() {
            ids.extend(section.heading.iter().map(|heading| heading.id.clone()));
            ids.extend(section.contributions().iter().map(|said| said.id.clone()));
            if section.heading.is_none() { ids.push(block.id.clone()); }
        }
        let n_ids = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "{body}");
    }
}
