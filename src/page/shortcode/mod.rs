//! What the shortcodes of a text show, asked of the site.

mod filter;
mod people;
mod plans;

use super::Making;
use crate::address::Address;
use crate::diagnostic::Problem;
use crate::diagnostic::asked::AskedProblem;
use crate::markdown::{self, Place, Shortcode};
use crate::record::Spanned;
use crate::shortcode::{Call, Key, Name};
use crate::site::Entry;
use crate::site::links::{Target, Use};
use crate::source::Span;
use crate::view::Link;
use crate::view::shortcodes::{DownloadCall, FigureCall, PictureView, QuoteCall, ShortcodeView, VideoCall};
use crate::words::Words;

/// A shortcode, and the page that shows it.
pub struct Caller<'a> {
    pub making: &'a Making<'a>,
    /// The document that holds the call.
    pub entry: &'a Entry,
    /// The page that is being made; one document may be shown on several.
    pub page: &'a Address,
    pub words: &'a Words,
    pub shortcode: &'a Shortcode,
}

/// Why a call cannot be answered, and which of its words is to blame.
pub struct Wrong {
    pub problem: Box<Problem>,
    pub span: Span,
}

impl Wrong {
    fn new(problem: impl Into<Problem>, span: Span) -> Wrong {
        Wrong { problem: Box::new(problem.into()), span }
    }
}

impl<'a> Caller<'a> {
    /// What the template of the shortcode reads.
    pub fn view(&self) -> Result<ShortcodeView, Wrong> {
        let call = self.call();
        if self.in_sentence() && !call.name.fits_in_sentence() {
            return Err(self.not_in_sentence(call.name_span));
        }
        Ok(match call.name {
            Name::Progress => ShortcodeView::Progress(self.progress()?),
            Name::Actions => ShortcodeView::Actions(self.actions()?),
            Name::Timeline => ShortcodeView::Timeline(self.timeline()?),
            Name::Figure => ShortcodeView::Figure(self.figure()?),
            Name::Quote => ShortcodeView::Quote(self.quote()),
            Name::Contact => ShortcodeView::Contact(self.contact()?),
            Name::Download => ShortcodeView::Download(self.download()?),
            Name::Video => ShortcodeView::Video(self.video()?),
        })
    }

    fn call(&self) -> &'a Call {
        &self.shortcode.call
    }

    fn in_sentence(&self) -> bool {
        self.shortcode.place == Place::Sentence
    }

    fn not_in_sentence(&self, span: Span) -> Wrong {
        Wrong::new(AskedProblem::NotInSentence { shortcode: self.call().name.name() }, span)
    }

    /// A text that the author gives, when there is one.
    fn own(&self, key: Key) -> Option<String> {
        self.call().text(key).map(|text| text.value.to_owned())
    }

    /// A text that every call of this shortcode has.
    fn given(&self, key: Key) -> Spanned<&'a str> {
        self.call().text(key).expect("a call has what its shortcode requires")
    }

    fn href(&self, to: &Address) -> String {
        markdown::encoded(&to.relative_to(self.page))
    }

    fn figure(&self) -> Result<FigureCall, Wrong> {
        let src = self.picture(&self.given(Key::Src))?;
        let credit = self.call().text(Key::Credit);
        Ok(FigureCall {
            picture: PictureView { src, alt: self.given(Key::Alt).value.to_owned() },
            caption: self.own(Key::Caption),
            credit: credit.map(|credit| self.words.say("shortcode.credit", &[("credit", credit.value)])),
        })
    }

    fn quote(&self) -> QuoteCall {
        QuoteCall {
            text: self.given(Key::Text).value.to_owned(),
            author: self.own(Key::Author),
            role: self.own(Key::Role),
        }
    }

    fn download(&self) -> Result<DownloadCall, Wrong> {
        let file = self.given(Key::File);
        let not_a_file = || Wrong::new(AskedProblem::NotAFile { written: file.value.to_owned() }, file.span);
        let address = self.inside(&file, Use::Link)?.ok_or_else(not_a_file)?;
        if address.as_str().ends_with('/') {
            return Err(not_a_file());
        }
        let name = address.as_str().rsplit('/').next().unwrap_or_default();
        Ok(DownloadCall {
            in_sentence: self.in_sentence(),
            link: Link {
                href: self.href(&address),
                title: self.own(Key::Title).unwrap_or_else(|| name.to_owned()),
            },
            details: self.details(&address),
        })
    }

    fn video(&self) -> Result<VideoCall, Wrong> {
        let url = self.given(Key::Url);
        let poster = self.poster()?;
        let (href, details) = match self.inside(&url, Use::Link)? {
            Some(address) => {
                let details = self.details(&address);
                (self.href(&address), self.words.say("shortcode.video", &[("details", &details)]))
            }
            None => {
                let host = self.words.say("shortcode.video_on", &[("host", host(url.value))]);
                (markdown::encoded(url.value), host)
            }
        };
        let link = Link { href, title: self.given(Key::Title).value.to_owned() };
        Ok(VideoCall { in_sentence: self.in_sentence(), link, details, poster })
    }

    /// The picture a video is announced with; words for a picture that is not there are refused.
    fn poster(&self) -> Result<Option<PictureView>, Wrong> {
        let (poster, alt) = (self.call().text(Key::Poster), self.call().text(Key::Alt));
        match (poster, alt) {
            (Some(poster), alt) => {
                let alt = alt.map_or("", |alt| alt.value).to_owned();
                Ok(Some(PictureView { src: self.picture(&poster)?, alt }))
            }
            (None, Some(alt)) => Err(Wrong::new(AskedProblem::NoPosterToDescribe, alt.span)),
            (None, None) => Ok(None),
        }
    }

    /// The relative address of a picture of the site.
    fn picture(&self, written: &Spanned<&str>) -> Result<String, Wrong> {
        match self.inside(written, Use::Image)? {
            Some(address) => Ok(self.href(&address)),
            None => {
                let problem = AskedProblem::OutsidePicture { written: written.value.to_owned() };
                Err(Wrong::new(problem, written.span))
            }
        }
    }

    /// An address of the site; none when what is written leads out of it.
    fn inside(&self, written: &Spanned<&str>, use_: Use) -> Result<Option<Address>, Wrong> {
        match self.making.site.resolve(self.entry, written.value, use_) {
            Ok(Target::Inside { address, .. }) => Ok(Some(address)),
            Ok(Target::Outside) => Ok(None),
            Err(problem) => Err(Wrong::new(problem, written.span)),
        }
    }

    /// « PDF, 245 ko »; a file that the build itself makes has no size to tell yet.
    fn details(&self, address: &Address) -> String {
        let name = address.as_str().rsplit('/').next().unwrap_or_default();
        let format = name.rsplit_once('.').map_or(name, |(_, extension)| extension).to_uppercase();
        let copies = self.making.site.copies();
        let copy = copies.binary_search_by(|copy| copy.address.cmp(address)).ok().map(|at| &copies[at]);
        match copy.and_then(|copy| self.making.files.get(&copy.source)) {
            Some(bytes) => {
                let size = self.words.file_size(bytes.len());
                self.words.say("shortcode.file", &[("format", &format), ("size", &size)])
            }
            None => format,
        }
    }
}

/// `videos.example.org` in `https://www.videos.example.org/fete`.
fn host(url: &str) -> &str {
    let after = url.split_once("//").map_or(url, |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or(after);
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    host.strip_prefix("www.").unwrap_or(host)
}
