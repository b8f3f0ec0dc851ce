//! What a paragraph says, with what hangs on it.

use super::{Docx, STYLES, check, p, r};

#[test]
fn runs_keep_what_matters_of_their_look() {
    let looks = "<w:r><w:rPr><w:b/></w:rPr><w:t>gr</w:t></w:r><w:r><w:rPr><w:b w:val='1'/><w:color w:val='FF0000'/></w:rPr><w:t>as</w:t></w:r>\
        <w:r><w:t xml:space='preserve'> et </w:t></w:r><w:r><w:rPr><w:rStyle w:val='lev'/><w:i/></w:rPr><w:t>les deux</w:t></w:r>\
        <w:r><w:rPr><w:strike/></w:rPr><w:t>barré</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>e</w:t></w:r>\
        <w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>souligné</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>";
    let signs = "<w:r><w:tab/><w:t>a&amp;b&#233;</w:t><w:br/><w:t>no\u{ad}n</w:t><w:softHyphen/><w:t>\u{a0}!</w:t><w:tab/><w:tab/><w:t>x</w:t><w:br w:type='page'/></w:r>";
    let formula = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>\
        <m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>";
    let title = "<w:r><w:rPr><w:b/></w:rPr><w:t>Titre gras</w:t></w:r>";
    let framed =
        "<w:r><w:t>dans un cadre</w:t></w:r><w:r><w:rPr><w:i w:val='0'/></w:rPr><w:t>droit</w:t></w:r>";
    let body = [
        p("", "", looks),
        p("", "", signs),
        p("", "", formula),
        p("Titre1", "", title),
        p("Encadre", "", framed),
    ];
    check(
        &Docx { body: &body.concat(), styles: STYLES, ..Docx::default() },
        "
        p: **gras** et **_les deux**_~barré~^e^souligné
        p: a&bé⏎non_! x
        p: 1/2x^3^
        # Titre gras
        p: _dans un cadre_droit",
    );
}

#[test]
fn links_lead_out_of_the_document_or_nowhere() {
    let relations = "<Relationship Id='r1' Type='REL/hyperlink' Target='https://exemple.org/a?b=1&amp;c=2' TargetMode='External'/>\
        <Relationship Id='r2' Type='REL/hyperlink' Target='mailto:info@exemple.org' TargetMode='External'/>";
    let field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://exemple.org/x\" \\l \"bas\" </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>champ</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
    let body = format!(
        "<w:hyperlink r:id='r1'>{}</w:hyperlink><w:hyperlink r:id='r2'>{}</w:hyperlink><w:hyperlink w:anchor='x'>{}</w:hyperlink>{field}{}",
        r("site"),
        r("courriel"),
        r(" dedans "),
        r(" fin"),
    );
    check(
        &Docx { body: &p("", "", &body), relations, ..Docx::default() },
        "p: [site](https://exemple.org/a?b=1&c=2)[courriel](mailto:info@exemple.org) dedans [champ](https://exemple.org/x#bas) fin",
    );
}

#[test]
fn pending_revisions_are_told() {
    let body = [
        p(
            "",
            "",
            &format!(
                "{}<w:ins>{}</w:ins>{}<w:del><w:r><w:delText>trois</w:delText></w:r></w:del>",
                r("un "),
                r("deux"),
                r(" et ")
            ),
        ),
        p("", "", "<w:del><w:r><w:delText>tout</w:delText></w:r></w:del>"),
        p("", "", "<w:moveFrom><w:r><w:t>déplacé</w:t></w:r></w:moveFrom>"),
        p(
            "",
            "",
            "<w:ins><w:del><w:r><w:delText>ni l’un ni l’autre</w:delText></w:r></w:del></w:ins><w:r><w:t>reste</w:t></w:r>",
        ),
    ];
    check(
        &Docx { body: &body.concat(), ..Docx::default() },
        "
        ! WordsTakenOut { text: \"trois\" }
        ! WordsAdded { text: \"deux\" }
        p: un deux et
        ! WordsTakenOut { text: \"tout\" }
        ! WordsTakenOut { text: \"déplacé\" }
        ! WordsTakenOut { text: \"ni l’un ni l’autre\" }
        p: reste",
    );
}

#[test]
fn notes_follow_in_the_order_of_their_calls() {
    let call = |id: &str| format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>");
    let note = |id: &str, lines: &str| format!("<w:footnote w:id='{id}'>{lines}</w:footnote>");
    let footnotes = [
        "<w:footnote w:id='0' w:type='separator'><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>".to_owned(),
        note(
            "2",
            &p(
                "",
                "",
                "<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> Selon la </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>table</w:t></w:r>",
            ),
        ),
        note("3", &(p("", "", "Une ligne.") + &p("", "", "Une autre."))),
        note("4", &p("", "", "Jamais appelée.")),
    ];
    let body = p("", "", &format!("{}{}{}{}{}", r("a"), call("3"), r("b"), call("2"), call("9")));
    check(
        &Docx { body: &body, footnotes: &footnotes.concat(), ..Docx::default() },
        "
        p: a[^1]b[^2]
        note 1: Une ligne.⏎Une autre.
        note 2: Selon la _table_",
    );
}
