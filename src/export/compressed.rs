//! Compressed copies of texts, for hosts that send them as they are.

use crate::config::hosting::Packing;

/// Below this many bytes a text goes in one packet of the network, compressed or not.
#[cfg(feature = "precompress")]
const WORTH: usize = 1_024;

/// Out of 11: the last two take many times longer for a few bytes in a hundred.
#[cfg(feature = "brotli")]
const QUALITY: i32 = 9;

/// A text compressed; none when the copy would not be smaller. The same bytes every time: neither a
/// date nor a name is kept with them.
#[cfg(feature = "precompress")]
pub fn copy(bytes: &[u8], packing: Packing) -> Option<Vec<u8>> {
    if bytes.len() < WORTH {
        return None;
    }
    let copy = match packing {
        Packing::Gzip => gzip(bytes),
        Packing::Brotli => brotli(bytes)?,
    };
    (copy.len() < bytes.len()).then_some(copy)
}

/// None: this program was compiled without compression, which is told of the settings.
#[cfg(not(feature = "precompress"))]
pub fn copy(_bytes: &[u8], _packing: Packing) -> Option<Vec<u8>> {
    None
}

#[cfg(feature = "precompress")]
fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;

    let mut encoder = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("writing to memory does not fail");
    encoder.finish().expect("writing to memory does not fail")
}

#[cfg(feature = "brotli")]
fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality: QUALITY, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).expect("writing to memory does not fail");
    Some(out)
}

/// None: this program was compiled without it, which is told of the settings.
#[cfg(all(feature = "precompress", not(feature = "brotli")))]
fn brotli(_bytes: &[u8]) -> Option<Vec<u8>> {
    None
}
