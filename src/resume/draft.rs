//! A profile while it is put together of a résumé's facts, and its text.
//!
//! A fact read with doubt says so in a comment beside its line (`level = "expert" # "Master", said of Web development`); what has no place in a profile
//! is listed at the end. The text that comes out is sound TOML whatever went in.

use crate::{profile::outline, text::sanitize, value::PartialDate};
use std::{collections::BTreeMap, fmt::Write};
use toml_edit::{Array, Value};

/// A line of the profile: its key, its value, and what is in doubt.
#[derive(Debug, Clone)]
struct Fact {
    key: &'static str,
    value: Value,
    doubt: Option<String>,
}

/// A table of the profile while it is put together.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    facts: Vec<Fact>,
    remarks: Vec<String>,
}

impl Entry {
    /// Adds a text, where there is one.
    pub(super) fn text(&mut self, key: &'static str, text: Option<&str>) {
        self.text_in_doubt(key, text, None);
    }

    /// Adds a text with what is in doubt.
    pub(super) fn text_in_doubt(&mut self, key: &'static str, text: Option<&str>, doubt: Option<String>) {
        let text = text.map(clean).filter(|text| !text.is_empty());
        if let Some(text) = text {
            self.facts.push(Fact { key, value: text.into(), doubt });
        }
    }

    /// Adds a list of texts, each once; nothing where it is empty.
    pub(super) fn texts(&mut self, key: &'static str, texts: &[String], doubt: Option<&str>) {
        let mut kept: Vec<String> = Vec::new();
        for text in texts.iter().map(|text| clean(text)).filter(|text| !text.is_empty()) {
            if !kept.iter().any(|other| other.eq_ignore_ascii_case(&text)) {
                kept.push(text);
            }
        }
        if !kept.is_empty() {
            self.facts.push(Fact { key, value: Value::Array(Array::from_iter(kept)), doubt: doubt.map(str::to_owned) });
        }
    }

    /// Adds a number.
    pub(super) fn number(&mut self, key: &'static str, number: f64, doubt: Option<String>) {
        self.facts.push(Fact { key, value: number.into(), doubt });
    }

    /// Adds a number without fraction.
    pub(super) fn whole(&mut self, key: &'static str, number: i64) {
        self.facts.push(Fact { key, value: number.into(), doubt: None });
    }

    /// Adds a number without fraction, with what it was read from.
    pub(super) fn whole_in_doubt(&mut self, key: &'static str, number: i64, doubt: String) {
        self.facts.push(Fact { key, value: number.into(), doubt: Some(doubt) });
    }

    /// Adds what is true.
    pub(super) fn flag(&mut self, key: &'static str, doubt: Option<String>) {
        self.facts.push(Fact { key, value: true.into(), doubt });
    }

    /// Adds a date.
    pub(super) fn date(&mut self, key: &'static str, date: PartialDate, doubt: Option<String>) {
        self.text_in_doubt(key, Some(&date.to_string()), doubt);
    }

    /// Adds a comment on a line of its own: what was said, and is not understood.
    pub(super) fn remark(&mut self, remark: impl Into<String>) {
        self.remarks.push(remark.into());
    }

    /// Whether it states nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    fn text_of(&self, key: &str) -> Option<&str> {
        self.facts.iter().find(|fact| fact.key == key).and_then(|fact| fact.value.as_str())
    }

    /// Takes over what another entry of the same name states; what differs becomes a remark.
    fn merge(&mut self, other: Self, name: &str) {
        for fact in other.facts {
            match self.facts.iter().find(|known| known.key == fact.key) {
                None => self.facts.push(fact),
                Some(known) if known.key == name || known.value.to_string() == fact.value.to_string() => {}
                Some(_) => self.remark(format!("also said: {} = {}", fact.key, fact.value)),
            }
        }
        self.remarks.extend(other.remarks);
    }
}

/// A profile while it is put together.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    name: Option<String>,
    tables: Vec<(&'static str, Entry)>,
    /// Where in the tables the entry of a name stands, for lists that have each name once.
    named: BTreeMap<(&'static str, String), usize>,
    left: Vec<String>,
}

impl Draft {
    /// Sets the candidate's name.
    pub(super) fn name(&mut self, name: &str) {
        self.name = Some(clean(name)).filter(|name| !name.is_empty());
    }

    /// Adds an entry to a list of the profile, or sets a table of it. An entry that states nothing is listed with what is not carried over.
    pub(super) fn add(&mut self, table: &'static str, entry: Entry) {
        if entry.is_empty() {
            self.left.extend(entry.remarks);
        } else {
            self.tables.push((table, entry));
        }
    }

    /// Adds an entry that its list may have once by name; of a second one only what the first does not state is kept.
    pub(super) fn add_once(&mut self, table: &'static str, key: &'static str, entry: Entry) {
        let Some(name) = entry.text_of(key).map(str::to_lowercase) else { return self.add(table, entry) };
        let at = *self.named.entry((table, name)).or_insert(self.tables.len());
        match self.tables.get_mut(at) {
            Some((_, known)) => known.merge(entry, key),
            None => self.add(table, entry),
        }
    }

    /// Lists something that has no place in a profile.
    pub(super) fn leave(&mut self, where_from: &str, text: &str) {
        let text = clean(text);
        if !text.is_empty() {
            self.left.push(if where_from.is_empty() { text } else { format!("{where_from}: {text}") });
        }
    }

    /// Whether nothing was found that a profile can hold.
    pub(super) fn is_empty(&self) -> bool {
        self.name.is_none() && self.tables.is_empty()
    }

    /// How many lines are in doubt, and how many things are not carried over.
    pub(super) fn counts(&self) -> (usize, usize) {
        let doubts = |entry: &Entry| entry.facts.iter().filter(|fact| fact.doubt.is_some()).count() + entry.remarks.len();
        (self.tables.iter().map(|(_, entry)| doubts(entry)).sum(), self.left.len())
    }

    /// The text of the profile.
    pub(super) fn render(&self, about: &str) -> String {
        let mut out = String::new();
        comment(&mut out, about);
        comment(&mut out, "A comment beside a line says what it was read from where that is in doubt: check it, then delete the comment.");
        if let Some(name) = &self.name {
            let _ = writeln!(out, "\nname = {}", Value::from(name.as_str()));
        }
        for key in outline().keys {
            let lists = matches!(key.want, crate::profile::Want::Tables(_));
            for (_, entry) in self.tables.iter().filter(|(table, _)| *table == key.name) {
                let heading = if lists { format!("[[{}]]", key.name) } else { format!("[{}]", key.name) };
                let _ = writeln!(out, "\n{heading}");
                write_entry(&mut out, entry);
            }
        }
        if !self.left.is_empty() {
            out.push('\n');
            comment(&mut out, "not carried over:");
            self.left.iter().for_each(|left| comment(&mut out, &format!("- {left}")));
        }
        out
    }
}

fn write_entry(out: &mut String, entry: &Entry) {
    for Fact { key, value, doubt } in &entry.facts {
        let _ = write!(out, "{key} = {value}");
        if let Some(doubt) = doubt {
            let _ = write!(out, " # {}", clean(doubt));
        }
        out.push('\n');
    }
    entry.remarks.iter().for_each(|remark| comment(out, remark));
}

fn comment(out: &mut String, text: &str) {
    let _ = writeln!(out, "# {}", clean(text));
}

/// A text on one line, without characters that a terminal obeys or that a reader does not see.
pub(super) fn clean(text: &str) -> String {
    sanitize(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in quotes for a comment.
pub(super) fn said(text: &str) -> String {
    format!("\"{}\"", clean(text))
}
