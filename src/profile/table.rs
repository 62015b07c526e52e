//! Tables of keys: what a table of a profile may hold, told once.
//!
//! A [`Key`] has a name, what it wants, an example, a sentence for people, and the field that it fills. Reading a file and
//! describing it (`Outline`, from which messages and a schema are made) both go by these tables, so they cannot disagree.

use super::{
    choices::Choice,
    reader::Reader,
    values::{Given, Spot},
};
use crate::value::PartialDate;
use std::ops::RangeInclusive;

/// What the value of a key must be.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A number within bounds.
    Number(RangeInclusive<f64>),
    /// A number without fraction within bounds.
    Whole(RangeInclusive<i64>),
    /// A date: `2027`, `2027-05` or `2027-05-31`.
    Date,
    /// A date, or `present`.
    DateOrPresent,
    /// One of these names.
    OneOf(Vec<&'static str>),
    /// A list of these names.
    SomeOf(Vec<&'static str>),
    /// A list of countries.
    Countries,
    /// A list of names of conditions, or of phrases.
    Conditions,
    /// A table, `[name]`.
    Table(Outline),
    /// A list of tables, `[[name]]`.
    Tables(Outline),
}

/// A key as messages and schemas need it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyOutline {
    /// Its name.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub about: &'static str,
    /// A value in TOML; empty for tables.
    pub example: String,
    /// Whether its table means nothing without it.
    pub required: bool,
    /// What its value must be.
    pub want: Want,
}

/// The keys of a table, in the order in which people should read them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The keys.
    pub keys: Vec<KeyOutline>,
}

/// A key with the way to read its value into a `T`.
pub(super) struct Key<T> {
    outline: KeyOutline,
    read: Read<T>,
}

/// Reads the value at a spot into its field of `T`, or tells why not.
type Read<T> = Box<dyn Fn(&mut T, &Spot<'_>, &mut Reader<'_>)>;

/// The keys of the table that fills a `T`.
pub(super) struct Table<T>(pub(super) Vec<Key<T>>);

impl<T> Table<T> {
    pub(super) fn outline(&self) -> Outline {
        Outline { keys: self.0.iter().map(|key| key.outline.clone()).collect() }
    }

    /// Reads a table of the file. `title` is how messages call it; `path` is empty at the top.
    pub(super) fn read(&self, into: &mut T, given: Given<'_>, title: &str, path: &str, reader: &mut Reader<'_>) {
        for (name, value) in given.table {
            let path = if path.is_empty() { name.get_ref().to_string() } else { format!("{path}.{}", name.get_ref()) };
            match self.0.iter().find(|key| key.outline.name == name.get_ref()) {
                Some(key) => {
                    reader.places.note(&path, name.span().into());
                    (key.read)(into, &Spot { path, key: &key.outline, value }, reader);
                }
                None => reader.unknown_key(name, value, title, || self.outline()),
            }
        }
        for key in self.0.iter().filter(|key| key.outline.required) {
            if !given.table.contains_key(key.outline.name) {
                reader.missing(&key.outline, title, given.span);
            }
        }
    }
}

impl<T> Key<T> {
    fn new(
        (name, about): (&'static str, &'static str),
        example: &str,
        want: Want,
        read: impl Fn(&mut T, &Spot<'_>, &mut Reader<'_>) + 'static,
    ) -> Self {
        let outline = KeyOutline { name, about, example: example.to_owned(), required: false, want };
        Self { outline, read: Box::new(read) }
    }

    /// The same key, without which its table means nothing.
    pub(super) fn required(mut self) -> Self {
        self.outline.required = true;
        self
    }
}

/// A key's name and its sentence.
type Doc = (&'static str, &'static str);

pub(super) fn text<T: 'static>(doc: Doc, example: &str, put: fn(&mut T, String)) -> Key<T> {
    Key::new(doc, &format!("\"{example}\""), Want::Text, move |into, spot, reader| {
        if let Some(value) = reader.text(spot) {
            put(into, value);
        }
    })
}

pub(super) fn texts<T: 'static>(doc: Doc, example: &[&str], put: fn(&mut T, Vec<String>)) -> Key<T> {
    Key::new(doc, &format!("{example:?}"), Want::Texts, move |into, spot, reader| put(into, reader.texts(spot)))
}

