//! How postings ask for a human language: "fluent in English and German", "native Spanish speaker", "bilingual".

use super::{Language, LanguageLevel};
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    taxonomy::{Family, LabelMention},
};
use std::ops::Range;

/// Words near a language's name that say a person speaks it.
const SPOKEN: &[&str] = &[
    "fluent", "fluency", "fluently", "native", "bilingual", "speak", "speaks", "speaking", "speaker", "spoken", "language", "languages",
    "written", "verbal", "conversational", "proficient", "proficiency", "command", "knowledge", "oral", "communication", "literate",
    "mother", "read", "write", "understand", "level", "business", "skills", "working", "plus", "c1", "c2", "b1", "b2", "a1", "a2", "bonus",
    "asset", "advantage", "good", "excellent",
];

/// Finds the languages of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    for label in line.labels_of(Family::Language) {
        let name = &line.taxonomy.concept(label.concept).label;
        let repeated =
            out.iter().any(|m| m.needs.atoms().any(|p| matches!(p, Predicate::Language(it) if it.language.as_ref() == Some(name))));
        if repeated || !is_spoken(line, label) {
            continue;
        }
        let words = with_manner(line, &label.words);
        let language = Language { text: line.phrase(&words).to_owned(), language: Some(name.clone()), level: level(line, label) };
        out.push(Mention::of("language", words, Predicate::Language(language)));
    }
    if let Some(words) = line.search("foreign|second|another|additional|other languages|language", 0..line.len()).filter(|w| {
        !line.is_one_of(w.end, &["arts", "model", "models", "teacher"]) && line.is_one_of(w.start, &["foreign", "second", "another"])
    }) && out.is_empty()
    {
        out.push(Mention::of(
            "language",
            words.clone(),
            Predicate::Language(Language { text: line.phrase(&words).to_owned(), language: None, level: None }),
        ));
    }
    read_bilingual(line, out);
}

/// A language with the words that say how it is used: "written and spoken English", "English (written and spoken)".
fn with_manner(line: &Line<'_>, name: &Range<usize>) -> Range<usize> {
    let manners = ["written|spoken|verbal|oral and|or|/|& spoken|written|verbal|oral", "written|spoken|verbal|oral and|or|/|&"];
    let before =
        |pattern: &'static str| line.search(pattern, name.start.saturating_sub(3)..name.start).filter(|words| words.end == name.start);
    let start = manners.into_iter().find_map(before).map_or(name.start, |words| words.start);
    let behind = [
        "communication|writing|speaking|conversation skills|abilities?",
        "(? both? written|spoken|verbal|oral and|or|/|& spoken|written|verbal|oral )?",
        "fluency|proficiency",
    ];
    let end = behind.iter().find_map(|pattern| line.matches(pattern, name.end)).unwrap_or(name.end);
    start..end
}

/// "Bilingual is a plus": a second language without its name.
fn read_bilingual(line: &Line<'_>, out: &mut Vec<Mention>) {
    const OF_OTHERS: &[&str] = &[
        "education", "students", "student", "populations", "population", "learners", "school", "schools", "program", "programs",
        "classroom", "teacher", "teachers", "children", "university", "communities", "families", "team", "environment", "pay",
        "candidates", "applicants",
    ];
    let Some(at) = line.find(0..line.len(), &["bilingual", "multilingual"]) else { return };
    if out.is_empty() && line.len() <= 12 && line.find(at + 1..line.len(), OF_OTHERS).is_none() {
        let words = at..at + 1;
        let language = Language { text: line.phrase(&words).to_owned(), language: None, level: None };
        out.push(Mention::of("language", words, Predicate::Language(language)));
    }
}

/// The name stands for a language that is spoken, not for a subject ("English literature", "teaching English") or a people.
fn is_spoken(line: &Line<'_>, label: &LabelMention) -> bool {
    let words = &label.words;
    let subject = line.is_one_of(
        words.end,
        &[
            "literature", "teacher", "teachers", "degree", "grammar", "major", "department", "lessons", "market", "law", "history",
            "government", "clients", "company", "composition", "toast", "cuisine", "gcse", "muffins", "laws", "tax", "taxes", "taxation",
            "legislation", "regulations", "accounting", "culture", "standards", "customers", "markets", "labor", "labour",
        ],
    ) || line.is_one_of(words.start.saturating_sub(1), &["teach", "teaching", "taught", "in-class"]) && words.start > 0
        || line.find(0..words.start, &["degree", "bachelor's", "gcse", "major", "gcses"]).is_some();
    let inside = line.labels().iter().any(|l| {
        !matches!(l.family, Family::Language | Family::Field | Family::Place)
            && l.words.start <= words.start
            && words.end <= l.words.end
            && l.words.len() > words.len()
    });
    let lessons = line.find(0..words.start, &["instruction", "lessons", "instructor"]).is_some();
    let joined = |between: Range<usize>| between.len() <= 3 && between.clone().all(|at| line.is_one_of(at, &["and", "or", "/", ",", "&"]));
    let follows =
        |first: &LabelMention, second: &LabelMention| first.words.end < second.words.start && joined(first.words.end..second.words.start);
    let listed = line.labels_of(Family::Language).any(|other| follows(other, label) || follows(label, other));
    let near = words.start.saturating_sub(9)..(words.end + 6).min(line.len());
    let short = line.len() <= 3;
    if line.search("other than", words.start.saturating_sub(2)..words.start).is_some() {
        return false; // "a language other than English"
    }
    !subject && !inside && !lessons && (short || listed || line.find(near, SPOKEN).is_some())
}

fn level(line: &Line<'_>, label: &LabelMention) -> Option<LanguageLevel> {
    let around = label.words.start.saturating_sub(10)..(label.words.end + 8).min(line.len());
    let from = around.clone().take_while(|at| *at < label.words.start).filter(|at| line.is_one_of(*at, &[";"])).last();
    let to = (label.words.end..around.end).find(|at| line.is_one_of(*at, &[";"]));
    let around = from.unwrap_or(around.start)..to.unwrap_or(around.end);
    let has = |list: &'static [&'static str]| line.find(around.clone(), list).is_some();
    let next = line.labels_of(Family::Language).map(|other| other.words.start).find(|start| *start > label.words.start);
    let behind = label.words.end..around.end.min(next.unwrap_or(around.end)); // "German (C1) and English (B2)"
    let cefr = behind.chain(around.clone()).find_map(|at| match line.word(at) {
        "a1" => Some(LanguageLevel::A1),
        "a2" => Some(LanguageLevel::A2),
        "b1" => Some(LanguageLevel::B1),
        "b2" => Some(LanguageLevel::B2),
        "c1" => Some(LanguageLevel::C1),
        "c2" => Some(LanguageLevel::C2),
        _ => None,
    });
    cefr.or(if has(&["native", "mother"]) {
        Some(LanguageLevel::Native)
    } else if has(&["conversational"]) {
        Some(LanguageLevel::Conversational)
    } else if has(&["basic", "elementary", "beginner"]) {
        Some(LanguageLevel::Basic)
    } else if has(&[
        "fluent", "fluency", "fluently", "bilingual", "proficient", "proficiency", "excellent", "strong", "professional", "command",
        "written", "advanced", "speaking",
    ]) {
        Some(LanguageLevel::Fluent)
    } else {
        None
    })
}
