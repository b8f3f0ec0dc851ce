//! Samples of what is said of pages as they are published.

use super::{samples, some};
use crate::diagnostic::pages::away::{DeadAway, Silence};
use crate::diagnostic::pages::broken::{Broken, Dead};
use crate::diagnostic::pages::program::Program;
use crate::diagnostic::pages::unreadable::{HeadingFault, Unreadable};
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::diagnostic::pages::{PageFault, PageProblem};

pub(super) fn pages() -> Vec<PageProblem> {
    let faults = broken().into_iter().map(PageFault::Broken);
    let faults = faults.chain(away().into_iter().map(PageFault::Away));
    let faults = faults.chain(unreadable().into_iter().map(PageFault::Unreadable));
    let faults = faults.chain(upkeep().into_iter().map(PageFault::Upkeep));
    let faults = faults.chain([PageFault::Program(Program { written: "<script".to_owned() })]);
    let problem =
        |n_others| move |fault| PageProblem { page: "/plans/".to_owned(), n_others, cell: None, fault };
    let faults: Vec<PageFault> = faults.collect();
    let counts = [0, 1, 1_234];
    counts.into_iter().flat_map(|n_others| faults.iter().cloned().map(problem(n_others))).collect()
}

fn broken() -> Vec<Broken> {
    samples! { Broken:
        Dead { what: Dead::Link, written: "../plan/".into(), nearest: some("../plans/") }
            { what: Dead::Link, written: "../plan/".into(), nearest: None }
            { what: Dead::Anchor, written: "#2.1.33".into(), nearest: some("#2.1.3") }
            { what: Dead::Image, written: "jardin.jpeg".into(), nearest: None }
            { what: Dead::Asset, written: "style.css".into(), nearest: None }
            { what: Dead::Alternate, written: "https://example.org/en/".into(), nearest: None }
            { what: Dead::Entry, written: "https://example.org/en/".into(), nearest: None },
        OneSidedAlternate { written: "https://example.org/en/".into() },
        OwnMachine { written: "file:///C:/Plans/bilan.pdf".into() },
        NoAddress { words: "Bilan".into() },
    }
}

fn away() -> Vec<DeadAway> {
    let silences = samples! { Silence:
        NoSuchPage { status: 404 },
        OutOfOrder { status: 503 },
        NoSuchSite {},
        TooSlow {},
        NoAnswer {},
        GoesRound {},
        NotTrusted {},
    };
    let dead = |silence| DeadAway { written: "https://example.com/heures/".to_owned(), silence };
    silences.into_iter().map(dead).collect()
}

fn unreadable() -> Vec<Unreadable> {
    let mut all: Vec<Unreadable> = headings().into_iter().map(Unreadable::Heading).collect();
    let others = vec![
        Unreadable::DeadReference { attribute: "aria-labelledby".into(), id: "titre".into() },
        Unreadable::ImageWithoutText { written: "jardin.jpg".into() },
        Unreadable::EmptyLink { written: "../plans/".into() },
        Unreadable::VagueLink { words: "cliquez ici".into() },
        Unreadable::DuplicateId { id: "axe-2".into() },
        Unreadable::TableWithoutHeaders { words: "Lundi".into() },
    ];
    all.extend(others);
    all
}

fn headings() -> Vec<HeadingFault> {
    samples! { HeadingFault:
        Empty { level: 2 },
        Skipped { words: "Nos partenaires".into(), from: 2, to: 4 },
        NoTitle {},
        SeveralTitles { words: "Nos partenaires".into() },
    }
}

fn upkeep() -> Vec<Upkeep> {
    samples! { Upkeep:
        Orphan {},
        TextWithoutLink { name: "fete.md".into() },
        HeavyPage { n_bytes: 345_678 },
        HeavyImage { n_bytes: 2_345_678 },
    }
}
