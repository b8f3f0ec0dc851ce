//! Problems of a text: anchors, footnotes, addresses, HTML, tables.

mod marks;
mod tables;
mod unshown;

use super::Wording;

/// The boxes that word processors draw, ticked or not; the last three are those of their own letters.
pub const BOXES: [char; 13] =
    ['☐', '☑', '☒', '□', '❏', '❐', '❑', '❒', '🗹', '🗷', '\u{f06f}', '\u{f0a8}', '\u{f0fe}'];

/// What stands in a text besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unshown {
    Link,
    Footnote,
    Image,
    Shortcode,
}

/// A text of which pages show the words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsOf {
    /// The title of the document.
    Title,
    /// The title of a column of a plan.
    Column,
    /// A date, a state, a name or a number of a plan.
    Value,
}

/// What can be wrong with the text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkdownProblem {
    /// An `id` in HTML that another element of the page has.
    RepeatedId { id: String },
    /// `<!--` without its `-->`: all that follows is left out.
    UnclosedComment,
    /// A sentence of a skeleton that nobody wrote over, and how many more there are.
    Skeleton { read: String, n_more: usize },
    /// An anchor `{#id}` written on two headings; lines are counted from 1.
    DuplicateId { id: String, first_line: usize, line: usize },
    /// The call of a footnote that is not written.
    UnknownFootnote { label: String, nearest: Option<String> },
    /// A footnote that nothing calls.
    UnusedFootnote { label: String },
    /// A second footnote with the same label: the first is shown.
    DuplicateFootnote { label: String, first_line: usize },
    /// What is lost of a text of which only the words are shown.
    NotShown { what: Unshown, of: WordsOf },
    /// An address that would run a program.
    DangerousAddress { scheme: &'static str },
    /// An HTML element that is not published.
    RemovedElement { name: String },
    /// An HTML attribute that is not published.
    RemovedAttribute { element: String, name: String },
    /// More elements open at once than are kept.
    HtmlTooDeep { deepest: usize },
    /// More levels of lists than are read as items.
    ListTooDeep { deepest: usize },
    /// A bullet indented by less than its parent's mark: it is not nested.
    ShallowNesting,
    /// A line that starts with a bar, in no table.
    LooseRow,
    /// A line right below a table that has as many bars as its rows, and is none of them.
    RowApart,
    /// A line that ends the row above it, which a return cut in two.
    CutRow,
    /// A line of dashes that has more or fewer cells than the titles over it, so that there is no table.
    DashesBesideTitles { n_titles: usize, n_dashes: usize },
    /// A line that starts with « • », as word processors write lists, in a paragraph or under an item.
    PastedBullet { mark: char, is_under_item: bool },
    /// A heading whose marks touch its words: « ##Se loger ».
    GluedHeading { marks: String, words: String },
    /// « {échéancier=2026} » behind a heading.
    UnknownMark { read: String, nearest: Option<String> },
    /// `](Fête des voisins.png)`, which is no link.
    SpaceInAddress { written: String },
    /// Forms that French writes otherwise: the first, how it is better written, and how many there are.
    FrenchForm { read: String, better: String, count: usize },
    /// A line without bars right below a table.
    TextUnderTable,
    /// A row with more cells than the table has columns: the text beyond is not shown.
    TooManyCells { n_columns: usize, text: String },
}

