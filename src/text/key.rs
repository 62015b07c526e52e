//! Forms of words and lines under which the vocabulary is looked up.
//!
//! `Databases` is looked up as `database`, the heading `Skills & Abilities:` as `skills and abilities`. `build.rs` shares this file.

use super::words::words;

/// A folded word without its plural ending, on words of four letters and more: `databases` → `database`, `technologies` →
/// `technolog`, as `technology`.
pub(crate) fn stem(word: &str) -> &str {
    let bytes = word.as_bytes();
    let [.., before, last] = bytes else { return word };
    if bytes.len() < 4 || !matches!(last, b's' | b'y') || !word.is_ascii() {
        return word;
    }
    let cut = |by: usize| word.get(..word.len() - by).unwrap_or(word);
    match (before, last) {
        (b'e', _) if bytes.len() > 4 && word.ends_with("ies") => cut(3),
        (b'e', _) if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) => cut(2),
        (b's' | b'u' | b'i', b's') => word,
        _ => cut(1),
    }
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
            assert_eq!(stem(one), stem(many), "{one}");
        }
        assert_ne!(stem("java"), stem("javascript"));
        assert_eq!((stem("sas"), stem("status"), stem("analysis")), ("sas", "status", "analysis"));
    }

    #[test]
    fn headings_fold() {
        assert_eq!(key("• Skills & Abilities / Other:"), "skills and abilities / other");
    }
}
