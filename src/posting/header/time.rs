//! When: the day of publication, the last day to apply, the terms of the year, the hours a week.

use super::{
    cue::{Cues, Rule},
    page::{Line, find_near_digits, head},
};
use crate::value::{
    PartialDate, date,
    pattern::pattern,
    rate::{self, PerWeek},
};
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// `Closing date for applications is`, `apply by`, `must be submitted online by`, `open until`: a date may follow.
static APPLY_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:deadline(?:\s(?:to\sapply|for\s(?:applications?|submissions?)))?|clos(?:ing|es?)\sdate(?:\sfor\sapplications?)?|applications?\sclose|apply\s(?:by|before|on\sor\sbefore|no\slater\sthan|until)|(?:submitted|received|accepted|submit\s\w+)(?:\s\w+){0,4}\s(?:by|until|before|through|no\slater\sthan)|(?:posting|vacancy|position|job|advert)\s(?:closes|expires|will\sclose)(?:\son)?|open\suntil|last\s(?:date|day)\s(?:to\sapply|for\s\w+)|applications?\s(?:\w+\s){0,4}by)\b",
    )
});

/// `by 10 January`: a last day, where the sentence speaks of sending an application.
static BY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:by|before|until|no\slater\sthan)\s"));

/// Words of a sentence that asks for an application.
const OF_SENDING: [&str; 5] = ["submit", "send", "upload", "write to us", "applications"];

/// `Posted on`, `Date posted`, `Open Date`.
static POSTED_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:date\sposted|posted(?:\son|\sdate)?|posting\sdate|open(?:ing)?\sdate|published(?:\son)?|publication\sdate)\b")
});

/// A sentence that speaks of the candidate's studies, not of the job's term.
static OF_STUDIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bgraduat(?:e|es|ing|ion|ed)\b|\bdegree|\bclass\sof|\benrol|\bgpa\b|\bdiploma|\bcomplet|\bsemester\shours|\bpursuing|\bdeadline|\breturn|\bcourse|\bnot\b",
    )
});

/// What makes a line one about the job's term.
static OF_TERM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bintern|\bco-?op\b|\bterm\b|\bsemester|\bapplicants?\b|\bstart|\bbegin|\bposition|\brole|\bprogram|\bstudent|\bweeks|\bduration",
    )
});

/// A sentence about benefits, over-time or a maximum, where hours are no statement of the job's week.
static OF_BENEFITS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bbenefit|\beligib|\binsurance|\bmaximum|\bovertime|\baverage|\bexceed|\bemployees\s(?:who|working)|\bminimum|\bat\sleast|\bsession|\bexperience|\bexample|\bresume",
    )
});

/// With these words an amount is a bound: `more than 40 hours`.
const LEADS: [&str; 8] = ["more", "over", "in excess", "at least", "a min", "min", "up to", "no "];

/// The first day that stands near the head of a label's value.
pub(super) fn day_in(value: &str, as_of: Date) -> Option<PartialDate> {
    let near = head(value, 60);
    let found = date::find(near, as_of).into_iter().find(|mention| mention.date.day.is_some())?;
    (found.span.start <= 25).then_some(found.date)
}

/// The day of publication in a value: a day without a year lies behind.
pub(super) fn past_day_in(value: &str, as_of: Date) -> Option<PartialDate> {
    let found = day_in(value, as_of)?;
    let four_digits = value.as_bytes().windows(4).any(|w| w.iter().all(u8::is_ascii_digit));
    if found.first_day() <= as_of || four_digits {
        return Some(found);
    }
    Some(PartialDate { year: found.year - 1, ..found })
}

/// The last day to apply that a sentence states.
pub(super) fn deadline(text: &str, cues: &Cues, as_of: Date) -> Option<PartialDate> {
    let stated = cues.matches(Rule::Deadline, &APPLY_BY, text).find_map(|(_, cue)| {
        let window = head(text.get(cue.end()..)?, 70);
        let window = window.split("\n\n").next()?;
        let found = date::find(window, as_of).into_iter().find(|mention| mention.date.day.is_some())?;
        let between = window.get(..found.span.start)?;
        let starts = ["review", "begin", "start", "open"].iter().any(|word| between.to_lowercase().contains(word));
        let offers = near(text, cue.start()).trim_end().to_lowercase().ends_with("offers");
        (between.len() <= 45 && !offers && !between.contains(". ") && !starts).then_some(found.date)
    });
    stated.or_else(|| sent_by(text, as_of))
}

