//! Lines that were cut because the page ended there, put end to end again.

/// Narrower texts are lists and addresses, wider ones have a paragraph on each line.
const WIDTHS: std::ops::RangeInclusive<usize> = 45..=130;

/// The width at which the lines of a text were cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    width: usize,
}

impl Wrap {
    /// Finds the width of a text whose lines were cut; none when each of its lines is a paragraph. `follows` says
    /// whether a line may go on the one above it.
    pub fn of(lines: &[&str], follows: impl Fn(usize) -> bool) -> Option<Wrap> {
        let pairs = || (1..lines.len()).filter(|at| follows(*at)).map(|at| (lines[at - 1], lines[at]));
        let width = pairs().map(|(above, line)| n_chars(above).max(n_chars(line))).max()?;
        let wrap = Wrap { width };
        let n_full = pairs().filter(|(above, line)| wrap.is_cut(above, line)).count();
        let is_wrapped = WIDTHS.contains(&width) && n_full >= 2 && 2 * n_full >= pairs().count();
        is_wrapped.then_some(wrap)
    }

    /// Whether a line goes on in the next one: its first word had no room left.
    pub fn is_cut(&self, line: &str, next: &str) -> bool {
        let first = next.split_whitespace().next().unwrap_or_default();
        // Letters of a page are not all as wide.
        let is_full = 10 * (n_chars(line) + 1 + n_chars(first)) >= 9 * self.width;
        // A title in capitals, above its text.
        let is_title = is_in_capitals(line) && !is_in_capitals(next);
        is_full && 10 * n_chars(line) >= 6 * self.width && !is_title
    }
}

fn n_chars(line: &str) -> usize {
    line.chars().count()
}

fn is_in_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// Adds a line to what stands above it. A hyphen at the end of the line above cuts a word in two, but for the
/// words that have one.
pub(super) fn join(text: &mut String, line: &str) {
    const BEFORE: [&str; 12] = [
        "après", "avant", "celle", "celles", "celui", "ceux", "contre", "demi", "non", "peut", "sous", "vice",
    ];
    const AFTER: [&str; 20] = [
        "ce", "ci", "elle", "elles", "en", "et", "il", "ils", "je", "la", "le", "les", "là", "moi", "même",
        "mêmes", "nous", "on", "t", "vous",
    ];
    let word = |c: char| !c.is_alphanumeric();
    let cut = text.strip_suffix(['-', '\u{ad}', '‐']).filter(|cut| cut.ends_with(char::is_alphabetic));
    match cut.filter(|_| line.starts_with(char::is_lowercase)) {
        Some(cut) => {
            let last = cut.rsplit(word).next().unwrap_or_default().to_lowercase();
            let first = line.split(word).next().unwrap_or_default();
            // « dix-sept-\nhuit », « cul-de-\nsac »: a word that has one already has the other.
            let is_compound =
                cut[..cut.len() - cut.rsplit(word).next().unwrap_or_default().len()].ends_with('-');
            let is_kept = is_compound || BEFORE.contains(&last.as_str()) || AFTER.contains(&first);
            let n_kept = if is_kept { text.len() } else { cut.len() };
            text.truncate(n_kept);
        }
        None => text.push(' '),
    }
    text.push_str(line);
}
