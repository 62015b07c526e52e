//! Forms of words and lines under which the vocabulary is looked up.
//!
//! `Databases` is looked up as `database`, the heading `Skills & Abilities:` as `skills and abilities`. `build.rs` shares this file.

use super::words::words;
use std::borrow::Cow;

/// A folded word without its plural ending, in two parts, on words of four letters and more: `databases` → `database`,
/// `technologies` → `technolog` + `y`.
pub(crate) fn stem(word: &str) -> (&str, &'static str) {
    let bytes = word.as_bytes();
    let [.., before, b's'] = bytes else { return (word, "") };
    if bytes.len() < 4 || !word.is_ascii() {
        return (word, "");
    }
    let cut = |by: usize| word.get(..word.len() - by).unwrap_or(word);
    match before {
        b'e' if bytes.len() > 4 && word.ends_with("ies") => (cut(3), "y"),
        b'e' if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) => (cut(2), ""),
        b's' | b'u' | b'i' => (word, ""),
        _ => (cut(1), ""),
    }
}

/// A text in lower case; no copy is made where it is so already.
#[allow(dead_code, reason = "the build does without")]
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) { text.to_lowercase().into() } else { text.into() }
}

/// A heading's words in lower case with single spaces, signs left out, `&` as `and`.
pub(crate) fn key(text: &str) -> String {
    let (mut folds, mut cut) = (String::new(), Vec::new());
    words(text, &mut folds, &mut cut);
    let mut out = String::with_capacity(text.len());
    for word in &cut {
        push_word(&mut out, word.folded.of(&folds));
    }
    out
}

/// Appends a folded word to a key; a sign other than `&` and `/` adds nothing.
pub(crate) fn push_word(key: &mut String, word: &str) {
    let word = if word == "&" { "and" } else { word };
    if !word.chars().any(char::is_alphanumeric) && word != "/" {
        return;
    }
    if !key.is_empty() {
        key.push(' ');
    }
    key.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_singulars_meet() {
        for (one, many) in
            [("database", "databases"), ("technology", "technologies"), ("process", "processes"), ("class", "classes"), ("box", "boxes")]
        {
            let (begin, end) = stem(many);
            assert_eq!([begin, end].concat(), one);
            assert_eq!(stem(one), (one, ""));
        }
        for word in ["sas", "status", "analysis", "class", "mastery", "ties"] {
            assert_eq!(stem(word).0, if word == "ties" { "tie" } else { word });
        }
    }

    #[test]
    fn headings_fold() {
        assert_eq!(key("• Skills & Abilities / Other:"), "skills and abilities / other");
    }
}
