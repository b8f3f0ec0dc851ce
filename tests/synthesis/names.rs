//! Names that a synthesis asks to hide.

use insta::assert_snapshot;
use jalon::kind::synthesis::Names;

use crate::outline::{check_with, document, synthesis};

const HIDDEN: &str = "names = \"hidden\"\n";

#[test]
fn names_leave_the_text_the_tables_and_the_facts() {
    assert_snapshot!(check_with("
names = \"hidden\"
event = \"Hommage à Ana Melo\"
facilitator = \"Ana Melo et Ugo Petit, Table du Gué\"
speakers = [\"Zoé Lanctôt, urbaniste, Ville de Sable\", \"Lou Bé\"]
people = [\"Jo D’Aoust\"]
", "
Merci à **Ana Melo** et à [Zoé\u{a0}Lanctôt](https://example.org/).

## Bloc 1 – Le mot de Lou Bé

- Demander à JO D'AOUST (2)
- Rémi Lavoie, du Comité logement

| Idée | Soutien |
|---|---|
| Un four | M. Ugo Petit? |
"), @"
    event = Hommage à (nom retiré)
    facilitator = Table du Gué
    speaker = (sans nom) | urbaniste, Ville de Sable
    speaker = (sans nom) | 
    hidden = 11
    (texte : Merci à (nom retiré) et à (nom retiré) .)
    ## Bloc 1 – Le mot de (nom retiré) [1] #bloc-1-le-mot-de-nom-retire
    - Demander à (nom retiré) ×2 #demander-a-nom-retire
    - (nom retiré), du Comité logement #nom-retire-du-comite-logement
    * 
      Un four #un-four <- M. (nom retiré)? (douteux)
    ");
}

#[test]
fn a_name_that_cannot_leave_by_itself_stops_the_publication() {
    assert_snapshot!(check_with(&format!("{HIDDEN}people = [\"Ana Melo\"]\n"), "
Ana Melo.

Ana **Melo**, [écrire](mailto:ana.melo@example.org), ![](photos/ana-melo.jpg)
"), @"
    hidden = 1
    (texte : (nom retiré). Ana Melo , écrire ,)
    ! 4:54 aucun mot ne dit ce que montre l’image «~photos/ana-melo.jpg~»~: les personnes qui ne la voient pas n’en sauront rien
    ! 4:1 un nom à retirer se lit encore ici~: «~Ana **Melo~»
    ! 4:31 un nom à retirer se lit encore ici~: «~ana.melo~»
    ! 4:65 un nom à retirer se lit encore ici~: «~ana-melo~»
    ");
}

#[test]
fn a_name_that_only_readers_see_stops_the_publication() {
    assert_snapshot!(check_with(&format!("{HIDDEN}people = [\"Zoé Lanctôt\"]\n"), "
Zoé Lanctôt.

## Zo&eacute; Lanct&ocirc;t

- Zoé Lan**ctôt** veut un parc

| Idée | Soutien |
|---|---|
| Un four | Zoé Lanc\u{ad}tôt |

<p>Zo&#233; Lanctôt</p>

Un mot.[^1]

![Zo&eacute; Lanctôt](four.jpg)

[^1]: De Zoé Lanc&shy;tôt.
").replace('\u{ad}', "·"), @"
    hidden = 1
    (texte : (nom retiré).)
    ## Zoé Lanctôt #zoe-lanctot
    - Zoé Lanctôt veut un parc #zoe-lanctot-veut-un-parc
    * 
      Un four #un-four <- Zoé Lanc·tôt
    (texte : Zoé Lanctôt Un mot.)
    ! 4:1 un nom à retirer se lit encore ici~: «~Zoé Lanctôt~»
    ! 6:1 un nom à retirer se lit encore ici~: «~Zoé Lanctôt~»
    ! 8:1 un nom à retirer se lit encore ici~: «~Zoé Lanctôt~»
    ! 12:1 un nom à retirer se lit encore ici~: «~Zoé Lanctôt~»
    ! -2:9 un nom à retirer se lit encore ici~: «~Zoé Lanctôt~»
    ");
}

#[test]
fn hiding_nobody_or_somebody_absent_is_told() {
    assert_snapshot!(check_with(HIDDEN, "Bonjour.\n"), @r#"
    hidden = 0
    (texte : Bonjour.)
    ! -1:9 `names = "hidden"` demande de retirer des noms, mais aucun ne l’a été~: aucun des noms donnés n’apparaît dans ce document
    "#);
    assert_snapshot!(check_with(&format!("{HIDDEN}people = [\"Ana Melo\", \"Ana Mello\"]\n"), "Ana Melo.\n"), @"
    hidden = 1
    (texte : (nom retiré).)
    ! -1:23 «~Ana Mello~» n’apparaît nulle part dans ce document~: rien n’a été retiré pour ce nom
    ");
    assert_snapshot!(check_with("people = [\"Ana Melo\"]\n", "Ana Melo.\n"), @"
    (texte : Ana Melo.)
    ! -1:10 «~people~» donne des noms à retirer, mais les noms de cette synthèse sont publiés
    ");
    assert_snapshot!(check_with("names = \"caché\"\npeople = [\"Ana Melo\"]\n", "Ana Melo.\n"), @"
    (texte : Ana Melo.)
    ! -2:9 «~names~» n’a pas de valeur «~caché~»
    ");
}

#[test]
fn names_leave_the_title_and_the_description() {
    let settings = "names = \"hidden\"\npeople = [\"La Grande Tablée\"]\n";
    let (document, _, _) = document(settings, "");
    assert_eq!(document.title, "(nom retiré)");
    assert_eq!(synthesis(&document).names, Names::Hidden { n_hidden: 1 });
}

#[test]
fn a_problem_after_a_hidden_name_is_told_where_the_author_wrote_it() {
    assert_snapshot!(check_with(&format!("{HIDDEN}people = [\"Ana Melo\"]\n"), "
## Bloc 1

- Ana Melo et Ana Melo : Jardins(2) - Serres
-

| Idée | Soutien |
|---|---|
| | Ana Melo, Caisse |
"), @"
    hidden = 3
    ## Bloc 1 [1] #bloc-1
    - (nom retiré) et (nom retiré) : Jardins(2) - Serres ×2 #nom-retire-et-nom-retire-jardins-2
    * 
    ! 4:3 «~(nom retiré) et (nom retiré) : Jardins(2) - Serres~» semble réunir plusieurs idées; la ligne compte pour une seule, mentionnée 2 fois
    ! 5:1 aucun texte ne suit ce tiret~: il n’est pas publié
    ! 9:5 cette rangée n’a pas d’idée, mais «~Soutien~» contient «~(nom retiré), Caisse~»
    ");
}

#[test]
fn a_name_of_one_letter_is_no_other_letter() {
    let said = check_with(
        "names = \"hidden\"\nfacilitator = \"A.\"\n",
        "## Bloc\n\n- A. le dit à Val\n- À Val, on l’a vu\n",
    );
    assert!(said.contains("(nom retiré). le dit à Val"), "{said}");
    assert!(said.contains("À Val, on l’a vu"), "{said}");
}

#[test]
fn a_surname_left_alone_is_told() {
    let check = |settings: &str, text: &str| check_with(&format!("{HIDDEN}{settings}\n"), text);
    assert_snapshot!(check("facilitator = \"Zoé Lanctôt\"", "Zoé Lanctôt ouvre. Mme Lanctôt ferme.\n"), @"
    hidden = 2
    (texte : (nom retiré) ouvre. Mme Lanctôt ferme.)
    ! 1:24 «~Lanctôt~» se lit ici, alors que «~Zoé Lanctôt~» est un nom à retirer
    ");
    assert_snapshot!(check("people = [\"Zoé Lanctôt\", \"Lanctôt\"]", "Zoé Lanctôt ouvre. Mme Lanctôt ferme.\n"), @"
    hidden = 2
    (texte : (nom retiré) ouvre. Mme (nom retiré) ferme.)
    ");
    assert_snapshot!(check("facilitator = \"Équipe de la Table\"", "L’Équipe de la Table et sa table. La Table écoute.\n"), @"
    hidden = 2
    (texte : L’(nom retiré) et sa table. La Table écoute.)
    ");
    assert_snapshot!(check("people = [\"Ana Rose\"]", "Ana Rose aime le rose.\n"), @"
    hidden = 1
    (texte : (nom retiré) aime le rose.)
    ");
}

#[test]
fn a_name_written_with_numbers_in_an_address_stops_the_publication() {
    let check = |text: &str| {
        check_with(&format!("{HIDDEN}people = [\"Zoé Lanctôt\"]\n"), &format!("Zoé Lanctôt.\n\n{text}\n"))
    };
    assert_snapshot!(check("[profil](https://example.org/zo%C3%A9-lanct%c3%b4t-12/)"), @"
    hidden = 1
    (texte : (nom retiré). profil)
    ! 3:30 un nom à retirer se lit encore ici~: «~zo%C3%A9-lanct%c3%b4t~»
    ");
    assert_snapshot!(check("[profil](https://example.org/zo&eacute;.lanct&ocirc;t/)"), @"
    hidden = 1
    (texte : (nom retiré). profil)
    ! 1:1 un nom à retirer se lit encore ici~: «~zoé.lanctôt~»
    ");
    assert_snapshot!(check("[profil](https://example.org/zo%C3%A9%20lanctot)"), @"
    hidden = 1
    (texte : (nom retiré). profil)
    ! 3:30 un nom à retirer se lit encore ici~: «~zo%C3%A9%20lanctot~»
    ");
    assert_snapshot!(check("50 %, 3%C de Zo%C3%A9lie"), @"
    hidden = 1
    (texte : (nom retiré). 50 %, 3%C de Zo%C3%A9lie)
    ");
}

#[test]
fn a_name_cut_by_a_line_break_stops_the_publication() {
    let check = |text: &str| {
        check_with(
            &format!("{HIDDEN}people = [\"Marie-Zoé Lanctôt\"]\n"),
            &format!("Marie-Zoé Lanctôt.\n\n{text}\n"),
        )
    };
    assert_snapshot!(check("Marie-Zoé<br>Lanctôt"), @"
    hidden = 1
    (texte : (nom retiré). Marie-Zoé Lanctôt)
    ! 1:1 un nom à retirer se lit encore ici~: «~Marie-Zoé Lanctôt~»
    ");
    assert_snapshot!(check("Marie-<br>Zoé Lanctôt"), @"
    hidden = 1
    (texte : (nom retiré). Marie- Zoé Lanctôt)
    ! 1:1 un nom à retirer se lit encore ici~: «~Marie- Zoé Lanctôt~»
    ");
    assert_snapshot!(check("Marie-Zoé Lanc<wbr>tôt"), @"
    hidden = 1
    (texte : (nom retiré). Marie-Zoé Lanc tôt)
    ! 1:1 un nom à retirer se lit encore ici~: «~Marie-Zoé Lanctôt~»
    ");
    assert_snapshot!(check("Marie-Zoé  \nLanctôt"), @"
    hidden = 2
    (texte : (nom retiré). (nom retiré))
    ");
    assert_snapshot!(check("Marie-Zoé\\\nLanctôt"), @r"
    hidden = 1
    (texte : (nom retiré). Marie-Zoé Lanctôt)
    ! 3:1 un nom à retirer se lit encore ici~: «~Marie-Zoé\ Lanctôt~»
    ");
    assert_snapshot!(check("Marie-Zoé <time>Lanctôt</time>"), @"
    hidden = 1
    (texte : (nom retiré). Marie-Zoé Lanctôt)
    ! 1:1 un nom à retirer se lit encore ici~: «~Marie-Zoé Lanctôt~»
    ");
    assert_snapshot!(check("## Bloc\n\n| Idée | Soutien |\n|---|---|\n| Un four | Marie-Zoé<br>Lanctôt |"), @"
    hidden = 1
    (texte : (nom retiré).)
    ## Bloc #bloc
    * 
      Un four #un-four <- Marie-Zoé / Lanctôt
    ! 5:1 un nom à retirer se lit encore ici~: «~Marie-Zoé Lanctôt~»
    ");
}
