//! Free strings of résumés, read by the grammars that postings are read by: degrees, grades, levels, skills; dates are read in `told`.
//!
//! `Bachelor of Science` → bachelor; `3.8/4.0` → 3.8 of 4.0; `Ninja` → not understood, and kept as a remark.

use super::{
    draft::{Entry, said},
    told, words,
};
use crate::{
    kind::{Mention, Predicate, READERS},
    line::Line,
    taxonomy::{Family, Taxonomy},
    value::{LanguageLevel, duration, grade},
};
use jiff::civil::Date;
use std::ops::Range;

/// What free strings are read by.
#[derive(Clone, Copy)]
pub(super) struct Strings<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    /// The day that says what has passed.
    pub(super) as_of: Date,
    /// Whether `03/04/2019` is a day of April, as another date of the document shows.
    pub(super) days_first: bool,
}

/// The levels of languages of the Council of Europe.
const CEFR: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

impl<'a> Strings<'a> {
    /// For a document, whose dates show how it writes them.
    pub(super) fn new(taxonomy: &'a Taxonomy, as_of: Date, document: &str) -> Self {
        Self { taxonomy, as_of, days_first: told::writes_days_first(document) }
    }

    /// Puts the level of a degree, and the field that its name tells where none is given; a field that was read off the same text is in doubt.
    pub(super) fn degree(self, entry: &mut Entry, text: &str, field: Option<&str>, is_read_off: bool) {
        let line = Line::new(text, self.taxonomy, self.as_of);
        let degrees: Vec<_> = line.labels_of(Family::Degree).map(|label| (label, self.taxonomy.concept(label.concept))).collect();
        let mut levels: Vec<&str> = degrees.iter().flat_map(|(_, concept)| &concept.levels).map(String::as_str).collect();
        levels.sort_unstable();
        levels.dedup();
        let is_whole = degrees.iter().any(|(label, _)| label.words == (0..line.len()));
        match levels.as_slice() {
            [level] => entry.text_in_doubt("level", Some(level), (!is_whole).then(|| said(text))),
            [] => entry.remark(format!("level: {} is not understood", said(text))),
            _ => entry.remark(format!("level: {} names several levels", said(text))),
        }
        let told = || degrees.iter().find_map(|(_, concept)| concept.field.as_deref());
        let is_free =
            |words: &Range<usize>| !degrees.iter().any(|(label, _)| label.words.start < words.end && words.start < label.words.end);
        let named = || line.labels_of(Family::Field).find(|label| is_free(&label.words)).map(|label| line.phrase(&label.words));
        match field {
            Some(field) => entry.text_in_doubt("field", Some(field), is_read_off.then(|| said(text))),
            None => entry.text_in_doubt("field", told().or_else(named), Some(said(text))),
        }
    }

    /// Puts a grade.
    pub(super) fn grade(self, entry: &mut Entry, text: &str) {
        match read_grade(text) {
            Some((points, Some(scale))) => {
                entry.number("gpa", points, None);
                entry.number("gpa_scale", scale, None);
            }
            Some((points, None)) => {
                entry.number("gpa", points, Some(format!("{}: add the best grade of its scale as gpa_scale", said(text))))
            }
            None => entry.remark(format!("gpa: {} is not understood", said(text))),
        }
    }

    /// Puts how well a skill is known, and for how long. `of` is the group that the level was said of, where it is not the skill itself.
    pub(super) fn skill_level(self, entry: &mut Entry, text: &str, of: Option<&str>) {
        let about = |text: &str| of.map(|of| format!("{}, said of {}", said(text), said(of)));
        let years = duration::find(text).into_iter().next().and_then(|it| it.months.min).map(|months| months / 12.0);
        if let Some(level) = words::skill_level(text) {
            entry.text_in_doubt(
                "level",
                Some(level),
                about(text).or_else(|| Some(said(text)).filter(|_| !text.eq_ignore_ascii_case(level))),
            );
        } else if let Some(years) = years {
            entry.number("years", years, Some(about(text).unwrap_or_else(|| said(text))));
        } else {
            entry.remark(format!("level: {} is not understood", about(text).unwrap_or_else(|| said(text))));
        }
    }

    /// Whether a text is a level of skill or a length of time.
    pub(super) fn is_skill_level(self, text: &str) -> bool {
        words::skill_level(text).is_some() || duration::find(text).first().is_some_and(|found| found.span.len() + 12 > text.len())
    }

