//! Problems of a mission statement: its sections, its axes, and what contributes to them.

use super::Wording;

/// What can be wrong in a mission statement, or between it and the plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissionProblem {
    /// Nothing says which words are the mission.
    NoMission,
    /// Several paragraphs are announced as the mission.
    UnclearMission { n_places: usize },
    /// A second section for what one section says already.
    SaidTwice { title: String },
    /// A section of a known title, with nothing under it.
    NothingUnder { title: String },
    /// A section of values without a value: shown as written.
    NoValue { title: String },
    /// A section of axes without an axis: shown as written.
    NoAxis { title: String },
    /// A line that is the title of a section, but not written as one.
    NotATitle { read: String },
    /// The same number for two axes.
    AxisTwice { number: String, title: String },
    /// An anchor `{#id}` that another element of the document has.
    AnchorTwice { id: String },
    /// `contact` that is not an e-mail address.
    NotAnEmail { read: String },
    /// A second mission statement in the same language.
    SeveralMissions { other: String },
    /// `{axe=7}`: no such axis.
    UnknownAxis { read: String, known: Vec<String>, nearest: Option<(String, String)> },
    /// « (axe 2) » in the title of an orientation.
    AxisInTitle { read: String, number: String },
    /// `{axe=2}` in a site that has no mission statement in that language.
    AxisWithoutMission { read: String },
}

impl MissionProblem {
    pub fn wording(&self) -> Wording {
        match self {
            MissionProblem::NoMission => Wording::new(
                "no-mission",
                "rien ne dit quels mots sont la mission; le document est publié tel quel",
                "nothing says which words are the mission; the document is published as written",
            )
            .help(
                "placez ces mots sous un titre « ## Mission », ou après une phrase qui se termine par « comme suit : »",
                "put these words under a heading “## Mission”, or after a sentence that ends with “as follows:”",
            ),
            MissionProblem::UnclearMission { n_places } => Wording::new(
                "unclear-mission",
                format!("{n_places} paragraphes se terminent par « comme suit : » ou l’équivalent : lequel annonce la mission? le document est publié tel quel"),
                format!("{n_places} paragraphs end with “as follows:” or the like: which one announces the mission? the document is published as written"),
            )
            .help("placez la mission sous un titre « ## Mission »", "put the mission under a heading “## Mission”"),
            MissionProblem::SaidTwice { title } => Wording::new(
                "said-twice",
                format!("« {title} » : une section précédente dit déjà la même chose; c’est elle qui est citée ailleurs sur le site"),
                format!("“{title}”: an earlier section already says the same thing; that one is quoted elsewhere on the site"),
            )
            .help("réunissez les deux sections, ou changez l’un des titres", "join the two sections, or change one of the titles"),
            MissionProblem::NothingUnder { title } => Wording::new(
                "nothing-under",
                format!("il n’y a rien sous « {title} »"),
                format!("there is nothing under “{title}”"),
            )
            .help("écrivez le texte de la section, ou retirez son titre", "write the text of the section, or remove its heading"),
            MissionProblem::NoValue { title } => Wording::new(
                "no-mission-value",
                format!("aucune valeur n’a été reconnue sous « {title} »; la section est publiée telle quelle"),
                format!("no value was recognised under “{title}”; the section is published as written"),
            )
            .help(
                "écrivez chaque valeur sur une ligne qui commence par un tiret : « - Entraide : … »; sinon, changez le titre",
                "write each value on a line that starts with a dash: “- Mutual help: …”; otherwise, change the heading",
            ),
            MissionProblem::NoAxis { title } => Wording::new(
                "no-axis",
                format!("aucun axe n’a été reconnu sous « {title} »; la section est publiée telle quelle"),
                format!("no axis was recognised under “{title}”; the section is published as written"),
            )
            .help(
                "écrivez chaque axe sur une ligne qui commence par son numéro : « 1. Se loger », ou sous un titre « ### Axe 1 : Se loger »",
                "write each axis on a line that starts with its number: “1. Housing”, or under a heading “### Axis 1: Housing”",
            ),
            MissionProblem::NotATitle { read } => Wording::new(
                "not-a-title",
                format!("« {read} » est seul sur sa ligne comme un titre, mais n’en est pas un"),
                format!("“{read}” stands alone on its line like a heading, but is not one"),
            )
            .help(format!("écrivez « ## {read} »"), format!("write “## {read}”")),
            MissionProblem::AxisTwice { number, title } => Wording::new(
                "axis-twice",
                format!("le numéro {number} est déjà celui de l’axe « {title} »"),
                format!("the number {number} is already that of the axis “{title}”"),
            )
            .help(
                format!("corrigez l’un des deux numéros : avec `{{axe={number}}}`, une orientation contribue au premier"),
                format!("correct one of the two numbers: with `{{axis={number}}}`, a goal contributes to the first"),
            ),
            MissionProblem::AnchorTwice { id } => Wording::new(
                "anchor-twice",
                format!("l’ancre « {id} » est déjà celle d’un autre élément du document"),
                format!("the anchor “{id}” is already that of another element of the document"),
            )
            .help("donnez un autre nom à l’une des deux", "give one of the two another name"),
            MissionProblem::NotAnEmail { read } => Wording::new(
                "not-an-email",
                format!("« {read} » n’est pas une adresse de courriel"),
                format!("“{read}” is not an e-mail address"),
            )
            .help("par exemple `contact = \"info@example.org\"`", "for example `contact = \"info@example.org\"`"),
            MissionProblem::SeveralMissions { other } => Wording::new(
                "several-missions",
                format!("le site a déjà un énoncé de mission dans cette langue : {other}; les plans contribuent à celui-là"),
                format!("the site already has a mission statement in this language: {other}; plans contribute to that one"),
            )
            .help(
                "gardez `kind = \"mission\"` dans un seul document; écrivez `kind = \"page\"` dans les autres",
                "keep `kind = \"mission\"` in a single document; write `kind = \"page\"` in the others",
            ),
            MissionProblem::UnknownAxis { read, known, nearest } => unknown_axis(read, known, nearest.as_ref()),
            MissionProblem::AxisInTitle { read, number } => Wording::new(
                "axis-in-title",
                format!("« {read} » est publié avec les mots du titre : l’orientation n’est liée à aucun axe de la mission"),
                format!("“{read}” is published with the words of the title: the goal is not tied to any axis of the mission"),
            )
            .help(
                format!("pour la lier, écrivez `{{axe={number}}}` à la fin du titre, à la place de ces mots"),
                format!("to tie it, write `{{axis={number}}}` at the end of the heading, instead of these words"),
            ),
            MissionProblem::AxisWithoutMission { read } => Wording::new(
                "axis-without-mission",
                format!("cette orientation contribue à l’axe {read}, mais le site n’a pas d’énoncé de mission dans cette langue"),
                format!("this goal contributes to axis {read}, but the site has no mission statement in this language"),
            )
            .help(
                "ajoutez content/mission.md avec `kind = \"mission\"`, ou retirez l’axe du titre",
                "add content/mission.md with `kind = \"mission\"`, or remove the axis from the heading",
            ),
        }
    }
}

