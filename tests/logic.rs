//! `docs/logic.md` against the program: its truth tables, its coverages, and the posting that it works through by hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

use quals::{
    Engine,
    kind::Candidate,
    logic::{Bounds, Expr, Label, Truth},
    profile,
    rank::RankRow,
    read,
};
use std::fs;

fn page() -> String {
    fs::read_to_string("docs/logic.md").unwrap()
}

/// The rows of a table of the page, without its heading: those behind the line that begins with `start`.
fn rows(page: &str, start: &str) -> Vec<Vec<String>> {
    let lines = page.lines().skip_while(|line| !line.starts_with(start)).skip(2).take_while(|line| line.starts_with('|'));
    let inner = |line: &str| line.trim().trim_start_matches('|').trim_end_matches('|').to_owned();
    let cells = |line: &str| inner(line).split('|').map(|cell| cell.trim().trim_matches('*').to_owned()).collect();
    lines.map(cells).collect()
}

/// The block of the page that begins with a fence.
fn block<'p>(page: &'p str, behind: &str, fence: &str) -> &'p str {
    let rest = page.split_once(behind).unwrap().1.split_once(fence).unwrap().1;
    rest.split_once("```").unwrap().0
}

fn bounds(name: &str) -> Bounds {
    match name {
        "met" => Bounds::MET,
        "unmet" => Bounds::UNMET,
        "unknown" => Bounds::UNKNOWN,
        other => panic!("{other}"),
    }
}

fn name(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "met",
        Truth::Unmet => "unmet",
        Truth::Unknown => "unknown",
    }
}

#[test]
fn the_truth_tables_hold() {
    let page = page();
    let mut checked = 0;
    for (start, combine) in [("| all of", Expr::all as fn(Vec<Expr<Bounds>>) -> Expr<Bounds>), ("| any of", Expr::any)] {
        for row in rows(&page, start) {
            for (column, told) in ["met", "unknown", "unmet"].iter().zip(&row[1..]) {
                let pair = combine(vec![Expr::Atom(bounds(&row[0])), Expr::Atom(bounds(column))]);
                let found = pair.coverage(&|bounds: &Bounds| Some(*bounds)).unwrap().truth();
                assert_eq!(name(found), told, "{start} {} and {column}", row[0]);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 18);
}

/// What a table writes of a coverage: `0.5..0.5`.
fn written(bounds: Option<Bounds>) -> String {
    let number = |value: f64| format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned();
    bounds.map(|bounds| format!("{}..{}", number(bounds.lo()), number(bounds.hi()))).unwrap_or_default()
}

fn label(label: Label) -> &'static str {
    match label {
        Label::Met => "met",
        Label::Partial => "partial",
        Label::Unmet => "unmet",
        Label::Unknown => "unknown",
        Label::Assumed => "assumed",
    }
}

#[test]
fn the_posting_worked_by_hand_comes_out_the_same() {
    let page = page();
    let (posting, me) = (block(&page, "A posting:", "```text\n"), block(&page, "A profile, as of", "```toml\n"));
    let (engine, as_of) = (Engine::new(), jiff::civil::date(2026, 12, 1));
    let profile = profile::read("me.toml", me, engine.taxonomy()).profile.unwrap();
    let document = read::read_bytes("nurse.md", posting.as_bytes().to_vec(), &read::ReadOptions::default()).next().unwrap().unwrap();
    let row = RankRow::new(&Candidate::new(&profile, engine.taxonomy(), as_of), &engine.extract(&document, as_of));
    let table = rows(&page, "| requirement | parts");
    assert_eq!(row.verdicts.len(), table.len(), "{:#?}", row.verdicts);
    for (verdict, told) in row.verdicts.iter().zip(&table) {
        let kind = verdict.atoms[0].kind.name;
        let parts = match &*verdict.tree {
            Expr::Atom(_) => kind.to_owned(),
            Expr::All { all } => format!("all of {} {kind}s", all.len()),
            Expr::Any { any, .. } => format!("any of {} {kind}s", any.len()),
            Expr::AtLeast { at_least, of } => format!("{at_least} of {} {kind}s", of.len()),
        };
        let priority = format!("{:?}", verdict.priority).to_lowercase();
        let found = [format!("{}, {priority}", verdict.requirement), parts, label(verdict.verdict).to_owned(), written(verdict.coverage)];
        assert_eq!(found[..], told[..4], "{}", verdict.quote);
    }
    assert!(page.contains(&format!("So it is a **{}**", row.standing.name())));
    for number in [row.fit, row.fit_low, row.fit_high] {
        assert!(page.contains(&format!("**{:.1}**", number.unwrap())), "{number:?}");
    }
    let shown = format!("`{:.0} ({:.0}–{:.0})`", row.fit.unwrap(), row.fit_low.unwrap(), row.fit_high.unwrap());
    assert!(page.contains(&shown), "{shown}");
}
