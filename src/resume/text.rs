//! Résumés in text: sections by their headings, entries by their dates, names by the vocabulary.
//!
//! `Nurse, St Mary, June 2019 – present` below `Experience` becomes a `[[work]]`. Each entry has its source in a comment, for a text says less about itself
//! than a document with fields.

use super::{
    dates::Span,
    draft::{Draft, Entry, clean, said},
    entries::{Block, blocks},
    lists,
    names::{self, named},
    rows::{Row, sections},
    strings::Strings,
    told::Told,
    words,
};
use crate::{kind::Predicate, taxonomy::Family, value::grade};

/// Reads the text of a résumé; none where it has none of the headings of one.
pub(super) fn read(text: &str, strings: Strings<'_>) -> Option<Draft> {
    let mut draft = Draft::default();
    let sections = sections(text);
    for section in &sections {
        let rows = &section.rows;
        let blocks = || blocks(rows, strings);
        match section.list {
            "" => header(rows, strings, &mut draft),
            "work" => blocks().iter().for_each(|block| work(block, strings, false, &mut draft)),
            "volunteer" => blocks().iter().for_each(|block| work(block, strings, true, &mut draft)),
            "education" => blocks().iter().for_each(|block| education(block, strings, &mut draft)),
            "projects" => blocks().iter().for_each(|block| project(block, strings, &mut draft)),
            "skills" => rows.iter().for_each(|row| lists::skills(&row.text, strings, &mut draft)),
            "languages" => rows.iter().for_each(|row| lists::languages(&row.text, strings, &mut draft)),
            "certificates" => rows.iter().for_each(|row| lists::certificates(&row.text, strings, &mut draft)),
            "publications" => lists::publications(rows, strings, &mut draft),
            _ => rows.iter().for_each(|row| other(&section.heading, &row.text, &mut draft)),
        }
    }
    sections.iter().any(|section| !matches!(section.list, "" | "other")).then_some(draft)
}

/// What stands before the first heading: the name, the place, and how to reach the candidate.
fn header(rows: &[Row], strings: Strings<'_>, draft: &mut Draft) {
    let mut parts =
        rows.iter().flat_map(|row| row.text.split(['|', '·', '•', '\t'])).map(str::trim).filter(|part| !part.is_empty()).peekable();
    let is_title = |text: &str| ["resume", "curriculum vitae", "cv", "résumé"].contains(&text.to_lowercase().as_str());
    while let Some(part) = parts.next_if(|part| is_title(part)) {
        draft.leave("", part);
    }
    if let Some(name) = parts.next_if(|part| names::is_of_person(part)) {
        draft.name(name);
    }
    let mut has_place = false;
    for part in parts {
        let (label, value) = part.split_once(": ").unwrap_or(("", part));
        let is_labelled = label.is_empty() || ["address", "location", "city", "residence"].contains(&label.to_lowercase().as_str());
        if is_labelled && !has_place && is_place(value, strings) {
            let mut entry = Entry::default();
            entry.text_in_doubt("base", Some(value), Some("it stands above the first heading".to_owned()));
            draft.add("location", entry);
            has_place = true;
        } else {
            draft.leave("", part);
        }
    }
}

/// A row below a heading that has no list: a name with its label, or nothing that a profile has a place for.
fn other(heading: &str, row: &str, draft: &mut Draft) {
    let name = row.split_once(':').filter(|(label, name)| label.eq_ignore_ascii_case("name") && names::is_of_person(name));
    match name {
        Some((_, name)) => draft.name(name),
        None => draft.leave(heading, row),
    }
}

/// Whether a text is a place and nothing else: `Leeds, UK`, perhaps with a part that the vocabulary does not know.
fn is_place(text: &str, strings: Strings<'_>) -> bool {
    let is_plain = text.split_whitespace().count() <= 5 && !text.contains(['@', '/', '.']) && !text.contains(|c: char| c.is_ascii_digit());
    is_plain && !words::is_title(text) && text.split(',').any(|part| strings.taxonomy.named(Family::Place, part).is_some())
}

/// The first dates of some rows, and what the rows name besides.
fn head_of(rows: &[&Row], strings: Strings<'_>) -> (Option<Span>, Vec<String>) {
    let (mut dates, mut rests) = (None, Vec::new());
    for row in rows {
        match Span::of(&row.text, strings).filter(|span| dates.is_none() && (span.is_of_entry() || rows.len() == 1)) {
            Some(span) => {
                rests.push(span.rest.clone());
                dates = Some(span);
            }
            None => rests.push(row.text.clone()),
        }
    }
    (dates, rests)
}

