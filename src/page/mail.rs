//! A message that shares a page: no address but those the visitor adds, and nobody in between.

use crate::address::percent_encoded;
use crate::source::listed;

/// The address of a message with a subject, and the address of a page as its last words.
pub fn sharing(subject: &str, page: &str) -> String {
    ["mailto:?subject=", &encoded(subject), "&body=", &encoded(page)].concat()
}

/// A text as a part of an address: all but letters, digits and a few signs by their bytes.
fn encoded(text: &str) -> String {
    percent_encoded(text, &IS_KEPT)
}

const IS_KEPT: [bool; 256] = listed(b"-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

#[cfg(test)]
mod tests {
    use super::sharing;

    #[test]
    fn a_message_says_the_title_and_the_address_of_the_page() {
        assert_eq!(
            sharing("Été & co – Table", "https://asso.example/plans/2026/"),
            "mailto:?subject=%C3%89t%C3%A9%20%26%20co%20%E2%80%93%20Table&body=https%3A%2F%2Fasso.example%2Fplans%2F2026%2F"
        );
    }
}
