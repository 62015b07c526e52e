//! Changes facts in the text of a profile, and keeps its comments and their order.
//!
//! `skills=Kubernetes:working` adds a skill, or sets the level of the one that is there; `education[0].status=completed` sets a fact; a value for a list
//! (`location.places=Zurich`) is added to it. Whether the new text is a sound profile is for [`read`](super::read()) to say.

mod path;
mod put;

pub use path::FactPath;

use super::keys;
use std::{fmt, str::FromStr};
use toml_edit::DocumentMut;

/// A fact and the value that it is to have: `education[0].status=completed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The fact.
    pub path: FactPath,
    /// Its value: plain words, or TOML.
    pub value: String,
}

impl Assignment {
    /// A value for a path.
    ///
    /// # Errors
    /// [`NotAssigned::Unknown`] or [`NotAssigned::Path`] where no profile has such a fact.
    pub fn new(path: &str, value: impl Into<String>) -> Result<Self, NotAssigned> {
        Ok(Self { path: path.parse()?, value: value.into() })
    }
}

impl FromStr for Assignment {
    type Err = NotAssigned;

    fn from_str(text: &str) -> Result<Self, NotAssigned> {
        let (path, value) = text.split_once('=').ok_or(NotAssigned::NoValue)?;
        let (path, value) = (path.trim(), value.trim());
        if path.is_empty() || value.is_empty() {
            return Err(NotAssigned::NoValue);
        }
        Self::new(path, value)
    }
}

impl fmt::Display for Assignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.path, self.value)
    }
}

/// Why a fact cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAssigned {
    /// There is no value.
    #[error("write a fact and its value, as in `skills=Kubernetes:working` or `education[0].status=completed`")]
    NoValue,
    /// No profile has such a fact.
    #[error("unknown fact {name}; {help}")]
    Unknown {
        /// The name in quotes.
        name: String,
        /// What was probably meant.
        help: String,
    },
    /// The path cannot be followed; the sentence says why.
    #[error("{0}")]
    Path(String),
    /// The text is no TOML.
    #[error("the profile is no TOML: {0}")]
    Syntax(String),
}

/// The text of a profile in which facts have new values.
///
/// ```
/// use quals::profile::edit::{Assignment, assign};
/// let text = "[study]\nenrolled = true # until June\n";
/// let changed = assign(text, &["study.enrolled=false".parse()?, "skills=Go:expert".parse()?])?;
/// assert_eq!(changed, "[study]\nenrolled = false # until June\n\n[[skills]]\nname = \"Go\"\nlevel = \"expert\"\n");
/// # Ok::<(), quals::profile::edit::NotAssigned>(())
/// ```
///
/// # Errors
/// [`NotAssigned`] where the text is no TOML, or an entry that a path names does not exist.
pub fn assign(text: &str, assignments: &[Assignment]) -> Result<String, NotAssigned> {
    let (mark, body) = text.strip_prefix('\u{feff}').map_or(("", text), |body| ("\u{feff}", body));
    let mut document: DocumentMut = body.parse().map_err(|error: toml_edit::TomlError| NotAssigned::Syntax(error.message().to_owned()))?;
    let outline = keys::outline();
    for assignment in assignments {
        put::put(document.as_table_mut(), &outline, assignment)?;
    }
    let changed = document.to_string();
    let crlf = body.contains("\r\n");
    Ok(format!("{mark}{}", if crlf { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed }))
}
