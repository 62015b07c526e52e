//! Where the facts of a profile stand in its file.
//!
//! `education[0].gpa` is on line 14: evidence names it. A path without a place of its own has that of its longest known beginning.

use crate::text::{Source, Span};
use std::{collections::BTreeMap, sync::Arc};

/// The places of facts, by path.
#[derive(Debug, Clone, Default)]
pub struct Places {
    source: Option<Arc<Source>>,
    spans: BTreeMap<String, Span>,
}

impl Places {
    /// No places yet, in this file.
    pub(super) fn new(source: Arc<Source>) -> Self {
        Self { source: Some(source), spans: BTreeMap::new() }
    }

    /// Notes where a fact stands.
    pub(super) fn note(&mut self, path: &str, span: Span) {
        self.spans.insert(path.to_owned(), span);
    }

    /// The file.
    pub(super) fn source(&self) -> Option<&Source> {
        self.source.as_deref()
    }

    /// Where a fact stands, or the longest beginning of its path that has a place.
    #[must_use]
    pub fn span(&self, path: &str) -> Option<Span> {
        let mut rest = path;
        loop {
            if let Some(span) = self.spans.get(rest) {
                return Some(*span);
            }
            rest = rest.get(..rest.rfind(['.', '['])?)?;
        }
    }

    /// The line and the column of a fact, counted from 1.
    #[must_use]
    pub fn line_and_column(&self, path: &str) -> Option<(usize, usize)> {
        let (source, span) = (self.source()?, self.span(path)?);
        Some((source.line(span.start), source.column(span.start)))
    }
}

impl PartialEq for Places {
    fn eq(&self, other: &Self) -> bool {
        self.spans == other.spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_the_longest_known_beginning() {
        let mut places = Places::new(Arc::new(Source::new("me.toml", "a\nbb\nccc\n")));
        places.note("work", Span::new(0, 1));
        places.note("work[0]", Span::new(3, 4));
        places.note("work[0].skills", Span::new(5, 8));
        for (path, line) in [("work[0].skills[3]", 3), ("work[0].title", 2), ("work[7].title", 1), ("work", 1)] {
            assert_eq!(places.line_and_column(path).map(|p| p.0), Some(line), "{path}");
        }
        assert_eq!(places.line_and_column("work[0]"), Some((2, 2)));
        assert_eq!(places.line_and_column("study.enrolled"), None);
    }
}
