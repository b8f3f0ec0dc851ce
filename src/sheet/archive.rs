//! The archives that workbooks and documents are: opened, and weighed before anything is unpacked for good.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::Refusal;
use crate::diagnostic::sheet::SheetProblem;

/// The most bytes that the written parts of a workbook may hold once unpacked.
///
/// A log of 200 000 rows unpacks to some 100 megabytes; a small archive can be made to unpack to
/// thousands of times that.
const MAX_UNPACKED: u64 = 256 << 20;

/// The most parts that a workbook may have.
const MAX_PARTS: usize = 10_000;

/// A workbook whose written parts unpack without a fault, to a size that memory bears.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// Opens an archive and unpacks its written parts once, to nowhere: the sizes it declares may lie.
pub fn open(bytes: &[u8]) -> Result<Archive<'_>, Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetProblem::Damaged)?;
    if zip.len() > MAX_PARTS {
        return Err(SheetProblem::TooLarge.into());
    }
    let mut left = MAX_UNPACKED;
    for at in 0..zip.len() {
        let Ok(part) = zip.by_index(at) else { return Err(SheetProblem::Damaged.into()) };
        if !part.name().is_ok_and(|name| is_written(&name)) {
            continue;
        }
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|_| SheetProblem::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(SheetProblem::TooLarge)?;
    }
    Ok(Archive { zip })
}

/// The parts that hold words and numbers; pictures are never read.
fn is_written(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".rels", "mimetype"].iter().any(|end| name.ends_with(end))
}

impl Archive<'_> {
    pub fn holds(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Whether some part of this folder is there.
    pub fn holds_folder(&self, folder: &str) -> bool {
        self.zip.file_names().any(|name| name.is_ok_and(|name| name.starts_with(folder)))
    }

    /// The text of a part; none when the archive has no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        if !self.holds(name) {
            return Ok(None);
        }
        let part = self.zip.by_name(name).map_err(|_| SheetProblem::Damaged)?;
        let mut text = String::new();
        part.take(MAX_UNPACKED).read_to_string(&mut text).map_err(|_| SheetProblem::Damaged)?;
        Ok(Some(text))
    }

    /// The bytes of a part that is no text, which may be `limit` at most; none when there is no such part.
    #[cfg(feature = "import")]
    pub fn bytes(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        if !self.holds(name) {
            return Ok(None);
        }
        let part = self.zip.by_name(name).map_err(|_| SheetProblem::Damaged)?;
        let mut bytes = Vec::new();
        part.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| SheetProblem::Damaged)?;
        if bytes.len() as u64 > limit { Err(SheetProblem::TooLarge.into()) } else { Ok(Some(bytes)) }
    }
}

/// A path as seen from a folder.
#[cfg(feature = "import")]
pub fn beside(folder: &str, path: &str) -> String {
    let whole = match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{path}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(all(test, feature = "import"))]
pub mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive of these parts.
    pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(bytes).expect("a part");
        }
        zip.finish().expect("an archive").into_inner()
    }
}
