//! JSON: documents with one posting or many, and the objects in them.
//!
//! `{"jobs": [{"title": "Nurse", "content": "&lt;p&gt;RN license"}]}` in; an entry with the name `file.json:1` out. What an object is shows in its fields: a
//! `JobPosting` of schema.org ([`schema_org`]), a posting of one of the job boards ([`board`]), a plain row otherwise. A document is not held as a tree: it
//! is cut where its objects begin and end.

mod board;
mod cut;
pub(super) mod schema_org;

pub(super) use cut::postings;

use super::{Document, ReadError, row};
use crate::text::TextOf;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Reads one object.
///
/// # Errors
/// [`ReadError::Row`] where it is no sound JSON, no object, or has no text.
pub(super) fn document(name: &str, bytes: &[u8], text_column: Option<&str>) -> Result<Document, ReadError> {
    // Bytes that are not UTF-8 are lost, the row is not.
    let text = std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let object: Map<String, Value> = serde_json::from_str(text.trim()).map_err(|error| problem(name, &error))?;
    if text_column.is_none() {
        if let Some(found) = schema_org::document(name, &object, TextOf::Json) {
            return found;
        }
        if let Some(draft) = board::draft(&object) {
            return draft.document(name, TextOf::Json);
        }
    }
    row::document(name, &object, TextOf::Json, text_column)
}

/// Whether an object is a posting by its fields.
pub(super) fn is_posting(object: &Map<String, Value>) -> bool {
    schema_org::is_posting(object) || board::is_posting(object) || row::has_text(object)
}

/// What is wrong with a text that should be an object.
fn problem(name: &str, error: &serde_json::Error) -> ReadError {
    let (path, column) = (name.to_owned(), error.column());
    if error.is_data() {
        let problem = "is no JSON object".to_owned();
        return ReadError::Row { path, problem, advice: "write `{\"description\": \"…\"}`" };
    }
    if error.to_string().starts_with("recursion limit") {
        return ReadError::Row { path, problem: "is nested too deeply".to_owned(), advice: "write the posting as one flat object" };
    }
    ReadError::Row { path, problem: format!("is no sound JSON at column {column}"), advice: "write one whole object a line" }
}
