//! Tables with their columns named in the first row: one posting a row.
//!
//! `title,description` and `Nurse,"RN license,\nnights"` in; the text with its line end out, under the name `file.csv:2`, as a spreadsheet counts its rows.
//! Commas, semicolons, tabs or bars between the cells, whichever the first row has most of. UTF-16, as spreadsheets write it, is read by its mark.

use super::entry::{Content, Entry};
use super::stream::Prefix;
use super::{Document, ReadError, row};
use crate::text::{TextOf, decode};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use serde_json::{Map, Value};
use std::io::{self, Read};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// The rows of a table.
pub(super) struct Rows {
    name: String,
    reader: csv::Reader<Bounded>,
    watch: Arc<Watch>,
    head: Arc<[String]>,
    text_column: Option<Arc<str>>,
    row: usize,
    largest: usize,
    is_broken: bool,
}

/// A row, not read yet.
#[derive(Debug)]
pub(super) struct Record {
    head: Arc<[String]>,
    cells: csv::ByteRecord,
}

/// The sign between the cells, by the first row: the one that occurs most, outside quotes.
pub(super) fn delimiter(first: &[u8]) -> u8 {
    let mut is_quoted = false;
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0), (b'|', 0)];
    for byte in first {
        is_quoted ^= *byte == b'"';
        counts.iter_mut().filter(|(sign, _)| sign == byte && !is_quoted).for_each(|(_, count)| *count += 1);
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign)
}

impl Rows {
    /// Reads the head of the table.
    ///
    /// # Errors
    /// [`ReadError::Io`] where the stream breaks.
    pub(super) fn new(name: &str, prefix: Prefix, largest: usize, text_column: Option<Arc<str>>) -> Result<Self, ReadError> {
        let watch = Arc::new(Watch { limit: u64::try_from(largest).unwrap_or(u64::MAX), ..Watch::default() });
        // Signs are found in UTF-16 too, each with its NUL.
        let first = prefix.head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let decoded = DecodeReaderBytesBuilder::new().bom_sniffing(true).strip_bom(true).utf8_passthru(true).build(prefix.stream);
        let stream = Bounded { stream: decoded, watch: Arc::clone(&watch) };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(first)).flexible(true).from_reader(stream);
        let head = reader.byte_headers().map_err(|error| broken(name, 1, largest, error))?;
        let head: Arc<[String]> = head.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        Ok(Self { name: name.to_owned(), reader, watch, head, text_column, row: 1, largest, is_broken: false })
    }

    /// What is wrong with a row as a row.
    fn problem(&self, cells: &csv::ByteRecord) -> Option<(String, &'static str)> {
        let last = cells.iter().next_back().unwrap_or_default();
        let is_cut = cells.len() < self.head.len() || last.ends_with(b"\n");
        if last.contains(&b'\n') && is_cut && self.watch.quotes.load(Ordering::Relaxed) % 2 == 1 {
            return Some(("has a quote that is not closed before the end of the file".to_owned(), CLOSE));
        }
        let spare = cells.iter().skip(self.head.len()).filter(|cell| !cell.trim_ascii().is_empty()).count();
        let more = || format!("has {} cells, where the head of the table has {}", cells.len(), self.head.len());
        (spare > 0).then(|| (more(), "put quotes around cells with commas or line ends in them"))
    }
}

const CLOSE: &str = "close it, or write a quote within a cell twice";

impl Iterator for Rows {
    type Item = Result<Entry, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_broken {
            return None;
        }
        let mut cells = csv::ByteRecord::new();
        self.watch.since.store(0, Ordering::Relaxed);
        self.row += 1;
        match self.reader.read_byte_record(&mut cells) {
            Ok(false) => None,
            Ok(true) => {
                let path = format!("{}:{}", self.name, self.row);
                if let Some((problem, advice)) = self.problem(&cells) {
                    return Some(Err(ReadError::Row { path, problem, advice }));
                }
                let record = Record { head: Arc::clone(&self.head), cells };
                Some(Ok(Entry::new(path, Content::Record(record), self.text_column.clone())))
            }
            Err(error) => {
                self.is_broken = true;
                Some(Err(broken(&self.name, self.row, self.largest, error)))
            }
        }
    }
}

impl Record {
    /// The size of the cells, in bytes.
    pub(super) fn size(&self) -> usize {
        self.cells.as_slice().len()
    }

    /// Reads the posting.
    ///
    /// # Errors
    /// Those of a row without a text.
    pub(super) fn document(&self, name: &str, text_column: Option<&str>) -> Result<Document, ReadError> {
        let mut row = Map::new();
        for (column, cell) in self.head.iter().zip(&self.cells) {
            if row.contains_key(column) {
                continue;
            }
            let text = decode(cell).map_or_else(|_| String::from_utf8_lossy(cell).replace('\0', " "), |decoded| decoded.text);
            row.insert(column.clone(), Value::String(text));
        }
        row::document(name, &row, TextOf::Column, text_column)
    }
}

/// A row that cannot be read to its end: all that follows is lost.
fn broken(name: &str, row: usize, largest: usize, error: csv::Error) -> ReadError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => ReadError::Row {
            path: format!("{name}:{row}"),
            problem: format!("does not end within {} MB, as if a quote in it were not closed", largest >> 20),
            advice: CLOSE,
        },
        csv::ErrorKind::Io(error) => ReadError::of_io(name, error),
        _ => {
            let advice = "write the table anew";
            ReadError::Row { path: format!("{name}:{row}"), problem: "is no row of a table".to_owned(), advice }
        }
    }
}

/// What has gone through a stream.
#[derive(Debug, Default)]
struct Watch {
    /// Bytes since the row began.
    since: AtomicU64,
    /// Quotes, in all.
    quotes: AtomicU64,
    limit: u64,
}

/// A stream that ends with an error when a row becomes too long.
struct Bounded {
    stream: DecodeReaderBytes<Box<dyn Read + Send>, Vec<u8>>,
    watch: Arc<Watch>,
}

impl Read for Bounded {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.watch.since.load(Ordering::Relaxed) > self.watch.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let len = self.stream.read(room)?;
        let read = room.get(..len).unwrap_or_default();
        let count = |n: usize| u64::try_from(n).unwrap_or_default();
        self.watch.since.fetch_add(count(len), Ordering::Relaxed);
        self.watch.quotes.fetch_add(count(memchr::memchr_iter(b'"', read).count()), Ordering::Relaxed);
        Ok(len)
    }
}
