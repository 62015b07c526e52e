//! `quals extract`: what postings ask for.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    inputs,
    output::Output,
    parallel,
};
use clap::{Args, ValueEnum};
use quals::{
    Engine,
    extract::Extraction,
    read::{Input, ReadOptions, read},
    report::{Tally, json, pretty},
};
use std::{io, io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  quals extract postings/nurse.md
  quals extract --format ndjson postings jobs.ndjson.gz > asked.ndjson
  curl -s https://example.com/job | quals extract -";

/// Show what postings ask for
///
/// Reads the title, company, places, dates and pay of each posting, and every sentence that says what the candidate must or should be, have or know. Text,
/// Markdown, HTML and NDJSON are read, each in gzip too; folders with all that is below them.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExtractArgs {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "pretty")]
    format: Format,
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Pretty,
    /// One list of all postings
    Json,
    /// One line a posting
    Ndjson,
}

/// Runs `quals extract`.
pub(crate) fn run(args: &ExtractArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let inputs: Vec<Input> = args.inputs.iter().cloned().map(Input::from).collect();
    let mut tally = Tally::default();
    let mut list = json::List::default();
    let documents = read(&inputs, &ReadOptions::default());
    parallel::in_order(
        documents,
        |document| engine.extract(&document, as_of),
        |result| {
            match result {
                Ok(extraction) => {
                    tally.read += 1;
                    inputs::note_language(&extraction, output);
                    write(&extraction, args.format, tally.read == 1, &mut list, output)?;
                }
                Err(error) => inputs::note(&error, &mut tally, output),
            }
            Ok::<_, Failure>(())
        },
    )?;
    if args.format == Format::Json {
        list.end(&mut output.out)?;
    }
    Ok(Exit::of(tally.read, tally.failed))
}

fn write(extraction: &Extraction, format: Format, is_first: bool, list: &mut json::List, output: &mut Output) -> io::Result<()> {
    match format {
        Format::Ndjson => json::line(extraction, &mut output.out),
        Format::Json => list.add(extraction, &mut output.out),
        Format::Pretty => {
            let between = if is_first { "" } else { "\n" };
            write!(output.out, "{between}{}", pretty::render(extraction, output.look))
        }
    }
}
