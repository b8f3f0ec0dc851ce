//! The lines of a text, without the numbers of its pages.

/// Cuts a text into lines. A line that is the number of a page, beside the end of that page, is left out.
pub(super) fn lines<'t>(text: &'t str) -> Vec<&'t str> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines: Vec<&str> = Vec::new();
    for (at, page) in text.split('\u{c}').enumerate() {
        if at > 0 {
            drop_number(&mut lines);
        }
        // Word ends a line inside a paragraph with signs of its own.
        let of_line = |line: &'t str| {
            line.strip_suffix('\r').unwrap_or(line).split(['\r', '\u{b}', '\u{2028}', '\u{85}'])
        };
        let mut own: Vec<&str> = page.split('\n').flat_map(of_line).collect();
        if at > 0 {
            own.reverse();
            drop_number(&mut own);
            own.reverse();
        }
        lines.extend(own);
    }
    lines
}

/// Drops the last line that holds something, when it is the number of a page.
fn drop_number(lines: &mut Vec<&str>) {
    let last = lines.iter().rposition(|line| !line.trim().is_empty());
    if let Some(at) = last.filter(|at| is_number(lines[*at])) {
        lines.remove(at);
    }
}

/// Whether a line is the number of a page: « 3 », « - 3 - », « Page 3 sur 12 ».
fn is_number(line: &str) -> bool {
    let line = line.trim().trim_matches(['-', '–', '—', '|', ' ']).to_lowercase();
    let number = line.strip_prefix("page").or_else(|| line.strip_prefix("p.")).unwrap_or(&line);
    let mut parts = number.split(['/', ' ']).filter(|part| !matches!(*part, "" | "sur" | "de" | "of"));
    let is_small = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(is_small) && parts.next().is_none_or(is_small) && parts.next().is_none()
}
