//! Words into Markdown that says the same: each sign that Markdown would take for its own is set apart.

use crate::import::piece::{Look, Run, Text, leads_away};

/// Where words stand, which decides what is a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the start of a block: what opens a list or a title there must not.
    Block,
    /// In a title, of one line.
    Title,
    /// In a cell, where `|` ends it and no line does.
    Cell,
}

/// The Markdown of a text; its lines are parted as its place asks.
pub fn inline(text: &Text, place: Place) -> String {
    let runs = settled(text);
    let mut out = String::new();
    let mut at = 0;
    while at < runs.len() {
        let same_link = |run: &Run| run.link == runs[at].link;
        let n_runs = runs[at..].iter().take_while(|run| same_link(run)).count();
        let linked = &runs[at..at + n_runs];
        match &runs[at].link {
            Some(link) => {
                // « Inscrivez-vous! » before a link would make a picture of it.
                if out.ends_with('!') && !out.ends_with("\\!") {
                    out.insert(out.len() - 1, '\\');
                }
                out.push('[');
                looks(linked, place, &mut out);
                out.push_str(&format!("]({})", target(link)));
            }
            None => looks(linked, place, &mut out),
        }
        at += n_runs;
    }
    match place {
        Place::Block => lines_apart(out.trim(), "\\\n"),
        Place::Title => title(&lines_apart(out.trim(), " ")),
        Place::Cell => lines_apart(out.trim(), "<br>"),
    }
}

/// The runs of a text, those of one look made one, the white space around them left outside of it.
fn settled(text: &Text) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for run in &text.runs {
        let is_blank = run.words.trim().is_empty() && run.note.is_none();
        let look = if is_blank { Look::default() } else { run.look };
        let link = run.link.as_deref().filter(|_| !is_blank).and_then(leads_away);
        match runs.last_mut() {
            Some(last)
                if last.look == look && last.link == link && run.note.is_none() && last.note.is_none() =>
            {
                last.words.push_str(&run.words);
            }
            _ => runs.push(Run { look, link, ..run.clone() }),
        }
    }
    runs
}

/// Writes runs of one link, each with its look.
fn looks(runs: &[Run], place: Place, out: &mut String) {
    for (at, run) in runs.iter().enumerate() {
        if let Some(label) = &run.note {
            out.push_str(&format!("[^{}]", label_of(label)));
            continue;
        }
        let words = run.words.trim();
        let start = run.words.len() - run.words.trim_start().len();
        out.push_str(&run.words[..start]);
        // Right behind a call of a note, these would make a link or a definition of it.
        let follows_note = at.checked_sub(1).is_some_and(|before| runs[before].note.is_some());
        if follows_note && start == 0 && run.look == Look::default() && words.starts_with(['(', ':']) {
            out.push('\\');
        }
        if !words.is_empty() {
            let before = out.chars().next_back();
            let after = run.words[start + words.len()..].chars().next();
            let after = after.or_else(|| first_sign(&runs[at + 1..]));
            let is_blank = out.rsplit('\n').next().is_none_or(|line| line.trim().is_empty());
            let opens_line = is_blank && place == Place::Block;
            dressed(run.look, words, Around { before, after, opens_line }, out);
        }
        out.push_str(&run.words[start + words.len()..]);
    }
}

/// What stands on each side of words that get a look.
struct Around {
    before: Option<char>,
    after: Option<char>,
    opens_line: bool,
}

/// The first sign of what follows; a look of its own would start with a star.
fn first_sign(rest: &[Run]) -> Option<char> {
    let next = rest.iter().find(|run| !run.words.is_empty() || run.note.is_some())?;
    let is_dressed = next.look.is_bold || next.look.is_italic || next.look.is_struck;
    if is_dressed { Some('*') } else { next.words.chars().next() }
}

