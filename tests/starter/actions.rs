//! `jalon new action`: one row more where it belongs, and not a byte elsewhere.

use jalon::lang::Lang;
use jalon::pipeline::Drafts;
use jalon::starter::action::line::Form;
use jalon::starter::action::{Added, Wish, add};

use crate::{Files, build, day, said};

const PATH: &str = "content/plans/2026/index.md";

fn plan(body: &str) -> String {
    format!("+++\nkind = \"plan\"\ntitle = \"Plan d’action 2026\"\n+++\n\n{body}")
}

fn site(plans: &[(&str, &str)]) -> Files {
    let settings = ("jalon.toml", "title = \"Asso\"\nbase_url = \"https://example.org/\"\n");
    let files = std::iter::once(&settings).chain(plans);
    files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

fn wish(title: &str, plan: &str, under: &str) -> Wish {
    let asked = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Wish { title: title.to_owned(), plan: asked(plan), under: asked(under) }
}

/// What adding « Nager » does to a plan: its number, its line and the line itself; all others stay.
fn check(body: &str, under: &str, expected: &str) {
    let text = plan(body);
    let Added { path, bytes, number, line, form: _ } =
        add(&wish("Nager", "", under), &site(&[(PATH, &text)]))
            .map_err(|it| it.wording().message.en)
            .unwrap();
    assert_eq!(path, PATH);
    let after = String::from_utf8(bytes).unwrap();
    let added = after.lines().nth(line - 1).unwrap();
    assert_eq!(format!("{number}: {added}"), expected, "{body}");
    let without: Vec<&str> =
        after.lines().enumerate().filter(|(n, _)| n + 1 != line).map(|(_, line)| line).collect();
    assert_eq!(without, text.lines().collect::<Vec<_>>());
    assert_eq!(after.contains('\r'), text.contains('\r'));
}

/// Why « Nager » is not added.
fn refused(files: &Files, asked: (&str, &str), expected: &str) {
    let wording = add(&wish("Nager", asked.0, asked.1), files).unwrap_err().wording();
    let help = wording.help.map(|help| help.words(Lang::En)).unwrap_or_default();
    assert_eq!(format!("{}; {help}", wording.message.words(Lang::En)), expected);
}

const TABLES: &str = "## Orientation 1 : Bouger\n\n### 1.1 Dehors\n\n| Actions | Quand | État |\n|---|---|---|\n\
     | Marcher | Mai 2026 | En cours |\n| Courir | | |\n\nUn texte.\n\n### 1.2 Dedans\n\n| Actions |\n|---|\n| Danser |\n";

#[test]
fn a_row_goes_under_the_last_one_of_its_objective() {
    check(TABLES, "1.1", "1.1.3: | Nager | | |");
    check(TABLES, "#1.2", "1.2.2: | Nager |");
    check(&TABLES.replace('\n', "\r\n"), "1.1", "1.1.3: | Nager | | |");
    // The last line of a file may have no end.
    check(TABLES.trim_end(), "1.2", "1.2.2: | Nager |");
    check("## Orientation 1 : Bouger\n\n| Actions |\n|---|\n| Marcher |\n", "", "1.2: | Nager |");
    check("## Orientation 1 : Bouger\n\n| Actions |\n|---|\n| Marcher |\n", "1", "1.2: | Nager |");
}

#[test]
fn written_numbers_go_on() {
    let numbered = |rows: &str| {
        format!("## Orientation 1 : Bouger\n\n### 1.1 Dehors\n\n| No | Actions |\n|---|---|\n{rows}")
    };
    check(
        &numbered("| 1.1.1 | Marcher |\n| 1.1.4 | Rouler |\n| 1.1.2 | Courir |\n"),
        "",
        "1.1.5: | 1.1.5 | Nager |",
    );
    check(
        "## Orientation 1 : Bouger\n\n| Actions | Qui |\n|---|---|\n| 1.1 Marcher | Nous |\n",
        "",
        "1.2: | 1.2 Nager | |",
    );
    // A number that another action has is left to it.
    let taken = format!(
        "{}\n### 1.2 Dedans\n\n| No | Actions |\n|---|---|\n| 1.1.2 | Danser |\n",
        numbered("| 1.1.1 | Marcher |\n")
    );
    check(&taken, "1.1", "1.1.3: | 1.1.3 | Nager |");
}

#[test]
fn an_empty_cell_goes_on_with_the_objective_above() {
    let table = "## Orientation 1 : Bouger\n\n| Objectifs | Activités | Actions | Budget |\n|---|---|---|---|\n\
         | 1.1 Dehors | Marcher | Maintenir | 10 $ |\n| | Courir<br>Sauter | | |\n| 1.2 Dedans | Danser | | |\n";
    check(table, "1.1", "1.1.4: | | Nager | | |");
    check(table, "1.2", "1.2.2: | | Nager | | |");
}

#[test]
fn columns_that_stand_in_line_stay_in_line() {
    let table = "## Orientation 1 : Bouger\n\n| Actions   | Quand    |\n|-----------|----------|\n| Marcher   | Mai 2026 |\n";
    check(table, "", "1.2: | Nager     |          |");
}

#[test]
fn a_task_goes_after_all_that_stands_under_the_last_one() {
    let list = "## Orientation 1 : Bouger\n\n### 1.1 Dehors\n\n- [x] Marcher\n- [ ] Courir\n  - Échéancier : Mai 2026\n\n    En groupe.\n\n## Notes\n\nFin.\n";
    check(list, "", "1.1.3: - [ ] Nager");
    let ordered = list.replace("- [x]", "1. [x]").replace("- [ ]", "2. [ ]");
    check(&ordered, "", "1.1.3: 3. [ ] Nager");
    check(&list.replace("] Ma", "] 1.1.1 Ma").replace("] Co", "] 1.1.2 Co"), "", "1.1.3: - [ ] 1.1.3 Nager");
}

#[test]
fn a_title_stays_in_its_cell() {
    let text = plan(TABLES);
    let added = add(&wish("Nager | plonger\nsans bruit", "", "1.1"), &site(&[(PATH, &text)])).unwrap();
    let after = String::from_utf8(added.bytes).unwrap();
    assert!(after.contains("| Nager \\| plonger sans bruit | | |\n"), "{after}");
    let built = build(&site(&[(PATH, &after)]), day("2026-03-01"), Drafts::LeftOut);
    assert_eq!(said(&built), [""; 0]);
}

#[test]
fn an_objective_is_named_by_its_title_or_a_part_of_it() {
    let two = "## Orientation 2 : Nourrir\n\n### 2.1 Semer dehors\n\n| Actions |\n|---|\n| Bêcher |\n";
    let text = plan(&format!("{TABLES}\n{two}"));
    let files = site(&[(PATH, &text)]);
    let number = |under: &str| add(&wish("Nager", "", under), &files).expect(under).number;
    assert_eq!(number("Dehors"), "1.1.3");
    assert_eq!(number("dedans"), "1.2.2");
    assert_eq!(number("semer"), "2.1.2");
    // An orientation that has one objective.
    assert_eq!(number("nourrir"), "2.1.2");
    let choices = |known: &str| {
        format!(
            "the action may go under several objectives; add `--under` and the number of one of these: {known}"
        )
    };
    refused(&files, ("", "Bouger"), &choices("1.1 Dehors; 1.2 Dedans"));
    refused(&files, ("", "eho"), &choices("1.1 Dehors; 2.1 Semer dehors"));
    refused(
        &files,
        ("", "Dedanz"),
        "the plan has no orientation and no objective “Dedanz”; did you mean “Dedans”?",
    );
}

#[test]
fn what_cannot_be_chosen_is_told_with_the_choices() {
    let one = plan(TABLES);
    let files = site(&[(PATH, &one)]);
    refused(
        &files,
        ("", ""),
        "the action may go under several objectives; add `--under` and the number of one of these: 1.1 Dehors; 1.2 Dedans",
    );
    refused(
        &files,
        ("", "1"),
        "the action may go under several objectives; add `--under` and the number of one of these: 1.1 Dehors; 1.2 Dedans",
    );
    refused(&files, ("", "1.3"), "the plan has no orientation and no objective “1.3”; did you mean “1.2”?");
    refused(&files, ("2027", "1.1"), "no plan is called “2027”; did you mean “2026”?");
    refused(
        &site(&[]),
        ("", ""),
        "this site has no plan yet; begin one: `jalon new plan \"Action plan 2027-2028\"`",
    );
    let closed = one.replace("+++\n\n", "[plan]\nstage = \"closed\"\n+++\n\n");
    let several = site(&[(PATH, &one), ("content/plans/2025.md", &closed), ("content/plans/2030.md", &one)]);
    refused(
        &several,
        ("", "1.1"),
        "the action may go to several plans; add `--plan` and one of these: 2026; 2030",
    );
    // The one in force is meant, and another one can be named by a part of its title or of its path.
    let in_force = site(&[(PATH, &one), ("content/plans/2025.md", &closed)]);
    assert_eq!(add(&wish("Nager", "", "1.1"), &in_force).unwrap().path, PATH);
    let draft = one.replace("kind = \"plan\"", "kind = \"plan\"\ndraft = true");
    let proposed = one.replace("+++\n\n", "[plan]\nstage = \"proposed\"\n+++\n\n");
    for next in [&draft, &proposed] {
        let files = site(&[(PATH, &one), ("content/plans/2030.md", next)]);
        assert_eq!(add(&wish("Nager", "", "1.1"), &files).unwrap().path, PATH);
    }
    assert_eq!(add(&wish("Nager", "plans/2025", "1.1"), &in_force).unwrap().path, "content/plans/2025.md");
}

#[test]
fn a_plan_is_left_as_it_is_when_a_row_would_change_something_else() {
    let empty = plan(
        "## Orientation 1 : Bouger\n\n### 1.1 Dehors\n\n### 1.2 Dedans\n\n| Actions |\n|---|\n| Danser |\n",
    );
    refused(
        &site(&[(PATH, &empty)]),
        ("", "1.1"),
        "1.1 has no action yet in content/plans/2026/index.md; open that file and write its first row; the next ones can be added from here",
    );
    // A row under an objective that is itself an action would take its place.
    let lone = plan("## Orientation 1 : Bouger\n\n| Objectifs | Actions |\n|---|---|\n| 1.1 Dehors | |\n");
    refused(
        &site(&[(PATH, &lone)]),
        ("", "1.1"),
        "content/plans/2026/index.md was left as it is: a row added after action 1.1.1 would change something else in it; \
         open that file and paste, where it belongs: `| | Nager |`",
    );
}

#[test]
fn what_is_left_to_write_depends_on_how_the_plan_is_written() {
    let check = |body: &str, expected: Form| {
        let text = plan(&format!("## Orientation 1 : Bouger\n\n{body}"));
        assert_eq!(add(&wish("Nager", "", ""), &site(&[(PATH, &text)])).unwrap().form, expected, "{body}");
    };
    check("| Actions | Quand |\n|---|---|\n| Marcher | |\n", Form::Row);
    check("| No | Actions |\n|---|---|\n| 1.1 | Marcher |\n", Form::LoneCell);
    check("### 1.1 Dehors\n\n- [ ] Marcher\n", Form::Task);
}

#[test]
fn a_number_that_cannot_be_guessed_is_left_to_its_author() {
    let lettered = plan(
        "## Orientation 1 : Bouger\n\n### 1.1 Dehors\n\n| No | Actions |\n|---|---|\n| 1.1.a | Marcher |\n| 1.1.b | Courir |\n",
    );
    refused(
        &site(&[(PATH, &lettered)]),
        ("", ""),
        "content/plans/2026/index.md was left as it is: the number that comes after 1.1.b cannot be guessed; \
         open that file, paste `| | Nager |` where it belongs and give it its number",
    );
}

#[test]
fn a_title_that_would_be_read_otherwise_is_told_so() {
    let text = plan(TABLES);
    let check = |title: &str| {
        let wording = add(&wish(title, "", "1.1"), &site(&[(PATH, &text)])).unwrap_err().wording();
        let expected = format!("the title “{title}” would not be read as it is in the plan");
        assert_eq!(wording.message.words(Lang::En), expected);
    };
    check("<b>Gras</b>");
    check("x~~y~~");
    check("1.1.9 Numéro donné");
}

#[test]
fn an_option_with_nothing_after_it_chooses_nothing() {
    let text = plan(TABLES);
    let check = |plan: &str, under: &str, expected: &str| {
        let asked = Wish { title: "Nager".into(), plan: Some(plan.into()), under: Some(under.into()) };
        let wording = add(&asked, &site(&[(PATH, &text)])).unwrap_err().wording();
        assert_eq!(wording.message.words(Lang::En), expected);
    };
    check("", "1.1", "nothing is written after `--plan`");
    check(" ", "1.1", "nothing is written after `--plan`");
    check("2026", "", "nothing is written after `--under`");
}

#[test]
fn a_plan_in_another_encoding_is_told_as_such() {
    let expected = "content/plans/2026/index.md was left as it is: this file is not UTF-8; save it under the same name as UTF-8";
    let text = plan(TABLES);
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows =
        text.replace('’', "'").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    for bytes in [utf16, [windows, vec![0xe9]].concat()] {
        let mut files = site(&[]);
        files.insert(PATH.to_owned(), bytes.into());
        refused(&files, ("", "1.1"), expected);
    }
}
