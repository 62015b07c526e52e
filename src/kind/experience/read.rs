//! How postings ask for time spent: "5+ years of industry or strong academic experience in CVML", "previous internship".
//!
//! A length of time is a requirement only beside a word for what it was spent on; the years of founders, of contracts and of
//! children are not the candidate's.

use super::{Experience, Setting};
use crate::{
    kind::{Mention, Predicate, heads::Heads, pieces::list_pieces},
    line::Line,
    taxonomy::Family,
    value::{duration, read_list},
};
use std::ops::Range;

/// The longest text with a list behind a colon, in words.
const LONGEST_TEXT: usize = 12;

/// Words that say the time is experience.
const SPENT: &[&str] = &[
    "experience", "experiences", "exp", "background", "working", "work", "worked", "employment", "practice", "expertise", "role",
    "position", "track", "history", "industry", "tenure", "performing", "managing", "building", "developing", "leading", "using",
    "programming", "teaching", "knowledge", "abilities", "experienced", "service",
];

/// Words that say it is something else.
const NOT_SPENT: &[&str] = &[
    "old", "age", "ago", "aged", "contract", "term", "duration", "assignment", "probation", "warranty", "anniversary", "lease", "per",
    "founded", "established", "combined", "founders", "history", "rotation", "internship", "appointment", "degree", "college", "program",
    "university", "institution", "coursework", "courses", "plan",
];

/// Words that end what an experience is in.
const STOPS: &[&str] = &[
    ";", ".", "required", "preferred", "is", "are", "desired", "will", "must", "would", "desirable", "who", "that", "which", "while",
    "plus", "strongly", "highly", "utilizing", "where", "including", "incl", "due", "mandatory", "essential", "(", ")", "–", "because",
];

/// Finds the experience of a line that has a length.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let folded_digit = line.text.bytes().any(|b| b.is_ascii_digit())
        || (0..line.len()).any(|at| line.is_one_of(at, &["year", "years", "year's", "months", "month", "yrs"]));
    if folded_digit {
        let lengths = duration::find(line.text);
        let starts: Vec<usize> = lengths.iter().map(|d| line.words_of(d.span).start).collect();
        for (index, length) in lengths.iter().enumerate() {
            let words = line.words_of(length.span);
            let next = starts.get(index + 1).copied().unwrap_or(line.len());
            let begun = !out.is_empty();
            let found = timed(line, &words, next, length.months.min, length.months.max, begun)
                .or_else(|| begun.then(|| further(line, &words, next, length.months.min, length.months.max)).flatten());
            out.extend(found);
        }
        read_unitless(line, out);
    }
    read_untimed(line, out);
}

/// "…, including 2 years of estimating", "…; 5 years preferred": a further length needs no word for experience.
fn further(line: &Line<'_>, length: &Range<usize>, next: usize, min: Option<f64>, max: Option<f64>) -> Option<Mention> {
    let before = length.start.saturating_sub(5)..length.start;
    let part = line.find(before.clone(), &["including", "which", "with", "includes"]).is_some()
        && line.matches("of|in|as|with", length.end).is_some();
    let weighed = line.matches("is|are|or? more? preferred|desired|required|ideal|a", length.end).is_some();
    let aged = line.find(before, &["aged", "ages", "age", "over", "within", "last", "past"]).is_some();
    if aged || !(part || weighed) {
        return None;
    }
    let (end, areas) = areas(line, length.end, next.min(line.len()), None);
    let end = if weighed { length.end } else { end };
    Some(of_length(line, length.start..end.max(length.end), if weighed { Vec::new() } else { areas }, min, max))
}

/// "8 years of …, including at least 2 in AI": a number that counts the years before it.
fn read_unitless(line: &Line<'_>, out: &mut Vec<Mention>) {
    let Some(first) = out.first().map(|m| m.words.clone()) else { return };
    let Some(lead) = line.search("including|with|which at? least? minimum? # in|of|as|with|working", first.start..line.len()) else {
        return;
    };
    let Some(count) = (lead.clone()).find(|at| line.is_number(*at)) else { return };
    let years = line.word(count).parse::<f64>().ok().filter(|years| (1.0..=30.0).contains(years));
    let Some(years) = years.filter(|_| out.iter().all(|m| !m.words.contains(&count) || m.words == first)) else { return };
    let (end, areas) = areas(line, count + 1, line.len(), None);
    let start = line.matches("including|with|which", lead.start).unwrap_or(count);
    let further = of_length(line, start..end.max(lead.end), areas, Some(years * 12.0), None);
    if let Some(whole) = out.first_mut() {
        whole.words.end = whole.words.end.min(lead.start).max(whole.words.start + 1);
    }
    out.push(further);
}

