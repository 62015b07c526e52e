//! How postings ask for a degree.
//!
//! `Currently pursuing an MS or PhD degree in Computer Science, or a related field` → levels master and doctorate, enrolled, one
//! field, related fields too. The names of degrees are vocabulary; what stands around them is read here.

use super::{Degree, DegreeLevel, DegreeStatus};
use crate::{
    kind::{Mention, Predicate, StudentCondition, StudentStatus, pieces::list_pieces},
    line::Line,
    taxonomy::{Concept, Family},
    value::read_list,
};
use std::ops::Range;

/// Words that may stand between two names of degrees: "BS, MS or PhD".
const BETWEEN: &[&str] = &[",", "or", "and", "/", "and/or", "a", "an", "the", "(", ")", "&", "degree", "degrees", "'s", "either", "-"];

/// Words before a degree that say it is under way.
const ENROLLED: &[&str] = &[
    "enrolled", "pursuing", "towards", "toward", "registered", "matriculated", "studying", "completing", "enrolment", "enrollment",
    "candidate", "admitted",
];

/// Words that end a list of fields.
const STOPS: &[&str] = &[
    "with", ";", ".", "required", "preferred", "plus", "is", "are", "who", "from", "including", "experience", "desired", "a", "that",
    "must", "will", "would", "along", "combined", "at", "to", "preferably", "strongly", "highly", "minimum", "graduating", "by", ":", "–",
    "and/or", "desirable", "has", "have", "mandatory", "essential", "supplemented", "•", "having", "equivalent", "years", "year", "gpa",
    "coupled",
];

/// Finds the degrees of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some(group) = next_group(line, at) {
        at = group.words.end;
        let floor = out.last().map_or(0, |m| m.words.end);
        if let Some(mut mention) = degree(line, &group) {
            mention.words.start = mention.words.start.max(floor).min(group.words.start);
            at = mention.words.end.max(at);
            out.push(mention);
        }
    }
    read_unnamed(line, out);
}

/// Names of degrees that stand together.
struct Group {
    words: Range<usize>,
    levels: Vec<DegreeLevel>,
    field: Option<String>,
    student: bool,
    bare: bool,
}

fn next_group(line: &Line<'_>, from: usize) -> Option<Group> {
    let labels: Vec<_> = line.labels_of(Family::Degree).filter(|l| l.words.start >= from).collect();
    let first = labels.first()?;
    let mut group = Group { words: first.words.clone(), levels: Vec::new(), field: None, student: false, bare: true };
    for label in labels {
        let gap = group.words.end..label.words.start.max(group.words.end);
        let joined = label.words.start < group.words.end || gap.clone().all(|at| BETWEEN.contains(&line.word(at)));
        if label.words.start != group.words.start && (!joined || gap.len() > 4) {
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
        add_levels(&mut group.levels, &levels);
        group.field = group.field.or_else(|| concept.field.clone());
        group.bare &= concept.levels.is_empty();
        group.words.end = label.words.end.max(group.words.end);
        group.student |= line.is_one_of(label.words.end - 1, &["student", "students", "candidate", "candidates"]);
    }
    while line.is_one_of(
        group.words.end,
        &["degree", "degrees", "program", "programme", "programs", "level", "diploma", "-", "'s", "qualification"],
    ) {
        group.words.end += 1;
    }
    group.words.end = line.matches("( s )", group.words.end).unwrap_or(group.words.end);
    if line.is_one_of(group.words.end, &["student", "students", "candidate", "candidates"]) {
        group.student = true;
        group.words.end += 1;
    }
    Some(group)
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
    if levels.is_empty() {
        levels = parse_levels(concept);
    }
    levels
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
    let doubled = group.student
        && line.find(group.words.end..(group.words.end + 3).min(line.len()), &["pursuing", "enrolled", "studying", "working"]).is_some();
    if doubled || is_negated(line, group) || is_other_people(line, group) {
        return None;
    }
    let name = group.words.clone();
    let mut found = Degree {
        text: line.phrase(&name).trim_end_matches([',', ' ']).to_owned(),
        levels: group.levels.clone(),
        status: None,
        fields: group.field.iter().cloned().collect(),
        related_fields: false,
        or_higher: false,
        or_equivalent: false,
    };
    let mut words = name.clone();
    words.start = lead_in(line, name.start);
    words.end = tail(line, name.end, &mut found);
    found.related_fields |= found.fields.is_empty() && line.find(words.start..name.start, &["related", "relevant"]).is_some();
    found.status = Some(status(line, group, &words));
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

/// "no degree required", "degree not required".
fn is_negated(line: &Line<'_>, group: &Group) -> bool {
    let start = group.words.start.saturating_sub(2);
    line.find(start..group.words.start, &["no", "without"]).is_some()
        || line.search("not|never required|needed|necessary", group.words.end..(group.words.end + 4).min(line.len())).is_some()
}

/// Degrees of others: "a team of PhDs", "supporting undergraduate students", "tuition for a degree".
fn is_other_people(line: &Line<'_>, group: &Group) -> bool {
    let before = line.word(group.words.start.saturating_sub(1));
    let teaching = line
        .find(
            group.words.start.saturating_sub(4)..group.words.start,
            &[
                "mentor", "supervise", "teach", "teaching", "mentoring", "supervising", "support", "supporting", "advise", "recruit",
                "our", "tuition", "train",
            ],
        )
        .is_some();
    teaching
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
                "seeking", "candidates",
            ],
        )
    };
    while start > 0 && passed(start - 1) {
        start -= 1;
    }
    start
}

