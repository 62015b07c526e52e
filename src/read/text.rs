//! Text and Markdown: the file is the posting.
//!
//! `"Nurse\n- license"` in, the same out. Markdown stays as it is written: [`normalize`](crate::text::normalize) reads its marks.

use super::{Document, Posting};
use crate::text::{Decoded, Source, TextOf};

/// Makes a document of decoded text.
#[must_use]
pub fn document(name: &str, decoded: Decoded) -> Document {
    let text_of = decoded.repaired.then_some(TextOf::Repaired);
    Document { source: Source::new(name, decoded.text).with_text_of(text_of), facts: Posting::default(), fields: None }
}