/// The day by which a sentence asks to send something: `Please upload your CV and one page about a model by 10 January 2027`.
fn sent_by(text: &str, as_of: Date) -> Option<PartialDate> {
    find_near_digits(&BY, text, 40).find_map(|cue| {
        let window = head(text.get(cue.end()..)?, 40);
        let found = date::find(window, as_of).into_iter().find(|mention| mention.date.day.is_some() && mention.span.start <= 12)?;
        let before = text.get(..cue.start())?;
        let before = before.get(before.char_indices().rev().nth(140).map_or(0, |(at, _)| at)..)?;
        let sentence = before.rsplit(". ").next()?.rsplit("\n\n").next()?.to_ascii_lowercase();
        OF_SENDING.iter().any(|word| sentence.contains(word)).then_some(found.date)
    })
}

/// The day of publication that the text states.
pub(super) fn posted(text: &str, cues: &Cues, as_of: Date) -> Option<PartialDate> {
    cues.matches(Rule::Posted, &POSTED_ON, text).find_map(|(_, cue)| {
        let behind = head(text.get(cue.end()..)?, 40);
        let behind = behind.trim_start_matches([' ', ':', '\n']);
        let found = date::find(behind, as_of).into_iter().next()?;
        (found.date.day.is_some() && found.span.start <= 4).then(|| past_day_in(behind, as_of)).flatten()
    })
}

/// The hours a week that a label's value states: `40`, `37.5 hours per week`, `21 hours/week consistently`.
pub(super) fn hours_in(value: &str, label_is_weekly: bool) -> Option<f64> {
    let first = rate::find(value).into_iter().find(|rate| rate.unit == PerWeek::Hours);
    if let Some(rate) = first {
        return rate.count.min.filter(|_| rate.count.max.is_none());
    }
    let number = value.trim().trim_end_matches(" hours").trim_end_matches(" hrs");
    number.parse::<f64>().ok().filter(|hours| label_is_weekly && (1.0..=80.0).contains(hours))
}

/// The hours a week that the text states, where all its statements agree.
pub(super) fn hours(lines: &[Line]) -> Option<f64> {
    let mut stated: Option<f64> = None;
    for line in lines {
        if memchr::memmem::find(line.text.as_bytes(), b"eek").is_none() || memchr::memchr(b'h', line.text.as_bytes()).is_none() {
            continue;
        }
        for found in rate::find(line.text).into_iter().filter(|rate| rate.unit == PerWeek::Hours) {
            let sentence = sentence_around(line.text, found.span.start);
            if OF_BENEFITS.is_match(sentence) || OF_STUDIES.is_match(sentence) {
                continue;
            }
            let phrase = found.span.of(line.text);
            if !phrase.starts_with(|c: char| c.is_ascii_digit()) && LEADS.iter().any(|lead| phrase.to_ascii_lowercase().starts_with(lead)) {
                continue;
            }
            match (found.count.min, found.count.max) {
                (Some(hours), None) if !phrase.contains('+') && stated.is_none_or(|other| other == hours) => stated = Some(hours),
                _ => return None,
            }
        }
    }
    stated
}

fn sentence_around(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|t| t.rfind(". ")).map_or(0, |dot| dot + 2);
    let end = text.get(at..).and_then(|t| t.find(". ")).map_or(text.len(), |dot| at + dot);
    text.get(start..end).unwrap_or(text)
}

/// The terms of the title, of a label's value, of the first lines that speak of the job; as `summer 2026`.
pub(super) fn terms(title: &str, labeled: &[&str], lines: &[Line], student_job: bool) -> Vec<String> {
    let mut found = Vec::new();
    add(&mut found, date::terms(title));
    for value in labeled {
        add(&mut found, date::terms(value));
    }
    if found.is_empty() && student_job {
        for line in lines.iter().take(60) {
            let about_job = |at: usize| {
                let sentence = sentence_around(line.text, at);
                OF_TERM.is_match(sentence) && !OF_STUDIES.is_match(sentence)
            };
            add(&mut found, date::terms(line.text).into_iter().filter(|term| about_job(term.span.start)).collect());
        }
    }
    if found.is_empty() {
        let bare: Vec<date::Term> = labeled
            .iter()
            .flat_map(|value| date::seasons(head(value, 60)))
            .chain(if student_job { date::seasons(title) } else { Vec::new() })
            .collect();
        add(&mut found, bare.into_iter().map(|term| date::Term { year: year_of(term.season, lines), ..term }).collect());
    }
    found
}

