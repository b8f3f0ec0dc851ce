//! The pages in French.

use crate::{Sample, visible};

pub const SAMPLE: Sample = Sample {
    config: "title = \"La Table\"\nbase_url = \"https://table.example/\"\n[languages.fr]\n",
    plan: r#"+++
kind = "plan"
title = "Plan 2025-2026"
updated = 2026-03-27

[plan]
period = "juillet 2025 à juin 2026"
stage = "proposed"
responsible = "Conseil d’administration"
report = 2026-03-01
+++

## Orientation 1 : Se loger

| Objectif | Activité | Action | Échéancier | Responsable | Partenaires | Indicateur | État |
|---|---|---|---|---|---|---|---|
| Savoir | Portrait[^1] | Visiter les neuf municipalités | Aut. 25 – Hiver 26 | Comité logement | MRC | *Visites* | En cours |
| | Registre | | En continu | École, Comité logement | | | En continu |
| Garder | Guide | | Janvier 2026 | Comité logement | | | À venir |

## Orientation 2 : Se déplacer

| Action | Échéancier | Responsable | État |
|---|---|---|---|
| Lancer la navette | D’ici mars 2026 | comité Logement | Réalisée (3 février) |
| Tenir la fête | 23 avril 2026 | | À venir |
| Déneiger le sentier | Hiver 2026 | CLSC | Abandonnée : terrain privé |
| Visiter une maison | Octobre 2025 | | Reportée |
| Marcher ensemble | À partir de mai 2026 | CLSC | |
| Conduire les gens | Sur demande | CLSC | En continu |

[^1]: Voir le [guide](../bus.md).
"#,
    log: &[
        ["1.1.1", "2025-12-04", "En préparation", "", "", ""],
        [
            "1.1.1",
            "2026-03-20",
            "En cours",
            "45",
            "Quatre visites.",
            "https://example.org/pv.pdf|pv.pdf|../bus.md|Le registre",
        ],
        ["2.1", "2026-02-03", "Réalisée", "", "Premier départ.", ""],
        ["2.3", "2026-03-02", "", "", "Le propriétaire refuse.", ""],
    ],
};

#[test]
fn an_action_has_a_sheet_with_all_that_is_known_of_it() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/1.1.1/"), @"
    Action 1.1.1 Portrait1
    État au 27 mars 2026
    Projet de plan Ce plan est un projet : il n’a pas encore été adopté et peut changer.
    Numéro
    1.1.1
    État
    En cours 45 %
    Échéancier
    Aut. 25 – Hiver 26 septembre 2025 à mars 2026
    Prochaine échéance
    31 mars 2026 dans 4 jours, à compter du 27 mars 2026
    Responsable
    Comité logement
    Partenaires
    MRC
    Indicateur
    Visites
    Plan d’action
    Plan 2025-2026
    Orientation
    Orientation 1 : Se loger
    Objectif
    1.1 Savoir
    Intention
    Visiter les neuf municipalités
    Historique
    De la nouvelle la plus récente à la plus ancienne.
    20 mars 2026 En cours 45 %
    Quatre visites.
    À l’appui – example.org/pv.pdf, pv.pdf, Le minibus, Le registre
    4 décembre 2025 En préparation
    Notes
    Voir le guide. ↩
    Adresse permanente – https://table.example/plan/1.1.1/
    Suivant 1.1.2 Registre
    ");
}

