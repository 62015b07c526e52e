//! How postings ask for a degree.
//!
//! `Currently pursuing an MS or PhD degree in Computer Science, or a related field` → levels master and doctorate, enrolled, one
//! field, related fields too. The names of degrees are vocabulary; what stands around them is read here.

mod fields;
mod status;
mod tail;
mod unnamed;

use super::{Degree, DegreeLevel, DegreeStatus};
use crate::{
    kind::{Mention, Predicate, StudentCondition, StudentStatus, heads::Heads, words::Words},
    line::Line,
    logic::Expr,
    taxonomy::{Concept, Family},
};
use std::ops::Range;

/// Finds the degrees of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some(group) = next_group(line, at) {
        at = group.words.end;
        let floor = out.last().map_or(0, |m| m.words.end);
        if group.bare && is_pursued(line, &group) && relate(out) {
            continue;
        }
        if let Some(mut mention) = degree(line, &group) {
            mention.words.start = mention.words.start.max(floor).min(group.words.start);
            at = mention.words.end.max(at);
            out.push(mention);
        }
    }
    unnamed::read(line, out);
}

/// "enrolled in a bachelor's or master's program, pursuing a related degree": says of the degree before that its field is related.
fn is_pursued(line: &Line<'_>, group: &Group) -> bool {
    let start = group.words.start;
    line.search("pursuing a related|relevant", start.saturating_sub(4)..start).is_some_and(|words| words.end == start)
}

/// Notes a related field at the last degree found, where there is one without a field.
fn relate(out: &mut [Mention]) -> bool {
    match out.last_mut().map(|mention| &mut mention.needs) {
        Some(Expr::Atom(Predicate::Degree(degree))) if degree.fields.is_empty() => {
            degree.related_fields = true;
            true
        }
        _ => false,
    }
}

/// Names of degrees that stand together.
struct Group {
    words: Range<usize>,
    levels: Vec<DegreeLevel>,
    field: Option<String>,
    student: bool,
    bare: bool,
    /// A test of general education (GED) beside a diploma: its equivalent.
    equivalent: bool,
}

/// The vocabulary's entry for the test that stands for a high school diploma.
const GED: &str = "degree-ged";

/// "Rockville, MD", "Boston, MA": the state behind a place, not what one studied there.
fn is_state(line: &Line<'_>, words: &Range<usize>) -> bool {
    let Some(place) = words.start.checked_sub(2).filter(|_| line.is_one_of(words.start - 1, &[","])) else { return false };
    let named = line.is_capital(place) && line.raw(place).chars().any(char::is_lowercase);
    let of_study = || line.labels().iter().any(|l| matches!(l.family, Family::Degree | Family::Field) && l.words.end == place + 1);
    words.len() == 1 && named && is_postal(line, words.start) && !of_study()
}

/// Whether a word is the short form of a state in addresses: "MA".
fn is_postal(line: &Line<'_>, at: usize) -> bool {
    let code = line.raw(at);
    let state = line.taxonomy.by_id(&format!("place-us-{}", code.to_ascii_lowercase()));
    state.is_some_and(|state| line.taxonomy.concept(state).postal.as_deref() == Some(code))
}

fn next_group(line: &Line<'_>, from: usize) -> Option<Group> {
    let classes = &Words::shared().degree;
    let labels: Vec<_> = line.labels_of(Family::Degree).filter(|l| l.words.start >= from && !is_state(line, &l.words)).collect();
    let first = labels.first()?;
    let mut group = Group { words: first.words.clone(), levels: Vec::new(), field: None, student: false, bare: true, equivalent: false };
    for label in labels {
        let gap = group.words.end..label.words.start.max(group.words.end);
        let joined = label.words.start < group.words.end || gap.clone().all(|at| classes.between.has(line, at));
        if label.words.start != group.words.start && (!joined || gap.len() > 4 || is_aside(line, &gap, label.words.end)) {
            break;
        }
        let concept = line.taxonomy.concept(label.concept);
        let levels = levels_of(line, concept, &label.words);
        if label.words.start != group.words.start
            && levels.is_empty()
            && !group.levels.is_empty()
            && gap.clone().any(|at| line.is_one_of(at, &["or", "and"]))
        {
            break; // "Bachelor's degree in … or a degree …" is another one
        }
        group.equivalent |= concept.id == GED && !group.levels.is_empty();
        add_levels(&mut group.levels, &levels);
        group.field = group.field.or_else(|| concept.field.clone());
        group.bare &= concept.levels.is_empty();
        group.words.end = label.words.end.max(group.words.end);
        group.student |= line.is_one_of(label.words.end - 1, &["student", "students", "candidate", "candidates"]);
    }
    while line
        .is_one_of(group.words.end, &["degree", "degrees", "program", "programme", "programs", "level", "diploma", "-", "qualification"])
    {
        group.words.end += 1;
    }
    group.words.end = line.matches("( s )", group.words.end).unwrap_or(group.words.end);
    if line.is_one_of(group.words.end, &["student", "students", "candidate", "candidates"]) {
        group.student = true;
        group.words.end += 1;
    }
    close_parenthesis(line, &mut group);
    Some(group)
}

