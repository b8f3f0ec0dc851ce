//! Tables as HTML.
//!
//! A reader who does not see the page goes from table to table by their names: each has one, its
//! caption, else the words of the heading above it, else the title of the document.

use super::draft::Draft;
use super::show::attribute;
use super::{Alignment, Cell, Filling, Table};

impl Table {
    /// How many bytes it takes as HTML, at a guess: as many as its author wrote, and tags.
    pub(super) fn room(&self) -> usize {
        let n_rows = self.rows.len() + 1;
        256 + self.span.end - self.span.start + n_rows * (12 + 8 * self.header.len())
    }
}

/// Writes a table: its caption or its name, `scope` on headers, alignment by class, inside a box
/// that scrolls.
pub(super) fn table(out: &mut Draft, table: &Table) {
    let Table { header, rows, alignments, caption, heading, span } = table;
    // A box that scrolls must be reachable with the keyboard; it is a region when it has a name
    // of its own.
    out.markup("<div class=\"table-box\" tabindex=\"0\"");
    if let Some(caption) = caption {
        out.markup(" role=\"region\"");
        attribute(out, "aria-label", &caption.plain);
    }
    out.markup(">\n<table");
    match (caption, heading) {
        (Some(caption), _) => {
            out.markup(">\n<caption>");
            out.append_html(&caption.html);
            out.markup("</caption>\n");
        }
        // By its words, not its anchor: a table is also shown on pages that do not show the heading.
        (None, Some(heading)) => {
            attribute(out, "aria-label", heading);
            out.markup(">\n");
        }
        (None, None) => {
            out.markup(" aria-label=\"");
            out.hole(Filling::Title, *span);
            out.markup("\">\n");
        }
    }
    out.markup("<thead>\n");
    row(out, header, alignments, Kind::Header);
    out.markup("</thead>\n");
    if !rows.is_empty() {
        out.markup("<tbody>\n");
        for cells in rows {
            row(out, cells, alignments, Kind::Data);
        }
        out.markup("</tbody>\n");
    }
    out.markup("</table>\n</div>\n");
}

#[derive(Clone, Copy)]
enum Kind {
    Header,
    Data,
}

fn row(out: &mut Draft, cells: &[Cell], alignments: &[Alignment], kind: Kind) {
    out.markup("<tr>\n");
    for (column, cell) in cells.iter().enumerate() {
        // An empty header names nothing, so it is a plain cell.
        let is_header = matches!(kind, Kind::Header) && !cell.lines.is_empty();
        out.markup(if is_header { "<th scope=\"col\"" } else { "<td" });
        out.markup(match alignments.get(column).unwrap_or(&Alignment::Unset) {
            Alignment::Unset => ">",
            Alignment::Left => " class=\"align-left\">",
            Alignment::Center => " class=\"align-center\">",
            Alignment::Right => " class=\"align-right\">",
        });
        for (position, line) in cell.lines.iter().enumerate() {
            if position > 0 {
                out.markup("<br>");
            }
            out.append_html(&line.html);
        }
        out.markup(if is_header { "</th>\n" } else { "</td>\n" });
    }
    out.markup("</tr>\n");
}
