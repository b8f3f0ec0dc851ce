//! A plain text into pieces: lines, lists and tables as people type them, or as they come out of a PDF.
//!
//! Nothing is decided of titles that only look like titles: they are paragraphs.

pub(super) mod cut;
pub(super) mod items;
mod lists;
mod markup;
mod pages;
mod tables;
mod wrap;

use super::html;
use super::piece::{Item, Mark, Paper, Piece, Text};
use super::signs;
use lists::{Levels, Numbered};
use wrap::Wrap;

/// Reads a text.
pub fn read(text: &str) -> Paper {
    let start: String = text.trim_start().chars().take(15).collect::<String>().to_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return html::read(text);
    }
    let lines = pages::lines(text);
    let follows =
        |at: usize| is_plain(lines[at - 1]) && is_plain(lines[at]) && start_of_point(lines[at]).is_none();
    let wrap = Wrap::of(&lines, follows);
    let mut reader = Reader { lines: &lines, at: 0, wrap, levels: Levels::default(), pieces: Vec::new() };
    while reader.at < lines.len() {
        reader.piece();
    }
    Paper { title: None, pieces: reader.pieces, pictures: Vec::new() }
}

/// A text that is being read.
struct Reader<'t> {
    lines: &'t [&'t str],
    /// The line that comes next.
    at: usize,
    wrap: Option<Wrap>,
    levels: Levels,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn piece(&mut self) {
        let lines = self.lines;
        let line = lines[self.at];
        if line.trim().is_empty() {
            self.at += 1;
        } else if let Some((table, end)) = tables::at(lines, self.at) {
            self.push([Piece::Table(table)]);
            self.at = end;
        } else if let Some((level, title)) = hashed(line) {
            self.push([Piece::Heading { level, text: inline(title) }]);
            self.at += 1;
        } else if is_rule(line) {
            self.at += 1;
        } else if let Some(level) = lines.get(self.at + 1).and_then(|below| underlined(line, below)) {
            self.push([Piece::Heading { level, text: inline(line.trim()) }]);
            self.at += 2;
        } else if let Some((sign, start)) = start_of_point(line) {
            let depth = self.levels.depth(lists::indent(line), sign);
            let words = self.whole(line[start..].trim(), lists::indent(line));
            self.point(depth, Mark::Bullet, &words);
        } else if let Some(number) = lists::numbered(lines, self.at) {
            let Numbered { indent, mark, words } = number;
            let depth = self.levels.depth(indent, '1');
            let words = self.whole(words, indent);
            self.point(depth, mark, &words);
        } else {
            let words = self.whole(line.trim(), usize::MAX);
            let pieces = match markup::as_html(&words) {
                Some(html) => html::pieces(&html),
                None => vec![Piece::Paragraph(inline(&words))],
            };
            self.push(pieces);
        }
    }

    /// The words of a line, with those of the lines below that go on it: the ones that were cut where the page
    /// ended, and under a point set in at `indent` those that are set in further.
    fn whole(&mut self, first: &str, indent: usize) -> String {
        let mut words = first.to_owned();
        self.at += 1;
        while let Some(line) = self.lines.get(self.at) {
            let above = self.lines[self.at - 1];
            let is_cut = self.wrap.is_some_and(|wrap| wrap.is_cut(above, line));
            let is_set_in = indent < lists::indent(line);
            let is_own = !is_plain(line)
                || start_of_point(line).is_some()
                || hashed(line).is_some()
                || lists::has_number(line)
                || tables::at(self.lines, self.at).is_some();
            if is_own || !(is_cut || is_set_in) {
                break;
            }
            wrap::join(&mut words, line.trim());
            self.at += 1;
        }
        words
    }

    fn point(&mut self, depth: usize, mark: Mark, words: &str) {
        let text = inline(words);
        let (mark, text) = items::boxed(mark, text);
        // An empty point says nothing, but for its number.
        if !text.is_empty() || matches!(mark, Mark::Number(_)) {
            self.pieces.push(Piece::Item(Item { depth, mark, text }));
        }
    }

    fn push(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        self.levels = Levels::default();
        self.pieces.extend(pieces);
    }
}

/// A text on one line, whose bits of HTML say how it looks.
fn inline(words: &str) -> Text {
    let Some(html) = markup::as_html(words) else { return Text::plain(markup::collapsed(words)) };
    let mut text = Text::default();
    for line in html::lines(&html) {
        if !text.runs.is_empty() {
            text.runs.extend(Text::plain("\n").runs);
        }
        text.runs.extend(line.text.runs);
    }
    text
}

