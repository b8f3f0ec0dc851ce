//! What used to be silent, misleading or told twice: each said once, at its place, with a way out.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use jalon::source::line_and_column;

const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\n";
const HOME: &str = "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n";

/// What is said of a site in French, a line each: place, message, help.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let sources: BTreeMap<String, String> = [("jalon.toml", SETTINGS), ("content/_index.md", HOME)]
        .iter()
        .chain(files)
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    let files = sources.iter().map(|(path, text)| (path.clone(), Arc::from(text.as_bytes()))).collect();
    let today = Date::new(2025, 9, 1).expect("a day");
    let options = Options { today: Some(today), build_day: today, drafts: Drafts::LeftOut, base_url: None };
    let said: Vec<String> = pipeline::run(&Inputs { files, options })
        .diagnostics
        .iter()
        .map(|it| {
            let place = it.span.map(|span| line_and_column(&sources[&it.path], span.start));
            let place = place.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
            let help = it.problem.help(Lang::Fr).unwrap_or_default();
            let path = it.path.trim_start_matches("content/");
            format!("{path}{place} {} → {help}", it.problem.message(Lang::Fr)).replace('\u{a0}', "~")
        })
        .collect();
    assert_eq!(said, expected);
}

#[track_caller]
fn check_page(text: &str, expected: &[&str]) {
    check(&[("content/a.md", text)], expected);
}

fn plan(body: &str) -> String {
    format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\n[plan]\nperiod = \"2025-2026\"\n+++\n\n## Orientation 1 : Agir\n\n{body}"
    )
}

#[test]
fn a_word_is_asked_of_a_set_even_where_something_else_stands() {
    check_page(
        "+++\nkind = \"synthesis\"\ntitle = \"A\"\n[synthesis]\nnames = true\n+++\n\n## Bloc 1\n\n- Un banc\n",
        &["a.md:5:9 «~names~» n’a pas de valeur «~true~» → valeurs possibles~: hidden, shown"],
    );
}

#[test]
fn a_number_among_words_is_the_one_to_write() {
    let of = |read: &str| {
        format!(
            "+++\nkind = \"synthesis\"\ntitle = \"A\"\n[synthesis]\nparticipants = \"{read}\"\n+++\n\n## Bloc 1\n\n- Un banc\n"
        )
    };
    check_page(
        &of("environ 30"),
        &[
            "a.md:5:16 «~participants~» attend un nombre entier, et non «~environ 30~» → écrivez `participants = 30`",
        ],
    );
    check_page(
        &of("de 30 à 40"),
        &[
            "a.md:5:16 «~participants~» attend un nombre entier, et non «~de 30 à 40~» → par exemple `participants = 10`",
        ],
    );
}

#[test]
fn keys_with_an_equals_sign_do_not_go_between_dashes() {
    let told = "a.md:1:1 cet en-tête est entre deux lignes «~---~», mais ses clés sont suivies de «~=~» → remplacez ces deux lignes par «~+++~»";
    check_page("---\ntitle = \"A\"\ndate = 2025-01-01\n---\n\nTexte.\n", &[told]);
    check_page("---\n# Notre page\n\ntitle=\"A : b\"\n---\n\nTexte.\n", &[told]);
    check_page("---\ntitle: \"A = b\"\n---\n\nTexte.\n", &[]);
}

#[test]
fn acronyms_explained_together_are_told_together() {
    let glossary =
        |text: &str| format!("# A\n\n{text}\n\n## Liste des sigles\n\n- OBNL ou OSBL : organisme\n");
    check_page(
        &glossary("Rien."),
        &[
            "a.md:7:3 les sigles «~OBNL~» et «~OSBL~» sont expliqués, mais aucun texte ne s’en sert → enlevez cette ligne du glossaire, ou vérifiez comment les textes l’écrivent",
        ],
    );
    check_page(&glossary("Un OBNL."), &[]);
}

#[test]
fn a_row_of_a_glossary_lacks_one_cell_or_the_other() {
    check_page(
        "# A\n\nLe CA et l’AGA.\n\n## Liste des sigles\n\n| Sigle | Sens |\n|---|---|\n| CA | conseil |\n| AGA | |\n| | comité |\n",
        &[
            "a.md:10:3 cette rangée du glossaire ne dit pas ce que veut dire «~AGA~» → écrivez son sens dans la cellule à sa droite, ou supprimez la rangée",
            "a.md:11:5 cette rangée du glossaire ne dit pas quel sigle veut dire «~comité~» → écrivez le sigle dans la première cellule, ou supprimez la rangée",
        ],
    );
}

