//! What stands beside one another: the cells of a row, and a term with its description.
//!
//! `<td>Pay</td><td>$20</td>` is written as `Pay: $20`; of three cells and more each stands behind `|`.

use super::{MOST_PARTS, Page};

/// The longest first cell of a row that stands beside the next one.
const LONGEST_LABEL: usize = 80;

/// A row of a table, while it is built.
pub(super) struct Row {
    cells: usize,
    text_len: usize,
    /// Where on the line the second cell's separator stands.
    separator: Option<usize>,
}

impl Page {
    pub(super) fn start_row(&mut self) {
        self.commit();
        if self.rows.len() > MOST_PARTS {
            self.rows.pop();
        }
        self.rows.push(Row { cells: 0, text_len: self.text.len(), separator: None });
    }

    pub(super) fn start_cell(&mut self) {
        self.bold_outside = self.bold;
        let Some(row) = self.rows.last_mut() else { return self.end_line() };
        row.cells += 1;
        if row.cells > 1
            && row.text_len == self.text.len()
            && !self.line.is_empty()
            && (row.separator.is_some() || self.line.len() <= LONGEST_LABEL)
        {
            self.break_due = false;
            if row.cells == 2 {
                row.separator = Some(self.line.len());
            }
            if !self.line.ends_with("| ") {
                self.line.push_str(" | ");
            }
        } else {
            self.end_line();
        }
        self.is_fresh_cell = true;
    }

    /// The line of a row with two cells is a label with its value.
    pub(super) fn settle_separator(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        if let (Some(at), 2) = (row.separator.take(), row.cells)
            && self.line.get(at..).is_some_and(|t| t.starts_with(" | "))
        {
            let has_colon = self.line.get(..at).is_some_and(|label| label.ends_with([':', '?']));
            self.line.replace_range(at..at + 3, if has_colon { " " } else { ": " });
        }
        let kept = self.line.trim_end_matches(" | ").trim_end().len();
        self.line.truncate(kept);
    }

    /// `<dd>`: beside its label, where that is short.
    pub(super) fn start_value(&mut self) {
        if !self.is_label || self.line.is_empty() || self.line.len() > LONGEST_LABEL {
            return self.end_line();
        }
        self.break_due = false;
        self.is_fresh_cell = true;
        if !self.line.ends_with(':') {
            self.line.push(':');
        }
        self.space_due = true;
    }
}
