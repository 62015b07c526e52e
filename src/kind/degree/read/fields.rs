//! The fields of study beside a degree: "in Computer Science, Statistics or a related field", "with a major in …", "Engineering degree".

use super::Degree;
use crate::{
    kind::{pieces::list_pieces, words::Words},
    line::Line,
    taxonomy::Family,
    value::{numeral, read_list},
};
use std::ops::Range;

/// "in Computer Science, Statistics or a related field", "with a major in …", "concentration in …".
pub(super) fn fields(line: &Line<'_>, at: usize, found: &mut Degree) -> usize {
    let openers = [
        ". in", // "PhD. in Physics"
        "is|are? required|preferred|desired in",
        "( required|preferred|desired|minimum|completed ) in", // "MS (preferred) in Physics"
        ",? preferably|ideally in|within a|an|the? _1 field|discipline|area of|such",
        ",? preferably|ideally in",
        "required|preferred|desired ,? with an|a|the? strong? major|concentration|focus|specialization|emphasis in|on|of",
        ",|-|–? with|having? a|an|the? strong? preferred? major|concentration|focus|specialization|specialisation|emphasis|background|option|minor in|on|of",
        ",? majoring|specializing|focused|focusing|concentrating in|on",
        "in|within one of the following|these? _3 :",
        "in|of|within any|one|the? of? the? following? fields? _1 of? :?",
        ",? related to",
        "should|must be in|within a|an|the? _2 discipline|field|area such as",
        "should|must be in|within|related to|of",
        "in|within a|an|the|their|one|any? of?",
        "- |: in?",
        ":",
    ];
    let named = background(line, at);
    let Some(start) = openers.iter().find_map(|p| line.matches(p, at)).or(named).filter(|start| *start > at) else { return at };
    if let Some(end) = line.matches("a|an|the|any? closely? related|relevant|similar|appropriate|applicable _3 field|fields|discipline|disciplines|area|subject|major|program|subjects area?", start).or_else(|| line.matches("progress", start)) {
        if line.word(start) == "progress" {
            return end;
        }
        found.related_fields = true;
        return examples(line, end, found);
    }
    let end = fields_end(line, start);
    let list = field_list(line, start..end, found);
    if list.is_empty() {
        return at;
    }
    found.related_fields |= line.search("such as", at..start).is_some();
    extend_fields_kept(found, list);
    end
}

/// "with an environmental engineering background", "with health science background".
fn background(line: &Line<'_>, at: usize) -> Option<usize> {
    let start = line.matches("with an|a|the", at).or_else(|| line.matches("with", at))?;
    let field = line.label_at(Family::Field, start)?;
    let said = line.is_one_of(start - 1, &["a", "an", "the"]);
    (said || line.find(field.words.end..(field.words.end + 12).min(line.len()), &["background", "major"]).is_some()).then_some(start)
}

/// "in a relevant field such as engineering, mathematics or statistics".
fn examples(line: &Line<'_>, at: usize, found: &mut Degree) -> usize {
    let said = line
        .matches(",? such as|are :?", at)
        .or_else(|| line.matches(",? including ,? but not limited to :?", at))
        .or_else(|| line.matches(",? including|like|eg|e.g|ie|i.e ,?", at));
    let Some(start) = said else { return at };
    let end = fields_end(line, start);
    let list = field_list(line, start..end, found);
    if list.is_empty() {
        return at;
    }
    extend_fields_kept(found, list);
    end
}

/// "Engineering degree", "Computer Science or Mathematics degree": the fields that stand before the name, and where they begin.
pub(super) fn before(line: &Line<'_>, name: usize) -> Option<(usize, Vec<String>)> {
    let touches = |words: &Range<usize>| {
        words.start < name && (words.end == name || words.end == name + 1 && line.is_one_of(name, &["degree", "degrees"]))
    };
    let mut start = line.labels_of(Family::Field).find(|l| touches(&l.words))?.words.start;
    while let Some(label) = line.labels_of(Family::Field).rev().find(|l| {
        l.words.end < start && start <= l.words.end + 2 && (l.words.end..start).all(|at| line.is_one_of(at, &["or", "/", ",", "and"]))
    }) {
        start = label.words.start;
    }
    let shape = read_list(&list_pieces(line, start..name, &[Family::Field]))?;
    let fields: Vec<String> = shape.items().iter().map(|item| line.phrase(item).to_owned()).collect();
    (!line.is_one_of(start.saturating_sub(1), &["in", "of", "and", ",", "or"]) || start == 0).then_some((start, fields))
}

/// Words for a field that name none: "a quantitative field", "any field of study".
pub(super) fn is_generic(field: &str) -> bool {
    let field = field.to_lowercase();
    ["quantitative", "technical", "relevant", "related", "scientific", "analytical"].iter().any(|word| field.starts_with(word))
}

/// "field of study", "discipline": a phrase of words for a field and nothing else.
fn names_nothing(field: &str) -> bool {
    const WORDS: &[&str] = &[
        "field", "fields", "discipline", "disciplines", "area", "areas", "subject", "subjects", "study", "major", "majors", "of", "the",
        "hand", "specialty", "concentration", "applicable", "appropriate", "one", "two", "three", "following",
    ];
    field.split_whitespace().all(|word| WORDS.contains(&word))
}

