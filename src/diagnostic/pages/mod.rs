//! What is wrong in a page as it is published: links, pictures, what keeps people from reading it.

pub mod away;
pub mod broken;
pub mod program;
pub mod unreadable;
pub mod upkeep;

use super::Wording;
use super::follow_up::CellPlace;
use crate::lang::{Lang, number};

/// A fault of published pages, told once whatever the number of pages that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageProblem {
    /// The address of the first page that shows it.
    pub page: String,
    /// How many other pages show it as well.
    pub n_others: usize,
    /// Where a log writes it, when no place in a text can show it.
    pub cell: Option<CellPlace>,
    pub fault: PageFault,
}

/// What is wrong on a page, by what it keeps people from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageFault {
    /// Something is named that is not there.
    Broken(broken::Broken),
    /// A link to another site leads to nothing any more.
    Away(away::DeadAway),
    /// Something runs that nobody asked for.
    Program(program::Program),
    /// Some people cannot read it.
    Unreadable(unreadable::Unreadable),
    /// Nobody will find it, or it is slow to come.
    Upkeep(upkeep::Upkeep),
}

impl PageProblem {
    pub fn wording(&self) -> Wording {
        let mut wording = match &self.fault {
            PageFault::Broken(fault) => fault.wording(),
            PageFault::Away(fault) => fault.wording(),
            PageFault::Program(fault) => fault.wording(),
            PageFault::Unreadable(fault) => fault.wording(),
            PageFault::Upkeep(fault) => fault.wording(),
        };
        wording.message.fr.push_str(&format!(" ({})", self.pages(Lang::Fr)));
        wording.message.en.push_str(&format!(" ({})", self.pages(Lang::En)));
        match &self.cell {
            Some(cell) => wording.in_cell(cell),
            None => wording,
        }
    }

    /// « page /plans/ et 3 autres ».
    fn pages(&self, lang: Lang) -> String {
        let (page, n) = (&self.page, number(lang, self.n_others));
        match (lang, self.n_others) {
            (Lang::Fr | Lang::En, 0) => format!("page {page}"),
            (Lang::Fr, 1) => format!("page {page} et une autre"),
            (Lang::Fr, _) => format!("page {page} et {n} autres"),
            (Lang::En, 1) => format!("page {page} and one other"),
            (Lang::En, _) => format!("page {page} and {n} others"),
        }
    }
}