/// "Bachelor's degree (Master's preferred)": a parenthesis that says how much it matters is about another degree.
fn is_aside(line: &Line<'_>, gap: &Range<usize>, end: usize) -> bool {
    let close = line.find(end..(end + 8).min(line.len()), &[")"]).unwrap_or(end);
    line.find(gap.clone(), &["("]).is_some()
        && line.find(end..close, &["preferred", "required", "desired", "plus", "desirable", "ideal", "ideally", "advantage"]).is_some()
}

/// "higher degree (PhD or MSc)": the levels inside stand for the one before, which only sums them up.
fn close_parenthesis(line: &Line<'_>, group: &mut Group) {
    let Some(open) = line.find(group.words.clone(), &["("]) else { return };
    if line.find(open..group.words.end, &[")"]).is_some() || !line.is_one_of(group.words.end, &[")"]) {
        return;
    }
    let mut inside = Vec::new();
    for label in line.labels_in(Family::Degree, open..group.words.end) {
        add_levels(&mut inside, &levels_of(line, line.taxonomy.concept(label.concept), &label.words));
    }
    if !inside.is_empty() && inside.iter().all(|level| group.levels.contains(level)) {
        group.levels = inside;
    }
    group.words.end += 1;
}

/// The levels of a name; for a label that joins two ("AA/BA") the levels of both.
fn levels_of(line: &Line<'_>, concept: &Concept, words: &Range<usize>) -> Vec<DegreeLevel> {
    let joined = words.clone().any(|at| line.is_one_of(at, &["/", "or", "and"]));
    let mut levels: Vec<DegreeLevel> = Vec::new();
    if joined {
        for at in words.clone() {
            for concept in line.taxonomy.mentioned(Family::Degree, line.raw(at)) {
                add_levels(&mut levels, &parse_levels(line.taxonomy.concept(concept)));
            }
        }
    }
    let own = parse_levels(concept); // "associate or bachelor's": "associate" alone is no degree
    if levels.len() < own.len() { own } else { levels }
}

fn parse_levels(concept: &Concept) -> Vec<DegreeLevel> {
    concept.levels.iter().filter_map(|level| serde_json::from_value(serde_json::Value::String(level.clone())).ok()).collect()
}

fn add_levels(levels: &mut Vec<DegreeLevel>, more: &[DegreeLevel]) {
    for level in more {
        if !levels.contains(level) {
            levels.push(*level);
        }
    }
}

fn degree(line: &Line<'_>, group: &Group) -> Option<Mention> {
    if is_doubled(line, group) || is_negated(line, group) || is_other_people(line, group) || is_method(line, group) {
        return None;
    }
    let before = fields::before(line, group.words.start);
    let name = before.as_ref().map_or(group.words.start, |(start, _)| *start)..group.words.end;
    let mut found = Degree {
        text: line.phrase(&name).trim_end_matches([',', ' ']).to_owned(),
        levels: group.levels.clone(),
        status: None,
        fields: before.map(|(_, fields)| fields).unwrap_or_default(),
        related_fields: false,
        or_higher: false,
        or_equivalent: group.equivalent,
    };
    let mut words = name.clone();
    words.start = lead_in(line, name.start);
    words.end = tail::tail(line, name.end, &mut found);
    if found.fields.is_empty() {
        found.fields.extend(group.field.iter().cloned()); // "MBA in Finance" is in Finance
    }
    found.related_fields |= found.fields.is_empty() && line.find(words.start..name.start, &["related", "relevant"]).is_some();
    found.status = Some(status::status(line, group, &words));
    if group.bare && found.fields.is_empty() && !found.related_fields && !is_asked(line, group, &found) {
        return None;
    }
    let program = line.find(name, &["program", "programme", "programs"]).is_some();
    if group.bare && program && found.fields.is_empty() && !found.related_fields && found.status == Some(DegreeStatus::Enrolled) {
        // "enrolled in a full-time degree program" names no degree: it is about being a student.
        let status = StudentStatus { text: line.phrase(&words).to_owned(), condition: StudentCondition::Enrolled, years: Vec::new() };
        return Some(Mention::of("student status: program", words, Predicate::StudentStatus(status)));
    }
    Some(Mention::of("degree", words, Predicate::Degree(found)))
}

