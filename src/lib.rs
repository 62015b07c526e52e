#![doc = include_str!("../README.md")]

pub mod compose;
pub mod coverage;
pub mod diagnostic;
pub mod engine;
pub mod evaluate;
pub mod extract;
pub mod kind;
pub mod line;
pub mod logic;
pub mod posting;
pub mod priority;
pub mod profile;
pub mod rank;
pub mod read;
pub mod report;
pub mod requirement;
pub mod resume;
pub mod segment;
pub mod taxonomy;
pub mod text;
pub mod value;

pub use engine::Engine;
