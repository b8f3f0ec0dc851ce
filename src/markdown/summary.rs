//! The first words of a text, which announce it in lists.

use super::{Html, entities};
use crate::html::{self, Side, Tag, Token};

/// Elements that hold nothing, and are never closed.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

/// Words of a sentence that are in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The tag of their language, when markup says that it is not that of the text.
    pub lang: Option<String>,
    pub words: String,
}

impl Html {
    /// The words of the first paragraph that has some, markup removed, by language.
    ///
    /// A paragraph inside another block (a quotation, an item of a list) does not speak for the
    /// document: it is passed over. None when there is no other.
    pub fn first_paragraph(&self) -> Option<Vec<Said>> {
        let (mut depth, mut paragraph) = (0_usize, None::<Paragraph>);
        for token in html::tokens(&self.text) {
            match token {
                Token::Tag(Tag { name, side: Side::Opening, text }) => match name {
                    "p" if depth == 0 => {
                        paragraph = Some(Paragraph { passages: Vec::new(), langs: vec![lang(text)] });
                        depth = 1;
                    }
                    empty if EMPTY.contains(&empty) => {
                        if let Some(paragraph) = &mut paragraph {
                            paragraph.say(" ");
                        }
                    }
                    _ => {
                        depth += 1;
                        if let Some(paragraph) = &mut paragraph {
                            let around = paragraph.langs.last().cloned().flatten();
                            paragraph.langs.push(lang(text).or(around));
                        }
                    }
                },
                Token::Tag(Tag { side: Side::Closing, .. }) => {
                    depth = depth.saturating_sub(1);
                    if let Some(paragraph) = &mut paragraph {
                        paragraph.langs.pop();
                    }
                    let said = if depth == 0 { paragraph.take() } else { None };
                    if let Some(said) = said.map(Paragraph::on_one_line).filter(|said| !said.is_empty()) {
                        return Some(said);
                    }
                }
                Token::Text(text) => {
                    if let Some(paragraph) = &mut paragraph {
                        paragraph.say(text);
                    }
                }
                Token::Hidden(_) => {}
            }
        }
        None
    }
}

/// A paragraph while it is read.
struct Paragraph {
    /// Entities as written.
    passages: Vec<Said>,
    /// The language of each element that is open, the paragraph first.
    langs: Vec<Option<String>>,
}

impl Paragraph {
    fn say(&mut self, words: &str) {
        let lang = self.langs.last().and_then(Option::as_ref);
        match self.passages.last_mut().filter(|passage| passage.lang.as_ref() == lang) {
            Some(passage) => passage.words.push_str(words),
            None => self.passages.push(Said { lang: lang.cloned(), words: words.to_owned() }),
        }
    }

    /// The passages with the characters their entities stand for, and one space where there was white space.
    /// No-break spaces stay.
    fn on_one_line(self) -> Vec<Said> {
        let (mut said, mut is_apart) = (Vec::<Said>::new(), false);
        for Said { lang, words } in self.passages {
            let starts_apart = words.starts_with(|c: char| c.is_ascii_whitespace());
            let ends_apart = words.ends_with(|c: char| c.is_ascii_whitespace());
            let line = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            if line.is_empty() {
                is_apart |= starts_apart;
                continue;
            }
            let mut words = entities::decoded(&line).into_owned();
            match said.last_mut() {
                Some(before) if is_apart => before.words.push(' '),
                Some(_) if starts_apart => words.insert(0, ' '),
                Some(_) | None => {}
            }
            is_apart = ends_apart;
            said.push(Said { lang, words });
        }
        said
    }
}

/// The language that a tag gives to what it holds.
fn lang(tag: &str) -> Option<String> {
    let (lang, _) = tag.split_once(" lang=\"")?.1.split_once('"')?;
    Some(lang.to_owned())
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
        let said = body.html().first_paragraph();
        let said = said.map(|said| {
            let marked = said.iter().map(|passage| match &passage.lang {
                Some(lang) => format!("{lang}[{}]", passage.words),
                None => passage.words.clone(),
            });
            marked.collect::<String>()
        });
        assert_eq!(said.as_deref(), expected, "{text}");
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
        check(
            "Ils chantent <span lang=\"en\">strong\n*together* </span>, ici.",
            Some("Ils chantent en[strong together ], ici."),
        );
        check("", None);
    }
}
