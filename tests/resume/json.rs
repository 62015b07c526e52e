//! JSON Resume: each field of a full document, and where it went.

use crate::{import, line, made};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

/// A field of the document, the fact of the profile that it became, and the line of that fact.
const CARRIED: &[(&str, &str, &str)] = &[
    ("basics.name", "name", "name = \"Tomasz Brzeg\""),
    ("basics.location.city", "location.base", "base = \"Basel, Basel-Stadt, Switzerland\" # the country is \"CH\""),
    ("basics.location.region", "location.base", "base = \"Basel, Basel-Stadt, Switzerland\" # the country is \"CH\""),
    ("basics.location.countryCode", "location.base", "base = \"Basel, Basel-Stadt, Switzerland\" # the country is \"CH\""),
    ("work[0].name", "work[0].organization", "organization = \"Kormoran AG\""),
    ("work[0].position", "work[0].title", "title = \"Software engineer\""),
    ("work[0].startDate", "work[0].start", "start = \"2021-03\""),
    ("work[1].name", "work[1].organization", "organization = \"Delta Looms\""),
    ("work[1].position", "work[1].title", "title = \"Data engineering intern\""),
    ("work[1].startDate", "work[1].start", "start = \"2019\" # \"Summer 2019\""),
    ("work[1].endDate", "work[1].end", "end = \"2019-08\""),
    ("work[1].keywords[0]", "work[1].skills", "skills = [\"Python\"]"),
    ("volunteer[0].organization", "work[2].organization", "organization = \"River Watch\""),
    ("volunteer[0].position", "work[2].title", "title = \"Treasurer\""),
    ("volunteer[0].startDate", "work[2].start", "start = \"2018-01-10\""),
    ("volunteer[0].endDate", "work[2].end", "end = \"2019-12-31\""),
    ("education[0].institution", "education[0].institution", "institution = \"University of Gdańsk\""),
    ("education[0].area", "education[0].field", "field = \"Computer Science\""),
    ("education[0].studyType", "education[0].level", "level = \"bachelor\""),
    ("education[0].startDate", "education[0].start", "start = \"2015-10\""),
    ("education[0].endDate", "education[0].end", "end = \"2018-06\""),
    ("education[0].score", "education[0].gpa", "gpa = 4.6"),
    ("education[1].institution", "education[1].institution", "institution = \"ETH Zurich\""),
    ("education[1].area", "education[1].field", "field = \"Data Science\""),
    ("education[1].studyType", "education[1].level", "level = \"master\""),
    ("education[1].startDate", "education[1].start", "start = \"2018-09\""),
    ("education[1].endDate", "education[1].end", "end = \"2027-08\""),
    ("education[1].score", "education[1].gpa", "gpa = 5.4 # \"5.4\": add the best grade of its scale as gpa_scale"),
    ("certificates[0].name", "certificates[0].name", "name = \"Certified Kubernetes Administrator\""),
    ("publications[0].name", "publications[0].title", "title = \"Queues that do not wait\""),
    ("publications[0].publisher", "publications[0].venue", "venue = \"USENIX ATC\""),
    ("publications[0].releaseDate", "publications[0].year", "year = 2023 # \"2023-07-10\""),
    ("skills[0].name", "skills[0].name", "name = \"Web development\""),
    ("skills[0].level", "skills[0].level", "level = \"expert\" # \"Master\""),
    ("skills[0].keywords[0]", "skills[1].name", "name = \"HTML\""),
    ("skills[0].keywords[1]", "skills[2].name", "name = \"CSS\""),
    ("skills[0].keywords[2]", "skills[3].name", "name = \"TypeScript\""),
    ("skills[1].name", "skills[4].name", "name = \"Compression\""),
    ("skills[1].keywords[0]", "skills[5].name", "name = \"zstd\""),
    ("languages[0].language", "languages[0].language", "language = \"Polish\""),
    ("languages[0].fluency", "languages[0].level", "level = \"native\" # \"Native speaker\""),
    ("languages[1].language", "languages[1].language", "language = \"German\""),
    ("languages[1].fluency", "languages[1].level", "level = \"B2\""),
    ("languages[2].language", "languages[2].language", "language = \"English\""),
    ("languages[2].fluency", "languages[2].level", "level = \"fluent\" # \"Professional working proficiency\""),
    ("projects[0].name", "projects[0].name", "name = \"Tide tables\""),
    (
        "projects[0].keywords[0]",
        "projects[0].skills",
        "skills = [\"Rust\", \"PostgreSQL\"] # some named in its text, which is kept at the end",
    ),
];

/// A field that became a comment at its entry.
const REMARKED: &[(&str, &str)] = &[("skills[1].level", "# level: \"Wizard\" is not understood")];

/// The sections and fields that a profile has no place for.
const LEFT: &[&str] = &[
    "$schema", "basics.label", "basics.image", "basics.email", "basics.phone", "basics.url", "basics.summary", "basics.location.address",
    "basics.location.postalCode", "basics.profiles", "work[0].location", "work[0].description", "work[0].url", "work[0].summary",
    "work[0].highlights", "volunteer[0].url", "volunteer[0].summary", "volunteer[0].highlights", "education[0].url",
    "education[0].courses", "awards", "certificates[0].date", "certificates[0].issuer", "certificates[0].url", "publications[0].url",
    "publications[0].summary", "interests", "references", "projects[0].description", "projects[0].highlights", "projects[0].startDate",
    "projects[0].endDate", "projects[0].url", "projects[0].roles", "projects[0].entity", "projects[0].type", "meta",
];

