//! The text of a posting, put together from fields.
//!
//! `lists: [{"text": "You have", "content": "<li>Go"}]` becomes `## You have` and `• Go` under it. What the text holds already is not written twice, since
//! sites repeat in one field what stands in another. Lines that are made of fields without a text (`monthsOfExperience`) stand at the end.

use super::{Document, ReadError, html, is_blank};
use crate::posting::Posting;
use crate::text::{Source, TextOf, repair};
use std::borrow::Cow;

/// A posting on its way.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Facts.
    pub(super) facts: Posting,
    text: String,
    /// The words of the text, to see what it holds already.
    words: String,
    /// The fields that the text came from.
    fields: Vec<String>,
    /// Headings and lines that are made of fields without a text.
    lines: Vec<(&'static str, String)>,
}

impl Draft {
    /// A posting without a text.
    pub(super) fn new(facts: Posting) -> Self {
        Self { facts, ..Self::default() }
    }

    /// Adds a text or a piece of HTML that stands in the field `field`, under a heading, unless all of it is there.
    pub(super) fn section(&mut self, field: &str, heading: Option<&str>, value: &str) {
        let value = repair(value).map_or(Cow::Borrowed(value), Cow::Owned);
        let text = html::visible(&value);
        let words = words(&text);
        if words.trim().is_empty() || self.holds(&text) {
            return;
        }
        self.words.push_str(&words);
        if !self.fields.iter().any(|known| known == field) {
            self.fields.push(field.to_owned());
        }
        if !self.text.is_empty() {
            self.end_line();
            self.text.push('\n');
        }
        if let Some(heading) = heading {
            self.text.extend(["## ", heading, "\n\n"]);
        }
        self.text.push_str(&text);
    }

    /// Adds a line that says what a field says that is no text.
    pub(super) fn line(&mut self, heading: &'static str, line: impl Into<String>) {
        let line = line.into();
        if !self.holds(&line) {
            self.lines.push((heading, line));
        }
    }

    /// Whether the text has these words, in this order; long ones also where spaces were lost.
    pub(super) fn holds(&self, text: &str) -> bool {
        const LONG: usize = 8;
        let words = words(text);
        let letters = |words: &str| words.replace(' ', "");
        self.words.contains(&words) || (words.len() > LONG && letters(&self.words).contains(&letters(&words)))
    }

    /// Whether all of the text stands on one line, or there is none.
    pub(super) fn is_flat(&self) -> bool {
        !self.text.trim_end().contains('\n')
    }

    /// Takes a text in place of its own, where that is the beginning of it and no more, or the same on one line.
    pub(super) fn take_longer(&mut self, text: &str) {
        const SAMPLE: usize = 12;
        let sample: Vec<&str> = self.words.split(' ').filter(|word| !word.is_empty()).take(SAMPLE).collect();
        let words = words(text);
        if words.contains(&sample.join(" ")) {
            self.text = text.to_owned();
            self.words = words;
        }
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Writes the lines behind the text; where they begin, if there are any.
    fn write_lines(&mut self) -> Option<usize> {
        let lines = std::mem::take(&mut self.lines);
        if lines.is_empty() {
            return None;
        }
        self.end_line();
        let start = self.text.len();
        let mut last = "";
        for (heading, line) in lines {
            if heading != last {
                self.text.extend(["\n## ", heading, "\n\n"]);
                last = heading;
            }
            self.text.extend(["• ", &line, "\n"]);
        }
        Some(start)
    }

    /// The finished posting; `of` says what a text is that stands in these fields, joined by `+`.
    ///
    /// # Errors
    /// [`ReadError::Empty`] where there is no text.
    pub(super) fn document(mut self, name: &str, of: impl FnOnce(String) -> TextOf) -> Result<Document, ReadError> {
        let fields = self.write_lines();
        if is_blank(&self.text) {
            return Err(ReadError::Empty { path: name.to_owned() });
        }
        let source = Source::new(name, self.text).with_text_of(Some(of(self.fields.join("+"))));
        Ok(Document { source, facts: self.facts, fields })
    }
}

/// The words of a text in lower case, each between spaces; signs that are part of names (`C++`, `C#`) stay.
fn words(text: &str) -> String {
    let mut words = " ".to_owned();
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#')).filter(|word| word.contains(char::is_alphanumeric)) {
        words.extend(word.chars().flat_map(char::to_lowercase));
        words.push(' ');
    }
    words
}
