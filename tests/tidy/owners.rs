//! Owners: each outside crate, and each door of the machine, has a place of its own.

use std::collections::BTreeSet;

use crate::tree::{self, File, Finding, starts_of};

/// Who may use a name: files whose path starts with one of these.
struct Owned {
    name: &'static str,
    owners: &'static [&'static str],
}

const fn owned(name: &'static str, owners: &'static [&'static str]) -> Owned {
    Owned { name, owners }
}

/// The outside crates. A crate that is new in Cargo.toml gets its line, hence its owner, here.
const CRATES: &[Owned] = &[
    owned("ammonia", &["src/import/html", "src/markdown"]),
    owned("annotate_snippets", &["src/cli"]),
    owned("anstream", &["src/cli"]),
    owned("blake3", &["src/translations"]),
    owned("brotli", &["src/export/compressed"]),
    owned("calamine", &["src/sheet"]),
    owned("clap", &["src/cli"]),
    owned("clap_complete", &["src/cli/completions.rs"]),
    owned("clap_mangen", &["src/cli/man.rs"]),
    owned("csv", &["src/export", "src/sheet"]),
    owned("ctrlc", &["src/cli"]),
    owned("encoding_rs", &["src/sheet"]),
    owned("flate2", &["src/export/compressed"]),
    owned("httparse", &["src/server"]),
    owned("icalendar", &["src/export/ics"]),
    owned("idna", &["src/config/address.rs"]),
    owned("imagesize", &["src/picture"]),
    owned("icu_calendar", &["src/locale"]),
    owned("icu_collator", &["src/locale"]),
    owned("icu_datetime", &["src/locale"]),
    owned("icu_decimal", &["src/locale"]),
    owned("icu_list", &["src/locale"]),
    owned("icu_locale_core", &["src/locale"]),
    owned("icu_plurals", &["src/locale"]),
    owned("icu_provider", &["src/locale"]),
    owned("include_dir", &["src/starter", "src/theme"]),
    // The command line alone asks which day it is.
    owned("jiff", &["src/cli", "src/date"]),
    // Looks for a byte, many at a time: whoever passes over whole texts may use it.
    owned("memchr", &["src/"]),
    owned("mimalloc", &["src/main.rs"]),
    owned("palette", &["src/colour"]),
    owned("notify", &["src/watch"]),
    owned("pulldown_cmark", &["src/markdown"]),
    owned("quick_xml", &["src/import/docx", "src/sheet"]),
    owned(
        "rayon",
        &[
            "src/check",
            "src/disk",
            "src/kind/mod.rs",
            "src/page",
            "src/pipeline",
            "src/search",
            "src/site",
            "src/theme",
        ],
    ),
    owned("rust_stemmers", &["src/search"]),
    owned("rustc_hash", &["src/site/claims.rs", "src/words.rs"]),
    owned("rust_xlsxwriter", &["src/export/xlsx"]),
    owned("saphyr_parser", &["src/record"]),
    // The derive macros only describe our types: every module may use them.
    owned("serde", &["src/"]),
    owned("serde_json", &["src/cli", "src/json.rs", "src/schema"]),
    owned("simdutf8", &["src/decode.rs", "src/theme"]),
    owned("slug", &["src/markdown", "src/site", "src/starter"]),
    owned("strsim", &["src/lang"]),
    owned("sys_locale", &["src/cli"]),
    owned("tera", &["src/theme"]),
    owned("toml", &["src/record"]),
    owned("twox_hash", &["src/digest.rs"]),
    owned("unicode_normalization", &["src/disk", "src/lang"]),
    owned("unicode_width", &["src/cli"]),
    owned("ureq", &["src/visit"]),
    owned("walkdir", &["src/disk"]),
    owned("zip", &["src/sheet"]),
];

/// The doors of the standard library, by their last words.
const DOORS: &[Owned] = &[
    owned("env", &["src/cli"]),
    owned("fs", &["src/disk"]),
    // The command line names the address that the server is asked for.
    owned("net", &["src/cli/serve", "src/server"]),
    owned("process", &["src/cli", "src/main.rs"]),
    // The date of a file is no clock; a wait is measured by one, and none of it reaches a file.
    owned("SystemTime", &["src/cli", "src/disk/scan"]),
    owned("Instant", &["src/cli", "src/server", "src/watch"]),
];

/// What writes to the terminal.
const PRINTERS: &[&str] = &["print!(", "println!(", "eprint!(", "eprintln!("];

impl Owned {
    fn admits(&self, file: &File) -> bool {
        self.owners.iter().any(|owner| file.path.starts_with(owner))
    }

    fn refusal(&self) -> String {
        format!("`{}` is used in {} alone", self.name, self.owners.join(", "))
    }
}

/// Every use of an outside crate away from its owner.
fn crates(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, code) in file.code() {
        for owned in CRATES.iter().filter(|owned| !owned.admits(file)) {
            let path = format!("{}::", owned.name);
            let import = format!("use {};", owned.name);
            let used = !starts_of(code, &path).is_empty();
            if used || code.trim_start().starts_with(&import) {
                findings.push(Finding::at(file, line, owned.refusal()));
            }
        }
    }
    findings
}

