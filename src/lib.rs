//! quals reads job postings and a candidate's profile, and says which postings the candidate is qualified for.

pub mod diagnostic;
pub mod engine;
pub mod extract;
pub mod kind;
pub mod logic;
pub mod posting;
pub mod profile;
pub mod requirement;
pub mod taxonomy;
pub mod text;
pub mod value;

pub use engine::Engine;
