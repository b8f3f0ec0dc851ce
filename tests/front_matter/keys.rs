//! What authors are told about keys and their values.

use super::{check, check_in};

#[test]
fn an_unknown_key() {
    check(
        r#"+++
titel = "Mon titre"
zzz = 1
+++
"#,
        r#"
2:1-6 unknown-key
  clé inconnue « titel » → vouliez-vous dire « title »?
  unknown key “titel” → did you mean “title”?
3:1-4 unknown-key
  clé inconnue « zzz » → vérifiez comment elle s’écrit, ou enlevez la ligne; vos propres clés vont sous `[extra]`
  unknown key “zzz” → check how it is written, or remove the line; your own keys go under `[extra]`
"#,
    );
}

#[test]
fn a_value_of_another_type() {
    check(
        r#"+++
draft = "oui"
title = 2013
weight = "3"
tags = ["eau", 3]
extra = 1
date = "hier"
authors = { a = 1 }
+++
"#,
        r#"
3:9-13 wrong-type
  « title » attend un texte, et non « 2013 » → écrivez `title = "2013"`
  “title” expects a text, not “2013” → write `title = "2013"`
4:10-13 wrong-type
  « weight » attend un nombre entier, et non « 3 » → écrivez `weight = 3`
  “weight” expects a whole number, not “3” → write `weight = 3`
2:9-14 wrong-type
  « draft » attend true ou false, et non « oui » → écrivez `draft = true`
  “draft” expects true or false, not “oui” → write `draft = true`
6:9-10 wrong-type
  « extra » attend une table, et non « 1 » → écrivez `[extra]` seul sur une ligne, et ses clés en dessous
  “extra” expects a table, not “1” → write `[extra]` alone on a line, and its keys below it
7:8-14 wrong-type
  « date » attend une date écrite année-mois-jour, et non « hier » → par exemple `date = 2013-10-11`
  “date” expects a date written year-month-day, not “hier” → for example `date = 2013-10-11`
8:11-20 wrong-type
  « authors » attend une liste de textes, et non une table → par exemple `authors = ["eau", "air"]`
  “authors” expects a list of texts, not a table → for example `authors = ["water", "air"]`
5:16-17 wrong-type
  « tags » attend une liste de textes, et non « 3 » → par exemple `tags = ["3"]`
  “tags” expects a list of texts, not “3” → for example `tags = ["3"]`
"#,
    );
}

#[test]
fn keys_of_hugo() {
    check(
        r#"+++
lastmod = 2013-10-11
url = "/a/"
layout = "b.html"
headless = true
[params]
a = 1
+++
"#,
        r#"
2:1-8 foreign-key
  « lastmod » n’est pas une clé de jalon → écrivez plutôt `updated = 2013-10-11`
  “lastmod” is not a key of jalon → write `updated = 2013-10-11` instead
3:1-4 foreign-key
  « url » n’est pas une clé de jalon → écrivez plutôt `path = "/a/"`
  “url” is not a key of jalon → write `path = "/a/"` instead
4:1-7 foreign-key
  « layout » n’est pas une clé de jalon → écrivez plutôt `template = "b.html"`
  “layout” is not a key of jalon → write `template = "b.html"` instead
5:1-9 foreign-key
  « headless » n’est pas une clé de jalon → enlevez la ligne; `draft = true` cache une page
  “headless” is not a key of jalon → remove the line; `draft = true` hides a page
6:2-8 foreign-key
  « params » n’est pas une clé de jalon → écrivez plutôt `[extra]`
  “params” is not a key of jalon → write `[extra]` instead
"#,
    );
}

