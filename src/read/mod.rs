//! From files to postings' texts: one file per format.
//!
//! [`find`] goes over files, folders and standard input, without holding more than one file, and gives an [`Entry`] for each posting that it comes by;
//! [`Entry::documents`] reads it, on whatever thread. [`read()`] does both in one. The content decides on the [`Format`], then the file's name. What a text
//! asks for is not decided here.
//!
//! `postings/` in; a [`Document`] per posting out, and a [`ReadError`] for each file or row that could not be read.

mod csv;
#[cfg(feature = "docx")]
mod docx;
mod draft;
mod entry;
mod error;
mod fact;
mod files;
mod format;
pub mod html;
mod json;
pub mod ndjson;
mod open;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "pdf")]
mod pdf;
mod row;
mod stream;
pub mod text;

pub use entry::Entry;
pub use error::ReadError;
pub use files::{Entries, find, read};
pub use format::Format;
pub use open::read_bytes;
#[cfg(feature = "pdf")]
pub(crate) use pdf::lines_of as pdf_lines;

use crate::posting::Posting;
use crate::text::Source;
use std::path::PathBuf;
use std::sync::{Arc, atomic::AtomicU64};

/// The largest file that is read as one posting, in bytes. Files of rows may be of any size.
pub const LARGEST_POSTING: usize = 64 << 20;

/// The largest row that is read, in bytes: several are held at once.
pub const LARGEST_ROW: usize = 16 << 20;

/// The largest JSON document that is read, in bytes: it may hold many postings, and is held as a whole.
pub const LARGEST_JSON: usize = 128 << 20;

/// The text of one posting, and what structured fields beside it say.
#[derive(Debug, Clone)]
pub struct Document {
    /// The text with its name.
    pub source: Source,
    /// Title, company and places, where the file has fields for them; the text is not looked at.
    pub facts: Posting,
    /// Where in the text the lines begin that were made of structured fields (`36 months of experience`), which may say once more what the text before
    /// them says.
    pub fields: Option<usize>,
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

/// What becomes of the empty lines of NDJSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EmptyLines {
    /// They are passed over.
    #[default]
    Skipped,
    /// Each is a row without a text, so that every line has an answer.
    Told,
}

/// How to read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The largest posting, in bytes; a row may have [`LARGEST_ROW`] at most.
    pub largest: usize,
    /// The format of all files; found out for each of them where it is not given.
    pub format: Option<Format>,
    /// The column of tables that holds the posting's text; one of the usual names where it is not given.
    pub text_column: Option<String>,
    /// What becomes of the empty lines of NDJSON.
    pub empty_lines: EmptyLines,
    /// Counts the bytes that have been read from files, for those who watch.
    pub bytes_read: Arc<AtomicU64>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { largest: LARGEST_POSTING, format: None, text_column: None, empty_lines: EmptyLines::default(), bytes_read: Arc::default() }
    }
}

/// Whether a text has no letter and no digit: nothing to read.
fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