fn unknown_axis(read: &str, known: &[String], nearest: Option<&(String, String)>) -> Wording {
    if read.is_empty() {
        return Wording::new(
            "unknown-axis",
            "ce titre ne dit pas à quel axe il contribue",
            "this heading does not say which axis it contributes to",
        )
        .help("écrivez le numéro sans espace : `{axe=2}`", "write the number without a space: `{axis=2}`");
    }
    if read.contains([',', ';', '+']) {
        return Wording::new(
            "unknown-axis",
            format!("une orientation contribue à un seul axe, et non à « {read} »"),
            format!("a goal contributes to a single axis, not to “{read}”"),
        )
        .help("gardez celui qui compte le plus : `{axe=2}`", "keep the one that matters most: `{axis=2}`");
    }
    let wording = Wording::new(
        "unknown-axis",
        format!("la mission n’a pas d’axe {read}"),
        format!("the mission has no axis {read}"),
    );
    let numbers = known.join(", ");
    match nearest {
        Some((number, title)) => wording.help(
            format!("vouliez-vous dire « {title} », `{{axe={number}}}`? ses axes sont {numbers}"),
            format!("did you mean “{title}”, `{{axis={number}}}`? its axes are {numbers}"),
        ),
        None if known.is_empty() => wording.help(
            "aucun axe n’a été trouvé dans l’énoncé de mission; ajoutez-y une section « ## Axes »",
            "no axis was found in the mission statement; add a section “## Axes” to it",
        ),
        None => wording.help(format!("ses axes sont {numbers}"), format!("its axes are {numbers}")),
    }
}
