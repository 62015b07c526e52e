//! How postings ask for a grade: "GPA of 3.0 or higher", "8.0/10", "72 % and better".

use super::Gpa;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    value::grade,
};

/// Finds the grades of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    for grade in grade::find(line.text) {
        let words = line.words_of(grade.span);
        let gpa = Gpa { text: line.phrase(&words).to_owned(), min: grade.min, scale: grade.scale };
        out.push(Mention::of("gpa", words, Predicate::Gpa(gpa)));
    }
}
