//! Facts with their name before them: `Company: Apple`, `Weekly Hours: 40`, `Role Number:` with the number on the next line,
//! and labels inside run-together lines: `… Job Types: Full-time, Contract Pay: $90,000 …`.

use super::page::{Line, head};
use crate::{text::key::lower, value::pattern::pattern};
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact {
    Title,
    Company,
    Location,
    Workplace,
    Employment,
    Posted,
    Deadline,
    WeeklyHours,
    Salary,
    Term,
    Reference,
}

/// A label's fact and what stands behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labeled<'t> {
    pub(super) fact: Fact,
    pub(super) value: &'t str,
    /// The number of its line.
    pub(super) line: usize,
    /// It stands inside a run-together line, so that its value may run on.
    pub(super) inside: bool,
}

/// Labels as people write them, in lower case, with `|` between them.
const LABELS: [(Fact, &str); 11] = [
    (
        Fact::Title,
        "job title|position title|posting title|title|position|role|job|vacancy|vacancy title|role title|job role|\
         job name|designation|business title|working title|official title",
    ),
    (
        Fact::Company,
        "company|company name|employer|organization|organisation|organization name|hiring organization|hiring company|\
         institution|employer name|about the company",
    ),
    (
        Fact::Location,
        "location|locations|location(s)|job location|job locations|primary location|work location|work location(s)|\
         place of work|place of employment|office location|duty station|city|work site|position location|job location(s)|based in|\
         base location|location of work|location of position|internship location|where",
    ),
    (
        Fact::Workplace,
        "workplace|workplace type|work mode|work arrangement|work model|remote|remote status|work setting|\
         job location type|location type|work location type|remote work|remote type|mode of work|work style",
    ),
    (
        Fact::Employment,
        "job type|job types|employment type|type of employment|employment|position type|contract type|type of contract|\
         work type|time type|employee type|employment status|term of employment|terms of employment|type of position|\
         job status|position status|type|contract|engagement type|job category type|full/part time|full time/part time|\
         full-time/part-time|duration type|status|schedule|job schedule|type of job",
    ),
    (
        Fact::Posted,
        "posted|posted on|date posted|posting date|open date|opening date|post date|posted date|date of posting|\
         published|publication date|published on|job posted|job posting date|original posting|original posting date|open period|date opened|issue date",
    ),
    (
        Fact::Deadline,
        "application deadline|deadline|closing date|apply by|application closing date|closes|close date|\
         application close date|closing date for applications|deadline to apply|last date to apply|applications close|\
         deadline for applications|deadline for application|posting end date|application end date|job closing date|\
         end date|apply before|closing|closing date/time|review date|expiry date|expires|last date of application|\
         last day to apply|final filing date|deadline date|posting close date|application due date|applications due|\
         vacancy closing date",
    ),
    (
        Fact::WeeklyHours,
        "weekly hours|hours per week|hours/week|hours|work schedule|working hours|hours of work|weekly working hours|\
         scheduled hours|scheduled weekly hours|standard hours|hours weekly|work hours|number of hours|hours a week|\
         contracted hours|basic hours|time commitment|hours/shift|work hours per week",
    ),
    (
        Fact::Salary,
        "salary|pay|compensation|pay rate|rate of pay|salary range|pay range|base pay|hourly rate|annual salary|wage|\
         wages|stipend|rate|remuneration|base salary|salary/pay|pay scale|hourly pay|hourly wage|base pay range|\
         base salary range|compensation range|starting salary|hiring range|hiring salary|min salary|wage range|\
         monthly salary|salary details|package|ctc|hourly pay range|annual salary range|salary band|posted salary|\
         hiring salary range|gross salary|pay details|internship pay|target salary|anticipated salary|\
         target salary range|expected salary|advertised salary|recruitment range",
    ),
    (
        Fact::Term,
        "work term|term|season|semester|internship term|session|program term|internship season|co-op term|coop term|\
         work term season|duration|internship duration|internship dates|dates|length of internship|internship period|\
         program dates|timeframe|time frame|length",
    ),
    (
        Fact::Reference,
        "role number|job id|job id #|req id|requisition id|requisition number|requisition|requisition #|req #|req|\
         job reference|reference|reference number|reference no|ref|ref no|ref number|job number|job no|job #|vacancy id|\
         vacancy number|vacancy no|vacancy reference|posting number|posting id|job req|job requisition|\
         job requisition id|position number|position no|position #|vacancy #|posting #|reference #|job posting id|announcement number|reference code|job ref|\
         job reference number|reference id|job req id|req number|opening id|recruitment number|job opening id|\
         control number|position id|vacancy ref|advert reference",
    ),
];

/// Labels that head sections as often as facts; they count with a colon only.
const ALSO_HEADINGS: &str = "title|position|role|job|company|employment|type|contract|status|schedule|closing|posted|published|hours|\
     compensation|pay|rate|term|dates|length|reference|organization|about the company|remote";

/// `Job Types:`, `Pay:`, `Location:` inside a line.
static LABEL_INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s.;)])(?P<label>job types?|employment type|position type|contract type|job location|work location|location|salary range|salary|pay rate|pay range|rate of pay|pay|hourly rate|closing date|application deadline|deadline|date posted|job id|req id|requisition (?:id|number)|reference number|hours per week|hours|internship term|work term|term|duration)\s?:\s*",
    )
});

/// No label inside a line is longer, in bytes, with the sign before it.
const LONGEST_INSIDE: usize = 32;

/// ` Pay:` or ` Department Name:` behind a value.
static NEXT_LABEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s(?-i:[A-Z])[A-Za-z/]+(?:\s[A-Za-z/]+){0,2}\s?:\s|•"));

