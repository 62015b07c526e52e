//! What follows the name of a degree: a university, "or higher", "or equivalent experience", "or a related field", a parenthesis.

use super::{
    Degree, add_levels,
    fields::{field_list, fields, is_generic},
    parse_levels,
};
use crate::{line::Line, taxonomy::Family};
use std::ops::Range;

/// Reads what follows the name: fields, "or related", "or higher", "or equivalent", a university. Gives the end.
pub(super) fn tail(line: &Line<'_>, from: usize, found: &mut Degree) -> usize {
    let mut at = from;
    loop {
        let before = at;
        at = from_university(line, at);
        at = alternatives(line, at, found);
        at = in_parenthesis(line, at, found);
        at = fields(line, at, found);
        if at == before {
            return at;
        }
    }
}

fn from_university(line: &Line<'_>, at: usize) -> usize {
    let patterns = [
        "from|at an|a|the? appropriately? nationally? regionally? _2 accredited|recognized _3 university|college|institution|school|universities|colleges|institutions",
        "from|at an|a|the? accredited|recognized|local|four _3 university|college|institution|school",
        "from|at an|a _2 university|college|institution|school or college|university|institution",
        "from|at an|a _2 university|college|institution|school",
        "or a? certificate|certification|diploma program|programme?",
    ];
    let Some(end) = patterns.iter().find_map(|p| line.matches(p, at)) else { return at };
    line.matches("or|/|and university|college|institution|school", end).unwrap_or(end)
}

/// "or higher", "(or higher, or equivalent)", "or a related field", "or equivalent experience".
fn alternatives(line: &Line<'_>, at: usize, found: &mut Degree) -> usize {
    let opened = line.matches(",? (? or|and/or", at).map(|end| end - 1);
    let Some(start) = opened else { return at };
    if let Some(end) = line
        .matches("or higher|above|greater|more|beyond degree|level? )?", start)
        .or_else(|| line.matches("or a|an? higher|advanced _2 degree )?", start))
    {
        found.or_higher = true;
        return end;
    }
    let equivalent = [
        "or the? foreign? equivalent combination of education|training|experience and|or|/ experience|training|education _3",
        "or an|a|the? equivalent|comparable combination of _5 experience",
        "or an|a|the? equivalent|comparable practical|professional|work|relevant|industry|related? _1 experience|training _1 in a|the? related? field",
        "or an|a|the? equivalent|comparable practical|professional|work|relevant|industry|related? _1 experience|training",
        "or an|a|any? equivalent|suitable? combination of _2 education|training|experience and|or|/|& education|training|experience",
        "or related|relevant|practical|commensurate|comparable|similar|appropriate _1 work|professional|industry? experience",
        "or ged|g.e.d",
        "or an|a? general education degree|diploma",
        "or an|a|the|its|foreign? equivalent|equivalency|equiv|equivalents _1 degree|qualification|diploma|field|discipline|certification|level|education",
        "or an|a|the|its|foreign? equivalent|equivalency|equiv|equivalents",
    ];
    if let Some(end) = equivalent.iter().find_map(|p| line.matches(p, start)) {
        let bare =
            line.is_one_of(end.saturating_sub(1), &["equivalent", "equiv"]) && line.word(start + 1) == "the" && !found.fields.is_empty();
        if bare {
            found.related_fields = true; // "Computer Vision, or the equivalent"
        } else {
            found.or_equivalent = true;
        }
        return line
            .matches("( ged )", end)
            .or_else(|| line.matches(")", end))
            .or_else(|| line.matches("degree|experience|diploma", end))
            .unwrap_or(end);
    }
    related(line, start).map_or(at, |end| {
        found.related_fields = true;
        end
    })
}

/// "or a closely related technical field of study", "or related".
fn related(line: &Line<'_>, or: usize) -> Option<usize> {
    let patterns = [
        "or|and in? a|an|any|other|another|some? other? closely? related|relevant|similar|equivalent|comparable|relatable|allied _4 field|fields|discipline|disciplines|area|areas|subject|subjects|program|programs|degree|degrees|major|majors|concentration|course|study|specialty of? study|expertise?",
        "or|and a|an|any? other quantitative|technical|relevant|related|similar|scientific|stem|engineering|business|computational|analytical _2 field|fields|discipline|disciplines|area|areas|subject|degree|program|major|sciences",
        "or|and a|an|any? other? closely? related",
        "or|and a|an|any? similar|equivalent|comparable|quantitative|technical|relevant field|discipline|area|subject|major|program|degree",
        "or|and other field|fields|discipline|disciplines|area|areas",
    ];
    let end = patterns.iter().find_map(|p| line.matches(p, or))?;
    Some(line.matches(")", end).unwrap_or(end))
}

/// "(preferably Computer Science)", "(BSc)", "(or higher)", "(Computer Science, Engineering, etc.)".
fn in_parenthesis(line: &Line<'_>, at: usize, found: &mut Degree) -> usize {
    if line.word(at) != "(" {
        return at;
    }
    let Some(close) = line.find(at..(at + 40).min(line.len()), &[")"]) else { return at };
    let inner = at + 1..close;
    let weighed = &["preferred", "required", "desired", "plus", "desirable", "ideal", "advantage"];
    if line.search("in progress", inner.clone()).is_some()
        || line.labels_in(Family::Degree, inner.clone()).next().is_some() && line.find(inner.clone(), weighed).is_some()
    {
        return at; // says the status, which is read around the mention, or is about another degree
    }
    let inner =
        line.matches("preferably|ideally|preference|eg|e.g|such|including|i.e|ie as? :? ,?", inner.start).unwrap_or(inner.start)..inner.end;
    if line.labels_in(Family::Degree, inner.clone()).next().is_some() {
        return of_levels(line, inner, found, close + 1);
    }
    let fields = field_list(line, inner.clone(), found);
    if fields.is_empty() { at } else { extend_fields(found, fields, close + 1) }
}

fn extend_fields(found: &mut Degree, fields: Vec<String>, end: usize) -> usize {
    if found.fields.iter().all(|f| is_generic(f)) {
        found.fields.clear();
        found.related_fields = true;
    }
    found.fields.extend(fields);
    end
}

/// "(Master's or PhD)", "(BSN)", "(BSc or equivalent)": the levels that a parenthesis names stand for those before it, which only
/// sum them up.
fn of_levels(line: &Line<'_>, inner: Range<usize>, found: &mut Degree, end: usize) -> usize {
    let mut named = Vec::new();
    for label in line.labels_in(Family::Degree, inner.clone()) {
        add_levels(&mut named, &parse_levels(line.taxonomy.concept(label.concept)));
    }
    let sums_up = !named.is_empty() && named.iter().all(|level| found.levels.contains(level));
    if sums_up {
        found.levels = named;
    } else {
        add_levels(&mut found.levels, &named);
    }
    found.or_equivalent |= line.find(inner, &["equivalent", "ged"]).is_some();
    end
}
