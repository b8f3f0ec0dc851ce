//! The language in which the program speaks, settled before its arguments are read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::cli::build::site_folder;
use crate::config::{self, CONFIG};
use crate::disk;
use crate::lang::Lang;
use crate::source::Source;

/// The language asked for with `--lang`, wherever it stands, so that even a mistake in the other arguments is
/// explained in it; else that of the system; where the system says none that is spoken here, that of the site.
pub fn of(words: &[OsString]) -> Lang {
    let asked = asked(words, "--lang").and_then(|tag| spoken(&tag).filter(|lang| lang.code() == tag));
    let of_system = || spoken(&sys_locale::get_locale()?);
    asked.or_else(of_system).or_else(|| of_site(words)).unwrap_or(Lang::Fr)
}

/// The value of an option, when it is there.
fn asked(words: &[OsString], option: &str) -> Option<String> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    let inline = words.find_map(|word| match word.strip_prefix(option)? {
        "" => Some(None),
        rest => rest.strip_prefix('=').map(Some),
    })?;
    inline.or_else(|| words.next()).map(str::to_owned)
}

/// French or English, when a tag is of one of them: `C`, `POSIX` and `de-DE` are not.
fn spoken(tag: &str) -> Option<Lang> {
    let code = tag.split(['-', '_', '.']).next().unwrap_or_default();
    [Lang::Fr, Lang::En].into_iter().find(|lang| code.eq_ignore_ascii_case(lang.code()))
}

/// The first language of the site that the command is about, when it has settings.
fn of_site(words: &[OsString]) -> Option<Lang> {
    let root = asked(words, "--root").map(PathBuf::from);
    let config = asked(words, "--config").map_or_else(|| PathBuf::from(CONFIG), PathBuf::from);
    let text = settings(root.as_deref(), &config)?;
    spoken(&config::read(&Source::new(CONFIG, text)).value.default_language)
}

fn settings(root: Option<&Path>, config: &Path) -> Option<String> {
    let root = site_folder(root, config).ok()?;
    disk::settings(&root, config)
}
