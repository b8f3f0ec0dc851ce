//! Finds a file of the theme by its full name, or by a shorter one.

use crate::lang::nearest;
use crate::theme::pieces::{FOLDERS, Pieces};

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    One(&'a str),
    /// Files of that name in several folders.
    Several(Vec<&'a str>),
    Nothing {
        nearest: Option<&'a str>,
    },
}

/// Finds the file a person means: `templates/plan.html`, `plan.html`, `plan`, `status` for
/// `templates/components/status.html`. A longer name goes before a shorter one.
pub fn find<'a>(pieces: &'a Pieces, written: &str) -> Found<'a> {
    let written = written.replace('\\', "/");
    let written = written.trim_start_matches("./").trim_start_matches("themes/default/");
    let names = || pieces.keys().map(String::as_str);
    if let Some(exact) = names().find(|name| *name == written) {
        return Found::One(exact);
    }
    let ways: [&dyn Fn(&str) -> bool; 4] = [
        &|name| below(name) == written,
        &|name| without_extension(below(name)) == written || without_extension(name) == written,
        &|name| last(name) == written,
        &|name| without_extension(last(name)) == written,
    ];
    for leads in ways {
        let found: Vec<&str> = names().filter(|name| leads(name)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Found::One(one),
            [_, ..] => return Found::Several(found),
        }
    }
    let near = |short: fn(&str) -> &str| {
        let word = nearest(written, names().map(short))?;
        names().find(|name| short(name) == word)
    };
    Found::Nothing {
        nearest: near(|name| name).or_else(|| near(below)).or_else(|| near(last)).or_else(|| near(stem)),
    }
}

/// `templates/components/plan.html` → `components/plan.html`
fn below(name: &str) -> &str {
    FOLDERS.iter().find_map(|folder| name.strip_prefix(folder)).unwrap_or(name)
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn without_extension(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn stem(name: &str) -> &str {
    without_extension(last(name))
}

#[cfg(test)]
mod tests {
    use super::{Found, find};
    use crate::theme::pieces::pieces;

    fn check(written: &str, expected: &str) {
        let pieces = pieces(Vec::new());
        let found = match find(&pieces, written) {
            Found::One(name) => name.to_owned(),
            Found::Several(names) => names.join(" | "),
            Found::Nothing { nearest } => format!("? {}", nearest.unwrap_or("-")),
        };
        assert_eq!(found, expected, "{written}");
    }

    #[test]
    fn a_file_is_found_by_its_full_name_or_a_shorter_one() {
        check("templates/plan.html", "templates/plan.html");
        check("plan.html", "templates/plan.html");
        check("plan", "templates/plan.html");
        check("templates/plan", "templates/plan.html");
        check("components/plan.html", "templates/components/plan.html");
        check("components/plan", "templates/components/plan.html");
        check("status.html", "templates/components/status.html");
        check("status", "templates/components/status.html");
        check("jalon.css", "assets/jalon.css");
        check("words/fr.toml", "words/fr.toml");
        check("fr", "words/fr.toml");
        check("./templates\\plan.html", "templates/plan.html");
        check("themes/default/words/fr.toml", "words/fr.toml");
    }

    #[test]
    fn a_slip_is_answered_with_the_nearest_name() {
        check("templates/plans.html", "? templates/plan.html");
        check("plna.html", "? templates/plan.html");
        check("jalon.cs", "? assets/jalon.css");
        check("statut", "? templates/components/status.html");
        check("../secret", "? -");
        check("", "? -");
    }
}
