//! What is known while a profile is read: the file, the vocabulary, the mistakes found, the places of facts.
//!
//! Also the mistakes that a key can be: unknown, or missing.

use super::{
    Places,
    nearest::{listed, nearest},
    table::{KeyOutline, Outline, Want},
};
use crate::{
    diagnostic::{Diagnostic, Severity, quoted},
    taxonomy::Taxonomy,
    text::{Source, Span},
};
use std::sync::Arc;
use toml::{
    Spanned,
    de::{DeString, DeValue},
};

/// The most diagnostics of a file; the others are counted.
pub(super) const MOST: usize = 500;

/// What a diagnostic says.
pub(super) struct Words {
    pub(super) message: String,
    pub(super) help: String,
    pub(super) replacement: Option<String>,
}

/// The state of a reading.
pub(super) struct Reader<'a> {
    pub(super) source: Arc<Source>,
    pub(super) taxonomy: &'a Taxonomy,
    pub(super) places: Places,
    pub(super) found: Vec<Diagnostic>,
    /// Mistakes beyond [`MOST`].
    pub(super) untold: usize,
    pub(super) outline: Outline,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: Arc<Source>, taxonomy: &'a Taxonomy, outline: Outline) -> Self {
        Self { places: Places::new(source.clone()), source, taxonomy, found: Vec::new(), untold: 0, outline }
    }

    /// Tells something of a piece of the file, in words that are made only where there is room for them.
    pub(super) fn tell(&mut self, severity: Severity, span: Span, words: impl FnOnce(&Self) -> Words) {
        if self.found.len() >= MOST {
            self.untold += 1;
            return;
        }
        let Words { message, help, replacement } = words(self);
        let mut told = Diagnostic::at(severity, &self.source, span, message).help(help);
        told.replacement = replacement;
        self.found.push(told);
    }

    /// Tells a mistake: a message, and the way to mend it.
    pub(super) fn error(&mut self, span: Span, words: impl FnOnce(&Self) -> (String, String)) {
        self.tell(Severity::Error, span, |reader| {
            let (message, help) = words(reader);
            Words { message, help, replacement: None }
        });
    }

    /// Tells of a key that its table does not know, with the key that was probably meant, here or in another table.
    pub(super) fn unknown_key(
        &mut self,
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        title: &str,
        known: impl FnOnce() -> Outline,
    ) {
        let name = key.get_ref().as_ref();
        let message = match (title == TOP, holds_tables(value.get_ref())) {
            (true, true) => format!("unknown table {}", quoted(name)),
            (true, false) => format!("unknown key {}", quoted(name)),
            (false, _) => format!("unknown key {} in {title}", quoted(name)),
        };
        self.tell(Severity::Error, key.span().into(), |reader| {
            let (help, replacement) = reader.help_for_key(name, title, &known());
            Words { message, help, replacement }
        });
    }

    fn help_for_key(&self, name: &str, title: &str, outline: &Outline) -> (String, Option<String>) {
        let homes = homes(&self.outline, name);
        let names: Vec<&str> = outline.keys.iter().map(|key| key.name).collect();
        match (nearest(name, &names), self.nearest_anywhere(name)) {
            (Some(near), _) => (format!("did you mean `{near}`?"), Some(near.to_owned())),
            _ if !homes.is_empty() => (format!("`{name}` belongs {homes}"), None),
            (None, Some((near, home))) => (format!("did you mean `{near}`, which belongs {home}?"), None),
            (None, None) => (format!("{title} knows {}", listed(&names)), None),
        }
    }

    /// The nearest key of all tables, with the table it belongs to.
    fn nearest_anywhere(&self, name: &str) -> Option<(&'static str, String)> {
        let inner = self.outline.keys.iter().filter_map(|key| inner(&key.want)).flat_map(|it| &it.keys);
        let names: Vec<&'static str> = self.outline.keys.iter().chain(inner).map(|key| key.name).collect();
        let near = nearest(name, &names)?;
        Some((near, homes(&self.outline, near)))
    }

    /// Tells of a table without a key that it needs.
    pub(super) fn missing(&mut self, key: &KeyOutline, title: &str, span: Span) {
        self.error(span, |_| (format!("this {title} has no `{}`", key.name), format!("add `{} = {}`", key.name, key.example)));
    }
}

/// How messages call the top of the file.
pub(super) const TOP: &str = "a profile";

fn inner(want: &Want) -> Option<&Outline> {
    match want {
        Want::Table(outline) | Want::Tables(outline) => Some(outline),
        _ => None,
    }
}

/// Where a key of exactly this name belongs: ``in `[[skills]]` or `[[languages]]` ``; empty where no table has it.
fn homes(outline: &Outline, name: &str) -> String {
    let has = |outline: &Outline| outline.keys.iter().any(|key| key.name == name);
    let tables: Vec<String> = outline.keys.iter().filter(|key| inner(&key.want).is_some_and(has)).map(heading).collect();
    match (has(outline), tables.is_empty()) {
        (true, true) => "at the top of the file".to_owned(),
        (true, false) => format!("at the top of the file, or in {}", listed(&tables)),
        (false, true) => String::new(),
        (false, false) => format!("in {}", listed(&tables)),
    }
}

/// `[study]` or `[[education]]`.
fn heading(key: &KeyOutline) -> String {
    match key.want {
        Want::Tables(_) => format!("[[{}]]", key.name),
        _ => format!("[{}]", key.name),
    }
}

fn holds_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(list) => list.first().is_some_and(|item| item.get_ref().is_table()),
        _ => false,
    }
}
