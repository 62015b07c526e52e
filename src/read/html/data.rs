//! Postings that a page carries as data: JSON-LD in scripts, or microdata in its tags.
//!
//! `<script type="application/ld+json">{"@type": "JobPosting", …}</script>` and `<div itemscope itemtype="https://schema.org/JobPosting">` in; the object
//! out. What people write by hand and programs write badly is mended where it is plain what is meant: line ends within strings, commas before a closing
//! bracket, comments around the whole.

use super::super::json::schema_org;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use serde_json::{Map, Value};
use std::convert::Infallible;

/// How many elements with data may stand in one another.
const DEEPEST: usize = 64;
/// The most scripts and items that are looked at.
const MOST: usize = 1_000;

type Object = Map<String, Value>;

/// The postings of a page; JSON-LD where there is some, else microdata.
pub(super) fn postings(page: &str) -> Vec<Object> {
    let holds = |word: &str| memchr::memmem::find(page.as_bytes(), word.as_bytes()).is_some();
    if !holds("JobPosting") {
        return Vec::new();
    }
    let found = if holds("ld+json") { of_scripts(page) } else { Vec::new() };
    if found.is_empty() && holds("itemscope") { microdata(page) } else { found }
}

fn of_scripts(page: &str) -> Vec<Object> {
    let mut scripts = Scripts::default();
    walk(page, |event, _| scripts.take(event));
    let values = scripts.found.iter().filter_map(|script| parse(script));
    values.flat_map(|value| found(&value)).collect()
}

fn found(value: &Value) -> Vec<Object> {
    match value {
        Value::Object(object) => schema_org::find(object).into_iter().cloned().collect(),
        Value::Array(values) => {
            values.iter().filter_map(Value::as_object).flat_map(|object| schema_org::find(object).into_iter().cloned()).collect()
        }
        _ => Vec::new(),
    }
}

fn walk(page: &str, mut take: impl FnMut(CallbackEvent<'_>, Span<usize>)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        take(event, span);
        None
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(page, emitter).for_each(drop);
}

/// Collects the texts of scripts with JSON-LD.
#[derive(Default)]
struct Scripts {
    is_script: bool,
    is_type: bool,
    is_data: bool,
    found: Vec<String>,
}

impl Scripts {
    fn take(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => (self.is_script, self.is_data) = (name == b"script", false),
            CallbackEvent::AttributeName { name } => self.is_type = name == b"type",
            CallbackEvent::AttributeValue { value } if self.is_script && self.is_type => {
                self.is_data = value.to_ascii_lowercase().starts_with(b"application/ld+json");
            }
            CallbackEvent::CloseStartTag { .. } if self.is_data && self.found.len() < MOST => self.found.push(String::new()),
            CallbackEvent::String { value } if self.is_script && self.is_data => {
                self.found.iter_mut().next_back().into_iter().for_each(|script| script.push_str(&String::from_utf8_lossy(value)));
            }
            CallbackEvent::EndTag { .. } => self.is_script = false,
            _ => {}
        }
    }
}

/// Reads JSON as it is, or as it was meant.
fn parse(script: &str) -> Option<Value> {
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])?;
    let text = script.get(start..=end)?;
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&mended(text))).ok()
}

/// Line ends within strings become `\n`, commas before a closing bracket go.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in text.chars() {
        match sign {
            '"' if !is_escaped => is_quoted = !is_quoted,
            '\n' if is_quoted => out.push_str("\\n"),
            '\t' if is_quoted => out.push_str("\\t"),
            '}' | ']' if !is_quoted => {
                let kept = out.trim_end().strip_suffix(',').map(str::len);
                kept.into_iter().for_each(|len| out.truncate(len));
            }
            _ => {}
        }
        if !(is_quoted && sign.is_control()) {
            out.push(sign);
        }
        is_escaped = is_quoted && sign == '\\' && !is_escaped;
    }
    out
}

fn microdata(page: &str) -> Vec<Object> {
    let mut items = Items { page, ..Items::default() };
    walk(page, |event, span| items.take(event, span));
    items.finish()
}

/// The items of a page on the way.
#[derive(Default)]
struct Items<'p> {
    page: &'p str,
    tag: Tag,
    attribute: Vec<u8>,
    open: Vec<Open>,
    found: Vec<Object>,
}

