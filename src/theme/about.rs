//! `theme.toml`: what a theme of `themes/` says of itself, and the values its templates expect to find.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::decode;
use crate::diagnostic::record::misplaced::Title;
use crate::diagnostic::{Noted, Problems};
use crate::record::keys::{Holds, Key, key};
use crate::record::misplaced::{self, Level};
use crate::record::{
    Data, Entry, Fields, ForeignKey, Record, foreign_key as foreign, needless_key as advice, read_toml,
};
use crate::source::Source;

/// The name of the file, in the folder of the theme.
const FILE: &str = "theme.toml";

/// What a theme says of itself. Every part may be absent, as the file may.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// The name people know it by; that of its folder is the one the settings use.
    pub name: Option<String>,
    /// One sentence.
    pub description: Option<String>,
    pub authors: Vec<String>,
    /// As its authors write it: `MIT`, `Licence libre du Québec`.
    pub license: Option<String>,
    /// Where it comes from, as written.
    pub homepage: Option<String>,
    /// What its templates read under `site.extra` where the settings say nothing.
    pub extra: Record,
}

/// The keys of `theme.toml`. As in Zola, so that who made a theme there has nothing to learn.
pub const KEYS: &[Key] = &[
    key("name", Holds::FilledText, "le nom du thème", "the name of the theme"),
    key("description", Holds::FilledText, "ce qu’il est, en une phrase", "what it is, in one sentence"),
    key("authors", Holds::Texts, "qui l’a fait", "who made it"),
    key("license", Holds::FilledText, "sa licence", "its licence"),
    key("homepage", Holds::FilledText, "la page d’où il vient", "the page it comes from"),
    key(
        "extra",
        Holds::AnyTable,
        "ce que ses gabarits lisent sous `site.extra`, quand `jalon.toml` ne dit rien d’autre",
        "what its templates read as `site.extra`, where `jalon.toml` says nothing else",
    ),
];

/// What the same file says in the themes of other generators.
const FOREIGN: &[ForeignKey] = &[
    foreign("author", "authors"),
    foreign("auteurs", "authors"),
    foreign("licence", "license"),
    foreign("licenselink", "license"),
    foreign("nom", "name"),
    foreign("title", "name"),
    foreign("titre", "name"),
    foreign("url", "homepage"),
    foreign("repo", "homepage"),
    foreign("params", "[extra]"),
    advice("min_version", "enlevez la ligne", "remove the line"),
    advice("tags", "enlevez la ligne", "remove the line"),
    advice("features", "enlevez la ligne", "remove the line"),
    advice("demo", "enlevez la ligne", "remove the line"),
    advice("demosite", "enlevez la ligne", "remove the line"),
    advice("original", "nommez-le dans `authors`", "name it in `authors`"),
];

/// What a folder of `themes/` says of itself; nothing, when it has no such file.
pub fn of_theme(files: &BTreeMap<String, Arc<[u8]>>, name: &str) -> Noted<About> {
    let path = format!("themes/{name}/{FILE}");
    let Some(bytes) = files.get(&path) else { return Noted::default() };
    let mut noted = Noted::default();
    let source = decode::source(&path, bytes, &mut noted.diagnostics);
    let Noted { value, diagnostics } = read(&source);
    noted.diagnostics.extend(diagnostics);
    Noted { value, ..noted }
}

/// Reads the file. What is wrong in it is noted; the rest is kept.
pub fn read(source: &Source) -> Noted<About> {
    let mut problems = Problems::in_file(source.path.as_str());
    let mut record = read_toml(&source.text, 0, &mut problems);
    let top = Level { title: Title::top(record.notation), keys: vec![KEYS] };
    misplaced::settle(&mut record, &mut vec![top], &mut problems);
    let mut fields = Fields::of(&record, KEYS);
    let mut text = |key, problems: &mut Problems| fields.filled_text(key, problems).map(|text| text.value);
    let about = About {
        name: text("name", &mut problems),
        description: text("description", &mut problems),
        license: text("license", &mut problems),
        homepage: text("homepage", &mut problems),
        authors: fields.texts("authors", &mut problems).unwrap_or_default(),
        extra: fields.record("extra", &mut problems).cloned().unwrap_or_default(),
    };
    fields.finish_knowing(&[FOREIGN], &mut problems);
    Noted { value: about, diagnostics: problems.into_diagnostics() }
}

/// The values of a site over those its theme expects: what the site says stands, table by table.
pub fn over(site: &Record, theme: &Record) -> Record {
    let mut all = site.clone();
    for Entry { key, key_span, value } in &theme.entries {
        match all.entries.iter_mut().find(|entry| entry.key == *key) {
            None => {
                all.entries.push(Entry { key: key.clone(), key_span: *key_span, value: value.clone() });
            }
            Some(said) => {
                if let (Data::Record(of_site), Data::Record(of_theme)) = (&mut said.value.data, &value.data) {
                    *of_site = over(of_site, of_theme);
                }
            }
        }
    }
    all
}
