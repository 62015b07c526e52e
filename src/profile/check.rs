//! Facts of a profile that contradict each other.
//!
//! `end` before `start`, `enrolled = false` beside a degree that is `enrolled`, a condition both accepted and refused: each check is a
//! function over the whole profile that lists its findings; where they stand in the file is looked up afterwards.

use super::{EducationStatus, Profile, WorkEnd};
use crate::{
    diagnostic::{Diagnostic, Severity, quoted},
    value::PartialDate,
};
use std::{collections::BTreeSet, fmt::Display};

/// Something found about a fact.
pub(super) struct Finding {
    pub(super) severity: Severity,
    /// The path of the fact.
    pub(super) path: String,
    pub(super) message: String,
    pub(super) help: String,
}

impl Finding {
    pub(super) fn error(path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { severity: Severity::Error, path: path.into(), message: message.into(), help: help.into() }
    }

    pub(super) fn warning(path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(path, message, help) }
    }

    /// The diagnostic of the finding at the place of its fact.
    pub(super) fn into_diagnostic(self, profile: &Profile) -> Diagnostic {
        let told = match (profile.places.source(), profile.places.span(&self.path)) {
            (Some(source), Some(span)) => Diagnostic::at(self.severity, source, span, self.message),
            _ => Diagnostic::new(self.severity, &profile.source, self.message),
        };
        told.help(self.help)
    }
}

/// Everything in the profile that contradicts something else in it.
pub(super) fn contradictions(profile: &Profile) -> Vec<Finding> {
    let checks = [spans, window, enrollment, no_longer_enrolled, grades, sponsorship, conditions, weights, repeated_skills];
    checks.iter().flat_map(|check| check(profile)).collect()
}

/// An end before its start.
fn spans(profile: &Profile) -> Vec<Finding> {
    let date = |end: WorkEnd| if let WorkEnd::Date(date) = end { Some(date) } else { None };
    let education = profile.education.iter().enumerate().map(|(i, it)| (format!("education[{i}]"), it.start, it.end));
    let work = profile.work.iter().enumerate().map(|(i, it)| (format!("work[{i}]"), it.start, it.end.and_then(date)));
    let available = [("availability".to_owned(), profile.availability.start, profile.availability.end)];
    education.chain(work).chain(available).filter_map(|(path, start, end)| end_before_start(&path, start?, end?)).collect()
}

fn end_before_start(path: &str, start: PartialDate, end: PartialDate) -> Option<Finding> {
    let message = format!("the end `{end}` is before the start `{start}`");
    (end.last_day() < start.first_day()).then(|| Finding::error(format!("{path}.end"), message, "mend one of them; the start comes first"))
}

/// A stay that is longer than the time there is for it.
fn window(profile: &Profile) -> Vec<Finding> {
    let available = &profile.availability;
    let (Some(start), Some(end), Some(months)) = (available.start, available.end, available.months) else { return Vec::new() };
    let days = end.last_day().since(start.first_day()).map_or(0, |span| span.get_days());
    let message = format!("{months} months are longer than the time from `{start}` to `{end}`");
    let longer = months * 28.0 > f64::from(days) + 1.0 && days > 0;
    longer.then(|| Finding::warning("availability.months", message, "give the longest stay within that time")).into_iter().collect()
}

/// `[study]` against the degrees that are under way.
fn enrollment(profile: &Profile) -> Vec<Finding> {
    let may_be_enrolled = profile.education.iter().any(|it| matches!(it.status, None | Some(EducationStatus::Enrolled)));
    let mut found = Vec::new();
    if profile.study.enrolled == Some(true) && !may_be_enrolled {
        let message = "`enrolled = true`, but no `[[education]]` has `status = \"enrolled\"`";
        found.push(Finding::warning("study.enrolled", message, "add the degree that is under way to `[[education]]`"));
    }
    for (i, entry) in profile.education.iter().enumerate() {
        if profile.study.enrolled == Some(false) && entry.status == Some(EducationStatus::Enrolled) {
            let message = "`status = \"enrolled\"`, but `[study]` says `enrolled = false`";
            found.push(Finding::error(format!("education[{i}].status"), message, "mend one of them"));
        }
    }
    found
}

