//! Problems between documents: addresses, links, files.

pub mod files;
mod language;
mod outside;
mod template;

use super::{Wording, numbers};
use crate::lang::{Lang, list};
use files::Looked;
use language::in_language;

/// What can be wrong between the documents of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteProblem {
    /// Two sources want the same address.
    SameAddress {
        address: String,
        other: String,
    },
    /// Two addresses that differ only by case: one file on many computers.
    SameAddressButCase {
        address: String,
        other: String,
    },
    /// A file where a folder must be, or the reverse: `/fete` beside `/fete/`.
    FileAndFolder {
        address: String,
        other: String,
    },
    /// A number that an action left, whose address is already that of something else.
    FormerNumberTaken {
        number: String,
        address: String,
        other: String,
    },
    /// Two files for one document in one language: `a.md` and `a.fr.md`.
    SameDocument {
        other: String,
    },
    /// A name without a letter or a digit to make an address of.
    NoLetter {
        name: String,
    },
    /// `a.en.md` in a site that has no English.
    UndeclaredLanguage {
        code: String,
    },
    /// `a.MD` or `a.markdown`, copied as it is instead of being read.
    NotRead,
    /// `a.md.txt` or `a.md.md`: the computer hid the end of the name that it added; with the right name.
    HiddenEnd {
        end: &'static str,
        name: String,
    },
    /// `fete.docx`, which nothing names: the text of a page, probably; with the name of the page’s file.
    WordFile {
        name: String,
    },
    /// `@/…` to a document that does not exist.
    NoSuchDocument {
        written: String,
        nearest: Option<String>,
    },
    /// `previous` that leads to no plan of the site.
    NotAPlan {
        written: String,
        nearest: Option<String>,
    },
    /// A link to a draft that is not published.
    LinkToDraft {
        written: String,
    },
    /// `#…` that the page does not have; `known` are some of those it has.
    NoSuchAnchor {
        anchor: String,
        page: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    /// `#2.1.9` to a plan that has no such number.
    NoSuchNumber {
        number: String,
        plan: String,
        nearest: Option<String>,
    },
    /// `#2.1.3` to a plan in which two actions have that number.
    SharedNumber(numbers::Shared),
    /// `leads_to` that names something else than another document.
    LeadsToNoDocument {
        /// The document these words call otherwise: `@/plans/2026/index.md`.
        meant: Option<String>,
        written: String,
    },
    /// A link to the address of a page that is not there.
    NoSuchPage {
        written: String,
        nearest: Option<String>,
    },
    /// `www.example.org`, `info@example.org`: read as paths of the site.
    NoBeginning {
        written: String,
        beginning: &'static str,
    },
    /// `htpps://example.org`, `https:/example.org`: an address of another site, but for a slip.
    Mistyped {
        written: String,
        meant: String,
    },
    /// `[Our report]()`
    NoAddress,
    /// A link or an image to a file that is not there.
    NoSuchFile {
        written: String,
        looked: Looked,
        nearest: Option<String>,
    },
    NoSuchImage {
        written: String,
        looked: Looked,
        nearest: Option<String>,
    },
    /// `template = "…"` that no theme has.
    NoSuchTemplate {
        written: String,
        nearest: Option<String>,
    },
    /// A template of jalon for another kind of document.
    UnfitTemplate {
        written: String,
    },
    /// An old address that starts with the path of the site, which every address has already.
    PathTwice {
        written: String,
        path: String,
        meant: String,
    },
    /// `template = "page.html"` in a plan, which has none of what that template shows.
    TemplateOfOthers {
        written: String,
        own: &'static str,
    },
    /// An `image` or `alias` that climbs out of the site.
    OutsideSite {
        written: String,
    },
    /// A link or an image that leads to a file of one computer; `line` is how to write it.
    OwnMachine {
        written: String,
        line: String,
    },
    /// An address that starts with `javascript:`, or another scheme that runs a program.
    RunsProgram {
        scheme: &'static str,
    },
    /// The site does not know its address: no sitemap, no canonical links.
    NoBaseUrl,
    /// A document of another language without a version in the default one.
    NotInDefaultLanguage {
        /// The code of the default language.
        language: String,
    },
    /// No document at all.
    EmptySite,
    /// A plan larger than one of its files of data can be.
    BeyondFormat {
        file: &'static str,
    },
}

