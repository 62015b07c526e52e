//! How postings ask for an age: "at least 18 years old", "must be 21 or older", "over the age of 18".

use super::Age;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    value::numeral,
};

/// Each with the word that holds the number, counted from the pattern's start by searching the match.
const WORDINGS: &[&str] = &[
    "at? least|minimum? the? age? of? # years|yrs of age|old|-",
    "# years|yrs -? old|older",
    "# years|yrs of age or? older|above|over?",
    "# or older",
    "# + years of age|old?",
    "# years or older",
    "over|above the age of #",
    "minimum|legal age of? :? #",
    "minimum|legal age of? :? eighteen|twenty|sixteen|seventeen|fourteen|fifteen",
    "eighteen|sixteen|seventeen years of age|old",
    "reached|attained the age of #",
    "age : ? #",
    "at least # years|yrs old|of",
    "age # or|and older|above|over",
    "age|ages # +",
];

/// Finds the ages of a line. "Children aged 2-4 years" and "founded 30 years ago" ask nothing.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let found =
        line.likely(WORDINGS, |pattern| pattern).filter_map(|pattern| line.search(pattern, 0..line.len())).max_by_key(|range| range.len());
    let Some(words) = found.filter(|_| line.find(0..line.len(), &["dependents", "spouses"]).is_none()) else { return };
    if line.find(words.start.saturating_sub(3)..words.end, &["children", "aged", "kids", "students", "experience", "ages"]).is_some()
        || line.is_one_of(words.end, &["experience", "children"])
    {
        return;
    }
    let years = words.clone().find_map(|at| {
        let ones = line.matches("-? one", at + 1).map_or(0, |_| 1); // "twenty-one"
        numeral::count(line.word(at)).map(|tens| if tens == 20 { tens + ones } else { tens })
    });
    let years = years.and_then(|years| u32::try_from(years).ok());
    if let Some(min) = years.filter(|age| (13..=80).contains(age)) {
        out.push(Mention::of("age", words.clone(), Predicate::Age(Age { text: line.phrase(&words).to_owned(), min: Some(min) })));
    }
}
