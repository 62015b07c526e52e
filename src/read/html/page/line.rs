//! Text becomes lines: words with single spaces between them, and what the line is that they stand on.
//!
//! `Skills:` in a heading of the third level is written as `### Skills:`, in a list as `• Skills:`, in bold as `**Skills:**`.

use super::Page;

/// The longest line that is marked as bold.
const LONGEST_BOLD: usize = 200;

impl Page {
    /// Text between tags; white space is one space, as on a screen.
    pub(in crate::read::html) fn text(&mut self, text: &str) {
        if self.raw.is_some() {
            return;
        }
        if self.preformatted > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.line_break();
                }
                self.words(line);
            }
            return;
        }
        self.words(text);
    }

    fn words(&mut self, text: &str) {
        self.space_due |= text.starts_with(char::is_whitespace);
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        self.begin_text();
        for word in words {
            if self.space_due && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            self.line.push_str(word);
            self.space_due = true;
        }
        self.space_due = text.ends_with(char::is_whitespace);
    }

    /// Text is coming: ends the line before it, where that is due, and notes what the new line is.
    fn begin_text(&mut self) {
        if self.break_due {
            self.commit();
        }
        if self.line.is_empty() {
            self.line_bullet = std::mem::take(&mut self.bullet_due);
            self.line_depth = self.lists;
            self.line_heading = self.heading;
            self.line_is_bold = true;
        }
        self.line_is_bold &= self.bold > 0;
        self.is_fresh_cell = false;
        self.is_label = false;
    }

    pub(super) fn line_break(&mut self) {
        if self.line.is_empty() {
            self.blank_due |= !self.bullet_due;
        } else {
            let is_second = self.break_due;
            self.commit();
            self.blank_due = is_second;
        }
    }

    pub(super) fn end_line(&mut self) {
        self.break_due |= !self.line.is_empty();
        self.space_due = false;
    }

    /// Writes the line into the text.
    pub(super) fn commit(&mut self) {
        self.break_due = false;
        self.space_due = false;
        self.settle_separator();
        if self.line.is_empty() {
            return;
        }
        let is_apart = std::mem::take(&mut self.list_ended) && self.last_bullet && !self.line_bullet;
        self.last_bullet = self.line_bullet;
        if (std::mem::take(&mut self.blank_due) || is_apart) && !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        let is_bold = self.line_is_bold && self.line.len() <= LONGEST_BOLD && !self.line.contains("**");
        if self.line_heading > 0 {
            self.text.push_str("######".get(..self.line_heading).unwrap_or("##"));
            self.text.push(' ');
            self.text.push_str(&self.line);
            self.first_heading = self.first_heading.or(Some((start, self.text.len() + 1)));
        } else if self.line_bullet {
            self.text.extend(std::iter::repeat_n("  ", self.line_depth.saturating_sub(1).min(4)));
            self.text.push_str("• ");
            self.text.push_str(&self.line);
        } else if is_bold {
            self.text.extend(["**", &self.line, "**"]);
        } else {
            self.text.push_str(&self.line);
        }
        self.text.push('\n');
        self.line.clear();
    }
}
