//! One JSON object a line, one posting an object.
//!
//! `{"title": "Nurse", "description": "<ul><li>RN license"}` in; the text `• RN license`, the title as a fact, and the name
//! `file.ndjson:17` out. A row that is no posting is an error of that row; the rows after it are read.

use super::{Document, ReadError, html, is_blank};
use crate::posting::Posting;
use crate::text::{Source, TextOf, repair};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::io::{BufRead, Read};

/// Names of the column that holds the text, the first that is there.
const TEXT: [&str; 7] = ["description", "content", "body", "job_description", "jobdescription", "text", "description_html"];
const TITLE: [&str; 4] = ["title", "job_title", "jobtitle", "position"];
const COMPANY: [&str; 6] = ["company", "company_name", "employer", "organization", "organisation", "companyname"];
const LOCATION: [&str; 5] = ["location", "locations", "job_location", "city", "place"];

/// The rows of a stream.
pub struct Rows<R> {
    name: String,
    stream: R,
    /// The number of the row last read, from 1.
    row: usize,
    largest: usize,
    line: Vec<u8>,
    /// The stream broke: there is nothing more to read.
    is_broken: bool,
}

impl<R: BufRead> Rows<R> {
    /// Reads rows off `stream`, which has the name `name`; a row of more than `largest` bytes is an error.
    pub fn new(name: &str, stream: R, largest: usize) -> Self {
        Self { name: name.to_owned(), stream, row: 0, largest, line: Vec::new(), is_broken: false }
    }

    /// Fills `line` with the next row; false at the end.
    fn next_line(&mut self) -> Result<bool, ReadError> {
        self.line.clear();
        let limit = u64::try_from(self.largest).unwrap_or(u64::MAX);
        let io = |error| ReadError::of_io(&self.name, error);
        let len = (&mut self.stream).take(limit).read_until(b'\n', &mut self.line).map_err(io)?;
        if len == 0 {
            return Ok(false);
        }
        self.row += 1;
        if len >= self.largest && !self.line.ends_with(b"\n") {
            self.stream.skip_until(b'\n').map_err(io)?;
            return Err(ReadError::TooLarge { path: format!("{}:{}", self.name, self.row), limit: self.largest });
        }
        Ok(true)
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_broken {
            match self.next_line() {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) => {
                    self.is_broken = !matches!(error, ReadError::TooLarge { .. });
                    return Some(Err(error));
                }
            }
            let line = self.line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.line).trim_ascii();
            if !line.is_empty() {
                return Some(document(&format!("{}:{}", self.name, self.row), line));
            }
        }
        None
    }
}

/// Whether a row has a column that holds a posting's text.
pub(super) fn has_text(row: &Map<String, Value>) -> bool {
    column(row, &TEXT).is_some_and(|(_, value)| value.is_string())
}

/// Makes a document of one row.
fn document(name: &str, line: &[u8]) -> Result<Document, ReadError> {
    let problem = |problem: String, advice| ReadError::Row { path: name.to_owned(), problem, advice };
    // Bytes that are not UTF-8 are lost, the row is not.
    let line = String::from_utf8_lossy(line);
    let row: Map<String, Value> = serde_json::from_str(&line).map_err(|error| json_problem(name, &error))?;
    let Some((path, value)) = column(&row, &TEXT) else {
        return Err(problem("has no column for the posting's text".to_owned(), "call it `description`"));
    };
    let Value::String(text) = value else {
        return Err(problem(format!("has no text in `{path}`"), "write the text as a string, or leave the row out"));
    };
    let text = repair(text).map_or(Cow::Borrowed(text.as_str()), Cow::Owned);
    let format = column(&row, &["format"]).and_then(|(_, value)| value.as_str());
    let is_page = match format {
        Some("html") => true,
        Some("md" | "markdown" | "txt" | "text") => false,
        _ => html::is_html(&text),
    };
    let text = if is_page { Cow::Owned(html::text(&text)) } else { text };
    if is_blank(&text) {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    let source = Source::new(name, text).with_text_of(Some(TextOf::Json(path.to_owned())));
    Ok(Document { source, facts: facts(&row) })
}

fn json_problem(name: &str, error: &serde_json::Error) -> ReadError {
    let (path, column) = (name.to_owned(), error.column());
    if error.is_data() {
        let problem = "is no JSON object".to_owned();
        return ReadError::Row { path, problem, advice: "write `{\"description\": \"…\"}`" };
    }
    ReadError::Row { path, problem: format!("is no sound JSON at column {column}"), advice: "write one whole object a line" }
}

/// The first column of those names that is not null, whatever the case of its letters.
fn column<'a>(row: &'a Map<String, Value>, names: &[&str]) -> Option<(&'a str, &'a Value)> {
    names.iter().find_map(|name| {
        let found = row.iter().find(|(column, value)| column.eq_ignore_ascii_case(name) && !value.is_null());
        found.map(|(column, value)| (column.as_str(), value))
    })
}

fn facts(row: &Map<String, Value>) -> Posting {
    Posting {
        title: column(row, &TITLE).and_then(|(_, value)| fact(value)),
        company: column(row, &COMPANY).and_then(|(_, value)| fact(value)),
        locations: match column(row, &LOCATION) {
            Some((_, Value::Array(places))) => places.iter().filter_map(fact).collect(),
            Some((_, place)) => fact(place).into_iter().collect(),
            None => Vec::new(),
        },
        ..Posting::default()
    }
}

/// A text in one line, or the name of an object; none where there is nothing in it.
fn fact(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Object(map) => map.get("name")?.as_str()?,
        _ => return None,
    };
    let text = repair(text).unwrap_or_else(|| text.to_owned());
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_none = matches!(words.join(" ").to_ascii_lowercase().as_str(), "" | "nan" | "null" | "none" | "n/a" | "-");
    (!is_none).then(|| words.join(" "))
}
