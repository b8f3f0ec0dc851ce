//! Files of word processors that a text names: those that it offers to download.

/// Ends of the names under which word processors keep texts.
const ENDS: [&str; 5] = [".docx", ".doc", ".odt", ".rtf", ".pages"];

/// Whether a file is one of a word processor, by its name.
pub fn is_one(path: &str) -> bool {
    let end = path.rfind('.').map_or("", |at| &path[at..]);
    ENDS.iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// What a text names, as written: at least the whole name of each file, and no more than its line.
pub fn named(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    // Nearly every point ends a sentence, and the byte behind it says so.
    let points = memchr::memchr_iter(b'.', bytes).filter(|at| {
        matches!(bytes.get(at + 1), Some(b'd' | b'D' | b'o' | b'O' | b'r' | b'R' | b'p' | b'P'))
    });
    let ends = points.filter_map(|at| {
        let end = ENDS.iter().find(|end| ends_so(&text[at..], end))?;
        let start = text[..at].rfind(['/', '(', '<', '"', '\n']).map_or(0, |before| before + 1);
        Some(text[start..at + end.len()].to_owned())
    });
    ends.collect()
}

/// Whether a text begins with the end of a name, and goes on with something else.
fn ends_so(text: &str, end: &str) -> bool {
    let begins = text.get(..end.len()).is_some_and(|start| start.eq_ignore_ascii_case(end));
    begins && !text[end.len()..].starts_with(char::is_alphanumeric)
}
