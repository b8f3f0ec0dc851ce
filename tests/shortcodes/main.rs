//! Shortcodes: calls in a text, what they show, and what is said of those that cannot be understood.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the guide and the demonstration, and stops at the first surprise"
)]

mod answers;
mod guide;
mod places;
mod said;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::line_and_column;

/// A small site: a plan, a file, a picture, and a page whose text is the case.
const SITE: &[(&str, &str)] = &[
    (
        "jalon.toml",
        "title = \"Le Phare\"\nbase_url = \"https://example.org/\"\n\
         [people]\n\"CA\" = \"Conseil d’administration\"\n",
    ),
    ("content/_index.md", "# Accueil\n"),
    ("content/plans/2025-2026/index.md", PLAN),
    ("content/plans/2025-2026/bilan.pdf", "0123456789"),
    ("content/pages/pont.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
];

const PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Plan du Phare\"\nupdated = 2026-03-01\n\
[plan]\nperiod = \"juillet 2025 à juin 2026\"\n+++\n\n\
## Orientation 1 : Accueillir\n\n\
| Actions | Échéancier | État | Responsable | Étiquettes |\n|---|---|---|---|---|\n\
| Préparer la trousse | Octobre 2025 | En cours | Comité accueil | jeunesse, fête |\n\
| Ouvrir la salle | Novembre 2025 | Réalisée | CA | fête |\n\
| Tenir la porte | En continu | En continu | CA | |\n\n\
## Orientation 2 : Outiller\n\n\
| Actions | Échéancier | État | Responsable |\n|---|---|---|---|\n\
| Écrire le guide | Mai 2026 | À venir | Comité accueil |\n";

/// The site with other files over its own, at the first of March.
pub fn built(files: &[(&str, &str)]) -> Outcome {
    let all: BTreeMap<String, Arc<[u8]>> = SITE
        .iter()
        .chain(files)
        .map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes())))
        .collect();
    let build_day = Date::new(2026, 3, 1).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files: all, options })
}

/// The site with a page that holds a text.
pub fn with_text(text: &str) -> Outcome {
    built(&[("content/pages/essai.md", &format!("# Essai\n\n{text}\n"))])
}

/// The text of the page as it is published.
pub fn prose(outcome: &Outcome) -> String {
    let html = String::from_utf8(outcome.files["pages/essai/index.html"].bytes.to_vec()).unwrap();
    let (_, rest) = html.split_once("<div class=\"prose\">").unwrap();
    let (prose, _) = rest.rsplit_once("</div>\n</article>").unwrap();
    prose.trim().to_owned()
}

/// What is said of the page, one problem a line; lines are counted from the first of the text.
pub fn problems(outcome: &Outcome, text: &str) -> String {
    let page = format!("# Essai\n\n{text}\n");
    let own = outcome.diagnostics.iter().filter(|it| it.path == "content/pages/essai.md");
    let lines = own.map(|it| {
        let (line, column) = line_and_column(&page, it.span.unwrap().start);
        let severity = if it.severity == Severity::Error { "" } else { "attention~: " };
        let help = it.problem.help(Lang::Fr).map(|help| format!(" → {help}")).unwrap_or_default();
        format!("{}:{column} {severity}{}{help}", line - 2, it.problem.message(Lang::Fr))
    });
    lines.collect::<Vec<_>>().join("\n").replace('\u{a0}', "~")
}

/// Elements that stand within a line: no space comes with them.
const INLINE: [&str; 8] = ["a", "b", "code", "em", "span", "strong", "svg", "time"];

/// What a visitor reads, without markup, on one line.
pub fn words(html: &str) -> String {
    lines(html).replace('\n', " ")
}

/// What a visitor reads, without markup: a line for each paragraph, item or caption.
pub fn lines(html: &str) -> String {
    let mut lines = vec![String::new()];
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !INLINE.contains(&name) {
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push_str(text);
    }
    let single = |line: &String| with_signs(line).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    lines.iter().map(single).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Entities as the signs they stand for.
fn with_signs(html: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = named.iter().fold(html.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    let mut parts = text.split("&#");
    let mut signs = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';').unwrap_or((part, ""));
        signs.extend(number.parse().ok().and_then(char::from_u32));
        signs.push_str(rest);
    }
    signs
}
