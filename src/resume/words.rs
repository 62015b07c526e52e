//! The words of résumés (`data/resume.toml`): levels, what goes on, headings.

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
    sections: BTreeMap<String, Vec<String>>,
    ongoing: List,
    internship: List,
    schools: List,
    companies: List,
    titles: List,
    dates: List,
    expiry: List,
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

/// The list that stands below a heading; `other` where it has no place in a profile.
pub(super) fn section(heading: &str) -> Option<&'static str> {
    named(&WORDS.sections, heading)
}

/// Whether an end says that there is none yet: `present`.
pub(super) fn is_ongoing(text: &str) -> bool {
    let text = key(text);
    WORDS.ongoing.words.contains(&text)
}

/// The length of the words at the beginning of a text that say that there is no end yet: 7 of `present, Leeds`.
pub(super) fn begins_ongoing(text: &str) -> Option<usize> {
    let begins = |word: &&String| {
        let head = text.get(..word.len());
        let is_whole = !text.get(word.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        is_whole && head.is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    WORDS.ongoing.words.iter().filter(begins).map(String::len).max()
}

/// A text without the words at its end that lead to a date, and those words: `Expected`.
pub(super) fn date_lead(text: &str) -> (&str, Option<&'static str>) {
    let bare = text.trim_end_matches([' ', '\t', ':', '(', '-', '–']);
    let at = |word: &str| bare.len().checked_sub(word.len()).filter(|at| bare.get(*at..).is_some_and(|end| end.eq_ignore_ascii_case(word)));
    let is_free = |at: usize| !bare.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    let found = WORDS.dates.words.iter().filter_map(|word| Some((at(word).filter(|at| is_free(*at))?, word.as_str()))).min();
    found.map_or((text, None), |(at, word)| (bare.get(..at).unwrap_or_default(), Some(word)))
}

/// Whether a text is nothing but words that lead to a date.
pub(super) fn is_date_lead(text: &str) -> bool {
    WORDS.dates.words.contains(&key(text))
}

/// Whether a text says until when something is valid.
pub(super) fn tells_expiry(text: &str) -> bool {
    within(&WORDS.expiry, text).is_some()
}

/// Whether a name has a form of companies in it.
pub(super) fn is_company(name: &str) -> bool {
    within(&WORDS.companies, name).is_some()
}

/// Whether a text is nothing but forms of companies, as the second part of `Example, Inc.` is.
pub(super) fn is_company_form(text: &str) -> bool {
    let text = key(text);
    !text.is_empty() && WORDS.companies.words.contains(&text)
}

/// The word that makes a title that of an internship.
pub(super) fn internship(title: &str) -> Option<&'static str> {
    within(&WORDS.internship, title)
}

/// Whether a name has a word of schools in it.
pub(super) fn is_school(name: &str) -> bool {
    within(&WORDS.schools, name).is_some()
}

/// Whether a text has a word of job titles in it.
pub(super) fn is_title(text: &str) -> bool {
    within(&WORDS.titles, text).is_some()
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
        let lists = words.skill_levels.values().chain(words.language_levels.values()).chain(words.sections.values());
        let all = lists.chain(
            [&words.ongoing, &words.internship, &words.schools, &words.companies, &words.titles, &words.dates, &words.expiry]
                .map(|list| &list.words),
        );
        for word in all.flatten() {
            assert_eq!(&key(word), word);
        }
    }
}
