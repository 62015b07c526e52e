//! HTML: what a reader would see of the page, in reading order.
//!
//! `<h2>Skills</h2><ul><li>Go<li>SQL</ul>` in; `## Skills`, `• Go`, `• SQL` out, a line each. Paragraphs, divisions and rows of
//! tables end a line; the cells of a row stand side by side (`Salary: 50,000`, `Mon | Tue | Wed`); a line that is bold as a whole
//! is `**bold**`. Scripts, navigation, footers, buttons and short forms are left out, and so is what surrounds `<main>`.
//!
//! A page that carries its posting as data for search engines (`data`) is read from there.
//!
//! Tags are taken as they come, without a tree: sloppy pages read well enough, and hostile ones cost no more than others.

mod data;
mod page;

use super::json::schema_org;
use super::{Document, Posting, ReadError};
use crate::text::{Source, TextOf};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use page::Page;
use std::borrow::Cow;
use std::convert::Infallible;

/// How much of a text is looked at to tell whether it is HTML.
const HEAD: usize = 64 << 10;

/// Makes a document of a page: of the postings that it carries as data for search engines, else of its text.
#[must_use]
pub fn documents(name: &str, page: &str) -> Vec<Result<Document, ReadError>> {
    let postings = data::postings(page);
    let mut found: Vec<Result<Document, ReadError>> = match postings.as_slice() {
        [one] => vec![of_data(name, page, one)],
        many => many.iter().zip(1..).map(|(posting, row)| schema_org::draft(posting).document(&format!("{name}:{row}"), of)).collect(),
    };
    // Data without a text are no posting; the page may show it.
    found.retain(Result::is_ok);
    if found.is_empty() { vec![Ok(plain(name, page))] } else { found }
}

/// One posting: the description that the data hold, unless it is cut off or has lost its lines, while the page has it whole.
fn of_data(name: &str, page: &str, posting: &serde_json::Map<String, serde_json::Value>) -> Result<Document, ReadError> {
    let mut draft = schema_org::draft(posting);
    if draft.is_flat() {
        draft.take_longer(&text(page));
    }
    draft.document(name, of)
}

fn of(_: String) -> TextOf {
    TextOf::Html
}

fn plain(name: &str, page: &str) -> Document {
    Document { source: Source::new(name, text(page)).with_text_of(Some(TextOf::Html)), facts: Posting::default(), fields: None }
}

/// The visible text of a page.
///
/// ```
/// use quals::read::html;
/// assert_eq!(html::text("<h1>Nurse</h1><p>Needs:<ul><li>RN <b>license</b></ul>"), "# Nurse\nNeeds:\n• RN license\n");
/// assert_eq!(html::text("<table><tr><td>Pay<td>&pound;30,000</table>"), "Pay: £30,000\n");
/// ```
#[must_use]
pub fn text(page: &str) -> String {
    let mut text = render(page, Page::new());
    if text.trim().is_empty() {
        text = render(page, Page::keeping_all()); // all of it stood in a form or a hidden part
    }
    // A description whose tags were escaped once more on the way: `&lt;p&gt;`.
    if is_html(&text) { render(&text, Page::new()) } else { text }
}

/// How many times tags may have been escaped on their way.
const MOST_ESCAPES: usize = 3;

/// What is seen of a text that may be HTML, also where its tags were escaped: `&lt;p&gt;`, `&amp;lt;p&amp;gt;`. A text that is none stays as it is.
pub(super) fn visible(value: &str) -> Cow<'_, str> {
    let mut found = Cow::Borrowed(value);
    for _ in 0..=MOST_ESCAPES {
        if is_html(&found) {
            return Cow::Owned(text(&found));
        }
        if !found.contains("lt;") || !found.contains("gt;") {
            break;
        }
        found = Cow::Owned(unescaped(&found));
    }
    Cow::Borrowed(value)
}

/// A text with its entities decoded once.
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        if let CallbackEvent::String { value } = event {
            out.push_str(&String::from_utf8_lossy(value));
        }
        None
    });
    Tokenizer::new_with_emitter(value, emitter).for_each(drop);
    out
}

fn render(text: &str, mut page: Page) -> String {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => page.open(name),
            CallbackEvent::AttributeName { name } => page.attribute(name),
            CallbackEvent::AttributeValue { value } => page.attribute_value(value),
            CallbackEvent::CloseStartTag { .. } => page.opened(),
            CallbackEvent::EndTag { name } => page.close(name),
            CallbackEvent::String { value } => page.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).for_each(drop);
    page.finish()
}

/// Whether a text is HTML by its content: it begins with a tag, or most of its lines have tags of blocks.
///
/// ```
/// use quals::read::html::is_html;
/// assert!(is_html("Nurse<br>RN license<br>Nights") && is_html("<!doctype html><title>x"));
/// assert!(!is_html("C++ (vector<int>), 5 < 6, see <b>bold</b>"));
/// ```
#[must_use]
pub fn is_html(text: &str) -> bool {
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes()).trim_ascii_start();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let (mut blocks, mut known) = (0_usize, 0_usize);
    for at in memchr::memchr_iter(b'<', head) {
        match tag(head.get(at + 1..).unwrap_or_default()) {
            Some(Tag::Page) if at == 0 => return true,
            Some(Tag::Page | Tag::Block) => blocks += 1,
            Some(Tag::Inline) => known += 1,
            None => continue,
        }
        if at == 0 {
            known += 2;
        }
    }
    let lines = head.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    blocks > 0 && (known >= 2 || blocks >= 2) && (known >= 2 || blocks * 2 >= lines)
}

/// What a tag says of the text that it stands in.
enum Tag {
    /// It only occurs in web pages: `<html>`, `<!doctype`.
    Page,
    /// It ends lines.
    Block,
    /// It may be found in Markdown too.
    Inline,
}

fn tag(text: &[u8]) -> Option<Tag> {
    let text = text.strip_prefix(b"/").unwrap_or(text);
    let len = text.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'!')).unwrap_or(text.len());
    let (name, behind) = text.split_at_checked(len)?;
    if !matches!(behind.first(), None | Some(b'>' | b'/' | b' ' | b'\n' | b'\r' | b'\t')) {
        return None;
    }
    match name.to_ascii_lowercase().as_slice() {
        b"!doctype" | b"html" | b"head" | b"body" | b"meta" => Some(Tag::Page),
        b"p" | b"div" | b"br" | b"ul" | b"ol" | b"li" | b"table" | b"tr" | b"td" | b"section" | b"article" | b"main" | b"h1" | b"h2"
        | b"h3" | b"h4" | b"h5" | b"h6" | b"header" => Some(Tag::Block),
        b"b" | b"strong" | b"em" | b"i" | b"u" | b"span" | b"a" | b"font" => Some(Tag::Inline),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
