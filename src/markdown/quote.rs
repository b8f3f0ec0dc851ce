//! Quotations: the line that says whose words they are is set apart from them.

use super::draft::Draft;

impl Draft {
    /// Sets apart the last line of the quotation just written when it starts with a long dash:
    /// « — Carnet du Gué ». A short one starts a list.
    pub fn set_apart_attribution(&mut self) {
        const END: &str = "</p>\n";
        let Some(paragraph) = self.text.strip_suffix(END) else { return };
        let Some(open) = paragraph.rfind("<p>") else { return };
        let start = open + "<p>".len();
        let line = paragraph[start..].rfind('\n').map_or(start, |end| start + end + 1);
        if !starts_with_dash(&paragraph[line..]) {
            return;
        }
        if line == start {
            self.replace(open..start, "<p class=\"small\">");
        } else if closes_all(&paragraph[start..line]) {
            let words = paragraph[start..line].trim_end();
            let words = words.strip_suffix("<br>").unwrap_or(words);
            self.replace(start + words.len()..line, "</p>\n<p class=\"small\">");
        }
    }

    /// Puts other markup in a place; a hole that stood in it stands before it.
    fn replace(&mut self, place: std::ops::Range<usize>, markup: &str) {
        let moved =
            |at: usize| if at >= place.end { at - place.len() + markup.len() } else { at.min(place.start) };
        self.holes.iter_mut().for_each(|hole| hole.at = moved(hole.at));
        self.raw.iter_mut().for_each(|at| *at = moved(*at));
        self.text.replace_range(place, markup);
    }
}

/// Whether the first words of a line come after a long dash, in italics or not.
fn starts_with_dash(line: &str) -> bool {
    let words = without_tags(line).strip_prefix(['—', '–']);
    words.is_some_and(|words| without_tags(words.trim_start()).starts_with(char::is_alphanumeric))
}

/// A text without the tags at its start.
fn without_tags(mut text: &str) -> &str {
    while let Some((_, after)) = text.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
        text = after;
    }
    text
}

/// Whether every element opened in a text is closed there.
fn closes_all(html: &str) -> bool {
    let n_closed = html.matches("</").count();
    let n_alone = html.matches("<br>").count() + html.matches("<img").count();
    html.matches('<').count() == 2 * n_closed + n_alone
}
