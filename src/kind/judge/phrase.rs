//! Phrases compared by their words, for what the vocabulary does not know.
//!
//! `postgre sql` and `PostgreSQL`, `PyTroch` and `PyTorch`, `patient care` and `care of patients` are near enough; `Java` and `JavaScript`,
//! `SQL` and `NoSQL`, `React` and `Reactive` are not.

use super::lists::Role;
use crate::{
    taxonomy::CutPhrase,
    text::{Word, WordKind, words},
};

/// The least length in characters at which one slip of the pen is forgiven; two slips from twice that on.
const SLIP_LENGTH: usize = 6;

/// The content words of a phrase, folded, without their endings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The words written as one: `postgresql` for `postgre sql`.
    joined: String,
    /// Where each word ends in it.
    ends: Vec<usize>,
    /// It is one word that could mean anything.
    is_vague: bool,
    /// It was put together of several phrases, and is the name of none.
    is_sum: bool,
}

impl Phrase {
    /// Cuts a text into content words.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let (mut folds, mut cut) = (String::new(), Vec::new());
        words(text, &mut folds, &mut cut);
        Self::of_words(cut.iter().map(|word| (word, word.folded.of(&folds))))
    }

    /// The content words of a phrase that is cut already.
    #[must_use]
    pub(crate) fn of(cut: &CutPhrase<'_>) -> Self {
        Self::of_words(cut.folds())
    }

    fn of_words<'w>(words: impl ExactSizeIterator<Item = (&'w Word, &'w str)>) -> Self {
        let mut phrase = Self { joined: String::with_capacity(8 * words.len()), ends: Vec::with_capacity(words.len()), ..Self::default() };
        let mut is_vague = false;
        for (_, word) in words.filter(|(word, fold)| word.kind != WordKind::Sign && !Role::Stop.is_of(fold)) {
            phrase.joined.push_str(root(word));
            phrase.ends.push(phrase.joined.len());
            is_vague = Role::Vague.is_of(word);
        }
        phrase.is_vague = is_vague && phrase.len() == 1;
        phrase
    }

    /// Whether it is one word that could mean anything where it stands alone: `computer`.
    #[must_use]
    pub(crate) fn is_vague(&self) -> bool {
        self.is_vague
    }

    /// Whether no content word is left.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many content words it has.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.joined.get(start..*end).unwrap_or_default())
    }

    /// The words written as one.
    pub(crate) fn joined(&self) -> &str {
        &self.joined
    }

    /// The share of this phrase's words that occur in `other`, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a phrase has few words")]
    pub(crate) fn share_in(&self, other: &Self) -> f64 {
        if self.is_empty() {
            return 0.0;
        }
        if !self.is_sum && !other.is_sum && self.joined == other.joined {
            return 1.0;
        }
        let found = self.words().filter(|w| other.words().any(|o| same_word(w, o))).count();
        found as f64 / self.len() as f64
    }

    /// Whether the two are one name, slips of the pen forgiven.
    #[must_use]
    pub(crate) fn same(&self, other: &Self) -> bool {
        !self.is_empty() && (same_word(&self.joined, &other.joined) || (self.len() == other.len() && self.share_in(other) >= 1.0))
    }

    /// Takes in the words of another phrase.
    pub(crate) fn add(&mut self, other: &Self) {
        let before = self.joined.len();
        self.joined.push_str(&other.joined);
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.is_sum = true;
        self.is_vague = false;
    }
}

/// Equal, or a slip or two apart in long words that begin alike.
pub(super) fn same_word(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // most words differ at a glance, and this is asked millions of times
    let close = a.as_bytes().first() == b.as_bytes().first() && a.len().abs_diff(b.len()) <= 2;
    if !close || a.len().min(b.len()) < SLIP_LENGTH {
        return false;
    }
    if a.is_ascii() && b.is_ascii() && a.len().min(b.len()) < 2 * SLIP_LENGTH {
        return is_one_slip(a.as_bytes(), b.as_bytes());
    }
    let shorter = a.chars().count().min(b.chars().count());
    let slips = if shorter >= 2 * SLIP_LENGTH { 2 } else { usize::from(shorter >= SLIP_LENGTH) };
    slips > 0 && a.chars().next() == b.chars().next() && a.len().abs_diff(b.len()) <= slips && strsim::osa_distance(a, b) <= slips
}

/// Whether a letter more or less, another letter, or two letters that changed places are all that two different words differ by.
fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    let alike = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(alike..).unwrap_or_default(), b.get(alike..).unwrap_or_default());
    let alike = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (a.get(..a.len() - alike), b.get(..b.len() - alike)) {
        (Some([_] | []), Some([_] | [])) => true,
        (Some([first, second]), Some([third, fourth])) => first == fourth && second == third,
        _ => false,
    }
}

/// A word without its plural ending and without the endings that turn a doer and a doing into one another: `analyst`, `analysis` → `analys`.
#[must_use]
pub(crate) fn root(word: &str) -> &str {
    if word.len() < 5 || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return word;
    }
    let endings: &[&str] = match word.as_bytes().last() {
        Some(b's') => &["ies", "ers", "ors", "ists", "ts", "is", "es", "s"],
        Some(b'r') => &["er", "or"],
        Some(b'g') => &["ing"],
        Some(b't') => &["ist"],
        _ => &[],
    };
    let bare = endings.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|bare| bare.len() >= 4).min_by_key(|bare| bare.len());
    let bare = bare.unwrap_or(word);
    match bare.strip_suffix(['y', 't', 'e']) {
        Some(cut) if cut.len() >= 4 => cut,
        _ => bare,
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
    fn one_slip_is_as_the_distance_has_it() {
        let words =
            ["planning", "plannig", "planing", "plannnig", "palnning", "plannings", "planned", "plannink", "plan", "pplanning", "plangnin"];
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))).filter(|(a, b)| a != b) {
            assert_eq!(is_one_slip(a.as_bytes(), b.as_bytes()), strsim::osa_distance(a, b) <= 1, "{a} {b}");
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
