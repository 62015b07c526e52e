//! What a change of extraction changes: compares two files of `quals extract --format ndjson` and shows what appeared, vanished and changed, by kind.
//!
//! ```sh
//! cargo run --release --example findings -- before.ndjson after.ndjson
//! ```
//!
//! Ends with 0 where both say the same, with 1 where they differ, with 2 where it could not compare, as `diff` does.

mod compare;
mod pages;
mod show;

use clap::Parser;
use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

/// Compares two extractions of the same postings: what appeared, vanished and changed, by kind
///
/// Ends with 0 where both say the same, with 1 where they differ, with 2 where it could not compare.
#[derive(Debug, Parser)]
#[command(name = "findings")]
pub(crate) struct Arguments {
    /// What `quals extract --format ndjson` wrote before the change
    before: PathBuf,
    /// What it wrote after
    after: PathBuf,
    /// Show at most N examples of what appeared, vanished and changed in each kind
    #[arg(long, value_name = "N", default_value_t = 5)]
    limit: usize,
    /// Show only this kind: one of `quals kinds`, `posting` (header facts), `shape` (how predicates are combined) or `unread`
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse(), &mut io::stdout().lock()) {
        Ok(differs) => ExitCode::from(u8::from(differs)),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Compares, and writes what differs; whether anything does.
///
/// # Errors
/// Those of the files and of the stream.
pub(crate) fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<bool> {
    let mut report = show::Report::new(arguments.limit, arguments.kind.clone());
    pages::pair(&arguments.before, &arguments.after, |before, after| report.add(&compare::compare(before, after)))?;
    report.write(out)?;
    Ok(report.differs())
}