/// Whether a line is one of words, which may go on another or be gone on.
fn is_plain(line: &str) -> bool {
    !line.trim().is_empty() && !tables::is_row(line) && !is_rule(line)
}

/// The sign of a point that a line starts with, and the byte where its words start.
fn start_of_point(line: &str) -> Option<(char, usize)> {
    let words = line.trim_start();
    let before = line.len() - words.len();
    let may_be_boxed = words.chars().next().is_some_and(|c| c == '[' || signs::is_ticked(c).is_some());
    if may_be_boxed && items::boxed(Mark::Bullet, Text::plain(words)).0 != Mark::Bullet {
        return Some(('[', before));
    }
    let (sign, start) = items::sign(words)?;
    Some((sign, before + start))
}

/// A title of Markdown: `## Titre`.
fn hashed(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    let title = words.trim_end_matches('#');
    // « C# » ends with a word.
    let title = if title.ends_with([' ', '\t']) { title } else { words }.trim();
    (words.starts_with([' ', '\t']) && !title.is_empty()).then_some((level, title))
}

/// Whether a line is only drawn: `-----`, `* * *`, `=====`.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = signs.next() else { return false };
    matches!(first, '-' | '=' | '_' | '*' | '–' | '—' | '~' | '#')
        && signs.clone().count() >= 2
        && signs.all(|c| c == first)
}

