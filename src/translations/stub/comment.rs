//! Markdown inside a comment, which nothing in it may close.

use crate::lang;

/// Words as a comment on one line, for a heading or a cell.
pub fn within_line(words: &str) -> String {
    let words = lang::on_one_line(words);
    format!("<!-- {} -->", without_double_dash(&words))
}

/// Words as a comment in a cell, whose edges they may not be taken for.
pub fn within_cell(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        if c == '|' && !safe.ends_with('\\') {
            safe.push('\\');
        }
        safe.push(c);
    }
    within_line(&safe)
}

/// A text as a comment of its own, empty lines included.
pub fn block(text: &str) -> String {
    let lines: Vec<String> = text.trim().lines().map(|line| safe_line(line.trim_end())).collect();
    format!("<!--\n{}\n-->\n", lines.join("\n"))
}

/// `--` may close a comment. What takes its place means the same once it is out of the comment: a
/// rule of stars, one dash under each title of a table, a dash that is escaped elsewhere.
fn safe_line(line: &str) -> String {
    let is_made_of = |signs: &str| line.chars().all(|c| signs.contains(c)) && line.contains("--");
    if is_made_of("- ") {
        return "***".to_owned();
    }
    if is_made_of("|-: ") {
        let mut kept = String::new();
        for c in line.chars().filter(|c| *c != ' ') {
            if c != '-' || !kept.ends_with('-') {
                kept.push(c);
            }
        }
        return kept;
    }
    without_double_dash(line)
}

fn without_double_dash(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '-' && safe.ends_with('-') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{block, within_cell, within_line};

    #[test]
    fn nothing_closes_a_comment_before_its_end() {
        let check = |text: &str, line: &str, lines: &str| {
            assert_eq!(within_line(text), line);
            assert_eq!(block(text), lines);
        };
        check("Se loger", "<!-- Se loger -->", "<!--\nSe loger\n-->\n");
        check("a --> b", "<!-- a -\\-> b -->", "<!--\na -\\-> b\n-->\n");
        check("a---b", "<!-- a-\\-\\-b -->", "<!--\na-\\-\\-b\n-->\n");
        check("a\n\n---\n\nb", "<!-- a -\\-\\- b -->", "<!--\na\n\n***\n\nb\n-->\n");
        check(
            "| a | b |\n| --- | :---: |",
            "<!-- | a | b | | -\\-\\- | :-\\-\\-: | -->",
            "<!--\n| a | b |\n|-|:-:|\n-->\n",
        );
    }

    #[test]
    fn a_bar_in_a_cell_is_no_edge() {
        let check = |words: &str, cell: &str| assert_eq!(within_cell(words), cell);
        check("a | b \\| c", "<!-- a \\| b \\| c -->");
        check("a", "<!-- a -->");
    }
}
