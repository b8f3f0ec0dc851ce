//! Pictures, boxes, what stands around the text, and files that are no documents.

use super::{Docx, PNG, STYLES, check, p, r, table, tc};
use crate::import::docx::read;
use crate::import::refusal::Refusal;
use crate::sheet::archive::tests::packed;

/// A picture by the code of its part, described.
fn drawing(code: &str, described: &str) -> String {
    format!(
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Image 1' descr='{described}'/><a:blip r:embed='{code}'/></wp:inline></w:drawing></w:r>"
    )
}

#[test]
fn pictures_that_browsers_show_are_kept_once() {
    let relations = "<Relationship Id='png' Type='REL/image' Target='media/a.bin'/><Relationship Id='emf' Type='REL/image' Target='media/b.emf'/>\
        <Relationship Id='svg' Type='REL/image' Target='/word/media/c.svg'/><Relationship Id='away' Type='REL/image' Target='https://exemple.org/d.png' TargetMode='External'/>";
    let vector = "<w:r><w:drawing><a:blip r:embed='emf'><a:extLst><asvg:svgBlip r:embed='svg'/></a:extLst></a:blip></w:drawing></w:r>";
    let body = [
        p("", "", &(drawing("png", "Le jardin") + &r("Devant"))),
        p("", "", &drawing("png", "Une image contenant texte&#10;&#10;Description générée automatiquement")),
        p("", "", &drawing("emf", "")),
        p("", "", vector),
        p("", "", "<w:r><w:pict><v:shape><v:imagedata r:id='away' o:title='x'/></v:shape></w:pict></w:r>"),
        table(&[&[tc("", &p("", "", &(r("case") + &drawing("png", "logo.png"))))]]),
    ];
    let others: &[(&str, &[u8])] = &[
        ("word/media/a.bin", PNG),
        ("word/media/b.emf", b"\x01\0\0\0"),
        ("word/media/c.svg", b"<svg xmlns='s'/>"),
    ];
    check(
        &Docx { body: &body.concat(), relations, others, ..Docx::default() },
        "
        p: Devant
        picture: image-1.png \"Le jardin\"
        picture: image-1.png \"\"
        ! PictureLeft { name: \"b.emf\" }
        ! PictureLeft { name: \"b.emf\" }
        ! PictureLeft { name: \"d.png\" }
        | case
        picture: image-1.png \"\"",
    );
}

#[test]
fn what_stands_around_the_text_is_told() {
    let relations = "<Relationship Id='h1' Type='REL/header' Target='h1.xml'/><Relationship Id='h2' Type='REL/header' Target='h2.xml'/>\
        <Relationship Id='f1' Type='REL/footer' Target='f1.xml'/><Relationship Id='f2' Type='REL/footer' Target='f2.xml'/>";
    let header = format!("<w:hdr>{}{}</w:hdr>", p("", "", "Table de quartier"), table(&[&[tc("", "Plan")]]));
    let footer = format!("<w:ftr>{}</w:ftr>", p("", "", "P a g e  | 3 sur 12"));
    let first = format!("<w:ftr>{}</w:ftr>", p("", "", "Jamais vu"));
    let others: &[(&str, &[u8])] = &[
        ("word/h1.xml", header.as_bytes()),
        ("word/h2.xml", header.as_bytes()),
        ("word/f1.xml", footer.as_bytes()),
        ("word/f2.xml", first.as_bytes()),
    ];
    let section = "<w:sectPr><w:headerReference w:type='default' r:id='h1'/><w:headerReference w:type='default' r:id='h2'/>\
        <w:footerReference w:type='default' r:id='f1'/><w:footerReference w:type='first' r:id='f2'/></w:sectPr>";
    let contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Contenu</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    let body = [
        contents.to_owned(),
        p("TM1", "", "Se loger 3"),
        p("", "", &(r("Texte") + "<w:r><w:commentReference w:id='4'/></w:r>")),
        section.to_owned(),
    ];
    let comments = format!("<w:comment w:id='4'>{}</w:comment>", p("", "", "À vérifier?"));
    check(
        &Docx {
            body: &body.concat(),
            styles: STYLES,
            comments: &comments,
            relations,
            others,
            ..Docx::default()
        },
        "
        ! PageMargin { text: \"Table de quartier – Plan\" }
        ! ContentsLeft
        ! CommentLeft { text: \"À vérifier?\" }
        p: Texte",
    );
}

#[test]
fn the_words_of_a_box_are_read_once() {
    let content =
        format!("<w:txbxContent>{}{}</w:txbxContent>", p("", "", "Encadré"), p("", "", "- un point"));
    let boxed = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>\
        <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let body = p("", "", &(r("Autour") + &boxed)) + &table(&[&[tc("", &p("", "", &boxed))]]);
    check(
        &Docx { body: &body, ..Docx::default() },
        "p: Autour\np: Encadré\n- un point\n| Encadré / - un point",
    );
}

#[test]
fn a_file_that_is_no_document_is_refused() {
    let refused = |bytes: &[u8]| read(bytes).expect_err("a refusal");
    let whole = Docx { body: &p("", "", "Texte"), ..Docx::default() }.bytes();
    assert_eq!(refused(b"PK\x03\x04"), Refusal::Damaged);
    assert_eq!(refused(&whole[..whole.len() / 2]), Refusal::Damaged);
    assert_eq!(refused(&packed(&[("content.xml", b"<a/>")])), Refusal::Damaged);
    assert_eq!(refused(&Docx { body: "<w:p>", ..Docx::default() }.bytes()), Refusal::Damaged);
    let nested =
        |n| "<w:tbl><w:tr><w:tc>".repeat(n) + &p("", "", "Texte") + &"</w:tc></w:tr></w:tbl>".repeat(n);
    read(&Docx { body: &nested(60), ..Docx::default() }.bytes()).expect("a document");
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='200'/></w:tcPr></w:tc></w:tr>";
    let wide = format!("<w:tbl>{}</w:tbl>", row.repeat(6000));
    assert_eq!(refused(&Docx { body: &wide, ..Docx::default() }.bytes()), Refusal::TooLarge);
    assert_eq!(refused(&Docx { body: &nested(100), ..Docx::default() }.bytes()), Refusal::TooLarge);
}
