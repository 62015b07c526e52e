//! Text that was changed for reading, and knows the way back.
//!
//! A [`MappedText`] is made from an original by copying most of it and replacing pieces: `“C\+\+”` becomes `"C++"`.
//! Every span of the new text maps back to a span of the original, so that a quote is always cut from the original.
//! Maps compose: HTML entities inside a JSON string are two maps, one after the other.

use super::Span;

/// A stretch of the new text and the stretch of the original that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    here: Span,
    origin: Span,
    /// The two are the same to the byte, so that a part of one maps to the same part of the other.
    verbatim: bool,
}

/// A text with the way back to the original it was made from.
///
/// ```
/// use quals::text::{MappedText, MappedTextBuilder, Span};
/// let original = "C\\+\\+ and Go";
/// let mut builder = MappedTextBuilder::new(original);
/// builder.copy_to(1);
/// builder.replace(2, "");   // a backslash
/// builder.copy_to(3);
/// builder.replace(4, "");
/// let text = builder.finish();
/// assert_eq!(text.as_str(), "C++ and Go");
/// assert_eq!(text.origin(Span::new(0, 3)).of(original), "C\\+\\+");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    pieces: Vec<Piece>,
}

impl MappedText {
    /// The text itself, mapped to itself.
    #[must_use]
    pub fn identity(text: &str) -> Self {
        let mut builder = MappedTextBuilder::new(text);
        builder.copy_to(text.len());
        builder.finish()
    }

    /// The text as it reads now.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The piece of the new text that `span` names.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The stretch of the original that `span` of this text stands for.
    ///
    /// An end inside a replaced piece takes the whole of what was replaced, so the result never cuts a character of the original.
    #[must_use]
    pub fn origin(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.origin_start(span.start);
            return Span::new(at, at);
        }
        Span::new(self.origin_start(span.start), self.origin_end(span.end))
    }

    fn origin_start(&self, at: usize) -> usize {
        // The piece that holds `at`; pieces that were replaced by nothing are passed over.
        let after = self.pieces.partition_point(|piece| piece.here.end <= at);
        match self.pieces.get(after) {
            Some(piece) if piece.verbatim => piece.origin.start + at.saturating_sub(piece.here.start),
            Some(piece) => piece.origin.start,
            None => self.pieces.last().map_or(0, |piece| piece.origin.end),
        }
    }

    fn origin_end(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.here.end < at);
        match self.pieces.get(after) {
            Some(piece) if piece.verbatim => piece.origin.start + at.saturating_sub(piece.here.start),
            Some(piece) => piece.origin.end,
            None => self.pieces.last().map_or(0, |piece| piece.origin.end),
        }
    }

    /// Follows this map by `next`, which was made from this text: the result maps `next`'s text to this map's original.
    #[must_use]
    pub fn then(&self, next: MappedText) -> MappedText {
        let mut pieces = Vec::with_capacity(self.pieces.len() + next.pieces.len());
        for outer in &next.pieces {
            if !outer.verbatim {
                pieces.push(Piece { here: outer.here, origin: self.origin(outer.origin), verbatim: false });
                continue;
            }
            let first = self.pieces.partition_point(|piece| piece.here.end <= outer.origin.start);
            for inner in self.pieces.iter().skip(first).take_while(|piece| piece.here.start < outer.origin.end) {
                let common = Span::new(inner.here.start.max(outer.origin.start), inner.here.end.min(outer.origin.end));
                if common.is_empty() && !inner.here.is_empty() {
                    continue;
                }
                let here =
                    Span::new(common.start + outer.here.start - outer.origin.start, common.end + outer.here.start - outer.origin.start);
                let origin = if inner.verbatim {
                    Span::new(inner.origin.start + common.start - inner.here.start, inner.origin.start + common.end - inner.here.start)
                } else {
                    inner.origin
                };
                pieces.push(Piece { here, origin, verbatim: inner.verbatim });
            }
        }
        MappedText { text: next.text, pieces }
    }
}

/// Builds a [`MappedText`] from left to right over an original.
#[derive(Debug)]
pub struct MappedTextBuilder<'a> {
    original: &'a str,
    done: usize,
    text: String,
    pieces: Vec<Piece>,
}

impl<'a> MappedTextBuilder<'a> {
    /// Begins at the start of `original`.
    #[must_use]
    pub fn new(original: &'a str) -> Self {
        Self { original, done: 0, text: String::with_capacity(original.len()), pieces: Vec::new() }
    }

    /// Where in the original the builder stands.
    #[must_use]
    pub fn position(&self) -> usize {
        self.done
    }

    /// The text built so far.
    #[must_use]
    pub fn built(&self) -> &str {
        &self.text
    }

    /// Copies the original up to byte `end` as it is.
    pub fn copy_to(&mut self, end: usize) {
        let piece = Span::new(self.done, end).of(self.original);
        if piece.is_empty() {
            return;
        }
        let here = Span::new(self.text.len(), self.text.len() + piece.len());
        let origin = Span::new(self.done, end);
        self.text.push_str(piece);
        self.done = end;
        match self.pieces.last_mut() {
            Some(last) if last.verbatim && last.origin.end == origin.start && last.here.end == here.start => {
                last.here.end = here.end;
                last.origin.end = origin.end;
            }
            _ => self.pieces.push(Piece { here, origin, verbatim: true }),
        }
    }

    /// Puts `with` in place of the original up to byte `end`; an empty `with` drops that stretch.
    pub fn replace(&mut self, end: usize, with: &str) {
        let here = Span::new(self.text.len(), self.text.len() + with.len());
        self.text.push_str(with);
        if !with.is_empty() {
            self.pieces.push(Piece { here, origin: Span::new(self.done, end), verbatim: false });
        }
        self.done = end;
    }

    /// Copies what is left and gives the finished text.
    #[must_use]
    pub fn finish(mut self) -> MappedText {
        self.copy_to(self.original.len());
        MappedText { text: self.text, pieces: self.pieces }
    }
}
