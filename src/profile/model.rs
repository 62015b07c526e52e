//! A candidate's profile, checked.
//!
//! Every field is what the file says; a list or option that is empty was not stated. Paths such as `education[0].gpa` name facts.

use super::Places;
use crate::{
    posting::{Employment, Workplace},
    value::{DegreeLevel, LanguageLevel, PartialDate, Setting, SkillLevel, StudyYear},
};

/// One candidate.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// The file it was read from.
    pub source: String,
    /// Shown, never scored.
    pub name: Option<String>,
    /// Today's standing as a student.
    pub study: Study,
    /// Degrees, finished or under way.
    pub education: Vec<Education>,
    /// Jobs.
    pub work: Vec<Work>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Skills.
    pub skills: Vec<SkillEntry>,
    /// Publications.
    pub publications: Vec<PublicationEntry>,
    /// Human languages.
    pub languages: Vec<LanguageEntry>,
    /// Certificates, licences, registrations.
    pub certificates: Vec<CertificateEntry>,
    /// The right to work.
    pub work_authorization: Authorization,
    /// When and how much.
    pub availability: Available,
    /// Where.
    pub location: Whereabouts,
    /// Age, traits, what is accepted.
    pub personal: Personal,
    /// Which lists are complete.
    pub assume: Assume,
    /// What the candidate looks for.
    pub wants: Wants,
    /// Weights of the fit.
    pub weights: Weights,
    /// Where the facts stand in the file.
    pub places: Places,
}

impl Profile {
    /// The text of its file; empty where it was not read from one.
    #[must_use]
    pub fn text(&self) -> &str {
        self.places.source().map(crate::text::Source::text).unwrap_or_default()
    }

    /// The line of a fact such as `education[0].gpa`, counted from 1: its own, else that of the longest known beginning of its path.
    ///
    /// ```
    /// use quals::{profile, taxonomy::Taxonomy};
    /// let profile = profile::read("me.toml", "[[skills]]\nname = \"Go\"\n", &Taxonomy::builtin()).profile.unwrap();
    /// assert_eq!((profile.line_of("skills[0].name"), profile.line_of("skills[0].years")), (Some(2), Some(1)));
    /// ```
    #[must_use]
    pub fn line_of(&self, path: &str) -> Option<usize> {
        self.places.line_and_column(path).map(|(line, _)| line)
    }
}

/// `[study]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Study {
    /// Enrolled now.
    pub enrolled: Option<bool>,
    /// The year of study.
    pub year: Option<StudyYear>,
    /// Goes back to studies after an internship.
    pub returning: Option<bool>,
    /// An internship would be the last requirement before graduating.
    pub final_requirement: Option<bool>,
}

/// How far along an education entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EducationStatus {
    /// Under way.
    Enrolled,
    /// Finished.
    Completed,
    /// Left unfinished.
    Incomplete,
}

/// `[[education]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Education {
    /// The level.
    pub level: Option<DegreeLevel>,
    /// How far along.
    pub status: Option<EducationStatus>,
    /// The field of study.
    pub field: Option<String>,
    /// Where.
    pub institution: Option<String>,
    /// First month.
    pub start: Option<PartialDate>,
    /// Last month; expected, while enrolled.
    pub end: Option<PartialDate>,
    /// The grade, in points of `gpa_scale`.
    pub gpa: Option<f64>,
    /// The best grade of the scale.
    pub gpa_scale: Option<f64>,
}

/// The end of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkEnd {
    /// It goes on.
    Present,
    /// It ended.
    Date(PartialDate),
}

/// `[[work]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Work {
    /// The title.
    pub title: Option<String>,
    /// The employer.
    pub organization: Option<String>,
    /// Where: industry, academic, …
    pub setting: Option<Setting>,
    /// It was an internship.
    pub internship: bool,
    /// First month.
    pub start: Option<PartialDate>,
    /// Last month, or still there.
    pub end: Option<WorkEnd>,
    /// Hours a week.
    pub hours_per_week: Option<f64>,
    /// Skills used.
    pub skills: Vec<String>,
}

