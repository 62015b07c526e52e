//! Résumés in: a profile made of a résumé, one file a format.
//!
//! [`import`] reads JSON Resume, LinkedIn's export, text, Markdown, DOCX or PDF, puts each fact where a profile has a place for it, and writes the profile with
//! comments: beside a line, what it was read from where that is in doubt; at the end, what is not carried over. Nothing is made up, and nothing is lost
//! without a word.

mod dates;
mod draft;
mod entries;
mod files;
mod json;
mod linkedin;
mod lists;
mod names;
mod rows;
mod strings;
mod text;
mod told;
mod words;

use crate::{
    profile,
    read::{Format, ReadError, ReadOptions, read_bytes},
    taxonomy::Taxonomy,
    text::decode,
};
use draft::Draft;
use files::Files;
use jiff::civil::Date;
use std::path::Path;
use strings::Strings;

/// The largest résumé that is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// The longest text of a résumé that is read, in bytes.
pub const LONGEST: usize = 512 << 10;

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
    /// Its text is longer than that of a résumé can be.
    #[error("`{name}` has more than {} KB of text, which no résumé has; is it the right file?", LONGEST >> 10)]
    TooLong {
        /// The file.
        name: String,
    },
    /// It is no text.
    #[error("`{name}` is {what}, not a résumé that can be read; save it as JSON Resume, text, DOCX or PDF")]
    Binary {
        /// The file.
        name: String,
        /// What it is instead.
        what: &'static str,
    },
    /// Its text cannot be had.
    #[error(transparent)]
    Document(#[from] ReadError),
    /// It is a broken archive.
    #[error("`{name}` is no sound archive: {why}; export it again")]
    Zip {
        /// The file.
        name: String,
        /// What is wrong.
        why: String,
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
    /// It has no section of a résumé.
    #[error(
        "`{name}` has no heading of a résumé that is known, such as `Experience`, `Education` or `Skills`; give its sections such headings"
    )]
    NoSections {
        /// The file.
        name: String,
    },
    /// It is a folder without tables of LinkedIn's export.
    #[error("`{name}` is a folder without the tables of LinkedIn's export, such as `Positions.csv`; give the file of the résumé")]
    NoTables {
        /// The folder.
        name: String,
    },
    /// The folder cannot be read.
    #[error("cannot read `{name}`: {error}")]
    Unreadable {
        /// The folder.
        name: String,
        /// What the system said.
        #[source]
        error: std::io::Error,
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
    if bytes.len() > LARGEST {
        return Err(NotImported::TooLarge { name: name.to_owned() });
    }
    let (draft, format) = read(name, bytes, taxonomy, as_of)?;
    finish(name, &draft, format, taxonomy, as_of)
}

/// Makes a profile of LinkedIn's export, unpacked into a folder.
///
/// # Errors
/// [`NotImported`] where the folder holds none of its tables, or they cannot be read.
pub fn import_folder(path: &Path, taxonomy: &Taxonomy, as_of: Date) -> Result<Imported, NotImported> {
    let name = path.display().to_string();
    let files = files::of_folder(path)?;
    if files.0.is_empty() {
        return Err(NotImported::NoTables { name });
    }
    finish(&name, &export(&files, Strings::new(taxonomy, as_of, "")), "LinkedIn's export", taxonomy, as_of)
}

/// Writes a draft, and makes sure that it is a sound profile.
fn finish(name: &str, draft: &Draft, format: &str, taxonomy: &Taxonomy, as_of: Date) -> Result<Imported, NotImported> {
    let name = name.to_owned();
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

/// What the tables of LinkedIn's export say.
fn export((tables, others): &Files, strings: Strings<'_>) -> Draft {
    let (mut document, left) = linkedin::document(tables);
    let mut draft = json::draft(&mut document, strings);
    left.iter().for_each(|sentence| draft.leave("", sentence));
    draft.leave("not read", &others.join(", "));
    draft
}

/// Reads a résumé by what its content is; gives the name of the format too.
fn read(name: &str, bytes: &[u8], taxonomy: &Taxonomy, as_of: Date) -> Result<(Draft, &'static str), NotImported> {
    let of_text = |text: &str, format| {
        if text.len() > LONGEST {
            return Err(NotImported::TooLong { name: name.to_owned() });
        }
        let draft =
            text::read(text, Strings::new(taxonomy, as_of, text)).ok_or_else(|| NotImported::NoSections { name: name.to_owned() })?;
        Ok((draft, format))
    };
    if bytes.starts_with(b"%PDF") {
        return of_text(&pdf(name, bytes)?, "PDF");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        #[cfg(feature = "docx")]
        if let Some(files) = Some(files::of_archive(name, bytes)?).filter(|files| !files.0.is_empty()) {
            return Ok((export(&files, Strings::new(taxonomy, as_of, "")), "LinkedIn's export"));
        }
        return of_text(&document(name, bytes, Format::Docx)?, "DOCX");
    }
    let decoded = decode(bytes).map_err(|error| NotImported::Binary { name: name.to_owned(), what: error.what })?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim();
    let is_json = text.starts_with('{') || (text.starts_with('[') && name.ends_with(".json"));
    if is_json { Ok((json::read(name, text, Strings::new(taxonomy, as_of, ""))?, "JSON Resume")) } else { of_text(text, "text") }
}

/// The text of a document.
fn document(name: &str, bytes: &[u8], format: Format) -> Result<String, ReadError> {
    let mut documents = read_bytes(name, bytes.to_vec(), &ReadOptions { format: Some(format), ..ReadOptions::default() });
    let document = documents.next().unwrap_or_else(|| Err(ReadError::Empty { path: name.to_owned() }))?;
    Ok(document.source.text().to_owned())
}

/// The lines of a PDF document as they stand on its pages.
#[cfg(feature = "pdf")]
fn pdf(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    crate::read::pdf_lines(name, bytes)
}

/// Says that PDF is not read.
#[cfg(not(feature = "pdf"))]
fn pdf(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    document(name, bytes, Format::Pdf)
}
