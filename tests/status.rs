//! The words of states, and the texts that are no state.

use jalon::diagnostic::status::StateMeant;
use jalon::kind::plan::status::{AddedWords, StatusKey, meant, read};
use jalon::lang::Lang;
use proptest::{prop_assert, prop_assert_eq, proptest};

/// One cell a line: `text = key`, then what else was read.
fn check(expected: &str) {
    check_in(Lang::Fr, expected);
}

/// The same, in a document in one language.
fn check_in(lang: Lang, expected: &str) {
    let read: Vec<String> = lines(expected).map(|line| shown(cell(line), lang)).collect();
    let expected: Vec<&str> = lines(expected).collect();
    assert_eq!(read, expected);
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn cell(line: &str) -> &str {
    line.split(" = ").next().unwrap_or(line)
}

fn shown(text: &str, lang: Lang) -> String {
    let (status, meant) = read(text, &AddedWords::new(), lang);
    assert_eq!(status.text, text);
    let mut shown = format!("{text} = {}", status.key.key());
    if let Some(detail) = status.detail {
        shown += &format!(", detail « {detail} »");
    }
    if let Some(percent) = status.percent {
        shown += &format!(", {percent} percent");
    }
    if let Some(quantity) = status.quantity {
        shown += &format!(", {quantity} counted");
    }
    if let Some(meant) = meant {
        shown += &format!(", meant « {meant} »?");
    }
    shown
}

/// The words of the tables, by key, in the order of the tables.
fn check_words(key: StatusKey, words: &str) {
    for word in words.split(", ") {
        for lang in [Lang::Fr, Lang::En] {
            let (status, meant) = read(word, &AddedWords::new(), lang);
            assert_eq!((status.key, status.detail, meant), (key, None, None), "{word}");
        }
    }
}

#[test]
fn the_known_words_of_both_languages_are_read() {
    check_words(
        StatusKey::Planned,
        "À venir, prévu, planifié, programmé, à faire, à débuter, à initier, à lancer, à réaliser, nouvelle, \
         non amorcé, non débuté, pas commencé, à l'étude, à l’étude, à discuter, à évaluer, Planned, upcoming, \
         to do, not started, future, proposed",
    );
    check_words(
        StatusKey::Preparing,
        "En préparation, en élaboration, en planification, en développement, amorcé, initié, In preparation, \
         in development, initiated",
    );
    check_words(
        StatusKey::InProgress,
        "En cours, en cours de réalisation, en voie de réalisation, en réalisation, en marche, débuté, entamé, \
         commencé, engagé, actif, à poursuivre, se poursuit, In progress, under way, underway, started, on track",
    );
    check_words(
        StatusKey::Ongoing,
        "En continu, continu, permanent, récurrent, en permanence, maintenu, maintien, Ongoing, continuous, \
         recurring, standing",
    );
    check_words(
        StatusKey::Partial,
        "Partiellement réalisée, réalisé en partie, partiellement atteint, partiellement complété, \
         Partially completed, substantially completed, partly met",
    );
    check_words(
        StatusKey::Done,
        "Réalisée, Complété, Réalisé, terminé, achevé, fait, finalisé, conclu, livré, atteint, mis en œuvre, \
         mis en oeuvre, adopté, publié, tenu, fini, finie, finis, finies, Completed, complete, done, finished, achieved, delivered, met, implemented",
    );
    check_words(
        StatusKey::Postponed,
        "Reportée, différé, remis, décalé, repoussé, Postponed, deferred, delayed, carried over, rescheduled",
    );
    check_words(
        StatusKey::OnHold,
        "En suspens, en pause, en attente, suspendu, bloqué, On hold, paused, pending, stalled, blocked",
    );
    check_words(
        StatusKey::Dropped,
        "Abandonnée, annulé, retiré, non retenu, non réalisé, sans suite, Dropped, cancelled, abandoned, \
         not pursued, won't do, won’t do",
    );
    check_words(StatusKey::NotStated, "État non précisé, Not stated, —, –, -, s. o., s.o., n/a, ?");
    for nothing in ["", "  ", "\u{a0}", "**"] {
        assert_eq!(read(nothing, &AddedWords::new(), Lang::Fr).0.key, StatusKey::NotStated, "{nothing:?}");
    }
}

#[test]
fn endings_case_emphasis_and_final_marks_do_not_matter() {
    check(
        "
        réalisées = done
        RÉALISÉS = done
        realise = done
        Réalisé(e) = done
        Réalisé(e)s = done
        Réalisé·e·s = done
        Réalisé.e = done
        Faites = done
        Prévues = planned
        Reportées = postponed
        Complétée = done
        Atteintes = done
        Mises en œuvre = done
        **Réalisée** = done
        _En cours_. = in-progress
        En cours ! = in-progress
        En\u{a0}cours… = in-progress
        in-progress = in-progress
        ",
    );
}

#[test]
fn what_follows_the_known_words_is_kept_as_a_detail() {
    check(
        "
        Réalisée (12 mai) = done, detail « 12 mai »
        Réalisé(e) (12 mai) = done, detail « 12 mai »
        En cours : rapport attendu = in-progress, detail « rapport attendu »
        En cours – rapport attendu = in-progress, detail « rapport attendu »
        Reporté, faute de budget = postponed, detail « faute de budget »
        Done: see the report = done, detail « see the report »
        En cours (40 %) = in-progress, detail « 40 % », 40 percent
        En cours (prévu : mai) = in-progress, detail « prévu : mai »
        Réalisée : = done
        Fini (12 mai) = done, detail « 12 mai »
        Finie – 100 % = done, detail « 100 % », 100 percent
        Reporté à 2027 = postponed, detail « à 2027 »
        Reportée à la prochaine AGA = postponed, detail « à la prochaine AGA »
        Repoussé au printemps = postponed, detail « au printemps »
        Reporté jusqu’à l’automne = postponed, detail « jusqu’à l’automne »
        Postponed to 2027 = postponed, detail « to 2027 »
        Carried over to next year = postponed, detail « to next year »
        Remis au conseil = noted
        Remis en mai = noted
        Report à la ministre = noted
        ",
    );
}

#[test]
fn what_says_the_same_more_loudly_is_the_same_state() {
    check(
        "
        C’est fait = done
        C'est fait! = done
        C’est commencé = in-progress
        It’s done = done
        It is done = done
        Already done = done
        Pas encore commencé = planned
        Non encore débuté = planned
        Not started yet = planned
        Not yet started = planned
        Démarré = in-progress
        Démarrées = in-progress
        Pas démarré = planned
        ✓ = done
        ✔ = done
        ✔\u{fe0f} = done
        C’est beau = noted
        Pas encore = noted
        Not yet = noted
        ",
    );
}

#[test]
fn what_is_said_not_to_be_done_is_asked_again() {
    check(
        "
        Non réalisé = dropped
        Non réalisées = dropped
        Pas fait = noted, meant « À faire »?
        Pas encore fait = noted, meant « À faire »?
        Non terminé = noted, meant « En cours »?
        Not done = noted, meant « To do »?
        Not yet completed = noted, meant « In progress »?
        Non retenu = dropped
        Pas de budget = noted
        ",
    );
}

#[test]
fn the_words_of_a_sentence_are_not_a_state() {
    check(
        "
        AGA de K = noted
        AGA 2013 = noted
        À renouveler en novembre = noted
        Rencontre prévue en novembre 2013 = noted
        Participation citoyenne = noted
        Montérégie Est, Estrie, Mauricie = noted
        Communiqué national annonçant la Tournée = noted
        Modèle de communiqué régional = noted
        Réalisé ? = noted, meant « Réalisé »?
        Fini de peindre la salle = noted, meant « Fini »?
        Presque fini = noted
        Travaux finis en mai = noted
        Not finished = noted, meant « In progress »?
        Final = noted
        Relais = noted
        Retard = noted
        Rapport = noted
        Rencontre = noted
        Refusée = noted
        Réalisation d'un film = noted
        Liste = noted
        ? : à valider = noted
        Menu = noted
        Réalisé en mai = noted, meant « Réalisé »?
        Adoptée par le comité le 3 mai = noted, meant « Adopté »?
        Réalisation en mai = noted
        En cours d'année = noted
        ",
    );
}

#[test]
fn a_state_that_opens_a_text_is_asked_again() {
    check(
        "
        C’est fait à moitié = noted, meant « Fait »?
        Déjà fait en partie = noted, meant « Fait »?
        It's done in part = noted, meant « Done »?
        Prévu en 2027 = noted, meant « Prévu »?
        En cours depuis 2025 = noted, meant « En cours »?
        Commencé en mars 2026 = noted, meant « Commencé »?
        À faire en 2027 = noted, meant « À faire »?
        En cours de réalisation depuis janvier 2025 = noted, meant « En cours de réalisation »?
        ",
    );
}

#[test]
fn what_opens_a_text_is_proposed_with_a_colon_after_it() {
    let check = |text: &str, proposed: &str| {
        let (meant, key) = meant::of(text, read(text, &AddedWords::new(), Lang::Fr).1, Lang::Fr);
        let said = match meant {
            StateMeant::Unknown => "?".to_owned(),
            StateMeant::Near(word) => word,
            StateMeant::Opens { first, rest, .. } => format!("{first} : {rest}"),
        };
        assert_eq!(format!("{said} = {}", key.key()), proposed, "{text}");
    };
    check("Fait à moitié", "Fait : à moitié = partial");
    check("C’est fait à moitié", "C’est fait : à moitié = partial");
    check("Déjà fait en partie", "Déjà fait : en partie = partial");
    check("It's done in part", "It's done : in part = partial");
    check("Prévu en 2027", "Prévu : en 2027 = planned");
    check("En cours depuis 2025", "En cours : depuis 2025 = in-progress");
    check("En cour", "En cours = in-progress");
    check("Pas fait", "À faire = planned");
    check("Oui", "? = done");
}

#[test]
fn the_number_that_opens_a_text_is_kept() {
    check(
        "
        6 régions visitées = noted, 6 counted
        3 rencontres réalisées = noted, 3 counted
        5 tournages complétés = noted, 5 counted
        14 rencontres de planification réalisées = noted, 14 counted
        1 rencontre = noted, 1 counted
        2 000 personnes rejointes = noted, 2000 counted
        3 octobre 2013 = noted
        2013-10-11 = noted
        3-4 rencontres = noted
        12 = noted
        ",
    );
}

#[test]
fn a_percentage_alone_is_a_state() {
    check(
        "
        40 % = in-progress, 40 percent
        40% = in-progress, 40 percent
        33,3 % = in-progress, 33 percent
        0 % = planned, 0 percent
        100 % = done, 100 percent
        120 % = noted
        40 % des membres = noted
        ",
    );
}

#[test]
fn completed_at_80_percent_is_on_its_way() {
    check(
        "
        Complété à 80 % = in-progress, 80 percent
        Complétée 80 % = in-progress, 80 percent
        80 % complété = in-progress, 80 percent
        80% complete = in-progress, 80 percent
        Completed at 80%. = in-progress, 80 percent
        Complété (80 %) = in-progress, detail « 80 % », 80 percent
        Terminé à 100 % = done, 100 percent
        En cours à 33,3 % = in-progress, 33 percent
        Partiellement réalisé à 50 % = partial, 50 percent
        Complété à 0 % = planned, 0 percent
        Reporté à 80 % = postponed, detail « à 80 % »
        Complété à 120 % = noted, meant « Complété »?
        Complété à 80 % des membres = noted, meant « Complété »?
        Rejoint 80 % = noted
        % complété = noted
        ",
    );
}

#[test]
fn a_near_miss_is_suggested_and_never_applied() {
    check(
        "
        En cour = noted, meant « En cours »?
        En préparatoin = noted, meant « En préparation »?
        Réalissée = noted, meant « Réalisé »?
        Complèté = done
        Report = noted, meant « Reporté »?
        Annullé = noted, meant « Annulé »?
        Postponned = noted, meant « Postponed »?
        Relizée = noted, meant « Réalisé »?
        Réalizé = noted, meant « Réalisé »?
        Terrmynée = noted, meant « Terminé »?
        Commensée = noted, meant « Commencé »?
        Partielement réalizée = noted, meant « Partiellement réalisé »?
        Abendonée = noted, meant « Abandonné »?
        Finnie = noted, meant « Finie »?
        Finni = noted, meant « Fini »?
        ",
    );
}

#[test]
fn a_suggestion_is_in_the_language_of_the_document_and_never_the_contrary() {
    check_in(
        Lang::En,
        "
        Postponned = noted, meant « Postponed »?
        Schedulled = noted, meant « Scheduled »?
        Adoptedd = noted, meant « Adopted »?
        Current = noted
        Suspended = noted
        Confirmed = noted
        Off track = noted
        Unscheduled = noted
        Incomplete = noted
        Unfinished = noted
        Réalissé = noted, meant « Réalisé »?
        ",
    );
    check_in(
        Lang::Fr,
        "
        Récurent = noted, meant « Récurrent »?
        Débloqué = noted
        Recommencé = noted
        Non commensé = noted, meant « Non commencé »?
        ",
    );
}

#[test]
fn english_states_are_as_well_known_as_their_french_twins() {
    check_words(
        StatusKey::Done,
        "Adopted, Published, Held, Finalized, Finalised, Concluded, adoptée, publiées, tenue, finalisé, conclue",
    );
    check_words(
        StatusKey::Planned,
        "New, Scheduled, To start, To begin, To launch, To discuss, Under review, Under study, nouveau, \
         programmée, à débuter, à commencer, à lancer, à discuter, à l’étude",
    );
    check_words(StatusKey::Preparing, "In planning, en planification");
    check_words(StatusKey::InProgress, "Continuing, To continue, On schedule, se poursuit, à poursuivre");
    check_words(StatusKey::Ongoing, "On-going, Maintained, Permanent, maintenue, permanente");
    check_words(StatusKey::Dropped, "Withdrawn, retirée");
    check_in(
        Lang::En,
        "Continues = in-progress\nContinues (two of four) = in-progress, detail « two of four »",
    );
    check("Continues = ongoing\nContinue = ongoing\nSe poursuivent = in-progress");
}

#[test]
fn thousands_are_counted_as_each_language_writes_them() {
    check_in(
        Lang::En,
        "
        1,200 trees planted = noted, 1200 counted
        1,250,000 views = noted, 1250000 counted
        1 200 trees planted = noted, 1200 counted
        1,2 km built = noted
        12,34 trees = noted
        ",
    );
    check(
        "
        1 200 arbres plantés = noted, 1200 counted
        1,200 km de sentiers = noted
        1,2 km de sentiers = noted
        ",
    );
}

#[test]
fn added_words_win_over_ours() {
    let added = AddedWords::from([
        ("rompue".to_owned(), StatusKey::Dropped),
        ("limited".to_owned(), StatusKey::Partial),
        ("en suspens".to_owned(), StatusKey::Postponed),
    ]);
    for (text, key) in [
        ("Rompue", StatusKey::Dropped),
        ("Rompues", StatusKey::Dropped),
        ("Limited (see note)", StatusKey::Partial),
        ("En suspens", StatusKey::Postponed),
        ("En cours", StatusKey::InProgress),
    ] {
        assert_eq!(read(text, &added, Lang::Fr).0.key, key, "{text}");
    }
}

#[test]
fn every_key_is_found_again_by_its_name() {
    for key in StatusKey::ALL {
        assert_eq!(StatusKey::from_key(key.key()), Some(key));
        assert_eq!(serde_json::to_value(key).unwrap(), key.key());
    }
    assert_eq!(StatusKey::from_key("En cours"), None);
}

proptest! {
    #[test]
    fn any_text_is_kept(text in r"(\PC|réalisé|\(e\)|·e| \(| : |%|[0-9 ]| – ){0,12}") {
        let (status, meant) = read(&text, &AddedWords::new(), Lang::Fr);
        prop_assert_eq!(&status.text, &text);
        prop_assert!(status.percent.is_none_or(|percent| percent <= 100));
        prop_assert!(meant.is_none() || status.key == StatusKey::Noted);
        if let Some(detail) = &status.detail {
            prop_assert!(text.contains(detail.as_str()));
        }
    }
}
