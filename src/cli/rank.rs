//! `quals rank`: postings in order, for each profile.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    inputs::{self, Profiles},
    output::Output,
    parallel,
};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    kind::Candidate,
    profile::Profile,
    rank::{RankRow, Standing, compare},
    read::{Input, ReadOptions, read},
    report::{Ranking, Row, Tally, json, table},
};
use std::{collections::BTreeMap, io, io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Standings, the best first:
  eligible    every required requirement is met
  unclear     none is unmet, but the profile does not decide all of them
  stretch     something required is lacking, but nothing that decides by itself
  ineligible  a degree, a license, a right to work or the like is lacking
  unread      no requirement was found, or it is not in English: nothing was checked

Examples:
  quals rank
  quals rank -p me.toml postings jobs.ndjson.gz --top 20
  quals rank -p me.toml --format ndjson postings | jq 'select(.standing == \"eligible\")'";

/// Rank postings for one or more profiles
///
/// Holds every posting against every profile and lists them, the best first: by standing, then by fit. The fit, from 0 to 100, is how much of what is asked
/// the profile covers; the bounds behind it are where it could go once everything unknown is known.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RankArgs {
    /// A profile, or a folder of them; may be given several times [default: profiles]
    #[arg(short, long = "profile", value_name = "PROFILE")]
    profiles: Vec<PathBuf>,
    /// Files or folders of postings, or - for standard input [default: postings]
    #[arg(value_name = "POSTINGS")]
    postings: Vec<PathBuf>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
    /// Show only the first N postings of each profile
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    top: Option<u32>,
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for each profile
    Table,
    /// One document
    Json,
    /// One line for each profile and posting
    Ndjson,
}

impl RankArgs {
    fn top(&self) -> usize {
        self.top.and_then(|top| usize::try_from(top).ok()).unwrap_or(usize::MAX)
    }
}

/// Runs `quals rank`.
pub(crate) fn run(args: &RankArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let postings = inputs::postings(&args.postings)?;
    let profiles = inputs::profiles(&args.profiles, &engine, as_of, output)?;
    let mut tally = Tally::default();
    let rankings = rank(args, &engine, as_of, &profiles, &postings, &mut tally, output)?;
    write(args.format, as_of, &rankings, &tally, output)?;
    Ok(match Exit::of(tally.read, tally.failed) {
        Exit::Ran if profiles.failed > 0 => Exit::SomeFailed,
        exit => exit,
    })
}

fn rank(
    args: &RankArgs,
    engine: &Engine,
    as_of: Date,
    profiles: &Profiles,
    postings: &[Input],
    tally: &mut Tally,
    output: &mut Output,
) -> Result<Vec<Ranking>, Failure> {
    let candidates: Vec<Candidate<'_>> = profiles.good.iter().map(|profile| Candidate::new(profile, engine.taxonomy(), as_of)).collect();
    let mut collected: Vec<Collected> = profiles.good.iter().map(|_| Collected::new(args.top())).collect();
    parallel::in_order(
        read(postings, &ReadOptions::default()),
        |document| {
            let extraction = engine.extract(&document, as_of);
            let row = |candidate| Row::new(RankRow::new(candidate, &extraction), &extraction.posting);
            let rows = candidates.iter().map(row);
            if args.format == Format::Table { rows.map(Row::without_verdicts).collect() } else { rows.collect::<Vec<_>>() }
        },
        |result| {
            match result {
                Ok(rows) => {
                    tally.read += 1;
                    count_language(tally, &rows);
                    collected.iter_mut().zip(rows).for_each(|(collected, row)| collected.add(row));
                }
                Err(error) => inputs::note(&error, tally, output),
            }
            Ok::<_, Failure>(())
        },
    )?;
    Ok(profiles.good.iter().zip(collected).map(|(profile, collected)| collected.finish(profile)).collect())
}

/// Counts a posting in another language, which is the same in the rows of all profiles.
fn count_language(tally: &mut Tally, rows: &[Row]) {
    if let Some(unread) = rows.first().and_then(|row| row.result.unread.as_ref()) {
        *tally.unread.entry(unread.name.clone()).or_default() += 1;
    }
}

fn write(format: Format, as_of: Date, rankings: &[Ranking], tally: &Tally, output: &mut Output) -> io::Result<()> {
    match format {
        Format::Table => {
            for ranking in rankings {
                writeln!(output.out, "{}", table::render(ranking, as_of, output.look))?;
            }
            write!(output.out, "{}", table::footer(tally, output.look))
        }
        Format::Json => json::document(&json::Run { as_of, tally, rankings }, &mut output.out),
        Format::Ndjson => {
            let mut rows = rankings.iter().flat_map(|ranking| &ranking.rows);
            rows.try_for_each(|row| json::line(&row.result, &mut output.out))
        }
    }
}

/// The rows of one profile while they come in: no more than about twice as many as are shown.
struct Collected {
    top: usize,
    rows: Vec<Row>,
    standings: BTreeMap<Standing, usize>,
}

impl Collected {
    fn new(top: usize) -> Self {
        Self { top, rows: Vec::new(), standings: BTreeMap::new() }
    }

    fn add(&mut self, row: Row) {
        const SLACK: usize = 1_000;
        *self.standings.entry(row.result.standing).or_default() += 1;
        self.rows.push(row);
        if self.rows.len() > self.top.saturating_mul(2).saturating_add(SLACK) {
            self.sort();
        }
    }

    /// Puts the rows in order and drops those that are not shown.
    fn sort(&mut self) {
        self.rows.sort_by(|a, b| compare(&a.result, &b.result));
        self.rows.truncate(self.top);
    }

    fn finish(mut self, profile: &Profile) -> Ranking {
        self.sort();
        for (row, rank) in self.rows.iter_mut().zip(1..) {
            row.result.rank = rank;
        }
        Ranking { profile: profile.source.clone(), name: profile.name.clone(), rows: self.rows, standings: self.standings }
    }
}
