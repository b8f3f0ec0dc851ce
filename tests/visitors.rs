//! What visitors look for on the pages of a plan: whether it is over, in which language its notes are,
//! the way from a name to the list of its actions, and a choice that outlives the switch of language.

use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options};

const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\ndefault_language = \"fr\"\n\
    [languages.fr]\n[languages.en]\n";

const HEADER: &str =
    "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-03-27\n[plan]\nperiod = \"2025\"\n+++\n\n";

const ROWS: &str = "## Orientation 1 : Bouger\n\n| Actions | Responsable | Échéancier | État |\n|---|---|---|---|\n\
    | Marcher | Comité sentier | 31 mars 2026 | En cours |\n| Rouler | | En continu | En continu |\n";

const LOG: &str = "date;action;état;note\n2026-03-01;1.1;En cours;Le sentier est tracé.\n";

/// A page of a site of one plan in two languages, by its path.
fn page(plan: &str, path: &str) -> String {
    let english =
        "+++\ntitle = \"Plan\"\n+++\n\n## Priority 1: Move\n\n| Actions |\n|---|\n| Walk |\n| Cycle |\n";
    let files = [
        ("jalon.toml", SETTINGS),
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n"),
        ("content/_index.en.md", "+++\ntitle = \"Home\"\n+++\n"),
        ("content/plan/index.md", plan),
        ("content/plan/index.en.md", english),
        ("content/plan/suivi.csv", LOG),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())));
    let build_day = Date::new(2030, 1, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files: files.into(), options });
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} among {:?}", outcome.files.keys()));
    String::from_utf8(file.bytes.to_vec()).expect("a text").replace('\u{a0}', "_")
}

fn check(plan: &str, path: &str, shown: &str) {
    let page = page(plan, path);
    assert!(page.contains(shown), "{path}: {shown}\n{page}");
}

fn check_not(plan: &str, path: &str, shown: &str) {
    let page = page(plan, path);
    assert!(!page.contains(shown), "{path}: {shown}\n{page}");
}

#[test]
fn a_plan_whose_period_has_ended_says_so() {
    let plan = format!("{HEADER}{ROWS}");
    let over =
        "<strong>Période terminée</strong> La période de ce plan (2025) a pris fin le 31 décembre 2025.";
    check(&plan, "plan/index.html", over);
    check(&plan, "plan/orientation-1/index.html", over);
    check(
        &plan,
        "en/plan/index.html",
        "<strong>Period over</strong> The period of this plan (2025) ended on",
    );
    // The day the plan is looked at decides, not the day of the build.
    for period in ["2026", "mars 2026", "à partir de 2025"] {
        let plan = plan.replace("period = \"2025\"", &format!("period = \"{period}\""));
        check_not(&plan, "plan/index.html", "Période terminée");
    }
    // What its author says of it comes first.
    let closed = plan.replace("period =", "stage = \"closed\"\nperiod =");
    check_not(&closed, "plan/index.html", "Période terminée");
}

#[test]
fn days_are_told_with_the_day_they_are_counted_from() {
    let plan = format!("{HEADER}{ROWS}");
    check(&plan, "plan/1.1/index.html", "dans 4 jours, à compter du 27 mars 2026");
    check(&plan, "en/plan/1.1/index.html", "in 4 days, counted from March 27, 2026");
}

#[test]
fn notes_in_another_language_are_announced_once_a_page() {
    let plan = format!("{HEADER}{ROWS}");
    let notice = "The follow-up notes are in French, as they were written.";
    for path in ["en/plan/changes/index.html", "en/plan/responsible/index.html", "en/plan/1.1/index.html"] {
        assert_eq!(page(&plan, path).matches(notice).count(), 1, "{path}");
        check(&plan, path, "<p class=\"note\" lang=\"fr-CA\">Le sentier est tracé.</p>");
    }
    check_not(&plan, "en/plan/actions/index.html", notice);
    check_not(&plan, "plan/changements/index.html", "notes du suivi sont en");
}

#[test]
fn a_name_leads_to_its_actions_in_the_list() {
    let plan = format!("{HEADER}{ROWS}");
    let path = "plan/responsables/index.html";
    check(
        &plan,
        path,
        "<form action=\"../actions/\"><button name=\"qui\" value=\"comite-sentier\">Filtrer la liste_: Comité sentier</button>",
    );
    check(
        &plan,
        path,
        "name=\"qui\" value=\"aucun-responsable\">Filtrer la liste_: Aucun responsable</button>",
    );
    // One name for all is no choice in the list.
    check_not(&plan.replace("| Rouler | |", "| Rouler | Comité sentier |"), path, "Filtrer la liste");
}

#[test]
fn the_list_knows_the_choices_of_other_languages() {
    let plan = format!("{HEADER}{ROWS}");
    let (french, english) = ("plan/actions/index.html", "en/plan/actions/index.html");
    check(&plan, french, "<select name=\"etat\" data-also=\"status\"");
    check(&plan, english, "<select name=\"status\" data-also=\"etat\"");
    check(&plan, english, "<select name=\"who\" data-also=\"qui\"");
    check(&plan, english, "<option value=\"no-one-named\" data-alias=\"aucun-responsable\">");
    check(&plan, english, "<a href=\"../actions.csv\">");
}
