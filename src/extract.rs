//! From a source to its header facts and requirements.

use crate::{
    posting::Posting,
    requirement::Requirement,
    text::{Source, TextOf},
};
use serde::{Deserialize, Serialize};

/// What a posting says of itself and asks of a candidate: one line of `quals extract --format ndjson`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// Always `quals.extract/1`.
    pub schema: String,
    /// Where the posting was read from.
    pub source: String,
    /// How the text was made, where it is not the bytes of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_of: Option<TextOf>,
    /// Header facts.
    pub posting: Posting,
    /// Requirements in reading order.
    pub requirements: Vec<Requirement>,
}

/// The name of the JSON form of an [`Extraction`].
pub const EXTRACT_SCHEMA: &str = "quals.extract/1";

impl Extraction {
    /// An extraction that found nothing.
    #[must_use]
    pub fn empty(source: &Source) -> Self {
        Self {
            schema: EXTRACT_SCHEMA.to_owned(),
            source: source.name().to_owned(),
            text_of: source.text_of().cloned(),
            posting: Posting::default(),
            requirements: Vec::new(),
        }
    }
}
