//! Problems of `[theme]`: colours, pictures, fonts, the order of the home page.

use super::Wording;

/// What can be wrong with the look a site asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookProblem {
    NotAColour {
        key: &'static str,
        read: String,
    },
    /// A colour too near that of the page for its text to be read.
    LowContrast {
        read: String,
        scheme: Scheme,
        /// In tenths, rounded down: 31 is 3.1.
        tenths: u32,
        /// The nearest shade of the same hue that can be read.
        nearest: String,
    },
    /// A file that is no picture, or no font of the Web.
    WrongFile {
        key: &'static str,
        read: String,
        expected: &'static [&'static str],
    },
    /// A file on another site: no request leaves the website.
    NotOnSite {
        read: String,
    },
    /// A part of the home page named twice.
    TwiceAtHome {
        read: String,
    },
    /// An address of `[[theme.social]]` that does not start with `https://`.
    SocialAddress {
        read: String,
    },
}

/// The two ways a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl LookProblem {
    pub fn wording(&self) -> Wording {
        match self {
            LookProblem::NotAColour { key, read } => Wording::new(
                "not-a-colour",
                format!("`{key}` : « {read} » n’est pas une couleur"),
                format!("`{key}`: “{read}” is not a colour"),
            )
            .help(
                "écrivez un croisillon et six signes, comme `\"#80300f\"`; Word et les outils de dessin donnent ce code dans « Autres couleurs »",
                "write a number sign and six characters, such as `\"#80300f\"`; Word and drawing tools show this code under “More colors”",
            ),
            LookProblem::LowContrast { read, scheme, tenths, nearest } => {
                let (fr, en) = match scheme {
                    Scheme::Light => ("le fond clair", "the light background"),
                    Scheme::Dark => ("le fond sombre", "the dark background"),
                };
                let (whole, tenth) = (tenths / 10, tenths % 10);
                Wording::new(
                    "low-contrast",
                    format!("la couleur « {read} » ne se lit pas assez bien sur {fr} : contraste de {whole},{tenth}, alors qu’il en faut 4,5"),
                    format!("the colour “{read}” is not easy enough to read on {en}: a contrast of {whole}.{tenth}, where 4.5 is needed"),
                )
                .help(
                    format!("la nuance la plus proche qui convient est `\"{nearest}\"`"),
                    format!("the nearest shade that will do is `\"{nearest}\"`"),
                )
            }
            LookProblem::WrongFile { key, read, expected } => {
                let names = expected.join(", ");
                Wording::new(
                    "wrong-file",
                    format!("`{key}` : « {read} » ne se termine pas par un de ces suffixes : {names}"),
                    format!("`{key}`: “{read}” does not end with one of these suffixes: {names}"),
                )
                .help(
                    "choisissez un autre fichier, ou enregistrez-le dans un de ces formats",
                    "choose another file, or save it in one of these formats",
                )
            }
            LookProblem::NotOnSite { read } => Wording::new(
                "not-on-site",
                format!("« {read} » est sur un autre site : rien ne doit y être demandé quand on visite le vôtre"),
                format!("“{read}” is on another site: nothing may be asked of it when yours is visited"),
            )
            .help(
                "copiez le fichier dans le dossier static/ et donnez son nom, comme `\"/logo.svg\"`",
                "copy the file into the folder static/ and give its name, such as `\"/logo.svg\"`",
            ),
            LookProblem::TwiceAtHome { read } => Wording::new(
                "twice-at-home",
                format!("« {read} » est nommé deux fois dans l’ordre de la page d’accueil"),
                format!("“{read}” stands twice in the order of the home page"),
            )
            .help("retirez une des deux mentions", "remove one of the two"),
            LookProblem::SocialAddress { read } => Wording::new(
                "social-address",
                format!("« {read} » n’est pas l’adresse complète d’une page"),
                format!("“{read}” is not the whole address of a page"),
            )
            .help(
                "copiez l’adresse de la barre du navigateur : elle commence par https://",
                "copy the address from the bar of the browser: it starts with https://",
            ),
        }
    }
}
