//! Text cut and wrapped by the columns it takes in a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands between the parts of a line.
const SEPARATOR: &str = " · ";

/// The columns a text takes: an accent placed over a letter takes none, « 雪 » takes two.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// A text without what could move the cursor or change colours: it comes from files.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text cut to fit, the cut shown by a final `…`, then filled with spaces up to the width.
pub fn fitted(text: &str, width: usize) -> String {
    let mut text = if columns(text) <= width { text.to_owned() } else { cut(text, width) };
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(columns(&text))));
    text
}

fn cut(text: &str, width: usize) -> String {
    let mut kept = String::new();
    for c in text.chars() {
        if columns(&kept) + c.width().unwrap_or(0) + 1 > width {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// Lines no wider than `width`, cut at spaces (never at no-break ones); a longer word is cut.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.extend(pieces(word, width)),
        }
    }
    lines
}

/// Parts in lines, « one · two », a part whole wherever a line can hold it.
pub fn flowed(parts: impl IntoIterator<Item = String>, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(SEPARATOR) + columns(&part) <= width => {
                line.push_str(SEPARATOR);
                line.push_str(&part);
            }
            Some(_) | None => lines.extend(wrapped(&part, width)),
        }
    }
    lines
}

/// A word in pieces that fit.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let is_full = |piece: &String| columns(piece) + c.width().unwrap_or(0) > width;
        if pieces.last().is_some_and(|piece| !piece.is_empty() && is_full(piece)) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{columns, fitted, flowed, wrapped};

    #[track_caller]
    fn check(text: &str, width: usize, expected_fitted: &str, expected_lines: &[&str]) {
        assert_eq!(fitted(text, width), expected_fitted);
        assert_eq!(wrapped(text, width), expected_lines);
        assert!(wrapped(text, width).iter().all(|line| columns(line) <= width));
    }

    #[test]
    fn a_text_that_fits_is_filled() {
        check("Été", 5, "Été  ", &["Été"]);
    }

    #[test]
    fn a_text_too_long_is_cut_before_its_width() {
        check("Se loger près", 9, "Se loger…", &["Se loger", "près"]);
    }

    #[test]
    fn a_letter_of_two_columns_counts_for_two() {
        check("雪雪雪", 5, "雪雪…", &["雪雪", "雪"]);
    }

    #[test]
    fn an_accent_over_a_letter_takes_no_column() {
        check("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}", &["e\u{301}te\u{301}"]);
    }

    #[test]
    fn a_no_break_space_keeps_its_words_together() {
        check("un taux : 33\u{a0}%", 12, "un taux : 3…", &["un taux :", "33\u{a0}%"]);
    }

    #[test]
    fn a_part_goes_whole_to_the_next_line() {
        let parts = ["3 en retard", "7 à échéance", "rien"].map(str::to_owned);
        assert_eq!(flowed(parts, 20), ["3 en retard", "7 à échéance · rien"]);
    }
}
