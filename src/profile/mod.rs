//! A candidate's profile: the TOML file, checked, every mistake told with its place.

mod model;

pub use model::*;
