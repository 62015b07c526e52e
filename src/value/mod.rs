//! Values that texts state: dates, numerals, durations, grades, money. Grammars that know nothing of requirements.

pub mod date;
pub mod duration;
pub mod grade;
mod list;
pub mod money;
pub mod numeral;
pub(crate) mod pattern;
pub mod rate;
mod scale;

pub use date::{NotADate, PartialDate};
pub use list::{Piece, Shape, Token, read_list};
pub use scale::{DegreeLevel, LanguageLevel, Setting, SkillLevel, StudyYear};
