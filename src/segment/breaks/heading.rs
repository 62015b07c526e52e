//! Headings inside a line: "solutions.  Job Requirements  Currently enrolled", "Minimum QualificationsBachelor's degree".
//!
//! The words of a known heading open a section where they are capitalised and something closes them; else they are words of the sentence.

use super::Cut;
use crate::{
    segment::section::{Headings, LONGEST, Section, push_word},
    text::{Span, Word, next_word, words},
};
use std::ops::Range;

/// A heading that begins at `start`: its words are known, capitalised, and closed by a colon, a glued word, two spaces, or a capital.
pub(super) fn heading_at(text: &str, start: usize, rest: Span, headings: &Headings, strong: bool, line_start: bool) -> Option<Cut> {
    let window_end = floor(text, (start + 110).min(rest.end));
    let window = Span::new(start, window_end).of(text);
    if !may_begin(window, headings) || !strong && !line_start && !may_close(window) && !addresses(window) {
        return None;
    }
    let mut key = String::with_capacity(window.len());
    let mut best: Option<(Section, usize, usize)> = None;
    let mut in_lower_case = false;
    let (mut left, mut at) = (window, 0);
    for count in 0..LONGEST * 2 {
        let before = key.len();
        if before > 0 {
            key.push(' ');
        }
        let Some(word) = unglued_word(&mut left, at, &mut key) else { break };
        at = word.span.end;
        let raw = word.span.of(left);
        let is_word = raw.chars().any(char::is_alphanumeric);
        let small = matches!(
            word.folded.of(&key),
            "and" | "of" | "the" | "to" | "for" | "in" | "or" | "a" | "your" | "you" | "we" | "are" | "have" | "need"
        );
        let lower = is_word && !small && !raw.starts_with(|c: char| c.is_uppercase());
        if lower && count == 0 {
            break;
        }
        in_lower_case |= lower && !line_start;
        if matches!(raw, "." | ";" | ":" | "•" | "(") {
            break;
        }
        close_word(&mut key, before, word.folded);
        let begun = headings.begin(&key);
        if begun.is_none() && !key.is_empty() {
            break;
        }
        if let Some(section) = begun.flatten() {
            let closed = closes_heading(window, word.span.end, key.split(' ').count(), strong, line_start, section.asks());
            // "… code quality The skills you'll need You'll need a degree": it speaks to the reader, and a sentence follows
            let spoken = || {
                addresses(window.get(..word.span.end).unwrap_or_default())
                    && begins_sentence(window.get(word.span.end..).unwrap_or_default())
            };
            let closed = closed.or_else(|| spoken().then_some(word.span.end + 1));
            // "… hotspots What you'll need: Degree in …": in lower case else only a colon tells that it is one.
            // "… skills Proficiency in English": words that lead on head a list only where a colon says so.
            let leads = [" in", " of", " with"].iter().any(|joint| key.ends_with(joint));
            let colon = |after: &usize| window.get(word.span.end..*after).is_some_and(|gap| gap.contains(':'));
            let told = |after: &usize| colon(after) || !leads && (!in_lower_case || spoken());
            best = closed.filter(told).map(|after| (section, word.span.end, after)).or(best);
        }
    }
    let (section, end, after) = best?;
    let heading = Span::new(start, start + end);
    let colon = Span::new(start + end, start + after).of(text).contains(':');
    Some(Cut { end: start, after: start + after, heading: Some((section, heading)), colon })
}

/// "Leadership Skills:", "Vector DBs:": where a word that begins is the end of a short label that begins the passage, no heading:
/// behind one to three words that all name.
pub(super) fn label(body: &str) -> Range<usize> {
    let named = |c: char| c.is_uppercase() || c == '&';
    let mut spaced = true;
    let mut starts = body.char_indices().filter(|(_, c)| std::mem::replace(&mut spaced, c.is_whitespace()) && !c.is_whitespace());
    let Some((first, _)) = starts.next().filter(|(_, c)| named(*c)) else { return 0..0 };
    let behind = starts.enumerate().find(|(number, (_, c))| *number > 1 || !named(*c));
    first + 1..behind.map_or(body.len(), |(_, (start, _))| start) + 1
}

/// Turns a word that was added to a key behind `before` and a space into what [`push_word`] would have added.
fn close_word(key: &mut String, before: usize, word: Span) {
    let folded = word.of(key);
    if folded == "&" {
        key.truncate(word.start);
        key.push_str("and");
    } else if folded != "/" && !folded.chars().any(char::is_alphanumeric) {
        key.truncate(before);
    }
}

/// The first words of headings that speak to the reader.
const ADDRESSING: &[&str] = &["What", "Who", "Why", "How", "Things", "The"];

/// Whether a text begins as headings do that speak to the reader: a quick look.
pub(super) fn may_address(text: &str) -> bool {
    ADDRESSING.iter().any(|first| text.starts_with(first))
}

