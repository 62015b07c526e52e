//! The kinds of predicates: one file each, registered here.
//!
//! A kind is a value (what a posting asks), the wordings that ask it, and how a profile is held against it.

mod age;
mod availability;
mod certification;
mod clearance;
mod condition;
mod degree;
mod experience;
mod gpa;
mod graduation;
mod judge;
mod language;
mod location;
mod other;
mod publication;
pub(crate) mod skill;
mod student_status;
pub(crate) mod trait_;
mod work_authorization;

pub use age::Age;
pub use availability::Availability;
pub use certification::{Certification, CertificationStatus};
pub use clearance::{Clearance, ClearanceStatus};
pub use condition::{Condition, ConditionType};
pub use degree::{Degree, DegreeLevel, DegreeStatus};
pub use experience::{Experience, Setting};
pub use gpa::Gpa;
pub use graduation::Graduation;
#[cfg(test)]
pub(crate) use judge::testing;
pub use judge::{Candidate, Context, Demand, Demands, Finding, Judged, Topic, is_gate, judge, judge_class};
pub(crate) use judge::{coverage_or_any, lies_within};
pub use language::{Language, LanguageLevel};
pub use location::Location;
pub use other::Other;
pub use publication::Publication;
pub use skill::{Skill, SkillLevel};
pub use student_status::{StudentCondition, StudentStatus, StudyYear};
pub use trait_::Trait;
pub use work_authorization::{AuthorizationStatus, Sponsorship, WorkAuthorization};

pub(crate) mod heads;
pub mod mention;
pub(crate) mod pieces;
pub(crate) mod words;

pub use mention::{Mention, Reader, without_overlaps};

use serde::{Deserialize, Serialize};

/// One thing that a posting asks of a candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Predicate {
    /// A degree, or being on the way to one.
    Degree(Degree),
    /// Where the candidate stands as a student.
    StudentStatus(StudentStatus),
    /// When the candidate graduates.
    Graduation(Graduation),
    /// A grade point average, or a mark on another scale.
    Gpa(Gpa),
    /// Time spent in a role, a job, an industry or a setting.
    Experience(Experience),
    /// Something one knows or can do that can be checked.
    Skill(Skill),
    /// Published work.
    Publication(Publication),
    /// When, how long and how much the candidate can work.
    Availability(Availability),
    /// Where the candidate must be or be willing to go.
    Location(Location),
    /// The right to work.
    WorkAuthorization(WorkAuthorization),
    /// A security clearance.
    Clearance(Clearance),
    /// A human language.
    Language(Language),
    /// A certificate, licence or registration.
    Certification(Certification),
    /// An age.
    Age(Age),
    /// A disposition or social skill that only its owner can vouch for.
    Trait(Trait),
    /// Something to accept or to bring.
    Condition(Condition),
    /// A requirement that none of the kinds can say; kept, never dropped.
    Other(Other),
}

impl Predicate {
    /// The phrase of the posting that names it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Degree(it) => &it.text,
            Self::StudentStatus(it) => &it.text,
            Self::Graduation(it) => &it.text,
            Self::Gpa(it) => &it.text,
            Self::Experience(it) => &it.text,
            Self::Skill(it) => &it.text,
            Self::Publication(it) => &it.text,
            Self::Availability(it) => &it.text,
            Self::Location(it) => &it.text,
            Self::WorkAuthorization(it) => &it.text,
            Self::Clearance(it) => &it.text,
            Self::Language(it) => &it.text,
            Self::Certification(it) => &it.text,
            Self::Age(it) => &it.text,
            Self::Trait(it) => &it.text,
            Self::Condition(it) => &it.text,
            Self::Other(it) => &it.text,
        }
    }

    /// The entry of its kind in the registry.
    #[must_use]
    pub fn kind(&self) -> &'static Kind {
        match self {
            Self::Degree(_) => &DEGREE,
            Self::StudentStatus(_) => &STUDENT_STATUS,
            Self::Graduation(_) => &GRADUATION,
            Self::Gpa(_) => &GPA,
            Self::Experience(_) => &EXPERIENCE,
            Self::Skill(_) => &SKILL,
            Self::Publication(_) => &PUBLICATION,
            Self::Availability(_) => &AVAILABILITY,
            Self::Location(_) => &LOCATION,
            Self::WorkAuthorization(_) => &WORK_AUTHORIZATION,
            Self::Clearance(_) => &CLEARANCE,
            Self::Language(_) => &LANGUAGE,
            Self::Certification(_) => &CERTIFICATION,
            Self::Age(_) => &AGE,
            Self::Trait(_) => &TRAIT,
            Self::Condition(_) => &CONDITION,
            Self::Other(_) => &OTHER,
        }
    }
}

