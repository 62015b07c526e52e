//! CSV: one line for each profile and posting, with a header, for a spreadsheet.
//!
//! Text that a spreadsheet would take for a formula (`=HYPERLINK(…)` as the title of a posting) is written behind an apostrophe, which keeps it text.

use super::{Column, Ranking};
use std::io::{self, Write};

/// The columns where none are asked.
pub const COLUMNS: [Column; 16] = [
    Column::Profile,
    Column::Rank,
    Column::Standing,
    Column::Fit,
    Column::FitLow,
    Column::FitHigh,
    Column::Title,
    Column::Company,
    Column::Place,
    Column::Employment,
    Column::Mode,
    Column::Deadline,
    Column::Required,
    Column::Preferred,
    Column::Why,
    Column::Source,
];

/// Writes rankings, one below the other.
///
/// # Errors
/// Those of the stream.
pub fn write(rankings: &[Ranking], columns: &[Column], out: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|column| column.name()))?;
    for row in rankings.iter().flat_map(|ranking| &ranking.rows) {
        writer.write_record(columns.iter().map(|column| inert(column.value(row))))?;
    }
    writer.flush()
}

/// A cell that no spreadsheet works out.
fn inert(cell: String) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_stays_text() {
        assert_eq!(inert("=1+1".into()), "'=1+1");
        assert_eq!(inert("@SUM(A1)".into()), "'@SUM(A1)");
        assert_eq!([inert("-4.5".into()), inert("C++".into())], ["-4.5", "C++"]);
    }
}
