//! Phrases compared by their words, for what the vocabulary does not know.
//!
//! `postgre sql` and `PostgreSQL`, `PyTroch` and `PyTorch`, `patient care` and `care of patients` are near enough; `Java` and `JavaScript`,
//! `SQL` and `NoSQL`, `React` and `Reactive` are not.

use super::lists::STOP;
use crate::text::{WordKind, words};

/// The least length in characters at which one slip of the pen is forgiven; two slips from twice that on.
const SLIP_LENGTH: usize = 6;

/// The content words of a phrase, folded, without their endings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The words, in order.
    words: Vec<String>,
    /// The words written as one: `postgresql` for `postgre sql`.
    joined: String,
}

impl Phrase {
    /// Cuts a text into content words.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(text, &mut folds, &mut cut);
        let content = cut.iter().filter(|w| w.kind != WordKind::Sign).map(|w| w.folded.of(&folds)).filter(|w| !STOP.contains(w));
        let words: Vec<String> = content.map(|w| root(w).to_owned()).collect();
        let joined = words.concat();
        Self { words, joined }
    }

    /// Whether no content word is left.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many content words it has.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The share of this phrase's words that occur in `other`, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a phrase has few words")]
    pub(crate) fn share_in(&self, other: &Self) -> f64 {
        if self.words.is_empty() {
            return 0.0;
        }
        if self.joined == other.joined {
            return 1.0;
        }
        let found = self.words.iter().filter(|w| other.words.iter().any(|o| same_word(w, o))).count();
        found as f64 / self.words.len() as f64
    }

    /// Whether the two are one name, slips of the pen forgiven.
    #[must_use]
    pub(crate) fn same(&self, other: &Self) -> bool {
        !self.is_empty() && (same_word(&self.joined, &other.joined) || (self.len() == other.len() && self.share_in(other) >= 1.0))
    }

    /// Takes in the words of another phrase.
    pub(crate) fn add(&mut self, other: &Self) {
        self.words.extend(other.words.iter().cloned());
    }
}

/// Equal, or a slip or two apart in long words that begin alike.
fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // most words differ at a glance, and this is asked millions of times
    let close = a.as_bytes().first() == b.as_bytes().first() && a.len().abs_diff(b.len()) <= 2;
    if !close || a.len().min(b.len()) < SLIP_LENGTH {
        return false;
    }
    let shorter = a.chars().count().min(b.chars().count());
    let slips = if shorter >= 2 * SLIP_LENGTH { 2 } else { usize::from(shorter >= SLIP_LENGTH) };
    slips > 0 && a.chars().next() == b.chars().next() && a.len().abs_diff(b.len()) <= slips && strsim::osa_distance(a, b) <= slips
}

/// A word without its plural ending and without the endings that turn a doer and a doing into one another: `analyst`, `analysis` → `analys`.
#[must_use]
pub(crate) fn root(word: &str) -> &str {
    const ENDINGS: [&str; 12] = ["ies", "ing", "ers", "ors", "ist", "ists", "ts", "is", "er", "or", "es", "s"];
    if !word.is_ascii() || word.len() < 5 || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return word;
    }
    let mut best = word;
    for ending in ENDINGS {
        if let Some(cut) = word.strip_suffix(ending)
            && cut.len() >= 4
            && cut.len() < best.len()
        {
            best = cut;
        }
    }
    match best.strip_suffix(['y', 't', 'e']) {
        Some(cut) if cut.len() >= 4 => cut,
        _ => best,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_told_apart() {
        let same = |a: &str, b: &str| Phrase::new(a).same(&Phrase::new(b));
        for (a, b) in
            [("PyTroch", "PyTorch"), ("postgre sql", "PostgreSQL"), ("patient care", "care of patients"), ("Kubernets", "Kubernetes")]
        {
            assert!(same(a, b), "{a} is {b}");
        }
        for (a, b) in [("Java", "JavaScript"), ("SQL", "NoSQL"), ("C", "C++"), ("React", "Reactive"), ("Spark", "Sparse"), ("R", "Ruby")] {
            assert!(!same(a, b), "{a} is not {b}");
        }
    }

    #[test]
    fn a_doer_and_a_doing_share_a_root() {
        for (a, b) in [("analyst", "analysis"), ("teacher", "teaching"), ("developer", "development")] {
            let (a, b) = (root(a), root(b));
            assert!(a == b || b.starts_with(a) || a.starts_with(b), "{a} {b}");
        }
        assert_ne!(root("java"), root("javascript"));
    }
}
