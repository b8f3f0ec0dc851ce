//! The program as a person meets it: help, mistakes, endings.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const HOME: &str = "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n";

fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("jalon.toml"), "title = \"Essai\"\nbase_url = \"https://example.org/\"\n")
        .unwrap();
    fs::write(folder.path().join("content/_index.md"), HOME).unwrap();
    folder
}

fn command(folder: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words.split_whitespace()).current_dir(folder).stdin(Stdio::null());
    for name in
        ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"]
    {
        command.env_remove(name);
    }
    command
}

fn jalon(folder: &Path, words: &str) -> Output {
    command(folder, words).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program was not killed")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap().replace('\u{a0}', "_")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().replace('\u{a0}', "_")
}

fn help(words: &str) -> String {
    let output = jalon(Path::new("."), words);
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    out(&output)
}

#[test]
fn help_speaks_french() {
    insta::assert_snapshot!(help("--help --lang fr"), @"
    Publie sur le Web les plans d’action, les synthèses et la mission d’une association

    Utilisation_: jalon [options] <commande>

    Commandes_:
      init         Crée un site complet, dont il reste à remplacer les textes
      new          Ajoute un document avec un modèle à remplir, ou une action à un plan
      import       Fait un document du site d’un fichier de Word, d’Excel ou d’une page Web, et dit ce
                   qu’il faut y regarder
      build        Construit le site et le publie dans un dossier
      check        Vérifie les documents et chaque page, avec tous ses liens, sans rien publier
      serve        Montre le site dans le navigateur, à jour à chaque enregistrement, sans rien publier
      status       Montre où en sont les plans, sans rien publier
      export       Écrit dans un dossier les données des plans et des ateliers, sans rien publier
      i18n         Montre ce qui est traduit, ce qui est à revoir et ce qui reste à traduire
      theme        Montre les fichiers du thème, ou en copie dans le site pour les changer
      completions  Écrit ce qu’il faut à un interpréteur de commandes pour compléter celles de jalon
      schema       Écrit le schéma JSON des réglages ou des en-têtes, pour un éditeur de texte

    Options_:
      -V, --version  Affiche la version du programme
      -h, --help     Affiche cette aide

    Options de toutes les commandes_:
          --root <DOSSIER>    Dossier du site; par défaut, le dossier courant ou le premier dossier
                              parent qui contient jalon.toml
          --config <FICHIER>  Fichier de configuration, à partir du dossier du site; par défaut,
                              jalon.toml
          --lang <fr|en>      Langue des messages; par défaut, celle du système, sinon celle du site
          --format <FORMAT>   Présentation des problèmes_: human (avec un extrait, par défaut), short
                              (une ligne, et une pour l’aide), json ou github
          --strict            Un avertissement suffit à ne rien publier, comme une erreur

    Exemples_:
      # un site complet, puis le voir
      jalon init mon-site
      # à faire dans le dossier du site
      jalon serve --open
    ");
    insta::assert_snapshot!(help("build --help --lang=fr"), @"
    Construit le site et le publie dans un dossier

    Utilisation_: jalon build [options]

    Options_:
      -o, --output-dir <DOSSIER>  Dossier où publier; par défaut, public/ dans le dossier du site
      -u, --base-url <ADRESSE>    Adresse publique du site, à la place de celle de la configuration
          --drafts                Publie aussi les brouillons
          --file-links            Nomme le fichier de chaque page dans les liens_: le site s’ouvre aussi
                                  d’un dossier ou d’une clé USB, sans serveur
          --today <AAAA-MM-JJ>    Date de référence pour les retards; par défaut, la date «_updated_» de
                                  chaque plan, sinon le jour de la construction
      -h, --help                  Affiche cette aide

    Options de toutes les commandes_:
          --root <DOSSIER>    Dossier du site; par défaut, le dossier courant ou le premier dossier
                              parent qui contient jalon.toml
          --config <FICHIER>  Fichier de configuration, à partir du dossier du site; par défaut,
                              jalon.toml
          --lang <fr|en>      Langue des messages; par défaut, celle du système, sinon celle du site
          --format <FORMAT>   Présentation des problèmes_: human (avec un extrait, par défaut), short
                              (une ligne, et une pour l’aide), json ou github
          --strict            Un avertissement suffit à ne rien publier, comme une erreur

    Exemples_:
      # le site tel qu’il sera sous une autre adresse
      jalon build -u https://exemple.org/asso/
      # les retards tels qu’ils étaient ce jour-là
      jalon build --today 2026-03-31
    ");
}

#[test]
fn help_speaks_english() {
    insta::assert_snapshot!(help("--lang en --help"), @"
    Publishes the action plans, syntheses and mission of an association on the Web

    Usage: jalon [options] <command>

    Commands:
      init         Makes a complete site, whose texts are there to be replaced
      new          Adds a document with a model to fill in, or an action to a plan
      import       Makes a document of the site from a file of Word, of Excel or a web page, and says
                   what to look at in it
      build        Builds the site and publishes it in a folder
      check        Checks the documents and every page, with all its links, publishing nothing
      serve        Shows the site in the browser, up to date at each save, publishing nothing
      status       Shows how far the plans are, publishing nothing
      export       Writes the data of plans and workshops in a folder, publishing nothing
      i18n         Shows what is translated, what is to review and what is still to translate
      theme        Shows the files of the theme, or copies some into the site to change them
      completions  Writes what a shell needs to complete the commands of jalon
      schema       Writes the JSON Schema of settings or headers, for a text editor

    Options:
      -V, --version  Shows the version of the program
      -h, --help     Shows this help

    Options of all commands:
          --root <FOLDER>    Folder of the site; by default, the current folder or the first parent that
                             holds jalon.toml
          --config <FILE>    Configuration file, from the site’s folder; by default, jalon.toml
          --lang <fr|en>     Language of the messages; by default, the system’s, else the site’s
          --format <FORMAT>  How problems are shown: human (with an excerpt, the default), short (one
                             line, and one for the help), json or github
          --strict           One warning is enough to publish nothing, as an error is

    Examples:
      # a whole site, then see it
      jalon init my-site
      # in the folder of the site
      jalon serve --open
    ");
    insta::assert_snapshot!(help("build -h --lang en"), @"
    Builds the site and publishes it in a folder

    Usage: jalon build [options]

    Options:
      -o, --output-dir <FOLDER>  Folder to publish in; by default, public/ in the site’s folder
      -u, --base-url <ADDRESS>   Public address of the site, instead of the one in the configuration
          --drafts               Publishes drafts as well
          --file-links           Names the file of each page in links: the site also opens from a folder
                                 or a USB key, without a server
          --today <YYYY-MM-DD>   Reference date for what is late; by default, the “updated” date of each
                                 plan, else the day of the build
      -h, --help                 Shows this help

    Options of all commands:
          --root <FOLDER>    Folder of the site; by default, the current folder or the first parent that
                             holds jalon.toml
          --config <FILE>    Configuration file, from the site’s folder; by default, jalon.toml
          --lang <fr|en>     Language of the messages; by default, the system’s, else the site’s
          --format <FORMAT>  How problems are shown: human (with an excerpt, the default), short (one
                             line, and one for the help), json or github
          --strict           One warning is enough to publish nothing, as an error is

    Examples:
      # the site as it will be at another address
      jalon build -u https://example.org/asso/
      # what was late on that day
      jalon build --today 2026-03-31
    ");
}

#[test]
fn without_a_command_help_is_shown_and_nothing_was_done() {
    let output = jalon(Path::new("."), "");
    assert_eq!((code(&output), out(&output)), (2, String::new()));
    assert!(err(&output).contains("Utilisation_: jalon"), "{}", err(&output));
}

#[test]
fn the_language_is_the_one_asked_for_else_the_one_of_the_system() {
    let says = |lang: &str, words: &str| {
        let output = command(Path::new("."), words).env("LC_ALL", lang).output().unwrap();
        assert_eq!(code(&output), 2);
        err(&output).split(['_', ':']).next().map(str::to_owned).unwrap()
    };
    assert_eq!(says("en_CA.UTF-8", "buidl"), "error");
    assert_eq!(says("fr_CA.UTF-8", "buidl"), "erreur");
    assert_eq!(says("de_DE.UTF-8", "buidl"), "erreur");
    for unsaid in ["", "C", "C.UTF-8", "POSIX"] {
        assert_eq!(says(unsaid, "buidl"), "erreur", "{unsaid}");
    }
    assert_eq!(says("en_CA.UTF-8", "buidl --lang fr"), "erreur");
    assert_eq!(says("en_CA.UTF-8", "--lang fr buidl"), "erreur");
    assert_eq!(says("fr_CA.UTF-8", "--lang=en buidl"), "error");
}

#[test]
fn the_language_of_messages_comes_before_that_of_the_rest() {
    let says = |variables: &[(&str, &str)]| {
        let output = command(Path::new("."), "buidl").envs(variables.iter().copied()).output().unwrap();
        err(&output).split(['_', ':']).next().map(str::to_owned).unwrap()
    };
    assert_eq!(says(&[]), "erreur");
    assert_eq!(says(&[("LANG", "en_CA.UTF-8")]), "error");
    assert_eq!(says(&[("LC_MESSAGES", "en_CA"), ("LANG", "fr_CA.UTF-8")]), "error");
    assert_eq!(says(&[("LC_ALL", "fr_CA.UTF-8"), ("LC_MESSAGES", "en_CA"), ("LANG", "en_CA")]), "erreur");
    assert_eq!(says(&[("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "en_US")]), "error");
}

#[test]
fn where_the_system_says_no_language_the_one_of_the_site_is_spoken() {
    let site = site();
    let settings =
        "title = \"Test\"\nbase_url = \"https://example.org/\"\ndefault_language = \"en\"\nbad = 1\n";
    fs::write(site.path().join("jalon.toml"), settings).unwrap();
    let root = site.path().to_str().unwrap();
    let says = |folder: &Path, lang: &str, words: &str| {
        let output = command(folder, words).env("LC_ALL", lang).output().unwrap();
        err(&output).split(['_', ':']).next().map(str::to_owned).unwrap()
    };
    for unsaid in ["", "C", "C.UTF-8", "POSIX", "de_DE.UTF-8"] {
        assert_eq!(says(site.path(), unsaid, "build"), "error", "{unsaid}");
        assert_eq!(says(&site.path().join("content"), unsaid, "build"), "error", "{unsaid}");
        assert_eq!(says(Path::new("/"), unsaid, &format!("build --root {root}")), "error", "{unsaid}");
    }
    assert_eq!(says(site.path(), "fr_CA.UTF-8", "build"), "erreur");
    assert_eq!(says(site.path(), "C", "build --lang fr"), "erreur");
}

#[test]
fn nothing_is_published_inside_what_the_site_is_made_from() {
    let site = site();
    for folder in ["content/out", "static/a/b", "themes/out"] {
        let output = jalon(site.path(), &format!("build --format short --lang en -o {folder}"));
        assert_eq!(code(&output), 2, "{folder}");
        assert!(err(&output).contains("output-in-source"), "{}", err(&output));
        assert!(!site.path().join(folder).exists());
    }
}

#[test]
fn a_clean_build_ends_with_one_line() {
    let site = site();
    let output = jalon(site.path(), "build --lang fr --today 2025-01-15");
    assert_eq!((code(&output), err(&output)), (0, String::new()));
    let line = out(&output);
    assert!(line.starts_with("site publié dans public/_: ") && line.ends_with("_s)\n"), "{line}");
    assert_eq!(line.lines().count(), 1);
    assert!(site.path().join("public/index.html").exists());
}

#[test]
fn a_site_is_found_from_within_its_folders() {
    let site = site();
    let inside = site.path().join("content/plans");
    fs::create_dir(&inside).unwrap();
    let output = jalon(&inside, "build --lang fr");
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).starts_with("site publié dans ../../public/_: "), "{}", out(&output));
    assert!(site.path().join("public/index.html").exists());
}

#[test]
fn with_errors_nothing_is_published_and_the_last_line_says_so() {
    let site = site();
    fs::write(site.path().join("content/a.md"), b"+++\ntitle = \"A\"\n+++\n\ncaf\xE9\n").unwrap();
    let output = jalon(site.path(), "build --lang fr --format short");
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert!(err(&output).contains("content/a.md:5:4: erreur_: "), "{}", err(&output));
    assert_eq!(out(&output), "rien n’a été publié_: 1 erreur\n");
    assert!(!site.path().join("public").exists());
}

#[test]
fn problems_of_a_site_elsewhere_are_named_from_here() {
    let here = tempfile::tempdir().unwrap();
    fs::create_dir_all(here.path().join("site/content")).unwrap();
    fs::write(here.path().join("site/content/a.md"), b"\xE9\n").unwrap();
    let output = jalon(here.path(), "build --root site --format short --lang en");
    assert!(err(&output).contains("site/content/a.md:1:1: error: "), "{}", err(&output));
}

#[test]
fn warnings_count_as_problems_when_strict() {
    let site = site();
    assert_eq!(code(&jalon(site.path(), "build")), 0);
    fs::write(site.path().join("content/a.md"), HOME).unwrap();
    assert_eq!(code(&jalon(site.path(), "build")), 0);
    fs::remove_file(site.path().join("content/a.md")).unwrap();
    fs::write(site.path().join("public/a/index.html"), "edited by hand").unwrap();
    let output = jalon(site.path(), "build --lang fr --format short");
    assert_eq!(code(&output), 0);
    assert!(err(&output).starts_with("public/a/index.html: attention_: "), "{}", err(&output));
    assert_eq!(code(&jalon(site.path(), "build --strict")), 1);
}

#[test]
fn what_is_not_ours_and_in_the_way_is_named() {
    let site = site();
    fs::create_dir(site.path().join("public")).unwrap();
    fs::write(site.path().join("public/index.html"), "theirs").unwrap();
    let output = jalon(site.path(), "build --lang fr --format short");
    assert_eq!(code(&output), 2);
    assert!(err(&output).starts_with("public/index.html: erreur_: "), "{}", err(&output));
    assert_eq!(out(&output), "rien n’a été publié_: 1 erreur\n");
    assert_eq!(fs::read_to_string(site.path().join("public/index.html")).unwrap(), "theirs");
}

#[test]
fn no_site_no_build() {
    let folder = tempfile::tempdir().unwrap();
    let output = jalon(folder.path(), "build --lang fr --format short");
    assert_eq!((code(&output), out(&output)), (2, String::new()));
    assert!(err(&output).starts_with("erreur_: aucun site ici_: le dossier "), "{}", err(&output));
    let output = jalon(folder.path(), "build --root nulle-part --lang fr --format short");
    assert_eq!(code(&output), 2);
    assert!(err(&output).starts_with("erreur_: le dossier nulle-part n’existe pas"), "{}", err(&output));
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let site = site();
    fs::write(site.path().join("content/a.md"), b"\xE9").unwrap();
    let escapes = |name: &str| {
        let output = command(site.path(), "build").env(name, "1").output().unwrap();
        output.stderr.contains(&0x1B)
    };
    assert!(!escapes("NOTHING_ABOUT_COLOURS"));
    assert!(escapes("CLICOLOR_FORCE"));
    assert!(!escapes("NO_COLOR"));
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_is_no_reason_to_fail() {
    let site = site();
    let mut child =
        command(site.path(), "build").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn help_may_be_asked_as_a_command() {
    assert_eq!(help("help --lang fr"), help("--help --lang fr"));
    assert_eq!(help("help build --lang en"), help("build --help --lang en"));
}

#[test]
fn a_file_given_as_root_is_said_to_be_one() {
    let site = site();
    for (words, says) in [
        ("--root jalon.toml", "erreur_: jalon.toml est un fichier, et --root attend un dossier"),
        ("--root content/_index.md", "donnez son dossier_: `--root content`"),
    ] {
        let output = jalon(site.path(), &format!("build {words} --lang fr --format short"));
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains(says), "{}", err(&output));
    }
}

#[test]
fn warnings_that_stop_the_publication_say_because_of_what() {
    let site = site();
    fs::write(site.path().join("jalon.toml"), "title = \"Essai\"\n").unwrap();
    let output = jalon(site.path(), "build --strict --lang fr");
    assert_eq!(code(&output), 1);
    assert_eq!(out(&output), "rien n’a été publié_: 1 avertissement, et --strict n’en permet aucun\n");
}

#[test]
fn an_address_that_is_wrong_is_not_said_to_be_missing() {
    let site = site();
    fs::write(site.path().join("jalon.toml"), "title = \"Essai\"\nbase_url = \"exemple.org\"\n").unwrap();
    let output = jalon(site.path(), "build --lang fr --format short");
    assert!(err(&output).contains("[bad-address]"), "{}", err(&output));
    assert!(!err(&output).contains("no-base-url"), "{}", err(&output));
}
