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
    if let [Mention { words: first, .. }] = out.as_slice()
        && let Some(words) = line.search(
            "# or? and? higher|above|more|better|greater? is|are? also? strongly|highly? preferred|desired|required|ideal",
            first.end..line.len(),
        )
        && let Some(min) = line.word(words.start).parse::<f64>().ok().filter(|min| (1.0..=10.0).contains(min))
    {
        let words = words.start..line.matches("or|and higher|above|more|better|greater", words.start + 1).unwrap_or(words.start + 1);
        let gpa = Gpa { text: line.phrase(&words).to_owned(), min: Some(min), scale: None };
        out.push(Mention::of("gpa", words, Predicate::Gpa(gpa))); // "3.0 is required, 3.5 or more is preferred"
    }
    let high = line.search("high|strong|excellent|good|solid gpa", 0..line.len()).filter(|_| out.iter().all(|m| m.rule != "gpa"));
    if let Some(words) = high {
        let gpa = Gpa { text: line.phrase(&words).to_owned(), min: None, scale: None };
        out.push(Mention::of("gpa", words, Predicate::Gpa(gpa)));
    }
}
