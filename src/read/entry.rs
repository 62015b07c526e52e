//! A posting that was come by and not read yet.
//!
//! To find rows in a file is quick, to read them is not: an [`Entry`] can be sent to another thread and read there.

use super::{Document, Format, ReadError, csv, html, is_blank, json, text};
use crate::text::{NotText, decode};
use std::sync::Arc;

/// A file or a row, not read yet.
#[derive(Debug)]
pub struct Entry {
    name: String,
    content: Content,
    text_column: Option<Arc<str>>,
}

/// What an entry holds.
#[derive(Debug)]
pub(super) enum Content {
    /// A file as a whole.
    File(Format, Vec<u8>),
    /// An object of JSON.
    Object(Vec<u8>),
    /// A row of a table.
    Record(csv::Record),
    /// A row of a table, decoded.
    #[cfg(feature = "parquet")]
    Row(serde_json::Map<String, serde_json::Value>),
}

impl Entry {
    /// What was found under that name.
    pub(super) fn new(name: String, content: Content, text_column: Option<Arc<str>>) -> Self {
        Self { name, content, text_column }
    }

    /// Where it was found: the file, and `:17` for its seventeenth row.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How large it is, in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.content {
            Content::File(_, bytes) | Content::Object(bytes) => bytes.len(),
            Content::Record(record) => record.size(),
            #[cfg(feature = "parquet")]
            Content::Row(row) => row.values().filter_map(serde_json::Value::as_str).map(str::len).sum(),
        }
    }

    /// Reads the posting; a saved page may hold several. Never empty.
    ///
    /// # Errors
    /// Each item may be a [`ReadError`] of its own.
    #[must_use]
    pub fn documents(self) -> Vec<Result<Document, ReadError>> {
        let column = self.text_column.as_deref();
        match self.content {
            Content::File(format, bytes) => file(&self.name, format, bytes),
            Content::Object(bytes) => vec![json::document(&self.name, &bytes, column)],
            Content::Record(record) => vec![record.document(&self.name, column)],
            #[cfg(feature = "parquet")]
            Content::Row(row) => vec![super::row::document(&self.name, &row, crate::text::TextOf::Column, column)],
        }
    }
}

fn file(name: &str, format: Format, bytes: Vec<u8>) -> Vec<Result<Document, ReadError>> {
    match format {
        #[cfg(feature = "docx")]
        Format::Docx => vec![super::docx::document(name, &bytes)],
        #[cfg(feature = "pdf")]
        Format::Pdf => vec![super::pdf::document(name, &bytes)],
        Format::Text | Format::Html | Format::Json | Format::Ndjson | Format::Csv => words(name, format, bytes),
        other => vec![Err(unsupported(name, other))],
    }
}

/// A file of text: what it is was found out, or is said.
fn words(name: &str, format: Format, bytes: Vec<u8>) -> Vec<Result<Document, ReadError>> {
    let decoded = match decode(&bytes) {
        Ok(decoded) => decoded,
        Err(NotText { what }) => return vec![Err(ReadError::Binary { path: name.to_owned(), what })],
    };
    drop(bytes);
    let documents = match format {
        Format::Html => html::documents(name, &decoded.text),
        _ => vec![Ok(text::document(name, decoded))],
    };
    let refuse_blank = |document: Document| {
        if is_blank(document.source.text()) { Err(ReadError::Empty { path: name.to_owned() }) } else { Ok(document) }
    };
    documents.into_iter().map(|document| document.and_then(refuse_blank)).collect()
}

/// The format is known, and this program cannot read it.
pub(super) fn unsupported(name: &str, format: Format) -> ReadError {
    let (what, advice) = match format {
        Format::Docx => {
            ("a DOCX document, which this program was built without", "build it with `--features docx`, or save the posting as text")
        }
        Format::Pdf => {
            ("a PDF document, which this program was built without", "build it with `--features pdf`, or save the posting as text")
        }
        _ => ("a Parquet table, which this program was built without", "build it with `--features parquet`, or write it as NDJSON or CSV"),
    };
    ReadError::Unsupported { path: name.to_owned(), what: what.to_owned(), advice }
}
