//! How to reach somebody, the address hidden from the simplest harvesters.

use super::{Caller, Wrong};
use crate::diagnostic::asked::AskedProblem;
use crate::shortcode::Key;
use crate::view::Link;
use crate::view::shortcodes::{ContactCall, ProtectedLink};

/// Words after which a number is an extension.
const EXTENSIONS: [&str; 5] = ["poste", "ext", "p.", "x", "#"];

impl Caller<'_> {
    pub(super) fn contact(&self) -> Result<ContactCall, Wrong> {
        let (email, phone) = (self.call().text(Key::Email), self.call().text(Key::Phone));
        if email.is_none() && phone.is_none() {
            return Err(Wrong::new(AskedProblem::NoContact, self.call().name_span));
        }
        let email = match email {
            Some(email) if is_email(email.value) => Some(protected(email.value)),
            Some(email) => {
                let written = email.value.to_owned();
                return Err(Wrong::new(AskedProblem::NotAnEmail { written }, email.span));
            }
            None => None,
        };
        let phone = match phone {
            Some(phone) => {
                let wrong = || AskedProblem::NotAPhone { written: phone.value.to_owned() };
                let href = dialled(phone.value).ok_or_else(|| Wrong::new(wrong(), phone.span))?;
                Some(Link { href, title: phone.value.to_owned() })
            }
            None => None,
        };
        Ok(ContactCall { in_sentence: self.in_sentence(), name: self.own(Key::Name), email, phone })
    }
}

fn is_email(written: &str) -> bool {
    let is_wrong = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c);
    written.split_once('@').is_some_and(|(person, host)| {
        let is_host = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !person.is_empty() && is_host && !host.contains(['@', '/', '?', '&']) && !written.contains(is_wrong)
    })
}

/// Every sign as an entity: a browser reads the address, a search for `@` in the file does not.
fn protected(email: &str) -> ProtectedLink {
    let entities = |text: &str| text.chars().map(|c| format!("&#{};", u32::from(c))).collect::<String>();
    // What would start a part of the address after the person, in a `mailto:`.
    let path = email.replace('%', "%25").replace('?', "%3F").replace('&', "%26").replace('#', "%23");
    ProtectedLink { href: entities(&format!("mailto:{path}")), words: entities(email) }
}

/// `tel:` and the number as phones take it; none when it has too few or too many digits. Ten
/// digits are a number of North America.
fn dialled(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let extension_at = EXTENSIONS.iter().filter_map(|word| lower.find(word)).min().unwrap_or(lower.len());
    let (number, extension) = lower.split_at(extension_at);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (number_digits, extension) = (digits(number), digits(extension));
    if number.contains(|c: char| c.is_alphabetic()) {
        return None;
    }
    let number = match number_digits.len() {
        3 | 11..=15 if number.trim_start().starts_with('+') => format!("+{number_digits}"),
        3 => number_digits,
        10 => format!("+1{number_digits}"),
        11 if number_digits.starts_with('1') => format!("+{number_digits}"),
        _ => return None,
    };
    let extension = if extension.is_empty() { extension } else { format!(";ext={extension}") };
    Some(format!("tel:{number}{extension}"))
}