fn add(found: &mut Vec<String>, terms: Vec<date::Term>) {
    for term in terms {
        let name = term.to_string();
        if !found.contains(&name) {
            found.push(name);
        }
    }
}

/// The year of a season that the title names, from the first month of that season in the text: `beginning in May 2026`.
fn year_of(season: date::Season, lines: &[Line]) -> Option<i16> {
    let months = match season {
        date::Season::Spring => 1..=5,
        date::Season::Summer => 5..=8,
        date::Season::Fall | date::Season::Autumn => 8..=12,
        date::Season::Winter => 1..=4,
    };
    let dated = |line: &&Line| memchr::memmem::find(line.text.as_bytes(), b"20").is_some();
    lines.iter().take(60).filter(dated).find_map(|line| {
        let mentions = date::find(line.text, Date::ZERO).into_iter();
        let mut fitting = mentions.filter(|mention| mention.date.month.is_some_and(|month| months.contains(&month)));
        fitting.find(|mention| !OF_STUDIES.is_match(near(line.text, mention.span.start))).map(|mention| mention.date.year)
    })
}

/// The forty characters before a place in a line.
fn near(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    before.get(before.char_indices().rev().nth(40).map_or(0, |(at, _)| at)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{super::page::lines, *};
    use jiff::civil::date as on;

    fn day(date: Option<PartialDate>) -> String {
        date.map(|date| date.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_last_day_to_apply() {
        let as_of = on(2021, 10, 1);
        for (text, want) in [
            ("Closing date for applications is 31st March 2016.", "2016-03-31"),
            ("Applications must be submitted online by THURSDAY, APRIL 24, 2014.", "2014-04-24"),
            ("Application Closing Date:  November 12,\n2021", "2021-11-12"),
            ("Please apply by Nov 30", "2021-11-30"),
            ("Please upload your CV and one page about a model\nby 10 January 2027.", "2027-01-10"),
            ("Submit a resume through your co-op office before Dec 4, 2026.", "2026-12-04"),
            ("Applications (one PDF: CV, two referees) until 10.01.2027 quoting 2026/0311", "2027-01-10"),
            ("bonus for offers accepted by March 31, 2025", ""),
            ("meet tight deadlines. Founded May 9, 2010", ""),
            ("Deadline: rolling\n\nStart: May 9, 2022", ""),
            ("projects completed by May 9, 2022", ""),
        ] {
            assert_eq!(day(deadline(text, &Cues::find(text), as_of)), want, "{text}");
        }
    }

    #[test]
    fn the_day_of_publication() {
        let as_of = on(2025, 11, 21);
        assert_eq!(day(posted("Intern\nPosted on 11/21/2025\n", &Cues::find("Intern\nPosted on 11/21/2025\n"), as_of)), "2025-11-21");
        assert_eq!(day(posted("Posted: Dec 3", &Cues::find("Posted: Dec 3"), as_of)), "2024-12-03");
        assert_eq!(
            day(posted("results posted to the board by May 9, 2024", &Cues::find("results posted to the board by May 9, 2024"), as_of)),
            ""
        );
    }

    #[test]
    fn hours_a_week() {
        assert_eq!(hours(&lines("40 hours per week, for 10 weeks during summer 2026.")), Some(40.0));
        assert_eq!(hours_in("40", true), Some(40.0));
        assert_eq!(hours(&lines("Employees working 20 hours per week are eligible for benefits")), None);
        assert_eq!(hours(&lines("20-25 hours per week")), None);
        assert_eq!(hours(&lines("up to 40 hours/week")), None);
    }

    #[test]
    fn terms_of_the_job() {
        let text = lines("The internship begins in May 2026. Applicants considered for Fall 2026. Graduating in Spring 2027.");
        assert_eq!(terms("Data Intern", &[], &text, true), ["fall 2026"]);
        assert_eq!(terms("Summer Internship", &[], &text[..1], true), ["fall 2026"]);
        assert_eq!(terms("Summer Internship", &[], &lines("The internship begins in May 2026."), true), ["summer 2026"]);
        assert_eq!(terms("Intern", &["Fall Semester (Sept. December)"], &[], true), ["fall"]);
        assert_eq!(terms("Engineer", &[], &lines("Graduating in Spring 2027."), true), Vec::<String>::new());
    }
}
