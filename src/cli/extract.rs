//! `quals extract`: what postings ask for.
//!
//! With `--format ndjson`, rows of NDJSON on standard input have one line of output each, in order, whatever became of them: a filter that other programs can
//! spread over machines.

use crate::{
    args::{AsOf, ReadArgs},
    exit::{Exit, Failure},
    inputs,
    output::Output,
    sweep::Sweep,
};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    coverage::{Coverage, Covered},
    extract::{Extraction, Reading},
    read::{Document, EmptyLines, Input, ReadError, ReadOptions},
    report::{Look, Tally, coverage::CoverageView, json, json_ld, pretty, reading},
};
use serde::Serialize;
use std::{io, io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  quals extract postings/nurse.md
  quals extract --format ndjson postings jobs.csv.zst > asked.ndjson
  quals extract --explain postings/nurse.md        why each thing was read as it was
  quals extract --coverage jobs.ndjson.gz          how much of a collection was read, in numbers
  zcat jobs.ndjson.gz | quals extract --format ndjson - | jq .posting.title
  curl -s https://example.com/job | quals extract -";

/// Show what postings ask for
///
/// Reads the title, company, places, dates and pay of each posting, and every sentence that says what the candidate must or should be, have or know. Text,
/// Markdown, HTML, JSON (schema.org, Greenhouse, Lever, Ashby, SmartRecruiters, Workday), NDJSON, CSV, DOCX and PDF are read, each in gzip or zstd too; folders
/// with all that is below them.
///
/// With --format ndjson, each line of NDJSON on standard input gives one line, in order; a line that cannot be read gives one with an `error`.
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
    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Pretty,
    /// One list of all postings
    Json,
    /// One line a posting
    Ndjson,
    /// One line a posting, as a JobPosting of schema.org
    JsonLd,
}

impl ExtractArgs {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.iter().cloned().map(Input::from).collect()
    }

    fn sweep<'a>(&'a self, inputs: &'a [Input]) -> Sweep<'a> {
        Sweep { options: self.options(inputs), ..Sweep::new(inputs, &self.reading) }
    }

    fn options(&self, inputs: &[Input]) -> ReadOptions {
        let is_filter = self.format == Format::Ndjson && !self.coverage && inputs.contains(&Input::Stdin);
        let empty_lines = if is_filter { EmptyLines::Told } else { EmptyLines::Skipped };
        ReadOptions { empty_lines, ..self.reading.options() }
    }
}

/// Runs `quals extract`.
pub(crate) fn run(args: &ExtractArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    if args.format != Format::Pretty {
        output.write_as_is();
    }
    if args.coverage {
        return count(args, &engine, as_of, output);
    }
    if args.explain {
        let shown = Shown { format: args.format, extraction: |reading: &Reading| &reading.extraction, text: reading::render };
        return write_all(args, |document| engine.reading(document, as_of), &shown, output);
    }
    let shown = Shown { format: args.format, extraction: |extraction: &Extraction| extraction, text: pretty::render };
    write_all(args, |document| engine.extract(document, as_of), &shown, output)
}

/// Counts what is read of all postings. Nothing is told of single ones but what could not be read.
fn count(args: &ExtractArgs, engine: &Engine, as_of: Date, output: &mut Output) -> Result<Exit, Failure> {
    let inputs = args.inputs();
    let (mut tally, mut coverage) = (Tally::default(), Coverage::default());
    let work = |document| Covered::new(engine.extract(&document, as_of), || engine.reading(&document, as_of));
    args.sweep(&inputs).each(&mut tally, output, work, |result, _, _| {
        result.iter().for_each(|covered| coverage.add(covered));
        Ok(())
    })?;
    let view = CoverageView::new(&coverage, &tally, args.unknown);
    match args.format {
        Format::Pretty => write!(output.out, "{}", view.render(output.look))?,
        Format::Json => json::document(&view, &mut output.out)?,
        Format::Ndjson | Format::JsonLd => json::line(&view, &mut output.out)?,
    }
    Ok(Exit::of(tally.read, tally.failed))
}

/// Writes what `work` makes of each posting.
fn write_all<T: Serialize + Send>(
    args: &ExtractArgs,
    work: impl Fn(&Document) -> T + Sync,
    shown: &Shown<T>,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let inputs = args.inputs();
    let sweep = Sweep { shows_progress: !output.is_terminal(), ..args.sweep(&inputs) };
    let (mut tally, mut list) = (Tally::default(), json::List::default());
    let work = |document: Document| shown.line(&document, work(&document));
    sweep.each(&mut tally, output, work, |result, tally, output| match result {
        Ok(written) => {
            let (result, line) = written?;
            inputs::note_language((shown.extraction)(&result), output);
            Ok(shown.write(&result, &line, tally.read == 1, &mut list, output)?)
        }
        Err(error) => Ok(shown.write_error(error, output)?),
    })?;
    if args.format == Format::Json {
        list.end(&mut output.out)?;
    }
    Ok(Exit::of(tally.read, tally.failed))
}

/// What is shown of a result, and how.
struct Shown<T> {
    format: Format,
    extraction: fn(&T) -> &Extraction,
    /// For people.
    text: fn(&T, Look) -> String,
}

impl<T: Serialize> Shown<T> {
    /// The result with its line of output, which is written on the thread that worked on it; without one in formats that have no lines, and where it would be
    /// too long to be held beside the result.
    fn line(&self, document: &Document, result: T) -> io::Result<(T, Vec<u8>)> {
        const LONG: usize = 2_000;
        let mut line = Vec::new();
        match self.format {
            Format::Ndjson if (self.extraction)(&result).requirements.len() > LONG => {}
            Format::Ndjson => json::line(&result, &mut line)?,
            Format::JsonLd => json_ld::line((self.extraction)(&result), document.source.text(), &mut line)?,
            Format::Pretty | Format::Json => {}
        }
        Ok((result, line))
    }

    fn write(&self, result: &T, line: &[u8], is_first: bool, list: &mut json::List, output: &mut Output) -> io::Result<()> {
        match self.format {
            Format::Ndjson if line.is_empty() => json::line(result, &mut output.out),
            Format::Ndjson | Format::JsonLd => output.out.write_all(line),
            Format::Json => list.add(result, &mut output.out),
            Format::Pretty => {
                let between = if is_first { "" } else { "\n" };
                write!(output.out, "{between}{}", (self.text)(result, output.look))
            }
        }
    }

    /// The line of a row of standard input that could not be read.
    fn write_error(&self, error: &ReadError, output: &mut Output) -> io::Result<()> {
        let is_row = error.path().strip_prefix("-:").is_some_and(|row| row.bytes().all(|byte| byte.is_ascii_digit()));
        if self.format == Format::Ndjson && is_row { json::failure(error.path(), &error.to_string(), &mut output.out) } else { Ok(()) }
    }
}
