//! What `jalon init` asks and says, in both languages.

use std::path::Path;

use crate::lang::Lang;

pub(super) fn ask_title(lang: Lang, proposed: &str) -> String {
    match lang {
        Lang::Fr => format!("Comment s’appelle votre association? [{proposed}] "),
        Lang::En => format!("What is the name of your association? [{proposed}] "),
    }
}

pub(super) fn ask_language(lang: Lang) -> String {
    match lang {
        Lang::Fr => "Dans quelle langue est le site, fr ou en? [fr] ",
        Lang::En => "Which language is the site in, fr or en? [en] ",
    }
    .to_owned()
}

pub(super) fn ask_hosting(lang: Lang) -> String {
    match lang {
        Lang::Fr => {
            "Où sera-t-il hébergé?
  1. github      GitHub Pages
  2. gitlab      GitLab Pages
  3. netlify     Netlify
  4. cloudflare  Cloudflare Pages
  5. ftp         un hébergement avec accès FTP
  6. none        je ne sais pas encore
Un numéro de 1 à 6 [6] "
        }
        Lang::En => {
            "Where will it be hosted?
  1. github      GitHub Pages
  2. gitlab      GitLab Pages
  3. netlify     Netlify
  4. cloudflare  Cloudflare Pages
  5. ftp         a host with FTP access
  6. none        I do not know yet
A number from 1 to 6 [6] "
        }
    }
    .to_owned()
}

pub(super) fn not_understood(lang: Lang, answer: &str) -> String {
    match lang {
        Lang::Fr => format!("« {answer} » n’est pas une des réponses possibles.\n"),
        Lang::En => format!("“{answer}” is not one of the possible answers.\n"),
    }
}

/// « site créé dans asso/ : 15 fichiers; README.md explique comment le modifier ».
pub(super) fn site_made(lang: Lang, folder: &str, n_files: usize) -> String {
    match lang {
        Lang::Fr => {
            format!("site créé dans {folder} : {n_files} fichiers; README.md explique comment le modifier")
        }
        Lang::En => format!("site made in {folder}: {n_files} files; README.md explains how to edit it"),
    }
}

/// The commands to type next, each on its line so that it can be copied.
pub(super) fn next(lang: Lang, folder: &Path) -> String {
    let shown = folder.display().to_string();
    let go = match shown.as_str() {
        "." | "./" => String::new(),
        plain if plain.chars().all(|c| c.is_alphanumeric() || "/\\:._-~".contains(c)) => {
            format!("  cd {plain}\n")
        }
        spaced => format!("  cd \"{spaced}\"\n"),
    };
    let lead = match lang {
        Lang::Fr => "pour le voir :",
        Lang::En => "to see it:",
    };
    format!("{lead}\n{go}  jalon serve")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::next;
    use crate::lang::Lang;

    #[test]
    fn the_next_commands_can_be_copied() {
        let check = |folder: &str, expected: &str| {
            assert_eq!(next(Lang::En, Path::new(folder)), format!("to see it:\n{expected}"));
        };
        check("asso", "  cd asso\n  jalon serve");
        check("sites/été", "  cd sites/été\n  jalon serve");
        check("mon site", "  cd \"mon site\"\n  jalon serve");
        check(".", "  jalon serve");
    }
}