#[test]
fn a_date_that_cannot_be_read_is_not_said_to_be_missing() {
    check_page(
        "+++\nkind = \"news\"\ntitle = \"A\"\ndate = \"au printemps\"\n+++\n\nTexte.\n",
        &[
            "a.md:4:8 «~date~» attend une date écrite année-mois-jour, et non «~au printemps~» → par exemple `date = 2013-10-11`",
        ],
    );
}

#[test]
fn an_axis_is_tied_by_its_mark_and_not_by_words() {
    let mission = "+++\nkind = \"mission\"\ntitle = \"M\"\n+++\n\n## Mission\n\nAider.\n\n## Axes\n\n1. Se loger\n2. Manger\n";
    let plan = |title: &str| {
        format!(
            "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Orientation 1 : {title}\n\n| Actions |\n|---|\n| Cuisiner |\n"
        )
    };
    let check = |title: &str, expected: &[&str]| {
        check(&[("content/mission.md", mission), ("content/p.md", &plan(title))], expected);
    };
    let told = "p.md:6:1 «~(axe 2)~» est publié avec les mots du titre~: l’orientation n’est liée à aucun axe de la mission → pour la lier, écrivez `{axe=2}` à la fin du titre, à la place de ces mots";
    check("Manger (axe 2)", &[told]);
    for words in ["{axe2}", "{axe:2}", "{axe-2}", "(Axe: 2)"] {
        check(&format!("Manger {words}"), &[&told.replace("(axe 2)", words)]);
    }
    check("Manger {axe=2}", &[]);
    check("Manger (axe 2) {axe=2}", &[]);
    check("Manger (avec l’axe nord)", &[]);
    check(
        "Manger {axe=9}",
        &["p.md:6:1 la mission n’a pas d’axe 9 → ses axes sont 1 (Se loger), 2 (Manger)"],
    );
}

#[test]
fn a_mark_that_headings_do_not_know_is_told() {
    let plan = |marks: &str| {
        format!(
            "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Orientation 1 : Manger {marks}\n\n| Actions |\n|---|\n| Cuisiner |\n"
        )
    };
    let check = |marks: &str, expected: &[&str]| check(&[("content/p.md", &plan(marks))], expected);
    check(
        "{ax=2}",
        &[
            "p.md:6:27 «~ax=2~», entre accolades derrière ce titre, n’est pas une marque connue~: rien n’en est publié → vouliez-vous dire «~{axe=2}~»?",
        ],
    );
    check(
        "{échéancier=2026}",
        &[
            "p.md:6:27 «~échéancier=2026~», entre accolades derrière ce titre, n’est pas une marque connue~: rien n’en est publié → écrivez ces mots dans le titre ou dessous; un titre ne connaît que `{axe=2}`, `{lang=en}` et `{#ancre}`",
        ],
    );
    check(
        "{#manger responsable=X Yves}",
        &[
            "p.md:6:27 «~responsable=X Yves~», entre accolades derrière ce titre, n’est pas une marque connue~: rien n’en est publié → écrivez ces mots dans le titre ou dessous; un titre ne connaît que `{axe=2}`, `{lang=en}` et `{#ancre}`",
        ],
    );
    check("{lang=fr}", &[]);
    check("{lang=\"fr\" .grand #manger}", &[]);
    check("{à confirmer}", &[]);
}

#[test]
fn a_column_of_states_says_so() {
    let told = "p.md:10:13 la colonne «~Aux dernières nouvelles~» ne contient que des états («~En cours~»…), mais son titre ne le dit pas~: aucun n’est compté → changez ce titre pour «~État d’avancement~»";
    let check = |table: &str, expected: &[&str]| check(&[("content/p.md", &plan(table))], expected);
    check(
        "| Actions | Aux dernières nouvelles |\n|---|---|\n| Semer | En cours |\n| Planter | Terminé |\n",
        &[told],
    );
    // One word may be there by chance, and « Oui » answers the title.
    check("| Actions | Aux dernières nouvelles |\n|---|---|\n| Semer | En cours |\n| Planter | |\n", &[]);
    check(
        "| Actions | Aux dernières nouvelles |\n|---|---|\n| Semer | En cours |\n| Planter | Au jardin |\n",
        &[],
    );
    check("| Actions | Budget voté |\n|---|---|\n| Semer | Oui |\n| Planter | Oui |\n", &[]);
}

#[test]
fn one_brace_calls_nothing() {
    let told = "le composant «~progress~» est entre accolades simples~: il est publié comme du texte → doublez les accolades~: `{{ progress(…) }}`";
    check_page("# A\n\nVoir { progress(plan=\"p\") }.\n", &[&format!("a.md:3:6 {told}")]);
    check_page("# A\n\n{progress()}\n", &[&format!("a.md:3:1 {told}")]);
    check_page("# A\n\n`{ progress() }`, { total() }, {progress}\n\n```\n{ progress() }\n```\n", &[]);
}

