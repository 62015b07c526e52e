//! JSON-LD: the posting as a `JobPosting` of schema.org, with what it asks for in the fields that search engines and job boards read.
//!
//! "Bachelor's degree or equivalent experience" in; `educationRequirements` with `credentialCategory: "bachelor degree"` and
//! `experienceInPlaceOfEducation: true` out. Fields of schema.org do not tell required from preferred, so that only what is required goes into those that are
//! conditions; `skills`, which schema.org means to hold both, has both. The whole text stands in `description`: nothing is lost, and quals reads the same
//! requirements from it again.

use crate::{
    extract::Extraction,
    kind::{ConditionType, Degree, Experience, Predicate},
    logic::Expr,
    posting::{Employment, PayPeriod, Posting, Salary, Workplace},
    priority::Priority,
    requirement::{Needs, Requirement},
    value::DegreeLevel,
};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes a posting, of which `text` is the text, in one line.
///
/// # Errors
/// Those of the stream.
pub fn line(extraction: &Extraction, text: &str, out: &mut impl Write) -> io::Result<()> {
    super::json::line(&job_posting(extraction, text), out)
}

/// The posting as a `JobPosting`.
#[must_use]
pub fn job_posting(extraction: &Extraction, text: &str) -> Value {
    let mut job = Job::default();
    job.put("@context", "https://schema.org");
    job.put("@type", "JobPosting");
    job.facts(&extraction.posting);
    job.put("description", text);
    extraction.requirements.iter().for_each(|requirement| job.requirement(requirement));
    Value::Object(job.fields)
}

#[derive(Default)]
struct Job {
    fields: Map<String, Value>,
}

impl Job {
    fn put(&mut self, field: &str, value: impl Into<Value>) {
        self.fields.insert(field.to_owned(), value.into());
    }

    fn put_some(&mut self, field: &str, value: Option<impl Into<Value>>) {
        value.into_iter().for_each(|value| self.put(field, value));
    }

    /// Adds one more to a list, unless it is there.
    fn add(&mut self, field: &str, value: impl Into<Value>) {
        let value = value.into();
        match self.fields.entry(field).or_insert_with(|| Value::Array(Vec::new())) {
            Value::Array(values) if !values.contains(&value) => values.push(value),
            _ => {}
        }
    }

    fn facts(&mut self, posting: &Posting) {
        self.put_some("title", posting.title.clone());
        self.put_some("hiringOrganization", posting.company.as_ref().map(|name| json!({ "@type": "Organization", "name": name })));
        for place in &posting.locations {
            self.add("jobLocation", json!({ "@type": "Place", "address": place }));
        }
        if posting.workplace == Some(Workplace::Remote) {
            self.put("jobLocationType", "TELECOMMUTE");
        }
        self.put_some("employmentType", posting.employment.map(employment_type));
        self.put_some("datePosted", posting.posted.filter(|date| date.day.is_some()).map(|date| date.to_string()));
        self.put_some("validThrough", posting.deadline.filter(|date| date.day.is_some()).map(|date| date.to_string()));
        self.put_some("workHours", posting.weekly_hours.map(|hours| format!("{hours} hours per week")));
        self.put_some("baseSalary", posting.salary.as_ref().map(base_salary));
        self.put_some("identifier", posting.reference.as_ref().map(|value| json!({ "@type": "PropertyValue", "value": value })));
    }

    fn requirement(&mut self, requirement: &Requirement) {
        let is_required = requirement.priority == Priority::Required;
        if is_required && is_either(&requirement.needs) {
            self.put("experienceInPlaceOfEducation", true);
        }
        for predicate in requirement.needs.atoms() {
            match predicate {
                Predicate::Skill(skill) => self.add("skills", skill.text.as_str()),
                _ if is_required => self.condition(predicate, requirement),
                _ => {}
            }
        }
    }

    /// Something without which one is not qualified.
    fn condition(&mut self, predicate: &Predicate, requirement: &Requirement) {
        let quote = requirement.quote.as_str();
        match predicate {
            Predicate::Degree(degree) => {
                for level in &degree.levels {
                    self.add("educationRequirements", credential(*level, degree));
                }
            }
            Predicate::Experience(Experience { min_months: Some(months), text, .. }) => {
                let needs = json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months, "description": text });
                self.add("experienceRequirements", needs);
            }
            Predicate::Certification(held) => {
                let name = held.name.as_ref().unwrap_or(&held.text);
                self.add("qualifications", json!({ "@type": "EducationalOccupationalCredential", "name": name }));
            }
            Predicate::WorkAuthorization(_) => self.add("eligibilityToWorkRequirement", quote),
            Predicate::Clearance(_) => self.add("securityClearanceRequirement", quote),
            Predicate::Condition(condition) if condition.kind == ConditionType::Physical => self.add("physicalRequirement", quote),
            Predicate::Skill(_) | Predicate::Trait(_) => {}
            _ => self.add("qualifications", quote),
        }
    }
}

/// The words that search engines want.
fn employment_type(employment: Employment) -> &'static str {
    match employment {
        Employment::Internship => "INTERN",
        Employment::FullTime => "FULL_TIME",
        Employment::PartTime => "PART_TIME",
        Employment::Contract => "CONTRACTOR",
        Employment::Temporary => "TEMPORARY",
        Employment::Volunteer => "VOLUNTEER",
        Employment::Apprenticeship => "OTHER",
    }
}

fn base_salary(salary: &Salary) -> Value {
    let unit = salary.period.map(|period| match period {
        PayPeriod::Year => "YEAR",
        PayPeriod::Month => "MONTH",
        PayPeriod::Week => "WEEK",
        PayPeriod::Day => "DAY",
        PayPeriod::Hour => "HOUR",
    });
    let mut value = Map::from_iter([("@type".to_owned(), Value::from("QuantitativeValue"))]);
    let fields =
        [("minValue", salary.min.map(Value::from)), ("maxValue", salary.max.map(Value::from)), ("unitText", unit.map(Value::from))];
    value.extend(fields.into_iter().filter_map(|(name, field)| Some((name.to_owned(), field?))));
    let mut amount = Map::from_iter([("@type".to_owned(), Value::from("MonetaryAmount")), ("value".to_owned(), Value::Object(value))]);
    amount.extend(salary.currency.iter().map(|code| ("currency".to_owned(), Value::from(code.as_str()))));
    Value::Object(amount)
}

fn credential(level: DegreeLevel, degree: &Degree) -> Value {
    let category = match level {
        DegreeLevel::HighSchool => "high school",
        DegreeLevel::Associate => "associate degree",
        DegreeLevel::Bachelor => "bachelor degree",
        DegreeLevel::Master | DegreeLevel::Doctorate | DegreeLevel::Professional => "postgraduate degree",
    };
    json!({ "@type": "EducationalOccupationalCredential", "credentialCategory": category, "name": degree.text })
}

/// Experience can stand in for a degree.
fn is_either(needs: &Needs) -> bool {
    let has_degree = |needs: &Needs| needs.atoms().any(|atom| matches!(atom, Predicate::Degree(_)));
    let is_time = |needs: &Needs| needs.atoms().all(|atom| matches!(atom, Predicate::Experience(_)));
    match needs {
        Expr::Atom(Predicate::Degree(degree)) => degree.or_equivalent,
        Expr::Atom(_) => false,
        Expr::Any { any, .. } => any.iter().any(has_degree) && any.iter().any(is_time) || any.iter().any(is_either),
        Expr::All { all: parts } | Expr::AtLeast { of: parts, .. } => parts.iter().any(is_either),
    }
}
