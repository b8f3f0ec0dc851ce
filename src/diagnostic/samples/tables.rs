//! Samples of what is said of spreadsheets and follow-up logs.

use super::{list, samples};
use crate::date::Date;
use crate::diagnostic::Bilingual;
use crate::diagnostic::follow_up::hint::{Hint, PartOfPlan};
use crate::diagnostic::follow_up::{CellPlace, FollowUpFault, FollowUpProblem, Given, Missing};
use crate::diagnostic::import::ImportProblem;
use crate::diagnostic::sheet::SheetProblem;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::site::files::Looked;
use crate::diagnostic::status::{Against, StateMeant};
use crate::lang::Lang;

pub(super) fn sheet() -> Vec<SheetProblem> {
    samples! { SheetProblem:
        NotBuilt {},
        Password {},
        OldWorkbook {},
        NotAWorkbook {},
        Damaged {},
        NotText {},
        UnclosedQuote {},
        TooManyRows { limit: 5000 },
        TooLarge {},
    }
}

pub(super) fn import() -> Vec<ImportProblem> {
    let text = || "Se loger ensemble".to_owned();
    samples! { ImportProblem:
        GuessedTitle { title: text() },
        RowAsTitle { title: text() },
        ColumnAsTitles { column: "Orientation".to_owned() },
        GuessedColumns {},
        NoColumns {},
        RepeatedColumns { n_rows: 1 } { n_rows: 3 },
        CellForEach { text: text() },
        MergedCells {},
        UnevenCell { column: "État".to_owned(), n_actions: 3, n_entries: 2 },
        ColumnsOfTableAbove {},
        SeveralActions { n_actions: 2 },
        AddedTitle { title: text() },
        NoPeriod {},
        NestedTable {},
        CountedNumbers { first: "1.1".to_owned() },
        PageMargin { text: text() },
        ContentsLeft {},
        CommentLeft { text: text() },
        PictureLeft { name: "image3.emf".to_owned() },
        PictureElsewhere { name: "carte.png".to_owned() },
        WordsTakenOut { text: text() },
        WordsAdded { text: text() },
        NoResult { cell: "B7".to_owned() },
        SheetsLeft { names: list(&["Listes"]) } { names: list(&["Listes", "Brouillon"]) },
        HiddenRows { n_rows: 1, rows: "4".to_owned() } { n_rows: 4, rows: "4, 7–9".to_owned() },
        HiddenColumns { n_columns: 1, columns: "C".to_owned() } { n_columns: 3, columns: "C, E–F".to_owned() },
        PicturesOfSheet { n_pictures: 1 } { n_pictures: 2 },
        TextBoxLeft { text: text() },
        ElementsLeft { names: "form, iframe".to_owned() },
        LinksLeft { n_links: 1, first: "bilan.pdf".to_owned() } { n_links: 4, first: "bilan.pdf".to_owned() },
        OldLetters {},
    }
}

pub(super) fn follow_up() -> Vec<FollowUpProblem> {
    let cell = |sheet: Option<&str>, column: Option<&str>| CellPlace {
        sheet: sheet.map(str::to_owned),
        row: 3,
        column: column.map(str::to_owned),
    };
    let anywhere = faults().into_iter().map(|fault| FollowUpProblem { cell: None, fault });
    let placed = [cell(None, Some("B")), cell(Some("suivi"), Some("B")), cell(Some("suivi"), None)];
    let placed = placed.map(|cell| FollowUpProblem { cell: Some(cell), fault: FollowUpFault::NoAction });
    anywhere.chain(placed).collect()
}

