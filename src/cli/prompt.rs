//! Asks questions on a terminal, one by one. Escape, or an empty answer, leaves a question open.

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
    if questions.is_empty() {
        output.tell("note", "no question is open");
    }
    let mut facts = Vec::new();
    for question in questions {
        while let Some(said) = one(question)? {
            match rank::answer(&question.id, &said) {
                Ok(set) => {
                    facts.extend(set);
                    break;
                }
                Err(error) => output.tell("error", &error.to_string()),
            }
        }
    }
    Ok(facts)
}

/// One answer; none where the question is passed over.
fn one(question: &Question) -> Result<Option<String>, Failure> {
    let text = format!("{} ({})", escape(&question.text), gaps::weight(question));
    let names = match &question.answers {
        Answers::YesNo => vec!["yes", "no"],
        Answers::OneOf(names) => names.clone(),
        Answers::Number | Answers::Date | Answers::Text | Answers::Entry(_) => {
            let said: String = Input::new()
                .with_prompt(format!("{text} [{}, or nothing to pass]", gaps::form(&question.answers)))
                .allow_empty(true)
                .interact_text()
                .map_err(lost)?;
            return Ok(Some(said.trim().to_owned()).filter(|said| !said.is_empty()));
        }
    };
    let items: Vec<&str> = names.iter().copied().chain(["pass"]).collect();
    let chosen = Select::new().with_prompt(text).items(&items).default(items.len() - 1).interact_opt().map_err(lost)?;
    Ok(chosen.and_then(|at| names.get(at)).map(|name| (*name).to_owned()))
}

fn lost(error: dialoguer::Error) -> Failure {
    Failure::Input(format!("the terminal does not answer: {error}; nothing was written"))
}