fn status(line: &Line<'_>, group: &Group, words: &Range<usize>) -> DegreeStatus {
    let before = group.words.start.saturating_sub(9)..group.words.start;
    let clause = line.search("; _", before.clone()).map_or(before.start, |r| r.start)..before.end;
    let under_way = line.find(clause.clone(), ENROLLED).is_some()
        || line.find(group.words.end..words.end, &["progress", "enrolled", "pursuing"]).is_some()
        || line.search("in progress", words.end..(words.end + 4).min(line.len())).is_some();
    let done = line.find(clause, &["completed", "completion", "earned", "hold", "holds", "obtained", "graduated"]).is_some();
    let undergraduate = line.word(group.words.start) == "undergraduate"
        && !line.is_one_of(group.words.end.saturating_sub(1), &["degree", "degrees", "diploma"]);
    let graduate_too = line.search("recent graduate|graduates", 0..line.len()).is_some();
    if (under_way && graduate_too && !done) || line.search("enrolled in or have|has completed", 0..line.len()).is_some() {
        return DegreeStatus::Either;
    }
    if (under_way && !done) || group.student || undergraduate {
        return DegreeStatus::Enrolled;
    }
    if line.word(group.words.end.saturating_sub(1)).starts_with("program")
        && line.find(group.words.start.saturating_sub(4)..group.words.start, &["in", "currently"]).is_some()
        && !done
    {
        return DegreeStatus::Enrolled;
    }
    DegreeStatus::Completed
}

/// Reads what follows the name: fields, "or related", "or higher", "or equivalent", a university. Gives the end.
fn tail(line: &Line<'_>, from: usize, found: &mut Degree) -> usize {
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
        "or related|relevant|practical|commensurate|comparable work? experience",
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
    if line.search("in progress", inner.clone()).is_some() {
        return close + 1;
    }
    if line.labels_in(Family::Degree, inner.clone()).next().is_some() {
        for label in line.labels_in(Family::Degree, inner) {
            add_levels(&mut found.levels, &parse_levels(line.taxonomy.concept(label.concept)));
        }
        return close + 1;
    }
    let fields = field_list(line, inner.clone(), found);
    if fields.is_empty() { at } else { extend_fields(found, fields, close + 1) }
}

fn extend_fields(found: &mut Degree, fields: Vec<String>, end: usize) -> usize {
    if found.fields.iter().all(|f| is_generic_field(f)) {
        found.fields.clear();
        found.related_fields = true;
    }
    found.fields.extend(fields);
    end
}

fn is_generic_field(field: &str) -> bool {
    let field = field.to_lowercase();
    ["quantitative", "technical", "relevant", "related"].iter().any(|word| field.starts_with(word))
}

