//! The same posting in every format, and formats as nobody should write them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

mod fields;
mod hostile;
mod json_ld;
mod same;
mod tables;
mod wrap;

use quals::{
    Engine,
    extract::Extraction,
    read::{Document, ReadError, ReadOptions, read_bytes},
};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

/// What is read from bytes under a name.
fn documents(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Result<Document, ReadError>> {
    read_bytes(name, bytes.into(), &ReadOptions::default()).collect()
}

/// The one posting that is read.
#[track_caller]
fn document(name: &str, bytes: impl Into<Vec<u8>>) -> Document {
    let mut found = documents(name, bytes);
    assert_eq!(found.len(), 1, "{name}");
    found.remove(0).unwrap()
}

fn extract(document: &Document) -> Extraction {
    ENGINE.extract(document, jiff::civil::date(2026, 12, 1))
}
