//! Samples of what is said of texts: Markdown, acronyms, lists, shortcodes.

use super::{list, samples, some, some_day};
use crate::diagnostic::asked::AskedProblem;
use crate::diagnostic::glossary::{Elsewhere, GlossaryProblem, Lacking};
use crate::diagnostic::listing::ListingProblem;
use crate::diagnostic::markdown::{MarkdownProblem, Unshown, WordsOf};
use crate::diagnostic::shortcode::{Expected, Habit, ShortcodeProblem, Sign};

pub(super) fn markdown() -> Vec<MarkdownProblem> {
    samples! { MarkdownProblem:
        RepeatedId { id: "jardin".into() },
        UnclosedComment {},
        Skeleton { read: "Remplacez ce titre".into(), n_more: 0 } { read: "Remplacez ce titre".into(), n_more: 2 },
        DuplicateId { id: "jardin".into(), first_line: 4, line: 12 },
        UnknownFootnote { label: "1".into(), nearest: None } { label: "budjet".into(), nearest: some("budget") },
        UnusedFootnote { label: "2".into() },
        DuplicateFootnote { label: "2".into(), first_line: 31 },
        NotShown { what: Unshown::Link, of: WordsOf::Title }
            { what: Unshown::Footnote, of: WordsOf::Column }
            { what: Unshown::Image, of: WordsOf::Value }
            { what: Unshown::Shortcode, of: WordsOf::Value },
        DangerousAddress { scheme: "javascript" },
        RemovedElement { name: "iframe".into() },
        RemovedAttribute { element: "p".into(), name: "style".into() }
            { element: "a".into(), name: "onclick".into() },
        HtmlTooDeep { deepest: 64 },
        ListTooDeep { deepest: 32 },
        ShallowNesting {},
        LooseRow {},
        RowApart {},
        CutRow {},
        DashesBesideTitles { n_titles: 3, n_dashes: 2 },
        PastedBullet { mark: '•', is_under_item: false } { mark: '•', is_under_item: true }
            { mark: '☐', is_under_item: false },
        GluedHeading { marks: "##".into(), words: "Se loger".into() },
        UnknownMark { read: "budget=500".into(), nearest: None }
            { read: "ax=2".into(), nearest: some("{axe=2}") },
        SpaceInAddress { written: "Fête des voisins.png".into() } { written: "tel:418 555-1234".into() }
            { written: "418 555-1234".into() }
            { written: "mailto:info @example.org".into() }
            { written: "C:\\Mes photos\\fête.png".into() }
            { written: "@/plans/2025-2026/index.md#action 2.1".into() },
        FrenchForm { read: "10$".into(), better: "10 $".into(), count: 1 }
            { read: "10$".into(), better: "10 $".into(), count: 2 }
            { read: "10$".into(), better: "10 $".into(), count: 14 },
        TextUnderTable {},
        TooManyCells { n_columns: 4, text: "à confirmer".into() },
    }
}

pub(super) fn glossary() -> Vec<GlossaryProblem> {
    let elsewhere = || Some(Elsewhere { path: "content/glossary.en.md".into(), line: 8 });
    let mut all = samples! { GlossaryProblem:
        NoMeaning { read: "AGA".into(), lacking: Lacking::Form },
        Empty {},
        TwoMeanings {
            name: "CA".into(),
            meaning: "conseil d’administration".into(),
            other_meaning: "chiffre d’affaires".into(),
            other: "content/glossaire.md".into(),
            line: 6,
        },
        Unexplained { name: "OBNL".into(), n: 5, nearest: None, elsewhere: None }
            { name: "OBLN".into(), n: 2, nearest: some("OBNL"), elsewhere: None }
            { name: "AGM".into(), n: 3, nearest: None, elsewhere: elsewhere() },
        Unused { names: list(&["MRC"]) } { names: list(&["OBNL", "OSBL"]) },
        UselessIgnore { name: "PDF".into() },
    };
    let lacking = samples! { Lacking: Form {}, Meaning {}, Name {}, };
    let without = |lacking| GlossaryProblem::NoMeaning { read: "AGA".into(), lacking };
    all.extend(lacking.into_iter().map(without));
    all
}