/// The experience of a length.
fn of_length(line: &Line<'_>, words: Range<usize>, areas: Vec<String>, min: Option<f64>, max: Option<f64>) -> Mention {
    let months = |value: Option<f64>| value.map(|m| m.round().max(0.0)).and_then(|m| u32::try_from(m as i64).ok());
    // What names it ends before a long list behind a colon.
    let colon = line.find(words.clone(), &[":"]).filter(|_| words.len() > LONGEST_TEXT);
    let named = words.start..colon.unwrap_or(words.end).max(words.start + 1);
    let experience = Experience {
        text: line.phrase(&named).to_owned(),
        min_months: months(min),
        max_months: months(max),
        areas,
        settings: settings(line, &words),
    };
    Mention::of("experience: length", words, Predicate::Experience(experience))
}

fn timed(line: &Line<'_>, length: &Range<usize>, next: usize, min: Option<f64>, max: Option<f64>, begun: bool) -> Option<Mention> {
    let limit = next.min(line.len());
    let near = length.end..(length.end + 11).min(limit);
    let clause_end = line.find(near.clone(), &[";", "."]).unwrap_or(near.end);
    let noun = line
        .find(length.end..clause_end, &["experience", "experiences", "exp"])
        .filter(|at| line.find(length.end..*at, &[",", "with", "and"]).is_none_or(|_| at - length.end <= 7));
    let spent = noun.or_else(|| line.find(length.end..clause_end, SPENT));
    let other = line.find(length.end..clause_end, NOT_SPENT);
    let before = line.find(length.start.saturating_sub(5)..length.start, &["experience", "background", "experienced"]).filter(|_| !begun); // the word belongs to the length before
    let not_candidate = line
        .find(
            length.start.saturating_sub(6)..length.start,
            &[
                "founded", "over the", "we", "our", "combined", "within", "last", "past", "next", "every", "first", "ago", "company",
                "for over",
            ],
        )
        .is_some()
        && before.is_none()
        && line.find(0..length.start, &["our", "we", "company", "founders", "within", "past", "last", "us"]).is_some();
    let decided = match (spent, other) {
        (Some(s), Some(o)) => s < o,
        (Some(_), None) => true,
        (None, _) => other.is_none() && (before.is_some() || is_plain(line, length, min)),
    };
    if !decided
        || not_candidate
        || line.find(length.end..clause_end, &["ago", "old"]).is_some_and(|o| spent.is_none_or(|s| o < s))
        || line.is_one_of(length.start.saturating_sub(1), &["combined", "aged", "ages", "age"])
    {
        return None;
    }
    let from = before.filter(|_| spent.is_none()).unwrap_or(length.start);
    let (end, areas) = areas(line, length.end, limit, spent);
    let words = from..end.max(length.end).max(spent.map_or(0, |s| s + 1));
    Some(of_length(line, words, areas, min, max))
}

/// A length without a word for experience: "5 years of Go", and beside a degree "BS with 5 years".
fn is_plain(line: &Line<'_>, length: &Range<usize>, min: Option<f64>) -> bool {
    let beside_degree = line.is_one_of(length.start.saturating_sub(1), &["with", "and", "plus", "+"])
        && line.labels_of(Family::Degree).any(|l| l.words.end < length.start && l.words.end + 4 >= length.start);
    let known = line.matches("of|in|with", length.end).is_some_and(|at| line.label_at(Family::Skill, at).is_some());
    min.is_some_and(|months| months >= 3.0) && (beside_degree || known)
}

/// What the time was spent on: the words between the length and "experience", and the list behind it. Gives where it ends.
fn areas(line: &Line<'_>, from: usize, limit: usize, spent: Option<usize>) -> (usize, Vec<String>) {
    let heads = Heads::shared();
    let mut areas = Vec::new();
    let noun =
        spent.filter(|at| line.is_one_of(*at, &["experience", "experiences", "exp", "background", "expertise", "practice", "knowledge"]));
    if let Some(noun) = noun {
        let phrase = trim_area(line, from..noun);
        if !phrase.is_empty() && heads.setting(line.phrase(&phrase)).is_none() {
            areas.extend(list_areas(line, phrase));
        }
    }
    let start = noun.map_or(from, |n| n + 1);
    let start =
        line.matches("and|or|/ working|practical|good|strong? knowledge|understanding|expertise|skills of|in|with", start).unwrap_or(start);
    let end = areas_end(line, start, limit);
    let behind = trim_area(line, start..end);
    if !behind.is_empty() {
        areas.extend(list_areas(line, behind.clone()));
    }
    let end = if behind.is_empty() { start.min(end) } else { behind.end };
    (end.max(start), areas)
}

