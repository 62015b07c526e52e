//! What was read from one posting, for people.
//!
//! The header facts, then each requirement with its quote and the predicates it was read into. `quals extract FILE` writes it.

use super::{
    Look,
    look::{BOLD, DIM},
    words::{self, count},
    wrap::{hang, one_line},
};
use crate::{
    extract::{Extraction, UnreadPart},
    kind::Predicate,
    logic::Expr,
    requirement::{Basis, Priority, Requirement},
    value::PartialDate,
};
use serde_json::Value;

/// Writes an extraction.
#[must_use]
pub fn render(extraction: &Extraction, look: Look) -> String {
    let mut out = look.paint(BOLD, one_line(&extraction.source)) + "\n";
    if let Some(unread) = &extraction.unread {
        add(&mut out, "  unread       ", &format!("in {}, which quals does not read", unread.name), look);
    }
    for (name, value) in parts(extraction).into_iter().chain(facts(extraction)) {
        add(&mut out, &format!("  {name:<13}"), &value, look);
    }
    out.push_str(&format!("  {}\n", look.paint(DIM, count(extraction.requirements.len(), "requirement"))));
    for requirement in &extraction.requirements {
        out.push('\n');
        add_requirement(&mut out, requirement, look);
    }
    out
}

fn add(out: &mut String, first: &str, text: &str, look: Look) {
    for line in hang(first, text, look.text_width()) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The parts that were passed over, by language.
fn parts(extraction: &Extraction) -> Vec<(&'static str, String)> {
    let part = |part: &UnreadPart| ("unread part", format!("in {}, bytes {} to {}", part.language.name, part.span.start, part.span.end));
    extraction.unread_parts.iter().map(part).collect()
}

/// The header facts that the posting states, in the order of the contract.
fn facts(extraction: &Extraction) -> Vec<(&'static str, String)> {
    let posting = &extraction.posting;
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let all = [
        ("title", posting.title.as_deref().map(one_line)),
        ("company", posting.company.as_deref().map(one_line)),
        ("locations", Some(one_line(&posting.locations.join("; ")))),
        ("workplace", posting.workplace.map(|it| words::workplace(it).to_owned())),
        ("employment", posting.employment.map(|it| words::employment(it).to_owned())),
        ("posted", date(posting.posted)),
        ("deadline", date(posting.deadline)),
        ("weekly hours", posting.weekly_hours.map(words::number)),
        ("salary", posting.salary.as_ref().map(words::salary)),
        ("terms", Some(one_line(&posting.terms.join(", ")))),
        ("reference", posting.reference.as_deref().map(one_line)),
    ];
    all.into_iter().filter_map(|(name, fact)| Some((name, fact.filter(|fact| !fact.is_empty())?))).collect()
}

fn add_requirement(out: &mut String, requirement: &Requirement, look: Look) {
    let priority = match requirement.priority {
        Priority::Required => "required",
        Priority::Preferred => "preferred",
    };
    let section = requirement.section.as_deref().map(|section| format!(" “{}”", one_line(section))).unwrap_or_default();
    let basis = match requirement.basis {
        Basis::Section => format!("by its section{section}"),
        Basis::Wording => "by its wording".to_owned(),
    };
    let id = look.paint(BOLD, &requirement.id);
    out.push_str(&format!("  {id} {priority} {} · line {}\n", look.paint(DIM, basis), requirement.line));
    add(out, "     ", &format!("“{}”", one_line(&requirement.quote)), look);
    add_needs(out, &requirement.needs, 5, look);
}

fn add_needs(out: &mut String, needs: &Expr<Predicate>, indent: usize, look: Look) {
    let (head, parts) = match needs {
        Expr::Atom(predicate) => return add(out, &format!("{}- ", " ".repeat(indent)), &predicate_words(predicate), look),
        Expr::All { all } => ("all of".to_owned(), all),
        Expr::Any { any, open: false, .. } => ("one of".to_owned(), any),
        Expr::Any { any, class, .. } => (class.as_ref().map_or("one like".to_owned(), |c| format!("one like (“{}”)", one_line(c))), any),
        Expr::AtLeast { at_least, of } => (format!("at least {at_least} of"), of),
    };
    add(out, &" ".repeat(indent), &head, look);
    for part in parts {
        add_needs(out, part, indent + 2, look);
    }
}

/// `degree “MS or PhD degree”: levels master, doctorate; status enrolled`.
fn predicate_words(predicate: &Predicate) -> String {
    let Ok(Value::Object(map)) = serde_json::to_value(predicate) else { return String::new() };
    let attributes = map.iter().filter(|(name, value)| {
        let said = !matches!(value, Value::Null | Value::Bool(false)) && value.as_array().is_none_or(|list| !list.is_empty());
        said && !matches!(name.as_str(), "kind" | "text" | "concept")
    });
    let attributes: Vec<String> = attributes.map(|(name, value)| format!("{} {}", name.replace('_', " "), plain(value))).collect();
    let between = if attributes.is_empty() { "" } else { ": " };
    format!("{} “{}”{between}{}", predicate.kind().name, one_line(predicate.text()), attributes.join("; "))
}

/// A value without the marks of JSON.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        Value::Bool(true) => "yes".to_owned(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) => map.values().map(plain).collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), words::number),
        other => other.to_string(),
    }
}
