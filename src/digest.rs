//! A number made of all the bytes of a file, to tell whether they are still the same.

use std::fmt::{self, Display, Formatter};

use twox_hash::XxHash3_128;

/// The XXH3 hash of some bytes, on 128 bits; written, 32 hexadecimal digits in small letters.
///
/// Two files have the same one if they are the same: by chance alone, no two others ever will. It is no
/// proof against who would make two of them on purpose, and nothing secret hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u128);

impl Digest {
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(XxHash3_128::oneshot(bytes))
    }

    /// Reads what was written; none if it cannot have been.
    pub fn read(text: &str) -> Option<Digest> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_whole = text.len() == 32 && text.bytes().all(is_digit);
        u128::from_str_radix(text, 16).ok().filter(|_| is_whole).map(Digest)
    }
}

impl Display for Digest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn what_is_written_is_read_again() {
        // The value that the reference implementation gives for no bytes at all.
        assert_eq!(Digest::of(b"").to_string(), "99aa06d3014798d86001c324468d497f");
        for bytes in [&b""[..], b"a", b"ab", &[0; 5000]] {
            let digest = Digest::of(bytes);
            assert_eq!(Digest::read(&digest.to_string()), Some(digest));
        }
        assert_eq!(Digest::read(&format!("{:032x}", 7)), Some(Digest(7)));
    }

    #[test]
    fn what_is_none_is_not_read() {
        let digest = Digest::of(b"").to_string();
        for text in ["", "0", &digest[1..], &format!("+{}", &digest[1..]), &digest.to_uppercase()] {
            assert_eq!(Digest::read(text), None, "{text}");
        }
    }
}
