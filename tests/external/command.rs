//! The command itself: the site is at another address of this machine, which is not « one's own computer ».

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::server::Server;

const HOST: &str = "127.0.0.2";

fn jalon(folder: &Path, words: &str) -> (i32, Vec<String>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(words.split_whitespace())
        .args(["--lang", "fr", "--format", "short"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{a0}', "_");
    let problems = text(output.stderr);
    let problems = problems.lines().filter(|line| !line.starts_with("  ")).map(str::to_owned).collect();
    (output.status.code().unwrap(), problems, text(output.stdout))
}

fn site(server: &Server) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = format!(
        "+++\ntitle = \"Accueil\"\n+++\n\nLa [carte]({0}) et l’[horaire]({1}).\n\nAussi l’[horaire]({1}#lundi) et le [registre]({2}).\n",
        server.address("/ici"),
        server.address("/perdue"),
        server.address("/portier"),
    );
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/_index.md"), page).unwrap();
    fs::write(
        folder.path().join("jalon.toml"),
        "title = \"Table\"\nbase_url = \"https://example.org/\"\nsearch = false\n",
    )
    .unwrap();
    folder
}

#[test]
fn nothing_is_asked_of_another_site_unless_it_is_asked_for() {
    let server = Server::start(HOST);
    let site = site(&server);
    let (code, problems, _) = jalon(site.path(), "check");
    assert_eq!((code, problems), (0, Vec::new()));
    assert_eq!(jalon(site.path(), "build").0, 0);
    assert_eq!(server.requests(), [""; 0]);
    assert!(!site.path().join(".jalon").exists());
}

#[test]
fn a_dead_link_is_told_where_it_was_written_and_what_stands_is_not_asked_twice() {
    let server = Server::start(HOST);
    let site = site(&server);
    let (code, problems, summary) = jalon(site.path(), "check --external");
    let page = fs::read_to_string(site.path().join("content/_index.md")).unwrap();
    let dead = |line: usize, anchor: &str| {
        let written = format!("{}{anchor}", server.address("/perdue"));
        let before = page.lines().nth(line - 1).and_then(|text| text.split_once(&written)).unwrap().0;
        let column = before.chars().count() + 1;
        format!(
            "content/_index.md:{line}:{column}: attention_: le lien «_{written}_» mène à une page qui n’existe plus \
             (réponse 404 du site) (page /) [dead-external-link]"
        )
    };
    assert_eq!((code, problems), (0, vec![dead(5, ""), dead(7, "#lundi")]));
    let wanted = format!(
        "  2 liens ou images qui ne mènent à rien\n  3 liens vers d’autres sites vérifiés\n  \
         1 lien à ouvrir vous-même, parce que le site ne répond pas aux programmes_:\n    {}\n",
        server.address("/portier")
    );
    assert!(summary.starts_with(&wanted), "{summary}");
    // What is mended must be seen at once; what stands, or turns programs away, is known for a week.
    let asked = server.requests();
    let (code, _, summary) = jalon(site.path(), "check --external --strict");
    assert_eq!(code, 1);
    assert_eq!(server.requests()[asked.len()..], ["HEAD /perdue", "GET /perdue"]);
    assert!(summary.contains("  2 liens vers d’autres sites déjà vérifiés cette semaine\n"), "{summary}");
    assert_eq!(fs::read_to_string(site.path().join(".jalon/.gitignore")).unwrap(), "*\n");
    assert_eq!(jalon(site.path(), "build").0, 0);
    assert!(!site.path().join("public/.jalon").exists());
}

#[test]
fn a_network_that_nobody_can_reach_is_told_once() {
    let server = Server::start(HOST);
    let site = site(&server);
    // Nobody listens there.
    let page = "+++\ntitle = \"Accueil\"\n+++\n\n\
        [Un](http://127.0.0.2:1/a), [deux](http://127.0.0.2:1/b) et [trois](http://127.0.0.3:1/).\n";
    fs::write(site.path().join("content/_index.md"), page).unwrap();
    let (code, problems, summary) = jalon(site.path(), "check --external");
    let wanted = "attention_: aucun des 2 autres sites n’a répondu_: le réseau semble hors d’atteinte [network-out-of-reach]";
    assert_eq!((code, problems), (0, vec![wanted.to_owned()]));
    assert!(summary.contains("  3 liens vers d’autres sites non vérifiés\n"), "{summary}");
    assert!(!summary.contains("sites vérifiés"), "{summary}");
    assert_eq!(jalon(site.path(), "check --external --strict").0, 1);
}

#[test]
fn a_site_that_does_not_answer_is_told_of_its_links_when_another_does() {
    let server = Server::start(HOST);
    let site = site(&server);
    let page = format!(
        "+++\ntitle = \"Accueil\"\n+++\n\n[Un](http://127.0.0.3:1/a) et [deux]({}).\n",
        server.address("/ici")
    );
    fs::write(site.path().join("content/_index.md"), page).unwrap();
    let (_, problems, summary) = jalon(site.path(), "check --external");
    assert!(matches!(problems.as_slice(), [one] if one.ends_with("[dead-external-link]")), "{problems:?}");
    assert!(summary.contains("  2 liens vers d’autres sites vérifiés\n"), "{summary}");
}

/// Two sites that nobody answers for, and one that answered another day.
fn page(known: &str) -> String {
    format!(
        "+++\ntitle = \"Accueil\"\n+++\n\n[Un](http://127.0.0.2:1/) et [deux](http://127.0.0.3:1/), la [carte du quartier]({known}).\n"
    )
}

#[test]
fn sites_that_are_gone_are_told_while_one_that_is_remembered_still_answers() {
    let server = Server::start(HOST);
    let site = site(&server);
    fs::write(site.path().join("content/_index.md"), page(&server.address("/ici"))).unwrap();
    for _ in 0..2 {
        let (_, problems, _) = jalon(site.path(), "check --external");
        let are_dead = problems.iter().all(|problem| problem.ends_with("[dead-external-link]"));
        assert!(problems.len() == 2 && are_dead, "{problems:?}");
    }
    // Asked once to know, once to know whether it is us.
    assert_eq!(server.requests(), ["HEAD /ici", "HEAD /ici"]);
}

#[test]
fn nobody_is_told_dead_when_a_site_that_is_remembered_no_longer_answers() {
    let server = Server::start(HOST);
    let site = site(&server);
    fs::write(site.path().join("content/_index.md"), page(&server.address("/ici"))).unwrap();
    jalon(site.path(), "check --external");
    // Nobody listens where it answered.
    let gone = "http://127.0.0.4:1/ici";
    let memory = site.path().join(".jalon/links.txt");
    let remembered = fs::read_to_string(&memory).unwrap().replace(&server.address("/ici"), gone);
    assert!(remembered.contains(gone), "{remembered}");
    fs::write(&memory, remembered).unwrap();
    fs::write(site.path().join("content/_index.md"), page(gone)).unwrap();
    let (_, problems, _) = jalon(site.path(), "check --external");
    assert!(matches!(problems.as_slice(), [one] if one.ends_with("[network-out-of-reach]")), "{problems:?}");
}