fn areas_end(line: &Line<'_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let ends = STOPS.contains(&line.word(at)) || line.matches("in lieu|place|addition|order|conjunction", at).is_some();
        if ends && !(line.is_one_of(at, &["("]) && at == start) {
            break;
        }
        if matches!(line.word(at), "," | "and" | "or" | "with" | "&") && opens_another(line, at + 1) {
            break;
        }
        if line.is_one_of(at, &[":"]) && at > start + 8 && !line.is_one_of(at - 1, &["following", "fields", "areas", "to"]) {
            break;
        }
        at += 1;
    }
    while at > start
        && line.is_one_of(at - 1, &[",", "and", "or", "with", "a", "an", "at", "least", "minimum", "of", "&", "/", "the", "in", "for"])
    {
        at -= 1;
    }
    at
}

/// What follows a conjunction is another requirement, not another area.
fn opens_another(line: &Line<'_>, at: usize) -> bool {
    let at = if line.is_one_of(at, &["a", "an", "the", "or", "and"]) { at + 1 } else { at };
    line.is_number(at)
        || line.is_one_of(
            at,
            &[
                "ability", "able", "strong", "excellent", "proven", "demonstrated", "knowledge", "experience", "must", "equivalent",
                "familiarity", "at", "including", "proficiency", "working", "solid", "good", "currently", "preferably", "ideally",
                "related", "has", "have", "previously",
            ],
        ) && !line.is_one_of(at + 1, &["with", "field", "fields"])
        || line.label_at(Family::Degree, at).is_some_and(|l| !line.is_one_of(l.words.start, &["as"]))
}

fn trim_area(line: &Line<'_>, mut range: Range<usize>) -> Range<usize> {
    const LEADING: &[&str] = &[
        "of", "in", "with", "as", "a", "an", "the", "working", "using", "relevant", "related", "professional", "work", "experience", "and",
        "or", "hands", "-", "on", "at", ":", ",", "'", "prior", "previous", "progressively", "progressive", "full", "time", "practical",
        "proven", "direct", "similar", "solid", "strong", "+", "s", "(", ")", "more", "recent", "paid", "minimum", "combined", "post", "’",
        "within", "for", "to", "knowledge", "’s", "demonstrated", "industry", "academic", "verifiable", "successful", "–", "directly",
        "satisfactory", "increasingly", "responsible",
    ];
    const TRAILING: &[&str] = &[
        "a", "the", "and", "or", "related", "-", "'s", "etc", ":", "similar", "role", "environment", "field", "in", "of", "with", "/",
        "an", "(", "required", "industry", "industries", "sector", "sectors",
    ];
    while range.start < range.end && LEADING.contains(&line.word(range.start)) {
        range.start += 1;
    }
    while range.end > range.start && TRAILING.contains(&line.word(range.end - 1)) {
        range.end -= 1;
    }
    range
}

fn list_areas(line: &Line<'_>, range: Range<usize>) -> Vec<String> {
    let Some(shape) = read_list(&list_pieces(line, range, &[Family::Skill, Family::Field])) else { return Vec::new() };
    shape
        .items()
        .into_iter()
        .map(|item| trim_area(line, item))
        .filter(|item| !item.is_empty())
        .map(|item| line.phrase(&item).to_owned())
        .collect()
}

/// The settings that a stretch names, in the order of the text.
pub(crate) fn settings(line: &Line<'_>, range: &Range<usize>) -> Vec<Setting> {
    let heads = Heads::shared();
    let mut found = Vec::new();
    for at in range.clone() {
        let two = heads.setting(line.phrase(&(at..(at + 2).min(range.end))));
        if let Some(setting) = two.or_else(|| heads.setting(line.raw(at)))
            && !found.contains(&setting)
        {
            found.push(setting);
        }
    }
    found
}

/// "currently working as a staff nurse", "has worked as a teacher".
fn read_posts(line: &Line<'_>, out: &mut Vec<Mention>) {
    let Some(lead) = line.search("currently|previously|has|have working|employed|worked|work in|as|at an|a|the?", 0..line.len()) else {
        return;
    };
    let end = areas_end(line, lead.end, line.len());
    let area = trim_area(line, lead.end..end);
    if !area.is_empty()
        && line.is_one_of(line.search("as|at|in", lead.clone()).map_or(0, |r| r.start), &["as"])
        && out.iter().all(|m| m.words.end <= lead.start || end <= m.words.start)
    {
        out.push(mention(line, lead.start..end, list_areas(line, area)));
    }
}