fn faults() -> Vec<FollowUpFault> {
    let evidence =
        SiteProblem::NoSuchFile { written: "rapport.pdf".into(), looked: Looked::Beside, nearest: None };
    let september = Date::new(2026, 9, 30).expect("a day of the calendar");
    let mut all = samples! { FollowUpFault:
        TwoLogs { one: "suivi.csv".into(), other: "suivi.xlsx".into() },
        NoPlan {},
        OtherName { name: Bilingual::new("suivi.csv", "follow-up.csv") },
        OtherFormat { extension: "xls".into() },
        Empty {},
        NoTitles { missing: Missing::Both },
        SheetLeftOut { sheet: "2024".into(), read: "suivi".into() },
        IgnoredColumns { titles: list(&["Couleur"]) } { titles: list(&["Couleur", "Courriel"]) },
        UnknownAction { read: "9.9".into(), hint: Hint::None, n_more: 0 },
        AmbiguousAction { read: "2.1".into(), actions: list(&["2.1", "2.10"]) },
        SeveralActions { read: "2.1 et 2.2".into() },
        DateForAction { read: "2026-01-02".into() },
        NoAction {},
        UnknownDate { read: "hier".into(), n_more: 0 } { read: "hier".into(), n_more: 1 }
            { read: "hier".into(), n_more: 7 },
        OtherOrder { read: "09/30/2026".into(), day: september, lang: Lang::Fr, n_more: 0 }
            { read: "30/09/2026".into(), day: september, lang: Lang::En, n_more: 3 },
        UnsureOrder {
            read: "01/05/2026".into(),
            day: Date::new(2026, 5, 1).expect("a day of the calendar"),
            other: Date::new(2026, 1, 5).expect("a day of the calendar"),
            lang: Lang::Fr,
            n_more: 0
        } {
            read: "01/05/2026".into(),
            day: Date::new(2026, 1, 5).expect("a day of the calendar"),
            other: Date::new(2026, 5, 1).expect("a day of the calendar"),
            lang: Lang::En,
            n_more: 2
        },
        Uncomputed { n_more: 0 } { n_more: 1 } { n_more: 12 },
        LinkInNote { read: "[procès-verbal](https://exemple.org/pv)".into(), n_more: 0 },
        TooManyCells { n_cells: 8, n_titles: 7, left_out: list(&["PV du 4"]) },
        UntitledColumn { column: "H".into(), read: "À revoir".into(), n_more: 0 }
            { column: "H".into(), read: "À revoir".into(), n_more: 2 },
        NoDate {},
        NothingSaid {},
        UnknownPercent { read: "la moitié".into() },
        UnknownStatus { read: "En cour".into(), meant: StateMeant::Near("En cours".into()), key: "in-progress", n_more: 2 }
            { read: "En cour".into(), meant: StateMeant::Unknown, key: "in-progress", n_more: 0 }
            { read: "Adopté par le CA".into(), meant: opens(), key: "partial", n_more: 0 },
        StatusAgainstPercent { read: "Fini".into(), against: Against::Completed, percent: 40 }
            { read: "À venir".into(), against: Against::NotBegun, percent: 80 },
        OtherStateOfDay { read: "En cours".into(), above: "Réalisée".into() },
        TitleOfAnother {
            number: "2.1".into(), read: "Semer".into(), other: "2.2".into(), given: Given::ByPlace, n_more: 0
        }
            { number: "2.1".into(), read: "Semer".into(), other: "2.2".into(), given: Given::InWriting, n_more: 3 },
        SharedNumber { number: "2.1".into(), titles: ["Semer", "Faucher"].map(str::to_owned), n_more: 0 },
        UnknownTitle {
            number: "2.1".into(), former: None, read: "Semer".into(), title: "Faucher".into(), n_more: 0
        }
            {
                number: "2.1".into(),
                former: Some("1.7".into()),
                read: "Semer".into(),
                title: "Faucher".into(),
                n_more: 1
            },
        DeadEvidence { 0: evidence.clone() },
        Repeated { n_rows: 1, of_row: 4 } { n_rows: 6, of_row: 4 },
    };
    let hints = samples! { Hint: Nearest { 0: "2.1.3".into() }, Example { 0: "2.1.3".into() },
    ActionsOf { part: PartOfPlan::Objective, actions: list(&["2.1.1"]), n_more: 0 }
        { part: PartOfPlan::Objective, actions: list(&["2.1.1", "2.1.2"]), n_more: 0 }
        { part: PartOfPlan::Orientation, actions: list(&["2.1.1", "2.1.2"]), n_more: 8 },
    Uncalled { 0: "Semer".into() }, None {}, };
    let unknown = |hint| FollowUpFault::UnknownAction { read: "9.9".into(), hint, n_more: 0 };
    all.extend(hints.into_iter().map(unknown));
    let missing = samples! { Missing: Date {}, Action {}, Both {}, };
    all.extend(missing.into_iter().map(|missing| FollowUpFault::NoTitles { missing }));
    all
}

fn opens() -> StateMeant {
    StateMeant::Opens { state: "Adopté".into(), first: "Adopté".into(), rest: "par le CA".into() }
}
