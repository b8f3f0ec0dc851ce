//! Plans as authors write them: what is read in each, and what is said of it.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use jalon::config;
use jalon::kind::plan::{Action, Objective, Orientation, OrientationPart, PlanPart};
use jalon::kind::{self, Body};
use jalon::lang::Lang;
use jalon::source::{Source, line_and_column};

/// The outline of a plan, then what is said of it. `period` is July 2025 to June 2026.
fn check(body: &str) -> String {
    check_with("", body)
}

fn check_with(settings: &str, body: &str) -> String {
    let header = "+++\nkind = \"plan\"\ntitle = \"Le plan\"\n[plan]\nperiod = \"juillet 2025 à juin 2026\"\n";
    let source = Source::new("content/plan.md", format!("{header}{settings}+++\n{body}"));
    let config = config::read(&Source::new("jalon.toml", "title = \"Site\"\n")).value;
    let noted = kind::read(&source, "fr", &config);
    let Body::Plan(plan) = noted.value.body else { panic!("this is a plan") };
    let mut lines = Vec::new();
    for part in &plan.parts {
        match part {
            PlanPart::Text(_) => lines.push("(texte)".to_owned()),
            PlanPart::Orientation(orientation) => orientation_lines(orientation, &mut lines),
        }
    }
    let header_lines = header.lines().count() + settings.lines().count() + 1;
    for diagnostic in noted.diagnostics {
        let place = diagnostic.span.map(|span| line_and_column(&source.text, span.start));
        let place = place
            .map(|(line, column)| format!("{}:{column} ", line.wrapping_sub(header_lines) as isize))
            .unwrap_or_default();
        lines.push(format!("! {place}{}", diagnostic.problem.message(Lang::Fr)));
    }
    lines.join("\n").replace('\u{a0}', "~")
}

fn orientation_lines(orientation: &Orientation, lines: &mut Vec<String>) {
    let Orientation { number, id, title, level_word, axis, .. } = orientation;
    let axis = axis.as_ref().map(|axis| format!(" (axe {axis})")).unwrap_or_default();
    lines.push(format!("{level_word} {number}#{id} {}{axis}", title.plain).trim_start().to_owned());
    for part in &orientation.parts {
        match part {
            OrientationPart::Text(_) => lines.push("  (texte)".to_owned()),
            OrientationPart::Objective(objective) => objective_lines(objective, lines),
        }
    }
}

fn objective_lines(objective: &Objective, lines: &mut Vec<String>) {
    match &objective.title {
        Some(title) => lines.push(format!("  {}#{} {}", objective.number, objective.id, title.plain)),
        None => lines.push(format!("  {} sans titre", objective.number)),
    }
    lines.extend(objective.actions().map(action_line));
}

fn action_line(action: &Action) -> String {
    let mut said = vec![format!("    {}#{} {}", action.number, action.id, action.title.plain)];
    said.extend(action.intent.iter().map(|intent| format!("but : {}", intent.plain)));
    if let Some(timeframe) = &action.timeframe {
        let end = timeframe.end().map(|end| format!(" ({end})")).unwrap_or_default();
        said.push(format!("{}{end}", timeframe.text));
    }
    let text = &action.status.text;
    said.push(format!(
        "{}{}",
        action.status.key.key(),
        if text.is_empty() { String::new() } else { format!(" « {text} »") }
    ));
    said.extend(action.percent.map(|percent| format!("{percent} %")));
    if !action.responsible.is_empty() {
        said.push(action.responsible.join(" + "));
    }
    if !action.partners.is_empty() {
        said.push(format!("avec {}", action.partners.join(" + ")));
    }
    let fields: BTreeMap<&str, &str> =
        action.fields.iter().map(|(name, value)| (name.as_str(), value.plain.as_str())).collect();
    said.extend(fields.iter().map(|(name, value)| format!("{name} = {value}")));
    said.join(" | ")
}

#[test]
fn an_empty_objective_cell_continues_the_one_above() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

Un mot.

| Objectifs | Actions | Échéancier | État d’avancement |
|---|---|---|---|
| Bien recevoir | Préparer la trousse | Automne 2025 | Réalisée |
| | La distribuer | Mai 2026 | |
| Garder le lien | Appeler chaque famille | En continu | 12 familles jointes |
"), @"
    Orientation 1#1 Accueillir
      (texte)
      1.1#1.1 Bien recevoir
        1.1.1#1.1.1 Préparer la trousse | Automne 2025 (2025-12-31) | done « Réalisée »
        1.1.2#1.1.2 La distribuer | Mai 2026 (2026-05-31) | not-stated
      1.2#1.2 Garder le lien
        1.2.1#1.2.1 Appeler chaque famille | En continu | noted « 12 familles jointes »
    ");
}

