//! How fast each stage is, from the start of the engine to the whole chain.
//!
//! `cargo bench` runs all; `cargo bench --bench stages extraction` one. `chain`, `extraction` and the stages of the latter go over `postings/`, and over a
//! large sample of real postings too where `../shared/corpus` holds one. Rates are of decoded text, on one core.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench is no library")]

use divan::{Bencher, black_box, counter::BytesCount};
use jiff::civil::{Date, date};
use quals::{
    Engine,
    extract::Extraction,
    kind::Candidate,
    line::Line,
    posting::header,
    profile::{self, Profile},
    rank::RankRow,
    read::{Document, Input, ReadOptions, read},
    segment::Segmenter,
    text::{MappedText, languages, normalize},
};
use std::{path::Path, sync::LazyLock};

const SAMPLE: &str = "../shared/corpus/sample.ndjson.gz";
const AS_OF: Date = date(2026, 1, 1);

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);
static POSTINGS: LazyLock<Vec<Document>> = LazyLock::new(|| documents("postings"));

/// That of the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    if !Path::new(SAMPLE).exists() {
        println!("no sample at {SAMPLE}: all benches take postings/ only");
    }
    divan::main();
}

/// What the chain and its stages go over.
fn corpora() -> impl Iterator<Item = &'static str> {
    ["postings", SAMPLE].into_iter().filter(|path| Path::new(path).exists())
}

fn documents(path: &str) -> Vec<Document> {
    read(&[Input::from(path)], &ReadOptions::default()).flatten().collect()
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|document| document.source.text().len()).sum::<usize>())
}

/// Documents with their texts, normalized.
fn normalized(path: &str) -> Vec<(Document, MappedText)> {
    let with_text = |document: Document| {
        let text = normalize(document.source.text());
        (document, text)
    };
    documents(path).into_iter().map(with_text).collect()
}

/// Runs a stage over all documents of a path, which are normalized before.
fn run<T>(bencher: Bencher, path: &str, stage: impl Fn(&Document, &MappedText) -> T) {
    let documents = normalized(path);
    let size: usize = documents.iter().map(|(document, _)| document.source.text().len()).sum();
    bencher
        .counter(BytesCount::new(size))
        .bench_local(|| documents.iter().for_each(|(document, text)| drop(black_box(stage(document, text)))));
}

fn profile() -> Profile {
    let text = include_str!("../profiles/example.toml");
    profile::read("example.toml", text, ENGINE.taxonomy()).profile.expect("the example is sound")
}

fn extractions() -> Vec<Extraction> {
    POSTINGS.iter().map(|document| ENGINE.extract(document, AS_OF)).collect()
}

#[divan::bench]
fn engine() -> Engine {
    Engine::new()
}

#[divan::bench(args = corpora(), sample_count = 5, sample_size = 1)]
fn normalizing(bencher: Bencher, path: &str) {
    run(bencher, path, |document, _| normalize(document.source.text()));
}

#[divan::bench(args = corpora(), sample_count = 5, sample_size = 1)]
fn languages_of_parts(bencher: Bencher, path: &str) {
    run(bencher, path, |_, text| languages(text.as_str()));
}

#[divan::bench(args = corpora(), sample_count = 5, sample_size = 1)]
fn segments(bencher: Bencher, path: &str) {
    let segmenter = Segmenter::new();
    run(bencher, path, |document, text| segmenter.passages(text, document.source.text()));
}

#[divan::bench(args = corpora(), sample_count = 5, sample_size = 1)]
fn header_facts(bencher: Bencher, path: &str) {
    run(bencher, path, |document, text| header(text.as_str(), &document.facts, AS_OF, ENGINE.taxonomy()));
}

#[divan::bench]
fn labels_of_a_line() -> usize {
    let text = "Experience with Python, SQL or Java, machine-learning frameworks such as PyTorch, and CI/CD pipelines on AWS";
    Line::new(black_box(text), ENGINE.taxonomy(), AS_OF).labels().len()
}

/// From a posting's decoded text to its header facts and requirements.
#[divan::bench(args = corpora(), sample_count = 5, sample_size = 1)]
fn extraction(bencher: Bencher, path: &str) {
    let documents = documents(path);
    bencher.counter(bytes(&documents)).bench(|| documents.iter().for_each(|document| drop(black_box(ENGINE.extract(document, AS_OF)))));
}

/// One profile against `postings/`, nothing remembered from before.
#[divan::bench]
fn judging(bencher: Bencher) {
    let (profile, extractions) = (profile(), extractions());
    bencher.counter(extractions.len()).bench(|| {
        let candidate = Candidate::new(&profile, ENGINE.taxonomy(), AS_OF);
        extractions.iter().map(|extraction| RankRow::new(&candidate, extraction)).collect::<Vec<_>>()
    });
}

/// From a posting's decoded text to its row in the ranking.
#[divan::bench(args = corpora(), sample_count = 3, sample_size = 1)]
fn chain(bencher: Bencher, path: &str) {
    let documents = documents(path);
    let profile = profile();
    bencher.counter(bytes(&documents)).bench(|| {
        let candidate = Candidate::new(&profile, ENGINE.taxonomy(), AS_OF);
        documents.iter().map(|document| RankRow::new(&candidate, &ENGINE.extract(document, AS_OF))).filter(|row| row.fit.is_some()).count()
    });
}
