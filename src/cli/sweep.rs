//! Goes over all postings of some inputs, in order: opens them, shows how far it is, counts what was read and tells what could not be.
//!
//! `quals extract`, `rank`, `ask`, `gaps` and `diff` say what is to be done with each posting, and what with the result.

use crate::{args::ReadArgs, exit::Failure, inputs, output::Output, parallel, progress::Progress};
use quals::{
    read::{Document, Input, ReadError, ReadOptions, find},
    report::Tally,
};

/// The postings of a run.
pub(crate) struct Sweep<'a> {
    /// Where they come from.
    pub(crate) inputs: &'a [Input],
    /// How they are read.
    pub(crate) options: ReadOptions,
    /// On how many threads, too.
    pub(crate) reading: &'a ReadArgs,
    /// Whether to show how far it is.
    pub(crate) shows_progress: bool,
}

impl<'a> Sweep<'a> {
    /// The postings of these inputs, read as the arguments say.
    pub(crate) fn new(inputs: &'a [Input], reading: &'a ReadArgs) -> Self {
        Self { inputs, options: reading.options(), reading, shows_progress: true }
    }

    /// Calls `work` on every posting, on several threads, and `take` with each result, in order; then with each error before that is told.
    pub(crate) fn each<T: Send>(
        &self,
        tally: &mut Tally,
        output: &mut Output,
        work: impl Fn(Document) -> T + Sync,
        mut take: impl FnMut(Result<T, &ReadError>, &mut Tally, &mut Output) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let progress = self.shows_progress.then(|| Progress::new(self.inputs, &self.options, output));
        parallel::in_order(find(self.inputs, &self.options), self.reading.threads(), work, |result| {
            progress.iter().for_each(Progress::step);
            match result {
                Ok(result) => {
                    tally.read += 1;
                    take(Ok(result), tally, output)
                }
                Err(error) => {
                    take(Err(&error), tally, output)?;
                    inputs::note(&error, tally, output);
                    Ok(())
                }
            }
        })?;
        progress.iter().for_each(Progress::end);
        Ok(())
    }
}
