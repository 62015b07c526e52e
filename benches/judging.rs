//! How fast one profile is held against the postings of a large sample, without reading them: verdicts and rows, questions, gaps.
//!
//! Prints how long it takes to make the postings ready, which is done once for all profiles, then for each profile postings a second on one core. Each is
//! the best of five runs, and each run begins with a candidate that has seen no posting. The sample stands in `../shared/corpus`; without it `postings/` is taken many times.
//! `cargo bench --bench judging`.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench is no library")]

use jiff::civil::{Date, date};
use quals::{
    Engine,
    evaluate::Brief,
    extract::Extraction,
    kind::{Candidate, Demands},
    profile::{self, Profile},
    rank::{Outlook, RankRow, gaps, questions},
    read::{Input, ReadOptions, read},
};
use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

const SAMPLE: &str = "../shared/corpus/sample.ndjson.gz";
const AS_OF: Date = date(2026, 1, 1);
/// So many postings are judged where there is no sample.
const WITHOUT_SAMPLE: usize = 2_000;

/// That of the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let engine = Engine::new();
    let profiles = ["example", "nurse-uk", "undergraduate-us"].map(|name| profile(&engine, name));
    let begun = worked();
    let extractions = extractions(&engine);
    let reading = worked().zip(begun).map(|(now, then)| now - then).unwrap_or_default();
    println!("{} postings, read and extracted in {:.2} s", extractions.len(), reading.as_secs_f64());
    let ready = best(|| briefs(&Demands::new(engine.taxonomy()), &extractions).len());
    println!("made ready for judging in {:.2} s", ready.as_secs_f64());
    let demands = Demands::new(engine.taxonomy());
    let briefs = briefs(&demands, &extractions);
    for profile in &profiles {
        let candidate = || Candidate::new(profile, engine.taxonomy(), AS_OF);
        let rows = |candidate: &Candidate<'_>| briefs.iter().map(|it| RankRow::by_brief(candidate, it).asked).sum::<usize>();
        let cold = best(|| rows(&candidate()));
        let outlooks = |candidate: &Candidate<'_>| -> Vec<Outlook> {
            briefs.iter().map(|it| Outlook::new(candidate, it.extraction(), RankRow::by_brief(candidate, it))).collect()
        };
        let asking = best(|| questions(&candidate(), &outlooks(&candidate())).len());
        let lacking = best(|| gaps(&candidate(), &outlooks(&candidate())).len());
        println!(
            "{:28} {:>8.0} postings/s   questions {:.2} s   gaps {:.2} s",
            profile.source,
            seconds(extractions.len()) / cold.as_secs_f64(),
            asking.as_secs_f64(),
            lacking.as_secs_f64()
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "a sample has few postings")]
fn seconds(count: usize) -> f64 {
    count as f64
}

fn profile(engine: &Engine, name: &str) -> Profile {
    let path = format!("profiles/{name}.toml");
    let text = std::fs::read_to_string(&path).expect("the sample profiles are there");
    profile::read(&path, &text, engine.taxonomy()).profile.expect("the sample profiles are sound")
}

fn extractions(engine: &Engine) -> Vec<Extraction> {
    let of = |path: &str| -> Vec<Extraction> {
        read(&[Input::from(path)], &ReadOptions::default()).flatten().map(|document| engine.extract(&document, AS_OF)).collect()
    };
    if Path::new(SAMPLE).exists() {
        return of(SAMPLE);
    }
    of("postings").iter().cycle().take(WITHOUT_SAMPLE).cloned().collect()
}

fn briefs<'e>(demands: &Demands<'_>, extractions: &'e [Extraction]) -> Vec<Brief<'e>> {
    extractions.iter().map(|it| Brief::new(demands, it)).collect()
}

/// The shortest of five runs, by the time that the core worked on it.
fn best<T>(work: impl Fn() -> T) -> Duration {
    let time = || {
        let begun = (Instant::now(), worked());
        black_box(work());
        worked().zip(begun.1).map_or_else(|| begun.0.elapsed(), |(now, then)| now.saturating_sub(then))
    };
    (0..5).map(|_| time()).min().unwrap_or_default()
}

/// How long this thread has run on a core, which a busy machine does not lengthen; none where the system does not tell.
fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
