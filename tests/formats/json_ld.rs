//! What is written as JSON-LD is a `JobPosting` as the vocabulary of schema.org has it.

use crate::{document, extract};
use serde_json::Value;
use std::fs;

/// A property with what it may hold.
type Property = (&'static str, &'static [&'static str]);

/// The types with the properties that are written, and what each may hold: names of types, `Text`, `Number`, `Boolean`, `Date`.
const VOCABULARY: [(&str, &[Property]); 8] = [
    (
        "JobPosting",
        &[
            ("title", &["Text"]),
            ("description", &["Text"]),
            ("hiringOrganization", &["Organization", "Person"]),
            ("jobLocation", &["Place"]),
            ("jobLocationType", &["Text"]),
            ("employmentType", &["Text"]),
            ("datePosted", &["Date"]),
            ("validThrough", &["Date"]),
            ("workHours", &["Text"]),
            ("baseSalary", &["MonetaryAmount", "Number"]),
            ("identifier", &["PropertyValue", "Text"]),
            ("educationRequirements", &["EducationalOccupationalCredential", "Text"]),
            ("experienceRequirements", &["OccupationalExperienceRequirements", "Text"]),
            ("experienceInPlaceOfEducation", &["Boolean"]),
            ("qualifications", &["EducationalOccupationalCredential", "Text"]),
            ("skills", &["DefinedTerm", "Text"]),
            ("securityClearanceRequirement", &["Text"]),
            ("eligibilityToWorkRequirement", &["Text"]),
            ("physicalRequirement", &["DefinedTerm", "Text"]),
        ],
    ),
    ("Organization", &[("name", &["Text"])]),
    ("Place", &[("address", &["PostalAddress", "Text"])]),
    ("MonetaryAmount", &[("currency", &["Text"]), ("value", &["QuantitativeValue", "Number", "Text"])]),
    ("QuantitativeValue", &[("minValue", &["Number"]), ("maxValue", &["Number"]), ("unitText", &["Text"])]),
    ("PropertyValue", &[("value", &["Text", "Number"])]),
    ("EducationalOccupationalCredential", &[("credentialCategory", &["Text"]), ("name", &["Text"])]),
    ("OccupationalExperienceRequirements", &[("monthsOfExperience", &["Number"]), ("description", &["Text"])]),
];

/// Everything in a value that the vocabulary does not have.
fn faults(value: &Value) -> Vec<String> {
    let kind = value["@type"].as_str().unwrap_or_default();
    let Some((_, properties)) = VOCABULARY.iter().find(|(name, _)| *name == kind) else { return vec![format!("no type `{kind}`")] };
    let mut found = Vec::new();
    for (name, value) in value.as_object().unwrap().iter().filter(|(name, _)| !name.starts_with('@')) {
        let Some((_, types)) = properties.iter().find(|(known, _)| known == name) else {
            found.push(format!("{kind} has no `{name}`"));
            continue;
        };
        for value in value.as_array().unwrap_or(&vec![value.clone()]) {
            let is_right = match value {
                Value::String(text) => types.contains(&"Text") || types.contains(&"Date") && text.parse::<jiff::civil::Date>().is_ok(),
                Value::Number(_) => types.contains(&"Number"),
                Value::Bool(_) => types.contains(&"Boolean"),
                Value::Object(_) => {
                    found.extend(faults(value));
                    types.iter().any(|kind| value["@type"] == **kind)
                }
                _ => false,
            };
            if !is_right {
                found.push(format!("{kind}.{name} cannot be {value}"));
            }
        }
    }
    found
}

fn job_posting(text: &str) -> Value {
    let document = document("posting.md", text);
    quals::report::json_ld::job_posting(&extract(&document), document.source.text())
}

#[test]
fn all_postings_are_valid() {
    let mut count = 0;
    for path in fs::read_dir("postings").unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "txt" || extension == "md") {
            let value = job_posting(&fs::read_to_string(&path).unwrap());
            assert_eq!(faults(&value), Vec::<String>::new(), "{}", path.display());
            assert_eq!((&value["@context"], &value["@type"]), (&"https://schema.org".into(), &"JobPosting".into()));
            count += 1;
        }
    }
    assert!(count > 10);
}

#[test]
fn a_fault_is_found() {
    assert_eq!(faults(&serde_json::json!({ "@type": "JobPosting", "titel": "x" })), ["JobPosting has no `titel`"]);
    assert_eq!(faults(&serde_json::json!({ "@type": "JobPosting", "title": 5 })), ["JobPosting.title cannot be 5"]);
}

#[test]
fn requirements_stand_in_their_fields() {
    let value = job_posting(
        "Engineer\n\n## Requirements\n\n- Bachelor's degree in Physics or equivalent experience\n- 3 years of experience in industry\n- Python\n\
         - Must be authorized to work in the United States\n- Secret clearance\n\n## Nice to have\n\n- Master's degree\n- SQL\n",
    );
    assert_eq!(value["educationRequirements"][0]["credentialCategory"], "bachelor degree");
    assert_eq!(value["educationRequirements"].as_array().unwrap().len(), 1);
    assert_eq!(value["experienceInPlaceOfEducation"], true);
    assert_eq!(value["experienceRequirements"][0]["monthsOfExperience"], 36);
    assert_eq!(value["skills"], serde_json::json!(["Python", "SQL"]));
    assert!(value["eligibilityToWorkRequirement"][0].as_str().unwrap().contains("United States"));
    assert!(value["securityClearanceRequirement"][0].as_str().unwrap().contains("Secret"));
}
