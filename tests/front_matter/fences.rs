//! What authors are told about the lines around a header.

use super::check;

#[test]
fn a_header_that_is_never_closed() {
    check(
        r#"+++
title = "a"

Texte.
"#,
        r#"
1:1-4 unclosed-header
  l’en-tête ouvert par « +++ » n’est jamais fermé → ajoutez une ligne « +++ » après la dernière clé, avant le texte
  the header opened by “+++” is never closed → add a line “+++” after the last key, before the text
"#,
    );
}

#[test]
fn a_header_closed_by_the_other_line() {
    check(
        r#"+++
title = "a"
---
Texte.
"#,
        r#"
1:1-4 unclosed-header
  l’en-tête ouvert par « +++ » n’est jamais fermé → il est ouvert par « +++ » et fermé par « --- » : mettez deux fois la même ligne
  the header opened by “+++” is never closed → it is opened by “+++” and closed by “---”: use the same line twice
"#,
    );
}

#[test]
fn a_yaml_header_that_is_never_closed() {
    check(
        r#"
---
title: a
"#,
        r#"
2:1-4 unclosed-header
  l’en-tête ouvert par « --- » n’est jamais fermé → ajoutez une ligne « --- » après la dernière clé, avant le texte
  the header opened by “---” is never closed → add a line “---” after the last key, before the text
"#,
    );
}

#[test]
fn the_place_is_right_after_windows_line_ends_and_accents() {
    check(
        "+++\r\ntitle = \"é\"\r\n\"é\" = 1\r\n+++\r\n",
        r#"
3:1-4 unknown-key
  clé inconnue « é » → vérifiez comment elle s’écrit, ou enlevez la ligne; vos propres clés vont sous `[extra]`
  unknown key “é” → check how it is written, or remove the line; your own keys go under `[extra]`
"#,
    );
}

#[test]
fn keys_without_the_line_that_opens_the_header() {
    let expected = r#"
1:1-12 unopened-header
  ce fichier commence par une clé, mais rien n’ouvre l’en-tête : elle serait publiée comme du texte → mettez une ligne « +++ » avant la première clé, et une autre après la dernière
  this file starts with a key, but nothing opens the header: it would be published as text → put a line “+++” before the first key, and another after the last one
"#;
    check("title = \"a\"\n\nTexte.\n", expected);
    check("title = \"a\"\n+++\nTexte.\n", expected);
    check("Title : une histoire\n", "");
    check("x = \"a\" est une égalité.\n", "");
}

#[test]
fn a_line_that_nearly_opens_a_header() {
    check(
        "\u{a0}+++\nkind = \"plan\"\n+++\n",
        r#"
1:2-5 near-fence
  « +++ » n’ouvre pas d’en-tête comme cette ligne est écrite : ce qui suit serait publié comme du texte → écrivez « +++ » ou « --- » au début de la ligne, trois signes et rien d’autre, pas même un signe invisible
  “+++” opens no header as this line is written: what follows would be published as text → write “+++” or “---” at the start of the line, three signs and nothing else, not even a sign that nobody sees
"#,
    );
    for marks in ["++++", "----", "—", "–––", " ---", "--", "\u{200b}+++", "\u{200b}\n---", "+++\u{2060}"]
    {
        let text = format!("{marks}\ntitle: a\n---\n");
        let (_, told) = super::read("content/a.md", &text);
        assert!(told.contains("near-fence"), "{marks}: {told}");
    }
    check("----\n\nTexte.\n", "");
    check("— Titre : une réplique\n", "");
}

#[test]
fn a_comment_above_a_header() {
    check(
        "<!-- a -->\n\n<!-- b\nc -->\n+++\ntitle = \"a\"\n+++\n",
        r#"
1:1-6 covered-header
  l’en-tête doit être la première chose du fichier : sous ce commentaire, il serait publié comme du texte → placez le commentaire sous l’en-tête, ou dans l’en-tête derrière un « # »
  the header must be the first thing in the file: under this comment, it would be published as text → put the comment under the header, or inside it behind a “#”
"#,
    );
    check("<!-- a -->\n\n---\n\nTexte : b\n\n---\n", "");
    check("<!-- a -->\n\nTexte\n", "");
}

#[test]
fn lines_end_as_on_old_macs() {
    let bytes = b"+++\rtitle = \"a\"\rdraft = true\r\"b\" = 1\r+++\r\rTexte.\r";
    let mut told = Vec::new();
    let text = jalon::decode::source("content/a.md", bytes, &mut told).text;
    let (split, told) = super::read("content/a.md", &text);
    let header = split.header;
    assert!(header.draft && header.title.as_deref() == Some("a"), "{header:?}");
    assert!(told.contains("4:1-4 unknown-key"), "{told}");
}
