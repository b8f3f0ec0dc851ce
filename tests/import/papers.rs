//! Papers as people keep them, and the document that is made of each: its body, then what is told of it.

use std::collections::BTreeMap;

use jalon::date::Date;
use jalon::import::{Imported, Wish, import};
use jalon::lang::Lang;

/// The document made of a paper in an empty site.
pub fn made(name: &str, paper: &str) -> Imported {
    let (name, today) = (name.to_owned(), Date::new(2026, 11, 23).expect("a day"));
    let wish = Wish { name, kind: None, title: None, language: None, date: None, today };
    import(&wish, paper.as_bytes(), &BTreeMap::new()).expect("a document")
}

/// Its kind, its title, its body, and each remark by its line in the body.
fn shown(imported: &Imported) -> String {
    let Imported { kind, text, remarks, .. } = imported;
    let title = text.lines().find_map(|line| line.strip_prefix("title = ")).unwrap_or_default();
    let body = text.match_indices("+++\n").nth(1).map_or(0, |(at, fence)| at + fence.len());
    let mut shown = format!("{kind:?} {title}\n{}", &text[body..]);
    for remark in remarks {
        let at = remark.span.map_or(body, |span| span.start);
        let line = text[body..at].matches('\n').count() + 1;
        shown.push_str(&format!("\n{line}: {}", remark.problem.message(Lang::En)));
    }
    shown
}

fn check(name: &str, paper: &str, expected: &str) {
    assert_eq!(shown(&made(name, paper)).trim(), expected.trim(), "{paper}");
}

#[test]
fn a_sheet_of_actions_is_a_plan() {
    check(
        "suivi_2026.csv",
        "\
Réseau des villages;;;;
Plan d’action 2026-2027;;;;
;;;;
Orientation;Objectif;Action;Échéancier;Responsable
1. Se loger;1.1 Offrir des logements;Recenser les besoins;Automne 2026;Comité logement
1. Se loger;1.1 Offrir des logements;Tracer *trois* plans;Mai 2027;CA
2. Bouger;2.1 Marcher;Baliser un sentier;En continu;Bénévoles
",
        "\
Plan \"Plan d’action 2026-2027\"

Réseau des villages

## 1. Se loger

| Objectif | Action | Échéancier | Responsable |
|---|---|---|---|
| 1.1 Offrir des logements | Recenser les besoins | Automne 2026 | Comité logement |
| | Tracer \\*trois\\* plans | Mai 2027 | CA |

## 2. Bouger

| Objectif | Action | Échéancier | Responsable |
|---|---|---|---|
| 2.1 Marcher | Baliser un sentier | En continu | Bénévoles |

4: the column “Orientation” became titles, with a table under each",
    );
}

#[test]
fn a_column_of_orientations_may_be_filled_once() {
    check(
        "Plan 2027.csv",
        "\
Orientations,Actions,Échéance
Se loger,Recenser,Mai 2027
,Rénover,Juin 2027
Bouger,Marcher,
",
        "\
Plan \"Plan 2027\"

## Se loger

| Actions | Échéance |
|---|---|
| Recenser | Mai 2027 |
| Rénover | Juin 2027 |

## Bouger

| Actions | Échéance |
|---|---|
| Marcher | |

2: the column “Orientations” became titles, with a table under each",
    );
}

#[test]
fn rows_that_are_titles_part_the_table() {
    check(
        "Plan 2027.csv",
        "\
No,Actions,Échéance,État
Orientation 1 : Se loger,,,
1.1,Recenser,Mai 2027,
No,Actions,Échéance,État
1.2,Rénover,Juin 2027,En cours
Orientation 2 : Bouger,,,
2.1,Marcher,,Fait
",
        "\
Plan \"Plan 2027\"

## Orientation 1 : Se loger

| No | Actions | Échéance | État |
|---|---|---|---|
| 1.1 | Recenser | Mai 2027 | |
| 1.2 | Rénover | Juin 2027 | En cours |

## Orientation 2 : Bouger

| No | Actions | Échéance | État |
|---|---|---|---|
| 2.1 | Marcher | | Fait |

2: “Orientation 1 : Se loger” took a whole row of the table: it became a title
9: “Orientation 2 : Bouger” took a whole row of the table: it became a title
11: a row that said the titles of the columns again was taken out",
    );
}

#[test]
fn several_actions_in_a_cell_keep_what_belongs_to_each() {
    check(
        "Plan.csv",
        "\
Objectif,Action,Échéancier,Responsable
Se loger,\"- Écrire
- Rencontrer\",\"Mai
Juin\",CA
Bouger,\"- Marcher
- Rouler
- Nager\",\"Mai
Juin\",\"CA
Bénévoles
Ville\"
",
        "\
Plan \"Plan\"

## Plan

| Objectif | Action | Échéancier | Responsable |
|---|---|---|---|
| Se loger | - Écrire<br>- Rencontrer | Mai<br>Juin | CA |
| Bouger | - Marcher<br>- Rouler<br>- Nager | Mai; Juin | CA<br>Bénévoles<br>Ville |

7: 3 actions in one cell, but 2 entries under “Échéancier”: they are put together, for all",
    );
}

#[test]
fn a_table_of_no_action_is_kept_as_it_is() {
    check(
        "Membres.csv",
        "NOM,VILLE\nLa Ruche,Rimouski\nLe Nid,Gaspé\n",
        "\
Page \"Membres\"

| NOM | VILLE |
|---|---|
| La Ruche | Rimouski |
| Le Nid | Gaspé |

2: the first row of this table became that of its titles",
    );
    check(
        "Membres.csv",
        "La Ruche,Rimouski\nLe Nid,Gaspé\n",
        "\
Page \"Membres\"

| | |
|---|---|
| La Ruche | Rimouski |
| Le Nid | Gaspé |

2: this table has no titles above its columns",
    );
}