#[test]
fn keys_of_zola() {
    check(
        r#"+++
in_search_index = true
[taxonomies]
tags = ["eau"]
+++
"#,
        r#"
2:1-16 foreign-key
  « in_search_index » n’est pas une clé de jalon → enlevez la ligne; toute page publiée se cherche
  “in_search_index” is not a key of jalon → remove the line; every published page is searched
3:2-12 foreign-key
  « taxonomies » n’est pas une clé de jalon → écrivez plutôt `tags = ["…"]`
  “taxonomies” is not a key of jalon → write `tags = ["…"]` instead
"#,
    );
}

#[test]
fn a_kind_with_a_slip() {
    check(
        r#"+++
kind = "plna"
+++
"#,
        r#"
2:8-14 unknown-word
  « kind » n’a pas de valeur « plna » → vouliez-vous dire « plan »?
  “kind” has no value “plna” → did you mean “plan”?
"#,
    );
}

#[test]
fn a_kind_nobody_knows() {
    check(
        r#"+++
kind = "budget"
+++
"#,
        r#"
2:8-16 unknown-word
  « kind » n’a pas de valeur « budget » → valeurs possibles : plan, synthesis, mission, news, page, synthèse, atelier, actualité, nouvelle
  “kind” has no value “budget” → possible values: plan, synthesis, mission, news, page, synthèse, atelier, actualité, nouvelle
"#,
    );
}

#[test]
fn the_table_of_another_kind() {
    check(
        r#"+++
kind = "nouvelle"
[plan]
stage = "adopted"
+++
"#,
        r#"
3:2-6 other-kinds-table
  « [plan] » se trouve dans un document dont `kind` est « news » → écrivez `kind = "plan"` au début de l’en-tête, ou enlevez « [plan] » et ses lignes
  “[plan]” stands in a document whose `kind` is “news” → write `kind = "plan"` at the top of the header, or remove “[plan]” and its lines
"#,
    );
}

#[test]
fn the_table_of_a_kind_that_is_not_said() {
    check(
        r#"+++
title = "a"
[mission]
a = 1
+++
"#,
        r#"
3:2-9 other-kinds-table
  « [mission] » se trouve dans un document qui ne dit pas ce qu’il est → écrivez `kind = "mission"` au début de l’en-tête, ou enlevez « [mission] » et ses lignes
  “[mission]” stands in a document that does not say what it is → write `kind = "mission"` at the top of the header, or remove “[mission]” and its lines
"#,
    );
}

#[test]
fn a_section_key_in_a_page() {
    check(
        r#"+++
sort_by = "date"
+++
"#,
        r#"
2:1-8 section-key
  « sort_by » règle une section, et ceci est une page → écrivez cette clé dans le fichier `_index.md` du dossier
  “sort_by” configures a section, and this is a page → write this key in the file `_index.md` of the folder
"#,
    );
}

#[test]
fn page_keys_in_a_section() {
    check_in(
        "content/_index.md",
        r#"+++
kind = "plan"
tags = ["eau"]
[plan]
stage = "adopted"
+++
"#,
        r#"
2:1-5 page-key
  « kind » décrit une page, et `_index.md` est une section → écrivez cette clé dans une page, par exemple `index.md` d’un dossier à elle
  “kind” describes a page, and `_index.md` is a section → write this key in a page, for example `index.md` in a folder of its own
3:1-5 page-key
  « tags » décrit une page, et `_index.md` est une section → écrivez cette clé dans une page, par exemple `index.md` d’un dossier à elle
  “tags” describes a page, and `_index.md` is a section → write this key in a page, for example `index.md` in a folder of its own
4:2-6 page-key
  « plan » décrit une page, et `_index.md` est une section → écrivez cette clé dans une page, par exemple `index.md` d’un dossier à elle
  “plan” describes a page, and `_index.md` is a section → write this key in a page, for example `index.md` in a folder of its own
"#,
    );
}

