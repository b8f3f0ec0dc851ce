//! What authors are told about TOML that is not TOML.

use super::check;

#[test]
fn a_text_that_is_never_closed() {
    check(
        r#"+++
title = "Mon titre
draft = true
+++
"#,
        r#"
2:9-19 unclosed-text
  le guillemet qui ouvre ce texte n’est jamais fermé → ajoutez le même guillemet à la fin du texte
  the quotation mark that opens this text is never closed → add the same mark at the end of the text
"#,
    );
}

#[test]
fn a_text_without_quotes() {
    check(
        r#"+++
title = Mon titre
tags = [eau, "air"]
+++
"#,
        r#"
2:9-18 unquoted-text
  le texte « Mon titre » n’est pas entre guillemets droits → écrivez `title = "Mon titre"`
  the text “Mon titre” is not between straight quotation marks → write `title = "Mon titre"`
3:9-12 unquoted-text
  le texte « eau » n’est pas entre guillemets droits → écrivez `"eau"`
  the text “eau” is not between straight quotation marks → write `"eau"`
"#,
    );
}

#[test]
fn the_quotes_of_a_word_processor() {
    check(
        r#"+++
title = “Mon titre”
description = « Un plan »
slug = "plan”
+++
"#,
        r#"
2:9-20 curly-quotes
  les guillemets autour de « Mon titre » ne sont pas droits → écrivez `title = "Mon titre"`
  the quotation marks around “Mon titre” are not straight ones → write `title = "Mon titre"`
3:15-26 curly-quotes
  les guillemets autour de « Un plan » ne sont pas droits → écrivez `description = "Un plan"`
  the quotation marks around “Un plan” are not straight ones → write `description = "Un plan"`
4:8-14 curly-quotes
  les guillemets autour de « plan » ne sont pas droits → écrivez `slug = "plan"`
  the quotation marks around “plan” are not straight ones → write `slug = "plan"`
"#,
    );
}

#[test]
fn a_colon_for_an_equals_sign() {
    check(
        r#"+++
title: Mon titre
+++
"#,
        r#"
2:1-17 colon-for-equals
  « title » est suivi de « : », alors qu’il faut « = » → écrivez `title = "Mon titre"`
  “title” is followed by “:”, where “=” is needed → write `title = "Mon titre"`
"#,
    );
}

#[test]
fn a_line_without_equals() {
    check(
        r#"+++
title "Mon titre"
Une phrase
+++
"#,
        r#"
2:1-18 no-separator
  cette ligne n’a pas de « = » entre une clé et sa valeur → par exemple `title = "Mon titre"`
  this line has no “=” between a key and its value → for example `title = "My title"`
3:1-11 no-separator
  cette ligne n’a pas de « = » entre une clé et sa valeur → par exemple `title = "Mon titre"`
  this line has no “=” between a key and its value → for example `title = "My title"`
"#,
    );
}

#[test]
fn a_key_without_value() {
    check(
        r#"+++
title =
weight = 1
+++
"#,
        r#"
2:1-8 no-value
  « title » n’a pas de valeur → écrivez-en une, `title = "…"`, ou enlevez la ligne
  “title” has no value → write one, `title = "…"`, or remove the line
"#,
    );
}

#[test]
fn a_key_with_accents_or_spaces() {
    check(
        r#"+++
[extra]
Mon titre = "a"
échéance = 1
+++
"#,
        r#"
3:1-16 bare-key
  « Mon titre » a besoin de guillemets pour servir de clé → écrivez `"Mon titre" = …`
  “Mon titre” needs quotation marks to be a key → write `"Mon titre" = …`
"#,
    );
}

#[test]
fn a_key_written_twice() {
    check(
        r#"+++
title = "a"
title = "b"
[extra]
[extra]
+++
"#,
        r#"
3:1-6 duplicate-key
  « title » est déjà écrit plus haut → gardez un seul des deux
  “title” is already written above → keep one of the two
5:2-7 duplicate-key
  « extra » est déjà écrit plus haut → gardez un seul des deux
  “extra” is already written above → keep one of the two
"#,
    );
}

