//! What the parts of a heading name: a title, an employer, a school, a place.
//!
//! `Nurse, St Mary, Leeds` is a title, an employer and a place; `Kormoran AG` above `Software engineer` is the employer.

use super::{strings::Strings, words};
use crate::{
    line::Line,
    taxonomy::Family,
    value::{duration, grade},
};

/// A job by its names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) title: Option<String>,
    pub(super) organization: Option<String>,
    /// Whether a word says which is which.
    pub(super) is_sure: bool,
}

/// Cuts a heading such as `Nurse, St Mary` into its parts: at strong signs, or else at commas and `at`.
pub(super) fn parts(text: &str) -> Vec<String> {
    let strong = [" | ", "|", " · ", " • ", "\t", " – ", " — ", " - ", " @ ", " // "];
    let found = cut(text, &strong);
    if found.len() > 1 { found } else { cut(text, &[", ", " at "]) }
}

fn cut(text: &str, signs: &[&str]) -> Vec<String> {
    let cut = signs.iter().fold(text.to_owned(), |text, sign| text.replace(sign, "\n"));
    let mut found: Vec<String> = Vec::new();
    for part in cut.lines() {
        let part = part.trim().trim_matches([' ', ',', ';', '-', '–', '—', '|', ':', '*', '_']);
        let part = part.strip_prefix('(').map_or(part, |inner| inner.trim_end_matches(')'));
        let part = if part.contains('(') { part } else { part.trim_end_matches(')') };
        let part = part.trim_end_matches(['(', ' ', ',']);
        match found.last_mut() {
            Some(last) if words::is_company_form(part) => last.extend([", ", part]),
            _ if part.contains(char::is_alphanumeric) && !words::is_date_lead(part) => found.push(part.to_owned()),
            _ => {}
        }
    }
    found
}

/// Who does a job where, by the rows that name it, without their dates.
pub(super) fn named(rows: &[String], strings: Strings<'_>) -> Job {
    let strong: Vec<String> = rows.iter().flat_map(|row| parts_of_row(row)).filter(|part| !is_aside(part, strings)).collect();
    let title_at = strong.iter().position(|part| words::is_title(part) && !words::is_company(part));
    let title_at = title_at.or_else(|| strong.iter().position(|part| words::is_title(part)));
    let Some(at) = title_at else { return by_place(&strong) };
    let others = || strong.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| part);
    let employer = others().find(|part| words::is_company(part) || words::is_school(part)).or_else(|| others().next());
    Job { title: strong.get(at).cloned(), organization: employer.cloned(), is_sure: true }
}

/// The parts of a row; commas part only where no strong sign does, and where a title stands before or behind them.
fn parts_of_row(row: &str) -> Vec<String> {
    row.split('\t').flat_map(parts).collect()
}

fn by_place(parts: &[String]) -> Job {
    let is_employer = |part: &&String| words::is_company(part) || words::is_school(part);
    let employer = parts.iter().find(is_employer);
    match (employer, parts) {
        (Some(employer), _) => {
            let title = parts.iter().find(|part| *part != employer).cloned();
            Job { is_sure: title.is_none(), title, organization: Some(employer.clone()) }
        }
        (None, [title]) => Job { title: Some(title.clone()), ..Job::default() },
        (None, [title, employer, ..]) => Job { title: Some(title.clone()), organization: Some(employer.clone()), is_sure: false },
        (None, []) => Job::default(),
    }
}

/// Whether a part says something else than names do: a place, a length of time, that work was remote.
fn is_aside(part: &str, strings: Strings<'_>) -> bool {
    let is_length = || {
        duration::find(part)
            .first()
            .is_some_and(|found| found.span.len() + 3 > part.len() || part.starts_with(|c: char| c.is_ascii_digit()))
    };
    let is_way = ["remote", "hybrid", "on-site", "onsite", "full-time", "part-time", "full time", "part time", "freelance", "contract"];
    is_way.contains(&part.to_lowercase().as_str()) || is_length() || is_place(part, strings)
}

/// Whether the whole of a part is a place; `Leeds, UK` is one too.
fn is_place(part: &str, strings: Strings<'_>) -> bool {
    part.split(',').all(|part| strings.taxonomy.named(Family::Place, part).is_some())
}

/// The school that some rows name, and whether a word says that it is one.
pub(super) fn school(rows: &[String], degree: Option<&str>, strings: Strings<'_>) -> Option<(String, bool)> {
    let all: Vec<String> = rows.iter().flat_map(|row| parts_of_row(row)).collect();
    let fine = |part: &str| degree.is_none_or(|degree| !degree.contains(part) && !part.contains(degree));
    let pieces = || all.iter().flat_map(|part| part.split([',', '(', ':'])).map(|piece| piece.trim_matches([' ', ')']));
    let is_school = |piece: &&str| words::is_school(piece) && strings.taxonomy.mentioned(Family::Degree, piece).is_empty();
    let whole = all.iter().find(|part| fine(part) && words::is_school(part)).map(String::as_str);
    let known = whole.or_else(|| pieces().find(is_school)).map(str::to_owned);
    if let Some(name) = known {
        return Some((name, true));
    }
    degree?;
    let may_be = |part: &&String| {
        let line = Line::new(part, strings.taxonomy, strings.as_of);
        let is_field = line.labels_of(Family::Field).next().is_some() || line.labels_of(Family::Degree).next().is_some();
        fine(part) && !is_field && !is_aside(part, strings) && grade::find(part).is_empty() && part.split_whitespace().count() < 7
    };
    all.iter().find(may_be).map(|name| (name.clone(), false))
}

/// The field of study that is a part of its own.
pub(super) fn field(rows: &[String], strings: Strings<'_>) -> Option<String> {
    rows.iter().flat_map(|row| parts_of_row(row)).find(|part| strings.taxonomy.named(Family::Field, part).is_some())
}

/// Whether a text looks like the name of a person: two to five words of letters, which begin in upper case.
pub(super) fn is_of_person(text: &str) -> bool {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || ".'’-,".contains(c)) && word.starts_with(char::is_alphabetic);
    let count = text.split_whitespace().count();
    let begins = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=5).contains(&count) && text.split_whitespace().all(is_word) && begins >= 2 && !words::is_title(text)
}
