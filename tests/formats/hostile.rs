//! Files that nobody should write: each costs a bounded time and memory, is named with what is wrong, and stops no other.

use crate::wrap;
use assert_cmd::cargo::cargo_bin;
use std::{
    fs::{self, File},
    io::{BufWriter, Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The most memory that a run may take, in bytes.
const MOST_MEMORY: u64 = 300 << 20;
/// The most time that a run may take; machines that run tests are slow and busy.
const MOST_TIME: Duration = Duration::from_secs(60);

const GOOD: &str = "Nurse\n\nRequirements\n\n- RN license\n";

/// What a run gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Extracts from a file, and from a good one behind it, within the bounds.
#[track_caller]
fn run(name: &str, bytes: &[u8]) -> Run {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(name), bytes).unwrap();
    run_in(&dir, &[name])
}

#[track_caller]
fn run_in(dir: &TempDir, names: &[&str]) -> Run {
    fs::write(dir.path().join("zz-good.txt"), GOOD).unwrap();
    let begun = Instant::now();
    let mut command = Command::new(cargo_bin("quals"));
    command.current_dir(dir.path()).args(["extract", "--format", "ndjson", "--threads", "2"]).args(names).arg("zz-good.txt");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (out, err) = (read_all(child.stdout.take().unwrap()), read_all(child.stderr.take().unwrap()));
    let memory = watch(&mut child, begun);
    let run = Run { code: child.wait().unwrap().code().unwrap_or(-1), out: out.join().unwrap(), err: err.join().unwrap() };
    assert!(memory < MOST_MEMORY, "{names:?} took {} MB", memory >> 20);
    assert!(run.out.lines().last().is_some_and(|line| line.contains("RN license")), "{names:?}: {}", run.err);
    run
}

fn read_all(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    })
}

/// Waits for the end, and gives the most memory that was seen, in bytes; 0 where the system does not tell.
#[track_caller]
fn watch(child: &mut Child, begun: Instant) -> u64 {
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        most = most.max(peak.unwrap_or_default() << 10);
        if begun.elapsed() > MOST_TIME {
            child.kill().unwrap();
            panic!("it ran for more than {MOST_TIME:?}");
        }
        thread::sleep(Duration::from_millis(2));
    }
    most
}

impl Run {
    /// Asserts that one sentence says what is wrong, and that the good file was read.
    #[track_caller]
    fn tells(&self, what: &str) {
        assert_eq!((self.code, self.err.lines().count()), (1, 1), "{}", self.err);
        assert!(self.err.contains(what), "{}", self.err);
    }
}

#[test]
fn pages_of_any_depth() {
    for tag in ["<div>", "<b><i>", "<table><tr><td>", "<ul><li>", "<div itemscope itemtype='https://schema.org/JobPosting'>"] {
        let run = run("deep.html", format!("<!doctype html>{}<p>RN license required", tag.repeat(100_000)).as_bytes());
        assert_eq!((run.code, run.out.lines().count()), (0, 2), "{tag}: {}", run.err);
    }
    let script = "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\"".repeat(50_000);
    assert_eq!(run("scripts.html", format!("<!doctype html>{script}</script><p>RN license").as_bytes()).code, 0);
}

#[test]
fn a_long_file_of_rows() {
    let dir = tempfile::tempdir().unwrap();
    let mut file = BufWriter::new(File::create(dir.path().join("long.ndjson")).unwrap());
    let junk = "x".repeat(50_000);
    for id in 0..2_000 {
        writeln!(
            file,
            "{{\"id\": {id}, \"html\": \"{junk}\", \"description\": \"Requirements\\n- RN license\\n- {id} years of experience\"}}"
        )
        .unwrap();
    }
    drop(file);
    assert!(fs::metadata(dir.path().join("long.ndjson")).unwrap().len() > 100_000_000);
    let run = run_in(&dir, &["long.ndjson"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 2_001));
    for (line, row) in run.out.lines().take(2_000).zip(1..) {
        assert!(line.contains(&format!("\"source\":\"long.ndjson:{row}\"")), "{line}");
    }
}

