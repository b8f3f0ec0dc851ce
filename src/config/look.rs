//! `[theme]`: which theme, and what a site changes of its look without touching a file of it.

use super::foreign;
use crate::colour::{Colour, READABLE, Towards};
use crate::diagnostic::Problems;
use crate::diagnostic::look::{LookProblem, Scheme};
use crate::diagnostic::record::RecordProblem;
use crate::record::keys::{Holds, Key, key, words};
use crate::record::{Data, Fields, Spanned, short};

/// What a site asks of its theme. Every colour it holds can be read where the theme writes with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// The name of a folder of `themes/`; none is the default theme.
    pub name: Option<Spanned<String>>,
    /// The colour of links and titles.
    pub accent: Option<Accent>,
    /// The picture before the name of the site; a file of the site, as links write it.
    pub logo: Option<Spanned<String>>,
    /// The picture in the tab of the browser.
    pub favicon: Option<Spanned<String>>,
    /// The font of texts, and that of titles: files of the site.
    pub font: Option<Spanned<String>>,
    pub title_font: Option<Spanned<String>>,
    /// A line at the bottom of every page.
    pub footer: Option<String>,
    /// Pages of the association on other sites.
    pub social: Vec<Social>,
    /// The parts of the home page, in order; empty for the order of the theme.
    pub home: Vec<HomePart>,
}

/// The accent in both schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    pub light: Colour,
    pub dark: Colour,
}

/// A page of the association on another site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Social {
    pub title: String,
    pub url: String,
}

/// A part of the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HomePart {
    Plans,
    Synthesis,
    News,
    Changes,
    Sections,
    Contact,
}

/// What stands behind text in the default theme: `--paper` and `--soft`.
const LIGHT: [Colour; 2] = [Colour::rgb(0xff, 0xfd, 0xf8), Colour::rgb(0xf6, 0xf1, 0xe7)];
const DARK: [Colour; 2] = [Colour::rgb(0x17, 0x13, 0x0f), Colour::rgb(0x22, 0x1c, 0x16)];

/// What jalon itself chooses is easier to read than what it accepts: level AAA of WCAG 2.2 (criterion 1.4.6).
const COMFORTABLE: f32 = 7.0;

const PICTURES: &[&str] = &[".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"];
const ICONS: &[&str] = &[".svg", ".png", ".ico"];
const FONTS: &[&str] = &[".woff2"];

/// The words for the parts of the home page, in both languages.
const PARTS: [(&str, HomePart); 11] = [
    ("plans", HomePart::Plans),
    ("synthesis", HomePart::Synthesis),
    ("synthèse", HomePart::Synthesis),
    ("atelier", HomePart::Synthesis),
    ("news", HomePart::News),
    ("actualités", HomePart::News),
    ("nouvelles", HomePart::News),
    ("changes", HomePart::Changes),
    ("suivi", HomePart::Changes),
    ("sections", HomePart::Sections),
    ("contact", HomePart::Contact),
];

/// The keys of `[theme]`.
pub const KEYS: &[Key] = &[
    key("name", Holds::FilledText, "le nom d’un dossier de themes/", "the name of a folder of themes/"),
    key("accent", Holds::FilledText, "la couleur des liens et des titres", "the colour of links and titles"),
    key(
        "accent_dark",
        Holds::FilledText,
        "la même en mode sombre; sans elle, elle est tirée de `accent`",
        "the same in dark mode; without it, it is drawn from `accent`",
    ),
    key(
        "logo",
        Holds::FilledText,
        "l’image devant le nom du site",
        "the picture before the name of the site",
    ),
    key("favicon", Holds::FilledText, "l’icône de l’onglet", "the icon of the tab"),
    key("font", Holds::FilledText, "la police des textes, en `.woff2`", "the font of texts, in `.woff2`"),
    key(
        "title_font",
        Holds::FilledText,
        "la police des titres, en `.woff2`",
        "the font of titles, in `.woff2`",
    ),
    key("footer", Holds::FilledText, "une ligne au bas de chaque page", "a line at the bottom of every page"),
    key(
        "social",
        Holds::Tables(SOCIAL_KEYS),
        "les pages de l’association sur d’autres sites",
        "pages of the association on other sites",
    ),
    key(
        "home",
        Holds::Words(&words(&PARTS)),
        "les parties de la page d’accueil, dans l’ordre",
        "the parts of the home page, in order",
    ),
];

/// The keys of a page of the association on another site.
pub const SOCIAL_KEYS: &[Key] = &[
    key("title", Holds::FilledText, "le nom de ce site", "the name of that site").required(),
    key("url", Holds::FilledText, "l’adresse de votre page", "the address of your page").required(),
];

impl HomePart {
    /// Every part, in the order of the default theme.
    pub const ALL: [HomePart; 6] = [
        HomePart::Plans,
        HomePart::Synthesis,
        HomePart::News,
        HomePart::Changes,
        HomePart::Sections,
        HomePart::Contact,
    ];

