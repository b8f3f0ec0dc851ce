//! The shortcodes and their arguments, in the order they are documented.

use super::Accepts::{AnyText, Choice, Flag, Label, Number, Text};
use super::Need::{Optional, Required};
use super::{Accepts, Key, Name, Need, Parameter};

/// How a progress can be shown: drawn with its legend, in a sentence, as a badge.
pub(super) const FORMS: [&str; 3] = ["bar", "sentence", "badge"];

const fn parameter(key: Key, accepts: Accepts, need: Need, example: &'static str) -> Parameter {
    Parameter { key, accepts, need, example }
}

const PLAN: Parameter = parameter(Key::Plan, Text, Optional, "plan=\"2025-2026\"");
const ORIENTATION: Parameter = parameter(Key::Orientation, Label, Optional, "orientation=2");

const PROGRESS: &[Parameter] =
    &[PLAN, ORIENTATION, parameter(Key::Form, Choice(&FORMS), Optional, "form=\"badge\"")];

const ACTIONS: &[Parameter] = &[
    PLAN,
    ORIENTATION,
    parameter(Key::Status, Text, Optional, "status=\"en cours\""),
    parameter(Key::Responsible, Text, Optional, "responsible=\"Comité logement\""),
    parameter(Key::Tag, Text, Optional, "tag=\"jeunesse\""),
    parameter(Key::Late, Flag, Optional, "late=true"),
    parameter(Key::Limit, Number, Optional, "limit=5"),
];

const TIMELINE: &[Parameter] = &[PLAN, ORIENTATION];

const FIGURE: &[Parameter] = &[
    parameter(Key::Src, Text, Required, "src=\"photo.jpg\""),
    parameter(Key::Alt, AnyText, Required, "alt=\"ce que montre l’image\""),
    parameter(Key::Caption, Text, Optional, "caption=\"La fête, en mai\""),
    parameter(Key::Credit, Text, Optional, "credit=\"Comité photo\""),
];

const QUOTE: &[Parameter] = &[
    parameter(Key::Text, Text, Required, "text=\"On a enfin un pont.\""),
    parameter(Key::Author, Text, Optional, "author=\"Une riveraine\""),
    parameter(Key::Role, Text, Optional, "role=\"membre du comité\""),
];

const CONTACT: &[Parameter] = &[
    parameter(Key::Email, Text, Optional, "email=\"bonjour@example.org\""),
    parameter(Key::Name, Text, Optional, "name=\"Le secrétariat\""),
    parameter(Key::Phone, Text, Optional, "phone=\"418 555-0123\""),
];

const DOWNLOAD: &[Parameter] = &[
    parameter(Key::File, Text, Required, "file=\"bilan.pdf\""),
    parameter(Key::Title, Text, Optional, "title=\"Bilan de l’année\""),
];

const VIDEO: &[Parameter] = &[
    parameter(Key::Url, Text, Required, "url=\"https://videos.example.org/fete\""),
    parameter(Key::Title, Text, Required, "title=\"La fête en trois minutes\""),
    parameter(Key::Poster, Text, Optional, "poster=\"affiche.jpg\""),
    parameter(Key::Alt, AnyText, Optional, "alt=\"ce que montre l’affiche\""),
];

/// Words by which a shortcode may be called for, in French or in another generator.
pub(super) const OTHER_NAMES: [(&str, Name); 17] = [
    ("avancement", Name::Progress),
    ("progression", Name::Progress),
    ("badge", Name::Progress),
    ("insigne", Name::Progress),
    ("liste", Name::Actions),
    ("action", Name::Actions),
    ("calendrier", Name::Timeline),
    ("echeancier", Name::Timeline),
    ("chronologie", Name::Timeline),
    ("image", Name::Figure),
    ("photo", Name::Figure),
    ("citation", Name::Quote),
    ("courriel", Name::Contact),
    ("email", Name::Contact),
    ("fichier", Name::Download),
    ("telechargement", Name::Download),
    ("youtube", Name::Video),
];

impl Name {
    /// Every shortcode.
    pub const ALL: [Name; 8] = [
        Name::Progress,
        Name::Actions,
        Name::Timeline,
        Name::Figure,
        Name::Quote,
        Name::Contact,
        Name::Download,
        Name::Video,
    ];

    /// As an author writes it.
    pub fn name(self) -> &'static str {
        match self {
            Name::Progress => "progress",
            Name::Actions => "actions",
            Name::Timeline => "timeline",
            Name::Figure => "figure",
            Name::Quote => "quote",
            Name::Contact => "contact",
            Name::Download => "download",
            Name::Video => "video",
        }
    }

    /// The arguments it takes.
    pub fn parameters(self) -> &'static [Parameter] {
        match self {
            Name::Progress => PROGRESS,
            Name::Actions => ACTIONS,
            Name::Timeline => TIMELINE,
            Name::Figure => FIGURE,
            Name::Quote => QUOTE,
            Name::Contact => CONTACT,
            Name::Download => DOWNLOAD,
            Name::Video => VIDEO,
        }
    }
}

impl Key {
    /// As an author writes it.
    pub fn name(self) -> &'static str {
        match self {
            Key::Alt => "alt",
            Key::Author => "author",
            Key::Caption => "caption",
            Key::Credit => "credit",
            Key::Email => "email",
            Key::File => "file",
            Key::Form => "form",
            Key::Late => "late",
            Key::Limit => "limit",
            Key::Name => "name",
            Key::Orientation => "orientation",
            Key::Phone => "phone",
            Key::Plan => "plan",
            Key::Poster => "poster",
            Key::Responsible => "responsible",
            Key::Role => "role",
            Key::Src => "src",
            Key::Status => "status",
            Key::Tag => "tag",
            Key::Text => "text",
            Key::Title => "title",
            Key::Url => "url",
        }
    }
}
