//! How a run ends.

use std::{io, process::ExitCode};

/// The exit codes of the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: it ran. What it found, good or bad, is its output and no failure. A reader that goes away early (`quals rank | head`) is none either.
    Ran,
    /// 1: some input could not be read; the rest was.
    SomeFailed,
    /// 2: it could not run: wrong arguments, no profile or posting that could be read, or an output that could not be written.
    CouldNotRun,
}

impl Exit {
    /// The end of a run that read `read` inputs and failed on `failed`.
    pub(crate) fn of(read: usize, failed: usize) -> Self {
        match (read, failed) {
            (_, 0) => Self::Ran,
            (0, _) => Self::CouldNotRun,
            _ => Self::SomeFailed,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Ran => Self::SUCCESS,
            Exit::SomeFailed => Self::from(1),
            Exit::CouldNotRun => Self::from(2),
        }
    }
}

/// Why a run stops before its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// There is nothing to work on; the sentence says why.
    #[error("{0}")]
    Input(String),
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// The exit code; a reader that has gone away is no failure.
    pub(crate) fn exit(&self) -> Exit {
        if self.is_closed_pipe() { Exit::Ran } else { Exit::CouldNotRun }
    }

    /// The reader of the output has gone away.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
