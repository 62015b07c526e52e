//! What a softened afterthought narrows: "3 years of sales experience, ideally in software or telecom", "a degree, preferably in physics".
//!
//! Behind "ideally in" stands no thing of its own but what the experience or the degree before it should best be in. The wish is that
//! experience in one of the areas, or that degree in one of the fields.

use crate::{
    kind::{Degree, Experience, Mention, Predicate, pieces::list_pieces},
    line::Line,
    logic::Expr,
    requirement::Needs,
    taxonomy::Family,
    value::{Shape, read_list},
};
use std::ops::Range;

/// How many words may stand between what is narrowed and the afterthought.
const NEAR: usize = 3;

/// What an afterthought asks; `None` where the words are none, or nothing before them can be narrowed.
pub(super) fn narrowed(line: &Line<'_>, words: &[Range<usize>], mentions: &[Mention]) -> Option<Needs> {
    let [words] = words else { return None };
    let list = line.matches("preferably|ideally in|within|from|as a|an|the?", words.start)?..words.end;
    if list.is_empty() || mentions.iter().any(|m| list.contains(&m.words.start)) {
        return None;
    }
    let before = mentions.iter().rfind(|m| m.words.end <= words.start && words.start - m.words.end <= NEAR)?;
    let last = before.needs.atoms().last()?;
    let shape = read_list(&list_pieces(line, list, &[Family::Field, Family::Skill]))?;
    match last {
        Predicate::Experience(_) => areas(line, &shape),
        Predicate::Degree(degree) => Some(Expr::Atom(Predicate::Degree(fields(line, &shape, degree)))),
        _ => None,
    }
}

fn areas(line: &Line<'_>, shape: &Shape) -> Option<Needs> {
    let named: Vec<Needs> = phrases(line, shape)
        .filter(|phrase| !is_rest(phrase))
        .map(|phrase| {
            let experience =
                Experience { text: phrase.clone(), min_months: None, max_months: None, areas: vec![phrase], settings: Vec::new() };
            Expr::Atom(Predicate::Experience(experience))
        })
        .collect();
    (!named.is_empty()).then(|| Expr::any(named))
}

fn fields(line: &Line<'_>, shape: &Shape, degree: &Degree) -> Degree {
    let (rest, fields): (Vec<String>, Vec<String>) = phrases(line, shape).partition(|phrase| is_rest(phrase));
    Degree { fields, related_fields: !rest.is_empty(), or_higher: false, or_equivalent: false, ..degree.clone() }
}

fn phrases(line: &Line<'_>, shape: &Shape) -> impl Iterator<Item = String> {
    shape
        .items()
        .into_iter()
        .map(|words| line.phrase(&words).trim_end_matches(['.', ',', ';']).to_owned())
        .filter(|phrase| !phrase.is_empty())
}

/// "a related field": no name, but the rest of a list.
fn is_rest(phrase: &str) -> bool {
    ["related", "similar", "other", "equivalent", "another", "comparable"]
        .iter()
        .any(|word| phrase.split(' ').take(2).any(|own| own.eq_ignore_ascii_case(word)))
}
