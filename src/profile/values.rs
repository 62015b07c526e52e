//! The values of keys: each a string, a date, one of a few names, or a list of such, or told as a mistake with an example.
//!
//! `gpa = "3.8"` is told as ``"`gpa` must be a number, not a string; write `gpa = 3.8`"``.

use super::{
    choices::{CONDITIONS, Choice},
    countries::country,
    nearest::{listed, nearest},
    reader::Reader,
    table::{KeyOutline, Want},
};
use crate::{
    diagnostic::{Severity, quoted},
    taxonomy::Family,
    text::Span,
    value::PartialDate,
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
    fn span(&self) -> Span {
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

/// The years that a date of a life can have.
const YEARS: RangeInclusive<i16> = 1900..=2200;

impl Reader<'_> {
    /// A string that is not empty.
    pub(super) fn text(&mut self, spot: &Spot<'_>) -> Option<String> {
        match spot.value.get_ref() {
            DeValue::String(text) => self.not_empty(spot, text, spot.span()),
            _ => self.wrong_type(spot),
        }
    }

    fn not_empty(&mut self, spot: &Spot<'_>, text: &str, span: Span) -> Option<String> {
        let text = text.trim();
        let severity = if spot.key.required { Severity::Error } else { Severity::Warning };
        if text.is_empty() {
            let help = format!("write `{} = {}`, or leave it out", spot.key.name, spot.key.example);
            self.tell(severity, span, || format!("`{}` is empty", spot.key.name), |told| told.help(help));
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
        let message = || format!("`{}` is a list of strings, but holds {}", spot.key.name, sort_of(item));
        self.error(span, message, example(spot.key));
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
        let given = quoted(self.source.slice(spot.span()));
        let message = || format!("`{}` cannot be {given}", spot.key.name);
        self.error(spot.span(), message, format!("give a number from {least} to {most}"));
    }

    /// Whether a date is given as `present`.
    pub(super) fn is_present(&self, spot: &Spot<'_>) -> bool {
        spot.value.get_ref().as_str() == Some("present")
    }

    /// A date, as a string or as a date of TOML.
    pub(super) fn date(&mut self, spot: &Spot<'_>) -> Option<PartialDate> {
        let text = match spot.value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() => date.to_string(),
            DeValue::Integer(year) if year.radix() == 10 => year.as_str().to_owned(),
            _ => return self.wrong_type(spot),
        };
        match text.trim().parse::<PartialDate>() {
            Ok(date) if YEARS.contains(&date.year) => Some(date),
            Ok(date) => self.not_a_date(spot, format!("the year `{:04}` is not of our time", date.year), &text),
            Err(_) if looks_like_a_date(&text) => self.not_a_date(spot, format!("{} is not in the calendar", quoted(&text)), &text),
            Err(_) => self.not_a_date(spot, format!("{} is not a date", quoted(&text)), &text),
        }
    }

    fn not_a_date(&mut self, spot: &Spot<'_>, message: String, text: &str) -> Option<PartialDate> {
        let may_go_on = spot.key.want == Want::DateOrPresent;
        let help = match (nearest(text, &["present"]), may_go_on) {
            (Some(_), true) => "write `end = \"present\"` for a job that goes on".to_owned(),
            (Some(_), false) => "only the `end` of `[[work]]` can be `present`; give the expected date, or leave it out".to_owned(),
            (None, true) => "write `2027`, `2027-05`, `2027-05-31` or `present` in quotes".to_owned(),
            (None, false) => "write `2027`, `2027-05` or `2027-05-31` in quotes".to_owned(),
        };
        self.error(spot.span(), || message, help);
        None
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
        let message = || format!("unknown {} {}", singular(spot.key.name), quoted(name));
        match nearest(name, names) {
            Some(near) => self.tell(Severity::Error, span, message, |told| {
                told.help(format!("did you mean `{near}`?")).replace_by(format!("\"{near}\""))
            }),
            None => self.error(span, message, format!("it is one of {}", listed(names))),
        }
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
        let near = self.taxonomy.nearest(Family::Place, name).map(|(near, _)| near.to_owned());
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "give a code of two letters such as `CH`, or `EU`".to_owned(),
        };
        self.error(span, || format!("unknown country {}", quoted(name)), help);
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
        let help = match nearest(text, &CONDITIONS) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write it in plain words, or as one of {}", listed(&CONDITIONS)),
        };
        self.error(span, || format!("unknown condition {}", quoted(text)), help);
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
        let all = spot.value.get_ref().as_array().is_some_and(|list| list.len() == found.len());
        if !all {
            self.wrong_type::<()>(spot);
        }
        found
    }

    /// Tells that a value is not what its key wants.
    fn wrong_type<V>(&mut self, spot: &Spot<'_>) -> Option<V> {
        let message = || format!("`{}` must be {}, not {}", spot.key.name, wanted(&spot.key.want), sort_of(spot.value.get_ref()));
        self.error(spot.span(), message, example(spot.key));
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
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

fn looks_like_a_date(text: &str) -> bool {
    text.len() >= 6 && text.contains('-') && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// `citizenships` → `citizenship`, `status` → `status`.
fn singular(name: &str) -> &str {
    match name {
        "modes" => "mode",
        "complete" => "list",
        other => other,
    }
}

fn sort_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()) => "a list of tables",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn wanted(want: &Want) -> &'static str {
    match want {
        Want::Text | Want::OneOf(_) => "a string",
        Want::Texts | Want::SomeOf(_) | Want::Countries | Want::Conditions => "a list of strings",
        Want::Flag => "`true` or `false`",
        Want::Number(_) => "a number",
        Want::Whole(_) => "a whole number",
        Want::Date | Want::DateOrPresent => "a date",
        Want::Table(_) => "a table",
        Want::Tables(_) => "a list of tables",
    }
}

fn example(key: &KeyOutline) -> String {
    match key.want {
        Want::Table(_) => format!("begin it with `[{}]`", key.name),
        Want::Tables(_) => format!("begin each of them with `[[{}]]`", key.name),
        _ => format!("write `{} = {}`", key.name, key.example),
    }
}
