//! How postings ask to accept or bring something: "lift 50 lb", "travel up to 25 %", "weekend shifts", "own vehicle".

use super::{Condition, ConditionType};
use crate::{
    kind::{Mention, Predicate, words::Words},
    line::Line,
    taxonomy::{Family, LabelMention},
};
use std::ops::Range;

/// A condition's name in the line, and its sort.
struct Named {
    words: Range<usize>,
    sort: ConditionType,
    ambiguous: bool,
}

/// Finds the conditions of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let named: Vec<Named> = line.labels_of(Family::Condition).filter(|l| !covered(line, l)).filter_map(|l| name(line, l)).collect();
    let words = &Words::shared().condition;
    let opens = named.first().is_some_and(|first| first.words.start <= 1);
    // "Prolonged periods of standing and crawling": two demands on the body ask by themselves.
    let body = strain(&named) > MANY;
    let asked = line.len() <= 9 || opens || body || words.asking.find(line, 0..line.len()).is_some();
    if named.is_empty() || !asked || is_offer(line) {
        return;
    }
    let (physical, loaded) = (is_physical(line, &named), is_loaded(line, &named));
    for (index, own) in named.iter().enumerate() {
        let next = named.get(index + 1);
        let taken = out.iter().any(|m| m.words.start < own.words.end && own.words.start < m.words.end);
        let moves = own.words.len() == 1 && words.lift.has(line, own.words.start); // "push", "handle": of a weight or of a project
        if taken
            || own.ambiguous && !(if moves { loaded } else { physical })
            || is_negated(line, own)
            || next.is_some_and(|next| names_the_next(line, own, next))
        {
            continue;
        }
        let text = grown(line, own, named.get(index + 1..).unwrap_or_default());
        if line.phrase(&text).eq_ignore_ascii_case("able") || line.is_one_of(own.words.start, &["type"]) && line.is_number(own.words.end) {
            continue; // "type 40 wpm" is a skill
        }
        let condition = Condition { text: line.phrase(&text).to_owned(), kind: own.sort };
        let start = lead_in(line, text.start).max(out.last().map_or(0, |m| m.words.end));
        out.push(Mention::of("condition", start..text.end, Predicate::Condition(condition)));
    }
}

fn name(line: &Line<'_>, label: &LabelMention) -> Option<Named> {
    let concept = line.taxonomy.concept(label.concept);
    let sort = serde_json::from_value(serde_json::Value::String(concept.sort.clone()?)).ok()?;
    Some(Named { words: label.words.clone(), sort, ambiguous: concept.context.is_some() })
}

/// Whether a line tells of more than one demand on the body, or of a weight.
fn is_loaded(line: &Line<'_>, named: &[Named]) -> bool {
    line.find(0..line.len(), &["physical", "physically"]).is_some()
        || strain(named) > MANY
        || Words::shared().condition.weight.find(line, 0..line.len()).is_some_and(|unit| unit > 0 && line.is_number(unit - 1))
}

/// How much the names of a line speak of the body; a name that has other meanings counts half.
fn strain(named: &[Named]) -> usize {
    named.iter().filter(|n| n.sort == ConditionType::Physical).map(|n| 2 - usize::from(n.ambiguous)).sum()
}

/// The strain of one demand on the body, above which a line tells of several.
const MANY: usize = 2;

/// Whether a line speaks of the body, so that "stand", "reach" and "balance" are demands on it.
fn is_physical(line: &Line<'_>, named: &[Named]) -> bool {
    is_loaded(line, named)
        || line
            .search(
                "required|require|requires|able|ability to|regularly|frequently|occasionally|walking|standing|bending|manual",
                0..line.len(),
            )
            .is_some()
}