impl MarkdownProblem {
    pub fn wording(&self) -> Wording {
        match self {
            MarkdownProblem::RepeatedId { id } => Wording::new(
                "repeated-id",
                format!("l’ancre « {id} » est déjà celle d’un autre élément : celle-ci n’est pas publiée"),
                format!("the anchor “{id}” is already that of another element: this one is not published"),
            )
            .help("donnez un autre nom à l’une des deux", "give one of the two another name"),
            MarkdownProblem::Skeleton { read, n_more } => {
                let (fr, en) = match n_more {
                    0 => (String::new(), String::new()),
                    1 => (" (et un autre)".to_owned(), " (and one more)".to_owned()),
                    n => (format!(" (et {n} autres)"), format!(" (and {n} more)")),
                };
                Wording::new(
                    "skeleton-text",
                    format!("ce texte du modèle attend le vôtre : « {read} »{fr}"),
                    format!("this text of the model awaits yours: “{read}”{en}"),
                )
                .help(
                    "écrivez par-dessus, ou gardez `draft = true` dans l’en-tête jusque-là",
                    "write over it, or keep `draft = true` in the header until then",
                )
            }
            MarkdownProblem::UnclosedComment => Wording::new(
                "unclosed-comment",
                "ce commentaire n’est jamais fermé : tout ce qui le suit est laissé de côté",
                "this comment is never closed: all that follows it is left out",
            )
            .help("ajoutez « --> » où il se termine", "add “-->” where it ends"),
            MarkdownProblem::DuplicateId { id, first_line, line } => duplicate_id(id, *first_line, *line),
            MarkdownProblem::UnknownFootnote { label, nearest } => unknown_footnote(label, nearest.as_deref()),
            MarkdownProblem::UnusedFootnote { label } => unused_footnote(label),
            MarkdownProblem::DuplicateFootnote { label, first_line } => duplicate_footnote(label, *first_line),
            MarkdownProblem::NotShown { what, of } => unshown::not_shown(*what, *of),
            MarkdownProblem::DangerousAddress { scheme } => dangerous_address(scheme),
            MarkdownProblem::RemovedElement { name } => removed_element(name),
            MarkdownProblem::RemovedAttribute { element, name } => removed_attribute(element, name),
            MarkdownProblem::HtmlTooDeep { deepest } => Wording::new(
                "html-too-deep",
                format!("plus de {deepest} éléments HTML sont ouverts en même temps : les suivants sont retirés, leur texte reste"),
                format!("more than {deepest} HTML elements are open at once: further ones are removed, their text stays"),
            )
            .help("fermez les éléments ouverts, par exemple avec « </div> »", "close what is open, for example with “</div>”"),
            MarkdownProblem::ListTooDeep { deepest } => Wording::new(
                "list-too-deep",
                format!("cette liste a plus de {deepest} niveaux : les suivants sont publiés comme du texte"),
                format!("this list has more than {deepest} levels: further ones are published as text"),
            )
            .help("réduisez le retrait de ces lignes", "indent these lines less"),
            MarkdownProblem::FrenchForm { read, better, count } => french_form(read, better, *count),
            MarkdownProblem::LooseRow => tables::loose_row(),
            MarkdownProblem::RowApart => tables::row_apart(),
            MarkdownProblem::CutRow => tables::cut_row(),
            MarkdownProblem::DashesBesideTitles { n_titles, n_dashes } => tables::dashes(*n_titles, *n_dashes),
            MarkdownProblem::PastedBullet { mark, is_under_item } => pasted_bullet(*mark, *is_under_item),
            MarkdownProblem::GluedHeading { marks, words } => Wording::new(
                "glued-heading",
                format!("«\u{a0}{marks}{words}\u{a0}» n’est pas un titre\u{a0}: cette ligne est publiée comme du texte, et ce qui suit va sous le titre d’avant"),
                format!("“{marks}{words}” is no heading: this line is published as text, and what follows goes under the heading before"),
            )
            .help(
                format!("mettez une espace après les dièses\u{a0}: `{marks} {words}`"),
                format!("put a space after the number signs: `{marks} {words}`"),
            ),
            MarkdownProblem::UnknownMark { read, nearest } => marks::unknown(read, nearest.as_deref()),
            MarkdownProblem::SpaceInAddress { written } if written.starts_with("@/") => Wording::new(
                "space-in-address",
                format!("« {written} » contient une espace : ce n’est pas un lien, mais du texte"),
                format!("“{written}” contains a space: this is not a link, but text"),
            )
            .help(
                "enlevez l’espace; après « # » vient seulement un numéro : `@/plans/2025-2026/index.md#1.1.1`",
                "take the space out; after “#” comes a number alone: `@/plans/2025-2026/index.md#1.1.1`",
            ),
            MarkdownProblem::SpaceInAddress { written } if written.contains('\\') => Wording::new(
                "space-in-address",
                format!("« {written} » est un fichier d’un ordinateur en particulier : ce n’est ni un lien ni une image, mais du texte"),
                format!("“{written}” is a file of one computer in particular: this is neither a link nor a picture, but text"),
            )
            .help(
                format!("copiez ce fichier à côté du document, puis écrivez son nom seul entre chevrons : `(<{}>)`", name_of(written)),
                format!("copy that file beside the document, then write its name alone between angle brackets: `(<{}>)`", name_of(written)),
            ),
            MarkdownProblem::SpaceInAddress { written } => space_in_address(written),
            MarkdownProblem::ShallowNesting => Wording::new(
                "shallow-nesting",
                "cette puce est décalée, mais pas assez pour dépendre de la précédente : elle reste au même niveau",
                "this bullet is indented, but not enough to belong to the one above: it stays on the same level",
            )
            .help("décalez-la d’au moins deux espaces", "indent it by two spaces or more"),
            MarkdownProblem::TextUnderTable => tables::text_under_table(),
            MarkdownProblem::TooManyCells { n_columns, text } => tables::too_many_cells(*n_columns, text),
        }
    }
}

