//! How a missing fact is asked for: `study.returning` → "Will you go back to your studies after an internship?".

use super::Answers;
use crate::{
    kind::{Candidate, Topic},
    profile::{Outline, Want, outline},
};
use std::sync::LazyLock;

/// The name of a question that its path alone does not name: `skills:Kubernetes`, `work_authorization:CA`.
pub(super) fn id(path: &str, about: &Topic) -> String {
    let subject = match (path, &about.id) {
        ("work_authorization.authorized_in", Some(code)) => return format!("work_authorization:{code}"),
        _ => &about.name,
    };
    format!("{path}:{subject}")
}

/// The rights to work, as answers.
pub(super) const RIGHTS: [&str; 4] = ["citizen", "permanent_resident", "authorized", "needs_sponsorship"];

/// The question for a fact and what answers it; none where no fact of a profile would help.
pub(super) fn of(candidate: &Candidate<'_>, path: &str, about: Option<&Topic>) -> Option<(String, Answers)> {
    if let Some(topic) = about {
        return of_list(path, topic);
    }
    let fixed = match path {
        "study.enrolled" => ("Are you enrolled at a school or university today?", Answers::YesNo),
        "study.returning" => ("Will you go back to your studies after an internship?", Answers::YesNo),
        "study.final_requirement" => ("Would an internship be the last requirement before you graduate?", Answers::YesNo),
        "study.year" => ("Which year of study are you in?", choice("study", "year")?),
        "personal.age" => ("How old are you?", Answers::Number),
        "location.base" => ("Where do you live?", Answers::Text),
        "location.relocate" => ("Would you move for a job?", Answers::YesNo),
        "location.modes" => ("Which way of work would you accept? Answer again for another", choice("location", "modes")?),
        "availability.start" => ("From when are you available?", Answers::Date),
        "availability.end" => ("Until when are you available?", Answers::Date),
        "availability.months" => ("How many months can you stay at most?", Answers::Number),
        "availability.hours_per_week" => ("How many hours a week can you work?", Answers::Number),
        "availability.days_per_week" => ("How many days a week can you work?", Answers::Number),
        _ => return of_entry(candidate, path),
    };
    Some((fixed.0.to_owned(), fixed.1))
}

/// The names of a choice, from the outline of a profile.
fn choice(table: &str, key: &str) -> Option<Answers> {
    static OUTLINE: LazyLock<Outline> = LazyLock::new(outline);
    let table = OUTLINE.keys.iter().find(|it| it.name == table)?;
    let (Want::Table(inner) | Want::Tables(inner)) = &table.want else { return None };
    match &inner.keys.iter().find(|it| it.name == key)?.want {
        Want::OneOf(names) | Want::SomeOf(names) => Some(Answers::OneOf(names.clone())),
        _ => None,
    }
}

/// A list that should hold something.
fn of_list(path: &str, topic: &Topic) -> Option<(String, Answers)> {
    let name = &topic.name;
    Some(match path {
        "skills" => (format!("Do you know {name}, and how well?"), with_no(choice("skills", "level")?)),
        "languages" => (format!("Do you speak {name}, and how well?"), with_no(choice("languages", "level")?)),
        "certificates" => (format!("Do you hold {name}, or are you working towards it?"), with_no(choice("certificates", "status")?)),
        "publications" => (format!("Have you published at {name}, or the like?"), Answers::Entry("TITLE:VENUE:YEAR")),
        "education" => (format!("Do you have a degree that shows this: {name}?"), Answers::Entry("LEVEL:STATUS:FIELD")),
        "work" => (format!("Do you have a job that shows this: {name}?"), Answers::Entry("TITLE:SETTING:START:END")),
        "work_authorization.authorized_in" => (format!("What is your right to work in {name}?"), Answers::OneOf(RIGHTS.to_vec())),
        "work_authorization.clearances" => (format!("Do you hold a security clearance ({name})? Name it, or answer no"), Answers::Text),
        "location.places" => (format!("Would you work in {name}?"), Answers::YesNo),
        _ => return None,
    })
}

fn with_no(answers: Answers) -> Answers {
    match answers {
        Answers::OneOf(mut names) => {
            names.push("no");
            Answers::OneOf(names)
        }
        other => other,
    }
}

/// A fact of an entry: `education[0].gpa`.
fn of_entry(candidate: &Candidate<'_>, path: &str) -> Option<(String, Answers)> {
    let (entry, key) = path.rsplit_once('.')?;
    let (list, at) = entry.strip_suffix(']')?.split_once('[')?;
    let what = name_of(candidate, list, at.parse().ok()?).unwrap_or_else(|| entry.to_owned());
    let (text, answers) = match (list, key) {
        ("education", "end") => (format!("When did you, or will you, finish {what}?"), Answers::Date),
        ("education", "gpa") => (format!("What is the grade of {what}?"), Answers::Number),
        ("education", "field") => (format!("What is the field of study of {what}?"), Answers::Text),
        ("education", "level") => (format!("What is the level of {what}?"), choice("education", "level")?),
        ("education", "status") => (format!("How far along is {what}?"), choice("education", "status")?),
        ("work", "setting") => (format!("What sort of employer was it, in your job {what}?"), choice("work", "setting")?),
        ("work", "start") => (format!("When did your job {what} begin?"), Answers::Date),
        ("work", "end") => (format!("When did your job {what} end? If it goes on, answer present"), Answers::Text),
        ("work", "skills") => (format!("What is a skill that you used in your job {what}?"), Answers::Text),
        ("languages", "level") => (format!("How well do you speak {what}?"), choice("languages", "level")?),
        ("publications", "venue") => (format!("Where did {what} appear?"), Answers::Text),
        _ => return None,
    };
    Some((text, answers))
}

/// What a person calls an entry.
fn name_of(candidate: &Candidate<'_>, list: &str, at: usize) -> Option<String> {
    let profile = candidate.profile;
    match list {
        "education" => {
            let entry = profile.education.get(at)?;
            let level = entry.level.map(|level| format!("{level:?}").to_lowercase());
            let parts = [level, entry.field.clone(), entry.institution.clone()];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| format!("your degree ({})", parts.join(", ")))
        }
        "work" => {
            let job = profile.work.get(at)?;
            let parts: Vec<String> = [job.title.clone(), job.organization.clone()].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| format!("“{}”", parts.join(", ")))
        }
        "languages" => profile.languages.get(at).map(|entry| entry.language.clone()),
        "publications" => profile.publications.get(at)?.title.as_ref().map(|title| format!("“{title}”")),
        _ => None,
    }
}
