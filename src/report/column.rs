//! The columns of a ranking, each with its name, its heading and what it says of a row.
//!
//! `Column::Place` says `Leeds (and 2 more)`. Tables for people, Markdown and CSV all take their cells from here.

use super::{
    view::Row,
    words::{self, count},
    wrap::one_line,
};
use crate::{
    logic::Label,
    rank::{Counts, RankRow},
};

/// A column of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The place in the order.
    Rank,
    /// The standing; behind an arrow, where it was another.
    Standing,
    /// The fit with its bounds.
    Fit,
    /// The fit were every unknown unmet.
    FitLow,
    /// The fit were every unknown met.
    FitHigh,
    /// The standing before a change.
    StandingBefore,
    /// The fit before a change.
    FitBefore,
    /// Title, company and place together.
    Posting,
    /// The candidate's name and file together.
    Candidate,
    /// The title.
    Title,
    /// Who hires.
    Company,
    /// The first place.
    Place,
    /// On site, hybrid, remote.
    Mode,
    /// The form of employment.
    Employment,
    /// The terms of the year.
    Term,
    /// The pay.
    Salary,
    /// The last day to apply.
    Deadline,
    /// The day it was published.
    Posted,
    /// Required things met of those asked.
    Required,
    /// Preferred things met of those asked.
    Preferred,
    /// How many requirements the profile decides.
    Checked,
    /// How many requirements there are.
    Asked,
    /// What blocks, lacks or is unknown first.
    Why,
    /// What has changed.
    Changes,
    /// The posting's file.
    Source,
    /// The profile's file.
    Profile,
    /// The filter that drops it.
    Filtered,
}

impl Column {
    /// All columns, in the order in which people should read of them.
    pub const ALL: [Self; 27] = [
        Self::Rank,
        Self::Standing,
        Self::Fit,
        Self::FitLow,
        Self::FitHigh,
        Self::StandingBefore,
        Self::FitBefore,
        Self::Posting,
        Self::Candidate,
        Self::Title,
        Self::Company,
        Self::Place,
        Self::Mode,
        Self::Employment,
        Self::Term,
        Self::Salary,
        Self::Deadline,
        Self::Posted,
        Self::Required,
        Self::Preferred,
        Self::Checked,
        Self::Asked,
        Self::Why,
        Self::Changes,
        Self::Source,
        Self::Profile,
        Self::Filtered,
    ];

    /// Its name on the command line and in CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// Its heading in a table for people.
    #[must_use]
    pub fn heading(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Rank => ("rank", "#"),
            Self::Standing => ("standing", "Standing"),
            Self::Fit => ("fit", "Fit"),
            Self::FitLow => ("fit_low", "Low"),
            Self::FitHigh => ("fit_high", "High"),
            Self::StandingBefore => ("standing_before", "Was"),
            Self::FitBefore => ("fit_before", "Fit before"),
            Self::Posting => ("posting", "Posting"),
            Self::Candidate => ("candidate", "Candidate"),
            Self::Title => ("title", "Title"),
            Self::Company => ("company", "Company"),
            Self::Place => ("place", "Place"),
            Self::Mode => ("mode", "Mode"),
            Self::Employment => ("employment", "Employment"),
            Self::Term => ("term", "Term"),
            Self::Salary => ("salary", "Pay"),
            Self::Deadline => ("deadline", "Deadline"),
            Self::Posted => ("posted", "Posted"),
            Self::Required => ("required", "Req."),
            Self::Preferred => ("preferred", "Pref."),
            Self::Checked => ("checked", "Checked"),
            Self::Asked => ("asked", "Asked"),
            Self::Why => ("why", "Why"),
            Self::Changes => ("changes", "Changes"),
            Self::Source => ("source", "Source"),
            Self::Profile => ("profile", "Profile"),
            Self::Filtered => ("filtered", "Dropped by"),
        }
    }

    /// What it says of a row in a file for programs: numbers bare, nothing where there is nothing.
    #[must_use]
    pub fn value(self, row: &Row) -> String {
        let result = &row.result;
        let before = result.before.as_ref();
        match self {
            Self::Rank if result.rank == 0 => String::new(),
            Self::Rank => result.rank.to_string(),
            Self::Standing => result.standing.name().to_owned(),
            Self::Fit => number(result.fit),
            Self::FitLow => number(result.fit_low),
            Self::FitHigh => number(result.fit_high),
            Self::StandingBefore => before.map(|b| b.standing.name().to_owned()).unwrap_or_default(),
            Self::FitBefore => number(before.and_then(|b| b.fit)),
            Self::Required => met_of(result.required).unwrap_or_default(),
            Self::Preferred => met_of(result.preferred).unwrap_or_default(),
            Self::Checked => result.checked.to_string(),
            Self::Asked => result.asked.to_string(),
            Self::Why => row.reason().unwrap_or_default(),
            Self::Changes => row.changes().unwrap_or_default(),
            Self::Source => one_line(&result.source),
            Self::Profile => one_line(&result.profile),
            Self::Filtered => result.filtered.clone().unwrap_or_default(),
            _ => self.fact(row),
        }
    }

    /// What it says of the posting and the candidate.
    fn fact(self, row: &Row) -> String {
        let posting = &row.posting;
        let line = |text: &Option<String>| text.as_deref().map(one_line).unwrap_or_default();
        let date = |date: Option<crate::value::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        match self {
            Self::Posting => row.heading(),
            Self::Candidate => row.candidate(),
            Self::Title => line(&posting.title),
            Self::Company => line(&posting.company),
            Self::Place => row.place().unwrap_or_default(),
            Self::Mode => posting.workplace.map(|it| words::workplace(it).to_owned()).unwrap_or_default(),
            Self::Employment => posting.employment.map(|it| words::employment(it).to_owned()).unwrap_or_default(),
            Self::Term => one_line(&posting.terms.join(", ")),
            Self::Salary => posting.salary.as_ref().map(words::salary).unwrap_or_default(),
            Self::Deadline => date(posting.deadline),
            Self::Posted => date(posting.posted),
            _ => String::new(),
        }
    }

    /// What it says of a row to people: with bounds, with what it was before, and `–` where there is nothing.
    #[must_use]
    pub fn text(self, row: &Row) -> String {
        let result = &row.result;
        let text = match self {
            Self::Standing => standing(result),
            Self::Fit => fit(result),
            Self::FitLow | Self::FitHigh | Self::FitBefore => rounded(self.value(row)),
            Self::Why => row.changes().or_else(|| row.reason()).unwrap_or_default(),
            _ => self.value(row),
        };
        if text.is_empty() && self != Self::Why { "–".to_owned() } else { text }
    }
}

