//! Small workbooks by hand, for what no library writes.

use super::read;
use crate::import::piece::{Piece, shown};
use crate::lang::Lang;
use crate::sheet::archive::tests::packed;

fn check(parts: &[(&str, &str)], table: &str, told: &str) {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let paper = read("classeur", &packed(&parts), Lang::Fr).expect("a paper");
    let (mut said, mut rest) = (Vec::new(), Vec::new());
    for piece in paper.pieces {
        if let Piece::Remark(problem) = piece {
            said.push(problem);
            continue;
        }
        if let Piece::Table(table) = &piece {
            said.extend(table.rows.iter().flat_map(|row| row.remarks.iter().cloned()));
        }
        rest.push(piece);
    }
    let said: Vec<String> =
        said.iter().map(|problem| problem.wording().message.words(Lang::En).to_owned()).collect();
    assert_eq!((shown(&rest).as_str(), said.join("\n").as_str()), (table, told));
}

#[test]
fn a_sheet_of_libreoffice_says_what_it_shows() {
    let content = "<office:document-content>\
        <style:style style:name='s'><style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='h'><style:table-properties table:display='false'/></style:style>\
        <table:table table:name='Plan'>\
        <table:shapes><draw:frame><draw:text-box><text:p>Rencontre<text:s/>le 3</text:p></draw:text-box></draw:frame>\
        <draw:frame><draw:image/></draw:frame></table:shapes>\
        <table:table-column/><table:table-column table:visibility='collapse'/>\
        <table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Titre</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
        <table:table-row table:visibility='filter'><table:table-cell><office:annotation><dc:creator>Lise</dc:creator><text:p>Voir</text:p><text:p>avec Lise</text:p></office:annotation>\
        <text:p>Un <text:span text:style-name='s'>vieux</text:span> mot</text:p></table:table-cell>\
        <table:table-cell office:value-type='currency' office:value='1200.5'><text:p>1 200,50 $</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell table:style-name='s'><text:p>Fini</text:p></table:table-cell>\
        <table:table-cell office:value-type='date' office:date-value='2026-05-01'><text:p>mai 26</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1000000' table:visibility='collapse'><table:table-cell/></table:table-row>\
        </table:table>\
        <table:table table:name='Listes' table:style-name='h'><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
        </office:document-content>";
    check(
        &[("content.xml", content)],
        "\
| Titre{2×1} | < |
| Un ~~vieux~~ mot | 1 200,50 $ |
| ~~Fini~~ | mai 2026 |",
        "\
the hidden sheet “Listes” was left out
row 2 of the workbook is hidden: it is kept here
column B of the workbook is hidden: it is kept here
a picture or a chart that lies over the sheet was left out
the text box “Rencontre le 3” was left out
the comment “Voir avec Lise” was left out",
    );
}

#[test]
fn a_conversation_of_excel_comes_before_the_note_for_older_programs() {
    let relation = |code: &str, nature: &str, to: &str| {
        format!(
            "<Relationship Id='{code}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{nature}' Target='{to}'/>"
        )
    };
    let relations = |all: &[String]| format!("<Relationships>{}</Relationships>", all.concat());
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='Plan' sheetId='1' r:id='rId1'/></sheets></workbook>";
    let sheet = "<worksheet><cols><col min='2' max='3' hidden='1'/></cols><sheetData>\
        <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>\
        <row r='2' hidden='1'><c t='inlineStr'><is><r><rPr><strike/></rPr><t>Non</t></r><r><t>, oui</t></r></is></c></row>\
        </sheetData></worksheet>";
    let strings = "<sst><si><t>Semer</t></si><si><r><t>Du </t></r><r><rPr><strike val='1'/></rPr><t>foin</t></r></si></sst>";
    check(
        &[
            ("_rels/.rels", &relations(&[relation("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", book),
            (
                "xl/_rels/workbook.xml.rels",
                &relations(&[
                    relation("rId1", "worksheet", "worksheets/sheet1.xml"),
                    relation("rId2", "sharedStrings", "sharedStrings.xml"),
                ]),
            ),
            ("xl/sharedStrings.xml", strings),
            ("xl/worksheets/sheet1.xml", sheet),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                &relations(&[
                    relation("rId1", "comments", "../comments1.xml"),
                    relation("rId2", "threadedComment", "/xl/threadedComments/t1.xml"),
                    relation("rId3", "drawing", "../drawings/drawing1.xml"),
                ]),
            ),
            (
                "xl/comments1.xml",
                "<comments><commentList><comment ref='A1'><text><t>[Threaded comment] Trop vieux</t></text></comment>\
                 <comment ref='B1'><text><r><t>Vo</t></r><r><t>ir</t></r></text></comment></commentList></comments>",
            ),
            (
                "xl/threadedComments/t1.xml",
                "<ThreadedComments><threadedComment ref='A1'><text>Quand&#160;?</text></threadedComment>\
                 <threadedComment ref='A1'><text>En mai &amp; juin</text></threadedComment></ThreadedComments>",
            ),
            (
                "xl/drawings/drawing1.xml",
                "<d:wsDr><d:sp><d:txBody><a:p><a:r><a:t>Deux</a:t></a:r></a:p><a:p><a:r><a:t>lignes</a:t></a:r></a:p></d:txBody></d:sp>\
                 <d:sp/><d:pic/><d:graphicFrame/></d:wsDr>",
            ),
        ],
        "\
| Semer | Du ~~foin~~ |
| ~~Non~~, oui |",
        "\
row 2 of the workbook is hidden: it is kept here
column B of the workbook is hidden: it is kept here
2 pictures or charts that lie over the sheet were left out
the text box “Deux lignes” was left out
the comment “Quand ? En mai & juin” was left out
the comment “Voir” was left out",
    );
}
