//! The words by which lines are cut and headings are told.
//!
//! They are data (`data/heads.toml`, the tables `starter`, `form` and `words.heading`); what follows from them is said by the files
//! that look for them. `ability to` begins an item, `What's in it for you?` heads an offer.

use serde::Deserialize;
use std::sync::LazyLock;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/heads.json"));

/// By what a line that is no known heading heads what follows it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Heading {
    /// Nouns that end a heading over what is asked.
    pub(super) asked: Vec<String>,
    /// Of whom a line speaks that breaks off where a list goes on.
    pub(super) people: Vec<String>,
    /// Words at which it breaks off.
    pub(super) open: Vec<String>,
    /// First words of a question to the reader.
    pub(super) question: Vec<String>,
    /// Wordings by which a question screens applicants.
    pub(super) screening: Vec<String>,
    /// Wordings by which it asks what the job needs.
    pub(super) needed: Vec<String>,
    /// Wordings of headings that are whole sentences about what is offered.
    pub(super) offer: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Starter {
    phrases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Form {
    labels: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Classes {
    heading: Heading,
}

#[derive(Debug, Default, Deserialize)]
struct Packed {
    starter: Starter,
    form: Form,
    words: Classes,
}

static SHARED: LazyLock<Packed> = LazyLock::new(|| serde_json::from_str(PACKED).unwrap_or_default());

impl Heading {
    /// The words that quals ships, loaded once.
    pub(super) fn shared() -> &'static Self {
        &SHARED.words.heading
    }
}

/// Words that begin a list item.
pub(super) fn starters() -> &'static [String] {
    &SHARED.starter.phrases
}

/// Labels of application forms, lower case, before answers that are marked "(Required)".
pub(super) fn form_labels() -> &'static [String] {
    &SHARED.form.labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_packed() {
        serde_json::from_str::<Packed>(PACKED).unwrap();
    }
}