#[test]
fn a_report_says_what_a_board_asks() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/bilan/"), @"
    Plan 2025-2026 Bilan de suivi
    État au 27 mars 2026 Période – juillet 2025 à juin 2026
    Projet de plan Ce plan est un projet : il n’a pas encore été adopté et peut changer.
    Ce plan autrement
    Le plan
    Toutes les actions
    Bilan de suivi
    Calendrier
    Par responsable
    Ce qui a changé
    Où en sommes-nous?
    1 sur 6 réalisée; 2 en continu; 1 abandonnée
    Réalisée 1
    En cours 1
    À venir 2
    Reportée 1
    En continu 2
    État non précisé 1
    Abandonnée 1
    9 actions Taux de réalisation : 17 % 2 en retard
    Comment nous mesurons
    Dans ce bilan
    Ce qui est fait 1
    Ce qui a changé depuis le 1er mars 2026 2
    Ce qui est en retard 2
    Ce qui vient d’ici le 26 mai 2026 2
    Ce qui est reporté, suspendu ou abandonné 2
    Ce dont l’état n’est pas précisé 1
    Le plan au fil du temps
    Ce qui est fait 1
    Actions réalisées depuis le début du plan.
    2.1 Lancer la navette
    Réalisée D’ici mars 2026 d’ici le 31 mars 2026 comité Logement
    Premier départ.
    Ce qui a changé depuis le 1er mars 2026 2
    Nouvelles reçues depuis le dernier bilan, présenté le 1er mars 2026.
    1.1.1 Portrait
    Comité logement
    20 mars 2026 En cours 45 %
    Quatre visites.
    À l’appui – example.org/pv.pdf, pv.pdf, Le minibus, Le registre
    2.3 Déneiger le sentier
    CLSC
    2 mars 2026
    Le propriétaire refuse.
    Ce qui est en retard 2
    L’échéance est passée, et l’action n’est ni réalisée, ni en continu, ni abandonnée.
    2.4 Visiter une maison
    Reportée En retard Octobre 2025
    1.2.1 Guide
    À venir En retard Janvier 2026 Comité logement
    Ce qui vient d’ici le 26 mai 2026 2
    Actions à terminer dans les 60 prochains jours.
    1.1.1 Portrait
    En cours 45 % Aut. 25 – Hiver 26 septembre 2025 à mars 2026 Comité logement
    Quatre visites.
    2.2 Tenir la fête
    À venir 23 avril 2026
    Ce qui est reporté, suspendu ou abandonné 2
    Avec la raison, quand elle est donnée.
    2.3 Déneiger le sentier
    Abandonnée « Abandonnée : terrain privé » Hiver 2026 janvier à mars 2026 CLSC
    Le propriétaire refuse.
    2.4 Visiter une maison
    Reportée En retard Octobre 2025
    Aucune raison n’est donnée
    Ce dont l’état n’est pas précisé 1
    Actions dont l’état n’a pas été donné.
    2.5 Marcher ensemble
    État non précisé À partir de mai 2026 à partir du 1er mai 2026 CLSC
    Le plan au fil du temps
    Au 31 décembre 2025 : 0 sur 9 réalisée. Au 27 mars 2026 : 1 sur 6 réalisée; 2 en continu; 1 abandonnée.
    Le journal de suivi commence le 4 décembre 2025. Tant qu’il n’a rien dit d’une action, son état n’est pas connu : elle est comptée dans « État non précisé ». Un état écrit dans le plan même ne porte pas de date : il n’est compté qu’à la dernière.
    Nombre d’actions dans chaque état, à la fin de chaque période
    Date
    Réalisée
    En cours
    En préparation
    À venir
    Reportée
    En continu
    État non précisé
    Abandonnée
    31 décembre 2025
    0
    0
    1
    0
    0
    0
    8
    0
    31 janvier 2026
    0
    0
    1
    0
    0
    0
    8
    0
    28 février 2026
    1
    0
    1
    0
    0
    0
    7
    0
    27 mars 2026
    1
    1
    0
    2
    1
    2
    1
    1
    ");
}

