//! From files to postings' texts: one file per format.
//!
//! [`read()`] goes over files, folders and standard input, one posting after the other, without holding more than one file.
//! Formats: text and Markdown ([`text`]), HTML ([`html`]), one JSON object a line ([`ndjson`]), and any of them in gzip.
//! The content decides, then the file's name. What a text asks for is not decided here.
//!
//! `postings/` in; a [`Document`] per posting out, and a [`ReadError`] for each file or row that could not be read.

mod error;
mod files;
pub mod html;
pub mod ndjson;
mod open;
pub mod text;

pub use error::ReadError;
pub use files::{Documents, read};
pub use open::read_bytes;

use crate::posting::Posting;
use crate::text::Source;
use std::path::PathBuf;

/// The largest file that is read as one posting, in bytes. NDJSON files may be of any size, a row of them may not.
pub const LARGEST_POSTING: usize = 64 << 20;

/// The text of one posting, and what structured fields beside it say.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text with its name.
    pub source: Source,
    /// Title, company and places, where the file has fields for them; the text is not looked at.
    pub facts: Posting,
}

/// Where postings come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder with all that is below it.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl<P: Into<PathBuf>> From<P> for Input {
    /// Takes `-` for standard input, all else for a path.
    fn from(path: P) -> Self {
        let path = path.into();
        if path.as_os_str() == "-" { Self::Stdin } else { Self::Path(path) }
    }
}

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The largest posting, in bytes.
    pub largest: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { largest: LARGEST_POSTING }
    }
}

/// Whether a text has no letter and no digit: nothing to read.
fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