/// The level of the title that a line is, by the one that is drawn below it.
fn underlined(line: &str, below: &str) -> Option<u8> {
    let drawn = below.trim();
    let (n_signs, n_chars) = (drawn.chars().count(), line.trim().chars().count());
    let is_title = n_signs >= 3 && 2 * n_signs >= n_chars && n_chars <= 120 && start_of_point(line).is_none();
    let is_of = |sign: char| drawn.chars().all(|c| c == sign);
    match is_title {
        true if is_of('=') => Some(1),
        true if is_of('-') => Some(2),
        true | false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::piece::shown;
    use super::{markup, read};

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(&read(text).pieces), expected, "{text}");
    }

    #[test]
    fn each_line_is_a_paragraph_unless_lines_were_cut() {
        check("Un\r\ndeux\r\n\r\n\ttrois  quatre", "Un\ndeux\ntrois quatre");
        check(
            "Bilan de la saison\nLes bénévoles du comité ont préparé la fête pendant trois se-\nmaines, \
             avec l’aide des familles du quartier, qui ont peut-\nêtre donné plus de cent heures de leur temps cet été,\n\
             sans compter.\nLa suite viendra.",
            "Bilan de la saison\nLes bénévoles du comité ont préparé la fête pendant trois semaines, avec l’aide des \
             familles du quartier, qui ont peut-être donné plus de cent heures de leur temps cet été, sans compter.\n\
             La suite viendra.",
        );
    }

    #[test]
    fn titles_are_those_that_are_drawn() {
        check(
            "Plan\n====\nAxe 1\n-----\nTexte\n\n-----\n## Suite ##\n# C#\n#un",
            "# Plan\n## Axe 1\nTexte\n## Suite\n# C#\n#un",
        );
        check(
            "ORIENTATION 1 : SE LOGER\n\n1. Trouver un toit\nTexte",
            "ORIENTATION 1 : SE LOGER\n1. Trouver un toit\nTexte",
        );
    }

    #[test]
    fn points_stand_as_deep_as_they_are_set_in() {
        check(
            "- un\n - deux\n  - trois\n - quatre\n-\n-cinq",
            "- un\n  - deux\n    - trois\n  - quatre\n- cinq",
        );
        check("•\tun\no\tdeux\n▪\ttrois\n•\tquatre", "- un\n  - deux\n    - trois\n- quatre");
        check("- un\n  et demi\n\n- [x] deux\n[ ] trois\n-5 °C", "- un et demi\n[x] deux\n[ ] trois\n-5 °C");
        check("–\nFin", "Fin");
    }

    #[test]
    fn numbers_are_points_when_they_follow_each_other() {
        check("1. un\n2. deux\n   - trois\n3. quatre", "1. un\n2. deux\n  - trois\n3. quatre");
        check("a) un\nb) deux\n\n2.1 Titre\n3) seul", "- a) un\n- b) deux\n2.1 Titre\n3) seul");
        check("1. Se loger\n- un\n2. Bouger\n- deux", "1. Se loger\n- un\n2. Bouger\n- deux");
        check("1. Se loger\n\nTexte\n\n2. Bouger", "1. Se loger\nTexte\n2. Bouger");
    }

    #[test]
    fn lines_with_tabs_are_a_table() {
        check(
            "Suivi\nObjectif\tAction\tÉchéancier\t\nUn\tdeux\n\ttrois\tmai\n\n\tquatre\tjuin\n\nFin\tici",
            "Suivi\n| Objectif | Action | Échéancier |\n| Un | deux |  |\n|  | trois | mai |\n|  | quatre | juin |\nFin ici",
        );
        check("Actions\tÉchéance\n\nTexte", "| Actions | Échéance |\nTexte");
        check("\t- un\n\t- deux\n1.\ttrois", "- un\n- deux\n1. trois");
    }

    #[test]
    fn lines_with_bars_and_lines_one_below_the_other_are_tables() {
        check("| A | B |\n|---|:-:|\n| un | |", "|= A | B |\n| un |  |");
        check(
            "A | B\nun | deux\ntrois | quatre\n\nun | deux",
            "| A | B |\n| un | deux |\n| trois | quatre |\nun | deux",
        );
        check(
            "Action            Quand\nTournée du parc   Mai 2026\nBilan             Automne 2026\n\nFin.  Voilà.",
            "| Action | Quand |\n| Tournée du parc | Mai 2026 |\n| Bilan | Automne 2026 |\nFin. Voilà.",
        );
    }

    #[test]
    fn points_typed_in_a_cell_are_told_apart() {
        let check = |cell: &str, expected: &str| {
            check(&format!("A\tB\n{cell}\tb"), &format!("| A | B |\n| {expected} | b |"))
        };
        check("- un - deux - Trois", "• un ⏎ • deux ⏎ • Trois");
        check("-un -deux -?", "• un ⏎ • deux ⏎ • ?");
        check("Volet 1 -Un site -Un bulletin", "Volet 1 ⏎ • Un site ⏎ • Un bulletin");
        check("Automne 2025 - Hiver 2026", "Automne 2025 - Hiver 2026");
        check("- Tournée Aut. 25 - Hiver 26 - Bilan", "• Tournée Aut. 25 - Hiver 26 ⏎ • Bilan");
        check("- rencontres 3-4 - demi-journées", "• rencontres 3-4 ⏎ • demi-journées");
        check("<ul style=\"a: b\">- Un (élus)- Deux- Trois", "• Un (élus) ⏎ • Deux ⏎ • Trois");
        check("<ul> - Un : <ul> - Deux <i>trois</i> - quatre", "• Un : ⏎ • Deux *trois* ⏎ • quatre");
        check("- Un <i>guide</i> - deux", "• Un *guide* ⏎ • deux");
        check(
            "- Un (le site - le blogue) - deux (trois - quatre",
            "• Un (le site - le blogue) ⏎ • deux (trois ⏎ • quatre",
        );
        check("Appui -Aubier (outil) -?", "Appui ⏎ • Aubier (outil) ⏎ • ?");
        check("<p>Mai</p> <p>Juin</p>", "Mai ⏎ Juin");
        check("• un • deux • • trois", "• un ⏎ • deux ⏎ • trois");
        check("●", "●");
        check("-", "-");
    }

    #[test]
    fn bits_of_html_are_read_and_other_signs_are_kept() {
        check("Le <i>Guide</i> &amp; co<br>ici", "Le *Guide* & co⏎ici");
        check("- 3 < 4 et <nom> & R&D; <b et c>", "- 3 < 4 et <nom> & R&D; <b et c>");
        check("<ul><li>un<li>deux</ul>", "- un\n- deux");
        check("<html><body><h1>Un</h1>", "# Un");
    }

    #[test]
    fn numbers_of_pages_are_left_out_beside_the_end_of_a_page() {
        check("Un\n- 3 -\n\u{c}Deux\n4\n\nPage 4 sur 12\n\u{c}\n5\nTrois\n6", "Un\nDeux\n4\nTrois\n6");
    }

    proptest::proptest! {
        #[test]
        fn every_word_of_a_text_is_in_its_pieces(
            text in "(\n|\n|\t| |  |-|- | - |• |[0-9]\\.? |a\\) |\\| |\\[ \\] |#|==|---|<i>|<ul>|</p>|<|>|[a-zé]{2,9}|[A-ZÉ]|[;:.,()]|\\PC){0,60}",
        ) {
            // Entities are decoded, pages lose their numbers, and of some signs nothing is seen.
            let text = text.replace(['&', '\u{c}', '\u{ad}', '\u{200b}', '\u{feff}', '\u{a0}'], " ");
            let said = shown(&read(&text).pieces);
            let words = markup::without_tags(&text);
            for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "o" | "x" | "X")) {
                assert!(said.contains(word), "{word:?} of {text:?} in {said:?}");
            }
        }
    }
}
