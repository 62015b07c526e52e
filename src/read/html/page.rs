//! The lines of a page, built tag by tag: what each tag opens and closes. How text becomes lines, cells stand side by side, and parts are
//! left out, the files below say.
//!
//! Line ends are lazy: `</p>` only says that one is due, so that `<td><p>Pay</p></td><td>…` can still put both cells on a line.

mod cells;
mod line;
mod parts;

use cells::Row;
use parts::Part;

/// How much text `<main>` must hold to stand for the page.
const SHORT_MAIN: usize = 300;
/// How many parts to leave out may stand in one another.
const MOST_PARTS: usize = 16;

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
