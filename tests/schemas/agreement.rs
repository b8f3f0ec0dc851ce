//! Schemas and readers agree: for each key of each table, on a right value, on wrong ones, and on a
//! key that nobody knows.

use jalon::config::{self, Config};
use jalon::diagnostic::{Problems, Severity};
use jalon::front_matter::{self, WrittenKind, above};
use jalon::kind;
use jalon::lang::Lang;
use jalon::record::keys::{Holds, Key, Need};
use jalon::schema::{self, Subject};
use jalon::source::Source;

use super::{Opening, of_toml, refusals, tables};

/// Values that are right for a key and not for every other one of its form.
const RIGHT: &[(&str, &str)] = &[
    ("base_url", "'https://example.org/'"),
    ("default_language", "'fr'"),
    ("tag", "'en-CA'"),
    ("accent", "'#1a5d8f'"),
    ("accent_dark", "'#9cc8f0'"),
    ("logo", "'/logo.svg'"),
    ("favicon", "'/logo.svg'"),
    ("font", "'/texte.woff2'"),
    ("title_font", "'/texte.woff2'"),
    ("url", "'https://example.org/'"),
    ("contact", "'info@example.org'"),
    ("lang", "'es'"),
    ("events", "[{ name = 'AGA', date = 2026-06-10 }]"),
    ("cname", "'asso.exemple.org'"),
    ("translation", "{ title = '0f3a9c51d2b7' }"),
];

/// A table and how a document is made of some of its lines.
struct Place<'a> {
    subject: Subject,
    keys: Vec<&'static Key>,
    /// What leads to the table, for who reads a failure.
    name: String,
    document: &'a dyn Fn(&[String]) -> String,
}

/// What jalon says is wrong in a document with these settings or this header.
fn told(subject: Subject, text: &str) -> Vec<String> {
    let config = |text: &str| config::read(&Source::new("jalon.toml", text));
    let diagnostics = match subject {
        Subject::Settings => config(text).diagnostics,
        Subject::Page => {
            let site: Config = config("title = 'Essai'").value;
            let source = Source::new("content/a.md", format!("+++\n{text}\n+++\n\nTexte.\n"));
            kind::read(&source, "en", &site).diagnostics
        }
        Subject::Section => {
            let source = Source::new("content/_index.md", format!("+++\n{text}\n+++\n"));
            let mut problems = Problems::in_file("content/_index.md");
            front_matter::read(&source, &mut problems);
            problems.into_diagnostics()
        }
    };
    let errors = diagnostics.into_iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| it.problem.message(Lang::En)).collect()
}

/// Asserts that the schema and the reader both take a document, or both refuse it.
fn agree(place: &Place<'_>, lines: &[String], is_right: bool) {
    let text = (place.document)(lines);
    let (told, refused) = (told(place.subject, &text), refusals(place.subject, Lang::Fr, &of_toml(&text)));
    let heard = format!("{}\n{text}\nreader: {told:?}\nschema: {refused:?}", place.name);
    assert_eq!((told.is_empty(), refused.is_empty()), (is_right, is_right), "{heard}");
}

fn check(place: &Place<'_>) {
    agree(place, &lines_beside(place, ""), true);
    agree(place, &[lines_beside(place, ""), vec!["inconnue = 1".to_owned()]].concat(), false);
    for key in &place.keys {
        let others = lines_beside(place, key.name);
        let line = |value: &str| [vec![format!("{} = {value}", key.name)], others.clone()].concat();
        match RIGHT.iter().find(|(name, _)| *name == key.name) {
            Some((_, value)) if takes(&key.holds, value) => agree(place, &line(value), true),
            Some(_) | None => rights(&key.holds).iter().for_each(|it| agree(place, &line(it), true)),
        }
        wrongs(&key.holds).iter().for_each(|it| agree(place, &line(it), false));
        if key.need == Need::Required {
            agree(place, &others, false);
        }
        below(place, key, &others);
    }
}

/// The tables inside a key.
fn below(place: &Place<'_>, key: &'static Key, others: &[String]) {
    let kind = matches!(key.holds, Holds::KindTable).then(|| (Opening::Once, schema::kind_keys(key.name)));
    for (opening, keys) in tables(&key.holds).into_iter().chain(kind) {
        let form = match opening {
            Opening::Once => "{ @ }",
            Opening::Series => "[{ @ }]",
            Opening::Named => "{ en = { @ } }",
        };
        let document = |lines: &[String]| {
            let inside = form.replace('@', &lines.join(", "));
            (place.document)(&[vec![format!("{} = {inside}", key.name)], others.to_vec()].concat())
        };
        let name = format!("{} > {}", place.name, key.name);
        check(&Place { subject: place.subject, keys: keys.iter().collect(), name, document: &document });
    }
}

