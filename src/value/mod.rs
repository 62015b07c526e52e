//! Values that texts state: dates, numerals, durations, grades, money. Grammars that know nothing of requirements.

mod date;

pub use date::{NotADate, PartialDate};
