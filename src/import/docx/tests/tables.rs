//! Tables, and what their cells hold.

use super::{Docx, check, form, list, p, table, tc};

#[test]
fn merged_cells_stand_where_they_are_seen() {
    let body = table(&[
        &["<w:trPr><w:tblHeader/></w:trPr>".to_owned(), tc("", "Objectif"), tc("", "Action"), tc("", "État")],
        &[tc("<w:vMerge w:val='restart'/>", "Se loger"), tc("", "Bâtir"), tc("", "Fait")],
        &[tc("<w:vMerge/>", ""), tc("<w:gridSpan w:val='2'/>", "Rénover")],
        &[tc("<w:vMerge w:val='continue'/>", ""), tc("", "Louer"), tc("", "")],
        &[
            "<w:trPr><w:gridBefore w:val='1'/></w:trPr>".to_owned(),
            tc("", "Vendre"),
            tc("<w:vMerge/>", "orpheline"),
        ],
        &[
            "<w:trPr><w:tblHeader w:val='0'/></w:trPr>".to_owned(),
            format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", tc("", "Choix")),
        ],
        &[
            "<w:trPr><w:del/></w:trPr>".to_owned(),
            tc("", "<w:p><w:del><w:r><w:delText>ôtée</w:delText></w:r></w:del></w:p>"),
        ],
        &[tc("<w:hMerge w:val='restart'/>", "large"), tc("<w:hMerge/>", ""), tc("", "fin")],
    ]);
    check(
        &Docx { body: &body, ..Docx::default() },
        "
        ! WordsTakenOut { text: \"ôtée\" }
        |= Objectif | Action | État
        | (1x3) Se loger | Bâtir | Fait
        | ^ | (2x1) Rénover | ^
        | ^ | Louer | 
        |  | Vendre | orpheline
        | Choix
        | (2x1) large | ^ | fin",
    );
}

#[test]
fn cells_hold_lines_each_of_them_kept() {
    let numbering = form("1", &[("bullet", "•")])
        + &form("2", &[("decimal", "%1.")])
        + &list("3", "1", "")
        + &list("4", "2", "");
    let nested = table(&[&[tc("", "a"), tc("", "b")], &[tc("", "c"), tc("", "")]]);
    let cells = [
        tc("", &(p("", "3.0", "À venir") + &p("", "3.0", "À venir"))),
        tc(
            "",
            "<w:p><w:r><w:t>- un</w:t><w:br/><w:t>- deux</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>trois</w:t></w:r></w:p>",
        ),
        tc("", &(p("Titre1", "", "Titre") + &nested)),
    ];
    let numbers = [
        tc("", &p("", "4.0", "")),
        tc("", &p("", "4.0", "deux")),
        tc("", &(p("", "4.0", "trois") + &p("", "4.0", "quatre"))),
    ];
    check(
        &Docx { body: &table(&[&cells, &numbers]), numbering: &numbering, ..Docx::default() },
        "
        ! NestedTable
        ! CountedNumbers { first: \"1\" }
        | - À venir / - À venir | - un / - deux / trois | Titre / a – b / c
        | 1. | 2. deux | - trois / - quatre",
    );
}
