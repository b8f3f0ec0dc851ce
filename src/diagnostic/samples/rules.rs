//! What every message owes its reader, in French as in English.

use crate::diagnostic::{Bilingual, Problem, Wording};

const NO_BREAK_SPACE: char = '\u{a0}';

/// What is wrong with the wording of a problem, one line each.
pub(super) fn faults_of(problem: &Problem) -> Vec<String> {
    let wording = problem.wording();
    let values = values(problem);
    let mut faults = faults_beside(&wording, &values);
    if wording.help.is_none() {
        faults.push(format!("[{}] no way out: {}", wording.code, wording.message.en));
    }
    let (fr, en): (String, String) =
        sentences(&wording).map(|said| (format!("{}\n", said.fr), format!("{}\n", said.en))).unzip();
    for value in values {
        for said in [&fr, &en].into_iter().filter(|said| !said.contains(&value)) {
            faults.push(format!("[{}] {value:?} was read, and is not in: {said}", wording.code));
        }
    }
    faults
}

/// What is wrong with a wording, the author’s words in it set aside: they may hold any mark.
pub(crate) fn faults_beside(wording: &Wording, values: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    if !is_kebab_case(wording.code) {
        faults.push("the code is not in kebab case".to_owned());
    }
    faults.extend(opening(&wording.message.fr));
    faults.extend(opening(&wording.message.en));
    for Bilingual { fr, en } in sentences(wording) {
        let (fr, en) = (&without_values(fr, values), &without_values(en, values));
        if fr == en {
            faults.push(format!("the same words in both languages: {fr}"));
        }
        faults.extend([common(fr), french(fr), common(en), english(en)].into_iter().flatten());
    }
    faults.into_iter().map(|fault| format!("[{}] {fault}", wording.code)).collect()
}

fn sentences(wording: &Wording) -> impl Iterator<Item = &Bilingual> {
    std::iter::once(&wording.message).chain(&wording.help)
}

fn is_kebab_case(code: &str) -> bool {
    !code.is_empty()
        && code.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A message goes on after « erreur : », so it does not start with a capital.
fn opening(said: &str) -> Option<String> {
    said.starts_with(char::is_uppercase).then(|| format!("starts with a capital: {said}"))
}

/// What holds in both languages.
fn common(said: &str) -> Option<String> {
    let prose = without_code(said);
    let fault = match () {
        () if said.trim().is_empty() => "nothing is said",
        () if said.trim() != said || said.contains("  ") => "a space too many",
        () if said.ends_with('.') => "a period at the end",
        () if said.matches('`').count() % 2 == 1 => "a ` without its pair",
        () if has_placeholder(said) => "a {placeholder} is left",
        () if prose.contains("...") => "three periods for …",
        () if prose.contains('"') => "straight quotation marks outside code",
        () if prose.contains('\'') => "a straight apostrophe",
        () => return None,
    };
    Some(format!("{fault}: {said}"))
}

fn french(said: &str) -> Option<String> {
    let prose: Vec<char> = without_code(said).chars().collect();
    let is_space = |c: Option<&char>| c.is_none_or(|c| c.is_whitespace());
    let fault = prose.iter().enumerate().find_map(|(at, c)| {
        let before = at.checked_sub(1).map(|at| prose[at]);
        let after = prose.get(at + 1);
        match c {
            '“' | '”' => Some("English quotation marks"),
            '«' if after != Some(&NO_BREAK_SPACE) => {
                Some("a mark that opens wants a no-break space behind it")
            }
            '»' if before != Some(NO_BREAK_SPACE) => {
                Some("a mark that closes wants a no-break space before it")
            }
            ':' if is_space(after) && before != Some(NO_BREAK_SPACE) => Some("`:` wants a no-break space"),
            ';' | '!' | '?' if before.is_some_and(char::is_whitespace) => Some("a space before ; ! or ?"),
            _ => None,
        }
    });
    fault.map(|fault| format!("{fault}: {said}"))
}

fn english(said: &str) -> Option<String> {
    let prose = without_code(said);
    let fault = match () {
        () if prose.contains(['«', '»']) => "French quotation marks",
        () if [" :", " ;", " ?", " !"]
            .iter()
            .any(|mark| prose.replace(NO_BREAK_SPACE, " ").contains(mark)) =>
        {
            "a space before : ; ? or !"
        }
        () if prose.matches('“').count() != prose.matches('”').count() => "“ without ”",
        () => return None,
    };
    Some(format!("{fault}: {said}"))
}

/// What stands between backquotes is to be typed as it is.
fn without_code(said: &str) -> String {
    said.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn without_values(said: &str, values: &[String]) -> String {
    let marked = values.iter().filter(|value| value.contains([':', ';', '!', '?', '“', '«']));
    marked.fold(said.to_owned(), |said, value| said.replace(value, "x"))
}

/// `{word}`, which a `format!` would have replaced.
fn has_placeholder(said: &str) -> bool {
    said.split('{').skip(1).any(|rest| {
        rest.split_once('}').is_some_and(|(word, _)| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        })
    })
}

/// The texts that a problem holds: what was read, and what it is measured against.
fn values(problem: &Problem) -> Vec<String> {
    let shown = format!("{problem:?}");
    // An advice is a wording, not something read.
    let shown = shown.split("Bilingual").next().unwrap_or_default();
    let texts = shown.split('"').skip(1).step_by(2);
    texts.filter(|text| !text.is_empty() && !text.contains('\\')).map(str::to_owned).collect()
}