#[test]
fn several_actions_in_a_cell_share_or_split_the_others() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Objectifs | Actions | Échéancier | État | Responsable |
|---|---|---|---|---|
| Bien recevoir | - Préparer la trousse<br>- La **distribuer** | Mai 2026<br/>Juin 2026 | <br>En cours | Comité |
| | Chanter<br>Danser<br>Rire | 2026<br>2027 | Prévu | Un<br>Deux<br>Trois |
"), @"
    Orientation 1#1 Accueillir
      1.1#1.1 Bien recevoir
        1.1.1#1.1.1 Préparer la trousse | Mai 2026 (2026-05-31) | not-stated | Comité
        1.1.2#1.1.2 La distribuer | Juin 2026 (2026-06-30) | in-progress « En cours » | Comité
        1.1.3#1.1.3 Chanter | 2026 / 2027 (2027-06-30) | planned « Prévu » | Un
        1.1.4#1.1.4 Danser | 2026 / 2027 (2027-06-30) | planned « Prévu » | Deux
        1.1.5#1.1.5 Rire | 2026 / 2027 (2027-06-30) | planned « Prévu » | Trois
    ! 7:33 3 actions dans la rangée, mais 2 entrées dans «~Échéancier~»
    ");
}

#[test]
fn an_objective_without_action_is_an_action() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Objectifs | Actions | Échéancier |
|---|---|---|
| Ouvrir la salle | | En continu |
| Fermer la salle | | |
| Recevoir | | |
| | Sourire | |
"), @"
    Orientation 1#1 Accueillir
      1.1#1.1 Ouvrir la salle
        1.1.1#1.1.1 Ouvrir la salle | En continu | not-stated
      1.2#1.2 Fermer la salle
        1.2.1#1.2.1 Fermer la salle | not-stated
      1.3#1.3 Recevoir
        1.3.1#1.3.1 Sourire | not-stated
    ");
}

