//! Cuts a JSON document into the objects that are postings.
//!
//! `[{…}, {…}]`, `{"jobs": [{…}]}` and `{"@graph": [{…}]}` in; an entry for each object out. Only the outermost layers are looked at, so that a document of
//! any depth costs its length.

use super::is_posting;
use crate::read::ReadError;
use crate::read::entry::{Content, Entry};
use serde_json::{Map, Value, value::RawValue};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Fields that hold the list of postings.
const LISTS: [&str; 13] = [
    "jobs", "@graph", "itemListElement", "postings", "jobPostings", "results", "data", "items", "content", "listings", "vacancies",
    "positions", "rows",
];

/// What is found, one at a time.
type Entries = dyn Iterator<Item = Result<Entry, ReadError>> + Send;

/// The postings of a document. Gives the bytes back where they are no JSON at all.
///
/// # Errors
/// [`ReadError::Row`] where it is no sound JSON, or holds no posting.
pub(in crate::read) fn postings(
    name: &str,
    bytes: Vec<u8>,
    largest: usize,
    text_column: Option<&Arc<str>>,
) -> Result<Box<Entries>, (ReadError, Option<Vec<u8>>)> {
    let text = match crate::text::decode(&bytes) {
        Ok(decoded) if !decoded.repaired => decoded.text,
        // Repaired strings by strings: a repair of the whole could change a sign of JSON itself.
        _ => String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).into_owned(),
    };
    let parts = match parts(&text) {
        Ok(parts) => parts,
        Err(error) => return Err((unsound(name, &error), Some(bytes))),
    };
    drop(bytes);
    let is_single = parts.len() == 1 && text.trim_start().starts_with('{');
    if parts.is_empty() {
        let advice = "give one object with a `description`, a list of them, or the `jobs` of a board";
        return Err((ReadError::Row { path: name.to_owned(), problem: "holds no posting".to_owned(), advice }, None));
    }
    let (name, text_column) = (name.to_owned(), text_column.cloned());
    Ok(Box::new(parts.into_iter().zip(1_usize..).map(move |(part, number)| {
        let path = if is_single { name.clone() } else { format!("{name}:{number}") };
        let bytes = text.get(part).unwrap_or_default().as_bytes();
        if bytes.len() > largest {
            return Err(ReadError::TooLarge { path, limit: largest });
        }
        Ok(Entry::new(path, Content::Object(bytes.to_vec()), text_column.clone()))
    })))
}

fn unsound(name: &str, error: &serde_json::Error) -> ReadError {
    let problem = if error.to_string().starts_with("recursion limit") {
        "is nested too deeply".to_owned()
    } else {
        format!("is no sound JSON at line {}, column {}", error.line(), error.column())
    };
    ReadError::Row { path: name.to_owned(), problem, advice: "save it again, or write one object a line" }
}

/// Where the objects stand.
fn parts(text: &str) -> serde_json::Result<Vec<Range<usize>>> {
    let start = text.len() - text.trim_start().len();
    if text.get(start..).is_some_and(|rest| rest.starts_with('[')) {
        return items(text, text);
    }
    let fields: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(text)?;
    let one = || Vec::from([Range { start, end: text.trim_end().len() }]);
    let list = LISTS.iter().find_map(|name| fields.get(*name).filter(|value| value.get().starts_with('[')));
    match list {
        // Only an object that is no posting itself is looked through.
        Some(_) if is_small_posting(text) => Ok(one()),
        Some(list) => items(text, list.get()),
        None if serde_json::from_str::<Map<String, Value>>(text).is_ok_and(|object| is_posting(&object)) => Ok(one()),
        None => Ok(Vec::new()),
    }
}

/// A document that is one posting, and has a list beside its text; a long one is a list of postings.
fn is_small_posting(text: &str) -> bool {
    const SMALL: usize = 1 << 20;
    text.len() <= SMALL && serde_json::from_str::<Map<String, Value>>(text).is_ok_and(|object| is_posting(&object))
}

/// Where the objects of a list stand in `text`, of which the list is a part.
fn items(text: &str, list: &str) -> serde_json::Result<Vec<Range<usize>>> {
    let items: Vec<&RawValue> = serde_json::from_str(list)?;
    let is_graph = items.iter().any(|item| item.get().contains("\"JobPosting\""));
    let kept = items.into_iter().filter(|item| !is_graph || item.get().contains("\"JobPosting\""));
    let at = |item: &RawValue| (item.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    Ok(kept.filter_map(|item| at(item).map(|start| start..start + item.get().len())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        parts(text).unwrap().into_iter().map(|part| text.get(part).unwrap()).collect()
    }

    #[test]
    fn objects_are_found_in_lists_and_under_names() {
        assert_eq!(cut(" [{\"a\":1}, {\"b\":[2]}]"), ["{\"a\":1}", "{\"b\":[2]}"]);
        assert_eq!(cut("{\"meta\":1,\"jobs\":[{\"a\":1}]}"), ["{\"a\":1}"]);
        assert_eq!(cut("{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"JobPosting\"}]}"), ["{\"@type\":\"JobPosting\"}"]);
        assert_eq!(cut("{\"description\":\"x\",\"items\":[1]} "), ["{\"description\":\"x\",\"items\":[1]}"]);
        assert!(cut("{\"a\":1}").is_empty());
        assert!(parts("[1,").is_err());
    }
}