fn work(block: &Block<'_>, strings: Strings<'_>, is_voluntary: bool, draft: &mut Draft) {
    let (dates, rests) = head_of(&block.head, strings);
    let job = named(&rests, strings);
    let source = said(&block.heading());
    let mut entry = Entry::default();
    let doubt = |is_sure: bool| (!is_sure).then(|| format!("by its place in {source}"));
    entry.text_in_doubt("title", job.title.as_deref(), doubt(job.is_sure));
    entry.text_in_doubt("organization", job.organization.as_deref(), doubt(job.is_sure));
    if is_voluntary {
        entry.text_in_doubt("setting", Some("volunteer"), Some("by the heading above it".to_owned()));
    }
    job.title.iter().for_each(|title| strings.internship(&mut entry, title));
    if let Some(Span { start, end, .. }) = dates {
        match (start, end) {
            (None, Some(only)) => one_date(&mut entry, &only, strings),
            (start, end) => strings.work_span(&mut entry, start, end),
        }
    }
    let skills: Vec<String> = block.body.iter().flat_map(|row| strings.skills(&row.text)).collect();
    entry.texts("skills", &skills, Some("named in its text, which is kept at the end"));
    leave_or_add("work", entry, block, None, draft);
}

/// A job with a single date began and ended then, as far as is told.
fn one_date(entry: &mut Entry, only: &Told, strings: Strings<'_>) {
    strings.work_span(entry, Some(only.clone()), only.date().map(|date| Told::in_doubt(date, "only one date is given".to_owned())));
}

/// Adds an entry with its source, and lists what is told of it, but for a row that was `used` whole.
fn leave_or_add(list: &'static str, mut entry: Entry, block: &Block<'_>, used: Option<&str>, draft: &mut Draft) {
    if entry.is_empty() {
        block.head.iter().for_each(|row| draft.leave(list, &row.text));
    } else {
        entry.remark(format!("from {}", said(&block.heading())));
        draft.add(list, entry);
    }
    let is_left = |row: &&&Row| used.is_none_or(|used| !row.text.trim_end_matches('.').ends_with(used) || row.text.len() > used.len() + 7);
    block.body.iter().filter(is_left).for_each(|row| draft.leave(list, &row.text));
}

fn education(block: &Block<'_>, strings: Strings<'_>, draft: &mut Draft) {
    let (dates, rests) = head_of(&block.head, strings);
    let mut entry = Entry::default();
    let degree = rests.iter().flat_map(|text| text.split('\t')).find_map(|text| degree(text, strings));
    if let Some((text, fields)) = &degree {
        let alone = || names::field(&rests, strings);
        strings.degree(&mut entry, text, fields.first().cloned().or_else(alone).as_deref(), true);
    }
    let institution = names::school(&rests, degree.as_ref().map(|(text, _)| text.as_str()), strings);
    if let Some((name, is_sure)) = institution {
        entry.text_in_doubt("institution", Some(&name), (!is_sure).then(|| format!("by its place in {}", said(&block.heading()))));
    }
    if let Some(Span { start, end, .. }) = dates {
        strings.education_span(&mut entry, start, end);
    }
    let all = || block.head.iter().chain(&block.body).map(|row| row.text.as_str());
    let graded = all().find_map(|text| Some(grade::find(text).into_iter().find(|grade| grade.min.is_some())?.span.of(text)));
    graded.into_iter().for_each(|grade| strings.grade(&mut entry, grade));
    leave_or_add("education", entry, block, graded, draft);
}

/// The part of a row that names a degree, and its fields.
fn degree(text: &str, strings: Strings<'_>) -> Option<(String, Vec<String>)> {
    let part = names::parts(text).into_iter().find(|part| !strings.taxonomy.mentioned(Family::Degree, part).is_empty())?;
    let fields = strings.predicates(text).into_iter().find_map(|found| match found {
        Predicate::Degree(degree) => Some(degree.fields),
        _ => None,
    });
    Some((part, fields.unwrap_or_default()))
}

fn project(block: &Block<'_>, strings: Strings<'_>, draft: &mut Draft) {
    let (_, rests) = head_of(&block.head, strings);
    let Some(first) = rests.first() else { return };
    let name =
        [": ", " – ", " — ", " - ", "|", "\t", " ("].iter().fold(first.as_str(), |name, sign| name.split(sign).next().unwrap_or_default());
    let name = name.trim_matches([' ', ',']);
    let mut entry = Entry::default();
    entry.text("name", Some(name));
    let all = block.head.iter().chain(&block.body);
    let skills: Vec<String> = all.flat_map(|row| strings.skills(&row.text)).collect();
    entry.texts("skills", &skills, Some("named in its text, which is kept at the end"));
    if clean(name) != clean(&block.heading()) {
        entry.remark(format!("from {}", said(&block.heading())));
    }
    draft.add("projects", entry);
    block.body.iter().for_each(|row| draft.leave("projects", &row.text));
}
