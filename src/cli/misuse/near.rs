//! The command or the option that was probably meant.

use crate::lang::{fold, nearest, slips};

/// What people type for a command: its name in French, or what other programs call it.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    ("build", &["construire", "batir", "generer", "publier", "publish", "generate", "make"]),
    ("check", &["verifier", "verification", "valider", "validate", "lint", "test", "tester"]),
    ("help", &["aide", "manuel", "manual"]),
    ("i18n", &["traduire", "traductions", "translate", "translations"]),
    ("init", &["commencer", "creer", "initialiser", "create", "start"]),
    ("new", &["nouveau", "nouvelle", "ajouter", "add"]),
    ("serve", &["servir", "apercu", "preview", "server", "watch", "dev"]),
    ("status", &["etat", "avancement", "suivi", "progress"]),
    ("theme", &["gabarits", "themes", "templates"]),
];

/// The command meant by a word, among those that stand there.
pub fn command<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(written);
    let called = OTHER_NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
    let called = called.and_then(|(command, _)| known.iter().find(|known| *known == command));
    called.copied().or_else(|| word(&folded, known))
}

/// The word nearest to what was written: a slip of the pen away, else the one that starts so, else
/// the one it looks most like.
pub fn word<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let slip = known.iter().filter_map(|word| Some((slips(written, word)?, *word))).min();
    let begins = || known.iter().copied().find(|word| written.len() > 2 && word.starts_with(written));
    let looks_like = || nearest(written, known.iter().copied());
    slip.map(|(_, word)| word).or_else(begins).or_else(looks_like)
}