    /// An entry of `[[languages]]`.
    pub(super) fn language(self, name: &str, fluency: Option<&str>) -> Entry {
        let mut entry = Entry::default();
        let known = self.taxonomy.named(Family::Language, name).map(|id| self.taxonomy.concept(id).label.as_str());
        let doubt = known.filter(|known| !known.eq_ignore_ascii_case(name.trim())).map(|_| said(name));
        entry.text_in_doubt("language", Some(known.unwrap_or(name)), doubt);
        let Some(fluency) = fluency else { return entry };
        let has = |level: &&str| fluency.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(level));
        let several: Vec<&str> = CEFR.into_iter().filter(has).collect();
        if several.len() > 1 {
            entry.remark(format!("level: {} names several levels", said(fluency)));
            return entry;
        }
        let cefr = several.first().copied();
        match cefr.or_else(|| words::language_level(fluency)) {
            Some(level) => {
                let is_same = fluency.trim().eq_ignore_ascii_case(level);
                entry.text_in_doubt("level", Some(level), (!is_same).then(|| said(fluency)));
            }
            None => match self.posting_level(fluency) {
                Some(level) => entry.text_in_doubt("level", Some(&level), Some(said(fluency))),
                None => entry.remark(format!("level: {} is not understood", said(fluency))),
            },
        }
        entry
    }

    /// The level that the grammar of postings reads.
    fn posting_level(self, fluency: &str) -> Option<String> {
        let text = format!("English language: {fluency}");
        self.predicates(&text).into_iter().find_map(|found| match found {
            Predicate::Language(language) => language.level.and_then(name_of),
            _ => None,
        })
    }

    /// What the grammars of postings find in a text.
    pub(super) fn predicates(self, text: &str) -> Vec<Predicate> {
        let line = Line::new(text, self.taxonomy, self.as_of);
        let mut found: Vec<Mention> = Vec::new();
        READERS.iter().for_each(|(read, _)| read(&line, &mut found));
        found.iter().flat_map(|mention| mention.needs.atoms().cloned().collect::<Vec<_>>()).collect()
    }

    /// The skills that a text names, as it writes them, each once.
    pub(super) fn skills(self, text: &str) -> Vec<String> {
        let line = Line::new(text, self.taxonomy, self.as_of);
        line.labels_of(Family::Skill).map(|label| line.phrase(&label.words).to_owned()).collect()
    }

    /// The skills of a text that names nothing else, such as two columns that lost their gap; none where it has other words.
    pub(super) fn all_skills(self, text: &str) -> Vec<String> {
        let line = Line::new(text, self.taxonomy, self.as_of);
        let labels: Vec<_> = line.labels_of(Family::Skill).collect();
        let covered: usize = labels.iter().map(|label| label.words.len()).sum();
        let joined = (0..line.len()).filter(|at| matches!(line.word(*at), "and" | "&")).count();
        if covered + joined == line.len() || covered == line.len() {
            labels.iter().map(|label| line.phrase(&label.words).to_owned()).collect()
        } else {
            Vec::new()
        }
    }

    /// The name of a country by its code.
    pub(super) fn country(self, code: &str) -> Option<String> {
        let places = self.taxonomy.of_family(Family::Place).map(|(_, place)| place);
        let mut named = places.filter(|place| place.code.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(code.trim())));
        named.next().map(|place| place.label.clone())
    }

    /// Flags a title that is one of an internship.
    pub(super) fn internship(self, entry: &mut Entry, title: &str) {
        if let Some(word) = words::internship(title) {
            entry.flag("internship", Some(format!("for {} in the title", said(word))));
        }
    }
}

/// The name of a level in a profile.
pub(super) fn name_of(level: LanguageLevel) -> Option<String> {
    serde_json::to_value(level).ok().and_then(|name| name.as_str().map(str::to_owned))
}

/// A grade and its scale: `3.8`, `3.8/4.0`, `GPA 3.8 of 4`, `85%`.
pub(super) fn read_grade(text: &str) -> Option<(f64, Option<f64>)> {
    let text = text.trim();
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok().filter(|it| it.is_finite() && *it >= 0.0 && *it <= 110.0);
    let pair = |(points, scale): (&str, &str)| Some((number(points)?, Some(number(scale)?)));
    let percent = || text.strip_suffix('%').and_then(number).map(|points| (points, Some(100.0)));
    let alone = || number(text).map(|points| (points, None));
    let worded = || {
        let worded = format!("GPA {text}");
        let found = grade::find(&worded);
        let one = found.first().filter(|it| found.len() == 1 && it.span.end == worded.len())?;
        Some((one.min?, one.scale))
    };
    let read = text.split_once('/').and_then(pair).or_else(percent).or_else(alone).or_else(worded)?;
    read.1.is_none_or(|scale| (1.0..=110.0).contains(&scale) && read.0 <= scale).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades() {
        for (text, want) in [
            ("3.8", Some((3.8, None))),
            ("3.8/4.0", Some((3.8, Some(4.0)))),
            ("GPA: 3.8 / 4", Some((3.8, Some(4.0)))),
            ("8,4/10", Some((8.4, Some(10.0)))),
            ("17/20", Some((17.0, Some(20.0)))),
            ("85%", Some((85.0, Some(100.0)))),
            ("5/4", None),
            ("First class honours", None),
            ("NaN", None),
        ] {
            assert_eq!(read_grade(text), want, "{text}");
        }
    }
}
