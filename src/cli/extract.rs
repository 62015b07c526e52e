//! `quals extract`: what postings ask for.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    inputs,
    output::Output,
    parallel,
};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    coverage::{Coverage, Covered},
    extract::{Extraction, Reading},
    read::{Document, Input, ReadOptions, read},
    report::{Look, Tally, coverage::CoverageView, json, pretty, reading},
};
use serde::Serialize;
use std::{io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  quals extract postings/nurse.md
  quals extract --format ndjson postings jobs.ndjson.gz > asked.ndjson
  quals extract --explain postings/nurse.md        why each thing was read as it was
  quals extract --coverage jobs.ndjson.gz          how much of a collection was read, in numbers
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
    /// Tell how it was read: what made each requirement what it is, and what was passed over
    #[arg(long)]
    explain: bool,
    /// Count what was read of all postings, and the commonest skills that the vocabulary does not know
    #[arg(long, conflicts_with = "explain")]
    coverage: bool,
    /// With --coverage, show at most N skills that the vocabulary does not know
    #[arg(long, value_name = "N", default_value_t = 20, requires = "coverage")]
    unknown: usize,
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
    if args.coverage {
        return count(args, &engine, as_of, output);
    }
    if args.explain {
        let shown = Shown { extraction: |reading: &Reading| &reading.extraction, text: reading::render };
        return write_all(args, |document| engine.reading(&document, as_of), &shown, output);
    }
    let shown = Shown { extraction: |extraction: &Extraction| extraction, text: pretty::render };
    write_all(args, |document| engine.extract(&document, as_of), &shown, output)
}

/// Counts what is read of all postings. Nothing is told of single ones but what could not be read.
fn count(args: &ExtractArgs, engine: &Engine, as_of: Date, output: &mut Output) -> Result<Exit, Failure> {
    let inputs: Vec<Input> = args.inputs.iter().cloned().map(Input::from).collect();
    let (mut tally, mut coverage) = (Tally::default(), Coverage::default());
    let work = |document| Covered::new(engine.extract(&document, as_of), || engine.reading(&document, as_of));
    parallel::in_order(read(&inputs, &ReadOptions::default()), work, |result| {
        match result {
            Ok(covered) => {
                tally.read += 1;
                coverage.add(&covered);
            }
            Err(error) => inputs::note(&error, &mut tally, output),
        }
        Ok::<_, Failure>(())
    })?;
    let view = CoverageView::new(&coverage, &tally, args.unknown);
    match args.format {
        Format::Pretty => write!(output.out, "{}", view.render(output.look))?,
        Format::Json => json::document(&view, &mut output.out)?,
        Format::Ndjson => json::line(&view, &mut output.out)?,
    }
    Ok(Exit::of(tally.read, tally.failed))
}

/// What is shown of a result.
struct Shown<T> {
    extraction: fn(&T) -> &Extraction,
    /// For people.
    text: fn(&T, Look) -> String,
}

/// Writes what `work` makes of each posting.
fn write_all<T: Serialize + Send>(
    args: &ExtractArgs,
    work: impl Fn(Document) -> T + Sync,
    shown: &Shown<T>,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let inputs: Vec<Input> = args.inputs.iter().cloned().map(Input::from).collect();
    let mut tally = Tally::default();
    let mut list = json::List::default();
    parallel::in_order(read(&inputs, &ReadOptions::default()), work, |result| {
        match result {
            Ok(result) => {
                tally.read += 1;
                inputs::note_language((shown.extraction)(&result), output);
                match args.format {
                    Format::Ndjson => json::line(&result, &mut output.out)?,
                    Format::Json => list.add(&result, &mut output.out)?,
                    Format::Pretty => {
                        let between = if tally.read == 1 { "" } else { "\n" };
                        write!(output.out, "{between}{}", (shown.text)(&result, output.look))?;
                    }
                }
            }
            Err(error) => inputs::note(&error, &mut tally, output),
        }
        Ok::<_, Failure>(())
    })?;
    if args.format == Format::Json {
        list.end(&mut output.out)?;
    }
    Ok(Exit::of(tally.read, tally.failed))
}
