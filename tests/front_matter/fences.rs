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
  clé inconnue « é »
  unknown key “é”
"#,
    );
}
