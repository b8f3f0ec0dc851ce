//! Tables as HTML.

use super::draft::Draft;
use super::show::attribute;
use super::{Alignment, Cell, Html, Line, Table};

impl Table {
    /// The table as HTML: a caption when given, `scope` on headers, alignment by class, inside a
    /// box that scrolls.
    pub fn html(&self, caption: Option<&Line>) -> Html {
        let Table { header, rows, alignments, span: _ } = self;
        let mut out = Draft::default();
        // A box that scrolls must be reachable with the keyboard; it is a region when it has a name.
        out.markup("<div class=\"table-box\" tabindex=\"0\"");
        if let Some(caption) = caption {
            out.markup(" role=\"region\"");
            attribute(&mut out, "aria-label", &caption.plain);
        }
        out.markup(">\n<table>\n");
        if let Some(caption) = caption {
            out.markup("<caption>");
            out.append(Draft::of(caption.html.clone()));
            out.markup("</caption>\n");
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
            out.append(Draft::of(line.html.clone()));
        }
        out.markup(if is_header { "</th>\n" } else { "</td>\n" });
    }
    out.markup("</tr>\n");
}
