//! What needs a human eye in a document that was made of a paper: what was guessed, and what could not be kept.

use super::Wording;
use crate::lang::{self, Lang, quoted};

/// What was not taken word for word from a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportProblem {
    /// A line that looks like a title, where the file only says how it looks.
    GuessedTitle { title: String },
    /// A row of one cell, in a table of several columns.
    RowAsTitle { title: String },
    /// A column that says under which title each row goes.
    ColumnAsTitles { column: String },
    /// The first row of a table of which no row is said to hold titles.
    GuessedColumns,
    /// A table whose first row can be no titles.
    NoColumns,
    /// Rows that say the titles of the columns again, on each page of the paper.
    RepeatedColumns { n_rows: usize },
    /// A merged cell of a table of actions: each row it covered says what it said.
    CellForEach { text: String },
    /// Merged cells in another table: what they say stands in the first.
    MergedCells,
    /// In a row of several actions, a cell whose entries are neither one for all nor one for each.
    UnevenCell { column: String, n_actions: usize, n_entries: usize },
    /// A table without titles below another of as many columns.
    ColumnsOfTableAbove,
    /// Several lines of a cell, which are no points of a list, each taken for an action.
    SeveralActions { n_actions: usize },
    /// A title that the paper does not have, above actions that stood under none.
    AddedTitle { title: String },
    /// A period that the paper does not say, and that a plan needs.
    NoPeriod,
    /// A table inside a cell of another.
    NestedTable,
    /// Numbers that the program counts, and that the text does not hold.
    CountedNumbers { first: String },
    /// What stands above or below each page.
    PageMargin { text: String },
    /// A table of contents: the site makes its own.
    ContentsLeft,
    /// What a reader wrote in the margin.
    CommentLeft { text: String },
    /// A picture in a form that browsers do not show, by its name in the file.
    PictureLeft { name: String },
    /// A picture that stands beside a web page, not in it, by the name of its file.
    PictureElsewhere { name: String },
    /// Words that a revision takes out, and that nobody has accepted yet.
    WordsTakenOut { text: String },
    /// Words that a revision adds, and that nobody has accepted yet.
    WordsAdded { text: String },
    /// A formula of which the file does not hold the result; its cell as a spreadsheet names it.
    NoResult { cell: String },
    /// Sheets that nobody sees, by their names.
    SheetsLeft { names: Vec<String> },
    /// Rows that nobody sees, and that are kept; as a spreadsheet numbers them: `4, 7–9`.
    HiddenRows { n_rows: usize, rows: String },
    /// Columns that nobody sees, and that are kept; as a spreadsheet names them: `C, E–F`.
    HiddenColumns { n_columns: usize, columns: String },
    /// Pictures and charts that lie over a sheet.
    PicturesOfSheet { n_pictures: usize },
    /// The words of a box that lies over a sheet.
    TextBoxLeft { text: String },
    /// Elements of a web page that a document cannot hold.
    ElementsLeft { names: String },
    /// Links of a web page to others of its site, of which the words alone are kept; the first one as written.
    LinksLeft { n_links: usize, first: String },
    /// A text whose bytes are not UTF-8.
    OldLetters,
}

