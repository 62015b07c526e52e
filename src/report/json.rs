//! JSON: one object a line, or one document.
//!
//! The forms of a line, `quals.extract/1` and `quals.rank/1`, are those of [`Extraction`](crate::extract::Extraction) and [`RankRow`]; a document holds them in a list. Every
//! field is described in `docs/output.md`.

use super::{Change, Explanation, Ranking, Subject, Tally};
use crate::{
    evaluate::{Node, RequirementVerdict},
    extract::EXTRACT_SCHEMA,
    posting::Posting,
    rank::RankRow,
};
use jiff::civil::Date;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The name of the document that `quals rank --format json` writes.
pub const RANKING_SCHEMA: &str = "quals.ranking/1";

/// The name of the document that `quals explain --format json` writes.
pub const EXPLANATION_SCHEMA: &str = "quals.explanation/1";

/// Writes one value in one line.
///
/// # Errors
/// Those of the stream.
pub fn line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// Writes a row that could not be read in one line: where it stood, and why.
///
/// # Errors
/// Those of the stream.
pub fn failure(source: &str, error: &str, out: &mut impl Write) -> io::Result<()> {
    line(&serde_json::json!({ "schema": EXTRACT_SCHEMA, "source": source, "error": error }), out)
}

/// Writes one value over many lines.
///
/// # Errors
/// Those of the stream.
pub fn document(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

/// A run as one document.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The reference date.
    pub as_of: Date,
    /// What was read.
    pub tally: &'a Tally,
    /// One for each profile, or for each posting.
    pub rankings: &'a [Ranking],
}

impl Serialize for Run<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", RANKING_SCHEMA)?;
        map.serialize_entry("as_of", &self.as_of.to_string())?;
        map.serialize_entry("read", &self.tally.read)?;
        map.serialize_entry("failed", &self.tally.failed)?;
        map.serialize_entry("skipped", &self.tally.skipped)?;
        map.serialize_entry("unread", &self.tally.unread)?;
        let groups: Vec<Group<'_>> = self.rankings.iter().map(Group::of).collect();
        let name = if self.rankings.iter().any(|it| matches!(it.subject, Subject::Posting { .. })) { "postings" } else { "profiles" };
        map.serialize_entry(name, &groups)?;
        map.end()
    }
}

/// The rows of one profile, or of one posting.
#[derive(Serialize)]
struct Group<'a> {
    #[serde(flatten)]
    subject: Of<'a>,
    standings: BTreeMap<&'static str, usize>,
    dropped: BTreeMap<String, usize>,
    #[serde(skip_serializing_if = "is_zero")]
    unchanged: usize,
    rows: Vec<&'a RankRow>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Of<'a> {
    Profile {
        profile: &'a str,
        name: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<&'a str>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        with: &'a [String],
    },
    Posting {
        source: &'a str,
        posting: &'a Posting,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl<'a> Group<'a> {
    fn of(ranking: &'a Ranking) -> Self {
        let subject = match &ranking.subject {
            Subject::Profile { file, name, change } => {
                let from = if let Some(Change::From(old)) = change { Some(old.as_str()) } else { None };
                let with = if let Some(Change::With(facts)) = change { facts.as_slice() } else { &[] };
                Of::Profile { profile: file, name: name.as_deref(), from, with }
            }
            Subject::Posting { source, facts } => Of::Posting { source, posting: facts },
        };
        let mut dropped = BTreeMap::new();
        for (by, times) in &ranking.dropped {
            *dropped.entry(by.name()).or_default() += times;
        }
        Self {
            subject,
            standings: ranking.standings.iter().map(|(standing, times)| (standing.name(), *times)).collect(),
            dropped,
            unchanged: ranking.unchanged,
            rows: ranking.rows.iter().map(|row| &row.result).collect(),
        }
    }
}

impl Serialize for Explanation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", EXPLANATION_SCHEMA)?;
        map.serialize_entry("as_of", &self.as_of.to_string())?;
        map.serialize_entry("result", self.result)?;
        let trees: Vec<Tree<'_>> = self.result.verdicts.iter().map(Tree::of).collect();
        map.serialize_entry("trees", &trees)?;
        map.serialize_entry("lines", &lines(self))?;
        map.serialize_entry("extraction", self.extraction)?;
        map.end()
    }
}

/// A requirement with a verdict on every node.
#[derive(Serialize)]
struct Tree<'a> {
    requirement: &'a str,
    #[serde(flatten)]
    node: Node<'a>,
}

impl<'a> Tree<'a> {
    fn of(verdict: &'a RequirementVerdict) -> Self {
        Self { requirement: &verdict.requirement, node: verdict.node() }
    }
}

/// The line of each fact of the profile that is named as evidence.
fn lines<'a>(explanation: &Explanation<'a>) -> BTreeMap<&'a str, usize> {
    let evidence = explanation.result.verdicts.iter().flat_map(RequirementVerdict::evidence);
    evidence.filter_map(|it| Some((it.profile.as_str(), explanation.profile.line_of(&it.profile)?))).collect()
}

/// Writes extractions as one list, one after the other as they come.
#[derive(Debug, Default)]
pub struct List {
    has_begun: bool,
}

impl List {
    /// Writes one more.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn add(&mut self, item: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
        out.write_all(if self.has_begun { b",\n" } else { b"[\n" })?;
        self.has_begun = true;
        serde_json::to_writer_pretty(&mut *out, item)?;
        Ok(())
    }

    /// Closes the list.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn end(self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(if self.has_begun { b"\n]\n" } else { b"[]\n" })
    }
}
