//! The words of résumés (`data/resume.toml`): levels, what goes on.

use crate::text::key::key;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

static DATA: &str = include_str!("../../data/resume.toml");

/// The file; empty lists where it would not be sound, which a test excludes.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(DATA).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    skill_levels: BTreeMap<String, Vec<String>>,
    language_levels: BTreeMap<String, Vec<String>>,
    ongoing: List,
    internship: List,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

/// The level of skill that is called so: `Master` is `expert`.
pub(super) fn skill_level(text: &str) -> Option<&'static str> {
    named(&WORDS.skill_levels, text)
}

/// The level of language that is called so: `Native speaker` is `native`.
pub(super) fn language_level(text: &str) -> Option<&'static str> {
    named(&WORDS.language_levels, text)
}

/// Whether an end says that there is none yet: `present`.
pub(super) fn is_ongoing(text: &str) -> bool {
    let text = key(text);
    WORDS.ongoing.words.contains(&text)
}

/// The word that makes a title that of an internship.
pub(super) fn internship(title: &str) -> Option<&'static str> {
    within(&WORDS.internship, title)
}

fn named(lists: &'static BTreeMap<String, Vec<String>>, text: &str) -> Option<&'static str> {
    let text = key(text);
    lists.iter().find(|(_, words)| words.contains(&text)).map(|(name, _)| name.as_str())
}

/// The first word or phrase of a list that stands in a text.
fn within(list: &'static List, text: &str) -> Option<&'static str> {
    let text = format!(" {} ", key(text));
    list.words.iter().map(String::as_str).find(|word| text.contains(&format!(" {word} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_sound_and_its_words_are_folded() {
        let words: Words = toml::from_str(DATA).unwrap();
        let lists = words.skill_levels.values().chain(words.language_levels.values());
        let all = lists.chain([&words.ongoing.words, &words.internship.words]);
        for word in all.flatten() {
            assert_eq!(&key(word), word);
        }
    }
}
