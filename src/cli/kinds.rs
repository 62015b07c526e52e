//! `quals kinds`: the kinds of things that a posting can ask for.

use crate::{
    exit::{Exit, Failure},
    output::Output,
};
use quals::report::kinds;
use std::io::Write;

/// Runs `quals kinds`.
pub(crate) fn run(output: &mut Output) -> Result<Exit, Failure> {
    write!(output.out, "{}", kinds::render(output.look))?;
    write!(output.out, "\n{NOTE}\n")?;
    Ok(Exit::Ran)
}

const NOTE: &str = "\
A gate that is required and not met makes a posting ineligible; experience is one only where a duration is asked.
What is not scored does not count towards the fit.";
