//! What is read of many postings, and what is not: `quals extract --coverage PATHS`.
//!
//! A [`Coverage`] takes postings one by one and keeps counts only: how many were read, which kinds were found, and which skills the vocabulary does not
//! know. It says where extraction has gaps; whether what was found is right it cannot say.

use crate::{
    extract::{Extraction, Reading},
    kind::{KINDS, Predicate},
    requirement::Needs,
};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a posting adds to a [`Coverage`].
#[derive(Debug, Clone, PartialEq)]
pub struct Covered {
    /// What was read.
    pub extraction: Extraction,
    /// It gave no requirement, though it has a section that asks, with something in it.
    pub asks_in_vain: bool,
}

impl Covered {
    /// What was read of a posting; where that is nothing, `reading` is asked whether it has a section that asks.
    #[must_use]
    pub fn new(extraction: Extraction, reading: impl FnOnce() -> Reading) -> Self {
        let is_empty = extraction.requirements.is_empty() && extraction.unread.is_none();
        let asks_in_vain = is_empty && reading().dropped.iter().any(|dropped| dropped.asks);
        Self { extraction, asks_in_vain }
    }

    /// Where the posting came from: the file of a row, the folder of a file.
    #[must_use]
    pub fn origin(&self) -> &str {
        let source = self.extraction.source.as_str();
        let row = source.rsplit_once(':').filter(|(_, row)| !row.is_empty() && row.bytes().all(|byte| byte.is_ascii_digit()));
        row.or_else(|| source.rsplit_once(['/', '\\'])).map_or(".", |(origin, _)| origin)
    }
}

/// How many postings and requirements there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Postings.
    pub postings: usize,
    /// Those that are not in English.
    pub not_english: usize,
    /// Those in English that gave no requirement.
    pub without_requirements: usize,
    /// Those of them that have a section that asks, with something in it.
    pub asks_in_vain: usize,
    /// Requirements.
    pub requirements: usize,
    /// Those that no kind can say.
    pub other_alone: usize,
}

impl Totals {
    fn add(&mut self, covered: &Covered) {
        let requirements = &covered.extraction.requirements;
        let is_other = |needs: &Needs| needs.atoms().all(|atom| matches!(atom, Predicate::Other(_)));
        let not_english = covered.extraction.unread.is_some();
        self.postings += 1;
        self.not_english += usize::from(not_english);
        self.without_requirements += usize::from(requirements.is_empty() && !not_english);
        self.asks_in_vain += usize::from(covered.asks_in_vain);
        self.requirements += requirements.len();
        self.other_alone += requirements.iter().filter(|requirement| is_other(&requirement.needs)).count();
    }
}

/// How often a kind was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// The kind.
    pub kind: &'static str,
    /// Requirements that hold it.
    pub requirements: usize,
    /// Predicates.
    pub predicates: usize,
}

/// What was read of many postings.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    totals: Totals,
    languages: BTreeMap<String, usize>,
    kinds: FxHashMap<&'static str, (usize, usize)>,
    unknown: FxHashMap<String, usize>,
    origins: BTreeMap<String, Totals>,
}

impl Coverage {
    /// Counts a posting.
    pub fn add(&mut self, covered: &Covered) {
        self.totals.add(covered);
        self.origins.entry(covered.origin().to_owned()).or_default().add(covered);
        if let Some(unread) = &covered.extraction.unread {
            *self.languages.entry(unread.name.clone()).or_default() += 1;
        }
        for requirement in &covered.extraction.requirements {
            let mut seen: Vec<&'static str> = Vec::new();
            for atom in requirement.needs.atoms() {
                let kind = atom.kind().name;
                let counts = self.kinds.entry(kind).or_default();
                counts.0 += usize::from(!seen.contains(&kind));
                counts.1 += 1;
                seen.push(kind);
                self.add_unknown(atom);
            }
        }
    }

    /// Counts a skill that the vocabulary does not know, by its words in lower case.
    fn add_unknown(&mut self, atom: &Predicate) {
        if let Predicate::Skill(skill) = atom
            && skill.concept.is_none()
        {
            let phrase = skill.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            *self.unknown.entry(phrase).or_default() += 1;
        }
    }

    /// How many postings and requirements there are.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// The postings that are not in English, by the name of the language; the commonest first.
    #[must_use]
    pub fn languages(&self) -> Vec<(&str, usize)> {
        commonest(self.languages.iter())
    }

    /// How often each kind was found, in the order of the registry.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindCount> {
        let count = |kind: &'static str| {
            let (requirements, predicates) = self.kinds.get(kind).copied().unwrap_or_default();
            KindCount { kind, requirements, predicates }
        };
        KINDS.iter().map(|kind| count(kind.name)).collect()
    }

    /// The skills that the vocabulary does not know, with how often they stand there; the commonest first, then by name.
    #[must_use]
    pub fn unknown_skills(&self) -> Vec<(&str, usize)> {
        commonest(self.unknown.iter())
    }

    /// The totals of each file of rows and each folder.
    #[must_use]
    pub fn origins(&self) -> &BTreeMap<String, Totals> {
        &self.origins
    }
}

fn commonest<'c>(counts: impl Iterator<Item = (&'c String, &'c usize)>) -> Vec<(&'c str, usize)> {
    let mut list: Vec<(&str, usize)> = counts.map(|(name, times)| (name.as_str(), *times)).collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Engine,
        read::{ReadOptions, read_bytes},
    };

    #[test]
    fn counts_what_was_read_and_what_was_not() {
        let engine = Engine::new();
        let mut coverage = Coverage::default();
        let texts = [
            ("a/1.md", "Requirements\n\n- Knowledge of PostgreSQL\n- Knowledge of flurbing\n- Knowledge of Flurbing\n"),
            ("a/2.md", "Requirements\n\n- Compile the lists of arrivals in the ledger\n"),
            ("jobs.ndjson:7", "We look after maps."),
        ];
        for (name, text) in texts {
            for document in read_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default()) {
                let (document, as_of) = (document.unwrap(), jiff::civil::date(2026, 12, 1));
                coverage.add(&Covered::new(engine.extract(&document, as_of), || engine.reading(&document, as_of)));
            }
        }
        let want = Totals { postings: 3, without_requirements: 2, asks_in_vain: 1, requirements: 3, ..Totals::default() };
        assert_eq!(coverage.totals(), want);
        assert_eq!(coverage.unknown_skills(), [("flurbing", 2)]);
        let skill = coverage.kinds().into_iter().find(|count| count.kind == "skill").unwrap();
        assert_eq!((skill.requirements, skill.predicates), (3, 3));
        assert_eq!(coverage.origins().keys().collect::<Vec<_>>(), ["a", "jobs.ndjson"]);
    }
}