fn extend_fields_kept(found: &mut Degree, list: Vec<String>) {
    for field in list {
        if !found.fields.contains(&field) {
            found.fields.push(field);
        }
    }
}

/// Where a list of fields ends: at a word that no name of a field holds, or where "or" opens something else.
pub(super) fn fields_end(line: &Line<'_>, start: usize) -> usize {
    let mut at = start;
    while at < line.len() {
        if let Some(label) = line.label_at(Family::Field, at) {
            at = label.words.end;
            continue;
        }
        let word = line.word(at);
        if Words::shared().degree.stop.has(line, at)
            && at > start
            && !(word == "a" && line.is_one_of(at + 1, &["related", "similar", "relevant", "quantitative", "technical", "computational"]))
            && !(word == "is" && line.is_one_of(at + 1, &["related"]))
        {
            break;
        }
        if line.is_number(at) || word == "(" && !(at > start && line.labels_of(Family::Field).any(|l| l.words.start == at + 1)) {
            break;
        }
        let opens = matches!(word, "and" | "or" | ",") && opens_another(line, at + 1);
        if opens {
            break;
        }
        at += 1;
    }
    while at > start && line.is_one_of(at - 1, &["and", "or", ",", "/", "a", "an", "the", "(", "-"]) {
        at -= 1;
    }
    at
}

/// What follows a conjunction is no field: a verb, another degree, years of experience.
fn opens_another(line: &Line<'_>, at: usize) -> bool {
    let relevant =
        line.matches("relevant|extensive|strong|good|solid _2 field|fields|discipline|disciplines|area|subject|degree", at).is_some();
    line.is_number(at)
        || numeral::number(line.word(at)).is_some() && !line.is_one_of(at, &["a", "an"])
        || line.label_at(Family::Degree, at).is_some() && !line.is_one_of(at, &["as"])
        || line.matches("equivalent|an? equivalent", at).is_some_and(|e| e > at)
            && line.find(at..(at + 5).min(line.len()), &["equivalent"]).is_some()
        || line.is_one_of(
            at,
            &[
                "graduating", "have", "has", "must", "be", "at", "minimum", "experience", "strong", "returning", "currently", "able",
                "excellent", "knowledge", "higher", "you", "demonstrated", "working", "preferably", "extensive", "solid", "proven", "good",
                "relevant", "maintain", "will", "who", "expected", "combination", "some",
            ],
        ) && !relevant
}

/// The fields of a stretch, one text each; notes "related field" among them.
pub(super) fn field_list(line: &Line<'_>, range: Range<usize>, found: &mut Degree) -> Vec<String> {
    let mut out = Vec::new();
    let Some(shape) = read_list(&list_pieces(line, range.clone(), &[Family::Field])) else { return out };
    let items = shape.items();
    if shape.has_class() {
        found.related_fields = true;
    }
    for (index, item) in items.iter().enumerate() {
        if item.clone().any(|at| line.is_number(at))
            && line.find(item.clone(), &["credit", "credits", "hours", "semester", "quarter", "units"]).is_some()
        {
            continue; // "(124 semester or 180 quarter credits)"
        }
        if line.is_one_of(item.end.saturating_sub(1), &["experience"]) && !line.is_one_of(item.end.saturating_sub(2), &["user", "customer"])
        {
            found.or_equivalent = true; // "or a related field (or applicable work experience)"
            continue;
        }
        let text = with_shared_noun(line, clean_field(line, item.clone()), items.get(index + 1));
        let lower = text.to_lowercase();
        let is_related = ["related", "relevant", "similar", "other", "equivalent", "closely", "etc", "allied", "comparable"]
            .iter()
            .any(|w| lower.split_whitespace().next() == Some(w));
        if lower.is_empty() || names_nothing(&lower) || lower.starts_with("any ") {
            continue;
        }
        if is_related {
            found.related_fields = true;
        } else if text.split_whitespace().count() <= 7 {
            out.push(text);
        }
    }
    out
}

/// "Electrical/Computer Engineering": a field's noun that the next one holds.
fn with_shared_noun(line: &Line<'_>, text: String, next: Option<&Range<usize>>) -> String {
    let Some(next) = next.filter(|next| next.len() >= 2 && !text.is_empty() && !text.contains(' ')) else { return text };
    let whole = format!("{text} {}", line.raw(next.end - 1));
    let known = |phrase: &str| line.taxonomy.named(Family::Field, phrase).is_some();
    if !known(&text) && known(&whole) { whole } else { text }
}

fn clean_field(line: &Line<'_>, mut item: Range<usize>) -> String {
    while line.is_one_of(item.start, &["a", "an", "the", "in", "of", "either", "any", "preferably", "with", "focus", "on"])
        && !item.is_empty()
    {
        item.start += 1;
    }
    while item.end > item.start
        && (line.is_one_of(
            item.end - 1,
            &[
                "etc", "degree", "degrees", "preferred", "required", "program", "programs", "background", "major", "majors",
                "concentration", "or", "and", "highly", "strongly",
            ],
        ) || (line.is_sign(item.end - 1)))
    {
        item.end -= 1;
    }
    line.phrase(&item).to_owned()
}
