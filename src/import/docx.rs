//! A document of Word into pieces.

use super::piece::Paper;
use super::refusal::Refusal;

/// Reads a document.
pub fn read(_bytes: &[u8]) -> Result<Paper, Refusal> {
    Err(Refusal::NoWord)
}
