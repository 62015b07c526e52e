//! The ranked table of one profile, fitted to the terminal.
//!
//! From 130 columns on everything has a column of its own. In a narrower terminal the reason stands below the posting; below 80 columns the counts and the
//! deadline do too. Nothing is left out.

use super::{
    Look, Ranking, Row, Tally,
    look::{self, BOLD, DIM},
    view::ReasonSort,
    words::count,
    wrap::{cut, one_line, wrap},
};
use crate::rank::{Counts, Standing};
use anstyle::Style;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, presets};
use jiff::civil::Date;

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

/// Writes the table of one profile.
///
/// ```
/// use quals::report::{Look, Ranking, table};
/// let none = Ranking { profile: "me.toml".into(), name: None, rows: vec![], standings: Default::default() };
/// assert!(table::render(&none, jiff::civil::date(2026, 11, 21), Look::PLAIN).starts_with("me.toml"));
/// ```
#[must_use]
pub fn render(ranking: &Ranking, as_of: Date, look: Look) -> String {
    let name = ranking.name.as_deref().map(one_line).filter(|name| !name.is_empty());
    let name = name.map(|name| format!("{name} · ")).unwrap_or_default();
    let head = format!("{name}{} · as of {as_of}", one_line(&ranking.profile));
    let mut out = paragraph(&head, BOLD, look) + "\n";
    if !ranking.rows.is_empty() {
        for line in table(&ranking.rows, as_of, look).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out.push_str(&standings(ranking, look));
    out
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
fn paragraph(text: &str, style: Style, look: Look) -> String {
    wrap(text, look.table_width()).iter().map(|line| look.paint(style, line) + "\n").collect()
}

/// `3 eligible · 2 unclear`, and how many rows are left out.
fn standings(ranking: &Ranking, look: Look) -> String {
    let counts: Vec<String> = ranking.standings.iter().map(|(standing, times)| format!("{times} {}", standing.name())).collect();
    let mut out = counts.join(" · ");
    if ranking.rows.len() < ranking.total() {
        out.push_str(&format!(" ({} not shown)", ranking.total() - ranking.rows.len()));
    }
    paragraph(if out.is_empty() { "no posting to rank" } else { &out }, BOLD, look)
}

fn table(rows: &[Row], as_of: Date, look: Look) -> Table {
    let width = look.table_width();
    let fold = Fold::of(width);
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    if look.styled {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(header(fold).iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    for row in rows {
        table.add_row(main_cells(row, as_of, fold));
        if let Some(below) = cells_below(row, as_of, fold) {
            table.add_row(below);
        }
    }
    set_columns(&mut table, fold);
    table
}

fn header(fold: Fold) -> &'static [&'static str] {
    match fold {
        Fold::None => &["#", "Standing", "Fit", "Posting", "Req.", "Pref.", "Deadline", "Why"],
        Fold::Reason => &["#", "Standing", "Fit", "Posting", "Req.", "Pref.", "Deadline"],
        Fold::All => &["#", "Standing", "Fit", "Posting"],
    }
}

/// The narrow columns are as wide as their content; the posting, and the reason beside it, share the rest.
fn set_columns(table: &mut Table, fold: Fold) {
    let names = header(fold);
    for (at, column) in table.column_iter_mut().enumerate() {
        let name = names.get(at).copied().unwrap_or_default();
        let last = at + 1 == names.len();
        column.set_padding((0, u16::from(!last)));
        match name {
            "Posting" | "Why" => {}
            _ => {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        if matches!(name, "#" | "Req." | "Pref.") {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

fn main_cells(row: &Row, as_of: Date, fold: Fold) -> Vec<Cell> {
    let result = &row.result;
    let standing = Cell::new(result.standing.name());
    let mut cells = vec![
        Cell::new(result.rank),
        color(result.standing).map_or(standing.clone(), |color| standing.fg(color)),
        Cell::new(fit(result.fit, result.fit_low, result.fit_high)),
        Cell::new(heading(row)),
    ];
    if fold < Fold::All {
        cells.push(Cell::new(met_of(result.required)));
        cells.push(Cell::new(met_of(result.preferred)));
        cells.push(deadline_cell(row, as_of));
    }
    if fold == Fold::None {
        cells.push(reason_cell(row));
    }
    cells
}

/// The cells of the line below, where something is folded and there is something to say.
fn cells_below(row: &Row, as_of: Date, fold: Fold) -> Option<Vec<Cell>> {
    let mut below = vec![Cell::new(""); 3];
    match fold {
        Fold::None => return None,
        Fold::Reason => {
            row.reason.as_ref()?;
            below.push(reason_cell(row));
            below.extend(vec![Cell::new(""); 3]);
        }
        Fold::All => {
            let facts = facts_below(row, as_of);
            below.push(Cell::new(facts.clone()).add_attribute(Attribute::Dim));
            return (!facts.is_empty()).then_some(below);
        }
    }
    Some(below)
}

/// The counts, the deadline and the reason in a narrow terminal.
fn facts_below(row: &Row, as_of: Date) -> String {
    let result = &row.result;
    let met = [(result.required, "required"), (result.preferred, "preferred")].map(|(counts, name)| (met_of(counts), name));
    let mut facts: Vec<String> = met.iter().filter(|(met, _)| met != "–").map(|(met, name)| format!("{met} {name}")).collect();
    facts.extend(row.deadline.map(|date| if date.last_day() < as_of { format!("closed {date}") } else { format!("until {date}") }));
    let facts = facts.join(", ");
    [Some(facts), reason(row)].into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// `Nurse · St Mary · Leeds (and 2 more)`; the file where there is no title.
fn heading(row: &Row) -> String {
    let result = &row.result;
    let title = result.title.as_deref().map(one_line).filter(|title| !title.is_empty()).unwrap_or_else(|| one_line(&result.source));
    let company = result.company.as_deref().map(|name| cut(&one_line(name), 40));
    let place = row.place.as_ref().map(|(first, more)| match more {
        0 => cut(&one_line(first), 40),
        more => format!("{} (and {more} more)", cut(&one_line(first), 40)),
    });
    [Some(cut(&title, 72)), company, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `78`, or `78 (64–85)` where something is unknown.
fn fit(fit: Option<f64>, low: Option<f64>, high: Option<f64>) -> String {
    let (Some(fit), Some(low), Some(high)) = (fit, low, high) else { return "–".to_owned() };
    let (fit, low, high) = (format!("{fit:.0}"), format!("{low:.0}"), format!("{high:.0}"));
    if low == high { fit } else { format!("{fit} ({low}–{high})") }
}

/// `5/6`: met of asked; what is assumed is left out of both.
fn met_of(counts: Counts) -> String {
    let asked = counts.met + counts.partial + counts.unmet + counts.unknown;
    if asked == 0 { "–".to_owned() } else { format!("{}/{asked}", counts.met) }
}

fn deadline_cell(row: &Row, as_of: Date) -> Cell {
    match row.deadline {
        None => Cell::new("–"),
        Some(date) if date.last_day() < as_of => Cell::new(format!("{date}\nclosed")).add_attribute(Attribute::Dim),
        Some(date) => Cell::new(date.to_string()),
    }
}

fn reason_cell(row: &Row) -> Cell {
    let blocks = row.reason.as_ref().is_some_and(|reason| reason.sort == ReasonSort::Blocks);
    let cell = Cell::new(reason(row).unwrap_or_default());
    if blocks { cell.fg(Color::DarkRed) } else { cell.add_attribute(Attribute::Dim) }
}

/// `lacks: PyTorch`.
fn reason(row: &Row) -> Option<String> {
    row.reason.as_ref().map(|reason| format!("{}: {}", reason.sort.word(), cut(&one_line(&reason.text), 100)))
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
