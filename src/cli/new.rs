//! `quals profile new`: a profile made of answers on a terminal.

use crate::{
    args::AsOf,
    exit::{Exit, Failure},
    file,
    output::Output,
    prompt::{self, Said},
    store,
};
use clap::Args;
use quals::{
    Engine,
    profile::edit::Assignment,
    rank::{Form, Opening, openings},
};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  quals profile new me.toml
  quals ask -p me.toml --interactive              asks what postings need besides";

/// Make a profile by questions on the terminal, the most decisive first
///
/// Each question may be passed over: what is not said stays unknown. The file is written whole at the end; if you leave before, nothing is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct NewArgs {
    /// Where to write the profile
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Write over a file that exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// Runs `quals profile new`.
pub(crate) fn run(args: &NewArgs, output: &mut Output) -> Result<Exit, Failure> {
    file::refuse_existing(&args.file, args.force)?;
    prompt::need_terminal("copy `profiles/example.toml`, or make a profile of a résumé with `quals profile import`")?;
    let mut draft = Draft { text: String::new(), engine: Engine::new(), is_stopped: false };
    output.tell("note", prompt::WORDS);
    for opening in openings() {
        draft.ask(&opening, None, output)?;
    }
    let shown = args.file.display();
    if draft.text.is_empty() {
        output.tell("note", &format!("nothing was answered, and `{shown}` was not written"));
        return Ok(Exit::Ran);
    }
    let text = format!("# Made by `quals profile new`, {}.\n{}", args.as_of.date(), draft.text);
    file::write(&args.file, &text, args.force)?;
    output.tell("note", &format!("wrote `{shown}`; `quals ask -p {shown} --interactive` asks what postings need besides"));
    Ok(Exit::Ran)
}

/// The profile so far.
struct Draft {
    text: String,
    engine: Engine,
    /// Nothing more is to be asked.
    is_stopped: bool,
}

impl Draft {
    /// Asks a question, of the entry of a list or of the candidate, and what follows from the answer.
    fn ask(&mut self, opening: &Opening, entry: Option<(&str, usize)>, output: &mut Output) -> Result<(), Failure> {
        let path = entry.map_or_else(|| opening.path.to_owned(), |(list, at)| format!("{list}[{at}].{}", opening.path));
        let mut count = 0;
        while !self.is_stopped {
            let said = match prompt::one(opening.text, &opening.answers)? {
                Said::Answer(said) => said,
                Said::Pass => break,
                Said::Stop => {
                    self.is_stopped = true;
                    break;
                }
            };
            if !self.put(&facts(&path, opening.form, &said), output) {
                continue;
            }
            match opening.form {
                Form::Entries(_) => {
                    self.ask_all(&opening.then, Some((&path, count)), output)?;
                    count += 1;
                    continue;
                }
                _ if said == "yes" => self.ask_all(&opening.then, None, output)?,
                _ => {}
            }
            break;
        }
        Ok(())
    }

    fn ask_all(&mut self, openings: &[Opening], entry: Option<(&str, usize)>, output: &mut Output) -> Result<(), Failure> {
        openings.iter().try_for_each(|opening| self.ask(opening, entry, output))
    }

    /// Sets facts, unless the profile would have a mistake or stay as it is, which is told.
    fn put(&mut self, facts: &[(String, String)], output: &mut Output) -> bool {
        match self.with(facts) {
            Ok(text) => {
                self.text = text;
                true
            }
            Err(sentence) => {
                output.tell("error", &sentence);
                false
            }
        }
    }

    fn with(&self, facts: &[(String, String)]) -> Result<String, String> {
        let facts: Result<Vec<Assignment>, _> = facts.iter().map(|(path, value)| Assignment::new(path, value.clone())).collect();
        let changed = store::changed(&self.text, &facts.map_err(|error| error.to_string())?, &self.engine)?;
        if changed == self.text { Err("the profile says so already".to_owned()) } else { Ok(changed) }
    }
}

/// The facts that an answer sets, each by its path.
fn facts(path: &str, form: Form, said: &str) -> Vec<(String, String)> {
    let fact = |path: &str, value: &str| (path.to_owned(), value.to_owned());
    match form {
        Form::Value => vec![fact(path, said)],
        Form::List => said.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|part| fact(path, part)).collect(),
        Form::Entries(key) => vec![fact(path, &format!("{{{key} = {}}}", toml_edit::Value::from(said)))],
        Form::Grade => {
            let (points, scale) = said.split_once('/').map_or((said, None), |(points, scale)| (points.trim(), Some(scale.trim())));
            let scale = scale.map(|scale| (format!("{path}_scale"), scale.to_owned()));
            [fact(path, points)].into_iter().chain(scale).collect()
        }
    }
}
