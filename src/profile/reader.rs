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

/// The state of a reading.
pub(super) struct Reader<'a> {
    pub(super) source: Arc<Source>,
    pub(super) taxonomy: &'a Taxonomy,
    pub(super) places: Places,
    pub(super) found: Vec<Diagnostic>,
    /// Mistakes beyond [`MOST`].
    pub(super) untold: usize,
    outline: Outline,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: Arc<Source>, taxonomy: &'a Taxonomy, outline: Outline) -> Self {
        Self { places: Places::new(source.clone()), source, taxonomy, found: Vec::new(), untold: 0, outline }
    }

    /// Tells something of a piece of the file, as `finish` completes it.
    pub(super) fn tell(
        &mut self,
        severity: Severity,
        span: Span,
        message: impl FnOnce() -> String,
        finish: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        if self.found.len() < MOST {
            self.found.push(finish(Diagnostic::at(severity, &self.source, span, message())));
        } else {
            self.untold += 1;
        }
    }

    /// Tells a mistake with the way to mend it.
    pub(super) fn error(&mut self, span: Span, message: impl FnOnce() -> String, help: impl Into<String>) {
        self.tell(Severity::Error, span, message, |told| told.help(help));
    }

    /// Tells of a key that its table does not know, with the key that was probably meant, here or in another table.
    pub(super) fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>, title: &str, outline: &Outline) {
        let (name, at_top) = (key.get_ref().as_ref(), title == TOP);
        let is_table = at_top && holds_tables(value.get_ref());
        let message = || match (is_table, at_top) {
            (true, _) => format!("unknown table {}", quoted(name)),
            (false, true) => format!("unknown key {}", quoted(name)),
            (false, false) => format!("unknown key {} in {title}", quoted(name)),
        };
        let (help, replacement) = self.help_for_key(name, title, outline);
        self.tell(Severity::Error, key.span().into(), message, |told| match replacement {
            Some(text) => told.help(help).replace_by(text),
            None => told.help(help),
        });
    }

    fn help_for_key(&self, name: &str, title: &str, outline: &Outline) -> (String, Option<String>) {
        let homes = homes(&self.outline, name);
        let names: Vec<&str> = outline.keys.iter().map(|key| key.name).collect();
        match (nearest(name, &names), self.nearest_anywhere(name)) {
            _ if !homes.is_empty() => (format!("`{name}` belongs {}", homes.join(" or ")), None),
            (Some(near), _) => (format!("did you mean `{near}`?"), Some(near.to_owned())),
            (None, Some((near, home))) => (format!("did you mean `{near}`, which belongs {home}?"), None),
            (None, None) => (format!("{title} knows {}", listed(&names)), None),
        }
    }

    /// The nearest key of all tables, with the table it belongs to.
    fn nearest_anywhere(&self, name: &str) -> Option<(&'static str, String)> {
        let inner = self.outline.keys.iter().filter_map(|key| inner(&key.want)).flat_map(|it| &it.keys);
        let names: Vec<&'static str> = self.outline.keys.iter().chain(inner).map(|key| key.name).collect();
        let near = nearest(name, &names)?;
        Some((near, homes(&self.outline, near).join(" or ")))
    }

    /// Tells of a table without a key that it needs.
    pub(super) fn missing(&mut self, key: &KeyOutline, title: &str, span: Span) {
        self.error(span, || format!("this {title} has no `{}`", key.name), format!("add `{} = {}`", key.name, key.example));
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

/// Where a key of exactly this name belongs: ``in `[[education]]` ``.
fn homes(outline: &Outline, name: &str) -> Vec<String> {
    let has = |outline: &Outline| outline.keys.iter().any(|key| key.name == name);
    let top = has(outline).then(|| "at the top of the file".to_owned());
    let tables = outline.keys.iter().filter(|key| inner(&key.want).is_some_and(has));
    top.into_iter().chain(tables.map(|key| format!("in {}", heading(key)))).collect()
}

/// `` `[study]` `` or `` `[[education]]` ``.
pub(super) fn heading(key: &KeyOutline) -> String {
    match key.want {
        Want::Tables(_) => format!("`[[{}]]`", key.name),
        _ => format!("`[{}]`", key.name),
    }
}

fn holds_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(list) => list.first().is_some_and(|item| item.get_ref().is_table()),
        _ => false,
    }
}
