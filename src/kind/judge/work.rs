//! A job of a profile with its months and what it was about.

use super::{phrase::Phrase, skills::closure};
use crate::{
    profile::{Work, WorkEnd},
    taxonomy::{ConceptId, Family, Taxonomy},
    value::PartialDate,
};
use jiff::civil::Date;
use rustc_hash::FxHashSet;

/// Below so many hours a week a job counts in part: by its hours over [`FULL_TIME`].
const PART_TIME_BELOW: f64 = 30.0;
/// The hours of a full week.
const FULL_TIME: f64 = 40.0;

/// A job made ready.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    /// Its path: `work[0]`.
    pub(crate) path: String,
    /// `Research intern, Example AG`.
    pub(crate) text: String,
    /// Its first month and the one behind its last, as months since year 0; `None` where its start or end is not stated.
    pub(crate) months: Option<(i32, i32)>,
    /// How much of full time it was, 1 at most.
    pub(crate) share: f64,
    /// What its title and skills name, and everything above that.
    pub(crate) concepts: FxHashSet<ConceptId>,
    /// The words of its title and skills.
    pub(crate) phrase: Phrase,
    /// Whether it says what it was about.
    pub(crate) described: bool,
}

impl Job {
    /// Makes the job at a place of the list ready; one that goes on ends at the reference date.
    #[must_use]
    pub(crate) fn new(at: usize, work: &Work, taxonomy: &Taxonomy, as_of: Date) -> Self {
        let named = [work.title.as_deref(), work.organization.as_deref()];
        let about: Vec<&str> = work.title.as_deref().into_iter().chain(work.skills.iter().map(String::as_str)).collect();
        let mut concepts = FxHashSet::default();
        let mut phrase = Phrase::default();
        for text in &about {
            phrase.add(&Phrase::new(text));
            for concept in taxonomy.mentioned(Family::Skill, text) {
                concepts.extend(closure(taxonomy, concept).into_iter().map(|(above, _)| above));
            }
        }
        Self {
            path: format!("work[{at}]"),
            text: named.into_iter().flatten().collect::<Vec<_>>().join(", "),
            months: months(work, as_of),
            share: work.hours_per_week.filter(|h| *h < PART_TIME_BELOW).map_or(1.0, |hours| (hours / FULL_TIME).max(0.0)),
            concepts,
            phrase,
            described: !about.is_empty(),
        }
    }
}

/// The months of a job: its last one is included, the month of the reference date and what lies behind it is not.
fn months(work: &Work, as_of: Date) -> Option<(i32, i32)> {
    let today = month_number(PartialDate::day(as_of).first_day());
    let start = month_number(work.start?.first_day());
    let end = match work.end? {
        WorkEnd::Present => today,
        WorkEnd::Date(date) => (month_number(date.last_day()) + 1).min(today),
    };
    Some((start, end.max(start)))
}

fn month_number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// The months that jobs cover together, part time in part; two half jobs at once make a whole one, two whole ones no more than that.
#[must_use]
pub(crate) fn months_together<'j>(jobs: impl Iterator<Item = &'j Job> + Clone) -> f64 {
    let mut cuts: Vec<i32> = jobs.clone().filter_map(|j| j.months).flat_map(|(a, b)| [a, b]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let share_at = |month: i32| {
        let then = jobs.clone().filter(|j| j.months.is_some_and(|(a, b)| a <= month && month < b));
        then.map(|j| j.share).sum::<f64>().min(1.0)
    };
    cuts.windows(2).fold(0.0, |sum, pair| if let [a, b] = pair { sum + f64::from(b - a) * share_at(*a) } else { sum })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn job(start: &str, end: Option<&str>, hours: Option<f64>) -> Job {
        let end = end.map_or(WorkEnd::Present, |e| WorkEnd::Date(e.parse().unwrap()));
        let work = Work { start: start.parse().ok(), end: Some(end), hours_per_week: hours, ..Work::default() };
        Job::new(0, &work, &Taxonomy::new(Vec::new()), date(2025, 12, 1))
    }

    #[test]
    fn overlaps_are_merged_and_gaps_are_not_counted() {
        let jobs = [job("2020-01", Some("2020-12"), None), job("2020-07", Some("2021-06"), None), job("2022-01", Some("2022-03"), None)];
        assert!((months_together(jobs.iter()) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn what_goes_on_ends_at_the_reference_date() {
        assert!((months_together([job("2025-01", None, None)].iter()) - 11.0).abs() < 1e-9);
        assert!(months_together([job("2027-01", None, None)].iter()).abs() < 1e-9);
    }

    #[test]
    fn no_job_is_no_month() {
        assert_eq!(format!("{:.0}", months_together([].iter())), "0");
    }

    #[test]
    fn part_time_counts_by_its_hours() {
        assert!((months_together([job("2020-01", Some("2020-12"), Some(20.0))].iter()) - 6.0).abs() < 1e-9);
        assert!((months_together([job("2020-01", Some("2020-12"), Some(37.0))].iter()) - 12.0).abs() < 1e-9);
    }
}
