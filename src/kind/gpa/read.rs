//! How postings ask for a grade: "GPA of 3.0 or higher", "8.0/10", "72 % and better".

use super::Gpa;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    value::grade,
};

/// Words of a line about a test of the applicants, whose marks are no grade of a school.
const EXAMINED: &[&str] = &["examination", "examinations", "exam", "test", "interview", "list"];

/// Finds the grades of a line.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let examined = line.find(0..line.len(), EXAMINED).is_some();
    for grade in grade::find(line.text).into_iter().filter(|_| !examined) {
        let words = line.words_of(grade.span);
        let gpa = Gpa { text: line.phrase(&words).to_owned(), min: grade.min, scale: grade.scale };
        out.push(Mention::of("gpa", words, Predicate::Gpa(gpa)));
    }
    let high = line.search("high|strong|excellent|good|solid gpa", 0..line.len()).filter(|_| out.iter().all(|m| m.rule != "gpa"));
    if let Some(words) = high {
        let gpa = Gpa { text: line.phrase(&words).to_owned(), min: None, scale: None };
        out.push(Mention::of("gpa", words, Predicate::Gpa(gpa)));
    }
}
