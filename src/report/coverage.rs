//! What was read of many postings, as text and as JSON: `quals extract --coverage PATHS`.

use super::{
    Look, Tally,
    look::{BOLD, DIM},
    words::count,
    wrap::{hang, one_line},
};
use crate::coverage::{Coverage, KindCount, Totals};
use comfy_table::{Attribute, Cell, CellAlignment, LineStyle, Table, presets};
use serde::Serialize;
use std::collections::BTreeMap;

/// The name of the document that `quals extract --coverage --format json` writes.
pub const COVERAGE_SCHEMA: &str = "quals.coverage/1";

/// A coverage with what was read, ready to be shown.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageView<'c> {
    schema: &'static str,
    failed: usize,
    skipped: &'c BTreeMap<String, usize>,
    #[serde(flatten)]
    totals: Totals,
    languages: Vec<Times<'c>>,
    kinds: Vec<KindCount>,
    unknown_skills: UnknownSkills<'c>,
    origins: &'c BTreeMap<String, Totals>,
}

/// The skills that the vocabulary does not know.
#[derive(Debug, Clone, Serialize)]
struct UnknownSkills<'c> {
    phrases: usize,
    times: usize,
    commonest: Vec<Times<'c>>,
}

/// How often a name stands there.
#[derive(Debug, Clone, Serialize)]
struct Times<'c> {
    name: &'c str,
    times: usize,
}

fn times<'c>(list: &[(&'c str, usize)], most: usize) -> Vec<Times<'c>> {
    list.iter().take(most).map(|&(name, times)| Times { name, times }).collect()
}

impl<'c> CoverageView<'c> {
    /// Shows at most `most` skills that the vocabulary does not know.
    #[must_use]
    pub fn new(coverage: &'c Coverage, tally: &'c Tally, most: usize) -> Self {
        let unknown = coverage.unknown_skills();
        Self {
            schema: COVERAGE_SCHEMA,
            failed: tally.failed,
            skipped: &tally.skipped,
            totals: coverage.totals(),
            languages: times(&coverage.languages(), usize::MAX),
            kinds: coverage.kinds(),
            unknown_skills: UnknownSkills {
                phrases: unknown.len(),
                times: unknown.iter().map(|(_, times)| times).sum(),
                commonest: times(&unknown, most),
            },
            origins: coverage.origins(),
        }
    }

    /// Writes it for people.
    #[must_use]
    pub fn render(&self, look: Look) -> String {
        let mut out = self.summary(look);
        let head = ["Kind", "Requirements", "Predicates"].map(str::to_owned);
        let rows = self.kinds.iter().map(|it| vec![it.kind.to_owned(), it.requirements.to_string(), it.predicates.to_string()]);
        out.push_str(&format!("\n{}", table(&head, rows.collect(), look)));
        if self.origins.len() > 1 {
            let head = ["Source", "Postings", "Not English", "Empty", "Asking", "Requirements", "Other"].map(str::to_owned);
            let rows = self.origins.iter().map(|(name, totals)| row_of_origin(name, *totals));
            out.push_str(&format!("\n{}", table(&head, rows.collect(), look)));
        }
        let unknown = &self.unknown_skills;
        let title = format!("{} outside the vocabulary, {}", count(unknown.phrases, "skill"), count(unknown.times, "time"));
        out.push_str(&format!("\n{}\n", look.paint(BOLD, title)));
        for it in &unknown.commonest {
            add(&mut out, &format!("{:>7}  ", it.times), &one_line(it.name), look);
        }
        out
    }

    fn summary(&self, look: Look) -> String {
        let totals = self.totals;
        let languages: Vec<String> = self.languages.iter().map(|it| format!("{} {}", it.times, it.name)).collect();
        let lines = [
            (totals.postings, "postings read".to_owned()),
            (totals.not_english, format!("not in English: {}", languages.join(", "))),
            (totals.without_requirements, "without a requirement, though in English".to_owned()),
            (totals.asks_in_vain, "of them with a section that asks".to_owned()),
            (totals.requirements, "requirements".to_owned()),
            (totals.other_alone, "of them that no kind can say".to_owned()),
            (self.failed, "files, folders and rows that could not be read, as told above".to_owned()),
        ];
        let mut out = String::new();
        for (times, what) in lines.iter().filter(|(times, _)| *times > 0) {
            add(&mut out, &format!("{times:>7}  "), what, look);
        }
        for (reason, times) in self.skipped {
            let line = format!("{} skipped: {}", count(*times, "file"), one_line(reason));
            hang("         ", &line, look.text_width()).iter().for_each(|line| out.push_str(&format!("{}\n", look.paint(DIM, line))));
        }
        out
    }
}

fn row_of_origin(name: &str, totals: Totals) -> Vec<String> {
    let counts =
        [totals.postings, totals.not_english, totals.without_requirements, totals.asks_in_vain, totals.requirements, totals.other_alone];
    std::iter::once(one_line(name)).chain(counts.map(|count| count.to_string())).collect()
}

fn add(out: &mut String, first: &str, text: &str, look: Look) {
    hang(first, text, look.text_width()).iter().for_each(|line| out.push_str(&format!("{}\n", line.trim_end())));
}

fn table(head: &[String], rows: Vec<Vec<String>>, look: Look) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_width(u16::try_from(look.table_width()).unwrap_or(u16::MAX));
    if look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(head.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    table.add_rows(rows);
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if at > 0 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().fold(String::new(), |out, line| out + line.trim_end() + "\n")
}
