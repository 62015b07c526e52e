//! Résumés in DOCX and PDF, and files that only look like them.

use crate::{import, made, shown};
use quals::profile::Profile;

/// What both résumés say.
fn is_as_written(text: &str, profile: &Profile) {
    assert_eq!(profile.name.as_deref(), Some("Ada Moss"), "{text}");
    let [nurse, cook] = profile.work.as_slice() else { panic!("{text}") };
    assert_eq!((nurse.title.as_deref(), nurse.organization.as_deref()), (Some("Staff Nurse"), Some("St Brigid Hospital")), "{text}");
    assert_eq!((cook.title.as_deref(), cook.organization.as_deref()), (Some("Cook"), Some("Elm House")), "{text}");
    assert_eq!(nurse.start.map(|it| it.to_string()).as_deref(), Some("2019-06"), "{text}");
    assert_eq!(shown(cook.end), "2019-05", "{text}");
    let [degree] = profile.education.as_slice() else { panic!("{text}") };
    assert_eq!((degree.field.as_deref(), degree.institution.as_deref()), (Some("Nursing"), Some("University of Lagos")), "{text}");
    assert_eq!(degree.end.map(|it| it.to_string()).as_deref(), Some("2027-05"), "{text}");
    let skills: Vec<&str> = profile.skills.iter().map(|skill| skill.name.as_str()).collect();
    assert_eq!(skills, ["Wound care", "Phlebotomy", "Triage", "Python"], "{text}");
    for part in ["# - ada@example.org\n", "# - work: Cared for wounds on a ward of thirty beds, by night\n", "# - work: Cooked soup\n"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[cfg(feature = "docx")]
mod docx {
    use super::*;
    use std::io::Write;

    fn paragraph(style: &str, text: &str) -> String {
        let style = if style.is_empty() { String::new() } else { format!("<w:pPr>{style}</w:pPr>") };
        let runs: Vec<String> = text.split('\t').map(|run| format!("<w:r><w:t xml:space=\"preserve\">{run}</w:t></w:r>")).collect();
        format!("<w:p>{style}{}</w:p>", runs.join("<w:r><w:tab/></w:r>"))
    }

    fn document(body: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        archive.write_all(xml.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_document() {
        let heading = |text: &str| paragraph("<w:pStyle w:val=\"Heading1\"/>", text);
        let item = |text: &str| paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", text);
        let plain = |text: &str| paragraph("", text);
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", plain(text));
        let body = [
            paragraph("<w:pStyle w:val=\"Title\"/>", "Ada Moss"),
            plain("ada@example.org"),
            heading("Work Experience"),
            plain("Staff Nurse, St Brigid Hospital\tJune 2019 – present"),
            item("Cared for wounds on a ward of thirty beds, by night"),
            plain("Cook, Elm House\tSept 2017 – May 2019"),
            item("Cooked soup"),
            heading("Education"),
            plain("BSc in Nursing, University of Lagos\tExpected May 2027"),
            heading("Skills"),
            format!(
                "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
                cell("Wound care"),
                cell("Phlebotomy"),
                cell("Triage"),
                cell("Python")
            ),
        ];
        let (text, profile) = made("ada.docx", document(&body.concat()));
        assert!(text.starts_with("# Made of ada.docx (DOCX), as of 2026-12-01.\n"));
        is_as_written(&text, &profile);
    }

    #[test]
    fn bad_documents_are_told() {
        let told = |bytes: &[u8]| import("a.docx", bytes).unwrap_err().to_string();
        assert!(told(&document("")).contains("`a.docx`"));
        assert!(told(&document(&"<w:p>".repeat(200_000))).contains("`a.docx`"));
        assert!(told(b"PK\x03\x04garbage").starts_with("`a.docx` is no sound archive: "));
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&vec![b' '; 100 << 20]).unwrap();
        assert!(told(&archive.finish().unwrap().into_inner()).contains("is larger than"));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use lopdf::{
        Object, Stream,
        content::{Content, Operation},
        dictionary,
    };

    /// A page of texts, each with its size and its place.
    fn page(texts: &[(i64, i64, i64, &str)]) -> Vec<u8> {
        let mut pdf = lopdf::Document::with_version("1.5");
        let pages = pdf.new_object_id();
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding" };
        let mut operations = vec![Operation::new("BT", vec![])];
        for (size, x, y, text) in texts {
            operations.push(Operation::new("Tf", vec!["F1".into(), (*size).into()]));
            operations.push(Operation::new("Tm", vec![1.into(), 0.into(), 0.into(), 1.into(), (*x).into(), (*y).into()]));
            let bytes: Vec<u8> = text.chars().map(|c| if c == '–' { 0x96 } else { u8::try_from(u32::from(c)).unwrap() }).collect();
            operations.push(Operation::new("Tj", vec![Object::string_literal(bytes)]));
        }
        operations.push(Operation::new("ET", vec![]));
        let content = pdf.add_object(Stream::new(dictionary! {}, Content { operations }.encode().unwrap()));
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        let page = pdf.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources });
        pdf.objects.insert(pages, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }));
        let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        pdf.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_document() {
        let (text, profile) = made(
            "ada.pdf",
            page(&[
                (20, 72, 780, "Ada Moss"),
                (10, 72, 760, "ada@example.org"),
                (14, 72, 730, "EXPERIENCE"),
                (10, 72, 710, "Staff Nurse, St Brigid Hospital"),
                (10, 420, 710, "June 2019 – present"),
                (10, 80, 698, "\u{b7} Cared for wounds on a ward"),
                (10, 88, 686, "of thirty beds, by night"),
                (10, 72, 674, "Cook, Elm House"),
                (10, 420, 674, "Sept 2017 – May 2019"),
                (10, 80, 662, "\u{b7} Cooked soup"),
                (14, 72, 640, "EDUCATION"),
                (10, 72, 620, "BSc in Nursing, University of Lagos"),
                (10, 72, 608, "Expected May 2027"),
                (14, 72, 580, "SKILLS"),
                (10, 72, 560, "Wound care"),
                (10, 300, 560, "Phlebotomy"),
                (10, 72, 548, "Triage"),
                (10, 300, 548, "Python"),
            ]),
        );
        assert!(text.starts_with("# Made of ada.pdf (PDF), as of 2026-12-01.\n"));
        is_as_written(&text, &profile);
    }

    #[test]
    fn bad_documents_are_told() {
        let told = |bytes: &[u8]| import("a.pdf", bytes).unwrap_err().to_string();
        let mut noise = b"%PDF-1.7\n".to_vec();
        let mut seed = 1_u32;
        noise.extend((0..2_000_000).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        }));
        assert_eq!(told(&noise), "row `a.pdf` is a damaged PDF document; save it anew, or as text");
        assert!(told(&page(&[])).contains("`a.pdf` has no text in it, as if it were a picture of one"));
        assert!(told(&page(&[(10, 72, 700, "The harbour is closed.")])).contains("has no heading of a résumé that is known"));
        let whole = page(&[(10, 72, 700, "Skills"), (10, 72, 680, "Go")]);
        assert!(told(&whole[..whole.len() / 2]).contains("`a.pdf`"));
    }
}