/// "What you'll do", "Who we are looking for": whether a text of three words and more speaks to the reader as headings do.
fn addresses(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| ADDRESSING.contains(&first)) && words.clone().nth(1).is_some() && words.any(is_of_both)
}

/// "you", "we'll": whether a word speaks of the reader or of who writes.
fn is_of_both(word: &str) -> bool {
    let is = |part: &str, known: &[&str]| known.iter().any(|known| part.eq_ignore_ascii_case(known));
    match word.split_once(['\'', '’']) {
        None => is(word, &["you", "we"]),
        Some((who, verb)) => is(who, &["you"]) && is(verb, &["ll", "re", "ve"]) || is(who, &["we"]) && is(verb, &["re", "ll"]),
    }
}

/// Whether a capital follows behind one space, perhaps as the first item of a list.
fn begins_sentence(rest: &str) -> bool {
    let body = rest.strip_prefix(' ').unwrap_or_default();
    body.strip_prefix("- ").unwrap_or(body).starts_with(char::is_uppercase) // "What we seek - BSc in …"
}

/// Whether something may close a heading that stands where nothing else parts it from the text before: a colon, or two spaces.
pub(super) fn may_close(window: &str) -> bool {
    memchr::memchr(b':', window.as_bytes()).is_some() || window.contains("  ")
}

/// The next word of `text`, which ends in the middle of a glued word: what is glued to it is cut off.
fn unglued_word(text: &mut &str, at: usize, folds: &mut String) -> Option<Word> {
    let start = folds.len();
    let word = next_word(text, at, folds)?;
    let raw = word.span.of(text);
    let whole = unglued(raw).len();
    if whole == raw.len() {
        return Some(word);
    }
    *text = text.get(..word.span.start + whole)?;
    folds.truncate(start);
    next_word(text, at, folds)
}

/// Whether a heading begins with the first word of a window: a quick look, since most words begin none.
fn may_begin(window: &str, headings: &Headings) -> bool {
    if let Some(word) = plain_first(window) {
        let mut folded = [0; LONGEST_FIRST];
        let Some(folded) = folded.get_mut(..word.len()) else { return false };
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        return std::str::from_utf8(folded).is_ok_and(|word| headings.may_begin(word));
    }
    let first = window.split_once(char::is_whitespace).map_or(window, |(first, _)| first);
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(unglued(first), &mut folds, &mut cut);
    let mut key = String::new();
    if let Some(word) = cut.first() {
        push_word(&mut key, word.folded.of(&folds));
    }
    key.is_empty() || headings.begin(&key).is_some()
}

/// The longest first word of a heading, in bytes, with room to spare.
pub(super) const LONGEST_FIRST: usize = 32;

/// The first word of a window up to its first glued word, where it is letters and digits of ASCII and ends as such words do.
fn plain_first(window: &str) -> Option<&str> {
    let bytes = window.as_bytes();
    let len = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let plain_end = bytes.get(len).is_none_or(|b| b.is_ascii() && !matches!(b, b'.' | b'\'' | b'&' | b'+' | b'#'));
    let word = window.get(..len).filter(|_| plain_end && bytes.first().is_some_and(u8::is_ascii_alphabetic))?;
    Some(unglued(word))
}

/// The part of a text before its first glued word, and that word's first part: `QualificationsMinimum …` → `Qualifications`.
fn unglued(text: &str) -> &str {
    if !text.bytes().skip(1).any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
        return text; // most words
    }
    let mut run = 0;
    for (at, c) in text.char_indices() {
        if run >= 3 && c.is_uppercase() {
            return text.get(..at).unwrap_or(text);
        }
        run = if c.is_lowercase() { run + 1 } else { 0 };
    }
    text
}

/// Where the text behind a heading begins, when what follows closes it.
fn closes_heading(window: &str, end: usize, word_count: usize, strong: bool, line_start: bool, asks: bool) -> Option<usize> {
    let rest = window.get(end..).unwrap_or_default();
    let body = rest.trim_start_matches([' ', ':', '-', '–']);
    let gap = rest.get(..rest.len() - body.len()).unwrap_or_default();
    let next_capital = body.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '•');
    let closed = if gap.contains(':') {
        strong || word_count > 1 || line_start || asks
    } else if line_start && gap == " " {
        false
    } else {
        let glued = rest.starts_with(|c: char| c.is_uppercase() || c == '•');
        (glued && strong)
            || (gap.len() >= 2 && strong && next_capital)
            || (word_count > 1 && next_capital && (strong || gap.len() >= 2 && !gap.contains(['-', '–']))) // "Machine Learning Experience -- Models"
            || (rest.is_empty() && strong && word_count > 1)
            || (strong && asks && !line_start && next_capital && window.get(..end).is_some_and(|heading| heading.ends_with('s'))) // "… at scale. Requirements Python proficiency"
    };
    closed.then_some(end + gap.len())
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
