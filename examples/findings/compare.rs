//! One posting before and after: which predicates appeared, vanished and changed.
//!
//! Predicates are paired where their quotes overlap: the same one first, then one of the same kind and words, then one of the same kind. So a quote that
//! is cut elsewhere is a change, not two findings.

use quals::{extract::Extraction, kind::Predicate, logic::Expr, requirement::Priority, text::Span};
use serde_json::{Map, Value};

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Change {
    Appeared,
    Vanished,
    Changed,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The kind of the predicate; `posting`, `shape` or `unread`.
    pub(crate) kind: String,
    pub(crate) change: Change,
    /// The source, with the line where there is one.
    pub(crate) place: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) quote: String,
}

/// A predicate with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    kind: &'static str,
    text: String,
    words: String,
    quote: String,
    span: Span,
    line: usize,
}

/// What differs; one of the two is absent where only one file has the posting.
pub(crate) fn compare(before: Option<&Extraction>, after: Option<&Extraction>) -> Vec<Finding> {
    let source = after.or(before).map_or("", |page| page.source.as_str());
    let mut found = unread(source, before, after);
    found.extend(header(source, before, after));
    found.extend(predicates(source, items(before), items(after)));
    if let (Some(before), Some(after)) = (before, after) {
        found.extend(shapes(before, after));
    }
    found
}

fn items(page: Option<&Extraction>) -> Vec<Item> {
    let requirements = page.map_or(&[][..], |page| &page.requirements);
    let item = |requirement: &quals::requirement::Requirement, atom: &Predicate| Item {
        kind: atom.kind().name,
        text: atom.text().to_owned(),
        words: format!("{} {}", priority(requirement.priority), words(atom)),
        quote: requirement.quote.clone(),
        span: requirement.span,
        line: requirement.line,
    };
    requirements.iter().flat_map(|requirement| requirement.needs.atoms().map(move |atom| item(requirement, atom))).collect()
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Required => "required",
        Priority::Preferred => "preferred",
    }
}

/// `“BS” levels ["bachelor"], status "completed"`.
fn words(atom: &Predicate) -> String {
    let attributes = match serde_json::to_value(atom) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let said = attributes.iter().filter(|(name, _)| !matches!(name.as_str(), "kind" | "text"));
    let said: Vec<String> = said.map(|(name, value)| format!("{name} {value}")).collect();
    let between = if said.is_empty() { "" } else { " " };
    format!("“{}”{between}{}", atom.text(), said.join(", "))
}

fn predicates(source: &str, before: Vec<Item>, after: Vec<Item>) -> Vec<Finding> {
    let mut found = Vec::new();
    let (mut old, mut new) = (before, after);
    take_pairs(&mut old, &mut new, |a, b| a == b);
    let overlap = |a: &Item, b: &Item| a.span.overlaps(b.span) || a.span == b.span;
    for same in [
        &(|a: &Item, b: &Item| a.kind == b.kind && a.text == b.text && overlap(a, b)) as &dyn Fn(&Item, &Item) -> bool,
        &|a: &Item, b: &Item| a.kind == b.kind && overlap(a, b),
    ] {
        for (a, b) in take_pairs(&mut old, &mut new, same) {
            let differ = a.words != b.words;
            let side = |item: &Item| if differ { item.words.clone() } else { format!("{} in “{}”", item.words, item.quote) };
            found.push(finding(source, &b, Change::Changed, Some(side(&a)), Some(side(&b))));
        }
    }
    found.extend(old.iter().map(|item| finding(source, item, Change::Vanished, Some(item.words.clone()), None)));
    found.extend(new.iter().map(|item| finding(source, item, Change::Appeared, None, Some(item.words.clone()))));
    found
}

fn finding(source: &str, item: &Item, change: Change, before: Option<String>, after: Option<String>) -> Finding {
    let place = format!("{source}, line {}", item.line);
    Finding { kind: item.kind.to_owned(), change, place, before, after, quote: item.quote.clone() }
}

/// Takes those that belong together out of both lists.
fn take_pairs(old: &mut Vec<Item>, new: &mut Vec<Item>, same: impl Fn(&Item, &Item) -> bool) -> Vec<(Item, Item)> {
    let mut pairs = Vec::new();
    let mut at = 0;
    while let Some(item) = old.get(at) {
        match new.iter().position(|other| same(item, other)) {
            Some(other) => pairs.push((old.remove(at), new.remove(other))),
            None => at += 1,
        }
    }
    pairs
}

/// Requirements whose predicates are the same, but not how they are combined.
fn shapes(before: &Extraction, after: &Extraction) -> Vec<Finding> {
    let mut found = Vec::new();
    for new in &after.requirements {
        let same_atoms = |old: &&quals::requirement::Requirement| old.span == new.span && old.needs.atoms().eq(new.needs.atoms());
        let Some(old) = before.requirements.iter().find(same_atoms) else { continue };
        let (was, is) = (shape(&old.needs), shape(&new.needs));
        if was != is {
            let place = format!("{}, line {}", after.source, new.line);
            let (before, after) = (Some(was), Some(is));
            found.push(Finding { kind: "shape".to_owned(), change: Change::Changed, place, before, after, quote: new.quote.clone() });
        }
    }
    found
}

/// `any of (“BS”, all of (“AS”, “two years”))`.
fn shape(needs: &Expr<Predicate>) -> String {
    let list = |parts: &[Expr<Predicate>]| parts.iter().map(shape).collect::<Vec<_>>().join(", ");
    match needs {
        Expr::Atom(atom) => format!("“{}”", atom.text()),
        Expr::All { all } => format!("all of ({})", list(all)),
        Expr::Any { any, open: false, .. } => format!("any of ({})", list(any)),
        Expr::Any { any, class, .. } => format!("any like ({}) [{}]", list(any), class.as_deref().unwrap_or_default()),
        Expr::AtLeast { at_least, of } => format!("{at_least} of ({})", list(of)),
    }
}

/// The header facts, fact by fact.
fn header(source: &str, before: Option<&Extraction>, after: Option<&Extraction>) -> Vec<Finding> {
    let facts = |page: Option<&Extraction>| match page.map(|page| serde_json::to_value(&page.posting)) {
        Some(Ok(Value::Object(map))) => map,
        _ => Map::new(),
    };
    let (old, new) = (facts(before), facts(after));
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    let said = |map: &Map<String, Value>, name: &str| map.get(name).map(|value| format!("{name} {value}"));
    names.into_iter().filter_map(|name| differing("posting", source, said(&old, name), said(&new, name))).collect()
}

fn unread(source: &str, before: Option<&Extraction>, after: Option<&Extraction>) -> Vec<Finding> {
    let said = |page: Option<&Extraction>| page.and_then(|page| page.unread.as_ref()).map(|unread| format!("in {}", unread.name));
    differing("unread", source, said(before), said(after)).into_iter().collect()
}

fn differing(kind: &str, source: &str, before: Option<String>, after: Option<String>) -> Option<Finding> {
    let change = match (&before, &after) {
        (Some(a), Some(b)) if a == b => return None,
        (None, None) => return None,
        (None, _) => Change::Appeared,
        (_, None) => Change::Vanished,
        _ => Change::Changed,
    };
    Some(Finding { kind: kind.to_owned(), change, place: source.to_owned(), before, after, quote: String::new() })
}
