//! Where words stand that a rule cannot do without: found for all rules in one pass, so that the patterns look near them only.
//!
//! `… submitted online by May 9 …` holds a word of [`Rule::Deadline`]; the pattern of deadlines is tried from a little before it to a
//! little behind it. The reach of a rule is wider than its pattern's widest match around its words.

use super::page::digits_near;
use crate::text::Finder;
use regex::{Captures, Match, Regex};
use std::{ops::Range, sync::LazyLock};

/// A rule that reads sentences anywhere in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Workplace,
    Employment,
    Deadline,
    Posted,
    Reference,
}

/// How a rule's pattern lies around its words.
struct Reach {
    /// One of these is in every match.
    words: &'static [&'static str],
    /// How far before the word a match may begin, and how far behind it end, in bytes.
    before: usize,
    behind: usize,
    /// A digit must follow within so many bytes of the match's beginning.
    digit: Option<usize>,
}

impl Rule {
    const ALL: [Self; 5] = [Self::Workplace, Self::Employment, Self::Deadline, Self::Posted, Self::Reference];

    fn reach(self) -> Reach {
        match self {
            Self::Workplace => Reach {
                words: &[
                    "hybrid", "remote", "office", "wfh", "from home", "from\nhome", "anywhere", "onsite", "on-site", "on site", "on\nsite",
                    "on- site", "in person", "in-person", "in\nperson", "telework", "telecommut", "store", "five days", "5 days",
                    "five\ndays", "5\ndays",
                ],
                before: 160,
                behind: 200,
                digit: None,
            },
            Self::Employment => Reach {
                words: &[
                    "full time", "full-time", "fulltime", "full\ntime", "part time", "part-time", "parttime", "part\ntime", "contract",
                    "temporary", "seasonal", "fixed", "volunteer", "internship", "apprenticeship", "co-op", "work term", "work\nterm",
                ],
                before: 200,
                behind: 120,
                digit: None,
            },
            Self::Deadline => Reach {
                words: &[
                    "deadline", "clos", "apply", "submi", "received", "accepted", "expires", "open until", "open\nuntil", "last",
                    "application",
                ],
                before: 40,
                behind: 200,
                digit: Some(200),
            },
            Self::Posted => Reach { words: &["posted", "posting", "open", "publi"], before: 20, behind: 60, digit: Some(80) },
            Self::Reference => Reach {
                words: &["role", "job", "req", "vacancy", "posting", "position", "ref", "announcement", "opening"],
                before: 0,
                behind: 140,
                digit: Some(110),
            },
        }
    }
}

/// All words with the number of their rule.
static WORDS: LazyLock<(Finder, Vec<usize>)> = LazyLock::new(|| {
    let words = Rule::ALL.iter().enumerate().flat_map(|(number, rule)| rule.reach().words.iter().map(move |word| (*word, number)));
    let (words, rules): (Vec<_>, Vec<_>) = words.unzip();
    (Finder::new(words), rules)
});

/// Where the words of each rule stand in a text.
#[derive(Debug, Default)]
pub(super) struct Cues {
    hits: [Vec<Range<usize>>; Rule::ALL.len()],
}

impl Cues {
    /// Looks for the words of all rules.
    pub(super) fn find(text: &str) -> Self {
        let mut cues = Self::default();
        let (finder, rules) = &*WORDS;
        finder.any(text, |word, range| {
            let hits = rules.get(word).and_then(|rule| cues.hits.get_mut(*rule));
            hits.into_iter().for_each(|hits| hits.push(range.clone()));
            false // all are wanted
        });
        cues.hits.iter_mut().for_each(|hits| hits.sort_by_key(|hit| hit.end));
        cues
    }

    /// What a rule's pattern finds in the text, left to right, each with the piece of the text that it was found in.
    pub(super) fn matches<'t>(&self, rule: Rule, pattern: &Regex, text: &'t str) -> impl Iterator<Item = (&'t str, Match<'t>)> {
        let mut windows = self.windows(rule, text).into_iter();
        let mut window = 0..0;
        std::iter::from_fn(move || {
            loop {
                let piece = text.get(..window.end)?;
                if !window.is_empty()
                    && let Some(hit) = pattern.find_at(piece, window.start)
                {
                    window.start = hit.end().max(window.start + 1);
                    return Some((piece, hit));
                }
                window = windows.next()?;
            }
        })
    }

    /// The same with what the groups of the pattern hold.
    pub(super) fn captures<'t>(&self, rule: Rule, pattern: &Regex, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.matches(rule, pattern, text).filter_map(|(piece, hit)| pattern.captures_at(piece, hit.start()))
    }

    /// The stretches of the text that a rule's pattern is tried on.
    fn windows(&self, rule: Rule, text: &str) -> Vec<Range<usize>> {
        let reach = rule.reach();
        let hits = self.hits.get(rule as usize).map(Vec::as_slice).unwrap_or_default();
        let mut windows: Vec<Range<usize>> = Vec::with_capacity(hits.len());
        for hit in hits {
            let start = floor(text, hit.start.saturating_sub(reach.before));
            if reach.digit.is_some_and(|reach| !digits_near(text, start, hit.start + reach)) {
                continue;
            }
            let end = word_end(text, (hit.end + reach.behind).min(text.len()));
            match windows.last_mut() {
                Some(last) if start <= last.end => last.end = last.end.max(end),
                _ => windows.push(start..end),
            }
        }
        windows
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The end of the word that stands at a place, so that no word is taken for a part of itself.
fn word_end(text: &str, at: usize) -> usize {
    let at = floor(text, at);
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(char::is_whitespace).unwrap_or(rest.len())
}
