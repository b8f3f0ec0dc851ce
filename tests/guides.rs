//! The guides for who begins: what they show of a document, jalon makes of it; what they show of a
//! terminal, it answers.

#![cfg(feature = "sheets")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the guides and runs the program, and stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use jalon::date::Date;
use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// The header of a plan that the guide shows without one.
const HEADER: &str = "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-10-15\n\n\
    [plan]\nperiod = \"juillet 2026 à juin 2027\"\n+++\n\n";

fn guide(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    fs::read_to_string(path).unwrap().replace('\u{a0}', " ")
}

/// The blocks of a guide in order: what follows the fence, and the text.
fn blocks(guide: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = guide.split("\n```").collect();
    parts.chunks_exact(2).map(|pair| pair[1].split_once('\n').unwrap()).collect()
}

/// Each thing said of a plan, as a person reads it, its place left out.
fn said(plan: &str) -> String {
    let settings = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n";
    let files: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
        ("jalon.toml".to_owned(), settings.as_bytes().into()),
        ("content/plans/essai/index.md".to_owned(), plan.as_bytes().into()),
    ]);
    let build_day = Date::new(2026, 10, 15).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    told(&pipeline::run(&Inputs { files, options }))
}

/// What is told of a site, as a person reads it, its place left out.
fn told(outcome: &Outcome) -> String {
    let told = outcome.diagnostics.iter().map(|it| {
        let severity = if it.severity == Severity::Error { "erreur" } else { "attention" };
        let help = it.problem.help(Lang::Fr).map(|help| format!("\n  aide : {help}")).unwrap_or_default();
        format!("{severity} : {}{help}", it.problem.message(Lang::Fr))
    });
    told.collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

#[test]
fn each_plan_of_the_guide_is_read_as_it_says() {
    let guide = guide("ecrire-un-plan.md");
    let blocks = blocks(&guide);
    let mut n_plans = 0;
    for (at, (kind, plan)) in blocks.iter().enumerate() {
        if *kind != "markdown" {
            continue;
        }
        n_plans += 1;
        let plan = if plan.starts_with("+++") { format!("{plan}\n") } else { format!("{HEADER}{plan}\n") };
        let expected = blocks.get(at + 1).filter(|(kind, _)| *kind == "text").map_or("", |(_, text)| text);
        let expected = if expected.starts_with("pandoc") { "" } else { expected };
        let said = said(&plan);
        let first = if expected.is_empty() { said.as_str() } else { &said[..expected.len().min(said.len())] };
        assert_eq!(first, expected, "{plan}\n{said}");
    }
    assert!(n_plans >= 9, "{n_plans}");
}

/// A text whose numbers, which change from day to day, are all the same.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.replace('\u{a0}', " ").trim_end().chars() {
        let is_number = |c: char| c.is_ascii_digit();
        match c {
            c if is_number(c) && plain.ends_with('0') => {}
            c if is_number(c) => plain.push('0'),
            c => plain.push(c),
        }
    }
    // Hundredths of a second, and thousands.
    plain.replace("0,0 s", "0 s").replace("0 000", "0")
}

/// The words of a line, as a shell cuts it.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let cut = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    };
    parts.flat_map(cut).collect()
}

