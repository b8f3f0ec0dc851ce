//! The parts of a document, and where each leads: pictures, addresses, the tops of pages.

use std::collections::BTreeMap;

use super::Refusal;
use super::xml;
use crate::diagnostic::sheet::SheetProblem;
use crate::sheet;
use crate::sheet::archive::{self, Archive, beside};

/// The most bytes that the pictures of a document may take together.
const MAX_PICTURES: u64 = 256 << 20;

/// The parts of a document.
pub struct Parts<'a> {
    archive: Archive<'a>,
    /// How many bytes of pictures may still be unpacked.
    left: u64,
}

/// Where a part leads, by the codes that it uses.
#[derive(Default)]
pub struct Relations {
    by_code: BTreeMap<String, Target>,
}

/// Where a code leads.
pub struct Target {
    /// The last word of what it is to the part: `image`, `hyperlink`, `footnotes`…
    nature: String,
    /// The path of a part; an address, as written, when it leads out of the document.
    pub to: String,
    pub leads_out: bool,
}

impl From<sheet::Refusal> for Broken {
    fn from(refusal: sheet::Refusal) -> Broken {
        let is_large = refusal.problem == SheetProblem::TooLarge;
        Broken(if is_large { Refusal::TooLarge } else { Refusal::Damaged })
    }
}

/// Why an archive was not read, in the words of a document.
struct Broken(Refusal);

/// Opens a document.
pub fn open(bytes: &[u8]) -> Result<Parts<'_>, Refusal> {
    let archive = archive::open(bytes).map_err(|refusal| Broken::from(refusal).0)?;
    Ok(Parts { archive, left: MAX_PICTURES })
}

impl Parts<'_> {
    /// The text of a part; none when there is no such part.
    pub fn text(&mut self, path: &str) -> Result<Option<String>, Refusal> {
        let text = self.archive.text(path).map_err(|refusal| Broken::from(refusal).0)?;
        Ok(text.map(|text| text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// The bytes of a picture; none when there is no such part.
    pub fn picture(&mut self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let bytes = self.archive.bytes(path, self.left).map_err(|refusal| Broken::from(refusal).0)?;
        let weight = bytes.as_ref().and_then(|bytes| u64::try_from(bytes.len()).ok());
        self.left = self.left.saturating_sub(weight.unwrap_or_default());
        Ok(bytes)
    }

    /// Where a part leads; the part of no name is the document as a whole.
    pub fn relations(&mut self, part: &str) -> Result<Relations, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = beside(folder, &format!("_rels/{name}.rels"));
        let Some(text) = self.text(&path)? else { return Ok(Relations::default()) };
        let tree = xml::read(&text)?;
        let mut relations = Relations::default();
        for node in tree.root().iter().flat_map(|root| root.children()) {
            let (Some(code), Some(to)) = (node.attribute("Id"), node.attribute("Target")) else { continue };
            let nature = node.attribute("Type").unwrap_or_default();
            let nature = nature.rsplit('/').next().unwrap_or_default().to_owned();
            let leads_out = node.attribute("TargetMode").as_deref() == Some("External");
            let to = if leads_out { to.into_owned() } else { beside(folder, &to) };
            relations.by_code.insert(code.into_owned(), Target { nature, to, leads_out });
        }
        Ok(relations)
    }
}

impl Relations {
    pub fn target(&self, code: &str) -> Option<&Target> {
        self.by_code.get(code)
    }

    /// The path of the part of that nature.
    pub fn part(&self, nature: &str) -> Option<&str> {
        let mut targets = self.by_code.values().filter(|target| !target.leads_out);
        targets.find(|target| target.nature == nature).map(|target| target.to.as_str())
    }
}
