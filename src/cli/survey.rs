//! Goes over all postings for one profile, for what is asked of all of them together: `quals ask` and `quals gaps`.

use crate::{args::ReadArgs, exit::Failure, inputs, output::Output, parallel, progress::Progress};
use jiff::civil::Date;
use quals::{
    Engine,
    kind::Candidate,
    profile::Profile,
    rank::{Outlook, RankRow},
    read::{Document, Input, find},
    report::Tally,
};

/// The outlook of each posting for a profile.
pub(crate) fn outlooks(
    engine: &Engine,
    profile: &Profile,
    as_of: Date,
    postings: &[Input],
    reading: &ReadArgs,
    tally: &mut Tally,
    output: &mut Output,
) -> Result<Vec<Outlook>, Failure> {
    let candidate = Candidate::new(profile, engine.taxonomy(), as_of);
    let mut outlooks = Vec::new();
    let options = reading.options();
    let progress = Progress::new(postings, &options, output);
    parallel::in_order(
        find(postings, &options),
        reading.threads(),
        |document: Document| {
            let extraction = engine.extract(&document, as_of);
            let outlook = Outlook::new(&candidate, &extraction, RankRow::new(&candidate, &extraction));
            (outlook, extraction.unread.map(|unread| unread.name))
        },
        |result| {
            progress.step();
            match result {
                Ok((outlook, language)) => {
                    tally.read += 1;
                    if let Some(language) = language {
                        *tally.unread.entry(language).or_default() += 1;
                    }
                    outlooks.push(outlook);
                }
                Err(error) => inputs::note(&error, tally, output),
            }
            Ok::<_, Failure>(())
        },
    )?;
    progress.end();
    Ok(outlooks)
}
