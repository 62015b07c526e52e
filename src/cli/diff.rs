//! `quals diff`: what a changed profile changes.

use crate::{
    args::{AsOf, ReadArgs},
    exit::{Exit, Failure},
    filters::{FilterArgs, ShowArgs},
    inputs,
    output::Output,
    ranking::{self, By, Contender, Plan, Scope},
};
use clap::Args;
use quals::{
    Engine,
    profile::Profile,
    rank::Filters,
    report::{Change, Tally},
};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  quals diff -p old.toml -p new.toml
  quals diff -p old.toml -p new.toml jobs.ndjson.gz --format csv";

/// Show what a changed profile changes
///
/// Holds every posting against the old and the new profile, and lists those whose standing, fit or verdicts are others now, with the requirements that
/// changed.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DiffArgs {
    /// The old profile, then the new one
    #[arg(short, long = "profile", value_name = "PROFILE", required = true)]
    profiles: Vec<PathBuf>,
    /// Files or folders of postings, or - for standard input [default: postings]
    #[arg(value_name = "POSTINGS")]
    postings: Vec<PathBuf>,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    reading: ReadArgs,
}

/// Runs `quals diff`.
pub(crate) fn run(args: &DiffArgs, output: &mut Output) -> Result<Exit, Failure> {
    args.show.check()?;
    let [old, new] = args.profiles.as_slice() else {
        return Err(Failure::Input("name the old and the new profile, as in `quals diff -p old.toml -p new.toml`".to_owned()));
    };
    if old == new {
        return Err(Failure::Input(format!("`{}` is named as the old and the new profile; name two files", old.display())));
    }
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let postings = inputs::postings(&args.postings)?;
    let mut one = |path: &PathBuf| -> Result<Profile, Failure> { inputs::profile(path, &engine, as_of, output) };
    let (old, new) = (one(old)?, one(new)?);
    let mut filters = vec![args.filters.filters(&engine, as_of, output)];
    filters.extend(args.filters.wanted().then(|| Filters::of_wants(&new.wants)));
    let change = Change::From(old.source.clone());
    let contenders = [Contender { profile: new, before: Some((old, change)), filters }];
    let plan = Plan {
        engine: &engine,
        as_of,
        contenders: &contenders,
        postings: &postings,
        by: By::Profile,
        scope: Scope::Changes,
        show: &args.show,
        dropped: args.filters.dropped,
        reading: &args.reading,
    };
    let mut tally = Tally::default();
    let rankings = ranking::rank(&plan, &mut tally, output)?;
    ranking::write(&plan, &rankings, &tally, output)?;
    Ok(Exit::of(tally.read, tally.failed))
}
