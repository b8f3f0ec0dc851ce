//! Pictures on pages: their sizes, what waits, and what the author is told of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\"></svg>";

/// A picture in PNG that says this size, as heavy as asked.
fn png(width: u32, height: u32, n_bytes: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.resize(n_bytes.max(33), 0);
    bytes
}

fn built(settings: &str, text: &str, files: &[(&str, Vec<u8>)]) -> Outcome {
    let mut all: BTreeMap<String, Arc<[u8]>> =
        files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone().into())).collect();
    all.insert(
        "jalon.toml".to_owned(),
        format!("title = \"Essai\"\nbase_url = \"https://example.org/\"\n{settings}").into_bytes().into(),
    );
    all.insert("content/banc/index.md".to_owned(), text.as_bytes().into());
    let options = Options {
        today: None,
        build_day: Date::new(2026, 5, 7).expect("a day"),
        drafts: Drafts::LeftOut,
        base_url: None,
    };
    pipeline::run(&Inputs { files: all, options })
}

/// What is told, one line each, no-break spaces shown.
fn told(text: &str, files: &[(&str, Vec<u8>)]) -> String {
    let outcome = built("", text, files);
    let lines = outcome.diagnostics.iter().map(|it| {
        let place = it.span.map(|span| format!(":{}", &text[span.start..span.end])).unwrap_or_default();
        let (message, help) = (it.problem.message(Lang::Fr), it.problem.help(Lang::Fr).unwrap_or_default());
        format!("{}{place}\n  {message}\n  {help}\n", it.path).replace('\u{a0}', "_")
    });
    lines.collect()
}

/// The pictures of the page, without what stands around.
fn shown(settings: &str, text: &str) -> String {
    let files = [
        ("content/banc/a.svg", DRAWING.into()),
        ("content/banc/b c.png", png(800, 600, 0)),
        ("static/logo.svg", DRAWING.into()),
    ];
    let outcome = built(settings, text, &files);
    let said: Vec<String> = outcome.diagnostics.iter().map(|it| it.problem.message(Lang::Fr)).collect();
    assert_eq!(said, Vec::<String>::new());
    let page = String::from_utf8(outcome.files["banc/index.html"].bytes.to_vec()).expect("text");
    page.split("<img")
        .skip(1)
        .filter_map(|rest| Some(format!("<img{}>\n", rest.split_once('>')?.0)))
        .collect()
}

