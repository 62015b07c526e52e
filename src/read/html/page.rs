//! The lines of a page, built tag by tag.
//!
//! Line ends are lazy: `</p>` only says that one is due, so that `<td><p>Pay</p></td><td>…` can still put both cells on a line.

/// The longest first cell of a row that stands beside the next one.
const LONGEST_LABEL: usize = 80;
/// The longest line that is marked as bold.
const LONGEST_BOLD: usize = 200;
/// A form with less text than this is a search box or a sign-up, not a posting that stands in a form.
const SHORT_FORM: usize = 1_500;
/// How much text `<main>` must hold to stand for the page.
const SHORT_MAIN: usize = 300;
/// How many parts to leave out may stand in one another.
const MOST_PARTS: usize = 16;

/// A part of the page that goes once it is closed; if it never is, it stays.
struct Part {
    name: String,
    /// How many elements of the same name stand in it.
    depth: usize,
    text_len: usize,
    line_len: usize,
    space_due: bool,
}

/// A row of a table, while it is built.
struct Row {
    cells: usize,
    text_len: usize,
    /// Where on the line the second cell's separator stands.
    separator: Option<usize>,
}

/// What is open, and the text so far.
#[derive(Default)]
pub(super) struct Page {
    keeps_all: bool,
    text: String,
    line: String,
    /// A space stands before the next word.
    space_due: bool,
    /// The line is complete; the next text begins another.
    break_due: bool,
    /// An empty line stands before the next one.
    blank_due: bool,
    /// The next line is a list item.
    bullet_due: bool,
    /// Nothing has been written into the table cell yet.
    is_fresh_cell: bool,
    is_label: bool,
    line_bullet: bool,
    /// The line before was a list item.
    last_bullet: bool,
    line_depth: usize,
    line_heading: usize,
    line_is_bold: bool,
    heading: usize,
    lists: usize,
    /// A list has ended: what is no item of another stands apart from it.
    list_ended: bool,
    bold: usize,
    bold_outside: usize,
    preformatted: usize,
    /// The element whose text is no text of the page: a script, the title.
    raw: Option<String>,
    parts: Vec<Part>,
    rows: Vec<Row>,
    paragraph_start: usize,
    main: Option<(usize, Option<usize>)>,
    first_heading: Option<(usize, usize)>,
    tag: String,
    is_style: bool,
    is_hidden: bool,
}

impl Page {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A page that leaves nothing out but scripts and the like.
    pub(super) fn keeping_all() -> Self {
        Self { keeps_all: true, ..Self::default() }
    }

    /// `<name`
    pub(super) fn open(&mut self, name: &[u8]) {
        self.tag.clear();
        self.tag.push_str(&String::from_utf8_lossy(name));
        self.is_style = false;
        self.is_hidden = false;
    }

    /// The name of an attribute of the tag that was opened last.
    pub(super) fn attribute(&mut self, name: &[u8]) {
        self.is_style = name == b"style";
        self.is_hidden |= name == b"hidden";
    }