/// Experience without a length: in a setting ("Industry experience"), a role ("experience as a nurse"), a place of work.
fn read_untimed(line: &Line<'_>, out: &mut Vec<Mention>) {
    for at in 0..line.len() {
        if !line.is_one_of(at, &["experience", "internship", "internships", "background", "co-op"])
            || out.iter().any(|m| m.words.contains(&at))
        {
            continue;
        }
        if let Some(mention) = untimed(line, at) {
            out.push(mention);
        }
    }
    read_posts(line, out);
}

fn untimed(line: &Line<'_>, at: usize) -> Option<Mention> {
    let noun = line.word(at);
    let start = (0..at).rev().take_while(|i| is_of_name(line, *i)).take(6).last().unwrap_or(at);
    if matches!(noun, "internship" | "internships" | "co-op") {
        let previous = line.find(start..at, &["previous", "prior", "past", "related", "relevant"]);
        let words = previous?..at + 1;
        return Some(mention(line, words, Vec::new()));
    }
    if let Some(role) = line.matches("working|employed? as|being an|a|the", at + 1) {
        let end = areas_end(line, role, line.len());
        let area = trim_area(line, role..end);
        return Some(mention(line, start..end, list_areas(line, area)));
    }
    if let Some(end) = place_of_work(line, at) {
        let area = trim_area(line, at + 1..end);
        return Some(mention(line, at..end, list_areas(line, area)));
    }
    let phrase = trim_area(line, start..at);
    let named = line.phrase(&(start..at));
    let in_setting = settings(line, &(start..at));
    let heads = Heads::shared();
    // "project management" is a task, "retail management" a role in an industry
    let task = line.labels_of(Family::Skill).any(|l| l.words.len() > 1 && l.words == phrase)
        && line.is_one_of(phrase.end.saturating_sub(1), &["management"]);
    let is_area = !task && (!phrase.is_empty() && heads.is_area(line.phrase(&phrase)) || heads.is_area(named));
    if in_setting.is_empty() && !is_area {
        return None;
    }
    let areas = if is_area && heads.setting(line.phrase(&phrase)).is_none() { list_areas(line, phrase) } else { Vec::new() };
    Some(mention(line, start..at + 1, areas))
}

/// "experience in a surgical setting", "experience in the retail industry", "experience working in community pharmacy".
fn place_of_work(line: &Line<'_>, at: usize) -> Option<usize> {
    let start = line.matches("working? in|within|at|from an|a|the|either? the?", at + 1)?;
    let heads = Heads::shared();
    if let Some(end) = listed_places(line, start) {
        return Some(end);
    }
    let stop = (start..(start + 7).min(line.len()))
        .find(|i| line.is_one_of(*i, &[",", ";", ".", "(", "with", "and", "or", "to"]))
        .unwrap_or((start + 7).min(line.len()));
    let place = (start..stop).find(|i| heads.is_place(line.word(*i)));
    match place {
        Some(place) if line.label_at(Family::Skill, start).is_none_or(|l| l.words.end <= place + 1) => Some(place + 1),
        _ => (line.is_one_of(at + 1, &["working"]) && heads.is_area(line.phrase(&(start..stop)))).then_some(stop),
    }
}

/// "experience from the banking, insurance, or retail industry": names that share the noun for a place of work.
fn listed_places(line: &Line<'_>, start: usize) -> Option<usize> {
    const NOUNS: &[&str] = &["industry", "industries", "sector", "sectors", "setting", "settings", "environment", "environments"];
    let limit = (start + 18).min(line.len());
    let noun = (start..limit).find(|at| line.is_one_of(*at, NOUNS))?;
    let part = |at: usize| {
        !line.is_one_of(at, &[";", ".", "(", ":", "with", "to", "of", "in", "and/or"]) && !Heads::shared().is_verb(line.word(at))
    };
    let listed = line.find(start..noun, &["and", "or", "/", ","]).is_some();
    (listed && noun > start && (start..noun).all(part)).then_some(noun + 1)
}

fn is_of_name(line: &Line<'_>, at: usize) -> bool {
    !line.is_one_of(
        at,
        &[
            ",", ";", ".", ":", "•", "with", "of", "in", "have", "has", "and", "must", "a", "an", "the", "to", "is", "some", "you", "your",
            "gain", "by", "on", "(", ")", "for", "our", "user", "customer's", "from", "get", "hands", "any", "no", "or",
        ],
    ) || (line.is_one_of(at, &["or", "/", "and"]) && at > 0 && Heads::shared().setting(line.raw(at - 1)).is_some())
}

fn mention(line: &Line<'_>, words: Range<usize>, areas: Vec<String>) -> Mention {
    let experience =
        Experience { text: line.phrase(&words).to_owned(), min_months: None, max_months: None, areas, settings: settings(line, &words) };
    Mention::of("experience", words, Predicate::Experience(experience))
}
