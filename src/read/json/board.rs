//! Postings as the job boards give them out.
//!
//! Lever (`lists`), Ashby (`descriptionHtml`), SmartRecruiters (`jobAd`), Workday (`jobPostingInfo`), and lists of links with facts and no text
//! (`listings.json`). Greenhouse needs nothing of its own but its pay: its `content` is a column like others.

use crate::posting::{Posting, Salary};
use crate::read::draft::Draft;
use crate::read::fact::{self, fact};
use crate::read::row;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Puts a posting together, where an object is one of a board's.
pub(super) fn draft(object: &Object) -> Option<Draft> {
    let make = shape(object)?;
    Some(make(object))
}

/// Whether an object is a posting of a board.
pub(super) fn is_posting(object: &Object) -> bool {
    shape(object).is_some()
}

/// How an object of these fields is read.
fn shape(object: &Object) -> Option<fn(&Object) -> Draft> {
    let has = |name: &str| object.get(name).is_some_and(|value| !value.is_null());
    let is_text = |name: &str| object.get(name).is_some_and(Value::is_string);
    if object.get("jobPostingInfo").is_some_and(Value::is_object) {
        Some(workday)
    } else if object.get("jobAd").is_some_and(Value::is_object) {
        Some(smart_recruiters)
    } else if is_text("descriptionHtml") && !is_text("description") || is_text("descriptionPlain") && has("jobUrl") {
        Some(ashby)
    } else if is_text("text") && (object.get("lists").is_some_and(Value::is_array) || has("categories") || is_text("descriptionPlain")) {
        Some(lever)
    } else if is_text("content") && (has("pay_input_ranges") || has("absolute_url")) {
        Some(greenhouse)
    } else if is_text("title")
        && is_text("company_name")
        && (has("terms") || has("sponsorship") || has("degrees"))
        && !row::has_text(object)
    {
        Some(listing)
    } else {
        None
    }
}

fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str().filter(|text| !text.trim().is_empty())
}

fn words(object: &Object, name: &str) -> Option<String> {
    object.get(name).and_then(fact)
}

fn object<'a>(object: &'a Object, name: &str) -> Option<&'a Object> {
    object.get(name)?.as_object()
}

fn list<'a>(object: &'a Object, name: &str) -> impl Iterator<Item = &'a Value> {
    object.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// Adds a text that is there as HTML under one name and plain under another.
fn either(draft: &mut Draft, object: &Object, names: [&str; 2], heading: Option<&str>) {
    if let Some((name, text)) = names.into_iter().find_map(|name| Some((name, text(object, name)?))) {
        draft.section(name, heading, text);
    }
}

fn greenhouse(job: &Object) -> Draft {
    let mut draft = Draft::new(row::facts(job));
    draft.section("content", None, text(job, "content").unwrap_or_default());
    draft.facts.salary = draft.facts.salary.or_else(|| {
        let range = list(job, "pay_input_ranges").next()?.as_object()?;
        let cents = |name: &str| range.get(name).and_then(fact::amount).map(|cents| cents / 100.0);
        let currency = words(range, "currency_type").filter(|code| fact::is_currency(code));
        let period = words(range, "title").and_then(|title| fact::period(&title));
        salary(cents("min_cents"), cents("max_cents"), currency, period)
    });
    draft
}

fn lever(job: &Object) -> Draft {
    let empty = Object::new();
    let categories = object(job, "categories").unwrap_or(&empty);
    let mut locations: Vec<String> = list(categories, "allLocations").filter_map(fact).collect();
    if locations.is_empty() {
        locations.extend(words(categories, "location"));
    }
    let facts = Posting {
        title: words(job, "text"),
        locations,
        workplace: words(job, "workplaceType").and_then(|words| fact::workplace(&words)),
        employment: words(categories, "commitment").and_then(|words| fact::employment(&words)),
        posted: job.get("createdAt").and_then(fact::day),
        salary: object(job, "salaryRange").and_then(|range| {
            let amount = |name: &str| range.get(name).and_then(fact::amount);
            let currency = words(range, "currency").filter(|code| fact::is_currency(code));
            salary(amount("min"), amount("max"), currency, words(range, "interval").and_then(|words| fact::period(&words)))
        }),
        reference: words(job, "reqCode"),
        ..Posting::default()
    };
    let mut draft = Draft::new(facts);
    let content = object(job, "content").unwrap_or(job);
    either(&mut draft, content, ["description", "descriptionPlain"], None);
    // What stands behind the lists is no part of the last of them.
    let behind = Some("Additional information");
    for part in list(content, "lists").filter_map(Value::as_object) {
        let heading = text(part, "text").and_then(fact::line);
        draft.section("lists", heading.as_deref(), text(part, "content").unwrap_or_default());
    }
    either(&mut draft, content, ["additional", "additionalPlain"], behind);
    either(&mut draft, content, ["closingHtml", "closing"], behind);
    draft
}