#[cfg(feature = "sheets")]
#[test]
fn a_log_under_another_name_is_told() {
    let plan = plan("| Actions |\n|---|\n| 1.1 Semer |\n");
    let log = "Date;No;État\n2025-08-01;1.1;En cours\n";
    let told = |path: &str, name: &str| {
        format!(
            "{path} ce fichier a les titres d’un suivi, mais pas son nom~: il est publié tel quel, sans être lu → renommez-le `{name}`"
        )
    };
    check(
        &[("content/p/index.md", &plan), ("content/p/suivi 2025.csv", log)],
        &[&told("p/suivi 2025.csv", "suivi.csv")],
    );
    check(&[("content/p.md", &plan), ("content/mesures.csv", log)], &[&told("mesures.csv", "p.suivi.csv")]);
    // Beside a log that is read, in a folder without a plan, or with other titles: a file as any other.
    check(&[("content/p/index.md", &plan), ("content/p/suivi.csv", log), ("content/p/a.csv", log)], &[]);
    check(&[("content/p.md", &plan), ("content/donnees/a.csv", log)], &[]);
    check(&[("content/p/index.md", &plan), ("content/p/a.csv", "Date;Montant\n2025-08-01;10\n")], &[]);
}

#[test]
fn tags_that_only_a_plural_tells_apart_are_told() {
    let page = |tag: &str| format!("+++\ntitle = \"{tag}\"\ntags = [\"{tag}\"]\n+++\n\nTexte.\n");
    let told = "b.md:3:9 «~Bénévoles~» et «~bénévole~» (content/a.md) sont deux étiquettes, chacune avec sa page → si c’est la même, écrivez-la partout au singulier ou partout au pluriel";
    let check = |one: &str, other: &str, expected: &[&str]| {
        check(&[("content/a.md", &page(one)), ("content/b.md", &page(other))], expected);
    };
    check("bénévole", "Bénévoles", &[told]);
    check("bénévole", "Bénévole", &[]);
    check("bus", "but", &[]);
}

#[test]
fn tags_of_actions_are_written_in_one_way() {
    let plan = plan(
        "| Actions | Étiquettes |\n|---|---|\n| Semer | Arbre |\n| Planter | arbres |\n| Arroser | arbres, Arbre |\n",
    );
    check(
        &[("content/p.md", &plan)],
        &[
            "p.md:13:3 l’étiquette «~arbres~» de l’action 1.2 ressemble à «~Arbre~» de l’action 1.1 → si c’est la même, écrivez-la partout de la même façon",
        ],
    );
}

#[test]
fn levels_of_lists_beyond_the_last_are_told_once() {
    let list = |n_levels: usize| -> String {
        (0..n_levels).map(|level| format!("{}- a\n", "  ".repeat(level))).collect()
    };
    check_page(&format!("# A\n\n{}", list(32)), &[]);
    check_page(
        &format!("# A\n\n{}", list(36)),
        &[
            "a.md:35:65 cette liste a plus de 32 niveaux~: les suivants sont publiés comme du texte → réduisez le retrait de ces lignes",
        ],
    );
}

#[test]
fn a_folder_without_pages_says_what_to_write() {
    let today = Date::new(2025, 9, 1).expect("a day");
    let options = Options { today: Some(today), build_day: today, drafts: Drafts::LeftOut, base_url: None };
    let files = BTreeMap::from([("jalon.toml".to_owned(), Arc::from(SETTINGS.as_bytes()))]);
    let told = pipeline::run(&Inputs { files, options }).diagnostics;
    let help = told[0].problem.help(Lang::En).expect("a way out");
    assert_eq!(help, "write the home page in `content/_index.md`: a line `# Welcome`, then your text");
}

