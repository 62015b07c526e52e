//! Markers of list items at the start of a line.
//!
//! `– Python`, `*\tPython`, `➢Python`, `o  Python` and `&bull; Python` are items; `-5 °C`, `*.txt` and `+49 30` are not.

use super::super::Span;
use super::{entity, markdown, sign};

/// The marker that the line at `at` begins with, from behind the white space before it to the item's first character.
pub(super) fn marker(text: &str, at: usize) -> Option<Span> {
    let start = at + sign::blank_prefix(text.get(at..)?);
    let rest = text.get(start..)?;
    let (len, sort) = sign_len(rest)?;
    let end = start + len;
    let item = end + sign::blank_prefix(text.get(end..)?);
    let first = text.get(item..).and_then(|t| t.chars().next());
    let is_alone = first.is_none_or(|c| matches!(c, '\n' | '\r'));
    let fits = match sort {
        Sort::Bullet => true,
        Sort::Dash if item > end => !is_alone,
        Sort::Dash => first.is_some_and(char::is_alphabetic) || amount_follows(text, item),
        Sort::Star if item > end => !is_alone,
        Sort::Star => first.is_some_and(|c| c.is_alphanumeric() || c == '(') && markdown::emphasis(text, start, 1).is_none(),
        Sort::Spaced => item > end && !is_alone,
        Sort::Letter => item > end && first.is_some_and(char::is_uppercase),
    };
    match (fits, sort, is_alone) {
        (true, Sort::Bullet, true) => Some(Span::new(start, next_line(text, item).unwrap_or(item))),
        (true, ..) => Some(Span::new(start, item)),
        (false, ..) => None,
    }
}

/// How sure a sign is to be a list marker.
#[derive(Clone, Copy)]
enum Sort {
    /// Nothing else begins a line with it.
    Bullet,
    /// A dash: `- x`, `-Word`, `-3+ years`.
    Dash,
    /// `* x`, `*Word`; not `*emphasis*`.
    Star,
    /// Only with white space behind it.
    Spaced,
    /// Letters that word processors leave of their symbol fonts: `o  Word`, `§  Word`.
    Letter,
}

fn sign_len(text: &str) -> Option<(usize, Sort)> {
    let first = text.chars().next()?;
    let len = first.len_utf8();
    if first == '&' {
        let (c, len) = entity::decode(text)?;
        return sort(c).filter(|sort| !matches!(sort, Sort::Letter)).map(|sort| (len, sort));
    }
    if first == '\\' {
        let escaped = text.get(len..).and_then(|t| t.chars().next()).filter(|c| matches!(c, '-' | '*' | '+' | '•' | '·'))?;
        return Some((len + escaped.len_utf8(), Sort::Spaced));
    }
    sort(first).map(|sort| (len, sort))
}

fn sort(c: char) -> Option<Sort> {
    match c {
        '•'
        | '▪'
        | '▫'
        | '◦'
        | '‣'
        | '●'
        | '○'
        | '■'
        | '□'
        | '⁃'
        | '∙'
        | '⦁'
        | '◆'
        | '◇'
        | '❖'
        | '◾'
        | '▶'
        | '►'
        | '▸'
        | '▹'
        | '➢'
        | '➤'
        | '➔'
        | '➣'
        | '✓'
        | '✔'
        | '✅'
        | '☑'
        | '☐'
        | '✦'
        | '✧'
        | '⚫'
        | '🔹'
        | '🔸'
        | '\u{F000}'..='\u{F0FF}' => Some(Sort::Bullet),
        '-' | '–' | '—' | '―' | '−' | '‐' | '‑' => Some(Sort::Dash),
        '*' => Some(Sort::Star),
        '+' | '·' | '→' | '»' | '›' | '⇒' | '★' | '☆' => Some(Sort::Spaced),
        'o' | '§' => Some(Sort::Letter),
        _ => None,
    }
}

/// `3+ …` at `at`: an amount, so that the dash before it is no minus.
fn amount_follows(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && rest.get(digits..).is_some_and(|t| t.starts_with('+'))
}

/// The text on the line below, where a marker stands alone on its line and an item follows.
fn next_line(text: &str, line_end: usize) -> Option<usize> {
    let rest = text.get(line_end..)?;
    let below = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let at = text.len() - below.len();
    let at = at + sign::blank_prefix(below);
    let item = text.get(at..)?;
    let first = item.chars().next()?;
    let is_item = first.is_alphanumeric() || matches!(first, '(' | '"' | '“' | '*' | '[');
    is_item.then_some(at)
}