#[test]
fn a_section_order_nobody_knows() {
    check_in(
        "content/_index.md",
        r#"+++
sort_by = "dates"
paginate_by = 0
+++
"#,
        r#"
2:11-18 unknown-word
  « sort_by » n’a pas de valeur « dates » → vouliez-vous dire « date »?
  “sort_by” has no value “dates” → did you mean “date”?
3:15-16 too-small
  « paginate_by » doit valoir au moins 1, et non 0 → écrivez 1 ou plus
  “paginate_by” must be at least 1, not 0 → write 1 or more
"#,
    );
}

#[test]
fn addresses_that_cannot_be_published() {
    check(
        r#"+++
slug = "a/b"
path = "../a"
aliases = ["/ok/", "a b", "https://a.org/b", "c\\d", "/e?p=1"]
+++
"#,
        r#"
2:8-13 bad-address
  l’adresse « a/b » de « slug » n’est pas valide : « / » est interdit, sauf dans « path » → par exemple `plan-2025`
  the address “a/b” of “slug” is not valid: “/” is forbidden, except in “path” → for example `plan-2025`
3:8-14 bad-address
  l’adresse « ../a » de « path » n’est pas valide : « . » et « .. » sont interdits → par exemple `/plans/plan-2025/`
  the address “../a” of “path” is not valid: “.” and “..” are forbidden → for example `/plans/plan-2025/`
4:20-25 bad-address
  l’adresse « a b » de « aliases » n’est pas valide : les espaces sont interdites, mettez « - » → par exemple `/plans/plan-2025/`
  the address “a b” of “aliases” is not valid: spaces are forbidden, use “-” → for example `/plans/plan-2025/`
4:27-44 bad-address
  l’adresse « https://a.org/b » de « aliases » n’est pas valide : seul un chemin de ce site est permis → par exemple `/plans/plan-2025/`
  the address “https://a.org/b” of “aliases” is not valid: only a path of this site is allowed → for example `/plans/plan-2025/`
4:46-52 bad-address
  l’adresse « c\d » de « aliases » n’est pas valide : « \ » est interdit, mettez « / » → par exemple `/plans/plan-2025/`
  the address “c\d” of “aliases” is not valid: “\” is forbidden, use “/” → for example `/plans/plan-2025/`
4:54-62 bad-address
  l’adresse « /e?p=1 » de « aliases » n’est pas valide : le caractère « ? » est interdit → par exemple `/plans/plan-2025/`
  the address “/e?p=1” of “aliases” is not valid: the character “?” is forbidden → for example `/plans/plan-2025/`
"#,
    );
}

#[test]
fn empty_texts() {
    check(
        r#"+++
title = ""
slug = " "
+++
"#,
        r#"
2:9-11 empty-text
  « title » est vide → écrivez un texte, ou enlevez la ligne
  “title” is empty → write a text, or remove the line
3:8-11 empty-text
  « slug » est vide → écrivez un texte, ou enlevez la ligne
  “slug” is empty → write a text, or remove the line
"#,
    );
}

#[test]
fn everyday_words_for_keys() {
    check(
        r#"+++
Titre = "a"
auteur = "Le comité"
brouillon = true
étiquettes = ["eau"]
modèle = "b.html"
gabarit = "b.html"
period = "2026-2027"
+++
"#,
        r#"
2:1-6 foreign-key
  « Titre » n’est pas une clé de jalon → écrivez plutôt `title = "a"`
  “Titre” is not a key of jalon → write `title = "a"` instead
3:1-7 foreign-key
  « auteur » n’est pas une clé de jalon → écrivez plutôt `authors = "Le comité"`
  “auteur” is not a key of jalon → write `authors = "Le comité"` instead
4:1-10 foreign-key
  « brouillon » n’est pas une clé de jalon → écrivez plutôt `draft = true`
  “brouillon” is not a key of jalon → write `draft = true` instead
5:1-11 foreign-key
  « étiquettes » n’est pas une clé de jalon → écrivez plutôt `tags = ["eau"]`
  “étiquettes” is not a key of jalon → write `tags = ["eau"]` instead
6:1-7 foreign-key
  « modèle » n’est pas une clé de jalon → écrivez plutôt `template = "b.html"`
  “modèle” is not a key of jalon → write `template = "b.html"` instead
7:1-8 foreign-key
  « gabarit » n’est pas une clé de jalon → écrivez plutôt `template = "b.html"`
  “gabarit” is not a key of jalon → write `template = "b.html"` instead
8:1-7 foreign-key
  « period » n’est pas une clé de jalon → dans un plan, écrivez `period` sous la ligne `[plan]`
  “period” is not a key of jalon → in a plan, write `period` under the line `[plan]`
"#,
    );
}