/// "in Computer Science, Statistics or a related field", "with a major in …", "concentration in …".
fn fields(line: &Line<'_>, at: usize, found: &mut Degree) -> usize {
    let openers = [
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
    // "a programme with an environmental engineering background"
    let named = line.matches("with an|a|the", at).filter(|start| line.label_at(Family::Field, *start).is_some());
    let Some(start) = openers.iter().find_map(|p| line.matches(p, at)).or(named).filter(|start| *start > at) else { return at };
    if let Some(end) = line.matches("a|an|the|any? closely? related|relevant|similar|appropriate|applicable _3 field|fields|discipline|disciplines|area|subject|major|program|subjects area?", start).or_else(|| line.matches("progress", start)) {
        found.related_fields |= line.word(start) != "progress";
        return end;
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

fn extend_fields_kept(found: &mut Degree, list: Vec<String>) {
    for field in list {
        if !found.fields.contains(&field) {
            found.fields.push(field);
        }
    }
}

/// Where a list of fields ends: at a word that no name of a field holds, or where "or" opens something else.
fn fields_end(line: &Line<'_>, start: usize) -> usize {
    let mut at = start;
    while at < line.len() {
        if let Some(label) = line.label_at(Family::Field, at) {
            at = label.words.end;
            continue;
        }
        let word = line.word(at);
        if STOPS.contains(&word)
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
    line.is_number(at)
        || line.label_at(Family::Degree, at).is_some() && !line.is_one_of(at, &["as"])
        || line.matches("equivalent|an? equivalent", at).is_some_and(|e| e > at)
            && line.find(at..(at + 5).min(line.len()), &["equivalent"]).is_some()
        || line.is_one_of(
            at,
            &[
                "graduating", "have", "has", "must", "be", "at", "minimum", "experience", "strong", "one", "two", "three", "four", "five",
                "returning", "currently", "able", "excellent", "knowledge", "higher", "you", "demonstrated", "working", "preferably",
                "extensive", "solid", "proven", "good", "relevant", "maintain", "will", "who", "expected",
            ],
        )
}

/// The fields of a stretch, one text each; notes "related field" among them.
fn field_list(line: &Line<'_>, range: Range<usize>, found: &mut Degree) -> Vec<String> {
    let mut out = Vec::new();
    let Some(shape) = read_list(&list_pieces(line, range.clone(), &[Family::Field])) else { return out };
    let items = shape.items();
    if shape.has_class() {
        found.related_fields = true;
    }
    for (index, item) in items.iter().enumerate() {
        let text = with_shared_noun(line, clean_field(line, item.clone()), items.get(index + 1));
        let lower = text.to_lowercase();
        let is_related = ["related", "relevant", "similar", "other", "equivalent", "closely", "any", "etc"]
            .iter()
            .any(|w| lower.split_whitespace().next() == Some(w));
        if lower.is_empty() {
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

/// Degrees that no name of a degree names: "pursuing a degree" is vocabulary, "in a program of study … with a major in X" and
/// "Enrolled in a Mechanical Engineering program" are read here.
fn read_unnamed(line: &Line<'_>, out: &mut Vec<Mention>) {
    if let Some(words) = line
        .search("graduation|graduate from an|a accredited|recognized _4 college|university or? college|university?", 0..line.len())
        .filter(|_| out.is_empty())
    {
        // "Graduation from an accredited four-year college or university"
        let four = line.find(words.clone(), &["four", "4"]).is_some();
        let mut found = Degree {
            text: line.phrase(&words).to_owned(),
            levels: if four { vec![DegreeLevel::Bachelor] } else { Vec::new() },
            status: Some(DegreeStatus::Completed),
            fields: Vec::new(),
            related_fields: false,
            or_higher: false,
            or_equivalent: false,
        };
        let end = tail(line, words.end, &mut found);
        out.push(Mention::of("degree: graduation", words.start..end, Predicate::Degree(found)));
        return;
    }
    let enrolled = line.search("enrolled|registered|majoring|pursuing|studying in|a|an|the? one|a|an|the?", 0..line.len());
    let Some(lead) = enrolled else { return };
    if out.iter().any(|m| m.words.start <= lead.start + 3 && lead.start <= m.words.end)
        || line.is_one_of(lead.start.saturating_sub(1), &["not"])
    {
        return;
    }
    let program = line.find(lead.end..(lead.end + 12).min(line.len()), &["program", "programme", "programs", "course", "curriculum"]);
    let mut found = Degree {
        text: String::new(),
        levels: Vec::new(),
        status: Some(DegreeStatus::Enrolled),
        fields: Vec::new(),
        related_fields: false,
        or_higher: false,
        or_equivalent: false,
    };
    let mut end = lead.end;
    if let Some(at) = program {
        if line.labels_in(Family::Field, lead.end..at).next().is_some() {
            found.fields = field_list(line, lead.end..at, &mut Degree { ..found.clone() });
        }
        end = line.matches("of study", at + 1).unwrap_or(at + 1);
        found.text = line.phrase(&(lead.end..end)).to_owned();
        end = tail(line, end, &mut found);
    } else if line.is_one_of(lead.start, &["majoring", "studying"]) {
        let stop = fields_end(line, lead.end);
        found.fields = field_list(line, lead.end..stop, &mut found.clone());
        found.text = line.phrase(&(lead.start..stop)).to_owned();
        end = tail(line, stop, &mut found);
    }
    if (!found.fields.is_empty() || found.related_fields) && !found.text.is_empty() {
        out.push(Mention::of("degree: unnamed", lead_in(line, lead.start)..end, Predicate::Degree(found)));
    }
}
