//! Samples of what is said of plans, missions and syntheses.

use super::{list, samples, some};
use crate::date::{Date, Range};
use crate::diagnostic::lint::{Lint, Side};
use crate::diagnostic::mission::MissionProblem;
use crate::diagnostic::plan::{Apart, NoYear, PlanProblem};
use crate::diagnostic::status::{Against, StateMeant};
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::diagnostic::translation::{At, Level, Stated, TranslationProblem};
use crate::lang::Lang;

pub(super) fn plan() -> Vec<PlanProblem> {
    samples! { PlanProblem:
        NearStatus { read: "En cour".into(), meant: StateMeant::Near("En cours".into()), key: "in-progress" },
        StatusAgainstPercent { read: "Fini".into(), against: Against::Completed, percent: 40 },
        Struck { read: "Fait".into() },
        Backwards {
            read: "mars 2027 à janvier 2026".into(),
            start: Date::new(2027, 3, 1).expect("a day of the calendar"),
            end: Date::new(2026, 1, 31).expect("a day of the calendar")
        },
        ShortDate { read: "12/10/26".into(), day: Date::new(2026, 10, 12).expect("a day of the calendar") },
        UnknownPercent { read: "la moitié".into() },
        UnknownTimeframe { read: "Aut. 2O25".into(), nearest: some("Aut. 2025") }
            { read: "Sur invitation".into(), nearest: None },
        SwappedDate {
            read: "05/31/2026".into(),
            day: Date::new(2026, 5, 31).expect("a day of the calendar"),
            lang: Lang::Fr
        } {
            read: "13/11/2025".into(),
            day: Date::new(2025, 11, 13).expect("a day of the calendar"),
            lang: Lang::En
        },
        ImpossibleDay { read: "31 juin 2026".into(), month: 6, year: Some(2026) }
            { read: "29 février 2027".into(), month: 2, year: Some(2027) },
        YearUnknown { read: "avant le 1er juin".into(), why: NoYear::NoPeriod }
            { read: "13 juin".into(), why: NoYear::Several }
            { read: "Août".into(), why: NoYear::Outside }
            { read: "Automne-hiver 2026".into(), why: NoYear::Crossing },
        GluedTimeframe { read: "Novembre 2013 Mai 2014".into() },
        YearsWithGaps { read: "2019-2024-2034".into() },
        StatusAsTimeframe { read: "Complété".into() },
        DateAsResponsible { read: "Mai 2026".into() },
        UnequalLists { column: "Échéancier".into(), n_actions: 2, n_entries: 3 },
        NearColumn { read: "Responsble".into(), nearest: "Responsable".into() },
        NearField { read: "Échéancer".into(), nearest: "Échéancier".into() },
        UncountedTable { known: list(&["Responsable", "Échéance", "État"]), n_rows: 5, likely: some("Quoi faire") }
            { known: list(&["Responsable", "État"]), n_rows: 1, likely: None },
        PastedTable { titles: list(&["No", "Action"]), apart: Apart::Tabs }
            { titles: list(&["No", "Action"]), apart: Apart::Spaces }
            { titles: list(&["No", "Action"]), apart: Apart::Indented }
            { titles: list(&["No", "Action"]), apart: Apart::Html },
        EmptyTitles { n_rows: 1 } { n_rows: 12 },
        UnnamedStatuses { column: "Avancement des travaux".into(), read: "En cours".into() },
        RepeatedColumn { read: "État (mai)".into(), counted: "État (janvier)".into() },
        SeveralStates { read: list(&["En cours", "Fait"]) },
        TotalRow { read: "Total".into() },
        NoMark { column: "En cours".into(), read: "avec la MRC".into() },
        TitleRow { read: "Communications".into(), marks: "###" },
        NoteRow { read: "Note voir l’annexe".into() },
        RowWithoutAction { column: "Responsable".into(), read: "La direction".into() },
        EmptyTask {},
        NearBox { read: "[] Planter".into() },
        ItemWithoutBox { read: "Planter trois arbres".into() },
        NestedTask { read: "Choisir les arbres".into() },
        UnusableNumber { read: "1,3".into() },
        NumberTwice { number: "2.1.3".into(), title: "Planter trois arbres".into() },
        UnquotedNumber { number: "2.1.3".into(), line: "\"2.1.3\" = \"2.1.4\"".into() },
        NotANumber { read: "a/b".into() } { read: String::new() },
        NumberLeftTwice { number: "2.1.3".into() },
        NumberStillUsed { number: "2.1.3".into(), title: "Planter trois arbres".into() },
        RenumberedToNothing { read: "2.1.9".into(), nearest: None } { read: "2.1.9".into(), nearest: some("2.1.8") },
        BoldTitle { read: "Orientation 2".into(), marks: "##" },
        NoOrientation {},
        NoAction {},
        UnknownPeriod { read: "cette année".into() },
        UnknownStatusKey { read: "fini".into(), nearest: None, known: "planned, done".into() }
            { read: "dnoe".into(), nearest: some("done"), known: String::new() },
    }
}

