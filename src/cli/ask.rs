//! `quals ask`: what the profile does not say, as questions; and their answers, written into it.

use crate::{
    args::{AsOf, ReadArgs, parse_count},
    exit::{Exit, Failure},
    output::Output,
    prompt, store,
    survey::{Survey, SurveyArgs},
};
use clap::{Args, ValueEnum};
use quals::{
    profile::edit::Assignment,
    rank::{self, Question},
    report::{Tally, gaps, json},
};
use std::{fs, io::Write, num::NonZero};

const EXAMPLES: &str = "\
Examples:
  quals ask -p me.toml                             the questions, the most decisive first
  quals ask -p me.toml --interactive               asks them one by one, and writes the answers
  quals ask -p me.toml --answer study.returning=yes --answer work_authorization:CA=needs_sponsorship";

/// Ask what the profile does not say, the most decisive first; write the answers into it
///
/// Each question says how many postings its answer decides, and which. Answers are written into the profile, whose comments and order stay; a file that would
/// have a mistake is not written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AskArgs {
    #[command(flatten)]
    survey: SurveyArgs,
    /// Write an answer into the profile: the name of a question, or the path of a fact, and the answer; may be given several times
    #[arg(long, value_name = "QUESTION=ANSWER", conflicts_with = "interactive")]
    answer: Vec<String>,
    /// Ask on the terminal, and write the answers into the profile
    #[arg(short, long)]
    interactive: bool,
    /// Show, or ask, only the first N questions
    #[arg(long, value_name = "N", default_value = "10", value_parser = parse_count)]
    top: NonZero<usize>,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    reading: ReadArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One document
    Json,
}

/// Runs `quals ask`.
pub(crate) fn run(args: &AskArgs, output: &mut Output) -> Result<Exit, Failure> {
    let survey = Survey::new(&args.survey, &args.as_of, output)?;
    let (profile, engine) = (&survey.profile, &survey.engine);
    if !args.answer.is_empty() {
        let facts = answers(&args.answer, output)?;
        store::write(profile, &facts, engine, output)?;
        return Ok(Exit::Ran);
    }
    let mut tally = Tally::default();
    let (questions, total) = questions(args, &survey, &mut tally, output)?;
    if args.interactive {
        let text = fs::read_to_string(&profile.source).unwrap_or_default();
        let facts = prompt::ask(&questions, |facts| store::changed(&text, facts, engine).map(drop), output)?;
        store::write(profile, &facts, engine, output)?;
        return Ok(Exit::of(tally.read, tally.failed));
    }
    let about = gaps::About::new(gaps::QUESTIONS_SCHEMA, profile, survey.as_of, &tally);
    let found = gaps::Questions { about, questions, total };
    match args.format {
        Format::Text => write!(output.out, "{}", gaps::render_questions(&found, &tally, output.look))?,
        Format::Json => json::document(&found, &mut output.out)?,
    }
    Ok(Exit::of(tally.read, tally.failed))
}

/// The questions that are shown, and how many there are.
fn questions(args: &AskArgs, survey: &Survey, tally: &mut Tally, output: &mut Output) -> Result<(Vec<Question>, usize), Failure> {
    let outlooks = survey.outlooks(&args.survey, &args.reading, tally, output)?;
    let mut questions = rank::questions(&survey.candidate(), &outlooks);
    let total = questions.len();
    questions.truncate(args.top.get());
    Ok((questions, total))
}

/// The facts that the answers of the command line set.
fn answers(given: &[String], output: &mut Output) -> Result<Vec<Assignment>, Failure> {
    let mut facts = Vec::new();
    for text in given {
        let wrong = |why: &dyn std::fmt::Display| Failure::Input(format!("`--answer {text}`: {why}"));
        let no_value = "write a question and its answer, as in `study.returning=yes` or `skills:Kubernetes=working`";
        let (id, said) =
            text.split_once('=').filter(|(id, said)| !id.trim().is_empty() && !said.trim().is_empty()).ok_or_else(|| wrong(&no_value))?;
        let set = rank::answer(id.trim(), said).map_err(|error| wrong(&error))?;
        if set.is_empty() {
            output.tell(
                "note",
                &format!("`{text}` is nothing that a profile can say; a list says no to what it lacks where `[assume]` calls it complete"),
            );
        }
        facts.extend(set);
    }
    Ok(facts)
}
