//! Text and places in it: spans, sources with their lines, normalised text with its way back, words.
//!
//! Knows nothing of postings. `"C\\+\\+ • Go"` in, `"C++ • Go"` out, with every byte's way back.

pub(crate) mod digits;
mod finder;
pub(crate) mod flat;
pub(crate) mod key;
mod language;
mod mapped;
mod normalize;
mod repair;
mod sanitize;
mod source;
mod span;
mod words;

pub(crate) use finder::Finder;
pub use language::{Foreign, Languages, Tongue, languages};
pub use mapped::{MappedText, MappedTextBuilder};
pub use normalize::{emphasized, normalize};
pub use repair::{Decoded, NotText, decode, known_format, repair};
pub use sanitize::{escape, sanitize};
pub use source::{Source, TextOf};
pub use span::Span;
pub use words::{Word, WordKind, fold_word, words};
pub(crate) use words::{closes_name, next_word};
