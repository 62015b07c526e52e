//! Parquet: tables in columns, as data platforms keep them.
//!
//! The columns that hold texts, numbers and dates in, a row at a time; one posting a row out, under the name `file.parquet:17`. Nested columns are not looked
//! at. Only what is asked of a file is read of it, so that it has to be a file, or fit in memory.

use super::entry::{Content, Entry};
use super::{LARGEST_JSON, ReadError};
use ::parquet::{
    file::reader::{ChunkReader, FileReader, SerializedFileReader},
    record::{Field, Row, reader::RowIter},
    schema::types::Type,
};
use jiff::civil::date;
use serde_json::{Map, Value};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// How many rows are decoded at once.
const BATCH: usize = 64;

/// The rows of a file.
pub(super) struct Rows {
    name: String,
    rows: RowIter<'static>,
    row: usize,
    text_column: Option<Arc<str>>,
    is_broken: bool,
}

impl Rows {
    /// Reads the footer of a file.
    ///
    /// # Errors
    /// [`ReadError::Row`] where it is damaged, or has no column that can be read.
    pub(super) fn new(name: &str, file: impl ChunkReader + 'static, text_column: Option<Arc<str>>) -> Result<Self, ReadError> {
        let rows = sound(|| {
            let reader = SerializedFileReader::new(file).ok()?;
            let columns = plain_columns(reader.metadata().file_metadata().schema())?;
            RowIter::from_file_into(Box::new(reader)).with_batch_size(BATCH).project(Some(columns)).ok()
        });
        let rows = rows.flatten().ok_or_else(|| damaged(name))?;
        Ok(Self { name: name.to_owned(), rows, row: 0, text_column, is_broken: false })
    }
}

/// Runs code of the library, which panics over some damaged files instead of saying so.
fn sound<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

fn damaged(path: &str) -> ReadError {
    ReadError::Row {
        path: path.to_owned(),
        problem: "is part of a damaged Parquet table".to_owned(),
        advice: "write the table anew, or as NDJSON",
    }
}

/// The columns that are not nested; none where there are none.
fn plain_columns(schema: &Type) -> Option<Type> {
    let fields: Vec<_> = schema.get_fields().iter().filter(|field| field.is_primitive()).cloned().collect();
    if fields.is_empty() { None } else { Type::group_type_builder(schema.name()).with_fields(fields).build().ok() }
}

impl Iterator for Rows {
    type Item = Result<Entry, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_broken {
            return None;
        }
        self.row += 1;
        let path = format!("{}:{}", self.name, self.row);
        let rows = &mut self.rows;
        match sound(|| rows.next().map(|row| row.map(|row| object(&row)))) {
            Some(None) => None,
            Some(Some(Ok(row))) => Some(Ok(Entry::new(path, Content::Row(row), self.text_column.clone()))),
            Some(Some(Err(_))) | None => {
                self.is_broken = true;
                Some(Err(damaged(&path)))
            }
        }
    }
}

fn object(row: &Row) -> Map<String, Value> {
    row.get_column_iter().filter_map(|(name, field)| Some((name.clone(), value(field)?))).collect()
}

fn value(field: &Field) -> Option<Value> {
    Some(match field {
        Field::Str(text) => Value::from(text.as_str()),
        Field::Bytes(bytes) => Value::from(std::str::from_utf8(bytes.data()).ok()?),
        Field::Bool(it) => Value::from(*it),
        Field::Int(it) => Value::from(*it),
        Field::Long(it) => Value::from(*it),
        Field::UInt(it) => Value::from(*it),
        Field::ULong(it) => Value::from(*it),
        Field::Float(it) => Value::from(*it),
        Field::Double(it) => Value::from(*it),
        Field::Date(days) => Value::from(date(1970, 1, 1).checked_add(jiff::Span::new().try_days(*days).ok()?).ok()?.to_string()),
        Field::TimestampMillis(millis) => Value::from(*millis),
        Field::TimestampMicros(micros) => Value::from(micros / 1_000),
        _ => return None,
    })
}

/// The largest table that is read from a stream, in bytes.
pub(super) const LARGEST_STREAMED: usize = LARGEST_JSON;
