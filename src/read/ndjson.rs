//! One JSON object a line, one posting an object.
//!
//! `{"title": "Nurse", "description": "<ul><li>RN license"}` in; an entry with the name `file.ndjson:17` out. A line that is no posting is an error of that
//! row; the rows after it are read.

use super::entry::{Content, Entry};
use super::{EmptyLines, LARGEST_ROW, ReadError, ReadOptions};
use std::io::{BufRead, Read};
use std::sync::Arc;

/// The rows of a stream.
pub struct Rows<R> {
    name: String,
    stream: R,
    /// The number of the row last read, from 1.
    row: usize,
    largest: usize,
    empty_lines: EmptyLines,
    text_column: Option<Arc<str>>,
    /// The stream broke: there is nothing more to read.
    is_broken: bool,
}

impl<R: BufRead> Rows<R> {
    /// Reads rows off `stream`, which has the name `name`; a row of more than `options.largest` or [`LARGEST_ROW`] bytes is an error.
    pub fn new(name: &str, stream: R, options: &ReadOptions) -> Self {
        let (largest, empty_lines) = (options.largest.min(LARGEST_ROW), options.empty_lines);
        Self { name: name.to_owned(), stream, row: 0, largest, empty_lines, text_column: None, is_broken: false }
    }

    /// With the name of the column that holds the text.
    pub(super) fn with_column(mut self, text_column: Option<Arc<str>>) -> Self {
        self.text_column = text_column;
        self
    }

    fn path(&self) -> String {
        format!("{}:{}", self.name, self.row)
    }

    /// The next line; none at the end.
    fn next_line(&mut self) -> Result<Option<Vec<u8>>, ReadError> {
        let mut line = Vec::new();
        let limit = u64::try_from(self.largest).unwrap_or(u64::MAX);
        let len = (&mut self.stream).take(limit).read_until(b'\n', &mut line).map_err(|error| ReadError::of_io(&self.name, error))?;
        if len == 0 {
            return Ok(None);
        }
        self.row += 1;
        if len >= self.largest && !line.ends_with(b"\n") {
            drop(line);
            self.stream.skip_until(b'\n').map_err(|error| ReadError::of_io(&self.name, error))?;
            return Err(ReadError::TooLarge { path: self.path(), limit: self.largest });
        }
        if line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        Ok(Some(line))
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Entry, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_broken {
            match self.next_line() {
                Ok(None) => break,
                Ok(Some(line)) if !line.trim_ascii().is_empty() => {
                    return Some(Ok(Entry::new(self.path(), Content::Object(line), self.text_column.clone())));
                }
                Ok(Some(_)) if self.empty_lines == EmptyLines::Told => return Some(Err(ReadError::Empty { path: self.path() })),
                Ok(Some(_)) => {}
                Err(error) => {
                    self.is_broken = !matches!(error, ReadError::TooLarge { .. });
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