#[test]
fn a_date_out_of_the_calendar() {
    check(
        r#"+++
date = 2013-13-41
updated = 11/10/2013
+++
"#,
        r#"
2:8-18 bad-date
  « 2013-13-41 » n’est pas une date du calendrier écrite année-mois-jour → par exemple `2013-10-11`
  “2013-13-41” is not a date of the calendar written year-month-day → for example `2013-10-11`
3:11-21 bad-date
  « 11/10/2013 » n’est pas une date du calendrier écrite année-mois-jour → par exemple `2013-10-11`
  “11/10/2013” is not a date of the calendar written year-month-day → for example `2013-10-11`
"#,
    );
}

#[test]
fn yes_for_true() {
    check(
        r#"+++
draft = oui
+++
"#,
        r#"
2:9-12 wrong-type
  on attend true ou false, et non « oui » → écrivez `true`
  true or false is expected, not “oui” → write `true`
"#,
    );
}

#[test]
fn one_letter_for_a_title() {
    check(
        r#"+++
title = T
draft = t
+++
"#,
        r#"
2:9-10 unquoted-text
  le texte « T » n’est pas entre guillemets droits → écrivez `title = "T"`
  the text “T” is not between straight quotation marks → write `title = "T"`
3:9-10 wrong-type
  « draft » attend true ou false, et non « t » → écrivez `draft = true`
  “draft” expects true or false, not “t” → write `draft = true`
"#,
    );
}

#[test]
fn tags_without_quotation_marks() {
    check(
        r#"+++
tags = équipe, bénévoles
+++
"#,
        r#"
2:8-25 wrong-type
  « tags » attend une liste de textes, et non « équipe, bénévoles » → par exemple `tags = ["équipe", "bénévoles"]`
  “tags” expects a list of texts, not “équipe, bénévoles” → for example `tags = ["équipe", "bénévoles"]`
"#,
    );
}

#[test]
fn a_capital_true() {
    check(
        r#"+++
draft = True
+++
"#,
        r#"
2:9-13 wrong-type
  on attend true ou false, et non « True » → écrivez `true`
  true or false is expected, not “True” → write `true`
"#,
    );
}

#[test]
fn a_number_with_a_space() {
    check(
        r#"+++
weight = 1 000
+++
"#,
        r#"
2:10-15 bad-number
  « 1 000 » n’est pas un nombre → un nombre s’écrit sans espace, sans virgule et sans zéro devant; un texte, entre guillemets
  “1 000” is not a number → a number has no space, no comma and no leading zero; a text is between quotation marks
"#,
    );
}

#[test]
fn a_number_too_large() {
    check(
        r#"+++
weight = 99999999999999999999
+++
"#,
        r#"
2:10-30 bad-number
  « 99999999999999999999 » n’est pas un nombre → un nombre s’écrit sans espace, sans virgule et sans zéro devant; un texte, entre guillemets
  “99999999999999999999” is not a number → a number has no space, no comma and no leading zero; a text is between quotation marks
"#,
    );
}

#[test]
fn a_number_with_a_zero_in_front() {
    check(
        r#"+++
weight = 01
+++
"#,
        r#"
2:10-12 bad-number
  « 01 » n’est pas un nombre → un nombre s’écrit sans espace, sans virgule et sans zéro devant; un texte, entre guillemets
  “01” is not a number → a number has no space, no comma and no leading zero; a text is between quotation marks
"#,
    );
}

#[test]
fn a_list_that_is_never_closed() {
    check(
        r#"+++
title = "a"
tags = ["eau", "air"
weight = 1
draft = false
+++
"#,
        r#"
3:8-9 unclosed
  la liste n’est jamais fermée → ajoutez « ] »
  the list is never closed → add “]”
"#,
    );
}

#[test]
fn a_list_without_comma() {
    check(
        r#"+++
tags = ["eau" "air"]
+++
"#,
        r#"
2:15-15 comma
  les valeurs d’une liste sont séparées par une virgule, et une seule → par exemple `tags = ["eau", "air"]`
  the values of a list are separated by one comma, and only one → for example `tags = ["water", "air"]`
"#,
    );
}

#[test]
fn a_table_title_that_is_never_closed() {
    check(
        r#"+++
[extra
a = 1
+++
"#,
        r#"
2:1-7 unclosed
  le crochet n’est jamais fermé → ajoutez « ] »
  the bracket is never closed → add “]”
"#,
    );
}

#[test]
fn braces_that_are_never_closed() {
    check(
        r#"+++
extra = { a = 1
+++
"#,
        r#"
2:9-10 unclosed
  l’accolade n’est jamais fermée → ajoutez « } »
  the brace is never closed → add “}”
"#,
    );
}

