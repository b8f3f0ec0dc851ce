//! The style a site asks for in its settings, laid after that of the theme.

use crate::colour::{Colour, READABLE, Towards};
use crate::config::look::Look;

/// The file of the theme's style: what the settings ask for is written at its end, so that a page
/// loads one style.
pub const STYLE: &str = "jalon.css";

/// What a site adds to the style, in `assets/`: it goes at the end of it, so that a page still
/// loads one style, and no file of the theme has to be copied for a colour or a margin.
pub const SITE_STYLE: &str = "site.css";

/// The addresses of the fonts a site gives, from the folder of assets.
#[derive(Debug, Clone, Default)]
pub struct Fonts {
    pub text: Option<String>,
    pub title: Option<String>,
}

/// How much of the accent tints a notice.
const TINT: f32 = 0.14;

/// `--paper` in both schemes.
const LIGHT: Colour = Colour::rgb(0xff, 0xfd, 0xf8);
const DARK: Colour = Colour::rgb(0x17, 0x13, 0x0f);

/// What stands at the end of the style; empty when the settings ask for nothing.
///
/// It is in no layer, so it comes before all that the theme says.
pub fn style(look: &Look, fonts: &Fonts) -> String {
    let mut style = String::new();
    let mut tokens = String::new();
    for (font, family, token, usual) in [
        (&fonts.text, "site-text", "text", "system-ui, sans-serif"),
        (&fonts.title, "site-title", "title", "Georgia, serif"),
    ] {
        let Some(address) = font else { continue };
        style.push_str(&format!(
            "@font-face {{ font-family: {family}; src: url(\"{address}\") format(\"woff2\"); font-weight: 100 900; font-display: swap; }}\n"
        ));
        tokens.push_str(&format!("--{token}: {family}, {usual}; "));
    }
    if let Some(accent) = look.accent {
        tokens.push_str(&shades(accent.light, LIGHT, Towards::Black));
    }
    if !tokens.is_empty() {
        style.push_str(&format!(":root {{ {}}}\n", tokens));
    }
    if let Some(accent) = look.accent {
        let dark = shades(accent.dark, DARK, Towards::White);
        style.push_str(&format!("@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"));
    }
    if style.is_empty() { style } else { format!("\n/* jalon.toml: [theme] */\n{style}") }
}

/// The accent, and the notice that goes with it.
fn shades(accent: Colour, paper: Colour, ink: Towards) -> String {
    let tint = accent.over(TINT, paper);
    let ink = accent.shade(ink, &[tint], READABLE + 2.5);
    format!("--accent: {accent}; --stage-tint: {tint}; --stage-ink: {ink}; ")
}
