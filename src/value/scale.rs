//! Scales that postings and profiles share: levels of degrees, skills and languages, years of study, settings of work.
//!
//! A profile states a place on such a scale, a posting asks for one.

use serde::{Deserialize, Serialize};

/// A level of degree, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DegreeLevel {
    /// High school.
    HighSchool,
    /// Associate.
    Associate,
    /// Bachelor.
    Bachelor,
    /// Master.
    Master,
    /// Doctorate.
    Doctorate,
    /// Professional.
    Professional,
}

/// A year of study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StudyYear {
    /// Freshman.
    Freshman,
    /// Sophomore.
    Sophomore,
    /// Junior.
    Junior,
    /// Senior.
    Senior,
    /// First year.
    FirstYear,
    /// Second year.
    SecondYear,
    /// Third year.
    ThirdYear,
    /// Fourth year.
    FourthYear,
    /// Fifth year.
    FifthYear,
    /// Graduate.
    Graduate,
}

/// Where time was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// Industry.
    Industry,
    /// Academic.
    Academic,
    /// Internship.
    Internship,
    /// Military.
    Military,
    /// Government.
    Government,
    /// Volunteer.
    Volunteer,
}

/// How well a skill is mastered, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkillLevel {
    /// Familiar.
    Familiar,
    /// Working.
    Working,
    /// Proficient.
    Proficient,
    /// Expert.
    Expert,
}

/// How well a language is mastered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageLevel {
    /// Basic.
    Basic,
    /// Conversational.
    Conversational,
    /// Fluent.
    Fluent,
    /// Native.
    Native,
    /// A1.
    #[serde(rename = "A1")]
    A1,
    /// A2.
    #[serde(rename = "A2")]
    A2,
    /// B1.
    #[serde(rename = "B1")]
    B1,
    /// B2.
    #[serde(rename = "B2")]
    B2,
    /// C1.
    #[serde(rename = "C1")]
    C1,
    /// C2.
    #[serde(rename = "C2")]
    C2,
}
