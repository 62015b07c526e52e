//! Tells the format of a file: by its first bytes, then by its name.
//!
//! `%PDF-1.7` is PDF whatever the name; `title,description` is CSV, `{"title": …}` on a line of its own NDJSON; what says nothing of itself is what its name
//! says.

use super::{html, json, row};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;

/// How much of a file is looked at to tell its format, in bytes.
pub(super) const HEAD: usize = 16 << 10;

/// A format that postings come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text or Markdown: the file is the posting.
    Text,
    /// A web page, saved.
    Html,
    /// A JSON document with one posting or many.
    Json,
    /// A JSON object a line.
    Ndjson,
    /// A table with its columns named in the first row; commas, semicolons, tabs or bars between them.
    Csv,
    /// A document of a word processor.
    Docx,
    /// A PDF document with text in it.
    Pdf,
    /// A table in columns.
    Parquet,
}

impl Format {
    /// All formats, whether or not this program was built with them.
    pub const ALL: [Self; 8] = [Self::Text, Self::Html, Self::Json, Self::Ndjson, Self::Csv, Self::Docx, Self::Pdf, Self::Parquet];

    /// The name, as `--input-format` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Parquet => "parquet",
        }
    }

    /// The format that a file's name stands for; `.gz` and `.zst` are looked through. A name without an extension is text; none for an extension that is not
    /// known.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let bare = [".gz", ".zst"].iter().find_map(|packed| lower.strip_suffix(packed)).unwrap_or(&lower);
        match Path::new(bare).extension().and_then(|extension| extension.to_str()) {
            None | Some("txt" | "text" | "md" | "markdown") => Some(Self::Text),
            Some("html" | "htm" | "xhtml") => Some(Self::Html),
            Some("json" | "jsonld") => Some(Self::Json),
            Some("ndjson" | "jsonl") => Some(Self::Ndjson),
            Some("csv" | "tsv") => Some(Self::Csv),
            Some("docx") => Some(Self::Docx),
            Some("pdf") => Some(Self::Pdf),
            Some("parquet") => Some(Self::Parquet),
            Some(_) => None,
        }
    }

    /// The format of a file that begins with `head` and has that name; text where nothing says otherwise, and HTML and JSON only where it is certain without
    /// the rest.
    pub(super) fn of_content(name: &str, head: &[u8], text_column: Option<&str>) -> Self {
        if let Some(format) = Self::of_mark(head) {
            return format;
        }
        let named = Self::of_name(name);
        let text = head_text(head);
        let text = text.trim_start();
        let first = text.lines().next().unwrap_or_default();
        let is_whole = first.len() < text.len();
        if holds_lines(named, text, first, is_whole) {
            return Self::Ndjson;
        }
        let is_braced = text.starts_with('{') || (text.starts_with('[') && !text.starts_with("[!["));
        let is_page = text.starts_with('<') && html::is_html(text);
        match named {
            _ if is_page => Self::Html,
            Some(Self::Csv) if !is_braced => Self::Csv,
            _ if is_braced => Self::Json,
            _ if row::is_head_of_table(first, text_column) => Self::Csv,
            Some(Self::Html) if text.contains('<') => Self::Html,
            _ => Self::Text,
        }
    }

    /// The format that the first bytes name.
    fn of_mark(head: &[u8]) -> Option<Self> {
        let near = head.get(..1024).unwrap_or(head);
        match head {
            [b'P', b'K', 3, 4, ..] => Some(Self::Docx),
            [b'P', b'A', b'R', b'1', ..] => Some(Self::Parquet),
            _ if memchr::memmem::find(near, b"%PDF-").is_some_and(|at| at == 0 || near.get(..at).is_some_and(|t| !t.is_ascii())) => {
                Some(Self::Pdf)
            }
            _ => None,
        }
    }
}

impl FromStr for Format {
    type Err = String;

    /// Reads a [`name`](Self::name).
    ///
    /// # Errors
    /// A sentence with all names.
    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| format!("`{text}` is no format; it must be one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}

/// Lines begin with `{`, and the first is an object, as far as it was seen.
fn holds_lines(named: Option<Format>, text: &str, first: &str, is_whole: bool) -> bool {
    if named == Some(Format::Ndjson) {
        return !text.is_empty();
    }
    let is_object = |line: &&str| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).is_ok();
    // The first line may be broken; the others tell.
    let lines: Vec<&str> = text.lines().collect();
    let (_, whole) = lines.split_last().unwrap_or((&"", &[]));
    let objects = whole.iter().copied().filter(is_object).count();
    if objects > 1 && objects * 2 > whole.len() {
        return true;
    }
    first.starts_with('{')
        && match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(first) {
            Ok(_) if named == Some(Format::Json) && !is_whole => false,
            Ok(row) => is_whole || row::has_text(&row) || json::is_posting(&row),
            Err(error) => !is_whole && error.is_eof() && first.starts_with("{\"") && named != Some(Format::Json) && text.len() >= HEAD - 8,
        }
}

/// The beginning of a file as text, whatever its encoding; a character that is cut at its end is left out or replaced.
fn head_text(head: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(head) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(head.get(mark..).unwrap_or_default()).0,
        None => UTF_8.decode_without_bom_handling(head).0,
    }
}
