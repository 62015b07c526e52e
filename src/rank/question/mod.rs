//! Questions: the facts that a profile does not state, over many postings, the most decisive first.
//!
//! "May you work in Canada without sponsorship?" decides 4 postings: whatever the answer, their standing is then certain.

mod answer;
mod opening;
mod words;

pub use answer::{NoAnswer, answer};
pub use opening::{Form, Opening, openings};

use super::{
    Outlook, Standing,
    outlook::{Part, Place, PostingName},
};
use crate::{
    kind::{Candidate, Topic},
    logic::Truth,
};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A question to a candidate, with what its answer would decide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Its name, by which it is answered: `study.returning`, `skills:Kubernetes`.
    pub id: String,
    /// The question.
    pub text: String,
    /// What answers it.
    pub answers: Answers,
    /// How many postings ask for the fact without getting it.
    pub asked: usize,
    /// How many of them have a certain standing once it is answered, whatever the answer.
    pub decides: usize,
    /// How many more have one after one of the answers.
    pub may_decide: usize,
    /// How many turn eligible by the better answer.
    pub eligible: usize,
    /// The postings that it decides, then those that it may decide.
    pub postings: Vec<PostingName>,
}

/// What answers a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// `yes` or `no`.
    YesNo,
    /// One of these.
    OneOf(Vec<&'static str>),
    /// A number.
    Number,
    /// A date: `2027`, `2027-05` or `2027-05-31`.
    Date,
    /// Some words.
    Text,
    /// An entry of a list in this form: `LEVEL:STATUS:FIELD`.
    Entry(&'static str),
}

/// The questions to a candidate over postings: first those that decide most, then those that may, then those that most postings ask.
#[must_use]
pub fn questions(candidate: &Candidate<'_>, outlooks: &[Outlook]) -> Vec<Question> {
    let mut found = gather(outlooks);
    let mut questions: Vec<Question> = found.drain(..).filter_map(|(key, places)| question(candidate, key, &places, outlooks)).collect();
    questions.sort_by(|a, b| {
        let weight = |it: &Question| (it.decides, it.may_decide, it.eligible, it.asked);
        weight(b).cmp(&weight(a)).then_with(|| a.id.cmp(&b.id))
    });
    questions
}

/// A missing fact, with what it is about where its path alone does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key<'o> {
    path: &'o str,
    about: Option<&'o Topic>,
}

/// Lists of which a path says nothing without what should stand in it.
const ABOUT: [&str; 9] = [
    "skills", "languages", "certificates", "publications", "education", "work", "work_authorization.authorized_in", "location.places",
    "work_authorization.clearances",
];

impl<'o> Key<'o> {
    fn of(path: &'o str, part: &'o Part) -> Option<Self> {
        let about = part.topic.as_deref().filter(|_| ABOUT.contains(&path));
        if path == "work_authorization.authorized_in" && about.is_none_or(|topic| topic.id.is_none()) {
            return None; // neither the posting nor the requirement names a country: no answer would help
        }
        Some(Self { path, about })
    }
}

/// The parts of each outlook that lack a fact, by the fact, in reading order.
type Lacking = Vec<(usize, Vec<Place>)>;

fn gather(outlooks: &[Outlook]) -> Vec<(Key<'_>, Lacking)> {
    let mut at: FxHashMap<Key<'_>, usize> = FxHashMap::default();
    let mut found: Vec<(Key<'_>, Lacking)> = Vec::new();
    for (o, outlook) in outlooks.iter().enumerate() {
        for (place, part) in outlook.parts(|part| part.truth() == Some(Truth::Unknown)) {
            for key in part.missing().iter().filter_map(|path| Key::of(path, part)) {
                let known = *at.entry(key).or_insert_with(|| {
                    found.push((key, Vec::new()));
                    found.len() - 1
                });
                let Some((_, lacking)) = found.get_mut(known) else { continue };
                match lacking.last_mut().filter(|(last, _)| *last == o) {
                    Some((_, places)) if places.last() == Some(&place) => {}
                    Some((_, places)) => places.push(place),
                    None => lacking.push((o, vec![place])),
                }
            }
        }
    }
    found
}

fn question(candidate: &Candidate<'_>, key: Key<'_>, lacking: &Lacking, outlooks: &[Outlook]) -> Option<Question> {
    let (text, answers) = words::of(candidate, key.path, key.about)?;
    let id = key.about.map_or_else(|| key.path.to_owned(), |topic| words::id(key.path, topic));
    let mut question = Question { id, text, answers, asked: lacking.len(), decides: 0, may_decide: 0, eligible: 0, postings: Vec::new() };
    let mut possible = Vec::new();
    for (outlook, places) in lacking.iter().filter_map(|(at, places)| Some((outlooks.get(*at)?, places))) {
        match effect(outlook, places) {
            Effect::Decides => {
                question.decides += 1;
                question.postings.push(outlook.posting.clone());
            }
            Effect::MayDecide => {
                question.may_decide += 1;
                possible.push(outlook.posting.clone());
            }
            Effect::Nothing => {}
        }
        let may_turn = outlook.standing == Standing::Unclear && outlook.range.0 == Standing::Eligible;
        question.eligible += usize::from(may_turn && outlook.with_met(places).0 == Standing::Eligible);
    }
    question.postings.append(&mut possible);
    Some(question)
}

/// What an answer does to a standing.
enum Effect {
    /// It is certain, whatever the answer.
    Decides,
    /// It is certain after one of the answers.
    MayDecide,
    /// It was certain before, or is still not.
    Nothing,
}

fn effect(outlook: &Outlook, places: &[Place]) -> Effect {
    let (best, worst) = outlook.range;
    if best == worst {
        return Effect::Nothing;
    }
    match (outlook.worst_with(places) == best, outlook.best_without(places) == worst) {
        (true, true) => Effect::Decides,
        (false, false) => Effect::Nothing,
        _ => Effect::MayDecide,
    }
}