#[test]
fn a_table_of_a_plan_without_a_column_of_actions_is_told() {
    let with =
        |body: &str| plan(&format!("{body}\n\n## Orientation 2 : Finir\n\n| Action |\n|---|\n| Ranger |\n"));
    check_page(
        &with(
            "| Objectif | Quoi faire | Responsable | Échéance | État | $$ |\n|---|---|---|---|---|---|\n\
             | Sortir | Marcher | Anne | Mai 2026 | En cours | 10 |\n| | Courir | Luc | Juin 2026 | À venir | |\n",
        ),
        &[
            "a.md:10:3 ce tableau a «~Responsable~», «~Échéance~» et «~État~», mais aucune colonne d’actions~: ses 2 rangées ne sont pas comptées → si les actions sont sous «~Quoi faire~», nommez cette colonne «~Actions~»",
        ],
    );
    check_page(
        &with("| Étapes | Responsable | État |\n|---|---|---|\n| Marcher | Anne | En cours |\n"),
        &[
            "a.md:10:3 ce tableau a «~Responsable~» et «~État~», mais aucune colonne d’actions~: sa rangée n’est pas comptée → si les actions sont sous «~Étapes~», nommez cette colonne «~Actions~»",
        ],
    );
    check_page(
        &with(
            "| | | |\n|---|---|---|\n| Actions | Responsable | État |\n| Marcher | Anne | Fait |\n| Courir | Luc | |\n",
        ),
        &[
            "a.md:10:2 la rangée de titres de ce tableau est vide~: ses 2 rangées ne sont pas comptées → supprimez cette rangée, et mettez la ligne de tirets sous celle qui dit les titres",
        ],
    );
    // What follows up nothing is a table like any other.
    check_page(&with("| Poste | Responsable | $ |\n|---|---|---|\n| Salle | Anne | 10 |\n"), &[]);
    check_page(
        &with(
            "Texte.\n\n## Nos rencontres\n\n| Date | Responsable | Lieu |\n|---|---|---|\n| Mai 2026 | Anne | Ici |\n",
        ),
        &[],
    );
}

#[test]
fn an_orientation_that_is_no_heading_is_told() {
    let with = |title: &str| {
        plan(&format!("| Action |\n|---|\n| Ranger |\n\n{title}\n\n| Action |\n|---|\n| Marcher |\n"))
    };
    check_page(
        &with("##Orientation 2 : Se déplacer"),
        &[
            "a.md:14:1 «~##Orientation 2 : Se déplacer~» n’est pas un titre~: cette ligne est publiée comme du texte, et ce qui suit va sous le titre d’avant → mettez une espace après les dièses~: `## Orientation 2 : Se déplacer`",
        ],
    );
    check_page(
        &with("Un mot.\n\n**Objectif 1.2 : Se déplacer**"),
        &[
            "a.md:16:1 «~Objectif 1.2 : Se déplacer~» est en gras, mais n’est pas un titre~: les actions qui suivent vont sous le titre d’avant → écrivez `### Objectif 1.2 : Se déplacer`",
        ],
    );
    let told = |read: &str, marks: &str| {
        format!(
            "a.md:14:1 «~{read}~» est en gras, mais n’est pas un titre~: les actions qui suivent vont sous le titre d’avant → écrivez `{marks} {read}`"
        )
    };
    check_page(&with("**Enjeu 2 : Se déplacer**"), &[&told("Enjeu 2 : Se déplacer", "##")]);
    check_page(&with("**1.2 Se déplacer**"), &[&told("1.2 Se déplacer", "###")]);
    for fine in ["#logement", "**À retenir**", "**Orientation 2** du plan d’avant", "**Notre objectif 2**"]
    {
        check_page(&with(fine), &[]);
    }
    // Named in passing, above no action of its own.
    check_page(&with("**Orientation 1 : Agir**\n\n## Orientation 2 : Finir"), &[]);
}

#[test]
fn a_list_pasted_from_a_word_processor_is_told() {
    let page = |text: &str| format!("+++\ntitle = \"A\"\n+++\n\n{text}\n");
    let way = "commencez chaque ligne de la liste par un tiret et une espace~: «~- Un banc au soleil~»";
    let apart = |place: &str, mark: char| {
        format!(
            "a.md:{place} cette ligne commence par «~{mark}~», mais n’est pas dans une liste~: elle est publiée comme du texte suivi → {way}"
        )
    };
    let under = |place: &str| {
        format!(
            "a.md:{place} cette ligne commence par «~•~», mais n’est pas un élément de la liste~: elle est publiée à la suite de celui du dessus → {way}"
        )
    };
    check_page(&page("Un mot.\n\n• Un banc\n• Un arbre"), &[&apart("7:1", '•')]);
    check_page(&page("Nos idées :\n – Un banc\n – Un arbre"), &[&apart("6:2", '–')]);
    check_page(&page("-un banc\n-un arbre"), &[&apart("5:1", '-')]);
    check_page(&page("· un banc\n· un arbre"), &[&apart("5:1", '·')]);
    check_page(&page("Il faisait\n-12 °C.\n-vite"), &[]);
    // Each list is told once, at its first line.
    let list = "- Un banc (3)\n• Un arbre\n  • Une balançoire\n- Une table\n• Un livre";
    check_page(&page(list), &[&under("6:1"), &under("9:1")]);
    check_page(&page("- Un banc\n\n  • Un arbre\n  • Une haie"), &[&under("7:3")]);
    check_page(&page("- Un banc\n  • Un arbre qui\n    fait de l’ombre\n  • Une haie"), &[&under("6:3")]);
    check_page(&page("> - Un banc\n> • Un arbre"), &[&under("6:3")]);
    for fine in ["> Merci à tous.\n> – Une voisine", "Il fait\n–10 °C\n–20 °C", "- Un banc\n– tout neuf"]
    {
        check_page(&page(fine), &[]);
    }
}

