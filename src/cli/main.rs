//! The command `quals`: reads its arguments, calls the library, writes what it found.
//!
//! It sees the public API of the library only. One file a command; `exit` says what the exit codes mean.

mod args;
mod ask;
mod choice;
mod diff;
mod exit;
mod explain;
mod extract;
mod file;
mod filters;
mod gaps;
mod import;
mod inputs;
mod kinds;
mod new;
mod output;
mod parallel;
mod profile;
mod progress;
mod prompt;
mod rank;
mod ranking;
mod store;
mod survey;
mod sweep;
mod usage;
mod whatif;

use args::{Arguments, Color, Command, ProfileCommand};
use clap::Parser;
use exit::{Exit, Failure};
use output::Output;
use std::process::ExitCode;

/// Many small texts and lists are made for each posting and given back; this allocator is faster at it than most systems' own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return wrong_arguments(&error).into(),
    };
    let mut output = Output::new(arguments.color);
    let result = run(arguments.command, &mut output).and_then(|exit| output.finish().map(|()| exit));
    let exit = result.unwrap_or_else(|failure| output.fail(&failure));
    exit.into()
}

/// Tells what is wrong with the arguments in one sentence; help and the like are shown as clap writes them.
fn wrong_arguments(error: &clap::Error) -> Exit {
    match usage::sentence(error) {
        Some(sentence) => Output::new(Color::Auto).fail(&Failure::Input(sentence)),
        None => error.exit(),
    }
}

fn run(command: Command, output: &mut Output) -> Result<Exit, Failure> {
    match command {
        Command::Rank(args) => rank::run(&args, output),
        Command::Diff(args) => diff::run(&args, output),
        Command::Ask(args) => ask::run(&args, output),
        Command::Gaps(args) => gaps::run(&args, output),
        Command::Explain(args) => explain::run(&args, output),
        Command::Extract(args) => extract::run(&args, output),
        Command::Profile { command: ProfileCommand::New(args) } => new::run(&args, output),
        Command::Profile { command: ProfileCommand::Check(args) } => profile::check(&args, output),
        Command::Profile { command: ProfileCommand::Import(args) } => import::run(&args, output),
        Command::Profile { command: ProfileCommand::Schema } => profile::schema(output),
        Command::Kinds => kinds::run(output),
    }
}