/// Every use of the disk, the clock, the network or the surroundings away from its owner.
fn doors(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, code) in file.code() {
        for door in DOORS.iter().filter(|door| !door.admits(file)) {
            let opened = starts_of(code, "std::").into_iter().any(|at| {
                let names =
                    |c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':' | '{' | '}' | ',' | ' '));
                let path = code[at..].split(names).next().unwrap_or_default();
                path.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|part| part == door.name)
            });
            if opened {
                findings.push(Finding::at(file, line, door.refusal()));
            }
        }
    }
    findings
}

/// Every print away from the report.
fn printers(file: &File) -> Vec<Finding> {
    if file.path.starts_with("src/cli/report") {
        return Vec::new();
    }
    let prints = |code: &str| PRINTERS.iter().any(|printer| code.contains(printer));
    let found = file.code().into_iter().filter(|(_, code)| prints(code));
    found.map(|(line, _)| Finding::at(file, line, "only src/cli/report prints")).collect()
}

/// Crates of Cargo.toml without an owner, and owners of crates that have left.
fn unowned(manifest: &File, owned: &[&str]) -> Vec<Finding> {
    let table: toml::Table = manifest.text.parse().expect("Cargo.toml is TOML");
    let dependencies = table.get("dependencies").and_then(toml::Value::as_table);
    let named: BTreeSet<String> =
        dependencies.into_iter().flat_map(toml::Table::keys).map(|name| name.replace('-', "_")).collect();
    let without = named.iter().filter(|name| !owned.contains(&name.as_str()));
    let without = without.map(|name| format!("`{name}` has no owner in tests/tidy/owners.rs"));
    let gone = owned.iter().filter(|name| !named.contains(**name));
    let gone = gone.map(|name| format!("`{name}` has an owner in tests/tidy/owners.rs but is no dependency"));
    without.chain(gone).map(|message| Finding::at(manifest, 0, message)).collect()
}

#[test]
fn each_outside_crate_is_used_by_its_owner_alone() {
    crate::stands(File::is_source, crates);
}

#[test]
fn disk_clock_network_and_surroundings_have_one_door_each() {
    crate::stands(File::is_source, doors);
}

#[test]
fn only_the_report_prints() {
    crate::stands(File::is_source, printers);
}

#[test]
fn each_outside_crate_has_an_owner() {
    let names: Vec<&str> = CRATES.iter().map(|owned| owned.name).collect();
    crate::none(&unowned(&tree::file("Cargo.toml"), &names));
}

#[test]
fn a_crate_away_from_its_owner_is_found() {
    let file = File::new("src/site.rs", "use pulldown_cmark::Event;\nlet t = toml::from_str(text);\n");
    crate::shown(
        crates(&file),
        &[
            "src/site.rs:1: `pulldown_cmark` is used in src/markdown alone",
            "src/site.rs:2: `toml` is used in src/record alone",
        ],
    );
    crate::shown(crates(&File::new("src/markdown/read.rs", "use pulldown_cmark::Event;\n")), &[]);
    crate::shown(crates(&File::new("src/site.rs", "use crate::record::toml::read;\n// tera::Tera\n")), &[]);
}

#[test]
fn a_door_opened_elsewhere_is_found() {
    let file = File::new("src/site.rs", "use std::{fmt, fs};\nlet now = std::time::Instant::now();\n");
    crate::shown(
        doors(&file),
        &[
            "src/site.rs:1: `fs` is used in src/disk alone",
            "src/site.rs:2: `Instant` is used in src/cli, src/server, src/watch alone",
        ],
    );
    crate::shown(doors(&File::new("src/disk.rs", "use std::fs;\n")), &[]);
    crate::shown(doors(&File::new("src/site.rs", "use std::fmt; use std::time::Duration;\n")), &[]);
}

#[test]
fn a_print_elsewhere_is_found() {
    crate::shown(
        printers(&File::new("src/site.rs", "fn f() {\n    println!(\"ok\");\n}\n")),
        &["src/site.rs:2: only src/cli/report prints"],
    );
    crate::shown(printers(&File::new("src/cli/report.rs", "println!(\"ok\");\n")), &[]);
}

#[test]
fn a_crate_without_an_owner_is_found() {
    let manifest = File::new("Cargo.toml", "[dependencies]\nserde = \"1\"\nnew-crate = \"1\"\n");
    crate::shown(
        unowned(&manifest, &["serde", "tera"]),
        &[
            "Cargo.toml: `new_crate` has no owner in tests/tidy/owners.rs",
            "Cargo.toml: `tera` has an owner in tests/tidy/owners.rs but is no dependency",
        ],
    );
}
