//! What a check comes to, in words that a board can read.

use std::collections::BTreeMap;

use crate::cli::words::{Forms, PAGE, colon, counted, problems};
use crate::diagnostic::Problem;
use crate::diagnostic::look::LookProblem;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::away::OutOfReach;
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::diagnostic::picture::PictureProblem;
use crate::diagnostic::site::SiteProblem;
use crate::lang::Lang;

/// What a problem is about, for those who decide what to mend first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Links,
    Accessibility,
    Programs,
    Orphans,
    Weight,
    Plans,
    Translations,
    Writing,
    Network,
}

/// What was checked, and what was found.
pub struct Summary {
    pub n_pages: usize,
    pub n_links: usize,
    pub n_errors: usize,
    pub n_warnings: usize,
    pub subjects: BTreeMap<Subject, usize>,
    /// What became of links to other sites, when they were followed.
    pub followed: Option<Followed>,
}

/// Addresses of other sites, each counted once.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    pub n_asked: usize,
    /// Asked less than a week ago.
    pub n_known: usize,
    /// Too many for one check.
    pub n_left: usize,
    /// Those whose site turns programs away.
    pub refused: Vec<String>,
    /// When nobody could be asked, and nothing is known of the addresses.
    pub out_of_reach: Option<OutOfReach>,
}

impl Subject {
    pub fn of(problem: &Problem) -> Subject {
        match problem {
            Problem::Pages(problem) => match &problem.fault {
                PageFault::Broken(_) | PageFault::Away(_) => Subject::Links,
                PageFault::Program(_) => Subject::Programs,
                PageFault::Unreadable(_) => Subject::Accessibility,
                PageFault::Upkeep(Upkeep::Orphan {} | Upkeep::TextWithoutLink { .. }) => Subject::Orphans,
                PageFault::Upkeep(Upkeep::HeavyPage { .. } | Upkeep::HeavyImage { .. }) => Subject::Weight,
            },
            Problem::Site(problem) => of_site(problem),
            Problem::Plan(_) | Problem::Lint(_) | Problem::FollowUp(_) => Subject::Plans,
            Problem::Translation(_) => Subject::Translations,
            Problem::Picture(problem) => match problem {
                PictureProblem::NoWords { .. }
                | PictureProblem::NoAlt { .. }
                | PictureProblem::FileNameForWords { .. }
                | PictureProblem::GenericWords { .. } => Subject::Accessibility,
                PictureProblem::Heavy { .. }
                | PictureProblem::HeavyDrawing { .. }
                | PictureProblem::Wide { .. } => Subject::Weight,
                PictureProblem::Unreadable { .. } => Subject::Links,
            },
            Problem::Look(problem) => match problem {
                LookProblem::LowContrast { .. } => Subject::Accessibility,
                LookProblem::NotAColour { .. }
                | LookProblem::WrongFile { .. }
                | LookProblem::NotOnSite { .. }
                | LookProblem::TwiceAtHome { .. }
                | LookProblem::SocialAddress { .. } => Subject::Writing,
            },
            Problem::File(_)
            | Problem::Record(_)
            | Problem::Markdown(_)
            | Problem::Mission(_)
            | Problem::Sheet(_)
            | Problem::Glossary(_)
            | Problem::Hosting(_)
            | Problem::Import(_)
            | Problem::Listing(_)
            | Problem::Synthesis(_)
            | Problem::Shortcode(_)
            | Problem::Asked(_)
            | Problem::Theme(_)
            | Problem::Words(_) => Subject::Writing,
        }
    }

    /// The words of its count; none for what another line tells.
    fn forms(self) -> Option<&'static Forms> {
        let forms: &Forms = match self {
            Subject::Links => &[
                ["lien ou image qui ne mène à rien", "liens ou images qui ne mènent à rien"],
                ["link or image that leads to nothing", "links or images that lead to nothing"],
            ],
            Subject::Accessibility => &[
                ["obstacle à la lecture (accessibilité)", "obstacles à la lecture (accessibilité)"],
                ["obstacle to reading (accessibility)", "obstacles to reading (accessibility)"],
            ],
            Subject::Programs => &[
                ["fichier qui contient un programme", "fichiers qui contiennent un programme"],
                ["file that holds a program", "files that hold a program"],
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
            Subject::Network => return None,
            Subject::Writing => &[
                ["remarque sur l’écriture des fichiers", "remarques sur l’écriture des fichiers"],
                ["remark on how files are written", "remarks on how files are written"],
            ],
        };
        Some(forms)
    }
}

fn of_site(problem: &SiteProblem) -> Subject {
    let link = [
        "no-such-document",
        "link-to-draft",
        "no-such-anchor",
        "no-such-number",
        "no-such-page",
        "no-such-file",
        "no-such-image",
    ];
    if link.contains(&problem.wording().code) { Subject::Links } else { Subject::Writing }
}

/// What `--external` does.
#[cfg(feature = "external")]
pub fn external(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Demande aussi aux autres sites si les pages où mènent les liens y sont encore",
        Lang::En => "Asks other sites as well whether the pages that links lead to are still there",
    }
}