/// A kind as the registry knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub summary: &'static str,
    /// Whether an unmet required predicate of the kind makes a candidate ineligible.
    pub gate: bool,
    /// Whether its coverage counts towards the fit.
    pub scored: bool,
}

static DEGREE: Kind = Kind { name: "degree", summary: "A degree, or being on the way to one.", gate: true, scored: true };
static STUDENT_STATUS: Kind =
    Kind { name: "student_status", summary: "Where the candidate stands as a student.", gate: true, scored: true };
static GRADUATION: Kind = Kind { name: "graduation", summary: "When the candidate graduates.", gate: true, scored: true };
static GPA: Kind = Kind { name: "gpa", summary: "A grade point average, or a mark on another scale.", gate: true, scored: true };
static EXPERIENCE: Kind =
    Kind { name: "experience", summary: "Time spent in a role, a job, an industry or a setting.", gate: true, scored: true };
static SKILL: Kind = Kind { name: "skill", summary: "Something one knows or can do that can be checked.", gate: false, scored: true };
static PUBLICATION: Kind = Kind { name: "publication", summary: "Published work.", gate: false, scored: true };
static AVAILABILITY: Kind =
    Kind { name: "availability", summary: "When, how long and how much the candidate can work.", gate: true, scored: true };
static LOCATION: Kind = Kind { name: "location", summary: "Where the candidate must be or be willing to go.", gate: true, scored: true };
static WORK_AUTHORIZATION: Kind = Kind { name: "work_authorization", summary: "The right to work.", gate: true, scored: true };
static CLEARANCE: Kind = Kind { name: "clearance", summary: "A security clearance.", gate: true, scored: true };
static LANGUAGE: Kind = Kind { name: "language", summary: "A human language.", gate: true, scored: true };
static CERTIFICATION: Kind = Kind { name: "certification", summary: "A certificate, licence or registration.", gate: true, scored: true };
static AGE: Kind = Kind { name: "age", summary: "An age.", gate: true, scored: true };
static TRAIT: Kind =
    Kind { name: "trait", summary: "A disposition or social skill that only its owner can vouch for.", gate: false, scored: false };
static CONDITION: Kind = Kind { name: "condition", summary: "Something to accept or to bring.", gate: false, scored: false };
static OTHER: Kind =
    Kind { name: "other", summary: "A requirement that none of the kinds can say; kept, never dropped.", gate: false, scored: false };

/// All kinds, in the order of the contract.
pub static KINDS: [&Kind; 17] = [
    &DEGREE, &STUDENT_STATUS, &GRADUATION, &GPA, &EXPERIENCE, &SKILL, &PUBLICATION, &AVAILABILITY, &LOCATION, &WORK_AUTHORIZATION,
    &CLEARANCE, &LANGUAGE, &CERTIFICATION, &AGE, &TRAIT, &CONDITION, &OTHER,
];

/// How each kind reads a line, in the order of precedence where two claim the same words.
pub(crate) static READERS: [(Reader, Force); 14] = [
    (degree::read::read, Force::Tells),
    (experience::read::read, Force::Tells),
    (gpa::read::read, Force::Tells),
    (graduation::read::read, Force::Tells),
    (work_authorization::read::read, Force::Tells),
    (clearance::read::read, Force::Tells),
    (publication::read::read, Force::Follows),
    (certification::read::read, Force::Follows),
    (student_status::read::read, Force::Tells),
    (age::read::read, Force::Tells),
    (availability::read::read, Force::Follows),
    (location::read::read, Force::Follows),
    (language::read::read, Force::Follows),
    (condition::read::read, Force::Follows),
];

/// What a mention of a kind says of its line in a section that does not ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Force {
    /// It may make the line a statement about the candidate.
    Tells,
    /// It counts only where something else makes it one.
    Follows,
}
