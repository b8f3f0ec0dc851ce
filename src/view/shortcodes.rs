//! Views of shortcodes: what `shortcodes/NAME.html` reads under the name `shortcode`.

use serde::Serialize;

use super::badge::BadgeView;
use super::foreign::ForeignLink;
use super::sides::{ActionLine, DatedAction};
use super::{DateView, Link, ProgressView};

/// A shortcode to be rendered.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum ShortcodeView {
    Progress(ProgressCall),
    Actions(ActionsCall),
    Timeline(TimelineCall),
    Figure(FigureCall),
    Quote(QuoteCall),
    Contact(ContactCall),
    Download(DownloadCall),
    Video(VideoCall),
}

/// How far a plan or an orientation is: `progress.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressCall {
    /// Whether it stands in a sentence: no block may be written.
    pub in_sentence: bool,
    /// Whether the author asks for the sentence or the badge, and for no drawing.
    pub is_short: bool,
    /// The plan or the orientation.
    pub subject: ForeignLink,
    pub reference_date: DateView,
    pub progress: ProgressView,
    /// Shown instead of the counts, when the author asks for it.
    pub badge: Option<BadgeView>,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct PictureView {
    pub src: String,
    /// What it shows; empty when it only decorates.
    pub alt: String,
}

/// Actions of a plan: `actions.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ActionsCall {
    /// The plan or the orientation.
    pub subject: ForeignLink,
    pub reference_date: DateView,
    /// « 7 actions »: all those that were asked for, shown or not.
    pub count: String,
    /// What was asked for: « En retard », « Comité logement ».
    pub filters: Vec<String>,
    /// In the order of the plan.
    pub actions: Vec<ActionLine>,
    /// « et 4 autres actions », with the plan, when not all are shown.
    pub more: Option<Link>,
}

/// Actions of a plan by the day they end: `timeline.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineCall {
    /// The plan or the orientation.
    pub subject: ForeignLink,
    pub reference_date: DateView,
    /// Earliest first; those that start and never end come last, without a date.
    pub actions: Vec<DatedAction>,
    /// « 5 actions sans date », with the calendar that lists them.
    pub undated: Option<Link>,
}

/// A picture with its caption: `figure.html`.
#[derive(Debug, Clone, Serialize)]
pub struct FigureCall {
    pub picture: PictureView,
    pub caption: Option<String>,
    /// « Crédit : Comité photo »
    pub credit: Option<String>,
}

/// Somebody's words: `quote.html`.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteCall {
    pub text: String,
    pub author: Option<String>,
    pub role: Option<String>,
}

/// How to reach somebody: `contact.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ContactCall {
    pub in_sentence: bool,
    pub name: Option<String>,
    pub email: Option<ProtectedLink>,
    pub phone: Option<Link>,
}

/// An address of e-mail, each sign written as an entity so that simple harvesters do not see it.
#[derive(Debug, Clone, Serialize)]
pub struct ProtectedLink {
    /// HTML, for an attribute: `mailto:` and the address.
    pub href: String,
    /// HTML: the address.
    pub words: String,
}

/// A file of the site: `download.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadCall {
    pub in_sentence: bool,
    pub link: Link,
    /// « PDF, 245 ko »
    pub details: String,
}

/// A video, as a plain link: `video.html`.
#[derive(Debug, Clone, Serialize)]
pub struct VideoCall {
    pub in_sentence: bool,
    pub link: Link,
    /// « Vidéo sur videos.example.org »
    pub details: String,
    pub poster: Option<PictureView>,
}
