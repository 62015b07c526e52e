//! Opens one file: gzip or not, rows or one posting, decided by its first bytes, then by its name.

use super::{Document, ReadError, ReadOptions, html, is_blank, ndjson, text};
use crate::text::{NotText, decode, known_format};
use flate2::read::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

/// How much of a file is looked at to tell its format.
const HEAD: usize = 16 << 10;

/// What a file holds.
pub(super) enum Opened {
    /// One posting, or the reason why not.
    One(Box<Result<Document, ReadError>>),
    /// A posting a row.
    Rows(ndjson::Rows<Box<dyn BufRead + Send>>),
}

/// What a file's name says of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// Plain text, Markdown, or no extension.
    Text,
    /// A web page.
    Html,
    /// A JSON object a line.
    Rows,
    /// Another format, or none that is known.
    Other,
}

/// Reads the format off a file's name; `.gz` is looked through.
pub(super) fn named(name: &str) -> Named {
    let lower = name.to_ascii_lowercase();
    let lower = lower.strip_suffix(".gz").unwrap_or(&lower);
    match Path::new(lower).extension().and_then(|e| e.to_str()) {
        None | Some("txt" | "text" | "md" | "markdown") => Named::Text,
        Some("html" | "htm" | "xhtml") => Named::Html,
        Some("ndjson" | "jsonl") => Named::Rows,
        Some(_) => Named::Other,
    }
}

/// Reads `bytes` as if they were a file of that name.
///
/// ```
/// let found: Vec<_> = quals::read::read_bytes("a.html", b"<p>Nurse<br>RN <b>license".to_vec(), &Default::default()).collect();
/// assert_eq!(found[0].as_ref().map(|d| d.source.text()).ok(), Some("Nurse\nRN license\n"));
/// ```
pub fn read_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> impl Iterator<Item = Result<Document, ReadError>> + use<> {
    let (one, rows) = match open(name, Cursor::new(bytes), options) {
        Opened::One(one) => (Some(*one), None),
        Opened::Rows(rows) => (None, Some(rows)),
    };
    one.into_iter().chain(rows.into_iter().flatten())
}

/// Opens what `stream` gives under the name `name`.
pub(super) fn open(name: &str, stream: impl Read + Send + 'static, options: &ReadOptions) -> Opened {
    match peek(stream) {
        Ok((head, stream)) if head.starts_with(b"\x1F\x8B") => match peek(MultiGzDecoder::new(stream)) {
            Ok((head, stream)) => open_plain(name, &head, stream, options),
            Err(error) => failed(ReadError::of_io(name, error)),
        },
        Ok((head, stream)) => open_plain(name, &head, stream, options),
        Err(error) => failed(ReadError::of_io(name, error)),
    }
}

fn failed(error: ReadError) -> Opened {
    Opened::One(Box::new(Err(error)))
}

/// The first bytes of a stream, up to a whole line of some length, and the stream with them still in it.
fn peek(mut stream: impl Read + Send + 'static) -> io::Result<(Vec<u8>, Box<dyn Read + Send>)> {
    let mut head = Vec::new();
    let mut block = [0; 4 << 10];
    while head.len() < HEAD {
        let len = match stream.read(&mut block) {
            Ok(0) => break,
            Ok(len) => len,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let block = block.get(..len).unwrap_or_default();
        head.extend_from_slice(block);
        // A slow pipe of rows is told by its first row.
        if block.contains(&b'\n') && head.trim_ascii_start().starts_with(b"{") {
            break;
        }
    }
    let whole = Cursor::new(head.clone()).chain(stream);
    Ok((head, Box::new(whole)))
}

fn open_plain(name: &str, head: &[u8], stream: Box<dyn Read + Send>, options: &ReadOptions) -> Opened {
    if holds_rows(name, head) {
        return Opened::Rows(ndjson::Rows::new(name, Box::new(BufReader::with_capacity(256 << 10, stream)), options.largest));
    }
    Opened::One(Box::new(one(name, head, stream, options)))
}

/// Rows begin with `{`, and the first line is an object, as far as it was seen.
fn holds_rows(name: &str, head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if named(name) == Named::Rows {
        return !head.is_empty() && known_format(head).is_none();
    }
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let is_whole = first.len() < head.len();
    head.starts_with(b"{")
        && match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(first) {
            Ok(row) => is_whole || ndjson::has_text(&row),
            Err(error) => !is_whole && error.is_eof() && head.starts_with(b"{\"") && head.len() >= HEAD,
        }
}

fn one(name: &str, head: &[u8], stream: Box<dyn Read + Send>, options: &ReadOptions) -> Result<Document, ReadError> {
    let path = || name.to_owned();
    if let Some(what) = known_format(head) {
        return Err(ReadError::Binary { path: path(), what });
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(options.largest).unwrap_or(u64::MAX).saturating_add(1);
    stream.take(limit).read_to_end(&mut bytes).map_err(|error| ReadError::of_io(name, error))?;
    if bytes.len() > options.largest {
        return Err(ReadError::TooLarge { path: path(), limit: options.largest });
    }
    let decoded = decode(&bytes).map_err(|NotText { what }| ReadError::Binary { path: path(), what })?;
    if is_json(&decoded.text) {
        let advice = "write one object a line and name the file .ndjson, or save the text alone";
        return Err(ReadError::Unsupported { path: path(), what: "a JSON document".to_owned(), advice });
    }
    let is_page = html::is_html(&decoded.text) || (named(name) == Named::Html && decoded.text.contains('<'));
    let document = if is_page { html::document(name, &decoded.text) } else { text::document(name, decoded) };
    if is_blank(document.source.text()) {
        return Err(ReadError::Empty { path: path() });
    }
    Ok(document)
}

/// A JSON object or list over several lines, as programs write them.
fn is_json(text: &str) -> bool {
    let text = text.trim();
    let braced = (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
    braced && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
