//! `jalon theme`: what is listed, what is copied, what is declined.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A site with these files beside its home page.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let usual = [
        ("jalon.toml", "title = \"Essai\"\nbase_url = \"https://example.org/\"\n"),
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n"),
    ];
    for (path, text) in usual.iter().chain(files) {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    folder
}

/// How it ended, then what was said, no-break spaces shown.
fn said(site: &TempDir, words: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words.split_whitespace()).current_dir(site.path()).env("NO_COLOR", "1");
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    format!("{}\n{}", output.status.code().unwrap(), said.replace('\u{a0}', "_"))
}

/// The lines of the list that are no file of the default theme as it comes.
fn touched(site: &TempDir, lang: &str) -> String {
    let list = said(site, &format!("theme list --lang {lang}"));
    let is_plain = |line: &&str| line.starts_with("  ") && !line.trim_start().contains("  ");
    list.lines().filter(|line| !is_plain(line)).map(|line| format!("{line}\n")).collect()
}

fn read(site: &TempDir, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap()
}

fn of_default(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(path)).unwrap()
}

#[test]
fn the_list_names_every_file_of_the_theme() {
    let list = said(&site(&[]), "theme list --lang fr");
    for name in ["404.html", "components/status.html", "shortcodes/figure.html", "jalon.css", "fr.toml"] {
        assert!(list.lines().any(|line| line == format!("  {name}")), "{name}: {list}");
    }
    assert!(
        list.starts_with("0\nThèmes\n  default  fourni avec jalon, utilisé par le site\n\ntemplates/_: ")
    );
}

