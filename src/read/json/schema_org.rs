//! `JobPosting` of schema.org, as pages carry it for search engines: JSON-LD, and microdata once it is JSON.
//!
//! `{"@type": "JobPosting", "title": "Nurse", "description": "<p>RN license", "validThrough": "2026-12-01"}` in; the text `RN license` and the facts out.
//! Texts of other fields stand under headings of their own, unless the description holds them too; what fields say without a text
//! (`monthsOfExperience: 36`) becomes a line in the words of the field: `36 months of experience`.

use crate::posting::{Employment, Posting, Salary, Workplace};
use crate::read::draft::Draft;
use crate::read::fact::{self, fact};
use crate::read::{Document, ReadError};
use crate::text::TextOf;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// How deep a posting may stand in other objects.
const DEEPEST: usize = 8;
/// The most postings that are read off one page.
const MOST: usize = 1_000;

/// Reads an object that is a posting or holds one; none where it is something else.
pub(super) fn document(name: &str, object: &Object, of: fn(String) -> TextOf) -> Option<Result<Document, ReadError>> {
    if !object.contains_key("@type") && !object.contains_key("@context") && !object.contains_key("@graph") && !object.contains_key("item") {
        return None;
    }
    let found = find(object);
    found.first().map(|posting| draft(posting).document(name, of))
}

/// Whether an object is a posting or holds one.
pub(super) fn is_posting(object: &Object) -> bool {
    (object.contains_key("@type") || object.contains_key("@context")) && !find(object).is_empty()
}

/// All postings in an object, itself included.
pub(in crate::read) fn find(object: &Object) -> Vec<&Object> {
    let mut found = Vec::new();
    find_in(object, 0, &mut found);
    found
}

fn find_in<'a>(object: &'a Object, depth: usize, found: &mut Vec<&'a Object>) {
    if found.len() >= MOST {
        return;
    }
    if object.get("@type").is_some_and(|kind| each(kind).any(|kind| names(kind, "JobPosting"))) {
        found.push(object);
    } else if depth < DEEPEST {
        object.values().flat_map(each).filter_map(Value::as_object).for_each(|inner| find_in(inner, depth + 1, found));
    }
}

/// `JobPosting`, `schema:JobPosting`, `https://schema.org/JobPosting`.
fn names(kind: &Value, name: &str) -> bool {
    kind.as_str().is_some_and(|kind| kind.rsplit(['/', '#', ':']).next() == Some(name))
}

/// A value, or each of a list.
fn each(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(values) => Box::new(values.iter()),
        value => Box::new(std::iter::once(value)),
    }
}

fn all<'a>(object: &'a Object, name: &str) -> impl Iterator<Item = &'a Value> {
    object.get(name).into_iter().flat_map(each)
}

fn first<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    all(object, name).find(|value| !value.is_null())
}

fn words(object: &Object, name: &str) -> Option<String> {
    all(object, name).find_map(fact)
}

fn inner<'a>(object: &'a Object, name: &str) -> Option<&'a Object> {
    all(object, name).find_map(Value::as_object)
}

/// Puts the posting together.
pub(in crate::read) fn draft(posting: &Object) -> Draft {
    let mut draft = Draft::new(facts(posting));
    draft.section("description", None, &texts(posting, "description"));
    for (name, heading) in
        [("responsibilities", "Responsibilities"), ("jobBenefits", "Benefits"), ("incentiveCompensation", "Compensation")]
    {
        draft.section(name, Some(heading), &texts(posting, name));
    }
    for (name, heading) in [
        ("qualifications", "Qualifications"),
        ("educationRequirements", "Education requirements"),
        ("experienceRequirements", "Experience requirements"),
        ("securityClearanceRequirement", "Requirements"),
        ("eligibilityToWorkRequirement", "Requirements"),
        ("physicalRequirement", "Requirements"),
        ("sensoryRequirement", "Requirements"),
    ] {
        draft.section(name, Some(heading), &new_texts(posting, name, &draft));
    }
    lines(posting, &mut draft);
    draft
}

/// The texts of a field: a text as it is, more of them as a list.
fn texts(posting: &Object, name: &str) -> String {
    let texts: Vec<&str> = all(posting, name).filter_map(text).filter(|text| !text.trim().is_empty()).collect();
    match texts.as_slice() {
        [one] => (*one).to_owned(),
        many => many.iter().map(|text| format!("• {}\n", text.trim())).collect(),
    }
}

/// The texts of a field, of a list those that the posting does not hold yet.
fn new_texts(posting: &Object, name: &str, draft: &Draft) -> String {
    let mut field = Object::new();
    field.insert(name.to_owned(), all(posting, name).filter(|value| text(value).is_some_and(|text| !draft.holds(text))).cloned().collect());
    texts(&field, name)
}

/// A text, or that of a defined term; an object of facts is none.
fn text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Object(term) if term.contains_key("credentialCategory") => None,
        Value::Object(term) => ["description", "name"].iter().find_map(|name| term.get(*name)?.as_str()),
        _ => None,
    }
}

