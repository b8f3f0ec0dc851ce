//! Problems of well-written shortcodes: they ask for what the site does not have, or stand where they cannot.

use super::Wording;

/// What can be wrong with what a shortcode asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedProblem {
    /// No `plan` outside a plan; `only` is the name of the only plan of the site.
    WhichPlan {
        only: Option<String>,
    },
    UnknownPlan {
        written: String,
        nearest: Option<String>,
    },
    /// Several plans have this name.
    SeveralPlans {
        written: String,
        paths: String,
    },
    UnknownOrientation {
        written: String,
        plan: String,
        known: String,
    },
    UnknownStatus {
        written: String,
        nearest: Option<String>,
        known: String,
    },
    /// « en retard », which is no state: `late=true` asks for it.
    LateAsStatus {
        written: String,
    },
    UnknownPerson {
        written: String,
        plan: String,
        nearest: Option<String>,
    },
    UnknownTag {
        written: String,
        plan: String,
        nearest: Option<String>,
    },
    /// A page or another site, where a file to download is expected.
    NotAFile {
        written: String,
    },
    /// A picture of another site.
    OutsidePicture {
        written: String,
    },
    NotAnEmail {
        written: String,
    },
    /// A number that cannot be dialled.
    NotAPhone {
        written: String,
    },
    /// Somebody without an address nor a number.
    NoContact,
    /// Words for the poster of a video that has none.
    NoPosterToDescribe,
    /// A shortcode that makes a block, within a sentence.
    NotInSentence {
        shortcode: &'static str,
    },
    /// A link within a link.
    LinkInLink {
        shortcode: &'static str,
    },
}

impl AskedProblem {
    pub fn wording(&self) -> Wording {
        match self {
            AskedProblem::WhichPlan { only } => which_plan(only.as_deref()),
            AskedProblem::UnknownPlan { written, nearest } => unknown_plan(written, nearest.as_deref()),
            AskedProblem::SeveralPlans { written, paths } => Wording::new(
                "several-plans",
                format!("plusieurs plans se nomment « {written} »"),
                format!("several plans are named “{written}”"),
            )
            .help(format!("donnez son chemin : {paths}"), format!("give its path: {paths}")),
            AskedProblem::UnknownOrientation { written, plan, known } => Wording::new(
                "unknown-orientation",
                format!("le plan « {plan} » n’a pas d’orientation « {written} »"),
                format!("the plan “{plan}” has no orientation “{written}”"),
            )
            .help(format!("ses orientations sont {known}"), format!("its orientations are {known}")),
            AskedProblem::UnknownStatus { written, nearest, known } => Wording::new(
                "unknown-status-asked",
                format!("« {written} » n’est pas un état"),
                format!("“{written}” is not a status"),
            )
            .help(format!("les états sont {known}"), format!("the statuses are {known}"))
            .suggesting(nearest.as_deref()),
            AskedProblem::LateAsStatus { written } => late_as_status(written),
            AskedProblem::UnknownPerson { written, plan, nearest } => Wording::new(
                "unknown-responsible",
                format!("« {written} » n’est responsable d’aucune action du plan « {plan} »"),
                format!("“{written}” is not responsible for any action of the plan “{plan}”"),
            )
            .help("écrivez le nom comme dans le plan", "write the name as in the plan")
            .suggesting(nearest.as_deref()),
            AskedProblem::UnknownTag { written, plan, nearest } => {
                unknown_tag(written, plan, nearest.as_deref())
            }
            AskedProblem::NotAFile { written } => not_a_file(written),
            AskedProblem::OutsidePicture { written } => outside_picture(written),
            AskedProblem::NotAnEmail { written } => Wording::new(
                "not-an-email",
                format!("« {written} » n’est pas une adresse de courriel"),
                format!("“{written}” is not an e-mail address"),
            )
            .help("par exemple : bonjour@example.org", "for example: hello@example.org"),
            AskedProblem::NotAPhone { written } => Wording::new(
                "not-a-phone",
                format!("« {written} » n’est pas un numéro de téléphone"),
                format!("“{written}” is not a phone number"),
            )
            .help("par exemple : 418 555-0123, poste 4", "for example: 418-555-0123, ext. 4"),
            AskedProblem::NoContact => Wording::new(
                "no-contact",
                "cette personne n’a ni courriel ni téléphone",
                "this person has neither e-mail nor phone",
            )
            .help("ajoutez `email=\"…\"` ou `phone=\"…\"`", "add `email=\"…\"` or `phone=\"…\"`"),
            AskedProblem::NoPosterToDescribe => Wording::new(
                "no-poster",
                "« alt » dit ce que montre l’affiche, et cette vidéo n’en a pas",
                "“alt” says what the poster shows, and this video has none",
            )
            .help("ajoutez `poster=\"…\"`, ou enlevez `alt`", "add `poster=\"…\"`, or remove `alt`"),
            AskedProblem::NotInSentence { shortcode } => Wording::new(
                "shortcode-in-sentence",
                format!("« {shortcode} » ne peut pas être dans une phrase"),
                format!("“{shortcode}” cannot stand in a sentence"),
            )
            .help("écrivez-le seul, entre deux lignes vides", "write it alone, between two blank lines"),
            AskedProblem::LinkInLink { shortcode } => Wording::new(
                "link-in-link",
                format!("« {shortcode} » fait un lien, et se trouve dans un autre lien"),
                format!("“{shortcode}” makes a link, and stands inside another link"),
            )
            .help("sortez-le des crochets du lien", "take it out of the brackets of the link"),
        }
    }
}

