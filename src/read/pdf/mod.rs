//! PDF: the text of a document in reading order.
//!
//! Signs painted at places on pages in; lines out, with spaces where there are gaps, empty lines where paragraphs end, `**` around lines in bold and `##`
//! before larger ones, and words that were divided at the end of a line in one piece. A scanned page has no text, which is said.

mod font;
mod lines;
mod page;

use super::{Document, ReadError, is_blank};
use crate::posting::Posting;
use crate::text::{Source, TextOf, repair};
use lopdf::LoadOptions;

/// The most pages that are read: a posting has few.
const MOST_PAGES: usize = 60;
/// The largest stream that is unpacked, in bytes.
const LARGEST_STREAM: usize = 4 << 20;

/// Reads a document.
///
/// # Errors
/// [`ReadError::Row`] where it is broken, is protected, or has no text.
pub(super) fn document(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let source = Source::new(name, text_of(name, bytes, lines::text)?).with_text_of(Some(TextOf::Pdf));
    Ok(Document { source, facts: Posting::default(), fields: None })
}

/// The lines of a document as they stand on its pages: none is joined with the next, and columns stand apart by tabs.
///
/// # Errors
/// As [`document`].
pub(crate) fn lines_of(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    text_of(name, bytes, lines::standing)
}

fn text_of(name: &str, bytes: &[u8], write: fn(&[Vec<page::Run>]) -> String) -> Result<String, ReadError> {
    let broken = |problem: &str, advice| ReadError::Row { path: name.to_owned(), problem: problem.to_owned(), advice };
    let damaged = |_| broken("is a damaged PDF document", "save it anew, or as text");
    let pdf = lopdf::Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(LARGEST_STREAM)).map_err(damaged)?;
    if pdf.is_encrypted() {
        return Err(broken("is protected by a password", "save it without one, or as text"));
    }
    let mut budget = page::Budget::default();
    let pages = pdf.page_iter().take(MOST_PAGES).map(|id| page::runs(&pdf, id, &mut budget));
    let text = write(&pages.collect::<Vec<_>>());
    if is_blank(&text) {
        return Err(broken("has no text in it, as if it were a picture of one", "save it as text"));
    }
    Ok(repair(&text).unwrap_or(text))
}
