//! How postings ask to accept or bring something: "lift 50 lb", "travel up to 25 %", "weekend shifts", "own vehicle".

use super::{Condition, ConditionType};
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    taxonomy::{Family, LabelMention},
};
use std::ops::Range;

/// Words that ask for what the line names.
const ASKING: &[&str] = &[
    "able", "ability", "willing", "willingness", "must", "required", "requires", "require", "need", "needs", "may", "subject", "pass",
    "available", "availability", "flexible", "flexibility", "expected", "will", "own", "undergo", "complete", "consent", "requirement",
    "regularly", "frequently", "occasionally", "physically", "capable", "submit", "maintain", "can", "should", "clean", "valid", "access",
    "possess", "comfortable", "percent", "%", "cover", "supply", "bring", "include",
];

/// Finds the conditions of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let labels: Vec<&LabelMention> = line.labels_of(Family::Condition).collect();
    let asked = line.len() <= 9 || line.find(0..line.len(), ASKING).is_some();
    if labels.is_empty() || !asked || is_offer(line) {
        return;
    }
    let physical = line.find(0..line.len(), &["physical", "physically"]).is_some()
        || labels.iter().filter(|l| sort(line, l) == Some(ConditionType::Physical)).count() > 1
        || line
            .search(
                "required|require|requires|able|ability to|regularly|frequently|occasionally|walking|standing|bending|manual",
                0..line.len(),
            )
            .is_some();
    for label in &labels {
        let Some(kind) = sort(line, label) else { continue };
        let ambiguous = line.taxonomy.concept(label.concept).context.is_some();
        if (ambiguous && !physical) || covered(line, label) {
            continue;
        }
        let words = grown(line, label, kind, &labels);
        if line.phrase(&words).eq_ignore_ascii_case("able") || out.iter().any(|m| m.words.start < words.end && words.start < m.words.end) {
            continue;
        }
        out.push(Mention::of("condition", words.clone(), Predicate::Condition(Condition { text: line.phrase(&words).to_owned(), kind })));
    }
}

fn sort(line: &Line<'_>, label: &LabelMention) -> Option<ConditionType> {
    let sort = line.taxonomy.concept(label.concept).sort.clone()?;
    serde_json::from_value(serde_json::Value::String(sort)).ok()
}

/// A longer label of a skill or trait holds it.
fn covered(line: &Line<'_>, label: &LabelMention) -> bool {
    line.labels.iter().any(|l| {
        matches!(l.family, Family::Skill | Family::Trait | Family::Certificate)
            && l.words.len() > label.words.len()
            && l.words.start <= label.words.start
            && label.words.end <= l.words.end
    })
}

/// What the employer pays or offers.
fn is_offer(line: &Line<'_>) -> bool {
    line.find(0..line.len(), &["we offer", "paid", "reimburse", "reimbursement", "benefits", "provided", "we'll"]).is_some()
        && line.find(0..line.len(), &["must", "able", "required", "supply", "pass"]).is_none()
}

/// The label with the amount behind it: "lift up to 50 lb", "Travel: 0-10%", "work weekends".
fn grown(line: &Line<'_>, label: &LabelMention, kind: ConditionType, labels: &[&LabelMention]) -> Range<usize> {
    let mut words = label.words.clone();
    while words.len() > 1
        && line.is_one_of(words.start, &["required", "able", "ability", "willing", "willingness", "may", "must", "to", "be", "physically"])
    {
        words.start += 1;
    }
    let amount = match kind {
        ConditionType::Physical => line.matches("and|/? /? or? move|carry|pull|push|lift? any? where? objects|items|weight|boxes|packages|a|loads? weighing? minimum|up|at|to|a|of|least|over? to|of|least? # + pounds|lbs|lb|kg|kilograms|pound", words.end),
        ConditionType::Travel => line.matches(":? up|approximately|about|at? to|least? # - # % | percent", words.end).or_else(|| line.matches(":? up|approximately|about|at? to|least? # -? #? %|percent", words.end)),
        _ => None,
    };
    let next = labels.iter().map(|l| l.words.start).filter(|start| *start >= words.end).min().unwrap_or(line.len());
    if kind == ConditionType::Travel && amount.is_none() {
        let stop = (words.end..line.len().min(words.end + 4))
            .find(|at| line.is_sign(*at) || line.is_one_of(*at, &["and", "or", "for", "as", "is", "may", "required", "preferred", "to"]))
            .unwrap_or(line.len().min(words.end + 4));
        words.end = stop.max(words.end);
    }
    if let Some(end) = amount.filter(|end| *end <= next || kind == ConditionType::Physical) {
        words.end = end;
    }
    words
}
