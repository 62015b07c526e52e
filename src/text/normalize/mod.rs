//! Makes a posting's text plain, so that the readers behind it meet one form of everything.
//!
//! Quotes are straight, spaces are spaces, lines end in LF, list markers at a line's start are `• `, Markdown emphasis,
//! links, escapes and HTML entities are resolved, hard-wrapped and broken lines are joined. Headings (`#`), quotes (`>`) and numbers
//! of list items (`1.`, `a)`) stay: the segmenter reads them. Every byte of the result knows its way back.
//!
//! `"* “C\\+\\+” &amp; **Go**"` in, `"• \"C++\" & Go"` out.
//!
//! Dashes: hyphens, en dashes, figure dashes and minus signs become `-`; em dashes and bars (`—`, `―`) become `–`,
//! so that a range (`3–5`) and a break in the sentence (`Python — a must`) stay apart.

mod broken;
mod bullet;
mod entity;
mod markdown;
mod sign;
mod wrap;

use super::{MappedText, MappedTextBuilder, Span};
use sign::Plain;
use wrap::Join;

/// Makes `original` plain; see the module's description for what changes.
///
/// ```
/// use quals::text::{Span, normalize};
/// let original = "– Bachelor’s in **CS**";
/// let text = normalize(original);
/// assert_eq!(text.as_str(), "• Bachelor's in CS");
/// assert_eq!(text.origin(Span::new(4, 14)).of(original), "Bachelor’s");
/// ```
#[must_use]
pub fn normalize(original: &str) -> MappedText {
    let mut pass = Pass {
        text: original,
        out: MappedTextBuilder::new(original),
        at: 0,
        drops: Vec::new(),
        joins: joins(original).into_iter().peekable(),
    };
    pass.line_start();
    while pass.step() {}
    pass.out.finish()
}

/// The line ends that stand for a space, or for nothing.
fn joins(original: &str) -> Vec<(usize, Join)> {
    let wrapped = wrap::joins(original);
    if wrapped.is_empty() { broken::joins(original) } else { wrapped }
}

/// Whether the stretch `span` of `original` stands in strong emphasis (`**…**` or `__…__`) as a whole.
///
/// [`normalize`] drops the marks; a segmenter that takes a bold line for a heading asks here, with the line's origin.
///
/// ```
/// use quals::text::{Span, emphasized};
/// assert!(emphasized("**Skills**\nPython", Span::new(2, 8)));
/// assert!(!emphasized("**Skills**\nPython", Span::new(11, 17)));
/// ```
#[must_use]
pub fn emphasized(original: &str, span: Span) -> bool {
    let before = original.get(..span.start).unwrap_or_default();
    let within = span.of(original).trim();
    let after = original.get(span.end..).unwrap_or_default();
    ["**", "__"].into_iter().any(|mark| {
        let opens = before.ends_with(mark) || within.starts_with(mark);
        let closes = after.trim_start_matches([' ', ':']).starts_with(mark) || within.ends_with(mark);
        let inner = within.strip_prefix(mark).unwrap_or(within);
        let inner = inner.strip_suffix(mark).unwrap_or(inner);
        opens && closes && !inner.is_empty() && !inner.contains(mark)
    })
}

/// The bytes that may begin something to change; all others are copied unseen.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "checked by the compiler: the table is made before the program runs")]
        {
            table[byte] = is_special(byte as u8);
        }
        byte += 1;
    }
    table
};

const fn is_special(byte: u8) -> bool {
    matches!(byte, 9..=13 | b'*' | b'_' | b'`' | b'[' | b']' | b'\\' | b'&' | 0x80..)
}

/// The way from left to right over one text.
struct Pass<'a> {
    text: &'a str,
    out: MappedTextBuilder<'a>,
    /// How far the text has been looked at; the builder may stand before it, never behind.
    at: usize,
    /// Stretches further on that go: the closing marks of emphasis, the addresses of links.
    drops: Vec<Span>,
    joins: std::iter::Peekable<std::vec::IntoIter<(usize, Join)>>,
}

