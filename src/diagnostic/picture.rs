//! Problems of pictures: those that say nothing, those too large to send, those nobody can see.

use super::Wording;
use crate::lang::{Lang, NO_BREAK_SPACE, number, quoted};

/// What can be wrong with a picture that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureProblem {
    /// A picture of a text, without the words that say what it shows; `address` as written.
    NoWords { address: String },
    /// The same in HTML, where `alt` is missing.
    NoAlt { address: String },
    /// The words of a picture are the name of a file.
    FileNameForWords { read: String },
    /// The words of a picture only say that it is one: « photo ».
    GenericWords { read: String },
    /// More bytes than a page should ask for.
    Heavy { n_bytes: usize, width: u32, height: u32 },
    /// The same, for a drawing: most often a photograph is inside.
    HeavyDrawing { n_bytes: usize },
    /// More points than a page shows.
    Wide { width: u32, height: u32 },
    /// What is in the file is not what browsers expect; `end` is the end of its name.
    Unreadable { end: String },
}

impl PictureProblem {
    pub fn wording(&self) -> Wording {
        match self {
            PictureProblem::NoWords { address } => no_words(address),
            PictureProblem::NoAlt { address } => Wording::new(
                "picture-without-words",
                format!("aucun mot ne dit ce que montre l’image {}", quoted(Lang::Fr, address)),
                format!("no word says what the picture {} shows", quoted(Lang::En, address)),
            )
            .help(
                "ajoutez `alt=\"Six voisines autour d’une table\"`; si elle ne sert qu’à décorer, écrivez `alt=\"\"`",
                "add `alt=\"Six neighbours around a table\"`; if it is there only to decorate, write `alt=\"\"`",
            ),
            PictureProblem::FileNameForWords { read } => Wording::new(
                "picture-file-name",
                format!("{} est le nom d’un fichier : cela ne dit pas ce que montre l’image", quoted(Lang::Fr, read)),
                format!("{} is the name of a file: it does not say what the picture shows", quoted(Lang::En, read)),
            )
            .help(
                "dites en une phrase ce qu’on y voit; si l’image ne sert qu’à décorer, écrivez `décorative`",
                "say in a sentence what can be seen; if the picture is there only to decorate, write `decorative`",
            ),
            PictureProblem::GenericWords { read } => Wording::new(
                "picture-generic-words",
                format!("{} ne dit pas ce que montre l’image", quoted(Lang::Fr, read)),
                format!("{} does not say what the picture shows", quoted(Lang::En, read)),
            )
            .help(
                "dites en une phrase ce qu’on y voit; si l’image ne sert qu’à décorer, écrivez `décorative`",
                "say in a sentence what can be seen; if the picture is there only to decorate, write `decorative`",
            ),
            PictureProblem::Heavy { n_bytes, width, height } => Wording::new(
                "heavy-picture",
                format!("cette image pèse {}, pour {} : la page qui la montre s’ouvrira lentement au téléphone", weight(Lang::Fr, *n_bytes), points(Lang::Fr, *width, *height)),
                format!("this picture weighs {}, for {}: the page that shows it will open slowly on a telephone", weight(Lang::En, *n_bytes), points(Lang::En, *width, *height)),
            )
            .smaller(),
            PictureProblem::HeavyDrawing { n_bytes } => Wording::new(
                "heavy-picture",
                format!("ce dessin pèse {} : la page qui le montre s’ouvrira lentement au téléphone", weight(Lang::Fr, *n_bytes)),
                format!("this drawing weighs {}: the page that shows it will open slowly on a telephone", weight(Lang::En, *n_bytes)),
            )
            .help(
                "un dessin aussi lourd contient souvent une photo : enregistrez-le en JPEG ou en PNG, à 1 600 pixels de large",
                "a drawing this heavy often holds a photograph: save it as JPEG or PNG, 1,600 pixels wide",
            ),
            PictureProblem::Wide { width, height } => Wording::new(
                "wide-picture",
                format!("cette image a {}, plus qu’une page n’en montre", points(Lang::Fr, *width, *height)),
                format!("this picture has {}, more than a page shows", points(Lang::En, *width, *height)),
            )
            .smaller(),
            PictureProblem::Unreadable { end } => Wording::new(
                "unreadable-picture",
                format!("les navigateurs ne montreront pas cette image : son contenu n’est pas celui d’un fichier .{end}"),
                format!("browsers will not show this picture: what it holds is not that of a .{end} file"),
            )
            .help(
                "ouvrez-la dans un logiciel d’images et enregistrez-la en JPEG ou en PNG; changer le nom ne suffit pas, une photo de téléphone (HEIC) se convertit",
                "open it in a picture program and save it as JPEG or PNG; changing its name is not enough, a photograph from a telephone (HEIC) is converted",
            ),
        }
    }
}

impl Wording {
    fn smaller(self) -> Wording {
        self.help(
            "réduisez-la à 1 600 pixels de large et enregistrez-la en JPEG, avec Photos, Aperçu ou Paint; gardez l’original ailleurs que dans le dossier du site",
            "reduce it to 1,600 pixels wide and save it as JPEG, with Photos, Preview or Paint; keep the original away from the folder of the site",
        )
    }
}

/// « 4 000 × 3 000 pixels »
fn points(lang: Lang, width: u32, height: u32) -> String {
    let whole = |n: u32| number(lang, usize::try_from(n).unwrap_or(usize::MAX));
    format!("{} × {} pixels", whole(width), whole(height))
}

/// « 840 ko », « 3,2 Mo »; rounded up.
fn weight(lang: Lang, n_bytes: usize) -> String {
    let (kilo, mega, comma) = match lang {
        Lang::Fr => ("ko", "Mo", ','),
        Lang::En => ("KB", "MB", '.'),
    };
    match n_bytes {
        0..1_000_000 => format!("{}{NO_BREAK_SPACE}{kilo}", n_bytes.div_ceil(1_000)),
        1_000_000.. => {
            let tenths = n_bytes.div_ceil(100_000);
            format!("{}{comma}{}{NO_BREAK_SPACE}{mega}", number(lang, tenths / 10), tenths % 10)
        }
    }
}

fn no_words(address: &str) -> Wording {
    // As it has to be written, with spaces or brackets in the name.
    let written = match address.contains([' ', '(', ')']) {
        true => format!("<{address}>"),
        false => address.to_owned(),
    };
    Wording::new(
        "picture-without-words",
        format!("aucun mot ne dit ce que montre l’image {}\u{a0}: les personnes qui ne la voient pas n’en sauront rien", quoted(Lang::Fr, address)),
        format!("no word says what the picture {} shows: people who do not see it will know nothing of it", quoted(Lang::En, address)),
    )
    .help(
        format!("dites-le entre les crochets\u{a0}: `![Six voisines autour d’une table]({written})`; si elle ne sert qu’à décorer, écrivez `![décorative]({written})`"),
        format!("say it between the brackets: `![Six neighbours around a table]({written})`; if it is there only to decorate, write `![decorative]({written})`"),
    )
}
