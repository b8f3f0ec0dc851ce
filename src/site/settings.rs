//! What the settings name of the site: pages of the menu, files of the look.

use super::{Site, links};
use crate::address::Address;
use crate::config::{CONFIG, Config};
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::site::files::Looked;
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::Spanned;

impl Site {
    /// Links of the menu that lead nowhere, in `jalon.toml`.
    pub(super) fn menu_problems(&self, config: &Config) -> Vec<Diagnostic> {
        let of_default = config.menu.iter().map(|link| (&config.default_language, link));
        let others = config.languages.iter().filter(|language| language.code != config.default_language);
        let of_others =
            others.flat_map(|language| language.menu.iter().map(move |link| (&language.code, link)));
        let wrong = of_default.chain(of_others).filter_map(|(language, link)| {
            // A language without a page yet shows no menu; its links are looked at all the same.
            let home = self.home(language).or_else(|| self.home(&config.default_language))?;
            let problem = in_settings(self.resolve(home, &link.url, links::Use::Link).err()?);
            Some(Diagnostic {
                severity: Severity::Error,
                problem: problem.into(),
                path: CONFIG.to_owned(),
                span: Some(link.span),
            })
        });
        wrong.collect()
    }

    /// Files of the look that are not there, in `jalon.toml`.
    pub(super) fn look_problems(&self, config: &Config) -> Vec<Diagnostic> {
        let look = &config.look;
        let files = [&look.logo, &look.favicon, &look.font, &look.title_font];
        let wrong = files.into_iter().flatten().filter_map(|file| {
            let problem = in_settings(self.file_of_look(config, file).err()?);
            let severity = Severity::Error;
            let path = CONFIG.to_owned();
            Some(Diagnostic { severity, problem: problem.into(), path, span: Some(file.span) })
        });
        wrong.collect()
    }

    /// Where a file that the settings name is published.
    pub fn file_of_look(&self, config: &Config, file: &Spanned<String>) -> Result<Address, SiteProblem> {
        let looked = Looked::AtRoot;
        let missing = || SiteProblem::NoSuchFile { written: file.value.clone(), looked, nearest: None };
        let home = self.home(&config.default_language).ok_or_else(missing)?;
        match self.resolve(home, &file.value, links::Use::Image)? {
            links::Target::Inside { address, .. } => Ok(address),
            links::Target::Outside => Err(missing()),
        }
    }
}

/// The problem of a path in `jalon.toml`: nothing is published from beside it.
#[expect(clippy::wildcard_enum_match_arm, reason = "other problems say nothing of the document beside")]
fn in_settings(problem: SiteProblem) -> SiteProblem {
    match problem {
        SiteProblem::NoSuchFile { written, nearest, looked: _ } => {
            SiteProblem::NoSuchFile { written, nearest, looked: Looked::AtRoot }
        }
        SiteProblem::NoSuchImage { written, nearest, looked: _ } => {
            SiteProblem::NoSuchImage { written, nearest, looked: Looked::AtRoot }
        }
        other => other,
    }
}