/// What the program answers to a line typed in a folder.
fn answer(folder: &Path, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command
        .args(&words(line)[1..])
        .args(["--lang", "fr"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// The lines typed in a block, each with what is answered.
fn typed(block: &str) -> Vec<(&str, String)> {
    let parts = format!("\n{block}").split("\n$ ").skip(1).map(str::to_owned).collect::<Vec<_>>();
    let lines = block.lines().filter_map(|line| line.strip_prefix("$ "));
    lines.zip(parts).map(|(line, part)| (line, part[line.len()..].trim_start().to_owned())).collect()
}

/// Changes a line of a document of the site as the guide shows it, whatever the years are.
fn edit(site: &Path, block: &str) {
    let line = |sign: &str| block.lines().find_map(|line| line.strip_prefix(sign)).unwrap();
    let (old, new) = (line("-"), line("+"));
    let (from, to) = (old.rsplit('|').nth(1).unwrap(), new.rsplit('|').nth(1).unwrap());
    let documents = walkdir::WalkDir::new(site.join("content")).into_iter().flatten();
    let documents = documents.filter(|entry| entry.path().extension().is_some_and(|it| it == "md"));
    let mut n_edited = 0;
    for document in documents {
        let text = fs::read_to_string(document.path()).unwrap();
        let edited: Vec<String> = text
            .lines()
            .map(|line| match plain(line) == plain(old) {
                true => line.replace(from, to),
                false => line.to_owned(),
            })
            .collect();
        n_edited += text.lines().zip(&edited).filter(|(before, after)| before != after).count();
        fs::write(document.path(), edited.join("\n") + "\n").unwrap();
    }
    assert_eq!(n_edited, 1, "{old}");
}

#[test]
fn the_first_site_goes_as_the_guide_says() {
    let guide = guide("premier-site.md");
    let here = tempfile::tempdir().unwrap();
    let mut folder = here.path().to_owned();
    let mut n_typed = 0;
    for (kind, block) in blocks(&guide) {
        if kind == "diff" {
            edit(&folder, block);
        }
        for (line, expected) in if kind == "console" { typed(block) } else { Vec::new() } {
            n_typed += 1;
            folder = follow(folder, line, &expected);
        }
    }
    assert!(n_typed >= 8, "{n_typed}");
}

/// Types a line; gives the folder where the next one is typed.
fn follow(folder: PathBuf, line: &str, expected: &str) -> PathBuf {
    match line.split_once(' ').unwrap() {
        ("cd", "..") => folder.parent().unwrap().to_owned(),
        ("cd", inside) => folder.join(inside),
        (_, command) if command.starts_with("serve") => folder,
        // What is due soon depends on the day.
        (_, "status") => {
            let first = |text: &str| plain(text.lines().next().unwrap());
            assert_eq!(first(&answer(&folder, line)), first(expected));
            folder
        }
        _ => {
            assert_eq!(plain(&answer(&folder, line)), plain(expected), "{line}");
            folder
        }
    }
}

/// A plan of one's own in the place of the sample one, in the same file.
const OWN_PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Plan d’action 2026-2027\"\n\n[plan]\n\
    period = \"juillet 2026 à juin 2027\"\n+++\n\n## Orientation 1 : Bouger\n\n\
    | Actions | Échéancier | État |\n|---|---|---|\n| Danser | Mars 2027 | En cours |\n";

#[test]
fn a_plan_in_the_place_of_the_sample_one_asks_what_the_guide_says() {
    let guide = guide("premier-site.md");
    let (_, passage) = guide.split_once("### Votre plan à la place de l’exemple").unwrap();
    let [("text", expected), ..] = blocks(passage)[..] else { panic!("{passage}") };
    let here = tempfile::tempdir().unwrap();
    answer(here.path(), "jalon init site --title \"La Ruche\"");
    let site = here.path().join("site");
    let find = |end: &str| {
        let files = walkdir::WalkDir::new(site.join("content")).into_iter().flatten();
        let path = |entry: walkdir::DirEntry| entry.into_path().to_string_lossy().replace('\\', "/");
        files.map(path).find(|path| path.ends_with(end)).unwrap()
    };
    let plan = find("/index.md");
    fs::write(&plan, OWN_PLAN).unwrap();
    let told = answer(&site, "jalon build").replace('\u{a0}', " ");
    for line in expected.lines() {
        assert!(told.contains(line), "{line}\n{told}");
    }
    // What the guide says to do about it.
    let log = find("suivi.csv");
    let titles = fs::read_to_string(&log).unwrap().lines().next().unwrap().to_owned();
    fs::write(&log, titles).unwrap();
    fs::remove_file(find("ce-qui-nous-rassemble.md")).unwrap();
    assert!(answer(&site, "jalon check").contains("rien à signaler"));
    fs::remove_file(log).unwrap();
    assert!(answer(&site, "jalon check").contains("rien à signaler"));
}

#[test]
fn the_plan_of_the_second_year_carries_over_what_the_guide_says() {
    let guide = guide("deuxieme-annee.md");
    let blocks = blocks(&guide);
    let plans: Vec<&str> = blocks.iter().filter(|(kind, _)| *kind == "markdown").map(|it| it.1).collect();
    let [next, previous] = plans[..] else { panic!("two plans are shown: {plans:?}") };
    let settings = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n";
    let files: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
        ("jalon.toml".to_owned(), settings.as_bytes().into()),
        ("content/plans/2025-2026/index.md".to_owned(), previous.as_bytes().into()),
        ("content/plans/2026-2027/index.md".to_owned(), next.as_bytes().into()),
    ]);
    let build_day = Date::new(2026, 7, 2).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let expected = blocks.iter().find(|(kind, _)| *kind == "text").unwrap().1;
    assert_eq!(told(&outcome), expected);
    let page = |path: &str| String::from_utf8_lossy(&outcome.files[path].bytes).replace('\u{a0}', " ");
    let next = page("plans/2026-2027/index.html");
    for words in [
        "Reprises du plan précédent",
        "2 actions reprises ici",
        "1 réalisée",
        "2 non reprises",
        "Projet de plan",
    ] {
        assert!(next.contains(words), "{words}");
    }
    let previous = page("plans/2025-2026/index.html");
    assert!(previous.contains("Plan clos") && previous.contains("Reprise par l’action 1.3"), "{previous}");
}