/// A start tag with the attributes that matter.
#[derive(Default)]
struct Tag {
    name: String,
    is_scope: bool,
    kind: String,
    property: String,
    /// `content`, `datetime`, or the target of a link.
    value: Option<String>,
}

/// An element with data that is not closed yet.
struct Open {
    tag: String,
    /// How many elements of the same name are open in it.
    depth: usize,
    property: String,
    content: Content,
}

enum Content {
    Item(Object),
    /// Where the text of a property begins.
    Text(usize),
}

impl Items<'_> {
    fn take(&mut self, event: CallbackEvent<'_>, span: Span<usize>) {
        let owned = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Tag { name: owned(name), ..Tag::default() },
            CallbackEvent::AttributeName { name } => {
                self.tag.is_scope |= name == b"itemscope";
                self.attribute = name.to_vec();
            }
            CallbackEvent::AttributeValue { value } => match self.attribute.as_slice() {
                b"itemtype" => self.tag.kind = owned(value),
                b"itemprop" => self.tag.property = owned(value),
                b"content" | b"datetime" => self.tag.value = Some(owned(value)),
                _ => {}
            },
            CallbackEvent::CloseStartTag { .. } => {
                let tag = std::mem::take(&mut self.tag);
                self.start(tag, span.end);
            }
            CallbackEvent::EndTag { name } => self.end(&owned(name), span.start),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag, end: usize) {
        let is_void =
            matches!(tag.name.as_str(), "meta" | "link" | "img" | "br" | "hr" | "input" | "source" | "wbr" | "area" | "base" | "col");
        let is_inside = self.open.iter().any(|open| matches!(open.content, Content::Item(_)));
        let is_posting = tag.kind.ends_with("/JobPosting");
        let content = match (&tag.value, tag.is_scope) {
            (Some(value), false) if is_inside && !tag.property.is_empty() => {
                self.put(&tag.property, Value::String(value.clone()));
                None
            }
            (_, true) if is_posting || is_inside => {
                let kind = tag.kind.rsplit('/').next().unwrap_or_default().to_owned();
                Some(Content::Item(Map::from_iter([("@type".to_owned(), Value::String(kind))])))
            }
            (_, false) if is_inside && !tag.property.is_empty() => Some(Content::Text(end)),
            _ => None,
        };
        match content {
            Some(content) if !is_void && self.open.len() < DEEPEST => {
                self.open.push(Open { tag: tag.name, depth: 0, property: tag.property, content });
            }
            _ if is_void => {}
            _ => self.open.iter_mut().rev().find(|open| open.tag == tag.name).into_iter().for_each(|open| open.depth += 1),
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        let Some(place) = self.open.iter().rposition(|open| open.tag == name) else { return };
        match self.open.get_mut(place) {
            Some(open) if open.depth > 0 => open.depth -= 1,
            _ => self.close_from(place, at),
        }
    }

    /// Closes the element at `place`, and those in it that never were.
    fn close_from(&mut self, place: usize, at: usize) {
        while self.open.len() > place
            && let Some(open) = self.open.pop()
        {
            match open.content {
                Content::Text(start) => {
                    let inner = self.page.get(start..at).unwrap_or_default().trim_end_matches(['<', '/']);
                    let value = if open.property == "description" { inner.to_owned() } else { super::text(inner) };
                    self.put(&open.property, Value::String(value.trim().to_owned()));
                }
                Content::Item(item) => {
                    let is_posting = item.get("@type").and_then(Value::as_str) == Some("JobPosting");
                    if is_posting && self.found.len() < MOST {
                        self.found.push(item);
                    } else if !open.property.is_empty() {
                        self.put(&open.property, Value::Object(item));
                    }
                }
            }
        }
    }

    /// Writes a property into the innermost item; beside the value that it has already.
    fn put(&mut self, property: &str, value: Value) {
        let innermost = self.open.iter_mut().rev().find_map(|open| match &mut open.content {
            Content::Item(item) => Some(item),
            Content::Text(_) => None,
        });
        let Some(item) = innermost else { return };
        for name in property.split_ascii_whitespace() {
            match item.get_mut(name) {
                Some(Value::Array(values)) => values.push(value.clone()),
                Some(known) => *known = Value::Array(vec![known.take(), value.clone()]),
                None => {
                    item.insert(name.to_owned(), value.clone());
                }
            }
        }
    }

    fn finish(mut self) -> Vec<Object> {
        self.close_from(0, self.page.len());
        self.found
    }
}
