//! Changes the files of translations: `--mark` completes their headers, `--stub` makes new ones.

use super::{Desk, Options, look, refusals, words};
use crate::cli::Ending;
use crate::cli::entry::Entry;
use crate::cli::report::{self, Reporter};
use crate::cli::trouble::Trouble;
use crate::diagnostic::{Severity, Wording};
use crate::disk;
use crate::document_path::without_language;
use crate::translations::mark::{self, Marked, Vouched};
use crate::translations::stub::{self, Given};
use crate::translations::survey::Translation;
use crate::translations::units::Reading;

/// Some editors of Windows put it at the start of a file; it stays there.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Records what translations were translated from, file by file.
///
/// Without files, nothing that has changed since is said to be up to date: naming a file is how
/// a person says it.
pub fn mark(desk: &Desk, options: &Options, reporter: &Reporter) -> Result<Ending, Trouble> {
    let vouched = match (options.files.is_empty(), options.units.is_empty()) {
        (true, false) => return Err(Trouble::Asked(refusals::unit_without_file())),
        (true, true) => Vouched::NewOnly,
        (false, true) => Vouched::All,
        (false, false) => Vouched::Only(options.units.clone()),
    };
    let view = look::view(desk, options).map_err(Trouble::Asked)?;
    let pairs: Vec<(&Reading, &Translation)> =
        view.languages.iter().flat_map(|language| &language.translated).copied().collect();
    if pairs.is_empty() {
        return Err(Trouble::Asked(refusals::nothing_to_mark()));
    }
    known_units(&pairs, &options.units).map_err(Trouble::Asked)?;
    let (mut ending, mut n_told) = (Ending::Clean, 0);
    for (source, translation) in pairs {
        let path = &translation.reading.source.path;
        match marked(desk, source, translation, &vouched) {
            Ok(marked) => {
                write(desk, path, &marked.text).map_err(Trouble::Site)?;
                if vouched != Vouched::NewOnly || marked.says_something() {
                    report::page(&words::marked(reporter.lang, path, &marked));
                    n_told += 1;
                }
            }
            Err(wording) => {
                refuse(desk, path, wording, reporter);
                ending = Ending::Problems;
                n_told += 1;
            }
        }
    }
    if n_told == 0 {
        report::page(words::nothing_new(reporter.lang));
    }
    Ok(ending)
}

/// Every unit asked for is one of a source in question.
fn known_units(pairs: &[(&Reading, &Translation)], asked: &[String]) -> Result<(), Wording> {
    let keys: Vec<&str> =
        pairs.iter().flat_map(|(source, _)| &source.units).map(|unit| unit.key.as_str()).collect();
    match asked.iter().find(|unit| !keys.iter().any(|key| mark::is_key(unit, key))) {
        Some(unknown) => Err(refusals::unknown_unit(unknown, &keys)),
        None => Ok(()),
    }
}

fn marked(
    desk: &Desk,
    source: &Reading,
    translation: &Translation,
    vouched: &Vouched,
) -> Result<Marked, Wording> {
    for reading in [source, &translation.reading] {
        if std::str::from_utf8(&desk.files[&reading.source.path]).is_err() {
            return Err(refusals::not_utf8(&reading.source.path));
        }
    }
    mark::mark(source, &translation.reading, vouched).map_err(refusals::refused)
}

fn write(desk: &Desk, path: &str, text: &str) -> Result<(), disk::error::Error> {
    let before = &desk.files[path];
    let start = if before.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
    let bytes = [start, text.as_bytes()].concat();
    if bytes == **before { Ok(()) } else { disk::content::replace(&desk.root.join(path), &bytes) }
}

/// Makes a translation to fill in for each document named.
pub fn stub(desk: &Desk, options: &Options, code: &str, reporter: &Reporter) -> Result<Ending, Trouble> {
    if options.files.is_empty() {
        return Err(Trouble::Asked(refusals::stub_of_what(code)));
    }
    let language = look::language(desk, code).map_err(Trouble::Asked)?;
    let mut ending = Ending::Clean;
    for chosen in look::documents(desk, &options.files).map_err(Trouble::Asked)? {
        let followed = chosen.followed;
        let there = followed.translations.iter().find(|it| it.language == code);
        let made = match (&followed.source, there) {
            (_, Some(there)) => Err((there.reading.source.path.clone(), refusals::already_there())),
            (None, None) => {
                let path = look::paths(followed).next().unwrap_or_default().to_owned();
                Err((path, refusals::no_source(&desk.config.default_language)))
            }
            (Some(source), None) if std::str::from_utf8(&desk.files[&source.source.path]).is_err() => {
                Err((source.source.path.clone(), refusals::not_utf8(&source.source.path)))
            }
            (Some(source), None) => Ok(source),
        };
        match made {
            Ok(source) => {
                let first = &desk.config.default_language;
                let path = format!("{}.{code}.md", without_language(&source.source.path, first));
                let text = stub::stub(&Given {
                    source: &source.source,
                    language: first,
                    into: &language.tag,
                    config: &desk.config,
                    speaks: reporter.lang,
                });
                disk::content::create(&desk.root.join(&path), text.as_bytes()).map_err(Trouble::Site)?;
                report::page(&words::stub_made(reporter.lang, &path));
            }
            Err((path, wording)) => {
                refuse(desk, &path, wording, reporter);
                ending = Ending::CouldNotRun;
            }
        }
    }
    Ok(ending)
}

fn refuse(desk: &Desk, path: &str, wording: Wording, reporter: &Reporter) {
    let path = desk.root.join(path).display().to_string();
    reporter.problems(&[Entry::new(reporter.lang, Severity::Error, Some(path), wording)]);
}