impl ImportProblem {
    pub fn wording(&self) -> Wording {
        match self {
            ImportProblem::GuessedTitle { title } => Wording::new(
                "import-title",
                format!("{} est devenu un titre, à son seul aspect", quoted(Lang::Fr, title)),
                format!("{} became a title, by its looks alone", quoted(Lang::En, title)),
            )
            .help(
                "si c’est un simple texte, enlevez les `#` devant; s’il est sous un autre titre, ajoutez-en un",
                "if it is plain text, take away the `#` before it; if it stands under another title, add one",
            ),
            ImportProblem::RowAsTitle { title } => Wording::new(
                "import-row-title",
                format!("{} occupait toute une rangée du tableau : c’est devenu un titre", quoted(Lang::Fr, title)),
                format!("{} took a whole row of the table: it became a title", quoted(Lang::En, title)),
            )
            .help(
                "`##` en fait une orientation, `###` un objectif",
                "`##` makes it an orientation, `###` an objective",
            ),
            ImportProblem::ColumnAsTitles { column } => Wording::new(
                "import-column-titles",
                format!("la colonne {} est devenue des titres, un tableau sous chacun", quoted(Lang::Fr, column)),
                format!("the column {} became titles, with a table under each", quoted(Lang::En, column)),
            )
            .help("voyez si chaque rangée est sous son titre", "see whether each row stands under its title"),
            ImportProblem::GuessedColumns => Wording::new(
                "import-columns",
                "la première rangée de ce tableau est devenue celle de ses titres",
                "the first row of this table became that of its titles",
            )
            .help(
                "si elle n’en porte pas, écrivez des titres au-dessus d’elle",
                "if it holds none, write titles above it",
            ),
            ImportProblem::NoColumns => Wording::new(
                "import-no-columns",
                "ce tableau n’a pas de titres de colonnes",
                "this table has no titles above its columns",
            )
            .help("écrivez-en dans sa première rangée, qui est vide", "write them in its first row, which is empty"),
            ImportProblem::RepeatedColumns { n_rows } => repeated_columns(*n_rows),
            ImportProblem::CellForEach { text } => Wording::new(
                "import-cell-for-each",
                format!("{} était dans une case fusionnée : chaque rangée qu’elle couvrait le dit", quoted(Lang::Fr, text)),
                format!("{} was in a merged cell: each row that it covered says it", quoted(Lang::En, text)),
            )
            .help("voyez si cela vaut pour chacune", "see whether it holds for each of them"),
            ImportProblem::MergedCells => Wording::new(
                "import-merged-cells",
                "des cases de ce tableau étaient fusionnées : leur texte n’est que dans la première",
                "cells of this table were merged: their text stands in the first one alone",
            )
            .help("recopiez-le où il vaut aussi", "write it again where it holds as well"),
            ImportProblem::UnevenCell { column, n_actions, n_entries } => uneven_cell(column, *n_actions, *n_entries),
            ImportProblem::ColumnsOfTableAbove => Wording::new(
                "import-columns-above",
                "ce tableau n’a pas de titres de colonnes : ceux du tableau d’avant y sont écrits",
                "this table has no titles above its columns: those of the table before are written there",
            )
            .help("voyez si ce sont les mêmes colonnes", "see whether the columns are the same"),
            ImportProblem::SeveralActions { n_actions } => Wording::new(
                "import-several-actions",
                format!("les {n_actions} lignes de cette case sont devenues {n_actions} actions"),
                format!("the {n_actions} lines of this cell became {n_actions} actions"),
            )
            .help(
                "si c’est une seule action, mettez ses lignes bout à bout, sans `<br>`",
                "if it is a single action, put its lines end to end, without `<br>`",
            ),
            ImportProblem::AddedTitle { title } => Wording::new(
                "import-added-title",
                format!("le titre {} a été ajouté : ces actions n’étaient sous aucun", quoted(Lang::Fr, title)),
                format!("the title {} was added: these actions stood under none", quoted(Lang::En, title)),
            )
            .help("donnez-lui le nom de votre orientation", "give it the name of your orientation"),
            ImportProblem::NoPeriod => Wording::new(
                "import-no-period",
                "le fichier ne dit pas, à son début, quelles années couvre ce plan",
                "the file does not say, at its start, which years this plan covers",
            )
            .help(
                "écrivez-les à la ligne `period` et enlevez-en le `#` : c’est d’elles que viennent les retards",
                "write them on the line `period` and take away its `#`: what is late comes from them",
            ),
            ImportProblem::NestedTable => Wording::new(
                "import-nested-table",
                "un tableau était dans une case d’un autre : ses rangées y sont devenues des lignes",
                "a table was in a cell of another: its rows became lines there",
            )
            .help("voyez si le texte se comprend encore", "see whether the text still makes sense"),
            ImportProblem::CountedNumbers { first } => Wording::new(
                "import-numbers",
                format!("des numéros étaient comptés par le programme : ils sont écrits ici, à partir de {}", quoted(Lang::Fr, first)),
                format!("numbers were counted by the program: they are written here, from {} on", quoted(Lang::En, first)),
            )
            .help("comparez-les à ceux de votre fichier", "compare them with those of your file"),
            ImportProblem::PageMargin { text } => Wording::new(
                "import-page-margin",
                format!("l’en-tête ou le pied de page {} a été laissé de côté", quoted(Lang::Fr, text)),
                format!("the page header or footer {} was left out", quoted(Lang::En, text)),
            )
            .help("ajoutez-le au texte s’il doit être publié", "add it to the text if it is to be published"),
            ImportProblem::ContentsLeft => Wording::new(
                "import-contents",
                "la table des matières a été laissée de côté : le site fait la sienne",
                "the table of contents was left out: the site makes its own",
            )
            .help("voyez si rien d’autre n’y était écrit", "see whether nothing else was written in it"),
            ImportProblem::CommentLeft { text } => Wording::new(
                "import-comment",
                format!("le commentaire {} a été laissé de côté", quoted(Lang::Fr, text)),
                format!("the comment {} was left out", quoted(Lang::En, text)),
            )
            .help("ajoutez-le au texte s’il doit être publié", "add it to the text if it is to be published"),
            ImportProblem::PictureLeft { name } => Wording::new(
                "import-picture",
                format!("l’image {} n’est ni en .png, ni en .jpg, ni en .gif, ni en .webp : elle a été laissée de côté", quoted(Lang::Fr, name)),
                format!("the picture {} is no .png, .jpg, .gif or .webp: it was left out", quoted(Lang::En, name)),
            )
            .help(
                "enregistrez-la en .png, déposez-la à côté du document et montrez-la ici",
                "save it as a .png, put it beside the document and show it here",
            ),
            ImportProblem::PictureElsewhere { name } => Wording::new(
                "import-picture",
                format!("l’image {} n’est pas dans la page : elle a été laissée de côté", quoted(Lang::Fr, name)),
                format!("the picture {} is not in the page: it was left out", quoted(Lang::En, name)),
            )
            .help(
                "si elle doit être publiée, déposez-la à côté du document et montrez-la ici",
                "if it is to be published, put it beside the document and show it here",
            ),
            ImportProblem::WordsTakenOut { text } => Wording::new(
                "import-revision",
                format!("une révision en attente supprime {} : ces mots ont été laissés de côté", quoted(Lang::Fr, text)),
                format!("a pending revision takes out {}: these words were left out", quoted(Lang::En, text)),
            )
            .help("remettez-les ici si la révision est refusée", "put them back here if the revision is refused"),
            ImportProblem::WordsAdded { text } => Wording::new(
                "import-revision",
                format!("une révision en attente ajoute {} : ces mots sont gardés", quoted(Lang::Fr, text)),
                format!("a pending revision adds {}: these words are kept", quoted(Lang::En, text)),
            )
            .help("enlevez-les d’ici si la révision est refusée", "take them out here if the revision is refused"),
            ImportProblem::NoResult { cell } => Wording::new(
                "import-no-result",
                format!("la case {cell} porte une formule dont le fichier ne garde pas le résultat"),
                format!("cell {cell} holds a formula of which the file does not keep the result"),
            )
            .help(
                "ouvrez le classeur, enregistrez-le et recommencez, ou écrivez ici ce qu’elle montre",
                "open the workbook, save it and start again, or write here what it shows",
            ),
            ImportProblem::SheetsLeft { names } => sheets_left(names),
            ImportProblem::HiddenRows { n_rows, rows } => hidden_rows(*n_rows, rows),
            ImportProblem::HiddenColumns { n_columns, columns } => hidden_columns(*n_columns, columns),
            ImportProblem::PicturesOfSheet { n_pictures } => pictures_of_sheet(*n_pictures),
            ImportProblem::TextBoxLeft { text } => Wording::new(
                "import-text-box",
                format!("la zone de texte {} a été laissée de côté", quoted(Lang::Fr, text)),
                format!("the text box {} was left out", quoted(Lang::En, text)),
            )
            .help("ajoutez-la au texte si elle doit être publiée", "add it to the text if it is to be published"),
            ImportProblem::ElementsLeft { names } => Wording::new(
                "import-elements",
                format!("ces éléments de la page ont été laissés de côté : {names}"),
                format!("these elements of the page were left out: {names}"),
            )
            .help("voyez si rien ne manque au texte", "see whether the text lacks nothing"),
            ImportProblem::LinksLeft { n_links, first } => links_left(*n_links, first),
            ImportProblem::OldLetters => Wording::new(
                "import-letters",
                "ce fichier n’est pas en UTF-8 : il a été lu comme l’écrivent les anciens programmes de Windows",
                "this file is not in UTF-8: it was read as old programs of Windows write",
            )
            .help("voyez si les accents sont bien lus", "see whether the accents are read well"),
        }
    }
}