pub(super) fn mission() -> Vec<MissionProblem> {
    samples! { MissionProblem:
        NoMission {},
        UnclearMission { n_places: 3 },
        SaidTwice { title: "Nos valeurs".into() },
        NothingUnder { title: "Vision".into() },
        NoValue { title: "Valeurs".into() },
        NoAxis { title: "Axes".into() },
        NotATitle { read: "Vision".into() },
        AxisTwice { number: "2".into(), title: "Se loger".into() },
        AnchorTwice { id: "se-loger".into() },
        NotAnEmail { read: "info à example.org".into() },
        SeveralMissions { other: "content/mission.md".into() },
        UnknownAxis { read: "7".into(), known: list(&["1", "2", "3"]), nearest: None }
            { read: "22".into(), known: list(&["1", "2"]), nearest: Some(("2".into(), "Se loger".into())) }
            { read: String::new(), known: Vec::new(), nearest: None }
            { read: "1, 2".into(), known: Vec::new(), nearest: None }
            { read: "4".into(), known: Vec::new(), nearest: None },
        AxisInTitle { read: "(axe 2)".into(), number: "2".into() },
        AxisWithoutMission { read: "2".into() },
    }
}

pub(super) fn synthesis() -> Vec<SynthesisProblem> {
    samples! { SynthesisProblem:
        NoBlock {},
        EmptyItem {},
        Box { read: "Un banc au soleil".into() },
        GluedIdeas { read: "Un banc(2) - Une fontaine".into(), n_mentions: 2 },
        NearColumn { read: "Souten".into(), nearest: "Soutien".into() },
        CountsApart { column: "Votes".into() },
        NearMark { read: "retaned".into(), nearest: "retained" },
        UnequalLists { column: "Soutien".into(), n_ideas: 2, n_entries: 3 },
        RowWithoutIdea { column: "Soutien".into(), read: "La caisse".into() },
        HidesNobody {},
        AbsentName { name: "Aline Roy".into() },
        PeopleShown {},
        SurnameLeft { name: "Aline Roy".into(), read: "Roy".into() },
        NameStillThere { read: "aline-roy".into() },
    }
}

