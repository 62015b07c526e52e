//! Whether a task is a disposition or a craft: "manage multiple projects" in, a disposition out; "manage project files" in, a craft out.
//!
//! The verb decides, and where it says little, what it is done to. Which verb and which object is which, `data/heads.toml` says; single
//! words of the vocabulary are left to the reader of phrases.

use crate::{
    kind::heads::{Heads, TaskWord},
    line::Line,
    taxonomy::Family,
};
use std::ops::Range;

/// What a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// How somebody is, or deals with people, time and pressure.
    Disposition,
    /// Work on a thing, which can be learnt and shown.
    Craft,
}

/// What the task is that a phrase begins with; `None` where it begins with no verb, or where the vocabulary decides.
#[must_use]
pub(crate) fn nature(line: &Line<'_>, words: &Range<usize>) -> Option<Nature> {
    let heads = Heads::shared();
    let at = words.clone().find(|at| !is_adverb(line.word(*at)))?;
    let verb = Verb::of(heads, line.word(at))?;
    let rest = at + 1..words.end;
    if line.labels_of(Family::Trait).any(|l| l.words.start <= at && l.words.end >= words.end) {
        return None;
    }
    let adverb = is_adverb(line.word(rest.start)) || line.is_one_of(rest.start + 1, &["-"]) && is_adverb(line.word(rest.start + 2));
    if verb.is(heads, TaskWord::Manner) && (is_joint(line, rest.start) || adverb) {
        return manner(line, heads, rest);
    }
    if verb.is(heads, TaskWord::Disposition) || ends_in_disposition(line, heads, &rest) {
        let thing = line.is_one_of(rest.start, &["with"]) && works_on_thing(line, heads, &(rest.start + 1..rest.end));
        return Some(if thing { Nature::Craft } else { Nature::Disposition });
    }
    let object = object(line, heads, rest);
    if object.is_empty() {
        return None;
    }
    let noun = line.word(object.end - 1);
    if heads.is_task_word(TaskWord::Object, noun) || verb.is(heads, TaskWord::Light) && is_dealt_with(line, heads, &object) {
        return Some(Nature::Disposition);
    }
    let named = line.labels_of(Family::Trait).any(|l| l.words.end == object.end && l.words.start < object.end);
    let by_verb = line.labels_of(Family::Trait).any(|l| l.words.contains(&at));
    let inside = line.labels_in(Family::Trait, object.clone()).next().is_some();
    (!named && (verb.is(heads, TaskWord::Craft) || inside && !by_verb)).then_some(Nature::Craft)
}

/// "simplify | and explain complex problems": the last of several verbs says what the task is.
fn ends_in_disposition(line: &Line<'_>, heads: &Heads, rest: &Range<usize>) -> bool {
    let mut last = None;
    let mut at = rest.start;
    while let Some(next) = line.matches(",? and|or|,", at).filter(|next| *next < rest.end) {
        let next = next + usize::from(is_adverb(line.word(next)));
        let Some(verb) = Verb::of(heads, line.word(next)) else { break };
        last = Some(verb);
        at = next + 1;
    }
    last.is_some_and(|verb| verb.is(heads, TaskWord::Disposition))
}

/// A verb as it stands, and what its stem may be.
struct Verb {
    stems: Vec<String>,
}

impl Verb {
    fn of(heads: &Heads, word: &str) -> Option<Self> {
        let mut stems = vec![word.to_owned()];
        if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) {
            stems.push(stem.to_owned());
            stems.push(format!("{stem}e"));
            stems.extend(stem.char_indices().next_back().and_then(|(last, _)| stem.get(..last)).map(str::to_owned));
        }
        let verb = Self { stems };
        let known =
            [TaskWord::Manner, TaskWord::Disposition, TaskWord::Craft, TaskWord::Light].into_iter().any(|role| verb.is(heads, role));
        (known || verb.stems.iter().any(|stem| heads.is_verb(stem))).then_some(verb)
    }

    fn is(&self, heads: &Heads, role: TaskWord) -> bool {
        self.stems.iter().any(|stem| heads.is_task_word(role, stem))
    }
}