#[test]
fn a_line_of_dashes_that_is_too_short_is_told() {
    let page = |text: &str| format!("+++\ntitle = \"A\"\n+++\n\n{text}\n");
    check_page(
        &page("| A | B\\|b | C |\n|---|:---:|\n| 1 | 2 | 3 |"),
        &[
            "a.md:5:1 les titres font 3 cellules et la ligne de tirets, 2 cellules~: ce n’est pas un tableau, mais du texte → écrivez `|---|---|---|` sous les titres",
        ],
    );
    check_page(
        &page("| A | B |\n| 1 | 2 |"),
        &[
            "a.md:5:1 cette ligne commence par une barre, mais n’appartient à aucun tableau~: elle est publiée comme du texte → un tableau n’a pas de ligne vide, et sa deuxième ligne est faite de tirets~: `|---|---|`",
        ],
    );
}

#[test]
fn a_row_without_bars_at_its_ends_is_told_when_it_is_apart() {
    let page = |text: &str| format!("+++\ntitle = \"A\"\n+++\n\n{text}\n");
    let apart = |place: &str| {
        format!(
            "a.md:{place} cette ligne semble une rangée du tableau du dessus, mais n’en fait pas partie~: elle est publiée comme du texte → un tableau n’a pas de ligne vide~: enlevez ce qui les sépare"
        )
    };
    let table = "A | B | C\n---|---|---\n1 | 2 | 3";
    check_page(
        &page(&format!("{table}\n\n4 | 5 | 6\n7 | 8 |\n\n10 | 11 | 12")),
        &[&apart("9:1"), &apart("12:1")],
    );
    check_page(&page(&format!("{table}\n|\n4 | 5 | 6")), &[&apart("9:1")]);
    for fine in ["Du texte.\n\n4 | 5 | 6", "4 | 5", "4 | 5 | 6\nDu texte.", "- 4 | 5 | 6"] {
        check_page(&page(&format!("{table}\n\n{fine}")), &[]);
    }
}

#[test]
fn a_row_that_a_return_cut_is_told() {
    let page = |rows: &str| format!("+++\ntitle = \"A\"\n+++\n\n| A | B | C |\n|---|---|---|\n{rows}\n");
    let cut = |place: &str| {
        format!(
            "a.md:{place} cette ligne semble la fin de la rangée du dessus, qu’un retour a coupée~: le tableau en fait deux rangées → remettez-les sur une seule ligne; dans une cellule, un retour s’écrit `<br>`"
        )
    };
    check_page(&page("| 1\n2 | 3 | 4 |\n| 5 | 6 | 7\n8 |"), &[&cut("8:1"), &cut("10:1")]);
    // Rows may lack the bars at their ends, and their last cells.
    for fine in ["| 1 | 2\n| 3 | 4", "1\\| | 2\n3 | 4 | 5", "| 1 | 2 |\n3 | 4 |", "| 1 | 2 | 3\n4 | 5 | 6"] {
        check_page(&page(fine), &[]);
    }
}

#[test]
fn what_the_title_of_a_document_cannot_show_is_told() {
    check_page(
        "# Le [bilan](@/_index.md)[^1]\n\nDu texte.\n\n[^1]: Une note.\n",
        &[
            "a.md:1:14 ce lien n’est pas publié~: du titre d’un document, les pages montrent seulement les mots → ce lien a sa place dans le texte, sous le titre",
            "a.md:1:26 cet appel de note n’est pas publié~: du titre d’un document, les pages montrent seulement les mots → cet appel de note a sa place dans le texte, sous le titre",
        ],
    );
    check_page("+++\ntitle = \"A\"\n+++\n\n# Le [bilan](@/_index.md)\n\nDu texte.\n", &[]);
}

