//! How far a long run is, on a terminal.
//!
//! Drawn on standard error, once a run has taken a while, and gone at its end; nothing of it is ever written to a file or a pipe.

use crate::output::Output;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use quals::read::{Input, ReadOptions};
use std::{
    cell::Cell,
    fs,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// What takes less is not worth a bar.
const PATIENCE: Duration = Duration::from_millis(700);
/// How often the bar is drawn: every so many postings.
const EVERY: u64 = 64;

/// A bar for the bytes of files of a known size, or a count of postings.
pub(crate) struct Progress {
    bar: ProgressBar,
    bytes_read: Arc<AtomicU64>,
    begun: Instant,
    postings: Cell<u64>,
}

impl Progress {
    /// Begins; nothing is shown where standard error is no terminal.
    pub(crate) fn new(inputs: &[Input], options: &ReadOptions, output: &Output) -> Self {
        let size: Option<u64> = inputs.iter().map(size).sum();
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::hidden());
        let looks = if size.is_some() { "{bar:30} {percent:>3} %  {msg}  {elapsed_precise}" } else { "{spinner} {msg}  {elapsed_precise}" };
        bar.set_style(ProgressStyle::with_template(looks).unwrap_or_else(|_| ProgressStyle::default_bar()));
        output.show(&bar);
        Self { bar, bytes_read: Arc::clone(&options.bytes_read), begun: Instant::now(), postings: Cell::new(0) }
    }

    /// One more posting is done.
    pub(crate) fn step(&self) {
        let postings = self.postings.get() + 1;
        self.postings.set(postings);
        if postings.is_multiple_of(EVERY) && self.begun.elapsed() > PATIENCE {
            let a_second = u128::from(postings) * 1_000 / self.begun.elapsed().as_millis().max(1);
            let a_second = u64::try_from(a_second).unwrap_or(u64::MAX);
            self.bar.set_message(format!("{} postings, {} a second", HumanCount(postings), HumanCount(a_second)));
            self.bar.set_position(self.bytes_read.load(Ordering::Relaxed));
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// The size of a file; none for folders and streams.
fn size(input: &Input) -> Option<u64> {
    match input {
        Input::Path(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len()),
        Input::Stdin => None,
    }
}