#[test]
fn tables_with_an_open_quote() {
    let rest = "7,Cook,\"Fluent in Thai\"\n".repeat(2_000_000);
    let long = format!("id,title,description\n1,Nurse,RN license\n2,Nurse,\"RN license\n{}", rest.replace('"', ""));
    let long = run("long.csv", long.as_bytes());
    assert_eq!(long.out.lines().count(), 2);
    long.tells("row `long.csv:3` does not end within 16 MB, as if a quote in it were not closed; close it");
    let short = run("short.csv", b"id,title,description\n1,Nurse,RN license\n2,Nurse,\"RN license\n3,Cook,Thai\n");
    short.tells("row `short.csv:3` has a quote that is not closed before the end of the file");
    let spare = run("spare.csv", b"title,description\nNurse,RN license, nights\nCook,Thai\n");
    spare.tells("row `spare.csv:2` has 3 cells, where the head of the table has 2; put quotes around cells");
    assert_eq!(spare.out.lines().count(), 2);
}

#[test]
fn what_unpacks_to_too_much() {
    let block = vec![b' '; 8 << 20];
    run("bomb.txt.zst", &wrap::zstd(&block).repeat(40)).tells("`bomb.txt.zst` is larger than 64 MB");
    run("bomb.txt.gz", &wrap::gzip(&block).repeat(40)).tells("`bomb.txt.gz` is larger than 64 MB");
    let row = [
        wrap::gzip(b"{\"description\": \""),
        wrap::gzip(&vec![b'x'; 8 << 20]).repeat(40),
        wrap::gzip(b"\"}\n{\"description\": \"Thai\"}\n"),
    ];
    let rows = run("bomb.ndjson.gz", &row.concat());
    rows.tells("`bomb.ndjson.gz:1` is larger than 16 MB");
    assert_eq!(rows.out.lines().count(), 2);
    run("twice.txt.gz", &wrap::gzip(&wrap::gzip(&block).repeat(1_000))).tells("`twice.txt.gz` is larger than 64 MB");
    run("broken.txt.zst", b"\x28\xB5\x2F\xFDgarbage").tells("cannot read `broken.txt.zst`");
}

#[cfg(feature = "docx")]
#[test]
fn archives_that_are_no_documents() {
    let bomb = wrap::archive("word/document.xml", &vec![b' '; 200 << 20]);
    assert!(bomb.len() < 1 << 20);
    run("bomb.docx", &bomb).tells("`bomb.docx` is larger than 32 MB");
    run("table.docx", &wrap::archive("xl/workbook.xml", b"<x/>")).tells("`table.docx` is an Excel workbook; save it as CSV");
    run("other.zip", &wrap::archive("a.txt", b"RN license")).tells("`other.zip` is a ZIP archive; unpack it, and give the folder");
    run("cut.docx", &wrap::docx(GOOD)[..200]).tells("row `cut.docx` is a broken archive");
    let deep = format!("<w:document>{}", "<w:p>".repeat(500_000));
    run("deep.docx", &wrap::archive("word/document.xml", deep.as_bytes())).tells("`deep.docx` has no text");
}

#[cfg(feature = "pdf")]
#[test]
fn pdf_of_garbage_and_in_loops() {
    let mut noise = b"%PDF-1.7\n".to_vec();
    let mut seed = 1_u32;
    noise.extend((0..2_000_000).map(|_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0]
    }));
    run("noise.pdf", &noise).tells("row `noise.pdf` is a damaged PDF document; save it anew, or as text");
    let looped = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 9/Kids[2 0 R 3 0 R 2 0 R]>> endobj\n\
        3 0 obj <</Type/Page/Parent 3 0 R/Contents 4 0 R/Resources 5 0 R>> endobj\n\
        4 0 obj <</Type/XObject/Subtype/Form/Resources 5 0 R/Length 12>> stream\n/F Do /F Do \nendstream endobj\n\
        5 0 obj <</XObject<</F 4 0 R>>/Font 5 0 R>> endobj\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF";
    run("loop.pdf", looped.as_bytes()).tells("`loop.pdf`");
}

