//! What is wrong with a site, for a person in front of a browser.

use serde::Serialize;

use crate::json;
use crate::lang::Lang;

/// The problems of a site, worded. Everything is plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The language of the words below.
    pub lang: Lang,
    /// Whether pages are covered at once, or only when asked for.
    pub covers: Covers,
    /// « 2 erreurs, 1 avertissement »; empty when all is well.
    pub title: String,
    /// What the pages behind are.
    pub lead: String,
    pub close: String,
    /// What a press on the place of a problem does, and what is said when it did not.
    pub open: &'static str,
    pub unopened: &'static str,
    pub problems: Vec<Problem>,
    /// How many more there are, when they are not all listed.
    pub rest: Option<String>,
}

/// Whether what is wrong keeps the site from being shown as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Covers {
    Page,
    Nothing,
}

/// A problem as the terminal tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error` or `warning`, for the style alone.
    pub kind: &'static str,
    /// « erreur », « attention ».
    pub severity: String,
    pub message: String,
    /// `content/plan.md:15:44`.
    pub place: Option<String>,
    /// The file of that place, when it can be opened from the page.
    pub file: Option<FileAt>,
    /// The line, before the place, at it and after it.
    pub excerpt: Option<[String; 3]>,
    pub help: Option<String>,
}

/// A place in a file of the machine that shows the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileAt {
    /// From the folder where the program runs.
    pub path: String,
    /// Both count from 1.
    pub line: usize,
    pub column: usize,
}

impl Notice {
    /// That all is well.
    pub fn nothing(lang: Lang) -> Notice {
        Notice {
            lang,
            covers: Covers::Nothing,
            title: String::new(),
            lead: String::new(),
            close: String::new(),
            open: "",
            unopened: "",
            problems: Vec::new(),
            rest: None,
        }
    }

    /// For the script of a page.
    pub fn to_json(&self) -> String {
        json::on_one_line(self)
    }

    /// A page in the place of a site that could never be built: it needs no script to be read.
    pub fn to_page(&self, head: &str) -> String {
        let Notice { lang, covers: _, title, lead, close: _, open, unopened, problems, rest } = self;
        let (lang, title) = (lang.code(), escaped(title));
        let items: String = problems.iter().map(Problem::to_html).collect();
        let rest = rest.as_ref().map(|rest| format!("<p>{}</p>\n", escaped(rest))).unwrap_or_default();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\" data-unbuilt>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n{head}</head>\n\
             <body class=\"alone\">\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n<ol data-open=\"{open}\" data-unopened=\"{unopened}\">\n{items}</ol>\n{rest}</main>\n\
             </body>\n</html>\n",
            escaped(lead)
        )
    }
}

impl Problem {
    fn to_html(&self) -> String {
        let Problem { kind, severity, message, place, file, excerpt, help } = self;
        let line = |class: &str, text: &Option<String>| match text {
            Some(text) => format!("<p class=\"{class}\">{}</p>\n", escaped(text)),
            None => String::new(),
        };
        let excerpt = excerpt.as_ref().map(|[before, marked, after]| {
            let [before, marked, after] = [before, marked, after].map(|text| escaped(text));
            format!("<pre>{before}<mark>{marked}</mark>{after}</pre>\n")
        });
        format!(
            "<li class=\"{kind}\">\n<p class=\"message\"><b>{}</b> {}</p>\n{}{}{}</li>\n",
            escaped(severity),
            escaped(message),
            line(if file.is_some() { "place file" } else { "place" }, place),
            excerpt.unwrap_or_default(),
            line("help", help),
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{Covers, FileAt, Notice, Problem};
    use crate::lang::Lang;

    #[test]
    fn what_an_author_wrote_is_never_run() {
        let evil = "<script>alert(1)</script>".to_owned();
        let problem = Problem {
            kind: "error",
            severity: "erreur :".to_owned(),
            message: evil.clone(),
            place: Some(evil.clone()),
            file: Some(FileAt { path: evil.clone(), line: 1, column: 1 }),
            excerpt: Some([evil.clone(), evil.clone(), evil.clone()]),
            help: Some(evil.clone()),
        };
        let notice = Notice {
            covers: Covers::Page,
            title: evil.clone(),
            problems: vec![problem],
            rest: Some(evil.clone()),
            ..Notice::nothing(Lang::Fr)
        };
        let page = notice.to_page("");
        assert!(!page.contains("<script"), "{page}");
        assert_eq!(page.matches("&lt;script&gt;").count(), 9, "{page}");
    }
}
