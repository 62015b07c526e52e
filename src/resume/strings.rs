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
use regex::{Captures, Regex};
use std::{
    fmt,
    ops::{Range, RangeInclusive},
    sync::LazyLock,
};

/// What free strings are read by.
#[derive(Clone, Copy)]
pub(super) struct Strings<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    /// The day that says what has passed.
    pub(super) as_of: Date,
    /// Whether `03/04/2019` is a day of April, as another date of the document shows.
    days_first: bool,
}

/// `31/12/2019`.
static SLASHED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b(\d{1,2})/(\d{1,2})/\d{4}\b").ok());
/// `2019-12`, with what follows.
static ISO_MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(\b[^-\d]|\s|$)").ok());
/// `12.2019`.
static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|[^\d.])(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d\b").ok());

/// The levels of languages of the Council of Europe.
const CEFR: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/// The years that a profile can have.
const YEARS: RangeInclusive<i16> = 1900..=2200;

/// A date, or that there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// It goes on.
    Ongoing,
    /// A date.
    Date(PartialDate),
}

/// A date as it is written, and what it is read as: with what is in doubt, or not at all.
#[derive(Debug, Clone)]
pub(super) struct Told {
    text: String,
    when: Option<(When, Option<String>)>,
}

impl Told {
    /// That there is no end yet.
    pub(super) fn ongoing() -> Self {
        Self { text: "present".to_owned(), when: Some((When::Ongoing, None)) }
    }

    /// A date with what is in doubt about it.
    pub(super) fn in_doubt(date: PartialDate, doubt: String) -> Self {
        Self { text: date.to_string(), when: Some((When::Date(date), Some(doubt))) }
    }

    /// The date, where it is one.
    pub(super) fn date(&self) -> Option<PartialDate> {
        match self.when {
            Some((When::Date(date), _)) => Some(date),
            _ => None,
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => date.fmt(f),
            None => f.write_str(&self.text),
        }
    }
}

impl<'a> Strings<'a> {
    /// For a document, whose dates show how it writes them.
    pub(super) fn new(taxonomy: &'a Taxonomy, as_of: Date, document: &str) -> Self {
        let dates = SLASHED.iter().flat_map(|pattern| pattern.captures_iter(document));
        let number =
            |found: &Captures<'_>, at: usize| found.get(at).and_then(|number| number.as_str().parse::<u8>().ok()).unwrap_or_default();
        let (mut days_first, mut months_first) = (false, false);
        for found in dates {
            days_first |= number(&found, 1) > 12;
            months_first |= number(&found, 2) > 12;
        }
        Self { taxonomy, as_of, days_first: days_first && !months_first }
    }

    /// A text of the same length, whose dates in numbers are written as they are read: `31/12/2019` as `31.12.2019`, `12.2019` and `2019-12` as `12/2019`.
    pub(super) fn numbered(self, text: &str) -> String {
        let swap = |text: &str, pattern: &Option<Regex>, from: &str, to: &str| {
            pattern.as_ref().map_or_else(
                || text.to_owned(),
                |it| {
                    it.replace_all(text, |found: &Captures<'_>| found.get(0).map_or_else(String::new, |it| it.as_str().replace(from, to)))
                        .into_owned()
                },
            )
        };
        let dotted = swap(text, &DOTTED, ".", "/");
        let dotted = ISO_MONTH.as_ref().map_or_else(|| dotted.clone(), |it| it.replace_all(&dotted, "$2/$1$3").into_owned());
        if self.days_first { swap(&dotted, &SLASHED, "/", ".") } else { dotted }
    }

    /// A date as a field gives it.
    pub(super) fn told(self, text: &str) -> Told {
        Told { text: text.to_owned(), when: self.when(text) }
    }

    /// A date that a phrase names, perhaps with another; `read` is how it is read, `text` as it is written.
    pub(super) fn told_in(self, date: PartialDate, read: &str, text: &str) -> Told {
        let is_sure = read == text && self.when(read).is_some_and(|(_, doubt)| doubt.is_none());
        let when = (When::Date(date), (!is_sure).then(|| said(text)));
        Told { text: text.to_owned(), when: Some(when).filter(|_| YEARS.contains(&date.year)) }
    }

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
    pub(super) fn work_span(self, entry: &mut Entry, start: Option<Told>, end: Option<Told>) {
        let begun = start.and_then(|start| put_start(entry, start));
        match end {
            None if begun.is_some() => entry.text_in_doubt("end", Some("present"), Some("no end is given".to_owned())),
            None => {}
            Some(Told { when: Some((When::Ongoing, _)), .. }) => entry.text("end", Some("present")),
            Some(end) => put_end(entry, begun, end),
        }
    }

    /// Puts the start, the end and the status of an entry of `[[education]]`.
    pub(super) fn education_span(self, entry: &mut Entry, start: Option<Told>, end: Option<Told>) {
        let begun = start.and_then(|start| put_start(entry, start));
        let Some(end) = end else {
            return if begun.is_some() {
                entry.text_in_doubt("status", Some("enrolled"), Some("no end is given".to_owned()))
            };
        };
        match end.when {
            Some((When::Ongoing, _)) => entry.text_in_doubt("status", Some("enrolled"), Some(said(&end.text))),
            Some((When::Date(date), _)) => {
                let (status, why) = if date.last_day() < self.as_of { ("completed", "is over") } else { ("enrolled", "is to come") };
                entry.text_in_doubt("status", Some(status), Some(format!("the end, {}, {why}", said(&end.text))));
                put_end(entry, begun, end);
            }
            None => put_end(entry, begun, end),
        }
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

fn put_start(entry: &mut Entry, start: Told) -> Option<PartialDate> {
    let date = start.date();
    match (date, start.when) {
        (Some(date), Some((_, doubt))) => entry.date("start", date, doubt),
        _ => entry.remark(format!("start: {} is not understood", said(&start.text))),
    }
    date
}

fn put_end(entry: &mut Entry, begun: Option<PartialDate>, end: Told) {
    match (end.date(), begun, end.when) {
        (Some(date), Some(begun), _) if date.last_day() < begun.first_day() => {
            entry.remark(format!("end: {} is before the start", said(&end.text)));
        }
        (Some(date), _, Some((_, doubt))) => entry.date("end", date, doubt),
        _ => entry.remark(format!("end: {} is not understood", said(&end.text))),
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

    #[test]
    fn dates() {
        let taxonomy = Taxonomy::new(Vec::new());
        let strings = Strings::new(&taxonomy, jiff::civil::date(2026, 11, 1), "");
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
