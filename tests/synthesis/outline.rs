//! The outline of a synthesis: what was read in it, a line for each thing.

use jalon::config;
use jalon::diagnostic::Diagnostic;
use jalon::kind::synthesis::{
    Certainty, Contribution, Contributions, Form, Names, Part, Section, SectionPart, Support, Synthesis,
};
use jalon::kind::{self, Body, Document};
use jalon::lang::Lang;
use jalon::markdown::Html;
use jalon::source::{Source, line_and_column};

pub const PATH: &str = "content/ateliers/2026-02-12-la-grande-tablee.md";

pub fn document(settings: &str, body: &str) -> (Document, Vec<Diagnostic>, Source) {
    let header = "+++\nkind = \"synthesis\"\ntitle = \"La grande tablée\"\n[synthesis]\n";
    let source = Source::new(PATH, format!("{header}{settings}+++\n{body}"));
    let site = "title = \"Site\"\n[people]\nRL = { name = \"Rémi Lavoie\", role = \"présidence\" }\nCL = { name = \"Comité logement\" }\n";
    let config = config::read(&Source::new("jalon.toml", site)).value;
    let noted = kind::read(&source, "fr", &config);
    (noted.value, noted.diagnostics, source)
}

pub fn synthesis(document: &Document) -> &Synthesis {
    let Body::Synthesis(synthesis) = &document.body else { panic!("this is a synthesis") };
    synthesis
}

/// The outline, then what is said; lines are counted from the first of the body.
pub fn check(body: &str) -> String {
    check_with("", body)
}

pub fn check_with(settings: &str, body: &str) -> String {
    let (document, diagnostics, source) = document(settings, body);
    let mut lines = facts(synthesis(&document));
    for part in &synthesis(&document).parts {
        match part {
            Part::Text(html) => lines.push(text(html)),
            Part::Block(block) => {
                let number = block.number.as_ref().map(|number| format!(" [{number}]")).unwrap_or_default();
                lines.push(format!("## {}{number} #{}", block.title.plain, block.id));
                block.sections.iter().for_each(|section| of_section(section, &mut lines));
            }
        }
    }
    let header_lines = 5 + settings.lines().count();
    for diagnostic in diagnostics {
        let place = diagnostic.span.map(|span| line_and_column(&source.text, span.start));
        let place =
            place.map(|(line, column)| format!("{}:{column} ", line as isize - header_lines as isize));
        lines.push(format!("! {}{}", place.unwrap_or_default(), diagnostic.problem.message(Lang::Fr)));
    }
    lines.join("\n").replace('\u{a0}', "~")
}

fn facts(synthesis: &Synthesis) -> Vec<String> {
    let Synthesis { event, place, facilitator, participants, speakers, leads_to, form, names, .. } =
        synthesis;
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: Option<String>| {
        facts.extend(value.map(|value| format!("{name} = {value}")));
    };
    fact("event", event.clone());
    fact("place", place.clone());
    fact("facilitator", facilitator.clone());
    fact("participants", participants.map(|n| n.to_string()));
    for speaker in speakers {
        let name = speaker.name.as_deref().unwrap_or("(sans nom)");
        fact("speaker", Some(format!("{name} | {}", speaker.details)));
    }
    for document in leads_to {
        fact("leads_to", Some(document.value.clone()));
    }
    fact("form", (*form == Form::Talk).then(|| "talk".to_owned()));
    if let Names::Hidden { n_hidden } = names {
        fact("hidden", Some(n_hidden.to_string()));
    }
    facts
}

fn of_section(section: &Section, lines: &mut Vec<String>) {
    let retained = if section.is_retained { " (retenu)" } else { "" };
    match &section.heading {
        Some(heading) => {
            let marks = "#".repeat(heading.level.into());
            lines.push(format!("{marks} {}{retained} #{}", heading.title.plain, heading.id));
        }
        None if !retained.is_empty() => lines.push(retained.trim().to_owned()),
        None => {}
    }
    for part in &section.parts {
        match part {
            SectionPart::Text(html) => lines.push(text(html)),
            SectionPart::List(Contributions { items, start }) => {
                lines.extend(start.filter(|start| *start != 1).map(|start| format!("(à partir de {start})")));
                said(items, "-", lines);
            }
            SectionPart::Columns(columns) => {
                for (at, row) in columns.rows.iter().enumerate() {
                    if let Some(labels) = &columns.labels {
                        lines.push(format!("| {} : {}", labels.title.plain, labels.rows[at].plain));
                    }
                    for (title, items) in columns.titles.iter().zip(row) {
                        lines.push(format!("| {}", title.plain));
                        said(items, "| -", lines);
                    }
                }
            }
            SectionPart::Strands(strands) => {
                for strand in &strands.strands {
                    lines.push(format!("* {}", strand.title.plain));
                    for idea in &strand.ideas {
                        let support = match &idea.support {
                            Support::ToFind => "à trouver".to_owned(),
                            Support::Named { words, certainty: Certainty::Stated } => words.plain.clone(),
                            Support::Named { words, certainty: Certainty::Doubtful } => {
                                format!("{} (douteux)", words.plain)
                            }
                        };
                        let fields: String = idea
                            .fields
                            .iter()
                            .map(|(name, words)| format!(" | {name} = {}", words.plain))
                            .collect();
                        lines.push(format!("  {} <- {support}{fields}", one(&idea.contribution)));
                    }
                }
            }
        }
    }
}

fn said(items: &[Contribution], mark: &str, lines: &mut Vec<String>) {
    for item in items {
        lines.push(format!("{mark} {}", one(item)));
        if !item.details.is_empty() {
            lines.push(format!("{mark} {}", text(&item.details)));
        }
        said(&item.items, &format!("  {mark}"), lines);
    }
}

fn one(contribution: &Contribution) -> String {
    let mentions = contribution.mentions.map(|n| format!(" ×{n}")).unwrap_or_default();
    format!("{}{mentions} #{}", contribution.line.plain, contribution.id)
}

/// The words of a text, its tags as `/`.
fn text(html: &Html) -> String {
    let words = plain(html);
    format!("(texte : {})", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// HTML without its tags.
pub fn plain(html: &Html) -> String {
    let filled = html.fill(&mut |_| String::new());
    let mut words = String::new();
    for (at, part) in filled.split('<').enumerate() {
        let part = if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) };
        words.push_str(part);
        words.push(' ');
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