fn number(value: Option<f64>) -> String {
    value.map(|value| format!("{value:.1}")).unwrap_or_default()
}

fn rounded(value: String) -> String {
    value.parse::<f64>().map(|value| format!("{value:.0}")).unwrap_or_default()
}

/// `eligible`, or `stretch → eligible`.
fn standing(result: &RankRow) -> String {
    let was = result.before.as_ref().map(|before| before.standing).filter(|was| *was != result.standing);
    was.map_or_else(|| result.standing.name().to_owned(), |was| format!("{} → {}", was.name(), result.standing.name()))
}

/// `78`, or `78 (64–85)` where something is unknown; `71 → 78` where it was another.
fn fit(result: &RankRow) -> String {
    let (Some(fit), Some(low), Some(high)) = (result.fit, result.fit_low, result.fit_high) else { return "–".to_owned() };
    let (fit, low, high) = (format!("{fit:.0}"), format!("{low:.0}"), format!("{high:.0}"));
    let now = if low == high { fit.clone() } else { format!("{fit} ({low}–{high})") };
    let was = result.before.as_ref().and_then(|before| before.fit).map(|was| format!("{was:.0}")).filter(|was| *was != fit);
    was.map_or(now.clone(), |was| format!("{was} → {now}"))
}

/// `5/6`: met of asked; what is assumed is left out of both.
pub(super) fn met_of(counts: Counts) -> Option<String> {
    let asked = counts.met + counts.partial + counts.unmet + counts.unknown;
    (asked > 0).then(|| format!("{}/{asked}", counts.met))
}

/// `now met: Kubernetes; now unknown: the right to work`, and how many more there are.
pub(super) fn changes(result: &RankRow) -> Option<String> {
    const SHOWN: usize = 3;
    let changed = &result.before.as_ref()?.changed;
    let told = changed.iter().filter(|it| it.before != it.after || !it.parts.is_empty()).map(|it| {
        let word = match it.after {
            Label::Met => "now met",
            Label::Partial => "now partly met",
            Label::Unmet => "no longer met",
            Label::Unknown => "now unknown",
            Label::Assumed => "now assumed",
        };
        let what = if it.parts.is_empty() { one_line(&it.quote) } else { one_line(&it.parts.join(", ")) };
        format!("{word}: {what}")
    });
    let told: Vec<String> = told.collect();
    let more = told.len().saturating_sub(SHOWN);
    let mut out = told.into_iter().take(SHOWN).collect::<Vec<_>>().join("; ");
    if more > 0 {
        out.push_str(&format!("; and {}", count(more, "more change")));
    }
    (!out.is_empty()).then_some(out)
}
