//! Good and bad input, as files.

use super::*;
use crate::text::TextOf;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

fn all(path: &Path) -> (Vec<Document>, Vec<ReadError>) {
    let (mut documents, mut errors) = (Vec::new(), Vec::new());
    for found in read(&[path.into()], &ReadOptions::default()) {
        match found {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    (documents, errors)
}

/// The one error of a path, with the path itself as `PATH`.
fn error(path: &Path) -> String {
    let (documents, errors) = all(path);
    assert!(documents.is_empty(), "{:?}", documents.iter().map(|d| d.source.name()).collect::<Vec<_>>());
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors[0].to_string().replace(&*path.to_string_lossy(), "PATH")
}

fn bytes(name: &str, content: &[u8]) -> Vec<Result<Document, ReadError>> {
    read_bytes(name, content.to_vec(), &ReadOptions::default()).collect()
}

fn limited(largest: usize) -> ReadOptions {
    ReadOptions { largest, ..ReadOptions::default() }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn each_format_is_read() {
    let dir = folder(&[
        ("b/two.md", b"# Two\n- Go"),
        ("a.txt", b"One"),
        ("c.html", b"<p>Three"),
        ("d.ndjson", b"{\"description\":\"Four\",\"title\":\" Nurse \",\"company\":\"nan\",\"location\":[\"Rome\",\"\"]}\n\n{\"content\":\"<p>Five<p>x\"}\n"),
        ("e.jsonl.gz", &gzip(b"{\"text\":\"Six\"}")),
        ("f.txt.gz", &gzip(b"Seven")),
        ("g", b"Eight"),
        ("page.txt", b"<!doctype html><p>Nine"),
        (".hidden/x.txt", b"no"),
    ]);
    let (documents, errors) = all(dir.path());
    assert!(errors.is_empty(), "{errors:?}");
    let found: Vec<(String, &str, String)> = documents
        .iter()
        .map(|d| {
            let name = d.source.name().strip_prefix(&*dir.path().to_string_lossy()).unwrap_or_default().to_owned();
            (name, d.source.text().trim(), d.source.text_of().map(ToString::to_string).unwrap_or_default())
        })
        .collect();
    let found: Vec<(&str, &str, &str)> = found.iter().map(|(name, text, of)| (name.as_str(), *text, of.as_str())).collect();
    assert_eq!(
        found,
        [
            ("/a.txt", "One", ""),
            ("/b/two.md", "# Two\n- Go", ""),
            ("/c.html", "Three", "html"),
            ("/d.ndjson:1", "Four", "json:description"),
            ("/d.ndjson:3", "Five\nx", "json:content"),
            ("/e.jsonl.gz:1", "Six", "json:text"),
            ("/f.txt.gz", "Seven", ""),
            ("/g", "Eight", ""),
            ("/page.txt", "Nine", "html"),
        ]
    );
    let facts = &documents[3].facts;
    assert_eq!(
        (facts.title.as_deref(), facts.company.as_deref(), facts.locations.as_slice()),
        (Some("Nurse"), None, &["Rome".to_owned()][..])
    );
}

#[test]
fn rows_are_known_by_their_content() {
    let found = bytes("-", b"{\"description\": \"RN license\", \"format\": \"txt\"}\n{\"description\": \"<p>x\", \"format\": \"html\"}");
    assert_eq!(found.iter().map(|d| d.as_ref().unwrap().source.text()).collect::<Vec<_>>(), ["RN license", "x\n"]);
    assert_eq!(bytes("-", b"{curly} text\nof a posting")[0].as_ref().unwrap().source.text(), "{curly} text\nof a posting");
    let found = bytes("x.json", b"{\"description\": \"RN license\"}");
    assert_eq!(found[0].as_ref().unwrap().source.name(), "x.json");
}

#[test]
fn a_bad_row_is_its_own_error() {
    let rows = b"{\"description\":\"One\"}\n{\"description\":\n[1]\n{\"title\":\"x\"}\n{\"description\":5}\n{\"description\":\"\"}\n{\"description\":\"Two\"}\n";
    let found = bytes("f.ndjson", rows);
    let said: Vec<String> = found
        .iter()
        .map(|row| row.as_ref().map_or_else(ToString::to_string, |d| format!("{} {}", d.source.name(), d.source.text())))
        .collect();
    assert_eq!(
        said,
        [
            "f.ndjson:1 One",
            "row `f.ndjson:2` is no sound JSON at column 15; write one whole object a line",
            "row `f.ndjson:3` is no JSON object; write `{\"description\": \"…\"}`",
            "row `f.ndjson:4` has no column for the posting's text; call it `description`, or name it with `--column description=NAME`",
            "row `f.ndjson:5` has no text in `description`; write the text as a string, or leave the row out",
            "`f.ndjson:6` has no text; fill it, or leave it out",
            "f.ndjson:7 Two",
        ]
    );
}

#[test]
fn a_row_may_be_too_long() {
    let rows = format!("{{\"description\":\"{}\"}}\n{{\"description\":\"short\"}}\n", "x".repeat(5_000));
    let found: Vec<_> = read_bytes("f.ndjson", rows.into_bytes(), &limited(1_000)).collect();
    assert!(matches!(&found[..], [Err(ReadError::TooLarge { path, .. }), Ok(_)] if path == "f.ndjson:1"), "{found:?}");
}

#[test]
fn missing_and_empty_files() {
    let dir = folder(&[("empty.txt", b""), ("blank.txt", b" \n\t\n"), ("empty.html", b"<p></p>"), ("empty.ndjson", b"")]);
    assert_eq!(error(&dir.path().join("none.txt")), "`PATH` does not exist; check the name, or give the folder it is in");
    for name in ["empty.txt", "blank.txt", "empty.html", "empty.ndjson"] {
        assert_eq!(error(&dir.path().join(name)), "`PATH` has no text; fill it, or leave it out", "{name}");
    }
}

#[test]
fn files_that_are_no_postings() {
    let dir = folder(&[("a.json", b"{\n \"a\": 1\n}"), ("c.json", b"{\n \"a\": \n}"), ("a.png", b"\x89PNG\r\n"), ("b.txt", b"a\0b")]);
    assert_eq!(error(&dir.path().join("a.png")), "`PATH` is a PNG picture, not text; save the posting as text, Markdown or HTML");
    assert_eq!(error(&dir.path().join("b.txt")), "`PATH` is binary data, not text; save the posting as text, Markdown or HTML");
    let advice = "give one object with a `description`, a list of them, or the `jobs` of a board";
    assert_eq!(error(&dir.path().join("a.json")), format!("row `PATH` holds no posting; {advice}"));
    let advice = "save it again, or write one object a line";
    assert_eq!(error(&dir.path().join("c.json")), format!("row `PATH` is no sound JSON at line 3, column 1; {advice}"));
}

#[test]
fn folders_skip_what_is_no_posting() {
    let dir = folder(&[("a.gold.json", b"{}"), ("b.png", b""), ("README.md", b"# x"), ("p.toml", b"")]);
    let (documents, errors) = all(dir.path());
    assert!(documents.is_empty());
    assert_eq!(errors.iter().filter(|error| error.is_skipped()).count(), 4);
    assert!(matches!(errors.last(), Some(ReadError::NoPosting { .. })));
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(
        error(empty.path()),
        "`PATH` holds no posting; give a folder with .txt, .md, .html, .json, .ndjson, .csv, .docx or .pdf files"
    );
}

#[test]
fn other_encodings_are_read() {
    let found = bytes("a.txt", b"Z\xFCrich, bachelor\x92s degree");
    let source = &found[0].as_ref().unwrap().source;
    assert_eq!((source.text(), source.text_of()), ("Zürich, bachelor’s degree", Some(&TextOf::Repaired)));
    let found = bytes("a.txt", b"\xEF\xBB\xBFplain");
    assert_eq!(found[0].as_ref().unwrap().source.text_of(), None);
    let found = bytes("a.ndjson", b"\xEF\xBB\xBF{\"description\":\"Link\xE2\x88\x9A\xE2\x88\x82ping\"}");
    assert_eq!(found[0].as_ref().unwrap().source.text(), "Linköping");
    let found = bytes("a.ndjson", b"{\"description\":\"Z\xFCrich\"}");
    assert!(found[0].is_ok());
}

#[test]
fn large_files_take_little_time() {
    let dir = folder(&[
        ("large.txt", &b"Experience with Python, SQL and the other usual tools.\n".repeat(1_000_000)[..50 << 20]),
        ("line.txt", &b"Experience with Python. ".repeat(220_000)),
        ("tags.html", &b"<p>Experience with <b>Python</b>".repeat(100_000)),
    ]);
    let start = Instant::now();
    let (documents, errors) = all(dir.path());
    assert_eq!((documents.len(), errors.len()), (3, 0));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn too_large_a_file_is_refused() {
    let found: Vec<_> = read_bytes("a.txt", vec![b'x'; 2 << 20], &limited(1 << 20)).collect();
    let said = found[0].as_ref().err().map(ToString::to_string);
    assert_eq!(said.as_deref(), Some("`a.txt` is larger than 1 MB; give postings in files of their own, or as NDJSON with one a line"));
    let bomb = gzip(&vec![b'x'; 2 << 20]);
    let found: Vec<_> = read_bytes("a.txt.gz", bomb, &limited(1 << 20)).collect();
    assert!(matches!(found[..], [Err(ReadError::TooLarge { .. })]));
}

#[test]
fn broken_gzip_is_an_error() {
    let whole = gzip("{\"description\":\"One\"}\n".repeat(5_000).as_bytes());
    let found = bytes("a.ndjson.gz", &whole[..whole.len() / 2]);
    assert!(matches!(found.last(), Some(Err(ReadError::Io { .. }))));
    assert!(matches!(bytes("a.txt.gz", b"\x1F\x8Bxx")[..], [Err(ReadError::Io { .. })]));
}

#[cfg(unix)]
#[test]
fn links_and_pipes_in_folders() {
    use std::os::unix::fs::symlink;
    let dir = folder(&[("a.txt", b"One"), ("sub/b.txt", b"Two")]);
    symlink(dir.path(), dir.path().join("sub/loop")).unwrap();
    symlink("/nowhere/at/all", dir.path().join("dangling.txt")).unwrap();
    symlink(dir.path().join("a.txt"), dir.path().join("link.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(dir.path().join("pipe.txt")).status();
    let (documents, errors) = all(dir.path());
    assert_eq!(documents.len(), 3);
    assert!(errors.iter().all(ReadError::is_skipped), "{errors:?}");
    assert_eq!(errors.len(), if made.is_ok_and(|status| status.success()) { 3 } else { 2 });
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_stops_no_other() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder(&[("a.txt", b"One"), ("b.txt", b"Two"), ("c.txt", b"Three")]);
    let locked = dir.path().join("b.txt");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&locked).is_ok() {
        return; // the superuser reads everything
    }
    let (documents, errors) = all(dir.path());
    assert_eq!(documents.len(), 2);
    assert!(errors[0].to_string().contains("permission denied; check its permissions"), "{errors:?}");
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_taken(content in proptest::collection::vec(any::<u8>(), 0..300), name in "[a-c]\\.(txt|html|ndjson|md|gz|json|xyz)") {
            let _ = bytes(&name, &content);
        }

        #[test]
        fn any_page_is_taken(parts in proptest::collection::vec(
            prop::sample::select(vec!["<p>", "</p>", "<li>", "<ul>", "</ul>", "<td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<br>", "<nav>", "</nav>",
                "<form>", "</form>", "<main>", "</main>", "<h2>", "</h2>", "<dt>", "<dd>", "<pre>", "</pre>", "<span hidden>", "</span>", "<title>", "</title>", "<button>", "</button>", "é", "a", " ", "\n", "| ", ": "]), 0..40)) {
            let text = html::text(&parts.concat());
            prop_assert!(!text.contains("\n\n\n"), "{:?}", text);
        }
    }
}
