//! Samples of what is said of settings and headers.

use super::{samples, some};
use crate::diagnostic::Bilingual;
use crate::diagnostic::record::misplaced::{Home, Misplaced, Title};
use crate::diagnostic::record::syntax::{LineFault, ShapeFault, SyntaxProblem, TextFault, ValueFault};
use crate::diagnostic::record::{AddressFault, Expected, Notation, Read, RecordProblem};

pub(super) fn record() -> Vec<RecordProblem> {
    let syntax = samples! { SyntaxProblem:
        Text { 0: TextFault::Unclosed },
        Line { 0: LineFault::NoValue { key: "title".into() } },
        Shape { 0: ShapeFault::Comma },
    };
    let texts = texts().into_iter().map(SyntaxProblem::Text);
    let lines = lines().into_iter().map(SyntaxProblem::Line);
    let shapes = shapes().into_iter().map(SyntaxProblem::Shape);
    let syntax = syntax.into_iter().chain(texts).chain(lines).chain(shapes).map(RecordProblem::Syntax);
    syntax.chain(keys()).chain(wrong_types()).chain(addresses()).collect()
}

fn keys() -> Vec<RecordProblem> {
    let words = |words: &str| Read::Words(words.to_owned());
    let [top, yaml] = [Notation::Toml, Notation::Yaml].map(|notation| move || Title::top(notation));
    let plan = || top().table("plan");
    let events = || plan().table("events");
    samples! { RecordProblem:
        Syntax { 0: SyntaxProblem::Text(TextFault::Unclosed) },
        UnclosedHeader { fence: "+++", found: None } { fence: "+++", found: Some("---") },
        UnopenedHeader {},
        NearFence { read: "++++".into() },
        CoveredHeader {},
        TomlBetweenDashes {},
        UnknownKey { key: "titel".into(), nearest: some("title") } { key: "couleur".into(), nearest: None },
        ForeignKey { key: "lastmod".into(), advice: Bilingual::new("écrivez `weight`", "use `weight`") },
        WrongType { key: "weight".into(), expected: Expected::Integer, read: words("deux"), notation: Notation::Toml },
        EmptyText { key: "title".into() },
        UnknownWord { key: "stage".into(), read: "fini".into(), known: vec!["proposed", "adopted"], nearest: None }
            { key: "stage".into(), read: "adoptd".into(), known: Vec::new(), nearest: some("adopted") },
        TooSmall { key: "paginate_by".into(), read: 0, least: 1 },
        OtherKindsTable { table: "plan", kind: Some("page") } { table: "plan", kind: None },
        AboveTable { key: "stage", table: "plan", line: "stage = \"terminé\"".into(), notation: Notation::Toml }
            { key: "events", table: "plan", line: "[plan.events]".into(), notation: Notation::Toml }
            { key: "stage", table: "plan", line: "stage: closed".into(), notation: Notation::Yaml },
        Misplaced { 0: Misplaced { key: "stage".into(), under: events(), home: Home::Around(plan()), may_be_own: true } }
            { 0: Misplaced { key: "draft".into(), under: plan(), home: Home::Around(top()), may_be_own: false } }
            { 0: Misplaced { key: "weight".into(), under: events(), home: Home::Around(yaml()), may_be_own: true } }
            { 0: Misplaced { key: "seasons".into(), under: top(), home: Home::Elsewhere(top().series("events")), may_be_own: true } }
            { 0: Misplaced { key: "seasons".into(), under: yaml(), home: Home::Elsewhere(yaml().table("calendar")), may_be_own: false } },
        KeyInExtra { key: "draft".into(), notation: Notation::Toml } { key: "draft".into(), notation: Notation::Yaml },
        SectionKey { key: "sort_by".into() },
        PageKey { key: "date".into() },
        SameName { read: "aga".into(), first: "AGA".into() },
        DateAndPeriod {},
        NoImageToDescribe {},
        BadAddress { key: "slug".into(), read: "a//b".into(), fault: AddressFault::Empty },
        LanguagesInLine { read: words("fr") } { read: Read::List } { read: Read::Record },
        MissingKey { key: "base_url", example: "base_url = \"https://www.example.org/\"" },
        BadLanguage { read: "français".into() },
        LanguageOfKind { kind: "plan" },
        DefaultFallback { language: "fr".into() },
        TwoMenus { language: "fr".into() },
        BadFingerprint { key: "#2.1".into(), read: Read::Words("abc".into()) },
        TranslationOfSource {},
    }
}

fn wrong_types() -> Vec<RecordProblem> {
    let expected = || {
        samples! { Expected:
            Text {}, Integer {}, Number {}, Boolean {}, Date {}, Texts {}, Record {}, Records {},
        }
    };
    let reads = samples! { Read: Words { 0: "oui".into() }, List {}, Record {}, };
    let notations = samples! { Notation: Toml {}, Yaml {}, };
    let mut all = Vec::new();
    for read in &reads {
        for notation in &notations {
            all.extend(expected().into_iter().map(|expected| RecordProblem::WrongType {
                key: "cle".into(),
                expected,
                read: read.clone(),
                notation: *notation,
            }));
        }
    }
    let read = Read::Words("15 octobre 2026".into());
    let (key, expected, notation) = ("date".into(), Expected::Date, Notation::Toml);
    all.push(RecordProblem::WrongType { key, expected, read, notation });
    all
}

fn addresses() -> Vec<RecordProblem> {
    let faults = samples! { AddressFault:
        Empty {},
        Dots {},
        Backslash {},
        Character { 0: ' ' } { 0: '%' },
        Slash {},
        NotHttp {},
        NoHost {},
        OtherSite {},
    };
    let bad =
        |fault| RecordProblem::BadAddress { key: "base_url".into(), read: "asso.example".into(), fault };
    faults.into_iter().map(bad).collect()
}

fn texts() -> Vec<TextFault> {
    let text = || "Mon plan".to_owned();
    samples! { TextFault:
        CurlyQuotes { key: some("title"), text: text() } { key: None, text: text() },
        Unquoted { key: some("title"), text: text() } { key: None, text: text() },
        Unclosed {},
        Backslash {},
        Colon { key: "title".into(), text: "Plan : la suite".into() },
        Start { character: '@' },
    }
}

fn lines() -> Vec<LineFault> {
    let values = samples! { ValueFault: Boolean {}, Date {}, Number {}, };
    let notations = samples! { Notation: Toml {}, Yaml {}, };
    let mut all = samples! { LineFault:
        Colon { key: "title".into(), text: "Mon plan".into() },
        NoSeparator { notation: Notation::Toml },
        NoValue { key: "title".into() },
        BareKey { key: "mon titre".into() },
        DuplicateKey { key: "title".into() },
        Value { fault: ValueFault::Number, read: "1 000".into() },
        AfterValue { notation: Notation::Toml },
    };
    all.extend(values.into_iter().map(|fault| LineFault::Value { fault, read: "non".into() }));
    all.extend(notations.iter().map(|notation| LineFault::NoSeparator { notation: *notation }));
    all.extend(notations.iter().map(|notation| LineFault::AfterValue { notation: *notation }));
    all
}

fn shapes() -> Vec<ShapeFault> {
    samples! { ShapeFault:
        UnclosedList {},
        UnclosedBraces {},
        UnclosedTitle {},
        Comma {},
        Tab {},
        Alignment {},
        Reference {},
        TooDeep {},
        Other { notation: Notation::Toml } { notation: Notation::Yaml },
    }
}