/// What only a student can be.
fn no_longer_enrolled(profile: &Profile) -> Vec<Finding> {
    let study = &profile.study;
    let facts = [
        ("returning", study.returning == Some(true)),
        ("final_requirement", study.final_requirement == Some(true)),
        ("year", study.year.is_some()),
    ];
    let told = |name: &str| Finding::warning(format!("study.{name}"), format!("`{name}` is set, but `enrolled = false`"), "remove it");
    facts.iter().filter(|(_, set)| *set && study.enrolled == Some(false)).map(|(name, _)| told(name)).collect()
}

/// Grades that their scale does not have.
fn grades(profile: &Profile) -> Vec<Finding> {
    let grade = |i: usize, gpa: f64, scale: Option<f64>| {
        let path = format!("education[{i}].gpa");
        match scale {
            None => {
                let help = "add the best grade of the scale, such as `gpa_scale = 4.0`";
                Some(Finding::warning(path, "`gpa` has no `gpa_scale`, without which it says little", help))
            }
            Some(scale) if gpa > scale => {
                Some(Finding::error(path, format!("the gpa `{gpa}` is above its scale `{scale}`"), "mend `gpa` or `gpa_scale`"))
            }
            Some(_) => None,
        }
    };
    profile.education.iter().enumerate().filter_map(|(i, entry)| grade(i, entry.gpa?, entry.gpa_scale)).collect()
}

/// Countries where the candidate both may work and needs sponsorship.
fn sponsorship(profile: &Profile) -> Vec<Finding> {
    let rights = &profile.work_authorization;
    let free = [
        ("citizenships", &rights.citizenships),
        ("authorized_in", &rights.authorized_in),
        ("permanent_resident_in", &rights.permanent_resident_in),
    ];
    let mut found = Vec::new();
    for (i, country) in rights.needs_sponsorship_in.iter().enumerate() {
        if let Some((list, _)) = free.iter().find(|(_, list)| list.contains(country)) {
            let message = format!("{} is in `needs_sponsorship_in` and in `{list}`", quoted(country));
            found.push(Finding::error(format!("work_authorization.needs_sponsorship_in[{i}]"), message, "remove it from one of them"));
        }
    }
    found
}

/// What is both accepted and refused.
fn conditions(profile: &Profile) -> Vec<Finding> {
    let personal = &profile.personal;
    let both = personal.refuses.iter().enumerate().filter(|(_, it)| personal.accepts.iter().any(|other| same_words(it, other)));
    let told = |(i, it): (usize, &String)| {
        Finding::error(
            format!("personal.refuses[{i}]"),
            format!("{} is both accepted and refused", quoted(it)),
            "remove it from one of them",
        )
    };
    both.map(told).collect()
}

fn same_words(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// A fit in which nothing counts.
fn weights(profile: &Profile) -> Vec<Finding> {
    let nothing = profile.weights.required + profile.weights.preferred <= 0.0;
    let help = "give at least one of them a weight; the defaults are 3 and 1";
    nothing.then(|| Finding::error("weights", "with both weights zero, nothing counts", help)).into_iter().collect()
}

/// A skill listed twice.
fn repeated_skills(profile: &Profile) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let again = profile.skills.iter().enumerate().filter(|(_, skill)| !skill.name.is_empty() && !seen.insert(skill.name.to_lowercase()));
    let told = |(i, name): (usize, &dyn Display)| {
        Finding::warning(format!("skills[{i}].name"), format!("the skill `{name}` is listed twice"), "keep one of them")
    };
    again.map(|(i, skill)| told((i, &skill.name))).collect()
}
