//! Values that texts state: dates, numerals, durations, grades, money. Grammars that know nothing of requirements.

mod date;
mod list;

pub use date::{NotADate, PartialDate};
pub use list::{Piece, Shape, Token, read_list};
