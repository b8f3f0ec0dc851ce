//! Samples of what is said of files, of documents together, and of themes.

use std::io;

use super::{list, samples, some};
use crate::diagnostic::file::{FileProblem, Hidden, LargeFile, LinkFault, Obstacle, StrayFile};
use crate::diagnostic::hosting::HostingProblem;
use crate::diagnostic::look::{LookProblem, Scheme};
use crate::diagnostic::numbers::Shared;
use crate::diagnostic::picture::PictureProblem;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::site::files::Looked;
use crate::diagnostic::theme::{Refused, TemplateWord, ThemeProblem};
use crate::diagnostic::words::WordsProblem;

pub(super) fn file() -> Vec<FileProblem> {
    let mut all = samples! { FileProblem:
        NulByte {},
        NotUtf8 { byte: 0xEA, guess: Some('ê') } { byte: 0x81, guess: None },
        Utf16 {},
        Unreadable { cause: io::ErrorKind::PermissionDenied } { cause: io::ErrorKind::InvalidFilename } { cause: io::ErrorKind::Other },
        NotAFile {},
        TooLarge { what: LargeFile::Text, size: 12, limit: 8 }
            { what: LargeFile::Other, size: 1_024, limit: 200 },
        NameNotUnicode {},
        NameWithControl {},
        SameName { twin: "été.md".into() },
        Hidden { what: Hidden::File } { what: Hidden::Folder },
        Unread { what: StrayFile::Words } { what: StrayFile::Style },
        StrayFolder { meant: "templates".into() },
        Link { 0: LinkFault::Broken },
        InTheWay { 0: Obstacle::OtherFile },
        ChangedByOthers {},
    };
    let links = samples! { LinkFault: Broken {}, Loop {}, LeavesSite {}, IntoOutput {}, };
    all.extend(links.into_iter().map(FileProblem::Link));
    let obstacles = samples! { Obstacle: OtherFile {}, Folder {}, FileForFolder {}, Link {}, Special {}, };
    all.extend(obstacles.into_iter().map(FileProblem::InTheWay));
    all
}

pub(super) fn hosting() -> Vec<HostingProblem> {
    samples! { HostingProblem:
        NotADomain { read: "https://exemple.org".into(), host: None }
            { read: "asso".into(), host: some("asso.example.org") },
        OtherDomain { read: "asso.example.org".into(), host: "example.org".into() },
        DomainBelowPath { domain: "example.org".into(), path: "/asso/".into() },
        UnknownCompression { read: "zip".into(), meant: None } { read: "oui".into(), meant: Some("true") },
        CompressionNotBuilt { end: "br" },
    }
}

pub(super) fn site() -> Vec<SiteProblem> {
    let other = || "content/fete.md".to_owned();
    samples! { SiteProblem:
        SameAddress { address: "/fete/".into(), other: other() },
        SameAddressButCase { address: "/Fete/".into(), other: other() },
        FileAndFolder { address: "/fete".into(), other: other() },
        FormerNumberTaken { number: "bilan".into(), address: "/plan/bilan/".into(), other: "content/plan.md".into() },
        SameDocument { other: other() },
        NoLetter { name: "___".into() },
        UndeclaredLanguage { code: "es".into() },
        NotRead {},
        HiddenEnd { end: ".md.txt", name: "fete.md".into() } { end: ".md.md", name: "fete.md".into() },
        WordFile { name: "index.md".into() },
        NoSuchDocument { written: "@/nulle-part.md".into(), nearest: None }
            { written: "@/fetes.md".into(), nearest: some("@/fete.md") },
        NotAPlan { written: "@/mission.md".into(), nearest: None }
            { written: "@/plans/2024.md".into(), nearest: some("@/plans/2024/index.md") },
        LinkToDraft { written: "@/fete.md".into() },
        NoSuchAnchor { anchor: "fin".into(), page: "/fete/".into(), nearest: None, known: Vec::new() }
            { anchor: "fin".into(), page: "/fete/".into(), nearest: None, known: list(&["#debut"]) }
            { anchor: "fin".into(), page: "/fete/".into(), nearest: None, known: list(&["#debut", "#milieu"]) }
            { anchor: "debu".into(), page: "/fete/".into(), nearest: some("debut"), known: list(&["#debut"]) },
        NoSuchNumber { number: "2.1.9".into(), plan: "Plan 2026".into(), nearest: None }
            { number: "2.1.9".into(), plan: "Plan 2026".into(), nearest: some("2.1.8") },
        SharedNumber { 0: Shared {
            number: "2.1.9".into(), titles: ["Semer", "Faucher"].map(str::to_owned), second: "2.1.9-2".into()
        } },
        LeadsToNoDocument { written: "le plan".into(), meant: None }
            { written: "Plan 2026".into(), meant: some("@/plans/2026/index.md") },
        NoSuchPage { written: "/nulle-part/".into(), nearest: None }
            { written: "/fetes/".into(), nearest: some("/fete/") },
        NoBeginning { written: "www.example.org".into(), beginning: "https://" },
        Mistyped { written: "htpps://example.org".into(), meant: "https://example.org".into() },
        NoAddress {},
        NoSuchFile { written: "rapport.pdf".into(), looked: Looked::Beside, nearest: None }
            { written: "raport.pdf".into(), looked: Looked::AtRoot, nearest: some("rapport.pdf") },
        NoSuchImage { written: "banc.jpg".into(), looked: Looked::AtRoot, nearest: None }
            { written: "ban.jpg".into(), looked: Looked::Beside, nearest: some("banc.jpg") },
        UnfitTemplate { written: "plan.html".into() },
        PathTwice { written: "/asso/vieille/".into(), path: "/asso/".into(), meant: "/vieille/".into() },
        NoSuchTemplate { written: "fiche.html".into(), nearest: None }
            { written: "pages.html".into(), nearest: some("page.html") },
        TemplateOfOthers { written: "page.html".into(), own: "plan.html" },
        OutsideSite { written: "../prive.pdf".into() },
        OwnMachine { written: "file:///C:/banc.jpg".into(), line: "![…](banc.jpg)".into() },
        RunsProgram { scheme: "javascript" },
        NoBaseUrl {},
        NotInDefaultLanguage { language: "fr".into() } { language: "xx".into() },
        EmptySite {},
        BeyondFormat { file: "actions.xlsx" },
    }
}

