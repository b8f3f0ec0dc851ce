//! The public address of a site, in its parts.

use super::{BaseUrl, Written};
use crate::address::check_part;
use crate::diagnostic::record::AddressFault;

/// The address of a site that does not know its own.
pub(super) fn unknown(written: Written) -> BaseUrl {
    BaseUrl { origin: String::new(), path: "/".to_owned(), written }
}

/// Reads `https://example.org/asso`; the final `/` is added when it is missing.
pub(super) fn read(text: &str) -> Result<BaseUrl, AddressFault> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://").ok_or(AddressFault::NotHttp)?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "https" && scheme != "http" {
        return Err(AddressFault::NotHttp);
    }
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    check_host(host)?;
    let inner = path.trim_start_matches('/').trim_end_matches('/');
    if inner.is_empty() {
        return Ok(BaseUrl {
            origin: origin(&scheme, host),
            path: "/".to_owned(),
            written: Written::Something,
        });
    }
    inner.split('/').try_for_each(|part| check_part(part, '%'))?;
    Ok(BaseUrl { origin: origin(&scheme, host), path: format!("/{inner}/"), written: Written::Something })
}

fn origin(scheme: &str, host: &str) -> String {
    let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
    format!("{scheme}://{}{port}", in_ascii(name).unwrap_or_else(|| name.to_lowercase()))
}

/// The name of a host as machines write it: « éx.org » is `xn--x-9fa.org` in addresses that standards ask for.
pub(super) fn in_ascii(name: &str) -> Option<String> {
    if name.is_ascii() {
        return Some(name.to_ascii_lowercase());
    }
    idna::domain_to_ascii(name).ok()
}

fn check_host(host: &str) -> Result<(), AddressFault> {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    if name.is_empty() || name.starts_with(['.', '-']) || name.contains("..") {
        return Err(AddressFault::NoHost);
    }
    if port.is_empty() || !port.bytes().all(|b| b.is_ascii_digit()) {
        return Err(AddressFault::Character(':'));
    }
    match name.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '.' | '-'))) {
        None if in_ascii(name).is_none() => Err(AddressFault::NoHost),
        None => Ok(()),
        Some('\\') => Err(AddressFault::Backslash),
        Some(c) => Err(AddressFault::Character(c)),
    }
}
