//! A candidate's profile: the TOML file, checked, every mistake told with its place.
//!
//! [`read()`] goes through the file once by the tables of `keys.rs`, each of whose keys knows what it wants (`values.rs`) and which
//! field of the model it fills; `check.rs` then looks for facts that contradict each other. [`check_as_of`] holds the facts against
//! a day, [`check_vocabulary`] the names against the taxonomy. [`edit`] changes facts in the text of a file.

mod as_of;
mod check;
mod choices;
mod countries;
mod dates;
pub mod edit;
mod keys;
mod model;
mod nearest;
mod places;
mod read;
mod reader;
mod schema;
mod syntax;
mod table;
mod values;
mod vocabulary;
mod wording;

pub use as_of::check_as_of;
pub use keys::outline;
pub use model::*;
pub use places::Places;
pub use read::{Checked, MAX_BYTES, read, read_bytes};
pub use schema::schema;
pub use table::{KeyOutline, Outline, Want};
pub use vocabulary::check_vocabulary;
