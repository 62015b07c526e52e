//! `quals profile check`: every mistake and every doubtful name of profiles; `quals profile schema`: what they may hold.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    inputs,
    output::Output,
};
use clap::Args;
use quals::{
    Engine,
    diagnostic::{Diagnostic, Renderer, Severity},
};
use std::{io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  quals profile check me.toml
  quals profile check profiles";

/// Tell every mistake and every doubtful name of profiles
///
/// An error keeps a profile from being used, a warning is probably not what was meant, a note is good to know: a skill that the vocabulary does not have
/// is matched by its words. Each is shown under its line, with a way to mend it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CheckArgs {
    /// Profiles, or folders of them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    as_of: AsOf,
}

/// Runs `quals profile check`.
pub(crate) fn check(args: &CheckArgs, output: &mut Output) -> Result<Exit, Failure> {
    let (engine, as_of) = (Engine::new(), args.as_of.date());
    let renderer = if output.look.styled { Renderer::styled() } else { Renderer::plain() };
    let (mut read, mut failed) = (0, 0);
    for path in &args.files {
        let checked = inputs::files(path).map(|files| files.into_iter().map(|file| (inputs::read_profile(&file, &engine), file)));
        let all = match checked {
            Ok(all) => all.collect(),
            Err(sentence) => vec![(Err(sentence), path.clone())],
        };
        for (checked, file) in all {
            let Ok(checked) = checked.map_err(|sentence| output.tell("error", &sentence)) else {
                failed += 1;
                continue;
            };
            read += 1;
            failed += usize::from(checked.profile.is_none());
            let told = inputs::all_diagnostics(checked, as_of);
            for one in &told {
                writeln!(output.out, "{}\n", renderer.render(one))?;
            }
            writeln!(output.out, "{}: {}", quals::text::escape(&file.display().to_string()), summary(&told))?;
        }
    }
    Ok(Exit::of(read, failed))
}

/// `2 errors, 1 note`, or `no mistakes`.
fn summary(told: &[Diagnostic]) -> String {
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let times = told.iter().filter(|one| one.severity == severity).count();
        let plural = if times == 1 { "" } else { "s" };
        (times, format!("{times} {severity}{plural}"))
    });
    let said: Vec<String> = counts.into_iter().filter(|(times, _)| *times > 0).map(|(_, words)| words).collect();
    if said.is_empty() { "no mistakes".to_owned() } else { said.join(", ") }
}

/// Runs `quals profile schema`.
pub(crate) fn schema(output: &mut Output) -> Result<Exit, Failure> {
    writeln!(output.out, "{:#}", quals::profile::schema())?;
    Ok(Exit::Ran)
}