fn duplicate_id(id: &str, first_line: usize, line: usize) -> Wording {
    Wording::new(
        "duplicate-id",
        format!("l’ancre « {id} » est écrite deux fois : à la ligne {first_line} et à la ligne {line}"),
        format!("the anchor “{id}” is written twice: on line {first_line} and on line {line}"),
    )
    .help("donnez un autre nom à l’une des deux", "give one of them another name")
}

fn unknown_footnote(label: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "unknown-footnote",
        format!("la note « {label} » est appelée ici, mais elle n’est écrite nulle part"),
        format!("the footnote “{label}” is called here but is written nowhere"),
    )
    .help(
        format!("écrivez `[^{label}]: texte de la note` sur une ligne à part"),
        format!("write `[^{label}]: text of the footnote` on a line of its own"),
    )
    .suggesting(nearest)
}

fn unused_footnote(label: &str) -> Wording {
    Wording::new(
        "unused-footnote",
        format!("la note « {label} » n’est appelée nulle part : elle ne sera pas publiée"),
        format!("the footnote “{label}” is called nowhere: it will not be published"),
    )
    .help(
        format!("écrivez `[^{label}]` à l’endroit du texte qu’elle explique"),
        format!("write `[^{label}]` at the place in the text that it explains"),
    )
}

fn duplicate_footnote(label: &str, first_line: usize) -> Wording {
    Wording::new(
        "duplicate-footnote",
        format!(
            "la note « {label} » est déjà écrite à la ligne {first_line} : seule la première sera publiée"
        ),
        format!(
            "the footnote “{label}” is already written on line {first_line}: only the first will be published"
        ),
    )
    .help("donnez un autre nom à celle-ci", "give this one another name")
}

fn removed_element(name: &str) -> Wording {
    Wording::new(
        "removed-html",
        format!("l’élément HTML « <{name}> » n’est pas publié : il est retiré"),
        format!("the HTML element “<{name}>” is not published: it is removed"),
    )
    .help(
        "gardez le texte et la mise en forme de Markdown; les programmes, cadres et formulaires sont refusés",
        "keep text and the formatting of Markdown; programs, frames and forms are refused",
    )
}

fn dangerous_address(scheme: &str) -> Wording {
    Wording::new(
        "dangerous-address",
        format!(
            "cette adresse commence par `{scheme}:` et pourrait exécuter un programme : elle est retirée"
        ),
        format!("this address starts with `{scheme}:` and could run a program: it is removed"),
    )
    .help(
        "écrivez une adresse en `https:` ou celle d’une page du site",
        "write an `https:` address or that of a page of the site",
    )
}

fn removed_attribute(element: &str, name: &str) -> Wording {
    let wording = Wording::new(
        "removed-html-attribute",
        format!("l’attribut « {name} » de « <{element}> » n’est pas publié : il est retiré"),
        format!("the attribute “{name}” of “<{element}>” is not published: it is removed"),
    );
    if name == "style" {
        return wording.help(
            "la mise en forme vient du thème; une classe peut la nommer : `class=\"…\"`",
            "formatting comes from the theme; a class can name it: `class=\"…\"`",
        );
    }
    wording.help(
        "enlevez-le; l’apparence et le comportement des pages viennent du thème",
        "remove it; how pages look and behave comes from the theme",
    )
}

