//! What `jalon.toml` may say of languages.

use jalon::config::languages::{DefaultRoot, Fallback};
use jalon::config::{self, Config};
use jalon::diagnostic::Noted;
use jalon::lang::Lang;
use jalon::source::Source;

fn read(text: &str) -> (Config, Vec<String>) {
    let Noted { value, diagnostics } =
        config::read(&Source::new("jalon.toml", format!("title = \"A\"\n{text}")));
    let said =
        diagnostics.iter().map(|diagnostic| diagnostic.problem.message(Lang::Fr).replace('\u{a0}', "~"));
    (value, said.collect())
}

#[test]
fn a_language_falls_back_only_when_asked() {
    let (config, said) =
        read("prefix_default_language = true\n[languages.en]\nfallback = \"notice\"\n[languages.es]\n");
    let fallbacks: Vec<Fallback> = config.languages.iter().map(|language| language.fallback).collect();
    assert_eq!(fallbacks, [Fallback::None, Fallback::Notice, Fallback::None]);
    assert_eq!(config.default_root, DefaultRoot::OwnFolder);
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_wrong_word_is_told_with_those_that_are_known() {
    let (_, said) = read("[languages.en]\nfallback = \"notise\"\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("notise"), "{said:?}");
}

#[test]
fn the_default_language_falls_back_on_nothing() {
    let (_, said) = read("[languages.fr]\nfallback = \"notice\"\n");
    assert_eq!(
        said,
        [
            "«~fallback~» ne sert pas dans [languages.fr], la langue par défaut du site~: ce sont les autres langues qui s’appuient sur elle"
        ]
    );
}

#[test]
fn the_menu_of_the_default_language_is_written_once() {
    let (config, said) = read("[[languages.fr.menu]]\ntitle = \"A\"\nurl = \"/\"\n");
    assert_eq!((config.menu.len(), said.len()), (1, 0));
    let (_, said) =
        read("[[menu]]\ntitle = \"A\"\nurl = \"/\"\n[[languages.fr.menu]]\ntitle = \"A\"\nurl = \"/\"\n");
    assert_eq!(
        said,
        ["le menu de la langue par défaut est écrit deux fois~: dans [[menu]] et dans [[languages.fr.menu]]"]
    );
}
