//! One posting from named columns: a row of a table, or a plain object of JSON.
//!
//! `{"title": "Nurse", "description": "<ul><li>RN license"}` in; the text `• RN license` and the title as a fact out. The columns of the usual exports and
//! scrapers are known by name, whatever their case and the signs between their words: `Job Description`, `job_description`, `jobDescription`.

use super::fact::{self, fact};
use super::{Document, ReadError, html, is_blank};
use crate::posting::{Posting, Salary};
use crate::text::{Source, TextOf, repair};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Names of the column that holds the text, the first that is there and holds some.
const TEXT: [&str; 9] =
    ["description", "content", "body", "jobdescription", "text", "descriptionhtml", "descriptionplain", "fulldescription", "jobtext"];
const TITLE: [&str; 5] = ["title", "jobtitle", "position", "positiontitle", "role"];
const COMPANY: [&str; 6] = ["company", "companyname", "employer", "organization", "organisation", "hiringorganization"];
const LOCATION: [&str; 5] = ["location", "locations", "joblocation", "city", "place"];
const POSTED: [&str; 6] = ["dateposted", "posteddate", "firstpublished", "publishedat", "postedat", "posted"];
const DEADLINE: [&str; 6] = ["validthrough", "applicationdeadline", "deadline", "closingdate", "expirydate", "expires"];
const EMPLOYMENT: [&str; 4] = ["employmenttype", "jobtype", "contracttype", "worktype"];
const WORKPLACE: [&str; 4] = ["workplacetype", "workplace", "remotetype", "workmode"];
const REFERENCE: [&str; 4] = ["requisitionid", "reference", "refnumber", "jobreqid"];

/// Makes a document of one row. `of` says what the text of a column is, `text_column` which one it is.
pub(super) fn document(
    name: &str,
    row: &Map<String, Value>,
    of: fn(String) -> TextOf,
    text_column: Option<&str>,
) -> Result<Document, ReadError> {
    let problem = |problem: String, advice| ReadError::Row { path: name.to_owned(), problem, advice };
    let Some((path, value)) = text_of(row, text_column) else {
        let missing = text_column.map_or_else(
            || "has no column for the posting's text".to_owned(),
            |column| format!("has no column `{column}` for the posting's text"),
        );
        return Err(problem(missing, "call it `description`, or name it with `--column description=NAME`"));
    };
    let Value::String(text) = value else {
        return Err(problem(format!("has no text in `{path}`"), "write the text as a string, or leave the row out"));
    };
    let text = repair(text).map_or(Cow::Borrowed(text.as_str()), Cow::Owned);
    let text = match column(row, &["format"]).and_then(|(_, value)| value.as_str()) {
        Some("html") => html::text(&text),
        Some("md" | "markdown" | "txt" | "text") => text.into_owned(),
        _ => html::visible(&text).into_owned(),
    };
    if is_blank(&text) {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    let source = Source::new(name, text).with_text_of(Some(of(path.to_owned())));
    Ok(Document { source, facts: facts(row), fields: None })
}

/// Whether a row has a column that holds a posting's text.
pub(super) fn has_text(row: &Map<String, Value>) -> bool {
    text_of(row, None).is_some_and(|(_, value)| value.is_string())
}

/// Whether a line is the head of a table of postings: names of columns, among them one for the text.
pub(super) fn is_head_of_table(line: &str, text_column: Option<&str>) -> bool {
    let delimiter = super::csv::delimiter(line.as_bytes());
    let names: Vec<&str> = line.split(char::from(delimiter)).map(|name| name.trim_matches('"')).collect();
    let are_names = names.iter().all(|name| name.len() <= 40 && *name == name.trim() && !name.contains(['.', '<', '{', '!', '?']));
    let holds = |known: &[&str]| names.iter().any(|name| known.contains(&key(name).as_str()));
    let has_text = text_column.map_or_else(|| holds(&TEXT), |column| names.iter().any(|name| key(name) == key(column)));
    let has_more =
        text_column.is_some() || [&TITLE[..], &COMPANY, &LOCATION, &["id", "url", "link", "source", "joburl"]].into_iter().any(holds);
    names.len() > 1 && are_names && has_text && has_more
}

fn text_of<'a>(row: &'a Map<String, Value>, text_column: Option<&str>) -> Option<(&'a str, &'a Value)> {
    match text_column {
        Some(name) => column(row, &[key(name).as_str()]),
        None => {
            let filled = |name: &&str| column(row, &[*name]).filter(|(_, value)| value.as_str().is_some_and(|text| !is_blank(text)));
            TEXT.iter().find_map(filled).or_else(|| column(row, &TEXT))
        }
    }
}

/// The first column of those names that is not null.
fn column<'a>(row: &'a Map<String, Value>, names: &[&str]) -> Option<(&'a str, &'a Value)> {
    names.iter().find_map(|name| {
        let found = row.iter().find(|(column, value)| !value.is_null() && is_named(column, name));
        found.map(|(column, value)| (column.as_str(), value))
    })
}

/// Compares the name of a column with one in lower case and without signs.
fn is_named(column: &str, name: &str) -> bool {
    // Nearly all other columns begin with another letter.
    if column.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric() && Some(first.to_ascii_lowercase()) != name.bytes().next()) {
        return false;
    }
    let letters = column.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    let is_foreign = !column.is_ascii() || !name.is_ascii();
    if is_foreign { key(column) == name } else { letters.eq(name.bytes()) }
}

/// A name of a column in lower case, without signs and spaces.
fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the columns beside the text say.
pub(super) fn facts(row: &Map<String, Value>) -> Posting {
    let value = |names: &[&str]| column(row, names).map(|(_, value)| value);
    let words = |names: &[&str]| value(names).and_then(fact);
    Posting {
        title: words(&TITLE),
        company: words(&COMPANY),
        locations: match value(&LOCATION) {
            Some(Value::Array(places)) => places.iter().filter_map(fact).collect(),
            Some(place) => fact(place).into_iter().collect(),
            None => Vec::new(),
        },
        workplace: words(&WORKPLACE).and_then(|words| fact::workplace(&words)).or_else(|| fact::remote(value(&["isremote", "remote"])?)),
        employment: words(&EMPLOYMENT).and_then(|words| fact::employment(&words)),
        posted: value(&POSTED).and_then(fact::day),
        deadline: value(&DEADLINE).and_then(fact::day),
        salary: salary(row),
        reference: words(&REFERENCE),
        ..Posting::default()
    }
}

/// Pay in columns of its own: `min_amount`, `max_amount`, `currency`, `interval`.
fn salary(row: &Map<String, Value>) -> Option<Salary> {
    let value = |names: &[&str]| column(row, names).map(|(_, value)| value);
    let min = value(&["minamount", "salarymin", "minsalary"]).and_then(fact::amount);
    let max = value(&["maxamount", "salarymax", "maxsalary"]).and_then(fact::amount);
    let currency = value(&["currency", "salarycurrency"]).and_then(fact).filter(|code| fact::is_currency(code));
    let period = value(&["interval", "salaryinterval", "salaryperiod"]).and_then(fact).and_then(|words| fact::period(&words));
    (min.is_some() || max.is_some()).then_some(Salary { min, max, currency, period })
}
