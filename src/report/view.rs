//! What has been found, ready to be shown in any format.
//!
//! A [`Row`] is one posting for one profile: the result of [`rank`](crate::rank), and the few facts of the posting that a person looks for beside it.
//! A [`Ranking`] is the rows of one profile in their order; an [`Explanation`] is one row with all of its posting. A [`Tally`] counts what was read.

use crate::{
    evaluate::RequirementVerdict,
    extract::Extraction,
    kind::Judged,
    logic::{Expr, Label},
    posting::Posting,
    profile::Profile,
    rank::{RankRow, Standing},
    requirement::Priority,
    value::PartialDate,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Why a posting stands where it does, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What sort of reason it is.
    pub sort: ReasonSort,
    /// What it is about, in the words of the posting.
    pub text: String,
}

/// Sorts of reasons, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonSort {
    /// A gate is closed.
    Blocks,
    /// Something asked is lacking.
    Lacks,
    /// The profile does not say.
    Unknown,
    /// The posting was not read.
    Unread,
}

impl ReasonSort {
    /// The word before the reason.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Lacks => "lacks",
            Self::Unknown => "unknown",
            Self::Unread => "unread",
        }
    }
}

impl Reason {
    /// The reason that a verdict gives: its parts that are not met, in the words of the posting.
    #[must_use]
    pub fn of(verdict: &RequirementVerdict) -> Self {
        let required = verdict.priority == Priority::Required;
        let (sort, parts) = if required && verdict.blocked_by_gate() {
            (ReasonSort::Blocks, texts(verdict, |atom| atom.gate && is_lacking(atom)))
        } else if verdict.verdict == Label::Unknown {
            (ReasonSort::Unknown, texts(verdict, |atom| atom.verdict == Label::Unknown))
        } else {
            (ReasonSort::Lacks, texts(verdict, is_lacking))
        };
        let between = if matches!(verdict.tree, Expr::Any { .. }) { " or " } else { ", " };
        let text = if parts.is_empty() { verdict.quote.clone() } else { parts.join(between) };
        Self { sort, text }
    }
}

fn is_lacking(atom: &Judged) -> bool {
    matches!(atom.verdict, Label::Unmet | Label::Partial)
}

fn texts(verdict: &RequirementVerdict, keep: impl Fn(&Judged) -> bool) -> Vec<String> {
    verdict.atoms.iter().filter(|atom| keep(atom)).map(|atom| atom.text.clone()).collect()
}

/// One posting for one profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The result.
    pub result: RankRow,
    /// The first place of the posting, and how many more there are.
    pub place: Option<(String, usize)>,
    /// The last day to apply.
    pub deadline: Option<PartialDate>,
    /// What to name first; none where all is met.
    pub reason: Option<Reason>,
}

impl Row {
    /// A result beside the facts of its posting.
    #[must_use]
    pub fn new(result: RankRow, posting: &Posting) -> Self {
        let place = posting.locations.first().map(|first| (first.clone(), posting.locations.len() - 1));
        let language = result.unread.as_ref().map(|it| Reason { sort: ReasonSort::Unread, text: format!("in {}", it.name) });
        let reason = language.or_else(|| result.headline().map(Reason::of));
        Self { result, place, deadline: posting.deadline, reason }
    }

    /// The row without its verdicts, which no table shows: a tenth of the memory.
    #[must_use]
    pub fn without_verdicts(mut self) -> Self {
        self.result.verdicts = Vec::new();
        self
    }
}

/// What was read, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Postings read.
    pub read: usize,
    /// Files, folders and rows that gave no posting; each was told where it happened.
    pub failed: usize,
    /// Files of folders that were passed over, by reason.
    pub skipped: BTreeMap<String, usize>,
    /// Postings read that are not in English, by language.
    pub unread: BTreeMap<String, usize>,
}

/// The postings of a run for one profile, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The profile's file.
    pub profile: String,
    /// The candidate's name.
    pub name: Option<String>,
    /// The rows in their order, or the first of them.
    pub rows: Vec<Row>,
    /// How many postings have each standing, shown or not.
    pub standings: BTreeMap<Standing, usize>,
}

impl Ranking {
    /// How many postings there are, shown or not.
    #[must_use]
    pub fn total(&self) -> usize {
        self.standings.values().sum()
    }
}

/// One posting for one profile, with everything.
#[derive(Debug, Clone, Copy)]
pub struct Explanation<'a> {
    /// The profile, which knows the lines of its facts.
    pub profile: &'a Profile,
    /// What was read from the posting.
    pub extraction: &'a Extraction,
    /// The result.
    pub result: &'a RankRow,
    /// The reference date.
    pub as_of: Date,
}