/// "undergraduate student pursuing a Bachelor's degree", "in an undergraduate program …, working toward a Bachelor's degree": the
/// degree that follows says more.
fn is_doubled(line: &Line<'_>, group: &Group) -> bool {
    let classes = &Words::shared().degree;
    if group.student {
        return classes.pursuing.find(line, group.words.end..(group.words.end + 3).min(line.len())).is_some();
    }
    let program = line.is_one_of(group.words.end.saturating_sub(1), &["program", "programme"]);
    let next = line.labels_of(Family::Degree).find(|l| l.words.start > group.words.end);
    program
        && next.is_some_and(|next| {
            let between = group.words.end..next.words.start;
            let same = parse_levels(line.taxonomy.concept(next.concept)) == group.levels;
            same && classes.pursuing.find(line, between.clone()).is_some()
                && line.search("or a|an|the? _", between).is_none_or(|r| line.labels_in(Family::Degree, r).next().is_none())
        })
}

/// "LC/MS": letters behind a slash whose other side is no degree.
fn is_method(line: &Line<'_>, group: &Group) -> bool {
    let start = group.words.start;
    start > 1
        && group.words.len() == 1
        && line.is_one_of(start - 1, &["/"])
        && !line.is_spaced(start)
        && line.raw(start).chars().all(char::is_uppercase)
        && line.labels_of(Family::Degree).all(|l| l.words.end != start - 1)
}

/// "no degree required", "degree not required".
fn is_negated(line: &Line<'_>, group: &Group) -> bool {
    let start = group.words.start.saturating_sub(2);
    line.find(start..group.words.start, &["no", "without"]).is_some()
        || line.search("not|never required|needed|necessary", group.words.end..(group.words.end + 4).min(line.len())).is_some()
        || line.is_one_of(group.words.end, &["conferred", "verification", "evaluation", "requirement", "requirements"])
}

/// Degrees of others: "a team of PhDs", "supporting undergraduate students", "tuition for a degree".
fn is_other_people(line: &Line<'_>, group: &Group) -> bool {
    let before = line.word(group.words.start.saturating_sub(1));
    let duty = (0..2).any(|at| Heads::shared().is_verb(line.word(at)));
    let teaching = line
        .find(
            group.words.start.saturating_sub(if duty { 14 } else { 4 })..group.words.start,
            &[
                "mentor", "supervise", "teach", "teaching", "mentoring", "supervising", "support", "supporting", "advise", "recruit",
                "our", "tuition", "train", "advising", "training", "educating", "serving", "supervision", "co-supervision",
            ],
        )
        .is_some();
    let subject = Words::shared().degree.of_teaching.has(line, group.words.end)
        && line.find(0..group.words.start, &["enrolled", "pursuing", "student", "students", "current", "currently"]).is_none();
    teaching
        || subject
        || line.search("teach|teaches _9", 0..group.words.start).is_some()
        || (group.words.start > 0 && before == "of" && line.is_one_of(group.words.start.saturating_sub(2), &["team", "group", "number"]))
}

fn is_asked(line: &Line<'_>, group: &Group, found: &Degree) -> bool {
    found.status == Some(DegreeStatus::Enrolled)
        || line
            .find(0..line.len(), &["required", "preferred", "must", "relevant", "plus", "desirable", "higher", "educated", "essential"])
            .is_some()
        || (group.words.start <= 2 && line.len() <= 14)
}

/// Where the words that lead to a degree begin: "Currently enrolled in a …", "Working towards a …".
fn lead_in(line: &Line<'_>, name: usize) -> usize {
    let mut start = name;
    let passed = |at: usize| {
        line.is_one_of(
            at,
            &[
                "a", "an", "the", "in", "at", "for", "their", "your", "currently", "enrolled", "pursuing", "working", "towards", "toward",
                "registered", "completion", "of", "actively", "full", "time", "-", "current", "accredited", "be", "student", "studying",
                "minimum", "earned", "completed", "completing", "obtaining", "holding", "possession", "possess", "possesses", "hold",
                "holds", "is", "are", "related", "relevant", "applicable", "you", "either", "least", "active", "enrollment", "recognized",
                "year", "four", "university", "pursue", "obtained", "attained", "attending", "matriculated", "program", "educated", "to",
                "seeking", "candidates", "process", "obtain", "attain", "complete", "candidate", "undertaking",
            ],
        )
    };
    // "studying for (or have just finished) a …"
    let aside = |end: usize| {
        let close = end.checked_sub(1).filter(|at| line.is_one_of(*at, &[")"]))?;
        let open = (close.saturating_sub(8)..close).rev().find(|at| line.is_one_of(*at, &["("]))?;
        let told =
            |at: usize| passed(at) || line.is_one_of(at, &["or", "and", "have", "has", "had", "just", "recently", "already", "finished"]);
        (open + 1..close).all(told).then_some(open)
    };
    loop {
        if start > 0 && passed(start - 1) {
            start -= 1;
        } else if let Some(open) = aside(start) {
            start = open;
        } else {
            return start;
        }
    }
}