#[test]
fn json_of_any_depth() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"jobs\":[", "]}")] {
        let whole = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let run = run("deep.json", whole.as_bytes());
        assert_eq!((run.code, run.err.lines().count()), (1, 1), "{open}: {}", run.err);
        assert!(run.err.starts_with("error: row `deep.json"), "{}", run.err);
    }
    let row = format!("{{\"description\": \"x\", \"a\": {}1{}}}\n{GOOD_ROW}", "[".repeat(10_000), "]".repeat(10_000));
    run("deep.ndjson", row.as_bytes()).tells("row `deep.ndjson:1` is nested too deeply; write the posting as one flat object");
}

const GOOD_ROW: &str = "{\"description\": \"RN license\"}\n";

#[test]
fn one_line_of_ten_megabytes() {
    let line = "Experience with Python and SQL is required. ".repeat((10 << 20) / 44);
    for name in ["line.txt", "line.md", "line.html"] {
        assert_eq!(run(name, line.as_bytes()).code, 0, "{name}");
    }
    for dense in ["GPA 3.8/4.0, ", "may 2019 - june 2020, ", "$50,000 - $60,000 a year ", "C++/SQL/Go/", "(((", "x"] {
        let line = format!("Requirements\n- {}", dense.repeat((10 << 20) / dense.len()));
        assert_eq!(run("dense.txt", line.as_bytes()).code, 0, "{dense}");
    }
    assert_eq!(run("line.ndjson", format!("{{\"description\": \"{line}\"}}\n").as_bytes()).code, 0);
    assert_eq!(run("line.csv", format!("title,description\nx,\"{line}\"\n").as_bytes()).code, 0);
}

#[test]
fn bytes_that_are_no_text() {
    run("nul.txt", b"RN license\0\0").tells("`nul.txt` is binary data, not text");
    assert_eq!(run("nul.ndjson", b"{\"description\": \"RN\\u0000 license\"}\n").code, 0);
    assert_eq!(run("nul.csv", b"title,description\nx,RN\0 license\n").code, 0);
    let mixed = run("mixed.csv", b"title,description\nx,Must live in Z\xFCrich\ny,Must live in Z\xC3\xBCrich\n");
    assert_eq!(mixed.out.lines().filter(|line| line.contains("Must live in Zürich")).count(), 2, "{}", mixed.out);
    assert_eq!(run("mixed.ndjson", b"{\"description\": \"Z\xFCrich\"}\n{\"description\": \"Z\xC3\xBCrich\"}\n").out.lines().count(), 3);
}

#[cfg(unix)]
#[test]
fn loops_of_links_and_pipes_in_a_folder() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("in")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("in"), dir.path().join("in/loop")).unwrap();
    std::os::unix::fs::symlink("self.txt", dir.path().join("in/self.txt")).unwrap();
    let made = Command::new("mkfifo").arg(dir.path().join("in/pipe.txt")).status();
    assert!(made.is_ok_and(|status| status.success()) || !Path::new("/usr/bin/mkfifo").exists());
    fs::write(dir.path().join("in/a.txt"), GOOD).unwrap();
    let run = run_in(&dir, &["in"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 2), "{}", run.err);
}

/// A pipe that is named is read, as often as somebody writes to it.
#[cfg(unix)]
#[test]
fn a_pipe_by_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("jobs.ndjson");
    if !Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        return;
    }
    let writer = thread::spawn(move || fs::write(pipe, GOOD_ROW.repeat(3)).unwrap());
    let run = run_in(&dir, &["jobs.ndjson"]);
    writer.join().unwrap();
    assert_eq!((run.code, run.out.lines().count()), (0, 4), "{}", run.err);
}
