//! How the sheets look, on screen and on paper.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

/// Letter, in the numbers of the format.
const LETTER: u8 = 1;

/// The looks of cells.
pub struct Styles {
    pub header: Format,
    pub words: Format,
    pub date: Format,
    /// A share of one, shown as « 40 % ».
    pub share: Format,
    /// What stays as typed: `2.10` is a number of action, not two and a tenth.
    pub number: Format,
}

impl Styles {
    pub fn new() -> Styles {
        let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let with = |format: &str| cell.clone().set_num_format(format);
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::RGB(0x24_1c15))
            .set_background_color(Color::RGB(0xd9_e6f5))
            .set_border_bottom(FormatBorder::Medium);
        Styles { header, date: with("yyyy-mm-dd"), share: with("0 %"), number: with("@"), words: cell }
    }
}

/// On Letter paper lying down, as wide as it takes, with the title and the number of each page.
pub fn set_up_page(sheet: &mut Worksheet, title: &str) {
    // In a header, `&` commands; doubled, it is itself.
    let title = title.replace('&', "&&");
    sheet
        .set_paper_size(LETTER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_header(format!("&L{title}&R&A"))
        .set_footer("&C&P / &N");
}