pub(super) fn flag<T: 'static>(doc: Doc, put: fn(&mut T, bool)) -> Key<T> {
    Key::new(doc, "true", Want::Flag, move |into, spot, reader| {
        if let Some(value) = reader.flag(spot) {
            put(into, value);
        }
    })
}

pub(super) fn number<T: 'static>(doc: Doc, bounds: RangeInclusive<f64>, example: &str, put: fn(&mut T, f64)) -> Key<T> {
    Key::new(doc, example, Want::Number(bounds.clone()), move |into, spot, reader| {
        if let Some(value) = reader.number(spot, &bounds) {
            put(into, value);
        }
    })
}

pub(super) fn whole<T: 'static>(doc: Doc, bounds: RangeInclusive<i64>, example: &str, put: fn(&mut T, i64)) -> Key<T> {
    Key::new(doc, example, Want::Whole(bounds.clone()), move |into, spot, reader| {
        if let Some(value) = reader.whole(spot, &bounds) {
            put(into, value);
        }
    })
}

pub(super) fn date<T: 'static>(doc: Doc, example: &str, put: fn(&mut T, PartialDate)) -> Key<T> {
    Key::new(doc, &format!("\"{example}\""), Want::Date, move |into, spot, reader| {
        if let Some(value) = reader.date(spot) {
            put(into, value);
        }
    })
}

/// A date, or `present`, which is `None`.
pub(super) fn date_or_present<T: 'static>(doc: Doc, example: &str, put: fn(&mut T, Option<PartialDate>)) -> Key<T> {
    Key::new(doc, &format!("\"{example}\""), Want::DateOrPresent, move |into, spot, reader| {
        if reader.is_present(spot) {
            put(into, None);
        } else if let Some(value) = reader.date(spot) {
            put(into, Some(value));
        }
    })
}

pub(super) fn one_of<T: 'static, C: Choice>(doc: Doc, example: &str, put: fn(&mut T, C)) -> Key<T> {
    Key::new(doc, &format!("\"{example}\""), Want::OneOf(C::names()), move |into, spot, reader| {
        if let Some(value) = reader.one_of(spot) {
            put(into, value);
        }
    })
}

pub(super) fn some_of<T: 'static, C: Choice>(doc: Doc, example: &[&str], put: fn(&mut T, Vec<C>)) -> Key<T> {
    Key::new(doc, &format!("{example:?}"), Want::SomeOf(C::names()), move |into, spot, reader| put(into, reader.some_of(spot)))
}

pub(super) fn countries<T: 'static>(doc: Doc, example: &[&str], put: fn(&mut T, Vec<String>)) -> Key<T> {
    Key::new(doc, &format!("{example:?}"), Want::Countries, move |into, spot, reader| put(into, reader.countries(spot)))
}

pub(super) fn conditions<T: 'static>(doc: Doc, example: &[&str], put: fn(&mut T, Vec<String>)) -> Key<T> {
    Key::new(doc, &format!("{example:?}"), Want::Conditions, move |into, spot, reader| put(into, reader.conditions(spot)))
}

pub(super) fn table<T: 'static, C: 'static>(doc: Doc, inner: Table<C>, field: fn(&mut T) -> &mut C) -> Key<T> {
    Key::new(doc, "", Want::Table(inner.outline()), move |into, spot, reader| {
        if let Some(given) = reader.table(spot) {
            inner.read(field(into), given, &format!("`[{}]`", spot.path), &spot.path, reader);
        }
    })
}

pub(super) fn tables<T: 'static, C: Default + 'static>(doc: Doc, inner: Table<C>, field: fn(&mut T) -> &mut Vec<C>) -> Key<T> {
    Key::new(doc, "", Want::Tables(inner.outline()), move |into, spot, reader| {
        for (at, given) in reader.tables(spot).into_iter().enumerate() {
            let (mut entry, path) = (C::default(), format!("{}[{at}]", spot.path));
            reader.places.note(&path, given.span);
            inner.read(&mut entry, given, &format!("`[[{}]]`", spot.path), &path, reader);
            field(into).push(entry);
        }
    })
}
