//! Tables as HTML.
//!
//! A reader who does not see the page goes from table to table by their names: each has one, its
//! caption, else the words of the heading above it, else the title of the document.

use super::draft::Draft;
use super::show::attribute;
use super::{Alignment, Cell, Filling, Html, Table};

impl Table {
    /// The table as HTML: its caption or its name, `scope` on headers, alignment by class, inside
    /// a box that scrolls.
    pub fn html(&self) -> Html {
        let Table { header, rows, alignments, caption, heading, span } = self;
        let mut out = Draft::default();
        // A box that scrolls must be reachable with the keyboard; it is a region when it has a name
        // of its own.
        out.markup("<div class=\"table-box\" tabindex=\"0\"");
        if let Some(caption) = caption {
            out.markup(" role=\"region\"");
            attribute(&mut out, "aria-label", &caption.plain);
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
                attribute(&mut out, "aria-label", heading);
                out.markup(">\n");
            }
            (None, None) => {
                out.markup(" aria-label=\"");
                out.hole(Filling::Title, *span);
                out.markup("\">\n");
            }
        }
        out.markup("<thead>\n");
        row(&mut out, header, alignments, Kind::Header);
        out.markup("</thead>\n");
        if !rows.is_empty() {
            out.markup("<tbody>\n");
            for cells in rows {
                row(&mut out, cells, alignments, Kind::Data);
            }
            out.markup("</tbody>\n");
        }
        out.markup("</table>\n</div>\n");
        Html { text: out.text, holes: out.holes }
    }
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
