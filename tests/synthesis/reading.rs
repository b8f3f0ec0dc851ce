//! Settings, blocks, sections, lists and counts.

use insta::assert_snapshot;
use jalon::markdown::Filling;

use crate::outline::{check, check_with, document, synthesis};

#[test]
fn a_synthesis_says_what_the_workshop_was() {
    assert_snapshot!(check_with("
event = \"Atelier d’hiver\"
place = \"Sous-sol de la caisse\"
facilitator = [\"Ana Melo, Table du Gué\", \"Équipe volante\"]
participants = 41
speakers = \"Ugo Petit, urbaniste, Ville de Sable\"
leads_to = [\"@/plans/2026/index.md\", \"../suites.md\"]
", ""), @"
    event = Atelier d’hiver
    place = Sous-sol de la caisse
    facilitator = Ana Melo, Table du Gué; Équipe volante
    participants = 41
    speaker = Ugo Petit | urbaniste, Ville de Sable
    leads_to = @/plans/2026/index.md
    leads_to = ../suites.md
    ");
}

#[test]
fn a_key_or_a_value_nobody_knows_is_told() {
    assert_snapshot!(check_with("evenement = \"x\"\nfacilitater = \"Ana\"\nparticipants = \"une trentaine\"\nnames = \"hiden\"\nevent = \"\"\n", ""), @"
    ! -1:9 «~event~» est vide
    ! -3:16 «~participants~» attend un nombre entier, et non «~une trentaine~»
    ! -2:9 «~names~» n’a pas de valeur «~hiden~»
    ! -5:1 clé inconnue «~evenement~»
    ! -4:1 clé inconnue «~facilitater~»
    ");
}

#[test]
fn blocks_keep_their_numbers_and_the_gaps_between_them() {
    assert_snapshot!(check("
Un mot de la salle.

## Bloc 1 – Ce qui tient

- Le four à pain

## Bloc 4 – Ce qui manque

## 6. Et après?

## Block 7: What next

## Résumé : 3 grands axes
"), @"
    (texte : Un mot de la salle.)
    ## Bloc 1 – Ce qui tient [1] #bloc-1-ce-qui-tient
    - Le four à pain #le-four-a-pain
    ## Bloc 4 – Ce qui manque [4] #bloc-4-ce-qui-manque
    ## 6. Et après? [6] #6-et-apres
    ## Block 7: What next [7] #block-7-what-next
    ## Résumé : 3 grands axes #resume-3-grands-axes
    ");
}

#[test]
fn a_count_is_taken_off_and_anything_else_in_parentheses_stays() {
    assert_snapshot!(check("
## Bloc 1

- Le four à pain (3)
- Le sentier(2)
- **La fête** du *village* (4)
- [Le quai (5)](https://example.org/)
- Le quai[^1] (6)
- La clinique (CLSC)
- Le bilan (2016)
- Depuis la 3^e^ (2)
- Jardins(2) - Serres - Ruches
- 12 (2)
- (7)

[^1]: Celui de la rive nord.
"), @"
    ## Bloc 1 [1] #bloc-1
    - Le four à pain ×3 #le-four-a-pain
    - Le sentier ×2 #le-sentier
    - La fête du village ×4 #la-fete-du-village
    - Le quai ×5 #le-quai
    - Le quai ×6 #le-quai-2
    - La clinique (CLSC) #la-clinique-clsc
    - Le bilan (2016) #le-bilan-2016
    - Depuis la 3e ×2 #depuis-la-3e
    - Jardins(2) - Serres - Ruches ×2 #jardins-2-serres-ruches
    - 12 ×2 #12
    - (7) #7
    ! 12:3 «~Jardins(2) - Serres - Ruches~» semble réunir plusieurs idées; la ligne compte pour une seule, mentionnée 2 fois
    ");
}

#[test]
fn a_count_leaves_links_and_footnotes_beside_it() {
    let check = |item: &str, expected: &str| {
        let (document, _, _) = document("", &format!("## Bloc 1\n\n- {item}\n\n[^1]: Celui du nord.\n"));
        let (_, section) = synthesis(&document).sections().next().unwrap();
        let said = section.contributions()[0];
        assert_eq!(said.mentions, Some(6), "{item}");
        let filled = said.line.html.fill(&mut |hole| match &hole.what {
            Filling::FootnoteCall(label) => format!("<{label}>"),
            Filling::Link(link) | Filling::Image(link) => link.clone(),
            Filling::Word(key) => (*key).to_owned(),
            Filling::Title => "the title".to_owned(),
            Filling::Shortcode(_) => panic!("no call was written"),
        });
        assert_eq!(filled, expected);
    };
    check("Le quai[^1] (6)", "Le quai<1>");
    check("Le quai (6)[^1]", "Le quai<1>");
    check("Le quai [^1] (6)", "Le quai<1>");
    check("[Le quai (6)](https://a.ca)", "<a href=\"https://a.ca\">Le quai</a>");
    check("[Le quai](https://a.ca) (6)", "<a href=\"https://a.ca\">Le quai</a>");
    check("**Le quai (6)**", "<strong>Le quai</strong>");
    let link = "<a href=\"https://a.ca\">voir</a>";
    check("Le quai (6) [voir](https://a.ca)", &format!("Le quai {link}"));
    check("Le quai (6)[voir](https://a.ca)", &format!("Le quai {link}"));
    check("**Le quai (6)** [voir](https://a.ca)[^1].", &format!("<strong>Le quai</strong> {link}<1>."));
    check("Le quai (6), [voir](https://a.ca), [voir](https://a.ca)", &format!("Le quai {link}, {link}"));
    check("[Le quai](https://a.ca \"(6)\") (6)", "<a href=\"https://a.ca\" title=\"(6)\">Le quai</a>");
}

#[test]
fn the_same_words_get_anchors_of_their_own() {
    assert_snapshot!(check("
## Se parler

### Se parler

- Se parler
- Se parler (2)
- <span id=\"le-four\">Ici</span>
- Le four
- ???

### Se parler

- Se parler, se dire les choses comme elles sont et comme elles viennent
"), @"
    ## Se parler #se-parler
    ### Se parler #se-parler-1
    - Se parler #se-parler-3
    - Se parler ×2 #se-parler-4
    - Ici #ici
    - Le four #le-four-2
    - ??? #contribution
    ### Se parler #se-parler-2
    - Se parler, se dire les choses comme elles sont et comme elles viennent #se-parler-se-dire-les-choses-comme
    ");
}

#[test]
fn what_was_retained_is_known_by_its_mark_or_by_its_title() {
    assert_snapshot!(check("
## Ce que nous retenons

- Le four à pain

### Et encore

- Le sentier

## Bloc 2

### Les trois priorités {.retained}

1. Le quai

#### Pourquoi

- L’eau

### Idées non retenues

- Le phare

### Les grandes lignes {.retaind}
"), @"
    ## Ce que nous retenons #ce-que-nous-retenons
    (retenu)
    - Le four à pain #le-four-a-pain
    ### Et encore (retenu) #et-encore
    - Le sentier #le-sentier
    ## Bloc 2 [2] #bloc-2
    ### Les trois priorités (retenu) #les-trois-priorites
    - Le quai #le-quai
    #### Pourquoi (retenu) #pourquoi
    - L’eau #l-eau
    ### Idées non retenues #idees-non-retenues
    - Le phare #le-phare
    ### Les grandes lignes #les-grandes-lignes
    ! 24:1 la marque «~{.retaind}~» n’est pas reconnue
    ");
}

#[test]
fn lists_that_nobody_said_are_text() {
    assert_snapshot!(check("
## Ordre du jour

1. Accueil
2. Tour de table

## Bloc 1

### Présences {.text}

- Caisse du Gué

### Exercice 1

- Dessinez votre rue

### Bibliographie

- *Habiter ensemble*, Presses du Gué

### Ce qui a été dit

- Le four à pain
"), @"
    ## Ordre du jour #ordre-du-jour
    (texte : Accueil Tour de table)
    ## Bloc 1 [1] #bloc-1
    ### Présences #presences
    (texte : Caisse du Gué)
    ### Exercice 1 #exercice-1
    (texte : Dessinez votre rue)
    ### Bibliographie #bibliographie
    (texte : Habiter ensemble , Presses du Gué)
    ### Ce qui a été dit #ce-qui-a-ete-dit
    - Le four à pain #le-four-a-pain
    ");
}

#[test]
fn lists_are_kept_with_what_is_nested_and_what_stands_under_them() {
    assert_snapshot!(check("
## Bloc 1

3. Le four à pain (2)

   Avec la farine du moulin.

   - Le samedi (4)
     - Ou le dimanche
4. Le sentier

- [ ] Le quai
-
-
  - La passerelle
- 1. Le phare
"), @"
    ## Bloc 1 [1] #bloc-1
    (à partir de 3)
    - Le four à pain ×2 #le-four-a-pain
    - (texte : Avec la farine du moulin.)
      - Le samedi ×4 #le-samedi
        - Ou le dimanche #ou-le-dimanche
    - Le sentier #le-sentier
    - Le quai #le-quai
    - La passerelle #la-passerelle
    - 1. Le phare #1-le-phare
    ! 12:7 la case devant «~Le quai~» n’est pas publiée~: dans une synthèse, rien n’est coché
    ! 13:1 aucun texte ne suit ce tiret~: il n’est pas publié
    ! 14:1 aucun texte ne suit ce tiret~: il n’est pas publié
    ");
}

#[test]
fn a_mark_above_a_list_is_of_that_list() {
    assert_snapshot!(check("
## Bloc 1

- Un quai

{.retained}

- Un banc

Un mot.

- Un four

### Retenus

- Un pré

{.texte}

- Un livre

### Ensuite

- Un pot

## Bloc 2

{.retenus}

- Un pont
"), @"
    ## Bloc 1 [1] #bloc-1
    - Un quai #un-quai
    (retenu)
    - Un banc #un-banc
    (texte : Un mot.)
    - Un four #un-four
    ### Retenus (retenu) #retenus
    - Un pré #un-pre
    (texte : Un livre)
    ### Ensuite #ensuite
    - Un pot #un-pot
    ## Bloc 2 [2] #bloc-2
    (retenu)
    - Un pont #un-pont
    ");
}

#[test]
fn lists_before_any_block_are_text_and_it_is_told() {
    assert_snapshot!(check("- Le four à pain\n\n### Le quai\n\n- La passerelle\n"), @"
    (texte : Le four à pain Le quai La passerelle)
    ! cette synthèse n’a aucun titre «~##~»~: ses listes et ses tableaux sont publiés comme du texte, sans compter de contributions
    ");
    assert_snapshot!(check("Un mot.\n"), @"(texte : Un mot.)");
}

#[test]
fn a_talk_reads_as_text_but_for_what_was_retained_of_it() {
    assert_snapshot!(check_with("form = \"talk\"\nspeakers = [\"Ugo Petit, urbaniste, Ville de Sable\"]\n", "
## Planifier

- Un lieu
- Une date

## Planifier

\u{a0}

> *Bâtir, c’est attendre ensemble.*
> – Carnet du Gué

## Exercice

Qui appelle qui?

## À retenir

- Commencer petit (3)
"), @"
    speaker = Ugo Petit | urbaniste, Ville de Sable
    form = talk
    ## Planifier #planifier
    (texte : Un lieu Une date)
    ## Planifier #planifier-1
    (texte : Bâtir, c’est attendre ensemble. – Carnet du Gué)
    ## Exercice #exercice
    (texte : Qui appelle qui?)
    ## À retenir #a-retenir
    (retenu)
    - Commencer petit ×3 #commencer-petit
    ");
}

#[test]
fn the_headers_of_the_guide_are_read_as_they_stand() {
    let guide = include_str!("../../docs/synthese.md");
    let headers = guide.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let settings: Vec<&str> = headers.map(|header| header.split("[synthesis]\n").nth(1).unwrap()).collect();
    assert_eq!(settings.len(), 2);
    for settings in settings {
        let (_, diagnostics, _) = document(settings, "Jo D’Aoust et Mme D’Aoust.\n");
        assert_eq!(diagnostics, Vec::new(), "{settings}");
    }
}
