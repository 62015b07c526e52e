//! One posting for one profile: the JSON of `quals rank --format ndjson`, and the row of the table.

use super::{Before, Fit, Standing};
use crate::{
    evaluate::{Brief, RequirementVerdict, evaluate, evaluate_brief},
    extract::{Extraction, Unread},
    kind::Candidate,
    logic::Label,
    requirement::Priority,
};
use serde::Serialize;

/// The name of the JSON form of a [`RankRow`].
pub const RANK_SCHEMA: &str = "quals.rank/1";

/// How many requirements of one priority got which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Unmet, with a part covered.
    pub partial: usize,
    /// Unmet.
    pub unmet: usize,
    /// Unknown.
    pub unknown: usize,
    /// Assumed.
    pub assumed: usize,
}

impl Counts {
    /// The counts of one priority.
    #[must_use]
    pub fn of(verdicts: &[RequirementVerdict], priority: Priority) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts.iter().filter(|v| v.priority == priority) {
            match verdict.verdict {
                Label::Met => counts.met += 1,
                Label::Partial => counts.partial += 1,
                Label::Unmet => counts.unmet += 1,
                Label::Unknown => counts.unknown += 1,
                Label::Assumed => counts.assumed += 1,
            }
        }
        counts
    }
}

/// One posting for one profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankRow {
    /// Always `quals.rank/1`.
    pub schema: &'static str,
    /// The profile's file.
    pub profile: String,
    /// The posting's file.
    pub source: String,
    /// The job's title.
    pub title: Option<String>,
    /// Who hires.
    pub company: Option<String>,
    /// The place in the order of the profile's rows, from 1; 0 until they are ordered.
    pub rank: usize,
    /// The standing.
    pub standing: Standing,
    /// The fit from 0 to 100; none where nothing was read.
    pub fit: Option<f64>,
    /// The fit were every unknown unmet.
    pub fit_low: Option<f64>,
    /// The fit were every unknown met.
    pub fit_high: Option<f64>,
    /// How many requirements the profile decides.
    pub checked: usize,
    /// How many requirements there are.
    pub asked: usize,
    /// The verdicts on what is required, counted.
    pub required: Counts,
    /// The verdicts on what is preferred, counted.
    pub preferred: Counts,
    /// The verdicts in reading order.
    pub verdicts: Vec<RequirementVerdict>,
    /// The language of a posting that was not read because it is not in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<Unread>,
    /// The filter that drops the row; none where it is shown.
    pub filtered: Option<String>,
    /// What it was before a change of the profile, where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
}

impl RankRow {
    /// Holds a candidate against a posting.
    #[must_use]
    pub fn new(candidate: &Candidate<'_>, extraction: &Extraction) -> Self {
        Self::of(candidate, extraction, evaluate(candidate, extraction))
    }

    /// Holds a candidate against a posting that is made ready.
    #[must_use]
    pub fn by_brief(candidate: &Candidate<'_>, brief: &Brief<'_>) -> Self {
        Self::of(candidate, brief.extraction(), evaluate_brief(candidate, brief))
    }

    /// The row of verdicts already given.
    #[must_use]
    pub fn of(candidate: &Candidate<'_>, extraction: &Extraction, verdicts: Vec<RequirementVerdict>) -> Self {
        let fit = Fit::of(&verdicts, candidate.profile.weights);
        Self {
            schema: RANK_SCHEMA,
            profile: candidate.profile.source.clone(),
            source: extraction.source.clone(),
            title: extraction.posting.title.clone(),
            company: extraction.posting.company.clone(),
            rank: 0,
            standing: Standing::of(&verdicts),
            fit: fit.map(|f| f.value),
            fit_low: fit.map(|f| f.low),
            fit_high: fit.map(|f| f.high),
            checked: verdicts.iter().filter(|v| v.is_decided()).count(),
            asked: verdicts.len(),
            required: Counts::of(&verdicts, Priority::Required),
            preferred: Counts::of(&verdicts, Priority::Preferred),
            verdicts,
            unread: extraction.unread.clone(),
            filtered: None,
            before: None,
        }
    }

    /// The verdict to name first: what blocks, else the biggest gap among the required, else the first unknown, else the biggest gap among the preferred.
    #[must_use]
    pub fn headline(&self) -> Option<&RequirementVerdict> {
        let of = |priority| self.verdicts.iter().filter(move |v| v.priority == priority);
        let blocking = of(Priority::Required).find(|v| v.blocked_by_gate());
        blocking
            .or_else(|| biggest_gap(of(Priority::Required)))
            .or_else(|| of(Priority::Required).find(|v| v.verdict == Label::Unknown))
            .or_else(|| biggest_gap(of(Priority::Preferred)))
            .or_else(|| of(Priority::Preferred).find(|v| v.verdict == Label::Unknown))
    }
}

/// The first of the unmet verdicts that cover least.
fn biggest_gap<'v>(verdicts: impl Iterator<Item = &'v RequirementVerdict>) -> Option<&'v RequirementVerdict> {
    let gaps = verdicts.filter(|v| matches!(v.verdict, Label::Unmet | Label::Partial));
    gaps.filter_map(|v| Some((v.coverage?, v))).min_by(|a, b| a.0.lo().total_cmp(&b.0.lo())).map(|(_, v)| v)
}
