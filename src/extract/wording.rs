//! The wordings that tell what a sentence is about: the candidate, the job, the employer, or nothing that anyone asks.
//!
//! They are data (`data/statements.toml`); what follows from them is said by `statement`.

use crate::{
    line::{Likely, Line, Lists},
    text::Finder,
};
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
    candidate: Patterns,
    /// Sentences that say whom one looks for.
    sought: Patterns,
    /// What a person will get or do on the job.
    given: Patterns,
    /// Beginnings of sentences about the job or the application.
    job: Patterns,
    /// Beginnings of sentences about the employer or a thing.
    employer: Patterns,
    /// Benefits; several in a line make it an offer.
    offer: Patterns,
    /// Papers of an application, which are no requirement of the job.
    document: Patterns,
    /// What is said not to be needed.
    needless: Patterns,
    /// What is said to be welcome.
    welcome: Patterns,
    /// Notices, which ask nothing wherever they stand.
    notice: Patterns,
}

/// Words that are looked up in any case, with or without a stop behind them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Set {
    /// By the first letter, how long the words are that begin with it, a bit for each length: a quick look, since most words are not in the set.
    lengths: [u32; 32],
    words: Vec<String>,
}

impl From<Vec<String>> for Set {
    fn from(words: Vec<String>) -> Self {
        let mut lengths = [0; 32];
        for word in &words {
            if let Some((lengths, bit)) = Self::place(word).and_then(|(first, bit)| Some((lengths.get_mut(first)?, bit))) {
                *lengths |= bit;
            }
        }
        Self { lengths, words }
    }
}

impl Set {
    pub(super) fn has(&self, word: &str) -> bool {
        let word = word.trim_end_matches('.');
        let place = Self::place(word).and_then(|(first, bit)| Some(self.lengths.get(first)? & bit != 0));
        place == Some(true) && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The first letter of a word as a number, the same in either case, and the bit of its length.
    fn place(word: &str) -> Option<(usize, u32)> {
        let first = word.bytes().next()?;
        Some((usize::from(first & 31), 1 << word.len().min(31)))
    }
}

/// Words of list items.
#[derive(Debug, Default, Deserialize)]
pub(super) struct List {
    /// Words in the first few words of an item that only requirements have there.
    pub(super) telling: Set,
    /// First words with which only an item about the candidate begins.
    pub(super) opening: Set,
    /// First words of items that tell of the job or the employer.
    pub(super) of_the_job: Set,
    /// Words of headings over what the employer has or uses.
    pub(super) of_the_employer: Set,
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

/// What sentences are told by: the lists of [`About`] in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Candidate,
    Sought,
    Given,
    Job,
    Employer,
    Offer,
    Document,
    Needless,
    Welcome,
    Notice,
}

impl About {
    fn shared() -> &'static Self {
        &SHARED.about
    }

    fn lists(&self) -> [&[&'static str]; 10] {
        [
            &self.candidate, &self.sought, &self.given, &self.job, &self.employer, &self.offer, &self.document, &self.needless,
            &self.welcome, &self.notice,
        ]
    }
}

/// The wordings that a line may hold: looked for once for all topics.
#[derive(Debug)]
pub(super) struct Heard(Likely<10>);

impl Heard {
    pub(super) fn of(line: &Line<'_>) -> Self {
        static LISTS: LazyLock<Lists<10>> = LazyLock::new(|| Lists::new(About::shared().lists()));
        Self(LISTS.likely(line))
    }

    /// The patterns of a topic that may be in the line.
    pub(super) fn likely(&self, topic: Topic) -> impl Iterator<Item = &'static str> {
        self.0.patterns(topic as usize)
    }

    /// Whether a line holds one of the patterns of a topic.
    pub(super) fn has(&self, line: &Line<'_>, topic: Topic) -> bool {
        self.likely(topic).any(|pattern| line.search(pattern, 0..line.len()).is_some())
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
    fn a_set_holds_its_words_in_any_case() {
        let set = Set::from(["experience", "bachelor's"].map(str::to_owned).to_vec());
        assert!(["experience", "Experience", "EXPERIENCE.", "Bachelor's"].iter().all(|word| set.has(word)));
        assert!(["experiences", "expertise!", "", ".", "ö"].iter().all(|word| !set.has(word)));
    }

    #[test]
    fn the_data_is_read_and_has_no_class_left_in_it() {
        let packed: Packed = serde_json::from_str(PACKED).unwrap();
        let sought = packed.telling.words.iter().chain(&packed.class.role);
        assert!(sought.clone().next().is_some() && sought.clone().all(|word| word.len() > 1 && word.to_lowercase() == **word));
        let about = packed.about;
        for list in about.lists() {
            assert!(!list.is_empty() && list.iter().all(|pattern| !pattern.contains('@')));
            assert!(list.len() <= crate::line::MOST_PATTERNS, "{} patterns are too many to be told apart by one look", list.len());
        }
    }
}
