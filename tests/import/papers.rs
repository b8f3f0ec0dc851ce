//! Papers as people keep them, and the document that is made of each: its body, then what is told of it.

use jalon::date::Date;
use jalon::import::{Imported, Wish, import};
use jalon::lang::Lang;

/// The document made of a paper in an empty site.
pub fn made(name: &str, paper: &str) -> Imported {
    made_of(name, paper.as_bytes(), None)
}

/// The document made of the bytes of a paper, in a site of one language.
pub fn made_of(name: &str, bytes: &[u8], language: Option<&str>) -> Imported {
    let (name, today) = (name.to_owned(), Date::new(2026, 11, 23).expect("a day"));
    let settings = language.map(|code| format!("default_language = \"{code}\"\n"));
    let files = settings.map(|text| ("jalon.toml".to_owned(), text.into_bytes().into()));
    let wish = Wish { name, kind: None, title: None, language: None, date: None, today };
    import(&wish, bytes, &files.into_iter().collect()).expect("a document")
}

/// Its kind, its title, its body, and each remark by its line in the body.
pub fn shown(imported: &Imported) -> String {
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

2: the file does not say, at its start, which years this plan covers
2: the title “Plan” was added: these actions stood under none
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

#[test]
fn rows_that_are_titles_stand_below_those_of_the_paper() {
    check(
        "plan.html",
        "<h1>Plan 2027</h1><h2>Orientation 1 : Se loger</h2><h3>Objectif 1.1 : Offrir</h3><p>Un mot.</p>\
         <h2>Orientation 2 : Bouger</h2>\
         <table><tr><th>Actions<th>Échéance</tr><tr><td colspan=2>Objectif 2.1 : Marcher</tr>\
         <tr><td>Baliser<td>2027</tr></table>",
        "\
Plan \"Plan 2027\"

## Orientation 1 : Se loger

### Objectif 1.1 : Offrir

Un mot.

## Orientation 2 : Bouger

### Objectif 2.1 : Marcher

| Actions | Échéance |
|---|---|
| Baliser | 2027 |

10: “Objectif 2.1 : Marcher” took a whole row of the table: it became a title",
    );
}

#[test]
fn a_text_of_a_workshop_is_a_synthesis_of_its_day() {
    let paper = "\
RENCONTRE DES MEMBRES – 20 MAI 2026

ATELIER SUR L’HABITATION

ANIMÉ PAR LA RUCHE

BLOC 1 – CE QUI VA BIEN

- Les voisins s’entraident (3)
- On se parle

Bloc 3 – Ce qui manque

- Des logements
";
    check(
        "notes.txt",
        paper,
        "\
Synthesis \"RENCONTRE DES MEMBRES – 20 MAI 2026\"

ATELIER SUR L’HABITATION

ANIMÉ PAR LA RUCHE

## BLOC 1 – CE QUI VA BIEN

- Les voisins s’entraident (3)
- On se parle

## Bloc 3 – Ce qui manque

- Des logements

6: “BLOC 1 – CE QUI VA BIEN” became a title, by its looks alone
11: “Bloc 3 – Ce qui manque” became a title, by its looks alone",
    );
    assert_eq!(
        made("notes.txt", paper).path,
        "content/ateliers/2026-05-20-rencontre-des-membres-20-mai-2026.md"
    );
}

#[test]
fn what_stands_beyond_the_titles_is_kept() {
    check(
        "Plan 2027.csv",
        "Objectif,Action,Échéancier\nSe loger,Recenser,Mai 2027,voir Luc\n",
        "\
Plan \"Plan 2027\"

## Plan 2027

| Objectif | Action | Échéancier | |
|---|---|---|---|
| Se loger | Recenser | Mai 2027 | voir Luc |

2: the title “Plan 2027” was added: these actions stood under none",
    );
}

#[test]
fn lines_of_a_cell_that_are_no_points_are_told() {
    check(
        "Plan 2027.csv",
        "Action,Qui\n\"Recenser les besoins\net publier\",CA\n\"Marcher\nRouler\",CA\n",
        "\
Plan \"Plan 2027\"

## Plan 2027

| Action | Qui |
|---|---|
| Recenser les besoins et publier | CA |
| Marcher<br>Rouler | CA |

2: the title “Plan 2027” was added: these actions stood under none
7: the 2 lines of this cell became 2 actions",
    );
}

#[test]
fn a_margin_a_total_and_minutes_are_what_they_are() {
    check(
        "plan.csv",
        ",PLAN D’ACTION 2026-2027,,\n,AXE 1 - SOLIDARITÉ,,\n,Action,Qui,Quand\n,Souper,Lise,2026\n,AXE 2 - CULTURE,,\n\
         ,Action,Qui,Quand\n,Ciné-club,Yan,2026\n",
        "\
Plan \"PLAN D’ACTION 2026-2027\"

## AXE 1 - SOLIDARITÉ

| Action | Qui | Quand |
|---|---|---|
| Souper | Lise | 2026 |

## AXE 2 - CULTURE

| Action | Qui | Quand |
|---|---|---|
| Ciné-club | Yan | 2026 |

2: “AXE 1 - SOLIDARITÉ” became a title, by its looks alone
8: “AXE 2 - CULTURE” took a whole row of the table: it became a title
10: a row that said the titles of the columns again was taken out",
    );
    check(
        "plan 2027.csv",
        "Enjeux,Actions,Coût\nSe loger,Recenser,100\nTotal,,100\n",
        "\
Plan \"Plan 2027\"

## Se loger

| Actions | Coût |
|---|---|
| Recenser | 100 |

Total – 100

2: the column “Enjeux” became titles, with a table under each",
    );
    let minutes = "Procès-verbal de l’assemblée\n\n- [ ] Appeler la ville\n";
    assert!(made("pv.txt", minutes).text.contains("- [ ] Appeler la ville"));
    assert!(!made("pv.txt", minutes).text.contains("kind = "));
}

#[test]
fn years_across_the_page_are_those_of_a_plan() {
    check(
        "plan.html",
        "<h1>Plan 2026-2028</h1><table><tr><th rowspan=2>Actions<th colspan=2>Échéancier</tr>\
         <tr><th>2026<th>2027</tr><tr><td>Baliser<td>X<td></tr></table>",
        "\
Plan \"Plan 2026-2028\"

## Plan 2026-2028

| Actions | 2026 | 2027 |
|---|---|---|
| Baliser | X | |

2: the title “Plan 2026-2028” was added: these actions stood under none
4: the first row of this table became that of its titles",
    );
}
