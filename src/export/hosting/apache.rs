//! `.htaccess`: the rules of Apache, all of them within what shared hosts allow (`FileInfo`).
//!
//! A directive that a host forbids makes it answer every page with an error: hence no `Options`.

use std::collections::BTreeSet;

use super::{EVERYWHERE, KEPT, Move, TEXTS, TYPES};
use crate::address::Address;
use crate::config::Config;
use crate::config::hosting::{Asked, Packing};

/// The rules that the settings ask for.
pub(super) fn rules(config: &Config, moves: &[Move]) -> String {
    let hosting = &config.hosting;
    let path = &config.base_url.path;
    let moves: String = moves.iter().map(|it| rewriting(it, path)).collect();
    match hosting.headers {
        Asked::No => rewritings(&format!("{HIDDEN}{moves}")),
        Asked::Yes => {
            let packings = &hosting.precompress;
            let rewritten = format!("{HIDDEN}{moves}{UNLISTED}{}", compressed(packings));
            format!("{}{}{}{}", types(path), headers(), rewritings(&rewritten), encodings(packings))
        }
    }
}

/// What jalon keeps for itself in the folder of the website, and what waits there while a site is built.
const HIDDEN: &str = "  RewriteRule \"(^|/)\\.jalon-\" - [R=404,L]\n";

/// A folder without a page answers as what does not exist, instead of the list of its files.
const UNLISTED: &str = "  RewriteCond %{REQUEST_FILENAME} -d
  RewriteCond %{REQUEST_FILENAME}/index.html !-f
  RewriteCond %{REQUEST_FILENAME}/index.htm !-f
  RewriteCond %{REQUEST_FILENAME}/index.php !-f
  RewriteRule \"^\" - [R=404,L]
";

fn types(path: &str) -> String {
    let mut text = format!("ErrorDocument 404 {path}404.html\nAddDefaultCharset utf-8\n");
    for (end, kind) in TYPES {
        text.push_str(&format!("AddType {kind} .{end}\n"));
    }
    let ends: Vec<String> = TYPES.iter().map(|(end, _)| format!(".{end}")).collect();
    text.push_str(&format!("AddCharset utf-8 {} .css .js .xml .txt .html\n", ends.join(" ")));
    text.push_str("<FilesMatch \"^atom\\.xml(\\.(gz|br))?$\">\n  ForceType \"application/atom+xml; charset=utf-8\"\n</FilesMatch>\n");
    text
}

fn headers() -> String {
    let everywhere = EVERYWHERE.iter().map(|(name, value)| format!("  Header set {name} \"{value}\"\n"));
    format!(
        "<IfModule mod_headers.c>\n{}  <FilesMatch \"\\.(css|js|woff2|png|jpe?g|gif|webp|avif)(\\.(gz|br))?$\">\n    Header set Cache-Control \"{KEPT}\"\n  </FilesMatch>\n</IfModule>\n",
        everywhere.collect::<String>()
    )
}

fn rewritings(rules: &str) -> String {
    format!("<IfModule mod_rewrite.c>\n  RewriteEngine On\n{rules}</IfModule>\n")
}

/// An old address, with or without its final `/`. The pattern starts from the folder of the rules,
/// the new address from the root of the host; Apache itself encodes the latter.
fn rewriting(Move { from, to }: &Move, path: &str) -> String {
    let pattern = pattern(from);
    format!("  RewriteRule \"^{pattern}$\" \"{path}{}\" [R=301,L]\n", &to.as_str()[1..])
}

fn pattern(address: &Address) -> String {
    let escaped = |text: &str| text.replace('.', "\\.").replace('+', "\\+");
    let path = &address.as_str()[1..];
    match path.strip_suffix('/') {
        Some(folder) => format!("{}(/(index\\.html)?)?", escaped(folder)),
        None => escaped(path),
    }
}

/// Sends the compressed copy of a file to who reads its compression, the smallest one first.
fn compressed(packings: &BTreeSet<Packing>) -> String {
    let rule = |packing: &Packing| {
        let (coding, end) = (packing.coding(), packing.end());
        format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n  RewriteCond %{{REQUEST_FILENAME}}.{end} -f\n  RewriteRule \"^(.+\\.({}))$\" \"$1.{end}\" [L]\n",
            TEXTS.join("|")
        )
    };
    packings.iter().rev().map(rule).collect()
}

/// A compressed copy is of the type of its file, in another coding; hosts take `.gz` for an archive and
/// `.br` for a text in Breton.
fn encodings(packings: &BTreeSet<Packing>) -> String {
    if packings.is_empty() {
        return String::new();
    }
    let texts = TEXTS.join("|");
    let ends: Vec<&str> = packings.iter().map(|packing| packing.end()).collect();
    let mut text = String::new();
    for packing in packings {
        let (coding, end) = (packing.coding(), packing.end());
        text.push_str(&format!("<FilesMatch \"\\.({texts})\\.{end}$\">\n  RemoveType .{end}\n  RemoveLanguage .{end}\n  AddEncoding {coding} .{end}\n</FilesMatch>\n"));
    }
    text.push_str(&format!(
        "<IfModule mod_headers.c>\n  <FilesMatch \"\\.({texts})(\\.({}))?$\">\n    Header merge Vary Accept-Encoding\n  </FilesMatch>\n</IfModule>\n",
        ends.join("|")
    ));
    text
}