#[test]
fn quotes_inside_quotes() {
    check(
        r#"+++
title = "Le "grand" soir"
description = 'L'avenir'
+++
"#,
        r#"
2:14-26 after-value
  il y a quelque chose de trop après la valeur → une seule valeur par ligne; dans un texte, préférez l’apostrophe ’ et les guillemets « » : `title = "L’eau, dite « bleue »"`
  something stands after the value that should not be there → one value per line; inside a text, prefer the marks ’ and “ ”: `title = "The river’s “blue” year"`
3:18-25 after-value
  il y a quelque chose de trop après la valeur → une seule valeur par ligne; dans un texte, préférez l’apostrophe ’ et les guillemets « » : `title = "L’eau, dite « bleue »"`
  something stands after the value that should not be there → one value per line; inside a text, prefer the marks ’ and “ ”: `title = "The river’s “blue” year"`
"#,
    );
}

#[test]
fn a_backslash() {
    check(
        r#"+++
title = "D:\Usages"
+++
"#,
        r#"
2:14-14 backslash
  « \ » a un sens spécial dans un texte entre guillemets doubles → doublez-le (`\\`), ou entourez le texte de guillemets simples
  “\” has a meaning of its own in a text between double quotation marks → double it (`\\`), or put the text between single quotation marks
"#,
    );
}

#[test]
fn a_stray_bracket() {
    check(
        r#"+++
title = "a"
]
+++
"#,
        r#"
3:1-2 bad-syntax
  cette ligne n’est pas du TOML : on attend une clé, « = » et une valeur → par exemple `title = "Mon titre"`
  this line is not TOML: a key, “=” and a value are expected → for example `title = "My title"`
"#,
    );
}

#[test]
fn too_many_levels() {
    check(
        r#"+++
extra = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
+++
"#,
        r#"
2:32-46 too-deep
  il y a trop de niveaux les uns dans les autres → sortez des valeurs de leurs crochets ou de leurs accolades
  there are too many levels inside one another → take values out of their brackets or braces
2:9-69 wrong-type
  « extra » attend une table, et non une liste → écrivez `[extra]` seul sur une ligne, et ses clés en dessous
  “extra” expects a table, not a list → write `[extra]` alone on a line, and its keys below it
"#,
    );
}

#[test]
fn a_day_in_words_is_one_mistake_with_the_very_value() {
    check(
        r#"+++
updated = 15 octobre 2026
date = October 15, 2026 # adoption
+++
"#,
        r#"
2:11-26 wrong-type
  « updated » attend une date écrite année-mois-jour, et non « 15 octobre 2026 » → écrivez `updated = 2026-10-15`
  “updated” expects a date written year-month-day, not “15 octobre 2026” → write `updated = 2026-10-15`
3:8-24 wrong-type
  « date » attend une date écrite année-mois-jour, et non « October 15, 2026 » → écrivez `date = 2026-10-15`
  “date” expects a date written year-month-day, not “October 15, 2026” → write `date = 2026-10-15`
"#,
    );
}

#[test]
fn a_day_nobody_can_tell_is_one_mistake_too() {
    check(
        r#"+++
updated = hier
+++
"#,
        r#"
2:11-15 wrong-type
  « updated » attend une date écrite année-mois-jour, et non « hier » → par exemple `updated = 2013-10-11`
  “updated” expects a date written year-month-day, not “hier” → for example `updated = 2013-10-11`
"#,
    );
}

#[test]
fn a_curly_quote_closed_by_a_straight_one() {
    check(
        r#"+++
title = “Plan"
description = "Plan”
+++
"#,
        r#"
2:9-15 curly-quotes
  les guillemets autour de « Plan » ne sont pas droits → écrivez `title = "Plan"`
  the quotation marks around “Plan” are not straight ones → write `title = "Plan"`
3:15-21 curly-quotes
  les guillemets autour de « Plan » ne sont pas droits → écrivez `description = "Plan"`
  the quotation marks around “Plan” are not straight ones → write `description = "Plan"`
"#,
    );
}

#[test]
fn words_that_start_like_a_boolean_are_a_text() {
    check(
        r#"+++
title = tournée des immeubles
+++
"#,
        r#"
2:9-30 unquoted-text
  le texte « tournée des immeubles » n’est pas entre guillemets droits → écrivez `title = "tournée des immeubles"`
  the text “tournée des immeubles” is not between straight quotation marks → write `title = "tournée des immeubles"`
"#,
    );
}
