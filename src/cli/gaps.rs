//! `quals gaps`: what is lacking over all postings, and what it would open.

use crate::{
    args::{AsOf, ReadArgs, parse_count},
    exit::{Exit, Failure},
    output::Output,
    survey::{Survey, SurveyArgs},
};
use clap::{Args, ValueEnum};
use quals::{
    rank,
    report::{Tally, gaps, json},
};
use std::{io::Write, num::NonZero};

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
    #[command(flatten)]
    survey: SurveyArgs,
    /// List the postings that one requirement keeps from being eligible
    #[arg(long)]
    near: bool,
    /// Show only the first N gaps, or postings
    #[arg(long, value_name = "N", default_value = "20", value_parser = parse_count)]
    top: NonZero<usize>,
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
    let survey = Survey::new(&args.survey, &args.as_of, output)?;
    let mut tally = Tally::default();
    let outlooks = survey.outlooks(&args.survey, &args.reading, &mut tally, output)?;
    let mut all = rank::gaps(&survey.candidate(), &outlooks);
    let total = all.len();
    all.truncate(args.top.get());
    let mut near = rank::near(&outlooks);
    if args.near {
        near.truncate(args.top.get());
    }
    let found = gaps::Gaps { about: gaps::About::new(gaps::GAPS_SCHEMA, &survey.profile, survey.as_of, &tally), gaps: all, total, near };
    match args.format {
        Format::Text => write!(output.out, "{}", gaps::render(&found, args.near, &tally, output.look))?,
        Format::Json => json::document(&found, &mut output.out)?,
    }
    Ok(Exit::of(tally.read, tally.failed))
}
