//! The ranked table of one profile, or of one posting, fitted to the terminal.
//!
//! From 130 columns on everything has a column of its own. In a narrower terminal the reason stands below the posting; below 80 columns the counts and the
//! deadline do too. Nothing is left out.

use super::{
    Change, Column, Look, Ranking, Row, Subject, Tally,
    column::met_of,
    look::{self, BOLD, DIM},
    view::ReasonSort,
    words::count,
    wrap::{one_line, wrap},
};
use crate::{
    rank::{Dropped, Standing},
    value::PartialDate,
};
use anstyle::Style;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, presets};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What fits: how much is folded into the posting's column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fold {
    /// Nothing.
    None,
    /// The reason.
    Reason,
    /// The reason, the counts and the deadline.
    All,
}

impl Fold {
    fn of(width: usize) -> Self {
        match width {
            130.. => Self::None,
            80..130 => Self::Reason,
            _ => Self::All,
        }
    }
}

const STYLE: TableStyle = presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─'));

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout<'a> {
    /// The columns; those that fit where it is empty.
    pub columns: &'a [Column],
    /// The reference date.
    pub as_of: Date,
    /// The width and the colors.
    pub look: Look,
}

/// Writes the table of one profile, or of one posting.
///
/// ```
/// use quals::report::{Look, Ranking, Subject, table};
/// let none = Ranking::of(Subject::Profile { file: "me.toml".into(), name: None, change: None });
/// let layout = table::Layout { columns: &[], as_of: jiff::civil::date(2026, 11, 21), look: Look::PLAIN };
/// assert!(table::render(&none, layout).starts_with("me.toml"));
/// ```
#[must_use]
pub fn render(ranking: &Ranking, layout: Layout<'_>) -> String {
    let mut out = paragraph(&head(ranking, layout.as_of), BOLD, layout.look) + "\n";
    if !ranking.rows.is_empty() {
        for line in table(ranking, layout).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out.push_str(&standings(ranking, layout.look));
    if matches!(ranking.subject, Subject::Profile { .. }) {
        dropped(&ranking.dropped).iter().for_each(|line| out.push_str(&paragraph(line, DIM, layout.look)));
    }
    out
}

/// What the rankings of postings leave out: those without a candidate left, and what the filters drop, over all of them.
#[must_use]
pub fn left_out(rankings: &[Ranking], look: Look) -> String {
    let of_postings: Vec<&Ranking> = rankings.iter().filter(|it| matches!(it.subject, Subject::Posting { .. })).collect();
    let empty = of_postings.iter().filter(|ranking| ranking.rows.is_empty()).count();
    let mut lines = Vec::new();
    if empty > 0 {
        lines.push(format!("{} without a candidate left", count(empty, "posting")));
    }
    lines.extend(dropped(&sum(of_postings)));
    lines.iter().map(|line| paragraph(line, DIM, look)).collect()
}

/// What the filters drop, over several rankings.
#[must_use]
pub fn sum<'r>(rankings: impl IntoIterator<Item = &'r Ranking>) -> BTreeMap<Dropped, usize> {
    let mut sum = BTreeMap::new();
    for (by, times) in rankings.into_iter().flat_map(|ranking| &ranking.dropped) {
        *sum.entry(*by).or_default() += times;
    }
    sum
}

