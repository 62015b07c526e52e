//! The values of keys: each a string, a date, one of a few names, or a list of such, or told as a mistake with an example.
//!
//! `gpa = "3.8"` is told as ``"`gpa` must be a number, not a string; write `gpa = 3.8`"``.

use super::{
    choices::{CONDITIONS, Choice},
    countries::country,
    nearest::{listed, nearest},
    reader::{Reader, Words},
    table::{KeyOutline, Want},
    wording::{example, singular, sort_of, wanted},
};
use crate::{
    diagnostic::{Severity, quoted},
    taxonomy::Family,
    text::Span,
};
use std::ops::RangeInclusive;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A value of the file, with the key that it was given for.
pub(super) struct Spot<'v> {
    /// The path of the fact.
    pub(super) path: String,
    /// The key.
    pub(super) key: &'v KeyOutline,
    /// The value.
    pub(super) value: &'v Spanned<DeValue<'v>>,
}

impl Spot<'_> {
    pub(super) fn span(&self) -> Span {
        self.value.span().into()
    }
}

/// A table of the file.
#[derive(Clone, Copy)]
pub(super) struct Given<'v> {
    /// Its keys.
    pub(super) table: &'v DeTable<'v>,
    /// Its heading, or all of it where it stands in a line.
    pub(super) span: Span,
}

