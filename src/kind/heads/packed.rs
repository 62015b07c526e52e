//! The words of `data/heads.toml` as the build packs them, and how they become the tables of [`Heads`].
//!
//! "in-depth knowledge of" is told by its first word, so that `in` leads to `- depth`; a verb has a bit for each role that a task gives it.

use super::{ByFirst, Heads, TaskWord};
use crate::{
    kind::{Setting, SkillLevel},
    text::flat::Sieve,
};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/heads.json"));

#[derive(Debug, Default, Deserialize)]
struct Packed {
    grade: Levels,
    noun: Levels,
    adjective: Levels,
    #[serde(rename = "trait")]
    traits: TraitWords,
    preposition: Words,
    experience: Places,
    verb: Words,
    task: TaskWords,
    qualifier: Leading,
    description: Words,
    people: Words,
    action: Actions,
}

#[derive(Debug, Default, Deserialize)]
struct Levels {
    #[serde(default)]
    familiar: Vec<String>,
    #[serde(default)]
    working: Vec<String>,
    #[serde(default)]
    proficient: Vec<String>,
    #[serde(default)]
    expert: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct TraitWords {
    nouns: Vec<String>,
    adjectives: Vec<String>,
    praise: Vec<String>,
    verbs: Vec<String>,
    company: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Places {
    industry: Vec<String>,
    academic: Vec<String>,
    internship: Vec<String>,
    military: Vec<String>,
    government: Vec<String>,
    volunteer: Vec<String>,
    areas: Vec<String>,
    industries: Vec<String>,
    work: Vec<String>,
    places: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Leading {
    leading: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct TaskWords {
    manner: Vec<String>,
    disposition: Vec<String>,
    craft: Vec<String>,
    light: Vec<String>,
    objects: Vec<String>,
    plain_objects: Vec<String>,
    counted_objects: Vec<String>,
    many: Vec<String>,
    things: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Actions {
    words: Vec<String>,
    endings: Vec<String>,
}

impl Heads {
    pub(super) fn load() -> Self {
        let packed: Packed = serde_json::from_str(PACKED).unwrap_or_default();
        let set = |words: Vec<String>| words.into_iter().collect::<FxHashSet<_>>();
        let mut settings = FxHashMap::default();
        let named = [
            (packed.experience.industry, Setting::Industry),
            (packed.experience.academic, Setting::Academic),
            (packed.experience.internship, Setting::Internship),
            (packed.experience.military, Setting::Military),
            (packed.experience.government, Setting::Government),
            (packed.experience.volunteer, Setting::Volunteer),
        ];
        for (words, setting) in named {
            settings.extend(words.into_iter().map(|word| (word, setting)));
        }
        let (grades, nouns, adjectives) = (by_first(packed.grade), by_first(packed.noun), by_first(packed.adjective));
        let trait_verbs = rest_by_first(&packed.traits.verbs);
        let firsts = [&grades, &nouns, &adjectives].into_iter().flat_map(|table| table.keys()).chain(trait_verbs.keys());
        let firsts = Sieve::new(
            firsts.chain(&packed.traits.nouns).chain(&packed.traits.adjectives).chain(&packed.traits.praise).map(String::as_str),
        );
        Self {
            grades,
            nouns,
            adjectives,
            firsts,
            trait_nouns: set(packed.traits.nouns),
            trait_adjectives: set(packed.traits.adjectives),
            trait_praise: set(packed.traits.praise),
            trait_verbs,
            trait_company: set(packed.traits.company),
            prepositions: set(packed.preposition.words),
            settings,
            areas: set(packed.experience.areas),
            industries: set(packed.experience.industries),
            work: set(packed.experience.work),
            places: set(packed.experience.places),
            verbs: set(packed.verb.words),
            task_words: task_words(packed.task),
            leading: set(packed.qualifier.leading),
            descriptions: set(packed.description.words),
            people: set(packed.people.words),
            actions: set(packed.action.words),
            action_endings: packed.action.endings,
        }
    }
}

/// Phrases by their first word, each with the words that follow it.
fn rest_by_first(phrases: &[String]) -> FxHashMap<String, Vec<Vec<String>>> {
    let mut out: FxHashMap<String, Vec<Vec<String>>> = FxHashMap::default();
    for phrase in phrases {
        let mut words = phrase.split_whitespace().map(str::to_owned);
        if let Some(first) = words.next() {
            out.entry(first).or_default().push(words.collect());
        }
    }
    out
}

/// The words of tasks, each with a bit for each role that it can have.
fn task_words(task: TaskWords) -> FxHashMap<String, u16> {
    let lists = [
        (TaskWord::Manner, task.manner),
        (TaskWord::Disposition, task.disposition),
        (TaskWord::Craft, task.craft),
        (TaskWord::Light, task.light),
        (TaskWord::Object, task.objects),
        (TaskWord::PlainObject, task.plain_objects),
        (TaskWord::CountedObject, task.counted_objects),
        (TaskWord::Many, task.many),
        (TaskWord::Thing, task.things),
    ];
    let mut roles: FxHashMap<String, u16> = FxHashMap::default();
    for (role, words) in lists {
        for word in words {
            *roles.entry(word).or_default() |= 1 << role as u16;
        }
    }
    roles
}

/// Graded phrases by their first word, the longest first.
fn by_first(levels: Levels) -> ByFirst<SkillLevel> {
    let mut out: ByFirst<SkillLevel> = FxHashMap::default();
    let named = [
        (levels.familiar, SkillLevel::Familiar),
        (levels.working, SkillLevel::Working),
        (levels.proficient, SkillLevel::Proficient),
        (levels.expert, SkillLevel::Expert),
    ];
    for (phrases, level) in named {
        for phrase in phrases {
            let spaced = phrase.replace('-', " - ");
            let mut words = spaced.split_whitespace().map(str::to_owned);
            if let Some(first) = words.next() {
                out.entry(first).or_default().push((words.collect(), level));
            }
        }
    }
    for list in out.values_mut() {
        list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_packed() {
        serde_json::from_str::<Packed>(PACKED).unwrap();
    }
}
