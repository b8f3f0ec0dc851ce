//! Tables: strands with their supports, columns that answer each other, and the others.

use insta::assert_snapshot;

use crate::outline::check;

#[test]
fn an_empty_first_cell_continues_the_strand_and_a_question_mark_looks_for_somebody() {
    assert_snapshot!(check("
## Bloc 1

| Volet | Idée | Soutien |
|---|---|---|
| Volet 1 : Se nourrir | Un four à pain (2) | Boulangers du Gué |
| | Un jardin | ? |
| | Une serre | |
| Volet 2 : Circuler | Un sentier | Marcheurs? |
| Volet 2 : Circuler | Une passerelle | Ville de Sable (à confirmer) |
"), @"
    ## Bloc 1 [1] #bloc-1
    * Volet 1 : Se nourrir
      Un four à pain ×2 #un-four-a-pain <- Boulangers du Gué
      Un jardin #un-jardin <- à trouver
      Une serre #une-serre <- à trouver
    * Volet 2 : Circuler
      Un sentier #un-sentier <- Marcheurs? (douteux)
      Une passerelle #une-passerelle <- Ville de Sable (à confirmer) (douteux)
    ");
}

#[test]
fn columns_are_known_in_english_and_the_unknown_ones_are_kept() {
    assert_snapshot!(check("
## Block 1

| Theme | Proposals | Cost | Lead |
|---|---|---|---|
| Food | A bread oven | 900 $ | Bakers |
| | A greenhouse | | TBD |
"), @"
    ## Block 1 [1] #block-1
    * Food
      A bread oven #a-bread-oven <- Bakers | Cost = 900 $
      A greenhouse #a-greenhouse <- TBD (douteux)
    ");
}

#[test]
fn a_title_written_again_in_the_table_is_no_idea() {
    assert_snapshot!(check("
## Bloc 1

| Volet | Idées | Soutien |
|---|---|---|
| Se nourrir | Un four à pain | SOUTIEN<br>- Boulangers |
| VOLET | IDÉES | SOUTIEN |
| | | Soutien : |
| Circuler | Un sentier | Marcheurs |
"), @"
    ## Bloc 1 [1] #bloc-1
    * Se nourrir
      Un four à pain #un-four-a-pain <- Boulangers
    * Circuler
      Un sentier #un-sentier <- Marcheurs
    ");
}

#[test]
fn several_ideas_in_a_cell_share_one_support_or_have_one_each() {
    assert_snapshot!(check("
## Bloc 1

| Volet | Idée | Soutien |
|---|---|---|
| Se nourrir | - Un four<br>- Un jardin (2) | - Boulangers<br>- ? |
| Circuler | Un sentier<br>Un quai | Ville de Sable |
| Habiter | Un toit | Caisse<br>Coopérative |
| Parler | - Un journal<br>- Une radio<br>- Un mur | - Élèves<br>- Aînés |
"), @"
    ## Bloc 1 [1] #bloc-1
    * Se nourrir
      Un four #un-four <- Boulangers
      Un jardin ×2 #un-jardin <- à trouver
    * Circuler
      Un sentier #un-sentier <- Ville de Sable
      Un quai #un-quai <- Ville de Sable
    * Habiter
      Un toit #un-toit <- Caisse / Coopérative
    * Parler
      Un journal #un-journal <- Élèves / Aînés
      Une radio #une-radio <- Élèves / Aînés
      Un mur #un-mur <- Élèves / Aînés
    ! 9:54 3 idées dans la rangée, mais 2 entrées dans «~Soutien~»
    ");
}

#[test]
fn ideas_may_stand_under_their_strand_in_one_cell() {
    assert_snapshot!(check("
## Bloc 1

| Volets | Soutien |
|---|---|
| 1- Se nourrir<br>- Un four<br>- Un jardin | SOUTIEN<br>-Boulangers<br>-? |
| 2- Circuler<br>-Un sentier | Marcheurs ? |
"), @"
    ## Bloc 1 [1] #bloc-1
    * 1- Se nourrir
      Un four #un-four <- Boulangers
      Un jardin #un-jardin <- à trouver
    * 2- Circuler
      Un sentier #un-sentier <- Marcheurs ? (douteux)
    ");
}

#[test]
fn a_support_without_an_idea_stops_the_publication() {
    assert_snapshot!(check("
## Bloc 1

| Idée | Soutien | Note |
|---|---|---|
| Un four | Boulangers | |
| | Marcheurs | Demain |
"), @"
    ## Bloc 1 [1] #bloc-1
    * 
      Un four #un-four <- Boulangers
    ! 7:5 cette rangée n’a pas d’idée, mais «~Soutien~» contient «~Marcheurs~»
    ! 7:17 cette rangée n’a pas d’idée, mais «~Note~» contient «~Demain~»
    ");
}

#[test]
fn columns_of_lists_are_contributions() {
    assert_snapshot!(check("
## Bloc 1

| À garder | À laisser |
|---|---|
| - Le four (2)<br>- Le sentier<br>vers le quai<br>• Le quai(3) | |
| –\u{a0}La fête | <ul><li>Le bruit</li><li>La poussière (2)</li></ul> |
"), @"
    ## Bloc 1 [1] #bloc-1
    | À garder
    | - Le four ×2 #le-four
    | - Le sentier / vers le quai #le-sentier-vers-le-quai
    | - Le quai ×3 #le-quai
    | À laisser
    | À garder
    | - La fête #la-fete
    | À laisser
    | - Le bruit #le-bruit
    | - La poussière ×2 #la-poussiere
    ");
}

#[test]
fn sides_of_a_question_are_contributions_without_any_dash() {
    assert_snapshot!(check("
## Bloc 1

| Points forts | Points faibles |
|---|---|
| Le four (2) | Le bruit |
| Le quai | |
"), @"
    ## Bloc 1 [1] #bloc-1
    | Points forts
    | - Le four ×2 #le-four
    | Points faibles
    | - Le bruit #le-bruit
    | Points forts
    | - Le quai #le-quai
    | Points faibles
    ");
}

#[test]
fn a_first_column_without_lists_names_the_rows() {
    assert_snapshot!(check("
## Bloc 1

| Question | Réponses |
|---|---|
| Que garder? | - Le four<br>- Le quai (2) |
| Que laisser? | |

| | Forces | Faiblesses |
|---|---|---|
| La rue | Le four | Le bruit |
"), @"
    ## Bloc 1 [1] #bloc-1
    | Question : Que garder?
    | Réponses
    | - Le four #le-four
    | - Le quai ×2 #le-quai
    | Question : Que laisser?
    | Réponses
    |  : La rue
    | Forces
    | - Le four #le-four-2
    | Faiblesses
    | - Le bruit #le-bruit
    ");
}

#[test]
fn any_other_table_is_text() {
    assert_snapshot!(check("
## Bloc 1

| Heure | Salle |
|---|---|
| 9 h | Grande salle<br>à gauche |

| Idé | Soutein |
|---|---|
| Un four | ? |
"), @"
    ## Bloc 1 [1] #bloc-1
    (texte : Heure Salle 9 h Grande salle à gauche Idé Soutein Un four ?)
    ! 8:9 la colonne «~Soutein~» n’est pas reconnue; elle est publiée sous ce titre, sans plus
    ");
}

#[test]
fn a_column_of_counts_beside_ideas_is_told() {
    assert_snapshot!(check("
## Bloc 1

| Idée | Nombre de mentions |
|---|---|
| Un four à pain | 3 |

| Idée | Votes | Soutien |
|---|---|---|
| Un sentier | 5 | Marcheurs |

| Nombre | Lieu |
|---|---|
| 12 | Le quai |
"), @"
    ## Bloc 1 [1] #bloc-1
    (texte : Idée Nombre de mentions Un four à pain 3)
    * 
      Un sentier #un-sentier <- Marcheurs | Votes = 5
    (texte : Nombre Lieu 12 Le quai)
    ! 4:10 ce tableau est publié tel quel~: ses idées ne sont pas comptées, ni sa colonne «~Nombre de mentions~»
    ");
}
