//! The facts of a profile held against a day: what has run out, and what has not begun.
//!
//! A file that was right in spring says `status = "enrolled"` of a degree that ended in June. Whether that is so depends on the day, which
//! only the caller knows.

use super::{CertificateStatus, EducationStatus, Profile, check::Finding};
use crate::diagnostic::Diagnostic;
use jiff::civil::Date;

/// Warns of facts that cannot be so on the day `as_of`: a degree under way that has ended, a certificate held that has expired.
///
/// ```
/// use quals::{profile, taxonomy::Taxonomy};
/// let text = "[[certificates]]\nname = \"First aid\"\nexpires = \"2026-03\"\n";
/// let profile = profile::read("me.toml", text, &Taxonomy::builtin()).profile.unwrap();
/// let told = profile::check_as_of(&profile, jiff::civil::date(2026, 11, 21));
/// assert_eq!(told[0].to_string(), "me.toml:3:1: `First aid` expired with `2026-03`; renew it, or remove it");
/// ```
#[must_use]
pub fn check_as_of(profile: &Profile, as_of: Date) -> Vec<Diagnostic> {
    let checks = [education, work, certificates, availability];
    let found = checks.iter().flat_map(|check| check(profile, as_of));
    found.map(|finding| finding.into_diagnostic(profile)).collect()
}

fn education(profile: &Profile, as_of: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    for (i, entry) in profile.education.iter().enumerate() {
        let end = format!("education[{i}].end");
        match (entry.status, entry.end) {
            (Some(EducationStatus::Enrolled), Some(date)) if date.last_day() < as_of => {
                let help = "set `status = \"completed\"`, or the end that is expected now";
                found.push(Finding::warning(end, format!("the degree is under way, but its end `{date}` is past"), help));
            }
            (Some(EducationStatus::Completed), Some(date)) if date.first_day() > as_of => {
                let help = "set `status = \"enrolled\"`, or mend the end";
                found.push(Finding::warning(end, format!("the degree is completed, but its end `{date}` is to come"), help));
            }
            _ => {}
        }
        let begun = entry.start.filter(|date| date.first_day() > as_of);
        let told = |date| not_begun(format!("education[{i}].start"), "degree", date);
        found.extend(begun.map(told));
    }
    found
}

fn work(profile: &Profile, as_of: Date) -> Vec<Finding> {
    let starts = profile.work.iter().enumerate().filter_map(|(i, job)| Some((i, job.start.filter(|date| date.first_day() > as_of)?)));
    starts.map(|(i, date)| not_begun(format!("work[{i}].start"), "job", date)).collect()
}

fn not_begun(path: String, what: &str, date: impl std::fmt::Display) -> Finding {
    Finding::warning(path, format!("the {what} has not begun; its start `{date}` is to come"), "mend the start, or leave the entry out")
}

fn certificates(profile: &Profile, as_of: Date) -> Vec<Finding> {
    let held = profile.certificates.iter().enumerate().filter(|(_, it)| it.status == CertificateStatus::Held);
    let expired = held.filter_map(|(i, it)| Some((i, it, it.expires.filter(|date| date.last_day() < as_of)?)));
    let told = |name: &str, date| format!("{} expired with `{date}`", crate::diagnostic::quoted(name));
    expired
        .map(|(i, it, date)| Finding::warning(format!("certificates[{i}].expires"), told(&it.name, date), "renew it, or remove it"))
        .collect()
}

fn availability(profile: &Profile, as_of: Date) -> Vec<Finding> {
    let over = profile.availability.end.filter(|date| date.last_day() < as_of);
    let message = |date| format!("the availability ended with `{date}`");
    over.map(|date| Finding::warning("availability.end", message(date), "give the time that is free now")).into_iter().collect()
}
