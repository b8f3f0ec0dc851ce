//! The rules hosts read beside the pages: what browsers may load, what each file is, how long it keeps.
//!
//! `_headers` is read by Netlify, Cloudflare Pages and others; `.htaccess` by Apache.

use crate::config::hosting::Headers;
use crate::config::{BaseUrl, Config};

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
const TYPES: [(&str, &str); 5] = [
    ("ics", "text/calendar"),
    ("atom", "application/atom+xml"),
    ("json", "application/json"),
    ("csv", "text/csv"),
    ("svg", "image/svg+xml"),
];

/// The name of each file and what stands in it; nothing when the site does not ask for them.
pub fn files(config: &Config) -> Vec<(&'static str, String)> {
    match config.hosting.headers {
        Headers::LeftToHost => Vec::new(),
        Headers::Written => vec![("_headers", headers()), (".htaccess", htaccess(&config.base_url))],
    }
}

fn headers() -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in EVERYWHERE {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for (end, kind) in TYPES {
        text.push_str(&format!("/*.{end}\n  Content-Type: {kind}; charset=utf-8\n"));
    }
    text.push_str("/*/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n");
    text.push_str("/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n");
    text.push_str(&format!("/assets/*\n  Cache-Control: {KEPT}\n"));
    text
}

fn htaccess(base_url: &BaseUrl) -> String {
    let mut text = format!("ErrorDocument 404 {}404.html\nAddDefaultCharset utf-8\n", base_url.path);
    for (end, kind) in TYPES {
        text.push_str(&format!("AddType {kind} .{end}\n"));
    }
    let ends: Vec<String> = TYPES.iter().map(|(end, _)| format!(".{end}")).collect();
    text.push_str(&format!("AddCharset utf-8 {} .css .js .xml .txt .html\n", ends.join(" ")));
    text.push_str("<Files \"atom.xml\">\n  ForceType \"application/atom+xml; charset=utf-8\"\n</Files>\n");
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in EVERYWHERE {
        text.push_str(&format!("  Header set {name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "  <FilesMatch \"\\.(css|js|woff2|png|jpe?g|gif|webp|avif)$\">\n    Header set Cache-Control \"{KEPT}\"\n  </FilesMatch>\n</IfModule>\n"
    ));
    text
}
