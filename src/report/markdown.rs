//! Markdown: a heading and a table for each profile or posting, for a wiki or an issue.
//!
//! Text of postings and profiles is escaped, so that it can neither break the table nor become a link or HTML.

use super::{Column, Ranking, table};
use jiff::civil::Date;

/// The columns where none are asked.
pub const COLUMNS: [Column; 8] =
    [Column::Rank, Column::Standing, Column::Fit, Column::Posting, Column::Required, Column::Preferred, Column::Deadline, Column::Why];

/// Writes one ranking.
#[must_use]
pub fn render(ranking: &Ranking, columns: &[Column], as_of: Date) -> String {
    let mut out = format!("## {}\n\n", escape(&table::head(ranking, as_of)));
    if !ranking.rows.is_empty() {
        out.push_str(&line(columns.iter().map(|column| column.heading().to_owned())));
        out.push_str(&line(columns.iter().map(|_| "---".to_owned())));
        for row in &ranking.rows {
            out.push_str(&line(columns.iter().map(|column| escape(&column.text(row)))));
        }
        out.push('\n');
    }
    let counts: Vec<String> = ranking.standings.iter().map(|(standing, times)| format!("{times} {}", standing.name())).collect();
    out.push_str(&format!("{}\n", if counts.is_empty() { "nothing to show".to_owned() } else { counts.join(" · ") }));
    for line in table::dropped(&ranking.dropped) {
        out.push_str(&format!("\n{}\n", escape(&line)));
    }
    out
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Text that Markdown shows as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_markup() {
        assert_eq!(escape("a|b [x](y) <script> `c`"), "a\\|b \\[x\\](y) &lt;script> \\`c\\`");
    }
}