/// Writes words in their look: in Markdown's marks where they hold, else in HTML.
fn dressed(look: Look, words: &str, around: Around, out: &mut String) {
    let Look { is_bold, is_italic, is_struck, is_raised, is_lowered } = look;
    // A tag behind a star is a sign like any other.
    let marks = !is_struck && !is_raised && !is_lowered && marks_hold(words, &around);
    let mut closing = Vec::new();
    let ways = [
        (is_bold, if marks { "**" } else { "<strong>" }, if marks { "**" } else { "</strong>" }),
        (is_italic, if marks { "*" } else { "<em>" }, if marks { "*" } else { "</em>" }),
        (is_struck, "<del>", "</del>"),
        (is_raised, "<sup>", "</sup>"),
        (is_lowered, "<sub>", "</sub>"),
    ];
    for (_, open, close) in ways.into_iter().filter(|(is_asked, ..)| *is_asked) {
        out.push_str(open);
        closing.push(close);
    }
    let is_plain = closing.is_empty();
    let is_block = around.opens_line && is_plain;
    escaped(words, is_block, around.before.filter(|_| is_plain), out);
    out.extend(closing.into_iter().rev());
}

/// Whether stars around these words open and close there, by the rules of CommonMark for runs of delimiters.
fn marks_hold(words: &str, around: &Around) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let is_free =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || (is_sign(c) && c != '*' && c != '_'));
    let holds = |inner: Option<char>, outer: Option<char>| match inner {
        Some(inner) if is_sign(inner) => is_free(outer),
        Some(_) => outer.is_none_or(|c| c != '*'),
        None => false,
    };
    // A blank line would end them.
    !words.contains('\n')
        && holds(words.chars().next(), around.before)
        && holds(words.chars().next_back(), around.after)
}

/// Writes words with a `\` before each sign that Markdown would take for its own.
fn escaped(words: &str, opens_block: bool, before: Option<char>, out: &mut String) {
    let mut previous = before;
    for (n, line) in words.split('\n').enumerate() {
        if n > 0 {
            out.push('\n');
            previous = None;
        }
        let line = if n > 0 { line.trim_start() } else { line };
        let opening = if n > 0 || opens_block { opening(line) } else { None };
        for (at, c) in line.char_indices() {
            let next = line[at + c.len_utf8()..].chars().next();
            if opening == Some(at) || is_sign(c, previous, &line[at..], next) {
                out.push('\\');
            }
            out.push(c);
            previous = Some(c);
        }
    }
}

/// Whether a sign would be read as a mark, wherever it stands.
fn is_sign(c: char, previous: Option<char>, rest: &str, next: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
        '_' => !(is_word(previous) && is_word(next)),
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => is_entity(rest),
        '{' => true,
        _ => false,
    }
}

/// Whether a text starts with what names a character: `&amp;`, `&#8217;`.
fn is_entity(text: &str) -> bool {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]).as_bytes();
    // The longest of those names has 31 letters.
    let n_letters = name.iter().take(40).take_while(|b| b.is_ascii_alphanumeric()).count();
    n_letters > 0 && name.get(n_letters) == Some(&b';')
}

/// Where the sign stands that would make something else of a line than a line of text.
fn opening(line: &str) -> Option<usize> {
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let first = line.chars().next()?;
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match first {
        '>' | ':' => Some(0),
        '#' if is_end(line.trim_start_matches('#')) => Some(0),
        '-' | '+' if is_end(&line[1..]) => Some(0),
        // A line of these alone makes a title of the line above, or a front matter.
        '-' | '=' | '+' if line.trim_end().chars().all(|c| c == first || c == ' ') => Some(0),
        '0'..='9' if n_digits < 10 => {
            let sign = line[n_digits..].chars().next().filter(|c| matches!(c, '.' | ')'))?;
            is_end(&line[n_digits + sign.len_utf8()..]).then_some(n_digits)
        }
        _ => None,
    }
}

/// A title whose end is not taken for its attributes, nor for signs that close it.
fn title(line: &str) -> String {
    let end = line.trim_end_matches('#').len();
    let closes = end < line.len() && line[..end].ends_with(' ');
    let line = if closes { format!("{}\\{}", &line[..end], &line[end..]) } else { line.to_owned() };
    match line.rfind('{').filter(|at| line.ends_with('}') && !line[..*at].ends_with('\\')) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line,
    }
}

/// Lines put one after the other, without what is blank around them.
fn lines_apart(text: &str, between: &str) -> String {
    let lines = text.split('\n').map(|line| line.trim_matches([' ', '\t', '\r']));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(between)
}

