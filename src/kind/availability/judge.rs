//! Availability: the window, the length, the hours.
//!
//! The window ends at `[availability] end`, else `months` after its start. The hours of a full day are taken as eight where days are asked and
//! not stated. A term is met where the window covers half of it or more.

use super::Availability;
use crate::{
    kind::Candidate,
    logic::{Bounds, Evidence, Verdict},
    value::PartialDate,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

/// Hours of a working day.
const DAY: f64 = 8.0;
/// Mean days of a month.
const MONTH: f64 = 30.44;

/// Holds what is asked of the candidate's time against the profile's.
pub(in crate::kind) fn judge(candidate: &Candidate<'_>, asked: &Availability) -> Verdict {
    let have = &candidate.profile.availability;
    let window = Window::of(candidate);
    let mut parts = Vec::new();
    if let Some(min) = asked.min_months {
        parts.push(reaches(window.months(), min, "availability.months", "months"));
    }
    if let Some(start) = asked.start {
        parts.push(by(window.start.map(|from| from <= start.last_day()), "availability.start", have.start));
    }
    if let Some(end) = asked.end {
        parts.push(by(window.end.map(|until| until >= end.first_day()), "availability.end", have.end));
    }
    if let Some(hours) = asked.hours_per_week {
        parts.push(reaches(have.hours_per_week, hours, "availability.hours_per_week", "hours a week"));
    }
    if let Some(days) = asked.days_per_week {
        parts.push(days_a_week(candidate, days));
    }
    if !asked.terms.is_empty() {
        let terms = asked.terms.iter().map(|term| window.covers_term(term, candidate.as_of));
        parts.extend(terms.reduce(Verdict::or));
    }
    if parts.is_empty() && asked.max_months.is_some() {
        return Verdict::met(Evidence::new("availability", "no least stay is asked"));
    }
    if parts.is_empty() {
        return Verdict::unknown(["availability"]);
    }
    Verdict::all(parts)
}

fn reaches(have: Option<f64>, want: f64, path: &str, unit: &str) -> Verdict {
    match have {
        Some(have) => Verdict::new(Bounds::ratio(have, want), vec![Evidence::new(path, format!("{have:.0} {unit}"))]),
        None => Verdict::unknown([path]),
    }
}

fn by(fits: Option<bool>, path: &str, date: Option<PartialDate>) -> Verdict {
    let text = date.map_or_else(String::new, |date| date.to_string());
    match fits {
        Some(fits) => Verdict::new(if fits { Bounds::MET } else { Bounds::UNMET }, vec![Evidence::new(path, text)]),
        None => Verdict::unknown([path]),
    }
}

fn days_a_week(candidate: &Candidate<'_>, days: f64) -> Verdict {
    let have = &candidate.profile.availability;
    if have.days_per_week.is_some() {
        return reaches(have.days_per_week, days, "availability.days_per_week", "days a week");
    }
    match have.hours_per_week {
        Some(hours) if hours >= days * DAY => {
            Verdict::met(Evidence::new("availability.hours_per_week", format!("{hours:.0} hours a week")))
        }
        _ => Verdict::unknown(["availability.days_per_week"]),
    }
}

/// When the candidate is available.
#[derive(Debug, Clone, Copy)]
struct Window {
    start: Option<Date>,
    end: Option<Date>,
    stay: Option<f64>,
}

impl Window {
    fn of(candidate: &Candidate<'_>) -> Self {
        let have = &candidate.profile.availability;
        let start = have.start.map(PartialDate::first_day);
        let days = have.months.map(|months| (months.clamp(0.0, 1200.0) * MONTH).round());
        #[expect(clippy::cast_possible_truncation, reason = "clamped above")]
        let after = start.zip(days).and_then(|(start, days)| start.checked_add((days as i64).days()).ok());
        Self { start, end: have.end.map(PartialDate::last_day).or(after), stay: have.months }
    }

    /// The longest stay: stated, else as long as the window; a window of whole months is not a few days short of them.
    fn months(&self) -> Option<f64> {
        let span = || Some(((f64::from((self.end? - self.start?).get_days()) + 1.0) / MONTH * 10.0).round() / 10.0);
        self.stay.or_else(span)
    }

    fn covers_term(&self, term: &str, as_of: Date) -> Verdict {
        let Some((from, to)) = term_dates(term, as_of) else { return Verdict::unknown(["availability.start"]) };
        let (Some(start), Some(end)) = (self.start, self.end) else {
            let missing = if self.start.is_none() { "availability.start" } else { "availability.end" };
            let late = self.start.is_some_and(|start| start > to);
            return if late { Verdict::unmet() } else { Verdict::unknown([missing]) };
        };
        let days = |a: Date, b: Date| f64::from((b - a).get_days() + 1).max(0.0);
        let bounds = Bounds::ratio(days(start.max(from), end.min(to)), days(from, to) / 2.0);
        Verdict::new(bounds, vec![Evidence::new("availability", format!("{start} to {end}"))])
    }
}

/// The first and last day of a term: `summer 2026`. Without a year it is the next one that is not over.
fn term_dates(term: &str, as_of: Date) -> Option<(Date, Date)> {
    let term = term.to_lowercase();
    let ((from_month, from_day), (to_month, to_day)) = match () {
        () if term.contains("spring") => ((1, 15), (5, 15)),
        () if term.contains("summer") => ((6, 1), (8, 31)),
        () if term.contains("fall") || term.contains("autumn") => ((9, 1), (12, 15)),
        () if term.contains("winter") => ((1, 1), (3, 31)),
        () => return None,
    };
    let stated = term.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4).and_then(|year| year.parse::<i16>().ok());
    let dates = |year: i16| (date(year, from_month, from_day), date(year, to_month, to_day));
    Some(match stated {
        Some(year) if (1..=9998).contains(&year) => dates(year),
        Some(_) => return None,
        None if dates(as_of.year()).1 >= as_of => dates(as_of.year()),
        None => dates(as_of.year() + 1),
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::judge::testing::{label, verdict},
        logic::{Bounds, Label},
        profile::{Available, Profile},
    };
    use serde_json::json;

    fn summer() -> Profile {
        let availability = Available {
            start: "2026-05-18".parse().ok(),
            end: "2026-08-14".parse().ok(),
            hours_per_week: Some(40.0),
            ..Available::default()
        };
        Profile { availability, ..Profile::default() }
    }

    #[test]
    fn length_hours_and_window() {
        let asked = |key: &str, value: serde_json::Value| json!({"kind": "availability", key: value});
        assert_eq!(verdict(&summer(), asked("min_months", json!(5.8))).bounds, Some(Bounds::unmet(2.9 / 5.8)));
        assert_eq!(label(&summer(), asked("hours_per_week", json!(40))), Label::Met);
        assert_eq!(label(&summer(), asked("days_per_week", json!(5))), Label::Met);
        assert_eq!(label(&summer(), asked("start", json!("2026-06"))), Label::Met);
        assert_eq!(label(&summer(), asked("start", json!("2026-04"))), Label::Unmet);
        assert_eq!(label(&summer(), asked("end", json!("2026-09"))), Label::Unmet);
        assert_eq!(verdict(&Profile::default(), asked("min_months", json!(3))).missing, ["availability.months"]);
        assert_eq!(label(&Profile::default(), asked("max_months", json!(6))), Label::Met);
    }

    #[test]
    fn a_term_is_covered_by_half() {
        let term = |term: &str| json!({"kind": "availability", "terms": [term]});
        assert_eq!(label(&summer(), term("summer 2026")), Label::Met);
        assert_eq!(label(&summer(), term("Summer")), Label::Met);
        assert_eq!(label(&summer(), term("fall 2026")), Label::Unmet);
        assert_eq!(label(&summer(), term("summer 2027")), Label::Unmet);
        assert_eq!(label(&Profile::default(), term("summer 2026")), Label::Unknown);
    }
}