/// Every label with its fact.
static FACTS: LazyLock<FxHashMap<&str, Fact>> =
    LazyLock::new(|| LABELS.iter().flat_map(|(fact, names)| names.split('|').map(|name| (name, *fact))).collect());

/// The labeled facts of a posting, in reading order.
pub(super) fn read<'t>(lines: &[Line<'t>]) -> Vec<Labeled<'t>> {
    let mut found = Vec::new();
    let mut ahead = lines.iter().map(|line| cut(line.text));
    let mut parts = ahead.next().flatten();
    for (number, line) in lines.iter().enumerate() {
        let (own, behind) = (parts, ahead.next().flatten());
        parts = behind;
        let next = lines.get(number + 1).filter(|next| !next.heading && behind.is_none()).map(|next| next.text);
        let column = number < 3 && !line.text.contains(':') && line.text.contains(" - "); // `Remote - Nurse`, `Remote - Canada`
        if let Some((fact, value)) = whole_line(line.text, own, next).filter(|_| !column) {
            found.push(Labeled { fact, value, line: number, inside: false });
        } else if line.text.len() > 60 && memchr::memchr(b':', line.text.as_bytes()).is_some() {
            found.extend(inside(line.text).map(|(fact, value)| Labeled { fact, value, line: number, inside: true }));
        }
    }
    found
}

/// A line that begins with a label, given with its `parts`; the value may stand on the next line.
fn whole_line<'t>(line: &'t str, parts: Option<(&'t str, &'t str)>, next: Option<&'t str>) -> Option<(Fact, &'t str)> {
    if let Some((label, value)) = parts {
        let fact = named(label)?;
        let value = if value.is_empty() { next? } else { value };
        return Some((fact, before_next_label(value)));
    }
    let fact = Some(line).filter(|line| line.len() <= 40).and_then(named)?;
    let alone = !ALSO_HEADINGS.split('|').any(|heading| heading.eq_ignore_ascii_case(line));
    if alone { Some((fact, next?)) } else { None }
}

/// Parts `Label: value` or `Label - value`.
fn cut(line: &str) -> Option<(&str, &str)> {
    let bytes = line.as_bytes();
    let near = |len: usize| bytes.get(..len).unwrap_or(bytes); // a label is short, a line may be long
    let colon = memchr::memchr(b':', near(46));
    let dash = |dash: &str| Some((memchr::memmem::find(near(30 + dash.len()), dash.as_bytes())?, dash.len()));
    let (at, len) = colon.map(|at| (at, 1)).or_else(|| dash(" - ").or_else(|| dash(" – ")))?;
    let (label, value) = (line.get(..at)?.trim(), line.get(at + len..)?.trim());
    (colon.is_some() || named(label).is_some()).then_some((label, value))
}

/// The fact that a label names.
fn named(label: &str) -> Option<Fact> {
    if label.len() > 45 {
        return None;
    }
    let label = lower(label.trim_matches(['*', '.', ' ', '_']));
    FACTS.get(&*label).or_else(|| FACTS.get(label.trim_matches(['#', ' ']))).copied()
}

/// Labels inside a run-together line; those of facts that can be told by their form.
fn inside(line: &str) -> impl Iterator<Item = (Fact, &str)> {
    let mut from = 0;
    memchr::memchr_iter(b':', line.as_bytes()).filter_map(move |colon| {
        let value = line.get(colon + 1..)?.trim_ascii_start();
        let start = (colon.saturating_sub(LONGEST_INSIDE).max(from)..=colon).find(|at| line.is_char_boundary(*at))?;
        let found = LABEL_INSIDE.captures_at(line.get(..line.len() - value.len())?, start)?;
        from = found.get(0)?.end();
        Some((named(found.name("label")?.as_str())?, before_next_label(head(value, 120))))
    })
}

/// A value up to the next label in its line.
fn before_next_label(value: &str) -> &str {
    let end = NEXT_LABEL.find(value).map(|next| next.start());
    let value = end.and_then(|end| value.get(..end)).unwrap_or(value);
    let sentence = if value.len() > 100 { value.split(". ").next().unwrap_or(value) } else { value };
    sentence.trim_matches([' ', ',', ';', '|', '\t'])
}

#[cfg(test)]
mod tests {
    use super::{super::page::lines, *};

    fn all(text: &str) -> Vec<(Fact, &str)> {
        read(&lines(text)).into_iter().map(|found| (found.fact, found.value)).collect()
    }

    #[test]
    fn labels_with_their_values() {
        for (text, fact, value) in [
            ("Company: Apple", Fact::Company, "Apple"),
            ("Role Number:\n200152401\nImagine", Fact::Reference, "200152401"),
            ("Work Location: In person", Fact::Location, "In person"),
            ("Position #: 30-1174", Fact::Reference, "30-1174"),
            ("Location\nBoston, MA", Fact::Location, "Boston, MA"),
            ("Term of employment – Permanent", Fact::Employment, "Permanent"),
            ("ANNUAL SALARY\n\n$39,337 to $57,545", Fact::Salary, "$39,337 to $57,545"),
        ] {
            assert_eq!(all(text), [(fact, value)], "{text}");
        }
    }

    #[test]
    fn labels_inside_a_line() {
        let text = "Responsibilities Skills and more Job Types: Full-time, Contract Pay: $90,000.00 - $100,000.00 per year Benefits: Schedule: Work";
        assert_eq!(all(text), [(Fact::Employment, "Full-time"), (Fact::Salary, "$90,000.00 - $100,000.00 per year")]);
    }

    #[test]
    fn what_is_no_label() {
        for text in ["Faculty: Anatomy & Physiology", "Responsibilities:\nDo things", "Company\nWe are great", "Note: we hire", "10:30"] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