    /// The name templates read.
    pub fn name(self) -> &'static str {
        match self {
            HomePart::Plans => "plans",
            HomePart::Synthesis => "synthesis",
            HomePart::News => "news",
            HomePart::Changes => "changes",
            HomePart::Sections => "sections",
            HomePart::Contact => "contact",
        }
    }
}

/// Reads `theme = "notre-theme"` or the table `[theme]`.
pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Look {
    let Some(value) = fields.value("theme") else { return Look::default() };
    let Data::Record(record) = &value.data else {
        let name = fields.filled_text("theme", problems);
        return Look { name, ..Look::default() };
    };
    let mut fields = Fields::of(record, KEYS);
    let look = Look {
        name: fields.filled_text("name", problems),
        accent: accent(&mut fields, problems),
        logo: file(&mut fields, "logo", PICTURES, problems),
        favicon: file(&mut fields, "favicon", ICONS, problems),
        font: file(&mut fields, "font", FONTS, problems),
        title_font: file(&mut fields, "title_font", FONTS, problems),
        footer: fields.filled_text("footer", problems).map(|footer| footer.value),
        social: social(&mut fields, problems),
        home: home(&mut fields, problems),
    };
    fields.finish_knowing(&[foreign::THEME_KEYS], problems);
    look
}

/// The accent. Without one for the dark scheme, the nearest shade of the same hue that is
/// comfortable to read there.
fn accent(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Accent> {
    let light = colour(fields, "accent", Scheme::Light, problems);
    let dark = colour(fields, "accent_dark", Scheme::Dark, problems);
    let light = light.or_else(|| dark.map(|dark| dark.shade(Towards::Black, &LIGHT, COMFORTABLE)))?;
    let dark = dark.unwrap_or_else(|| light.shade(Towards::White, &DARK, COMFORTABLE));
    Some(Accent { light, dark })
}

fn colour(
    fields: &mut Fields<'_>,
    key: &'static str,
    scheme: Scheme,
    problems: &mut Problems,
) -> Option<Colour> {
    let Spanned { value: read, span } = fields.filled_text(key, problems)?;
    let Some(colour) = Colour::parse(&read) else {
        problems.error(LookProblem::NotAColour { key, read }, span);
        return None;
    };
    let (behind, towards) = match scheme {
        Scheme::Light => (LIGHT, Towards::Black),
        Scheme::Dark => (DARK, Towards::White),
    };
    let contrast = colour.least_contrast(&behind);
    if contrast < READABLE {
        let nearest = colour.shade(towards, &behind, READABLE).to_string();
        let tenths = (contrast * 10.0).floor() as u32;
        problems.error(LookProblem::LowContrast { read, scheme, tenths, nearest }, span);
        return None;
    }
    Some(colour)
}

/// A file of the site, known by the end of its name; that it is there is checked with the links.
fn file(
    fields: &mut Fields<'_>,
    key: &'static str,
    expected: &'static [&'static str],
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    let file = fields.filled_text(key, problems)?;
    let name = file.value.to_ascii_lowercase();
    if name.contains("://") || name.starts_with("//") {
        problems.error(LookProblem::NotOnSite { read: file.value }, file.span);
        return None;
    }
    if expected.iter().any(|suffix| name.ends_with(suffix)) {
        return Some(file);
    }
    problems.error(LookProblem::WrongFile { key, read: file.value, expected }, file.span);
    None
}

fn social(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Social> {
    let mut social = Vec::new();
    for record in fields.records("social", problems) {
        let mut fields = Fields::of(record, SOCIAL_KEYS);
        let title = super::required(&mut fields, "title", "title = \"Mastodon\"", problems);
        let url = super::required(&mut fields, "url", "url = \"https://…\"", problems);
        fields.finish(problems);
        let (Some(title), Some(url)) = (title, url) else { continue };
        if url.value.starts_with("https://") || url.value.starts_with("http://") {
            social.push(Social { title: title.value, url: url.value });
        } else {
            problems.error(LookProblem::SocialAddress { read: url.value }, url.span);
        }
    }
    social
}

fn home(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<HomePart> {
    let mut parts = Vec::new();
    for Spanned { value: read, span } in fields.spanned_texts("home", problems).unwrap_or_default() {
        let folded = crate::lang::fold(&read);
        match PARTS.iter().find(|(word, _)| crate::lang::fold(word) == folded) {
            Some((_, part)) if parts.contains(part) => {
                problems.error(LookProblem::TwiceAtHome { read }, span);
            }
            Some((_, part)) => parts.push(*part),
            None => {
                let known = words(&PARTS).to_vec();
                let nearest = crate::lang::nearest(&read, known.iter().copied()).map(str::to_owned);
                let problem =
                    RecordProblem::UnknownWord { key: "home".to_owned(), read: short(&read), known, nearest };
                problems.error(problem, span);
            }
        }
    }
    parts
}
