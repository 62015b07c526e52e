//! JSON Resume (jsonresume.org): each field that a profile has a place for is taken out of the document; what is then still in it is listed as not
//! carried over, so that no field is lost, whatever its name.
//!
//! `{"work": [{"name": "Example AG", "position": "Intern", "startDate": "2024-06"}]}` becomes a `[[work]]` with `internship = true`.

use super::{
    NotImported,
    draft::{Draft, Entry, said},
    strings::Strings,
    told::When,
};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// The sections of JSON Resume.
const SECTIONS: [&str; 13] = [
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages", "interests", "references",
    "projects", "meta",
];

/// Reads a document of JSON Resume.
pub(super) fn read(name: &str, text: &str, strings: Strings<'_>) -> Result<Draft, NotImported> {
    let mut document: Value = serde_json::from_str(text).map_err(|error| NotImported::Json { name: name.to_owned(), error })?;
    let known = |object: &&mut Object| SECTIONS.iter().any(|section| object.contains_key(*section));
    if !document.as_object_mut().as_ref().is_some_and(known) {
        return Err(NotImported::NotAResume { name: name.to_owned() });
    }
    Ok(draft(&mut document, strings))
}

/// Takes out of a document what a profile has a place for, and lists the rest.
pub(super) fn draft(document: &mut Value, strings: Strings<'_>) -> Draft {
    let mut draft = Draft::default();
    if let Some(object) = document.as_object_mut() {
        sections(object, strings, &mut draft);
    }
    leave(document, "", &mut draft);
    draft
}

fn sections(object: &mut Object, strings: Strings<'_>, draft: &mut Draft) {
    if let Some(basics) = object.get_mut("basics").and_then(Value::as_object_mut) {
        self::basics(basics, strings, draft);
    }
    each(object, "work", |item| draft.add("work", work(item, strings, false)));
    each(object, "volunteer", |item| draft.add("work", work(item, strings, true)));
    each(object, "education", |item| draft.add("education", education(item, strings)));
    each(object, "projects", |item| draft.add("projects", project(item, strings)));
    each(object, "skills", |item| skills(item, strings, draft));
    each(object, "publications", |item| draft.add("publications", publication(item, strings)));
    each(object, "languages", |item| {
        if let Some(language) = take(item, &["language", "name"]) {
            let fluency = take(item, &["fluency", "level"]);
            draft.add_once("languages", "language", strings.language(&language, fluency.as_deref()));
        }
    });
    each(object, "certificates", |item| {
        let mut entry = Entry::default();
        entry.text("name", take(item, &["name", "title"]).as_deref());
        if let Some(expires) = take(item, &["expires"]).filter(|_| !entry.is_empty()) {
            match strings.when(&expires) {
                Some((When::Date(date), doubt)) => entry.date("expires", date, doubt),
                _ => entry.remark(format!("expires: {} is not understood", said(&expires))),
            }
        }
        draft.add("certificates", entry);
    });
}

fn each(object: &mut Object, section: &str, mut read: impl FnMut(&mut Object)) {
    let items = object.get_mut(section).and_then(Value::as_array_mut);
    items.into_iter().flatten().filter_map(Value::as_object_mut).for_each(&mut read);
}

/// Takes the first of some keys that holds a text or a number.
fn take(object: &mut Object, keys: &[&str]) -> Option<String> {
    let said = |value: &Value| match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let (key, text) = keys.iter().find_map(|key| Some((key, said(object.get(*key)?)?)))?;
    object.remove(*key);
    Some(text)
}

/// Takes the texts of a list; what else is in it stays.
fn take_texts(object: &mut Object, key: &str) -> Vec<String> {
    let Some(list) = object.get_mut(key).and_then(Value::as_array_mut) else { return Vec::new() };
    let texts = list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect();
    list.retain(|item| !item.is_string());
    texts
}

fn basics(basics: &mut Object, strings: Strings<'_>, draft: &mut Draft) {
    if let Some(name) = take(basics, &["name"]) {
        draft.name(&name);
    }
    let Some(location) = basics.get_mut("location").and_then(Value::as_object_mut) else { return };
    let (city, region) = (take(location, &["city"]), take(location, &["region"]));
    let code = take(location, &["countryCode", "country"]);
    let country = code.as_deref().map(|code| strings.country(code).unwrap_or_else(|| code.to_owned()));
    let doubt = code.filter(|code| country.as_ref() != Some(code)).map(|code| format!("the country is {}", said(&code)));
    let base: Vec<String> = [city, region, country].into_iter().flatten().collect();
    let mut entry = Entry::default();
    entry.text_in_doubt("base", Some(&base.join(", ")), doubt);
    draft.add("location", entry);
}