/// A longer label of a skill or trait holds it.
fn covered(line: &Line<'_>, label: &LabelMention) -> bool {
    line.labels().iter().any(|l| {
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

/// "no travel", "no special physical demands", "overtime is not required".
fn is_negated(line: &Line<'_>, own: &Named) -> bool {
    line.find(own.words.start.saturating_sub(2)..own.words.start, &["no", "without", "never"]).is_some()
        || line.search("not|never be? required|needed|necessary|expected", own.words.end..(own.words.end + 5).min(line.len())).is_some()
}

/// "various shifts such as weekends": a name for the sort of what follows.
fn names_the_next(line: &Line<'_>, own: &Named, next: &Named) -> bool {
    own.sort == next.sort
        && ["such as", "including", "include|includes", "eg|e.g"].iter().any(|p| line.matches(p, own.words.end).is_some())
        && next.words.start <= own.words.end + 4
}

/// Where the words begin that lead to a condition and say nothing of their own: "willingness to submit to a".
fn lead_in(line: &Line<'_>, start: usize) -> usize {
    let words = &Words::shared().condition;
    let first = words.lead.back(line, start);
    words.willing.find(line, first..start).unwrap_or(start)
}

/// The label with what belongs to it: "lift up to 50 lb", "Travel: 0-10%", "pre-employment drug test".
fn grown(line: &Line<'_>, own: &Named, rest: &[Named]) -> Range<usize> {
    let mut words = own.words.clone();
    const BARE: &[&str] = &["required", "able", "ability", "willing", "willingness", "may", "must", "to", "be", "physically", "pass"];
    while words.len() > 1 && line.is_one_of(words.start, BARE) {
        words.start += 1;
    }
    match own.sort {
        ConditionType::Physical => words.end = load(line, &words).or_else(|| hands(line, &words)).unwrap_or(words.end),
        ConditionType::Travel => words.end = journey(line, words.end, rest),
        ConditionType::BackgroundCheck | ConditionType::DrugTest | ConditionType::Medical => {
            words.start = Words::shared().condition.check.back(line, words.start);
            words.end = line.matches("check|checks|screening|screenings|investigation", words.end).unwrap_or(words.end);
        }
        _ => {}
    }
    with_repeats(line, words, own.sort, rest)
}

/// "and/or move objects weighing up to 50 lb": the end of the weight behind a demand.
fn load(line: &Line<'_>, words: &Range<usize>) -> Option<usize> {
    let classes = &Words::shared().condition;
    let from = words.end;
    classes.lift.find(line, words.clone())?;
    let limit = (from + 18).min(line.len());
    let stop = line.find(from..limit, &[";", ".", ":"]).unwrap_or(limit);
    let weighing = line.find(from..stop, &["weighing", "weigh"]).is_some();
    let unit = (from..stop)
        .take_while(|at| weighing || classes.load.has(line, *at) || is_weight(line, *at) || line.is_number(*at))
        .find(|at| is_weight(line, *at))?;
    let weighed = line.is_number(unit - 1) || line.is_one_of(unit - 1, &["+", "-"]) || !classes.weight.has(line, unit);
    let opened = line.find(from..unit, &["("]).is_some();
    weighed.then(|| if opened { line.matches(")", unit + 1).unwrap_or(unit + 1) } else { unit + 1 })
}

/// A unit of weight, also with its number: "lbs", "50lbs".
fn is_weight(line: &Line<'_>, at: usize) -> bool {
    const UNITS: &[&str] = &["lbs", "lb", "kg", "kgs", "pounds", "pound"];
    let word = line.word(at);
    let behind = word.trim_start_matches(|c: char| c.is_ascii_digit());
    Words::shared().condition.weight.has(line, at) || behind.len() < word.len() && UNITS.contains(&behind)
}

/// "use hands to finger, handle, or feel objects": what the hands do.
fn hands(line: &Line<'_>, words: &Range<usize>) -> Option<usize> {
    line.find(words.clone(), &["hands"])?;
    let begun = line.is_one_of(words.end - 1, &["finger", "handle", "feel"]).then_some(words.end);
    let from = line.matches("to finger|handle|feel|grasp|touch|manipulate|operate", words.end).or(begun)?;
    let on =
        (from..line.len()).find(|at| !line.is_one_of(*at, &[",", "handle", "or", "and", "feel", "grasp", "grip", "touch", "manipulate"]));
    let end = on.unwrap_or(line.len());
    Some((from..end).rev().find(|at| !line.is_one_of(*at, &[",", "or", "and"])).map_or(from, |at| at + 1))
}

/// Where a journey ends: at its share of the time, else a few words on: "travel up to 25 %", "travel within the region".
fn journey(line: &Line<'_>, from: usize, rest: &[Named]) -> usize {
    let classes = &Words::shared().condition;
    let next = rest.iter().map(|n| n.words.start).find(|start| *start >= from).unwrap_or(line.len());
    let share = (from..(from + 12).min(next))
        .take_while(|at| classes.share.has(line, *at) || line.is_number(*at) || line.is_one_of(*at, &["%", "percent"]))
        .find(|at| line.is_one_of(*at, &["%", "percent"]));
    if let Some(sign) = share {
        return line.matches("of the? time", sign + 1).unwrap_or(sign + 1);
    }
    if let Some(end) = line.matches(
        "domestically|nationally|locally|regionally|internationally and|or|/|& internationally|domestically|nationally|regionally",
        from,
    ) {
        return end;
    }
    let limit = line.len().min(from + 4).min(next);
    (from..limit).find(|at| line.is_sign(*at) || classes.stop.has(line, *at)).unwrap_or(limit)
}

/// "criminal records check with the Disclosure and Barring Service (DBS)", "sit/stand": one demand named twice.
fn with_repeats(line: &Line<'_>, mut words: Range<usize>, sort: ConditionType, rest: &[Named]) -> Range<usize> {
    for next in rest.iter().filter(|n| n.sort == sort) {
        let between = words.end..next.words.start;
        let check = matches!(sort, ConditionType::BackgroundCheck | ConditionType::DrugTest);
        let joined = match sort {
            _ if between.is_empty() => next.words.start <= words.end,
            ConditionType::Physical => {
                line.matches("/", between.start) == Some(between.end) || line.matches("and / or", between.start) == Some(between.end)
            }
            _ => check && between.clone().all(|at| line.is_one_of(at, &["(", "with", "the", "by", "via", "through", "from"])),
        };
        if !joined {
            break;
        }
        words.end = next.words.end.max(words.end);
        words.end = if line.is_one_of(next.words.start.saturating_sub(1), &["("]) {
            line.matches(")", words.end).unwrap_or(words.end)
        } else {
            words.end
        };
    }
    words
}
