//! How long a large plan takes, whole and piece by piece, with the memory each needs.
//!
//! ```text
//! cargo bench                                   every measure
//! cargo bench -- timeframes                     one of them
//! cargo bench --bench large_plan -- --write DIR the files of the large plan, to build with the program
//! ```
//!
//! The promise for 5 000 actions and 50 000 entries is under 3 s of processor time, all threads
//! together, and under 300 MB at the peak. It is that of the program, so it is measured from outside:
//!
//! ```text
//! cargo build --release
//! /usr/bin/time -f '%U s + %S s, %M KiB' target/release/jalon build --root DIR --format short 2>&1 | tail -1
//! ```

mod made;

use std::path::Path;

use divan::{AllocProfiler, Bencher, black_box};
use jalon::config;
use jalon::date::Date;
use jalon::kind;
use jalon::kind::plan::timeframe::{self, Calendar};
use jalon::kind::plan::{progress, status};
use jalon::lang::Lang;
use jalon::markdown;
use jalon::pipeline;
use jalon::source::Source;
use jalon::theme::Theme;
use made::{LARGE, Size};

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

const SMALL: Size = Size { n_orientations: 4, n_objectives: 5, n_actions: 5, n_entries: 10 };

#[expect(clippy::disallowed_methods, reason = "a measure reads its own command line")]
fn main() {
    let mut words = std::env::args().skip_while(|word| word != "--write");
    match (words.next(), words.next()) {
        (Some(_), Some(folder)) => write_site(Path::new(&folder)),
        _ => divan::main(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the files are asked for by hand")]
fn write_site(folder: &Path) {
    for (path, text) in made::site(LARGE) {
        let path = folder.join(path);
        let parent = path.parent().expect("every file is in the folder");
        std::fs::create_dir_all(parent).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn whole_site_of_5000_actions(bencher: Bencher<'_, '_>) {
    let inputs = made::inputs(LARGE);
    bencher.bench_local(|| pipeline::run(black_box(&inputs)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn whole_site_of_100_actions(bencher: Bencher<'_, '_>) {
    let inputs = made::inputs(SMALL);
    bencher.bench_local(|| pipeline::run(black_box(&inputs)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn reading_a_plan_of_5000_actions(bencher: Bencher<'_, '_>) {
    let config = config::read(&Source::new("jalon.toml", "")).value;
    let source = Source::new("content/plan.md", made::plan(LARGE));
    bencher.bench_local(|| kind::read(black_box(&source), "fr", &config));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn markdown_of_5000_actions(bencher: Bencher<'_, '_>) {
    let source = Source::new("content/plan.md", made::plan(LARGE));
    let body_start = source.text.find("Un plan").expect("the plan has an introduction");
    bencher.bench_local(|| {
        let mut problems = jalon::diagnostic::Problems::in_file("content/plan.md");
        markdown::read(black_box(&source), body_start, Lang::Fr, &mut problems)
    });
}

#[divan::bench(args = [
    "3 octobre 2026", "Aut. 25 – Hiver 26", "D’ici mars 2027", "2 fois par mois", "dans la mesure du possible",
])]
fn timeframes(text: &str) -> (timeframe::Timeframe, Vec<timeframe::Doubt>) {
    timeframe::read(black_box(text), Lang::Fr, &Calendar::default())
}

#[divan::bench(args = ["En cours", "Partiellement réalisée : il manque l’affiche", "6 familles rejointes"])]
fn statuses(text: &str) -> (status::Status, Option<&'static str>) {
    status::read(black_box(text), &status::AddedWords::default(), Lang::Fr)
}

#[divan::bench]
fn counting_5000_actions(bencher: Bencher<'_, '_>) {
    let config = config::read(&Source::new("jalon.toml", "")).value;
    let document = kind::read(&Source::new("content/plan.md", made::plan(LARGE)), "fr", &config).value;
    let kind::Body::Plan(plan) = &document.body else { return };
    let reference = Date::new(2026, 9, 30).expect("a day of the calendar");
    bencher.bench_local(|| progress::Progress::of(plan.actions(), black_box(reference)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn compiling_the_default_theme() -> Theme {
    Theme::new(Vec::new()).value
}