#[test]
fn what_a_plan_would_count_wrongly_is_told() {
    let rest = "\n\n## Orientation 2 : Finir\n\n| Action | État |\n|---|---|\n| Ranger | |\n";
    let with = |body: &str| plan(&format!("{body}{rest}"));
    check_page(
        &with("| Action | État |\n|---|---|\n| Marcher | |\nSelon le financement."),
        &[
            "a.md:13:1 cette ligne touche le tableau~: elle en devient une rangée → laissez une ligne vide entre le tableau et le texte",
        ],
    );
    check_page(
        &with(
            "<table><tr><th>Action</th><th>Échéance</th></tr><tr><td>Marcher</td><td>2026</td></tr></table>",
        ),
        &[
            "a.md:10:1 cette ligne semble d’un tableau, mais elle est écrite en HTML~: le tableau est publié comme du texte, et rien n’y est compté → séparez les cellules par des barres~: d’abord `| Action | Échéance |`, dessous `|---|---|`, puis une ligne par rangée",
        ],
    );
    let near = |place: &str, read: &str| {
        format!(
            "a.md:{place} la case de «~{read}~» est mal écrite~: ce texte ne compte pas comme une action → écrivez `- [ ] ` devant ce qui est à faire et `- [x] ` devant ce qui est fait, les espaces comprises"
        )
    };
    check_page(&with("- [] Planter\n- [X]Arroser"), &[&near("10:3", "[] Planter")]);
    check_page(&with("- [ ] Planter\n- [ x ] Arroser"), &[&near("11:3", "[ x ] Arroser")]);
    check_page(&with("- ☐ Planter\n- ☑ Arroser"), &[&near("10:3", "☐ Planter")]);
    check_page(
        &with("- [x] Planter\n\n☐ Arroser\n☑ Tailler"),
        &[
            "a.md:12:1 cette ligne commence par «~☐~», mais n’est pas dans une liste~: elle est publiée comme du texte suivi → commencez chaque ligne par `- [ ] ` pour ce qui est à faire, par `- [x] ` pour ce qui est fait",
        ],
    );
    check_page(&with("- [Notre site](https://example.org)"), &[]);
    check_page(&with("| Action |\n|---|\n| Marcher |\nCourir"), &[]);
}

#[test]
fn a_link_that_can_lead_nowhere_is_told() {
    let page = |text: &str| format!("+++\ntitle = \"A\"\n+++\n\n{text}\n");
    check_page(
        &page("[Écrivez-nous]() ou [voyez](htpps://example.org), [appelez](tel:418 555-1234)."),
        &[
            "a.md:5:1 il manque une adresse ici → écrivez le nom d’un fichier, comme `bilan.pdf`, ou une adresse qui commence par `https://`",
            "a.md:5:29 le début de l’adresse «~htpps://example.org~» est mal écrit → vouliez-vous dire «~https://example.org~»?",
            "a.md:5:61 «~tel:418 555-1234~» contient des espaces~: ce n’est ni un lien ni une image, mais du texte → écrivez le numéro sans espaces~: `(tel:418-555-1234)`",
        ],
    );
    let with_brackets = "[Lire](rapport (1).pdf)";
    check_page(
        &page(with_brackets),
        &[
            "a.md:5:8 «~rapport (1).pdf~» contient des espaces~: ce n’est ni un lien ni une image, mais du texte → écrivez l’adresse entre chevrons~: `(<rapport (1).pdf>)`, ou enlevez les espaces du nom",
        ],
    );
    check_page(
        &page("[Appelez](418 555-0123) ou lisez [le bilan](en 2026)."),
        &[
            "a.md:5:11 «~418 555-0123~» contient des espaces~: ce n’est ni un lien ni une image, mais du texte → écrivez le numéro sans espaces~: `(tel:418-555-0123)`",
        ],
    );
    check_page(&page("[Appelez](tel:418-555-1234), [écrivez](mailto:a@example.org), [ici](#)."), &[]);
}

#[test]
fn a_date_that_slid_under_the_names_is_told() {
    let row =
        |row: &str| plan(&format!("| Action | Resp. | Pour quand | Rendu où |\n|---|---|---|---|\n{row}\n"));
    check_page(
        &row("| Marcher | Mai 2026 | En cours |"),
        &[
            "a.md:12:13 «~Mai 2026~» est un échéancier, mais se trouve dans la colonne des responsables → comptez les barres de la rangée~: il y manque peut-être une cellule; une cellule vide s’écrit `| |`",
            "a.md:12:24 «~En cours~» est un état, mais se trouve dans la colonne de l’échéancier → déplacez-le dans la colonne de l’état d’avancement",
        ],
    );
    for fine in [
        "| Marcher | Anne |",
        "| Marcher | Comité 2030 | Mai 2026 |",
        "| Marcher | Anne | Mai 2026 | En cours |",
    ] {
        check_page(&row(fine), &[]);
    }
}