pub(super) fn picture() -> Vec<PictureProblem> {
    samples! { PictureProblem:
        NoWords { address: "banc.jpg".into() },
        NoAlt { address: "banc.jpg".into() },
        FileNameForWords { read: "IMG_2034.jpg".into() },
        GenericWords { read: "photo".into() },
        Heavy { n_bytes: 3_200_000, width: 4_000, height: 3_000 },
        HeavyDrawing { n_bytes: 700_000 },
        Wide { width: 2_600, height: 900 },
        Unreadable { end: "jpg".into() },
    }
}

pub(super) fn theme() -> Vec<ThemeProblem> {
    let word = || TemplateWord::Filter;
    let mut all = samples! { ThemeProblem:
        Syntax { detail: "unexpected end".into() },
        Unfinished {},
        Unknown { what: word(), name: "upercase".into(), nearest: some("uppercase") },
        UnknownField { name: "titel".into(), parent: None, available: Vec::new(), nearest: some("title") }
            { name: "couleur".into(), parent: None, available: list(&["title", "url"]), nearest: None }
            { name: "couleur".into(), parent: None, available: Vec::new(), nearest: None }
            { name: "words".into(), parent: some("card.date"), available: Vec::new(), nearest: None },
        EmptyField { path: "page.date".into(), of: None, n_more: 0 }
            { path: "page.date".into(), of: some("content/a.md"), n_more: 1 }
            { path: "page.date".into(), of: some("content/a.md"), n_more: 3 },
        Lost { what: word(), name: "menu".into(), used_by: "page.html".into() },
        ComponentTwice { name: "badge".into(), other: "templates/parts.html".into() },
        Circle { chain: list(&["a.html", "b.html", "a.html"]) },
        Render { detail: "division by zero".into() },
        UnusedTemplate { nearest: some("footer.html"), is_shortcode: false }
            { nearest: None, is_shortcode: true }
            { nearest: None, is_shortcode: false },
        AgainstPolicy { refused: Refused::Program, written: "onclick=".into() }
            { refused: Refused::Style, written: "<style>".into() }
            { refused: Refused::Elsewhere, written: "https://example.org/a.css".into() },
        EmptyAddressWord { key: "report", written: "!".into() },
        SameAddressWord { key: "calendar", word: "bilan".into(), other: "report" },
        UnknownWords { key: "plan.titel".into(), nearest: None } { key: "plan.titel".into(), nearest: some("plan.title") },
        NoSuchTheme { name: "maison".into(), nearest: None } { name: "maisn".into(), nearest: some("maison") },
        WordsNotGiven { key: "plan.titel".into(), nearest: None } { key: "plan.titel".into(), nearest: some("plan.title") },
    };
    let words =
        || samples! { TemplateWord: Filter {}, Test {}, Function {}, Component {}, Template {}, Block {}, };
    all.extend(words().into_iter().map(|what| ThemeProblem::Unknown {
        what,
        name: "menus".into(),
        nearest: None,
    }));
    all.extend(words().into_iter().map(|what| ThemeProblem::Lost {
        what,
        name: "menu".into(),
        used_by: "page.html".into(),
    }));
    all
}

pub(super) fn look() -> Vec<LookProblem> {
    samples! { LookProblem:
        NotAColour { key: "accent", read: "bleu marine".into() },
        LowContrast { read: "#f0a030".into(), scheme: Scheme::Light, tenths: 19, nearest: "#a55a00".into() }
            { read: "#1a5d8f".into(), scheme: Scheme::Dark, tenths: 24, nearest: "#4a8abf".into() },
        WrongFile { key: "logo", read: "/logo.docx".into(), expected: &[".svg", ".png"] },
        NotOnSite { read: "https://exemple.org/logo.svg".into() },
        TwiceAtHome { read: "plans".into() },
        SocialAddress { read: "mastodon".into() },
    }
}

pub(super) fn words() -> Vec<WordsProblem> {
    samples! { WordsProblem:
        NoWords { language: "es".into(), n_words: 612 },
        Missing { language: "es".into(), n_missing: 1, first: list(&["plan.title"]) }
            { language: "es".into(), n_missing: 9, first: list(&["plan.title", "plan.kind"]) },
        OfNoLanguage { language: "es".into() },
        UnknownValue { key: "plan.title".into(), value: "Nom".into(), known: Vec::new() }
            { key: "plan.title".into(), value: "Nom".into(), known: list(&["Nombre"]) },
        UnreadForms { unread: list(&["few"]), forms: vec!["one", "other"] },
    }
}
