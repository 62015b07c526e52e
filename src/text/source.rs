//! A text as it was read, with its name and its lines.
//!
//! Every span that leaves the library points into a [`Source`]: `source.slice(span)` is the quote.

use super::Span;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// How the text of a [`Source`] came from the bytes of its file, where it is not those bytes themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOf {
    /// The bytes were decoded wrongly somewhere before, and that was undone (`Link√∂ping` → `Linköping`), or
    /// they were not UTF-8 and had to be decoded from another encoding.
    Repaired,
    /// The text is what a browser would show of an HTML page.
    Html,
    /// The text is a string of a JSON document, at this path; several, joined by `+`.
    Json(String),
    /// The text is a cell of a table, in the column of this name.
    Column(String),
    /// The text is that of a document of a word processor.
    Docx,
    /// The text is that of a PDF document, in reading order.
    Pdf,
}

impl fmt::Display for TextOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Repaired => f.write_str("repaired"),
            Self::Html => f.write_str("html"),
            Self::Json(path) => write!(f, "json:{path}"),
            Self::Column(name) => write!(f, "column:{name}"),
            Self::Docx => f.write_str("docx"),
            Self::Pdf => f.write_str("pdf"),
        }
    }
}

impl Serialize for TextOf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TextOf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(match text.as_str() {
            "repaired" => Self::Repaired,
            "html" => Self::Html,
            "docx" => Self::Docx,
            "pdf" => Self::Pdf,
            other if other.starts_with("column:") => Self::Column(other.trim_start_matches("column:").to_owned()),
            other => Self::Json(other.strip_prefix("json:").unwrap_or(other).to_owned()),
        })
    }
}

/// A decoded text with the name of where it came from and an index of its lines.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    text_of: Option<TextOf>,
    line_starts: Vec<usize>,
}

impl Source {
    /// Wraps `text`, read from `name` (a path, `-` for standard input, `file.ndjson:17` for a row).
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self { name: name.into(), text, text_of: None, line_starts }
    }

    /// The same source, saying how its text was made.
    #[must_use]
    pub fn with_text_of(mut self, text_of: Option<TextOf>) -> Self {
        self.text_of = text_of;
        self
    }

    /// Where the text came from, as shown to people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the text was made, where it is not the bytes of the file.
    #[must_use]
    pub fn text_of(&self) -> Option<&TextOf> {
        self.text_of.as_ref()
    }

    /// The piece of the text that `span` names; empty where it does not fit.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The line of a byte offset, counted from 1.
    ///
    /// ```
    /// let source = quals::text::Source::new("a.txt", "one\ntwo\n");
    /// assert_eq!(source.line(4), 2);
    /// ```
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The column of a byte offset, counted in characters from 1.
    #[must_use]
    pub fn column(&self, offset: usize) -> usize {
        let start = self.line_starts.get(self.line(offset).saturating_sub(1)).copied().unwrap_or_default();
        Span::new(start, offset).of(&self.text).chars().count() + 1
    }
}
