//! By what a predicate is known again: its words, all that its verdict depends on, and nothing else of the posting around it.
//!
//! Many postings ask for the same things. A key is not built to be looked up: its parts are fed to a hash, then compared with those remembered; only what is
//! remembered is written down. Kinds that are judged by what stands around them, and those that are seldom asked, have no key.

use super::Context;
use crate::kind::Predicate;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Something that has a key.
pub(crate) trait Keyed {
    /// Feeds the parts of the key, in order; no piece may run into the next.
    fn feed(&self, sink: &mut impl Sink);

    /// The hash of the key.
    fn hash(&self) -> u64 {
        let mut hash = Hash(FxHasher::default());
        self.feed(&mut hash);
        hash.0.finish()
    }

    /// Whether these bytes are the key.
    fn is(&self, bytes: &[u8]) -> bool {
        let mut rest = Rest { bytes: Some(bytes) };
        self.feed(&mut rest);
        rest.bytes.is_some_and(<[u8]>::is_empty)
    }

    /// The key, to be remembered.
    fn bytes(&self) -> Box<[u8]> {
        let mut length = Length(0);
        self.feed(&mut length);
        let mut bytes = Vec::with_capacity(length.0);
        self.feed(&mut bytes);
        bytes.into()
    }
}

/// Where the parts of a key go.
pub(crate) trait Sink {
    /// Takes some bytes.
    fn put(&mut self, bytes: &[u8]);

    /// Takes a number.
    fn number(&mut self, number: u64) {
        self.put(&number.to_le_bytes());
    }

    /// Takes a text, with its length before it.
    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.put(text.as_bytes());
    }

    /// Takes texts, with their number before them.
    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len() as u64);
        texts.iter().for_each(|text| self.text(text));
    }

    /// Takes one of a few, or none.
    fn choice(&mut self, choice: Option<u8>) {
        self.put(&[choice.map_or(0, |choice| choice + 1)]);
    }

    /// Takes some of a few.
    fn choices(&mut self, choices: impl Iterator<Item = u8>) {
        choices.for_each(|choice| self.choice(Some(choice)));
        self.choice(None);
    }
}

struct Hash(FxHasher);

impl Sink for Hash {
    fn put(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn number(&mut self, number: u64) {
        self.0.write_u64(number);
    }
}

/// How many bytes a key has.
struct Length(usize);

impl Sink for Length {
    fn put(&mut self, bytes: &[u8]) {
        self.0 += bytes.len();
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// What of a remembered key has not been met yet; none once a part differs.
struct Rest<'b> {
    bytes: Option<&'b [u8]>,
}

impl Sink for Rest<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.bytes = self.bytes.and_then(|rest| rest.strip_prefix(bytes));
    }
}

/// Some bytes that are a key by themselves.
impl Keyed for (&str, &str, bool) {
    fn feed(&self, sink: &mut impl Sink) {
        sink.text(self.0);
        sink.text(self.1);
        sink.choice(self.2.then_some(1));
    }
}

impl Keyed for &str {
    fn feed(&self, sink: &mut impl Sink) {
        sink.text(self);
    }
}

/// A predicate where it is asked, by what its verdict depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking<'a> {
    predicate: &'a Predicate,
    context: &'a Context<'a>,
}

impl<'a> Asking<'a> {
    /// The key of a predicate; none where it is not remembered.
    pub(super) fn new(predicate: &'a Predicate, context: &'a Context<'a>) -> Option<Self> {
        let is_kept = match predicate {
            Predicate::Skill(_)
            | Predicate::Experience(_)
            | Predicate::Degree(_)
            | Predicate::Language(_)
            | Predicate::Certification(_)
            | Predicate::Clearance(_)
            | Predicate::Publication(_)
            | Predicate::Trait(_)
            | Predicate::Condition(_)
            | Predicate::Other(_)
            | Predicate::WorkAuthorization(_) => true,
            Predicate::Location(it) => !it.places.is_empty(),
            _ => false,
        };
        is_kept.then_some(Self { predicate, context })
    }
}