/// `Ada · me.toml · as of 2026-12-01`, or `Nurse · St Mary · Leeds · nurse.md`.
pub(super) fn head(ranking: &Ranking, as_of: Date) -> String {
    let line = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let parts = match &ranking.subject {
        Subject::Profile { file, name, change } => {
            let file = match change {
                None => one_line(file),
                Some(Change::From(old)) => format!("{} → {}", one_line(old), one_line(file)),
                Some(Change::With(facts)) => format!("{} with {}", one_line(file), one_line(&facts.join(" and "))),
            };
            vec![line(name), Some(file), Some(format!("as of {as_of}"))]
        }
        Subject::Posting { source, facts } => {
            let until = facts.deadline.map(|date| if date.last_day() < as_of { format!("closed {date}") } else { format!("until {date}") });
            vec![
                line(&facts.title),
                line(&facts.company),
                facts.locations.first().map(|place| one_line(place)),
                until,
                Some(one_line(source)),
            ]
        }
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `12 dropped by employment (3 do not state it)`, one line a filter.
#[must_use]
pub fn dropped(counts: &BTreeMap<Dropped, usize>) -> Vec<String> {
    let mut lines: Vec<(String, usize, usize)> = Vec::new();
    for (dropped, times) in counts {
        let option = dropped.by.name().replace('_', "-");
        let name = if dropped.wanted { format!("--wanted {option}") } else { format!("--{option}") };
        let silent = if dropped.silent { *times } else { 0 };
        match lines.last_mut().filter(|last| last.0 == name) {
            Some(last) => *last = (name, last.1 + times, last.2 + silent),
            None => lines.push((name, *times, silent)),
        }
    }
    let told = |(name, times, silent): (String, usize, usize)| match silent {
        0 => format!("{times} dropped by {name}"),
        silent if silent == times => format!("{times} dropped by {name}, for they do not state it"),
        silent => format!("{times} dropped by {name}, {silent} of them for they do not state it"),
    };
    lines.into_iter().map(told).collect()
}

/// Counts what was read, what was not, and why.
#[must_use]
pub fn footer(tally: &Tally, look: Look) -> String {
    let mut lines = vec![format!("{} read", count(tally.read, "posting"))];
    if tally.failed > 0 {
        lines.push(format!("{} could not be read, as told above", tally.failed));
    }
    for (reason, times) in &tally.skipped {
        lines.push(format!("{} skipped: {}", count(*times, "file"), one_line(reason)));
    }
    for (language, times) in &tally.unread {
        lines.push(format!("{} in {language}, which quals does not read", count(*times, "posting")));
    }
    lines.iter().map(|line| paragraph(line, DIM, look)).collect()
}

/// Lines that fit the table's width, painted.
pub(super) fn paragraph(text: &str, style: Style, look: Look) -> String {
    wrap(text, look.table_width()).iter().map(|line| look.paint(style, line) + "\n").collect()
}

/// `3 eligible · 2 unclear`, and how many rows are left out.
fn standings(ranking: &Ranking, look: Look) -> String {
    let counts: Vec<String> = ranking.standings.iter().map(|(standing, times)| format!("{times} {}", standing.name())).collect();
    let mut out = counts.join(" · ");
    let shown = ranking.rows.iter().filter(|row| row.result.filtered.is_none()).count();
    if shown < ranking.total() {
        out.push_str(&format!(" ({} not shown)", ranking.total() - shown));
    }
    if ranking.unchanged > 0 {
        out.push_str(&format!("{}{} unchanged", if out.is_empty() { "" } else { " · " }, ranking.unchanged));
    }
    let none = match &ranking.subject {
        _ if !ranking.dropped.is_empty() => "nothing is left to show",
        Subject::Profile { .. } => "no posting to rank",
        Subject::Posting { .. } => "no candidate to rank",
    };
    let mut out = paragraph(if out.is_empty() { none } else { &out }, BOLD, look);
    let moves: Vec<String> = ranking.moves.iter().map(|((was, now), times)| format!("{times} {} → {}", was.name(), now.name())).collect();
    if !moves.is_empty() {
        out.push_str(&paragraph(&format!("another standing: {}", moves.join(" · ")), BOLD, look));
    }
    out
}

/// The columns of a layout, and what is folded into the main one.
fn columns(ranking: &Ranking, layout: Layout<'_>) -> (Vec<Column>, Fold) {
    use Column as C;
    if !layout.columns.is_empty() {
        return (layout.columns.to_vec(), Fold::None);
    }
    let fold = Fold::of(layout.look.table_width());
    let by_posting = matches!(ranking.subject, Subject::Posting { .. });
    let mut columns = vec![C::Rank, C::Standing, C::Fit, if by_posting { C::Candidate } else { C::Posting }];
    if fold < Fold::All {
        columns.extend([C::Required, C::Preferred]);
        columns.extend((!by_posting).then_some(C::Deadline));
    }
    if fold == Fold::None {
        columns.push(C::Why);
    }
    (columns, fold)
}

fn table(ranking: &Ranking, layout: Layout<'_>) -> Table {
    let (columns, fold) = columns(ranking, layout);
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(layout.look.table_width()).unwrap_or(u16::MAX));
    if layout.look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(columns.iter().map(|column| Cell::new(column.heading()).add_attribute(Attribute::Bold)));
    for row in &ranking.rows {
        table.add_row(columns.iter().map(|column| cell(*column, row, layout.as_of)));
        if let Some(below) = cell_below(row, layout.as_of, fold, &ranking.subject) {
            let at = columns.iter().position(|column| matches!(column, Column::Posting | Column::Candidate)).unwrap_or_default();
            table.add_row((0..columns.len()).map(|i| if i == at { below.clone() } else { Cell::new("") }));
        }
    }
    set_columns(&mut table, &columns);
    table
}

/// The narrow columns are as wide as their content; the others share the rest.
fn set_columns(table: &mut Table, columns: &[Column]) {
    use Column as C;
    for (at, (column, kind)) in table.column_iter_mut().zip(columns).enumerate() {
        let last = at + 1 == columns.len();
        column.set_padding((0, u16::from(!last)));
        let wide =
            [C::Posting, C::Candidate, C::Why, C::Changes, C::Title, C::Company, C::Place, C::Source, C::Profile, C::Term, C::Salary];
        if !wide.contains(kind) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
        if [C::Rank, C::Required, C::Preferred, C::FitLow, C::FitHigh, C::FitBefore, C::Checked, C::Asked].contains(kind) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

fn cell(column: Column, row: &Row, as_of: Date) -> Cell {
    let text = column.text(row);
    match column {
        Column::Standing => color(row.result.standing).map_or(Cell::new(&text), |color| Cell::new(&text).fg(color)),
        Column::Deadline => deadline_cell(row, as_of),
        Column::Why => reason_cell(row),
        _ => Cell::new(text),
    }
}

/// The cell below the posting or the candidate, where something is folded and there is something to say.
fn cell_below(row: &Row, as_of: Date, fold: Fold, subject: &Subject) -> Option<Cell> {
    match fold {
        Fold::None => None,
        Fold::Reason => (!Column::Why.text(row).is_empty()).then(|| reason_cell(row)),
        Fold::All => {
            let facts = facts_below(row, as_of, subject);
            (!facts.is_empty()).then(|| Cell::new(facts).add_attribute(Attribute::Dim))
        }
    }
}

/// The counts, the deadline and the reason in a narrow terminal.
fn facts_below(row: &Row, as_of: Date, subject: &Subject) -> String {
    let result = &row.result;
    let met = [(result.required, "required"), (result.preferred, "preferred")];
    let mut facts: Vec<String> = met.iter().filter_map(|(counts, name)| Some(format!("{} {name}", met_of(*counts)?))).collect();
    if matches!(subject, Subject::Profile { .. }) {
        let until = |date: PartialDate| if date.last_day() < as_of { format!("closed {date}") } else { format!("until {date}") };
        facts.extend(row.posting.deadline.map(until));
    }
    [facts.join(", "), Column::Why.text(row)].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn deadline_cell(row: &Row, as_of: Date) -> Cell {
    match row.posting.deadline {
        Some(date) if date.last_day() < as_of => Cell::new(format!("{date}\nclosed")).add_attribute(Attribute::Dim),
        _ => Cell::new(Column::Deadline.text(row)),
    }
}

fn reason_cell(row: &Row) -> Cell {
    let blocks = row.reason.as_ref().is_some_and(|reason| reason.sort == ReasonSort::Blocks);
    let cell = Cell::new(Column::Why.text(row));
    if blocks && row.changes().is_none() { cell.fg(Color::DarkRed) } else { cell.add_attribute(Attribute::Dim) }
}

fn color(standing: Standing) -> Option<Color> {
    use anstyle::AnsiColor;
    look::of_standing(standing).map(|color| match color {
        AnsiColor::Green => Color::DarkGreen,
        AnsiColor::Cyan => Color::DarkCyan,
        AnsiColor::Yellow => Color::DarkYellow,
        _ => Color::DarkRed,
    })
}
