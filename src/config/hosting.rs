//! `[hosting]`: what is written for the machine that serves the site.

use std::collections::BTreeSet;

use super::{BaseUrl, address};
use crate::diagnostic::Problems;
use crate::diagnostic::hosting::HostingProblem;
use crate::lang::fold;
use crate::record::keys::{Holds, Key, key};
use crate::record::{Data, Fields, Spanned};

/// The keys of `[hosting]`.
pub const KEYS: &[Key] = &[
    key(
        "headers",
        Holds::Boolean,
        "`true` publie les règles que lisent les hébergeurs\u{a0}: `_headers` et `.htaccess`",
        "`true` publishes the rules that hosts read: `_headers` and `.htaccess`",
    ),
    key(
        "redirects",
        Holds::Boolean,
        "`true` dit aux hébergeurs les anciennes adresses\u{a0}: `_redirects` et `.htaccess`",
        "`true` tells hosts the old addresses: `_redirects` and `.htaccess`",
    ),
    key(
        "nojekyll",
        Holds::Boolean,
        "`true` publie `.nojekyll`, pour que GitHub Pages serve les fichiers tels quels",
        "`true` publishes `.nojekyll`, so that GitHub Pages serves the files as they are",
    ),
    key(
        "cname",
        Holds::FilledText,
        "le domaine à écrire dans `CNAME`, celui de `base_url`\u{a0}: `asso.exemple.org`",
        "the domain to write in `CNAME`, that of `base_url`: `asso.example.org`",
    ),
    key(
        "precompress",
        Holds::Either(&[Holds::Boolean, Holds::Words(&PACKINGS)]),
        "`true`, `gz` ou `br`\u{a0}: les copies compressées publiées à côté des textes",
        "`true`, `gz` or `br`: the compressed copies published beside the texts",
    ),
];

/// The ends of the names of compressed copies.
const PACKINGS: [&str; 2] = [Packing::Gzip.end(), Packing::Brotli.end()];

/// What a site asks for its host; nothing by default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hosting {
    /// The rules that hosts read: `_headers` and `.htaccess`.
    pub headers: Asked,
    /// Old addresses told to hosts: `_redirects` and `.htaccess`.
    pub redirects: Asked,
    /// `.nojekyll`, which asks GitHub Pages to publish the files as they are.
    pub nojekyll: Asked,
    /// The domain in `CNAME`: that of the public address, when the site knows its own.
    pub domain: Option<String>,
    /// The compressed copies written beside the texts, of those this program can make.
    pub precompress: BTreeSet<Packing>,
}

/// Whether the author asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    #[default]
    No,
    Yes,
}

/// A form of compression that browsers read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Packing {
    Gzip,
    Brotli,
}

impl Packing {
    pub const ALL: [Packing; 2] = [Packing::Gzip, Packing::Brotli];

    /// What the name of a compressed copy ends with, without the dot.
    pub const fn end(self) -> &'static str {
        match self {
            Packing::Gzip => "gz",
            Packing::Brotli => "br",
        }
    }

    /// Whether this program was compiled with it.
    fn is_built(self) -> bool {
        match self {
            Packing::Gzip => cfg!(feature = "precompress"),
            Packing::Brotli => cfg!(feature = "brotli"),
        }
    }

    /// What browsers and hosts call it.
    pub fn coding(self) -> &'static str {
        match self {
            Packing::Gzip => "gzip",
            Packing::Brotli => "br",
        }
    }
}

/// Reads the table `[hosting]`.
pub(super) fn read(fields: &mut Fields<'_>, base_url: &BaseUrl, problems: &mut Problems) -> Hosting {
    let Some(record) = fields.record("hosting", problems) else { return Hosting::default() };
    let mut fields = Fields::of(record, KEYS);
    let hosting = Hosting {
        headers: asked(&mut fields, "headers", problems),
        redirects: asked(&mut fields, "redirects", problems),
        nojekyll: asked(&mut fields, "nojekyll", problems),
        domain: domain(&mut fields, base_url, problems),
        precompress: precompress(&mut fields, problems),
    };
    fields.finish(problems);
    hosting
}

