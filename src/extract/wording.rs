//! The wordings that tell what a sentence is about: the candidate, the job, the employer, or nothing that anyone asks.
//!
//! They are data (`data/statements.toml`); what follows from them is said by `statement`.

use crate::text::Finder;
use serde::Deserialize;
use std::sync::LazyLock;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/statements.json"));

/// Patterns of words, as `line` reads them.
pub(super) type Patterns = Box<[&'static str]>;

/// Wordings by what they are about.
#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct About {
    /// Sentences that are about the candidate.
    pub(super) candidate: Patterns,
    /// Sentences that say whom one looks for.
    pub(super) sought: Patterns,
    /// What a person will get or do on the job.
    pub(super) given: Patterns,
    /// Beginnings of sentences about the job or the application.
    pub(super) job: Patterns,
    /// Beginnings of sentences about the employer or a thing.
    pub(super) employer: Patterns,
    /// Benefits; several in a line make it an offer.
    pub(super) offer: Patterns,
    /// Papers of an application, which are no requirement of the job.
    pub(super) document: Patterns,
    /// What is said not to be needed.
    pub(super) needless: Patterns,
    /// What is said to be welcome.
    pub(super) welcome: Patterns,
    /// Notices, which ask nothing wherever they stand.
    pub(super) notice: Patterns,
}

/// Words of list items.
#[derive(Debug, Default, Deserialize)]
pub(super) struct List {
    /// Words in the first few words of an item that only requirements have there.
    pub(super) telling: Vec<String>,
    /// First words with which only an item about the candidate begins.
    pub(super) opening: Vec<String>,
    /// First words of items that tell of the job or the employer.
    pub(super) of_the_job: Vec<String>,
    /// Words of headings over what the employer has or uses.
    pub(super) of_the_employer: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Class {
    role: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Packed {
    about: About,
    list: List,
    telling: Words,
    class: Class,
}

static SHARED: LazyLock<Packed> = LazyLock::new(|| serde_json::from_str(PACKED).unwrap_or_default());

impl About {
    pub(super) fn shared() -> &'static Self {
        &SHARED.about
    }
}

impl List {
    pub(super) fn shared() -> &'static Self {
        &SHARED.list
    }
}

/// How far into a line somebody's trade may stand that makes it worth reading, in bytes.
const EARLY: usize = 60;

/// Whether a line has a word without which it states nothing about the candidate outside the sections that ask: `require`, or early on, `engineer`.
pub(super) fn is_telling(piece: &str) -> bool {
    static TELLING: LazyLock<Finder> = LazyLock::new(|| Finder::new(&SHARED.telling.words));
    static ROLES: LazyLock<Finder> = LazyLock::new(|| Finder::new(&SHARED.class.role));
    let early = || (0..=EARLY.min(piece.len())).rev().find_map(|at| piece.get(..at)).unwrap_or(piece);
    TELLING.is_in(piece) || ROLES.is_in(early())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_read_and_has_no_class_left_in_it() {
        let packed: Packed = serde_json::from_str(PACKED).unwrap();
        let sought = packed.telling.words.iter().chain(&packed.class.role);
        assert!(sought.clone().next().is_some() && sought.clone().all(|word| word.len() > 1 && word.to_lowercase() == **word));
        let about = packed.about;
        for list in [
            about.candidate, about.sought, about.given, about.job, about.employer, about.offer, about.document, about.needless,
            about.welcome, about.notice,
        ] {
            assert!(!list.is_empty() && list.iter().all(|pattern| !pattern.contains('@')));
            assert!(list.len() <= crate::line::MOST_PATTERNS, "{} patterns are too many to be told apart by one look", list.len());
        }
    }
}
