//! The first words of a text, which announce it in lists.

use super::{Html, raw};

/// Elements that hold nothing, and are never closed.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

/// A part of HTML.
enum Token<'h> {
    Opening(&'h str),
    Closing,
    Text(&'h str),
}

impl Html {
    /// The words of the first paragraph that has some, markup removed.
    ///
    /// A paragraph inside another block (a quotation, an item of a list) does not speak for the
    /// document: it is passed over. None when there is no other.
    pub fn first_paragraph(&self) -> Option<String> {
        let mut rest = self.text.as_str();
        let (mut depth, mut words) = (0_usize, None::<String>);
        while let Some((token, after)) = next(rest) {
            rest = after;
            match token {
                Token::Opening("p") if depth == 0 => {
                    words = Some(String::new());
                    depth = 1;
                }
                Token::Opening(name) if EMPTY.contains(&name) => {
                    if let Some(words) = &mut words {
                        words.push(' ');
                    }
                }
                Token::Opening(_) => depth += 1,
                Token::Closing => {
                    depth = depth.saturating_sub(1);
                    if depth == 0
                        && let Some(said) =
                            words.take().map(|words| decoded(&words)).filter(|said| !said.is_empty())
                    {
                        return Some(said);
                    }
                }
                Token::Text(text) => {
                    if let Some(words) = &mut words {
                        words.push_str(text);
                    }
                }
            }
        }
        None
    }
}

/// The first token of HTML, and what follows it.
fn next(html: &str) -> Option<(Token<'_>, &str)> {
    let Some(tag) = html.strip_prefix('<') else {
        let end = html.find('<').unwrap_or(html.len());
        return (end > 0).then(|| (Token::Text(&html[..end]), &html[end..]));
    };
    let end = end_of_tag(tag);
    let rest = tag.get(end + 1..).unwrap_or("");
    let name = tag[..end].split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
    let token = match tag.starts_with('/') {
        true => Token::Closing,
        false if name.starts_with('!') => Token::Text(""),
        false => Token::Opening(name),
    };
    Some((token, rest))
}

/// Where the `>` of a tag stands; those inside quotes are text.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'>' if !is_quoted => return at,
            _ => {}
        }
    }
    tag.len()
}

/// A text on one line, with the characters its entities stand for. No-break spaces stay.
fn decoded(text: &str) -> String {
    raw::decoded(&text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
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