fn repeated_columns(n_rows: usize) -> Wording {
    let (fr, en) = match n_rows {
        1 => (
            "une rangée qui répétait les titres des colonnes a été enlevée".to_owned(),
            "a row that said the titles of the columns again was taken out".to_owned(),
        ),
        _ => (
            format!("{n_rows} rangées qui répétaient les titres des colonnes ont été enlevées"),
            format!("{n_rows} rows that said the titles of the columns again were taken out"),
        ),
    };
    Wording::new("import-repeated-columns", fr, en).help(
        "une seule suffit; remettez-la si elle disait autre chose",
        "one is enough; put it back if it said something else",
    )
}

fn links_left(n_links: usize, first: &str) -> Wording {
    let (fr, en) = match n_links {
        1 => (
            format!(
                "le lien vers {} ne vaut que dans l’ancien site : ses mots seuls sont gardés",
                quoted(Lang::Fr, first)
            ),
            format!(
                "the link to {} holds in the old site alone: only its words are kept",
                quoted(Lang::En, first)
            ),
        ),
        _ => (
            format!(
                "{n_links} liens, dont celui vers {}, ne valent que dans l’ancien site : leurs mots seuls sont gardés",
                quoted(Lang::Fr, first)
            ),
            format!(
                "{n_links} links, among them the one to {}, hold in the old site alone: only their words are kept",
                quoted(Lang::En, first)
            ),
        ),
    };
    Wording::new("import-links", fr, en).help(
        "refaites ici ceux qui comptent encore, avec leur nouvelle adresse",
        "make those again here that still matter, with their new address",
    )
}