#[test]
fn the_list_says_what_the_site_and_its_theme_replace() {
    let site = site(&[
        ("jalon.toml", "title = \"Essai\"\n[theme]\nname = \"boreal\"\n"),
        ("themes/boreal/templates/plan.html", "{% extends \"base.html\" %}"),
        ("themes/boreal/templates/footer.html", "Boréal"),
        ("themes/boreal/words/fr.toml", ""),
        ("themes/essai/assets/jalon.css", ""),
        ("templates/plan.html", "{% extends \"base.html\" %}"),
        ("templates/fiche.html", "{% extends \"base.html\" %}"),
    ]);
    // How many files the theme has is not the matter.
    let without_counts = |text: String| -> String {
        let line = |line: &str| match line.splitn(3, ' ').collect::<Vec<_>>().as_slice() {
            [folder, n, rest] if n.parse::<usize>().is_ok() => format!("{folder} N {rest}\n"),
            _ => format!("{line}\n"),
        };
        text.lines().map(line).collect()
    };
    insta::assert_snapshot!(without_counts(touched(&site, "fr")), @"
    0
    Thèmes
      default  fourni avec jalon, sert là où boreal ne donne rien
      boreal   themes/boreal/, utilisé par le site
      essai    themes/essai/

    templates/_: N fichiers, dont 3 propres à ce site
      fiche.html                  ajouté par templates/fiche.html
      footer.html                 remplacé par themes/boreal/templates/footer.html
      plan.html                   remplacé par templates/plan.html, devant themes/boreal/templates/plan.html

    assets/_: N fichiers

    words/_: N fichiers, dont 1 propre à ce site
      fr.toml  complété par themes/boreal/words/fr.toml

    Pour changer un de ces fichiers_: jalon theme eject FICHIER le copie dans le site, où il sert à la place de celui du thème.
    ");
    insta::assert_snapshot!(without_counts(touched(&site, "en")), @"
    0
    Themes
      default  comes with jalon, used where boreal gives nothing
      boreal   themes/boreal/, used by the site
      essai    themes/essai/

    templates/: N files, 3 of this site’s own
      fiche.html                  added by templates/fiche.html
      footer.html                 replaced by themes/boreal/templates/footer.html
      plan.html                   replaced by templates/plan.html, in front of themes/boreal/templates/plan.html

    assets/: N files

    words/: N files, 1 of this site’s own
      fr.toml  completed by themes/boreal/words/fr.toml

    To change one of these files: jalon theme eject FILE copies it into the site, where it is used instead of the theme’s.
    ");
}

#[test]
fn a_theme_that_is_not_there_is_listed_and_stops_the_build() {
    let site = site(&[
        (
            "jalon.toml",
            "title = \"Essai\"\nbase_url = \"https://example.org/\"\n[theme]\nname = \"borael\"\n",
        ),
        ("themes/boreal/templates/footer.html", "Boréal"),
    ]);
    insta::assert_snapshot!(touched(&site, "fr").lines().take(5).collect::<Vec<_>>().join("\n"), @"
    0
    Thèmes
      default  fourni avec jalon, sert là où borael ne donne rien
      boreal   themes/boreal/
      borael   nommé dans jalon.toml, mais absent de themes/
    ");
    insta::assert_snapshot!(said(&site, "build --format short --lang fr"), @"
    1
    rien n’a été publié_: 1 erreur
    jalon.toml:4:8: erreur_: le thème «_borael_» n’existe pas_: le dossier themes/borael/ est vide ou absent [no-such-theme]
      aide_: vouliez-vous dire «_boreal_»?
    ");
}

#[test]
fn a_file_is_copied_as_it_is_and_changes_nothing() {
    let site = site(&[]);
    said(&site, "build --lang fr");
    let before = read(&site, "public/index.html");
    insta::assert_snapshot!(said(&site, "theme eject page status fr --lang fr"), @"
    0
    Copié_: templates/components/status.html
    Copié_: templates/page.html
    Copié_: words/fr.toml
    Ces fichiers servent maintenant à la place de ceux du thème; retirez-les pour revenir au thème.
    Dans un fichier de mots, gardez seulement les lignes que vous changez, sous leur titre entre crochets_: le reste vient du thème.
    ");
    for path in ["templates/page.html", "templates/components/status.html", "words/fr.toml"] {
        assert_eq!(read(&site, path), of_default(path), "{path}");
    }
    assert!(said(&site, "build --lang fr --strict").starts_with("0\n"));
    assert_eq!(read(&site, "public/index.html"), before);
}

#[test]
fn the_file_of_the_theme_in_use_is_copied() {
    let site = site(&[
        ("jalon.toml", "title = \"Essai\"\ntheme = \"boreal\"\n"),
        ("themes/boreal/templates/footer.html", "<footer>Boréal</footer>"),
    ]);
    insta::assert_snapshot!(said(&site, "theme eject footer.html --lang en"), @"
    0
    Copied: templates/footer.html
    This file is now used instead of the theme’s; remove it to go back to the theme.
    ");
    assert_eq!(read(&site, "templates/footer.html"), "<footer>Boréal</footer>");
}

#[test]
fn nothing_is_written_over_and_nothing_is_written_by_halves() {
    let site = site(&[("templates/plan.html", "le nôtre"), ("assets/jalon.css/vide", "")]);
    insta::assert_snapshot!(said(&site, "theme eject page.html plan.html jalon.css plans.html sigles --lang fr"), @"
    2
    erreur_: le thème n’a pas de fichier «_plans.html_» [no-such-theme-file]
     |
     = aide_: vouliez-vous dire «_templates/plan.html_»?

    erreur_: le thème n’a pas de fichier «_sigles_» [no-such-theme-file]
     |
     = aide_: vouliez-vous dire «_templates/components/sides.html_»?

    erreur_: assets/jalon.css est déjà dans le site_: rien n’a été copié [already-in-site]
     |
     = aide_: ouvrez ce fichier pour le changer; pour repartir de celui du thème, renommez-le d’abord

    erreur_: templates/plan.html est déjà dans le site_: rien n’a été copié [already-in-site]
     |
     = aide_: ouvrez ce fichier pour le changer; pour repartir de celui du thème, renommez-le d’abord
    ");
    insta::assert_snapshot!(said(&site, "theme eject plan.html statut --lang en"), @"
    2
    error: the theme has no file “statut” [no-such-theme-file]
     |
     = help: did you mean “templates/components/status.html”?

    error: templates/plan.html is already in the site: nothing was copied [already-in-site]
     |
     = help: open this file to change it; to start again from the theme’s, rename it first
    ");
    assert_eq!(read(&site, "templates/plan.html"), "le nôtre");
    assert!(!site.path().join("templates/page.html").exists());
}

#[cfg(unix)]
#[test]
fn a_copy_is_not_written_through_a_link() {
    let (site, elsewhere) = (site(&[]), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join("templates")).unwrap();
    let refused = said(&site, "theme eject plan.html jalon.css --lang fr");
    insta::assert_snapshot!(refused, @"
    2
    erreur_: templates est un lien vers un autre dossier_: rien n’y a été écrit [through-link]
     |
     = aide_: remplacez-le par un vrai dossier
    ");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    assert!(!site.path().join("assets").exists());
}

#[test]
fn the_whole_theme_is_copied_under_a_name() {
    let site = site(&[]);
    let ejected = said(&site, "theme eject --lang fr");
    let n_files = ejected.split(['(', ' ']).find_map(|word| word.parse::<usize>().ok()).unwrap();
    assert!(n_files > 40, "{ejected}");
    insta::assert_snapshot!(ejected.replace(&format!("({n_files} "), "(N "), @r#"
    0
    Copié_: themes/maison/ (N fichiers)
    Pour que le site s’en serve, ajoutez à la fin de jalon.toml_:

      [theme]
      name = "maison"
    "#);
    assert_eq!(read(&site, "themes/maison/templates/base.html"), of_default("templates/base.html"));
    insta::assert_snapshot!(said(&site, "theme eject --lang fr"), @"
    2
    erreur_: le dossier themes/maison existe déjà_: rien n’a été copié [theme-there]
     |
     = aide_: choisissez un autre nom avec --name
    ");
    for (settings, expected) in [
        ("[theme]\naccent = \"#80300f\"\n", "under [theme], in jalon.toml:\n\n  name = \"x\""),
        ("theme = \"maison\"\n", "the name of the theme in jalon.toml with: \"x\""),
        ("theme = \"x\"\n", "jalon.toml names it already."),
    ] {
        fs::write(site.path().join("jalon.toml"), settings).unwrap();
        let ejected = said(&site, "theme eject --name x --lang en");
        assert!(ejected.trim_end().ends_with(expected), "{settings}: {ejected}");
        fs::remove_dir_all(site.path().join("themes/x")).unwrap();
    }
}

#[test]
fn the_copy_of_the_whole_theme_builds_the_same_site() {
    let site = site(&[]);
    said(&site, "build --lang fr");
    let before = [read(&site, "public/index.html"), read(&site, "public/assets/jalon.css")];
    said(&site, "theme eject --name notre-theme --lang fr");
    let settings =
        "title = \"Essai\"\nbase_url = \"https://example.org/\"\n[theme]\nname = \"notre-theme\"\n";
    fs::write(site.path().join("jalon.toml"), settings).unwrap();
    assert!(said(&site, "build --lang fr --strict").starts_with("0\n"));
    assert_eq!([read(&site, "public/index.html"), read(&site, "public/assets/jalon.css")], before);
}

#[test]
fn a_name_is_that_of_a_folder() {
    let site = site(&[]);
    for name in ["../ailleurs", "default", "a/b", "deux.mots"] {
        let refused = said(&site, &format!("theme eject --name {name} --lang fr"));
        assert!(refused.starts_with("2\n"), "{refused}");
        assert!(refused.contains(&format!("un thème ne peut pas s’appeler «_{name}_»")), "{refused}");
    }
    insta::assert_snapshot!(said(&site, "theme eject plan.html --name x --lang fr"), @"
    2
    erreur_: l’option --name est pour une copie de tout le thème, et des fichiers sont nommés [name-with-files]
     |
     = aide_: enlevez --name pour copier ces fichiers dans le site, ou les fichiers pour copier tout le thème
    ");
}

const OF_BOREAL: &str = "name = \"Boréal\"\ndescription = \"Un thème sobre\"\nauthors = [\"A. Bois\", \"C. Dune\"]
license = \"MIT\"\nhomepage = \"https://example.org/boreal\"\n\n[extra]\nsigne = \"Pin\"\npied = { mot = \"Bas\", note = \"Nord\" }\n";

#[test]
fn the_list_says_what_a_theme_says_of_itself() {
    let site = site(&[
        ("themes/boreal/theme.toml", OF_BOREAL),
        ("themes/essai/theme.toml", "description = \"Pour voir\"\ncouleur = 1\n"),
    ]);
    let themes = |lang: &str| {
        let list = said(&site, &format!("theme list --lang {lang}"));
        list.split("\n\n").next().unwrap().to_owned()
    };
    insta::assert_snapshot!(themes("fr"), @r"
    0
    Thèmes
      default  fourni avec jalon, utilisé par le site
      boreal   themes/boreal/
               Boréal_: Un thème sobre
               par A. Bois et C. Dune; licence_: MIT; https://example.org/boreal
      essai    themes/essai/
               Pour voir
    ");
    insta::assert_snapshot!(themes("en"), @r"
    0
    Themes
      default  comes with jalon, used by the site
      boreal   themes/boreal/
               Boréal: Un thème sobre
               by A. Bois and C. Dune; licence: MIT; https://example.org/boreal
      essai    themes/essai/
               Pour voir
    ");
}

#[test]
fn the_values_of_a_theme_stand_where_the_site_says_nothing() {
    let footer =
        "<footer>{{ site.extra.signe }}, {{ site.extra.pied.mot }}, {{ site.extra.pied.note }}</footer>";
    let settings = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n\n[theme]\nname = \"boreal\"\n";
    let check = |extra: &str, expected: &str| {
        let site = site(&[
            ("jalon.toml", &format!("{settings}{extra}")),
            ("themes/boreal/theme.toml", OF_BOREAL),
            ("themes/boreal/templates/footer.html", footer),
        ]);
        let told = said(&site, "build --lang fr");
        assert!(told.starts_with("0\n"), "{told}");
        let home = read(&site, "public/index.html");
        assert!(home.contains(&format!("<footer>{expected}</footer>")), "{home}");
    };
    check("", "Pin, Bas, Nord");
    check("\n[extra]\nsigne = \"Sapin\"\n\n[extra.pied]\nnote = \"Sud\"\n", "Sapin, Bas, Sud");
}

#[test]
fn what_is_wrong_in_the_file_of_a_theme_is_told_where_the_theme_serves() {
    let wrong = "nom = \"Boréal\"\nlisence = \"MIT\"\nauthors = 3\nmin_version = \"0.17\"\n\n[extra\n";
    let with = |settings: &str| {
        let settings = format!("title = \"Essai\"\nbase_url = \"https://example.org/\"\n{settings}");
        said(
            &site(&[
                ("jalon.toml", &settings),
                ("themes/boreal/theme.toml", wrong),
                ("themes/boreal/templates/footer.html", "<footer></footer>"),
            ]),
            "check --lang fr",
        )
    };
    let told = with("\n[theme]\nname = \"boreal\"\n");
    let told: Vec<&str> = told.lines().filter(|line| !line.contains('|')).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    1
      5 remarques sur l’écriture des fichiers
    3 pages, 22 liens vérifiés_: 5 erreurs
    erreur_: «_nom_» n’est pas une clé de jalon [foreign-key]
     --> themes/boreal/theme.toml:1:1
      = aide_: écrivez plutôt `name = "Boréal"`

    erreur_: clé inconnue «_lisence_» [unknown-key]
     --> themes/boreal/theme.toml:2:1
      = aide_: vouliez-vous dire «_license_»?

    erreur_: «_authors_» attend une liste de textes, et non «_3_» [wrong-type]
     --> themes/boreal/theme.toml:3:11
      = aide_: par exemple `authors = ["3"]`

    erreur_: «_min_version_» n’est pas une clé de jalon [foreign-key]
     --> themes/boreal/theme.toml:4:1
      = aide_: enlevez la ligne

    erreur_: le crochet n’est jamais fermé [unclosed]
     --> themes/boreal/theme.toml:6:1
      = aide_: ajoutez «_]_»
    "#);
    assert!(!with("").contains("theme.toml"), "{}", with(""));
}