#[test]
fn every_picture_says_its_size_whatever_shows_it() {
    let text = "+++\ntitle = \"Banc\"\nimage = \"b c.png\"\n+++\n\n![Un banc](a.svg)\n\n\
                {{ figure(src=\"a.svg\", alt=\"Le plan\") }}\n\n<img src=\"b%20c.png\" alt=\"\" width=\"80\">\n\n\
                {{ video(url=\"https://videos.example.org/1\", title=\"Le pont\", poster=\"b c.png\") }}\n";
    insta::assert_snapshot!(shown("[theme]\nlogo = \"/logo.svg\"\n", text), @r#"
    <img class="logo" src="../logo.svg" alt="" width="640" height="360">
    <img class="cover" src="b%20c.png" alt="" width="800" height="600">
    <img src="a.svg" alt="Un banc" width="640" height="360" loading="lazy" decoding="async">
    <img src="a.svg" alt="Le plan" width="640" height="360" loading="lazy" decoding="async">
    <img src="b%20c.png" alt="" width="80" loading="lazy" decoding="async">
    <img src="b%20c.png" alt="" width="800" height="600" loading="lazy" decoding="async">
    "#);
}

#[test]
fn a_picture_without_words_is_told_with_its_way_out() {
    let drawing = || [("content/banc/IMG_2034.svg", DRAWING.into())];
    insta::assert_snapshot!(told("# Banc\n\n![](IMG_2034.svg)\n", &drawing()), @"
    content/banc/index.md:![](IMG_2034.svg)
      aucun mot ne dit ce que montre l’image «_IMG_2034.svg_»_: les personnes qui ne la voient pas n’en sauront rien
      dites-le entre les crochets_: `![Six voisines autour d’une table](IMG_2034.svg)`; si elle ne sert qu’à décorer, écrivez `![décorative](IMG_2034.svg)`
    ");
    insta::assert_snapshot!(told("# Banc\n\n![IMG_2034.svg](IMG_2034.svg)\n", &drawing()), @"
    content/banc/index.md:![IMG_2034.svg](IMG_2034.svg)
      «_IMG_2034.svg_» est le nom d’un fichier_: cela ne dit pas ce que montre l’image
      dites en une phrase ce qu’on y voit; si l’image ne sert qu’à décorer, écrivez `décorative`
    ");
    insta::assert_snapshot!(told("# Banc\n\n<img src=\"IMG_2034.svg\">\n", &drawing()), @r#"
    content/banc/index.md:src="IMG_2034.svg"
      aucun mot ne dit ce que montre l’image «_IMG_2034.svg_»
      ajoutez `alt="Six voisines autour d’une table"`; si elle ne sert qu’à décorer, écrivez `alt=""`
    "#);
}

#[test]
fn words_that_any_picture_could_have_are_told() {
    let codes = |words: &str| {
        let text = format!("# Banc\n\n![{words}](a.svg)\n");
        let outcome = built("", &text, &[("content/banc/a.svg", DRAWING.into())]);
        outcome.diagnostics.iter().map(|it| it.problem.code()).collect::<Vec<_>>().join(" ")
    };
    for words in ["photo", "Photo", "image", "Image 2", "photo-3", "Picture", "Illustration", "img"] {
        assert_eq!(codes(words), "picture-generic-words", "{words}");
    }
    for words in ["IMG_0123", "IMG_20240611_101112", "DSC01234", "PXL_20240101_1", "banc.jpg"] {
        assert_eq!(codes(words), "picture-file-name", "{words}");
    }
    for words in ["Photo du banc", "Image du plan 2026", "Le banc", "2026", "décorative"] {
        assert_eq!(codes(words), "", "{words}");
    }
}

#[test]
fn covers_and_posters_say_what_they_show_when_their_author_does() {
    let text = "+++\ntitle = \"Banc\"\nimage = \"b c.png\"\nimage_alt = \"Trois voisins au soleil\"\n+++\n\n\
                {{ video(url=\"https://videos.example.org/1\", title=\"Le pont\", poster=\"a.svg\", alt=\"Le pont, de loin\") }}\n";
    insta::assert_snapshot!(shown("", text), @r#"
    <img class="cover" src="b%20c.png" alt="Trois voisins au soleil" width="800" height="600">
    <img src="a.svg" alt="Le pont, de loin" width="640" height="360" loading="lazy" decoding="async">
    "#);
    insta::assert_snapshot!(told("+++\nimage_alt = \"Trois voisins\"\n+++\n# Banc\n\nUn texte.\n", &[]), @r#"
    content/banc/index.md:"Trois voisins"
      «_image_alt_» dit ce que montre l’image, et ce document n’en nomme pas
      ajoutez `image = "…"`, ou enlevez cette ligne
    "#);
}

#[test]
fn a_picture_that_only_decorates_says_so_in_a_word() {
    let drawing = || [("content/banc/a.svg", DRAWING.into())];
    for text in [
        "![décorative](a.svg)",
        "![Image décorative](a.svg)",
        "![decorative](a.svg)",
        "<img src=\"a.svg\" alt=\"\">",
    ] {
        let outcome = built("", &format!("# Banc\n\n{text}\n"), &drawing());
        assert_eq!(outcome.diagnostics, Vec::new(), "{text}");
        let page = String::from_utf8(outcome.files["banc/index.html"].bytes.to_vec()).expect("text");
        assert!(page.contains("<img src=\"a.svg\" alt=\"\""), "{text}: {page}");
    }
}

#[test]
fn a_picture_too_large_for_a_page_is_told_once() {
    let files = [
        ("content/banc/fete.png", png(4000, 3000, 3_200_000)),
        ("content/banc/large.png", png(2600, 900, 0)),
        ("content/banc/plan.svg", [DRAWING.as_bytes(), &vec![b' '; 700_000]].concat()),
        ("content/banc/iphone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
        ("content/banc/original.png", png(6000, 4000, 9_000_000)),
    ];
    let text = "# Banc\n\n![La fête](fete.png) ![La fête](fete.png)\n\n![La rue](large.png) ![Le plan](plan.svg) ![Le pont](iphone.jpg)\n\n\
                [L’original, pour l’imprimeur](original.png)\n";
    insta::assert_snapshot!(told(text, &files), @"
    content/banc/fete.png
      cette image pèse 3,2_Mo, pour 4000 × 3000 pixels_: la page qui la montre s’ouvrira lentement au téléphone
      réduisez-la à 1_600_pixels de large et enregistrez-la en JPEG, avec Photos, Aperçu ou Paint; gardez l’original ailleurs que dans le dossier du site
    content/banc/iphone.jpg
      les navigateurs ne montreront pas cette image_: son contenu n’est pas celui d’un fichier .jpg
      ouvrez-la dans un logiciel d’images et enregistrez-la en JPEG ou en PNG; changer le nom ne suffit pas, une photo de téléphone (HEIC) se convertit
    content/banc/large.png
      cette image a 2600 × 900 pixels, plus qu’une page n’en montre
      réduisez-la à 1_600_pixels de large et enregistrez-la en JPEG, avec Photos, Aperçu ou Paint; gardez l’original ailleurs que dans le dossier du site
    content/banc/plan.svg
      ce dessin pèse 701_ko_: la page qui le montre s’ouvrira lentement au téléphone
      un dessin aussi lourd contient souvent une photo_: enregistrez-le en JPEG ou en PNG, à 1_600_pixels de large
    ");
}
