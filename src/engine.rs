//! Everything that is built once: the vocabulary and its automaton.
//!
//! An [`Engine`] is read only afterwards, so that postings can be read in parallel.

use crate::{
    extract::{Extraction, Extractor, Reading},
    read::Document,
    taxonomy::Taxonomy,
};
use jiff::civil::Date;

/// Reads postings and judges profiles.
#[derive(Debug)]
pub struct Engine {
    taxonomy: Taxonomy,
    extractor: Extractor,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// Builds the engine with the vocabulary that quals ships.
    #[must_use]
    pub fn new() -> Self {
        Self { taxonomy: Taxonomy::builtin(), extractor: Extractor::new() }
    }

    /// The vocabulary.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// Reads a posting. `as_of` gives a year to dates without one ("Sunday, 16th November").
    #[must_use]
    pub fn extract(&self, document: &Document, as_of: Date) -> Extraction {
        self.extractor.extract(document, &self.taxonomy, as_of)
    }

    /// Reads a posting as [`Engine::extract`] does, and tells how.
    #[must_use]
    pub fn reading(&self, document: &Document, as_of: Date) -> Reading {
        self.extractor.reading(document, &self.taxonomy, as_of)
    }
}
