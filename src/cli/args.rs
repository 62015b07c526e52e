//! The arguments that commands share, and the list of commands; each command's own arguments stand in its file.

use crate::{ask, diff, explain, extract, gaps, import, new, profile, rank};
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use jiff::{Zoned, civil::Date};
use quals::read::{Format, ReadOptions};
use std::{num::NonZero, thread};

/// Says which job postings a candidate is qualified for, and why.
///
/// quals reads job postings and a candidate's profile, finds what each posting requires and prefers, and holds that against the profile. Every verdict
/// comes with the sentence of the posting and the line of the profile that decided it.
#[derive(Debug, Parser)]
#[command(name = "quals", version, after_help = AFTER_HELP, max_term_width = 100)]
pub(crate) struct Arguments {
    /// When to write in color; NO_COLOR is obeyed
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  quals rank                                      the postings of postings/ for the profiles of profiles/
  quals explain -p me.toml postings/nurse.md      one posting, requirement by requirement
  quals ask -p me.toml                            what the profile should say, the most decisive first
  quals gaps -p me.toml                           what is lacking, and what it would open
  quals extract --format ndjson jobs.ndjson       what each posting asks for, as JSON
  quals profile check me.toml                     every mistake of a profile, with its line
  quals profile import resume.pdf -o me.toml      a profile made of a résumé
  quals profile new me.toml                       a profile made of answers to questions

Exit codes: 0 it ran, 1 some input could not be read, 2 it could not run, 130 Ctrl-C broke off a question.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Rank(rank::RankArgs),
    Explain(explain::ExplainArgs),
    Diff(diff::DiffArgs),
    Ask(ask::AskArgs),
    Gaps(gaps::GapsArgs),
    Extract(extract::ExtractArgs),
    /// Work with profiles
    Profile {
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// List the kinds of things that a posting can ask for
    Kinds,
}

/// What to do with profiles.
#[derive(Debug, Subcommand)]
pub(crate) enum ProfileCommand {
    New(new::NewArgs),
    Check(profile::CheckArgs),
    Import(import::ImportArgs),
    /// Print the JSON Schema of profiles, by which editors complete and check them
    Schema,
}

/// When to write in color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The reference date.
#[derive(Debug, Args)]
pub(crate) struct AsOf {
    /// The reference date, as in 2026-12-01 [default: today]
    ///
    /// It gives a year to dates without one, counts the months of a job that goes on, and says which deadlines have passed. Nothing else depends on the
    /// clock: with a date given, the same files always give the same output.
    #[arg(long = "as-of", value_name = "DATE", value_parser = parse_date)]
    as_of: Option<Date>,
}

impl AsOf {
    /// The date given, else today's.
    pub(crate) fn date(&self) -> Date {
        self.as_of.unwrap_or_else(|| Zoned::now().date())
    }
}

/// How postings are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadArgs {
    /// The format of all postings [default: found out for each file]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>()))]
    input_format: Option<Format>,
    /// Which column of tables holds the posting's text, as in description=TEXT [default: found by its name]
    #[arg(long, value_name = "description=NAME", value_parser = parse_column)]
    column: Option<String>,
    /// How many threads work on postings; the result is the same for any number [default: one a core]
    #[arg(long, value_name = "N", value_parser = parse_count)]
    threads: Option<NonZero<usize>>,
}

impl ReadArgs {
    /// The options of the library.
    pub(crate) fn options(&self) -> ReadOptions {
        ReadOptions { format: self.input_format, text_column: self.column.clone(), ..ReadOptions::default() }
    }

    /// The number given, else that of the cores.
    pub(crate) fn threads(&self) -> NonZero<usize> {
        const MOST: NonZero<usize> = NonZero::<usize>::MIN.saturating_add(255);
        self.threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN).min(MOST)
    }
}

/// A number of things, of which there is at least one.
pub(crate) fn parse_count(text: &str) -> Result<NonZero<usize>, String> {
    text.parse().map_err(|_| "it must be a whole number, 1 or more".to_owned())
}

fn parse_column(text: &str) -> Result<String, String> {
    match text.split_once('=') {
        Some(("description", name)) if !name.trim().is_empty() => Ok(name.trim().to_owned()),
        _ => Err("it must be `description=` and the name of a column, as in `description=job_text`".to_owned()),
    }
}

fn parse_date(text: &str) -> Result<Date, String> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if is_plain { text.parse().ok() } else { None };
    date.ok_or_else(|| "it must be a day of the calendar, as in 2026-12-01".to_owned())
}