/// `[[projects]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Project {
    /// Its name.
    pub name: Option<String>,
    /// Skills used.
    pub skills: Vec<String>,
}

/// `[[skills]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SkillEntry {
    /// Its name, as the candidate writes it.
    pub name: String,
    /// How well; not stated meets any level.
    pub level: Option<SkillLevel>,
    /// Years of use.
    pub years: Option<f64>,
}

/// `[[publications]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicationEntry {
    /// The title.
    pub title: Option<String>,
    /// Where it appeared.
    pub venue: Option<String>,
    /// When.
    pub year: Option<i16>,
}

/// `[[languages]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LanguageEntry {
    /// Its English name.
    pub language: String,
    /// How well.
    pub level: Option<LanguageLevel>,
}

/// How far along a certificate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CertificateStatus {
    /// Held.
    #[default]
    Held,
    /// Under way.
    InProgress,
}

/// `[[certificates]]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CertificateEntry {
    /// Its name.
    pub name: String,
    /// How far along.
    pub status: CertificateStatus,
    /// The last month it is valid.
    pub expires: Option<PartialDate>,
}

/// `[work_authorization]`. Countries are ISO 3166-1 alpha-2 codes, or `EU`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Authorization {
    /// Citizenships.
    pub citizenships: Vec<String>,
    /// Where the candidate may work without sponsorship.
    pub authorized_in: Vec<String>,
    /// Where the candidate is a permanent resident.
    pub permanent_resident_in: Vec<String>,
    /// Where the candidate would need sponsorship.
    pub needs_sponsorship_in: Vec<String>,
    /// Clearances held; `None` where the file does not say.
    pub clearances: Option<Vec<String>>,
}

/// `[availability]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Available {
    /// From.
    pub start: Option<PartialDate>,
    /// Until.
    pub end: Option<PartialDate>,
    /// The longest stay, in months.
    pub months: Option<f64>,
    /// Hours a week.
    pub hours_per_week: Option<f64>,
    /// Days a week.
    pub days_per_week: Option<f64>,
}

/// `[location]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Whereabouts {
    /// Where the candidate lives.
    pub base: Option<String>,
    /// Where the candidate would work.
    pub places: Vec<String>,
    /// Ways of work the candidate accepts; empty where not stated.
    pub modes: Vec<Workplace>,
    /// Would relocate.
    pub relocate: Option<bool>,
}

/// `[personal]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Personal {
    /// Age in years.
    pub age: Option<u32>,
    /// Traits that the candidate claims.
    pub traits: Vec<String>,
    /// Conditions accepted: names of condition types, or phrases.
    pub accepts: Vec<String>,
    /// Conditions refused.
    pub refuses: Vec<String>,
}

/// A list of a profile that can be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// `[[education]]`.
    Education,
    /// `[[work]]`.
    Work,
    /// `[[skills]]`, with the skills of work, projects and publications.
    Skills,
    /// `[[publications]]`.
    Publications,
    /// `[[languages]]`.
    Languages,
    /// `[[certificates]]`.
    Certificates,
}

/// `[assume]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Assume {
    /// The lists that say no to what they lack.
    pub complete: Vec<List>,
}

impl Default for Assume {
    fn default() -> Self {
        Self { complete: vec![List::Education, List::Work, List::Skills, List::Publications, List::Languages, List::Certificates] }
    }
}

impl Assume {
    /// Whether what `list` lacks is known to be missing.
    #[must_use]
    pub fn is_complete(&self, list: List) -> bool {
        self.complete.contains(&list)
    }
}

/// `[wants]`, the filters of `--wanted`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wants {
    /// Forms of employment.
    pub employment: Vec<Employment>,
    /// Places.
    pub places: Vec<String>,
    /// Ways of work.
    pub modes: Vec<Workplace>,
    /// The least pay a year.
    pub min_salary: Option<f64>,
    /// Companies to leave out.
    pub exclude_companies: Vec<String>,
}

/// `[weights]` of the fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Of a required requirement.
    pub required: f64,
    /// Of a preferred one.
    pub preferred: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { required: 3.0, preferred: 1.0 }
    }
}
