//! The words around a known state: « C’est fait », « Pas encore commencé », « Reporté à 2027 », « Complété à 80 % ».

use super::{StatusKey, percent};
use crate::lang::fold;

/// Compared words without what says the same thing more loudly: « c’est fait » as « fait ».
pub(super) fn without_emphasis(written: &str) -> String {
    const OPENINGS: &[(&str, &str)] = &[
        ("c'est ", ""),
        ("it's ", ""),
        ("it is ", ""),
        ("deja ", ""),
        ("already ", ""),
        ("pas encore ", "pas "),
        ("non encore ", "non "),
        ("not yet ", "not "),
    ];
    let mut bare =
        written.strip_suffix(" yet").filter(|it| it.starts_with("not ")).unwrap_or(written).to_owned();
    for (opening, kept) in OPENINGS {
        if let Some(rest) = bare.strip_prefix(opening) {
            bare = format!("{kept}{rest}");
        }
    }
    bare
}

/// « Reporté à 2027 » as « Reporté » and « à 2027 ».
///
/// « Remis au conseil » was handed in: what may be read otherwise is no such state.
pub(super) fn postponed_to(text: &str) -> Option<(&str, &str)> {
    const LINKS: &[&str] = &["a", "au", "aux", "en", "pour", "to", "until", "till"];
    let at = text.match_indices(char::is_whitespace).find_map(|(at, _)| {
        let next = fold(text[at..].split_whitespace().next()?);
        (LINKS.contains(&next.as_str()) || next.starts_with("jusqu'")).then_some(at)
    })?;
    let (head, to) = text.split_at(at);
    (!fold(head).starts_with("remis")).then_some((head, to.trim()))
}

/// « Complété à 80 % » and “80% complete” as the words of a state and a percentage.
pub(super) fn with_percent(text: &str) -> Option<(&str, u8)> {
    let text = text.trim().trim_end_matches('.');
    let sign = text.find('%')?;
    let (before, after) = (&text[..sign], text[sign + 1..].trim());
    let digits_end = before.trim_end();
    let digits = digits_end
        .rfind(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .map_or(0, |at| at + digits_end[at..].chars().next().map_or(1, char::len_utf8));
    let read = percent::marked(&text[digits..=sign])?;
    let words = before[..digits].trim();
    let words = match words.rsplit_once(char::is_whitespace) {
        Some((rest, link)) if matches!(fold(link).as_str(), "a" | "at") => rest,
        Some(_) | None => words,
    };
    match (words, after) {
        (words, "") if !words.is_empty() => Some((words, read)),
        ("", after) if !after.is_empty() => Some((after, read)),
        _ => None,
    }
}

/// What takes back a state that says all is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// « Réalisée : non »
    Denied,
    /// « Réalisé, partiellement », « Réalisé : 2 sur 5 »
    Partly,
    /// « Complété : à 80 % »
    At(u8),
}

/// What the first words behind « Réalisée : » take back of it. Of a state that is only begun, they take all or nothing.
pub(super) fn doubt(key: StatusKey, detail: &str) -> Option<Doubt> {
    const BEGUN: [StatusKey; 5] = [
        StatusKey::Done,
        StatusKey::Partial,
        StatusKey::InProgress,
        StatusKey::Preparing,
        StatusKey::Ongoing,
    ];
    const DENIALS: &[&str] = &[
        "non",
        "pas encore",
        "pas fait",
        "jamais",
        "no",
        "not yet",
        "never",
        "faux",
        "false",
        "✗",
        "✘",
        "❌",
    ];
    const PARTS: &[&str] = &[
        "partiellement",
        "partiel",
        "partielle",
        "en partie",
        "a moitie",
        "partially",
        "partial",
        "partly",
        "in part",
        "half",
    ];
    let first = detail.split([',', ';', '(', '.', ':', '!']).next().unwrap_or(detail);
    let first = first.trim_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '"'));
    let folded = fold(first);
    let opens =
        |part: &&str| folded.strip_prefix(*part).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    match (folded.as_str(), key) {
        (words, StatusKey::Done) if PARTS.iter().any(opens) || is_part(words) => Some(Doubt::Partly),
        (words, key) if DENIALS.contains(&words) && BEGUN.contains(&key) => Some(Doubt::Denied),
        // « à 33,3 % » holds a comma that cuts nothing.
        (_, StatusKey::Done) => {
            at_percent(detail).or_else(|| at_percent(first)).filter(|percent| *percent < 100).map(Doubt::At)
        }
        _ => None,
    }
}

