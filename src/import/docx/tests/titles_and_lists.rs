//! Titles, numbers that Word counts, lists.

use super::{Docx, STYLES, check, form, list, p, r};
use crate::import::docx::read;

#[test]
fn titles_have_the_level_of_their_style_and_the_first_one_is_the_documents() {
    let body = [
        p("Titre", "", "Plan d’action"),
        p("Titre", "", "2027-2030"),
        p("Soustitre", "", "Adopté en assemblée"),
        p("Titre1", "", "Se loger"),
        p("Objectif", "", "Bâtir"),
        p("Titre", "", "Annexe"),
        p("", "", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Texte</w:t></w:r>"),
    ];
    check(
        &Docx { body: &body.concat(), styles: STYLES, ..Docx::default() },
        "
        title: Plan d’action 2027-2030
        p: Adopté en assemblée
        # Se loger
        ## Bâtir
        # Annexe
        p: Texte",
    );
    let nameless = [p("Titre1", "", "Se loger"), p("Heading2", "", "Bâtir")].concat();
    check(&Docx { body: &nameless, ..Docx::default() }, "# Se loger\n## Bâtir");
}

#[test]
fn the_title_of_the_file_is_heard_when_the_paper_shows_none() {
    let title = |body: &str, core: &str| {
        let paper = read(&Docx { body, core, ..Docx::default() }.bytes()).expect("a document");
        paper.title.unwrap_or_default()
    };
    let (one, several) = (p("Titre1", "", "Se loger"), p("", "", "Texte"));
    assert_eq!(title(&several, "Plan du quartier"), "Plan du quartier");
    assert_eq!(title(&one, "Plan du quartier"), "");
    for unnamed in ["Document1", "Document 1", "plan.docx", "Microsoft Word - plan", "", "2027", "Sans titre"]
    {
        assert_eq!(title(&several, unnamed), "", "{unnamed}");
    }
}

#[test]
fn the_numbers_that_word_counts_are_written_before_titles() {
    let numbering = form("1", &[("decimal", "%1."), ("decimal", "%1.%2")]) + &list("7", "1", "");
    let body = [
        p("Titre1", "", "Se loger"),
        p("Titre2", "", "Bâtir"),
        p("Titre2", "", "1.2 Rénover"),
        p("Titre1", "0.0", "Sans numéro"),
        p("Titre1", "", "Se nourrir"),
        p("Titre2", "", ""),
        p("Titre2", "", "Cuisiner"),
    ];
    check(
        &Docx { body: &body.concat(), styles: STYLES, numbering: &numbering, ..Docx::default() },
        "
        ! CountedNumbers { first: \"1\" }
        # 1. Se loger
        ## 1.1 Bâtir
        ## 1.2 Rénover
        # Sans numéro
        # 2. Se nourrir
        ## 2.2 Cuisiner",
    );
}

#[test]
fn articles_keep_the_numbers_that_others_refer_to() {
    let levels = [("upperRoman", "Chapitre %1"), ("decimal", "Article %2 –"), ("decimal", "%2.%3")];
    let numbering = form("1", &levels) + &list("7", "1", "");
    let body = [
        p("Titre1", "7.0", "Membres"),
        p("", "7.1", "Tout groupe peut être membre."),
        p("", "7.2", "Il en fait la demande."),
        p("", "7.1", "Un membre peut partir."),
    ];
    check(
        &Docx { body: &body.concat(), styles: STYLES, numbering: &numbering, ..Docx::default() },
        "
        ! CountedNumbers { first: \"Chapitre I\" }
        # Chapitre I Membres
        p: Article 1 – Tout groupe peut être membre.
        p: 1.1 Il en fait la demande.
        p: Article 2 – Un membre peut partir.",
    );
}

#[test]
fn points_stand_as_deep_as_their_lists() {
    let numbering = [
        form("1", &[("bullet", "•"), ("bullet", "o"), ("bullet", "▪")]),
        form("2", &[("decimal", "%1."), ("lowerLetter", "%2)")]),
        list("3", "1", ""),
        list("4", "2", ""),
        list("5", "2", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"),
    ];
    let body = [
        p("", "3.0", "un"),
        p("", "3.2", "plus bas"),
        p("", "3.0", "deux"),
        p("", "", "Texte"),
        p("", "3.1", "seul"),
        p("", "4.0", "premier"),
        p("", "4.1", "a"),
        p("", "4.0", "deuxième"),
        p("", "5.0", "encore premier"),
        p("", "4.0", "suite"),
        p("ListBullet2", "", "de style"),
        p("Listenumrote", "", "style inconnu"),
    ];
    check(
        &Docx { body: &body.concat(), numbering: &numbering.concat(), ..Docx::default() },
        "
        - un
          - plus bas
        - deux
        p: Texte
        - seul
        1. premier
          1. a
        2. deuxième
        1. encore premier
        2. suite
          - de style
        p: style inconnu",
    );
}

#[test]
fn lists_by_the_name_of_their_style_or_by_typed_signs() {
    let styles =
        [("a", "Liste à puces"), ("b", "Liste à puces 2"), ("c", "List Number"), ("d", "Liste numérotée")];
    let style = |(id, name)| {
        format!("<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{name}'/></w:style>")
    };
    let body = [
        p("a", "", "un"),
        p("b", "", "dessous"),
        p("c", "", "premier"),
        p("c", "", "deuxième"),
        p("", "", "Texte :"),
        p("d", "", "premier"),
        p("", "", "-<w:tab/>"),
        p("", "", "<w:r><w:t>–</w:t><w:tab/><w:t>typé</w:t></w:r>"),
        p("", "", "•\u{a0}aussi"),
        p("", "", "– –"),
        p("", "", "-5 degrés"),
        p("", "", "<w:r><w:t>Avec :</w:t><w:br/><w:t>- une</w:t><w:br/><w:t>- deux</w:t></w:r>"),
        p("", "", "☐ à faire"),
        p("", "", "☑ fait"),
        p("", "", "☐ Oui ☐ Non"),
    ];
    check(
        &Docx { body: &body.concat(), styles: &styles.map(style).concat(), ..Docx::default() },
        "
        - un
          - dessous
        1. premier
        2. deuxième
        p: Texte :
        1. premier
        p: -
        - typé
        - aussi
        - –
        p: -5 degrés
        p: Avec :
        - une
        - deux
        [ ] à faire
        [x] fait
        p: ☐ Oui ☐ Non",
    );
}

#[test]
fn boxes_of_forms_are_boxes() {
    let control = |checked: &str| {
        format!(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{checked}'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
        )
    };
    let old = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>\
        <w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
    let body =
        [control("1") + &r(" fait"), control("0") + &r(" à faire"), old.to_owned() + &r(" fait aussi")];
    let body: String = body.iter().map(|runs| p("", "", runs)).collect();
    check(&Docx { body: &body, ..Docx::default() }, "[x] fait\n[ ] à faire\n[x] fait aussi");
}
