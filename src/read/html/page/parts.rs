//! Parts of a page that are no text of a posting: menus, footers, search boxes, what is hidden.
//!
//! `<nav>Home</nav>` goes when it is closed; a form that holds the posting stays.

use super::{MOST_PARTS, Page, is_block};

/// A form with less text than this is a search box or a sign-up, not a posting that stands in a form.
const SHORT_FORM: usize = 1_500;

/// A part of the page that goes once it is closed; if it never is, it stays.
pub(super) struct Part {
    name: String,
    /// How many elements of the same name stand in it.
    depth: usize,
    text_len: usize,
    line_len: usize,
    space_due: bool,
}

impl Page {
    /// A part that is left out begins, or an element of the same name within it.
    pub(super) fn enter_part(&mut self, tag: &str) {
        if let Some(part) = self.parts.iter_mut().rev().find(|part| part.name == tag) {
            part.depth += 1;
            return;
        }
        let is_left_out = self.is_hidden || matches!(tag, "nav" | "footer" | "form" | "svg" | "template" | "button" | "select" | "dialog");
        if self.keeps_all || !is_left_out || self.parts.len() >= MOST_PARTS {
            return;
        }
        if is_block(tag) {
            self.commit();
        }
        self.parts.push(Part {
            name: tag.to_owned(),
            depth: 0,
            text_len: self.text.len(),
            line_len: self.line.len(),
            space_due: self.space_due,
        });
    }

    pub(super) fn leave_part(&mut self, tag: &str) {
        let Some(at) = self.parts.iter().rposition(|part| part.name == tag) else { return };
        if let Some(part) = self.parts.get_mut(at).filter(|part| part.depth > 0) {
            part.depth -= 1;
            return;
        }
        if is_block(tag) {
            self.commit();
        }
        let Some(part) = self.parts.drain(at..).next() else { return };
        if tag == "form" && self.is_posting(part.text_len) {
            return;
        }
        if self.text.len() == part.text_len {
            self.line.truncate(part.line_len);
            self.space_due |= part.space_due;
        } else if is_block(tag) {
            self.text.truncate(part.text_len);
        }
    }

    /// The text from `start` on is too long for a search box.
    fn is_posting(&self, start: usize) -> bool {
        self.text.get(start..).is_some_and(|text| text.len() > SHORT_FORM || text.contains("\n• "))
    }
}
