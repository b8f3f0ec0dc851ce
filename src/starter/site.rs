//! A whole site, finished-looking, whose texts are there to be replaced.

use std::collections::BTreeMap;

use include_dir::Dir;

use super::fill::{Value, between_quotes, fill};
use super::{SAMPLES, sample};
use crate::date::Date;
use crate::filled::Filled;
use crate::lang::{self, Lang};
use crate::schema::{self, Subject};

/// The folder of the schemas; the first line of the settings names it.
const SCHEMAS: &str = ".jalon";

/// What was asked of a new site.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The name of the association; none takes a name to replace.
    pub title: Option<String>,
    pub lang: Lang,
    pub sample: Sample,
    pub hosting: Hosting,
    /// The sample plan runs from the year before to the year after.
    pub today: Date,
}

/// How much a new site shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// One document of each kind.
    Full,
    /// A home page, a plan and the page on accessibility.
    Minimal,
}

/// Where a site will be published, hence the file that publishes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hosting {
    Github,
    Gitlab,
    Netlify,
    Cloudflare,
    Ftp,
    /// Nothing is published by itself.
    None,
}

impl Hosting {
    pub const ALL: [Hosting; 6] = [
        Hosting::Github,
        Hosting::Gitlab,
        Hosting::Netlify,
        Hosting::Cloudflare,
        Hosting::Ftp,
        Hosting::None,
    ];

    /// The word that asks for it.
    pub fn name(self) -> &'static str {
        match self {
            Hosting::Github => "github",
            Hosting::Gitlab => "gitlab",
            Hosting::Netlify => "netlify",
            Hosting::Cloudflare => "cloudflare",
            Hosting::Ftp => "ftp",
            Hosting::None => "none",
        }
    }

    /// Where the file that builds and publishes the site must stand to be found.
    fn publisher(self) -> Option<&'static str> {
        match self {
            Hosting::Github | Hosting::Netlify | Hosting::Cloudflare | Hosting::Ftp => {
                Some(".github/workflows/site.yml")
            }
            Hosting::Gitlab => Some(".gitlab-ci.yml"),
            Hosting::None => None,
        }
    }
}

/// The name of an association that did not say it.
pub fn untold_title(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Notre association",
        Lang::En => "Our association",
    }
}

/// The files of a new site, by path from its folder.
pub fn files(wish: &Wish) -> BTreeMap<String, String> {
    let Wish { title, lang, sample: size, hosting, today } = wish;
    let folder = match size {
        Sample::Full => "full",
        Sample::Minimal => "minimal",
    };
    let name = lang::on_one_line(title.as_deref().unwrap_or(untold_title(*lang)));
    let years = [-1, 0, 1].map(|years| format!("{:04}", today.year() + years));
    let values: Vec<Value<'_>> = vec![
        ("last_year", &years[0]),
        ("year", &years[1]),
        ("next_year", &years[2]),
        ("name", &name),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    let days = [0, -12, -40].map(|days| today.plus_days(days).to_string());
    let title = between_quotes(&name);
    let menu = sample(*lang, &format!("{folder}/menu.toml"));
    let hosting_told = sample(*lang, &format!("hosting/{}.md", hosting.name()));
    let hosting_settings = sample(*lang, &format!("hosting/{}.toml", hosting.name()));
    let values = [
        &values[..],
        &[("today", &days[0]), ("recently", &days[1]), ("last_month", &days[2])],
        &[("title", &title), ("menu", menu)],
        &[("hosting", hosting_told), ("hosting_settings", hosting_settings)],
    ]
    .concat();

    let mut samples = BTreeMap::new();
    for root in ["site", folder] {
        let root = format!("{}/{root}", lang.code());
        let dir = SAMPLES.get_dir(&root).expect("each language has its samples");
        gather(dir, &root, &mut samples);
    }
    samples.remove("menu.toml");
    if let Some(publisher) = hosting.publisher() {
        samples.insert(publisher, sample(*lang, &format!("hosting/{}.yml", hosting.name())));
    }
    let filled = samples.into_iter().map(|(path, text)| (fill(named(path), &values), fill(text, &values)));
    filled.chain(schemas(*lang)).filled()
}

/// What editors read to complete and check settings and headers.
fn schemas(lang: Lang) -> impl Iterator<Item = (String, String)> {
    let path = |subject: Subject| format!("{SCHEMAS}/{}", subject.file_name());
    Subject::ALL.into_iter().map(move |subject| (path(subject), schema::text(subject, lang)))
}

/// Every file below a folder of the samples, by its path from `root`.
fn gather(dir: &'static Dir<'static>, root: &str, samples: &mut BTreeMap<&'static str, &'static str>) {
    for file in dir.files() {
        let path = file.path().to_str().expect("samples have plain names");
        let path = path.strip_prefix(root).and_then(|path| path.strip_prefix('/'));
        let text = file.contents_utf8().expect("samples are texts");
        samples.insert(path.expect("a file stands in its folder"), text);
    }
    for dir in dir.dirs() {
        gather(dir, root, samples);
    }
}

/// The name of a file of a sample in a site. Among the samples, a `.gitignore` would act on them.
fn named(path: &'static str) -> &'static str {
    match path {
        "gitignore" => ".gitignore",
        "extensions.json" => ".vscode/extensions.json",
        path => path,
    }
}
