//! The files hosts read beside the pages: what browsers may load, what each file is, how long it keeps,
//! where old addresses lead.
//!
//! `_headers` is read by Netlify, Cloudflare Pages and others, `_redirects` by the same and by GitLab
//! Pages, `.htaccess` by Apache, `.nojekyll` and `CNAME` by GitHub Pages.
//!
//! The pages of old addresses are published beside the rules: one folder serves every host. Apache and
//! Cloudflare Pages follow a rule whatever file is there; Netlify does only for `301!`, which Cloudflare
//! Pages does not read, and GitLab Pages never does.

mod apache;

use crate::address::Address;
use crate::config::Config;
use crate::config::hosting::{Asked, Hosting};
use crate::kind::plan::Plan;
use crate::markdown;
use crate::site::{Entry, Site, plan};

/// What a page may load: from its own site alone, and never a script or a style written in the page.
/// Every page of jalon works so.
pub const POLICY: &str = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/// Names do not change when files do: an hour spares the network and shows news the same day.
const KEPT: &str = "public, max-age=3600";

/// Headers that hold for every file.
const EVERYWHERE: [(&str, &str); 3] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

/// Files whose type hosts do not know, or whose letters they do not say.
const TYPES: [(&str, &str); 6] = [
    ("ics", "text/calendar"),
    ("atom", "application/atom+xml"),
    ("json", "application/json"),
    ("csv", "text/csv"),
    ("svg", "image/svg+xml"),
    ("webmanifest", "application/manifest+json"),
];

/// The ends of the names of texts: what gains from being sent compressed.
pub const TEXTS: [&str; 17] = [
    "html",
    "htm",
    "css",
    "js",
    "mjs",
    "json",
    "csv",
    "tsv",
    "svg",
    "ics",
    "xml",
    "atom",
    "txt",
    "md",
    "vtt",
    "webmanifest",
    "map",
];

/// An old address, and the one it leads to.
struct Move {
    from: Address,
    to: Address,
}

/// The names of the files a site asks for, which no document may take.
pub fn names(hosting: &Hosting) -> Vec<&'static str> {
    let Hosting { headers, redirects, nojekyll, domain, precompress: _ } = hosting;
    let is_asked = |asked: &Asked| *asked == Asked::Yes;
    let names = [
        (is_asked(headers), "_headers"),
        (is_asked(redirects), "_redirects"),
        (is_asked(headers) || is_asked(redirects), ".htaccess"),
        (is_asked(nojekyll), ".nojekyll"),
        (domain.is_some(), "CNAME"),
    ];
    names.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, name)| name).collect()
}

/// The name of each file and what stands in it; nothing when the site does not ask for them.
pub fn files(config: &Config, site: &Site) -> Vec<(&'static str, String)> {
    let moves = match config.hosting.redirects {
        Asked::No => Vec::new(),
        Asked::Yes => moves(site),
    };
    let text = |name| match name {
        "_headers" => headers(&config.base_url.path),
        "_redirects" => redirects(config, &moves),
        ".htaccess" => apache::rules(config, &moves),
        "CNAME" => config.hosting.domain.iter().map(|domain| format!("{domain}\n")).collect(),
        _ => String::new(),
    };
    names(&config.hosting).into_iter().map(|name| (name, text(name))).collect()
}

/// Every old address. The front page of a site whose languages all have a folder is no old address:
/// a browser told once that `/` is gone for good would never ask for it again.
fn moves(site: &Site) -> Vec<Move> {
    let old = site.redirects().iter().filter(|redirect| redirect.from != Address::root());
    let old = old.map(|it| Move { from: it.from.clone(), to: site.entry(it.to).address.clone() });
    old.chain(site.entries().iter().flat_map(renumbered)).collect()
}

/// The addresses that the actions of a plan had under the numbers they left.
fn renumbered(entry: &Entry) -> Vec<Move> {
    let actions = entry.plan().into_iter().flat_map(Plan::actions);
    let of_action = |action| {
        let to = plan::action(&entry.address, action);
        plan::former(&entry.address, action).map(|from| Move { from, to: to.clone() }).collect::<Vec<_>>()
    };
    actions.flat_map(of_action).collect()
}

/// Rules by path from the root of the host, as those of old addresses.
fn headers(path: &str) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in EVERYWHERE {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for (end, kind) in TYPES {
        text.push_str(&format!("/*.{end}\n  Content-Type: {kind}; charset=utf-8\n"));
    }
    text.push_str("/*/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n");
    text.push_str(&format!("{path}atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n"));
    text.push_str(&format!("{path}assets/*\n  Cache-Control: {KEPT}\n"));
    text
}

/// One line for each old address, from the root of the host.
fn redirects(config: &Config, moves: &[Move]) -> String {
    let path = &config.base_url.path;
    let shown = |address: &Address| markdown::encoded(&format!("{path}{}", &address.written()[1..]));
    moves.iter().map(|Move { from, to }| format!("{} {} 301\n", shown(from), shown(to))).collect()
}