impl Keyed for Asking<'_> {
    fn feed(&self, sink: &mut impl Sink) {
        sink.text(self.predicate.text());
        match self.predicate {
            Predicate::Skill(it) => {
                sink.put(b"s");
                sink.choice(it.level.map(|level| level as u8));
                sink.texts(it.concept.as_slice());
            }
            Predicate::Experience(it) => {
                sink.put(b"e");
                [it.min_months, it.max_months].into_iter().for_each(|months| sink.number(months.map_or(0, |months| u64::from(months) + 1)));
                sink.texts(&it.areas);
                sink.choices(it.settings.iter().map(|setting| *setting as u8));
            }
            Predicate::Degree(it) => {
                sink.put(b"d");
                sink.choice(it.status.map(|status| status as u8));
                sink.put(&[u8::from(it.related_fields), u8::from(it.or_higher), u8::from(it.or_equivalent)]);
                sink.choices(it.levels.iter().map(|level| *level as u8));
                sink.texts(&it.fields);
            }
            Predicate::Language(it) => {
                sink.put(b"l");
                sink.choice(it.level.map(|level| level as u8));
                sink.texts(it.language.as_slice());
            }
            Predicate::Certification(it) => {
                sink.put(b"z");
                sink.choice(it.status.map(|status| status as u8));
                sink.texts(it.name.as_slice());
            }
            Predicate::Clearance(it) => {
                sink.put(b"y");
                sink.choice(it.status.map(|status| status as u8));
                sink.texts(it.level.as_slice());
            }
            Predicate::Publication(it) => {
                sink.put(&[b'p', u8::from(it.open)]);
                sink.number(it.min_count.map_or(0, |count| u64::from(count) + 1));
                sink.texts(&it.venues);
            }
            Predicate::Location(it) => {
                sink.put(b"o");
                sink.texts(&it.places);
                sink.choices(it.modes.iter().map(|mode| *mode as u8));
            }
            Predicate::WorkAuthorization(it) => {
                sink.put(&[b'w', u8::from(it.countries.is_empty())]);
                sink.choice(it.sponsorship.map(|it| it as u8));
                sink.choices(it.status.iter().map(|status| *status as u8));
                sink.texts(if it.countries.is_empty() { &self.context.posting.locations } else { &it.countries });
            }
            Predicate::Trait(it) => {
                sink.put(b"t");
                sink.texts(it.concept.as_slice());
            }
            Predicate::Condition(it) => sink.put(&[b'c', it.kind as u8]),
            _ => sink.put(b"x"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Posting;
    use serde_json::{Value, json};

    fn key(predicate: Value) -> Option<Box<[u8]>> {
        let posting = Posting { locations: vec!["Rome".into()], ..Posting::default() };
        let predicate = serde_json::from_value(predicate).unwrap();
        let context = Context { posting: &posting, degree: None };
        let asking = Asking::new(&predicate, &context)?;
        let bytes = asking.bytes();
        assert!(asking.is(&bytes) && !asking.is(&bytes[1..]) && !asking.is(&[&bytes[..], b"x"].concat()));
        Some(bytes)
    }

    #[test]
    fn what_differs_has_another_key() {
        let all = [
            json!({"kind": "skill", "text": "Go"}),
            json!({"kind": "skill", "text": "Go", "level": "expert"}),
            json!({"kind": "skill", "text": "Go", "concept": "go"}),
            json!({"kind": "certification", "text": "Go"}),
            json!({"kind": "degree", "text": "x", "levels": ["bachelor"], "fields": ["A", "B"]}),
            json!({"kind": "degree", "text": "x", "levels": ["bachelor"], "fields": ["A"], "related_fields": true}),
            json!({"kind": "degree", "text": "x", "levels": ["master"], "fields": ["A"]}),
            json!({"kind": "experience", "text": "x", "min_months": 12}),
            json!({"kind": "experience", "text": "x", "min_months": 1, "max_months": 2}),
            json!({"kind": "experience", "text": "x", "max_months": 12}),
            json!({"kind": "work_authorization", "text": "x"}),
            json!({"kind": "work_authorization", "text": "x", "countries": ["Rome"]}),
            json!({"kind": "work_authorization", "text": "x", "status": ["citizen"]}),
        ];
        let keys: std::collections::BTreeSet<Option<Box<[u8]>>> = all.iter().cloned().map(key).collect();
        assert_eq!(keys.len(), all.len());
        assert_eq!(key(json!({"kind": "age", "text": "18", "min": 18})), None);
    }
}
