//! The sample sites, in each language, each size, for each host, on any day.

use std::collections::BTreeMap;

use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::pipeline::Drafts;
use jalon::starter::site::{Hosting, Sample, Wish, files};

use crate::{Files, build, day, said};

const SAMPLES: [Sample; 2] = [Sample::Full, Sample::Minimal];
const LANGS: [Lang; 2] = [Lang::Fr, Lang::En];

fn wish(lang: Lang, sample: Sample, today: &str) -> Wish {
    Wish { title: Some("La Ruche".to_owned()), lang, sample, hosting: Hosting::None, today: day(today) }
}

/// What jalon reads of a new site.
fn read(files: &BTreeMap<String, String>) -> Files {
    let of_site = files.iter().filter(|(path, _)| *path == "jalon.toml" || path.starts_with("content/"));
    of_site.map(|(path, text)| (path.clone(), text.as_bytes().into())).collect()
}

fn every_wish() -> Vec<Wish> {
    let wishes = LANGS.into_iter().flat_map(|lang| SAMPLES.map(|sample| wish(lang, sample, "2026-03-09")));
    wishes.flat_map(|wish| Hosting::ALL.map(|hosting| Wish { hosting, ..wish.clone() })).collect()
}

#[test]
fn every_sample_builds_without_a_word_on_any_day() {
    for today in ["2026-01-01", "2026-06-30", "2026-11-22", "2027-12-31", "2028-02-29", "2031-07-14"] {
        for (lang, sample) in LANGS.into_iter().flat_map(|lang| SAMPLES.map(|sample| (lang, sample))) {
            let outcome = build(&read(&files(&wish(lang, sample, today))), day(today), Drafts::LeftOut);
            assert_eq!(said(&outcome), [""; 0], "{lang:?} {sample:?} {today}");
            let n_actions = if sample == Sample::Full { 6 } else { 3 };
            assert_eq!(outcome.n_actions, n_actions, "{lang:?} {sample:?}");
        }
    }
}

#[test]
fn a_sample_left_alone_for_years_still_builds() {
    for lang in LANGS {
        let files = read(&files(&wish(lang, Sample::Full, "2026-03-09")));
        let outcome = build(&files, day("2030-03-09"), Drafts::LeftOut);
        assert!(
            outcome.diagnostics.iter().all(|it| it.severity == Severity::Warning),
            "{:?}",
            said(&outcome)
        );
        let plan = String::from_utf8(outcome.files["plans/2025-2027/plan.json"].bytes.to_vec()).unwrap();
        assert!(plan.contains("\"late\": 4") || plan.contains("\"late\":4"), "{plan}");
    }
}

#[test]
fn each_host_has_its_file_which_builds_at_each_change_and_each_day() {
    for wish in every_wish() {
        let files = files(&wish);
        let publisher = match wish.hosting {
            Hosting::Github | Hosting::Netlify | Hosting::Cloudflare | Hosting::Ftp => {
                ".github/workflows/site.yml"
            }
            Hosting::Gitlab => ".gitlab-ci.yml",
            Hosting::None => "",
        };
        let publishers: Vec<&String> =
            files.keys().filter(|path| path.ends_with(".yml") || path.ends_with(".yaml")).collect();
        match publisher {
            "" => assert!(publishers.is_empty(), "{publishers:?}"),
            path => {
                assert_eq!(publishers, [path]);
                let text = &files[path];
                let runs_daily = match wish.hosting {
                    Hosting::Gitlab => files["README.md"].contains("Pipeline schedules"),
                    Hosting::Github
                    | Hosting::Netlify
                    | Hosting::Cloudflare
                    | Hosting::Ftp
                    | Hosting::None => text.contains("\n  push:") && text.contains("- cron: \"17 9 * * *\""),
                };
                assert!(runs_daily, "{text}");
                assert!(text.contains("JALON: jalon@0.") && text.contains(" build"), "{text}");
            }
        }
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    for wish in every_wish() {
        for (path, text) in files(&wish) {
            let is_open =
                |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            for said in [&path, &text] {
                let left = said.split('%').skip(1).find(|word| is_open(word));
                assert_eq!(left, None, "{path}");
            }
            assert!(text.ends_with('\n') && !text.contains("\n\n\n"), "{path}");
        }
    }
}

#[test]
fn each_sample_speaks_one_language() {
    let of_french = [" les ", " est ", " une ", " pour "];
    let of_english = [" the ", " is ", " and ", " with "];
    for wish in every_wish() {
        let others = if wish.lang == Lang::Fr { of_english } else { of_french };
        for (path, text) in files(&wish) {
            // A menu of a host that has no French name.
            let text = text.replace("Secrets and variables", "").to_lowercase();
            assert_eq!(others.into_iter().find(|word| text.contains(word)), None, "{path}");
        }
    }
}

#[test]
fn the_name_of_the_association_is_kept_as_it_is() {
    for title in ["La \"Ruche\" \\ l’abri", "100 %year% %", "  Deux\n  lignes ", "<b>Gras</b> & *cie*"] {
        for sample in SAMPLES {
            let wish = Wish { title: Some(title.to_owned()), ..wish(Lang::Fr, sample, "2026-03-09") };
            let files = files(&wish);
            assert_eq!(said(&build(&read(&files), wish.today, Drafts::LeftOut)), [""; 0], "{title}");
            let settings: toml::Table = files["jalon.toml"].parse().unwrap();
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(settings["title"].as_str(), Some(words(title).as_str()));
        }
    }
}

#[test]
fn the_settings_that_are_proposed_are_right() {
    for lang in LANGS {
        let text = &files(&wish(lang, Sample::Full, "2026-03-09"))["jalon.toml"];
        // Each proposal, its number sign taken off. No picture nor icon is there, and an acronym
        // that nobody uses needs not be ignored.
        let is_apart = |line: &&str| !["logo", "favicon", "ignore"].into_iter().any(|key| line.contains(key));
        let proposed = text.lines().filter(is_apart).map(|line| line.strip_prefix("#   ").unwrap_or(line));
        let settings = proposed.collect::<Vec<_>>().join("\n").replace("# typography", "typography");
        let mut files = read(&files(&wish(lang, Sample::Full, "2026-03-09")));
        files.insert("jalon.toml".to_owned(), settings.as_bytes().into());
        assert_eq!(said(&build(&files, day("2026-03-09"), Drafts::LeftOut)), [""; 0], "{settings}");
    }
}

#[test]
fn the_settings_ask_for_what_the_host_reads() {
    let asked = |hosting: Hosting, lang: Lang| {
        let wish = Wish { hosting, ..wish(lang, Sample::Minimal, "2026-03-09") };
        let settings: toml::Table = files(&wish)["jalon.toml"].parse().unwrap();
        let hosting = settings.get("hosting").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        hosting.iter().map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>().join(", ")
    };
    for (hosting, expected) in [
        (Hosting::Github, "nojekyll = true"),
        (Hosting::Gitlab, "precompress = [\"gz\"]"),
        (Hosting::Netlify, "headers = true"),
        (Hosting::Cloudflare, "headers = true, redirects = true"),
        (Hosting::Ftp, "headers = true, redirects = true"),
        (Hosting::None, ""),
    ] {
        for lang in LANGS {
            let mut said: Vec<String> = asked(hosting, lang).split(", ").map(str::to_owned).collect();
            said.sort();
            assert_eq!(said.join(", "), expected, "{hosting:?}");
        }
    }
}
