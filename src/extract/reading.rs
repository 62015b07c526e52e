//! How a posting was read: what `quals extract --explain` tells.
//!
//! A [`Trace`] goes along while a posting is read, and notes what made each requirement what it is and what was passed over; it changes nothing, and
//! without one nothing is noted. "Knowledge of SQL is a plus" in; its section, the cue `plus`, and `SQL` as a skill behind the head `knowledge of` out.

use super::Extraction;
use crate::{
    compose::{Note, NoteRule, Notes},
    kind::{Mention, Predicate},
    line::Line,
    priority::Region,
    requirement::Requirement,
    segment::{Form, Passage, Section},
    text::{MappedText, Source, Span},
};
use serde::Serialize;
use std::{cell::RefCell, collections::HashSet, ops::Range};

/// The name of the JSON form of a [`Reading`].
pub const READING_SCHEMA: &str = "quals.reading/1";

/// How one posting was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// Always `quals.reading/1`.
    pub schema: &'static str,
    /// What was read.
    pub extraction: Extraction,
    /// How each requirement was read, in the order of the extraction.
    pub requirements: Vec<RequirementRead>,
    /// The sentences and items that are no requirement, in reading order.
    pub dropped: Vec<Dropped>,
}

/// What made a requirement what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequirementRead {
    /// The `id` of the requirement.
    pub requirement: String,
    /// What the section is about that it stands in.
    pub section: Section,
    /// An item of a list or a sentence.
    pub form: Form,
    /// The wording that set its priority; absent where the section did, or nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// How each predicate was read, from left to right.
    pub parts: Vec<PartRead>,
}

/// How one predicate was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartRead {
    /// Its kind.
    pub kind: &'static str,
    /// Its phrase.
    pub text: String,
    /// Its concept of the vocabulary, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concept: Option<String>,
    /// What made it.
    #[serde(flatten)]
    pub origin: Origin,
}

/// What made a predicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Origin {
    /// A reader of its kind, by the rule of that name.
    Reader {
        /// The rule.
        rule: &'static str,
    },
    /// A phrase between what the readers found.
    Phrase {
        /// What made it a skill or a trait.
        rule: NoteRule,
        /// The words that it stands behind.
        #[serde(skip_serializing_if = "Option::is_none")]
        head: Option<String>,
    },
    /// It shares a noun with its neighbor: "trenching and shoring standards".
    Shared,
    /// No kind could say it, and the section asks.
    Rest,
}

/// Why a sentence or item is no requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Discard {
    /// It begins with a verb that names a task, and states nothing else.
    Duty,
    /// It begins as what is said of the job, the employer or how to apply does.
    AboutJob,
    /// It speaks of the employer.
    AboutEmployer,
    /// It speaks of nobody who could be the candidate.
    NotOfCandidate,
    /// It is a notice: equal opportunity, accommodation, pay.
    Notice,
    /// It is a question.
    Question,
    /// It is longer than any sentence that is read.
    TooLong,
    /// No kind found anything in it.
    NoKind,
    /// It stands among the benefits, the pay or how to apply, where only rights to work are read.
    SilentSection,
    /// It stands in a section on equal opportunity.
    EqualOpportunity,
    /// It stands among single facts.
    Header,
    /// It stands outside the sections that ask, and has no word that tells of a candidate.
    NoTellingWord,
    /// It is not in English.
    Language,
}

/// A sentence or item that is no requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Why it is none.
    pub why: Discard,
    /// What the section is about that it stands in.
    pub section: Section,
    /// Whether every line of that section may be a requirement.
    pub asks: bool,
    /// The heading above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The sentence or item, cut from the source.
    pub quote: String,
    /// Where it stands in the source's text, in bytes.
    pub span: Span,
    /// The line of its first character, counted from 1.
    pub line: usize,
}

/// Goes along while a posting is read.
#[derive(Debug, Default)]
pub(super) struct Trace {
    notes: Notes,
    found: RefCell<Vec<RequirementRead>>,
    dropped: RefCell<Vec<Dropped>>,
}

/// A requirement with all that it was read from.
pub(super) struct Found<'f> {
    pub(super) requirement: &'f Requirement,
    pub(super) passage: &'f Passage,
    pub(super) line: &'f Line<'f>,
    pub(super) mentions: &'f [Mention],
    pub(super) cues: &'f [Range<usize>],
    pub(super) region: &'f Region,
}

impl Trace {
    pub(super) fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Notes a passage that gave no requirement.
    pub(super) fn dropped(&self, source: &Source, text: &MappedText, passage: &Passage, why: Discard) {
        let span = text.origin(passage.span);
        let heading = passage.heading.map(|heading| text.slice(heading).trim_end_matches(':').trim().to_owned());
        let (section, asks) = (passage.section, passage.section.asks());
        let (quote, line) = (source.slice(span).to_owned(), source.line(span.start));
        self.dropped.borrow_mut().push(Dropped { why, section, asks, heading, quote, span, line });
    }

    /// Notes a requirement.
    pub(super) fn found(&self, found: &Found<'_>) {
        let notes = self.notes.take();
        let covers = |cue: &Range<usize>| found.region.words.iter().any(|words| words.start <= cue.start && cue.end <= words.end);
        let cues = found.cues.iter().filter(|cue| found.region.priority.is_some() && covers(cue));
        self.found.borrow_mut().push(RequirementRead {
            requirement: found.requirement.id.clone(),
            section: found.passage.section,
            form: found.passage.form,
            cues: cues.map(|cue| found.line.phrase(cue).to_owned()).collect(),
            parts: found.requirement.needs.atoms().map(|atom| part(atom, found.mentions, &notes)).collect(),
        });
    }

    pub(super) fn finish(self, extraction: Extraction) -> Reading {
        let mut requirements = self.found.into_inner();
        // What fields say once more is no requirement in the end.
        let kept: HashSet<&str> = extraction.requirements.iter().map(|it| it.id.as_str()).collect();
        requirements.retain(|read| kept.contains(read.requirement.as_str()));
        Reading { schema: READING_SCHEMA, extraction, requirements, dropped: self.dropped.into_inner() }
    }
}

fn part(atom: &Predicate, mentions: &[Mention], notes: &[Note]) -> PartRead {
    let reader = mentions.iter().find(|mention| mention.needs.atoms().any(|found| found == atom)).map(|mention| mention.rule);
    let note = || notes.iter().rev().find(|note| note.text == atom.text());
    let origin = match (atom, reader) {
        (_, Some(rule)) => Origin::Reader { rule },
        (Predicate::Other(_), _) => Origin::Rest,
        _ => note().map_or(Origin::Shared, |note| Origin::Phrase { rule: note.rule, head: note.head.clone() }),
    };
    let concept = match atom {
        Predicate::Skill(skill) => skill.concept.clone(),
        Predicate::Trait(trait_) => trait_.concept.clone(),
        _ => None,
    };
    PartRead { kind: atom.kind().name, text: atom.text().to_owned(), concept, origin }
}