#[test]
fn a_calendar_lists_actions_by_the_day_they_end_and_the_rest_by_kind() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/calendrier/"), @"
    Plan 2025-2026 Calendrier
    État au 27 mars 2026 Période – juillet 2025 à juin 2026
    Projet de plan Ce plan est un projet : il n’a pas encore été adopté et peut changer.
    Ce plan autrement
    Le plan
    Toutes les actions
    Bilan de suivi
    Calendrier
    Par responsable
    Ce qui a changé
    Vue d’ensemble
    Réalisée
    En cours
    À venir
    Reportée
    État non précisé
    Abandonnée
    Une barre en pointe couvre des dates approximatives : une saison, « vers mars », « fin 2026 ».
    Par date d’échéance
    Chaque action est placée au mois où elle doit être terminée.
    octobre 2025
    2.4 Visiter une maison
    31 octobre 2025 Reportée En retard Octobre 2025
    janvier 2026
    1.2.1 Guide
    31 janvier 2026 À venir En retard Janvier 2026 Comité logement
    mars 2026
    1.1.1 Portrait
    31 mars 2026 En cours 45 % Aut. 25 – Hiver 26 septembre 2025 à mars 2026 Comité logement
    Quatre visites.
    2.1 Lancer la navette
    31 mars 2026 Réalisée D’ici mars 2026 d’ici le 31 mars 2026 comité Logement
    Premier départ.
    2.3 Déneiger le sentier
    31 mars 2026 Abandonnée « Abandonnée : terrain privé » Hiver 2026 janvier à mars 2026 CLSC
    Le propriétaire refuse.
    avril 2026
    2.2 Tenir la fête
    23 avril 2026 À venir
    Sans date de fin
    2.5 Marcher ensemble
    État non précisé À partir de mai 2026 à partir du 1er mai 2026 CLSC
    Sans date
    Ces échéanciers ne donnent aucune date; ils sont regroupés par type.
    En continu
    1.1.2 Registre
    En continu En continu École et Comité logement
    Sur demande ou sur invitation
    2.6 Conduire les gens
    En continu Sur demande CLSC
    ");
}

#[test]
fn those_who_answer_stand_in_the_order_of_the_alphabet_after_nobody() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/responsables/"), @"
    Plan 2025-2026 Par responsable
    État au 27 mars 2026 Période – juillet 2025 à juin 2026
    Projet de plan Ce plan est un projet : il n’a pas encore été adopté et peut changer.
    Ce plan autrement
    Le plan
    Toutes les actions
    Bilan de suivi
    Calendrier
    Par responsable
    Ce qui a changé
    Responsable de l’ensemble du plan : Conseil d’administration.
    Responsables
    Aucun responsable 2 actions
    CLSC 3 actions
    Comité logement 4 actions
    École 1 action
    Aucun responsable
    Le plan ne dit pas quelle personne ou quel organisme répond de ces actions.
    0 sur 2 réalisée
    Filtrer la liste : Aucun responsable
    2.2 Tenir la fête
    À venir 23 avril 2026
    2.4 Visiter une maison
    Reportée En retard Octobre 2025
    CLSC
    0 sur 1 réalisée; 1 en continu; 1 abandonnée
    Filtrer la liste : CLSC
    2.3 Déneiger le sentier
    Abandonnée « Abandonnée : terrain privé » Hiver 2026 janvier à mars 2026
    Le propriétaire refuse.
    2.5 Marcher ensemble
    État non précisé À partir de mai 2026 à partir du 1er mai 2026
    2.6 Conduire les gens
    En continu Sur demande
    Comité logement
    1 sur 3 réalisée; 1 en continu
    Filtrer la liste : Comité logement
    1.1.1 Portrait
    En cours 45 % Aut. 25 – Hiver 26 septembre 2025 à mars 2026
    Quatre visites.
    1.1.2 Registre
    En continu En continu École
    1.2.1 Guide
    À venir En retard Janvier 2026
    2.1 Lancer la navette
    Réalisée D’ici mars 2026 d’ici le 31 mars 2026
    Premier départ.
    École
    1 en continu
    Filtrer la liste : École
    1.1.2 Registre
    En continu En continu Comité logement
    ");
}

