//! `quals rank`: postings in order, for each profile; or the candidates of each posting.

use crate::{
    args::{AsOf, ReadArgs},
    exit::{Exit, Failure},
    filters::{FilterArgs, ShowArgs},
    inputs,
    output::Output,
    ranking::{self, By, Contender, Plan, Scope},
    whatif,
};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quals::{
    Engine,
    profile::{Profile, edit::Assignment},
    rank::Filters,
    report::{Change, Tally},
};
use std::path::PathBuf;

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
  quals rank -p me.toml --open --employment internship --place Germany
  quals rank -p candidates --by posting --standing eligible,unclear --top 5
  quals rank -p me.toml --with skills=Kubernetes:working --with 'education[0].status=completed'
  quals rank -p me.toml --format csv --columns rank,standing,fit,title,salary --sort salary
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
    /// What to put together: the postings of each profile, or the candidates of each posting
    #[arg(long, value_name = "WHAT", default_value = "profile")]
    by: Grouping,
    /// What if: a fact that the profile does not have, as in skills=Kubernetes:working; may be given several times
    ///
    /// Shows the standing and the fit before and after. No file is touched. A fact is written as its path in the profile and its value; an entry of a list is added
    /// as in skills=NAME:LEVEL, languages=NAME:LEVEL, certificates=NAME:STATUS or education=LEVEL:STATUS:FIELD.
    #[arg(long, value_name = "FACT=VALUE")]
    with: Vec<Assignment>,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Grouping {
    /// The postings of each profile
    Profile,
    /// The candidates of each posting
    Posting,
}

/// Runs `quals rank`.
pub(crate) fn run(args: &RankArgs, output: &mut Output) -> Result<Exit, Failure> {
    args.show.check()?;
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let postings = inputs::postings(&args.postings)?;
    let profiles = inputs::profiles(&args.profiles, &engine, as_of, output)?;
    let filters = args.filters.filters(&engine, as_of, output);
    let mut contenders = Vec::new();
    for profile in profiles.good {
        contenders.push(contender(profile, args, &filters, &engine, as_of, output)?);
    }
    let by = if args.by == Grouping::Posting { By::Posting } else { By::Profile };
    let plan = Plan {
        engine: &engine,
        as_of,
        contenders: &contenders,
        postings: &postings,
        by,
        scope: Scope::All,
        show: &args.show,
        dropped: args.filters.dropped,
        reading: &args.reading,
    };
    let mut tally = Tally::default();
    let rankings = ranking::rank(&plan, &mut tally, output)?;
    ranking::write(&plan, &rankings, &tally, output)?;
    Ok(match Exit::of(tally.read, tally.failed) {
        Exit::Ran if profiles.failed > 0 => Exit::SomeFailed,
        exit => exit,
    })
}

/// A profile, as it would be with the facts asked, and the filters that hold for it.
fn contender(
    profile: Profile,
    args: &RankArgs,
    filters: &Filters,
    engine: &Engine,
    as_of: Date,
    output: &mut Output,
) -> Result<Contender, Failure> {
    let mut filters = vec![filters.clone()];
    filters.extend(args.filters.wanted().then(|| Filters::of_wants(&profile.wants)));
    if args.with.is_empty() {
        return Ok(Contender { profile, before: None, filters });
    }
    let altered = whatif::altered(&profile, &args.with, engine, as_of, output)?;
    let change = Change::With(args.with.iter().map(Assignment::to_string).collect());
    Ok(Contender { profile: altered, before: Some((profile, change)), filters })
}