fn asked(fields: &mut Fields<'_>, key: &'static str, problems: &mut Problems) -> Asked {
    match fields.boolean(key, problems) {
        Some(true) => Asked::Yes,
        Some(false) | None => Asked::No,
    }
}

/// Reads `cname = "asso.example.org"`. A host that reads another name than the public address sends
/// visitors to a site that is not there, so both must say the same.
fn domain(fields: &mut Fields<'_>, base_url: &BaseUrl, problems: &mut Problems) -> Option<String> {
    let Spanned { value, span } = fields.filled_text("cname", problems)?;
    let domain = value.trim().to_lowercase();
    let domain = address::in_ascii(&domain).unwrap_or(domain);
    let host = base_url.origin.split_once("://").map(|(_, host)| host.to_owned());
    let problem = match &host {
        _ if !is_domain(&domain) => HostingProblem::NotADomain { read: value, host },
        Some(host) if *host != domain => HostingProblem::OtherDomain { read: domain, host: host.clone() },
        Some(_) if base_url.path != "/" => {
            HostingProblem::DomainBelowPath { domain, path: base_url.path.clone() }
        }
        Some(_) | None => return Some(domain),
    };
    problems.error(problem, span);
    None
}

/// Whether a text is the name of a host as registrars write it, with at least one dot.
fn is_domain(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_usual = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (1..=63).contains(&part.len())
            && part.chars().all(is_usual)
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    // A name that ends in figures is the number of a machine.
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let last = text.rsplit('.').next().unwrap_or(text);
    text.len() <= 253 && text.contains('.') && text.split('.').all(is_part) && !is_number(last)
}

/// Reads `precompress = true`, `false` or the ends of the names that are wanted: `["gz", "br"]`.
fn precompress(fields: &mut Fields<'_>, problems: &mut Problems) -> BTreeSet<Packing> {
    let Some(entry) = fields.entry("precompress") else { return BTreeSet::new() };
    let packings = match &entry.value.data {
        Data::Text(_) | Data::List(_) => listed(fields, problems),
        Data::Boolean(_)
        | Data::Integer(_)
        | Data::Float(_)
        | Data::Date(_)
        | Data::Record(_)
        | Data::Nothing => match fields.boolean("precompress", problems) {
            Some(true) => Packing::ALL.into(),
            Some(false) | None => BTreeSet::new(),
        },
    };
    let (packings, missing): (BTreeSet<_>, BTreeSet<_>) = packings.into_iter().partition(|it| it.is_built());
    for packing in missing {
        problems.warning(HostingProblem::CompressionNotBuilt { end: packing.end() }, entry.value.span);
    }
    packings
}

/// What people write for a value of `precompress`, and that value.
const MEANT: [(&[&str], &str); 4] = [
    (&["oui", "vrai", "yes", "true", "on", "tout", "tous", "all"], "true"),
    (&["non", "faux", "no", "false", "off", "aucun", "aucune", "none"], "false"),
    (&["gzip", ".gz"], "\"gz\""),
    (&["brotli", ".br"], "\"br\""),
];

fn listed(fields: &mut Fields<'_>, problems: &mut Problems) -> BTreeSet<Packing> {
    let mut packings = BTreeSet::new();
    for Spanned { value: read, span } in fields.spanned_texts("precompress", problems).unwrap_or_default() {
        let folded = fold(&read);
        match Packing::ALL.into_iter().find(|packing| packing.end() == folded) {
            Some(packing) => {
                packings.insert(packing);
            }
            None => {
                let meant = MEANT.iter().find(|(words, _)| words.contains(&folded.as_str()));
                let meant = meant.map(|(_, meant)| *meant);
                problems.error(HostingProblem::UnknownCompression { read, meant }, span);
            }
        }
    }
    packings
}