impl Pass<'_> {
    /// Goes to the next byte that may change and deals with it; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let Some(plain) = plain_run(rest) else { return false };
        self.at += plain;
        match rest.get(plain).copied().unwrap_or_default() {
            b'\n' => self.newline(self.at + 1),
            b'\r' if rest.get(plain + 1) == Some(&b'\n') => self.newline(self.at + 2),
            b'\r' | 0x0B | 0x0C => self.break_line(self.at + 1),
            b'\t' => self.put(self.at + 1, " "),
            b'*' | b'_' => self.emphasis(),
            b'`' => self.code(),
            b'[' => self.link(),
            b']' => self.pass_over(1),
            b'\\' => self.escape(),
            b'&' => self.entity(),
            _ => self.sign(),
        }
        true
    }

    /// Puts `with` in place of what stands from here to `end`.
    fn put(&mut self, end: usize, with: &str) {
        self.out.copy_to(self.at);
        self.out.replace(end, with);
        self.at = end;
    }

    /// Keeps `count` bytes as they are, unless something before has decided that they go.
    fn pass_over(&mut self, count: usize) {
        match self.drops.iter().position(|drop| drop.start == self.at) {
            Some(found) => {
                let drop = self.drops.swap_remove(found);
                self.put(drop.end, "");
            }
            None => self.at += count,
        }
    }

    /// A line end that reaches to `end`: kept, or a space where the text is hard-wrapped.
    fn newline(&mut self, end: usize) {
        while self.joins.next_if(|(at, _)| *at + 1 < end).is_some() {}
        match self.joins.next_if(|(at, _)| *at + 1 == end) {
            Some((_, join)) => self.join(end, join),
            None => {
                if end > self.at + 1 {
                    self.put(end, "\n");
                }
                self.at = end;
                self.line_start();
            }
        }
    }

    fn break_line(&mut self, end: usize) {
        self.put(end, "\n");
        self.line_start();
    }

    fn join(&mut self, end: usize, join: Join) {
        let line = self.text.get(self.out.position()..self.at).unwrap_or_default();
        let mut line_end = self.out.position() + line.trim_end().len();
        let next = end + sign::blank_prefix(self.text.get(end..).unwrap_or_default());
        let between = if join == Join::Space { " " } else { "" };
        if join == Join::DropHyphen {
            line_end = line_end.saturating_sub(1).max(self.out.position());
        }
        self.at = line_end;
        self.put(next, between);
    }

    /// Stands at a line's start: a list marker becomes `• `.
    fn line_start(&mut self) {
        let mut found = false;
        while let Some(marker) = bullet::marker(self.text, self.at) {
            if marker.start > self.at {
                self.indent(marker.start);
            }
            match (found, marker.of(self.text)) {
                (false, "• ") => self.at = marker.end,
                (false, _) => self.put(marker.end, "• "),
                (true, _) => self.put(marker.end, ""),
            }
            found = true;
        }
    }

    /// Writes the white space before a list marker as spaces.
    fn indent(&mut self, end: usize) {
        let blank = Span::new(self.at, end).of(self.text);
        if blank.bytes().all(|b| b == b' ') {
            self.at = end;
        } else {
            let wide = blank.chars().filter(|c| !sign::is_invisible(*c)).count();
            self.put(end, &" ".repeat(wide));
        }
    }

    fn emphasis(&mut self) {
        let run = markdown::run_len(self.text, self.at);
        if self.drops.iter().any(|drop| drop.start == self.at) {
            return self.pass_over(run);
        }
        match markdown::emphasis(self.text, self.at, run) {
            Some(closing) if !self.drops.contains(&closing) => {
                self.drops.push(closing);
                self.put(self.at + run, "");
            }
            _ => self.at += run,
        }
    }

    fn code(&mut self) {
        let run = markdown::run_len(self.text, self.at);
        if let Some(closing) = markdown::code(self.text, self.at, run) {
            self.put(self.at + run, "");
            self.at = closing.start;
            self.put(closing.end, "");
        } else if run == 1 && sign::between_letters(self.text, self.at, 1) {
            self.put(self.at + 1, "'"); // bachelor`s
        } else {
            self.at += run;
        }
    }

    fn link(&mut self) {
        let Some(address) = markdown::link(self.text, self.at) else {
            self.at += 1;
            return;
        };
        let end = self.at + 1;
        if self.text.get(..self.at).is_some_and(|t| t.ends_with('!')) && self.out.position() < self.at {
            self.at -= 1; // the mark of a picture
        }
        self.drops.push(address);
        self.put(end, "");
    }

    fn escape(&mut self) {
        let (marks, end) = markdown::escape(self.text, self.at);
        if marks > 0 {
            self.put(self.at + marks, "");
        }
        self.at = end;
    }

    fn entity(&mut self) {
        match entity::decode(self.text.get(self.at..).unwrap_or_default()) {
            None => self.at += 1,
            Some((c, len)) => {
                let end = self.at + len;
                match sign::plain(c) {
                    Plain::Same => self.put(end, c.encode_utf8(&mut [0; 4])),
                    Plain::Letter(letter) => self.put(end, letter.encode_utf8(&mut [0; 4])),
                    Plain::Text("\n") => self.break_line(end),
                    Plain::Text(text) => self.put(end, text),
                }
            }
        }
    }

    fn sign(&mut self) {
        let Some(c) = self.text.get(self.at..).and_then(|t| t.chars().next()) else {
            self.at += 1; // not reached: every step ends at a character's boundary
            return;
        };
        let end = self.at + c.len_utf8();
        match sign::plain(c) {
            Plain::Same if c == '´' && sign::between_letters(self.text, self.at, c.len_utf8()) => self.put(end, "'"),
            Plain::Same => self.at = end,
            Plain::Letter(letter) => self.put(end, letter.encode_utf8(&mut [0; 4])),
            Plain::Text("\n") => self.break_line(end),
            Plain::Text(text) => self.put(end, text),
        }
    }
}

/// How many bytes at the start of `bytes` are plain; none where all are.
fn plain_run(bytes: &[u8]) -> Option<usize> {
    let mut done = 0;
    for block in bytes.chunks_exact(16) {
        if has_special(block) {
            break;
        }
        done += 16;
    }
    bytes.get(done..)?.iter().position(|byte| SPECIAL.get(usize::from(*byte)) == Some(&true)).map(|at| done + at)
}

/// The same as [`is_special`] for some of a block, said so that the compiler makes vector code of it: no branch, bytes only.
fn has_special(block: &[u8]) -> bool {
    let hits = block.iter().fold(0, |hits, &byte| {
        let control = u8::from(byte.wrapping_sub(9) < 5);
        let mark = u8::from(byte == b'&') | u8::from(byte == b'*') | u8::from(byte == b'_') | u8::from(byte == b'`');
        let bracket = u8::from(byte.wrapping_sub(b'[') < 3);
        hits | (byte & 0x80) | control | mark | bracket
    });
    hits != 0
}

#[cfg(test)]
mod tests;
