//! A posting's text as the header rules see it: lines without their markers.
//!
//! Pages that were scraped without line breaks are parted where a word runs into the next:
//! `ScientistSeattle, Washington` becomes two lines, and so does `May 9, 2024Role Number:200550562`.

use crate::text::digits::next_digit;
use regex::{Match, Regex};
use std::{borrow::Cow, ops::Range};

/// Lines longer than this are looked through for lost line breaks.
const LONG: usize = 200;

/// One line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Its text without white space and markers at its ends.
    pub(super) text: &'t str,
    /// It began with `#`.
    pub(super) heading: bool,
    /// It began with a bullet.
    pub(super) bullet: bool,
    /// A blank line stands before it, or it is the first.
    pub(super) after_blank: bool,
}

impl Line<'_> {
    /// Too long for a title, a name, a place.
    pub(super) fn is_long(&self) -> bool {
        self.text.len() > 160
    }
}

/// The lines of a text as [`str::lines`] has them.
fn raw_lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| (end, end + 1));
    let rest = (!text.is_empty() && !text.ends_with('\n')).then_some((text.len(), text.len()));
    ends.chain(rest).scan(0, move |from, (end, next)| {
        let line = text.get(std::mem::replace(from, next)..end)?;
        Some(if next > end { line.strip_suffix('\r').unwrap_or(line) } else { line })
    })
}

/// The lines of a text that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    for raw in raw_lines(text) {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            after_blank = true;
            continue;
        }
        let text = trimmed.trim_start_matches('#').trim_start();
        let bare = text.strip_prefix(['•', '·', '*', '-', '–']).map_or(text, str::trim_start);
        if bare.contains(|c: char| !matches!(c, '=' | '-' | '_' | '~' | '*' | '–' | '—')) {
            lines.push(Line { text: bare, heading: text.len() < trimmed.len(), bullet: bare.len() < text.len(), after_blank });
        }
        after_blank = false;
    }
    lines
}

/// The first `len` bytes of a text, or a few more, to the end of a character.
pub(super) fn head(text: &str, len: usize) -> &str {
    let end = (len..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Whether a digit stands in a stretch of a text.
pub(super) fn digits_near(text: &str, start: usize, end: usize) -> bool {
    text.as_bytes().get(..end.min(text.len())).is_some_and(|text| next_digit(text, start).is_some())
}

/// What a pattern finds where a digit follows within `reach` bytes of its beginning: a fact that holds a number stands nowhere else.
pub(super) fn find_near_digits<'t>(pattern: &Regex, text: &'t str, reach: usize) -> impl Iterator<Item = Match<'t>> {
    let mut until = 0;
    let mut found = std::collections::VecDeque::new();
    std::iter::from_fn(move || {
        while found.is_empty() {
            let stretch = stretch_with_digits(text, until, reach)?;
            until = stretch.end;
            let piece = text.get(..stretch.end)?;
            let mut at = stretch.start;
            while let Some(hit) = pattern.find_at(piece, at) {
                at = hit.end().max(at + 1);
                found.push_back(hit);
            }
        }
        found.pop_front()
    })
}

/// The first stretch of text behind `from` that leads to digits no more than `reach` bytes apart.
fn stretch_with_digits(text: &str, from: usize, reach: usize) -> Option<Range<usize>> {
    let digit = |at: usize| next_digit(text.as_bytes(), at);
    let first = digit(from)?;
    let mut last = first;
    while let Some(next) = digit(last + 1).filter(|next| next - last <= reach) {
        last = next;
    }
    let start = (first.saturating_sub(reach)..=first).find(|at| text.is_char_boundary(*at))?;
    Some(start.max(from)..last + 1)
}

/// The text with line breaks where long lines have lost theirs.
pub(super) fn parted(text: &str) -> Cow<'_, str> {
    if !raw_lines(text).any(|line| line.len() > LONG && seams(line).next().is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 256);
    for line in raw_lines(text) {
        let mut from = 0;
        if line.len() > LONG {
            for seam in seams(line).filter(|seam| !is_name(text, line, *seam)) {
                out.push_str(line.get(from..seam).unwrap_or_default());
                out.push('\n');
                from = seam;
            }
        }
        out.push_str(line.get(from..).unwrap_or_default());
        out.push('\n');
    }
    Cow::Owned(out)
}

/// How much of a text is looked through for a name that comes again, in bytes: postings are shorter.
const NAMING: usize = 16_000;

/// Whether a seam of a line stands in a name: in a word that comes again in the text (`GreatBank is … At GreatBank, …`).
fn is_name(text: &str, line: &str, seam: usize) -> bool {
    let (before, behind) = (line.get(..seam).unwrap_or_default(), line.get(seam..).unwrap_or_default());
    let inside = |c: char| c.is_alphanumeric();
    let start = before.trim_end_matches(inside).len();
    let end = line.len() - behind.trim_start_matches(inside).len();
    let word = line.get(start..end).unwrap_or_default();
    memchr::memmem::find_iter(head(text, NAMING).as_bytes(), word).take(2).count() == 2
}

/// The places in a line where a capital follows three small letters, a full stop, or a digit without a space.
/// Three, so that `McLean` and `PhD` stay whole.
fn seams(line: &str) -> impl Iterator<Item = usize> {
    let bytes = line.as_bytes();
    let mut from = 0;
    let capitals = std::iter::from_fn(move || {
        let at = from + bytes.get(from..)?.iter().position(u8::is_ascii_uppercase)?;
        from = at + 1;
        Some(at)
    });
    capitals.filter_map(move |at| {
        let [a, b, c, _, e] = bytes.get(at.checked_sub(3)?..at + 2)? else { return None };
        let word = a.is_ascii_lowercase() && b.is_ascii_lowercase() && c.is_ascii_lowercase();
        let number = b.is_ascii_digit() && c.is_ascii_digit() && e.is_ascii_lowercase();
        let stop = matches!(c, b'.' | b'!' | b'?' | b')') && (b.is_ascii_lowercase() || *b == b')');
        (word || number || stop).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_line_breaks_come_back_in_long_lines_only() {
        let glued = "ScientistSeattle, Washington, United StatesMachine LearningPosted: May 9, 2024Role Number:200550562The team";
        let long = format!("{glued} {}", "and so on ".repeat(20));
        let text = parted(&long);
        let pieces = text.lines().take(6).collect::<Vec<_>>();
        assert_eq!(
            pieces,
            [
                "Scientist", "Seattle, Washington, United States", "Machine Learning", "Posted: May 9, 2024", "Role Number:200550562",
                pieces[5]
            ]
        );
        assert_eq!(parted(glued), glued);
        let named = format!("GreatBank is one of many. {} At GreatBank we lend.", "and so on ".repeat(20));
        assert_eq!(parted(&named).trim_end(), named);
        assert_eq!(parted(&"a PhD at McLean. ".repeat(20)), "a PhD at McLean. ".repeat(20));
    }

    #[test]
    fn markers_are_no_text() {
        let found = lines("# Title\n\n• one\n\n  two");
        assert_eq!(found.iter().map(|l| l.text).collect::<Vec<_>>(), ["Title", "one", "two"]);
        assert_eq!(found.iter().map(|l| (l.heading, l.bullet, l.after_blank)).collect::<Vec<_>>()[1], (false, true, true));
    }
}
