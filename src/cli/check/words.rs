//! What a check comes to, in words that a board can read.

use std::collections::BTreeMap;

use crate::cli::words::{Forms, PAGE, colon, counted, problems};
use crate::diagnostic::Problem;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::diagnostic::picture::PictureProblem;
use crate::diagnostic::site::SiteProblem;
use crate::lang::Lang;

/// What a problem is about, for those who decide what to mend first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Links,
    Accessibility,
    Orphans,
    Weight,
    Plans,
    Translations,
    Writing,
}

/// What was checked, and what was found.
pub struct Summary {
    pub n_pages: usize,
    pub n_links: usize,
    pub n_errors: usize,
    pub n_warnings: usize,
    pub subjects: BTreeMap<Subject, usize>,
}

impl Subject {
    pub fn of(problem: &Problem) -> Subject {
        match problem {
            Problem::Pages(problem) => match &problem.fault {
                PageFault::Broken(_) => Subject::Links,
                PageFault::Unreadable(_) => Subject::Accessibility,
                PageFault::Upkeep(Upkeep::Orphan {}) => Subject::Orphans,
                PageFault::Upkeep(Upkeep::HeavyPage { .. } | Upkeep::HeavyImage { .. }) => Subject::Weight,
            },
            Problem::Site(problem) => of_site(problem),
            Problem::Plan(_) | Problem::Lint(_) | Problem::FollowUp(_) => Subject::Plans,
            Problem::Translation(_) => Subject::Translations,
            Problem::Picture(problem) => match problem {
                PictureProblem::NoWords { .. }
                | PictureProblem::NoAlt { .. }
                | PictureProblem::FileNameForWords { .. } => Subject::Accessibility,
                PictureProblem::Heavy { .. }
                | PictureProblem::HeavyDrawing { .. }
                | PictureProblem::Wide { .. } => Subject::Weight,
                PictureProblem::Unreadable { .. } => Subject::Links,
            },
            Problem::File(_)
            | Problem::Record(_)
            | Problem::Markdown(_)
            | Problem::Mission(_)
            | Problem::Sheet(_)
            | Problem::Glossary(_)
            | Problem::Hosting(_)
            | Problem::Listing(_)
            | Problem::Look(_)
            | Problem::Synthesis(_)
            | Problem::Shortcode(_)
            | Problem::Asked(_)
            | Problem::Theme(_)
            | Problem::Words(_) => Subject::Writing,
        }
    }

    fn forms(self) -> &'static Forms {
        match self {
            Subject::Links => &[
                ["lien ou image qui ne mène à rien", "liens ou images qui ne mènent à rien"],
                ["link or image that leads to nothing", "links or images that lead to nothing"],
            ],
            Subject::Accessibility => &[
                ["obstacle à la lecture (accessibilité)", "obstacles à la lecture (accessibilité)"],
                ["obstacle to reading (accessibility)", "obstacles to reading (accessibility)"],
            ],
            Subject::Orphans => &[
                ["page que personne ne trouvera", "pages que personne ne trouvera"],
                ["page that nobody will find", "pages that nobody will find"],
            ],
            Subject::Weight => &[
                ["page ou image trop lourde", "pages ou images trop lourdes"],
                ["page or image that is too heavy", "pages or images that are too heavy"],
            ],
            Subject::Plans => &[
                ["remarque sur les plans et leur suivi", "remarques sur les plans et leur suivi"],
                ["remark on plans and their follow-up", "remarks on plans and their follow-up"],
            ],
            Subject::Translations => &[
                ["remarque sur les traductions", "remarques sur les traductions"],
                ["remark on translations", "remarks on translations"],
            ],
            Subject::Writing => &[
                ["remarque sur l’écriture des fichiers", "remarques sur l’écriture des fichiers"],
                ["remark on how files are written", "remarks on how files are written"],
            ],
        }
    }
}

fn of_site(problem: &SiteProblem) -> Subject {
    let link = [
        "no-such-document",
        "link-to-draft",
        "no-such-anchor",
        "no-such-number",
        "no-such-file",
        "no-such-image",
    ];
    if link.contains(&problem.wording().code) { Subject::Links } else { Subject::Writing }
}

const LINK: Forms = [["lien vérifié", "liens vérifiés"], ["link checked", "links checked"]];

impl Summary {
    /// A line for each subject, then the one that sums all up.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let Summary { n_pages, n_links, n_errors, n_warnings, subjects } = self;
        let checked = format!("{}, {}", counted(lang, *n_pages, &PAGE), counted(lang, *n_links, &LINK));
        let of_subject =
            |(subject, n): (&Subject, &usize)| format!("  {}", counted(lang, *n, subject.forms()));
        let mut lines: Vec<String> = subjects.iter().map(of_subject).collect();
        let ending = match (lines.is_empty(), lang) {
            (true, Lang::Fr) => "rien à signaler".to_owned(),
            (true, Lang::En) => "nothing to report".to_owned(),
            (false, Lang::Fr | Lang::En) => problems(lang, *n_errors, *n_warnings),
        };
        lines.push(format!("{checked}{}{ending}", colon(lang)));
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Subject, Summary};
    use crate::lang::{Lang, NO_BREAK_SPACE};

    fn shown(summary: &Summary, lang: Lang) -> String {
        summary.lines(lang).join("\n").replace(NO_BREAK_SPACE, "_")
    }

    #[test]
    fn a_board_reads_what_a_check_comes_to() {
        let clean =
            Summary { n_pages: 121, n_links: 2_456, n_errors: 0, n_warnings: 0, subjects: BTreeMap::new() };
        assert_eq!(shown(&clean, Lang::Fr), "121 pages, 2456 liens vérifiés_: rien à signaler");
        assert_eq!(shown(&clean, Lang::En), "121 pages, 2456 links checked: nothing to report");
        let subjects = BTreeMap::from([(Subject::Accessibility, 2), (Subject::Links, 1)]);
        let faulty = Summary { n_errors: 1, n_warnings: 2, subjects, ..clean };
        assert_eq!(
            shown(&faulty, Lang::Fr),
            "  1 lien ou image qui ne mène à rien\n  2 obstacles à la lecture (accessibilité)\n\
             121 pages, 2456 liens vérifiés_: 1 erreur, 2 avertissements"
        );
    }
}
