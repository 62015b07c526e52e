//! The same posting in every format asks the same.

use crate::{ENGINE, document, extract, wrap};
use quals::{read::Document, requirement::Requirement};
use std::fs;

/// The shipped postings that are plain text or Markdown, each paragraph on a line: only those can be put into tags line by line.
fn texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["postings", "tests/corpus"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt" || extension == "md") {
                let text = fs::read_to_string(&path).unwrap();
                let is_wrapped = text.lines().filter(|line| line.starts_with(char::is_lowercase)).count() > 2;
                if !is_wrapped {
                    found.push((path.display().to_string(), text));
                }
            }
        }
    }
    found.sort();
    assert!(found.len() >= 20, "{}", found.len());
    found
}

/// What a posting asks, without where it stands.
fn asked(document: &Document) -> Vec<String> {
    let extraction = extract(document);
    for requirement in &extraction.requirements {
        assert_eq!(document.source.slice(requirement.span), requirement.quote, "{}", extraction.source);
    }
    let text = |it: &Requirement| format!("{:?} {}", it.priority, serde_json::to_string(&it.needs).unwrap());
    extraction.requirements.iter().map(text).collect()
}

/// Compares each text with itself in another format, and tells all that differ at once.
#[track_caller]
fn same(name: &str, text_of: Option<&str>, wrap: impl Fn(&str) -> Vec<u8>) {
    let mut different = Vec::new();
    for (path, text) in texts() {
        let expected = asked(&document("posting.md", text.as_bytes()));
        let wrapped = document(name, wrap(&text));
        assert_eq!(wrapped.source.text_of().map(ToString::to_string).as_deref(), text_of, "{path} in {name}");
        let found = asked(&wrapped);
        if found != expected {
            let lost: Vec<&String> = expected.iter().filter(|it| !found.contains(it)).collect();
            let new: Vec<&String> = found.iter().filter(|it| !expected.contains(it)).collect();
            different.push(format!("{path} in {name}:\n  lost {lost:#?}\n  new {new:#?}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn in_text() {
    same("posting.txt", None, |text| text.as_bytes().to_vec());
    same("posting.txt", None, |text| text.replace('\n', "\r\n").into_bytes());
}

#[test]
fn in_pages() {
    same("posting.html", Some("html"), |text| wrap::page(text).into_bytes());
    same("posting.html", Some("html"), wrap::json_ld_page);
}

#[test]
fn in_json() {
    same("posting.json", Some("json:description"), |text| wrap::job_posting(text).to_string().into_bytes());
    same("posting.jsonld", Some("json:description"), |text| wrap::job_posting(&wrap::html(text)).to_string().into_bytes());
    same("posting.json", Some("json:content"), wrap::greenhouse);
    same("posting.json", Some("json:descriptionHtml"), wrap::ashby);
    same("posting.json", Some("json:jobAd.sections.jobDescription"), wrap::smart_recruiters);
    same("posting.json", Some("json:jobPostingInfo.jobDescription"), wrap::workday);
}

#[test]
fn in_lists_of_lever() {
    let mut different = Vec::new();
    for (path, text) in texts() {
        let (expected, found) = (asked(&document("posting.md", text.as_bytes())), asked(&document("posting.json", wrap::lever(&text))));
        if expected != found {
            different.push(format!("{path}\n{expected:#?}\n{found:#?}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn in_rows() {
    same("postings.ndjson", Some("json:description"), wrap::ndjson);
    same("postings.csv", Some("column:Job Description"), |text| wrap::csv(text, ','));
    same("postings.csv", Some("column:Job Description"), |text| wrap::csv(text, ';'));
    same("postings.tsv", Some("column:Job Description"), |text| wrap::csv(text, '\t'));
    same("postings.csv", Some("column:Job Description"), |text| [&b"\xEF\xBB\xBF"[..], &wrap::csv(text, ',')].concat());
    same("postings.csv", Some("column:Job Description"), |text| {
        let table = String::from_utf8(wrap::csv(text, '\t')).unwrap();
        let units = std::iter::once(0xFEFF).chain(table.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    });
}

#[test]
fn packed() {
    same("posting.md.gz", None, |text| wrap::gzip(text.as_bytes()));
    same("posting.md.zst", None, |text| wrap::zstd(text.as_bytes()));
    same("postings.ndjson.zst", Some("json:description"), |text| wrap::zstd(&wrap::ndjson(text)));
    same("postings.csv.gz", Some("column:Job Description"), |text| wrap::gzip(&wrap::csv(text, ',')));
}

#[cfg(feature = "docx")]
#[test]
fn in_a_document_of_a_word_processor() {
    same("posting.docx", Some("docx"), wrap::docx);
}

/// JSON-LD that quals wrote says the same when quals reads it.
#[test]
fn there_and_back() {
    let mut different = Vec::new();
    for (path, text) in texts() {
        let document = document("posting.md", text.as_bytes());
        let extraction = ENGINE.extract(&document, jiff::civil::date(2026, 12, 1));
        let written = quals::report::json_ld::job_posting(&extraction, document.source.text());
        let (expected, found) = (asked(&document), asked(&crate::document("posting.jsonld", written.to_string())));
        if expected != found {
            different.push(format!("{path}\n{expected:#?}\n{found:#?}\n{}", serde_json::to_string_pretty(&written).unwrap()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
