//! Keys in the wrong place, names given twice, days that have not come: what a whole site tells of its headers
//! and settings.
//!
//! A site is one text: each file starts with a line `=== path`.

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::date::Date;
use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::line_and_column;

const SETTINGS: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n";

const PLAN: &str =
    "# Plan\n\n## Axe 1\n\n| No | Actions | Échéancier |\n|---|---|---|\n| 1.1 | Semer | 2026 |\n";

fn files(site: &str) -> BTreeMap<String, Arc<[u8]>> {
    let site = if site.contains("=== jalon.toml") { site.to_owned() } else { format!("{SETTINGS}{site}") };
    let files = site.split("=== ").skip(1).filter_map(|file| file.split_once('\n'));
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().into())).collect()
}

fn run(site: &str) -> Outcome {
    let build_day = Date::new(2026, 3, 1).expect("this is a day of the calendar");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files: files(site), options })
}

/// What is said of a site, in French then in English.
fn said(site: &str) -> String {
    let files = files(site);
    let mut lines = Vec::new();
    for diagnostic in run(site).diagnostics {
        let text =
            files.get(&diagnostic.path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
        let place = diagnostic.span.map(|span| line_and_column(text, span.start));
        let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let mark = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
        lines.push(format!("{}{place} {mark} [{}]", diagnostic.path, diagnostic.problem.code()));
        for lang in [Lang::Fr, Lang::En] {
            let help = diagnostic.problem.help(lang).map(|help| format!(" → {help}")).unwrap_or_default();
            lines.push(format!("  {}{help}", diagnostic.problem.message(lang)));
        }
    }
    lines.join("\n").replace('\u{a0}', "~")
}

/// What is said of a plan with this header.
fn of_plan(header: &str) -> String {
    said(&format!("=== content/plan.md\n+++\nkind = \"plan\"\n{header}\n+++\n{PLAN}"))
}

/// What is said of these settings.
fn of_settings(settings: &str) -> String {
    said(&format!("{SETTINGS}{settings}\n=== content/_index.md\n# Accueil\n"))
}

#[test]
fn a_key_of_the_plan_under_a_table_in_it() {
    assert_snapshot!(of_plan("[plan]\n[plan.renumbered]\n\"1.9\" = \"1.1\"\nstage = \"projet\"\ndraft = true"), @r#"
    content/plan.md:6:1 error [under-another-table]
      «~stage~» est une clé de `[plan]`, et elle se trouve sous `[plan.renumbered]` → écrivez cette ligne juste sous `[plan]`, au-dessus de `[plan.renumbered]`; si c’est un de vos mots, mettez-le entre guillemets droits~: `"stage"`
      “stage” is a key of `[plan]`, and it stands under `[plan.renumbered]` → write this line right under `[plan]`, above `[plan.renumbered]`; if it is a word of yours, put it between straight quotation marks: `"stage"`
    content/plan.md:7:1 error [under-another-table]
      «~draft~» ne va pas sous `[plan.renumbered]`~: cette clé va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets; si c’est un de vos mots, mettez-le entre guillemets droits~: `"draft"`
      “draft” does not go under `[plan.renumbered]`: this key goes before all tables → write this line higher up, above the first line between brackets; if it is a word of yours, put it between straight quotation marks: `"draft"`
    "#);
    for table in ["events", "horizons", "statuses", "calendar"] {
        let said = of_plan(&format!("[plan]\n[plan.{table}]\nstage = \"projet\""));
        assert!(said.starts_with("content/plan.md:5:1 error [under-another-table]"), "{said}");
        assert_eq!(said.matches("error").count(), 1, "{said}");
    }
    // In YAML as well.
    let yaml = "=== content/plan.md\n---\nkind: plan\nplan:\n  events:\n    AGA: 2026-06-10\n    stage: projet\n---\n";
    assert_snapshot!(said(&format!("{yaml}{PLAN}")), @r#"
    content/plan.md:6:5 error [under-another-table]
      «~stage~» est une clé de `plan:`, et elle se trouve sous `events:` → écrivez cette ligne juste sous `plan:`, au-dessus de `events:`; si c’est un de vos mots, mettez-le entre guillemets droits~: `"stage"`
      “stage” is a key of `plan:`, and it stands under `events:` → write this line right under `plan:`, above `events:`; if it is a word of yours, put it between straight quotation marks: `"stage"`
    "#);
}

#[test]
fn a_word_of_the_author_may_be_called_as_a_key_is() {
    // Between quotation marks, or where its value can only be that of a word.
    assert_eq!(
        of_plan("[plan.events]\n\"report\" = \"juin 2026\"\n[plan.statuses]\nreport = \"postponed\""),
        ""
    );
    assert_eq!(
        of_settings("[people]\n\"contact\" = \"Camille Roy\"\n[people.search]\nname = \"Lise Côté\""),
        ""
    );
    assert_eq!(of_settings("[extra]\ncouleur = \"bleu\"\ntitle = \"Sous-titre\""), "");
}

#[test]
fn a_key_of_the_document_under_the_table_of_its_kind() {
    assert_snapshot!(of_plan("[plan]\nperiod = \"2026\"\ntags = [\"eau\"]\nfiscal_year = \"avril\""), @"
    content/plan.md:5:1 error [under-another-table]
      «~tags~» ne va pas sous `[plan]`~: cette clé va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets
      “tags” does not go under `[plan]`: this key goes before all tables → write this line higher up, above the first line between brackets
    content/plan.md:6:1 error [above-its-table]
      «~fiscal_year~» n’est pas à sa place~: cette clé va sous une ligne `[plan.calendar]` → écrivez-la sous `[plan.calendar]`, et enlevez le croisillon (#) de cette ligne si elle en a un
      “fiscal_year” is out of place: this key goes under a line `[plan.calendar]` → write it under `[plan.calendar]`, and remove the number sign (#) of that line if it has one
    ");
    assert_snapshot!(of_plan("[extra]\ndraft = true\n\"weight\" = 3\ncouleur = \"bleu\""), @r#"
    content/plan.md:4:1 warning [key-in-extra]
      «~draft~» ne règle rien sous `[extra]`~: la clé de ce nom va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets; si vos gabarits la lisent ici, mettez-la entre guillemets droits~: `"draft"`
      “draft” settles nothing under `[extra]`: the key of that name goes before all tables → write this line higher up, above the first line between brackets; if your templates read it here, put it between straight quotation marks: `"draft"`
    "#);
}

#[test]
fn a_key_under_the_record_of_a_translation() {
    let settings = format!("{SETTINGS}[languages.en]\n=== content/a.md\n# A\n");
    let page = "=== content/a.en.md\n+++\n[translation]\ntitle = \"0f3a9c51d2b7\"\ndraft = true\n+++\n# A\n";
    assert_snapshot!(said(&format!("{settings}{page}")), @"
    content/a.en.md:4:1 error [under-another-table]
      «~draft~» ne va pas sous `[translation]`~: cette clé va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets
      “draft” does not go under `[translation]`: this key goes before all tables → write this line higher up, above the first line between brackets
    ");
}

#[test]
fn a_setting_whose_table_is_still_a_note() {
    assert_snapshot!(of_settings("accent = \"#1a5d8f\"\n\"Sur les rails\" = \"in-progress\""), @"
    jalon.toml:3:1 error [above-its-table]
      «~accent~» n’est pas à sa place~: cette clé va sous une ligne `[theme]` → écrivez-la sous `[theme]`, et enlevez le croisillon (#) de cette ligne si elle en a un
      “accent” is out of place: this key goes under a line `[theme]` → write it under `[theme]`, and remove the number sign (#) of that line if it has one
    jalon.toml:4:1 error [above-its-table]
      «~Sur les rails~» n’est pas à sa place~: cette clé va sous une ligne `[statuses]` → écrivez-la sous `[statuses]`, et enlevez le croisillon (#) de cette ligne si elle en a un
      “Sur les rails” is out of place: this key goes under a line `[statuses]` → write it under `[statuses]`, and remove the number sign (#) of that line if it has one
    ");
    assert_snapshot!(of_settings("[people]\n\"CA\" = \"Conseil d’administration\"\nsearch = false\nignore = [\"CLSC\"]"), @r#"
    jalon.toml:5:1 error [under-another-table]
      «~search~» ne va pas sous `[people]`~: cette clé va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets; si c’est un de vos mots, mettez-le entre guillemets droits~: `"search"`
      “search” does not go under `[people]`: this key goes before all tables → write this line higher up, above the first line between brackets; if it is a word of yours, put it between straight quotation marks: `"search"`
    jalon.toml:6:1 error [above-its-table]
      «~ignore~» n’est pas à sa place~: cette clé va sous une ligne `[glossary]` → écrivez-la sous `[glossary]`, et enlevez le croisillon (#) de cette ligne si elle en a un; si c’est un de vos mots, mettez-le entre guillemets droits~: `"ignore"`
      “ignore” is out of place: this key goes under a line `[glossary]` → write it under `[glossary]`, and remove the number sign (#) of that line if it has one; if it is a word of yours, put it between straight quotation marks: `"ignore"`
    "#);
    assert_snapshot!(of_settings("[languages.en]\ncontact = \"info@example.org\""), @"
    jalon.toml:4:1 error [under-another-table]
      «~contact~» ne va pas sous `[languages.en]`~: cette clé va avant toutes les tables → écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets
      “contact” does not go under `[languages.en]`: this key goes before all tables → write this line higher up, above the first line between brackets
    ");
}

#[test]
fn a_file_of_the_settings_goes_in_static() {
    assert_snapshot!(of_settings("[theme]\nlogo = \"logo.png\""), @"
    jalon.toml:4:8 error [no-such-image]
      l’image «~logo.png~» est introuvable → déposez le fichier dans le dossier static/, ou corrigez son nom, accents et majuscules compris
      the image “logo.png” is not there → put the file in the folder static/, or correct its name, accents and capitals included
    ");
    assert_snapshot!(said("=== content/a.md\n# A\n\n![Une cour](/cour.jpg)\n"), @"
    content/a.md:3:13 error [no-such-image]
      l’image «~/cour.jpg~» est introuvable → déposez le fichier dans le dossier static/, ou corrigez son nom, accents et majuscules compris
      the image “/cour.jpg” is not there → put the file in the folder static/, or correct its name, accents and capitals included
    ");
}

#[test]
fn an_old_address_with_the_path_of_the_site() {
    let site = "=== jalon.toml\ntitle = \"Les Berges\"\nbase_url = \"https://example.org/asso/\"\n\
                === content/a.md\n+++\naliases = [\"/asso/vieille/page\", \"/vieille/\"]\n+++\n# A\n";
    assert_snapshot!(said(site), @"
    content/a.md:2:12 warning [path-twice]
      «~/asso/vieille/page~» commence par /asso/, que `base_url` met déjà devant chaque adresse~: il y serait deux fois → écrivez «~/vieille/page~»
      “/asso/vieille/page” starts with /asso/, which `base_url` already puts before every address: it would be there twice → write “/vieille/page”
    ");
}

#[test]
fn a_section_that_is_a_draft_is_one_with_all_that_it_holds() {
    let section = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n[languages.en]\n\
        === content/_index.md\n# Accueil\n=== content/fonds/a.md\n# A\n=== content/fonds/a.en.md\n# A\n\
        === content/fonds/bas/b.md\n# B\n=== content/fonds/c.pdf\nPDF\n=== content/fondations/d.md\n# D\n";
    let draft = "+++\ntitle = \"Fonds\"\ndraft = true\n+++\n";
    let published = |index: &str| {
        let outcome = run(&format!("{section}=== content/fonds/{index}\n{draft}"));
        let ours = outcome.files.keys().filter(|path| path.contains("fond"));
        ours.cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(published("_index.md"), "fondations/d/index.html fondations/index.html");
    // A translation that is not ready hides itself alone.
    let said = published("_index.en.md");
    for path in ["en/fonds/a/index.html", "fonds/a/index.html", "fonds/c.pdf"] {
        assert!(said.split(' ').any(|it| it == path), "{said}");
    }
    let link =
        format!("{section}=== content/fonds/_index.md\n{draft}=== content/e.md\n# E\n\n[a](fonds/a.md)\n");
    assert!(self::said(&link).contains("[link-to-draft]"), "{}", self::said(&link));
    // A home page that is not ready hides itself alone too.
    let home = run(&format!("{section}=== content/_index.md\n{draft}"));
    assert!(home.files.contains_key("fonds/a/index.html"), "{:?}", home.files.keys());
}

#[test]
fn an_event_is_at_one_moment_and_a_name_is_given_once() {
    assert_snapshot!(of_settings(
        "[[events]]\nname = \"AGA\"\ndate = 2026-06-10\nperiod = \"bla bla\"\n[[events]]\nname = \"aga\"\ndate = 2026-06-11"
    ), @"
    jalon.toml:6:1 warning [date-and-period]
      «~period~» est laissé de côté~: «~date~» dit déjà quand a lieu ce rendez-vous → gardez l’une des deux lignes
      “period” is left aside: “date” already says when this event takes place → keep one of the two lines
    jalon.toml:8:8 error [name-twice]
      «~aga~» est déjà nommé plus haut~: «~AGA~» → les majuscules et les accents ne distinguent pas deux noms; gardez une seule des deux lignes, ou dites-les autrement, par exemple avec l’année
      “aga” is already named above: “AGA” → capitals and accents do not tell two names apart; keep only one of them, or word them otherwise, for example with the year
    ");
    let said = of_plan("[plan.events]\n\"AGA\" = 2026-06-10\n\"aga\" = 2026-06-11");
    assert!(said.contains("plan.md:5:1 error [name-twice]"), "{said}");
}

#[test]
fn the_name_of_a_host_is_written_as_machines_write_it() {
    let site = "=== jalon.toml\ntitle = \"Été\"\nbase_url = \"https://Été.example/\"\n[hosting]\ncname = \"xn--t-9fab.example\"\n=== content/_index.md\n# Accueil\n";
    assert_eq!(said(site), "");
    let outcome = run(site);
    for path in ["sitemap.xml", "robots.txt", "index.html", "CNAME"] {
        let text = String::from_utf8_lossy(&outcome.files[path].bytes).into_owned();
        assert!(text.contains("xn--t-9fab.example") && !text.contains("%C3%A9t"), "{path}: {text}");
    }
    assert_eq!(said(&site.replace("xn--t-9fab.example", "été.example")), "");
}

#[test]
fn a_template_of_another_kind_is_told_where_it_is_asked_for() {
    assert_snapshot!(said("=== content/a.md\n+++\ntemplate = \"plan.html\"\n+++\n# A\n"), @"
    content/a.md:2:12 error [unfit-template]
      le gabarit «~plan.html~» n’est pas fait pour cette sorte de document → enlevez cette ligne~: la clé `kind` donne à chaque document le gabarit de sa sorte
      the template “plan.html” is not made for this kind of document → remove this line: the key `kind` gives each document the template of its kind
    ");
}

#[test]
fn days_that_cannot_be() {
    assert_snapshot!(said(
        "=== content/actualites/2030-01-01-f.md\n+++\nkind = \"news\"\n+++\n# F\n\
         === content/actualites/2026-02-01-g.md\n+++\nkind = \"news\"\nupdated = 2026-01-15\n+++\n# G\n\
         === content/rencontres/2026-06-01-h.md\n# H\n=== content/rencontres/2062-06-01-i.md\n# I\n"
    ), @"
    content/actualites/2026-02-01-g.md warning [updated-before-date]
      ce document est daté du 1er février 2026, et se dit mis à jour avant, le 15 janvier 2026 (`updated`) → corrigez l’une des deux dates
      this document is dated February 1, 2026, and says it was updated before that, on January 15, 2026 (`updated`) → correct one of the two dates
    content/actualites/2030-01-01-f.md warning [news-to-come]
      cette nouvelle est datée du 1er janvier 2030, un jour qui n’est pas encore venu~: elle paraît dès maintenant, avant toutes les autres → corrigez la date, ou ajoutez `draft = true` jusqu’à ce jour
      this news item is dated January 1, 2030, a day that has not come yet: it appears now, before all others → correct the date, or add `draft = true` until that day
    content/rencontres/2062-06-01-i.md warning [far-date]
      ce document est daté du 1er juin 2062, dans plus d’un an → vérifiez l’année, dans `date` ou dans le nom du fichier
      this document is dated June 1, 2062, more than a year from now → check the year, in `date` or in the name of the file
    ");
}

#[test]
fn the_theme_of_jalon_has_a_name() {
    assert_eq!(of_settings("theme = \"default\""), "");
}

#[test]
fn a_draft_of_a_mission_may_lack_its_words() {
    let mission = |more: &str| {
        let settings = format!(
            "{SETTINGS}[languages.en]\n=== content/mission.md\n+++\nkind = \"mission\"\n+++\n# Notre mission\n\nSemer.\n"
        );
        said(&format!(
            "{settings}=== content/mission.en.md\n+++\nkind = \"mission\"\n{more}+++\n<!-- Semer. -->\n"
        ))
    };
    assert!(mission("").contains("[no-mission]"), "{}", mission(""));
    assert_eq!(mission("draft = true\n"), "");
}
