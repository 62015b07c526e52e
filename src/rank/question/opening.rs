//! The questions with which a profile begins: what most postings decide by, in the order in which it weighs.
//!
//! No posting is looked at; [`questions`](super::questions()) asks what postings need besides.

use super::{Answers, words::choice};

/// A question with which a profile begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The fact that its answer sets: `location.base`; of a question about an entry the key in it, `status`.
    pub path: &'static str,
    /// The question.
    pub text: &'static str,
    /// What answers it.
    pub answers: Answers,
    /// What an answer becomes.
    pub form: Form,
    /// What is asked then: of each entry, or where the answer is `yes`.
    pub then: Vec<Opening>,
}

/// What an answer to an opening question becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The value of a fact.
    Value,
    /// Values of a list, with commas between.
    List,
    /// The key of a new entry of a list, for as long as there are answers.
    Entries(&'static str),
    /// A grade, perhaps with its scale: `3.8/4.0`.
    Grade,
}

/// The questions, those first that decide most.
#[must_use]
pub fn openings() -> Vec<Opening> {
    let value = |path, text, answers| Opening { path, text, answers, form: Form::Value, then: Vec::new() };
    let list = |path, text| Opening { path, text, answers: Answers::Text, form: Form::List, then: Vec::new() };
    let entries = |path, key, text, answers, then| Opening { path, text, answers, form: Form::Entries(key), then };
    let one_of = |table, key| choice(table, key).unwrap_or(Answers::Text);
    let degree = vec![
        value("status", "How far along is it?", one_of("education", "status")),
        value("field", "What is its field of study?", Answers::Text),
        value("end", "When did you, or will you, finish it?", Answers::Date),
        Opening { form: Form::Grade, ..value("gpa", "What is its grade? With the best grade of the scale, as in 3.8/4.0", Answers::Text) },
    ];
    let job = vec![
        value("setting", "What sort of employer is it?", one_of("work", "setting")),
        value("internship", "Is it an internship?", Answers::YesNo),
        value("start", "When did it begin?", Answers::Date),
        value("end", "When did it end? If it goes on, answer present", Answers::Text),
        list("skills", "Which skills does it use? With commas between"),
    ];
    let study = vec![
        value("study.year", "Which year of study are you in?", one_of("study", "year")),
        value("study.returning", "Will you go back to your studies after an internship?", Answers::YesNo),
    ];
    vec![
        value("name", "What is your name? It is shown, never scored", Answers::Text),
        entries("education", "level", "Which degree do you have, or work towards? The highest first", one_of("education", "level"), degree),
        Opening { then: study, ..value("study.enrolled", "Are you enrolled at a school or university today?", Answers::YesNo) },
        entries(
            "work",
            "title",
            "What is the title of a job, an internship or voluntary work of yours? The last first",
            Answers::Text,
            job,
        ),
        list("work_authorization.citizenships", "Of which countries are you a citizen? With commas between"),
        list("work_authorization.authorized_in", "Where else may you work without sponsorship? Countries with commas between"),
        list("work_authorization.needs_sponsorship_in", "Where would you need sponsorship? Countries with commas between"),
        list("skills", "What do you know? With commas between, each with its level where you like: Python:expert, SQL"),
        entries(
            "languages",
            "language",
            "Which language do you speak?",
            Answers::Text,
            vec![value("level", "How well?", one_of("languages", "level"))],
        ),
        list("certificates", "Which certificates or licenses do you hold? With commas between"),
        value("location.base", "Where do you live?", Answers::Text),
        value("location.relocate", "Would you move for a job?", Answers::YesNo),
        list("location.modes", "Which ways of work would you accept? onsite, hybrid, remote, with commas between"),
        value("availability.start", "From when are you available?", Answers::Date),
        value("personal.age", "How old are you? Some jobs ask for an age", Answers::Number),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::edit::FactPath;

    #[test]
    fn every_question_sets_a_fact() {
        for opening in openings() {
            assert!(opening.path.parse::<FactPath>().is_ok(), "{}", opening.path);
            let Form::Entries(key) = opening.form else { continue };
            for inner in [key].into_iter().chain(opening.then.iter().map(|then| then.path)) {
                assert!(format!("{}[0].{inner}", opening.path).parse::<FactPath>().is_ok(), "{inner}");
            }
        }
    }

    #[test]
    fn choices_are_those_of_profiles() {
        let all = openings();
        let choices = all.iter().chain(all.iter().flat_map(|opening| &opening.then)).filter(|it| matches!(it.answers, Answers::OneOf(_)));
        assert_eq!(choices.map(|it| it.path).collect::<Vec<_>>(), ["education", "status", "study.year", "setting", "level"]);
    }
}