pub(super) fn listing() -> Vec<ListingProblem> {
    samples! { ListingProblem:
        NewsWithoutDate {},
        NewsToCome { date: some_day(2030) },
        FarDate { date: some_day(2062) },
        UpdatedBeforeDate { updated: some_day(2025), date: some_day(2026) },
        TagSpelling { read: "Bénévole".into(), kept: "bénévoles".into(), other: "content/actualites/fete.md".into() },
        NearTags { read: "Bénévoles".into(), kept: "bénévole".into(), other: "content/actualites/fete.md".into() },
        TagWithoutLetter { read: "!!!".into() },
        ArchivesWithoutDates {},
        NoListAtHome { key: "paginate_by" },
    }
}

pub(super) fn shortcode() -> Vec<ShortcodeProblem> {
    let known = || "progress, actions, timeline".to_owned();
    let mut all = samples! { ShortcodeProblem:
        UnknownName { name: "carte".into(), nearest: None, known: known() }
            { name: "progres".into(), nearest: Some("progress"), known: String::new() },
        UnknownArgument { shortcode: "quote", name: "auteur".into(), nearest: None, known: "text, author, source".into() }
            { shortcode: "quote", name: "autor".into(), nearest: Some("author"), known: String::new() },
        MissingArgument { shortcode: "figure", example: "alt=\"ce que montre l’image\"".into() },
        RepeatedArgument { name: "plan" },
        Unnamed { written: "\"2025-2026\"".into(), meant: Some("plan") } { written: "true".into(), meant: None },
        WrongType { name: "orientation", written: "deux".into(), expected: Expected::Number, fix: some("orientation=2") },
        EmptyText { name: "alt" },
        NotAChoice { name: "by", written: "mois".into(), choices: "quarter, year".into(), nearest: None }
            { name: "by", written: "yeer".into(), choices: String::new(), nearest: Some("year") },
        Unexpected { read: ";".into(), expected: Sign::Equals },
        UnclosedQuote {},
        Unclosed { name: "progress".into() },
        TypographicQuotes { written: "“2025-2026”".into(), fix: "plan=\"2025-2026\"".into() },
        OneBrace { name: "progress" },
        Foreign { 0: Habit::Variable },
    };
    let expected = samples! { Expected: Text {}, Number {}, Flag {}, };
    all.extend(expected.into_iter().map(|expected| ShortcodeProblem::WrongType {
        name: "text",
        written: "12".into(),
        expected,
        fix: None,
    }));
    let signs = samples! { Sign: Equals {}, CommaOrEnd {}, QuoteInside {}, Value {}, Argument { 0: "plan=\"2025-2026\"" }, Braces {}, };
    all.extend(signs.into_iter().map(|expected| ShortcodeProblem::Unexpected { read: "!".into(), expected }));
    all.extend(
        samples! { Habit: Variable {}, Hugo {}, Block {}, }.into_iter().map(ShortcodeProblem::Foreign),
    );
    all
}

pub(super) fn asked() -> Vec<AskedProblem> {
    let plan = || "Plan d’action 2025-2026".to_owned();
    samples! { AskedProblem:
        WhichPlan { only: None } { only: some("2025-2026") },
        UnknownPlan { written: "2019".into(), nearest: None } { written: "2025-2062".into(), nearest: some("2025-2026") },
        SeveralPlans { written: "2025".into(), paths: "content/plans/2025/index.md, content/anciens/2025.md".into() },
        UnknownOrientation { written: "9".into(), plan: plan(), known: "1, 2, 3".into() },
        LateAsStatus { written: "en retard".into() },
        UnknownStatus { written: "bof".into(), nearest: None, known: "planned, done".into() }
            { written: "doen".into(), nearest: some("done"), known: String::new() },
        UnknownPerson { written: "Trésorerie".into(), plan: plan(), nearest: None }
            { written: "Trezorerie".into(), plan: plan(), nearest: some("Trésorerie") },
        UnknownTag { written: "eau".into(), plan: plan(), nearest: None }
            { written: "eua".into(), plan: plan(), nearest: some("eau") },
        NotAFile { written: "@/mission.md".into() },
        OutsidePicture { written: "https://example.org/a.png".into() },
        NotAnEmail { written: "info à example.org".into() },
        NotAPhone { written: "418".into() },
        NoContact {},
        NoPosterToDescribe {},
        NotInSentence { shortcode: "timeline" },
        LinkInLink { shortcode: "download" },
    }
}
