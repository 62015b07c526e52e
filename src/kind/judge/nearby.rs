//! Which of a candidate's phrases could share a word with one asked: a look before they are compared one by one.
//!
//! Of sixty skills, `wound dressing` is compared with the two that have one of its words, or a word that is a slip of the pen away.

use super::phrase::{Phrase, same_word};

/// Phrases by their words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Nearby {
    /// By the first byte of a word, with which every word like it begins too: the word, and the places of the phrases that have it.
    words: Vec<Vec<(String, Vec<usize>)>>,
}

impl Nearby {
    /// Gathers phrases, each with its place.
    pub(crate) fn new<'p>(phrases: impl Iterator<Item = (usize, &'p Phrase)>) -> Self {
        let mut nearby = Self::default();
        for (at, phrase) in phrases {
            for word in phrase.words().chain([phrase.joined()]) {
                nearby.add(word, at);
            }
        }
        nearby
    }

    fn add(&mut self, word: &str, at: usize) {
        let Some(first) = word.bytes().next().map(usize::from) else { return };
        if self.words.len() <= first {
            self.words.resize_with(first + 1, Vec::new);
        }
        let Some(list) = self.words.get_mut(first) else { return };
        match list.iter_mut().find(|(known, _)| known == word) {
            Some((_, places)) if places.last() == Some(&at) => {}
            Some((_, places)) => places.push(at),
            None => list.push((word.to_owned(), vec![at])),
        }
    }

    /// The places of the phrases that have a word of this one, or are it written as one word; in order. Any other phrase has nothing of it.
    pub(crate) fn of(&self, phrase: &Phrase) -> Vec<usize> {
        let mut places = Vec::new();
        for word in phrase.words().chain([phrase.joined()]) {
            let list = word.bytes().next().and_then(|first| self.words.get(usize::from(first)));
            for (_, own) in list.into_iter().flatten().filter(|(known, _)| same_word(known, word)) {
                places.extend_from_slice(own);
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_phrases_with_a_word_like_one_asked_are_near() {
        let all = ["pediatric patient care", "PyTorch", "postgre sql", "customer care"].map(Phrase::new);
        let nearby = Nearby::new(all.iter().enumerate());
        for (asked, want) in [("care of patients", &[0, 3][..]), ("PyTroch", &[1]), ("PostgreSQL", &[2]), ("caretaking", &[]), ("the", &[])]
        {
            assert_eq!(nearby.of(&Phrase::new(asked)), want, "{asked}");
        }
    }
}