/// "work | effectively with data": a craft where it is done with a thing that nobody stands behind.
fn manner(line: &Line<'_>, heads: &Heads, rest: Range<usize>) -> Option<Nature> {
    let behind = rest.clone().find(|at| is_joint(line, *at)).map_or(rest.end..rest.end, |at| at + 1..rest.end);
    if works_on_thing(line, heads, &behind) {
        return Some(Nature::Craft);
    }
    let place = line.is_one_of(behind.start.saturating_sub(1), &["at", "from"])
        || line.matches("person|site|call", behind.start).is_some()
        || line.is_capital(behind.start);
    if place {
        return None; // where one works is no disposition
    }
    let gerund = line.word(behind.start).len() > 5 && line.word(behind.start).ends_with("ing");
    (!gerund).then_some(Nature::Disposition)
}

fn works_on_thing(line: &Line<'_>, heads: &Heads, words: &Range<usize>) -> bool {
    let people = words.clone().any(|at| heads.is_people(line.word(at)) || line.is_one_of(at, &["team", "person", "business", "group"]));
    let nature = line.labels_in(Family::Trait, words.clone()).next().is_some();
    let thing = words.clone().any(|at| heads.is_task_word(TaskWord::Thing, line.word(at)));
    !people && !nature && (thing || line.labels_in(Family::Skill, words.clone()).next().is_some())
}

/// What a verb is done to: the words behind it and behind the verbs joined to it, up to the next preposition or join.
fn object(line: &Line<'_>, heads: &Heads, rest: Range<usize>) -> Range<usize> {
    let mut start = rest.start;
    while let Some(next) = line.matches("and|or|/|&|,", start).filter(|next| *next < rest.end) {
        let next = line.matches("and|or", next).unwrap_or(next);
        if Verb::of(heads, line.word(next)).is_none() {
            break;
        }
        start = next + 1;
    }
    // "deal with conflict", "respond to changes"
    start = line.matches("with|to|through", start).filter(|next| *next < rest.end).unwrap_or(start);
    let mut end = start;
    while end < rest.end && !is_joint(line, end) && !line.is_sign(end) && !line.is_one_of(end, &["and", "or", "that", "which", "while"]) {
        // "a high level of professionalism", "a variety of tasks"
        let measured = line.matches("level|levels|variety|number|range|degree|sense|set|volume|wide|lot of", end);
        end = measured.unwrap_or(end + 1);
    }
    while end > start && (is_adverb(line.word(end - 1)) || line.matches("at once|all", end - 1).is_some()) {
        end -= 1;
    }
    start..end.min(rest.end)
}

/// "complex problems", "multiple projects": an object that only is dealt with.
fn is_dealt_with(line: &Line<'_>, heads: &Heads, object: &Range<usize>) -> bool {
    let noun = line.word(object.end - 1);
    let before = object.start..object.end - 1;
    let many = before.clone().any(|at| heads.is_task_word(TaskWord::Many, line.word(at)));
    let plain = |at: usize| {
        let word = line.word(at);
        heads.is_description(word)
            || heads.is_leading(word)
            || is_adverb(word)
            || line.is_one_of(at, &["difficult", "difficulties", "hard", "tough", "stressful"])
    };
    heads.is_task_word(TaskWord::PlainObject, noun) && before.clone().all(plain)
        || many && [TaskWord::CountedObject, TaskWord::PlainObject].into_iter().any(|role| heads.is_task_word(role, noun))
}

fn is_joint(line: &Line<'_>, at: usize) -> bool {
    const JOINTS: &[&str] = &[
        "in", "with", "for", "to", "on", "at", "under", "from", "by", "across", "within", "as", "into", "through", "throughout", "about",
        "between", "among", "during", "against", "when", "of", "without", "towards", "toward", "around", "alongside", "concerning",
        "regarding", "involving", "including", "using", "related",
    ];
    line.is_one_of(at, JOINTS)
}

fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
        || matches!(word, "well" | "hard" | "alone" | "fast" | "also" | "both" | "simultaneously" | "together")
}
