//! Puts copies of files of the theme in the folder of a site, where its people will change them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::disk::error::Error;
use crate::disk::{Found, create, look};

/// The first of these paths where something stands already, were it a link that leads nowhere.
pub fn first_taken<'a>(
    root: &Path,
    paths: impl IntoIterator<Item = &'a str>,
) -> Result<Option<&'a str>, Error> {
    for path in paths {
        if look(&root.join(path))? != Found::Nothing {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// Writes new files, by path from the folder of the site, and the folders they need.
///
/// What is there already is never touched: it is an error, were it put there a moment ago.
pub fn write_new(root: &Path, files: &BTreeMap<String, Arc<[u8]>>) -> Result<(), Error> {
    files.keys().try_for_each(|path| create::check_way(root, path))?;
    files.iter().try_for_each(|(path, bytes)| create::file(root, path, bytes))
}
