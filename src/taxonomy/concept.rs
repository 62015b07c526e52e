//! A concept: one thing that quals knows by name. `build.rs` shares this file.

use serde::{Deserialize, Serialize};

/// The place of a concept in its [`Taxonomy`](super::Taxonomy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(pub(super) u32);

/// What a concept is a name of. Each family is a file or folder of `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// A tool, language, method, subject or task.
    Skill,
    /// A field of study.
    Field,
    /// A name of a degree.
    Degree,
    /// A conference or journal.
    Venue,
    /// A certificate, licence or registration.
    Certificate,
    /// A human language.
    Language,
    /// A country, region, city, or group of countries.
    Place,
    /// A clearance, or a status of work authorization.
    Permit,
    /// A disposition or social skill.
    Trait,
    /// Something to accept or bring.
    Condition,
}

impl Family {
    /// All families, each at the place of its number.
    pub const ALL: [Self; 10] = [
        Self::Skill,
        Self::Field,
        Self::Degree,
        Self::Venue,
        Self::Certificate,
        Self::Language,
        Self::Place,
        Self::Permit,
        Self::Trait,
        Self::Condition,
    ];

    /// Its file or folder in `data/`.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Skill => "skills",
            Self::Field => "fields.toml",
            Self::Degree => "degrees.toml",
            Self::Venue => "venues.toml",
            Self::Certificate => "certificates.toml",
            Self::Language => "languages.toml",
            Self::Place => "places.toml",
            Self::Permit => "permits.toml",
            Self::Trait => "traits.toml",
            Self::Condition => "conditions.toml",
        }
    }
}

/// A concept as its file gives it. See `docs/vocabulary.md` for every key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Concept {
    /// Unique in kebab-case.
    pub id: String,
    /// As one would print it.
    pub label: String,
    /// Other names.
    pub alt: Vec<String>,
    /// Concepts of which this is one.
    pub broader: Vec<String>,
    /// Concepts that who knows this knows too.
    pub implies: Vec<String>,
    /// `exact`: labels match in this very case only.
    pub case: Option<String>,
    /// No match before one of these words.
    pub unless_next: Vec<String>,
    /// No match behind one of these words.
    pub unless_prev: Vec<String>,
    /// Sentences in which it is found.
    #[serde(rename = "match")]
    pub matches: Vec<String>,
    /// Sentences in which it is not.
    pub no_match: Vec<String>,
    /// Degrees: the levels that the name names.
    pub levels: Vec<String>,
    /// Degrees: the subject that the name names.
    pub field: Option<String>,
    /// Fields: the group they belong to.
    pub group: Option<String>,
    /// Fields: further groups they are related to.
    pub related: Vec<String>,
    /// Venues: the research area.
    pub area: Option<String>,
    /// Venues: 1 the first.
    pub tier: Option<u8>,
    /// Places and languages: the ISO code.
    pub code: Option<String>,
    /// Places: the postal code of a region, matched only behind a comma.
    pub postal: Option<String>,
    /// The sort within the family.
    #[serde(rename = "type")]
    pub sort: Option<String>,
    /// Clearances: their order within a country.
    pub rank: Option<u8>,
    /// Only in a sentence of this sort.
    pub context: Option<String>,
}

impl Concept {
    /// Its label, then its other names.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.label).chain(&self.alt).map(String::as_str)
    }
}