/// What a table needs beside one of its keys.
fn lines_beside(place: &Place<'_>, name: &str) -> Vec<String> {
    let required = place.keys.iter().filter(|key| key.need == Need::Required && key.name != name);
    let mut lines: Vec<String> = required.map(|key| format!("{} = {}", key.name, right(key))).collect();
    let names: Vec<&str> = place.keys.iter().map(|key| key.name).collect();
    let add = match name {
        // The table of a kind stands beside the kind.
        "plan" | "synthesis" | "mission" => Some(format!("kind = '{name}'")),
        // A site has a name, and an event a day.
        _ if place.name == "Settings" && name != "title" => Some("title = 'Essai'".to_owned()),
        _ if names == ["name", "date", "period"] && name != "date" => Some("date = 2026-06-10".to_owned()),
        _ => None,
    };
    lines.extend(add);
    lines
}

fn right(key: &Key) -> String {
    let special = RIGHT.iter().find(|(name, value)| *name == key.name && takes(&key.holds, value));
    special.map_or_else(|| rights(&key.holds)[0].clone(), |(_, value)| (*value).to_owned())
}

/// Whether a value of `RIGHT` is of the form that this key of that name takes.
fn takes(holds: &Holds, value: &str) -> bool {
    match value.as_bytes()[0] {
        b'[' => matches!(holds, Holds::Tables(_)),
        b'{' => matches!(holds, Holds::Named(_)),
        _ => matches!(holds, Holds::Text | Holds::FilledText),
    }
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("'{word}'")).collect()
}

fn rights(holds: &Holds) -> Vec<String> {
    let said = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    match holds {
        // Words that are a period as well.
        Holds::Text | Holds::FilledText => said(&["'2026'"]),
        Holds::Integer => said(&["-3", "0", "12"]),
        Holds::Within(least, most) => vec![least.to_string(), most.to_string()],
        Holds::Count => said(&["1", "20"]),
        Holds::Boolean => said(&["true", "false"]),
        Holds::Date => said(&["2026-03-09", "'2026-03-09'", "2026-03-09T10:00:00"]),
        Holds::Texts => said(&["'mots'", "['un', 'deux']", "[]"]),
        Holds::Word(words) => quoted(words),
        Holds::Words(words) => quoted(words).into_iter().flat_map(|it| [format!("[{it}]"), it]).collect(),
        Holds::Table(keys) => {
            let required = keys.iter().filter(|key| key.need == Need::Required);
            let lines: Vec<String> = required.map(|key| format!("{} = {}", key.name, right(key))).collect();
            vec![format!("{{ {} }}", lines.join(", "))]
        }
        Holds::Tables(keys) => {
            rights(&Holds::Table(keys)).into_iter().map(|table| format!("[{table}]")).collect()
        }
        Holds::Named(holds) => rights(holds).into_iter().map(|value| format!("{{ en = {value} }}")).collect(),
        Holds::AnyTable => said(&["{}", "{ tout = [1, 'deux'] }"]),
        Holds::KindTable => said(&["{}"]),
        Holds::Either(forms) => forms.iter().flat_map(rights).collect(),
    }
}

fn wrongs(holds: &Holds) -> Vec<String> {
    let said = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    match holds {
        Holds::Text => said(&["1", "true", "[1]"]),
        Holds::FilledText => said(&["1", "''", "' '", "{}"]),
        Holds::Integer => said(&["'mots'", "1.5"]),
        Holds::Within(_, _) | Holds::Count => said(&["'mots'", "0"]),
        Holds::Boolean => said(&["'oui'", "1"]),
        Holds::Date => said(&["'demain'", "1", "true"]),
        Holds::Texts => said(&["1", "[1]", "{}"]),
        Holds::Word(_) => said(&["'inconnu'", "1", "['inconnu']"]),
        Holds::Words(_) => said(&["'inconnu'", "1", "['inconnu']"]),
        Holds::Table(_) | Holds::AnyTable | Holds::KindTable => said(&["1", "'mots'", "[1]"]),
        Holds::Tables(_) => said(&["1", "'mots'", "[1]"]),
        Holds::Named(holds) => {
            let inside = wrongs(holds).into_iter().map(|value| format!("{{ en = {value} }}"));
            inside.chain(["1".to_owned()]).collect()
        }
        Holds::Either(_) => said(&["1.5"]),
    }
}

#[test]
fn reader_and_schema_take_and_refuse_the_same() {
    for subject in Subject::ALL {
        let keys = subject.keys().into_iter().flatten().collect();
        check(&Place { subject, keys, name: format!("{subject:?}"), document: &|lines| lines.join("\n") });
    }
}

#[test]
fn what_belongs_to_another_kind_is_refused_by_both() {
    let check = |text: &str| {
        let refused = refusals(Subject::Page, Lang::Fr, &of_toml(text));
        assert!(!refused.is_empty() && !told(Subject::Page, text).is_empty(), "{text}: {refused:?}");
    };
    check("plan = {}");
    check("kind = 'news'\nmission = {}");
    check("kind = 'atelier'\nplan = {}");
    check("kind = 'plan'\nsynthesis = {}");
    check("kind = 'plan'\nlang = 'es'");
    check("kind = 'synthèse'\nlang = 'es'");
}

#[test]
fn every_key_of_a_table_is_known_above_it() {
    for kind in [WrittenKind::Plan, WrittenKind::Synthesis, WrittenKind::Mission] {
        let names: Vec<&str> = kind::keys(kind).iter().map(|key| key.name).collect();
        assert_eq!(above::keys(kind), names);
    }
}