impl Wording {
    /// The way out when a page does not have an anchor: those it has, and how to make one.
    fn anchor_help(self, anchor: &str, known: &[String]) -> Wording {
        let (fr, en) = (format!("`## Mon titre {{#{anchor}}}`"), format!("`## My heading {{#{anchor}}}`"));
        let (known_fr, known_en) = (list(Lang::Fr, known), list(Lang::En, known));
        match known {
            [] => self.help(
                format!("donnez cette ancre à un titre\u{a0}: {fr}"),
                format!("give this anchor to a heading: {en}"),
            ),
            [_] => self.help(
                format!("la page a l’ancre {known_fr}; pour en faire une, écrivez {fr}"),
                format!("the page has the anchor {known_en}; to make one, write {en}"),
            ),
            [..] => self.help(
                format!("la page a les ancres {known_fr}; pour en faire une, écrivez {fr}"),
                format!("the page has the anchors {known_en}; to make one, write {en}"),
            ),
        }
    }
}

impl SiteProblem {
    pub fn wording(&self) -> Wording {
        match self {
            SiteProblem::SameAddress { address, other } => Wording::new(
                "same-address",
                format!("l’adresse {address} est déjà celle de {other}"),
                format!("the address {address} is already that of {other}"),
            )
            .help(
                "changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`",
                "rename the file, or give one of them another address with `slug`",
            ),
            SiteProblem::SameAddressButCase { address, other } => Wording::new(
                "same-address-but-case",
                format!("l’adresse {address} ne diffère que par les majuscules de celle de {other}"),
                format!("the address {address} differs only by case from that of {other}"),
            )
            .help(
                "sur bien des ordinateurs, ce serait le même fichier; renommez l’un des deux",
                "on many computers it would be the same file; rename one of them",
            ),
            SiteProblem::FileAndFolder { address, other } => Wording::new(
                "file-and-folder",
                format!("{address} serait à la fois un fichier et un dossier : {other} est publié au même endroit"),
                format!("{address} would be both a file and a folder: {other} is published at the same place"),
            )
            .help("changez l’adresse ou le nom de l’un des deux", "change the address or the name of one of them"),
            SiteProblem::FormerNumberTaken { number, address, other } => Wording::new(
                "former-number-taken",
                format!("«\u{a0}{number}\u{a0}» ne peut pas être un numéro laissé\u{a0}: l’adresse {address} sert déjà à {other}"),
                format!("“{number}” cannot be a number that was left: the address {address} already serves {other}"),
            )
            .help(
                "à gauche du signe =, écrivez le numéro que l’action portait, ou enlevez cette ligne",
                "on the left of the sign =, write the number that the action had, or remove this line",
            ),
            SiteProblem::SameDocument { other } => Wording::new(
                "same-document",
                format!("ce fichier et {other} sont le même document, dans la même langue"),
                format!("this file and {other} are the same document, in the same language"),
            )
            .help("gardez l’un des deux, ou changez son nom", "keep one of them, or rename it"),
            SiteProblem::NoLetter { name } => Wording::new(
                "no-letter",
                format!("« {name} » n’a ni lettre ni chiffre dont faire une adresse"),
                format!("“{name}” has no letter or digit to make an address of"),
            )
            .help(
                "changez ce nom, ou donnez une adresse au document : `slug = \"ma-page\"`",
                "change this name, or give the document an address: `slug = \"my-page\"`",
            ),
            SiteProblem::UndeclaredLanguage { code } => Wording::new(
                "undeclared-language",
                format!("ce nom se termine par « .{code} », mais « {code} » n’est pas une langue du site : le document est publié comme un autre, dans la langue du site"),
                format!("this name ends with “.{code}”, but “{code}” is not a language of the site: the document is published like any other, in the language of the site"),
            )
            .help(
                format!("ajoutez `[languages.{code}]` dans jalon.toml, ou changez le nom du fichier"),
                format!("add `[languages.{code}]` to jalon.toml, or rename the file"),
            ),
            SiteProblem::NotRead => Wording::new(
                "not-read",
                "ce fichier est publié tel quel, sans devenir une page : son nom ne se termine pas par « .md »",
                "this file is published as it is and makes no page: its name does not end with “.md”",
            )
            .help("changez la fin de son nom pour « .md », en minuscules", "change the end of its name to “.md”, in lower case"),
            SiteProblem::HiddenEnd { end, name } => files::hidden_end(end, name),
            SiteProblem::WordFile { name } => files::word_file(name),
            SiteProblem::NoSuchDocument { written, nearest } => Wording::new(
                "no-such-document",
                format!("le lien « {written} » ne mène à aucun document de content/"),
                format!("the link “{written}” leads to no document of content/"),
            )
            .help(
                "le chemin part du dossier content/, comme `@/mission.md`",
                "the path starts from the folder content/, as in `@/mission.md`",
            )
            .suggesting(nearest.as_deref()),
            SiteProblem::NotAPlan { written, nearest } => {
                let wording = Wording::new(
                    "not-a-plan",
                    format!("le plan précédent « {written} » n’est pas un autre plan du site"),
                    format!("the previous plan “{written}” is not another plan of the site"),
                );
                match nearest {
                    Some(_) => wording.suggesting(nearest.as_deref()),
                    None => wording.help(
                        "désignez le fichier d’un plan publié : `previous = \"@/plans/2024-2025/index.md\"`",
                        "name the file of a published plan: `previous = \"@/plans/2024-2025/index.md\"`",
                    ),
                }
            }
            SiteProblem::LinkToDraft { written } => Wording::new(
                "link-to-draft",
                format!("le lien « {written} » mène à un brouillon, qui n’est pas publié"),
                format!("the link “{written}” leads to a draft, which is not published"),
            )
            .help(
                "retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`",
                "remove `draft = true` from that document or from its section, or build the site with `--drafts`",
            ),
            SiteProblem::NoSuchAnchor { anchor, page, nearest, known } => Wording::new(
                "no-such-anchor",
                format!("la page {page} n’a ni titre ni élément qui porte l’ancre «\u{a0}#{anchor}\u{a0}»"),
                format!("the page {page} has no heading or element with the anchor “#{anchor}”"),
            )
            .anchor_help(anchor, known)
            .suggesting(nearest.as_ref().map(|near| format!("#{near}")).as_deref()),
            SiteProblem::NoSuchNumber { number, plan, nearest } => Wording::new(
                "no-such-number",
                format!("« {plan} » n’a ni action, ni objectif, ni orientation qui porte le numéro {number}"),
                format!("“{plan}” has no action, objective or orientation numbered {number}"),
            )
            .help(
                format!("vérifiez le numéro dans le plan; sans `#{number}`, le lien mène au plan entier"),
                format!("check the number in the plan; without `#{number}`, the link leads to the whole plan"),
            )
            .suggesting(nearest.as_ref().map(|near| format!("#{near}")).as_deref()),
            SiteProblem::SharedNumber(shared) => numbers::shared(shared),
            SiteProblem::LeadsToNoDocument { written, meant } => Wording::new(
                "leads-to-no-document",
                format!("« leads_to » dit à quoi cette synthèse a mené, mais « {written} » n’est pas un autre document du site"),
                format!("“leads_to” tells what this synthesis led to, but “{written}” is not another document of the site"),
            )
            .help(
                match meant {
                    Some(path) => format!("écrivez `leads_to = \"{path}\"`"),
                    None => "désignez un document publié : `leads_to = \"@/plans/2025-2026/index.md\"`".to_owned(),
                },
                match meant {
                    Some(path) => format!("write `leads_to = \"{path}\"`"),
                    None => "name a published document: `leads_to = \"@/plans/2025-2026/index.md\"`".to_owned(),
                },
            ),
            SiteProblem::NoSuchPage { written, nearest } => Wording::new(
                "no-such-page",
                format!("le lien «\u{a0}{written}\u{a0}» ne mène à aucune page du site"),
                format!("the link “{written}” leads to no page of the site"),
            )
            .help(
                "désignez le fichier de la page, comme `@/mission.md`\u{a0}: son adresse sera vérifiée à chaque construction",
                "name the file of the page, as in `@/mission.md`: its address is then checked at each build",
            )
            .suggesting(nearest.as_deref()),
            SiteProblem::NoBeginning { written, beginning } => outside::no_beginning(written, beginning),
            SiteProblem::Mistyped { written, meant } => outside::mistyped(written, meant),
            SiteProblem::NoAddress => outside::no_address(),
            SiteProblem::NoSuchFile { written, looked, nearest } => {
                files::no_such_file(written, *looked, nearest.as_deref())
            }
            SiteProblem::NoSuchImage { written, looked, nearest } => {
                files::no_such_image(written, *looked, nearest.as_deref())
            }
            SiteProblem::NoSuchTemplate { written, nearest } => template::none(written, nearest.as_deref()),
            SiteProblem::TemplateOfOthers { written, own } => template::of_others(written, own),
            SiteProblem::UnfitTemplate { written } => files::unfit_template(written),
            SiteProblem::PathTwice { written, path, meant } => outside::path_twice(written, path, meant),
            SiteProblem::OutsideSite { written } => Wording::new(
                "outside-site",
                format!("« {written} » sort du dossier du site"),
                format!("“{written}” goes out of the folder of the site"),
            )
            .help("un lien ne peut mener qu’à un fichier de content/ ou de static/", "a link can only lead to a file of content/ or static/"),
            SiteProblem::OwnMachine { written, line } => files::own_machine(written, line),
            SiteProblem::RunsProgram { scheme } => outside::runs_program(scheme),
            SiteProblem::NoBaseUrl => Wording::new(
                "no-base-url",
                "le site ne connaît pas son adresse publique : pas de plan du site (sitemap.xml) ni d’adresse canonique",
                "the site does not know its public address: no sitemap.xml and no canonical addresses",
            )
            .help("ajoutez `base_url = \"https://www.example.org/\"` dans jalon.toml", "add `base_url = \"https://www.example.org/\"` to jalon.toml"),
            SiteProblem::NotInDefaultLanguage { language } => Wording::new(
                "not-in-default-language",
                format!("ce document n’existe pas {}", in_language(language, Lang::Fr)),
                format!("this document does not exist {}", in_language(language, Lang::En)),
            )
            .help(
                "au Québec, un texte destiné au public paraît aussi en français; ajoutez-le à côté, sous le même nom sans code de langue",
                "the language of the site is the one every reader can count on; add it beside, under the same name without a language code",
            ),
            SiteProblem::EmptySite => Wording::new(
                "empty-site",
                "aucun document dans content/ : le site n’aurait qu’une page d’accueil vide",
                "no document in content/: the site would only have an empty home page",
            )
            .help(
                "écrivez la page d’accueil dans `content/_index.md` : une ligne `# Bienvenue`, puis votre texte",
                "write the home page in `content/_index.md`: a line `# Welcome`, then your text",
            ),
            SiteProblem::BeyondFormat { file } => Wording::new(
                "beyond-format",
                format!("ce plan dépasse ce que le fichier {file} peut contenir\u{a0}: une feuille de calcul compte au plus 1\u{a0}048\u{a0}576 rangées, 16\u{a0}384 colonnes et 32\u{a0}767 caractères par cellule"),
                format!("this plan is larger than what the file {file} can hold: a spreadsheet takes at most 1,048,576 rows, 16,384 columns and 32,767 characters per cell"),
            )
            .help(
                "raccourcissez la cellule la plus longue, ou divisez le plan en deux documents",
                "shorten the longest cell, or split the plan into two documents",
            ),
        }
    }
}