fn which_plan(only: Option<&str>) -> Wording {
    let wording = Wording::new(
        "which-plan",
        "de quel plan s’agit-il? cette page n’en est pas un",
        "which plan? this page is not one",
    );
    match only {
        Some(name) => wording.help(format!("ajoutez `plan=\"{name}\"`"), format!("add `plan=\"{name}\"`")),
        None => wording.help(
            "ajoutez le nom de son dossier : `plan=\"2025-2026\"`",
            "add the name of its folder: `plan=\"2025-2026\"`",
        ),
    }
}

fn unknown_plan(written: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "unknown-plan",
        format!("le site n’a pas de plan « {written} »"),
        format!("the site has no plan “{written}”"),
    )
    .help(
        "donnez le nom de son dossier, ou son chemin : `plan=\"@/plans/2025-2026/index.md\"`",
        "give the name of its folder, or its path: `plan=\"@/plans/2025-2026/index.md\"`",
    )
    .suggesting(nearest)
}

fn late_as_status(written: &str) -> Wording {
    Wording::new(
        "unknown-status-asked",
        format!("«\u{a0}{written}\u{a0}» n’est pas un état\u{a0}: une action en retard a aussi le sien"),
        format!("“{written}” is not a status: an action that is late has one of its own"),
    )
    .help(
        "pour les actions en retard, écrivez `late=true`",
        "for the actions that are late, write `late=true`",
    )
}

fn unknown_tag(written: &str, plan: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "unknown-tag",
        format!("aucune action du plan « {plan} » ne porte l’étiquette « {written} »"),
        format!("no action of the plan “{plan}” has the tag “{written}”"),
    )
    .help(
        "les étiquettes des actions sont dans une colonne « Étiquettes », séparées par des virgules",
        "the tags of actions are in a column “Tags”, with commas between them",
    )
    .suggesting(nearest)
}

fn not_a_file(written: &str) -> Wording {
    Wording::new(
        "not-a-file",
        format!("« {written} » n’est pas un fichier du site"),
        format!("“{written}” is not a file of the site"),
    )
    .help(
        "pour une page ou un autre site, écrivez un lien : `[les mots](l’adresse)`",
        "for a page or another site, write a link: `[the words](the address)`",
    )
}

fn outside_picture(written: &str) -> Wording {
    Wording::new(
        "outside-picture",
        format!("l’image « {written} » est sur un autre site, qui saurait qui visite celui-ci"),
        format!("the picture “{written}” is on another site, which would know who visits this one"),
    )
    .help(
        "copiez l’image à côté du texte et donnez son nom",
        "copy the picture beside the text and give its name",
    )
}