pub(super) fn lint() -> Vec<Lint> {
    let day = |year, month, day| Date::new(year, month, day).expect("a day of the calendar");
    let period = Range { start: Some(day(2025, 7, 1)), end: Some(day(2026, 6, 30)) };
    let mut all = samples! { Lint:
        OutsidePeriod { number: "2.1".into(), read: "Mai 2052".into(), side: Side::After, period, meant: Some(2025) },
        DoneBeforeDue { number: "2.1".into(), read: "Mai 2026".into(), due: day(2026, 5, 1), said: day(2026, 2, 12) },
        LateWithoutNews { number: "2.1".into(), read: "Automne 2025".into(), since: day(2025, 12, 31), log: None }
            {
                number: "2.1".into(),
                read: "Automne 2025".into(),
                since: day(2025, 12, 31),
                log: some("content/plan/suivi.csv")
            },
        PercentBesideStatus { number: "2.1".into(), log: "content/plan/suivi.csv".into(), percent: 100, read: "À venir".into() },
        EntryToCome { number: "2.1".into(), log: "content/plan/suivi.csv".into(), date: day(2062, 9, 30) },
        UpdatedToCome { updated: day(2062, 9, 30) },
        UpdatedBeforePlan { updated: day(2016, 11, 22), start: day(2026, 4, 1) },
        StaleFollowUp { news: day(2024, 3, 1) },
        StatusAsAction { number: "2.1".into(), read: "En cours".into() },
        PostponedWithoutStatus { number: "2.1".into(), read: "Reporté à l’automne".into() },
        SameActionTwice { number: "3.2".into(), first: "2.1".into(), title: "Planter trois arbres".into() },
        NearPrevious {
            number: "1.3".into(),
            title: "Planter des arbres".into(),
            before: "Planter des arbres fruitiers".into(),
            link: "@/plans/2025/index.md#2.1".into(),
        },
        NearTags { number: "2.3".into(), read: "arbres".into(), first: "2.1".into(), kept: "Arbre".into() },
        EmptyOrientation { number: "3".into(), title: "3 – S’entraider".into() },
        NobodyResponsible { numbers: list(&["2.1"]), n_more: 0 }
            { numbers: list(&["2.1", "2.2"]), n_more: 0 }
            { numbers: list(&["2.1", "2.2"]), n_more: 1 }
            { numbers: list(&["2.1", "2.2"]), n_more: 6 },
        MissingNumber { numbers: list(&["2.3"]) } { numbers: list(&["2.3", "2.4"]) },
        WordsForNoStatus { words: vec![("Fait à moitié".into(), 4), ("En suspens".into(), 3)], key: "partial" },
        NumbersByPosition { numbers: list(&["2.1"]), n_more: 0 } { numbers: list(&["2.1", "2.2"]), n_more: 6 },
        PlanAheadOfLog {
            number: "2.1".into(),
            read: "Réalisée".into(),
            log: "content/plan/suivi.csv".into(),
            logged: "En cours".into(),
            since: day(2026, 2, 1)
        },
        BoldWithoutBold { key: "in-progress" },
        UnusedAccept { written: "missing-number".into() },
        UnknownAccept { written: "tout".into(), nearest: None }
            { written: "missing-numbr".into(), nearest: some("missing-number") },
    };
    let sides = samples! { Side: Before {}, After {}, Both {}, };
    all.extend(sides.into_iter().map(|side| Lint::OutsidePeriod {
        number: "2.1".into(),
        read: "2020-2030".into(),
        side,
        period,
        meant: None,
    }));
    all
}

pub(super) fn translation() -> Vec<TranslationProblem> {
    let at = || At { path: "content/plan.md".into(), line: 14 };
    let there = || (Level::Objective, "1.2".into());
    let mut all = samples! { TranslationProblem:
        NotInSource { level: Level::Action, number: "2.1.9".into(), nearest: None, source: at() }
            { level: Level::Action, number: "2.1.9".into(), nearest: some("2.1.8"), source: at() },
        Twice { level: Level::Action, number: "2.1.1".into(), first_line: 4, source: at() },
        Moved { level: Level::Action, number: "2.1.1".into(), here: (Level::Orientation, "3".into()), there: there(), source: at() },
        Differs { stated: Stated::Status, number: "2.1.1".into(), read: "Done".into(), expected: None, source: at() },
        WithoutNumber { level: Level::Objective, n_here: 2, n_source: 3, source: at() },
        UnequalTexts { n_here: 1, n_source: 2, source: "content/plan.md".into() },
        KeyOfSource { key: "period".into(), source: "content/plan.md".into() },
        OtherKind { kind: "mission", source: "content/mission.md".into() },
        LogOfTranslation { source: "content/plan.md".into() },
    };
    let stated =
        samples! { Stated: Status {}, Timeframe {}, Progress {}, Responsible {}, Partners {}, Axis {}, };
    all.extend(stated.into_iter().map(|stated| TranslationProblem::Differs {
        stated,
        number: "2.1.1".into(),
        read: "Fall 2026".into(),
        expected: some("Hiver 2027"),
        source: at(),
    }));
    let levels = samples! { Level: Orientation {}, Objective {}, Action {}, };
    all.extend(levels.into_iter().map(|level| TranslationProblem::NotInSource {
        level,
        number: "4".into(),
        nearest: None,
        source: at(),
    }));
    all
}