impl Reader<'_> {
    /// A string that is not empty.
    pub(super) fn text(&mut self, spot: &Spot<'_>) -> Option<String> {
        match spot.value.get_ref() {
            DeValue::String(text) => self.not_empty(spot, text, spot.span()),
            _ => self.wrong_type(spot),
        }
    }

    fn not_empty(&mut self, spot: &Spot<'_>, text: &str, span: Span) -> Option<String> {
        let (text, key) = (text.trim(), spot.key);
        let severity = if key.required { Severity::Error } else { Severity::Warning };
        let words = |message, help| Words { message, help, replacement: None };
        if text.is_empty() {
            self.tell(severity, span, |_| match (key.required, &key.want) {
                (true, _) => words(format!("`{}` is empty", key.name), example(key)),
                (false, Want::Text) => words(format!("`{}` is empty", key.name), format!("{}, or leave it out", example(key))),
                (false, _) => words(format!("`{}` holds an empty string", key.name), "remove the empty string".to_owned()),
            });
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A list of strings; those that are none are told and left out.
    pub(super) fn texts(&mut self, spot: &Spot<'_>) -> Vec<String> {
        let items = self.items(spot);
        items.into_iter().filter_map(|(text, span)| self.not_empty(spot, &text, span)).collect()
    }

    /// The strings of a list, with their places.
    fn items(&mut self, spot: &Spot<'_>) -> Vec<(String, Span)> {
        let Some(list) = spot.value.get_ref().as_array() else {
            self.wrong_type::<()>(spot);
            return Vec::new();
        };
        let mut items = Vec::new();
        for (at, item) in list.iter().enumerate() {
            let span = Span::from(item.span());
            self.places.note(&format!("{}[{at}]", spot.path), span);
            match item.get_ref().as_str() {
                Some(text) => items.push((text.to_owned(), span)),
                None => self.wrong_item(spot, item.get_ref(), span),
            }
        }
        items
    }

    fn wrong_item(&mut self, spot: &Spot<'_>, item: &DeValue<'_>, span: Span) {
        self.error(span, |_| {
            let message = format!("`{}` must be {}, but holds {}", spot.key.name, wanted(&spot.key.want), sort_of(item));
            (message, example(spot.key))
        });
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, spot: &Spot<'_>) -> Option<bool> {
        spot.value.get_ref().as_bool().or_else(|| self.wrong_type(spot))
    }

    /// A number within bounds.
    pub(super) fn number(&mut self, spot: &Spot<'_>, bounds: &RangeInclusive<f64>) -> Option<f64> {
        let Some(number) = number_of(spot.value.get_ref()) else { return self.wrong_type(spot) };
        if !bounds.contains(&number) {
            self.out_of_bounds(spot, bounds.start(), bounds.end());
        }
        bounds.contains(&number).then_some(number)
    }

    /// A number without fraction within bounds.
    pub(super) fn whole(&mut self, spot: &Spot<'_>, bounds: &RangeInclusive<i64>) -> Option<i64> {
        let DeValue::Integer(number) = spot.value.get_ref() else { return self.wrong_type(spot) };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok().filter(|it| bounds.contains(it));
        if number.is_none() {
            self.out_of_bounds(spot, bounds.start(), bounds.end());
        }
        number
    }

    fn out_of_bounds(&mut self, spot: &Spot<'_>, least: &dyn std::fmt::Display, most: &dyn std::fmt::Display) {
        self.error(spot.span(), |reader| {
            let given = quoted(reader.source.slice(spot.span()));
            (format!("`{}` cannot be {given}", spot.key.name), format!("give a number from {least} to {most}"))
        });
    }

    /// One of the names of a choice.
    pub(super) fn one_of<C: Choice>(&mut self, spot: &Spot<'_>) -> Option<C> {
        let Some(name) = spot.value.get_ref().as_str() else { return self.wrong_type(spot) };
        C::named(name).or_else(|| {
            self.unknown_name(spot, name, spot.span(), &C::names());
            None
        })
    }

    /// A list of names of a choice; those that are none are told and left out.
    pub(super) fn some_of<C: Choice>(&mut self, spot: &Spot<'_>) -> Vec<C> {
        let mut values = Vec::new();
        for (name, span) in self.items(spot) {
            match C::named(&name) {
                Some(value) => values.push(value),
                None => self.unknown_name(spot, &name, span, &C::names()),
            }
        }
        values
    }

    fn unknown_name(&mut self, spot: &Spot<'_>, name: &str, span: Span, names: &[&'static str]) {
        self.tell(Severity::Error, span, |_| {
            let message = format!("unknown {} {}", singular(spot.key.name), quoted(name));
            let (help, replacement) = match nearest(name, names) {
                Some(near) => (format!("did you mean `{near}`?"), Some(format!("\"{near}\""))),
                None => (format!("it is one of {}", listed(names)), None),
            };
            Words { message, help, replacement }
        });
    }

    /// A list of countries, as ISO codes.
    pub(super) fn countries(&mut self, spot: &Spot<'_>) -> Vec<String> {
        let mut codes = Vec::new();
        for (name, span) in self.items(spot) {
            match country(self.taxonomy, &name) {
                Some(code) => codes.push(code),
                None => self.unknown_country(&name, span),
            }
        }
        codes
    }

    fn unknown_country(&mut self, name: &str, span: Span) {
        self.error(span, |reader| {
            let help = match reader.taxonomy.nearest(Family::Place, name) {
                Some((near, _)) => format!("did you mean `{near}`?"),
                None => "give a code of two letters such as `CH`, or `EU`".to_owned(),
            };
            (format!("unknown country {}", quoted(name)), help)
        });
    }

    /// A list of names of conditions, or of phrases; a single word that nearly is a name is told.
    pub(super) fn conditions(&mut self, spot: &Spot<'_>) -> Vec<String> {
        let mut kept = Vec::new();
        for (text, span) in self.items(spot) {
            let Some(text) = self.not_empty(spot, &text, span) else { continue };
            let known = CONDITIONS.contains(&text.as_str()) || self.taxonomy.named(Family::Condition, &text).is_some();
            let mistyped = !known && !text.contains(' ') && (text.contains('_') || nearest(&text, &CONDITIONS).is_some());
            if mistyped {
                self.unknown_condition(&text, span);
            } else {
                kept.push(text);
            }
        }
        kept
    }

    fn unknown_condition(&mut self, text: &str, span: Span) {
        self.error(span, |_| {
            let help = match nearest(text, &CONDITIONS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write it in plain words, or as one of {}", listed(&CONDITIONS)),
            };
            (format!("unknown condition {}", quoted(text)), help)
        });
    }

    /// The table of a key that wants one; of several, the first.
    pub(super) fn table<'v>(&mut self, spot: &Spot<'v>) -> Option<Given<'v>> {
        let found = given(spot.value).into_iter().next();
        if !spot.value.get_ref().is_table() {
            self.wrong_type::<()>(spot);
        }
        found
    }

    /// The tables of a key that wants a list of them.
    pub(super) fn tables<'v>(&mut self, spot: &Spot<'v>) -> Vec<Given<'v>> {
        let found = given(spot.value);
        let list = spot.value.get_ref().as_array();
        let stray = list.and_then(|list| list.iter().find(|item| !item.get_ref().is_table()));
        match (list, stray) {
            (None, _) => drop(self.wrong_type::<()>(spot)),
            (Some(_), Some(item)) => self.wrong_item(spot, item.get_ref(), item.span().into()),
            (Some(_), None) => {}
        }
        found
    }

    /// Tells that a value is not what its key wants.
    pub(super) fn wrong_type<V>(&mut self, spot: &Spot<'_>) -> Option<V> {
        self.error(spot.span(), |_| {
            let message = format!("`{}` must be {}, not {}", spot.key.name, wanted(&spot.key.want), sort_of(spot.value.get_ref()));
            (message, example(spot.key))
        });
        None
    }
}

/// The table that a value is, or the tables of a list.
fn given<'v>(value: &'v Spanned<DeValue<'v>>) -> Vec<Given<'v>> {
    let one = |value: &'v Spanned<DeValue<'v>>| value.get_ref().as_table().map(|table| Given { table, span: value.span().into() });
    match value.get_ref() {
        DeValue::Array(list) => list.iter().filter_map(one).collect(),
        _ => one(value).into_iter().collect(),
    }
}

fn number_of(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok().map(f64::from),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}
