//! Under which name the verdict on a predicate is remembered: all that it says, and nothing of the posting around it.
//!
//! Many postings ask for the same things. Kinds that are judged faster than they are looked up, or by what stands around them, have no key.

use super::Context;
use crate::kind::Predicate;

/// The key of a predicate's verdict for one candidate; none where it is not remembered.
pub(super) fn of(predicate: &Predicate, context: &Context<'_>) -> Option<String> {
    let mut key = Key(String::with_capacity(64));
    match predicate {
        Predicate::Skill(it) => {
            key.sort('s').choice(it.level.map(|level| level as u8)).text(&it.text).texts(it.concept.as_slice());
        }
        Predicate::Trait(it) => {
            key.sort('t').text(&it.text).texts(it.concept.as_slice());
        }
        Predicate::Condition(it) => {
            key.sort('c').choice(Some(it.kind as u8)).text(&it.text);
        }
        Predicate::Experience(it) => {
            key.sort('e').number(it.min_months).number(it.max_months).texts(&it.areas);
            key.choices(it.settings.iter().map(|setting| *setting as u8));
        }
        Predicate::Degree(it) => {
            key.sort('d').choice(it.status.map(|status| status as u8)).flags([it.related_fields, it.or_higher, it.or_equivalent]);
            key.choices(it.levels.iter().map(|level| *level as u8));
            key.texts(&it.fields);
        }
        Predicate::Language(it) => {
            key.sort('l').choice(it.level.map(|level| level as u8)).texts(it.language.as_slice());
        }
        Predicate::Certification(it) => {
            key.sort('z').choice(it.status.map(|status| status as u8)).text(&it.text).texts(it.name.as_slice());
        }
        Predicate::Clearance(it) => {
            key.sort('y').choice(it.status.map(|status| status as u8)).texts(it.level.as_slice());
        }
        Predicate::Publication(it) => {
            key.sort('p').number(it.min_count).flags([it.open, false, false]).texts(&it.venues);
        }
        Predicate::Location(it) if !it.places.is_empty() => {
            key.sort('o').texts(&it.places);
            key.choices(it.modes.iter().map(|mode| *mode as u8));
        }
        Predicate::WorkAuthorization(it) => {
            key.sort('w').choice(it.sponsorship.map(|it| it as u8));
            key.choices(it.status.iter().map(|status| *status as u8));
            key.texts(if it.countries.is_empty() { &context.posting.locations } else { &it.countries });
            key.flags([it.countries.is_empty(), false, false]);
        }
        _ => return None,
    }
    Some(key.0)
}

/// A key while it is written; no piece runs into the next.
struct Key(String);

impl Key {
    fn sort(&mut self, sort: char) -> &mut Self {
        self.0.push(sort);
        self
    }

    fn choice(&mut self, choice: Option<u8>) -> &mut Self {
        self.0.push(choice.map_or('-', |choice| char::from(b'0' + choice.min(60))));
        self
    }

    fn choices(&mut self, choices: impl Iterator<Item = u8>) -> &mut Self {
        for choice in choices {
            self.choice(Some(choice));
        }
        self.0.push('\u{1e}');
        self
    }

    fn flags(&mut self, flags: [bool; 3]) -> &mut Self {
        flags.iter().for_each(|flag| self.0.push(if *flag { '1' } else { '0' }));
        self
    }

    fn number(&mut self, number: Option<u32>) -> &mut Self {
        let mut rest = number.map_or(0, |number| u64::from(number) + 1);
        while rest > 0 {
            self.0.push(char::from(b'0' + u8::try_from(rest % 10).unwrap_or_default()));
            rest /= 10;
        }
        self.0.push('\u{1f}');
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self.0.push('\u{1f}');
        self
    }

    fn texts(&mut self, texts: &[String]) -> &mut Self {
        for text in texts {
            self.text(text);
        }
        self.0.push('\u{1e}');
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Posting;
    use serde_json::{Value, json};

    fn key(predicate: Value) -> Option<String> {
        let posting = Posting { locations: vec!["Rome".into()], ..Posting::default() };
        of(&serde_json::from_value(predicate).unwrap(), &Context { posting: &posting, degree: None })
    }

    #[test]
    fn what_differs_has_another_key() {
        let all = [
            json!({"kind": "skill", "text": "Go"}),
            json!({"kind": "skill", "text": "Go", "level": "expert"}),
            json!({"kind": "skill", "text": "Go", "concept": "go"}),
            json!({"kind": "trait", "text": "Go"}),
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
        let keys: std::collections::BTreeSet<Option<String>> = all.iter().cloned().map(key).collect();
        assert_eq!(keys.len(), all.len());
        assert_eq!(key(json!({"kind": "age", "text": "18", "min": 18})), None);
    }
}