/// Said while other sites are asked.
#[cfg(feature = "external")]
pub fn asking(lang: Lang, n: usize) -> String {
    let asking = [
        ["adresse d’un autre site à vérifier…", "adresses d’autres sites à vérifier…"],
        ["address of another site to check…", "addresses of other sites to check…"],
    ];
    counted(lang, n, &asking)
}

const ASKED: Forms = [
    ["lien vers un autre site vérifié", "liens vers d’autres sites vérifiés"],
    ["link to another site checked", "links to other sites checked"],
];

const NOT_ASKED: Forms = [
    ["lien vers un autre site non vérifié", "liens vers d’autres sites non vérifiés"],
    ["link to another site not checked", "links to other sites not checked"],
];

const KNOWN: Forms = [
    [
        "lien vers un autre site déjà vérifié cette semaine",
        "liens vers d’autres sites déjà vérifiés cette semaine",
    ],
    ["link to another site already checked this week", "links to other sites already checked this week"],
];

const LEFT: Forms = [
    [
        "lien vers un autre site laissé pour la prochaine vérification",
        "liens vers d’autres sites laissés pour la prochaine vérification",
    ],
    ["link to another site left for the next check", "links to other sites left for the next check"],
];

const REFUSED: Forms = [
    [
        "lien à ouvrir vous-même, parce que le site ne répond pas aux programmes",
        "liens à ouvrir vous-même, parce que ces sites ne répondent pas aux programmes",
    ],
    [
        "link to open yourself, because the site does not answer programs",
        "links to open yourself, because the sites do not answer programs",
    ],
];

impl Followed {
    fn lines(&self, lang: Lang) -> Vec<String> {
        let Followed { n_asked, n_known, n_left, refused, out_of_reach } = self;
        let asked = if out_of_reach.is_some() { &NOT_ASKED } else { &ASKED };
        let counts = [(*n_asked, asked), (*n_known, &KNOWN), (*n_left, &LEFT), (refused.len(), &REFUSED)];
        let counts = counts.into_iter().filter(|(n, forms)| *n > 0 || *forms == &ASKED);
        let mut lines: Vec<String> =
            counts.map(|(n, forms)| format!("  {}", counted(lang, n, forms))).collect();
        if let (Some(last), false) = (lines.last_mut(), refused.is_empty()) {
            last.push_str(colon(lang).trim_end());
        }
        lines.extend(refused.iter().map(|address| format!("    {address}")));
        lines
    }
}

const LINK: Forms = [["lien vérifié", "liens vérifiés"], ["link checked", "links checked"]];

impl Summary {
    /// A line for each subject, then the one that sums all up.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let Summary { n_pages, n_links, n_errors, n_warnings, subjects, followed } = self;
        let checked = format!("{}, {}", counted(lang, *n_pages, &PAGE), counted(lang, *n_links, &LINK));
        let of_subject =
            |(subject, n): (&Subject, &usize)| Some(format!("  {}", counted(lang, *n, subject.forms()?)));
        let mut lines: Vec<String> = subjects.iter().filter_map(of_subject).collect();
        let ending = match (subjects.is_empty(), lang) {
            (true, Lang::Fr) => "rien à signaler".to_owned(),
            (true, Lang::En) => "nothing to report".to_owned(),
            (false, Lang::Fr | Lang::En) => problems(lang, *n_errors, *n_warnings),
        };
        lines.extend(followed.iter().flat_map(|followed| followed.lines(lang)));
        lines.push(format!("{checked}{}{ending}", colon(lang)));
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Followed, Subject, Summary};
    use crate::lang::{Lang, NO_BREAK_SPACE};

    fn shown(summary: &Summary, lang: Lang) -> String {
        summary.lines(lang).join("\n").replace(NO_BREAK_SPACE, "_")
    }

    #[test]
    fn a_board_reads_what_a_check_comes_to() {
        let clean = Summary {
            n_pages: 121,
            n_links: 2_456,
            n_errors: 0,
            n_warnings: 0,
            subjects: BTreeMap::new(),
            followed: None,
        };
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

    #[test]
    fn links_to_other_sites_are_counted_and_those_to_open_by_hand_named() {
        let refused = vec!["https://a.example/".to_owned(), "https://b.example/".to_owned()];
        let followed = Some(Followed { n_asked: 12, n_known: 1, n_left: 0, refused, out_of_reach: None });
        let summary = Summary {
            n_pages: 1,
            n_links: 2,
            n_errors: 0,
            n_warnings: 0,
            subjects: BTreeMap::new(),
            followed,
        };
        assert_eq!(
            shown(&summary, Lang::Fr),
            "  12 liens vers d’autres sites vérifiés\n  1 lien vers un autre site déjà vérifié cette semaine\n  \
             2 liens à ouvrir vous-même, parce que ces sites ne répondent pas aux programmes_:\n    \
             https://a.example/\n    https://b.example/\n1 page, 2 liens vérifiés_: rien à signaler"
        );
    }
}