/// « à 50 % », “at 50%”
pub(super) fn at_percent(text: &str) -> Option<u8> {
    let (at, share) = text.trim().split_once(char::is_whitespace)?;
    if text.contains('%') && ["a", "at"].contains(&fold(at).as_str()) { percent::marked(share) } else { None }
}

/// « 2 sur 5 », “2 out of 5”: fewer than there are. « 3/10 » may be a day, and « 2024/2025 » a school year.
fn is_part(folded: &str) -> bool {
    let (n, total) =
        [" sur ", " out of ", " of "].iter().find_map(|of| folded.split_once(of)).unwrap_or_default();
    let total = total.split(' ').next().unwrap_or_default();
    matches!((n.parse::<u32>(), total.parse::<u32>()), (Ok(n), Ok(total)) if n < total)
}

/// What « Pas fait » may mean: still to be done, or never to be; it is asked, not decided.
pub(super) fn denied(written: &str, is_done: impl Fn(&str) -> bool) -> Option<&'static str> {
    const BEGUN: &[&str] = &["fini", "termine", "acheve", "complet", "finish"];
    let (rest, words) = match written.strip_prefix("not ") {
        Some(rest) => (rest, ["In progress", "To do"]),
        None => {
            (written.strip_prefix("non ").or_else(|| written.strip_prefix("pas "))?, ["En cours", "À faire"])
        }
    };
    let is_begun = BEGUN.iter().any(|begun| rest.starts_with(begun));
    is_done(rest).then_some(words[usize::from(!is_begun)])
}

/// Whether a text says the contrary of known words, or that it starts over, whatever the letters they share:
/// “Off track” and “On track”, “Incomplete” and “Complete”, “Rescheduled” and “Scheduled”.
pub(super) fn turns(written: &str, known: &str) -> bool {
    const PREFIXES: &[&str] = &["", "un", "in", "im", "ir", "non", "re", "de", "des", "dis"];
    const CONTRARIES: &[[&str; 2]] = &[["on", "off"], ["in", "out"], ["under", "over"], ["sans", "avec"]];
    // What is left of both without the beginning of each: “Unscheduled” is not “Rescheduled”.
    let begins_otherwise = PREFIXES.iter().any(|one| {
        let Some(rest) = written.strip_prefix(one).filter(|rest| rest.starts_with(char::is_alphabetic))
        else {
            return false;
        };
        PREFIXES.iter().any(|other| one != other && known.strip_prefix(other) == Some(rest))
    });
    let firsts = [first_word(written), first_word(known)];
    begins_otherwise
        || CONTRARIES.iter().any(|pair| firsts[0] != firsts[1] && firsts.iter().all(|it| pair.contains(it)))
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

/// The state that a word answers to a question that was not asked. Folded.
const ANSWERS: &[(&str, StatusKey)] = &[
    ("oui", StatusKey::Done),
    ("yes", StatusKey::Done),
    ("ok", StatusKey::Done),
    ("x", StatusKey::Done),
    ("vrai", StatusKey::Done),
    ("true", StatusKey::Done),
    ("non", StatusKey::Planned),
    ("no", StatusKey::Planned),
    ("✗", StatusKey::Planned),
    ("✘", StatusKey::Planned),
    ("❌", StatusKey::Planned),
    ("faux", StatusKey::Planned),
    ("false", StatusKey::Planned),
];

/// The key that an unknown text most likely means: « Oui » is an answer, others are on the way.
pub(super) fn likely(text: &str) -> StatusKey {
    let folded = fold(text);
    ANSWERS.iter().find(|(answer, _)| *answer == folded).map_or(StatusKey::InProgress, |(_, key)| *key)
}
