//! Goes over all postings for one profile, for what is asked of all of them together: `quals ask` and `quals gaps`.

use crate::{
    args::{AsOf, ReadArgs},
    exit::Failure,
    inputs,
    output::Output,
    sweep::Sweep,
};
use clap::Args;
use jiff::civil::Date;
use quals::{
    Engine,
    kind::Candidate,
    profile::Profile,
    rank::{Outlook, RankRow},
    read::Document,
    report::Tally,
};
use std::path::PathBuf;

/// One profile, and postings.
#[derive(Debug, Args)]
pub(crate) struct SurveyArgs {
    /// The profile
    #[arg(short, long, value_name = "PROFILE")]
    profile: PathBuf,
    /// Files or folders of postings, or - for standard input [default: postings]
    #[arg(value_name = "POSTINGS")]
    postings: Vec<PathBuf>,
}

/// A profile that is made ready, and what reads postings for it.
pub(crate) struct Survey {
    pub(crate) engine: Engine,
    pub(crate) as_of: Date,
    pub(crate) profile: Profile,
}

impl Survey {
    /// Reads the profile.
    pub(crate) fn new(args: &SurveyArgs, as_of: &AsOf, output: &mut Output) -> Result<Self, Failure> {
        let (engine, as_of) = (Engine::new(), as_of.date());
        let profile = inputs::profile(&args.profile, &engine, as_of, output)?;
        Ok(Self { engine, as_of, profile })
    }

    /// The candidate.
    pub(crate) fn candidate(&self) -> Candidate<'_> {
        Candidate::new(&self.profile, self.engine.taxonomy(), self.as_of)
    }

    /// The outlook of each posting for the candidate.
    pub(crate) fn outlooks(
        &self,
        args: &SurveyArgs,
        reading: &ReadArgs,
        tally: &mut Tally,
        output: &mut Output,
    ) -> Result<Vec<Outlook>, Failure> {
        let (candidate, postings) = (self.candidate(), inputs::postings(&args.postings)?);
        let mut outlooks = Vec::new();
        let work = |document: Document| {
            let extraction = self.engine.extract(&document, self.as_of);
            let outlook = Outlook::new(&candidate, &extraction, RankRow::new(&candidate, &extraction));
            (outlook, extraction.unread.map(|unread| unread.name))
        };
        Sweep::new(&postings, reading).each(tally, output, work, |result, tally, _| {
            if let Ok((outlook, language)) = result {
                language.into_iter().for_each(|language| *tally.unread.entry(language).or_default() += 1);
                outlooks.push(outlook);
            }
            Ok(())
        })?;
        Ok(outlooks)
    }
}
