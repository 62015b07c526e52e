//! Text from outside, made safe to show.
//!
//! A posting or a profile can hold characters that a terminal obeys (`ESC [ 31 m`) or that turn or hide what stands beside them
//! (U+202E, U+200B). [`sanitize`] drops them, [`escape`] shows them: `"a\u{1b}[31mb"` becomes `"a[31mb"` or `"a\\u{1b}[31mb"`.

use std::{borrow::Cow, fmt::Write};

/// Drops control characters but `\n` and `\t`, and the characters that steer direction or have no width.
///
/// ```
/// assert_eq!(quals::text::sanitize("re\u{202e}d\u{1b}[31m"), "red[31m");
/// ```
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_unsafe(*c)).collect())
}

/// Shows the characters that [`sanitize`] drops as `\u{…}`, and line breaks and tabs as `\n` and `\t`, so that the text is one line.
///
/// ```
/// assert_eq!(quals::text::escape("re\u{202e}d\n"), "re\\u{202e}d\\n");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let shown = |c: char| is_unsafe(c) || matches!(c, '\n' | '\t');
    if !text.contains(shown) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_unsafe(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c)); // writing to a string cannot fail
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a terminal could obey the character, or a reader could not see it.
fn is_unsafe(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    control || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_what_steers_a_terminal_and_nothing_else() {
        for (given, want) in [
            ("plain – naïve 日本 🦀", "plain – naïve 日本 🦀"),
            ("line\nbreak\tand tab", "line\nbreak\tand tab"),
            ("\u{1b}[31mred\u{1b}[0m", "[31mred[0m"),
            ("\u{9b}31m c1 \u{9d}0;title\u{9c}", "31m c1 0;title"),
            ("a\u{202e}b\u{2066}c\u{2069}d", "abcd"),
            ("a\u{200b}b\u{200f}c\u{feff}d\r\u{7f}\0", "abcd"),
        ] {
            assert_eq!(sanitize(given), want);
        }
    }

    #[test]
    fn borrows_clean_text() {
        assert!(matches!(sanitize("clean\n"), Cow::Borrowed(_)));
        assert!(matches!(escape("clean"), Cow::Borrowed(_)));
    }

    #[test]
    fn escapes_to_one_visible_line() {
        assert_eq!(escape("a\r\n\u{9b}\u{200d}"), "a\\u{d}\\n\\u{9b}\\u{200d}");
    }
}
