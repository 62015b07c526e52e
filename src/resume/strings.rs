//! Free strings of résumés, read by the grammars that postings are read by: dates, degrees, grades, levels, skills.
//!
//! `Bachelor of Science` → bachelor; `3.8/4.0` → 3.8 of 4.0; `Summer 2019` → 2019, in doubt; `Ninja` → not understood, and kept as a remark.

use super::{
    draft::{Entry, said},
    words,
};
use crate::{
    kind::{Mention, Predicate, READERS},
    line::Line,
    taxonomy::{Family, Taxonomy},
    value::{LanguageLevel, PartialDate, date, duration, grade},
};
use jiff::civil::Date;

/// What free strings are read by.
#[derive(Clone, Copy)]
pub(super) struct Strings<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    /// The day that says what has passed.
    pub(super) as_of: Date,
}

/// The years that a profile can have.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A date, or that there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// It goes on.
    Ongoing,
    /// A date.
    Date(PartialDate),
}

impl Strings<'_> {
    /// The date that the whole of a text names, with what is in doubt; none where it names none or several.
    pub(super) fn when(self, text: &str) -> Option<(When, Option<String>)> {
        let text = text.trim();
        if words::is_ongoing(text) {
            return Some((When::Ongoing, None));
        }
        if let Ok(date) = text.parse::<PartialDate>() {
            return YEARS.contains(&date.year).then_some((When::Date(date), None));
        }
        let found = date::find(text, self.as_of);
        let [one] = found.as_slice() else { return None };
        let is_whole = one.span.of(text) == text && one.season.is_none() && text.contains(&one.date.year.to_string());
        let is_named = text.chars().any(char::is_alphabetic) || one.date.day.is_none();
        let doubt = (!is_whole || !is_named).then(|| said(text));
        YEARS.contains(&one.date.year).then_some((When::Date(one.date), doubt))
    }

    /// Puts the start and the end of an entry of `[[work]]`; without an end it is taken to go on.
    pub(super) fn work_span(self, entry: &mut Entry, start: Option<&str>, end: Option<&str>) {
        let begun = self.start(entry, start);
        match end.map(|end| (end, self.when(end))) {
            None if begun.is_some() => entry.text_in_doubt("end", Some("present"), Some("no end is given".to_owned())),
            None => {}
            Some((_, Some((When::Ongoing, _)))) => entry.text("end", Some("present")),
            Some((said, Some((When::Date(date), doubt)))) => self.end(entry, begun, date, said, doubt),
            Some((text, None)) => entry.remark(format!("end: {} is not understood", said(text))),
        }
    }

    /// Puts the start, the end and the status of an entry of `[[education]]`.
    pub(super) fn education_span(self, entry: &mut Entry, start: Option<&str>, end: Option<&str>) {
        let begun = self.start(entry, start);
        match end.map(|end| (end, self.when(end))) {
            None if begun.is_some() => entry.text_in_doubt("status", Some("enrolled"), Some("no end is given".to_owned())),
            None => {}
            Some((text, Some((When::Ongoing, _)))) => entry.text_in_doubt("status", Some("enrolled"), Some(said(text))),
            Some((text, Some((When::Date(date), doubt)))) => {
                let (status, why) = if date.last_day() < self.as_of { ("completed", "is over") } else { ("enrolled", "is to come") };
                entry.text_in_doubt("status", Some(status), Some(format!("the end, {}, {why}", said(text))));
                self.end(entry, begun, date, text, doubt);
            }
            Some((text, None)) => entry.remark(format!("end: {} is not understood", said(text))),
        }
    }

    fn start(self, entry: &mut Entry, text: Option<&str>) -> Option<PartialDate> {
        let text = text?;
        match self.when(text) {
            Some((When::Date(date), doubt)) => {
                entry.date("start", date, doubt);
                Some(date)
            }
            _ => {
                entry.remark(format!("start: {} is not understood", said(text)));
                None
            }
        }
    }

    fn end(self, entry: &mut Entry, begun: Option<PartialDate>, date: PartialDate, text: &str, doubt: Option<String>) {
        match begun {
            Some(begun) if date.last_day() < begun.first_day() => entry.remark(format!("end: {} is before the start", said(text))),
            _ => entry.date("end", date, doubt),
        }
    }

    /// Puts the level of a degree, and the field that its name tells where none is given.
    pub(super) fn degree(self, entry: &mut Entry, text: &str, field: Option<&str>) {
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
        let named = || line.labels_of(Family::Field).next().map(|label| line.phrase(&label.words));
        match field {
            Some(field) => entry.text("field", Some(field)),
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

    /// An entry of `[[languages]]`.
    pub(super) fn language(self, name: &str, fluency: Option<&str>) -> Entry {
        let mut entry = Entry::default();
        let known = self.taxonomy.named(Family::Language, name).map(|id| self.taxonomy.concept(id).label.as_str());
        let doubt = known.filter(|known| !known.eq_ignore_ascii_case(name.trim())).map(|_| said(name));
        entry.text_in_doubt("language", Some(known.unwrap_or(name)), doubt);
        let Some(fluency) = fluency else { return entry };
        let cefr = ["A1", "A2", "B1", "B2", "C1", "C2"].into_iter().find(|level| level.eq_ignore_ascii_case(fluency.trim()));
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
            Predicate::Language(language) => language.level.map(name_of),
            _ => None,
        })
    }

    fn predicates(self, text: &str) -> Vec<Predicate> {
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

fn name_of(level: LanguageLevel) -> String {
    serde_json::to_value(level).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
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

    #[test]
    fn dates() {
        let taxonomy = Taxonomy::new(Vec::new());
        let strings = Strings { taxonomy: &taxonomy, as_of: jiff::civil::date(2026, 11, 1) };
        for (text, want) in [
            ("2019-08", Some(("2019-08", false))),
            ("August 2019", Some(("2019-08", false))),
            ("Aug 2019", Some(("2019-08", false))),
            ("2019", Some(("2019", false))),
            ("Summer 2019", Some(("2019", true))),
            ("2019-08-01T00:00:00Z", Some(("2019-08-01", true))),
            ("08/2019", Some(("2019-08", false))),
            ("03/04/2019", Some(("2019-03-04", true))),
            ("2018-2019", None),
            ("soon", None),
        ] {
            let read = strings.when(text).map(|(when, doubt)| match when {
                When::Date(date) => (date.to_string(), doubt.is_some()),
                When::Ongoing => ("ongoing".to_owned(), false),
            });
            assert_eq!(read, want.map(|(date, doubt)| (date.to_owned(), doubt)), "{text}");
        }
        assert_eq!(strings.when("Present").map(|it| it.0), Some(When::Ongoing));
    }
}
