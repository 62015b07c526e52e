//! How a line is marked at its start: `• Python`, `## Skills`, `2) Python`, `(a) Python`.

use crate::text::Span;

/// How a line is marked at its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Bullet,
    Heading,
}

/// The line without its bullet, number or heading marks.
pub(super) fn content_of(text: &str, span: Span) -> (Mark, Span) {
    let line = span.of(text);
    let after = |prefix: usize| trimmed(text, Span::new(span.start + prefix, span.end));
    if let Some(rest) = line.strip_prefix('•') {
        return (Mark::Bullet, after(line.len() - rest.len()));
    }
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) {
        let inner = after(hashes);
        return (Mark::Heading, Span::new(inner.start, inner.start + inner.of(text).trim_end_matches(['#', ' ']).len()));
    }
    if let Some(prefix) = numbered(line) {
        return (Mark::Bullet, after(prefix));
    }
    (Mark::None, span)
}

/// The length of `1. `, `2) `, `(a) ` or `b. ` at the start of a line.
pub(super) fn numbered(line: &str) -> Option<usize> {
    let body = line.strip_prefix('(').unwrap_or(line);
    let opened = line.len() - body.len();
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let label = match digits {
        0 => body.chars().next().filter(char::is_ascii_lowercase).map(|_| 1)?,
        1 | 2 => digits,
        _ => return None,
    };
    let sign = body.get(label..)?.chars().next()?;
    let closes = sign == ')' || (opened == 0 && sign == '.');
    let rest = body.get(label + 1..)?;
    (closes && rest.starts_with(' ')).then_some(opened + label + 1)
}

pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}