    /// The value of the attribute that was named last.
    pub(super) fn attribute_value(&mut self, value: &[u8]) {
        if self.is_style {
            let style: String = value.iter().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(*byte)).collect();
            self.is_hidden |= style.to_ascii_lowercase().contains("display:none");
        }
    }

    /// `>` of a start tag.
    pub(super) fn opened(&mut self) {
        let tag = std::mem::take(&mut self.tag);
        self.start(&tag);
        self.tag = tag;
    }

    fn start(&mut self, tag: &str) {
        match tag {
            "script" | "style" | "noscript" | "title" | "textarea" | "iframe" | "xmp" | "noembed" | "noframes" => {
                self.raw = Some(tag.to_owned());
            }
            "br" => self.line_break(),
            "hr" => {
                self.commit();
                self.blank_due = true;
            }
            "b" | "strong" => self.bold += 1,
            "img" | "input" | "wbr" | "meta" | "link" | "area" | "base" | "col" | "embed" | "source" | "track" => {}
            _ => {
                if is_block(tag) && !self.is_fresh_cell && tag != "dd" && tag != "td" && tag != "th" {
                    self.end_line();
                }
                self.enter_part(tag);
                self.start_block(tag);
            }
        }
    }

    fn start_block(&mut self, tag: &str) {
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.commit();
                self.blank_due = true;
                self.heading = tag.bytes().last().map_or(2, |digit| usize::from(digit.saturating_sub(b'0')));
            }
            "li" => {
                self.commit();
                self.bullet_due = true;
                self.bold_outside = self.bold;
            }
            "p" => {
                self.bold_outside = self.bold;
                self.paragraph_start = self.text.len() + self.line.len();
            }
            "ul" | "ol" | "menu" => {
                self.commit();
                self.lists += 1;
            }
            "pre" => {
                self.commit();
                self.preformatted += 1;
            }
            "table" => self.commit(),
            "tr" => self.start_row(),
            "td" | "th" => self.start_cell(),
            "dd" => self.start_value(),
            "main" => {
                self.commit();
                self.main = self.main.or(Some((self.text.len(), None)));
            }
            _ => {}
        }
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &[u8]) {
        let tag = String::from_utf8_lossy(name);
        let tag = tag.as_ref();
        if self.raw.as_deref().is_some_and(|raw| raw == tag) {
            self.raw = None;
            return;
        }
        match tag {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "dt" => self.is_label = true,
            "br" => self.line_break(),
            "td" | "th" => self.bold = self.bold.min(self.bold_outside),
            _ => {
                if is_block(tag) {
                    self.end_line();
                }
                self.end_block(tag);
                self.leave_part(tag);
            }
        }
    }

    fn end_block(&mut self, tag: &str) {
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.commit();
                self.heading = 0;
            }
            "li" => {
                self.bullet_due = false;
                self.bold = self.bold.min(self.bold_outside);
            }
            "p" => {
                self.bold = self.bold.min(self.bold_outside);
                if self.paragraph_start == self.text.len() + self.line.len() {
                    self.commit();
                    self.blank_due = true;
                }
            }
            "ul" | "ol" | "menu" => {
                self.commit();
                self.lists = self.lists.saturating_sub(1);
                self.list_ended |= self.lists == 0;
            }
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "tr" => {
                self.commit();
                self.rows.pop();
            }
            "main" => {
                self.commit();
                self.main = self.main.map(|(start, end)| (start, end.or(Some(self.text.len()))));
            }
            _ => {}
        }
    }

    /// Text between tags; white space is one space, as on a screen.
    pub(super) fn text(&mut self, text: &str) {
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

    fn line_break(&mut self) {
        if self.line.is_empty() {
            self.blank_due |= !self.bullet_due;
        } else {
            let is_second = self.break_due;
            self.commit();
            self.blank_due = is_second;
        }
    }

    fn end_line(&mut self) {
        self.break_due |= !self.line.is_empty();
        self.space_due = false;
    }

    /// Writes the line into the text.
    fn commit(&mut self) {
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

    fn start_row(&mut self) {
        self.commit();
        if self.rows.len() > MOST_PARTS {
            self.rows.pop();
        }
        self.rows.push(Row { cells: 0, text_len: self.text.len(), separator: None });
    }

    fn start_cell(&mut self) {
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
    fn settle_separator(&mut self) {
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
    fn start_value(&mut self) {
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

    /// A part that is left out begins, or an element of the same name within it.
    fn enter_part(&mut self, tag: &str) {
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

    fn leave_part(&mut self, tag: &str) {
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

    /// The finished text: of `<main>` alone, with the first heading, where there is one with enough in it.
    pub(super) fn finish(mut self) -> String {
        self.commit();
        let Some((start, end)) = self.main else { return self.text };
        let Some(main) = self.text.get(start..end.unwrap_or(self.text.len())).filter(|main| main.trim().len() >= SHORT_MAIN) else {
            return self.text;
        };
        match self.first_heading {
            Some((from, to)) if to <= start => self.text.get(from..to).unwrap_or_default().to_owned() + main.trim_start_matches('\n'),
            _ => main.trim_start_matches('\n').to_owned(),
        }
    }
}

/// An element that begins and ends on lines of its own.
fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "ul"
            | "ol"
            | "menu"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "caption"
            | "blockquote"
            | "pre"
            | "form"
            | "fieldset"
            | "legend"
            | "address"
            | "figure"
            | "figcaption"
            | "details"
            | "summary"
            | "center"
            | "body"
            | "html"
            | "head"
            | "title"
            | "dialog"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "option"
            | "template"
    )
}