#[test]
fn a_key_above_the_table_it_goes_under() {
    check(
        r#"+++
kind = "plan"
period = "2026-2027"
[renumbered]
"1.1" = "1.2"
+++
"#,
        r#"
3:1-7 above-its-table
  « period » n’est pas à sa place : cette clé va sous une ligne `[plan]` → écrivez `period = "2026-2027"` sous `[plan]`
  “period” is out of place: this key goes under a line `[plan]` → write `period = "2026-2027"` under `[plan]`
4:2-12 above-its-table
  « renumbered » n’est pas à sa place : cette clé va sous une ligne `[plan]` → remplacez la ligne par `[plan.renumbered]`
  “renumbered” is out of place: this key goes under a line `[plan]` → replace the line with `[plan.renumbered]`
"#,
    );
    check(
        "---\nkind: atelier\nplace: Salle des loisirs\n---\n",
        r#"
3:1-6 above-its-table
  « place » n’est pas à sa place : cette clé va sous une ligne `synthesis:` → écrivez `place: "Salle des loisirs"` sous `synthesis:`, décalé de deux espaces
  “place” is out of place: this key goes under a line `synthesis:` → write `place: "Salle des loisirs"` under `synthesis:`, two spaces further
"#,
    );
    // In a page that is none of these, it is a key like any other.
    check(
        "+++\nfacilitator = \"Lise\"\n+++\n",
        r#"
2:1-12 unknown-key
  clé inconnue « facilitator » → vérifiez comment elle s’écrit, ou enlevez la ligne; vos propres clés vont sous `[extra]`
  unknown key “facilitator” → check how it is written, or remove the line; your own keys go under `[extra]`
"#,
    );
}

#[test]
fn a_record_of_translation_that_jalon_did_not_write() {
    check(
        r##"+++
[translation]
title = "0f3a9c51d2b7"
text = "hier"
"#vision" = 12
description = { a = 1 }
+++
"##,
        "
4:8-14 bad-fingerprint
  dans [translation], « text » attend les 12 signes d’une empreinte, et non « hier » → enlevez la ligne, puis refaites-la avec « jalon i18n --mark »
  in [translation], “text” expects the 12 characters of a fingerprint, not “hier” → remove the line, then make it again with “jalon i18n --mark”
5:13-15 bad-fingerprint
  dans [translation], « #vision » attend les 12 signes d’une empreinte, et non « 12 » → enlevez la ligne, puis refaites-la avec « jalon i18n --mark »
  in [translation], “#vision” expects the 12 characters of a fingerprint, not “12” → remove the line, then make it again with “jalon i18n --mark”
6:15-24 bad-fingerprint
  dans [translation], « description » attend les 12 signes d’une empreinte, et non une table → enlevez la ligne, puis refaites-la avec « jalon i18n --mark »
  in [translation], “description” expects the 12 characters of a fingerprint, not a table → remove the line, then make it again with “jalon i18n --mark”
",
    );
    check(
        "+++\ntranslation = true\n+++\n",
        "
2:15-19 wrong-type
  « translation » attend une table, et non « true » → écrivez `[translation]` seul sur une ligne, et ses clés en dessous
  “translation” expects a table, not “true” → write `[translation]` alone on a line, and its keys below it
",
    );
}