/// What fields say without a text.
fn lines(posting: &Object, draft: &mut Draft) {
    const MOST_SKILLS: usize = 200;
    let skills = all(posting, "skills").filter_map(text).flat_map(|text| text.split(['\n', ';']));
    for skill in skills.filter_map(fact::line).take(MOST_SKILLS) {
        draft.line("Required skills", skill);
    }
    let mut times = all(posting, "experienceRequirements").filter_map(|needs| experience(needs.as_object()?));
    let degrees: Vec<String> = all(posting, "educationRequirements").filter_map(|needs| credential(needs.as_object()?)).collect();
    let is_either = first(posting, "experienceInPlaceOfEducation").and_then(fact::remote).is_some();
    if !degrees.is_empty() {
        let instead = if is_either { format!(" or {}", times.next().as_deref().unwrap_or("equivalent experience")) } else { String::new() };
        draft.line("Requirements", format!("{}{instead}", degrees.join(" or ")));
    }
    times.for_each(|time| draft.line("Requirements", time));
    if draft.facts.workplace == Some(Workplace::Remote) {
        let places: Vec<String> = all(posting, "applicantLocationRequirements").filter_map(fact).collect();
        if !places.is_empty() {
            draft.line("Requirements", format!("Must be located in {}", places.join(" or ")));
        }
    }
}

/// `monthsOfExperience`, in the words of postings; none where it asks for nothing, or for more than a life of work.
fn experience(needs: &Object) -> Option<String> {
    let months = fact::amount(first(needs, "monthsOfExperience")?).filter(|months| (f64::MIN_POSITIVE..=600.0).contains(months))?;
    Some(format!("{} months of experience", months.ceil()))
}

/// `bachelor degree`, as search engines want it, in the words of postings.
fn credential(needs: &Object) -> Option<String> {
    let category = words(needs, "credentialCategory")?;
    let name = category.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    Some(match name.as_str() {
        "high school" | "highschool" => "High school diploma".to_owned(),
        "associate degree" | "associatedegree" => "Associate's degree".to_owned(),
        "bachelor degree" | "bachelordegree" => "Bachelor's degree".to_owned(),
        "postgraduate degree" | "postgraduatedegree" => "Master's degree".to_owned(),
        "professional certificate" | "professionalcertificate" => "Professional certificate".to_owned(),
        _ => category,
    })
}

fn facts(posting: &Object) -> Posting {
    let is_remote = words(posting, "jobLocationType").and_then(|kind| fact::workplace(&kind));
    let employment: Vec<Employment> = all(posting, "employmentType").filter_map(|kind| fact::employment(&fact(kind)?)).collect();
    let form = employment.iter().copied().find(|kind| *kind == Employment::Internship).or(employment.first().copied());
    Posting {
        title: words(posting, "title").or_else(|| words(posting, "name")),
        company: words(posting, "hiringOrganization"),
        locations: all(posting, "jobLocation").filter_map(place).collect(),
        workplace: is_remote,
        employment: form,
        posted: first(posting, "datePosted").and_then(fact::day),
        deadline: first(posting, "validThrough").and_then(fact::day),
        weekly_hours: words(posting, "workHours").and_then(|hours| weekly_hours(&hours)),
        salary: first(posting, "baseSalary").and_then(|pay| salary(pay, posting)),
        reference: first(posting, "identifier").and_then(identifier),
        ..Posting::default()
    }
}

/// `Leeds, West Yorkshire, United Kingdom`, without a part that repeats the one before it.
fn place(value: &Value) -> Option<String> {
    let Some(place) = value.as_object() else { return fact(value) };
    let Some(address) = inner(place, "address") else { return words(place, "address").or_else(|| words(place, "name")) };
    let mut parts: Vec<String> = Vec::new();
    for part in ["addressLocality", "addressRegion", "addressCountry"].into_iter().filter_map(|name| words(address, name)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `37.5 hours per week`, `40`.
fn weekly_hours(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let number = lower.split_whitespace().next()?.trim_end_matches('h').parse().ok()?;
    let is_plain = lower.split_whitespace().count() == 1 || (lower.contains("hour") && lower.contains("week"));
    (is_plain && (1.0..=80.0).contains(&number)).then_some(number)
}

fn salary(pay: &Value, posting: &Object) -> Option<Salary> {
    let currency = |object: &Object| words(object, "currency").filter(|code| fact::is_currency(code));
    let of_posting = words(posting, "salaryCurrency").filter(|code| fact::is_currency(code));
    let Some(object) = pay.as_object() else {
        let sum = fact::amount(pay)?;
        return Some(Salary { min: Some(sum), max: Some(sum), currency: of_posting, period: None });
    };
    let value = inner(object, "value").unwrap_or(object);
    let amount = |name: &str| first(value, name).and_then(fact::amount);
    let single = amount("value").or_else(|| first(object, "value").and_then(fact::amount));
    let (min, max) = (amount("minValue").or(single), amount("maxValue").or(single));
    let period = words(value, "unitText").or_else(|| words(object, "unitText")).and_then(|unit| fact::period(&unit));
    (min.is_some() || max.is_some()).then(|| Salary { min, max, currency: currency(object).or(of_posting), period })
}

fn identifier(value: &Value) -> Option<String> {
    let number = |value: &Value| match value {
        Value::Number(number) => Some(number.to_string()),
        value => fact(value).filter(|text| text.len() <= 60),
    };
    match value.as_object() {
        Some(object) => first(object, "value").and_then(number),
        None => number(value),
    }
}
