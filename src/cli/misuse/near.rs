//! The command or the option that was probably meant.

use crate::lang::{fold, nearest, slips};

/// What people type for a command: its name in French, or what other programs call it.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    (
        "build",
        &["construire", "batir", "generer", "publier", "publish", "generate", "make", "deploy", "deployer"],
    ),
    ("check", &["verifier", "verification", "valider", "validate", "lint", "test", "tester"]),
    ("export", &["exporter", "exportation", "telecharger", "download", "donnees", "data"]),
    ("help", &["aide", "manuel", "manual"]),
    ("i18n", &["traduire", "traductions", "translate", "translations"]),
    ("import", &["importer", "importation", "convert", "convertir", "conversion", "reprendre"]),
    ("init", &["commencer", "creer", "initialiser", "create", "start"]),
    ("new", &["nouveau", "nouvelle", "ajouter", "add"]),
    ("serve", &["servir", "apercu", "preview", "server", "watch", "dev", "voir", "ouvrir", "open", "run"]),
    ("status", &["etat", "avancement", "suivi", "progress"]),
    ("theme", &["gabarits", "themes", "templates"]),
];

/// What people type for an option: its name in French, or what other programs call it.
const OTHER_OPTIONS: &[(&str, &[&str])] = &[
    ("as", &["comme", "genre", "kind", "type"]),
    ("base-url", &["adresse", "url", "baseurl"]),
    ("coming", &["a venir", "venir", "bientot", "prochaines", "soon", "upcoming"]),
    ("config", &["reglages", "configuration", "settings"]),
    ("date", &["jour", "day"]),
    ("drafts", &["brouillon", "brouillons"]),
    ("external", &["externes", "liens", "links"]),
    ("format", &["presentation"]),
    ("help", &["aide"]),
    ("hosting", &["hebergement", "hebergeur", "host"]),
    ("language", &["langue", "lang"]),
    ("lang", &["langue", "language"]),
    ("late", &["retard", "retards", "en retard", "overdue"]),
    ("open", &["ouvrir", "ouvre", "navigateur", "browser"]),
    ("output-dir", &["sortie", "destination", "dossier", "out"]),
    ("replace", &["remplacer", "remplace", "force", "forcer", "overwrite", "ecraser"]),
    ("responsible", &["responsables", "qui", "who", "owner"]),
    ("root", &["racine", "dossier", "folder", "source"]),
    ("strict", &["severe"]),
    ("threshold", &["seuil"]),
    ("title", &["titre", "nom", "name"]),
    ("today", &["aujourd'hui", "aujourdhui", "date"]),
    ("under", &["dans", "in"]),
];

/// The option meant by a word, among those of a command.
pub fn option<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(written).replace('-', " ");
    let mut called = OTHER_OPTIONS.iter().filter(|(_, names)| names.contains(&folded.as_str()));
    let called = called.find_map(|(option, _)| known.iter().find(|known| *known == option).copied());
    called.or_else(|| word(written, known))
}

/// The command meant by a word, among those that stand there.
pub fn command<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(written);
    let called = OTHER_NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
    let called = called.and_then(|(command, _)| known.iter().find(|known| *known == command));
    let others =
        || OTHER_NAMES.iter().flat_map(|(command, names)| names.iter().map(move |name| (*name, *command)));
    // « construit », « verifie »
    let by_other = || {
        let names: Vec<&str> = others().map(|(name, _)| name).collect();
        let near = slip_or_start(&folded, &names)?;
        let (_, command) = others().find(|(name, _)| *name == near)?;
        known.iter().find(|known| **known == command).copied()
    };
    called
        .copied()
        .or_else(|| slip_or_start(&folded, known))
        .or_else(by_other)
        .or_else(|| word(&folded, known))
}

/// The word nearest to what was written: a slip of the pen away, else the one that starts so, else
/// the one it looks most like.
pub fn word<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    slip_or_start(written, known).or_else(|| nearest(written, known.iter().copied()))
}

/// The word a slip of the pen away, else the one that starts so.
fn slip_or_start<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let slip = known.iter().filter_map(|word| Some((slips(written, word)?, *word))).min();
    let begins = || known.iter().copied().find(|word| written.len() > 2 && word.starts_with(written));
    slip.map(|(_, word)| word).or_else(begins)
}
