//! What has been found, ready to be shown in any format.
//!
//! A [`Row`] is one posting for one profile: the result of [`rank`](crate::rank), and the few facts of the posting that a person looks for beside it.
//! A [`Ranking`] is the rows of one profile, or of one posting, in their order; an [`Explanation`] is one row with all of its posting. A [`Tally`] counts what was read.

use super::{
    column::changes,
    wrap::{cut, one_line},
};
use crate::{
    evaluate::RequirementVerdict,
    extract::Extraction,
    kind::Judged,
    logic::{Expr, Label},
    posting::Posting,
    profile::Profile,
    rank::{Dropped, RankRow, Standing},
    requirement::Priority,
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
        let between = if matches!(*verdict.tree, Expr::Any { .. }) { " or " } else { ", " };
        let text = if parts.is_empty() { verdict.quote.to_string() } else { parts.join(between) };
        Self { sort, text }
    }
}

fn is_lacking(atom: &Judged) -> bool {
    matches!(atom.verdict, Label::Unmet | Label::Partial)
}

fn texts(verdict: &RequirementVerdict, keep: impl Fn(&Judged) -> bool) -> Vec<String> {
    verdict.atoms.iter().filter(|atom| keep(atom)).map(|atom| atom.text().to_owned()).collect()
}

/// One posting for one profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The result.
    pub result: RankRow,
    /// What the posting says of itself.
    pub posting: Posting,
    /// The candidate's name.
    pub name: Option<String>,
    /// What to name first; none where all is met.
    pub reason: Option<Reason>,
}

impl Row {
    /// A result beside the facts of its posting and the name of its candidate.
    #[must_use]
    pub fn new(result: RankRow, posting: &Posting, name: Option<&str>) -> Self {
        let language = result.unread.as_ref().map(|it| Reason { sort: ReasonSort::Unread, text: format!("in {}", it.name) });
        let reason = language.or_else(|| result.headline().map(Reason::of));
        Self { result, posting: posting.clone(), name: name.map(str::to_owned), reason }
    }

    /// The row without its verdicts, which no table shows: a tenth of the memory.
    #[must_use]
    pub fn without_verdicts(mut self) -> Self {
        self.result.verdicts = Vec::new();
        self
    }

    /// `lacks: PyTorch`.
    pub(super) fn reason(&self) -> Option<String> {
        self.reason.as_ref().map(|reason| format!("{}: {}", reason.sort.word(), cut(&one_line(&reason.text), 100)))
    }

    /// `now met: Kubernetes`.
    pub(super) fn changes(&self) -> Option<String> {
        changes(&self.result)
    }

    /// `Leeds`, or `Leeds (and 2 more)`.
    pub(super) fn place(&self) -> Option<String> {
        let first = cut(&one_line(self.posting.locations.first()?), 40);
        Some(match self.posting.locations.len() - 1 {
            0 => first,
            more => format!("{first} (and {more} more)"),
        })
    }

    /// `Nurse · St Mary · Leeds (and 2 more)`; the file where there is no title.
    pub(super) fn heading(&self) -> String {
        let title = self.posting.title.as_deref().map(one_line).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| one_line(&self.result.source));
        let company = self.posting.company.as_deref().map(|name| cut(&one_line(name), 40));
        [Some(cut(&title, 72)), company, self.place()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// `Ada · ada.toml`.
    pub(super) fn candidate(&self) -> String {
        let name = self.name.as_deref().map(one_line).filter(|name| !name.is_empty());
        [name, Some(one_line(&self.result.profile))].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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

/// What the rows of a ranking share.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// All postings for one profile.
    Profile {
        /// Its file.
        file: String,
        /// The candidate's name.
        name: Option<String>,
        /// What it is compared with.
        change: Option<Change>,
    },
    /// All candidates for one posting.
    Posting {
        /// Its file.
        source: String,
        /// What it says of itself.
        facts: Box<Posting>,
    },
}

/// What makes a profile another than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another file held it before.
    From(String),
    /// These facts are set.
    With(Vec<String>),
}

/// The rows of a run for one profile, or for one posting, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What they share.
    pub subject: Subject,
    /// The rows in their order, or the first of them.
    pub rows: Vec<Row>,
    /// How many rows that the filters keep have each standing, shown or not.
    pub standings: BTreeMap<Standing, usize>,
    /// How many rows each filter drops.
    pub dropped: BTreeMap<Dropped, usize>,
    /// How many rows nothing has changed for, where only changes are shown.
    pub unchanged: usize,
    /// How many rows went from one standing to another, shown or not.
    pub moves: BTreeMap<(Standing, Standing), usize>,
}

impl Ranking {
    /// A ranking without rows.
    #[must_use]
    pub fn of(subject: Subject) -> Self {
        Self { subject, rows: Vec::new(), standings: BTreeMap::new(), dropped: BTreeMap::new(), unchanged: 0, moves: BTreeMap::new() }
    }

    /// How many rows the filters keep, shown or not.
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
