//! How long many documents take, whole and piece by piece; see `benches/README.md`.

mod floor;
mod made;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use divan::{AllocProfiler, Bencher, black_box};
use jalon::config;
use jalon::disk::aside::Aside;
use jalon::disk::publish;
use jalon::kind;
use jalon::pipeline::{self, File};
use jalon::source::Source;
use jalon::typography::Typography;
use jalon::typography::html::set_page;
use made::Dialect;

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

const N_DOCUMENTS: usize = 300;

#[expect(clippy::disallowed_methods, reason = "a measure reads its own command line")]
fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--write", n_documents, dialect, folder] => {
            let n_documents = n_documents.parse().expect("a number of documents");
            write_site(n_documents, dialect_of(dialect), Path::new(folder));
        }
        ["--floor", content, published, out] => {
            floor::write(Path::new(content), Path::new(published), Path::new(out));
        }
        _ => divan::main(),
    }
}

fn dialect_of(word: &str) -> Dialect {
    match word {
        "pages" => Dialect::Pages,
        "kinds" => Dialect::Kinds,
        "zola" => Dialect::Zola,
        other => panic!("`{other}` is none of `pages`, `kinds`, `zola`"),
    }
}

#[expect(clippy::disallowed_methods, reason = "the files are asked for by hand")]
fn write_site(n_documents: usize, dialect: Dialect, folder: &Path) {
    for (path, text) in made::site(n_documents, dialect) {
        let path = folder.join(path);
        let parent = path.parent().expect("every file is in the folder");
        std::fs::create_dir_all(parent).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }
}

#[divan::bench(sample_count = 5, sample_size = 1, args = [100, 1000])]
fn whole_site_of_pages(bencher: Bencher<'_, '_>, n_documents: usize) {
    let inputs = made::inputs(n_documents, Dialect::Pages);
    bencher.bench_local(|| pipeline::run(black_box(&inputs)));
}

#[divan::bench(sample_count = 5, sample_size = 1, args = [100, 1000])]
fn whole_site_of_plans_syntheses_and_news(bencher: Bencher<'_, '_>, n_documents: usize) {
    let inputs = made::inputs(n_documents, Dialect::Kinds);
    bencher.bench_local(|| pipeline::run(black_box(&inputs)));
}

#[divan::bench(args = ["plans", "ateliers", "actualites"])]
fn reading_a_document(bencher: Bencher<'_, '_>, folder: &str) {
    let path = format!("content/{folder}/document-00001.md");
    let text = made::site(10, Dialect::Kinds).remove(&path).expect("each folder has a document");
    let (config, source) = (config::read(&Source::new("jalon.toml", "")).value, Source::new(path, text));
    bencher.bench_local(|| kind::read(black_box(&source), "fr", &config));
}

#[divan::bench]
fn setting_the_texts_of_a_page(bencher: Bencher<'_, '_>) {
    let page = a_page();
    bencher.bench_local(|| set_page(black_box(&page), Typography::of_tag("fr-CA")));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn publishing_for_the_first_time(bencher: Bencher<'_, '_>) {
    let files = published();
    let folder = || tempfile::tempdir().expect("a folder of our own");
    bencher.with_inputs(folder).bench_local_values(|folder| {
        publish(folder.path(), black_box(&files));
        folder
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn publishing_again_what_did_not_change(bencher: Bencher<'_, '_>) {
    let (files, folder) = (published(), tempfile::tempdir().expect("a folder of our own"));
    publish(folder.path(), &files);
    bencher.bench_local(|| publish(folder.path(), black_box(&files)));
}

fn publish(folder: &Path, files: &BTreeMap<String, File>) {
    let aside = Aside::of(folder);
    files.iter().for_each(|(path, file)| aside.put(path.clone(), file.clone()));
    publish::publish(aside).expect("our own folder can be read and written");
}

fn published() -> BTreeMap<String, File> {
    pipeline::run(&made::inputs(N_DOCUMENTS, Dialect::Pages)).files
}

fn a_page() -> String {
    let bytes: Arc<[u8]> = published().remove("ateliers/document-00001/index.html").expect("a page").bytes;
    String::from_utf8_lossy(&bytes).into_owned()
}
