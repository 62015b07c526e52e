//! How far two phrases name the same thing: a share of their words.
//!
//! Case, punctuation, plural endings and words that carry nothing ("strong", "skills", "of") are ignored: "strong SQL skills" → {sql}. What
//! is compared is up to [`super::pairing`].

use std::collections::BTreeSet;

/// Words that do not tell one thing from another.
const STOP: &str = "a an the of in on at to for and or with as by from your our their its this that such other related relevant common \
    various modern e.g etc similar field fields skill skills ability able strong good excellent solid proven experience knowledge understanding \
    familiarity working using use some any one more least";

/// Lower case, single spaces; of the punctuation only what belongs to words: `C++`, `C#`, `Node.js`.
pub(crate) fn norm(text: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || "_+#.".contains(c);
    let spaced: String = text.to_lowercase().chars().map(|c| if kept(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = spaced.split_whitespace().map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A word without its plural ending.
fn stem(word: &str) -> String {
    if word.chars().count() <= 3 {
        return word.to_owned();
    }
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// The words that tell; all of them, where none does.
fn tokens(text: &str) -> BTreeSet<String> {
    let norm = norm(text);
    let words: Vec<String> = norm.split_whitespace().map(stem).collect();
    let telling: BTreeSet<String> = words.iter().filter(|word| STOP.split_whitespace().all(|stop| stop != *word)).cloned().collect();
    if telling.is_empty() { words.into_iter().collect() } else { telling }
}

/// From 0 to 1: the words of both by the words of either, at least a half where one phrase holds the other and is not much shorter.
#[allow(clippy::cast_precision_loss, reason = "numbers of words")]
pub(crate) fn overlap(a: &str, b: &str) -> f64 {
    let (a, b) = (tokens(a), tokens(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let share = a.intersection(&b).count() as f64 / a.union(&b).count() as f64;
    let is_near = a.len().min(b.len()) * 3 >= a.len().max(b.len());
    if is_near && (a.is_subset(&b) || b.is_subset(&a)) { share.max(0.5) } else { share }
}

/// A text without its white space, so that line breaks do not matter.
pub(crate) fn squash(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The usual name of a country.
fn country(norm: &str) -> &str {
    match norm {
        "us" | "u.s" | "usa" | "u.s.a" | "america" | "united states of america" => "united states",
        "uk" | "u.k" | "great britain" => "united kingdom",
        other => other,
    }
}

/// Whether two lists name the same things, in whatever order.
pub(crate) fn same_phrases(a: &[&str], b: &[&str]) -> bool {
    let named = |list: &[&str]| list.iter().map(|it| country(&norm(it)).to_owned()).collect::<Vec<_>>();
    let mut rest = named(b);
    a.len() == b.len()
        && named(a).iter().all(|one| {
            let at = rest.iter().position(|other| one == other || overlap(one, other) >= 0.5);
            at.map(|at| rest.remove(at)).is_some()
        })
}

#[test]
fn phrases_are_compared_by_what_they_name() {
    let is = |a, b, share: f64| assert!((overlap(a, b) - share).abs() < 1e-9, "{a:?} {b:?}: {}", overlap(a, b));
    is("strong SQL skills", "SQL", 1.0);
    is("relational databases", "Relational database", 1.0);
    is("C++", "C", 0.0);
    is("machine learning", "machine learning experiment design", 0.5);
    is("learning", "machine learning experiment design", 0.25);
    is("data models", "data pipelines", 1.0 / 3.0);
    assert!(same_phrases(&["U.S.", "Canada"], &["Canada", "United States"]));
    assert!(!same_phrases(&["Canada"], &["Canada", "United States"]));
}
