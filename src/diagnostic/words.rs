//! Problems of files of words: what a language of the site lacks, and what nobody reads in them.

use super::Wording;
use crate::lang::{Lang, is_singular, list, number, quoted};

/// What can be wrong with the words that visitors read, in a file of the site or of its theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsProblem {
    /// A language of the site for which no file gives any word.
    NoWords { language: String, n_words: usize },
    /// Words that a language of the site still lacks; `first` are some of their keys.
    Missing { language: String, n_missing: usize, first: Vec<String> },
    /// A file for a language that the site does not have.
    OfNoLanguage { language: String },
    /// A value between braces that the words of this key are not given.
    UnknownValue { key: String, value: String, known: Vec<String> },
    /// Forms for counts that the language does not have; `forms` are those it has.
    UnreadForms { unread: Vec<String>, forms: Vec<&'static str> },
}

impl WordsProblem {
    pub fn wording(&self) -> Wording {
        match self {
            WordsProblem::NoWords { language, n_words } => Wording::new(
                "words-missing",
                format!(
                    "ce fichier manque : il donne les mots des pages en {}, {} en tout, et jalon n’a que ceux du français et de l’anglais",
                    quoted(Lang::Fr, language),
                    number(Lang::Fr, *n_words)
                ),
                format!(
                    "this file is missing: it gives the words of pages in {}, {} in all, and jalon has only those of French and English",
                    quoted(Lang::En, language),
                    number(Lang::En, *n_words)
                ),
            )
            .help(
                format!("`jalon theme eject words/fr.toml` copie ceux du français : renommez la copie words/{language}.toml, puis traduisez ce qui est entre guillemets droits"),
                format!("`jalon theme eject words/en.toml` copies those of English: rename the copy words/{language}.toml, then translate what is between straight quotes"),
            ),
            WordsProblem::Missing { language, n_missing, first } => missing(language, *n_missing, first),
            WordsProblem::OfNoLanguage { language } => Wording::new(
                "words-of-no-language",
                format!("personne ne lit ces mots : {} n’est pas une langue du site", quoted(Lang::Fr, language)),
                format!("nobody reads these words: {} is not a language of the site", quoted(Lang::En, language)),
            )
            .help(
                format!("déclarez-la dans jalon.toml avec [languages.{language}], ou retirez ce fichier"),
                format!("declare it in jalon.toml with [languages.{language}], or remove this file"),
            ),
            WordsProblem::UnknownValue { key, value, known } => unknown_value(key, value, known),
            WordsProblem::UnreadForms { unread, forms } => Wording::new(
                "words-unread-forms",
                format!(
                    "cette langue n’a pas la forme {} : ces mots ne seront jamais affichés",
                    named(Lang::Fr, unread)
                ),
                format!(
                    "this language does not have the form {}: these words will never be shown",
                    named(Lang::En, unread)
                ),
            )
            .help(
                format!("pour les mots qui comptent, elle a : {}", named(Lang::Fr, forms)),
                format!("for words that count, it has: {}", named(Lang::En, forms)),
            ),
        }
    }
}

fn missing(language: &str, n_missing: usize, first: &[String]) -> Wording {
    let n_more = n_missing.saturating_sub(first.len());
    let named = |lang: Lang| {
        let mut keys: Vec<String> = first.iter().map(|key| quoted(lang, key)).collect();
        match lang {
            Lang::Fr if n_more > 0 => keys.push(format!("{} de plus", number(lang, n_more))),
            Lang::En if n_more > 0 => keys.push(format!("{} more", number(lang, n_more))),
            Lang::Fr | Lang::En => {}
        }
        list(lang, &keys)
    };
    let (fr, en) = (
        if is_singular(Lang::Fr, n_missing) { "clé" } else { "clés" },
        if is_singular(Lang::En, n_missing) { "key" } else { "keys" },
    );
    Wording::new(
        "words-missing",
        format!("il manque {} {fr} aux mots de la langue {} : {}", number(Lang::Fr, n_missing), quoted(Lang::Fr, language), named(Lang::Fr)),
        format!("the words of the language {} lack {} {en}: {}", quoted(Lang::En, language), number(Lang::En, n_missing), named(Lang::En)),
    )
    .help(
        "`jalon theme eject words/fr.toml` copie ceux du français : reprenez-y ces clés et traduisez-les, puis retirez la copie",
        "`jalon theme eject words/en.toml` copies those of English: take these keys from it and translate them, then remove the copy",
    )
}

fn unknown_value(key: &str, value: &str, known: &[String]) -> Wording {
    let braced = |name: &String| format!("`{{{name}}}`");
    let wording = Wording::new(
        "words-unknown-value",
        format!(
            "rien ne remplace `{{{value}}}` dans les mots {} : les visiteurs le liraient tel quel",
            quoted(Lang::Fr, key)
        ),
        format!(
            "nothing replaces `{{{value}}}` in the words {}: visitors would read it as it is",
            quoted(Lang::En, key)
        ),
    );
    let known: Vec<String> = known.iter().map(braced).collect();
    match known.as_slice() {
        [] => wording.help(
            "enlevez-le : ces mots n’ont pas de valeur à montrer",
            "remove it: these words have no value to show",
        ),
        known => wording.help(
            format!("ces mots peuvent montrer {}", list(Lang::Fr, known)),
            format!("these words can show {}", list(Lang::En, known)),
        ),
    }
}

fn named<S: AsRef<str>>(lang: Lang, forms: &[S]) -> String {
    let forms: Vec<String> = forms.iter().map(|form| quoted(lang, form.as_ref())).collect();
    list(lang, &forms)
}
