//! What authors are told about YAML, in the same words as TOML.

use super::check;

#[test]
fn a_yaml_text_that_is_never_closed() {
    check(
        r#"---
title: "Mon titre
---
"#,
        r#"
2:8-18 unclosed-text
  le guillemet qui ouvre ce texte n’est jamais fermé → ajoutez le même guillemet à la fin du texte
  the quotation mark that opens this text is never closed → add the same mark at the end of the text
"#,
    );
}

#[test]
fn a_yaml_text_with_a_colon() {
    check(
        r#"---
title: Projet : la suite
---
"#,
        r#"
2:8-25 colon-in-text
  le deux-points coupe en deux le texte « Projet : la suite » → écrivez `title: "Projet : la suite"`
  the colon cuts the text “Projet : la suite” in two → write `title: "Projet : la suite"`
"#,
    );
}

#[test]
fn a_yaml_line_without_colon() {
    check(
        r#"---
title:Mon titre
draft: true
---
"#,
        r#"
2:1-16 no-separator
  cette ligne n’a pas de « : » entre une clé et sa valeur → par exemple `title: "Mon titre"`
  this line has no “:” between a key and its value → for example `title: "My title"`
"#,
    );
}

#[test]
fn a_tab_in_yaml() {
    check(
        r#"---
extra:
	a: 1
---
"#,
        r#"
3:2-6 tab
  il y a une tabulation, que YAML ne permet pas ici → mettez deux espaces à sa place
  there is a tab, which YAML does not allow here → put two spaces in its place
"#,
    );
}

#[test]
fn a_yaml_list_that_is_never_closed() {
    check(
        r#"---
tags: [eau, air
---
"#,
        r#"
2:7-8 unclosed
  la liste n’est jamais fermée → ajoutez « ] »
  the list is never closed → add “]”
"#,
    );
}

#[test]
fn a_yaml_line_out_of_line() {
    check(
        r#"---
tags:
  - eau
 weight: 1
---
"#,
        r#"
4:2-11 alignment
  cette ligne n’est pas alignée avec les autres, ou contient quelque chose de trop → les clés d’un même niveau commencent à la même colonne
  this line is not aligned with the others, or holds something extra → keys of one level start at the same column
"#,
    );
}

#[test]
fn a_yaml_reference() {
    check(
        r#"---
title: &a Mon titre
description: *a
---
"#,
        r#"
3:14-16 yaml-reference
  les renvois de YAML (« & » et « * ») ne sont pas permis → répétez la valeur, ou mettez le texte entre guillemets
  references of YAML (“&” and “*”) are not allowed → repeat the value, or put the text between quotation marks
"#,
    );
}

#[test]
fn a_yaml_text_with_an_apostrophe_between_apostrophes() {
    check(
        r#"---
title: 'L'avenir'
---
"#,
        r#"
2:11-18 after-value
  il y a quelque chose de trop après la valeur → une seule valeur par ligne; dans un texte, préférez l’apostrophe ’ et les guillemets « » : `title: "L’eau, dite « bleue »"`
  something stands after the value that should not be there → one value per line; inside a text, prefer the marks ’ and “ ”: `title: "The river’s “blue” year"`
"#,
    );
}

#[test]
fn a_yaml_text_that_starts_with_an_at_sign() {
    check(
        r#"---
title: @eau
---
"#,
        r#"
2:8-9 special-start
  un texte sans guillemets ne peut pas commencer par « @ » → entourez le texte de guillemets droits
  a text without quotation marks cannot start with “@” → put the text between straight quotation marks
"#,
    );
}

#[test]
fn a_yaml_key_written_twice() {
    check(
        r#"---
title: a
title: b
---
"#,
        r#"
3:1-6 duplicate-key
  « title » est déjà écrit plus haut → gardez un seul des deux
  “title” is already written above → keep one of the two
"#,
    );
}

#[test]
fn a_yaml_list_where_keys_are_asked() {
    check(
        r#"---
- a
- b
---
"#,
        r#"
2:1-4 no-separator
  cette ligne n’a pas de « : » entre une clé et sa valeur → par exemple `title: "Mon titre"`
  this line has no “:” between a key and its value → for example `title: "My title"`
"#,
    );
}

#[test]
fn too_many_yaml_levels() {
    check(
        r#"---
extra: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
---
"#,
        r#"
2:31-32 too-deep
  il y a trop de niveaux les uns dans les autres → sortez des valeurs de leurs crochets ou de leurs accolades
  there are too many levels inside one another → take values out of their brackets or braces
2:8-68 wrong-type
  « extra » attend une table, et non une liste → écrivez `extra:` seul sur une ligne, et ses clés en dessous
  “extra” expects a table, not a list → write `extra:` alone on a line, and its keys below it
"#,
    );
}

#[test]
fn a_yaml_value_of_another_type() {
    check(
        r#"---
title: 2013
draft: oui
date: hier
extra: a
---
"#,
        r#"
2:8-12 wrong-type
  « title » attend un texte, et non « 2013 » → écrivez `title: "2013"`
  “title” expects a text, not “2013” → write `title: "2013"`
3:8-11 wrong-type
  « draft » attend true ou false, et non « oui » → écrivez `draft: true`
  “draft” expects true or false, not “oui” → write `draft: true`
5:8-9 wrong-type
  « extra » attend une table, et non « a » → écrivez `extra:` seul sur une ligne, et ses clés en dessous
  “extra” expects a table, not “a” → write `extra:` alone on a line, and its keys below it
4:7-11 wrong-type
  « date » attend une date écrite année-mois-jour, et non « hier » → par exemple `date: 2013-10-11`
  “date” expects a date written year-month-day, not “hier” → for example `date: 2013-10-11`
"#,
    );
}

#[test]
fn yaml_keys_of_another_generator() {
    check(
        r#"---
lastmod: 2013-10-11
decription: a
---
"#,
        r#"
2:1-8 foreign-key
  « lastmod » n’est pas une clé de jalon → écrivez plutôt `updated: 2013-10-11`
  “lastmod” is not a key of jalon → write `updated: 2013-10-11` instead
3:1-11 unknown-key
  clé inconnue « decription » → vouliez-vous dire « description »?
  unknown key “decription” → did you mean “description”?
"#,
    );
}
