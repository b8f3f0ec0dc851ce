//! The first words of a text, which announce it in lists.

use super::{Html, entities};
use crate::html::{self, Side, Tag, Token};

/// Elements that hold nothing, and are never closed.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

impl Html {
    /// The words of the first paragraph that has some, markup removed.
    ///
    /// A paragraph inside another block (a quotation, an item of a list) does not speak for the
    /// document: it is passed over. None when there is no other.
    pub fn first_paragraph(&self) -> Option<String> {
        let (mut depth, mut words) = (0_usize, None::<String>);
        for token in html::tokens(&self.text) {
            match token {
                Token::Tag(Tag { name, side: Side::Opening, .. }) => match name {
                    "p" if depth == 0 => {
                        words = Some(String::new());
                        depth = 1;
                    }
                    empty if EMPTY.contains(&empty) => {
                        if let Some(words) = &mut words {
                            words.push(' ');
                        }
                    }
                    _ => depth += 1,
                },
                Token::Tag(Tag { side: Side::Closing, .. }) => {
                    depth = depth.saturating_sub(1);
                    let said = if depth == 0 { words.take() } else { None };
                    if let Some(said) = said.map(|words| decoded(&words)).filter(|said| !said.is_empty()) {
                        return Some(said);
                    }
                }
                Token::Text(text) => {
                    if let Some(words) = &mut words {
                        words.push_str(text);
                    }
                }
                Token::Hidden(_) => {}
            }
        }
        None
    }
}

/// A text on one line, with the characters its entities stand for. No-break spaces stay.
fn decoded(text: &str) -> String {
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    entities::decoded(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Problems;
    use crate::lang::Lang;
    use crate::markdown;
    use crate::source::Source;

    fn check(text: &str, expected: Option<&str>) {
        let mut problems = Problems::in_file("a.md");
        let body = markdown::read(&Source::new("a.md", text), 0, Lang::Fr, &mut problems);
        assert_eq!(body.html().first_paragraph().as_deref(), expected, "{text}");
    }

    #[test]
    fn the_first_paragraph_announces_the_text() {
        check(
            "## Titre\n\nUn **beau** jour,\nà [Val](a.md) & ailleurs[^1].\n\nSuite.\n\n[^1]: Note.",
            Some("Un beau jour, à Val & ailleurs."),
        );
        check("![Le pont](pont.jpg)\n\nLe pont rouvre.", Some("Le pont rouvre."));
        check("- d’abord\n\n  une liste\n\n> puis une citation\n\nEnfin le texte.", Some("Enfin le texte."));
        check("Une ligne<br>et l’autre", Some("Une ligne et l’autre"));
        check("<div title=\"a > b\">Dans un bloc</div>\n\n3 < 4 et \"non\"", Some("3 < 4 et \"non\""));
        check("| Mois |\n|---|\n| Mai |\n", None);
        check("", None);
    }
}
