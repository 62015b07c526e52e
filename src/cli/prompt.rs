//! Asks questions on a terminal, one by one. `pass`, escape, or an empty answer leaves a question open; `stop` leaves the rest open. Ctrl-C leaves without
//! writing anything.

use crate::{exit::Failure, output::Output};
use dialoguer::{Input, Select, console::Term};
use quals::{
    profile::edit::Assignment,
    rank::{self, Answers, Question},
    report::gaps,
    text::escape,
};
use std::{
    io::{self, IsTerminal},
    process,
};

/// What the two words of a person who does not answer do.
pub(crate) const WORDS: &str = "`pass` leaves a question open; `stop` leaves the rest open, and writes what was answered";

/// The exit code of who is interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// Makes ready to ask. Fails where there is no terminal to ask on, with what to do instead.
pub(crate) fn need_terminal(advice: &str) -> Result<(), Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::Input(format!("there is no terminal to ask on; {advice}")));
    }
    // where it cannot be watched for, the system ends the run at Ctrl-C, and only the cursor may stay hidden
    let _ = ctrlc::set_handler(|| leave());
    Ok(())
}

/// Leaves at Ctrl-C, with the cursor that menus hide.
fn leave() -> ! {
    let terminal = Term::stderr();
    let _ = terminal.show_cursor().and_then(|()| terminal.write_line("")).and_then(|()| terminal.flush());
    process::exit(INTERRUPTED)
}

/// The facts that the answers to the questions set. Where `check` does not accept all facts so far, it says why, and the question is asked again.
pub(crate) fn ask(
    questions: &[Question],
    check: impl Fn(&[Assignment]) -> Result<(), String>,
    output: &mut Output,
) -> Result<Vec<Assignment>, Failure> {
    need_terminal("give the answers as in `--answer study.returning=yes`")?;
    let advice = match questions {
        [] => "no question is open",
        _ => WORDS,
    };
    output.tell("note", advice);
    let mut facts = Vec::new();
    for (question, number) in questions.iter().zip(1..) {
        let text = format!("{number} of {}: {} ({})", questions.len(), escape(&question.text), gaps::weight(question));
        loop {
            let said = match one(&text, &question.answers)? {
                Said::Answer(said) => said,
                Said::Pass => break,
                Said::Stop => return Ok(facts),
            };
            let set = rank::answer(&question.id, &said).map_err(|error| error.to_string());
            let all = set.map(|set| [facts.as_slice(), &set].concat());
            match all.and_then(|all| check(&all).map(|()| all)) {
                Ok(all) => {
                    facts = all;
                    break;
                }
                Err(sentence) => output.tell("error", &sentence),
            }
        }
    }
    Ok(facts)
}

/// What a person says to a question.
pub(crate) enum Said {
    Answer(String),
    Pass,
    Stop,
}

impl Said {
    fn of(said: &str) -> Self {
        match said.trim() {
            "" | "pass" => Self::Pass,
            "stop" => Self::Stop,
            said => Self::Answer(said.to_owned()),
        }
    }
}

/// What is said to one question.
pub(crate) fn one(text: &str, answers: &Answers) -> Result<Said, Failure> {
    let names = match answers {
        Answers::YesNo => vec!["yes", "no"],
        Answers::OneOf(names) => names.clone(),
        Answers::Number | Answers::Date | Answers::Text | Answers::Entry(_) => {
            let said: String = Input::new()
                .with_prompt(format!("{text} [{}, pass or stop]", gaps::form(answers)))
                .allow_empty(true)
                .interact_text()
                .map_err(lost)?;
            return Ok(Said::of(&said));
        }
    };
    let items: Vec<&str> = names.iter().copied().chain(["pass", "stop"]).collect();
    let chosen = Select::new().with_prompt(text).items(&items).default(names.len()).interact_opt().map_err(lost)?;
    Ok(chosen.and_then(|at| items.get(at)).map_or(Said::Pass, |said| Said::of(said)))
}

fn lost(error: dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(error) = error;
    if error.kind() == io::ErrorKind::Interrupted {
        leave();
    }
    Failure::Input(format!("the terminal does not answer: {error}; nothing was written"))
}
