//! Closed classes of words that the readers of kinds look for, by kind: what asks for a condition, what ends a name.
//!
//! The words are data (`data/heads.toml`, the tables under `words`); what they do is said by the reader that uses them.

use crate::line::{Line, List};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/heads.json"));

/// A class of words in their folded form.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(crate) struct Class(List<String>);

impl From<Vec<String>> for Class {
    fn from(words: Vec<String>) -> Self {
        Self(List::new(words.into_iter()))
    }
}

impl Class {
    /// Whether word `at` of a line is one of the class.
    pub(crate) fn has(&self, line: &Line<'_>, at: usize) -> bool {
        line.is_in(at, &self.0)
    }

    /// The first place in `range` where a word of the class stands.
    pub(crate) fn find(&self, line: &Line<'_>, mut range: Range<usize>) -> Option<usize> {
        range.find(|at| self.has(line, *at))
    }

    /// How far back from `end` words of the class stand without a gap.
    pub(crate) fn back(&self, line: &Line<'_>, end: usize) -> usize {
        (0..end).rev().take_while(|at| self.has(line, *at)).last().unwrap_or(end)
    }
}

/// The words that the reader of conditions looks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Condition {
    /// Words that ask for what the line names.
    pub(crate) asking: Class,
    /// Words that lead to a condition and say nothing of their own: "willing to submit to a".
    pub(crate) lead: Class,
    /// Those of `lead` with which such words begin.
    pub(crate) willing: Class,
    /// Words before a check that belong to its name: "pre-employment".
    pub(crate) check: Class,
    /// Words for moving a weight.
    pub(crate) lift: Class,
    /// Words between a demand and its weight: "and/or move objects weighing up to".
    pub(crate) load: Class,
    /// Units of weight.
    pub(crate) weight: Class,
    /// Words between travel and its share: "up to approximately".
    pub(crate) share: Class,
    /// Words that end what a journey is for.
    pub(crate) stop: Class,
}

/// The words that the reader of certificates looks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Certification {
    /// Words that a name of a certificate ends in.
    pub(crate) noun: Class,
    /// Words before a noun that belong to no name.
    pub(crate) no_name: Class,
    /// Words that end a name: verbs, "which".
    pub(crate) end: Class,
    /// Words that make "registration" one of a profession.
    pub(crate) profession: Class,
    /// Words of licences that a place gives.
    pub(crate) licence: Class,
    /// Words of "registered nurse on part 1 of the".
    pub(crate) register: Class,
    /// Words behind a noun that make it something else: "license agreement".
    pub(crate) tool: Class,
    /// Words before certificates that the employer gives, pays or handles.
    pub(crate) of_others: Class,
    /// Words inside a name that is asked of no one: "voter registration", "birth certificate".
    pub(crate) not_asked: Class,
}

/// The words that the reader of degrees looks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Degree {
    /// Words between two degrees that are alternatives: "BS or MS", "a Bachelor's / Master's".
    pub(crate) between: Class,
    /// Words by which a degree is under way, next to it.
    pub(crate) pursuing: Class,
    /// Words behind a degree that make it what is taught or researched: "undergraduate courses".
    pub(crate) of_teaching: Class,
    /// Words that end a field of study.
    pub(crate) stop: Class,
    /// Words before a degree that say it is under way.
    pub(crate) under_way: Class,
    /// Words before a degree that say it is finished.
    pub(crate) done: Class,
    /// Words that say so only beside one of `under_way`: "has, or is pursuing".
    pub(crate) held: Class,
}

/// The words that the reader of experience looks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Experience {
    /// Nouns for time that was spent.
    pub(crate) noun: Class,
    /// Words that say a length of time is experience.
    pub(crate) spent: Class,
    /// Words that say it is something else.
    pub(crate) not_spent: Class,
    /// Words that end what an experience is in.
    pub(crate) stop: Class,
    /// Words that begin another requirement behind a conjunction.
    pub(crate) opening: Class,
    /// Words at the beginning of an area that name nothing.
    pub(crate) lead: Class,
    /// Words at its end that name nothing.
    pub(crate) trail: Class,
    /// The people, animals and companies that a job is for: "experience working with children".
    pub(crate) served: Class,
    /// Those of `served` that name nobody alone: "individuals".
    pub(crate) anyone: Class,
    /// Words that end the name of a place of work.
    pub(crate) place_stop: Class,
    /// Words before "experience" that are no part of its name.
    pub(crate) outside: Class,
    /// Words in -ing behind a length of time that say when, not what was done.
    pub(crate) when: Class,
    /// Nouns of a place of work: "in a regulated industry".
    pub(crate) place: Class,
    /// Nouns for what experience is gathered in, of which a list may follow: "a technical field, including …".
    pub(crate) class: Class,
}

/// The words that stand around and inside the phrases of a line.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Phrase {
    /// Words that lead to a statement about the candidate and belong to nothing.
    pub(crate) lead: Class,
    /// Words behind which the rest of a phrase says why, how or where, not what.
    pub(crate) cut: Class,
    /// Nouns of many things, which name a class.
    pub(crate) classes: Class,
    /// Nouns of a place of work, or of the people in it.
    pub(crate) surroundings: Class,
    /// Words that begin a range of which no end is known: "from start to finish".
    pub(crate) whole: Class,
    /// Words at the end of a phrase that are no part of what it names.
    pub(crate) trailing: Class,
    /// Words that name nothing alone: "both verbal and written".
    pub(crate) manner: Class,
    /// Second halves of compounds that say how somebody is: "detail-oriented".
    pub(crate) compound: Class,
    /// What a job is said to be, with a grade before it: "a great opportunity for".
    pub(crate) chances: Class,
    /// Words with which no name begins.
    pub(crate) outside: Class,
    /// Words of which a heading is made that asks nothing by itself.
    pub(crate) title: Class,
    /// What ends the name of a firm.
    pub(crate) firm: Class,
    /// Codes of pay grades and of forms, with which no name begins, however they are written.
    pub(crate) codes: Class,
    /// Words that begin a clause inside a phrase, which is no part of what the phrase names.
    pub(crate) clause: Class,
    /// Nouns that say little alone and are shared by the phrases of a list.
    pub(crate) shared: Class,
    /// Further nouns that a phrase and the single noun behind it may both be.
    pub(crate) alike: Class,
    /// Verbs of making, which name a task also where the vocabulary knows the whole phrase.
    pub(crate) making: Class,
    /// Those whose experience is not the candidate's: "user experience".
    pub(crate) of_others: Class,
    /// Heads whose object is a subject, whatever its form: "knowledge of programming".
    pub(crate) known: Class,
    /// How a language is used: "spoken and written".
    pub(crate) usage: Class,
    /// Nouns for a person, behind what such a person is: "goal-driven individual".
    pub(crate) person: Class,
    /// Those in whose company one works, beside people by their roles.
    pub(crate) company: Class,
}

#[derive(Debug, Default, Deserialize)]
struct Packed {
    words: Words,
}

/// All classes.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Words {
    pub(crate) certification: Certification,
    pub(crate) condition: Condition,
    pub(crate) degree: Degree,
    pub(crate) experience: Experience,
    pub(crate) phrase: Phrase,
    /// Adjectives of nations, and the country.
    pub(crate) nationality: FxHashMap<String, String>,
}

impl Words {
    /// The words that quals ships, loaded once.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: LazyLock<Words> = LazyLock::new(|| serde_json::from_str::<Packed>(PACKED).unwrap_or_default().words);
        &SHARED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_packed() {
        serde_json::from_str::<Packed>(PACKED).unwrap();
    }
}
