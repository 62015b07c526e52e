//! Sections of a posting, and the headings that open them.
//!
//! `Minimum Qualifications:` opens a section of required things. The headings are data (`data/headings.toml`); a heading that is
//! not among them is judged by its words.

pub(super) use crate::text::key::push_word;

use crate::text::{
    flat::{Names, Reader, Sieve},
    key::key,
    next_word,
};
use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/headings.tables"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/headings.text"));

/// The longest heading, in words, that is looked for in running text.
pub(super) const LONGEST: usize = 9;

/// What a part of a posting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What the candidate must bring.
    Required,
    /// What is welcome.
    Preferred,
    /// Both; the wording tells.
    Mixed,
    /// Physical demands, working conditions, conditions of employment.
    Conditions,
    /// What the job is.
    Duties,
    /// Running text about the job.
    Summary,
    /// Who hires.
    Company,
    /// What is offered.
    Benefits,
    /// Pay.
    Pay,
    /// Equal opportunity, privacy, accommodation.
    EqualOpportunity,
    /// How to apply.
    Application,
    /// Single facts.
    Header,
    /// Anything else.
    Other,
}

impl Section {
    /// Whether every line of the section may be a requirement.
    #[must_use]
    pub fn asks(self) -> bool {
        matches!(self, Self::Required | Self::Preferred | Self::Mixed | Self::Conditions)
    }

    /// Whether nothing in it is ever a requirement.
    #[must_use]
    pub fn is_silent(self) -> bool {
        matches!(self, Self::Benefits | Self::Pay | Self::EqualOpportunity | Self::Application)
    }
}

/// All headings, by their folded words.
#[derive(Debug)]
pub(super) struct Headings {
    /// The first words of all keys.
    firsts: Sieve,
    keys: Names,
    /// The number of each key's section in `names`.
    sections: Vec<u32>,
    names: Vec<Option<Section>>,
}

impl Headings {
    pub(super) fn builtin() -> Self {
        let mut packed = Reader { numbers: TABLES, text: TEXT };
        let (firsts, keys, sections) = (packed.sieve(), packed.names(), packed.list());
        let names = serde_json::from_str(packed.text()).unwrap_or_default();
        Self { firsts, keys, sections, names }
    }

    /// The section that a whole line opens, if it is a known heading.
    pub(super) fn section(&self, line: &str) -> Option<Section> {
        let (mut folds, mut key) = (String::with_capacity(line.len()), String::with_capacity(line.len()));
        let (mut at, mut section) = (0, None);
        while let Some(word) = next_word(line, at, &mut folds) {
            at = word.span.end;
            let before = key.len();
            push_word(&mut key, word.folded.of(&folds));
            if key.len() > before {
                section = if before > 0 || self.may_begin(&key) { self.begin(&key)? } else { return None };
            }
        }
        section
    }

    /// Whether a heading may begin with a word: a quick look, since most words begin none.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.firsts.passes(word)
    }

    /// The section of a key with which headings begin, where it is a heading itself; `None` where none begins so.
    pub(super) fn begin(&self, key: &str) -> Option<Option<Section>> {
        let number = self.sections.get(self.keys.get(key)?)?;
        self.names.get(*number as usize).copied()
    }
}

/// Words of headings, and what they speak of.
const WORDS: &[(Topic, &[&str])] = &[
    (
        Topic::Asked,
        &[
            "qualif", "requirement", "skills", "experience", "education", "must have", "you have", "you'll need", "you need", "you bring",
            "who you are", "about you", "your profile", "looking for", "eligib", "criteria", "competenc", "knowledge", "credential",
            "proficienc", "expertise", "attributes", "strengths",
        ],
    ),
    (
        Topic::Welcome,
        &[
            "prefer", "desir", "nice to have", "beneficial", "advantag", "great if", "helpful", "bonus", "a plus", "pluses", "an asset",
            "assets", "ideal",
        ],
    ),
    (Topic::Offer, &["benefit", "pay", "offer you", "we offer"]),
    (Topic::Benefits, &["benefit", "perks", "we offer", "offers you", "offer you", "what's in it", "why join", "why you"]),
    (Topic::Duties, &["responsibilit", "duties", "you'll do", "you will do", "accountab", "day to day"]),
    (Topic::Application, &["how to apply", "to apply", "application"]),
    (Topic::EqualOpportunity, &["equal opportunity", "eeo", "accommodation", "diversity", "privacy"]),
    (Topic::Pay, &["salary", "compensation", "pay range"]),
    (Topic::Company, &["about us", "our company", "about the company", "who we are"]),
];

/// What the words of a heading speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Asked,
    Welcome,
    /// What the company gives; where that is spoken of, nothing is welcome of a candidate.
    Offer,
    Benefits,
    Duties,
    Application,
    EqualOpportunity,
    Pay,
    Company,
}

/// The topics of a key, a bit each: one pass for all words.
fn topics(key: &str) -> u32 {
    static FINDER: LazyLock<Option<(AhoCorasick, Vec<Topic>)>> = LazyLock::new(|| {
        let words = WORDS.iter().flat_map(|(topic, words)| words.iter().map(|word| (*word, *topic)));
        let (words, topics): (Vec<_>, Vec<_>) = words.unzip();
        Some((AhoCorasick::new(words).ok()?, topics))
    });
    let Some((finder, topics)) = FINDER.as_ref() else { return 0 };
    let found = finder.find_overlapping_iter(key).filter_map(|word| topics.get(word.pattern().as_usize()));
    found.fold(0, |found, topic| found | 1 << *topic as u32)
}

/// What an unknown heading is about, by its words; `None` where they do not say.
pub(super) fn guess(line: &str) -> Option<Section> {
    let topics = topics(&key(line));
    let has = |topic: Topic| topics >> topic as u32 & 1 != 0;
    Some(if has(Topic::Welcome) && !has(Topic::Offer) {
        Section::Preferred
    } else if has(Topic::Benefits) {
        Section::Benefits
    } else if has(Topic::Duties) && !has(Topic::Asked) {
        Section::Duties
    } else if has(Topic::Asked) {
        Section::Required
    } else if has(Topic::Application) {
        Section::Application
    } else if has(Topic::EqualOpportunity) {
        Section::EqualOpportunity
    } else if has(Topic::Pay) {
        Section::Pay
    } else if has(Topic::Company) {
        Section::Company
    } else {
        return None;
    })
}