fn uneven_cell(column: &str, n_actions: usize, n_entries: usize) -> Wording {
    Wording::new(
        "import-uneven-cell",
        format!(
            "{n_actions} actions dans la même case, mais {n_entries} entrées sous {} : elles sont mises ensemble, pour toutes",
            quoted(Lang::Fr, column)
        ),
        format!(
            "{n_actions} actions in one cell, but {n_entries} entries under {}: they are put together, for all",
            quoted(Lang::En, column)
        ),
    )
    .help(
        "donnez à chaque action sa propre rangée, avec ce qui la concerne",
        "give each action a row of its own, with what belongs to it",
    )
}

fn sheets_left(names: &[String]) -> Wording {
    let listed = |lang| {
        let names: Vec<String> = names.iter().map(|name| quoted(lang, name)).collect();
        lang::list(lang, &names)
    };
    let (fr, en) = match names.len() {
        1 => (
            format!("la feuille masquée {} a été laissée de côté", listed(Lang::Fr)),
            format!("the hidden sheet {} was left out", listed(Lang::En)),
        ),
        _ => (
            format!("les feuilles masquées {} ont été laissées de côté", listed(Lang::Fr)),
            format!("the hidden sheets {} were left out", listed(Lang::En)),
        ),
    };
    Wording::new("import-hidden-sheets", fr, en).help(
        "affichez dans le classeur ce qui doit être publié, et recommencez",
        "show in the workbook what is to be published, and start again",
    )
}

fn hidden_rows(n_rows: usize, rows: &str) -> Wording {
    let (fr, en) = match n_rows {
        1 => (
            format!("la rangée {rows} du classeur est masquée : elle est gardée ici"),
            format!("row {rows} of the workbook is hidden: it is kept here"),
        ),
        _ => (
            format!("les rangées {rows} du classeur sont masquées : elles sont gardées ici"),
            format!("rows {rows} of the workbook are hidden: they are kept here"),
        ),
    };
    Wording::new("import-hidden-rows", fr, en)
        .help("enlevez d’ici ce qui ne doit pas être publié", "take out here what is not to be published")
}

fn hidden_columns(n_columns: usize, columns: &str) -> Wording {
    let (fr, en) = match n_columns {
        1 => (
            format!("la colonne {columns} du classeur est masquée : elle est gardée ici"),
            format!("column {columns} of the workbook is hidden: it is kept here"),
        ),
        _ => (
            format!("les colonnes {columns} du classeur sont masquées : elles sont gardées ici"),
            format!("columns {columns} of the workbook are hidden: they are kept here"),
        ),
    };
    Wording::new("import-hidden-columns", fr, en)
        .help("enlevez d’ici ce qui ne doit pas être publié", "take out here what is not to be published")
}

fn pictures_of_sheet(n_pictures: usize) -> Wording {
    let (fr, en) = match n_pictures {
        1 => (
            "une image ou un graphique, posé sur la feuille, a été laissé de côté".to_owned(),
            "a picture or a chart that lies over the sheet was left out".to_owned(),
        ),
        _ => (
            format!("{n_pictures} images ou graphiques, posés sur la feuille, ont été laissés de côté"),
            format!("{n_pictures} pictures or charts that lie over the sheet were left out"),
        ),
    };
    Wording::new("import-sheet-pictures", fr, en).help(
        "enregistrez en .png ce qui doit être publié, déposez-le à côté du document et montrez-le ici",
        "save as a .png what is to be published, put it beside the document and show it here",
    )
}