/// The target of a link, as it stands between parentheses, in a cell as well.
fn target(link: &str) -> String {
    let mut target = String::with_capacity(link.len());
    for c in link.trim().chars() {
        match c {
            '(' | ')' | '<' | '>' | '|' | '\\' | ' ' | '"' | '`' | '{' | '}' | '*' | '_' | '[' | ']' => {
                target.push_str(&format!("%{:02X}", u32::from(c)))
            }
            c if c.is_control() => {}
            c => target.push(c),
        }
    }
    target
}

/// The label of a footnote, of letters and digits.
pub fn label_of(label: &str) -> String {
    let kept: String = label.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if kept.is_empty() { "note".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &str, marks: &str) -> Run {
        let (marks, link) = marks.split_once('@').map_or((marks, None), |(marks, link)| (marks, Some(link)));
        let look = Look {
            is_bold: marks.contains('b'),
            is_italic: marks.contains('i'),
            is_struck: marks.contains('s'),
            is_raised: marks.contains('^'),
            is_lowered: false,
        };
        Run { words: words.to_owned(), look, link: link.map(str::to_owned), note: None }
    }

    fn check(runs: &[(&str, &str)], place: Place, expected: &str) {
        let text = Text { runs: runs.iter().map(|(words, marks)| run(words, marks)).collect() };
        assert_eq!(inline(&text, place), expected, "{runs:?}");
    }

    #[test]
    fn signs_of_a_text_stay_signs() {
        let line = |text: &str, expected: &str| check(&[(text, "")], Place::Block, expected);
        line("# 1", "\\# 1");
        line("#1", "#1");
        line("1. Un", "1\\. Un");
        line("1.1 Un", "1.1 Un");
        line("- un", "\\- un");
        line("-20 %", "-20 %");
        line("un\n- deux\n---", "un\\\n\\- deux\\\n\\---");
        line("a*b* [c](d) `e` ~f~ <g> 1 < 2", "a\\*b\\* \\[c\\](d) \\`e\\` \\~f\\~ \\<g> 1 < 2");
        line("nom_de_fichier _x_", "nom_de_fichier \\_x\\_");
        line("R&D &amp; &eacute;", "R&D \\&amp; \\&eacute;");
        line("{{ progress() }} a{b}", "\\{\\{ progress() }} a\\{b}");
        line("+++", "\\+++");
        line(": suite", "\\: suite");
        line("a | b", "a \\| b");
    }

    #[test]
    fn looks_are_marks_where_they_hold() {
        let line = |runs: &[(&str, &str)], expected: &str| check(runs, Place::Block, expected);
        line(&[("Un ", "b"), ("mot", "")], "**Un** mot");
        line(&[("Un", "b"), (" ", "i"), ("mot", "b")], "**Un** **mot**");
        line(&[("mot", "b"), ("s", "")], "**mot**s");
        line(&[("mots.", "b"), ("Suite", "")], "<strong>mots.</strong>Suite");
        line(&[("un", "b"), ("deux", "bi")], "<strong>un</strong>***deux***");
        line(&[("1", ""), ("er", "^")], "1<sup>er</sup>");
        line(&[("ici", "@https://exemple.org/a b(c)")], "[ici](https://exemple.org/a%20b%28c%29)");
        line(&[("ici", "b@tel:1"), (" même", "@tel:1")], "[**ici** même](tel:1)");
        line(&[("Venez!", ""), ("ici", "@tel:1")], "Venez\\![ici](tel:1)");
        line(&[("ici", "@javascript:a()"), (" là", "@file:///C:/a.docx")], "ici là");
        line(&[("a\nb", "b")], "<strong>a\\\nb</strong>");
    }

    #[test]
    fn each_place_parts_lines_its_own_way() {
        check(&[("un\n deux", "")], Place::Cell, "un<br>deux");
        check(&[("un\ndeux", "")], Place::Title, "un deux");
        check(&[("En C #", "")], Place::Title, "En C \\#");
        check(&[("Se loger {à confirmer}", "")], Place::Title, "Se loger \\{à confirmer}");
        check(&[("1. Se loger", "")], Place::Title, "1. Se loger");
    }
}
