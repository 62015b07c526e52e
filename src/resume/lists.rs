//! The lists of a résumé: skills, languages, certificates, publications.
//!
//! `Languages: Python (expert), SQL` below `Skills` is two skills, one with its level; `Native French` below `Languages` is a language.

use super::{
    dates::Span,
    draft::{Draft, Entry, clean, said},
    rows::Row,
    strings::Strings,
    words,
};
use crate::{kind::Predicate, line::Line, taxonomy::Family, value::date};

/// The most words of a skill; what is longer is a sentence that may name some.
const LONGEST_SKILL: usize = 4;

/// `Languages: Python (expert), SQL` is two skills; a sentence is the skills that it names.
pub(super) fn skills(row: &str, strings: Strings<'_>, draft: &mut Draft) {
    let (label, list) = labelled(row);
    let all = pieces(list);
    if words::section(label) == Some("languages") && !all.is_empty() && all.iter().all(|piece| names_language(piece, strings)) {
        return languages(list, strings, draft);
    }
    let of_label = words::skill_level(label).map(|_| label);
    if let ([level], None, 1..=LONGEST_SKILL) = (all.as_slice(), of_label, label.split_whitespace().count())
        && strings.is_skill_level(level)
    {
        return add_skill(label, Some(level), None, strings, draft);
    }
    for piece in all {
        let (name, level) = leveled(piece, strings);
        let together = strings.all_skills(name);
        if name.split_whitespace().count() <= LONGEST_SKILL && together.len() < 2 {
            add_skill(name, level.or(of_label), level.is_none().then_some(label), strings, draft);
        } else if together.len() > 1 && level.is_none() {
            together.iter().for_each(|skill| add_skill(skill, of_label, Some(label), strings, draft));
        } else {
            strings.skills(piece).iter().for_each(|skill| draft.add_once("skills", "name", skill_in(skill, piece)));
            draft.leave("skills", piece);
        }
    }
}

/// The label of a row and its list: before a colon, or in the first of two columns of which only the second is a list.
fn labelled(row: &str) -> (&str, &str) {
    let colon = row.split_once(':').filter(|(label, list)| label.split_whitespace().count() < 6 && !list.trim().is_empty());
    let column = || row.split_once('\t').filter(|(label, list)| !label.contains(',') && list.contains(',') && !list.contains('\t'));
    let (label, list) = colon.or_else(column).unwrap_or(("", row));
    (label.trim(), list.trim())
}

/// `Python (expert)`, `Python – 5 years`.
fn leveled<'p>(piece: &'p str, strings: Strings<'_>) -> (&'p str, Option<&'p str>) {
    let piece = piece.trim_end_matches('.');
    let in_brackets = piece.split_once('(').map(|(name, level)| (name, level.trim_end_matches(')')));
    let behind = || [" – ", " — ", " - ", ": "].iter().find_map(|sign| piece.split_once(sign));
    let found =
        in_brackets.filter(|(_, level)| !level.contains(',')).or_else(behind).filter(|(_, level)| strings.is_skill_level(level.trim()));
    found.map_or((piece, None), |(name, level)| (name.trim(), Some(level.trim())))
}

fn add_skill(name: &str, level: Option<&str>, group: Option<&str>, strings: Strings<'_>, draft: &mut Draft) {
    let mut entry = Entry::default();
    entry.text("name", Some(name));
    if let Some(level) = level {
        strings.skill_level(&mut entry, level, group.filter(|group| !group.is_empty() && *group != level));
    }
    draft.add_once("skills", "name", entry);
}

fn skill_in(name: &str, sentence: &str) -> Entry {
    let mut entry = Entry::default();
    entry.text_in_doubt("name", Some(name), Some(format!("named in {}", said(sentence))));
    entry
}

