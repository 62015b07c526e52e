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
pub(super) fn choice(table: &str, key: &str) -> Option<Answers> {
    static OUTLINE: LazyLock<Outline> = LazyLock::new(outline);
    let table = OUTLINE.keys.iter().find(|it| it.name == table)?;
    let (Want::Table(inner) | Want::Tables(inner)) = &table.want else { return None };
    match &inner.keys.iter().find(|it| it.name == key)?.want {
        Want::OneOf(names) | Want::SomeOf(names) => Some(Answers::OneOf(names.clone())),
        _ => None,
    }
}

/// A list that should hold something; none where a person could not say whether it does.
fn of_list(path: &str, topic: &Topic) -> Option<(String, Answers)> {
    let name = &topic.name;
    Some(match path {
        "skills" if !topic.is_askable() => return None,
        "skills" => (format!("How good are you at this: {name}?"), with_no(choice("skills", "level")?)),
        "languages" => (format!("Do you speak {name}, and how well?"), with_no(choice("languages", "level")?)),
        "certificates" => (
            format!("Do you hold this certificate or license, or are you working towards it: {name}?"),
            with_no(choice("certificates", "status")?),
        ),
        "publications" if name == "a publication" => ("Have you published anything?".to_owned(), Answers::Entry("TITLE:VENUE:YEAR")),
        "publications" => (format!("Have you published at {name}, or the like?"), Answers::Entry("TITLE:VENUE:YEAR")),
        "education" => (degree(name), Answers::Entry("LEVEL:STATUS:FIELD")),
        "work" => (job(name), Answers::Entry("TITLE:SETTING:START:END")),
        "work_authorization.authorized_in" => {
            (format!("What is your right to work in {}?", with_article(name)), Answers::OneOf(RIGHTS.to_vec()))
        }
        "work_authorization.clearances" if name == "a security clearance" => {
            ("Do you hold a security clearance? Name it, or answer no".to_owned(), Answers::Text)
        }
        "work_authorization.clearances" => {
            (format!("Do you hold a security clearance of this level: {name}? Name yours, or answer no"), Answers::Text)
        }
        "location.places" => (format!("Would you work in {name}?"), Answers::YesNo),
        _ => return None,
    })
}

/// `United States` → `the United States`.
fn with_article(country: &str) -> String {
    const PLURAL: [&str; 3] = ["Netherlands", "Philippines", "Bahamas"];
    let takes_one =
        country.ends_with("Union") || country.ends_with("Republic") || country.starts_with("United ") || PLURAL.contains(&country);
    if takes_one { format!("the {country}") } else { country.to_owned() }
}

/// `bachelor degree: Nursing` → "Do you have a bachelor degree in Nursing, …", `enrolment for a master` → "Are you enrolled for a master?".
fn degree(name: &str) -> String {
    let what = name.replacen(": ", " in ", 1);
    match what.strip_prefix("enrolment") {
        Some(rest) => format!("Are you enrolled{rest}? Name the degree, or answer no"),
        None => {
            let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("Do you have {article} {what}, or something equivalent? Name it, or answer no")
        }
    }
}

/// `experience: nursing` → "Have you worked in this, or in something like it: nursing?".
fn job(name: &str) -> String {
    let what = name.strip_prefix("experience").map_or(name, |rest| rest.trim_start_matches(": "));
    if what.is_empty() {
        return "Have you had a job? Name it, or answer no".to_owned();
    }
    format!("Have you had a job with experience of this sort: {what}? Name it, or answer no")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(path: &str, kind: &'static str, name: &str) -> Option<String> {
        of_list(path, &Topic { kind, name: name.to_owned(), id: None }).map(|(text, _)| text)
    }

    #[test]
    fn questions_are_sentences_that_a_person_can_answer() {
        for (path, kind, name, want) in [
            ("skills", "skill", "wound dressing", "How good are you at this: wound dressing?"),
            (
                "education",
                "degree",
                "bachelor degree: Nursing",
                "Do you have a bachelor degree in Nursing, or something equivalent? Name it, or answer no",
            ),
            ("education", "degree", "associate degree", "Do you have an associate degree, or something equivalent? Name it, or answer no"),
            (
                "education",
                "degree",
                "enrolment for a master: Physics",
                "Are you enrolled for a master in Physics? Name the degree, or answer no",
            ),
            ("education", "degree", "enrolment", "Are you enrolled? Name the degree, or answer no"),
            (
                "work",
                "experience",
                "experience: nursing",
                "Have you had a job with experience of this sort: nursing? Name it, or answer no",
            ),
            ("work", "experience", "experience", "Have you had a job? Name it, or answer no"),
            ("work_authorization.authorized_in", "work_authorization", "United States", "What is your right to work in the United States?"),
            (
                "work_authorization.clearances", "clearance", "a security clearance",
                "Do you hold a security clearance? Name it, or answer no",
            ),
        ] {
            assert_eq!(asked(path, kind, name).as_deref(), Some(want), "{name}");
        }
    }

    #[test]
    fn what_is_no_name_is_not_asked() {
        for name in ["there's no minimum level", "languages as long they", "never any fees", "area", "management", "software", "manage"] {
            assert_eq!(asked("skills", "skill", name), None, "{name}");
        }
        for name in ["care of patients", "phlebotomy", "state and local tax", "computer-aided drafting"] {
            assert!(asked("skills", "skill", name).is_some(), "{name}");
        }
    }
}
