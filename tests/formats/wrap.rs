//! Puts a text of plain lines and simple Markdown into other formats.

use serde_json::{Value, json};
use std::io::Write;

/// A piece of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Heading(usize, &'t str),
    Item(&'t str),
    Line(&'t str),
    Gap,
}

pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let marked = |line: &'static str| move |text: &str| text.starts_with(line);
    text.lines()
        .map(|line| {
            let bare = line.trim();
            let level = bare.bytes().take_while(|byte| *byte == b'#').count();
            if bare.is_empty() {
                Piece::Gap
            } else if (1..=6).contains(&level) && bare[level..].starts_with(' ') {
                Piece::Heading(level, bare[level..].trim())
            } else if ["- ", "* ", "• "].into_iter().any(|mark| marked(mark)(bare)) {
                Piece::Item(bare.split_once(' ').unwrap().1.trim())
            } else {
                Piece::Line(bare)
            }
        })
        .collect()
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Markdown's bold as HTML's.
fn inline(text: &str) -> String {
    let escaped = escape(text);
    let mut parts = escaped.split("**");
    let mut out = parts.next().unwrap().to_owned();
    for (part, tag) in parts.zip(["<b>", "</b>"].into_iter().cycle()) {
        out.push_str(tag);
        out.push_str(part);
    }
    out
}

/// The body of a page.
pub(crate) fn html(text: &str) -> String {
    html_of(&pieces(text))
}

fn html_of(pieces: &[Piece<'_>]) -> String {
    let mut out = String::new();
    let mut is_list = false;
    for piece in pieces {
        let is_item = matches!(piece, Piece::Item(_));
        if is_list && !is_item && *piece != Piece::Gap {
            out.push_str("</ul>\n");
            is_list = false;
        }
        match piece {
            Piece::Heading(level, text) => out.push_str(&format!("<h{level}>{}</h{level}>\n", inline(text))),
            Piece::Line(text) => out.push_str(&format!("<p>{}</p>\n", inline(text))),
            Piece::Item(text) => {
                out.push_str(if is_list { "<li>" } else { "<ul><li>" });
                out.push_str(&format!("{}</li>\n", inline(text)));
                is_list = true;
            }
            Piece::Gap if is_list => {}
            Piece::Gap => out.push_str("<p></p>\n"),
        }
    }
    out
}

/// A page as it is saved, with all that surrounds the posting.
pub(crate) fn page(text: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Jobs</title><style>p {{ margin: 0 }}</style><script>track(\"must have\")</script></head>\
         <body><nav><ul><li><a href=\"/\">Home</a></li><li>Must have Java</li></ul></nav><main>{}</main>\
         <footer><p>All applicants must hold a degree in cookies.</p></footer></body></html>",
        html(text)
    )
}

fn line(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

/// `JobPosting` in a script of a page that shows something else.
pub(crate) fn json_ld_page(text: &str) -> Vec<u8> {
    let graph = json!({ "@context": "https://schema.org", "@graph": [{ "@type": "WebSite", "name": "Jobs" }, job_posting(&html(text))] });
    let script = graph.to_string().replace("</", "<\\/");
    format!("<!doctype html><html><head><script type=\"application/ld+json\">{script}</script></head><body><p>Loading…</p></body></html>")
        .into_bytes()
}

pub(crate) fn job_posting(description: &str) -> Value {
    json!({ "@context": "https://schema.org/", "@type": "JobPosting", "title": "A job", "description": description })
}

pub(crate) fn greenhouse(text: &str) -> Vec<u8> {
    let job = json!({ "id": 7, "title": "A job", "content": escape(&html(text)), "absolute_url": "https://example.com/7", "location": { "name": "Leeds" } });
    line(&json!({ "jobs": [job], "meta": { "total": 1 } }))
}

/// The sections under headings stand in `lists`.
pub(crate) fn lever(text: &str) -> Vec<u8> {
    let all = pieces(text);
    let starts: Vec<usize> = all.iter().enumerate().filter(|(_, piece)| matches!(piece, Piece::Heading(..))).map(|(at, _)| at).collect();
    let first = starts.iter().copied().find(|at| *at > 0).unwrap_or(all.len());
    let mut lists = Vec::new();
    for (n, start) in starts.iter().copied().filter(|at| *at >= first).enumerate() {
        let end = starts.iter().copied().filter(|at| *at >= first).nth(n + 1).unwrap_or(all.len());
        if let Piece::Heading(_, heading) = all[start] {
            lists.push(json!({ "text": heading, "content": html_of(&all[start + 1..end]) }));
        }
    }
    let job = json!({ "id": "7", "text": "A job", "categories": { "location": "Leeds" }, "description": html_of(&all[..first]), "descriptionPlain": "…",
        "lists": lists, "additional": "", "createdAt": 1_763_683_200_000_u64 });
    line(&json!([job]))
}

pub(crate) fn ashby(text: &str) -> Vec<u8> {
    let job = json!({ "title": "A job", "location": "Leeds", "descriptionHtml": html(text), "descriptionPlain": text, "jobUrl": "https://example.com/7" });
    line(&json!({ "jobs": [job], "apiVersion": "1" }))
}

pub(crate) fn smart_recruiters(text: &str) -> Vec<u8> {
    line(&json!({ "id": "7", "name": "A job", "jobAd": { "sections": { "jobDescription": { "text": html(text) } } } }))
}

pub(crate) fn workday(text: &str) -> Vec<u8> {
    line(
        &json!({ "jobPostingInfo": { "title": "A job", "jobDescription": html(text), "location": "Leeds" }, "hiringOrganization": { "name": "X" } }),
    )
}

pub(crate) fn ndjson(text: &str) -> Vec<u8> {
    line(&json!({ "title": "A job", "description": text }))
}

/// A table with its cells over several lines.
pub(crate) fn csv(text: &str, delimiter: char) -> Vec<u8> {
    format!("id{delimiter}Job Description{delimiter}title\r\n7{delimiter}\"{}\"{delimiter}A job\r\n", text.replace('"', "\"\""))
        .into_bytes()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// An archive with one part.
#[cfg(feature = "docx")]
pub(crate) fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file(name, options).unwrap();
    archive.write_all(content).unwrap();
    archive.finish().unwrap().into_inner()
}

#[cfg(feature = "docx")]
pub(crate) fn docx(text: &str) -> Vec<u8> {
    let mut body = String::new();
    for piece in pieces(text) {
        let (properties, text) = match piece {
            Piece::Heading(level, text) => (format!("<w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>"), text),
            Piece::Item(text) => ("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>".to_owned(), text),
            Piece::Line(text) => (String::new(), text),
            Piece::Gap => (String::new(), ""),
        };
        body.push_str(&format!("<w:p>{properties}"));
        let (mut is_bold, escaped) = (false, escape(text));
        for run in escaped.split("**") {
            let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
            body.push_str(&format!("<w:r>{bold}<w:t xml:space=\"preserve\">{run}</w:t></w:r>"));
            is_bold = !is_bold;
        }
        body.push_str("</w:p>");
    }
    let document = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive("word/document.xml", document.as_bytes())
}