/// Cuts a list at commas and the like that stand in no parenthesis.
fn pieces(list: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    let is_spaced = |at: usize| {
        list.get(..at).is_some_and(|before| before.ends_with(' ')) && list.get(at + 1..).is_some_and(|after| after.starts_with(' '))
    };
    for (at, c) in list.char_indices() {
        match c {
            '/' if depth > 0 || !is_spaced(at) => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '|' | '·' | '•' | '\t' | '▪' | '●' | '/' if depth == 0 => {
                found.push(list.get(from..at).unwrap_or_default());
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(list.get(from..).unwrap_or_default());
    let bare = found.into_iter().map(|piece| piece.trim().trim_start_matches("and ").trim());
    bare.filter(|piece| piece.contains(char::is_alphanumeric)).collect()
}

fn names_language(piece: &str, strings: Strings<'_>) -> bool {
    !strings.taxonomy.mentioned(Family::Language, piece).is_empty()
}

/// `German (B2), English – fluent`, `Native French`, `Fluent in English and Thai`; a row of several columns is a language and its levels.
pub(super) fn languages(row: &str, strings: Strings<'_>, draft: &mut Draft) {
    let columns = row.split_once('\t').filter(|(name, levels)| names_language(name, strings) && !names_language(levels, strings));
    if let Some((name, levels)) = columns {
        return draft.add_once("languages", "language", strings.language(name, Some(&clean(levels))));
    }
    for piece in pieces(row) {
        let line = Line::new(piece, strings.taxonomy, strings.as_of);
        let labels: Vec<_> = line.labels_of(Family::Language).collect();
        match labels.as_slice() {
            [] => draft.leave("languages", piece),
            [label] => {
                let at = line.span(&label.words);
                let around = format!("{} {}", piece.get(..at.start).unwrap_or_default(), piece.get(at.end..).unwrap_or_default());
                let level = around.trim_matches([' ', ':', '-', '–', '—', '.']);
                let level = level.strip_prefix('(').map_or(level, |level| level.trim_end_matches(')'));
                draft.add_once("languages", "language", strings.language(at.of(piece), Some(level).filter(|level| !level.is_empty())));
            }
            _ => together(piece, strings, draft),
        }
    }
}

/// Several languages in one phrase, as postings name them.
fn together(piece: &str, strings: Strings<'_>, draft: &mut Draft) {
    let found = strings.predicates(piece).into_iter().filter_map(|found| match found {
        Predicate::Language(language) => Some(language),
        _ => None,
    });
    let found: Vec<_> = found.collect();
    for language in &found {
        let mut entry = Entry::default();
        entry.text_in_doubt("language", language.language.as_deref(), Some(said(piece)));
        if let Some(level) = language.level.and_then(super::strings::name_of) {
            entry.text_in_doubt("level", Some(&level), Some(said(piece)));
        }
        draft.add_once("languages", "language", entry);
    }
    if found.is_empty() {
        draft.leave("languages", piece);
    }
}

/// A row is a certificate; short names in a list are one each.
pub(super) fn certificates(row: &str, strings: Strings<'_>, draft: &mut Draft) {
    let all = pieces(row);
    let is_name = |piece: &&str| strings.taxonomy.named(Family::Certificate, piece).is_some();
    if all.len() > 1 && all.iter().all(is_name) {
        return all.into_iter().for_each(|piece| draft.add("certificates", certificate(piece, strings)));
    }
    draft.add("certificates", certificate(row, strings));
}

fn certificate(row: &str, strings: Strings<'_>) -> Entry {
    let span = Span::of(row, strings);
    let name = span.as_ref().map_or(row, |span| &span.rest);
    let strong = [" | ", "|", "\t", " – ", " — ", " - "]
        .iter()
        .fold(name, |name, sign| name.split(sign).find(|part| !part.trim().is_empty()).unwrap_or(name));
    let name = clean(strong.trim_end_matches([' ', ',', '(', ')', '-', '–', '—', ':', ';']));
    let mut entry = Entry::default();
    entry.text_in_doubt("name", Some(&name), (name != clean(row)).then(|| said(row)));
    let end = span.and_then(|span| span.end).filter(|_| words::tells_expiry(row));
    if let Some(date) = end.and_then(|end| end.date()) {
        entry.date("expires", date, Some(said(row)));
    }
    entry
}

/// A publication is a row, or the rows between two gaps where the list has any.
pub(super) fn publications(rows: &[Row], strings: Strings<'_>, draft: &mut Draft) {
    let has_gaps = rows.iter().skip(1).any(|row| row.follows_gap);
    let mut all: Vec<String> = Vec::new();
    for row in rows {
        match all.last_mut() {
            Some(last) if has_gaps && !row.follows_gap && !row.is_bullet => last.extend([" ", &row.text]),
            _ => all.push(row.text.clone()),
        }
    }
    all.iter().for_each(|text| draft.add("publications", publication(text, strings)));
}

/// The title in quotes, or the whole row; the venue and the year where the row names them.
fn publication(row: &str, strings: Strings<'_>) -> Entry {
    let mut entry = Entry::default();
    let quoted = row
        .split(['"', '“', '”'])
        .nth(1)
        .map(|title| title.trim_end_matches([',', '.']))
        .filter(|title| title.split_whitespace().count() > 1);
    entry.text_in_doubt("title", Some(quoted.unwrap_or(row)), quoted.map(|_| said(row)));
    let line = Line::new(row, strings.taxonomy, strings.as_of);
    let venue = line.labels_of(Family::Venue).last().map(|label| line.phrase(&label.words));
    entry.text_in_doubt("venue", venue, Some(said(row)));
    if let Some(found) = date::find(row, strings.as_of).last() {
        entry.whole_in_doubt("year", found.date.year.into(), said(row));
    }
    entry
}
