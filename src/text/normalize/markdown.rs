//! Marks of Markdown within a line: emphasis, code, links, escapes.
//!
//! `**Go**` is emphasis; `5 * 3`, `snake_case`, `C*` and `_____` are not. Nothing here looks past the line's end, and every
//! search ends at the next mark that can open or close, so that a long line costs one pass.

use super::super::Span;

/// The longest text and the longest address of a link.
const LINK_TEXT: usize = 400;
const LINK_ADDRESS: usize = 500;

/// How often the byte at `at` stands there in a row.
pub(super) fn run_len(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let Some(first) = rest.first() else { return 0 };
    rest.iter().take_while(|byte| *byte == first).count()
}

fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// A run of marks at `at` can open emphasis: no letter before it, something to emphasize right behind it.
fn opens(text: &str, at: usize, run: usize) -> bool {
    let inner = after(text, at + run);
    let word_before = before(text, at).is_some_and(|c| c.is_alphanumeric() || c == '\\');
    !word_before
        && inner.is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(c, '"' | '“' | '\'' | '‘' | '(' | '[' | '$' | '#' | '*' | '_' | '&' | '`' | '€' | '£' | '•' | '+' | '\\')
        })
}

/// A run of marks at `at` can close emphasis. A double mark may stand before a letter, or behind a space at a word's end:
/// `**Note:**This`, `**Skills **`.
fn closes(text: &str, at: usize, run: usize) -> bool {
    let (inner, outer) = (before(text, at), after(text, at + run));
    if run > 1 {
        return !is_blank(inner) || is_blank(outer);
    }
    !is_blank(inner) && inner != Some('\\') && !outer.is_some_and(char::is_alphanumeric)
}

/// Where the emphasis that the `run` marks at `at` open is closed again; none where they open none.
pub(super) fn emphasis(text: &str, at: usize, run: usize) -> Option<Span> {
    if run > 3 || !opens(text, at, run) {
        return None;
    }
    let mark = *text.as_bytes().get(at)?;
    let mut from = at + run;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let found = from + memchr::memchr2(mark, b'\n', rest)?;
        if text.as_bytes().get(found) == Some(&b'\n') {
            return None;
        }
        let len = run_len(text, found);
        if len == run && closes(text, found, len) {
            return Some(Span::new(found, found + len));
        }
        if len == run && opens(text, found, len) {
            return None;
        }
        from = found + len;
    }
}

/// Where the code that the `run` back-ticks at `at` open is closed again.
pub(super) fn code(text: &str, at: usize, run: usize) -> Option<Span> {
    let starts = !before(text, at).is_some_and(char::is_alphanumeric) && !is_blank(after(text, at + run));
    if run > 2 || !starts {
        return None;
    }
    let mut from = at + run;
    loop {
        let rest = text.as_bytes().get(from..)?;
        let found = from + memchr::memchr2(b'`', b'\n', rest)?;
        if text.as_bytes().get(found) == Some(&b'\n') {
            return None;
        }
        let len = run_len(text, found);
        if len == run {
            return Some(Span::new(found, found + len));
        }
        from = found + len;
    }
}

/// What goes behind the text of the link that opens at `at`: `](https://…)`.
pub(super) fn link(text: &str, at: usize) -> Option<Span> {
    let rest = text.as_bytes().get(at + 1..)?;
    let rest = rest.get(..LINK_TEXT).unwrap_or(rest);
    let close = at + 1 + memchr::memchr3(b']', b'[', b'\n', rest)?;
    let behind = text.as_bytes().get(close..)?;
    if close == at + 1 || !behind.starts_with(b"](") {
        return None;
    }
    let address = behind.get(2..)?;
    let address = address.get(..LINK_ADDRESS).unwrap_or(address);
    let len = address.iter().position(|byte| matches!(byte, b')' | b'\n' | b' ' | b'['))?;
    let address = address.get(..len)?;
    let is_address = address.iter().any(|b| matches!(b, b'/' | b'.' | b'#' | b':' | b'@'));
    let end = close + 2 + len;
    (is_address && text.as_bytes().get(end) == Some(&b')')).then(|| Span::new(close, end + 1))
}

/// How many backslashes at `at` go, and where the reading goes on: an escaped sign is no mark any more.
pub(super) fn escape(text: &str, at: usize) -> (usize, usize) {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let run = run_len(text, at);
    match rest.get(run) {
        None | Some(b'\n' | b'\r') if run == 1 => (1, at + 1), // a line break in Markdown
        // `C\+\+`; and `2\\+`, which was escaped twice.
        Some(sign) if run <= 3 && sign.is_ascii_punctuation() => (run, at + run + 1),
        _ => (0, at + run),
    }
}
