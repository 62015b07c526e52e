//! Lines of a given width: `wrap("one two three", 8)` gives `one two` and `three`.

use crate::text::sanitize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Text of a posting or profile in one line, safe for a terminal.
///
/// Directions are dropped, breaks and runs of space become one space.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c == '\r' { ' ' } else { c }).collect();
    sanitize(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most `most` columns of `text`, with `…` where something is cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or_default();
        if used > most {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

/// Breaks one line of text at spaces into lines of at most `width` columns; a longer word is broken too.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').flat_map(|word| pieces(word, width)) {
        let wide = word.width();
        let line = match lines.last_mut() {
            Some(line) if line.is_empty() || used + 1 + wide <= width => line,
            _ => {
                lines.push(String::new());
                used = 0;
                match lines.last_mut() {
                    Some(line) => line,
                    None => break,
                }
            }
        };
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }
        line.push_str(&word);
        used += wide;
    }
    lines
}

/// `text` wrapped to `width`, the first line behind `first`, the others indented as far.
pub(super) fn hang(first: &str, text: &str, width: usize) -> Vec<String> {
    let indent = first.width();
    let lines = wrap(text, width.saturating_sub(indent).max(20));
    let ahead = |at: usize| if at == 0 { first.to_owned() } else { " ".repeat(indent) };
    lines.iter().enumerate().map(|(at, line)| ahead(at) + line).collect()
}

/// A word in pieces that fit.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if word.width() <= width {
        return vec![word.to_owned()];
    }
    let mut out = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let wide = c.width().unwrap_or_default();
        if used + wide > width {
            out.push(String::new());
            used = 0;
        }
        if let Some(piece) = out.last_mut() {
            piece.push(c);
        }
        used += wide;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_spaces_and_inside_long_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("日本語 日本", 6), ["日本語", "日本"]);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for width in 1..30 {
            for line in wrap("a posting of 日本 with averyveryverylongword and C++ — “quoted”", width.max(2)) {
                assert!(line.width() <= width.max(2), "{width} {line:?}");
            }
        }
    }

    #[test]
    fn cuts_with_a_sign() {
        assert_eq!(cut("electrician", 20), "electrician");
        assert_eq!(cut("electrician", 6), "elect…");
        assert_eq!(cut("日本語", 4), "日…");
    }

    #[test]
    fn hanging_lines_are_indented() {
        assert_eq!(hang("- ", "one two three four five six", 22), ["- one two three four", "  five six"]);
    }

    #[test]
    fn one_line_drops_what_a_terminal_obeys() {
        assert_eq!(one_line("a\r\nb\u{1b}[31m\tc"), "a b[31m c");
    }
}