fn ashby(job: &Object) -> Draft {
    let mut locations: Vec<String> = words(job, "location").into_iter().collect();
    locations.extend(list(job, "secondaryLocations").filter_map(|place| words(place.as_object()?, "location")));
    let pay = object(job, "compensation").into_iter().flat_map(|pay| list(pay, "summaryComponents")).filter_map(Value::as_object);
    let pay = pay.into_iter().find(|part| text(part, "compensationType") == Some("Salary"));
    let facts = Posting {
        title: words(job, "title"),
        locations,
        workplace: words(job, "workplaceType")
            .and_then(|words| fact::workplace(&words))
            .or_else(|| job.get("isRemote").and_then(fact::remote)),
        employment: words(job, "employmentType").and_then(|words| fact::employment(&words)),
        posted: job.get("publishedAt").and_then(fact::day),
        deadline: job.get("applicationDeadline").and_then(fact::day),
        salary: pay.and_then(|part| {
            let amount = |name: &str| part.get(name).and_then(fact::amount);
            let currency = words(part, "currencyCode").filter(|code| fact::is_currency(code));
            salary(amount("minValue"), amount("maxValue"), currency, words(part, "interval").and_then(|words| fact::period(&words)))
        }),
        ..Posting::default()
    };
    let mut draft = Draft::new(facts);
    either(&mut draft, job, ["descriptionHtml", "descriptionPlain"], None);
    draft
}

fn smart_recruiters(job: &Object) -> Draft {
    let place = object(job, "location");
    let facts = Posting {
        title: words(job, "name").or_else(|| words(job, "title")),
        company: words(job, "company"),
        locations: place.and_then(place_of).into_iter().collect(),
        workplace: place.and_then(|place| {
            let is = |name: &str| place.get(name).and_then(Value::as_bool) == Some(true);
            let named = if is("hybrid") { "hybrid" } else { "remote" };
            (is("hybrid") || is("remote")).then(|| fact::workplace(named)).flatten()
        }),
        employment: words(job, "typeOfEmployment").and_then(|words| fact::employment(&words)),
        posted: job.get("releasedDate").and_then(fact::day),
        reference: words(job, "refNumber"),
        ..Posting::default()
    };
    let mut draft = Draft::new(facts);
    let sections = object(job, "jobAd").and_then(|ad| object(ad, "sections"));
    for name in ["companyDescription", "jobDescription", "qualifications", "additionalInformation"] {
        let Some(section) = sections.and_then(|sections| object(sections, name)) else { continue };
        let heading = text(section, "title").and_then(fact::line);
        draft.section(&format!("jobAd.sections.{name}"), heading.as_deref(), text(section, "text").unwrap_or_default());
    }
    draft
}

/// `fullLocation`, else the city with what it lies in.
fn place_of(place: &Object) -> Option<String> {
    let parts = || ["city", "region", "country"].into_iter().filter_map(|name| words(place, name)).collect::<Vec<_>>().join(", ");
    words(place, "fullLocation").or_else(|| Some(parts()).filter(|place| !place.is_empty()))
}

fn workday(job: &Object) -> Draft {
    let empty = Object::new();
    let info = object(job, "jobPostingInfo").unwrap_or(&empty);
    let mut locations: Vec<String> = words(info, "location").into_iter().collect();
    locations.extend(list(info, "additionalLocations").filter_map(fact));
    let facts = Posting {
        title: words(info, "title"),
        company: words(job, "hiringOrganization"),
        locations,
        workplace: words(info, "remoteType").and_then(|words| fact::workplace(&words)),
        employment: words(info, "timeType").and_then(|words| fact::employment(&words)),
        posted: info.get("startDate").and_then(fact::day),
        deadline: info.get("endDate").and_then(fact::day),
        reference: words(info, "jobReqId"),
        ..Posting::default()
    };
    let mut draft = Draft::new(facts);
    draft.section("jobPostingInfo.jobDescription", None, text(info, "jobDescription").unwrap_or_default());
    draft
}

/// A link with facts: what it says of sponsorship and degrees is all that it asks.
fn listing(job: &Object) -> Draft {
    let facts = Posting { terms: list(job, "terms").filter_map(fact).map(|term| term.to_lowercase()).collect(), ..row::facts(job) };
    let mut draft = Draft::new(facts);
    let head = [words(job, "title"), words(job, "company_name")];
    draft.section("title+company_name", None, &head.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    let degrees: Vec<String> = list(job, "degrees").filter_map(fact).collect();
    if !degrees.is_empty() {
        draft.line("Requirements", format!("{} degree", degrees.join(" or ")));
    }
    if let Some(line) = words(job, "sponsorship").and_then(|words| sponsorship(&words)) {
        draft.line("Requirements", line);
    }
    draft
}

/// The list's words in a sentence; none where they are no answer.
fn sponsorship(words: &str) -> Option<String> {
    let lower = words.to_ascii_lowercase();
    if lower.contains("does not") {
        Some("Must be authorized to work without sponsorship; does not offer sponsorship".to_owned())
    } else if lower.contains("citizenship") {
        Some(words.to_owned())
    } else {
        None
    }
}

fn salary(min: Option<f64>, max: Option<f64>, currency: Option<String>, period: Option<crate::posting::PayPeriod>) -> Option<Salary> {
    (min.is_some() || max.is_some()).then_some(Salary { min, max, currency, period })
}