#[test]
fn a_table_without_bars_is_told_whatever_the_rest_of_the_plan_holds() {
    let with = |table: &str| {
        plan(&format!("| Action |\n|---|\n| Ranger |\n\n## Orientation 2 : Se déplacer\n\n{table}\n"))
    };
    let header = "`| No | Action | État |`";
    for (mark, apart) in [("\t", "des tabulations séparent"), ("   ", "des espaces séparent")] {
        let table = ["No", "Action", "État"].join(mark) + "\n" + &["2.1", "Navette", "À venir"].join(mark);
        let told = format!(
            "a.md:16:1 cette ligne semble d’un tableau, mais {apart} ses colonnes~: le tableau est publié comme du texte, et rien n’y est compté → séparez les cellules par des barres~: d’abord {header}, dessous `|---|---|---|`, puis une ligne par rangée"
        );
        check_page(&with(&table), &[&told]);
    }
    check_page(
        &with("    | No | Action |\n    |---|---|\n    | 2.1 | Navette |"),
        &[
            "a.md:16:5 cette ligne semble d’un tableau, mais quatre espaces la précèdent~: le tableau est publié comme du texte, et rien n’y est compté → enlevez les espaces au début de chaque ligne du tableau~: d’abord `| No | Action |`",
        ],
    );
    // What an example shows, and what is no table.
    check_page(&with("Un mot.\n\n```\nNo\tAction\n1\tAgir\n```\n\n- [ ] Rouler"), &[]);
    check_page(&with("Action  d’éclat.\nUn mot.\n\n- [ ] Rouler"), &[]);
}

#[test]
fn a_picture_of_another_site_is_told_where_it_is_shown() {
    check_page(
        "# A\n\n![Vue](https://ailleurs.example/i.png)\n\n<img src=\"//ailleurs.example/j.png\" alt=\"\">\n",
        &[
            "a.md:3:8 l’image «~https://ailleurs.example/i.png~» est sur un autre site, qui saurait qui visite celui-ci → copiez l’image à côté du texte et donnez son nom",
            "a.md:5:6 l’image «~//ailleurs.example/j.png~» est sur un autre site, qui saurait qui visite celui-ci → copiez l’image à côté du texte et donnez son nom",
        ],
    );
    check_page(
        "+++\ntitle = \"A\"\nimage = \"https://ailleurs.example/i.png\"\n+++\n\nTexte.\n",
        &[
            "a.md:3:9 l’image «~https://ailleurs.example/i.png~» est sur un autre site, qui saurait qui visite celui-ci → copiez l’image à côté du texte et donnez son nom",
        ],
    );
    // The page of a plan shows no picture of its own; a link to it that is shared does.
    let plan = "+++\nkind = \"plan\"\ntitle = \"A\"\nimage = \"i.png\"\n+++\n\n## 1. Un\n\n- [ ] Rouler\n";
    let gone = "a.md:4:9 l’image «~i.png~» est introuvable → placez le fichier à côté de ce document, ou corrigez son nom, accents et majuscules compris";
    check_page(plan, &[gone]);
    check_page(&plan.replace("plan", "mission").replace("1. Un\n\n- [ ] ", "Mission\n\n"), &[gone]);
    // A link asks nothing until it is followed; what the page holds itself asks nobody.
    check_page(
        "# A\n\n[Vue](https://ailleurs.example/i.png) ![Point](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n",
        &[],
    );
}

#[test]
fn a_template_that_fails_for_many_pages_is_told_once_with_the_first() {
    check(
        &[
            ("templates/page.html", "<h1>{{ page.title }}</h1>\n{{ page.date.words }}\n"),
            ("content/a.md", "# A\n"),
            ("content/b.md", "# B\n"),
            ("content/c.md", "+++\ntitle = \"C\"\ndate = 2025-08-01\n+++\n"),
            ("content/d.md", "# D\n"),
        ],
        &[
            "templates/page.html:2:14 `page.date` est vide pour content/a.md et 2 autres pages → entourez ce passage de `{% if page.date %}` et de `{% endif %}`",
        ],
    );
    // What is told of a template before any page is made is not told again.
    check(
        &[("templates/page.html", "{{ page.titel }}\n"), ("content/a.md", "# A\n")],
        &["templates/page.html:1:9 cette page n’a pas de champ «~titel~» → vouliez-vous dire «~title~»?"],
    );
}

#[test]
fn a_sentence_below_a_table_is_no_row_of_it() {
    let below = |line: &str| format!("# A\n\n| Jour | Heures |\n|---|---|\n| Lundi | 9 h |\n\n{line}\n");
    check_page(&below("Téléphone : 418 555-0123 | Courriel : info@example.org"), &[]);
    check_page(&below("Le code `a | b` est utile."), &[]);
}

