//! Ten mistakes that real authors make, and what jalon prints for each: `docs/erreurs.md` is
//! written by this test. After a change of wording, run it with `JALON_WRITE=1` and read the page.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// A mistake: what it is, and the files of a small site that holds it.
struct Mistake {
    title: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

const SETTINGS: &[u8] = "title = \"La Grande Tablée\"\nbase_url = \"https://example.org/\"\n".as_bytes();

const MISTAKES: &[Mistake] = &[
    Mistake {
        title: "Un guillemet oublié dans l’en-tête",
        files: &[("content/a-propos.md", "+++\ntitle = \"À propos\ndate = 2025-10-03\n+++\n\nQui nous sommes.\n".as_bytes())],
    },
    Mistake {
        title: "Une clé mal écrite",
        files: &[("content/a-propos.md", "+++\ntitle = \"À propos\"\ndescripton = \"Qui nous sommes\"\n+++\n".as_bytes())],
    },
    Mistake {
        title: "« oui » au lieu de true",
        files: &[("content/a-propos.md", "+++\ntitle = \"À propos\"\ndraft = \"oui\"\n+++\n".as_bytes())],
    },
    Mistake {
        title: "Deux actions, trois échéanciers",
        files: &[(
            "content/plan.md",
            "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Accueillir\n\n\
             | Objectif | Actions | Échéancier |\n|---|---|---|\n\
             | Bien accueillir | Préparer la trousse<br>La distribuer | Mai 2026<br>Juin 2026<br>Août 2026 |\n"
                .as_bytes(),
        )],
    },
    Mistake {
        title: "Un état presque connu",
        files: &[(
            "content/plan.md",
            "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Accueillir\n\n\
             | Actions | Échéancier | État |\n|---|---|---|\n| Préparer la trousse | Mai 2026 | En cour |\n"
                .as_bytes(),
        )],
    },
    Mistake {
        title: "Deux fichiers pour une adresse",
        files: &[
            ("content/fete.md", "+++\ntitle = \"La fête\"\n+++\n".as_bytes()),
            ("content/fete-2.md", "+++\ntitle = \"La fête, encore\"\nslug = \"fete\"\n+++\n".as_bytes()),
        ],
    },
    Mistake {
        title: "Une image absente",
        files: &[
            ("content/fete/index.md", "+++\ntitle = \"La fête\"\n+++\n\n![La place du marché](marche.jpg)\n".as_bytes()),
            ("content/fete/marché.jpg", b"image"),
        ],
    },
    Mistake {
        title: "Un lien vers un document qui n’existe pas",
        files: &[
            ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nVoir [la fête](@/fetes.md).\n".as_bytes()),
            ("content/fete.md", "+++\ntitle = \"La fête\"\n+++\n".as_bytes()),
        ],
    },
    Mistake {
        title: "Un fichier enregistré en Windows-1252",
        files: &[("content/fete.md", b"+++\ntitle = \"La f\xeate\"\n+++\n")],
    },
    Mistake {
        title: "Un gabarit qui nomme un champ inconnu",
        files: &[
            ("content/fete.md", "+++\ntitle = \"La fête\"\n+++\n".as_bytes()),
            ("templates/page.html", "<!doctype html>\n<title>{{ page.titel }}</title>\n".as_bytes()),
        ],
    },
];

#[test]
fn the_page_of_mistakes_says_what_jalon_prints() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/erreurs.md");
    let written = page_of_mistakes();
    if std::env::var_os("JALON_WRITE").is_some() {
        fs::write(&page, &written).unwrap();
    }
    assert_eq!(fs::read_to_string(&page).unwrap(), written, "run with JALON_WRITE=1, then read the page");
}

fn page_of_mistakes() -> String {
    let mut page = String::from(
        "# Dix erreurs, et ce que jalon en dit\n\n\
         Chaque message nomme le fichier, la ligne et la colonne, dit ce qui a été lu et ce qui était attendu.\n\
         Tous les problèmes d’une construction sont dits d’un coup, et rien n’est publié tant qu’il reste une erreur.\n\
         Les avertissements (« attention ») n’empêchent pas de publier, sauf avec `--strict`.\n\
         Avec `--lang en`, les mêmes messages sont en anglais.\n\n\
         Cette page est écrite par un test : elle montre ce que le programme affiche vraiment.\n",
    );
    for (n, mistake) in MISTAKES.iter().enumerate() {
        page.push_str(&format!("\n## {}. {}\n\n", n + 1, mistake.title));
        page.push_str(&format!("```text\n{}```\n", printed(mistake, "fr")));
        // Every message has its English twin.
        assert!(!printed(mistake, "en").is_empty(), "{}", mistake.title);
    }
    page
}

/// What the program prints about a site, without colour.
fn printed(mistake: &Mistake, lang: &str) -> String {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("jalon.toml"), SETTINGS).unwrap();
    for (path, bytes) in mistake.files {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["build", "--today", "2026-03-01", "--lang", lang])
        .current_dir(site.path())
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8(output.stderr).unwrap()
}
