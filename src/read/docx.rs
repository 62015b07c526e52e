//! DOCX: the document of a word processor, an archive with XML in it.
//!
//! A paragraph in the style `Heading 2`, two numbered ones and a table in; `## Skills`, `• Go`, `• SQL` and `Pay: 50,000` out. The XML is written anew as
//! HTML, which is read like any page, so that lists, headings, bold lines and tables mean the same here and there. What was deleted while changes were
//! tracked, fields' codes, headers and footers are left out. What is packed beyond all measure is refused.

use super::{Document, ReadError, html, is_blank};
use crate::posting::Posting;
use crate::text::{Source, TextOf, decode};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The longest part of an archive that is read, in bytes once it is unpacked.
const LARGEST_PART: usize = 32 << 20;

/// Reads a document.
///
/// # Errors
/// [`ReadError::Unsupported`] where the archive holds something else, [`ReadError::Row`] where it is broken, [`ReadError::TooLarge`] where it is a bomb.
pub(super) fn document(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken(name, "is a broken archive"))?;
    let Some(body) = part(name, &mut archive, "word/document.xml")? else { return Err(other_archive(name, &archive)) };
    let styles = part(name, &mut archive, "word/styles.xml")?.map(|xml| styles(&xml)).unwrap_or_default();
    let mut page = Page { styles, ..Page::default() };
    page.read(&body).map_err(|()| broken(name, "is a document with broken XML in it"))?;
    let text = html::text(&page.html);
    if is_blank(&text) {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    let source = Source::new(name, text).with_text_of(Some(TextOf::Docx));
    Ok(Document { source, facts: Posting::default(), fields: None })
}

fn broken(name: &str, problem: &str) -> ReadError {
    ReadError::Row { path: name.to_owned(), problem: problem.to_owned(), advice: "open it and save it again, as DOCX or as text" }
}

/// What an archive is that is no document.
fn other_archive(name: &str, archive: &ZipArchive<Cursor<&[u8]>>) -> ReadError {
    let has = |part: &str| archive.file_names_raw().any(|name| name.starts_with(part.as_bytes()));
    let (what, advice) = if has("xl/") {
        ("an Excel workbook", "save it as CSV")
    } else if has("ppt/") || has("content.xml") {
        ("a document that is not DOCX", "save it as DOCX or as text")
    } else {
        ("a ZIP archive", "unpack it, and give the folder")
    };
    ReadError::Unsupported { path: name.to_owned(), what: what.to_owned(), advice }
}

/// A part of the archive as text; none where it is not there.
fn part(name: &str, archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Result<Option<String>, ReadError> {
    let Ok(file) = archive.by_name(part) else { return Ok(None) };
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_PART).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(|_| broken(name, "is a broken archive"))?;
    if bytes.len() > LARGEST_PART {
        return Err(ReadError::TooLarge { path: name.to_owned(), limit: LARGEST_PART });
    }
    decode(&bytes).map(|decoded| Some(decoded.text)).map_err(|_| broken(name, "is a document with broken XML in it"))
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    #[default]
    Plain,
    Heading(u8),
    Item,
}

/// The form of each style, by its id; ids are in the language of the writer, names are not.
fn styles(xml: &str) -> HashMap<String, Form> {
    let mut styles = HashMap::new();
    let mut id = None;
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.name().as_ref() == "w:style" => id = attribute(&tag, "w:styleId"),
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:name" => {
                if let (Some(id), Some(name)) = (id.take(), attribute(&tag, "w:val")) {
                    styles.insert(id, form_of(&name));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}

/// `heading 2`, `List Bullet 3`, `Title`.
fn form_of(style: &str) -> Form {
    let style = style.to_ascii_lowercase();
    if let Some(level) = style.strip_prefix("heading") {
        return Form::Heading(level.trim().parse().unwrap_or(2).clamp(1, 6));
    }
    match style.as_str() {
        "title" => Form::Heading(1),
        "subtitle" => Form::Heading(2),
        _ if style.starts_with("list bullet") || style.starts_with("list number") => Form::Item,
        _ => Form::Plain,
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.try_get_attribute(name).ok().flatten().map(|attribute| attribute.value.into_owned())
}

/// The document as HTML, as far as it was read.
#[derive(Default)]
struct Page {
    styles: HashMap<String, Form>,
    html: String,
    /// The text of the paragraph, as HTML.
    paragraph: String,
    form: Form,
    is_bold: bool,
    is_text: bool,
    /// How many elements are open whose content is left out.
    left_out: usize,
    /// A list of items is open.
    is_list: bool,
}

impl Page {
    fn read(&mut self, xml: &str) -> Result<(), ()> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag, false),
                Ok(Event::Empty(tag)) => self.start(&tag, true),
                Ok(Event::End(tag)) => self.end(tag.name().as_ref()),
                Ok(Event::Text(text)) if self.is_text && self.left_out == 0 => self.paragraph.push_str(&text),
                Ok(Event::GeneralRef(name)) if self.is_text && self.left_out == 0 => self.paragraph.extend(["&", &name, ";"]),
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => return Err(()),
            }
        }
        self.end_paragraph();
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let name = tag.name();
        match name.as_ref() {
            "w:p" if !is_empty => self.form = Form::Plain,
            "w:pStyle" => {
                let style = attribute(tag, "w:val").unwrap_or_default();
                self.form = self.styles.get(&style).copied().unwrap_or_else(|| form_of(&style));
            }
            "w:numPr" if !is_empty && self.form == Form::Plain => self.form = Form::Item,
            "w:r" => self.is_bold = false,
            "w:b" => self.is_bold = !matches!(attribute(tag, "w:val").as_deref(), Some("0" | "false" | "none")),
            "w:t" if !is_empty => {
                self.is_text = true;
                self.paragraph.push_str(if self.is_bold { "<b>" } else { "" });
            }
            "w:br" | "w:cr" => self.paragraph.push_str("<br>"),
            "w:tab" => self.paragraph.push(' '),
            "w:noBreakHyphen" => self.paragraph.push('-'),
            "w:tbl" if !is_empty => self.block("<table>"),
            "w:tr" if !is_empty => self.block("<tr>"),
            "w:tc" if !is_empty => self.block("<td>"),
            "mc:Fallback" | "w:del" | "w:moveFrom" if !is_empty => self.left_out += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:t" if self.is_text => {
                self.is_text = false;
                self.paragraph.push_str(if self.is_bold { "</b>" } else { "" });
            }
            "w:p" => self.end_paragraph(),
            "w:tbl" => self.block("</table>"),
            "w:tr" => self.block("</tr>"),
            "w:tc" => self.block("</td>"),
            "mc:Fallback" | "w:del" | "w:moveFrom" => self.left_out = self.left_out.saturating_sub(1),
            _ => {}
        }
    }

    /// Opens or closes a table or a part of it.
    fn block(&mut self, tag: &str) {
        self.end_paragraph();
        self.end_list();
        self.html.push_str(tag);
    }

    fn end_list(&mut self) {
        if std::mem::take(&mut self.is_list) {
            self.html.push_str("</ul>");
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let form = std::mem::take(&mut self.form);
        if form == Form::Item && !self.is_list {
            self.html.push_str("<ul>");
            self.is_list = true;
        }
        if form != Form::Item {
            self.end_list();
        }
        match form {
            Form::Item => self.html.extend(["<li>", &text, "</li>"]),
            Form::Plain => self.html.extend(["<p>", &text, "</p>"]),
            Form::Heading(level) => self.html.push_str(&format!("<h{level}>{text}</h{level}>")),
        }
    }
}