#[test]
fn what_changed_is_told_newest_first() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/changements/"), @"
    Plan 2025-2026 Ce qui a changé
    Toutes les nouvelles du plan, de la plus récente à la plus ancienne.
    État au 27 mars 2026 Période – juillet 2025 à juin 2026
    Projet de plan Ce plan est un projet : il n’a pas encore été adopté et peut changer.
    Ce plan autrement
    Le plan
    Toutes les actions
    Bilan de suivi
    Calendrier
    Par responsable
    Ce qui a changé
    mars 2026
    1.1.1 Portrait
    20 mars 2026 En cours 45 %
    Quatre visites.
    À l’appui – example.org/pv.pdf, pv.pdf, Le minibus, Le registre
    2.3 Déneiger le sentier
    2 mars 2026
    Le propriétaire refuse.
    février 2026
    2.1 Lancer la navette
    3 février 2026 Réalisée
    Premier départ.
    décembre 2025
    1.1.1 Portrait
    4 décembre 2025 En préparation
    ");
}

#[test]
fn the_method_is_told_with_the_counts_of_the_plan() {
    insta::assert_snapshot!(visible(&SAMPLE, "/methode/"), @"
    Comment nous mesurons
    Chaque action est comptée une seule fois, selon son état. Aucun pourcentage n’est inventé.
    Les états
    L’état vient des mots du plan et de son suivi. Ces mots restent affichés quand ils disent autre chose que le nom de l’état.
    Réalisée
    C’est fait.
    Partiellement réalisée
    Une partie est faite; le reste ne l’est pas encore, ou ne le sera pas.
    En cours
    Le travail est commencé.
    En préparation
    Le travail se prépare : on organise, on consulte, on cherche les moyens.
    À venir
    Rien n’est commencé, mais c’est toujours prévu.
    Reportée
    C’est remis à plus tard.
    En suspens
    C’est arrêté pour un temps, sans nouvelle date.
    En continu
    L’action se poursuit sans fin prévue; elle ne compte pas dans le taux.
    Autre état
    Le plan dit quelque chose de précis qui n’est aucun de ces états, par exemple un nombre de rencontres. Ses mots sont affichés tels quels, et l’action compte dans le total.
    État non précisé
    Aucun état n’est donné. L’action compte dans le total, sans qu’on suppose que rien n’est fait.
    Abandonnée
    L’action ne se fera pas; elle ne compte pas dans le taux, mais reste affichée.
    Le taux de réalisation
    Le taux est la part des actions réalisées, parmi celles qui peuvent l’être : on retire du total les actions abandonnées et celles qui se font en continu, qui n’ont pas de fin. Le taux est toujours affiché avec les nombres dont il vient. Un plan qui ne dit l’état d’aucune action n’a pas de taux.
    actions réalisées ÷ (toutes les actions − abandonnées − en continu)
    Le taux est arrondi à l’unité, mais n’affiche 0 % ou 100 % que si c’est exactement le cas. Une action partiellement réalisée n’est pas comptée comme réalisée. Un pourcentage inscrit dans le plan reste avec son action et n’entre pas dans le calcul.
    Le calcul, plan par plan
    Plan 2025-2026
    État au 27 mars 2026 1 sur 6 réalisée; 2 en continu; 1 abandonnée 1 ÷ (9 − 1 − 2) = 17 %
    Ce qu’est un retard
    Une action est en retard quand le dernier jour de son échéancier est passé et qu’elle n’est ni réalisée, ni en continu, ni abandonnée. Personne n’inscrit qu’une action est en retard : ce sont les dates qui le disent. Une action dont l’échéancier n’a pas de date de fin (en continu, sur demande, à déterminer) n’est jamais en retard.
    La date de l’état
    L’état d’un plan est toujours donné à une date, affichée sur ses pages : celle de sa dernière mise à jour ou, s’il n’en indique pas, celle où le site a été produit. Le retard d’un plan qui n’est plus mis à jour ne s’allonge donc pas de jour en jour.
    Les saisons
    Dans un échéancier comme « automne 2025 », les saisons couvrent les mois suivants, sauf dans un plan qui a ses propres saisons :
    Hiver
    janvier à mars
    Printemps
    avril à juin
    Été
    juillet à août
    Automne
    septembre à décembre
    ");
}