#[test]
fn a_target_under_a_year_marks_nothing() {
    check_page(
        "+++\nkind = \"plan\"\n[plan]\nperiod = \"2026 à 2028\"\n+++\n\n# P\n\n## Axe 1 : A\n\n| Actions | 2026 | 2027 |\n|---|---|---|\n\
         | Semer | 10 % | 20 % |\n| Bâtir | X | |\n| Peindre | 5 % | 10 % |\n",
        &[],
    );
}

#[test]
fn a_mark_of_a_heading_that_is_not_published_is_told() {
    check_page(
        "# A\n\n## T {#six data-x=\"1\" style=\"color:red\"}\n\n## U {lang=en}\n\n## V {.note #v}\n",
        &[
            "a.md:3:6 «~data-x=1 style=color:red~», entre accolades derrière ce titre, n’est pas une marque connue~: rien n’en est publié → écrivez ces mots dans le titre ou dessous; un titre ne connaît que `{axe=2}`, `{lang=en}` et `{#ancre}`",
        ],
    );
}

#[test]
fn a_template_that_serves_nothing_is_told() {
    let help = "nommez-le dans l’en-tête d’un document, avec `template`, ou enlevez-le";
    let unused = "aucune page ne se sert de ce gabarit";
    check(
        &[
            ("templates/campagne.html", "{% extends \"large.html\" %}{% block main %}x{% endblock %}"),
            ("templates/large.html", "{% extends \"base.html\" %}{% block kind %}page{% endblock %}"),
            ("templates/footr.html", "x"),
            ("templates/pieces/mienne.html", "{% component mienne() %}x{% endcomponent %}"),
            ("templates/shortcode/quote.html", "x"),
            ("templates/shortcodes/zzzz.html", "x"),
            ("templates/zut.txt", "x"),
            ("words/fr.yaml", "a: b\n"),
            ("assets/jalon.scss", "p { a { b: c } }\n"),
            ("content/a.md", "+++\ntitle = \"A\"\ntemplate = \"campagne.html\"\n+++\n\nTexte.\n"),
        ],
        &[
            "assets/jalon.scss les navigateurs ne lisent pas ce style~: ils ne connaissent que le CSS → écrivez-le dans `assets/site.css`",
            &format!("templates/footr.html {unused} → vouliez-vous dire «~footer.html~»?"),
            &format!(
                "templates/shortcode/quote.html {unused} → vouliez-vous dire «~shortcodes/quote.html~»?"
            ),
            &format!(
                "templates/shortcodes/zzzz.html {unused} → un texte n’appelle que les composants de jalon, et aucun n’a ce nom"
            ),
            &format!("templates/zut.txt {unused} → {help}"),
            "words/fr.yaml personne ne lit ce fichier~: les mots du thème s’écrivent en TOML → écrivez-les dans `words/fr.toml`",
        ],
    );
    // One that cannot be read hides what it calls; a draft may name one.
    check(
        &[
            ("templates/campagne.html", "{% extends \"base.html\" %}"),
            ("content/b.md", "+++\ntitle = \"B\"\ndraft = true\ntemplate = \"campagne.html\"\n+++\n"),
        ],
        &[],
    );
}

#[test]
fn an_anchor_of_old_html_is_one() {
    check_page("# A\n\n<a name=\"bilan\"></a>\n\nVoir [le bilan](#bilan).\n", &[]);
}

#[test]
fn a_readme_is_never_to_be_renamed() {
    for path in ["content/readme.txt", "content/LISEZ/Readme.docx", "content/README.md.txt"] {
        check(&[(path, "Bonjour.")], &[]);
    }
}

#[test]
fn a_word_file_is_offered_under_its_whole_name() {
    let told = |link: &str, expected: &[&str]| {
        check(
            &[("content/bilan.docx", "x"), ("content/a.md", &format!("# A\n\n[Le bilan]({link})\n"))],
            expected,
        );
    };
    told("bilan.docx", &[]);
    told(
        "https://example.org/grand-bilan.docx",
        &[
            "bilan.docx ce fichier de traitement de texte est publié tel quel, sans devenir une page, et rien n’y mène → si c’est le texte d’une page, collez-le dans un fichier de texte seul, nommé `bilan.md`; s’il est à télécharger, faites un lien vers lui",
        ],
    );
}

#[test]
fn a_log_saved_as_tabbed_text_is_to_be_saved_as_a_table() {
    let plan = plan("- [ ] Ranger\n");
    check(
        &[("content/p/index.md", &plan), ("content/p/suivi.txt", "date\taction\n")],
        &[
            "p/suivi.txt ce suivi au format .txt n’est pas lu~: il est publié tel quel → enregistrez-le au format .xlsx, .ods ou .csv",
        ],
    );
}
