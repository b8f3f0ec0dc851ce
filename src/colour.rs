//! Colours, and whether one can be read on another. The only door to the crate of colours.

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, Oklch, Srgb};

/// A colour of the screen, as web pages write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(Srgb<u8>);

/// The contrast that WCAG 2.2 asks of text at level AA (criterion 1.4.3).
pub const READABLE: f32 = 4.5;

/// Which way a colour may be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Black,
    White,
}

/// How much lightness moves at each try, on a scale from 0 to 1: less than an eye can tell.
const STEP: f32 = 0.005;

impl Colour {
    /// Reads `#80300f`, `#830`, the same without `#`, or a name of CSS such as `teal`.
    pub fn parse(written: &str) -> Option<Colour> {
        let written = written.trim().to_ascii_lowercase();
        let digits = written.strip_prefix('#').unwrap_or(&written);
        let is_code = matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_code {
            return digits.parse().ok().map(Colour);
        }
        palette::named::from_str(&written).map(Colour)
    }

    pub const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
        Colour(Srgb::new(red, green, blue))
    }

    /// How well one colour is read on the other, from 1 (not at all) to 21, as WCAG defines it.
    pub fn contrast(self, other: Colour) -> f32 {
        self.0.into_format::<f32>().relative_contrast(other.0.into_format())
    }

    /// The least contrast with several colours.
    pub fn least_contrast(self, others: &[Colour]) -> f32 {
        others.iter().map(|other| self.contrast(*other)).fold(21.0, f32::min)
    }

    /// The nearest shade of the same hue that has a contrast with each of these colours: itself if
    /// it has. What reaches the end of the scale is black or white.
    pub fn shade(self, towards: Towards, on: &[Colour], contrast: f32) -> Colour {
        let mut shade = Oklch::from_color(self.0.into_format::<f32>());
        loop {
            let shown = Colour(Srgb::from_color(shade).into_format());
            if shown.least_contrast(on) >= contrast || !(0.0..=1.0).contains(&shade.l) {
                return shown;
            }
            shade.l += match towards {
                Towards::Black => -STEP,
                Towards::White => STEP,
            };
        }
    }

    /// A share of this colour, from 0 to 1, over another.
    pub fn over(self, share: f32, under: Colour) -> Colour {
        let mix = |a: u8, b: u8| (f32::from(a) * share + f32::from(b) * (1.0 - share)).round() as u8;
        let (top, under) = (self.0, under.0);
        Colour::rgb(mix(top.red, under.red), mix(top.green, under.green), mix(top.blue, under.blue))
    }
}

/// `#80300f`
impl std::fmt::Display for Colour {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.0.red, self.0.green, self.0.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Colour = Colour::rgb(255, 255, 255);
    const BLACK: Colour = Colour::rgb(0, 0, 0);

    #[test]
    fn a_colour_is_read_as_web_pages_write_it() {
        let check = |written: &str, expected: Option<&str>| {
            let read = Colour::parse(written).map(|colour| colour.to_string());
            assert_eq!(read.as_deref(), expected, "{written}");
        };
        check("#80300F", Some("#80300f"));
        check(" 80300f ", Some("#80300f"));
        check("#083", Some("#008833"));
        check("Teal", Some("#008080"));
        check("bleu", None);
        check("#12345", None);
        check("#é3456", None);
        check("", None);
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 0.01);
        assert!((Colour::rgb(0x76, 0x76, 0x76).contrast(WHITE) - 4.54).abs() < 0.01);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 0.01);
    }

    #[test]
    fn the_nearest_shade_keeps_its_hue_and_can_be_read() {
        let orange = Colour::parse("#e07b00").expect("a colour");
        let shade = orange.shade(Towards::Black, &[WHITE], READABLE);
        assert!((4.5..4.8).contains(&shade.contrast(WHITE)), "{shade}");
        let hue =
            |colour: Colour| Oklch::from_color(colour.0.into_format::<f32>()).hue.into_positive_degrees();
        assert!((hue(shade) - hue(orange)).abs() < 8.0, "{shade}");
        assert_eq!(BLACK.shade(Towards::Black, &[WHITE], READABLE), BLACK);
        assert_eq!(WHITE.shade(Towards::White, &[WHITE], READABLE).contrast(WHITE), 1.0);
    }
}
