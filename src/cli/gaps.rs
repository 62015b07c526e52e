//! `quals gaps`: what is lacking over all postings, and what it would open.

use crate::{
    args::{AsOf, ReadArgs},
    exit::{Exit, Failure},
    inputs,
    output::Output,
    survey,
};
use clap::{Args, ValueEnum};
use quals::{
    Engine,
    kind::Candidate,
    rank,
    report::{Tally, gaps, json},
};
use std::{io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  quals gaps -p me.toml
  quals gaps -p me.toml jobs.ndjson.gz --top 10
  quals gaps -p me.toml --near                     the postings that are one requirement away";

/// Show what is lacking over all postings, and what it would open
///
/// Puts together what is unmet, by what it is about, and says for each thing how many postings would turn eligible, or leave stretch or ineligible, and how much
/// fit they would gain, were it met alone.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GapsArgs {
    /// The profile
    #[arg(short, long, value_name = "PROFILE")]
    profile: PathBuf,
    /// Files or folders of postings, or - for standard input [default: postings]
    #[arg(value_name = "POSTINGS")]
    postings: Vec<PathBuf>,
    /// List the postings that one requirement keeps from being eligible
    #[arg(long)]
    near: bool,
    /// Show only the first N gaps, or postings
    #[arg(long, value_name = "N", default_value = "20", value_parser = clap::value_parser!(u32).range(1..))]
    top: u32,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One document
    Json,
}

/// Runs `quals gaps`.
pub(crate) fn run(args: &GapsArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let postings = inputs::postings(&args.postings)?;
    let profile = inputs::profile(&args.profile, &engine, as_of, output)?;
    let mut tally = Tally::default();
    let outlooks = survey::outlooks(&engine, &profile, as_of, &postings, &args.reading, &mut tally, output)?;
    let candidate = Candidate::new(&profile, engine.taxonomy(), as_of);
    let mut all = rank::gaps(&candidate, &outlooks);
    let total = all.len();
    all.truncate(usize::try_from(args.top).unwrap_or(usize::MAX));
    let mut near = rank::near(&outlooks);
    if args.near {
        near.truncate(usize::try_from(args.top).unwrap_or(usize::MAX));
    }
    let found = gaps::Gaps { about: gaps::About::new(gaps::GAPS_SCHEMA, &profile, as_of, &tally), gaps: all, total, near };
    match args.format {
        Format::Text => write!(output.out, "{}", gaps::render(&found, args.near, &tally, output.look))?,
        Format::Json => json::document(&found, &mut output.out)?,
    }
    Ok(Exit::of(tally.read, tally.failed))
}
