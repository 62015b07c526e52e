//! Two postings for one profile, side by side: the facts, the standing and the fit, then what each asks, kind by kind.

use super::{
    Explanation, Look, Row,
    column::Column,
    look::{BOLD, DIM},
    table::paragraph,
    words,
    wrap::one_line,
};
use crate::{evaluate::RequirementVerdict, kind::KINDS, requirement::Priority};
use comfy_table::{Attribute, Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, Width, presets};
use serde::Serialize;

/// The name of the document that `quals explain --compare --format json` writes.
pub const COMPARISON_SCHEMA: &str = "quals.comparison/1";

/// Two postings for one profile, as JSON.
#[derive(Serialize)]
pub struct Comparison<'a> {
    /// Always `quals.comparison/1`.
    pub schema: &'static str,
    /// The first posting.
    pub left: &'a Explanation<'a>,
    /// The second.
    pub right: &'a Explanation<'a>,
}

/// Writes two explanations side by side.
#[must_use]
pub fn render(left: &Explanation<'_>, right: &Explanation<'_>, look: Look) -> String {
    let both = [left, right];
    let name = left.profile.name.as_deref().map(|name| format!("{} · ", one_line(name))).unwrap_or_default();
    let head = format!("{name}{} · as of {}", one_line(&left.profile.source), left.as_of);
    let mut table = table(look);
    table.set_header(cells("", both.map(|it| row(it).heading())).into_iter().map(|cell| cell.add_attribute(Attribute::Bold)));
    for (name, column) in FACTS {
        let texts = both.map(|it| column.text(&row(it)));
        if texts.iter().any(|text| text != "–" && !text.is_empty()) {
            table.add_row(cells(name, texts));
        }
    }
    for kind in KINDS {
        let asked = both.map(|it| asked(&it.result.verdicts, kind.name));
        if asked.iter().any(|text| !text.is_empty()) {
            table.add_row(cells(&kind.name.replace('_', " "), asked));
        }
    }
    let lines: String = table.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let signs = "✓ met · ~ partly met · ✗ not met · ? unknown · · assumed; what is preferred stands in brackets";
    format!("{}\n{lines}\n{}", paragraph(&head, BOLD, look), paragraph(signs, DIM, look))
}

/// The facts that stand side by side.
const FACTS: [(&str, Column); 11] = [
    ("standing", Column::Standing),
    ("fit", Column::Fit),
    ("required", Column::Required),
    ("preferred", Column::Preferred),
    ("why", Column::Why),
    ("place", Column::Place),
    ("mode", Column::Mode),
    ("employment", Column::Employment),
    ("term", Column::Term),
    ("pay", Column::Salary),
    ("deadline", Column::Deadline),
];

fn row(explanation: &Explanation<'_>) -> Row {
    Row::new(explanation.result.clone(), &explanation.extraction.posting, None)
}

fn cells(name: &str, texts: [String; 2]) -> Vec<Cell> {
    std::iter::once(Cell::new(name).add_attribute(Attribute::Dim)).chain(texts.map(Cell::new)).collect()
}

fn table(look: Look) -> Table {
    const NAMES: u16 = 19;
    let mut table = Table::new();
    table.load_style(presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    let width = u16::try_from(look.table_width()).unwrap_or(u16::MAX);
    table.set_width(width);
    if look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(["", "", ""]);
    let half = width.saturating_sub(NAMES) / 2;
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, if at == 2 { 0 } else { 2 }));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(if at == 0 { NAMES } else { half })));
    }
    table
}

/// The parts of one kind with their signs, a line each.
fn asked(verdicts: &[RequirementVerdict], kind: &str) -> String {
    let mut lines = Vec::new();
    for verdict in verdicts {
        for atom in verdict.atoms.iter().filter(|atom| atom.kind.name == kind) {
            let text = one_line(atom.text());
            let text = if verdict.priority == Priority::Preferred { format!("({text})") } else { text };
            let line = format!("{} {text}", words::sign(atom.verdict));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines.join("\n")
}
