//! Writes the counts first, then examples of each kind, safe for a terminal.

use super::compare::{Change, Finding};
use quals::text::sanitize;
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// What differs, counted, with the first examples.
#[derive(Debug)]
pub(crate) struct Report {
    limit: usize,
    kind: Option<String>,
    postings: usize,
    differing: usize,
    /// By kind and change: how many, and the first of them.
    found: BTreeMap<(String, Change), (usize, Vec<Finding>)>,
}

impl Report {
    /// Keeps at most `limit` examples of each kind and change, of one kind only where it is given.
    pub(crate) fn new(limit: usize, kind: Option<String>) -> Self {
        Self { limit, kind, postings: 0, differing: 0, found: BTreeMap::new() }
    }

    /// Adds what differs in one posting.
    pub(crate) fn add(&mut self, findings: &[Finding]) {
        let shown = || findings.iter().filter(|finding| self.kind.as_ref().is_none_or(|kind| *kind == finding.kind));
        self.postings += 1;
        self.differing += usize::from(shown().next().is_some());
        let shown: Vec<Finding> = shown().cloned().collect();
        for finding in shown {
            let (times, examples) = self.found.entry((finding.kind.clone(), finding.change)).or_default();
            *times += 1;
            if examples.len() < self.limit {
                examples.push(finding);
            }
        }
    }

    /// Whether anything differs.
    pub(crate) fn differs(&self) -> bool {
        !self.found.is_empty()
    }

    /// Writes it.
    ///
    /// # Errors
    /// Those of the stream.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{} of {} postings differ", self.differing, self.postings)?;
        if !self.differs() {
            return Ok(());
        }
        writeln!(out, "\n{:<20}{:>9}{:>9}{:>9}", "kind", "appeared", "vanished", "changed")?;
        for kind in self.kinds() {
            let times = [Change::Appeared, Change::Vanished, Change::Changed].map(|change| self.times(kind, change));
            writeln!(out, "{:<20}{:>9}{:>9}{:>9}", safe(kind), times[0], times[1], times[2])?;
        }
        for ((kind, change), (times, examples)) in self.found.iter().filter(|(_, (_, examples))| !examples.is_empty()) {
            writeln!(out, "\n{} {} ({times})", safe(kind), format!("{change:?}").to_lowercase())?;
            examples.iter().try_for_each(|finding| example(finding, out))?;
        }
        Ok(())
    }

    fn kinds(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> = self.found.keys().map(|(kind, _)| kind.as_str()).collect();
        kinds.dedup();
        kinds
    }

    fn times(&self, kind: &str, change: Change) -> usize {
        self.found.get(&(kind.to_owned(), change)).map_or(0, |(times, _)| *times)
    }
}

fn example(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  {}", safe(&finding.place))?;
    for (sign, side) in [('-', &finding.before), ('+', &finding.after)] {
        if let Some(words) = side {
            writeln!(out, "    {sign} {}", safe(words))?;
        }
    }
    if finding.quote.is_empty() { Ok(()) } else { writeln!(out, "      “{}”", safe(&finding.quote)) }
}

/// One line without what a terminal would obey.
fn safe(text: &str) -> String {
    sanitize(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