#[test]
fn numbers_are_those_of_the_author_gaps_included() {
    assert_snapshot!(check("
## 1- Accueillir

### 1.1. Recevoir

| No | Activités | Actions |
|---|---|---|
| 1.1.1 | Trousse | Préparer |
| 1.1.3 | Visite | Guider |
| | Fête | |

### Sans numéro

| Activités | Actions |
|---|---|
| 1. Lettre | Écrire |
| 3 rencontres | Tenir |

## Orientation 4 : Loger

| Action |
|---|
| 4.2 Bâtir |
| Rénover |

## Axe B – Rouler {axe=2}
"), @"
    1#1 Accueillir
      1.1#1.1 Recevoir
        1.1.1#1.1.1 Trousse | but : Préparer | not-stated
        1.1.3#1.1.3 Visite | but : Guider | not-stated
        1.1.4#1.1.4 Fête | not-stated
      1.2#1.2 Sans numéro
        1.2.1#1.2.1 Lettre | but : Écrire | not-stated
        1.2.2#1.2.2 3 rencontres | but : Tenir | not-stated
    Orientation 4#4 Loger
      4 sans titre
        4.2#4.2 Bâtir | not-stated
        4.3#4.3 Rénover | not-stated
    Axe B#B Rouler (axe 2)
    ");
}

#[test]
fn an_address_may_be_chosen() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir {#accueil}

### Recevoir {#recevoir}

| Action |
|---|
| Préparer la trousse {#trousse} |

## Orientation 1 : Encore

| Action |
|---|
| Danser {#trousse} |
"), @"
    Orientation 1#accueil Accueillir
      1.1#recevoir Recevoir
        1.1.1#trousse Préparer la trousse | not-stated
    Orientation 1#1 Encore
      1 sans titre
        1.2#trousse-2 Danser | not-stated
    ! 14:3 l’adresse #trousse sert deux fois; elle désigne déjà «~Préparer la trousse~»
    ");
}

#[test]
fn tasks_are_actions_with_their_fields_nested() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

### Recevoir

- [x] Préparer la trousse
  - Échéancier : automne 2025
  - Responsable : Comité accueil
- [ ] La distribuer
  - État : En cours : 12 familles
  - Budget : 500 $
  - on commence par le village

Une note.

- une liste
- ordinaire
"), @"
    Orientation 1#1 Accueillir
      1.1#1.1 Recevoir
        1.1.1#1.1.1 Préparer la trousse | automne 2025 (2025-12-31) | done | Comité accueil
        1.1.2#1.1.2 La distribuer | in-progress « En cours : 12 familles » | Budget = 500 $
    ");
}

#[test]
fn columns_of_years_and_quarters_are_timeframes() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions | 2025 | 2026 | Indicateurs | Coût |
|---|---|---|---|---|
| Préparer | X | | 3 trousses | 500 $ |
| Distribuer | ✓ | ● | | |
| Rêver | peut-être | | | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer | 2025 (2025-12-31) | not-stated | Coût = 500 $ | Indicateurs = 3 trousses
        1.2#1.2 Distribuer | 2025; 2026 (2026-12-31) | not-stated
        1.3#1.3 Rêver | not-stated | 2025 = peut-être
    ! 8:11 «~peut-être~» n’est pas une marque~: cette rangée ne compte pas sous «~2025~»
    ");
}

#[test]
fn a_progress_column_alone_states_the_state() {
    assert_snapshot!(check("
## Goal 1: Welcome

| Actions | Progress | Partners |
|---|---|---|
| Prepare | 40 % | CLSC, CPE (garderie, halte) / MRC |
| Give | 100 % | |
| Dream | 0 % | |
| Hope | Completed | |
| Wait | 140 % | |
"), @"
    Goal 1#1 Welcome
      1 sans titre
        1.1#1.1 Prepare | in-progress « 40 % » | 40 % | avec CLSC + CPE (garderie, halte) + MRC
        1.2#1.2 Give | done « 100 % » | 100 %
        1.3#1.3 Dream | planned « 0 % » | 0 %
        1.4#1.4 Hope | done « Completed »
        1.5#1.5 Wait | noted « 140 % »
    ! 10:10 «~140 %~» n’est pas un pourcentage~: ces mots sont affichés tels quels
    ");
}

#[test]
fn bold_means_what_the_plan_says() {
    assert_snapshot!(check_with("bold = \"in-progress\"\n", "
## Orientation 1 : Accueillir

| Actions | État |
|---|---|
| **Préparer** | |
| **Distribuer** | Reporté |
| Rêver | |
| Penser **fort** | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer | in-progress
        1.2#1.2 Distribuer | postponed « Reporté »
        1.3#1.3 Rêver | not-stated
        1.4#1.4 Penser fort | not-stated
    ");
}

#[test]
fn nothing_of_a_plan_is_dropped() {
    assert_snapshot!(check("
Introduction.

| Actions | État |
|---|---|
| Orpheline | En cours |

## Contexte

Un tableau qui n’en est pas un plan.

| Mot | Sens |
|---|---|
| Halte | Arrêt |

## Enjeux et défis

Du texte.

## Enjeu 1 : Le pont

Du texte sans action.

## Orientation 2 : Traverser

Avant.

| Objectifs | Actions | État |
|---|---|---|
| Traverser | Ramer | En cour |
| Objectifs | Actions | État |
| | | |
| | | Bientôt fini |

Après.
"), @"
    3#3 Le plan
      (texte)
      3 sans titre
        3.1#3.1 Orpheline | in-progress « En cours »
    (texte)
    (texte)
    Enjeu 1#1 Le pont
      (texte)
    Orientation 2#2 Traverser
      (texte)
      2.1#2.1 Traverser
        2.1.1#2.1.1 Ramer | noted « En cour »
      (texte)
    ! 4:1 ces actions ne sont sous aucune orientation; elles sont publiées sous le titre du plan
    ! 30:23 état «~En cour~» inconnu
    ! 33:7 cette rangée n’a pas d’action, mais «~État~» contient «~Bientôt fini~»
    ");
}

#[test]
fn numbers_that_run_through_a_plan_are_kept() {
    let plan = "
## Orientation 1 : Accueillir

### 1.1 Ouvrir

| No | Action |
|---|---|
| Action 1 | Peindre |
| N° 2 | Chanter |
| 3 bis | Danser |

### 1.2 Fermer

| No | Action |
|---|---|
| 4. | Balayer |
| | Ranger |
";
    assert_snapshot!(check(plan), @"
    Orientation 1#1 Accueillir
      1.1#1.1 Ouvrir
        1#1.1.1 Peindre | not-stated
        2#1.1.2 Chanter | not-stated
        3 bis#1.1.3-bis Danser | not-stated
      1.2#1.2 Fermer
        4#1.2.4 Balayer | not-stated
        1.2.5#1.2.5 Ranger | not-stated
    ");
    // From 1 again in each objective: alone, the number would not say which.
    assert_snapshot!(check(&plan.replace("4.", "2")), @"
    Orientation 1#1 Accueillir
      1.1#1.1 Ouvrir
        1.1.1#1.1.1 Peindre | not-stated
        1.1.2#1.1.2 Chanter | not-stated
        1.1.3 bis#1.1.3-bis Danser | not-stated
      1.2#1.2 Fermer
        1.2.2#1.2.2 Balayer | not-stated
        1.2.3#1.2.3 Ranger | not-stated
    ");
}

#[test]
fn a_second_column_that_says_the_same_is_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Action | Début | Fin | Date de début | État (janv.) | État (mai) | Suivi |
|---|---|---|---|---|---|---|
| Peindre | Mai 2026 | Juin 2026 | | À venir | Réalisée | Reste la porte |

| Action | Date de début | Date de fin | État | Suivi |
|---|---|---|---|---|
| Chanter | Mai 2026 | Juin 2026 | À venir | Reste un couplet |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Peindre | planned « À venir » | Début = Mai 2026 | Fin = Juin 2026 | Suivi = Reste la porte | État (mai) = Réalisée
        1.2#1.2 Chanter | Mai 2026 (2026-05-31) | planned « À venir » | Date de fin = Juin 2026 | Suivi = Reste un couplet
    ! 4:57 les colonnes «~État (janv.)~» et «~État (mai)~» disent la même chose~: seule «~État (janv.)~» compte, l’autre est montrée telle quelle
    ! 8:28 les colonnes «~Date de début~» et «~Date de fin~» disent la même chose~: seule «~Date de début~» compte, l’autre est montrée telle quelle
    ");
}

#[test]
fn fields_right_under_an_action_and_near_ones_are_read_or_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

- [ ] Tracer le **sentier**
  Échéancier : Mai 2026
  Responsable : Comité
- [ ] Poser les bancs  \n  État : Réalisée
- [ ] Planter
  Note : un érable
- [x] Semer
  - Échéancer : Juin 2026
-[x] Arroser
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Tracer le sentier | Mai 2026 (2026-05-31) | not-stated | Comité
        1.2#1.2 Poser les bancs | done « Réalisée »
        1.3#1.3 Planter | not-stated | Note = un érable
        1.4#1.4 Semer | done | Échéancer = Juin 2026 -[x] Arroser
    ! 13:1 cette ligne commence par «~-~», mais n’est pas un élément de la liste~: elle est publiée à la suite de celui du dessus
    ! 12:5 «~Échéancer~» n’est pas reconnu~: ce qui suit est publié sous ce nom, sans plus
    ");
}

#[test]
fn a_slip_in_a_number_leaves_the_others_as_they_are() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| No | Action |
|---|---|
| 1 | Peindre |
| 2 | Chanter |
| 3 | Danser |

## Orientation 2 : Agir

| No | Action |
|---|---|
| 4 | Balayer |
| 3 | Ranger |
| 6 | Frotter |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1#1.1 Peindre | not-stated
        2#1.2 Chanter | not-stated
        3#1.3 Danser | not-stated
    Orientation 2#2 Agir
      2 sans titre
        4#2.4 Balayer | not-stated
        3#2.3 Ranger | not-stated
        6#2.6 Frotter | not-stated
    ! 15:7 l’adresse #3 sert deux fois; elle désigne déjà «~Danser~»
    ");
}

#[test]
fn what_is_no_number_is_told_or_taken_for_none() {
    assert_snapshot!(check("
## Orientation n°2 : Accueillir

| No | Action |
|---|---|
| — | Peindre |
| ? | Chanter |
| 1,3 | Danser |
| ../../x | Crier |
| 2.7. | Rire |
"), @"
    Orientation 2#2 Accueillir
      2 sans titre
        2.1#2.1 Peindre | not-stated
        2.2#2.2 Chanter | not-stated
        2.3#2.3 Danser | not-stated
        2.4#2.4 Crier | not-stated
        2.7#2.7 Rire | not-stated
    ! 8:3 «~1,3~» ne peut pas servir de numéro, qui est aussi une adresse~: l’action prend celui de sa place
    ! 9:3 «~../../x~» ne peut pas servir de numéro, qui est aussi une adresse~: l’action prend celui de sa place
    ");
}

#[test]
fn titles_within_a_table_count_and_are_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Action | Responsable | État |
|---|---|---|
| Communications | | |
| Peindre l’enseigne | Comité | Fait |
| Imprimer le dépliant | Comité | En cours |
| Logistique | | |
| Louer la salle | Direction | Prévu |
| Chanter | | |

| No | Action | Échéance | État |
|---|---|---|---|
| 2.1 | Planter | Mai 2026 | Fait |
| | **Volet jeunesse** | | |
| 2.2 | Semer | Mai 2026 | Fait |
| | Arroser | | |
| 2.3 | Récolter | Juin 2026 | |
| | ANIMATION | | |
| 2.4 | Danser | Juin 2026 | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Communications | not-stated
        1.2#1.2 Peindre l’enseigne | done « Fait » | Comité
        1.3#1.3 Imprimer le dépliant | in-progress « En cours » | Comité
        1.4#1.4 Logistique | not-stated
        1.5#1.5 Louer la salle | planned « Prévu » | Direction
        1.6#1.6 Chanter | not-stated
        2.1#2.1 Planter | Mai 2026 (2026-05-31) | done « Fait »
        1.7#1.7 Volet jeunesse | not-stated
        2.2#2.2 Semer | Mai 2026 (2026-05-31) | done « Fait »
        1.8#1.8 Arroser | not-stated
        2.3#2.3 Récolter | Juin 2026 (2026-06-30) | not-stated
        1.9#1.9 ANIMATION | not-stated
        2.4#2.4 Danser | Juin 2026 (2026-06-30) | not-stated
    ! 6:3 «~Communications~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 9:3 «~Logistique~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 16:5 «~Volet jeunesse~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 20:5 «~ANIMATION~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ");
}

#[test]
fn a_numbered_level_or_a_note_alone_in_its_row_is_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions | État |
|---|---|
| Orientation 2 : Manger | |
| Cuisiner | Fait |
| Manger | |
| Thème 3 – Dormir | |
| Action 4 : Ranger | |
| Note : voir l’annexe | |
| Noter : les voix | |
| Sous-total : 3 actions | |
| Total (12) | |

| Objectifs | Actions | État |
|---|---|---|
| Axe 3 | | |
| Bouger | Marcher | Fait |
| Grandir | | |
| | Semer | Fait |
| | Axe 5 : Vieillir | |
| **Récolter** | | |
| Vendre | Donner | Fait |
| Objectif 7 : Rire | | |

## Orientation 6 : Bâtir

| Actions | Échéance | État |
|---|---|---|
| Chantier 1 : la halte | Mai 2026 | Fait |
| Chantier 2 : le quai | | |

| Actions | Échéance | État |
|---|---|---|
| Semences | | |
| Semer | Mai 2026 | Fait |
| Arroser | | |
| Volet 3 : Récoltes | | |
| Cueillir | Mai 2026 | Fait |
| Trier | Mai 2026 | Fait |

## Orientation 7 : Finir

| Actions | Échéance | État |
|---|---|---|
| Volet 1 : la halte | | |
| Volet 2 : le quai | | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Orientation 2 : Manger | not-stated
        1.2#1.2 Cuisiner | done « Fait »
        1.4#1.4 Manger | not-stated
        1.5#1.5 Thème 3 – Dormir | not-stated
        1.6#1.6 Action 4 : Ranger | not-stated
        1.8#1.8 Note : voir l’annexe | not-stated
        1.9#1.9 Noter : les voix | not-stated
      1.3#1.3 Axe 3
        1.3.1#1.3.1 Axe 3 | not-stated
      1.10#1.10 Bouger
        1.10.1#1.10.1 Marcher | done « Fait »
      1.11#1.11 Grandir
        1.11.1#1.11.1 Semer | done « Fait »
        1.11.2#1.11.2 Axe 5 : Vieillir | not-stated
      1.12#1.12 Récolter
        1.12.1#1.12.1 Récolter | not-stated
      1.13#1.13 Vendre
        1.13.1#1.13.1 Donner | done « Fait »
      1.7#1.7 Rire
        1.7.1#1.7.1 Rire | not-stated
    Orientation 6#6 Bâtir
      6 sans titre
        6.1#6.1 Chantier 1 : la halte | Mai 2026 (2026-05-31) | done « Fait »
        6.2#6.2 Chantier 2 : le quai | not-stated
        6.3#6.3 Semences | not-stated
        6.4#6.4 Semer | Mai 2026 (2026-05-31) | done « Fait »
        6.5#6.5 Arroser | not-stated
        6.6#6.6 Volet 3 : Récoltes | not-stated
        6.7#6.7 Cueillir | Mai 2026 (2026-05-31) | done « Fait »
        6.8#6.8 Trier | Mai 2026 (2026-05-31) | done « Fait »
    Orientation 7#7 Finir
      7 sans titre
        7.1#7.1 Volet 1 : la halte | not-stated
        7.2#7.2 Volet 2 : le quai | not-stated
    ! 13:3 la rangée «~Sous-total : 3 actions~» ne compte pas comme une action~: elle est laissée de côté
    ! 14:3 la rangée «~Total (12)~» ne compte pas comme une action~: elle est laissée de côté
    ! 6:3 «~Orientation 2 : Manger~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 9:3 «~Thème 3 – Dormir~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 11:3 «~Note : voir l’annexe~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à une note
    ! 18:3 «~Axe 3~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 22:5 «~Axe 5 : Vieillir~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 23:3 «~Récolter~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 36:3 «~Semences~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ! 39:3 «~Volet 3 : Récoltes~» compte comme une action~: c’est tout ce que dit sa rangée, et elle ressemble à un titre
    ");
}

#[test]
fn rules_and_totals_of_a_table_are_no_actions() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| No | Action | État |
|---|---|---|
| 1.1 | Peindre | Fait |
| **Sous-total** | 1 action | 100 % |
| No | Action | État |
|---|:---:|---|
| 1.2 | Chanter | En cours |
| | Total des dons à publier | Fait |
| 1.4 | Total | Fait |
| | Total : | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Peindre | done « Fait »
        1.2#1.2 Chanter | in-progress « En cours »
        1.3#1.3 Total des dons à publier | done « Fait »
        1.4#1.4 Total | done « Fait »
    ! 7:3 la rangée «~Sous-total~» ne compte pas comme une action~: elle est laissée de côté
    ! 13:5 la rangée «~Total :~» ne compte pas comme une action~: elle est laissée de côté
    ");
}

#[test]
fn a_plan_without_action_is_told() {
    assert_snapshot!(check("\n## Orientation 1 : Accueillir\n\nRien encore.\n"), @"
    Orientation 1#1 Accueillir
      (texte)
    ! aucune action n’a été trouvée dans ce plan
    ");
}

#[test]
fn settings_with_mistakes_are_told() {
    assert_snapshot!(check_with("stage = \"soumis\"\nbold = \"fini\"\nperiode = \"2025\"\n[plan.statuses]\n\"en chantier\" = \"in-progres\"\n\"sur la glace\" = \"on-hold\"\n", "
## Orientation 1 : Accueillir

| Actions | État |
|---|---|
| Préparer | Sur la glace (jusqu’en mai) |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer | on-hold « Sur la glace (jusqu’en mai) »
    ! -6:9 «~stage~» n’a pas de valeur «~soumis~»
    ! -5:8 «~fini~» n’est pas une clé d’état
    ! -2:17 «~in-progres~» n’est pas une clé d’état
    ! -4:1 clé inconnue «~periode~»
    ");
}

#[test]
fn states_in_a_list_are_read_and_told_as_in_a_table() {
    assert_snapshot!(check("
## Orientation 1 : Bouger

- [x] Marcher
  - Progression : 40 %
- [ ] Nager
  - État : Finni
- [ ] Ramer
  - État : C’est fait
- [ ] Courir
  - État : Complété à 80 %
"), @"
    Orientation 1#1 Bouger
      1 sans titre
        1.1#1.1 Marcher | done | 40 %
        1.2#1.2 Nager | noted « Finni »
        1.3#1.3 Ramer | done « C’est fait »
        1.4#1.4 Courir | in-progress « Complété à 80 % » | 80 %
    ! 4:7 l’état «~[x]~» dit que l’action est terminée, mais sa progression est de 40~%
    ! 7:12 état «~Finni~» inconnu
    ");
}

#[test]
fn an_objective_without_a_number_takes_none_that_is_written_below() {
    assert_snapshot!(check("
## Orientation 1 : Bouger

| Objectifs | Actions |
|---|---|
| Dehors | Marcher |
| 1.2 Dedans | Lire |
| Ailleurs | Voyager |
| 1.3 Partout | Rire |
"), @"
    Orientation 1#1 Bouger
      1.1#1.1 Dehors
        1.1.1#1.1.1 Marcher | not-stated
      1.2#1.2 Dedans
        1.2.1#1.2.1 Lire | not-stated
      1.4#1.4 Ailleurs
        1.4.1#1.4.1 Voyager | not-stated
      1.3#1.3 Partout
        1.3.1#1.3.1 Rire | not-stated
    ");
}

#[test]
fn a_date_in_the_order_of_another_language_is_told_at_its_cell() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions | Échéancier |
|---|---|
| Préparer la trousse | 05/31/2026 |
| La distribuer | 05/12/2025 |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer la trousse | 05/31/2026 (2026-05-31) | not-stated
        1.2#1.2 La distribuer | 05/12/2025 (2025-12-05) | not-stated
    ! 6:25 l’échéancier «~05/31/2026~» n’a de sens que si le mois vient d’abord (31 mai 2026), mais dans ce plan c’est le jour~: les autres dates en chiffres peuvent donc être fausses
    ");
}

#[test]
fn columns_of_seasons_and_months_are_timeframes_where_they_are_ticked() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions | Automne 2025 | Hiver 2026 | Mai | Juin | 1er trimestre |
|---|---|---|---|---|---|
| Préparer la trousse | X | ☑️ | | bilan | |
| La distribuer | | X* | ✓ | X | (X) |

| Actions | Échéancier | Sept. | 2026 |
|---|---|---|---|
| Chanter | Octobre 2025 | X | X |
| Danser | | ✓ | |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer la trousse | Automne 2025; Hiver 2026 (2026-03-31) | not-stated | Juin = bilan
        1.2#1.2 La distribuer | Hiver 2026; Mai; Juin; 1er trimestre (2026-06-30) | not-stated | 1er trimestre = (X) | Hiver 2026 = X*
        1.3#1.3 Chanter | Octobre 2025 (2025-10-31) | not-stated | 2026 = X | Sept. = X
        1.4#1.4 Danser | Sept. (2025-09-30) | not-stated
    ! 6:36 «~bilan~» n’est pas une marque~: cette rangée ne compte pas sous «~Juin~»
    ");
}

#[test]
fn a_mark_may_say_more_and_a_text_among_marks_is_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions | À faire | En cours | Fait |
|---|---|---|---|
| Préparer la trousse | X | | — |
| La distribuer | | X (juin) | |
| Peindre | | 50 % | Non |
| Chanter | | | ✓ avec la chorale |
| Danser | | | X* |
| Rire | | | 12 mai |
| Crier | | en partie peut-être | |
| Dormir | X | | ✓ (en partie) |
| Courir | | | oui (non) |

| Actions | 2025 | 2026 | Budget |
|---|---|---|---|
| Semer | X (juin) | | X |
| Arroser | octobre | X | 5 |
| Sarcler | au besoin seulement | | |

| Actions | 2025 | 2026 | Réalisé |
|---|---|---|---|
| Vendre | 500 $ | 900 $ | 12 |
| Offrir | 300 $ | octobre | 9 |
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Préparer la trousse | planned « À faire »
        1.2#1.2 La distribuer | in-progress « En cours (juin) »
        1.3#1.3 Peindre | in-progress « En cours (50 %) » | 50 % | Fait = Non
        1.4#1.4 Chanter | done « Fait (avec la chorale) »
        1.5#1.5 Danser | done « Fait » | Fait = X*
        1.6#1.6 Rire | done « Fait (12 mai) »
        1.7#1.7 Crier | not-stated | En cours = en partie peut-être
        1.8#1.8 Dormir | not-stated | Fait = ✓ (en partie) | À faire = X
        1.9#1.9 Courir | noted « Fait (non) »
        1.10#1.10 Semer | 2025 (2025-12-31) | not-stated | 2025 = X (juin) | Budget = X
        1.11#1.11 Arroser | 2025; 2026 (2026-12-31) | not-stated | 2025 = octobre | Budget = 5
        1.12#1.12 Sarcler | not-stated | 2025 = au besoin seulement
        1.13#1.13 Vendre | not-stated | 2025 = 500 $ | 2026 = 900 $ | Réalisé = 12
        1.14#1.14 Offrir | not-stated | 2025 = 300 $ | 2026 = octobre | Réalisé = 9
    ! 12:13 «~en partie peut-être~» n’est pas une marque~: cette rangée ne compte pas sous «~En cours~»
    ! 13:12 cette rangée dit à la fois «~À faire~» et «~Fait (en partie)~»~: la marque n’est pas comptée
    ! 14:16 état «~Fait (non)~» inconnu
    ! 20:13 «~au besoin seulement~» n’est pas une marque~: cette rangée ne compte pas sous «~2025~»
    ");
}

#[test]
fn the_column_of_actions_is_the_one_whose_title_says_so() {
    assert_snapshot!(check("
## Priority Area 1: Transit

| Project lead | Actions | Completion date | Status | Measures of success |
|---|---|---|---|---|
| Anne Roy | Run a shuttle | June 2026 | Adopted | 1,200 rides |

## Strategic Priority 3: Housing

| Project area | Task | Task owner | Number of participants |
|---|---|---|---|
| Centre | Open a co-op | Department of Recreation, Culture and Sport, MRC | 12 |

## Enjeu prioritaire 4 : Loger

| Mesure de succès | Actions | Date de début | Échéance |
|---|---|---|---|
| 12 logis | Ouvrir une coop | Mars 2026 | Juin 2026 |
"), @"
    Priority Area 1#1 Transit
      1 sans titre
        1.1#1.1 Run a shuttle | June 2026 (2026-06-30) | done « Adopted » | Anne Roy | Measures of success = 1,200 rides
    Strategic Priority 3#3 Housing
      3 sans titre
        3.1#3.1 Open a co-op | not-stated | Department of Recreation, Culture and Sport + MRC | Number of participants = 12 | Project area = Centre
    Enjeu prioritaire 4#4 Loger
      4 sans titre
        4.1#4.1 Ouvrir une coop | Juin 2026 (2026-06-30) | not-stated | Date de début = Mars 2026 | Mesure de succès = 12 logis
    ! 16:32 les colonnes «~Échéance~» et «~Date de début~» disent la même chose~: seule «~Échéance~» compte, l’autre est montrée telle quelle
    ");
}

#[test]
fn fields_of_an_english_list_are_known() {
    assert_snapshot!(check("
## Strategic Goal 1: Transit

- [ ] Run a shuttle
  - Time frame: June 2026
  - Person responsible: Anne Roy
  - Current status: In planning
"), @"
    Strategic Goal 1#1 Transit
      1 sans titre
        1.1#1.1 Run a shuttle | June 2026 (2026-06-30) | preparing « In planning » | Anne Roy
    ");
}

#[test]
fn numbers_that_jalon_gives_stand_for_one_thing_each() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| Actions |
|---|
| Louer |
| Peindre |

### Prêter des vélos

| Actions |
|---|
| Prêter |

### 1.4 Réparer

| Objectifs | Actions |
|---|---|
| Marcher | Tracer |
| Courir | Chronométrer |

| Actions |
|---|
| Dormir |

## Orientation 2 : Bouger

| No | Actions |
|---|---|
| 1 | Nager |

### Plonger

- [ ] Sauter
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Louer | not-stated
        1.2#1.2 Peindre | not-stated
      1.3#1.3 Prêter des vélos
        1.3.1#1.3.1 Prêter | not-stated
      (texte)
      1.5#1.5 Marcher
        1.5.1#1.5.1 Tracer | not-stated
      1.6#1.6 Courir
        1.6.1#1.6.1 Chronométrer | not-stated
      1 sans titre
        1.4#1.4 Dormir | not-stated
    Orientation 2#2 Bouger
      2 sans titre
        2.1#2.1 Nager | not-stated
      2.2#2.2 Plonger
        2.2.1#2.2.1 Sauter | not-stated
    ");
}

#[test]
fn what_is_lost_where_words_alone_are_shown_is_told() {
    assert_snapshot!(check("
## Orientation 1 : Accueillir

| No | Actions | Quand[^1] | Qui | Partenaires | État | % | Note |
|---|---|---|---|---|---|---|---|
| [1](#1) | [Louer](#1) | [Mai 2026](#1) | [Jo](#1)<br>Ana | ![La MRC](a.png) | Fait[^1] | 100 %[^1] | [voir](#1) |
| | Semer<br>Arroser | Mai 2026 | [Jo](#1) | | | [bientôt](#1) | |

| Actions | Fait | En cours |
|---|---|---|
| Chanter | [X](#1) | |
| Danser | | X ([juin](#1)) |

- [ ] Peindre
  - Responsable : [Jo](#1)
  - Budget : [voir](#1)

[^1]: Une note.
"), @"
    Orientation 1#1 Accueillir
      1 sans titre
        1.1#1.1 Louer | Mai 2026 (2026-05-31) | done « Fait » | 100 % | Jo + Ana | avec La MRC | Note = voir
        1.2#1.2 Semer | Mai 2026 (2026-05-31) | noted « bientôt » | Jo
        1.3#1.3 Arroser | Mai 2026 (2026-05-31) | noted « bientôt » | Jo
        1.4#1.4 Chanter | done « Fait »
        1.5#1.5 Danser | in-progress « En cours (juin) »
        1.6#1.6 Peindre | not-stated | Jo | Budget = voir
    ! 4:23 cet appel de note n’est pas publié~: du titre d’une colonne, les pages montrent seulement les mots
    ! 6:7 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 6:38 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 6:85 cet appel de note n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 6:49 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 6:72 cette image n’est pas publiée~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 6:97 cet appel de note n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 7:60 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 7:40 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 11:17 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 12:24 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ! 15:24 ce lien n’est pas publié~: d’une date, d’un état, d’un nom ou d’un numéro, les pages montrent seulement les mots
    ");
}
