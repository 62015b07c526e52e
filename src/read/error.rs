//! What can keep a posting from being read: each sentence names the file, the trouble, and a way out.

use std::io;

/// A file, a folder or a row that gave no posting.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("`{path}` does not exist; check the name, or give the folder it is in")]
    Missing {
        /// The path as given.
        path: String,
    },
    /// The system would not open or read it.
    #[error("cannot read `{path}`: {}; check its permissions, or leave it out", system_words(.error))]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        error: io::Error,
    },
    /// It is no text.
    #[error("`{path}` is {what}, not text; save the posting as text, Markdown or HTML")]
    Binary {
        /// The file.
        path: String,
        /// What it is instead.
        what: &'static str,
    },
    /// It has no text in it.
    #[error("`{path}` has no text; fill it, or leave it out")]
    Empty {
        /// The file or row.
        path: String,
    },
    /// It is larger than a posting can be.
    #[error("`{path}` is larger than {} MB; give postings in files of their own, or as NDJSON with one a line", .limit >> 20)]
    TooLarge {
        /// The file or row.
        path: String,
        /// The limit, in bytes.
        limit: usize,
    },
    /// A folder without a single posting below it.
    #[error("`{path}` holds no posting; give a folder with .txt, .md, .html, .json, .ndjson, .csv, .docx or .pdf files")]
    NoPosting {
        /// The folder.
        path: String,
    },
    /// A file of a format that is not read, given by name.
    #[error("`{path}` is {what}; {advice}")]
    Unsupported {
        /// The file.
        path: String,
        /// What it is.
        what: String,
        /// What to do.
        advice: &'static str,
    },
    /// A row of an NDJSON file that is no posting; the rows after it are read.
    #[error("row `{path}` {problem}; {advice}")]
    Row {
        /// The file with the row's number: `file.ndjson:17`.
        path: String,
        /// What is wrong with it.
        problem: String,
        /// What to do.
        advice: &'static str,
    },
    /// A file of a folder that was passed over, since nothing about it says that it is a posting. No reason to fail.
    #[error("skipped `{path}`: {reason}; give it by name to read it")]
    Skipped {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
}

impl ReadError {
    /// The file, folder or row that the error is about.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Missing { path }
            | Self::Io { path, .. }
            | Self::Binary { path, .. }
            | Self::Empty { path }
            | Self::TooLarge { path, .. }
            | Self::NoPosting { path }
            | Self::Unsupported { path, .. }
            | Self::Row { path, .. }
            | Self::Skipped { path, .. } => path,
        }
    }

    /// The file was passed over on purpose: to be counted, not to be shown as a failure.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        matches!(self, Self::Skipped { .. })
    }

    /// The error for a file that the system would not give.
    pub(super) fn of_io(path: &str, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound {
            return Self::Missing { path: path.to_owned() };
        }
        Self::Io { path: path.to_owned(), error }
    }
}

/// The system's words in the style of the others: lower case, without its number.
fn system_words(error: &io::Error) -> String {
    let words = error.to_string();
    let words = words.split(" (os error").next().unwrap_or_default();
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
