//! Addresses written in a header: what may be part of one.

use crate::address::check_part;
use crate::diagnostic::record::AddressFault;

/// Whether a text can be the last part of an address.
pub(super) fn check_slug(slug: &str) -> Result<(), AddressFault> {
    if slug.contains('/') { Err(AddressFault::Slash) } else { check_part(slug, ',') }
}

/// Whether a text can be a path of the site; `/` at either end is optional.
pub(super) fn check_path(path: &str) -> Result<(), AddressFault> {
    if path.contains("://") || path.starts_with("//") {
        return Err(AddressFault::OtherSite);
    }
    let inner = path.strip_prefix('/').unwrap_or(path);
    inner.strip_suffix('/').unwrap_or(inner).split('/').try_for_each(|part| check_part(part, ','))
}
