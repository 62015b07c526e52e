//! The rows of a section cut into entries: one job, one degree each.
//!
//! Dates are what every entry has once; where they stand in the first entry of a section, over or below the name, they stand in the others.

use super::{dates::Span, rows::Row, strings::Strings};

/// Rows of one entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Block<'r> {
    /// The rows that name it.
    pub(super) head: Vec<&'r Row>,
    /// What is told of it.
    pub(super) body: Vec<&'r Row>,
}

impl Block<'_> {
    /// The rows that name it, as one text.
    pub(super) fn heading(&self) -> String {
        self.head.iter().map(|row| row.text.replace('\t', "  ")).collect::<Vec<_>>().join(" | ")
    }
}

/// The most rows that name an entry.
const LONGEST_HEAD: usize = 4;
/// A row of more words is a sentence.
const LONGEST_NAME: usize = 14;

/// Cuts rows into entries.
pub(super) fn blocks<'r>(rows: &'r [Row], strings: Strings<'_>) -> Vec<Block<'r>> {
    let dated: Vec<bool> = rows.iter().map(|row| Span::of(&row.text, strings).is_some_and(|span| span.is_of_entry())).collect();
    let is_list = rows.iter().all(|row| row.is_bullet);
    let anchors: Vec<usize> = (0..rows.len()).filter(|at| dated.get(*at) == Some(&true) && (is_list || !is_item(rows, *at))).collect();
    let starts = if is_list {
        (0..rows.len()).collect()
    } else if anchors.is_empty() {
        undated(rows)
    } else {
        dated_starts(rows, &anchors)
    };
    let ends = starts.iter().copied().skip(1).chain([rows.len()]);
    starts.iter().zip(ends).filter_map(|(from, to)| rows.get(*from..to)).map(|rows| block(rows, strings)).collect()
}

fn is_item(rows: &[Row], at: usize) -> bool {
    rows.get(at).is_some_and(|row| row.is_bullet)
}

fn is_sentence(row: &Row) -> bool {
    let words = row.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    words > LONGEST_NAME || (words > 6 && row.text.ends_with('.'))
}

/// An entry begins as many rows before its dates as the first one does, but behind the items, the sentences and the dates of the one before it.
fn dated_starts(rows: &[Row], anchors: &[usize]) -> Vec<usize> {
    let first = anchors.first().copied().unwrap_or_default();
    let usual = first.min(LONGEST_HEAD - 1);
    let mut starts = vec![0];
    for (before, at) in anchors.iter().zip(anchors.iter().skip(1)) {
        let between = || (before + 1..=*at).filter_map(|at| rows.get(at).map(|row| (at, row)));
        let after_text = between().rfind(|(i, row)| i < at && (row.is_bullet || is_sentence(row))).map(|(i, _)| i + 1);
        let after_gap =
            between().filter(|(i, row)| (row.follows_gap || row.depth > 0) && at - i < LONGEST_HEAD).map(|(i, _)| i).next_back();
        let least = after_text.unwrap_or(before + 1);
        let begins = match (after_text, after_gap) {
            (_, Some(gap)) if gap >= least && (gap > before + 1 || usual == 0) => gap,
            (Some(text), _) => text.max(at.saturating_sub(LONGEST_HEAD - 1)),
            _ => at.saturating_sub(usual).max(least),
        };
        starts.push(begins);
    }
    starts
}

/// Without dates an entry begins at a heading of its own, behind items, and behind a gap.
fn undated(rows: &[Row]) -> Vec<usize> {
    let begins = |at: usize, row: &Row| {
        let before = at.checked_sub(1).and_then(|at| rows.get(at));
        !row.is_bullet && before.is_none_or(|before| before.is_bullet || row.follows_gap || row.depth > 0)
    };
    let mut starts: Vec<usize> = rows.iter().enumerate().filter(|(at, row)| begins(*at, row)).map(|(at, _)| at).collect();
    if !rows.is_empty() && starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    starts
}

/// The rows up to the first item, sentence or `Label: text` name the entry.
fn block<'r>(rows: &'r [Row], strings: Strings<'_>) -> Block<'r> {
    let is_dated = |row: &Row| Span::of(&row.text, strings).is_some_and(|span| span.is_of_entry());
    let is_labelled =
        |row: &Row| row.text.split_once(':').is_some_and(|(label, text)| label.split_whitespace().count() < 4 && !text.is_empty());
    let names = |(at, row): &(usize, &Row)| *at == 0 || is_dated(row) || !(row.is_bullet || is_sentence(row) || is_labelled(row));
    let count = rows.iter().take(LONGEST_HEAD).enumerate().take_while(names).count();
    Block { head: rows.iter().take(count).collect(), body: rows.iter().skip(count).collect() }
}