fn work(item: &mut Object, strings: Strings<'_>, is_voluntary: bool) -> Entry {
    let mut entry = Entry::default();
    let title = take(item, &["position", "title"]);
    entry.text("title", title.as_deref());
    entry.text("organization", take(item, &["name", "company", "organization"]).as_deref());
    if is_voluntary {
        entry.text_in_doubt("setting", Some("volunteer"), Some("it stands under volunteer".to_owned()));
    }
    title.iter().for_each(|title| strings.internship(&mut entry, title));
    let (start, end) = (take(item, &["startDate"]), take(item, &["endDate"]));
    strings.work_span(&mut entry, start.map(|it| strings.told(&it)), end.map(|it| strings.told(&it)));
    let mut skills = take_texts(item, "keywords");
    let named = told_skills(item, strings);
    let doubt = (!named.is_empty()).then_some("named in its text, which is kept at the end");
    skills.extend(named);
    entry.texts("skills", &skills, doubt);
    entry
}

/// The skills that the texts of an entry name; the texts stay where they are.
fn told_skills(item: &Object, strings: Strings<'_>) -> Vec<String> {
    let texts = ["summary", "description", "highlights"].iter().filter_map(|key| item.get(*key));
    let all = texts.flat_map(|value| value.as_array().map_or_else(|| vec![value], |list| list.iter().collect()));
    all.filter_map(Value::as_str).flat_map(|text| strings.skills(text)).collect()
}

fn education(item: &mut Object, strings: Strings<'_>) -> Entry {
    let mut entry = Entry::default();
    let (area, degree) = (take(item, &["area"]), take(item, &["studyType"]));
    match &degree {
        Some(degree) => strings.degree(&mut entry, degree, area.as_deref(), false),
        None => entry.text("field", area.as_deref()),
    }
    entry.text("institution", take(item, &["institution"]).as_deref());
    let (start, end) = (take(item, &["startDate"]), take(item, &["endDate"]));
    strings.education_span(&mut entry, start.map(|it| strings.told(&it)), end.map(|it| strings.told(&it)));
    if let Some(score) = take(item, &["score", "gpa"]) {
        strings.grade(&mut entry, &score);
    }
    entry
}

fn project(item: &mut Object, strings: Strings<'_>) -> Entry {
    let mut entry = Entry::default();
    entry.text("name", take(item, &["name"]).as_deref());
    let mut skills = take_texts(item, "keywords");
    let named = told_skills(item, strings);
    let doubt = (!named.is_empty()).then_some("some named in its text, which is kept at the end");
    skills.extend(named);
    entry.texts("skills", &skills, doubt);
    entry
}

/// A group with its keywords is a skill each; the level of the group is said of all.
fn skills(item: &mut Object, strings: Strings<'_>, draft: &mut Draft) {
    let (name, level) = (take(item, &["name"]), take(item, &["level"]));
    let keywords = take_texts(item, "keywords");
    let all = name.iter().map(|name| (name, None)).chain(keywords.iter().map(|keyword| (keyword, name.as_deref())));
    for (skill, group) in all {
        let mut entry = Entry::default();
        entry.text("name", Some(skill));
        if let Some(level) = level.as_deref().filter(|_| !entry.is_empty()) {
            strings.skill_level(&mut entry, level, group);
        }
        draft.add_once("skills", "name", entry);
    }
    if let (Some(level), true) = (level, name.is_none() && keywords.is_empty()) {
        draft.leave("skills", &level);
    }
}

fn publication(item: &mut Object, strings: Strings<'_>) -> Entry {
    let mut entry = Entry::default();
    entry.text("title", take(item, &["name", "title"]).as_deref());
    entry.text("venue", take(item, &["publisher"]).as_deref());
    if let Some(released) = take(item, &["releaseDate"]) {
        match strings.when(&released) {
            Some((When::Date(date), None)) if date.month.is_none() => entry.whole("year", date.year.into()),
            Some((When::Date(date), _)) => entry.whole_in_doubt("year", date.year.into(), said(&released)),
            _ => entry.remark(format!("year: {} is not understood", said(&released))),
        }
    }
    entry
}

/// Lists what is left of a value, by its path.
fn leave(value: &Value, path: &str, draft: &mut Draft) {
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (key, value) in object {
                leave(value, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, draft);
            }
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(i, value)| leave(value, &format!("{path}[{i}]"), draft)),
        Value::String(text) => draft.leave(path, text),
        Value::Bool(_) | Value::Number(_) => draft.leave(path, &value.to_string()),
    }
}
