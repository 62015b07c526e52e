//! Opens one file: packed or not, rows or one posting, decided by its first bytes, then by its name.

use super::entry::Content;
use super::stream::{Prefix, peek, unpack};
use super::{Document, Entry, Format, LARGEST_ROW, ReadError, ReadOptions, csv, html, json, ndjson};
use crate::text::known_format;
use std::io::{BufReader, Cursor, Read};
use std::sync::Arc;

/// What a file holds.
pub(super) enum Opened {
    /// One posting, or the reason why not.
    One(Box<Result<Entry, ReadError>>),
    /// A posting a row.
    Rows(Box<dyn Iterator<Item = Result<Entry, ReadError>> + Send>),
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
    one.into_iter().chain(rows.into_iter().flatten()).flat_map(|entry| entry.map_or_else(|error| vec![Err(error)], Entry::documents))
}

/// Opens what `stream` gives under the name `name`.
pub(super) fn open(name: &str, stream: impl Read + Send + 'static, options: &ReadOptions) -> Opened {
    match peek(Box::new(stream)).and_then(unpack) {
        Ok(prefix) => open_plain(name, prefix, options),
        Err(error) => failed(ReadError::of_io(name, error)),
    }
}

fn failed(error: ReadError) -> Opened {
    Opened::One(Box::new(Err(error)))
}

fn open_plain(name: &str, prefix: Prefix, options: &ReadOptions) -> Opened {
    let column: Option<Arc<str>> = options.text_column.as_deref().map(Arc::from);
    let format = options.format.unwrap_or_else(|| Format::of_content(name, &prefix.head, column.as_deref()));
    let is_text = !matches!(format, Format::Docx | Format::Pdf | Format::Parquet);
    if let Some(what) = known_format(&prefix.head).filter(|_| is_text) {
        return failed(ReadError::Binary { path: name.to_owned(), what });
    }
    let rows: Box<dyn Iterator<Item = _> + Send> = match format {
        Format::Ndjson => {
            let stream = BufReader::with_capacity(256 << 10, prefix.stream);
            Box::new(ndjson::Rows::new(name, stream, options).with_column(column))
        }
        Format::Csv => match csv::Rows::new(name, prefix, options.largest.min(LARGEST_ROW), column) {
            Ok(rows) => Box::new(rows),
            Err(error) => return failed(error),
        },
        Format::Json => return open_json(name, prefix, options, column),
        #[cfg(feature = "parquet")]
        Format::Parquet => match open_parquet(name, prefix, column) {
            Ok(rows) => Box::new(rows),
            Err(error) => return failed(error),
        },
        _ => return Opened::One(Box::new(whole(name, format, prefix, options, column))),
    };
    Opened::Rows(rows)
}

/// A table that is not at hand as a file.
#[cfg(feature = "parquet")]
fn open_parquet(name: &str, prefix: Prefix, column: Option<Arc<str>>) -> Result<super::parquet::Rows, ReadError> {
    let bytes = read_whole(name, prefix, super::parquet::LARGEST_STREAMED)?;
    super::parquet::Rows::new(name, bytes::Bytes::from(bytes), column)
}

/// A JSON document is cut into its postings; a text that only begins like one is text.
fn open_json(name: &str, prefix: Prefix, options: &ReadOptions, column: Option<Arc<str>>) -> Opened {
    let limit = super::LARGEST_JSON.max(options.largest);
    let bytes = match read_whole(name, prefix, limit) {
        Ok(bytes) => bytes,
        Err(error) => return failed(error),
    };
    match json::postings(name, bytes, options.largest.min(LARGEST_ROW), column.as_ref()) {
        Ok(entries) => Opened::Rows(entries),
        // A text in braces; unless it is said to be JSON.
        Err((_, Some(bytes))) if options.format.is_none() && Format::of_name(name) != Some(Format::Json) => {
            Opened::One(Box::new(as_text(name, bytes, options, column)))
        }
        Err((error, _)) => failed(error),
    }
}

fn as_text(name: &str, bytes: Vec<u8>, options: &ReadOptions, column: Option<Arc<str>>) -> Result<Entry, ReadError> {
    if bytes.len() > options.largest {
        return Err(ReadError::TooLarge { path: name.to_owned(), limit: options.largest });
    }
    Ok(Entry::new(name.to_owned(), Content::File(Format::Text, bytes), column))
}

fn whole(name: &str, format: Format, prefix: Prefix, options: &ReadOptions, column: Option<Arc<str>>) -> Result<Entry, ReadError> {
    let bytes = read_whole(name, prefix, options.largest)?;
    // A fragment may begin with plain words; that it is HTML shows in the whole.
    let is_page = options.format.is_none() && format == Format::Text && html::is_html(&String::from_utf8_lossy(&bytes));
    let format = if is_page { Format::Html } else { format };
    Ok(Entry::new(name.to_owned(), Content::File(format, bytes), column))
}

fn read_whole(name: &str, prefix: Prefix, limit: usize) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    prefix.stream.take(most).read_to_end(&mut bytes).map_err(|error| ReadError::of_io(name, error))?;
    if bytes.len() > limit { Err(ReadError::TooLarge { path: name.to_owned(), limit }) } else { Ok(bytes) }
}