fn french_form(read: &str, better: &str, count: usize) -> Wording {
    let (others_fr, others_en) = match count - 1 {
        0 => (String::new(), String::new()),
        1 => (
            " (et une autre forme dans ce document)".to_owned(),
            " (and one other form in this document)".to_owned(),
        ),
        n => (
            format!(" (et {n} autres formes dans ce document)"),
            format!(" (and {n} other forms in this document)"),
        ),
    };
    Wording::new(
        "french-form",
        format!("« {read} » s’écrit plutôt « {better} » en français{others_fr}"),
        format!("“{read}” is better written “{better}” in French{others_en}"),
    )
    .help(
        "jalon ne change pas vos mots : corrigez-les, ou laissez-les avec `typography = false` dans l’en-tête",
        "jalon does not change your words: correct them, or keep them with `typography = false` in the header",
    )
}

/// The name at the end of a path of Windows.
fn name_of(path: &str) -> &str {
    path.rsplit(['\\', '/']).next().unwrap_or(path)
}

fn pasted_bullet(mark: char, is_under_item: bool) -> Wording {
    let (fr, en) = match is_under_item {
        false => (
            "n’est pas dans une liste\u{a0}: elle est publiée comme du texte suivi",
            "is in no list: it is published as running text",
        ),
        true => (
            "n’est pas un élément de la liste\u{a0}: elle est publiée à la suite de celui du dessus",
            "is no item of the list: it is published as a part of the one above",
        ),
    };
    let (help_fr, help_en) = match BOXES.contains(&mark) {
        false => (
            "commencez chaque ligne de la liste par un tiret et une espace\u{a0}: «\u{a0}- Un banc au soleil\u{a0}»",
            "start each line of the list with a dash and a space: “- A bench in the sun”",
        ),
        true => (
            "commencez chaque ligne par `- [ ] ` pour ce qui est à faire, par `- [x] ` pour ce qui est fait",
            "start each line with `- [ ] ` for what is to be done, with `- [x] ` for what is done",
        ),
    };
    Wording::new(
        "pasted-bullet",
        format!("cette ligne commence par «\u{a0}{mark}\u{a0}», mais {fr}"),
        format!("this line starts with “{mark}” but {en}"),
    )
    .help(help_fr, help_en)
}

fn space_in_address(written: &str) -> Wording {
    let wording = Wording::new(
        "space-in-address",
        format!(
            "«\u{a0}{written}\u{a0}» contient des espaces\u{a0}: ce n’est ni un lien ni une image, mais du texte"
        ),
        format!("“{written}” contains spaces: this is neither a link nor a picture, but text"),
    );
    let (scheme, rest) = written.trim().split_once(':').unwrap_or_default();
    let is_one_of = |schemes: &[&str]| schemes.iter().any(|it| scheme.eq_ignore_ascii_case(it));
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-.()".contains(c);
    // A number alone is one to call.
    let is_number_alone = written.chars().all(is_of_number);
    let (scheme, rest) = if is_number_alone { ("tel", written) } else { (scheme, rest) };
    if is_number_alone || is_one_of(&["tel", "sms"]) && rest.chars().all(is_of_number) {
        let digits: String = rest.chars().map(|c| if "() ".contains(c) { ' ' } else { c }).collect();
        let digits = digits.split_whitespace().collect::<Vec<_>>().join("-");
        return wording.help(
            format!("écrivez le numéro sans espaces\u{a0}: `({scheme}:{digits})`"),
            format!("write the number without spaces: `({scheme}:{digits})`"),
        );
    }
    if written.contains(['“', '”', '«', '»']) {
        return wording.help(
            "le titre d’un lien s’écrit entre guillemets droits\u{a0}: `(https://exemple.org \"Titre\")`",
            "the title of a link is written between straight quotation marks: `(https://example.org \"Title\")`",
        );
    }
    if is_one_of(&["tel", "sms", "mailto", "http", "https"]) {
        return wording.help("enlevez les espaces de l’adresse", "take the spaces out of the address");
    }
    wording.help(
        format!("écrivez l’adresse entre chevrons\u{a0}: `(<{written}>)`, ou enlevez les espaces du nom"),
        format!(
            "write the address between angle brackets: `(<{written}>)`, or take the spaces out of the name"
        ),
    )
}
