//! Résumés in: a profile made of a résumé, one file a format.
//!
//! [`import`] reads a document of JSON Resume, puts each fact where a profile has a place for it, and writes the profile with comments: beside a line, what
//! it was read from where that is in doubt; at the end, what is not carried over. Nothing is made up, and nothing is lost without a word.

mod draft;
mod json;
mod strings;
mod words;

use crate::{profile, taxonomy::Taxonomy, text::decode};
use draft::Draft;
use jiff::civil::Date;
use strings::Strings;

/// The largest résumé that is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// A profile made of a résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of the profile: sound, with comments.
    pub text: String,
    /// How many facts were read with doubt, or not understood; each has a comment at its place.
    pub doubts: usize,
    /// How many things are not carried over; they are listed at the end.
    pub left: usize,
}

/// Why a résumé gave no profile.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// It is larger than a résumé can be.
    #[error("`{name}` is larger than {} MB, which no résumé is; is it the right file?", LARGEST >> 20)]
    TooLarge {
        /// The file.
        name: String,
    },
    /// It is no text.
    #[error("`{name}` is {what}, not a résumé that can be read; save it as JSON Resume")]
    Binary {
        /// The file.
        name: String,
        /// What it is instead.
        what: &'static str,
    },
    /// It is broken JSON.
    #[error("`{name}` is no sound JSON: {error}; mend it, or export the résumé again")]
    Json {
        /// The file.
        name: String,
        /// What the parser said.
        #[source]
        error: serde_json::Error,
    },
    /// It is JSON, but no résumé.
    #[error("`{name}` is JSON, but no résumé: it has none of the sections of JSON Resume, such as `basics`, `work` or `education`")]
    NotAResume {
        /// The file.
        name: String,
    },
    /// It states nothing that a profile holds.
    #[error("`{name}` holds nothing that a profile has a place for; start with `profiles/example.toml`")]
    Nothing {
        /// The file.
        name: String,
    },
    /// What would be written is no sound profile.
    #[error("`{name}` cannot be made a profile: {why}")]
    Unsound {
        /// The file.
        name: String,
        /// The first mistake.
        why: String,
    },
}

/// Makes a profile of a résumé. `name` is how messages and comments call it; what lies before `as_of` is over.
///
/// ```
/// use quals::{resume, taxonomy::Taxonomy};
/// let json = r#"{"basics": {"name": "Ada"}, "languages": [{"language": "English", "fluency": "Native speaker"}], "interests": [{"name": "Chess"}]}"#;
/// let made = resume::import("ada.json", json.as_bytes(), &Taxonomy::builtin(), jiff::civil::date(2026, 12, 1))?;
/// assert!(made.text.contains("[[languages]]\nlanguage = \"English\"\nlevel = \"native\" # \"Native speaker\"\n"));
/// assert!(made.text.ends_with("# not carried over:\n# - interests[0].name: Chess\n"));
/// # Ok::<(), quals::resume::NotImported>(())
/// ```
///
/// # Errors
/// [`NotImported`] where the file is no résumé of a format that is read.
pub fn import(name: &str, bytes: &[u8], taxonomy: &Taxonomy, as_of: Date) -> Result<Imported, NotImported> {
    let name = name.to_owned();
    if bytes.len() > LARGEST {
        return Err(NotImported::TooLarge { name });
    }
    let (draft, format) = read(&name, bytes, Strings { taxonomy, as_of })?;
    if draft.is_empty() {
        return Err(NotImported::Nothing { name });
    }
    let text = draft.render(&format!("Made of {name} ({format}), as of {as_of}."));
    let checked = profile::read(&name, &text, taxonomy);
    if let Some(mistake) = checked.diagnostics.iter().find(|told| told.is_error()) {
        return Err(NotImported::Unsound { name, why: mistake.message.clone() });
    }
    let (doubts, left) = draft.counts();
    Ok(Imported { text, doubts, left })
}

/// Reads a résumé by what its content is; gives the name of the format too.
fn read(name: &str, bytes: &[u8], strings: Strings<'_>) -> Result<(Draft, &'static str), NotImported> {
    let decoded = decode(bytes).map_err(|error| NotImported::Binary { name: name.to_owned(), what: error.what })?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim();
    Ok((json::read(name, text, strings)?, "JSON Resume"))
}
