//! Asks questions on a terminal, one by one. `pass`, escape, or an empty answer leaves a question open; `stop` leaves the rest open.

use crate::{exit::Failure, output::Output};
use dialoguer::{Input, Select};
use quals::{
    profile::edit::Assignment,
    rank::{self, Answers, Question},
    report::gaps,
    text::escape,
};
use std::io::{self, IsTerminal};

/// The facts that the answers to the questions set.
pub(crate) fn ask(questions: &[Question], output: &mut Output) -> Result<Vec<Assignment>, Failure> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        let advice = "give the answers as in `--answer study.returning=yes`";
        return Err(Failure::Input(format!("there is no terminal to ask on; {advice}")));
    }
    let advice = match questions {
        [] => "no question is open",
        _ => "`pass` leaves a question open; `stop` leaves the rest open, and writes what was answered",
    };
    output.tell("note", advice);
    let mut facts = Vec::new();
    for (question, number) in questions.iter().zip(1..) {
        let place = format!("{number} of {}", questions.len());
        loop {
            match one(question, &place)? {
                Said::Answer(said) => match rank::answer(&question.id, &said) {
                    Ok(set) => {
                        facts.extend(set);
                        break;
                    }
                    Err(error) => output.tell("error", &error.to_string()),
                },
                Said::Pass => break,
                Said::Stop => return Ok(facts),
            }
        }
    }
    Ok(facts)
}

/// What a person says to a question.
enum Said {
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

/// One answer; `place` tells how many questions there are, and which this is.
fn one(question: &Question, place: &str) -> Result<Said, Failure> {
    let text = format!("{place}: {} ({})", escape(&question.text), gaps::weight(question));
    let names = match &question.answers {
        Answers::YesNo => vec!["yes", "no"],
        Answers::OneOf(names) => names.clone(),
        Answers::Number | Answers::Date | Answers::Text | Answers::Entry(_) => {
            let said: String = Input::new()
                .with_prompt(format!("{text} [{}, pass or stop]", gaps::form(&question.answers)))
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
    Failure::Input(format!("the terminal does not answer: {error}; nothing was written"))
}