#[test]
fn no_field_of_a_full_document_is_lost() {
    let json = fs::read_to_string("tests/resume/full.json").unwrap();
    let (text, profile) = made("full.json", &json);
    let (body, left) = text.split_once("# not carried over:\n").unwrap();
    let mut placed = BTreeSet::new();
    for (field, path, want) in CARRIED {
        assert_eq!(line(&text, &profile, path), *want, "{field}");
        placed.insert((*field).to_owned());
    }
    for (field, remark) in REMARKED {
        assert!(body.lines().any(|line| line == *remark), "{field}");
        placed.insert((*field).to_owned());
    }
    let fields = leaves(&serde_json::from_str(&json).unwrap(), "");
    for (field, value) in &fields {
        let may_be_left =
            LEFT.iter().any(|start| field.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])));
        assert!(placed.contains(field) != may_be_left, "{field} has not exactly one place");
        let listed = left.lines().any(|line| line == format!("# - {field}: {value}"));
        assert_eq!(listed, may_be_left, "{field}");
    }
    assert_eq!(left.lines().count(), fields.len() - placed.len(), "the list holds something else too\n{left}");
    assert_eq!(placed.len(), CARRIED.len() + REMARKED.len());
}

/// The path and the text of each leaf.
fn leaves(value: &Value, path: &str) -> Vec<(String, String)> {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(object) => object.iter().flat_map(|(key, value)| leaves(value, &below(key))).collect(),
        Value::Array(list) => list.iter().enumerate().flat_map(|(i, value)| leaves(value, &format!("{path}[{i}]"))).collect(),
        Value::String(text) => vec![(path.to_owned(), text.clone())],
        other => vec![(path.to_owned(), other.to_string())],
    }
}

#[test]
fn what_follows_from_dates_and_titles_says_so() {
    let (text, profile) = made("full.json", fs::read_to_string("tests/resume/full.json").unwrap());
    for (path, want) in [
        ("education[0].status", "status = \"completed\" # the end, \"2018-06\", is over"),
        ("education[1].status", "status = \"enrolled\" # the end, \"2027-08\", is to come"),
        ("work[0].end", "end = \"present\" # no end is given"),
        ("work[0].skills", "skills = [\"Kubernetes\", \"Apache Spark\"] # named in its text, which is kept at the end"),
        ("work[1].internship", "internship = true # for \"intern\" in the title"),
        ("work[2].setting", "setting = \"volunteer\" # it stands under volunteer"),
        ("education[0].gpa_scale", "gpa_scale = 5.0"),
    ] {
        assert_eq!(line(&text, &profile, path), want);
    }
}

#[test]
fn odd_values_are_kept_as_remarks_or_listed() {
    let json = r#"{"work": [{"name": 7, "position": ["x"], "startDate": "2020", "endDate": "2019-01", "extra": {"deep": [true, null]}}, "loose"],
        "education": [{"studyType": "School of life", "score": "top", "endDate": "whenever"}, {}],
        "skills": [{"name": "Go"}, {"name": "go", "level": "Expert"}, {"level": "good"}, {"name": "Rust", "level": "3 years"}],
        "languages": {"language": "Latin"}, "basics": null}"#;
    let (text, profile) = made("odd.json", json);
    assert_eq!(profile.skills.len(), 2, "{text}");
    for part in [
        "organization = \"7\"\nstart = \"2020\"\n# end: \"2019-01\" is before the start\n",
        "name = \"Go\"\nlevel = \"expert\"\n",
        "name = \"Rust\"\nyears = 3.0 # \"3 years\"\n",
        "# - work[0].position[0]: x\n",
        "# - work[0].extra.deep[0]: true\n",
        "# - work[1]: loose\n",
        "# - level: \"School of life\" is not understood\n",
        "# - gpa: \"top\" is not understood\n",
        "# - end: \"whenever\" is not understood\n",
        "# - skills: good\n",
        "# - languages.language: Latin\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn hostile_text_stays_within_its_line() {
    let json = r#"{"basics": {"name": "A\"\n[x]\nb = 1 # \u001b[31m\u202e", "label": "x\ny = 2\r\nz"}, "skills": [{"name": "\"\"\"'''\\", "level": "a\nb"}]}"#;
    let (text, profile) = made("bad.json", json);
    assert_eq!(profile.name.as_deref(), Some("A\" [x] b = 1 # [31m"));
    assert_eq!(profile.skills[0].name, "\"\"\"'''\\");
    assert!(text.contains("# - basics.label: x y = 2 z\n"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn what_is_no_resume_is_told() {
    for (json, want) in [
        ("{\"basics\": ", "`a.json` is no sound JSON: EOF while parsing a value at line 1 column 10; mend it, or export the résumé again"),
        (
            "{\"jobs\": []}",
            "`a.json` is JSON, but no résumé: it has none of the sections of JSON Resume, such as `basics`, `work` or `education`",
        ),
        ("{\"work\": []}", "`a.json` holds nothing that a profile has a place for; start with `profiles/example.toml`"),
    ] {
        assert_eq!(import("a.json", json).unwrap_err().to_string(), want);
    }
    let deep = format!("{{\"work\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let told = import("a.json", deep).unwrap_err().to_string();
    assert!(told.contains("recursion limit exceeded"), "{told}");
    let large = import("a.json", vec![b' '; quals::resume::LARGEST + 1]).unwrap_err().to_string();
    assert_eq!(large, "`a.json` is larger than 16 MB, which no résumé is; is it the right file?");
}

#[test]
fn a_resume_of_many_entries_is_told_when_no_profile_can_hold_it() {
    let skills: Vec<String> = (0..100_000).map(|i| format!("{{\"name\": \"skill number {i}\"}}")).collect();
    let started = std::time::Instant::now();
    let told = import("a.json", format!("{{\"skills\": [{}]}}", skills.join(","))).unwrap_err().to_string();
    assert!(told.contains("a profile has at most"), "{told}");
    assert!(started.elapsed().as_secs() < 60);
}
